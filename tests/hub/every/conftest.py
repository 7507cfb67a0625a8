"""One cast for all tests of a module."""

from collections.abc import Iterator

import pytest

from tests.hub.every.cast import Cast, cast_of
from tests.running import Hub


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Iterator[Cast]:
    """Who is there."""
    with cast_of(hub) as made:
        yield made
