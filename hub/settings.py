"""Turn the environment into settings. docs/settings in README.md; `hub doctor` checks them."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Self, TypeVar
from zoneinfo import ZoneInfo

import orjson

from graph.errors import ValueRefused
from graph.limits import (
    MAXIMUM_ADDRESS_CONNECTIONS,
    MAXIMUM_BODY,
    MAXIMUM_BODY_SECONDS,
    MAXIMUM_DOCUMENT_LEVELS,
    MAXIMUM_DOCUMENT_TOKENS,
    MAXIMUM_HEAD,
    MAXIMUM_HEAD_SECONDS,
    MAXIMUM_IDLE_SECONDS,
    MAXIMUM_OPEN_CONNECTIONS,
    MAXIMUM_SECONDS,
    MAXIMUM_STALL_SECONDS,
)

T = TypeVar("T")
Network = IPv4Network | IPv6Network
TIME_ZONE = "Asia/Tehran"
ANONYMITY = 5
BUDGET_ANONYMOUS = 1_500_000
BUDGET_MEMBER = 6_000_000
BUDGET_COORDINATOR = 20_000_000
BUDGET_STORE = "memory://"
PROXIES = "127.0.0.1"


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

    `head_limit` is the largest head of a request in bytes. `head_seconds`, `body_seconds` bound the sending
    of a request, `stall_seconds` an answer that is not taken, `idle_seconds` a connection without either;
    `connections` and `address_connections` how many are open at a time, of all and of one address (0: any
    number). What `trusted_proxies` say of whom they ask for is believed.

    `allowed_hosts` are the names that the hub answers to. `trusted_documents` are the only documents that
    run, by their ids and their SHA-256; None: any runs. Those that clients send once and ask for by their
    SHA-256 are kept unless `persisted_queries` is off.
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
    head_limit: int = MAXIMUM_HEAD
    head_seconds: int = MAXIMUM_HEAD_SECONDS
    body_seconds: int = MAXIMUM_BODY_SECONDS
    stall_seconds: int = MAXIMUM_STALL_SECONDS
    idle_seconds: int = MAXIMUM_IDLE_SECONDS
    connections: int = MAXIMUM_OPEN_CONNECTIONS
    address_connections: int = MAXIMUM_ADDRESS_CONNECTIONS
    trusted_proxies: tuple[Network, ...] = (ip_network(PROXIES),)
    allowed_hosts: tuple[str, ...] = ("*",)
    persisted_queries: bool = True
    trusted_documents: Mapping[str, str] | None = None
    data_dir: Path | None = None
    """Where the database's files are, if it is our own; set by `hub up`."""

    @classmethod
    def from_environment(cls) -> Self:
        """The settings in NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, and those of HUB_ that stand below.

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
            budget_anonymous=_read("HUB_BUDGET_ANONYMOUS", str(BUDGET_ANONYMOUS), _not_negative),
            budget_member=_read("HUB_BUDGET_MEMBER", str(BUDGET_MEMBER), _not_negative),
            budget_coordinator=_read("HUB_BUDGET_COORDINATOR", str(BUDGET_COORDINATOR), _not_negative),
            budget_store=value("HUB_BUDGET_STORE", BUDGET_STORE),
            head_seconds=_read("HUB_HEAD_SECONDS", str(MAXIMUM_HEAD_SECONDS), _at_least_one),
            body_seconds=_read("HUB_BODY_SECONDS", str(MAXIMUM_BODY_SECONDS), _at_least_one),
            stall_seconds=_read("HUB_STALL_SECONDS", str(MAXIMUM_STALL_SECONDS), _at_least_one),
            idle_seconds=_read("HUB_IDLE_SECONDS", str(MAXIMUM_IDLE_SECONDS), _at_least_one),
            connections=_read("HUB_CONNECTIONS", str(MAXIMUM_OPEN_CONNECTIONS), _at_least_one),
            address_connections=_read(
                "HUB_ADDRESS_CONNECTIONS", str(MAXIMUM_ADDRESS_CONNECTIONS), _not_negative
            ),
            trusted_proxies=_read("HUB_TRUSTED_PROXIES", PROXIES, _networks),
            allowed_hosts=_read("HUB_ALLOWED_HOSTS", "*", _hosts),
            persisted_queries=value("HUB_PERSISTED_QUERIES", "on") != "off",
            trusted_documents=_documents(value("HUB_TRUSTED_DOCUMENTS", "")),
        )


def _at_least_one(given: str) -> int:
    number = int(given)
    if number < 1:
        raise ValueError(given)
    return number


def _not_negative(given: str) -> int:
    number = int(given)
    if number < 0:
        raise ValueError(given)
    return number


def _networks(given: str) -> tuple[Network, ...]:
    """Addresses and networks, parted by commas; `none` for no proxy at all."""
    return () if given == "none" else tuple(ip_network(one.strip()) for one in given.split(","))


def _hosts(given: str) -> tuple[str, ...]:
    hosts = tuple(one.strip().lower() for one in given.split(","))
    if not all(hosts):
        raise ValueError(given)
    return hosts


def _documents(path: str) -> Mapping[str, str] | None:
    """The documents of a file, `{id or SHA-256: text}`, each by its SHA-256 as well."""
    return _read("HUB_TRUSTED_DOCUMENTS", path, _manifest, "documents.json") if path else None


def _manifest(path: str) -> Mapping[str, str]:
    found = orjson.loads(Path(path).read_bytes())
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise ValueError(path)
    return {sha256(text.encode()).hexdigest(): text for text in found.values()} | found


def _port(given: str) -> int:
    port = int(given)
    if not 0 <= port <= 65_535:
        raise ValueError(given)
    return port


def _read(name: str, default: str, read: Callable[[str], T], example: str = "") -> T:
    given = os.environ.get(name) or default
    try:
        return read(given)
    except (
        ValueError,
        KeyError,
        OSError,
    ):  # a time zone nobody knows is a KeyError, a folder of them an OSError
        raise ValueRefused("SETTING_WRONG", name=name, given=given, example=example or default) from None
