"""What each viewer and each address may spend over time, in points; kept by the `limits` library."""

import math
import time
from datetime import UTC, datetime

from limits import RateLimitItemPerMinute
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.storage import storage_from_string

from graph.compiler import Role
from graph.errors import ValueRefused
from hub.bill import Account
from hub.context import Viewer
from hub.settings import Settings

SECONDS = 60


class Budget:
    """The accounts of all: one for each token or person, and one for each address of nobody known.

    A process keeps them for itself; HUB_BUDGET_STORE shares them between processes.
    """

    def __init__(self, settings: Settings) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(storage_from_string(f"async+{settings.budget_store}"))
        coordinators = settings.budget_coordinator
        self._points = {
            Role.ANONYMOUS: settings.budget_anonymous,
            Role.MEMBER: settings.budget_member,
            Role.COORDINATOR: coordinators,
            Role.ADMINISTRATOR: coordinators,
        }

    def of(self, viewer: Viewer, address: str) -> "Purse | None":
        """What a viewer spends from: a token's, a person's or an address's. None where there is no bound."""
        limit = self._points[viewer.role]
        return Purse(self._limiter, limit, viewer.key or f"address {address}") if limit else None


class Purse:
    """The account of one viewer: `limit` points a window."""

    def __init__(self, limiter: SlidingWindowCounterRateLimiter, limit: int, key: str) -> None:
        self._limiter = limiter
        self._item = RateLimitItemPerMinute(limit)
        self._key = key

    async def take(self, points: int) -> Account:
        """The account after the points were taken.

        Raises ValueRefused RATE_LIMITED, and takes nothing.
        """
        paid = await self._limiter.hit(self._item, self._key, cost=points)
        remaining = await self._remaining()
        if not paid:
            raise _refused(points, remaining)
        return Account(self._item.amount, remaining, datetime.fromtimestamp(_end(), UTC), SECONDS)

    async def spend(self, points: int) -> None:
        """Take the points, or what is left where that is less."""
        if not await self._limiter.hit(self._item, self._key, cost=points):
            left = min(points, await self._remaining())
            if left:
                await self._limiter.hit(self._item, self._key, cost=left)

    async def expect(self, points: int) -> None:
        """Raises ValueRefused RATE_LIMITED where nothing is left for what costs so many."""
        if not await self._remaining():
            raise _refused(points, 0)

    async def _remaining(self) -> int:
        return (await self._limiter.get_window_stats(self._item, self._key)).remaining


def _end() -> float:
    # Windows begin with the minute; from its end on, what was spent in it weighs less and less.
    return (time.time() // SECONDS + 1) * SECONDS


def _refused(points: int, remaining: int) -> ValueRefused:
    seconds = math.ceil(_end() - time.time())
    return ValueRefused("RATE_LIMITED", points=points, remaining=remaining, seconds=seconds)
