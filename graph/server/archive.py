"""Turn one trial start of Neo4j into an archive of its classes, so that every later start takes half the time.

`python -m graph.server.archive` makes it, about 20 s at the lowest priority; Java calls it an AOT cache.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from graph.server.runtime import cache_folder

_QUERIES = (
    "CREATE (:Trial {id: 'a', title: 'x'})-[:KNOWS {since: date()}]->(:Trial {id: 'b', title: 'y'})",
    "MATCH (n:Trial) WHERE n.title CONTAINS 'x' RETURN n {.id, near: [(n)--(m) | m.id]} ORDER BY n.id LIMIT 20",
    "MATCH (n:Trial) RETURN COLLECT { MATCH (n)-->(m) RETURN m {.id} ORDER BY m.id LIMIT 5 } AS value",
)


def make_in_background() -> Callable[[], None]:
    """Begin to make the archive, if it is missing, without waiting for it; the result stops that early."""
    process = subprocess.Popen(  # noqa: S603 (our own module)
        [sys.executable, "-m", "graph.server.archive"],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    def stop() -> None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    return stop


def main() -> None:
    """Make the archive, unless it is there or another process makes it."""
    from graph.server import jvm

    target, scratch = jvm.archive_file(), cache_folder() / "trial"
    if target.exists():
        return
    with (cache_folder() / "archive.lock").open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            return
        os.nice(19)
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        _record(scratch, scratch / "classes.aot")
        for outdated in cache_folder().glob("classes-*.aot"):
            outdated.unlink()
        (scratch / "classes.aot").rename(target)
        shutil.rmtree(scratch)


def _record(scratch: Path, archive: Path) -> None:
    """Open a database in `scratch`, ask it what the hub asks, close it; Java writes the archive as it ends."""
    import jpype

    from graph.server import jvm
    from graph.server.launcher import free_port
    from graph.server.process import die_with_the_parent, open_database

    die_with_the_parent(signal.SIGKILL)
    jvm.start("512m", f"-XX:AOTCacheOutput={archive}")
    service = open_database(scratch, free_port(), "32m")
    for query in _QUERIES:
        service.database("neo4j").executeTransactionally(query)
    service.shutdown()
    jpype.shutdownJVM()


if __name__ == "__main__":
    main()
