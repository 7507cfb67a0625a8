"""Keep when tokens were last used, once an hour each, beside the requests that use them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from graph.connection import Database
from graph.limits import MAXIMUM_KEPT_VIEWERS
from graph.queries import tokens
from graph.room import expect_room
from hub.visit import Visit

_EXACT = timedelta(hours=1)


class Uses:
    """Notes which tokens are used."""

    def __init__(self, database: Database, data_dir: Path | None) -> None:
        self._database = database
        self._data_dir = data_dir
        self._written: dict[str, datetime] = {}
        self._waiting: dict[str, datetime] = {}

    def over(self, visit: Visit, _host: str | None) -> None:
        """Hear of a request as it ends."""
        if visit.token is None or visit.token in self._waiting:
            return
        now = datetime.now(UTC)
        if now - self._written.get(visit.token, datetime.min.replace(tzinfo=UTC)) >= _EXACT:
            self._waiting[visit.token] = now

    async def write(self) -> None:
        """Keep those since the last time. Raises GraphError, and then they wait."""
        if not self._waiting:
            return
        expect_room(self._data_dir)
        taken = dict(self._waiting)
        await tokens.used(self._database, taken)
        if len(self._written) + len(taken) > MAXIMUM_KEPT_VIEWERS:
            self._written.clear()
        self._written |= taken
        for token in taken:
            del self._waiting[token]
