"""What a request carries on its way: who asks, in which language, and the way to the graph."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from graph.compiler import AUDIENCES, Compiler, Role
from graph.connection import Database
from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.life import Scope
from graph.queries.audit import Trail
from hub.attempts import Attempts
from hub.bill import Bill
from hub.mail import Post
from hub.merged import NONE, Merged
from hub.seals import Seals
from hub.settings import ANONYMITY, Settings
from hub.shares import Share, Shares


def scope_name(scope: Scope) -> str:
    """A scope as tokens, errors and the command line say it.

    >>> scope_name(Scope.PUBLISH)
    'publish'
    """
    return str(scope.value).lower()


HOLE = f"\x00hole {secrets.token_hex(8)}"
"""Stands in an answer where the schema promises a value and the graph has none."""


@dataclass(frozen=True, slots=True)
class Reviews:
    """What a reviewer reviews: ids of topics (with the narrower ones) and of provinces; empty for all."""

    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks: by an API token, or a person by a session.

    `partners` are the organizations that share a running partnership with theirs; `trustee`: whether they
    may open the author of an anonymized record. `regions`: the provinces of a coordinator; empty where the
    whole country is theirs. `reviews`: what they review, one for each appointment. `authenticated`: when a
    person last showed who they are, in seconds since 1970; `unshown`: without the second factor they have;
    `secured`: trusted with what needs one, and without it now.
    """

    role: Role = Role.ANONYMOUS
    organization: str | None = None
    partners: tuple[str, ...] = ()
    scopes: frozenset[str] = frozenset({scope_name(Scope.READ)})
    token: str | None = None
    person: str | None = None
    account: str | None = None
    session: str | None = None
    authenticated: float = 0.0
    unshown: bool = False
    secured: bool = False
    trustee: bool = False
    regions: tuple[str, ...] = ()
    reviews: tuple[Reviews, ...] = ()

    @property
    def key(self) -> str | None:
        """What its accounts and keys go by: a token or a person; None for whoever is nobody."""
        return self.token or self.person

    def parameter(self) -> dict[str, Any]:
        """The query parameter `$viewer`."""
        return {
            "organization": self.organization,
            "partners": list(self.partners),
            "regions": list(self.regions),
            "person": self.person,
            "session": self.session,
            "audiences": [*AUDIENCES[self.role], *([Audience.REVIEWERS.value] if self.reviews else [])],
            "reviews": [{"topics": list(one.topics), "regions": list(one.regions)} for one in self.reviews],
        }


ANONYMOUS = Viewer()


@dataclass(slots=True)
class Caller:
    """The other end of a request: its address and the network of that, what it calls itself, whether a page
    of the hub asks, the `origin` of those, and the number of the request.

    `secret` is the one of the session that its cookie is to hold from now on; empty: it is to hold none.
    `ended`: why its cookie opens no session, where it has brought one.
    """

    address: str = ""
    agent: str | None = None
    own_site: bool = True
    origin: str = ""
    network: str = ""
    request: str | None = None
    secret: str | None = None
    ended: ValueRefused | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What deeds need beside the graph: the mail, how often somebody tries, what seals, and the settings."""

    post: Post
    attempts: Attempts
    settings: Settings
    seals: Seals


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _a_share() -> Share:
    return Shares().of("")


@dataclass(slots=True)
class Context:
    """One request. `clock` gives the time that queries and writes see, `zone` the day it is."""

    database: Database
    compiler: Compiler
    viewer: Viewer
    zone: tzinfo = UTC
    anonymity: int = ANONYMITY
    """How many organizations must fit what an anonymized record shows."""
    language: str = "fa"
    bookmark: str | None = None
    """What must be visible to the next read: the client's own bookmark, then that of its write."""
    written_bookmark: str | None = None
    """The bookmark of the last write of this request, for the client to send back."""
    clock: Callable[[], datetime] = field(default=_utc_now)
    forget_viewers: Callable[[], None] = lambda: None
    """Called when a write changes who somebody is."""
    doing: str = ""
    """The mutation that is under way."""
    noted: bool = False
    """Whether the deed under way has left its entry in the audit."""
    merged: Merged = NONE
    caller: Caller = field(default_factory=Caller)
    desk: Desk | None = None
    bill: Bill = field(default_factory=Bill)
    share: Share = field(default_factory=_a_share)
    completed: bool = False
    """Whether graphql-core completes what the graph answered: slower, and the same."""

    def trail(self) -> Trail:
        """Who does what is under way, and from where, as the audit keeps it."""
        viewer, caller = self.viewer, self.caller
        return Trail(
            self.doing,
            viewer.role.value,
            viewer.token,
            viewer.person,
            viewer.session,
            caller.address or None,
            caller.network or None,
            caller.request,
        )

    def _providers(self) -> list[dict[str, str]]:
        """Whom people may sign in with."""
        known = self.desk.settings.oidc_providers if self.desk else {}
        return [{"provider": key, "name": one.name} for key, one in known.items()]

    def parameters(self) -> dict[str, Any]:
        """The parameters every query may use."""
        now = self.clock()
        return {
            # Of a read nothing is kept.
            **({"trail": self.trail().values()} if self.doing else {}),
            "viewer": self.viewer.parameter(),
            "role": self.viewer.role.value,
            "trustee": self.viewer.trustee,
            "scopes": sorted(scope.upper() for scope in self.viewer.scopes),
            "language": self.language,
            "now": now,
            "today": day_of(now, self.zone),
            "month": f"{day_of(now, self.zone):%Y-%m}",
            "zone": str(self.zone),
            "anonymity": self.anonymity,
            "hole": HOLE,
            "providers": self._providers(),
        }


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The day it is there at a moment.

    >>> from zoneinfo import ZoneInfo
    >>> day_of(datetime(2026, 3, 20, 20, 30, tzinfo=UTC), ZoneInfo("Asia/Tehran"))
    datetime.date(2026, 3, 21)
    """
    return moment.astimezone(zone).date()
