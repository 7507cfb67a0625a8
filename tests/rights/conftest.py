"""The house, loaded once a module, with everybody who asks in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from hub.context import Viewer
from tests.compiler.ways import Ways
from tests.conftest import Neo4j
from tests.network import Network
from tests.rights.house import house
from tests.rights.seed import SEED
from tests.rights.viewers import shown


@dataclass(frozen=True)
class Household:
    """A network, the ways to it, and for whom the hub takes everybody: a viewer, or the code of a refusal."""

    network: Network
    ways: Ways
    taken_for: dict[str, Viewer | str]

    def viewer(self, name: str) -> Viewer:
        """A viewer as the hub makes it."""
        found = self.taken_for[name]
        assert isinstance(found, Viewer), f"{name}: {found}"
        return found

    def asked(self, document: str, name: str) -> Any:
        """What a viewer is answered."""
        told = self.ways.ask(document, self.viewer(name))
        assert told.errors == [], (document, told.errors)
        return told.data


@pytest.fixture(scope="module")
def household(neo4j_server: Neo4j) -> Iterator[Household]:
    """The house of the run's seed."""
    network = house(SEED)
    ways = Ways.to(neo4j_server)
    try:
        ways.load(network)
        yield Household(network, ways, ways.run(shown(ways.database)))
    finally:
        ways.close()
