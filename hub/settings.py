"""Every setting, declared once; what an operator gives becomes `Settings`. docs/operations.md lists them."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from hashlib import sha256
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import orjson

from graph.errors import ValueRefused
from graph.limits import (
    MAXIMUM_ADDRESS_CONNECTIONS,
    MAXIMUM_BODY,
    MAXIMUM_BODY_SECONDS,
    MAXIMUM_DOCUMENT_LEVELS,
    MAXIMUM_DOCUMENT_TOKENS,
    MAXIMUM_FILE,
    MAXIMUM_FILES,
    MAXIMUM_HEAD,
    MAXIMUM_HEAD_SECONDS,
    MAXIMUM_IDLE_SECONDS,
    MAXIMUM_OPEN_CONNECTIONS,
    MAXIMUM_SECONDS,
    MAXIMUM_STALL_SECONDS,
    MAXIMUM_UPLOAD_SECONDS,
)
from hub import sources
from hub.errors import message

T = TypeVar("T")
Network = IPv4Network | IPv6Network
TIME_ZONE = "Asia/Tehran"
ANONYMITY = 5
BUDGET_ANONYMOUS = 1_500_000
BUDGET_MEMBER = 6_000_000
BUDGET_COORDINATOR = 20_000_000


class Logged(Enum):
    """Which requests have a line in the log."""

    ALL = "all"
    FAILED = "failed"
    NONE = "none"


class MailSecurity(Enum):
    """How the connection to the mail server is kept from others."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Provider:
    """Whom people may sign in with (OpenID Connect): where it answers, and whom it knows the hub as."""

    name: str
    issuer: str
    client_id: str
    client_secret: str = field(default="", repr=False)


class SettingsWrong(ValueRefused):
    """Settings that cannot be used: each is one of `causes`; code and details are those of the first."""

    def __init__(self, causes: Sequence[ValueRefused]) -> None:
        super().__init__(causes[0].code)
        self.details = causes[0].details
        self.causes = tuple(causes)

    def sentences(self, language: str = "en") -> list[str]:
        """What is wrong with each, and what next."""
        return [message(cause.code, language, cause.details) for cause in self.causes]


@dataclass(frozen=True, slots=True)
class Setting:
    """The declaration of one: its variable, its default as text, how a text is read, and what it is.

    `read` raises ValueError, KeyError or OSError. `example` is what to write, where the default says nothing.
    """

    name: str
    default: str
    read: Callable[[str], Any]
    about: str
    example: str = ""
    secret: bool = False


def setting(
    name: str, default: str, read: Callable[[str], T], about: str, *, example: str = "", secret: bool = False
) -> T:
    """A field of `Settings` that an operator sets."""
    made: T = field(
        default_factory=lambda: read(default),
        repr=not secret,
        metadata={"setting": Setting(name, default, read, about, example, secret)},
    )
    return made


# -- how a text is read ----------------------------------------------------------------------------------


def _at_least_one(given: str) -> int:
    return _between(given, 1)


def _not_negative(given: str) -> int:
    return _between(given, 0)


def _port(given: str) -> int:
    return _between(given, 0, 65_535)


def _between(given: str, least: int, most: float = float("inf")) -> int:
    number = int(given)
    if not least <= number <= most:
        raise ValueError(given)
    return number


def _is_on(given: str) -> bool:
    return {sources.ON: True, sources.OFF: False}[given.lower()]


def _networks(given: str) -> tuple[Network, ...]:
    """Addresses and networks, parted by commas; `none` for no proxy at all."""
    return () if given == "none" else tuple(ip_network(one.strip()) for one in given.split(","))


def _hosts(given: str) -> tuple[str, ...]:
    hosts = tuple(one.strip().lower() for one in given.split(","))
    if not all(hosts):
        raise ValueError(given)
    return hosts


def _requests(given: str) -> Logged:
    return Logged(given.lower())


def _address(given: str) -> str:
    if given and not given.startswith(("http://", "https://")):
        raise ValueError(given)
    return given


def _store(given: str) -> str:
    """A folder, or `s3://bucket` with a prefix."""
    if "://" in given and not (given.startswith("s3://") and given.removeprefix("s3://").partition("/")[0]):
        raise ValueError(given)
    return given


_LEAST_SECRET = 32
"""Characters."""


def _secrets(given: str) -> tuple[str, ...]:
    """Secrets that nobody guesses, parted by commas."""
    found = tuple(part.strip() for part in given.split(",") if part.strip())
    if any(len(part) < _LEAST_SECRET for part in found):
        raise ValueError(given)
    return found


def _base(given: str) -> str:
    """An address without what follows its host: `https://hub.example.ir`."""
    parts = urlsplit(_address(given))
    if given and (not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment):
        raise ValueError(given)
    return given.rstrip("/")


