"""Turn a data folder into one that is held: by one process, its address and password beside the data."""

import os
import secrets
import time
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from graph.errors import GraphError

PASSWORD_FILE = "neo4j-password"  # noqa: S105 (the name of the file)
ADDRESS_FILE = "neo4j-address"
_LOCK_FILE = "lock"
_WAIT_FOR_THE_DEAD_SECONDS = 20.0


class DataFolderInUse(GraphError):
    """Another process runs a database on this folder; `folder` and `pid` say which."""

    code = "DATA_FOLDER_IN_USE"

    def __init__(self, folder: Path, pid: int | None) -> None:
        super().__init__(folder=str(folder), pid=pid)
        self.folder = folder
        self.pid = pid

    def __str__(self) -> str:
        holder = f"process {self.pid}" if self.pid else "another process"
        return f"The data folder {self.folder} is in use by {holder}. Stop it, or choose another folder."


class FolderLock:
    """The right to run a database on a folder; the database process inherits `descriptor`, and so the right.

    A database that is still closing after its parent died keeps the next one out until it is done.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.descriptor = os.open(folder / _LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            self._take()
        except DataFolderInUse:
            self.release()
            raise
        (folder / ADDRESS_FILE).unlink(missing_ok=True)
        os.ftruncate(self.descriptor, 0)
        os.pwrite(self.descriptor, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Give the folder back; safe to call twice."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

    def _take(self) -> None:
        deadline = time.monotonic() + _WAIT_FOR_THE_DEAD_SECONDS
        while True:
            try:
                flock(self.descriptor, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                pid = self._holder()
                if (pid and _is_alive(pid)) or time.monotonic() > deadline:
                    raise DataFolderInUse(self.folder, pid) from None
                time.sleep(0.1)
            else:
                return

    def _holder(self) -> int | None:
        text = os.pread(self.descriptor, 20, 0).decode().strip()
        return int(text) if text.isdigit() else None


def read_password(folder: Path) -> str | None:
    """The database's password, or None before the first start has set one."""
    return _read(folder / PASSWORD_FILE)


def read_address(folder: Path) -> str | None:
    """Where the database on this folder answers (`bolt://127.0.0.1:PORT`), or None while none is up."""
    return _read(folder / ADDRESS_FILE)


def new_password() -> str:
    """A password that nobody could guess: 32 random bytes as text."""
    return secrets.token_urlsafe(32)


def write_private(file: Path, text: str) -> None:
    """Write one line which only the owner can read (mode 0600); whole or not at all."""
    draft = file.with_name(f"{file.name}.new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(f"{text}\n")
        stream.flush()
        os.fsync(stream.fileno())
    draft.rename(file)


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
