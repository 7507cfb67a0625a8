"""Turn an application into one that answers on a port, until it is asked to stop."""

import asyncio
import errno
import signal
import socket
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import click
import uvicorn
from starlette.applications import Starlette

from hub.http.connections import Connection, bounded
from hub.http.subscriptions import Subscriptions
from hub.http.upgraded import upgraded
from hub.settings import Settings

T = TypeVar("T")
GRACE_SECONDS = 25
"""For what is under way as the hub stops: a little more than an answer may take."""
_LAST_WORDS_SECONDS = 1


class Refused(Exception):
    """The hub cannot start; `str()` is one plain sentence that says what and what next."""


class Stopped(Exception):
    """Ctrl-C or SIGTERM came before the hub was ready."""


class StopSignal:
    """Ctrl-C or SIGTERM, noticed from the first moment of a start to the end."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, self._event.set)

    async def wait(self) -> None:
        """Return once the signal has come."""
        await self._event.wait()

    def raise_if_set(self) -> None:
        """Raise `Stopped` once the signal has come; safe to call from any thread."""
        if self._event.is_set():
            raise Stopped

    async def unless(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`; when the signal comes first, `work` is cancelled and `Stopped` raised."""
        task, signal_came = asyncio.ensure_future(work), asyncio.ensure_future(self.wait())
        await asyncio.wait({task, signal_came}, return_when=asyncio.FIRST_COMPLETED)
        signal_came.cancel()
        if task.done():
            return task.result()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        raise Stopped


@contextmanager
def bound(host: str, port: int) -> Iterator[socket.socket]:
    """Hold the port before anything slow begins; it listens once the hub is ready. Raises `Refused`."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise Refused(f"There is no address {host} on this machine. Choose another with --host.") from error
    with socket.socket(family, kind, protocol) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with refusing(host, port):
            listener.bind(address)
        yield listener


@contextmanager
def refusing(host: str, port: int) -> Iterator[None]:
    """Turn what the system says about a port into a sentence."""
    try:
        yield
    except PermissionError as error:
        raise Refused(f"Port {port} needs more rights. Choose one above 1023 with --port.") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Refused(
                f"Port {port} on {host} is in use. "
                f"Stop what listens there, or choose another port: --port {port + 1}."
            ) from error
        raise Refused(
            f"The hub cannot listen on {host}: {error.strerror}. Choose another with --host."
        ) from error


async def serve(app: Starlette, settings: Settings, listener: socket.socket, stop: StopSignal) -> None:
    """Answer until the stop signal; then finish what is under way and return."""
    protocol = bounded(settings, app.state.visits)
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http=protocol,
        ws=upgraded(settings),
        ws_max_size=settings.body_limit,
        ws_per_message_deflate=False,  # Memory for each connection, and nothing else is as large.
        lifespan="on",
        timeout_keep_alive=settings.idle_seconds,
        forwarded_allow_ips=[str(network) for network in settings.trusted_proxies],
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = _Server(
        config, protocol, app.state.subscriptions, lambda: click.echo(f"Serving on {_address(listener)}")
    )
    app.state.metrics.connections(lambda: len(server.server_state.connections))
    relay = asyncio.create_task(_relay(stop, server))
    try:
        with refusing(*listener.getsockname()[:2]):
            await server.serve([listener])
    except SystemExit as error:
        raise Refused("The hub could not start; the reason stands above.") from error
    finally:
        relay.cancel()


class _Server(uvicorn.Server):
    """uvicorn without signal handling of its own: it would leave before the database is closed."""

    def __init__(
        self,
        config: uvicorn.Config,
        protocol: type[Connection],
        subscriptions: Subscriptions,
        on_ready: Callable[[], None],
    ) -> None:
        super().__init__(config)
        self._protocol = protocol
        self._subscriptions = subscriptions
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Say that the hub is ready, once it is."""
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Finish what is under way; what is cut off is told so before the connections go."""
        self._protocol.stopping = True
        await self._subscriptions.stop(_LAST_WORDS_SECONDS)
        await super().shutdown(sockets)
        if cut := [task for task in self.server_state.tasks if not task.done()]:
            await asyncio.wait(cut, timeout=_LAST_WORDS_SECONDS)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to `StopSignal`."""
        yield


async def _relay(stop: StopSignal, server: uvicorn.Server) -> None:
    await stop.wait()
    server.should_exit = True


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
