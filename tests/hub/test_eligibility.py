"""Who fits what is offered to people, rule by rule: what is not stated keeps nobody out, what is not told may fit."""

from typing import Any

import pytest

from graph.model.eligibility import Who, fits, groups, rules
from tests.running import Hub

WHO = Who("who.groups", "who.decile", "who.deprived", "who.age")
ASK = f"""
WITH $offered AS n, $who AS who
RETURN {fits("n", WHO)} AS fits, {rules("n", WHO, True)} AS met, {rules("n", WHO, False)} AS missed,
  {rules("n", WHO, None)} AS untold
"""


def asked(hub: Hub, offered: dict[str, Any], **who: Any) -> tuple[bool, list[str], list[str], list[str]]:
    """Whether somebody fits, and the rules that they meet, miss and have not told about."""
    somebody = {"groups": [], "decile": None, "deprived": None, "age": None, **who}
    (row,) = hub.cypher(ASK, offered={"targetGroups": [], **offered}, who=somebody)
    return row["fits"], row["met"], row["missed"], row["untold"]


@pytest.mark.parametrize(
    ("offered", "who", "expected"),
    [
        ({}, {}, (True, [], [], [])),
        ({}, {"groups": ["YOUTH"], "decile": 9, "age": 80, "deprived": False}, (True, [], [], [])),
        ({"targetGroups": ["YOUTH", "RURAL"]}, {"groups": ["RURAL"]}, (True, ["TARGET_GROUP"], [], [])),
        ({"targetGroups": ["YOUTH"]}, {"groups": ["RURAL"]}, (False, [], ["TARGET_GROUP"], [])),
        ({"targetGroups": ["YOUTH"]}, {}, (True, [], [], ["TARGET_GROUP"])),
        ({"targetGroups": ["DECILES_1_4"]}, {"decile": 4}, (True, ["TARGET_GROUP"], [], [])),
        ({"targetGroups": ["DEPRIVED_AREAS"]}, {"deprived": True}, (True, ["TARGET_GROUP"], [], [])),
        ({"targetGroups": ["DECILES_1_4"]}, {"decile": 5, "groups": ["YOUTH"]}, (False, [], ["TARGET_GROUP"], [])),
        ({"incomeDecileFrom": 2, "incomeDecileTo": 4}, {"decile": 2}, (True, ["INCOME_DECILE"], [], [])),
        ({"incomeDecileFrom": 2, "incomeDecileTo": 4}, {"decile": 1}, (False, [], ["INCOME_DECILE"], [])),
        ({"incomeDecileTo": 4}, {"decile": 5}, (False, [], ["INCOME_DECILE"], [])),
        ({"incomeDecileTo": 4}, {}, (True, [], [], ["INCOME_DECILE"])),
        ({"deprivedAreasOnly": True}, {"deprived": True}, (True, ["DEPRIVED_AREA"], [], [])),
        ({"deprivedAreasOnly": True}, {"deprived": False}, (False, [], ["DEPRIVED_AREA"], [])),
        ({"deprivedAreasOnly": False}, {"deprived": False}, (True, [], [], [])),
        ({"ageFrom": 18}, {"age": 18}, (True, ["AGE"], [], [])),
        ({"ageFrom": 18, "ageTo": 35}, {"age": 36, "decile": 1}, (False, [], ["AGE"], [])),
        (
            {"targetGroups": ["YOUTH"], "incomeDecileTo": 4, "ageTo": 35},
            {"groups": ["YOUTH"], "decile": 7},
            (False, ["TARGET_GROUP"], ["INCOME_DECILE"], ["AGE"]),
        ),
    ],
)  # fmt: skip
def test_who_fits_and_by_which_rule(
    hub: Hub,
    offered: dict[str, Any],
    who: dict[str, Any],
    expected: tuple[bool, list[str], list[str], list[str]],
) -> None:
    assert asked(hub, offered, **who) == expected


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        ({"targetGroups": ["YOUTH"], "incomeDecileTo": 4}, ["YOUTH", "DECILES_1_4"]),
        ({"targetGroups": ["YOUTH"], "incomeDecileTo": 5}, ["YOUTH"]),
        ({"targetGroups": ["DECILES_1_4"], "incomeDecileTo": 3}, ["DECILES_1_4"]),
        ({"targetGroups": [], "deprivedAreasOnly": True}, ["DEPRIVED_AREAS"]),
        ({"targetGroups": [], "deprivedAreasOnly": False}, []),
    ],
)
def test_a_rule_that_comes_to_a_group_counts_as_naming_it(
    hub: Hub, offered: dict[str, Any], expected: list[str]
) -> None:
    assert hub.cypher(f"WITH $n AS n RETURN {groups('n')} AS found", n=offered) == [{"found": expected}]
