"""Who may use the database when: nobody takes all of it, and what is cheap does not wait for what is dear.

Everybody's turns come in the order in which they were asked for.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_AT_ONCE, MAXIMUM_DEAR, MAXIMUM_OF_A_VIEWER

_PATIENCE_SECONDS = 5.0


class Shares:
    """The turns of all viewers. `waiting` is how many wait for one."""

    def __init__(self) -> None:
        self.waiting = 0
        self._dear = asyncio.Semaphore(MAXIMUM_DEAR)
        self._viewers: dict[str, asyncio.Semaphore] = {}
        self._asking: Counter[str] = Counter()

    def of(self, viewer: str) -> "Share":
        """The share of one request by a viewer: a token, or an address."""
        return Share(self, viewer)

    @asynccontextmanager
    async def turn(self, viewer: str, *, dear: bool) -> AsyncIterator[None]:
        """Wait for a turn of a viewer, and have it. Raises ValueRefused TOO_BUSY."""
        own = self._viewers.setdefault(viewer, asyncio.Semaphore(MAXIMUM_OF_A_VIEWER))
        self._asking[viewer] += 1
        try:
            async with self._turn(own), self._turn(self._dear) if dear else nullcontext():
                yield
        finally:
            self._asking[viewer] -= 1
            if not self._asking[viewer]:
                del self._asking[viewer], self._viewers[viewer]

    @asynccontextmanager
    async def _turn(self, of: asyncio.Semaphore) -> AsyncIterator[None]:
        """Wait for a turn, and have it. Raises ValueRefused TOO_BUSY."""
        if of.locked():
            self.waiting += 1
            try:
                async with asyncio.timeout(_PATIENCE_SECONDS):
                    await of.acquire()
            except TimeoutError:
                raise ValueRefused("TOO_BUSY") from None
            finally:
                self.waiting -= 1
        else:
            await of.acquire()  # It is there: this waits for nothing.
        try:
            yield
        finally:
            of.release()


class Share:
    """What one request may have the database do at a time."""

    def __init__(self, shares: Shares, viewer: str) -> None:
        self._shares = shares
        self._viewer = viewer
        self._own = asyncio.Semaphore(MAXIMUM_AT_ONCE)

    @asynccontextmanager
    async def turn(self, *, dear: bool) -> AsyncIterator[None]:
        """Wait for a turn of this request, and have it. Raises ValueRefused TOO_BUSY."""
        async with self._own, self._shares.turn(self._viewer, dear=dear):
            yield
