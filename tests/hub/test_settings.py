"""Settings: declared once, read from the environment or a file, and all that is wrong is named at once."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from click.testing import CliRunner

from hub import doctor
from hub.cli import main
from hub.database import is_named
from hub.doctor import Place
from hub.errors import CATALOG
from hub.pages.operations import ELSEWHERE
from hub.settings import COMPOSED, DECLARED, Setting, Settings, SettingsWrong
from hub.sources import FILE, secret_file
from tests.running import hub_alone

ROOT = Path(__file__).parents[2]
NAMES = {one.name for one in DECLARED.values()}
SECRETS = sorted(one.name for one in DECLARED.values() if one.secret)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file that is read; nothing is set otherwise."""
    for name in {*NAMES, *map(secret_file, SECRETS)}:
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "hub.toml"
    file.touch()
    monkeypatch.setenv(FILE, str(file))
    return file


def wrong() -> list[str]:
    with pytest.raises(SettingsWrong) as refused:
        Settings.from_environment()
    return refused.value.sentences()


# -- where they come from --------------------------------------------------------------------------


@pytest.mark.usefixtures("file")
def test_without_any_every_setting_has_its_default() -> None:
    assert Settings.from_environment() == Settings()
    assert not is_named()


def test_a_file_has_them_and_the_environment_comes_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(
        """
        neo4j_uri = "bolt://db.example.ir:7687"
        port = 8080
        host = "::1"
        graphiql = false
        time_zone = "UTC"
        trusted_proxies = ["10.0.0.0/8", "192.0.2.7"]
        allowed_hosts = "Hub.example.ir, *.example.ir"
        """
    )
    monkeypatch.setenv("HUB_PORT", "9000")
    monkeypatch.setenv("HUB_HOST", "")  # as good as not set
    found = Settings.from_environment()
    assert (found.neo4j_uri, found.port, found.host) == ("bolt://db.example.ir:7687", 9000, "::1")
    assert (found.graphiql, found.zone) == (False, ZoneInfo("UTC"))
    assert list(map(str, found.trusted_proxies)) == ["10.0.0.0/8", "192.0.2.7/32"]
    assert found.allowed_hosts == ("hub.example.ir", "*.example.ir")
    assert found.anonymity == Settings().anonymity
    assert is_named()


def test_a_hub_is_told_its_file_by_an_option(tmp_path: Path) -> None:
    file = tmp_path / "hub.toml"
    file.write_text('graphiql = false\nport = 99999\n[hosts]\nallowed = ["a"]\n')
    told = subprocess.run(
        [sys.executable, "-m", "hub", "--settings", "hub.toml", "serve"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "HUB_CONNECTIONS": "few"},
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.splitlines() == [
        f"There is no setting hosts ({file}). The nearest is host; docs/operations.md lists all.",
        f"The setting port in {file} cannot be 99999. Give it a value such as 8000.",
        "The setting HUB_CONNECTIONS cannot be few. Give it a value such as 800.",
    ]


def test_a_hub_serves_as_its_file_says(tmp_path: Path) -> None:
    file = tmp_path / "hub.toml"
    file.write_text('graphiql = false\nallowed_hosts = ["hub.example.ir"]\n')
    with hub_alone(HUB_SETTINGS=str(file)) as (_, address):
        page = httpx.get(f"{address}/graphql", headers={"accept": "text/html", "host": "hub.example.ir"})
        assert page.json()["errors"][0]["extensions"]["code"] == "MISSING_QUERY"
        assert httpx.get(f"{address}/graphql").status_code == 421


# -- secrets ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_may_stand_in_a_file_of_its_own(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (field,) = (field for field, one in DECLARED.items() if one.name == name)
    one, other, third = (word.ljust(40, ".") for word in ("a word", "another", "a third"))

    def held() -> Any:
        found = getattr(Settings.from_environment(), field)
        return ",".join(found) if isinstance(found, tuple) else found

    kept = tmp_path / "secret"
    kept.write_text(f"{one}\n")
    file.write_text(f'{secret_file(name).removeprefix("HUB_").lower()} = "{kept}"\n')
    assert held() == one
    (tmp_path / "other").write_text(other)
    monkeypatch.setenv(secret_file(name), str(tmp_path / "other"))
    assert held() == other
    monkeypatch.setenv(name, third)
    found = Settings.from_environment()
    assert held() == third
    assert third not in repr(found)


@pytest.mark.usefixtures("file")
def test_a_file_of_a_secret_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", "/nowhere/at/all")
    (sentence,) = wrong()
    assert sentence == (
        "The file /nowhere/at/all that NEO4J_PASSWORD_FILE names cannot be read: No such file or directory."
        " Correct its path or its rights."
    )


# -- what is wrong ---------------------------------------------------------------------------------

WRONG: list[tuple[str, str]] = [
    ("prot = 8000", "There is no setting prot ({0}). The nearest is port; docs/operations.md lists all."),
    (
        "HUB_ANONYMITY = 5",
        "There is no setting HUB_ANONYMITY ({0}). The nearest is anonymity; docs/operations.md lists all.",
    ),
    ("port = true", "The setting port in {0} cannot be on. Give it a value such as 8000."),
    ("graphiql = 'maybe'", "The setting graphiql in {0} cannot be maybe. Give it a value such as on."),
    ("[zone]", "There is no setting zone ({0}). The nearest is time_zone; docs/operations.md lists all."),
    (
        "time_zone = {}",
        'The setting time_zone in {0} cannot be a table. Give it a value such as time_zone = "…".',
    ),
    (
        "port =",
        "The settings file {0} cannot be read: Invalid value (at end of document). Write it as TOML, a line each: port = 8000.",
    ),
]


@pytest.mark.parametrize(("line", "sentence"), WRONG, ids=[line for line, _ in WRONG])
def test_what_is_wrong_in_the_file_is_told(file: Path, line: str, sentence: str) -> None:
    file.write_text(line)
    assert wrong() == [sentence.format(file)]


def test_all_that_is_wrong_is_told_at_once_in_both_languages(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file.write_text("prot = 1\nanonymity = 0\n")
    monkeypatch.setenv("HUB_TIME_ZONE", "Asia/Teheran")
    monkeypatch.setenv("HUB_TRUSTED_PROXIES", "localhost")
    with pytest.raises(SettingsWrong) as refused:
        Settings.from_environment()
    codes = [cause.code for cause in refused.value.causes]
    assert codes == ["SETTING_UNKNOWN", "SETTING_WRONG", "SETTING_WRONG", "SETTING_WRONG"]
    assert [len(refused.value.sentences(language)) for language in ("fa", "en")] == [4, 4]
    assert refused.value.sentences("fa")[1] == (
        "تنظیم HUB_TIME_ZONE با مقدار Asia/Teheran پذیرفتنی نیست. مقداری مانند Asia/Tehran بگذارید."
    )
    found = doctor.usable_settings(Place(tmp_path, 0))
    assert found.what == " ".join(refused.value.sentences())
    assert found.mend == (
        f"Correct prot and HUB_TIME_ZONE and anonymity in {file} and HUB_TRUSTED_PROXIES, or leave them out."
    )


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("HUB_ALLOWED_HOST", "HUB_ALLOWED_HOSTS"),
        ("HUB_BUDGET_MEMBERS", "HUB_BUDGET_MEMBER"),
        ("HUB_BACKUP_PASSPHRAZE_FILE", "HUB_BACKUP_PASSPHRASE_FILE"),
    ],
)
def test_a_variable_that_is_nearly_a_setting_is_told(
    name: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "1")
    assert wrong() == [
        f"There is no setting {name} (environment). The nearest is {meant}; docs/operations.md lists all."
    ]


