"""A siege shows nothing where its requests are refused for a slip of the pen."""

import pytest
from graphql import parse, validate

from bench.hostile import ATTACKS, Attack
from hub.schema import CORE

DRAWN = {"organizations": ["org_a", "org_b"], "nodes": ["les_a", "exp_b"]}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_every_attack_is_a_valid_request(attack: Attack) -> None:
    for number in range(3):
        assert validate(CORE, parse(attack(number, DRAWN)["query"])) == []
