"""Who may use the database when: a request, a viewer, and what is dear, each have their turns."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import pytest

from graph.errors import QueryTooDear, QueryTooLarge, ValueRefused
from graph.limits import MAXIMUM_AT_ONCE, MAXIMUM_DEAR, MAXIMUM_OF_A_VIEWER
from hub import shares
from hub.bill import Account, Bill
from hub.shares import Share, Shares


class Work:
    """Statements that run until they are let go, and how many have begun."""

    def __init__(self) -> None:
        self.begun = 0
        self.done = asyncio.Event()

    async def on(self, share: Share, *, dear: bool = False) -> None:
        async with share.turn(dear=dear):
            self.begun += 1
            await self.done.wait()


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def test_a_request_has_four_at_a_time_and_a_viewer_twelve() -> None:
    async def work() -> None:
        all_, one, many, other = Shares(), Work(), Work(), Work()
        request = all_.of("a")
        tasks = [asyncio.ensure_future(one.on(request)) for _ in range(MAXIMUM_AT_ONCE + 1)]
        await settled()
        assert one.begun == MAXIMUM_AT_ONCE
        tasks += [asyncio.ensure_future(many.on(all_.of("a"))) for _ in range(MAXIMUM_OF_A_VIEWER)]
        await settled()
        assert one.begun + many.begun == MAXIMUM_OF_A_VIEWER
        tasks.append(asyncio.ensure_future(other.on(all_.of("b"))))
        await settled()
        assert other.begun == 1
        for each in (one, many, other):
            each.done.set()
        await asyncio.gather(*tasks)
        assert (one.begun, many.begun) == (MAXIMUM_AT_ONCE + 1, MAXIMUM_OF_A_VIEWER)

    asyncio.run(work())


def test_what_is_dear_waits_for_what_is_dear_and_what_is_cheap_for_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shares, "_PATIENCE_SECONDS", 0.01)

    async def work() -> None:
        all_, dear, cheap = Shares(), Work(), Work()
        tasks = [
            asyncio.ensure_future(dear.on(all_.of(str(number)), dear=True)) for number in range(MAXIMUM_DEAR)
        ]
        await settled()
        assert dear.begun == MAXIMUM_DEAR
        with pytest.raises(ValueRefused, match="TOO_BUSY"):
            await dear.on(all_.of("late"), dear=True)
        tasks.append(asyncio.ensure_future(cheap.on(all_.of("late"))))
        await settled()
        assert cheap.begun == 1
        dear.done.set()
        cheap.done.set()
        await asyncio.gather(*tasks)
        await dear.on(all_.of("late"), dear=True)

    asyncio.run(work())


def test_of_a_viewer_one_request_is_read_at_a_time_and_nobody_else_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shares, "_PATIENCE_SECONDS", 0.01)

    async def work() -> None:
        all_, read, gone = Shares(), list[str](), asyncio.Event()

        async def request(viewer: str, name: str) -> None:
            async with all_.of(viewer).entrance() as leave:
                read.append(name)
                leave()
                leave()  # Twice lets nobody else in.
                await gone.wait()

        async with all_.of("a").entrance():
            other = asyncio.ensure_future(request("b", "another's"))
            await settled()
            assert read == ["another's"]
            with pytest.raises(ValueRefused, match="TOO_BUSY"):
                await request("a", "too late")
            waiting = [asyncio.ensure_future(request("a", name)) for name in ("second", "third")]
            await settled()
            assert (read, all_.waiting) == (["another's"], 2)
        await settled()
        # Each that is read lets the next one in, and is answered meanwhile.
        assert (read, all_.waiting) == (["another's", "second", "third"], 0)
        gone.set()
        await asyncio.gather(other, *waiting)

    asyncio.run(work())


# -- bills -----------------------------------------------------------------------------------------


def test_what_is_paid_is_told_of_and_what_is_refused_is_not() -> None:
    async def refuse(_points: int) -> None:
        raise ValueRefused("RATE_LIMITED")

    async def work() -> None:
        told: list[str] = []
        paid, refused = bill(), bill(refuse)
        for name, each in (("paid", paid), ("refused", refused)):
            each.paid = partial(told.append, name)
            each.add(lambda _most: 1)
        await paid.pay()
        with pytest.raises(ValueRefused):
            await refused.pay()
        assert told == ["paid"]

    asyncio.run(work())


def bill(takes: Callable[[int], Awaitable[Account | None]] | None = None) -> Bill:
    return Bill(most=100) if takes is None else Bill(takes, most=100)


def test_fields_that_are_added_together_are_paid_once() -> None:
    taken: list[int] = []

    async def take(points: int) -> None:
        taken.append(points)

    async def work() -> None:
        of_all = bill(take)
        for points in (10, 20, 30):
            of_all.add(lambda _most, points=points: points)
        await asyncio.gather(*(of_all.pay() for _ in range(3)))
        of_all.add(lambda _most: 5)
        await of_all.pay()
        assert of_all.points == 65

    asyncio.run(work())
    assert taken == [60, 5]


def test_a_text_is_planned_once_however_many_fields_have_it() -> None:
    of_all = bill()
    for text in ("a", "b", "a"):
        of_all.plan(text, 10)
    of_all.plan("c", 0)
    assert of_all.points == 20


def test_a_refused_payment_refuses_every_field() -> None:
    async def take(_points: int) -> None:
        await asyncio.sleep(0)
        raise ValueRefused("RATE_LIMITED")

    async def work() -> None:
        of_all = bill(take)
        of_all.add(lambda _most: 1)
        told = await asyncio.gather(of_all.pay(), of_all.pay(), return_exceptions=True)
        assert [type(error) for error in told] == [ValueRefused, ValueRefused]
        assert not of_all.begun

    asyncio.run(work())


def test_what_is_too_dear_says_with_what_pages_it_would_fit() -> None:
    async def work() -> None:
        large, dear = bill(), bill()
        large.add(lambda most: 9 * (100 if most is None else most), lambda: "lessons")
        with pytest.raises(QueryTooLarge) as caught:
            await large.pay()
        said = {"points": 900, "maximum": 100, "part": 900, "where": "lessons", "rows": 10}
        assert caught.value.details == said
        dear.add(lambda _most: 101)
        with pytest.raises(QueryTooDear):
            await dear.pay()

    asyncio.run(work())
