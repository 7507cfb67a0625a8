"""A hub that is stopped finishes what is under way, and whatever it does not is told in JSON or not at all."""

import asyncio
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field

import httpx
import pytest

from graph.connection import Database
from hub.errors import CATALOG
from tests.conftest import Neo4j
from tests.running import ROOT, Hub, prepared, start_hub, stop_hub, worked

WRITE = (
    "mutation($name: String!, $key: String) { listOrganization(input: {kind: NGO, nameFa: $name},"
    " idempotencyKey: $key) { organization { id } errors { code } } }"
)
COUNT = "{ organizations { totalCount } }"
HELD = "MATCH (c:Counter {name: 'events'}) SET c.held = true"
WAITING = """
SHOW TRANSACTIONS YIELD transactionId, currentQuery, status
WHERE currentQuery CONTAINS 'Counter' AND status STARTS WITH 'Blocked' RETURN count(*) AS count
"""
AT_ONCE = 8
IMPATIENT = "import hub.serve; hub.serve.GRACE_SECONDS = 1; from hub.cli import main; main()"
PARENT = """
from tests.conftest import Neo4j
from tests.running import start_hub
_, address = start_hub(Neo4j("bolt://127.0.0.1:1", "", ""))
print(address, flush=True)
input()
"""
"""Tests that have started a hub, and are killed in the middle."""


@dataclass
class Writers:
    """Clients that list organizations until the hub is gone; what they were answered."""

    hub: Hub
    acknowledged: set[str] = field(default_factory=set)
    refused: list[httpx.Response] = field(default_factory=list)
    cut: int = 0

    def run(self, writer: int) -> None:
        headers = {"authorization": f"Bearer {self.hub.admin}", "accept-language": "en"}
        with httpx.Client(base_url=self.hub.address, timeout=60, headers=headers) as client:
            for number in range(10_000):
                name = f"نوشته {writer}-{number}"
                try:
                    response = client.post("/graphql", json={"query": WRITE, "variables": {"name": name}})
                except httpx.ConnectError:
                    return  # It is gone.
                except httpx.TransportError:
                    self.cut += 1
                    continue
                told = response.json()
                if "errors" in told:
                    self.refused.append(response)
                else:
                    assert told["data"]["listOrganization"]["organization"]["id"]
                    self.acknowledged.add(name)


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def ended(process: subprocess.Popen[str]) -> int:
    """The exit code of a hub that was told to stop."""
    code = process.wait(60)
    assert process.stdout is not None
    process.stdout.close()
    return code


def code_of(response: httpx.Response) -> str:
    """The one code of a refusal, which is JSON."""
    (error,) = response.json()["errors"]
    return str(error["extensions"]["code"])


def test_what_is_under_way_as_it_is_stopped_is_finished_and_kept(neo4j_server: Neo4j) -> None:
    process, address = start_hub(neo4j_server)
    hub = prepared(address, neo4j_server)
    writers = Writers(hub)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        running = [pool.submit(writers.run, number) for number in range(AT_ONCE)]
        until(lambda: len(writers.acknowledged) >= 3 * AT_ONCE)
        process.send_signal(signal.SIGTERM)
        for future in running:
            future.result()
    assert ended(process) == 0
    assert {code_of(response) for response in writers.refused} <= {"HUB_STOPPING"}
    for response in writers.refused:
        assert (response.status_code, response.headers["retry-after"]) == (503, "5")

    process, address = start_hub(neo4j_server)
    try:
        again = Hub(address, neo4j_server, admin=hub.admin)
        rows = hub.cypher("MATCH (o:Organization) RETURN o.nameFa AS name")
        names = [row["name"] for row in rows]
        assert writers.acknowledged <= set(names)
        # Nothing but what was cut off may be there beside, and nothing twice.
        assert len(names) == len(set(names)) <= len(writers.acknowledged) + writers.cut + len(writers.refused)
        assert again.ask(COUNT)["organizations"]["totalCount"] == len(names)
        again.client.close()
    finally:
        hub.client.close()
        assert stop_hub(process) == 0


@pytest.mark.parametrize(
    ("language", "text"), [("en", CATALOG["HUB_STOPPING"].en), ("fa", CATALOG["HUB_STOPPING"].fa)]
)
def test_what_would_take_too_long_is_told_so_in_json(neo4j_server: Neo4j, language: str, text: str) -> None:
    process, address = start_hub(neo4j_server, program=("-c", IMPATIENT))
    hub = prepared(address, neo4j_server)
    held, done = threading.Event(), threading.Event()

    async def hold(database: Database) -> None:
        async with database.holding(HELD):
            held.set()
            await asyncio.to_thread(done.wait)

    with ThreadPoolExecutor(2) as pool, ExitStack() as stack:
        stack.callback(done.set)
        holding = pool.submit(worked, neo4j_server, hold)
        assert held.wait(60)
        writing = pool.submit(hub.post, WRITE, {"name": "نباید"}, hub.admin, language)
        until(lambda: hub.cypher(WAITING)[0]["count"] >= 1)
        process.send_signal(signal.SIGTERM)
        # Who comes now meets a port that is closed, while what came before is still worked on.
        until(lambda: is_gone(address))
        response = writing.result()
        assert ended(process) == 0
    holding.result()
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert response.headers["content-type"] == "application/json"
    (error,) = response.json()["errors"]
    assert (error["message"], error["extensions"]) == (text, {"code": "HUB_STOPPING"})
    assert hub.cypher("MATCH (o:Organization) RETURN count(o) AS count") == [{"count": 0}]
    hub.client.close()


def test_a_hub_of_the_tests_ends_with_them_however_they_end() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        address = parent.stdout.readline().strip()
        assert httpx.get(f"{address}/health/live").status_code == 200
        parent.kill()
    until(lambda: is_gone(address))


def is_gone(address: str) -> bool:
    try:
        httpx.get(f"{address}/health/live")
    except httpx.TransportError:
        return True
    return False
