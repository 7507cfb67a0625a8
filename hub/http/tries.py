"""Turn what was refused, and what nobody in particular did, into rows of the audit, counted by the hour.

So an attacker fills no disk.
A hub that is killed loses what it has counted in its last seconds.
"""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from graph.connection import Database
from graph.limits import MAXIMUM_TRIES
from graph.model.audit import AuditKind
from graph.queries import audit
from graph.queries.audit import Counted, Trail
from graph.room import expect_room
from hub.errors import CATALOG
from hub.http.addresses import household, network
from hub.visit import Visit

_HOURS = 24
"""How many hours of counts wait at most for a database that does not answer."""


class Tries:
    """Counts the requests that met an error which says that somebody tried what they may not."""

    def __init__(self, database: Database, data_dir: Path | None) -> None:
        self._database = database
        self._data_dir = data_dir
        self._hour: datetime | None = None
        self._known: set[Trail] = set()
        """Who is told apart in this hour."""
        self._accounts: set[Trail] = set()
        """Whose accounts were tried by others than these."""
        self._waiting: dict[tuple[datetime, Trail], Counted] = {}

    def over(self, visit: Visit, host: str | None) -> None:
        """Hear of a request as it ends, and of the address that it came from."""
        for code in visit.codes:
            if CATALOG[code].counted:
                for person in [whose for met, whose in visit.tried if met == code] or [None]:
                    self._add(AuditKind.REFUSAL, code, visit, host, person)
        for deed in visit.deeds:
            self._add(AuditKind.DEED, deed, visit, host)

    def _add(
        self, kind: AuditKind, what: str, visit: Visit, host: str | None, about: str | None = None
    ) -> None:
        now = datetime.now(UTC)
        hour = now.replace(minute=0, second=0, microsecond=0)
        if hour != self._hour:
            self._hour, self._known, self._accounts = hour, set(), set()
        trail = self._told_apart(
            Trail(
                what,
                None if visit.viewer == "unknown" else visit.viewer.upper(),
                visit.token,
                visit.person,
                visit.session,
                household(host) if host else None,
                network(host) if host else None,
                about=about,
            )
        )
        found = self._waiting.get((hour, trail))
        if found is None and len(self._waiting) >= _HOURS * MAXIMUM_TRIES:
            return
        counted = Counted(kind, trail, now, now, 1) if found is None else _once_more(found, now)
        self._waiting[hour, trail] = counted

    def _told_apart(self, trail: Trail) -> Trail:
        """What is kept of a trail: all of the first ones of an hour; of as many more whose account it was.

        Of all the rest only how many they were: so nobody hides behind a crowd of their own making.
        """
        if _is_among(self._known, trail):
            return trail
        of_account = Trail(trail.what, about=trail.about)
        if trail.about is not None and _is_among(self._accounts, of_account):
            return of_account
        return Trail(trail.what)

    async def write(self) -> None:
        """Write what was counted since the last time. Raises GraphError, and then all of it waits."""
        if not self._waiting:
            return
        expect_room(self._data_dir)
        taken, self._waiting = self._waiting, {}
        try:
            await audit.count(self._database, list(taken.values()))
        except BaseException:
            for key, one in taken.items():
                later = self._waiting.get(key)
                self._waiting[key] = one if later is None else _joined(one, later)
            raise


def _is_among(known: set[Trail], trail: Trail) -> bool:
    """Whether a trail is one of those that are told apart, or is from now on."""
    if trail not in known and len(known) >= MAXIMUM_TRIES:
        return False
    known.add(trail)
    return True


def _once_more(found: Counted, now: datetime) -> Counted:
    return replace(found, last=now, times=found.times + 1)


def _joined(one: Counted, later: Counted) -> Counted:
    return replace(one, last=later.last, times=one.times + later.times)
