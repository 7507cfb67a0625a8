"""The network of these tests, loaded once a module."""

from collections.abc import Iterator

import pytest

from tests.compiler.ways import Ways
from tests.conftest import Neo4j
from tests.hub.discovery.network import NETWORK
from tests.network import Network


@pytest.fixture(scope="module")
def network() -> Network:
    """What a module loads; one may bring its own."""
    return NETWORK


@pytest.fixture(scope="module")
def ways(neo4j_server: Neo4j, network: Network) -> Iterator[Ways]:
    """The ways to an answer."""
    made = Ways.to(neo4j_server)
    try:
        made.load(network)
        yield made
    finally:
        made.close()
