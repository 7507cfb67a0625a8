"""The limits: each in one place, read where it holds, and printed as docs/limits.md."""

import re
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner

from graph.limits import MAXIMUM_PAGE, Limit
from hub.cli import main
from hub.errors import CATALOG
from hub.pages.limits import LIMITS

ROOT = Path(__file__).parents[2]
TEXTS = {
    file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
    for top in ("hub", "graph")
    for file in sorted((ROOT / top).rglob("*.py"))
}


def test_a_limit_is_a_number_wherever_one_is_wanted() -> None:
    assert isinstance(MAXIMUM_PAGE, Limit)
    assert (MAXIMUM_PAGE, MAXIMUM_PAGE + 1, f"{MAXIMUM_PAGE}") == (100, 101, "100")
    assert orjson.dumps({"maximum": MAXIMUM_PAGE}) == b'{"maximum":100}'


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_says_what_it_bounds_and_what_to_do_beyond_it(name: str) -> None:
    most = LIMITS[name]
    assert re.fullmatch("MAXIMUM_[A-Z_]+", name)
    assert most > 0
    assert most.unit
    assert most.what
    assert most.beyond.endswith(".")
    assert most.code is None or most.code in CATALOG
    assert most.fa is None or re.search("[آ-ی].*[.]$", most.fa)


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_holds_somewhere(name: str) -> None:
    users = [file for file, text in TEXTS.items() if re.search(rf"\b{name}\b", text)]
    assert set(users) - {"graph/limits.py"}


def test_no_limit_stands_anywhere_else() -> None:
    found = [
        (file, name)
        for file, text in TEXTS.items()
        for name in re.findall(r"^_?(?:MAXIMUM|MOST)_?\w* = .*\d", text, re.MULTILINE)
        if file != "graph/limits.py"
    ]
    assert found == []


def test_the_page_is_what_the_limits_make(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["pages", "limits", "--check"])
    assert (result.exit_code, result.output) == (0, "docs/limits.md is current.\n")
    monkeypatch.chdir(tmp_path)
    stale = CliRunner().invoke(main, ["pages", "limits", "--check"])
    assert stale.exit_code == 1
    assert "Run: python -m hub pages --write" in stale.output


def test_every_limit_stands_on_the_page_once() -> None:
    rows = (ROOT / "docs/limits.md").read_text(encoding="utf-8").splitlines()
    for name, most in LIMITS.items():
        (row,) = (row for row in rows if row.startswith(f"| `{name}` | {most:,} | {most.unit} |"))
        assert row.count("|") == (7 if most.fa is None else 8)
        assert most.code is None or f"`{most.code}`" in row
