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
from graph.server.folder import (
    ADDRESS_FILE,
    FOLDER_MODE,
    UMASK,
    FolderLock,
    read_password,
    write_private,
)
from graph.server.runtime import Progress, jar_files

HOST = "127.0.0.1"
USER = "neo4j"
_START_SECONDS = 180.0
_STOP_SECONDS = 60.0
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
    Raises `DataFolderInUse`, `JarsUnavailable` or `ServerDidNotStart`.
    """
    report = on_progress or _silent
    lock = FolderLock(data_dir.absolute())
    try:
        jar_files(report)
        plan = Launch(lock.folder, port or free_port(), heap, pagecache)
        process = spawn(plan, lock, report)
    except BaseException:
        lock.release()
        raise
    return RunningServer(plan, process, lock)


def spawn(plan: Launch, lock: FolderLock, on_progress: Progress) -> subprocess.Popen[bytes]:
    """Start the child and wait for its `ready`; where `on_progress` raises, the child is ended cleanly."""
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


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask the child to close its database, and wait; one that hangs is killed."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(_STOP_SECONDS)
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
            if not os.read(process.stdout.fileno(), 64).startswith(b"ready"):
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
