"""What the pages name is there: files, folders, commands with their options, and what links lead to."""

import re
import shlex
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from bench.run import main as bench
from graph.model.areas import DOING, NAMES
from graph.server.__main__ import main as database
from hub.cli import main as hub

ROOT = Path(__file__).parents[1]
PAGES = sorted(page for pattern in ("*.md", "docs/**/*.md", ".github/**/*.md") for page in ROOT.glob(pattern))
COMMANDS: dict[str, click.Command] = {
    "hub": hub,
    ".venv/bin/hub": hub,
    "scripts/up": hub.commands["up"],
    "scripts/bench": bench,
    "graph.server": database,
    "bench.run": bench,
}
"""What takes options that pages name: scripts by their path, modules by their name."""

_FOLDERS = ("hub", "graph", "seed", "bench", "tests", "scripts", "docs")
_NAMES = {path.name for top in _FOLDERS for path in (ROOT / top).rglob("*")} | {
    path.name for path in ROOT.iterdir()
}
_PATH = re.compile(r"[\w.<>*-]+(?:/[\w.<>*-]+)*/?")
_SUFFIX = re.compile(r"\.(?:py|md|json|lock|toml|ya?ml|graphql|cypher|js|svg|csv)$")
_LINK = re.compile(r"\[[^\]]*\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def _prose(page: Path) -> str:
    return re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def _quoted(page: Path) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", _prose(page)))


def _is_path(word: str) -> bool:
    """Whether a word in backticks is meant as a file or a folder: `hub/app.py`, `docs/`, `emit.py`."""
    whole = _PATH.fullmatch(word) is not None
    return whole and ("/" in word or _SUFFIX.search(word) is not None)


def _drawn(page: Path) -> set[str]:
    """What opens an indented line and has a slash: the columns of ARCHITECTURE.md."""
    return set(re.findall(r"^    ([\w.]+/[\w./]*)", _prose(page), re.MULTILINE))


def _exists(path: str) -> bool:
    pattern = re.sub(r"<[^>]*>", "*", path).rstrip("/")
    if "/" not in path:
        return path in _NAMES
    return any(ROOT.glob(pattern))


def _commands(page: Path) -> Iterator[list[str]]:
    """The words of each line of its sh blocks, and of what in backticks has an argument."""
    blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    for line in [*lines, *(text for text in _quoted(page) if " " in text)]:
        try:
            words = shlex.split(line, comments=True)
        except ValueError:
            continue
        while words and re.match(r"[A-Z0-9_]+=", words[0]):
            words.pop(0)
        if words:
            yield words


def _absent(words: list[str]) -> str | None:
    """What a command names that is not there, if anything."""
    program, *rest = words
    if program.endswith("python") and rest[:1] == ["-m"] and len(rest) > 1:
        program, *rest = rest[1:]
        if find_spec(program) is None:
            return program
    elif "/" in program and not (program.startswith(".venv/") or _executable(program)):
        return program
    command = COMMANDS.get(program)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        name, *rest = rest
        if name not in command.commands:
            return f"{program} {name}"
        command = command.commands[name]
    if command is None:
        return None
    known = {
        option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)
    } | {"--help"}
    return next((word for word in rest if word.startswith("--") and word.split("=")[0] not in known), None)


def _executable(path: str) -> bool:
    file = ROOT / path
    return file.is_file() and file.stat().st_mode & 0o100 != 0


def _anchors(page: Path) -> set[str]:
    """The anchors a forge gives to headings: small letters, no punctuation, hyphens for spaces."""
    titles = (re.sub(r"[^\w\s-]", "", title.lower()).strip() for title in _HEADING.findall(_prose(page)))
    return {title.replace(" ", "-") for title in titles}


