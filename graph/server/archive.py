"""Turn one trial start of Neo4j into an archive of its classes: later starts take half the time.

`python -m graph.server.archive` makes it, in about 20 s at the lowest priority. Java calls it an AOT cache.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from graph.server import jvm
from graph.server.parent import leave_at_its_end
from graph.server.runtime import cache_folder, jar_files

_BESIDE = "--beside"
"""Said by whoever holds its standard input open for as long as it may live."""
_BEGIN_AFTER_SECONDS = 60.0
_KEPT_SECONDS = 60 * 86_400
_QUERIES = (
    "CREATE (:Trial {id: 'a', title: 'x'})-[:KNOWS {since: date()}]->(:Trial {id: 'b', title: 'y'})",
    "MATCH (n:Trial) WHERE n.title CONTAINS 'x' RETURN n {.id, near: [(n)--(m) | m.id]} ORDER BY n.id",
    "MATCH (n:Trial) RETURN COLLECT { MATCH (n)-->(m) RETURN m {.id} ORDER BY m.id LIMIT 5 } AS value",
)


class InBackground:
    """Makes the archive, if it is missing, some time after a start: first the user, then the next start."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._timer = threading.Timer(_BEGIN_AFTER_SECONDS, self._begin)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Give up what is not finished; a later start begins anew."""
        self._timer.cancel()
        self._timer.join()
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.communicate()

    def _begin(self) -> None:
        if jvm.archive_file().exists():
            return
        self._process = subprocess.Popen(  # noqa: S603 (our own module)
            [sys.executable, "-m", "graph.server.archive", _BESIDE],
            cwd=Path(__file__).parents[2],
            # It ends with us, however we end.
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


def main() -> None:
    """Make the archive, unless it is there or another process makes it."""
    target, scratch = jvm.archive_file(), cache_folder() / "trial"
    if target.exists():
        return
    jar_files()  # On a new machine they come first, and the folder with them.
    with (cache_folder() / "archive.lock").open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            return
        os.nice(19)
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        _record(scratch, scratch / "classes.aot")
        _remove_outdated()
        (scratch / "classes.aot").rename(target)
        shutil.rmtree(scratch)


def _remove_outdated() -> None:
    """Old ones belong to environments that are gone; at worst one is made anew."""
    for archive in cache_folder().glob("classes-*.aot"):
        if time.time() - archive.stat().st_mtime > _KEPT_SECONDS:
            archive.unlink(missing_ok=True)


def _record(scratch: Path, archive: Path) -> None:
    """Open a database in `scratch`, ask it what a hub asks, close it; Java writes the archive as it ends."""
    import jpype

    from graph.server.launcher import free_port
    from graph.server.process import open_database

    jvm.start("512m", f"-XX:AOTCacheOutput={archive}")
    service = open_database(scratch, free_port(), "32m")
    for query in _QUERIES:
        service.database("neo4j").executeTransactionally(query)
    service.shutdown()
    jpype.shutdownJVM()


if __name__ == "__main__":
    if _BESIDE in sys.argv:
        leave_at_its_end(sys.stdin.fileno())
    main()
