"""Ask the database for all subscribers of a process, while there are any, whether anything was told."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

from graph.connection import Database
from graph.errors import GraphError

_EVERY_SECONDS = 0.3
_SETTLED_SECONDS = 60
_TOLD = "MATCH (c:Counter {name: 'events'}) RETURN toString(c.told) AS told"


class Pulse:
    """Wakes whoever listens when something was told, by this process or another one.

    `settled` is the last moment at which anything had been told a minute ago: what is read now holds all of
    that, also from a copy of the database that is a little behind.
    """

    def __init__(self, database: Database) -> None:
        self.settled: str | None = None
        self._database = database
        self._listeners: set[asyncio.Event] = set()
        self._work: asyncio.Task[None] | None = None
        self._last: str | None = None
        self._marked: tuple[float, str | None] = (time.monotonic(), None)

    @property
    def beats(self) -> bool:
        """Whether the database is being asked."""
        return self._work is not None

    async def told(self) -> str | None:
        """When the last event was told; None where there is none. Raises DatabaseUnavailable."""
        rows = await self._database.rows(_TOLD)
        return rows[0]["told"] if rows else None

    @contextmanager
    def heard(self) -> Iterator[asyncio.Event]:
        """What is set as soon as there may be something new."""
        woken = asyncio.Event()
        self._listeners.add(woken)
        if self._work is None:
            self._work = asyncio.create_task(self._beat())
        try:
            yield woken
        finally:
            self._listeners.discard(woken)
            if not self._listeners and self._work is not None:
                self._work.cancel()
                self._work = None

    def wake(self) -> None:
        """Have all look."""
        for woken in self._listeners:
            woken.set()

    async def _beat(self) -> None:
        while True:
            try:
                told = await self.told()
            except GraphError:
                pass  # It is asked again: whoever listens has lost nothing.
            else:
                self._settle(told)
                if told != self._last:
                    self._last = told
                    self.wake()
            await asyncio.sleep(_EVERY_SECONDS)

    def _settle(self, told: str | None) -> None:
        at, marked = self._marked
        if time.monotonic() - at >= _SETTLED_SECONDS:
            self.settled = marked
            self._marked = (time.monotonic(), told)
