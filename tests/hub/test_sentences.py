"""What an operator gets wrong is one plain sentence that says what next, from the real commands."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.connection import Database
from graph.server.runtime import CACHE_VARIABLE, cache_folder, jar_files
from tests.conftest import Neo4j
from tests.hub.commands import doctor, serve, up
from tests.running import worked

pytestmark = pytest.mark.usefixtures("own_databases")

NOWHERE = "http://127.0.0.1:1"
"""A proxy that is not there, so that nothing can be fetched."""


Command = Callable[..., tuple[int, str, str]]
COMMANDS = pytest.mark.parametrize("command", [up, serve, doctor])
OWN = pytest.mark.parametrize("command", [up, doctor])


@COMMANDS
def test_a_setting_that_cannot_be_used(command: Command, tmp_path: Path) -> None:
    code, _, line = command(tmp_path / "data", HUB_PORT="abc")
    said = "The setting HUB_PORT cannot be abc. Give it a value such as 8000."
    assert code == 1
    assert line == (f"✗ {said}  → Correct HUB_PORT, or leave it out." if command is doctor else said)
    assert not (tmp_path / "data").exists()


@COMMANDS
def test_a_wrong_password(command: Command, tmp_path: Path, neo4j_server: Neo4j) -> None:
    # Not the real user: three wrong passwords would lock it for the other tests.
    named = {"NEO4J_URI": neo4j_server.uri, "NEO4J_USER": "nobody", "NEO4J_PASSWORD": "wrong-word"}
    code, stdout, line = command(tmp_path, **named)
    said = f"The database at {neo4j_server.uri} refuses the password."
    mend = "Correct NEO4J_USER and NEO4J_PASSWORD."
    assert code == 1
    assert line == (f"✗ {said}  → {mend}" if command is doctor else f"{said} {mend}")
    assert "wrong-word" not in stdout


@pytest.fixture
def newer(neo4j_server: Neo4j) -> Iterator[dict[str, str]]:
    """A graph of a later version: the settings that name it."""

    def run(text: str) -> None:
        async def work(database: Database) -> None:
            await database.statement(text)

        worked(neo4j_server, work)

    run("MERGE (:Migration {name: 'm9999_later'})")
    yield {f"NEO4J_{name.upper()}": getattr(neo4j_server, name) for name in ("uri", "user", "password")}
    run("MATCH (m:Migration {name: 'm9999_later'}) DELETE m")


@COMMANDS
def test_a_graph_of_a_later_version(command: Command, tmp_path: Path, newer: dict[str, str]) -> None:
    code, _, line = command(tmp_path, **newer)
    said = "This graph is of a newer hub, and this version does not know: m9999_later. Use the newer hub."
    mend = "Install the newer hub, or restore a backup of this version into another folder."
    assert code == 1
    assert line == (f"✗ {said}  → {mend}" if command is doctor else said)


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A cache whose first jar has other bytes than the lock names, in a file of the same length."""
    first, *others = jar_files()
    jars = tmp_path / "cache" / cache_folder().name / "jars"
    jars.mkdir(parents=True)
    for jar in others:
        (jars / jar.name).hardlink_to(jar)
    shutil.copy(first, jars)
    with (jars / first.name).open("r+b") as file:
        file.seek(100)
        file.write(b"spoiled")
    return jars / first.name


@OWN
def test_a_jar_that_is_spoiled(command: Command, tmp_path: Path, spoiled: Path) -> None:
    variables = {CACHE_VARIABLE: str(tmp_path / "cache"), "HTTPS_PROXY": NOWHERE, "NO_PROXY": ""}
    code, _, line = command(tmp_path / "data", **variables)
    assert code == 1
    if command is doctor:
        assert line == (f"✗ {spoiled} is not the file that was locked.  → Start the hub: it fetches it anew.")
    else:
        assert line == (
            f"{spoiled.name} was spoiled, and has been removed. Neo4j's jars could not be fetched (ProxyError)."
            " Check the connection to Maven Central and start again."
        )
        assert not spoiled.exists()
        assert len(list(spoiled.parent.iterdir())) == len(jar_files()) - 1


@OWN
def test_a_cache_that_cannot_be_written(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    code, _, line = command(tmp_path / "data", **{CACHE_VARIABLE: str(file)})
    folder = file / cache_folder().name
    said = f"Neo4j's files cannot be kept in {folder}: Not a directory."
    assert code == 1
    if command is doctor:
        mend = f"Give yourself the right (chown, chmod) to {file}, or name another in {CACHE_VARIABLE}."
        assert line == f"✗ {said}  → {mend}"
    else:
        assert line == f"{said} Mend that, or name another folder in {CACHE_VARIABLE}."


@OWN
def test_a_data_folder_that_cannot_be_written(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    code, _, line = command(file / "data")
    assert code == 1
    if command is doctor:
        said, mend = (
            f"{file} cannot be written: Not a directory.",
            f"Give yourself the right (chown, chmod) to {file}",
        )
        assert line == f"✗ {said}  → {mend}, or choose another folder with --data-dir."
    else:
        assert line == (
            f"{file / 'data'} cannot be used: Not a directory."
            " Mend that, or choose another folder with --data-dir."
        )
