"""Turn the environment into settings. docs/settings in README.md; `hub doctor` checks them."""

import os
from dataclasses import dataclass
from typing import Self

from graph.limits import MAXIMUM_BODY, MAXIMUM_DOCUMENT_LEVELS, MAXIMUM_DOCUMENT_TOKENS, MAXIMUM_SECONDS


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set.

    `body_limit` is the largest request in bytes; `document_tokens` and `document_depth` bound a
    GraphQL document; `viewer_seconds` is how long a token's rights are remembered.
    """

    neo4j_uri: str
    neo4j_user: str
    neo4j_password: str
    host: str = "127.0.0.1"
    port: int = 8000
    graphiql: bool = True
    body_limit: int = MAXIMUM_BODY
    document_tokens: int = MAXIMUM_DOCUMENT_TOKENS
    document_depth: int = MAXIMUM_DOCUMENT_LEVELS
    viewer_seconds: float = 5.0
    request_seconds: float = MAXIMUM_SECONDS

    @classmethod
    def from_environment(cls) -> Self:
        """The settings in NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, HUB_HOST, HUB_PORT, HUB_GRAPHIQL."""
        value = os.environ.get
        return cls(
            neo4j_uri=value("NEO4J_URI", "bolt://127.0.0.1:7687"),
            neo4j_user=value("NEO4J_USER", "neo4j"),
            neo4j_password=value("NEO4J_PASSWORD", ""),
            host=value("HUB_HOST", "127.0.0.1"),
            port=int(value("HUB_PORT", "8000")),
            graphiql=value("HUB_GRAPHIQL", "on") != "off",
        )
