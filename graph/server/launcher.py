"""Turn a data folder into a running Neo4j child process that this process can ask, stop and kill."""

import os
import select
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import GraphError
from graph.limits import MAXIMUM_LOG
from graph.room import TO_MAKE, TO_START, Room, room_at
from graph.server.folder import (
    ADDRESS_FILE,
    FOLDER_MODE,
    UMASK,
    FolderLock,
    is_stored,
    read_password,
    write_private,
)
from graph.server.runtime import Progress, sound_jars
from graph.server.sizes import losses

HOST = "127.0.0.1"
READY, OFFLINE = b"ready", b"offline"
"""What the child answers: Bolt answers, or it does and the graph's database is not among what is open."""
USER = "neo4j"
_START_SECONDS = 180.0
STOP_SECONDS = 60.0
# What a start takes on an idle machine; only the progress bar depends on it.
_USUAL_START_SECONDS = 6.0
_KEPT_LOGS = 3


class ServerDidNotStart(GraphError):
    """The database process ended, or stayed silent, before it was ready; the log says why."""

    code = "DATABASE_DID_NOT_START"

    def __init__(self, log: Path) -> None:
        super().__init__(log=str(log))
        self.log = log

    def __str__(self) -> str:
        return f"The database did not start. The reason is at the end of {self.log}."


class NoRoomToStart(GraphError):
    """The disk of a data folder is too full for a database to start."""

    code = "NO_ROOM_TO_START"

    def __init__(self, folder: Path, room: Room, needed: int) -> None:
        super().__init__(folder=str(folder), free=room.free, needed=needed)
        self._text = (
            f"Only {room} are free where {folder} is; a database needs {needed / 2**30:.2f} GiB there to"
            " start. Free some, or choose another folder with --data-dir."
        )

    def __str__(self) -> str:
        return self._text


class StoreDamaged(GraphError):
    """The files of a database are not what it left; `reason` says what was seen."""

    code = "STORE_DAMAGED"

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(folder=str(folder), reason=reason)

    def __str__(self) -> str:
        return (
            f"The database in {self.details['folder']} is damaged: {self.details['reason']} Put that folder"
            " aside, and bring the last backup back into a new one: hub restore FILE --data-dir NEW"
        )


@dataclass(frozen=True)
class Launch:
    """All that a start needs to know, so that a restart is the same."""

    data_dir: Path
    port: int
    heap: str
    pagecache: str

    @property
    def uri(self) -> str:
        """Where the database answers."""
        return f"bolt://{HOST}:{self.port}"

    @property
    def log(self) -> Path:
        """Where the child's stderr goes: what Java and this package say before Neo4j's own log opens."""
        return self.data_dir / "logs" / "process.log"


