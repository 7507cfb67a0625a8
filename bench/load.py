"""Ask a server over HTTP/1.1 and take the time: one client after another, or many at once.

A client of the standard kind takes longer for a request than some of the servers do, and would be
measured instead of them. This one writes bytes that were made before the clock starts, and reads no
more of an answer than its length: `python -m bench.load` says what that costs.
"""

import asyncio
import gc
import re
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

_HEAD_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED_END = b"\r\n0\r\n\r\n"


class ServerGone(Exception):
    """The server closed the connection, or answered what this client does not read."""


class TooSlow(Exception):
    """An answer took longer than it may."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its status and its body, as sent (no compression is asked for)."""

    status: int
    body: bytes


class Client(asyncio.Protocol):
    """One connection that is kept open. Asks one thing at a time."""

    def __init__(self) -> None:
        self._transport: Any = None
        self._gone = asyncio.get_running_loop().create_future()
        self._waiting: asyncio.Future[Reply] | None = None
        self._read = bytearray()
        self._body = 0
        self._end = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way to write."""
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits."""
        self._gone.set_result(None)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(ServerGone(str(exc or "closed")))

    def ask(self, request: bytes) -> asyncio.Future[Reply]:
        """Send a request; the answer to come."""
        self._waiting = asyncio.get_running_loop().create_future()
        self._read.clear()
        self._end = 0
        self._transport.write(request)
        return self._waiting

    def data_received(self, data: bytes) -> None:
        """Take what has come; the answer is done once its length is reached."""
        self._read += data
        if self._end == 0 and not self._measured():
            return
        if self._end > 0:
            if len(self._read) >= self._end:
                self._done(bytes(self._read[self._body : self._end]))
        elif self._read.endswith(_CHUNKED_END):
            self._done(_joined(bytes(self._read[self._body :])))

    def _measured(self) -> bool:
        """Read the head, once all of it is there: `_end` is -1 for a body in chunks."""
        at = self._read.find(_HEAD_END)
        if at < 0:
            return False
        self._body = at + len(_HEAD_END)
        length = _LENGTH.search(self._read, 0, self._body)
        self._end = -1 if length is None else self._body + int(length[1])
        return True

    def _done(self, body: bytes) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(Reply(int(self._read[9:12]), body))

    async def close(self) -> None:
        """End the connection, at once."""
        self._transport.abort()
        await self._gone


def _joined(chunks: bytes) -> bytes:
    body, at = bytearray(), 0
    while True:
        line = chunks.index(b"\r\n", at)
        size = int(chunks[at:line].partition(b";")[0], 16)
        if size == 0:
            return bytes(body)
        body += chunks[line + 2 : line + 2 + size]
        at = line + 2 + size + 2


Job = Callable[[Client], Awaitable[Any]]
"""One unit that is timed: it asks once, or a few times in order."""


@dataclass(slots=True)
class Timed:
    """What a window of time gave: the seconds each unit took, and the seconds of the whole."""

    each: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Units a second."""
        return len(self.each) / self.seconds if self.seconds else 0.0


@asynccontextmanager
async def connected(port: int) -> Any:
    """A client of the server on that port of this machine."""
    _, client = await asyncio.get_running_loop().create_connection(Client, "127.0.0.1", port)
    try:
        yield client
    finally:
        await client.close()


@contextmanager
def _no_collection() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def timed(
    port: int, jobs: Iterator[Job], clients: int, seconds: float, *, least: int = 3, longest: float = 30.0
) -> Timed:
    """Do jobs with that many clients for about `seconds`, and no fewer than `least` each.

    Raises TooSlow when one takes more than `longest` seconds.
    """
    result = Timed()
    with _no_collection():
        begun = time.perf_counter()
        until = begun + seconds
        workers = (_work(port, jobs, until, least, longest, result.each) for _ in range(clients))
        await asyncio.gather(*workers)
        result.seconds = time.perf_counter() - begun
    return result


async def _work(
    port: int, jobs: Iterator[Job], until: float, least: int, longest: float, each: list[float]
) -> None:
    clock = time.perf_counter
    async with connected(port) as client:
        done = 0
        while done < least or clock() < until:
            begun = clock()
            try:
                async with asyncio.timeout(longest):
                    await next(jobs)(client)
            except TimeoutError:
                raise TooSlow(f"{longest:.0f} s") from None
            each.append(clock() - begun)
            done += 1


def request(path: str, body: bytes, authorization: str | None = None) -> bytes:
    """A POST of JSON, as bytes to be sent."""
    lines = [
        f"POST {path} HTTP/1.1",
        "Host: 127.0.0.1",
        "Content-Type: application/json",
        "Accept: application/json",
        f"Content-Length: {len(body)}",
    ]
    if authorization:
        lines.append(f"Authorization: {authorization}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def share(values: list[float], part: float) -> float:
    """The value below which that part of the values lies (0.5: the median)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


class _Echo(asyncio.Protocol):
    """A server that costs next to nothing, to see what the client costs."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, _data: bytes) -> None:
        self._transport.write(self._answer)


async def own_cost(size: int = 40_000) -> Timed:
    """What this client takes for an answer of that size, with a server in the same process."""
    head = f"HTTP/1.1 200 OK\r\ncontent-length: {size}\r\n\r\n".encode()
    server = await asyncio.get_running_loop().create_server(lambda: _Echo(head + b"x" * size), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    sent = request("/", b"{}")

    def jobs() -> Iterator[Job]:
        while True:
            yield lambda client: client.ask(sent)

    async with server:
        return await timed(port, jobs(), 1, 1.0)


if __name__ == "__main__":
    import uvloop

    cost = uvloop.run(own_cost())
    print(f"client and echo server: p50 {share(cost.each, 0.5) * 1e6:.0f} µs, {cost.rate:.0f} a second")  # noqa: T201
