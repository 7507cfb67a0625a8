"""CONTRIBUTING.md says how an area is added: whoever does it has a record that is read, searched and written."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Neo4j
from tests.running import Hub, prepared, start_hub, stop_hub

ROOT = Path(__file__).parents[1]
BLOCKS = re.findall(
    r"^```(?:python|text)\n(.*?)^```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M | re.S
)

TOOLKIT = "toolkit { id version title status publisher { nameFa } lesson { statement } }"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the hub with the area of the page added as the page says."""
    copy = tmp_path_factory.mktemp("copy")
    for top in ("hub", "graph"):
        shutil.copytree(ROOT / top, copy / top, ignore=shutil.ignore_patterns("__pycache__"))
    declaration, line = BLOCKS
    (copy / "graph/model/toolkits.py").write_text(declaration, encoding="utf-8")
    areas = copy / "graph/model/areas.py"
    text = areas.read_text("utf-8")
    end = text.index(")\n", text.index("NAMES = ("))
    areas.write_text(text[:end] + line + text[end:], encoding="utf-8")
    return copy


def run(copy: Path, *command: str, **environment: str) -> str:
    """What a command of the copied hub prints."""
    done = subprocess.run(
        [sys.executable, "-m", "hub", *command],
        cwd=copy,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def extended(copy: Path, neo4j_server: Neo4j) -> Iterator[Hub]:
    """The copied hub, running on a migrated graph."""
    process, address = start_hub(neo4j_server, folder=copy)
    hub = prepared(address, neo4j_server)
    place = {"NEO4J_URI": neo4j_server.uri, "NEO4J_USER": neo4j_server.user}
    run(copy, "migrate", **place, NEO4J_PASSWORD=neo4j_server.password)
    yield hub
    hub.client.close()
    assert stop_hub(process) == 0


def test_an_area_of_one_record_is_at_most_a_hundred_lines_and_one_line_elsewhere() -> None:
    declaration, line = BLOCKS
    assert len(declaration.splitlines()) <= 100
    assert len(line.splitlines()) == 1


def test_its_contract_and_its_pages_are_made(copy: Path) -> None:
    schema = run(copy, "schema")
    for part in (
        "type Toolkit implements Node",
        "toolkits(",
        "createToolkit(",
        "input ToolkitFilter",
        "TOOLKIT_PUBLISHED",
    ):
        assert part in schema
    assert "ابزارهای آماده برای بخشی از کار." in run(copy, "schema", "--persian")
    assert "`publishToolkit`" in run(copy, "pages", "lives")
    assert "جعبه‌ابزار" in run(copy, "pages", "glossary")


def test_it_is_written_published_found_and_followed(extended: Hub) -> None:
    organization, token = extended.member("انجمن ابزار")
    topic = extended.topic("sewing", "خیاطی")
    given = {"title": "دفترچهٔ خیاط نوآموز", "format": "PRINT", "pages": 24, "topicIds": [topic]}
    assert extended.refused("createToolkit", {**given, "title": " "}, TOOLKIT, token) == (
        "TEXT_EMPTY",
        ["input", "title"],
    )
    made = extended.done("createToolkit", {**given, "visibility": "PUBLIC"}, TOOLKIT, token)
    assert made["status"] == "DRAFT"
    read = f'{{ toolkit(id: "{made["id"]}") {{ title }} }}'
    assert extended.ask(read) == {"toolkit": None}
    extended.done("publishToolkit", {"id": made["id"], "version": made["version"]}, TOOLKIT, token)
    assert extended.ask(read) == {"toolkit": {"title": given["title"]}}
    found = extended.ask(
        '{ search(query: "خیاط نوآموز") { hits { node { ... on Toolkit { pages } } } facets { types { type } } } }'
    )["search"]
    assert found == {"hits": [{"node": {"pages": 24}}], "facets": {"types": [{"type": "TOOLKIT"}]}}
    back = f'{{ topic(id: "{topic}") {{ toolkits {{ nodes {{ format publisher {{ id }} }} }} }} }}'
    assert extended.ask(back)["topic"]["toolkits"]["nodes"] == [
        {"format": "PRINT", "publisher": {"id": organization}}
    ]
    told = extended.ask(
        "{ events(first: 2) { nodes { kind subject { ... on Toolkit { id } } } } }", token=token
    )
    assert told["events"]["nodes"] == [
        {"kind": "TOOLKIT_PUBLISHED", "subject": {"id": made["id"]}},
        {"kind": "TOOLKIT_CREATED", "subject": {"id": made["id"]}},
    ]
