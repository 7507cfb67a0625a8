"""Who may use the database and the process when: nobody takes all, and what is cheap waits for nothing dear.

Everybody's turns come in the order in which they were asked for.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass, field

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_AT_ONCE, MAXIMUM_DEAR, MAXIMUM_OF_A_VIEWER

_PATIENCE_SECONDS = 5.0


@dataclass(slots=True)
class _Viewer:
    """What the requests of a viewer share, while there are any."""

    entrance: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MAXIMUM_OF_A_VIEWER))
    asking: int = 0


class Shares:
    """The turns of all viewers. `waiting` is how many wait for one."""

    def __init__(self) -> None:
        self.waiting = 0
        self._dear = asyncio.Semaphore(MAXIMUM_DEAR)
        self._viewers: dict[str, _Viewer] = {}

    def of(self, viewer: str) -> "Share":
        """The share of one request by a viewer: a token, or an address."""
        return Share(self, viewer)

    @asynccontextmanager
    async def turn(self, viewer: str, *, dear: bool) -> AsyncIterator[None]:
        """Wait for a turn of a viewer at the database, and have it. Raises ValueRefused TOO_BUSY."""
        with self._asking(viewer) as own:
            async with self._turn(own.turns), self._turn(self._dear) if dear else nullcontext():
                yield

    @asynccontextmanager
    async def entrance(self, viewer: str) -> AsyncIterator[Callable[[], None]]:
        """Wait until no other request of a viewer is being read; gives what lets the next one in.

        Requests are read by one thread. Of many that come together it would read all before it answers
        any, and whoever else asks would wait for as many. Raises ValueRefused TOO_BUSY.
        """
        with self._asking(viewer) as own:
            await self._come(own.entrance)
            inside = True

            def leave() -> None:
                nonlocal inside
                if inside:
                    inside = False
                    own.entrance.release()

            try:
                yield leave
            finally:
                leave()

    @contextmanager
    def _asking(self, viewer: str) -> Iterator[_Viewer]:
        own = self._viewers.setdefault(viewer, _Viewer())
        own.asking += 1
        try:
            yield own
        finally:
            own.asking -= 1
            if not own.asking:
                del self._viewers[viewer]

    @asynccontextmanager
    async def _turn(self, of: asyncio.Semaphore) -> AsyncIterator[None]:
        """Wait for a turn, and have it. Raises ValueRefused TOO_BUSY."""
        await self._come(of)
        try:
            yield
        finally:
            of.release()

    async def _come(self, to: asyncio.Semaphore) -> None:
        if not to.locked():
            await to.acquire()  # It is there: this waits for nothing.
            return
        self.waiting += 1
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await to.acquire()
        except TimeoutError:
            raise ValueRefused("TOO_BUSY") from None
        finally:
            self.waiting -= 1


class Share:
    """What one request may have the hub and its database do at a time."""

    def __init__(self, shares: Shares, viewer: str) -> None:
        self._shares = shares
        self._viewer = viewer
        self._own = asyncio.Semaphore(MAXIMUM_AT_ONCE)

    @asynccontextmanager
    async def turn(self, *, dear: bool) -> AsyncIterator[None]:
        """Wait for a turn of this request at the database, and have it. Raises ValueRefused TOO_BUSY."""
        async with self._own, self._shares.turn(self._viewer, dear=dear):
            yield

    def entrance(self) -> AbstractAsyncContextManager[Callable[[], None]]:
        """Be the one request of its viewer that is being read. Raises ValueRefused TOO_BUSY."""
        return self._shares.entrance(self._viewer)
