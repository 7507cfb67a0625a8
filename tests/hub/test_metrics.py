"""/metrics: what Prometheus is told, to whom, and that the board of Grafana asks for nothing else."""

import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request

from graph.limits import MAXIMUM_OF_A_VIEWER
from hub.errors import CATALOG
from hub.http.metrics import is_local
from hub.http.visits import ROUTES
from hub.metrics import Metrics
from hub.shares import Shares
from hub.visit import Visit
from tests.conftest import Neo4j
from tests.running import Hub, hub_alone, own_hub

ROOT = Path(__file__).parents[2]
TOKEN = "a token of this test"
ANYTHING = "{ organizations { totalCount } }"


@pytest.fixture(scope="module")
def counted(neo4j_server: Neo4j) -> Iterator[Hub]:
    with own_hub(neo4j_server, HUB_METRICS_TOKEN=TOKEN) as hub:
        yield hub


def scraped(client: httpx.Client) -> dict[tuple[str, ...], float]:
    """Every sample: its name and the values of its labels, by name of label, and its value."""
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain; version=")
    families = text_string_to_metric_families(response.text)
    return {
        (sample.name, *(sample.labels[name] for name in sorted(sample.labels))): sample.value
        for family in families
        for sample in family.samples
    }


# -- what is told ----------------------------------------------------------------------------------


def test_what_was_asked_is_counted_and_what_is_going_on_measured(counted: Hub) -> None:
    organization, token = counted.member("بنیاد شمارش")
    before = scraped(counted.client)
    counted.ask(ANYTHING, None, token)
    cost = counted.post(ANYTHING, None, token).json()["extensions"]["cost"]["points"]
    counted.post("{ nothing }")
    counted.post(ANYTHING, None, "hub_wrong")
    counted.client.get("/nowhere")
    after = scraped(counted.client)

    def more(*sample: str) -> float:
        return after.get(sample, 0) - before.get(sample, 0)

    # Labels are in the order of their names: route, status, viewer.
    assert more("hub_requests_total", "graphql", "200", "member") == 2
    assert more("hub_requests_total", "graphql", "200", "anonymous") == 1
    assert more("hub_requests_total", "graphql", "401", "unknown") == 1
    assert more("hub_requests_total", "none", "404", "unknown") == 1
    assert more("hub_requests_total", "metrics", "200", "unknown") == 1
    assert more("hub_errors_total", "VALIDATION_FAILED") == 1
    assert more("hub_errors_total", "TOKEN_WRONG") == 1
    assert more("hub_request_seconds_count") == 4
    assert more("hub_database_seconds_count") == 2
    assert more("hub_points_sum") >= 2 * cost
    assert after["hub_database_up",] == 1
    assert after["hub_events",] == counted.cypher("MATCH (e:Event) RETURN count(e) AS n")[0]["n"]
    assert after["hub_database_connections", "idle"] >= 1
    assert after["hub_http_connections",] >= 1
    assert after["hub_shares_waiting",] == 0
    for cache in ("documents", "introspection", "persisted", "queries", "selections"):
        assert 0 <= after["hub_cache_weight", cache] <= after["hub_cache_limit", cache]
    assert after["hub_cache_weight", "documents"] > 0
    assert after["process_resident_memory_bytes",] > 0
    assert after["process_cpu_seconds_total",] > 0
    assert ("hub_disk_free_bytes",) not in after
    assert organization not in counted.client.get("/metrics").text


def test_a_database_that_does_not_answer_is_told() -> None:
    with hub_alone() as (_, address), httpx.Client(base_url=address) as client:
        assert scraped(client)["hub_database_up",] == 0


def test_no_client_makes_a_series_of_its_own(counted: Hub) -> None:
    for odd in ("a", "b"):
        counted.client.request(f"ODD{odd.upper()}", f"/{odd}", headers={"x-request-id": odd})
        counted.client.get(f"/health/{odd}")
        counted.post(f"query {odd} {{ __typename }}", None, f"hub_{odd}")
        counted.post(f"{{ {odd}: __typename }}")
    for name, *labels in scraped(counted.client):
        match name:
            case "hub_requests_total":
                route, status, viewer = labels
                assert route in ROUTES
                assert status == "lost" or 200 <= int(status) < 600
                assert viewer in {"unknown", "anonymous", "member", "coordinator", "administrator"}
            case "hub_errors_total":
                assert labels[0] in CATALOG


def test_a_code_that_nobody_knows_makes_no_series() -> None:
    metrics = Metrics()
    metrics.count(Visit("a", codes={"MADE_UP": None}, status=200), "graphql")
    assert b'hub_errors_total{code="OTHER"} 1.0' in metrics.told()
    assert b"MADE_UP" not in metrics.told()


def test_the_disk_of_the_data_is_measured(tmp_path: Path) -> None:
    metrics = Metrics()
    metrics.disk(tmp_path)
    (free,) = re.findall(rb"^hub_disk_free_bytes (.+)$", metrics.told(), re.MULTILINE)
    assert float(free) > 0


