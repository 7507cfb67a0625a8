"""Where the bytes of files are: a folder, or a bucket of an S3-compatible store, by `obstore`.

An object is called by the id of its file, which is random: no name that anybody gave is a path.
"""

import asyncio
import errno
import hashlib
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from graph.errors import FilesUnavailable, StorageFull
from graph.room import expect_room
from hub.settings import Settings

if TYPE_CHECKING:
    from obstore import GetOptions
    from obstore.store import ObjectStore

_PIECE = 64 * 1024
_PROBE = "probe"
_PART, _PART_OF_S3 = 1024 * 1024, 5 * 1024 * 1024
"""What of a large file is in memory at a time; S3 takes no smaller parts."""
_FOLDER = "files"
"""In the data folder, where no other place is set."""
_PRIVATE, _PRIVATE_FOLDER = 0o600, 0o700
_RETRY_SECONDS = 10
_CONNECT_SECONDS, _ANSWER_SECONDS = 5, 60
_FULL = ("no space left", "os error 28", "quota exceeded", "os error 122")


class Store:
    """Keeps bytes under ids. `folder` is None where they are elsewhere than on this machine."""

    def __init__(self, place: str, settings: Settings) -> None:
        self.place = place
        self.folder = None if place.startswith("s3://") else Path(place)
        self._settings = settings
        self._made: ObjectStore | None = None

    async def put(self, id_: str, file: IO[bytes]) -> None:
        """Keep what is in a file, from its beginning: all of it under its id, or nothing.

        Raises StorageFull, FilesUnavailable.
        """
        import obstore

        file.seek(0)
        with _told(reads=False):
            size = _PART if self.folder is not None else _PART_OF_S3
            await obstore.put_async(self._store(), id_, file, chunk_size=size, max_concurrency=1)
            if self.folder is not None:
                await asyncio.to_thread(_brought_to_disk, self.folder, id_)

    async def size(self, id_: str) -> int | None:
        """How many bytes are kept under an id; None where nothing is. Raises FilesUnavailable."""
        import obstore

        try:
            with _told():
                return int((await obstore.head_async(self._store(), id_))["size"])
        except FileNotFoundError:
            return None

    async def read(self, id_: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The bytes of an id from `start` up to before `end`. Raises FileNotFoundError, FilesUnavailable."""
        import obstore

        if end is not None and end <= start:
            return
        wanted: GetOptions = {"range": (start, end) if end is not None else {"offset": start}}
        with _told():
            found = await obstore.get_async(self._store(), id_, options=wanted)
            async for piece in found.stream(min_chunk_size=_PIECE):
                yield bytes(piece)

    async def digest(self, id_: str) -> str | None:
        """The SHA-256 of what is kept under an id; None where nothing is. Raises FilesUnavailable."""
        found = hashlib.sha256()
        try:
            async for piece in self.read(id_):
                found.update(piece)
        except FileNotFoundError:
            return None
        return found.hexdigest()

    async def answers(self) -> None:
        """Raises FilesUnavailable where it cannot be written to or read from."""
        with TemporaryFile() as file:
            file.write(_PROBE.encode())
            await self.put(_PROBE, file)
        await self.remove(_PROBE)

    async def remove(self, id_: str) -> None:
        """Keep nothing under an id any more. Raises FilesUnavailable."""
        import obstore

        try:
            with _told():
                await obstore.delete_async(self._store(), id_)
        except FileNotFoundError:
            return

    async def kept(self) -> AsyncIterator[tuple[str, int, datetime]]:
        """Id, size and time of all that is kept. Raises FilesUnavailable."""
        import obstore

        if self.folder is not None and not self.folder.exists():
            return
        with _told(reads=False):
            async for rows in obstore.list(self._store()):
                for row in rows:
                    yield row["path"], row["size"], row["last_modified"]

    def expect_room(self) -> None:
        """Raises StorageFull where the disk of a folder is nearly full."""
        expect_room(self.folder)

    def _store(self) -> "ObjectStore":
        if self._made is None:
            self._made = _in_folder(self.folder) if self.folder is not None else _in_bucket(self._settings)
        return self._made


def store_of(settings: Settings) -> Store | None:
    """Where files are kept; None where neither a place nor a data folder is set."""
    if settings.files:
        return Store(settings.files, settings)
    return None if settings.data_dir is None else Store(str(settings.data_dir / _FOLDER), settings)


def _in_folder(folder: Path) -> "ObjectStore":
    from obstore.store import LocalStore

    folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
    return LocalStore(folder)


def _in_bucket(settings: Settings) -> "ObjectStore":
    from obstore.store import S3Store

    bucket, _, prefix = settings.files.removeprefix("s3://").partition("/")
    return S3Store(
        bucket,
        prefix=prefix or None,
        region=settings.files_region,
        endpoint=settings.files_endpoint or None,
        access_key_id=settings.files_key or None,
        secret_access_key=settings.files_secret or None,
        client_options={
            "allow_http": settings.files_endpoint.startswith("http://"),
            "connect_timeout": timedelta(seconds=_CONNECT_SECONDS),
            "timeout": timedelta(seconds=_ANSWER_SECONDS),
        },
        retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=_RETRY_SECONDS)},
    )


def _brought_to_disk(folder: Path, id_: str) -> None:
    """Bring an object and its name to disk, for its owner alone, before the graph says that it is there."""
    file = folder / id_
    file.chmod(_PRIVATE)
    for path in (file, folder):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _told(*, reads: bool = True) -> Iterator[None]:
    """Raises StorageFull or FilesUnavailable for what a store says of itself.

    FileNotFoundError stays where something is read: to whoever writes it says that there is no bucket.
    """
    from obstore.exceptions import BaseError

    try:
        yield
    except (BaseError, OSError) as error:
        if reads and isinstance(error, FileNotFoundError):
            raise
        said = str(error).lower()
        if getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT} or any(
            sign in said for sign in _FULL
        ):
            raise StorageFull from error
        raise FilesUnavailable from error
