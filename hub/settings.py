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
BUDGET_ANONYMOUS = 1_500_000
BUDGET_MEMBER = 6_000_000
BUDGET_COORDINATOR = 20_000_000
BUDGET_STORE = "memory://"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set.

    `zone` decides when a day begins: what is due, what runs, what "today" means. `anonymity` is how many
    organizations must fit what an anonymized record shows. `body_limit` is the
    largest request in bytes; `document_tokens` and `document_depth` bound a GraphQL document;
    `viewer_seconds` is how long a token's rights are remembered; `request_seconds` how long an answer may
    take. The budgets are points a minute, for an address without a token, a member's token, and a
    coordinator's or administrator's; 0 is no bound. `budget_store` is where they are kept: an address of the
    `limits` library, e.g. `redis://localhost:6379`, where several processes share them.
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
    budget_anonymous: int = BUDGET_ANONYMOUS
    budget_member: int = BUDGET_MEMBER
    budget_coordinator: int = BUDGET_COORDINATOR
    budget_store: str = BUDGET_STORE

    @classmethod
    def from_environment(cls) -> Self:
        """The settings in NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and HUB_HOST, _PORT, _GRAPHIQL, _TIME_ZONE,
        _ANONYMITY, _REQUEST_SECONDS, _BUDGET_ANONYMOUS, _BUDGET_MEMBER, _BUDGET_COORDINATOR, _BUDGET_STORE.

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
            budget_anonymous=_read("HUB_BUDGET_ANONYMOUS", str(BUDGET_ANONYMOUS), _points),
            budget_member=_read("HUB_BUDGET_MEMBER", str(BUDGET_MEMBER), _points),
            budget_coordinator=_read("HUB_BUDGET_COORDINATOR", str(BUDGET_COORDINATOR), _points),
            budget_store=value("HUB_BUDGET_STORE", BUDGET_STORE),
        )


def _at_least_one(given: str) -> int:
    number = int(given)
    if number < 1:
        raise ValueError(given)
    return number


def _points(given: str) -> int:
    points = int(given)
    if points < 0:
        raise ValueError(given)
    return points


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
