"""The demo, loaded once a module."""

from collections.abc import Iterator

import pytest

from seed.demo.loader import load_if_empty
from tests.compiler.ways import Ways
from tests.conftest import Neo4j
from tests.network import empty


@pytest.fixture(scope="module")
def demo(neo4j_server: Neo4j) -> Iterator[Ways]:
    """The ways to an answer from the demo."""
    made = Ways.to(neo4j_server)
    try:
        made.run(empty(made.database, terms=True))
        made.run(load_if_empty(made.database, lambda _what, _share: None))
        yield made
    finally:
        made.close()
