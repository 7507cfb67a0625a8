"""Turn what was refused into rows of the audit, counted by the hour: an attacker fills no disk.

A hub that is killed loses what it has counted in its last seconds.
"""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from graph.connection import Database
from graph.limits import MAXIMUM_TRIES
from graph.queries import audit
from graph.queries.audit import Refused, Trail
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
        self._waiting: dict[tuple[datetime, Trail], Refused] = {}

    def over(self, visit: Visit, host: str | None) -> None:
        """Hear of a request as it ends, and of the address that it came from."""
        for code in visit.codes:
            if CATALOG[code].counted:
                self._add(code, visit, host, datetime.now(UTC))

    def _add(self, code: str, visit: Visit, host: str | None, now: datetime) -> None:
        hour = now.replace(minute=0, second=0, microsecond=0)
        if hour != self._hour:
            self._hour, self._known = hour, set()
        trail = Trail(
            code,
            None if visit.viewer == "unknown" else visit.viewer.upper(),
            visit.token,
            visit.person,
            visit.session,
            household(host) if host else None,
            network(host) if host else None,
        )
        if trail not in self._known and len(self._known) >= MAXIMUM_TRIES:
            trail = Trail(code)  # Of all others only how many they were.
        self._known.add(trail)
        found = self._waiting.get((hour, trail))
        if found is None and len(self._waiting) >= _HOURS * MAXIMUM_TRIES:
            return
        counted = Refused(trail, now, now, 1) if found is None else _once_more(found, now)
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


def _once_more(found: Refused, now: datetime) -> Refused:
    return replace(found, last=now, times=found.times + 1)


def _joined(one: Refused, later: Refused) -> Refused:
    return replace(one, last=later.last, times=one.times + later.times)
