"""The embedded database: one process per folder, a private password, and no acknowledged write lost."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DatabaseError, DriverError, Neo4jError

from graph.server import (
    DataFolderInUse,
    JarsUnavailable,
    RunningServer,
    StoreDamaged,
    Supervisor,
    archive,
    runtime,
    sizes,
    start,
)
from graph.server.consistency import report_on
from graph.server.folder import PASSWORD_FILE, FolderLock, open_to_others, read_address
from graph.server.jvm import archive_file
from graph.server.launcher import rotate
from graph.server.runtime import CACHE_VARIABLE, Jar, Progress, jar_files, locked_jars, sound_jars
from graph.server.watchdog import Patience

pytestmark = pytest.mark.usefixtures("own_databases")

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def supervised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Supervisor]:
    patience = Patience(pause=0.5, writes=2, answer=8, silence=8, end=2)
    supervisor = Supervisor(start(tmp_path_factory.mktemp("supervised"), pagecache="64m"), patience)
    try:
        yield supervisor
    finally:
        supervisor.stop()


def test_only_the_owner_can_read_the_password(supervised: Supervisor) -> None:
    file = supervised.server.plan.data_dir / PASSWORD_FILE
    assert file.stat().st_mode & 0o777 == 0o600
    assert len(supervised.server.password) == 43


def test_nothing_in_the_data_folder_is_for_others(supervised: Supervisor) -> None:
    folder = supervised.server.plan.data_dir
    assert (folder / "neo4j" / "data" / "databases" / "neo4j").is_dir()
    assert open_to_others(folder) == []


def test_a_folder_that_was_open_to_others_is_closed_at_the_next_start(tmp_path: Path) -> None:
    inner = tmp_path / "neo4j"
    inner.mkdir(mode=0o755)
    (inner / "neo4j.conf").touch(mode=0o644)
    tmp_path.chmod(0o755)
    FolderLock(tmp_path).release()
    modes = [path.stat().st_mode & 0o777 for path in (tmp_path, inner, inner / "neo4j.conf")]
    assert modes == [0o700, 0o700, 0o600]


def test_what_a_process_said_before_it_died_is_kept(tmp_path: Path) -> None:
    log = tmp_path / "process.log"
    log.write_bytes(b"why it died\n")
    rotate(log)
    assert log.read_bytes() == b"why it died\n"
    for number in range(5):
        log.write_bytes(str(number).encode() * 1_000_000)
        rotate(log)
    assert not log.exists()
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == ["process.log.1", "process.log.2", "process.log.3"]
    assert [(tmp_path / name).read_bytes()[:1] for name in kept] == [b"4", b"3", b"2"]


def test_the_password_is_on_no_command_line_and_in_no_log(supervised: Supervisor) -> None:
    server = supervised.server
    command = subprocess.run(
        ["ps", "-p", str(server.pid), "-o", "args="], check=True, capture_output=True, text=True
    )
    assert "graph.server.process" in command.stdout
    texts = [command.stdout, *(log.read_text() for log in (server.plan.data_dir / "logs").iterdir())]
    assert not [text for text in texts if server.password in text]


def test_a_folder_in_use_is_refused_and_its_database_goes_on(supervised: Supervisor) -> None:
    folder, pid = supervised.server.plan.data_dir, supervised.server.pid
    with pytest.raises(DataFolderInUse) as refusal:
        start(folder)
    assert str(refusal.value) == (
        f"The data folder {folder} is in use by process {os.getpid()}. Stop it, or choose another folder."
    )
    assert supervised.server.alive()
    assert supervised.server.pid == pid
    assert read_address(folder) == supervised.server.uri


def test_no_acknowledged_write_is_lost_when_the_database_is_killed(supervised: Supervisor) -> None:
    server = supervised.server
    uri, pid = server.uri, server.pid
    with GraphDatabase.driver(
        uri, auth=(server.user, server.password), max_transaction_retry_time=0
    ) as driver:
        acknowledged: list[int] = []
        writer = threading.Thread(target=_write_until_it_fails, args=(driver, acknowledged))
        writer.start()
        _wait_until(lambda: len(acknowledged) >= 200)
        os.kill(pid, signal.SIGKILL)
        writer.join()

        _wait_until(lambda: supervised.restarts == 1)
        assert server.uri == uri
        assert server.pid != pid
        rows = driver.execute_query("MATCH (n:Written) RETURN n.number AS number").records
    assert set(acknowledged) <= {row["number"] for row in rows}
    assert len(acknowledged) >= 200


def _served(server: RunningServer) -> int:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        return len(driver.execute_query("MATCH (n:Written) RETURN n.number").records)


def test_a_database_that_hangs_is_killed_and_started_again(supervised: Supervisor) -> None:
    before, restarts, process = _served(supervised.server), supervised.restarts, supervised.server.process
    os.kill(process.pid, signal.SIGSTOP)
    _wait_until(lambda: supervised.restarts == restarts + 1, seconds=120)
    assert process.returncode == -signal.SIGKILL
    assert _served(supervised.server) == before


def test_a_database_that_cannot_store_what_it_committed_is_started_again(supervised: Supervisor) -> None:
    """Without a full disk: the system lets it make no file longer."""
    server, restarts = supervised.server, supervised.restarts
    before, pid = _served(server), server.pid
    _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, most))
    auth = (server.user, server.password)
    with GraphDatabase.driver(server.uri, auth=auth, max_transaction_retry_time=0) as driver:
        with pytest.raises(DatabaseError):
            driver.execute_query("CREATE (:Written {number: -1})")
        # It is there, and serves nothing, not even what is read.
        assert server.alive()
        with pytest.raises(DatabaseError):
            driver.execute_query("MATCH (n:Written) RETURN n.number")
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))
    _wait_until(lambda: supervised.restarts == restarts + 1, seconds=120)
    assert server.pid != pid
    assert _served(server) == before


def test_being_watched_leaves_nothing_in_the_graph(supervised: Supervisor) -> None:
    server = supervised.server
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        before = (_nodes(driver), _moment(driver))
        asked = supervised.answered
        _wait_until(lambda: supervised.answered - asked > 3)
        assert (_nodes(driver), _moment(driver)) == before


def _nodes(driver: Driver) -> list[object]:
    rows = driver.execute_query("MATCH (n) RETURN elementId(n) AS id, labels(n), properties(n) ORDER BY id")
    return [record.data() for record in rows.records]


def _moment(driver: Driver) -> frozenset[str]:
    """Where the database stands: another one after each commit."""
    with driver.session(default_access_mode="READ") as session:
        session.run("RETURN 1").consume()
        return frozenset(session.last_bookmarks().raw_values)


def test_stopping_closes_the_database_and_frees_the_folder(supervised: Supervisor) -> None:
    process, folder = supervised.server.process, supervised.server.plan.data_dir
    supervised.stop()
    supervised.stop()
    assert process.returncode == 0
    assert "Bolt server has been shut down" in (folder / "logs" / "debug.log").read_text()
    assert read_address(folder) is None
    FolderLock(folder).release()


@pytest.fixture
def store(supervised: Supervisor, tmp_path: Path) -> Path:
    """The data folder of a database that has closed, and its files to be damaged."""
    supervised.stop()
    copy = tmp_path / "copy"
    shutil.copytree(supervised.server.plan.data_dir, copy)
    return copy


def _file(folder: Path, name: str) -> Path:
    return folder / "neo4j" / "data" / "databases" / "neo4j" / name


def test_a_store_file_that_was_cut_or_is_gone_stops_the_start(store: Path) -> None:
    file = _file(store, "neostore.nodestore.db")
    assert sizes.losses(store) == []
    size = file.stat().st_size
    os.truncate(file, size - 100)
    with pytest.raises(StoreDamaged) as refusal:
        start(store)
    said = f"{file} has lost 100 of {size} bytes since it was closed."
    assert str(refusal.value) == (
        f"The database in {store} is damaged: {said} Put that folder aside, and bring the last backup back"
        " into a new one: hub restore FILE --data-dir NEW"
    )
    file.unlink()
    with pytest.raises(StoreDamaged, match=r"neostore\.nodestore\.db is missing\."):
        start(store)
    FolderLock(store).release()


def test_a_database_that_does_not_open_ends_the_start(store: Path) -> None:
    sizes.forget(store)
    _file(store, "neostore").unlink()
    with pytest.raises(StoreDamaged, match=r"is damaged: it does not open; .*debug\.log says why\."):
        start(store, pagecache="64m")
    FolderLock(store).release()


def test_the_checker_tells_damaged_files_from_sound_ones(store: Path) -> None:
    assert report_on(store, lambda _what, _share: None) is None
    with _file(store, "neostore.nodestore.db").open("r+b") as file:
        file.write(b"\xab" * 600)
    report = report_on(store, lambda _what, _share: None)
    assert report is not None
    assert report.read_text(encoding="utf-8")


def test_the_database_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "graph.server", "--data-dir", str(tmp_path), "--pagecache", "64m"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline().startswith("Neo4j answers on bolt://127.0.0.1:")
        parent.kill()
    # The lock is inherited by the database, so taking it waits until the database has closed.
    FolderLock(tmp_path).release()
    assert "Bolt server has been shut down" in (tmp_path / "logs" / "debug.log").read_text()


def test_a_start_given_up_leaves_no_process_and_a_free_folder(tmp_path: Path) -> None:
    class GivenUp(Exception):
        pass

    def give_up(what: str, share: float) -> None:
        if what == "Starting the database" and share > 0.05:
            raise GivenUp

    with pytest.raises(GivenUp):
        start(tmp_path, pagecache="64m", on_progress=give_up)
    FolderLock(tmp_path).release()


def test_a_second_start_fetches_nothing_and_does_not_load_the_resolver() -> None:
    jar_files()
    script = (
        "import sys, graph.server; from graph.server.runtime import jar_files\n"
        "jar_files(); assert not {'jgo', 'requests'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


@pytest.fixture
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An empty cache, and in place of Maven Central a list that notes what is fetched."""
    names: list[str] = []

    def download(jars: list[Jar], folder: Path, _on_progress: Progress) -> None:
        for jar in jars:
            time.sleep(0.001)
            (folder / jar.file_name).touch()
            names.append(jar.file_name)

    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    monkeypatch.setattr("graph.server.download.download", download)
    return names


