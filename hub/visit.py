"""What is known of one request while it is answered: for its line in the log, its metrics and its trace."""

import re
import secrets
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Protocol

_FORM = re.compile(rb"[A-Za-z0-9._-]{1,64}")
"""The numbers of others that are taken over: nothing that means anything to whoever reads a log."""


class Priced(Protocol):
    """What has a price, and whether it was paid: a bill."""

    points: int
    begun: bool


@dataclass(slots=True, eq=False)
class Visit:
    """One request. Nothing of what it says is here: no variables, no texts, no token.

    `peer` is the address at the other end of the connection, which may be a proxy. `viewer` is a role in
    small letters; "unknown" until the token was read. `document` is the SHA-256 of its document, shortened.
    `statements` and `database` (seconds) are what the database did for it; `codes` those of its errors.
    `status` is None where nothing was answered, since the client has gone: then it is `lost`.
    """

    number: str
    peer: str | None = None
    begun: float = field(default_factory=perf_counter)
    viewer: str = "unknown"
    token: str | None = None
    person: str | None = None
    session: str | None = None
    operation: str | None = None
    document: str | None = None
    bill: Priced | None = None
    statements: int = 0
    database: float = 0.0
    codes: dict[str, None] = field(default_factory=dict)
    deeds: dict[str, None] = field(default_factory=dict)
    """What it has done without being anybody."""
    tried: dict[tuple[str, str | None], None] = field(default_factory=dict)
    """Those of its errors that were met at an account, and whose it is; None where it is nobody's."""
    status: int | None = None
    lost: bool = False
    streamed: bool = False
    """Whether its answer goes on until somebody ends it: how long that took says nothing."""
    span: Any = None
    """What traces its time, where that is wanted."""

    @property
    def points(self) -> int:
        """Its price."""
        return 0 if self.bill is None else self.bill.points

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return perf_counter() - self.begun

    def answers(self, status: int) -> None:
        """Note the status that whoever asked gets; the first one is sent."""
        if self.status is None and not self.lost:
            self.status = status


VISIT: ContextVar[Visit | None] = ContextVar("VISIT", default=None)
"""The request that is being answered here."""


def note(code: str) -> None:
    """Note that the request which is being answered here meets an error."""
    visit = VISIT.get()
    if visit is not None:
        visit.codes[code] = None


def note_tried(code: str, person: str | None) -> None:
    """Note whose account an error was met at: for the audit, and for nothing that is answered."""
    visit = VISIT.get()
    if visit is not None:
        visit.tried[code, person] = None


def count(deed: str) -> None:
    """Note that the request which is being answered here has done what anybody may do."""
    visit = VISIT.get()
    if visit is not None:
        visit.deeds[deed] = None


def number_of(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """The number of a request: that of its X-Request-Id, if it has one of letters and digits, or a new one.

    >>> number_of([(b"x-request-id", b"7f3a-01")])
    '7f3a-01'
    >>> len(number_of([(b"x-request-id", b"two words")]))
    12
    """
    given = [value for name, value in headers if name == b"x-request-id"]
    if len(given) == 1 and _FORM.fullmatch(given[0]):
        return given[0].decode()
    return secrets.token_hex(6)
