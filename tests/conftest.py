"""One embedded database for the whole run, or the running one that HUB_TEST_NEO4J names."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.server import start

if TYPE_CHECKING:
    from tests.running import Hub


@dataclass(frozen=True)
class Neo4j:
    """Where the database of this test run answers."""

    uri: str
    user: str
    password: str


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """A real, empty Neo4j; HUB_TEST_NEO4J=DIR/server.json takes a running one instead, for quick runs."""
    running = os.environ.get("HUB_TEST_NEO4J")
    if running:
        facts = json.loads(Path(running).read_text(encoding="utf-8"))
        yield Neo4j(facts["uri"], facts["user"], facts["password"])
        return
    server = start(tmp_path_factory.mktemp("neo4j"))
    try:
        yield Neo4j(server.uri, server.user, server.password)
    finally:
        server.stop()


@pytest.fixture(scope="session")
def hub_address(neo4j_server: Neo4j) -> Iterator[str]:
    """The address of one running hub for the whole run."""
    from tests.running import start_hub, stop_hub

    process, address = start_hub(neo4j_server)
    try:
        yield address
    finally:
        assert stop_hub(process) == 0


@pytest.fixture(scope="module")
def hub(hub_address: str, neo4j_server: Neo4j) -> "Iterator[Hub]":
    """That hub, on a graph that is migrated (another module may have emptied it)."""
    from tests.running import prepared

    made = prepared(hub_address, neo4j_server)
    yield made
    made.client.close()
