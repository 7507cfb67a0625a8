"""Backups as an operator makes them: on schedule, whole or not at all, and before an upgrade."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph import VERSION
from graph.connection import Database
from graph.dump import check, head_of
from graph.dump.form import Head, Manifest
from graph.dump.writing import Written
from graph.errors import DatabaseUnavailable
from graph.migrations import steps
from hub import keeping
from hub.cli import main
from tests.conftest import Neo4j
from tests.network import empty

DUMP = Path(__file__).parents[1] / "dumps" / "0.1.0.dump"
_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


def _written(file: Path) -> Written:
    file.write_bytes(b"x")
    manifest = Manifest(1, 0, {}, {}, "", "")
    return Written(Head(1, VERSION, "", [], []), manifest, held=False)


# -- a schedule --------------------------------------------------------------------------------------


def test_so_many_of_a_schedule_stay_and_other_files_are_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = [tmp_path / f"hub-2026010{day}T000000Z.dump" for day in range(1, 5)]
    for file in (*old, tmp_path / "hub-by-hand.dump", tmp_path / "notes"):
        file.touch()
    assert keeping.once(_written, tmp_path, 3)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left[:2] == [old[2].name, old[3].name]
    assert left[3:] == ["hub-by-hand.dump", "notes"]
    assert "read back and found whole" in capsys.readouterr().out


def test_one_that_fails_is_told_and_removes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = [tmp_path / f"hub-2026010{day}T000000Z.dump" for day in range(1, 5)]
    for file in old:
        file.touch()

    def failing(_file: Path) -> Written:
        raise DatabaseUnavailable

    def full(file: Path) -> Written:
        raise OSError(28, "No space left on device", str(file))

    for make, reason in ((failing, "does not answer"), (full, "No space left on device")):
        assert not keeping.once(make, tmp_path, 1)
        assert sorted(tmp_path.iterdir()) == old
        assert reason in capsys.readouterr().err


def test_a_schedule_goes_on_after_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            raise KeyboardInterrupt

    calls = iter((True, False, True))

    def make(file: Path) -> Written:
        if next(calls):
            return _written(file)
        raise DatabaseUnavailable

    monkeypatch.setattr(keeping.time, "sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        keeping.every(make, tmp_path / "kept", 3600, 7)
    assert all(3599 < seconds <= 3600 * (1 + number) for number, seconds in enumerate(slept))
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("span", ["10s", "0h", "h", "1.5h", "-1h", ""])
def test_a_span_that_is_none_is_refused(tmp_path: Path, span: str) -> None:
    answer = CliRunner().invoke(main, ["backup", "--every", span, str(tmp_path)])
    assert answer.exit_code == 2
    assert "Write 30m, 24h or 7d." in answer.output


# -- on a database -----------------------------------------------------------------------------------


@pytest.fixture
def run(neo4j_server: Neo4j, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`hub …` on the test run's database; what it is given as an answer to prompts follows."""
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(neo4j_server, name))
    monkeypatch.delenv("HUB_BACKUP_PASSPHRASE", raising=False)
    return lambda *words, typed="": CliRunner().invoke(main, [str(word) for word in words], input=typed)


@pytest.fixture(scope="module")
def statement(neo4j_server: Neo4j) -> Any:
    def run(text: str, **parameters: Any) -> None:
        async def work() -> None:
            async with Database(
                neo4j_server.uri, neo4j_server.user, neo4j_server.password
            ).opened() as database:
                await database.statement(text, **parameters)

        asyncio.run(work())

    yield run

    async def left() -> None:
        async with Database(neo4j_server.uri, neo4j_server.user, neo4j_server.password).opened() as database:
            await database.statement(_EMPTY)
            await empty(database)

    asyncio.run(left())


def test_the_dump_of_an_earlier_version_comes_back_as_it_was_and_is_brought_up_to_date(
    run: Any, statement: Any, tmp_path: Path
) -> None:
    statement(_EMPTY)
    then, head = check(DUMP, None), head_of(DUMP, None)
    answer = run("restore", DUMP)
    assert answer.exit_code == 0, answer.output
    assert f"Restored {then.nodes} nodes and {then.relationships} relationships" in answer.output
    assert f"written by hub {head.hub}" in answer.output

    answer = run("backup", tmp_path / "now")
    assert answer.exit_code == 0, answer.output
    now = check(tmp_path / "now", None)
    # What migrations add later is a line here, with the reason.
    assert set(head_of(tmp_path / "now", None).migrations) >= set(steps())
    ours = {label: count for label, count in now.labels.items() if label != "Migration"}
    assert ours == {label: count for label, count in then.labels.items() if label != "Migration"}
    assert now.types == then.types
    if set(head.migrations) == set(steps()):
        assert now.content == then.content

    answer = run("restore", DUMP)
    assert answer.exit_code == 1
    assert "There is something in the graph, and a restore overwrites nothing." in answer.output
    answer = run("backup", tmp_path / "now")
    assert answer.exit_code == 1
    assert "A file of this name is there, and is not overwritten." in answer.output
    assert [path.name for path in tmp_path.iterdir()] == ["now"]


