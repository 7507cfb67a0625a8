"""Stand between a contender and Neo4j, and count what goes over the wire.

Nobody's word is taken for it: every query is counted where it passes, and sent on with PROFILE before
it, so that the database tells what it did for just this query with just these values. Contenders are
counted this way in a run of their own; the clock never runs through here.
"""

import asyncio
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

_HANDSHAKE = 20
_MANIFEST = bytes.fromhex("000001ff")
_GOODBYE, _RUN, _PULL, _SUCCESS = 0x02, 0x10, 0x3F, 0x70
_CHUNK = 65_535


@dataclass(slots=True)
class Counted:
    """What went over the wire: the queries, the times a side waited for the other, the database's hits."""

    queries: list[str] = field(default_factory=list)
    trips: int = 0
    hits: int = 0


class Counter:
    """A proxy to one Neo4j. `counted` may be taken and replaced at any time."""

    def __init__(self, uri: str) -> None:
        address = urlsplit(uri)
        assert address.hostname
        assert address.port
        self._host, self._port = address.hostname, address.port
        self._waiting = True
        self._last = 0
        self._open: set[asyncio.Task[None]] = set()
        self.counted = Counted()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """The address to connect to instead of Neo4j's."""
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        try:
            yield f"bolt://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            server.close()
            for task in self._open:
                task.cancel()
            await asyncio.gather(*self._open, return_exceptions=True)

    async def _accept(self, client: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
        neo4j, questions = await asyncio.open_connection(self._host, self._port)
        # Without the newest way to agree on a version: one fewer form to read here.
        questions.write((await client.readexactly(_HANDSHAKE)).replace(_MANIFEST, bytes(4)))
        answers.write(await neo4j.readexactly(4))
        ways = (self._pass(client, questions, self._asked), self._pass(neo4j, answers, self._answered))
        for way in ways:
            task = asyncio.create_task(way)
            self._open.add(task)
            task.add_done_callback(self._open.discard)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, look: Any) -> None:
        try:
            while True:
                message = await _message(reader)
                writer.write(_chunked(look(message) if message else message))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # one side has closed; the other is told by closing
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    def _asked(self, message: bytes) -> bytes:
        # A query and the call for its rows go out together, though the first may be answered in between.
        together = message[1] == _PULL and self._last == _RUN
        if self._waiting and not together and message[1] != _GOODBYE:
            self.counted.trips += 1
        self._waiting = False
        self._last = message[1]
        if message[1] != _RUN:
            return message
        query, end = unpack(message, 2)
        self.counted.queries.append(query)
        text = f"PROFILE {query}".encode()
        return message[:2] + struct.pack(">BI", 0xD2, len(text)) + text + message[end:]

    def _answered(self, message: bytes) -> bytes:
        self._waiting = True
        if message[1] == _SUCCESS:
            told, _ = unpack(message, 2)
            self.counted.hits += _hits(told.get("profile") or {})
        return message


async def _message(reader: asyncio.StreamReader) -> bytes:
    message = bytearray()
    while size := struct.unpack(">H", await reader.readexactly(2))[0]:
        message += await reader.readexactly(size)
    return bytes(message)


def _chunked(message: bytes) -> bytes:
    parts = (message[at : at + _CHUNK] for at in range(0, len(message), _CHUNK))
    return b"".join(struct.pack(">H", len(part)) + part for part in parts) + b"\0\0"


def _hits(plan: dict[str, Any]) -> int:
    return int(plan.get("dbHits", 0)) + sum(_hits(child) for child in plan.get("children", ()))


# -- PackStream: as much as a query's text and a summary need ---------------------------------------

_SIZES = {0xCC: 1, 0xD0: 1, 0xD4: 1, 0xD8: 1, 0xCD: 2, 0xD1: 2, 0xD5: 2, 0xD9: 2}
_SIZES |= {0xCE: 4, 0xD2: 4, 0xD6: 4, 0xDA: 4}
_INTEGERS = {0xC8: 1, 0xC9: 2, 0xCA: 4, 0xCB: 8}
_PLAIN = {0xC0: None, 0xC2: False, 0xC3: True}


def unpack(data: bytes, at: int) -> tuple[Any, int]:
    """The value that begins there, and where it ends.

    >>> unpack(bytes.fromhex("a1816101"), 0)
    ({'a': 1}, 4)
    """
    marker = data[at]
    at += 1
    if marker in _PLAIN:
        return _PLAIN[marker], at
    if marker < 0x80 or marker >= 0xF0:
        return (marker if marker < 0x80 else marker - 0x100), at
    if marker == 0xC1:
        return struct.unpack_from(">d", data, at)[0], at + 8
    if marker in _INTEGERS:
        size = _INTEGERS[marker]
        return int.from_bytes(data[at : at + size], "big", signed=True), at + size
    kind, size, at = _sized(marker, data, at)
    match kind:
        case "text":
            return data[at : at + size].decode(), at + size
        case "bytes":
            return data[at : at + size], at + size
        case "list":
            return _items(data, at, size)
        case "map":
            pairs, at = _items(data, at, 2 * size)
            return dict(zip(pairs[::2], pairs[1::2], strict=True)), at
        case _:
            return _items(data, at + 1, size)


def _sized(marker: int, data: bytes, at: int) -> tuple[str, int, int]:
    """The kind of a value with a size, that size, and where its content begins."""
    tiny = {0x8: "text", 0x9: "list", 0xA: "map", 0xB: "structure"}.get(marker >> 4)
    if tiny:
        return tiny, marker & 0xF, at
    kind = {0xC: "bytes", 0xD: "text" if marker < 0xD4 else "list" if marker < 0xD8 else "map"}[marker >> 4]
    size = _SIZES[marker]
    return kind, int.from_bytes(data[at : at + size], "big"), at + size


def _items(data: bytes, at: int, size: int) -> tuple[list[Any], int]:
    items = []
    for _ in range(size):
        item, at = unpack(data, at)
        items.append(item)
    return items, at