@dataclass
class RunningServer:
    """One running database: where it answers, and the ways to end it."""

    plan: Launch
    process: subprocess.Popen[bytes]
    lock: FolderLock = field(repr=False)
    user: str = USER

    @property
    def uri(self) -> str:
        """`bolt://127.0.0.1:PORT`."""
        return self.plan.uri

    @property
    def password(self) -> str:
        """The password of `user`; never part of a command line or a log."""
        password = read_password(self.plan.data_dir)
        if password is None:
            raise ServerDidNotStart(self.plan.log)
        return password

    @property
    def pid(self) -> int:
        """The database process."""
        return self.process.pid

    def alive(self) -> bool:
        """Whether the process is still there."""
        return self.process.poll() is None

    def kill(self) -> None:
        """End the process as a power cut would. The folder is still held: `stop()` gives it back."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """Close the database and give the folder back; safe to call twice."""
        end(self.process)
        (self.plan.data_dir / ADDRESS_FILE).unlink(missing_ok=True)
        self.lock.release()


def start(
    data_dir: Path,
    *,
    heap: str = "512m",
    pagecache: str = "256m",
    port: int = 0,
    on_progress: Progress | None = None,
) -> RunningServer:
    """Start Neo4j on `data_dir` and return once it answers, about 6 s later.

    `port` 0 takes a free one. `on_progress` may raise to give up: what was begun is then ended cleanly.
    Raises `DataFolderInUse`, `JarsUnavailable`, `NoRoomToStart`, `StoreDamaged` or `ServerDidNotStart`.
    """
    report = on_progress or _silent
    expect_room_to_start(data_dir)
    lock = FolderLock(data_dir.absolute())
    try:
        sound_jars(report)
        plan = Launch(lock.folder, port or free_port(), heap, pagecache)
        process = spawn(plan, lock, report)
    except BaseException:
        lock.release()
        raise
    return RunningServer(plan, process, lock)


def expect_room_to_start(data_dir: Path) -> None:
    """Raises NoRoomToStart: at once, where a database would only find out after minutes."""
    room = room_at(data_dir)
    needed = TO_START if is_stored(data_dir) else TO_MAKE
    if room.free < needed:
        raise NoRoomToStart(data_dir.absolute(), room, needed)


def spawn(plan: Launch, lock: FolderLock, on_progress: Progress) -> subprocess.Popen[bytes]:
    """Start the child and wait for its `ready`; where `on_progress` raises, the child is ended cleanly.

    Raises as `start` does.
    """
    expect_room_to_start(plan.data_dir)
    if lost := losses(plan.data_dir):
        raise StoreDamaged(plan.data_dir, lost[0])
    plan.log.parent.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    rotate(plan.log)
    # Appended: what the last process said before it died is why it is started again.
    with os.fdopen(os.open(plan.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab") as log:
        process = subprocess.Popen(  # noqa: S603 (our own module, with paths and numbers)
            _command(plan),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            # Its own session: Ctrl-C in the terminal is for the hub, which then stops the database last.
            start_new_session=True,
            pass_fds=[lock.descriptor],
            cwd=Path(__file__).parents[2],
            umask=UMASK,
        )
    try:
        _wait_until_ready(process, plan, on_progress)
        write_private(plan.data_dir / ADDRESS_FILE, plan.uri)
    except BaseException:
        end(process)
        raise
    return process


def rotate(log: Path) -> None:
    """Put a log that is full aside, as `process.log.1`; older ones move on, and the oldest goes."""
    if not log.exists() or log.stat().st_size < MAXIMUM_LOG:
        return
    for number in range(_KEPT_LOGS, 0, -1):
        former = log if number == 1 else log.with_name(f"{log.name}.{number - 1}")
        if former.exists():
            former.replace(log.with_name(f"{log.name}.{number}"))


def end(process: subprocess.Popen[bytes], seconds: float = STOP_SECONDS) -> None:
    """Ask the child to close its database, and wait so many seconds; one that hangs is killed."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    _close_pipes(process)


def free_port() -> int:
    """A port on this machine that nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _command(plan: Launch) -> list[str]:
    options = {
        "--data-dir": plan.data_dir,
        "--port": plan.port,
        "--heap": plan.heap,
        "--pagecache": plan.pagecache,
    }
    pairs = [str(part) for pair in options.items() for part in pair]
    return [sys.executable, "-m", "graph.server.process", *pairs]


def _wait_until_ready(process: subprocess.Popen[bytes], plan: Launch, on_progress: Progress) -> None:
    assert process.stdout is not None
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < _START_SECONDS:
        on_progress("Starting the database", min(passed / _USUAL_START_SECONDS, 0.99))
        if select.select([process.stdout], [], [], 0.1)[0]:
            answer = os.read(process.stdout.fileno(), 64)
            if answer.startswith(OFFLINE):
                raise StoreDamaged(
                    plan.data_dir, f"it does not open; {plan.log.parent / 'debug.log'} says why."
                )
            if not answer.startswith(READY):
                break
            on_progress("Starting the database", 1.0)
            return
    raise ServerDidNotStart(plan.log)


def _close_pipes(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _silent(_what: str, _share: float) -> None:
    pass
