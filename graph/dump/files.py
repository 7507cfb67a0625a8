"""Turn a path into a stream to write, which takes its name once it is whole; and into lines to read."""

import gzip
import io
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from graph.dump.sealed import MARK, OPENING, Key, Opened, Sealing, kind_of
from graph.errors import FileRefused, ValueRefused

_GZIP = b"\x1f\x8b"
# Half the time of the usual 9, for a file a tenth larger.
_LEVEL = 4
_BUFFER = 1024 * 1024


@contextmanager
def draft_of(file: Path) -> Iterator[Path]:
    """A path beside a file, to write under: it takes the file's name at the end, or goes where that fails.

    Raises FileRefused FILE_EXISTS.
    """
    if file.exists():
        raise FileRefused(str(file), ValueRefused("FILE_EXISTS"))
    draft = file.with_name(f".{file.name}.{os.getpid()}.draft")
    try:
        yield draft
        draft.rename(file)
        _sync_folder(file.parent)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def written(draft: Path, key: Key | None) -> Iterator[IO[bytes]]:
    """A stream for the lines of a dump, on disk and for its owner alone once the block is done."""
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        sealing = None if key is None else Sealing(file, key)
        into = cast("BinaryIO", sealing or file)
        # No name and no time in it: what is in a dump stands in its head.
        with (
            gzip.GzipFile("", "wb", _LEVEL, into, mtime=0) as zipped,
            io.BufferedWriter(cast("io.RawIOBase", zipped), _BUFFER) as lines,
        ):
            yield cast("IO[bytes]", lines)
        if sealing is not None:
            sealing.close()
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def lines_of(file: Path, key: Key | None) -> Iterator[Iterator[bytes]]:
    """The lines of a dump. Raises FileRefused.

    DUMP_UNREADABLE for what is none, DUMP_SEALED without a key, KEY_WRONG, and DUMP_CHANGED for one that is
    cut off or changed: as soon as that is met.
    """
    with file.open("rb") as raw:
        opening = raw.read(OPENING)
        raw.seek(0)
        try:
            with gzip.GzipFile(fileobj=_opened(raw, opening, key), mode="rb") as unzipped:
                yield iter(unzipped)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise FileRefused(str(file), ValueRefused("DUMP_CHANGED")) from None
        except ValueRefused as error:
            raise FileRefused(str(file), error) from None


def _opened(raw: BinaryIO, opening: bytes, key: Key | None) -> BinaryIO:
    """The gzipped bytes of a file that begins with `opening`."""
    kind = kind_of(opening)
    if kind is None and not opening.startswith(_GZIP):
        raise ValueRefused("DUMP_UNREADABLE")
    if kind is None:
        return raw
    if key is None:
        raise ValueRefused("DUMP_SEALED")
    if key.kind is not kind:
        raise ValueRefused("KEY_WRONG")
    return cast("BinaryIO", Opened(raw, key))


def is_sealed(file: Path) -> bool:
    """Whether a file is sealed."""
    with file.open("rb") as raw:
        return raw.read(len(MARK)) == MARK


def _sync_folder(folder: Path) -> None:
    """Bring a folder's names to disk, so that a new one outlives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
