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
    """Takes points from accounts: one for each token, and one for each address that sends none.

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

    async def take(self, viewer: Viewer, address: str, points: int) -> Account | None:
        """The account after the points were taken; None where there is no bound.

        Raises ValueRefused RATE_LIMITED, and takes nothing.
        """
        limit = self._points[viewer.role]
        if not limit:
            return None
        item = RateLimitItemPerMinute(limit)
        key = viewer.token or f"address {address}"
        paid = await self._limiter.hit(item, key, cost=points)
        remaining = (await self._limiter.get_window_stats(item, key)).remaining
        # Windows begin with the minute; from its end on, what was spent in it weighs less and less.
        resets = (time.time() // SECONDS + 1) * SECONDS
        if not paid:
            seconds = math.ceil(resets - time.time())
            raise ValueRefused("RATE_LIMITED", points=points, remaining=remaining, seconds=seconds)
        return Account(limit, remaining, datetime.fromtimestamp(resets, UTC), SECONDS)
