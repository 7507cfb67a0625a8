"""Turn a body, as it comes, into a file on disk with its size and digest, in little memory."""

import asyncio
import errno
import hashlib
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import IO, Any

from graph.errors import FilesUnavailable, StorageFull, ValueRefused
from hub.files.store import Store

_PIECE = 512 * 1024
"""What is hashed and written at a time, beside the event loop."""


@dataclass(slots=True)
class Received:
    """A body on disk: it has no name there, and is gone once it is closed, however that comes about."""

    file: IO[bytes]
    size: int = 0
    _hash: Any = field(default_factory=hashlib.sha256)

    def write(self, piece: bytes) -> None:
        """Add a piece. Raises StorageFull."""
        self._hash.update(piece)
        with _full():
            self.file.write(piece)
        self.size += len(piece)

    def digest(self) -> str:
        """The SHA-256 of all of it; what is still in memory is on disk from now on. Raises StorageFull."""
        with _full():
            self.file.flush()
        return str(self._hash.hexdigest())


@contextmanager
def receiving(store: Store) -> Iterator[Received]:
    """A place for a body, on the disk of the store where that has one.

    Raises StorageFull, FilesUnavailable.
    """
    store.expect_room()
    folder = store.folder
    with _full():
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (closed below)
    try:
        yield Received(file)
    finally:
        with suppress(OSError):  # A full disk has said so already.
            file.close()


async def receive(into: Received, body: AsyncIterator[bytes], maximum: int, stall_seconds: float) -> None:
    """Take a body in.

    Raises ValueRefused FILE_TOO_LARGE, BODY_TOO_SLOW, StorageFull, and what `body` raises.
    """
    pending = bytearray()
    while True:
        try:
            async with asyncio.timeout(stall_seconds):
                piece = await anext(body, None)
        except TimeoutError:
            raise ValueRefused("BODY_TOO_SLOW", maximum=int(stall_seconds)) from None
        pending += piece or b""
        if into.size + len(pending) > maximum:
            raise ValueRefused("FILE_TOO_LARGE", maximum=maximum)
        if pending and (piece is None or len(pending) >= _PIECE):
            await asyncio.to_thread(into.write, bytes(pending))
            pending.clear()
        if piece is None:
            return


@contextmanager
def _full() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StorageFull from error
        raise FilesUnavailable from error
