"""What a request costs: its price is known before anything of it runs, and is paid once."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from graph.errors import GraphError, QueryTooDear, QueryTooLarge, QueryTooLong
from graph.limits import MAXIMUM_PAGE, MAXIMUM_PLANNING, MAXIMUM_POINTS

PointsOf: TypeAlias = Callable[[int | None], int]
"""The points of one field; for a number, if no page had more rows than that."""
Where: TypeAlias = Callable[[], str]
"""Where in the answer most of a price is spent, as `lessons.nodes.experiences`."""

WRITE_POINTS = 2_000
"""What a change costs beside its answer."""
READING = 5
"""What a character of a document costs that is refused before anything else was paid for it."""

_SMALLER = (50, 20, 10, 5, 2, 1)


@dataclass(frozen=True, slots=True)
class Account:
    """What a viewer may spend: `limit` points a window of `seconds`, `remaining` of them, until `resets`."""

    limit: int
    remaining: int
    resets: datetime
    seconds: int

    def headers(self) -> dict[str, str]:
        """The account as HTTP has it (the draft of RateLimit headers)."""
        left = max(0, round((self.resets - datetime.now(UTC)).total_seconds()))
        return {
            "ratelimit-policy": f'"points";q={self.limit};w={self.seconds}',
            "ratelimit": f'"points";r={self.remaining};t={left}',
        }


async def _boundless(_points: int) -> Account | None:
    return None


def _nothing() -> None:
    pass


def _in_no_field() -> str:
    return ""


class Bill:
    """The price of one request. Every root field adds its own as it is bound; all are paid before one runs.

    `take` pays from the viewer's account, and gives None where it has no bound. `paid` is called as soon as
    something is.
    """

    def __init__(
        self, take: Callable[[int], Awaitable[Account | None]] = _boundless, most: int = MAXIMUM_POINTS
    ) -> None:
        self.account: Account | None = None
        self.refused: GraphError | None = None
        self.begun = False
        self.paid: Callable[[], None] = _nothing
        self._take = take
        self._most = most
        self.points = 0
        self.planning = 0
        self._items: list[tuple[PointsOf, Where]] = []
        self._planned: dict[str, tuple[int, Where]] = {}
        self._paying = asyncio.Lock()
        self._paid = 0

    def add(self, item: PointsOf, where: Where = _in_no_field) -> None:
        """Add a field. Root fields of a query are all added before the first of them pays."""
        self._items.append((item, where))
        self.points += item(None)

    def plan(self, text: str, points: int, where: Where = _in_no_field) -> None:
        """Add what it costs to plan a text, once, however many fields have it.

        It is paid like all else, and bounded by itself: a long text is planned once, whoever asks it next.
        """
        if points and text not in self._planned:
            self._planned[text] = points, where
            self.planning += points
            self.points += points

    async def pay(self) -> None:
        """Pay for all that was added.

        Raises QueryTooLarge, QueryTooDear, QueryTooLong, ValueRefused RATE_LIMITED.
        """
        async with self._paying:  # Whoever comes second waits for the same payment: it may be refused.
            if self.refused is not None:
                raise self.refused.with_traceback(None)  # Else it grows with every field that is told.
            if self._paid < self.points:
                try:
                    await self._settle()
                except GraphError as error:
                    self.refused = error
                    raise
        self.begun = True
        self.paid()

    async def _settle(self) -> None:
        run = self.points - self.planning
        if run > self._most:
            part, where = max(((item(None), where) for item, where in self._items), key=lambda one: one[0])
            told = {"points": run, "maximum": self._most, "part": part, "where": where()}
            rows = self._fitting()
            raise QueryTooLarge(rows=rows, **told) if rows else QueryTooDear(**told)
        if self.planning > max(self._most, MAXIMUM_PLANNING):
            part, where = max(self._planned.values(), key=lambda one: one[0])
            most = int(MAXIMUM_PLANNING)
            raise QueryTooLong(points=self.planning, maximum=most, part=part, where=where())
        due, self._paid = self.points - self._paid, self.points
        self.account = await self._take(due)

    def _fitting(self) -> int:
        """The largest page with which all of it would fit; 0 where none would."""
        for size in (MAXIMUM_PAGE, *_SMALLER):
            if sum(item(size) for item, _ in self._items) <= self._most:
                return size
        return 0

    def told(self) -> dict[str, Any]:
        """The bill as `extensions.cost` has it."""
        cost: dict[str, Any] = {"points": self.points, "maximum": self._most}
        if self.account is not None:
            cost |= {"remaining": self.account.remaining, "resetsAt": self.account.resets}
        return cost

    def parameter(self) -> dict[str, Any]:
        """The query parameter `$rate`."""
        account = self.account
        return {
            "points": self.points,
            "maximum": self._most,
            "limit": account and account.limit,
            "remaining": account and account.remaining,
            "resetsAt": account and account.resets,
        }
