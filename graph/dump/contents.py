"""Turn the contents of files into lines of a dump, and back: in pieces, each file whole before the next.

What is lost where it was kept, or is no longer what was told of it, is named, and the rest is written.
"""

import base64
import hashlib
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import IO, Any, Protocol

import orjson

from graph.errors import ValueRefused
from graph.model.members import FILE

_PIECE = 512 * 1024


class Contents(Protocol):
    """Where the bytes of files are, by the ids of their nodes."""

    def read(self, id_: str) -> AsyncIterator[bytes]:
        """The bytes of a file. Raises FileNotFoundError where there are none."""
        ...

    async def put(self, id_: str, file: IO[bytes]) -> None:
        """Keep bytes under an id: all of them, or none."""
        ...


@dataclass
class Told:
    """The digests that the nodes of a dump tell of files, as they go by, and which contents followed."""

    digests: dict[str, str] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

    def node(self, labels: Iterable[str], values: Mapping[str, Any]) -> None:
        """A node that goes by."""
        if FILE in labels:
            self.digests[str(values.get("id"))] = str(values.get("digest"))


def line(id_: str, piece: bytes) -> bytes:
    """A line of a file's content; an empty one ends it."""
    return orjson.dumps(["f", id_, base64.b64encode(piece).decode()]) + b"\n"


async def lines(contents: Contents, told: Told) -> AsyncIterator[bytes]:
    """The lines of all files that are kept as they are told of."""
    for id_, digest in told.digests.items():
        with TemporaryFile() as copy:
            if not await _copied(contents, id_, digest, copy):
                continue
            copy.seek(0)
            while piece := copy.read(_PIECE):
                yield line(id_, piece)
        yield line(id_, b"")
        told.whole.add(id_)


async def _copied(contents: Contents, id_: str, digest: str, copy: IO[bytes]) -> bool:
    """Whether a file is there as it is told of: looked at before a line of it is written."""
    found = hashlib.sha256()
    try:
        async for piece in contents.read(id_):
            found.update(piece)
            copy.write(piece)
    except FileNotFoundError:
        return False
    return found.hexdigest() == digest


class Checked:
    """Holds the lines of files to what the nodes told of them, as they go by."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self._open: str | None = None
        self._found = hashlib.sha256()

    def piece(self, id_: str, encoded: str) -> bytes:
        """The bytes of a line; none at the end of a file. Raises ValueRefused DUMP_CHANGED."""
        piece = base64.b64decode(encoded, validate=True)
        if self._open is None:
            self._open, self._found = id_, hashlib.sha256()
        self._found.update(piece)
        strange = id_ != self._open or id_ in self.told.whole
        if strange or (not piece and self._found.hexdigest() != self.told.digests.get(id_)):
            raise ValueRefused("DUMP_CHANGED")
        if not piece:
            self.told.whole.add(id_)
            self._open = None
        return piece

    def end(self) -> None:
        """The lines of files are over. Raises ValueRefused DUMP_CHANGED in the middle of one."""
        if self._open is not None:
            raise ValueRefused("DUMP_CHANGED")


async def restore(contents: Contents, lines_: Iterator[bytes]) -> int:
    """Keep the files of a checked dump; how many there were."""
    count = 0
    with TemporaryFile() as copy:
        for text in lines_:
            if not text.startswith(b'["f",'):
                continue
            _, id_, encoded = orjson.loads(text)
            if encoded:
                copy.write(base64.b64decode(encoded))
                continue
            await contents.put(id_, copy)
            copy.seek(0)
            copy.truncate()
            count += 1
    return count
