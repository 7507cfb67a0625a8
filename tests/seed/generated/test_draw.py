"""Blueprints have the wanted size, the degrees of real networks, and follow from their seed."""

from collections import Counter

import pytest

from seed.generated.blueprint import VISIBILITIES
from seed.generated.draw import draw


@pytest.mark.parametrize("nodes", [1_000, 10_000, 100_000])
def test_a_blueprint_has_the_wanted_size(nodes: int) -> None:
    blueprint = draw(nodes, 1)
    assert blueprint.nodes() + sum(blueprint.contacts) == pytest.approx(nodes, rel=0.01)


def test_degrees_are_those_of_real_networks() -> None:
    blueprint = draw(100_000, 1)
    told = Counter(blueprint.experiences.owner)
    assert sum(3 <= count <= 40 for count in told.values()) > 0.9 * len(blueprint.organizations)
    assert max(told.values()) >= 25
    stories = Counter(blueprint.stories)
    assert max(stories.values()) > 8 * min(stories.values())
    adopted = Counter(blueprint.adopted)
    assert max(adopted.values()) > 10
    hidden = sum(VISIBILITIES[seen].value == "ANONYMIZED" for seen in blueprint.seen)
    assert 0.05 < hidden / len(blueprint.experiences) < 0.2


def test_a_blueprint_follows_from_its_seed() -> None:
    assert draw(5_000, 3) == draw(5_000, 3)
    assert draw(5_000, 3) != draw(5_000, 4)
