"""`hub up` and its own database: any folder, a disk that fills up, and what broke comes back by itself."""

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from graph.errors import DatabaseUnavailable
from graph.server.watchdog import Patience
from hub import doctor
from hub.errors import message
from tests.hub import commands
from tests.hub.disks import Disk, databases_of, small_disk
from tests.running import Hub, address_of, database_of, hub_up

pytestmark = pytest.mark.usefixtures("own_databases")

GIB = 2**30
NAME = "داده‌های شبکه"
READ = "{ organizations { totalCount } }"
WRITE = (
    "mutation($name: String!) { listOrganization(input: {kind: NGO, nameFa: $name})"
    " { organization { id } errors { code } } }"
)
TEXTS = {
    "en": "The hub's disk is full, so no change is taken; reading goes on."
    " Tell the network's administrator, and try again later.",
    "fa": "دیسک سامانه پر است، پس تغییری پذیرفته نمی‌شود؛ خواندن ادامه دارد."
    " به سرپرست شبکه خبر دهید و بعدتر دوباره بفرستید.",
}
UNREADABLE = {language: message("STORE_UNREADABLE", language) for language in ("en", "fa")}
LONG = "انجمن‌های آب و خاک و درخت و مردم و " * 4 + "ما"


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    with small_disk(tmp_path_factory.mktemp("disk"), tmp_path_factory.mktemp("fault")) as made:
        yield made


@pytest.fixture(scope="module")
def process(disk: Disk) -> Iterator[subprocess.Popen[str]]:
    """A hub on a folder with a Persian name, for an operator without a locale."""
    patience = Patience(pause=0.5, writes=2, answer=10, silence=4, end=20)
    arguments = ("--port", "0", "--no-demo", "--no-announced")
    with hub_up(disk.folder / NAME, *arguments, patience=patience, LC_ALL="C", **disk.variables) as running:
        yield running


@pytest.fixture(scope="module")
def hub(disk: Disk, process: subprocess.Popen[str]) -> Iterator[Hub]:
    made = Hub(address_of(process), database_of(disk.folder / NAME))
    made.admin = made.token(None, "ADMINISTRATOR")
    yield made
    made.client.close()


@pytest.fixture
def small(disk: Disk) -> Iterator[Disk]:
    """The disk, with the room that it has again at the end."""
    yield disk
    disk.free()


def until(holds: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.2)


def count(hub: Hub) -> int:
    return int(hub.ask(READ, token=hub.admin)["organizations"]["totalCount"])


def ready(hub: Hub) -> tuple[int, dict[str, Any]]:
    response = hub.client.get("/health/ready")
    return response.status_code, response.json()


def write(hub: Hub, name: str, token: str | None, language: str = "en") -> httpx.Response:
    return hub.post(WRITE, {"name": name}, token, language)


def refusals(response: httpx.Response) -> list[str]:
    """The codes of what was refused; none where it was written."""
    told = response.json()
    if "errors" in told:
        return [error["extensions"]["code"] for error in told["errors"]]
    return [error["code"] for error in told["data"]["listOrganization"]["errors"]]


def write_much(hub: Hub) -> None:
    """Past the hub, which would not let it come so far."""
    for _ in range(100):
        hub.cypher("UNWIND range(1, 1000) AS i CREATE (:Odd {text: $long})", long="x" * 10_000)


def test_a_folder_with_a_persian_name_is_served_where_the_locale_is_c(hub: Hub, disk: Disk) -> None:
    assert refusals(write(hub, LONG, hub.admin)) == []
    assert count(hub) == 1
    assert (disk.folder / NAME / "neo4j" / "data" / "databases" / "neo4j").is_dir()


def test_changes_end_before_the_disk_is_full_and_go_on_once_there_is_room(hub: Hub, small: Disk) -> None:
    assert ready(hub) == (200, {"status": "ready"})
    before = count(hub)
    small.fill(left=GIB - 10_000_000)
    for language, text in TEXTS.items():
        response = write(hub, "نباید", hub.admin, language)
        assert (response.status_code, response.headers["retry-after"]) == (503, "60")
        (error,) = response.json()["errors"]
        assert (error["message"], error["extensions"]) == (text, {"code": "STORAGE_FULL"})
    # Whoever may make no change is told that first.
    assert refusals(write(hub, "نباید", None)) == ["SIGN_IN_REQUIRED"]
    assert count(hub) == before
    assert ready(hub) == (200, {"status": "ready", "warnings": ["STORAGE_FULL"]})
    assert (
        "changes are refused with STORAGE_FULL" in commands.doctor(small.folder / NAME, **small.variables)[1]
    )

    small.free()
    assert refusals(write(hub, "کانون دوم", hub.admin)) == []
    assert count(hub) == before + 1
    assert ready(hub) == (200, {"status": "ready"})
    assert "are free where the data is" in commands.doctor(small.folder / NAME, **small.variables)[1]


