"""Subscriptions as event streams: GraphQL over SSE, each on a request of its own.

"Distinct connections mode" of https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md.
The id of an event is its cursor: a browser that was cut off sends the last one back by itself.
"""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from graph.errors import GraphError
from hub.http.addresses import household
from hub.http.askers import ORGANIZATION
from hub.http.followed import NotFollowed
from hub.http.graphql import GraphQLEndpoint, not_executed
from hub.http.questions import Question
from hub.http.subscriptions import Caller, Subscription, Subscriptions, Told, errors_of
from hub.visit import Visit

TYPE = "text/event-stream"
WAY = "stream"
_STILL_THERE = b":\n\n"
_COMPLETE = b"event: complete\ndata:\n\n"
_HEADERS = {
    "cache-control": "no-store",
    "x-accel-buffering": "no",  # nginx would keep what comes until there is more of it.
    "vary": "Accept, Accept-Language, Authorization, Cookie",
}


class EventStreams:
    """`/graphql`: subscriptions of whoever takes event streams go out so, all else is the endpoint's."""

    def __init__(self, endpoint: GraphQLEndpoint, subscriptions: Subscriptions) -> None:
        self._endpoint = endpoint
        self._subscriptions = subscriptions

    async def __call__(self, request: Request) -> Response:
        """The response to a request."""
        if TYPE in request.headers.get("accept", ""):
            return await self._endpoint(request, self._streamed)
        return await self._endpoint(request)

    async def _streamed(self, request: Request, question: Question, tongue: str) -> Response:
        visit: Visit = request.scope["state"]["visit"]
        address = household(request.client.host) if request.client else ""
        authorization, organization = request.headers.get("authorization"), request.headers.get(ORGANIZATION)
        session = await self._subscriptions.begun(request, authorization, organization)
        caller = Caller(authorization, address, tongue, session, organization)
        try:
            subscription = await self._subscriptions.opened(caller, question, visit, WAY)
        except NotFollowed as error:
            return not_executed(request, errors_of(error, tongue, visit.number), tongue)
        last = request.headers.get("last-event-id")
        if last:
            subscription.place = last
        answers = subscription.answers()
        try:
            first = await anext(answers)  # What is refused is refused by its status.
        except NotFollowed as error:
            subscription.close()
            return not_executed(request, errors_of(error, tongue, visit.number), tongue)
        except BaseException:
            subscription.close()
            raise
        visit.streamed = True
        headers = {**_HEADERS, "content-language": tongue}
        return _Stream(subscription, _lines(first, answers, tongue, visit.number), headers)


class _Stream(StreamingResponse):
    """A subscription that goes out, and is closed once nobody listens."""

    def __init__(
        self, subscription: Subscription, lines: AsyncGenerator[bytes], headers: Mapping[str, str]
    ) -> None:
        super().__init__(lines, 200, headers, media_type=TYPE)
        self._subscription = subscription
        self._lines = lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what comes until it ends, or whoever asked has gone."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._subscription.close()
            await self._lines.aclose()


async def _lines(
    first: list[Told], answers: AsyncGenerator[list[Told]], tongue: str, number: str
) -> AsyncGenerator[bytes]:
    async with aclosing(answers):
        try:
            yield _events(first)
            async for page in answers:
                yield _events(page)
        except (GraphError, NotFollowed) as error:
            errors = orjson.dumps({"errors": errors_of(error, tongue, number)})
            yield b"event: next\ndata: " + errors + b"\n\n" + _COMPLETE


def _events(page: list[Told]) -> bytes:
    """Events, or what only says that the stream is still there."""
    return b"".join(_event(told) for told in page) or _STILL_THERE


def _event(told: Told) -> bytes:
    return b"event: next\nid: " + told.cursor.encode() + b"\ndata: " + told.json + b"\n\n"
