"""Turn a data folder into one that is held by one process, for its owner alone; its address stands in it."""

import os
import secrets
import time
from contextlib import suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from graph.errors import GraphError

PASSWORD_FILE = "neo4j-password"  # noqa: S105 (the name of the file)
ADDRESS_FILE = "neo4j-address"
SERVED_FILE = "hub-address"
DATABASES = ("system", "neo4j")
FOLDER_MODE = 0o700
UMASK = 0o077
"""What whoever writes into a data folder keeps from others: reading, writing and entering."""
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
        folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
        self.descriptor = os.open(folder / _LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            self._take()
        except DataFolderInUse:
            self.release()
            raise
        make_private(folder)
        for name in (ADDRESS_FILE, SERVED_FILE):  # Whoever told them may have been killed.
            (folder / name).unlink(missing_ok=True)
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


def is_stored(folder: Path) -> bool:
    """Whether there is a database in a folder."""
    return all((folder / "neo4j" / "data" / "databases" / name).is_dir() for name in DATABASES)


def read_password(folder: Path) -> str | None:
    """The database's password, or None before the first start has set one."""
    return _read(folder / PASSWORD_FILE)


def read_address(folder: Path) -> str | None:
    """Where the database on this folder answers (`bolt://127.0.0.1:PORT`), or None while none is up."""
    return _read(folder / ADDRESS_FILE)


def read_served(folder: Path) -> str | None:
    """Where people find the hub that runs on this folder, or None while none does."""
    return _read(folder / SERVED_FILE)


def new_password() -> str:
    """A password that nobody could guess: 32 random bytes as text."""
    return secrets.token_urlsafe(32)


def open_to_others(folder: Path) -> list[Path]:
    """What in a folder, itself included, others may read, write or enter; links are not followed."""
    paths = [folder, *folder.rglob("*")] if folder.exists() else []
    return [path for path in paths if not path.is_symlink() and _mode(path) & UMASK]


def make_private(folder: Path) -> None:
    """Take from others every right to a folder and to what is in it; what belongs to somebody else stays."""
    for path in open_to_others(folder):
        with suppress(FileNotFoundError, PermissionError):
            path.chmod(_mode(path) & ~UMASK)


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


def _mode(path: Path) -> int:
    """The rights to a file, none where it has just gone."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        return 0


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