@pytest.mark.parametrize("gives_up", [False, True])
def test_who_waits_for_a_turn_is_counted(*, gives_up: bool) -> None:
    async def crowd() -> tuple[int, int]:
        shares, done = Shares(), asyncio.Event()

        async def one() -> None:
            async with shares.of("a").turn(dear=False):
                await done.wait()

        tasks = [asyncio.create_task(one()) for _ in range(MAXIMUM_OF_A_VIEWER + 3)]
        for _ in range(10):
            await asyncio.sleep(0)
        waiting = shares.waiting
        done.set()
        for task in tasks if gives_up else ():
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return waiting, shares.waiting

    assert asyncio.run(crowd()) == (3, 0)


# -- to whom ---------------------------------------------------------------------------------------


def absent(response: httpx.Response) -> tuple[int, Any, dict[str, str]]:
    """An answer without what differs from request to request."""
    own = {"x-request-id", "date"}
    return (
        response.status_code,
        response.content,
        {name: value for name, value in response.headers.items() if name not in own},
    )


OTHERS: list[dict[str, str]] = [
    {"x-forwarded-for": "127.0.0.1"},
    {"x-forwarded-for": "198.51.100.1"},
    {"forwarded": "for=127.0.0.1"},
    {"x-real-ip": "127.0.0.1"},
    {"via": "1.1 proxy"},
    {"origin": "https://example.org"},
    {"host": "rebound.example.org"},
]


@pytest.mark.parametrize("headers", OTHERS, ids=str)
def test_for_others_there_is_nothing_here(counted: Hub, headers: dict[str, str]) -> None:
    for more in (
        {},
        {"authorization": "Bearer wrong"},
        {"authorization": TOKEN},
        {"authorization": "bearer"},
    ):
        there = counted.client.get("/metrics", headers={**headers, **more})
        nowhere = counted.client.get("/nowhere", headers={**headers, **more})
        assert absent(there) == absent(nowhere)
        assert there.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND_HERE"


@pytest.mark.parametrize("headers", OTHERS, ids=str)
def test_who_has_the_token_is_told(counted: Hub, headers: dict[str, str]) -> None:
    told = counted.client.get("/metrics", headers={**headers, "authorization": f"Bearer {TOKEN}"})
    assert told.status_code == 200
    assert "hub_requests_total" in told.text


def test_nothing_is_sent_there(counted: Hub) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert absent(counted.client.request(method, "/metrics")) == absent(
            counted.client.request(method, "/nowhere")
        )


def test_without_a_token_no_token_opens_it() -> None:
    with hub_alone() as (_, address):
        for given in ("", "Bearer", "Bearer x"):
            headers = {"via": "1.1 proxy", "authorization": given}
            assert httpx.get(f"{address}/metrics", headers=headers).status_code == 404


@pytest.mark.parametrize(
    ("peer", "client", "is_here"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("::1", "::1", True),
        ("::ffff:127.0.0.1", "::ffff:127.0.0.1", True),
        ("192.0.2.5", "192.0.2.5", False),
        ("192.0.2.5", "127.0.0.1", False),  # a proxy elsewhere that is believed
        ("127.0.0.1", "192.0.2.5", False),
        ("a socket", "127.0.0.1", False),
        (None, "127.0.0.1", False),
    ],
)
def test_who_is_on_the_other_end_counts(peer: str | None, client: str, is_here: bool) -> None:
    scope = {
        "type": "http",
        "headers": [(b"host", b"localhost:8000")],
        "client": (client, 1),
        "state": {"visit": Visit("a", peer)},
    }
    assert is_local(Request(scope)) is is_here


# -- the board and the alarms ----------------------------------------------------------------------


def test_the_board_and_the_alarms_ask_for_what_there_is(counted: Hub) -> None:
    board = json.loads((ROOT / "docs/operations/dashboard.json").read_text("utf-8"))
    asked = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    rules = yaml.safe_load((ROOT / "docs/operations/alarms.yml").read_text("utf-8"))
    asked += [rule["expr"] for group in rules["groups"] for rule in group["rules"]]
    metrics = {name for text in asked for name in re.findall(r"\b(?:hub|process)_\w+", text)}
    assert len(metrics) > 15
    told = {sample[0] for sample in scraped(counted.client)}
    told |= set(re.findall(r"^# HELP (\w+)", counted.client.get("/metrics").text, re.MULTILINE))
    # Only a hub that runs its own database has its disk; tested above.
    assert metrics - told == {"hub_disk_free_bytes", "hub_disk_needed_bytes"}
    codes = {
        code for text in asked for found in re.findall(r'code=~?"([^"]+)"', text) for code in found.split("|")
    }
    assert codes - set(CATALOG) == {"OTHER"}


def test_the_page_says_what_each_metric_is_and_what_to_do_at_each_alarm(counted: Hub) -> None:
    page = (ROOT / "docs/operations.md").read_text("utf-8")
    names = re.findall(r"^# HELP (hub_\w+)", counted.client.get("/metrics").text, re.MULTILINE)
    assert [name for name in names if f"`{name}`" not in page] == []
    rules = yaml.safe_load((ROOT / "docs/operations/alarms.yml").read_text("utf-8"))
    alarms = [rule["alert"] for group in rules["groups"] for rule in group["rules"]]
    assert re.findall(r"^\| `(Hub\w+)` \|", page, re.MULTILINE) == alarms
