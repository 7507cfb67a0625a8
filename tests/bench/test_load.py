"""The load generator reads whole answers, and takes the time of what was asked."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from typing import Any

import pytest

from bench.load import Client, Job, ServerGone, TooSlow, connected, request, share, timed

Pieces = list[bytes]


def _serving(pieces: Pieces, pause: float, work: Callable[[int], Coroutine[Any, Any, Any]]) -> Any:
    """What `work` makes of a server that sends these pieces as its answer, some time apart."""

    answering: set[asyncio.Task[Any] | None] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answering.add(asyncio.current_task())
        with suppress(ConnectionError):
            while await reader.read(65_536):
                for piece in pieces:
                    writer.write(piece)
                    await asyncio.sleep(pause)
        writer.close()

    async def served() -> Any:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        async with server:
            try:
                return await work(server.sockets[0].getsockname()[1])
            finally:
                await asyncio.gather(*(task for task in answering if task))

    return asyncio.run(served())


async def _ask(port: int) -> tuple[int, bytes]:
    async with connected(port) as client:
        reply = await client.ask(request("/graphql", b"{}"))
        return reply.status, reply.body


def test_an_answer_with_a_length_is_read_whole_however_it_comes() -> None:
    pieces = [b"HTTP/1.1 200 OK\r\nContent-Le", b"ngth: 11\r\n\r\nhello", b" world"]
    assert _serving(pieces, 0.01, _ask) == (200, b"hello world")


def test_an_answer_in_chunks_is_joined() -> None:
    pieces = [
        b"HTTP/1.1 400 Bad\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n",
        b"6\r\n world\r\n0\r\n\r\n",
    ]
    assert _serving(pieces, 0.01, _ask) == (400, b"hello world")


def test_a_server_that_goes_away_is_told() -> None:
    async def work(port: int) -> None:
        async with connected(port) as client:
            waiting = client.ask(request("/", b""))
            await client.close()
            await waiting

    with pytest.raises(ServerGone):
        _serving([], 0.0, work)


def _same(client: Client) -> Any:
    return client.ask(request("/", b"{}"))


def _jobs() -> Iterator[Job]:
    while True:
        yield _same


def test_every_unit_is_timed_and_no_fewer_than_asked_for() -> None:
    pieces = [b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"]
    result = _serving(pieces, 0.0, lambda port: timed(port, _jobs(), 2, 0.0, least=3))
    assert len(result.each) == 6
    assert all(0 < each < 5 for each in result.each)
    assert result.rate == pytest.approx(6 / result.seconds)


def test_an_answer_that_takes_too_long_ends_the_window() -> None:
    with pytest.raises(TooSlow):
        _serving([], 0.0, lambda port: timed(port, _jobs(), 1, 0.0, longest=0.05))


def test_a_share_is_the_value_below_which_that_part_lies() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert (share(values, 0.5), share(values, 0.99)) == (51.0, 100.0)
    assert share([3.0], 0.99) == 3.0
