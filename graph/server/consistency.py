"""Turn the files of a database that is closed into Neo4j's own word on whether they are sound.

`report_on(folder)` starts `python -m graph.server.consistency`, a Java of its own. It prints `sound`, or
where the report is.
"""

import signal
import subprocess
import sys
from pathlib import Path

from graph.errors import GraphError
from graph.server.folder import DATABASES, FolderLock
from graph.server.parent import signal_at_its_end
from graph.server.runtime import Progress, sound_jars

_HEAP = "512m"


class NotChecked(GraphError):
    """Neo4j's checker did not come to a result; `str()` says why."""

    code = "STORE_NOT_CHECKED"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)

    def __str__(self) -> str:
        return f"Neo4j's own check of its files was not done: {self.details['reason']}"


def report_on(data_dir: Path, on_progress: Progress) -> Path | None:
    """The report on what is wrong with the files of a closed database; None where nothing is.

    Reads every page. Raises `DataFolderInUse`, `JarsUnavailable` and `NotChecked`.
    """
    lock = FolderLock(data_dir.absolute())
    try:
        sound_jars(on_progress)
        on_progress("Checking the database's files", 0.0)
        done = subprocess.run(  # noqa: S603 (our own module, with a path)
            [sys.executable, "-m", "graph.server.consistency", str(lock.folder)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        lock.release()
    told = done.stdout.strip().splitlines()
    if done.returncode or not told:
        raise NotChecked((done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"])[-1])
    return None if told[-1] == "sound" else Path(told[-1])


def main(folder: Path) -> None:
    """Check each database of a data folder; print `sound`, or the place of the first report."""
    import jpype

    from graph.server import jvm

    jvm.start(_HEAP)
    path = jpype.JClass("java.nio.file.Path")
    layout = jpype.JClass("org.neo4j.io.layout.Neo4jLayout").of(path.of(str(folder / "neo4j")))
    service = jpype.JClass("org.neo4j.consistency.ConsistencyCheckService")
    nowhere = jpype.JClass("java.io.OutputStream").nullOutputStream()
    for name in DATABASES:
        checking = service(layout.databaseLayout(name)).with_(nowhere).with_(path.of(str(folder / "logs")))
        result = checking.runFullConsistencyCheck()
        if not result.isSuccessful():
            sys.stdout.write(f"{result.reportFile()}\n")
            return
    sys.stdout.write("sound\n")


if __name__ == "__main__":
    signal_at_its_end(signal.SIGKILL)
    main(Path(sys.argv[1]))
