"""One embedded database for each process of a run, or the running one that HUB_TEST_NEO4J names.

`pytest -n auto --dist loadfile` (scripts/test) shares the test files out among the cores; every process
has a database and a hub of its own, and a file stays whole, since it loads its data once. The databases
of a run share one Java (tests/databases.py).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from xdist.scheduler import LoadFileScheduling

from tests.measuring import MEASURED

from graph.server import start  # isort: skip - what is measured is imported after the measuring has begun

if TYPE_CHECKING:
    from hub.web.client import Client
    from tests.browser import Mailbox
    from tests.running import Hub

hypothesis.settings.register_profile("untimed", deadline=None)  # No test fails for being slow.
hypothesis.settings.load_profile("untimed")

RUNNING = os.environ.get("HUB_TEST_NEO4J")
_MOST_PROCESSES = 4
"""Each takes about half a gigabyte, beside three for the databases of all."""
_DATABASES_IN_MEMORY = 6 * 2**30
_START_SECONDS = 180
_DATABASES = pytest.StashKey["_Databases"]()
_ASK_ALIKE = ("tests/hub/every/", "tests/browser/")
"""Folders whose files ask the same statements: in one process, its database plans each of them once."""


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores; with one running database, no second process beside this one."""
    # One more than there are cores: each waits, most of its time, for the one Java that plans for all.
    return 0 if RUNNING else min((os.cpu_count() or 1) + 1, _MOST_PROCESSES)


class _Files(LoadFileScheduling):
    """Whole files to each process, and those that ask alike to one."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return next((folder for folder in _ASK_ALIKE if file.startswith(folder)), file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Share the files out, where whole files are asked for."""
    return _Files(config, log) if config.getoption("dist") == "loadfile" else None


def _in_memory() -> Path | None:
    """A folder in memory, where there is room: nobody waits for a disk at each of ten thousand commits."""
    memory = Path("/dev/shm")  # noqa: S108 (a folder of its own is made in it)
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > _DATABASES_IN_MEMORY
    return memory if roomy else None


class _Databases:
    """The databases of a run's processes, while they start and until they are closed."""

    def __init__(self, count: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="hub-tests-", dir=_in_memory()))
        folders = [self.folder / f"gw{number}" for number in range(count)]
        for folder in folders:
            folder.mkdir()
        command = [sys.executable, "-m", "tests.databases", *map(str, folders)]
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log)

    def close(self) -> None:
        """Close them, and leave nothing."""
        self._process.communicate()
        shutil.rmtree(self.folder)


def pytest_configure(config: pytest.Config) -> None:
    """Start the databases of the processes: they are there when the first test asks for one.

    Refuses to run side by side on one database: every file would empty it under the others.
    """
    processes = 0 if hasattr(config, "workerinput") else getattr(config.option, "numprocesses", None) or 0
    if RUNNING and processes:
        raise pytest.UsageError("HUB_TEST_NEO4J names one database, so leave -n out, or say -n auto.")
    if processes and config.option.markexpr != "not database":
        config.stash[_DATABASES] = _Databases(processes)


def pytest_configure_node(node: Any) -> None:
    """Tell a process where to find its database."""
    if _DATABASES in node.config.stash:
        node.workerinput["databases"] = str(node.config.stash[_DATABASES].folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close the databases of the processes."""
    if _DATABASES in config.stash:
        config.stash[_DATABASES].close()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a database, so that `-m "not database"` leaves none of them in.

    The longest comes first, those that ask alike. Then those that start databases of their own, which are
    waited for, evenly among those that share one and keep it busy. Files without any are short: they come
    last, so that the processes finish at about the same time.
    """
    waiting: dict[Path, bool] = {}
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "neo4j_server" in fixtures or "own_databases" in fixtures:
            item.add_marker("database")
            waiting[item.path] = waiting.get(item.path, False) or "own_databases" in fixtures
    own = [path for path, waits in waiting.items() if waits]
    sharing = [path for path, waits in waiting.items() if not waits]
    turns = {path: (place + 0.5) / len(those) for those in (own, sharing) for place, path in enumerate(those)}
    alike = {path for path in turns if any(folder in path.as_posix() for folder in _ASK_ALIKE)}
    items.sort(key=lambda item: 0.0 if item.path in alike else turns.get(item.path, 1.0))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Measure the branches of the compiler in its own tests: elsewhere it would cost, and show no more."""
    if MEASURED is not None:
        MEASURED.follow(item.nodeid.startswith("tests/compiler/"))


def pytest_sessionfinish() -> None:
    """Keep what was measured, a file for each process."""
    if MEASURED is not None:
        MEASURED.keep()


@dataclass(frozen=True)
class Neo4j:
    """Where the database of this test run answers."""

    uri: str
    user: str
    password: str


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """A real, empty Neo4j; HUB_TEST_NEO4J=DIR/server.json takes a running one instead, for quick runs."""
    told = getattr(request.config, "workerinput", {})
    if RUNNING or "databases" in told:
        where = RUNNING or Path(told["databases"], told["workerid"], "server.json")
        facts = json.loads(_once_there(Path(where)))
        yield Neo4j(facts["uri"], facts["user"], facts["password"])
        return
    server = start(tmp_path_factory.mktemp("neo4j"))
    try:
        yield Neo4j(server.uri, server.user, server.password)
    finally:
        server.stop()


def _once_there(file: Path) -> str:
    deadline = time.monotonic() + _START_SECONDS
    while not file.exists():
        assert time.monotonic() < deadline, f"{file} is not written; {file.parents[1] / 'log'} may say why."
        time.sleep(0.1)
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def own_databases() -> Iterator[None]:
    """For files that start databases which live for seconds: Java does not optimize what it runs for them.

    A start takes 11 s of processor time instead of 18.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
        yield


@pytest.fixture(scope="session")
def hub_address(neo4j_server: Neo4j) -> Iterator[str]:
    """The address of one running hub for the whole run."""
    from tests.running import start_hub, stop_hub

    # Most tests have three organizations: that five must be alike is tested where there are more.
    process, address = start_hub(neo4j_server, HUB_ANONYMITY="1")
    try:
        yield address
    finally:
        assert stop_hub(process) == 0


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> "Mailbox":
    """Where the letters of a file's own hub lie."""
    from tests.browser import Mailbox

    return Mailbox(tmp_path_factory.mktemp("state") / "mail")


@pytest.fixture(scope="module")
def hub(request: pytest.FixtureRequest, neo4j_server: Neo4j) -> "Iterator[Hub]":
    """That hub, on a graph that is migrated (another module may have emptied it).

    A file that is marked `mails` has one of its own, which leaves its letters in the mailbox.
    """
    from tests.running import own_hub, prepared

    marker = request.node.get_closest_marker("mails")
    if marker is not None:
        state = request.getfixturevalue("mailbox").folder.parent
        with own_hub(neo4j_server, HUB_STATE_DIR=str(state), **marker.kwargs) as own:
            yield own
        return
    made = prepared(request.getfixturevalue("hub_address"), neo4j_server)
    yield made
    made.client.close()


@pytest.fixture(scope="session")
def web_client() -> "Client":
    """The web client of these sources, built unless it is. A hub that runs already serves it from now on."""
    from hub.web.client import Client

    subprocess.run([sys.executable, Path(__file__).parents[1] / "web/build.py"], check=True)
    return Client()
