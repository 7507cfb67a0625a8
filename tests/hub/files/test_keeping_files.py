"""Files are in backups, come back byte by byte, are held to what was told of them, and go in their time."""

import gzip
import json
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.dump import check, head_of
from graph.errors import FileRefused
from graph.limits import MAXIMUM_LOOSE_DAYS
from hub.cli import main
from hub.daily import tidy
from hub.doctor import Place, stored_uploads
from hub.files.store import Store
from hub.settings import Settings
from tests import documents
from tests.conftest import Neo4j
from tests.documents import SOUND
from tests.hub.files.conftest import Shelf
from tests.running import worked

_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


@pytest.fixture
def command(shelf: Shelf, neo4j_server: Neo4j, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command of an operator on the database of the tests, and on the files of the shelf or elsewhere."""

    def run(*arguments: str, files: Path | None = shelf.folder) -> Result:
        monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
        monkeypatch.setenv("NEO4J_USER", neo4j_server.user)
        monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
        monkeypatch.setenv("HUB_BACKUP_PASSPHRASE", "دوازده نویسه یا بیشتر")
        if files is None:
            monkeypatch.delenv("HUB_FILES", raising=False)
        else:
            monkeypatch.setenv("HUB_FILES", str(files))
        return CliRunner().invoke(main, list(arguments))

    return run


@pytest.fixture
def sent(shelf: Shelf) -> dict[str, bytes]:
    """Every file of a lesson, with its content, by its id."""
    _, token = shelf.hub.member("انجمن نگه‌دار")
    ids = {shelf.sent(token, name)["id"]: content for name, (content, _) in SOUND.items()}
    given = {
        "statement": "پشتیبان بگیرید",
        "recommendation": "هر شب",
        "source": "گزارش",
        "fileIds": list(ids),
    }
    shelf.hub.done("createLesson", given, "lesson { id }", token)
    return ids


def test_a_backup_brings_files_back_byte_by_byte(
    shelf: Shelf, command: Callable[..., Result], sent: dict[str, bytes], neo4j_server: Neo4j, tmp_path: Path
) -> None:
    made = command("backup", str(tmp_path / "a.dump"), "--encrypt")
    assert made.exit_code == 0, made.output
    assert f" {len(shelf.told())} files," in made.output
    worked(neo4j_server, lambda database: database.statement(_EMPTY))
    elsewhere = tmp_path / "elsewhere"

    refused = command("restore", str(tmp_path / "a.dump"), files=None)
    assert refused.exit_code == 1
    assert "HUB_FILES" in refused.output
    assert worked(neo4j_server, lambda database: database.rows("MATCH (n) RETURN n LIMIT 1")) == []

    restored = command("restore", str(tmp_path / "a.dump"), files=elsewhere)
    assert restored.exit_code == 0, restored.output
    assert {id_: (elsewhere / id_).read_bytes() for id_ in sent} == sent
    assert {path.name for path in elsewhere.iterdir()} == shelf.told()
    sound = command("check", files=elsewhere)
    assert "files are in" in sound.output
    assert sound.exit_code == 0, sound.output


def test_a_check_names_what_is_lost_or_changed_and_a_backup_leaves_it_out(
    shelf: Shelf, command: Callable[..., Result], sent: dict[str, bytes], tmp_path: Path
) -> None:
    lost, changed, *_ = sent
    (shelf.folder / lost).unlink()
    (shelf.folder / changed).write_bytes(b"something else")
    told = command("check")
    assert told.exit_code == 1
    assert f"{lost} is lost" in told.output
    assert f"{changed} is changed" in told.output
    made = command("backup", str(tmp_path / "b.dump"))
    assert made.exit_code == 0
    assert f"Not there, and so not in it: {', '.join(sorted([lost, changed]))}." in made.output
    assert check(tmp_path / "b.dump", None).files == len(shelf.told()) - 2
    for id_ in (lost, changed):
        (shelf.folder / id_).write_bytes(sent[id_])
    _, token = shelf.hub.member("سازمان شتابان")
    shelf.sent(token, "attached to nothing yet.pdf", documents.pdf("loose"))
    assert command("check").exit_code == 0
    audience = "MATCH (n:Lesson)-[:HAS_FILE]->({id: $id}) SET n.audience = $audience"
    shelf.hub.cypher(audience, id=lost, audience="ANONYMIZED")
    assert "FILE_ON_ANONYMIZED Lesson: 1" in command("check").output
    shelf.hub.cypher(audience, id=lost, audience="OWNERS")
    without = command("backup", str(tmp_path / "c.dump"), "--without-files")
    assert without.exit_code == 0
    assert check(tmp_path / "c.dump", None).files == 0
    nowhere = command("check", files=None)
    assert nowhere.exit_code == 1
    assert "Set HUB_FILES" in nowhere.output


def test_a_backup_whose_files_were_changed_is_refused(
    command: Callable[..., Result], sent: dict[str, bytes], tmp_path: Path
) -> None:
    assert sent
    file = tmp_path / "d.dump"
    assert command("backup", str(file)).exit_code == 0
    assert head_of(file, None).dump == 2
    lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
    pieces = [place for place, line in enumerate(lines) if line.startswith(b'["f",')]
    first = json.loads(lines[pieces[0]])
    spoilt = {
        "changed": [*lines[: pieces[0]], _line(first[1], "AAAA"), *lines[pieces[0] + 1 :]],
        "left out": [line for place, line in enumerate(lines) if place not in pieces[:2]],
        "not ended": [line for place, line in enumerate(lines) if place != pieces[-1]],
        "no base64": [*lines[: pieces[0]], _line(first[1], "§"), *lines[pieces[0] + 1 :]],
        "of another": [*lines[: pieces[0]], _line("fil_none", first[2]), *lines[pieces[0] + 1 :]],
    }
    for how, changed in spoilt.items():
        other = tmp_path / f"{how}.dump"
        other.write_bytes(gzip.compress(b"".join(changed)))
        with pytest.raises(FileRefused) as refused:
            check(other, None)
        assert refused.value.cause.code == "DUMP_CHANGED", how


def _line(id_: str, encoded: str) -> bytes:
    return json.dumps(["f", id_, encoded], ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _tidied(shelf: Shelf, neo4j: Neo4j, now: datetime) -> int:
    store = Store(str(shelf.folder), Settings(files=str(shelf.folder)))
    return worked(neo4j, lambda database: tidy(database, store, now))


def test_what_nothing_refers_to_goes_after_a_month_and_what_is_attached_stays(
    shelf: Shelf, sent: dict[str, bytes], neo4j_server: Neo4j
) -> None:
    _, token = shelf.hub.member("سازمان فراموشکار")
    loose = shelf.sent(token, "loose.pdf", documents.pdf("loose"))["id"]
    late = shelf.sent(token, "late.pdf", documents.pdf("late"))["id"]
    now, month = datetime.now(UTC), timedelta(days=MAXIMUM_LOOSE_DAYS)
    _tidied(shelf, neo4j_server, now)
    _tidied(shelf, neo4j_server, now + month - timedelta(hours=1))
    assert {loose, late} <= shelf.kept()
    given = {"statement": "دیر", "recommendation": "زود", "source": "گزارش", "fileIds": [late]}
    shelf.hub.done("createLesson", given, "lesson { id }", token)
    assert _tidied(shelf, neo4j_server, now + month + timedelta(hours=1)) >= 1
    assert loose not in shelf.kept() | shelf.told()
    assert {late, *sent} <= shelf.kept() & shelf.told()


def test_bytes_that_no_file_tells_of_go_after_a_day(
    shelf: Shelf, sent: dict[str, bytes], neo4j_server: Neo4j
) -> None:
    old, young = (shelf.folder / f"fil_{digit * 26}" for digit in "01")
    for path in (old, young):
        path.write_bytes(b"left by a hub that was killed between the store and the graph")
    yesterday = time.time() - 90_000
    os.utime(old, (yesterday, yesterday))
    for id_ in sent:
        os.utime(shelf.folder / id_, (yesterday, yesterday))
    assert _tidied(shelf, neo4j_server, datetime.now(UTC)) == 1
    assert (old.exists(), young.exists()) == (False, True)
    assert set(sent) <= shelf.kept()
    young.unlink()


def test_the_doctor_says_whether_files_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(tmp_path / "data", 0)
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    nowhere = stored_uploads(place)
    assert (nowhere.mend, "until HUB_FILES names one" in nowhere.what) == ("", True)
    monkeypatch.setenv("HUB_FILES", str(tmp_path / "files"))
    assert stored_uploads(place).mend == ""
    (tmp_path / "files").mkdir()
    assert stored_uploads(place).what.startswith("Files can be kept in ")
    assert list((tmp_path / "files").iterdir()) == []
    monkeypatch.setenv("HUB_FILES", str(tmp_path / "no folder"))
    (tmp_path / "no folder").write_text("")
    assert "HUB_FILES" in stored_uploads(place).mend
    monkeypatch.delenv("NEO4J_URI")
    monkeypatch.delenv("HUB_FILES")
    assert str(tmp_path / "data" / "files") in stored_uploads(place).what
