"""Hubs forked from one process that has imported all of their code: to import it takes longer than most tests."""

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import IO

from graph.server.parent import leave_at_its_end

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["hub.cli", "hub.up", "hub.serve", "hub.app", "uvicorn.lifespan.on"])


@dataclass(frozen=True)
class Forked:
    """A hub that was forked, as `subprocess.Popen` has its processes."""

    process: ForkServerProcess
    stdout: IO[str]

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self.process.pid is not None
        return self.process.pid

    def terminate(self) -> None:
        """Ask it to stop."""
        self.process.terminate()

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code, once it has ended. Raises TimeoutError."""
        self.process.join(timeout)
        if self.process.exitcode is None:
            raise TimeoutError
        return self.process.exitcode


def forked(arguments: Sequence[str], environment: Mapping[str, str], log: Path | None) -> Forked:
    """Start `python -m hub` with these arguments, in exactly this environment; it logs to a file, or to ours."""
    reading, writing = _FORKING.Pipe(duplex=False)
    process = _FORKING.Process(target=_run, args=(tuple(arguments), dict(environment), writing, log))
    process.start()
    writing.close()
    with reading:
        stdout = os.fdopen(os.dup(reading.fileno()), encoding="utf-8")
    return Forked(process, stdout)


def _run(arguments: Sequence[str], environment: Mapping[str, str], out: Connection, log: Path | None) -> None:
    from hub.cli import main

    ours = multiprocessing.parent_process()
    assert ours is not None
    leave_at_its_end(ours.sentinel)
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(out.fileno(), 1)
    if log is not None:
        with log.open("w") as file:
            os.dup2(file.fileno(), 2)
    sys.argv = ["hub", *arguments]
    main()
