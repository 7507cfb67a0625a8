"""The demo's files are real ones: taken by the hub as any other, read by right, kept once, and gone with the demo."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import httpx
import pytest

from hub.files.content import media_type_of
from hub.files.demo import keep_contents, remove_contents
from hub.files.store import Store
from hub.settings import Settings
from seed.demo.files import contents
from seed.demo.loader import build, load
from seed.demo.removal import files_of, remove, survey
from tests.conftest import Neo4j
from tests.network import empty
from tests.running import Hub, own_hub

_FILES = """
MATCH (f:File)<-[:HAS_FILE]-(r:Node), (f)-[:UPLOADED_BY]->(o)
RETURN f.id AS id, f.name AS name, f.size AS size, labels(r) AS of, r.audience AS audience, o.id AS by ORDER BY of
"""


def quiet(_what: str, _share: float) -> None:
    pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept") / "files"


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j, folder: Path) -> Iterator[Hub]:
    with own_hub(neo4j_server, HUB_FILES=str(folder)) as made:
        made.run(lambda database: empty(database, terms=True))
        made.admin = made.token(None, "ADMINISTRATOR")
        yield made


def test_each_is_what_the_hub_takes_and_the_demo_without_a_store_has_none() -> None:
    files = [thing.properties for thing in build(with_files=True).things if thing.label == "File"]
    assert {one["id"] for one in files} == contents().keys()
    assert len(files) == 2
    for one in files:
        content = contents()[one["id"]]
        assert media_type_of(BytesIO(content), one["name"], "application/pdf") == one["mediaType"]
        assert one["size"] == len(content) < 200_000
        assert b"/work" not in content
    assert not [thing for thing in build().things if thing.label == "File"]


def test_they_are_read_by_right_kept_once_and_gone_with_the_demo(hub: Hub, folder: Path) -> None:
    store = Store(str(folder), Settings())
    hub.run(lambda database: load(database, quiet, with_files=True))
    hub.run(lambda database: keep_contents(database, store))
    charter, minutes = hub.cypher(_FILES)
    assert (charter["audience"], minutes["audience"]) == ("PUBLIC", "MEMBERS")
    with httpx.Client(base_url=hub.address) as anybody:
        answer = anybody.get(f"/files/{charter['id']}")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
        assert answer.content == contents()[charter["id"]]
        hidden = anybody.get(f"/files/{minutes['id']}")
        assert hidden.status_code == 404
        signed = {"authorization": f"Bearer {hub.token(charter['by'])}"}
        assert anybody.get(f"/files/{minutes['id']}", headers=signed).content == contents()[minutes["id"]]

    kept = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert kept.keys() == contents().keys()
    hub.run(lambda database: keep_contents(database, store))
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == kept
    (folder / charter["id"]).unlink()
    hub.run(lambda database: keep_contents(database, store))
    assert (folder / charter["id"]).read_bytes() == contents()[charter["id"]]

    leaving = hub.run(survey)
    going = hub.run(lambda database: files_of(database, leaving))
    assert set(going) == contents().keys()
    hub.run(lambda database: remove_contents(database, store, going))
    assert {file.name for file in folder.iterdir()} == contents().keys(), "what the graph tells of stays"
    hub.run(lambda database: remove(database, leaving, quiet))
    hub.run(lambda database: remove_contents(database, store, going))
    assert hub.cypher("MATCH (f:File) RETURN f.id AS id") == []
    assert list(folder.iterdir()) == []
    hub.run(lambda database: keep_contents(database, store))
    assert list(folder.iterdir()) == []