def test_starts_at_the_same_moment_fetch_each_jar_once(fetched: list[str]) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(jar_files) for _ in range(4)]
    assert [len(answer.result()) for answer in answers] == [len(locked_jars())] * 4
    assert len(fetched) == len(locked_jars())


def test_a_fetch_that_fails_leaves_nothing_behind(
    fetched: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_jars: list[Jar], folder: Path, _on_progress: Progress) -> None:
        (folder / "half.jar").touch()
        raise JarsUnavailable("no network.")

    monkeypatch.setattr("graph.server.download.download", fail)
    with pytest.raises(JarsUnavailable, match=r"^no network\.$"):
        jar_files()
    assert fetched == []
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["lock"]


def test_the_archive_of_a_new_machine_begins_with_the_jars(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_jars: list[Jar], _folder: Path, _on_progress: Progress) -> None:
        raise JarsUnavailable("no network.")

    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "new"))
    monkeypatch.setattr("graph.server.download.download", fail)
    with pytest.raises(JarsUnavailable, match=r"^no network\.$"):
        archive.main()


def test_a_jar_that_is_spoiled_is_fetched_again_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = {jar.name: jar for jar in jar_files()}
    fetched: list[str] = []

    def download(jars: list[Jar], folder: Path, _on_progress: Progress) -> None:
        for jar in jars:
            shutil.copy(sound[jar.file_name], folder)
            fetched.append(jar.file_name)

    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    monkeypatch.setattr("graph.server.download.download", download)
    jars = runtime.cache_folder() / "jars"
    jars.mkdir(parents=True)
    spoiled, *others = sound.values()
    for jar in others:
        (jars / jar.name).hardlink_to(jar)
    (jars / spoiled.name).write_bytes(spoiled.read_bytes()[:-1] + b"?")
    assert sound_jars() == [jars / name for name in sound]
    assert fetched == [spoiled.name]
    assert runtime.spoiled_jars() == []