def _security(given: str) -> MailSecurity:
    return MailSecurity(given.lower())


def _providers(path: str) -> Mapping[str, Provider]:
    """The OpenID Connect providers of a TOML file, by their short names."""
    if not path:
        return {}
    found = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    if not all(re.fullmatch("[a-z0-9-]{1,40}", key) and isinstance(one, dict) for key, one in found.items()):
        raise ValueError(path)
    try:
        return {key: Provider(**{"name": key, **one}) for key, one in found.items()}
    except TypeError:
        raise ValueError(path) from None


def _folder(given: str) -> Path | None:
    return Path(given) if given else None


def _documents(path: str) -> Mapping[str, str] | None:
    """The documents of a file, `{id or SHA-256: text}`, each by its SHA-256 as well; None without a file."""
    if not path:
        return None
    found = orjson.loads(Path(path).read_bytes())
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise ValueError(path)
    return {sha256(text.encode()).hexdigest(): text for text in found.values()} | found


# -- all of them -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set, and below that what a hub is told otherwise.

    The budgets are points a minute; 0 is no bound, there and for `address_connections`.
    `trusted_documents` are the only documents that run, by their ids and their SHA-256; None: any runs.
    """

    neo4j_uri: str = setting(
        "NEO4J_URI",
        "bolt://127.0.0.1:7687",
        str,
        "The database. Where it is given, none is started here; `neo4j://` for a cluster.",
    )
    neo4j_user: str = setting("NEO4J_USER", "neo4j", str, "Whom the hub signs in to that database as.")
    neo4j_password: str = setting("NEO4J_PASSWORD", "", str, "The password of that user.", secret=True)
    host: str = setting("HUB_HOST", "127.0.0.1", str, "The address the hub answers on.")
    port: int = setting("HUB_PORT", "8000", _port, "The port it answers on; 0 is any free one.")
    graphiql: bool = setting(
        "HUB_GRAPHIQL", "on", _is_on, "The page that a browser finds at `/graphql`; `off` leaves it out."
    )
    zone: ZoneInfo = setting(
        "HUB_TIME_ZONE",
        TIME_ZONE,
        ZoneInfo,
        "Whose midnight a day begins at: what is due, what runs, what today is.",
    )
    anonymity: int = setting(
        "HUB_ANONYMITY",
        str(ANONYMITY),
        _at_least_one,
        "How many organizations must fit what an anonymized record shows.",
    )
    request_seconds: float = setting(
        "HUB_REQUEST_SECONDS",
        str(MAXIMUM_SECONDS),
        _at_least_one,
        "How long an answer may take; more on a slow machine.",
    )
    budget_anonymous: int = setting(
        "HUB_BUDGET_ANONYMOUS",
        str(BUDGET_ANONYMOUS),
        _not_negative,
        "[Points](limits.md) a minute for an address without a token; 0 is no bound.",
    )
    budget_member: int = setting(
        "HUB_BUDGET_MEMBER", str(BUDGET_MEMBER), _not_negative, "The same for a member's token."
    )
    budget_coordinator: int = setting(
        "HUB_BUDGET_COORDINATOR",
        str(BUDGET_COORDINATOR),
        _not_negative,
        "The same for a coordinator's or an administrator's.",
    )
    budget_store: str = setting(
        "HUB_BUDGET_STORE",
        "memory://",
        str,
        "Where budgets are kept: `redis://localhost:6379` shares them between several processes.",
    )
    head_seconds: int = setting(
        "HUB_HEAD_SECONDS",
        str(MAXIMUM_HEAD_SECONDS),
        _at_least_one,
        "How long the headers of a request may take.",
    )
    body_seconds: int = setting(
        "HUB_BODY_SECONDS", str(MAXIMUM_BODY_SECONDS), _at_least_one, "How long its body may take."
    )
    stall_seconds: int = setting(
        "HUB_STALL_SECONDS",
        str(MAXIMUM_STALL_SECONDS),
        _at_least_one,
        "How long a connection stays whose answer nobody takes.",
    )
    idle_seconds: int = setting(
        "HUB_IDLE_SECONDS",
        str(MAXIMUM_IDLE_SECONDS),
        _at_least_one,
        "How long a connection stays without a request.",
    )
    connections: int = setting(
        "HUB_CONNECTIONS",
        str(MAXIMUM_OPEN_CONNECTIONS),
        _at_least_one,
        "How many are open at a time, of all.",
    )
    address_connections: int = setting(
        "HUB_ADDRESS_CONNECTIONS",
        str(MAXIMUM_ADDRESS_CONNECTIONS),
        _not_negative,
        "How many of one address; 0 is any number.",
    )
    trusted_proxies: tuple[Network, ...] = setting(
        "HUB_TRUSTED_PROXIES",
        "127.0.0.1",
        _networks,
        "Addresses and networks whose `X-Forwarded-For` is believed and whose connections are not counted,"
        " parted by commas; or `none`.",
    )
    allowed_hosts: tuple[str, ...] = setting(
        "HUB_ALLOWED_HOSTS",
        "*",
        _hosts,
        "The names the hub answers to, as `hub.example.ir, *.example.ir`; `/health/` answers to any.",
    )
    persisted_queries: bool = setting(
        "HUB_PERSISTED_QUERIES", "on", _is_on, "Apollo's automatic persisted queries; or `off`."
    )
    warming: bool = setting(
        "HUB_WARMING",
        "on",
        _is_on,
        "Asks for what is heavy once the hub has started, so that no user waits for its planning; or `off`.",
    )
    trusted_documents: Mapping[str, str] | None = setting(
        "HUB_TRUSTED_DOCUMENTS",
        "",
        _documents,
        "A JSON file `{id or SHA-256: text}`: only its documents run, by `documentId` or `persistedQuery`.",
        example="documents.json",
    )
    address: str = setting(
        "HUB_ADDRESS",
        "",
        _base,
        "Where people find the hub: what links in letters begin with, and what passkeys are for. With `https`"
        " cookies go by that alone. Not set: `http://localhost` and the port that `hub up` answers on.",
        example="https://hub.example.ir",
    )
    mail_server: str = setting(
        "HUB_MAIL_SERVER",
        "",
        str,
        "The host that takes mail (SMTP). Empty: letters lie in the folder `mail` beside the data.",
        example="smtp.example.ir",
    )
    mail_port: int = setting("HUB_MAIL_PORT", "587", _port, "Its port.")
    mail_security: MailSecurity = setting(
        "HUB_MAIL_SECURITY",
        "starttls",
        _security,
        "How the way there is kept from others: `starttls`, `tls` from the first byte on, or `none`.",
    )
    mail_user: str = setting("HUB_MAIL_USER", "", str, "Whom the hub signs in to it as; empty: it does not.")
    mail_password: str = setting("HUB_MAIL_PASSWORD", "", str, "The password of that user.", secret=True)
    mail_from: str = setting("HUB_MAIL_FROM", "hub@localhost", str, "Whom letters are from.")
    telling: bool = setting(
        "HUB_TELLING",
        "on",
        _is_on,
        "Whether [webhooks and letters of what is new](#telling) go out; `off` for a copy that is tried out.",
    )
    webhook_networks: tuple[Network, ...] = setting(
        "HUB_WEBHOOK_NETWORKS",
        "none",
        _networks,
        "Networks beside the public internet that webhooks may reach, there also over http, as"
        " 10.1.0.0/16; or `none`.",
    )
    secret: tuple[str, ...] = setting(
        "HUB_SECRET",
        "",
        _secrets,
        "What the secrets of authenticator apps, of webhooks and of links in letters are"
        " [sealed](#another-key) with, 32 characters or more; a new one goes before the old, with a comma."
        " Not set: a key file beside the data.",
        secret=True,
        example="the 44 characters of `openssl rand -base64 32`",
    )
    session_idle_minutes: int = setting(
        "HUB_SESSION_IDLE_MINUTES", "720", _at_least_one, "When a session ends that is not used."
    )
    session_hours: int = setting(
        "HUB_SESSION_HOURS", "336", _at_least_one, "When every session ends, used or not."
    )
    oidc_providers: Mapping[str, Provider] = setting(
        "HUB_OIDC_PROVIDERS",
        "",
        _providers,
        "A TOML file of those people may sign in with (OpenID Connect): a table each, with `issuer`,"
        " `client_id`, `client_secret` and `name`.",
        example="providers.toml",
    )
    backup_passphrase: str = setting(
        "HUB_BACKUP_PASSPHRASE",
        "",
        str,
        "What backups are encrypted and opened by, where a command is told to.",
        secret=True,
    )

    audit_days: int = setting(
        "HUB_AUDIT_DAYS",
        "730",
        _at_least_one,
        "How many days the [audit](#audit) keeps who did what.",
    )
    audit_address_days: int = setting(
        "HUB_AUDIT_ADDRESS_DAYS",
        "30",
        _at_least_one,
        "How many of these it keeps the address it came from; then only the network.",
    )
    files: str = setting(
        "HUB_FILES",
        "",
        _store,
        "Where uploaded files are kept: a folder, or `s3://bucket/prefix` of any S3-compatible store;"
        " in the data folder if it is not set.",
        example="/var/lib/hub/files",
    )
    files_endpoint: str = setting(
        "HUB_FILES_ENDPOINT",
        "",
        _address,
        "The address of that store, where it is not Amazon's.",
        example="https://s3.example.ir",
    )
    files_region: str = setting("HUB_FILES_REGION", "us-east-1", str, "The region of the bucket.")
    files_key: str = setting("HUB_FILES_KEY", "", str, "The access key of the store.", secret=True)
    files_secret: str = setting("HUB_FILES_SECRET", "", str, "The secret of that key.", secret=True)
    file_bytes: int = setting(
        "HUB_FILE_BYTES", str(MAXIMUM_FILE), _at_least_one, "How large an uploaded file may be."
    )
    files_quota: int = setting(
        "HUB_FILES_QUOTA",
        str(MAXIMUM_FILES),
        _at_least_one,
        "How many bytes all files of an organization may have together.",
    )
    upload_seconds: int = setting(
        "HUB_UPLOAD_SECONDS",
        str(MAXIMUM_UPLOAD_SECONDS),
        _at_least_one,
        "How long the sending of a file may take; HUB_BODY_SECONDS without a byte end it sooner.",
    )

    log_requests: Logged = setting(
        "HUB_LOG_REQUESTS",
        "all",
        _requests,
        "Which requests have a line in the [log](#logs): `all`, `failed` (refused, unanswered or with errors)"
        " or `none`.",
    )
    metrics_token: str = setting(
        "HUB_METRICS_TOKEN",
        "",
        str,
        "What `/metrics` is told to from elsewhere than this machine; empty: to nobody there.",
        secret=True,
    )
    slow_milliseconds: int = setting(
        "HUB_SLOW_MILLISECONDS",
        "1000",
        _at_least_one,
        "From when on a statement of the database is told of as [slow](#slow-statements).",
    )
    state_dir: Path | None = setting(
        "HUB_STATE_DIR",
        "",
        _folder,
        "Where the hub keeps the texts of slow statements; the data folder if it is not set.",
    )
    traces_endpoint: str = setting(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "",
        _address,
        "Where [traces](#traces) are sent to; empty: none are made.",
        example="http://127.0.0.1:4318",
    )

    data_dir: Path | None = None
    """The folder of the database, where the hub runs its own."""
    body_limit: int = MAXIMUM_BODY
    """The largest request, in bytes."""
    head_limit: int = MAXIMUM_HEAD
    """Its largest head, in bytes."""
    document_tokens: int = MAXIMUM_DOCUMENT_TOKENS
    document_depth: int = MAXIMUM_DOCUMENT_LEVELS
    viewer_seconds: float = 5.0
    """How long a token's rights are remembered."""

    @classmethod
    def from_environment(cls) -> Self:
        """The settings that the environment has, and those of the file that HUB_SETTINGS names.

        Raises SettingsWrong with all that cannot be used.
        """
        wrong: list[ValueRefused] = []
        held = _table(wrong)
        names = [
            name
            for one in DECLARED.values()
            for name in (one.name, *([sources.secret_file(one.name)] if one.secret else []))
        ]
        wrong += [*held.unknown(names), *sources.misspelt([*names, *COMPOSED])]
        values: dict[str, Any] = {}
        for field_name, one in DECLARED.items():
            try:
                found = (sources.given_secret if one.secret else sources.given)(one.name, held)
                if found is not None:
                    values[field_name] = _read(one, found)
            except ValueRefused as error:
                wrong.append(error)
        if wrong:
            raise SettingsWrong(wrong)
        return cls(**values)


COMPOSED = (sources.FILE, "HUB_DOMAIN", "HUB_MEMORY")
"""Variables that are read elsewhere: the file of settings, and docker-compose.yml."""

DECLARED: Mapping[str, Setting] = {
    one.name: one.metadata["setting"] for one in fields(Settings) if "setting" in one.metadata
}
"""The settings an operator has, by their fields, in the order of the table in docs/operations.md."""


def given(name: str) -> str | None:
    """The text an operator gave a setting, if any; what cannot be read gives none."""
    try:
        found = sources.given(name, sources.table())
    except ValueRefused:
        return None
    return None if found is None else found.text


def _table(wrong: list[ValueRefused]) -> sources.Table:
    try:
        return sources.table()
    except ValueRefused as error:
        wrong.append(error)
        return sources.Table()


def _read(one: Setting, found: sources.Given) -> Any:
    try:
        return one.read(found.text)
    except (
        ValueError,
        KeyError,
        OSError,
    ):  # a time zone nobody knows is a KeyError, a folder of them an OSError
        raise ValueRefused(
            "SETTING_WRONG", name=found.name, given=found.text, example=one.example or one.default
        ) from None