def test_a_database_that_broke_on_a_full_disk_serves_again_once_there_is_room(
    hub: Hub, process: subprocess.Popen[str], small: Disk
) -> None:
    before = count(hub)
    (database,) = databases_of(process.pid)
    small.fill(left=0, database=database)
    with pytest.raises(DatabaseUnavailable):
        write_much(hub)
    until(lambda: ready(hub)[0] == 503)
    small.free()
    until(lambda: ready(hub) == (200, {"status": "ready"}))
    assert count(hub) == before
    assert refusals(write(hub, "بنیاد سوم", hub.admin)) == []


def test_it_ends_cleanly_and_what_happened_stands_in_the_log(
    hub: Hub, process: subprocess.Popen[str]
) -> None:
    hub.client.close()
    process.terminate()
    _, log = process.communicate()
    assert process.returncode == 0
    assert "Traceback" not in log
    assert "are free where the data is: changes are refused" in log
    assert "are free where the data is: changes are taken again" in log
    assert re.search(r"the database has not served for \d+ s \(.+\); it is ended", log)
    assert "the database is back" in log


def test_a_store_file_that_was_cut_is_told_before_the_database_opens(hub: Hub, disk: Disk) -> None:
    folder = disk.folder / NAME
    assert hub.client.is_closed
    file = folder / "neo4j" / "data" / "databases" / "neo4j" / "neostore.propertystore.db"
    whole = file.read_bytes()
    assert "✓ The database's files have lost nothing since it was closed" in commands.doctor(folder)[1]
    os.truncate(file, len(whole) // 2)
    try:
        said = f"{file} has lost {len(whole) - len(whole) // 2} of {len(whole)} bytes since it was closed."
        code, _, line = commands.up(folder)
        assert code == 1
        assert line == (
            f"The database in {folder} is damaged: {said} Put that folder aside, and bring the last backup"
            " back into a new one: hub restore FILE --data-dir NEW"
        )
        code, _, wrong = commands.doctor(folder)
        assert code == 1
        assert f"✗ The database is damaged: {said}  → {doctor.RESTORE}" in wrong
        code, stdout, _ = commands.told("check", "--data-dir", str(folder))
        assert code == 1
        assert f"✗ The database is damaged: {said}\n  → {doctor.RESTORE}" in stdout
    finally:
        file.write_bytes(whole)


def test_what_cannot_be_read_is_told_as_what_it_is(hub: Hub, disk: Disk) -> None:
    folder = disk.folder / NAME
    assert hub.client.is_closed
    strings = folder / "neo4j" / "data" / "databases" / "neo4j" / "neostore.propertystore.db.strings"
    with strings.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xab" * 500_000)
    with hub_up(folder, "--port", "0", "--no-demo", "--no-announced") as process:
        damaged = Hub(address_of(process), hub.neo4j)
        assert ready(damaged) == (200, {"status": "ready"})
        for language, text in UNREADABLE.items():
            response = damaged.post("{ organizations { nodes { nameFa } } }", language=language)
            assert (response.status_code, "retry-after" in response.headers) == (500, False)
            (error,) = response.json()["errors"]
            assert (error["message"], error["extensions"]) == (text, {"code": "STORE_UNREADABLE"})
        assert ready(damaged) == (200, {"status": "ready", "warnings": ["STORE_UNREADABLE"]})
        damaged.client.close()
        code, _, wrong = commands.doctor(folder)
        assert code == 1
        said = "Part of what is stored cannot be read: the database's files are damaged."
        assert f"✗ {said}  → {doctor.RESTORE}" in wrong


def test_a_disk_on_which_no_database_could_start_is_told_at_once(small: Disk) -> None:
    small.fill(left=50_000_000)
    folder = small.folder / NAME
    code, _, line = commands.up(folder, **small.variables)
    assert code == 1
    assert line == (
        f"Only 0.0 of 2 GiB are free where {folder} is; a database needs 0.12 GiB there to start."
        " Free some, or choose another folder with --data-dir."
    )
    code, _, line = commands.up(small.folder / "new", **small.variables)
    assert (code, (small.folder / "new").exists()) == (1, False)
    assert "a database needs 1.00 GiB there to start." in line
    code, _, wrong = commands.doctor(folder, **small.variables)
    assert code == 1
    assert wrong == (
        "✗ Only 0.0 of 2 GiB are free where the data is: changes are refused with STORAGE_FULL."
        "  → Free at least 2 GiB on that disk."
    )
