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
        self._waiting: dict[tuple[datetime, Trail], Counted] = {}

    def over(self, visit: Visit, host: str | None) -> None:
        """Hear of a request as it ends, and of the address that it came from."""
        for code in visit.codes:
            if CATALOG[code].counted:
                self._add(AuditKind.REFUSAL, code, visit, host)
        for deed in visit.deeds:
            self._add(AuditKind.DEED, deed, visit, host)

    def _add(self, kind: AuditKind, what: str, visit: Visit, host: str | None) -> None:
        now = datetime.now(UTC)
        hour = now.replace(minute=0, second=0, microsecond=0)
        if hour != self._hour:
            self._hour, self._known = hour, set()
        trail = Trail(
            what,
            None if visit.viewer == "unknown" else visit.viewer.upper(),
            visit.token,
            visit.person,
            visit.session,
            household(host) if host else None,
            network(host) if host else None,
        )
        if trail not in self._known and len(self._known) >= MAXIMUM_TRIES:
            trail = Trail(what)  # Of all others only how many they were.
        self._known.add(trail)
        found = self._waiting.get((hour, trail))
        if found is None and len(self._waiting) >= _HOURS * MAXIMUM_TRIES:
            return
        counted = Counted(kind, trail, now, now, 1) if found is None else _once_more(found, now)
        self._waiting[hour, trail] = counted

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


def _once_more(found: Counted, now: datetime) -> Counted:
    return replace(found, last=now, times=found.times + 1)


def _joined(one: Counted, later: Counted) -> Counted:
    return replace(one, last=later.last, times=one.times + later.times)
