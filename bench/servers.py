"""Start what is measured: each contender a process of its own, on one database."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.server.launcher import free_port

HERE = Path(__file__).parent
PEER = HERE / "contenders" / "peer"
CONTENDERS = ("limit", "hub", "plain", "peer-yoga", "peer-apollo")
_START_SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database answers."""

    uri: str
    user: str
    password: str
    pid: int | None = None

    def at(self, uri: str) -> "Address":
        """The same database behind another address."""
        return replace(self, uri=uri)


@dataclass(frozen=True, slots=True)
class Server:
    """A contender that answers."""

    name: str
    port: int
    pid: int


class DidNotStart(Exception):
    """A contender ended, or stayed silent, before it answered."""


def command(name: str, port: int) -> list[str]:
    """What starts a contender."""
    match name:
        case "hub":
            return [sys.executable, "-m", "hub", "serve", "--port", str(port)]
        case "limit":
            return [sys.executable, "-m", "bench.contenders.limit"]
        case "plain":
            return [sys.executable, "-m", "bench.contenders.plain"]
        case _:
            return ["node", str(PEER / f"{name.removeprefix('peer-')}.js")]


@contextmanager
def running(name: str, database: Address, viewers: dict[str, Any]) -> Iterator[Server]:
    """A contender, until the end of the block. Raises DidNotStart."""
    port = free_port()
    with process(command(name, port), environment(database, port, viewers)) as started:
        wait_for(port, started, name)
        yield Server(name, port, started.pid)


def environment(database: Address, port: int, viewers: dict[str, Any]) -> dict[str, str]:
    """What a contender is told: the hub by its own names, the others by theirs."""
    return {
        "NEO4J_URI": database.uri,
        "NEO4J_USER": database.user,
        "NEO4J_PASSWORD": database.password,
        "BENCH_URI": database.uri,
        "BENCH_USER": database.user,
        "BENCH_PASSWORD": database.password,
        "BENCH_PORT": str(port),
        "BENCH_VIEWERS": json.dumps(viewers),
        "NODE_ENV": "production",
        "HUB_WARMING": "off",  # all that is measured is asked for before
        "HUB_TIME_ZONE": "UTC",  # the others know no other day
        "HUB_LOG_REQUESTS": "failed",  # nor do they write a line for each request
        # One viewer asks for all here: it pays, and has enough.
        **{f"HUB_BUDGET_{who}": str(10**15) for who in ("ANONYMOUS", "MEMBER", "COORDINATOR")},
    }


@contextmanager
def process(arguments: list[str], more: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process of ours, ended with the block; its output goes to stderr of this one."""
    started = subprocess.Popen(  # noqa: S603 - our own commands
        arguments, env={**os.environ, **more}, cwd=HERE.parent, stdout=subprocess.DEVNULL
    )
    try:
        yield started
    finally:
        started.terminate()
        try:
            started.wait(20)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()


def wait_for(port: int, started: subprocess.Popen[bytes], name: str) -> float:
    """Wait until a port is listened on; the seconds it took. Raises DidNotStart."""
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < _START_SECONDS:
        if started.poll() is not None:
            raise DidNotStart(f"{name} ended with exit code {started.returncode}; its reason stands above.")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return passed
        time.sleep(0.05)
    raise DidNotStart(f"{name} does not answer after {_START_SECONDS:.0f} s.")


def install_peers() -> None:
    """Put the peers' packages beside them, as their lock names them; nothing when that is done."""
    lock, mark = PEER / "package-lock.json", PEER / "node_modules" / ".package-lock.json"
    if mark.exists() and mark.stat().st_mtime >= lock.stat().st_mtime:
        return
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"],  # noqa: S607 - the npm of the machine
        cwd=PEER,
        check=True,
        stdout=sys.stderr,
    )


def processor_seconds(pid: int | None) -> float:
    """The seconds of processor time a process has used so far (Linux)."""
    if pid is None:
        return 0.0
    told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> dict[str, float]:
    """The MiB a process holds now and has held at most (Linux)."""
    told = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    facts = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    return {name: int(facts[key].split()[0]) / 1024 for name, key in (("now", "VmRSS"), ("most", "VmHWM"))}
