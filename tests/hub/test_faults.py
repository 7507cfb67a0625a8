"""The database is down, dies or hangs: the hub says so, loses nothing, and goes on without a restart."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.server import RunningServer, start
from graph.server.launcher import free_port
from tests.conftest import Neo4j
from tests.running import Hub, prepared, start_hub, stop_hub

pytestmark = pytest.mark.usefixtures("own_databases")

READ = "{ organizations { totalCount } }"
WRITE = (
    "mutation($name: String!, $key: String) { listOrganization(input: {kind: NGO, nameFa: $name},"
    " idempotencyKey: $key) { organization { id } errors { code } } }"
)
TEXTS = {
    "fa": "پایگاه داده پاسخ نمی‌دهد. چند لحظه دیگر دوباره بفرستید.",
    "en": "The database does not answer. Try again in a moment.",
}
INSIDE = ("Traceback", "neo4j", "Neo4j", "bolt", "127.0.0.1", "Error(", "Cypher", "MATCH")
SECONDS = 30.0
"""How soon an outage must be told."""


@dataclass
class Ground:
    """A database of our own that can be taken away, and a hub on it. The port stays the same."""

    folder: Path
    port: int
    server: RunningServer | None = None

    def up(self) -> None:
        self.server = start(self.folder, port=self.port, pagecache="64m")

    def down(self) -> None:
        if self.server is not None:
            self.server.stop()
            self.server = None

    def killed(self) -> None:
        """As a power cut would; the folder is free again."""
        assert self.server is not None
        self.server.kill()
        self.down()

    @property
    def neo4j(self) -> Neo4j:
        password = (self.folder / "neo4j-password").read_text(encoding="utf-8").strip()
        return Neo4j(f"bolt://127.0.0.1:{self.port}", "neo4j", password)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """An empty database that has run once and is down."""
    made = Ground(tmp_path_factory.mktemp("faults"), free_port())
    try:
        made.up()
        made.down()
        yield made
    finally:
        made.down()


@pytest.fixture(scope="module")
def faulty(ground: Ground) -> Iterator[Hub]:
    """A hub that was started while its database was down, and is never restarted."""
    process, address = start_hub(ground.neo4j, HUB_REQUEST_SECONDS="20")
    hub = Hub(address, ground.neo4j)
    try:
        yield hub
    finally:
        hub.client.close()
        assert stop_hub(process) == 0


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


def health(hub: Hub, name: str) -> tuple[int, dict[str, Any]]:
    response = hub.client.get(f"/health/{name}")
    return response.status_code, response.json()


def is_ready(hub: Hub) -> bool:
    return health(hub, "ready")[0] == 200


def assert_told(hub: Hub, token: str | None) -> None:
    """A read and a write answer within SECONDS with the one coded error, in either language."""
    for language, text in TEXTS.items():
        for document in (READ, WRITE):
            begun = time.monotonic()
            response = hub.post(document, {"name": "نباید", "key": None}, token, language)
            assert time.monotonic() - begun < SECONDS
            assert not [word for word in INSIDE if word in response.text]
            told = response.json()
            if document == WRITE and token is None:
                (error,) = told["data"]["listOrganization"]["errors"]
                assert error == {"code": "SIGN_IN_REQUIRED"}
                continue
            assert "data" not in told
            assert (response.status_code, response.headers["retry-after"]) == (503, "5")
            (error,) = told["errors"]
            assert error["message"] == text
            assert error["extensions"] == {"code": "DATABASE_UNAVAILABLE"}
    assert health(hub, "live") == (200, {"status": "live"})
    assert health(hub, "ready") == (503, {"status": "not ready", "reason": "DATABASE_UNAVAILABLE"})


def test_a_hub_without_its_database_says_so_and_works_once_it_comes(ground: Ground, faulty: Hub) -> None:
    assert_told(faulty, token=None)
    assert_told(faulty, token="hub_" + "a" * 52)
    assert faulty.ask("{ __typename }") == {"__typename": "Query"}
    assert faulty.client.get("/graphql", headers={"accept": "text/html"}).status_code == 200

    ground.up()
    until(lambda: health(faulty, "ready")[1].get("reason") == "NOT_MIGRATED")
    faulty.admin = prepared(faulty.address, ground.neo4j).admin
    assert is_ready(faulty)
    assert faulty.ask(READ, token=faulty.admin) == {"organizations": {"totalCount": 0}}
    assert faulty.organization("انجمن پس از آغاز").startswith("org_")


@dataclass
class Writers:
    """Clients that list organizations until the hub refuses, and remember what it acknowledged."""

    hub: Hub
    token: str
    acknowledged: dict[str, str] = field(default_factory=dict)
    refused: dict[str, httpx.Response] = field(default_factory=dict)
    slowest: float = 0.0

    def write(self, client: httpx.Client, name: str) -> httpx.Response:
        headers = {"authorization": f"Bearer {self.token}", "accept-language": "en"}
        body = {"query": WRITE, "variables": {"name": name, "key": f"key {name}"}}
        return client.post("/graphql", json=body, headers=headers)

    def run(self, writer: int) -> None:
        with httpx.Client(base_url=self.hub.address, timeout=60) as client:
            for number in range(10_000):
                name = f"نوشته {writer}-{number}"
                begun = time.monotonic()
                response = self.write(client, name)
                self.slowest = max(self.slowest, time.monotonic() - begun)
                told = response.json()
                if "errors" in told:
                    self.refused[name] = response
                    return
                self.acknowledged[name] = told["data"]["listOrganization"]["organization"]["id"]


def test_a_database_killed_while_it_writes_loses_nothing_acknowledged(ground: Ground, faulty: Hub) -> None:
    if ground.server is None:
        ground.up()
        faulty.admin = prepared(faulty.address, ground.neo4j).admin
    assert faulty.ask(READ, token=faulty.admin)["organizations"]["totalCount"] >= 0
    writers = Writers(faulty, faulty.admin)
    with ThreadPoolExecutor(4) as pool:
        running = [pool.submit(writers.run, number) for number in range(4)]
        until(lambda: len(writers.acknowledged) >= 100)
        ground.killed()
        for future in running:
            future.result()

    # The outage is told in time, and the token that is remembered makes no difference.
    assert len(writers.refused) == 4
    assert writers.slowest < SECONDS
    for response in writers.refused.values():
        (error,) = response.json()["errors"]
        assert (error["message"], error["extensions"]) == (TEXTS["en"], {"code": "DATABASE_UNAVAILABLE"})
        assert not [word for word in INSIDE if word in response.text]
    assert_told(faulty, token=faulty.admin)

    ground.up()
    until(lambda: is_ready(faulty))
    assert_whole(faulty, writers)

    # Sent again with its key, what was not acknowledged is there once, whether it had been written or not.
    for name in writers.refused:
        told = writers.write(faulty.client, name).json()["data"]["listOrganization"]
        assert told["errors"] == []
        writers.acknowledged[name] = told["organization"]["id"]
    writers.refused.clear()
    assert_whole(faulty, writers)


def assert_whole(hub: Hub, writers: Writers) -> None:
    """Every acknowledged record is there; every record has its event and its key, or nothing has."""
    rows = hub.cypher(
        "MATCH (o:Organization) WHERE o.nameFa STARTS WITH 'نوشته '"
        " RETURN o.nameFa AS name, o.id AS id, COUNT { (o)<-[:SUBJECT]-(:Event {kind: 'ORGANIZATION_LISTED'}) } AS events,"
        " COUNT { MATCH (i:Idempotency {subject: o.id}) WHERE i.key ENDS WITH o.nameFa } AS keys"
    )
    found = {row["name"]: row["id"] for row in rows}
    assert len(found) == len(rows)
    assert writers.acknowledged.items() <= found.items()
    assert set(found) - set(writers.acknowledged) <= set(writers.refused)
    assert {(row["events"], row["keys"]) for row in rows} == {(1, 1)}
    (feed,) = hub.cypher(
        "MATCH (c:Counter {name: 'events'}) RETURN c.value AS value,"
        " COLLECT { MATCH (e:Event) RETURN e.sequence AS s ORDER BY s } AS sequence,"
        " COUNT { MATCH (e:Event) WHERE NOT (e)-[:SUBJECT]->() } AS loose,"
        " COUNT { MATCH (i:Idempotency) WHERE i.subject IS NULL } AS open"
    )
    assert feed["sequence"] == list(range(1, feed["value"] + 1))
    assert (feed["loose"], feed["open"]) == (0, 0)


def test_a_database_that_hangs_is_told_and_answers_once_it_goes_on(ground: Ground, faulty: Hub) -> None:
    if ground.server is None:
        ground.up()
        faulty.admin = prepared(faulty.address, ground.neo4j).admin
    until(lambda: is_ready(faulty))
    assert ground.server is not None
    os.kill(ground.server.pid, signal.SIGSTOP)
    try:
        asked: list[httpx.Response] = []
        reading = threading.Thread(target=lambda: asked.append(faulty.post(READ, token=faulty.admin)))
        reading.start()
        begun = time.monotonic()
        assert health(faulty, "ready") == (503, {"status": "not ready", "reason": "DATABASE_UNAVAILABLE"})
        assert time.monotonic() - begun < SECONDS
        assert health(faulty, "live") == (200, {"status": "live"})
        reading.join(timeout=30)
        (response,) = asked
        # What does not answer at all is not told to ask for less.
        assert (response.status_code, response.headers["retry-after"]) == (503, "5")
        (error,) = response.json()["errors"]
        assert error["extensions"]["code"] == "DATABASE_UNAVAILABLE"
    finally:
        os.kill(ground.server.pid, signal.SIGCONT)
    until(lambda: is_ready(faulty))
    assert faulty.ask(READ, token=faulty.admin)["organizations"]["totalCount"] >= 0
