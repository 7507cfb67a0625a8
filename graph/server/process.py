"""Turn a data folder and a port into a running Neo4j: the child process, told to stop by a signal or EOF.

Protocol: one line `ready` on stdout once Bolt answers, or `offline` where the graph's database did not open.
It stops cleanly when stdin ends, on SIGTERM, and when its parent dies. Started by `graph.server.launcher`,
never by hand.
"""

import argparse
import os
import select
import signal
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jpype

from graph.limits import MAXIMUM_PLANS
from graph.server import jvm, sizes
from graph.server.folder import PASSWORD_FILE, new_password, read_password, write_private
from graph.server.parent import leave_long_after_it, signal_at_its_end

TRANSACTION_SECONDS = 600
"""How long a transaction may take that does not say itself; loading a graph says that it may take longer."""

_CLOSE_SECONDS = 120.0
_NO_MORE: Mapping[str, str] = {}
# Not SIGTERM: the kernel sends it when the parent's *thread* ends, so the parent itself is asked first.
_PARENT_SIGNAL = signal.SIGHUP
_TOLD, _PARENT_OR_THREAD_GONE = b"T", b"P"


class StopRequests:
    """Everything that means "stop": SIGTERM, the end of stdin, the parent's death."""

    def __init__(self, stdin: int) -> None:
        self._stdin = stdin
        self._parent = os.getppid()
        self._wake, self._waker = os.pipe()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, self._on_signal)
        signal.signal(_PARENT_SIGNAL, self._on_signal)
        signal_at_its_end(_PARENT_SIGNAL)

    def wait(self) -> None:
        """Return when it is time to stop."""
        while not self.came(within=None):
            pass

    def came(self, within: float | None = 0.0) -> bool:
        """Whether it is time to stop; waits so many seconds for news, without end for None."""
        readable, _, _ = select.select([self._stdin, self._wake], [], [], within)
        ended = self._stdin in readable and not os.read(self._stdin, 1024)
        woken = self._wake in readable and os.read(self._wake, 1) == _TOLD
        return ended or woken or os.getppid() != self._parent

    def _on_signal(self, number: int, _frame: object) -> None:
        os.write(self._waker, _TOLD if number == signal.SIGTERM else _PARENT_OR_THREAD_GONE)


def main(arguments: list[str] | None = None) -> None:
    """Run one database until it is told to stop; 1 where it does not come up."""
    try:
        _run(arguments)
    except Exception:  # noqa: BLE001 (whatever it is, of Java too, it is told and ends the process)
        traceback.print_exc()
        sys.stderr.flush()
        # At once: Java waits for the threads of what it had begun to open, which is for ever.
        os._exit(1)


def _run(arguments: list[str] | None) -> None:
    options = _parser().parse_args(arguments)
    stop = StopRequests(sys.stdin.fileno())
    # Opening and closing end by themselves, or by the parent's patience; without one, by ours.
    leave_long_after_it(_CLOSE_SECONDS)
    answer = _keep_stdout_for_the_answer()
    archive = jvm.archive_file()
    jvm.start(options.heap, *([f"-XX:AOTCache={archive}"] if archive.exists() else []))
    if stop.came():
        return
    sizes.forget(options.data_dir)
    service = open_database(options.data_dir, options.port, options.pagecache)
    try:
        ensure_password(service, options.data_dir)
        if not service.database("neo4j").isAvailable(0):
            os.write(answer, b"offline\n")
            return
        os.write(answer, b"ready\n")
        stop.wait()
    finally:
        service.shutdown()
    sizes.note(options.data_dir)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="graph.server.process", description=__doc__)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--heap", required=True)
    parser.add_argument("--pagecache", required=True)
    return parser


def _keep_stdout_for_the_answer() -> int:
    """Send what Java prints to stderr, so that only the answer reaches the parent's pipe."""
    answer = os.dup(1)
    os.dup2(2, 1)
    return answer


def open_database(data_dir: Path, port: int, pagecache: str, more: Mapping[str, str] = _NO_MORE) -> Any:
    """Open the database, with `more` settings than its own; returns when its Bolt port answers."""
    home = data_dir / "neo4j"
    home.mkdir(exist_ok=True)
    config = home / "neo4j.conf"
    lines = [f"{name}={value}" for name, value in {**_settings(data_dir, port, pagecache), **more}.items()]
    config.write_text("\n".join(["# Written at every start; changes here are lost.", *lines, ""]), "utf-8")
    path = jpype.JClass("java.nio.file.Path")
    builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")
    return builder(path.of(str(home))).loadPropertiesFromFile(path.of(str(config))).build()


def _settings(data_dir: Path, port: int, pagecache: str) -> dict[str, str]:
    address = f"127.0.0.1:{port}"
    heap = int(jpype.JClass("java.lang.Runtime").getRuntime().maxMemory())
    return {
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": address,
        "server.bolt.advertised_address": address,
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "server.directories.logs": str(data_dir / "logs"),
        "server.memory.pagecache.size": pagecache,
        # The hub asks for much less; these hold whatever asks.
        "db.transaction.timeout": f"{TRANSACTION_SECONDS}s",
        "db.memory.transaction.max": str(heap // 4),
        "dbms.memory.transaction.total.max": str(heap // 2),
        "server.memory.query_cache.per_db_cache_num_entries": str(int(MAXIMUM_PLANS)),
        "dbms.security.auth_enabled": "true",
        "dbms.usage_report.enabled": "false",
        "dbms.fleet_manager.enabled": "false",
        "client.allow_telemetry": "false",
        # After both databases are closed Bolt waits twice for idle threads, 5 s each: nothing to wait for.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
        "internal.server.bolt.connection_shutdown_wait_time": "1s",
    }


def ensure_password(service: Any, data_dir: Path) -> None:
    """Give the user `neo4j` a random password on the first start; the file is written after it holds."""
    if read_password(data_dir) is not None:
        return
    password = new_password()
    parameters = jpype.JClass("java.util.HashMap")()
    parameters.put("password", password)
    system = service.database("system")
    system.executeTransactionally("ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", parameters)
    write_private(data_dir / PASSWORD_FILE, password)


if __name__ == "__main__":
    main()
