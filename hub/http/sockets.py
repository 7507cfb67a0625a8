"""Subscriptions over WebSockets, by the protocol graphql-transport-ws.

https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
"""

import asyncio
from collections import Counter
from collections.abc import Mapping
from contextlib import aclosing, suppress
from typing import Any

import orjson
import structlog
from graphql import located_error
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import Message, Receive, Scope, Send

from graph.errors import GraphError, ValueRefused
from graph.limits import MAXIMUM_ADDRESS_SOCKETS, MAXIMUM_INIT_SECONDS, MAXIMUM_SOCKET_SUBSCRIPTIONS
from hub.http.addresses import household
from hub.http.askers import ORGANIZATION
from hub.http.followed import NotFollowed
from hub.http.subscriptions import Caller, Subscription, Subscriptions, errors_of
from hub.i18n import language
from hub.settings import Logged
from hub.visit import VISIT, Visit, number_of

log = structlog.get_logger("hub")

PROTOCOL = "graphql-transport-ws"
WAY = "websocket"
_LONGEST_ID = 128
_CLOSING = {
    "TOKEN_WRONG": 4403,
    "TOKEN_EXPIRED": 4403,
    "TOKEN_REVOKED": 4403,
    "TOKEN_OF_WITHDRAWN": 4403,
    "SESSION_ENDED": 4403,
    "ACCOUNT_DISABLED": 4403,
    "ORGANIZATION_NOT_YOURS": 4403,
    "CROSS_SITE": 4403,
    "HUB_STOPPING": 1012,
}
"""What ends the whole connection, and its close code: who opened it is nobody any more, or the hub goes."""


class _Closing(Exception):
    """The connection ends, with a code of the protocol and a reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


class Sockets:
    """`/graphql` for WebSockets: an ASGI application."""

    def __init__(self, subscriptions: Subscriptions) -> None:
        self._subscriptions = subscriptions
        self._addresses: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection until it ends."""
        address = household(scope["client"][0]) if scope["client"] else ""
        if (await receive())["type"] != "websocket.connect":
            return
        spoken = PROTOCOL in scope["subprotocols"]
        await send({"type": "websocket.accept", "subprotocol": PROTOCOL if spoken else None})
        self._addresses[address] += 1
        try:
            if closing := self._turned_away(address, spoken=spoken):
                raise closing
            await _Socket(self._subscriptions, scope, receive, send, address).serve()
        except _Closing as closing:
            with suppress(OSError):  # It has gone already.
                await send({"type": "websocket.close", "code": closing.code, "reason": closing.reason})
        finally:
            self._addresses[address] -= 1
            if not self._addresses[address]:
                del self._addresses[address]

    def _turned_away(self, address: str, *, spoken: bool) -> _Closing | None:
        if not spoken:
            return _Closing(4406, "Subprotocol not acceptable")
        too_many = self._addresses[address] > MAXIMUM_ADDRESS_SOCKETS
        return _Closing(4429, "TOO_MANY_CONNECTIONS") if too_many else None


