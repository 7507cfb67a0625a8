"""Turn the environment into settings. docs/settings in README.md; `hub doctor` checks them."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self, TypeVar
from zoneinfo import ZoneInfo

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_BODY, MAXIMUM_DOCUMENT_LEVELS, MAXIMUM_DOCUMENT_TOKENS, MAXIMUM_SECONDS

T = TypeVar("T")
TIME_ZONE = "Asia/Tehran"
ANONYMITY = 5


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set.

    `zone` decides when a day begins: what is due, what runs, what "today" means. `anonymity` is how many
    organizations must fit what an anonymized record shows. `body_limit` is the
    largest request in bytes; `document_tokens` and `document_depth` bound a GraphQL document;
    `viewer_seconds` is how long a token's rights are remembered; `request_seconds` how long an answer may
    take.
    """

    neo4j_uri: str
    neo4j_user: str
    neo4j_password: str
    host: str = "127.0.0.1"
    port: int = 8000
    graphiql: bool = True
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo(TIME_ZONE))
    anonymity: int = ANONYMITY
    body_limit: int = MAXIMUM_BODY
    document_tokens: int = MAXIMUM_DOCUMENT_TOKENS
    document_depth: int = MAXIMUM_DOCUMENT_LEVELS
    viewer_seconds: float = 5.0
    request_seconds: float = MAXIMUM_SECONDS

    @classmethod
    def from_environment(cls) -> Self:
        """The settings in NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and HUB_HOST, _PORT, _GRAPHIQL, _TIME_ZONE,
        _ANONYMITY, _REQUEST_SECONDS.

        Raises ValueRefused SETTING_WRONG.
        """
        value = os.environ.get
        return cls(
            neo4j_uri=value("NEO4J_URI", "bolt://127.0.0.1:7687"),
            neo4j_user=value("NEO4J_USER", "neo4j"),
            neo4j_password=value("NEO4J_PASSWORD", ""),
            host=value("HUB_HOST", "127.0.0.1"),
            port=_read("HUB_PORT", "8000", _port),
            graphiql=value("HUB_GRAPHIQL", "on") != "off",
            zone=_read("HUB_TIME_ZONE", TIME_ZONE, ZoneInfo),
            anonymity=_read("HUB_ANONYMITY", str(ANONYMITY), _at_least_one),
            request_seconds=_read("HUB_REQUEST_SECONDS", str(MAXIMUM_SECONDS), _at_least_one),
        )


def _at_least_one(given: str) -> int:
    number = int(given)
    if number < 1:
        raise ValueError(given)
    return number


def _port(given: str) -> int:
    port = int(given)
    if not 0 <= port <= 65_535:
        raise ValueError(given)
    return port


def _read(name: str, default: str, read: Callable[[str], T]) -> T:
    given = os.environ.get(name) or default
    try:
        return read(given)
    except (
        ValueError,
        KeyError,
        OSError,
    ):  # a time zone nobody knows is a KeyError, a folder of them an OSError
        raise ValueRefused("SETTING_WRONG", name=name, given=given, example=default) from None