def test_a_jar_that_is_not_the_locked_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.server import download

    other = tmp_path / "other.jar"
    other.write_bytes(b"not Neo4j")
    monkeypatch.setattr(download.Artifact, "resolve", lambda _self: other)
    with pytest.raises(JarsUnavailable, match=r"is not the file that jars\.lock names"):
        download.download(locked_jars()[:1], tmp_path, lambda _what, _share: None)
    assert list(tmp_path.glob("*.jar")) == [other]


def test_every_process_looks_for_the_archive_of_classes_under_the_same_name() -> None:
    script = "from graph.server.jvm import archive_file; print(archive_file())"
    answers = [
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True).stdout
        for _ in range(2)
    ]
    assert answers[0] == answers[1] == f"{archive_file()}\n".encode()


def test_the_lock_names_the_version_of_the_code() -> None:
    neo4j = [jar for jar in locked_jars() if (jar.group, jar.artifact) == ("org.neo4j", "neo4j")]
    assert [jar.version for jar in neo4j] == [runtime.NEO4J_VERSION]


def _write_until_it_fails(driver: Driver, acknowledged: list[int]) -> None:
    number = 0
    try:
        with driver.session() as session:
            while True:
                session.run("CREATE (:Written {number: $number})", number=number).consume()
                acknowledged.append(number)
                number += 1
    except (DriverError, Neo4jError):
        return


def _wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)