def _leads_nowhere(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = page.parent / path if path else page
    if not file.exists():
        return True
    return bool(anchor) and file.suffix == ".md" and anchor not in _anchors(file)


each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


@each_page
def test_the_files_and_folders_it_names_exist(page: Path) -> None:
    named = {word for word in _quoted(page) if _is_path(word)} | _drawn(page)
    assert [path for path in sorted(named) if not _exists(path)] == []


@each_page
def test_the_commands_it_names_exist_with_their_options(page: Path) -> None:
    absent = [(words, _absent(words)) for words in _commands(page)]
    assert [(" ".join(words), name) for words, name in absent if name] == []


@each_page
def test_its_links_lead_somewhere(page: Path) -> None:
    targets = [link for link in _LINK.findall(_prose(page)) if "://" not in link and "mailto:" not in link]
    assert [target for target in targets if _leads_nowhere(page, target)] == []


def test_what_is_not_there_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A title, here\n[a](#a-title-here) [b](#b) [c](page.md) [d](none.md)\n", "utf-8")
    links = _LINK.findall(_prose(page))
    assert [link for link in links if _leads_nowhere(page, link)] == ["#b", "none.md"]
    assert _exists("hub/resolvers/<area>.py")
    assert not _exists("hub/resolvers/<area>.pyx")
    assert not _exists("nowhere.py")
    assert _absent(["hub", "token", "create", "--role", "MEMBER"]) is None
    assert _absent(["hub", "token", "lend"]) == "hub lend"
    assert _absent(["scripts/up", "--port=1", "--porte"]) == "--porte"
    assert _absent(["scripts/none"]) == "scripts/none"
    assert _absent(["python", "-m", "graph.none"]) == "graph.none"


# -- rows and columns ------------------------------------------------------------------------------

COLUMNS = {
    "hub/resolvers": {
        "areas",
        "counts",
        "deeds",
        "entering",
        "given",
        "groups",
        "joining",
        "moves",
        "naming",
        "preview",
        "proposals",
        "protecting",
        "provinces",
        "publishing",
        "read",
        "remarks",
        "secretariat",
        "terms",
        "write",
    },
    "graph/queries": {
        *(
            "anonymity",
            "audit",
            "complementing",
            "crawled",
            "events",
            "expired",
            "groups",
            "matching",
            "merging",
            "naming",
            "readable",
            "readers",
            "reviewers",
            "reasons",
            "records",
            "remarks",
            "sealed",
            "terms",
            "ties",
            "versions",
        )
    },
    "graph/model": {
        *(
            "access",
            "anonymity",
            "applying",
            "areas",
            "audit",
            "common",
            "contradictions",
            "core",
            "cohorts",
            "days",
            "declare",
            "deeds",
            "personal",
            "due",
            "grades",
            "delivery",
            "doing",
            "eligibility",
            "events",
            "found",
        ),
        *(
            "ids",
            "indexes",
            "life",
            "members",
            "money",
            "names",
            "nodes",
            "occupations",
            "openings",
            "readiness",
            "remarks",
            "settled",
            "sides",
            "snapshots",
            "stored",
            "terms",
            "versions",
            "review_standing",
            "wordings",
        ),
        *("withheld", "words", "written"),
    },
}
"""What stands in each column beside the areas."""
AFTER_ALL = {"webhooks"}
"""Rows that speak of what all areas make, and are made after them."""
WORKED_OUT = {
    "collaborators",
    "coverage",
    "lasting_jobs",
    "network",
    "news",
    "pathways",
    "process_comparison",
    "search",
    "support",
    "viewer",
    "waiting",
}
"""Rows that are no area: nothing of them is stored."""


@pytest.mark.parametrize("column", COLUMNS)
def test_areas_have_one_name_in_every_column(column: str) -> None:
    files = {path.stem for path in (ROOT / column).glob("*.py")} - {"__init__"} - COLUMNS[column]
    assert files <= {*NAMES, *DOING, *AFTER_ALL, *WORKED_OUT}


def test_every_area_and_nothing_else_is_declared() -> None:
    files = {path.stem for path in (ROOT / "graph/model").glob("*.py")}
    assert files - {"__init__"} - COLUMNS["graph/model"] == {*NAMES, *DOING, *AFTER_ALL, *WORKED_OUT}
