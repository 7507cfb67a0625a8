"""Subscriptions: each reads the feed from its own place on, as whoever subscribes may read it by then.

Nothing waits in memory: what is not taken yet is not read yet. A place in the feed is a cursor, so whoever
was cut off goes on from the last one.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLSyntaxError
from starlette.requests import HTTPConnection

from graph.errors import DatabaseUnavailable, GraphError, ValueRefused
from graph.limits import (
    MAXIMUM_FOLLOWING,
    MAXIMUM_QUIET_SECONDS,
    MAXIMUM_SUBSCRIPTIONS,
    MAXIMUM_TOLD_AT_ONCE,
    MAXIMUM_VIEWER_SUBSCRIPTIONS,
)
from hub.aside import aside
from hub.bill import READING, Bill
from hub.context import Viewer
from hub.http.documents import Checked, digest_of
from hub.http.execution import executed
from hub.http.failures import failure, formatted
from hub.http.followed import PLACE, Followed, NotFollowed, followed, moment_of, place_after
from hub.http.graphql import GraphQLEndpoint
from hub.http.pulse import Pulse
from hub.http.questions import Question
from hub.permissions import may_follow
from hub.schema import CORE
from hub.visit import Visit, note

_AGAIN_SECONDS = {"RATE_LIMITED": 5.0, "TOO_BUSY": 1.0, "DATABASE_UNAVAILABLE": 1.0}
"""What passes, and when to try again; the subscription waits."""
_GRACE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Caller:
    """Who subscribes, as they have said it: who that is, is worked out anew for every answer.

    `session`: the id of the one that a cookie opened, which counts where no token was sent; `organization`:
    whom they act for in it.
    """

    authorization: str | None
    address: str
    language: str
    session: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some answers, and where they end: None where that is the last of them. `more`: others follow now."""

    answers: "list[Told]"
    end: str | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One answer: what goes out, and the place of its event."""

    cursor: str
    json: bytes


class Subscriptions:
    """All that are open in this process. `open` counts them by the way they go out: `websocket`, `stream`."""

    def __init__(self, endpoint: GraphQLEndpoint) -> None:
        self.endpoint = endpoint
        self.pulse = Pulse(endpoint.database)
        self.stopping = False
        self.reading = asyncio.Semaphore(MAXIMUM_FOLLOWING)
        self.open: Counter[str] = Counter()
        self._viewers: Counter[str] = Counter()
        self._ended = asyncio.Event()

    async def stop(self, seconds: float) -> None:
        """End all of them, since the hub goes, and wait for that so many seconds at most."""
        self.stopping = True
        self.pulse.wake()
        if self.open.total():
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._ended.wait()

    async def opened(self, caller: Caller, question: Question, visit: Visit, way: str) -> "Subscription":
        """A subscription from its place on; whoever opens one closes it.

        Raises GraphError, NotFollowed.
        """
        if self.stopping:
            raise ValueRefused("HUB_STOPPING")
        viewer = await self.viewer(caller)
        visit.viewer, visit.token = viewer.role.value.lower(), viewer.token
        visit.person, visit.session = viewer.person, viewer.session
        key = viewer.key or caller.address
        self._enter(key, way)
        try:
            asked = await self._followed(caller, question, viewer, visit)
            place = asked.after if asked.after is not None else place_after(await self.pulse.told())
        except BaseException:
            self.left(key, way)
            raise
        return Subscription(self, caller, asked, question, place, key, way, visit)

    async def begun(
        self, connection: HTTPConnection, authorization: str | None, organization: str | None
    ) -> str | None:
        """The id of the session that a connection has brought along, if no token counts before it.

        A browser sends the cookie of a session whichever page opens the connection: it has to be one of the
        hub. Raises ValueRefused CROSS_SITE, and what `Sessions.of` raises.
        """
        secret = self.endpoint.askers.cookies.secret(connection)
        if authorization is not None or secret is None:
            return None
        self.endpoint.askers.cookies.expect_own_page(connection)
        return (await self.endpoint.askers.sessions.beginning(secret, organization)).session

    async def viewer(self, caller: Caller) -> Viewer:
        """Who a caller is by now. Raises ValueRefused, among others SCOPE_REQUIRED and SESSION_ENDED."""
        if caller.session is None:
            viewer = await self.endpoint.askers.viewers.of(caller.authorization)
        else:
            viewer = await self.endpoint.askers.sessions.still(caller.session, caller.organization)
        may_follow(viewer)
        return viewer

    def _enter(self, key: str, way: str) -> None:
        for count, most in (
            (self.open.total(), MAXIMUM_SUBSCRIPTIONS),
            (self._viewers[key], MAXIMUM_VIEWER_SUBSCRIPTIONS),
        ):
            if count >= most:
                raise ValueRefused("TOO_MANY_SUBSCRIPTIONS", maximum=most)
        self._ended.clear()
        self.open[way] += 1
        self._viewers[key] += 1

    def left(self, key: str, way: str) -> None:
        """Count one less."""
        self.open[way] -= 1
        if not self.open.total():
            self._ended.set()
        self._viewers[key] -= 1
        if not self._viewers[key]:
            del self._viewers[key]

    async def _followed(self, caller: Caller, question: Question, viewer: Viewer, visit: Visit) -> Followed:
        """What is asked. What is refused costs what it took to read it."""
        purse = self.endpoint.budget.of(viewer, caller.address)
        points = READING * len(question.document)
        if purse is not None:
            await purse.expect(points)
        try:
            async with self.endpoint.shares.of(viewer.key or caller.address).entrance():
                checked = await self.endpoint.documents.checked(question.document)
                visit.document = digest_of(question.document)
                visit.operation = checked.name(question.operation)
                asked = await aside(_followed, checked, question)
        except GraphQLSyntaxError as error:
            if purse is not None:
                await purse.spend(points)
            raise NotFollowed([error]) from None
        except (GraphError, NotFollowed):
            if purse is not None:
                await purse.spend(points)
            raise
        if question.digest:
            self.endpoint.questions.persisted.keep(question.digest, question.document)
        return asked


class Subscription:
    """One that is open. `place` is how far it has read."""

    def __init__(
        self,
        all_: Subscriptions,
        caller: Caller,
        asked: Followed,
        question: Question,
        place: str,
        key: str,
        way: str,
        visit: Visit,
    ) -> None:
        self._all = all_
        self._caller = caller
        self._asked = asked
        self._question = question
        self._key = key
        self._way = way
        self._visit = visit
        self._begun = False
        self._open = True
        self.place = place
        self.sent = 0

    def close(self) -> None:
        """Count it no more."""
        if self._open:
            self._open = False
            self._all.left(self._key, self._way)

    async def answers(self) -> AsyncGenerator[list[Told]]:
        """The answers, some at a time; at first, and after a while in which nothing happened, maybe none.

        Raises GraphError once it ends (rights that are over, a hub that stops), and NotFollowed where what
        was asked cannot be answered.
        """
        with self._all.pulse.heard() as woken:
            looks, tells, pause = True, True, float(MAXIMUM_QUIET_SECONDS)
            while True:
                page = Page([])
                if looks:
                    woken.clear()
                    page, pause = await self._page()
                else:
                    await self._tried(self._all.viewer(self._caller))
                if self._all.stopping:
                    raise ValueRefused("HUB_STOPPING")
                if page.answers or tells or not looks:
                    tells = False
                    yield page.answers
                if not page.more:
                    looks = await _set_within(woken, pause) or pause < MAXIMUM_QUIET_SECONDS

    async def _page(self) -> tuple[Page, float]:
        """What comes next, and for how long to wait if nothing does."""
        settled = self._all.pulse.settled
        page, pause = await self._tried(self._read())
        if page is None:
            return Page([]), pause
        self._begun = True
        self._go_on(page, settled)
        return page, pause

    def _go_on(self, page: Page, settled: str | None) -> None:
        if page.answers:
            self.place = page.answers[-1].cursor
            self.sent += len(page.answers)
        self.place = page.end or self.place
        if not page.more and settled is not None:
            beyond = place_after(settled)
            # Else a filter that little fits would be asked of all events since, again and again.
            if moment_of(beyond) > moment_of(self.place):
                self.place = beyond

    async def _tried(self, work: Any) -> tuple[Any, float]:
        """The result of work and how long to wait after it; None where it has to be done again."""
        try:
            return await work, float(MAXIMUM_QUIET_SECONDS)
        except GraphError as error:
            seconds = _AGAIN_SECONDS.get(error.code)
            if seconds is None or not self._begun:
                raise
            return None, seconds

    async def _read(self) -> Page:
        """The next page, by one statement with the rights of now."""
        endpoint, asked = self._all.endpoint, self._asked
        async with self._all.reading:
            # Who asks is asked here: whoever has waited for a turn has the rights of then.
            viewer = await self._all.viewer(self._caller)
            purse = endpoint.budget.of(viewer, self._caller.address)
            first = not self._begun
            if purse is not None and not first:
                await purse.expect(READING)
            context = endpoint.askers.context_for(
                viewer,
                endpoint.shares.of(self._key),
                language=self._caller.language,
                bill=Bill(purse.take) if purse is not None and first else Bill(),
            )
            context.merged = await endpoint.askers.merges.known()
            variables = {**(self._question.variables or {}), asked.variable: self.place}
            try:
                async with asyncio.timeout(endpoint.settings.request_seconds + _GRACE_SECONDS):
                    result = await executed(CORE, asked.document, asked.root, context, variables, None)
            except TimeoutError:
                raise DatabaseUnavailable from None
        self._visit.bill = context.bill
        page = await aside(_told, result, asked.key, self._caller.language, self._visit.number)
        if purse is not None and not first and page.answers:
            # Only for what is told: else the account would count what happens that nobody may read.
            await purse.spend(context.bill.points)
        return page


def errors_of(error: GraphError | NotFollowed, tongue: str, number: str) -> list[dict[str, Any]]:
    """Why a subscription ends, as a response has it."""
    if isinstance(error, NotFollowed):
        return [formatted(one, tongue, number) for one in error.errors]
    note(error.code)
    return [failure(error, tongue)]


def _followed(checked: Checked, question: Question) -> Followed:
    """What a checked document asks to be told. Raises GraphError, NotFollowed."""
    if checked.errors:
        raise NotFollowed(list(checked.errors))
    if not checked.subscribes(question.operation):
        raise ValueRefused("SUBSCRIPTION_EXPECTED")
    return followed(CORE, checked.document, question.operation, question.variables or {})


async def _set_within(woken: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await woken.wait()
    except TimeoutError:
        return False
    return True


def _told(result: ExecutionResult, key: str, tongue: str, number: str) -> Page:
    """The answers of a page, each with its own errors. Raises GraphError, NotFollowed."""
    errors = list(result.errors or ())
    if result.data is None or result.data.get(key) is None:
        for error in errors:
            if isinstance(error.original_error, GraphError):
                raise error.original_error
        raise NotFollowed(errors)
    page = orjson.loads(orjson.dumps(result.data[key]))
    if "edges" in page:
        rows, deep = [(edge["cursor"], edge["node"]) for edge in page["edges"]], 4
    else:
        rows, deep = [(node.pop(PLACE), node) for node in page["nodes"]], 3
    missing: dict[Any, list[dict[str, Any]]] = {}
    for error in errors:
        entry, path = formatted(error, tongue, number), error.path or [key, "", 0]
        missing.setdefault(path[2], []).append({**entry, "path": [key, *path[deep:]]})
    answers = [_answer(cursor, node, key, missing.get(index)) for index, (cursor, node) in enumerate(rows)]
    if "edges" in page:
        return Page(answers, more=len(answers) >= MAXIMUM_TOLD_AT_ONCE)
    # What was looked at and is no news is not looked at again.
    return Page(answers, page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"])


def _answer(cursor: str, node: Any, key: str, errors: list[dict[str, Any]] | None) -> Told:
    body = {"data": {key: node}, "extensions": {"cursor": cursor}}
    return Told(cursor, orjson.dumps(body if errors is None else {"errors": errors, **body}))