def test_variables_of_others_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HUB_PORT_8000_TCP_ADDR", "HUB_SERVICE_HOST", "HUB_DOMAIN", "HUB_MEMORY"):
        monkeypatch.setenv(name, "1")
    assert Settings.from_environment() == Settings()


def test_a_file_that_is_not_there_is_told(file: Path) -> None:
    file.unlink()
    (sentence,) = wrong()
    assert sentence == (
        f"The settings file {file} cannot be read: No such file or directory."
        " Write it as TOML, a line each: port = 8000."
    )
    assert not is_named()


# -- the page --------------------------------------------------------------------------------------


def test_the_page_lists_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["pages", "operations", "--check"])
    assert (result.exit_code, result.output) == (0, "docs/operations.md is current.\n")
    page = (ROOT / "docs/operations.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)`", page, re.MULTILINE)) >= NAMES | set(ELSEWHERE)
    assert {name for name in ELSEWHERE if name.startswith("HUB_")} - NAMES == set(COMPOSED)


@pytest.mark.parametrize("one", DECLARED.values(), ids=lambda one: one.name)
def test_a_setting_says_what_it_is_in_a_sentence(one: Setting) -> None:
    assert re.fullmatch(r"[A-Z\[].*\.", one.about)
    assert re.fullmatch("(HUB|NEO4J|OTEL)_[A-Z0-9_]+", one.name)


def test_a_page_without_a_place_for_them_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/operations.md").write_text("Nothing.\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="has no place for the settings"):
        CliRunner().invoke(main, ["pages", "operations"], catch_exceptions=False)


def test_no_other_variable_is_read() -> None:
    files = [path for top in ("hub", "graph", "seed") for path in (ROOT / top).rglob("*.py")]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files}
    composed = (ROOT / "docker-compose.yml").read_text("utf-8")
    named = set(re.findall(r"\$\{([A-Z_0-9]+)[:?}-]", composed))
    for text in texts.values():
        named |= set(re.findall(r'"((?:HUB|NEO4J|KNOWLEDGE_HUB|OTEL)_[A-Z_]+)"', text))
    assert named - set(CATALOG) - {"NEO4J_VERSION"} <= NAMES | set(ELSEWHERE)
    # The command line names the file, the others read.
    assert {file for file, text in texts.items() if re.search(r"os\.environ|getenv", text)} == {
        "hub/cli.py",
        "hub/sources.py",
        "graph/server/runtime.py",
        "graph/server/jvm.py",  # sets what Java takes names of files by
    }
