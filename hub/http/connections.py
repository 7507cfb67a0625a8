"""Bound what a connection may cost before there is a request: bytes, seconds, and how many there are.

uvicorn reads a head of any size for any time, and forgets its keep-alive clock as soon as a byte comes. While
nothing is worked on, one clock runs here: the next head is whole by then, or the connection ends. The
time for a body is kept by whoever reads it.
"""

import asyncio
from collections import Counter
from http import HTTPStatus
from typing import ClassVar, cast

import structlog
from starlette.responses import Response
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from graph.limits import MAXIMUM_PIPELINED
from hub.http.addresses import household, parsed
from hub.http.refusals import refusal
from hub.http.untaken import WaitsForReader
from hub.http.upgraded import Upgraded
from hub.http.visits import HEADER, Visits
from hub.i18n import language
from hub.settings import Settings
from hub.visit import Visit, number_of

log = structlog.get_logger("hub")
_SOCKETS = b"/graphql"
"""The only address of WebSockets."""


class _Stopped(Exception):
    """Ends the parser's work on what it was given; uvicorn catches it."""


def bounded(settings: Settings, told: Visits) -> "type[Connection]":
    """The protocol of connections that keep to the settings; `told` hears of what is refused here."""

    class Bounded(Connection):
        bounds = settings
        visits = told
        addresses: ClassVar[Counter[str]] = Counter()

    return Bounded


