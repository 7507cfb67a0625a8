"""One loaded network for each module of these tests; they run one after another."""

from collections.abc import Iterator

import pytest

from tests.compiler.ways import Ways
from tests.conftest import Neo4j


@pytest.fixture(scope="module")
def ways(neo4j_server: Neo4j) -> Iterator[Ways]:
    """The ways to an answer, over the network of `tests.network`."""
    made = Ways.to(neo4j_server)
    try:
        made.load()
        yield made
    finally:
        made.close()