def test_a_passphrase_is_asked_for_or_taken_from_the_environment(
    run: Any, statement: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement(_EMPTY)
    statement("CREATE (:Odd {text: 'secret words'})")
    word = "correct horse battery"
    answer = run("backup", tmp_path / "asked", "--encrypt", typed=f"{word}\n{word}\n")
    assert answer.exit_code == 0, answer.output
    assert word not in answer.output
    answer = run("restore", tmp_path / "asked", typed="another horse battery\n")
    assert answer.exit_code == 1
    assert "does not open with this key" in answer.output
    monkeypatch.setenv("HUB_BACKUP_PASSPHRASE", word)
    statement(_EMPTY)
    monkeypatch.setattr("graph.dump.restoring.migrate", _nothing)
    answer = run("restore", tmp_path / "asked")
    assert answer.exit_code == 0, answer.output
    assert "Restored 1 nodes" in answer.output


async def _nothing(_database: Database) -> list[str]:
    return []


def test_an_upgrade_keeps_what_was_beside_the_folder_and_says_how_to_go_back(
    run: Any, statement: Any, tmp_path: Path
) -> None:
    statement(_EMPTY)
    assert run("restore", DUMP).exit_code == 0
    folder = tmp_path / "data"
    answer = run("upgrade", "--data-dir", folder)
    assert answer.output == "Nothing to do: it is up to date.\n"
    assert list(tmp_path.iterdir()) == []

    statement("MATCH (m:Migration {name: 'm0007_plain_zero'}) DELETE m")
    answer = run("upgrade", "--data-dir", folder)
    assert answer.exit_code == 0, answer.output
    (kept,) = tmp_path.iterdir()
    assert kept.name.startswith(f"data-before-{VERSION}-")
    assert "m0007_plain_zero" not in head_of(kept, None).migrations
    assert answer.output.splitlines()[0] == "Applied m0007_plain_zero"
    assert f"hub restore {kept} --data-dir {folder}" in answer.output


def test_a_newer_graph_is_refused_and_left_as_it_was(run: Any, statement: Any, tmp_path: Path) -> None:
    statement("MERGE (:Migration {name: 'm9999_later'})")
    statement("MATCH (m:Migration {name: 'm0007_plain_zero'}) DELETE m")
    for command in ("upgrade", "migrate"):
        answer = run(command, "--data-dir", tmp_path / "data")
        assert answer.exit_code == 1
        assert "This graph is of a newer hub, and this version does not know: m9999_later." in answer.output
    assert list(tmp_path.iterdir()) == []
    statement("MATCH (m:Migration {name: 'm9999_later'}) DELETE m")


def test_a_graph_that_is_half_restored_is_refused(run: Any, statement: Any, tmp_path: Path) -> None:
    statement("CREATE (:Restoring)")
    answer = run("migrate", "--data-dir", tmp_path / "data")
    assert answer.exit_code == 1
    assert "A restore of this graph did not come to its end." in answer.output
    statement("MATCH (n:Restoring) DELETE n")


def test_a_check_names_what_is_wrong_and_its_exit_code_says_so(run: Any, statement: Any) -> None:
    statement(_EMPTY)
    assert run("restore", DUMP).exit_code == 0
    answer = run("check")
    assert (answer.exit_code, answer.output.splitlines()[-1]) == (0, "Nothing is wrong.")
    statement("MATCH (n:Lesson) SET n.audience = 'OWNERS'")
    statement("MATCH (n:Counter {name: 'events'}) SET n.value = 0")
    answer = run("check")
    assert answer.exit_code == 1
    assert "✗ AUDIENCE_OUT_OF_STEP Lesson: 2 (les_" in answer.output
    assert "✗ COUNTER_BEHIND events: 1" in answer.output
    answer = run("check", "--repair")
    assert answer.exit_code == 0, answer.output
    assert "Worked out anew: AUDIENCE_OUT_OF_STEP Lesson: 2" in answer.output


def test_what_is_logged_of_a_schedule_has_no_secret(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_BACKUP_PASSPHRASE", "correct horse battery")
    monkeypatch.setattr(keeping.time, "sleep", _end)
    answer = run("backup", "--every", "24h", "--encrypt", tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    assert "read back and found whole" in answer.output
    assert "correct horse" not in answer.output
    logged = [json.loads(line) for line in answer.output.splitlines() if line.startswith("{")]
    assert [line["event"] for line in logged] in (["backup_made"], [])


def _end(_seconds: float) -> None:
    raise KeyboardInterrupt