class Connection(WaitsForReader, HttpToolsProtocol):
    """One connection. `addresses` counts the open ones of each address."""

    visits: ClassVar[Visits]
    addresses: ClassVar[Counter[str]]
    stopping: ClassVar[bool] = False
    """Whether the hub ends what is under way, and takes nothing new."""

    _address: str | None = None
    """What it is counted as; None: it is not."""
    _clock: asyncio.TimerHandle | None = None
    _loose = 0
    """The bytes that came after those in which the last head, or part of a body, was whole."""
    _answered: RequestResponseCycle | None = None
    """The request that is answered, or was last."""
    _in_body = False
    _upgrades = False
    """Whether it becomes a WebSocket."""
    _refused = False
    """Whether what still comes is thrown away."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count it, and start the clock; one too many is told so and closed."""
        super().connection_made(cast("asyncio.Transport", transport))
        address = counted(self.client[0], self.bounds) if self.client else None
        if self.stopping:
            self._turn_away("HUB_STOPPING")
        elif len(self.connections) > self.bounds.connections:
            self._turn_away("HUB_FULL", maximum=self.bounds.connections)
        elif address and self.addresses[address] >= self.bounds.address_connections:
            self._turn_away("TOO_MANY_CONNECTIONS", maximum=self.bounds.address_connections)
        else:
            self._start_clock()
            if address:
                self._address = address
                self.addresses[address] += 1

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it no more."""
        super().connection_lost(exc)
        for cycle in (self._answered, self.cycle):
            if cycle is not None and not cycle.response_complete:
                _visit_of(cycle).lost = True
        # uvicorn tells the last of those that wait, and not the one that is being answered.
        if self._answered is not None:
            self._answered.disconnected = True
            self._answered.message_event.set()
        self._stop_clock()
        self.stop_waiting()
        self._count_no_more()

    def _count_no_more(self) -> None:
        if self._address:
            self.addresses[self._address] -= 1
            if not self.addresses[self._address]:
                del self.addresses[self._address]
            self._address = None

    # -- what comes ------------------------------------------------------------------------------------

    def data_received(self, data: bytes) -> None:
        """Read on, as far as the bounds let it."""
        if self._refused:
            return
        self._loose += len(data)
        super().data_received(data)
        if self._refused or self.transport.is_closing():
            return
        if self._loose > self.bounds.head_limit:
            self._refuse("HEAD_TOO_LARGE", maximum=self.bounds.head_limit)
        elif self._clock is None and not self._works():
            self._start_clock()

    def _should_upgrade(self) -> bool:
        return self._upgrades

    def handle_websocket_upgrade(self) -> None:
        """Leave the connection to another protocol, which tells when it is lost: it still counts."""
        self._stop_clock()
        self.stop_waiting()
        self._refused = True  # Nothing more is heard here.
        super().handle_websocket_upgrade()
        protocol = self.transport.get_protocol()
        if isinstance(protocol, Upgraded):
            protocol.lost = self._count_no_more

    def on_headers_complete(self) -> None:
        """Hand the request on, unless its head is too large."""
        head = 14 + len(self.parser.get_method()) + len(self.url)
        head += sum(len(name) + len(value) + 4 for name, value in self.headers)
        if head > self.bounds.head_limit:
            self._refuse("HEAD_TOO_LARGE", maximum=self.bounds.head_limit)
            raise _Stopped
        if len(self.pipeline) >= MAXIMUM_PIPELINED:
            self._hear_no_more()
            raise _Stopped
        self._stop_clock()
        self._loose = 0
        self.scope["state"]["visit"] = self._new_visit()
        wanted = self.url.partition(b"?")[0] == _SOCKETS and self._get_upgrade() == b"websocket"
        self._upgrades = wanted and not self._works()  # Not while an answer is under way.
        super().on_headers_complete()  # Not for an address that nobody can read: that is malformed.
        self._in_body = True
        if not self.pipeline:
            self._answered = self.cycle
        # What follows a body in chunks is no header: it would speak for a proxy that has passed it unread.
        self.headers = []

    def on_body(self, body: bytes) -> None:
        """Hand a part of the body on."""
        self._loose = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """From here on a next head may come."""
        self._loose = 0
        self._in_body = False
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - ours is in two languages
        """What uvicorn calls when the parser has stopped."""
        if not self._refused:
            self._refuse("HTTP_MALFORMED")

    def _works(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    # -- what takes too long ---------------------------------------------------------------------------

    def _start_clock(self) -> None:
        self._clock = self.loop.call_later(self.bounds.head_seconds, self._late)

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _late(self) -> None:
        if self._loose and not self._in_body:
            self._refuse("HEAD_TOO_SLOW", maximum=self.bounds.head_seconds)
        else:
            self.transport.close()
            self.wait_for_reader()

    def on_response_complete(self) -> None:
        """Closed is closed, also where the answer is never taken."""
        if self.pipeline:
            self._answered, _ = self.pipeline[-1]
        super().on_response_complete()
        if self.transport.is_closing():
            self.wait_for_reader()

    def timeout_keep_alive_handler(self) -> None:
        """The same after a while without a request."""
        super().timeout_keep_alive_handler()
        self.wait_for_reader()

    def not_taken(self) -> None:
        """Cut it off, and tell the operator whose answer it was."""
        if self._answered is not None:
            log.warning("answer_not_taken", request=_visit_of(self._answered).number)
        self.transport.abort()

    # -- refusing --------------------------------------------------------------------------------------

    def _refuse(self, code: str, /, **details: object) -> None:
        """Tell what is wrong, and end the connection; what was asked before is answered first."""
        if self._works() and not self._in_body:
            self._hear_no_more()
        elif self._in_body and (self.pipeline or self.cycle.response_started):
            self.transport.abort()  # In the middle of another answer there is no place for this one.
        else:
            self._refused = True
            if self._works():
                # Whoever answers it tells of it, once they have heard that there is no more to come.
                self._send(self._refusal(_visit_of(self.cycle), code, **details))
                self.cycle.disconnected = True
                self.cycle.message_event.set()
            else:
                self._send_over(code, **details)
            # Closing on bytes that nobody has read would take the answer back: they are read, and dropped.
            self.flow.resume_reading()
            self.transport.write_eof()
            self._stop_clock()
            self._clock = self.loop.call_later(self.bounds.idle_seconds, self.transport.abort)

    def _hear_no_more(self) -> None:
        self._refused = True
        self.cycle.keep_alive = False

    def _turn_away(self, code: str, /, **details: object) -> None:
        self._refused = True
        self._send_over(code, **details)
        self.transport.close()
        self.wait_for_reader()

    def _send_over(self, code: str, /, **details: object) -> None:
        """Refuse what is no request yet."""
        visit = self._new_visit()
        self._send(self._refusal(visit, code, **details))
        self.visits.over(visit)

    def _new_visit(self) -> Visit:
        return Visit(number_of(self.headers or ()), self.client[0] if self.client else None)

    def _refusal(self, visit: Visit, code: str, /, **details: object) -> Response:
        headers = self.scope["headers"] if self.scope else ()
        wanted = [value for name, value in headers if name == b"accept-language"]
        response = refusal(code, language(wanted[0].decode("latin-1") if wanted else None), **details)
        response.headers[HEADER] = visit.number
        visit.codes[code] = None
        visit.answers(response.status_code)
        return response

    def _send(self, response: Response) -> None:
        status = HTTPStatus(response.status_code)
        lines = [f"HTTP/1.1 {status.value} {status.phrase}".encode()]
        lines += [name + b": " + value for name, value in response.raw_headers]
        lines += [b"connection: close", b"", bytes(response.body)]
        self.transport.write(b"\r\n".join(lines))


def _visit_of(cycle: RequestResponseCycle) -> Visit:
    found: Visit = cycle.scope["state"]["visit"]
    return found


def counted(host: str, bounds: Settings) -> str | None:
    """What a connection of that address is counted as; None where any number may be open.

    >>> counted("2001:db8::5", Settings("", "", ""))
    '2001:db8::'
    >>> counted("127.0.0.1", Settings("", "", ""))
    """
    address = parsed(host)
    if not bounds.address_connections or any(address in network for network in bounds.trusted_proxies):
        return None
    return household(host)
