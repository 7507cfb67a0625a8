"""`hub doctor`: each finding says what is wrong in plain words, and how to mend it."""

import asyncio
import socket
import subprocess
from pathlib import Path

import pytest

from graph.connection import Database
from graph.server.folder import PASSWORD_FILE, write_private
from graph.server.runtime import NEO4J_VERSION
from hub import doctor
from hub.doctor import Finding, Place
from tests.conftest import Neo4j


def test_what_others_have_rights_to_is_named_with_the_command_that_mends_it(tmp_path: Path) -> None:
    folder = tmp_path / "my data"
    folder.mkdir(mode=0o700)
    file = folder / PASSWORD_FILE
    write_private(file, "word")
    assert doctor.data_folder(Place(folder, 0)).mend == ""
    file.chmod(0o644)
    found = doctor.data_folder(Place(folder, 0))
    assert found == Finding(
        f"Other users of this machine have rights to {file}.", f"Run: chmod -R go= '{folder}'"
    )
    folder.chmod(0o755)
    assert doctor.data_folder(Place(folder, 0)).what.endswith(f"rights to {folder} and 1 more.")
    subprocess.run(["sh", "-c", found.mend.removeprefix("Run: ")], check=True)
    assert doctor.data_folder(Place(folder, 0)).mend == ""
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


def test_a_folder_that_is_not_there_yet_is_fine(tmp_path: Path) -> None:
    assert doctor.data_folder(Place(tmp_path / "new" / "data", 0)).mend == ""
    assert not (tmp_path / "new").exists()


def test_a_port_that_another_program_holds_is_found(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert doctor.free_port(Place(tmp_path, port)).mend == (
            f"Stop that program, or start with: scripts/up --port {port + 1}"
        )
    assert doctor.free_port(Place(tmp_path, port)) == Finding(f"Port {port} is free")


def test_the_packages_and_java_of_this_environment_are_right(tmp_path: Path) -> None:
    place = Place(tmp_path, 0)
    checks = (doctor.python_version, doctor.installed_packages, doctor.java_runtime)
    assert [check(place).mend for check in checks] == ["", "", ""]


def test_a_package_in_another_version_than_the_lock_names_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ["click==0.0.1 \\", "    --hash=sha256:00", "    # via", "not-there==1"]
    (tmp_path / "requirements.lock").write_text("\n".join([*rows, "elsewhere==1 ; sys_platform == 'win32'"]))
    monkeypatch.setattr(doctor, "ROOT", tmp_path)
    assert doctor.installed_packages(Place(tmp_path, 0)) == Finding(
        "Packages are missing or not as locked: click, not-there.", "Run scripts/setup."
    )


def test_another_version_of_the_database_is_found() -> None:
    assert doctor.database_version(NEO4J_VERSION).mend == ""
    assert doctor.database_version("5.26.0").mend.startswith(f"Use the image neo4j:{NEO4J_VERSION}-community")


def test_a_wrong_password_is_told_apart_from_a_database_that_is_down(
    neo4j_server: Neo4j, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    # Not the real user: three wrong passwords would lock it for the other tests.
    monkeypatch.setenv("NEO4J_USER", "nobody")
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    assert doctor.examine(tmp_path, 0) == 1
    assert f"✗ The database at {neo4j_server.uri} refuses the password." in capsys.readouterr().out


def test_waiting_migrations_are_named(neo4j_server: Neo4j, monkeypatch: pytest.MonkeyPatch) -> None:
    async def two_wait(_connection: Database) -> list[str]:
        return ["m0001_a", "m0002_b"]

    monkeypatch.setattr(doctor, "pending", two_wait)
    database = Database(neo4j_server.uri, neo4j_server.user, neo4j_server.password)

    async def ask() -> Finding:
        async with database.opened():
            return await doctor.applied_migrations(database)

    assert asyncio.run(ask()) == Finding("Migrations wait: m0001_a, m0002_b.", "Run: python -m hub migrate")


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = Place(tmp_path, 0)
    assert doctor.usable_settings(place).what.endswith("a day begins at midnight in Asia/Tehran")
    for name, given in (("HUB_TIME_ZONE", "Asia/Teheran"), ("HUB_TIME_ZONE", "Asia"), ("HUB_PORT", "99999")):
        with monkeypatch.context() as changed:
            changed.setenv(name, given)
            found = doctor.usable_settings(place)
            assert found.what.startswith(f"The setting {name} cannot be {given}."), found
            assert found.mend == f"Correct {name}, or leave it out."