class _Socket:
    """One connection: what it has said, and its subscriptions by their ids."""

    def __init__(
        self, subscriptions: Subscriptions, scope: Scope, receive: Receive, send: Send, address: str
    ) -> None:
        headers = Headers(scope=scope)
        self._connection = HTTPConnection(scope)
        self._subscriptions = subscriptions
        self._receive = receive
        self._send = send
        self._number = number_of(scope["headers"])
        self._caller = Caller(headers.get("authorization"), address, language(headers.get("accept-language")))
        self._begun = self._acknowledged = False
        self._running: dict[str, asyncio.Task[None]] = {}
        self._over: asyncio.Future[_Closing | None] = asyncio.get_running_loop().create_future()

    async def serve(self) -> None:
        """Hear what comes. Raises _Closing unless the other side has closed."""
        hearing = asyncio.create_task(self._hear())
        hearing.add_done_callback(self._over_with)
        try:
            closing = await self._over
            if closing is not None:
                raise closing
        finally:
            left = [hearing, *self._running.values()]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    def _over_with(self, hearing: asyncio.Task[_Closing | None]) -> None:
        if not self._over.done() and not hearing.cancelled():
            self._over.set_result(hearing.result())

    async def _hear(self) -> _Closing | None:
        """Why it ends; None where the other side has gone."""
        try:
            await self._heard()
        except _Closing as closing:
            return closing
        return None

    async def _heard(self) -> None:
        try:
            async with asyncio.timeout(MAXIMUM_INIT_SECONDS):
                while not self._acknowledged:
                    if not await self._next():
                        return
        except TimeoutError:
            raise _Closing(4408, "Connection initialisation timeout") from None
        while await self._next():
            pass

    async def _next(self) -> bool:
        """Do what the next message says. False where there is none any more."""
        message = await self._receive()
        if message["type"] == "websocket.disconnect":
            return False
        await self._obey(_read(message))
        return True

    async def _obey(self, message: Mapping[str, Any]) -> None:
        match message:
            case {"type": "connection_init"}:
                await self._init(message.get("payload"))
            case {"type": "ping"}:
                payload = message.get("payload")
                await self._say({"type": "pong"} | ({} if payload is None else {"payload": payload}))
            case {"type": "pong"}:
                pass
            case {"type": "subscribe", "id": str(id_), "payload": dict(payload)} if (
                0 < len(id_) <= _LONGEST_ID
            ):
                await self._subscribe(id_, payload)
            case {"type": "complete", "id": str(id_)}:
                task = self._running.pop(id_, None)
                if task is not None:
                    task.cancel()
            case _:
                raise _Closing(4400, "Invalid message")

    async def _init(self, payload: Any) -> None:
        if self._begun:
            raise _Closing(4429, "Too many initialisation requests")
        self._begun = True
        if payload is not None and not isinstance(payload, dict):
            raise _Closing(4400, "Invalid message")
        given = {name.lower(): value for name, value in (payload or {}).items() if isinstance(value, str)}
        authorization = given.get("authorization", self._caller.authorization)
        tongue = language(given["accept-language"]) if "accept-language" in given else self._caller.language
        organization = given.get(ORGANIZATION.lower())
        try:
            session = await self._subscriptions.begun(self._connection, authorization, organization)
            if session is None:
                await self._subscriptions.endpoint.askers.viewers.of(authorization)
        except GraphError as error:
            raise _closing(error) from None
        self._caller = Caller(authorization, self._caller.address, tongue, session, organization)
        self._acknowledged = True
        await self._say({"type": "connection_ack"})

    async def _subscribe(self, id_: str, payload: dict[str, Any]) -> None:
        if not self._acknowledged:
            raise _Closing(4401, "Unauthorized")
        if len(self._running) >= MAXIMUM_SOCKET_SUBSCRIPTIONS and id_ not in self._running:
            error = ValueRefused("TOO_MANY_SUBSCRIPTIONS", maximum=MAXIMUM_SOCKET_SUBSCRIPTIONS)
            return await self._end(id_, error, Visit(self._number))
        if id_ in self._running:
            raise _Closing(4409, f"Subscriber for {id_} already exists"[:123])
        visit = Visit(self._number)
        try:
            # Here, and not beside: what is told after the next message has been answered is not missed.
            question = self._subscriptions.endpoint.questions.named(payload)
            subscription = await self._subscriptions.opened(self._caller, question, visit, WAY)
        except (GraphError, NotFollowed) as error:
            await self._end(id_, error, visit)
        else:
            self._running[id_] = asyncio.create_task(self._follow(id_, subscription, visit))

    async def _follow(self, id_: str, subscription: Subscription, visit: Visit) -> None:
        """Send what is told, until it ends."""
        VISIT.set(visit)
        head = b'{"id":' + orjson.dumps(id_) + b',"type":"next","payload":'
        try:
            async with aclosing(subscription.answers()) as answers:
                async for page in answers:
                    for told in page:
                        await self._out(head + told.json + b"}")
        except (GraphError, NotFollowed) as error:
            await self._end(id_, error, visit)
        except OSError:
            pass  # The other side has gone: whoever hears it is told.
        except Exception as error:  # noqa: BLE001 - a fault of ours ends one subscription
            await self._end(id_, NotFollowed([located_error(error)]), visit)
        finally:
            subscription.close()
            if self._running.get(id_) is asyncio.current_task():
                del self._running[id_]
            self._tell(subscription, visit)

    async def _end(self, id_: str, error: GraphError | NotFollowed, visit: Visit) -> None:
        """Say why a subscription ends; with some causes all of them do."""
        errors = errors_of(error, self._caller.language, visit.number)
        visit.codes.update(dict.fromkeys(one["extensions"]["code"] for one in errors))
        await self._say({"id": id_, "type": "error", "payload": errors})
        if isinstance(error, GraphError) and error.code in _CLOSING and not self._over.done():
            self._over.set_result(_closing(error))

    def _tell(self, subscription: Subscription, visit: Visit) -> None:
        logged = self._subscriptions.endpoint.settings.log_requests
        if logged is Logged.ALL or (logged is Logged.FAILED and visit.codes):
            log.info(
                "subscription",
                request=visit.number,
                viewer=visit.viewer,
                token=visit.token,
                operation=visit.operation,
                document=visit.document,
                answers=subscription.sent,
                seconds=round(visit.seconds, 1),
                statements=visit.statements,
                codes=list(visit.codes),
            )

    async def _say(self, message: dict[str, Any]) -> None:
        await self._out(orjson.dumps(message))

    async def _out(self, text: bytes) -> None:
        await self._send({"type": "websocket.send", "text": text.decode()})


def _closing(error: GraphError) -> _Closing:
    return _Closing(_CLOSING.get(error.code, 4500), error.code)


def _read(message: Message) -> Mapping[str, Any]:
    """A message of the protocol. Raises _Closing."""
    try:
        found = orjson.loads(message.get("text") or "")
    except orjson.JSONDecodeError:
        raise _Closing(4400, "Invalid message") from None
    if not isinstance(found, dict):
        raise _Closing(4400, "Invalid message")
    return found
