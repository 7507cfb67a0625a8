"""What is heavy is known to the database before the first user asks for it."""

import time
from pathlib import Path
from typing import Any

import orjson
import pytest
from graphql import OperationDefinitionNode, parse

from hub.http import warming
from tests.conftest import Neo4j
from tests.running import PATIENT_SECONDS, Hub, start_hub, stop_hub

_TEXT = (Path(warming.__file__).parent / "warming.graphql").read_text(encoding="utf-8")
_NAMES = [
    node.name.value
    for node in parse(_TEXT).definitions
    if isinstance(node, OperationDefinitionNode) and node.name
]

_RESTLESS = """
import hub.http.warming
from hub.cli import main
hub.http.warming._LONGEST_PAUSE = 0.0
main()
"""
"""A hub that makes no pause between what it asks: nobody else asks it meanwhile."""


def _points(hub: Hub, name: str, token: str | None = None) -> int:
    """What an operation costs, the planning of its text included."""
    variables: dict[str, Any] = {"id": "org_a", "from": "org_a", "to": "org_b", "query": "وام", "first": 20}
    body = {"query": _TEXT, "operationName": name, "variables": variables}
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return int(hub.client.post("/graphql", json=body, headers=headers).json()["extensions"]["cost"]["points"])


def _warmed(log: Path) -> bool:
    """Whether the hub says so, in a line of JSON."""
    return any(orjson.loads(line)["event"] == "warmed" for line in log.read_text().splitlines())


def test_a_hub_that_has_started_has_asked_for_all_that_is_heavy(
    hub: Hub, neo4j_server: Neo4j, tmp_path: Path
) -> None:
    member = hub.token(hub.organization("پیشگام"))
    program = ("-c", _RESTLESS)
    process, address = start_hub(neo4j_server, program=program, log=tmp_path / "log", HUB_WARMING="on")
    try:
        until = time.monotonic() + PATIENT_SECONDS
        while not _warmed(tmp_path / "log"):
            assert time.monotonic() < until
            time.sleep(0.2)
        warm = Hub(address, neo4j_server)
        for name in _NAMES:
            for token in (None, member):
                assert _points(warm, name, token) == _points(warm, name, token), name
        warm.client.close()
    finally:
        assert stop_hub(process) == 0


@pytest.mark.usefixtures("hub")
def test_what_was_never_asked_for_is_planned_first(neo4j_server: Neo4j) -> None:
    process, address = start_hub(neo4j_server)
    try:
        cold = Hub(address, neo4j_server)
        assert _points(cold, "Some") > _points(cold, "Some")
        cold.client.close()
    finally:
        assert stop_hub(process) == 0
