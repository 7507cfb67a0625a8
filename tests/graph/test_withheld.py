"""From what others read of a cohort no count under five can be worked out: all tables that fit are tried.

Whoever reads knows the rule, too: only tables that would be shown just so are taken to fit. With a smaller limit
there are few enough to try them all.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import pytest

from graph.model.cohorts import FIELDS, MONTHS, at_work, work
from graph.model.withheld import FEWEST, withhold

Table = list[dict[str, Any]]

EMPLOYED, SELF = work(6)
WORK = at_work(6)


def rows(most: int, *names: str) -> Iterator[dict[str, int]]:
    """Every row of these counts that adds up, with at most so many enrolled."""
    for values in product(range(most + 1), repeat=len(names)):
        row = dict(zip(names, values, strict=True))
        if adds_up(row):
            yield row


def adds_up(row: dict[str, int]) -> bool:
    """Whether the counts of a row can be those of people."""

    def of(name: str, otherwise: int = 0) -> int:
        return row.get(name, otherwise)

    return (
        of("completed") + of("droppedOut") <= of("enrolled", of("completed"))
        and of("examined") <= of("completed")
        and of("certified") <= of("examined", of("completed"))
        and of(EMPLOYED) + of(SELF) <= of("completed")
    )


def whole_only(most: int, *names: str) -> Iterator[Table]:
    return ([row] for row in rows(most, *names))


def by_gender(most: int, *names: str) -> Iterator[Table]:
    each = list(rows(most, *names))
    for female, male in product(each, each):
        whole = {name: female[name] + male[name] for name in names}
        yield [whole, {"gender": "FEMALE", **female}, {"gender": "MALE", **male}]


def by_target_group(most: int, *names: str) -> Iterator[Table]:
    each = list(rows(most, *names))
    for whole, group in product(each, each):
        if all(group[name] <= whole[name] for name in names):
            yield [whole, {"targetGroup": "YOUTH", **group}]


def shown(table: Table, fewest: int) -> tuple[Any, ...]:
    """What is shown of a table, as one value."""
    return tuple(
        tuple(sorted((name, str(value)) for name, value in row.items())) for row in withhold(table, fewest)
    )


def told(table: Table) -> Iterator[tuple[int, str, int]]:
    """Each count that was told, and how many are at work."""
    for place, row in enumerate(table):
        yield from ((place, name, row[name]) for name in FIELDS if name in row)
        for months in MONTHS:
            one, other = work(months)
            if one in row and other in row:
                yield place, at_work(months), row[one] + row[other]


def given_away(tables: Iterator[Table], fewest: int, most: int) -> Sequence[Table]:
    """The tables with a withheld count that only one value fits."""
    fitting: dict[tuple[Any, ...], list[Table]] = defaultdict(list)
    for table in tables:
        fitting[shown(table, fewest)].append(table)
    found = []
    for alike in fitting.values():
        public = withhold(alike[0], fewest)
        values: dict[tuple[int, str], set[int]] = defaultdict(set)
        for table in alike:
            for place, name, value in told(table):
                values[place, name].add(value)
        hidden = [key for key in values if key[1] not in public[key[0]]]
        # Near the end of what is tried, tables that fit are missing.
        if any(len(values[key]) < 2 for key in hidden) and max(alike[0][0].values()) <= most:
            found.append(alike[0])
    return found


@pytest.mark.parametrize(
    ("tables", "fewest", "most"),
    [
        (whole_only(13, "enrolled", "completed", "droppedOut"), 5, 8),
        (whole_only(7, "enrolled", "completed", "droppedOut", "examined", "certified"), 3, 5),
        (whole_only(8, "enrolled", "completed", EMPLOYED, SELF), 3, 6),
        (whole_only(7, "enrolled", "completed", "droppedOut", EMPLOYED, SELF), 3, 5),
        (by_gender(6, "enrolled", "completed", "droppedOut"), 3, 8),
        (by_gender(6, "enrolled", "completed", "examined"), 3, 8),
        (by_gender(6, "completed", EMPLOYED, SELF), 3, 8),
        (by_target_group(8, "enrolled", "completed", "droppedOut"), 3, 6),
        (by_target_group(8, "completed", EMPLOYED, SELF), 3, 6),
    ],
    ids=["dropouts", "exam", "work", "all", "gender", "gender-exam", "gender-work", "group", "group-work"],
)
def test_more_than_one_value_fits_every_withheld_count(
    tables: Iterator[Table], fewest: int, most: int
) -> None:
    assert given_away(tables, fewest, most) == []


def test_five_is_the_limit_and_zero_counts_as_under_it() -> None:
    whole = {"enrolled": 40, "completed": 5, "droppedOut": 4, "examined": 0}
    (row,) = withhold([whole])
    assert FEWEST == 5
    assert (row["enrolled"], row["completed"]) == (40, 5)
    assert row["withheld"] == ["EXAMINED", "DROPPED_OUT"]
    assert not {"droppedOut", "examined"} & row.keys()


def test_what_is_at_work_is_told_together_where_one_of_the_two_is_few() -> None:
    (row,) = withhold([{"enrolled": 20, "completed": 20, EMPLOYED: 9, SELF: 2}])
    assert row[WORK] == 11
    assert row["withheld"] == ["EMPLOYED_6", "SELF_EMPLOYED_6"]


def test_a_few_of_one_gender_withhold_both() -> None:
    whole = {"enrolled": 20, "completed": 16}
    parts = [
        {"gender": "FEMALE", "enrolled": 16, "completed": 14},
        {"gender": "MALE", "enrolled": 4, "completed": 2},
    ]
    all_, female, male = withhold([whole, *parts])
    assert (all_["enrolled"], all_["completed"], all_["withheld"]) == (20, 16, [])
    assert female["withheld"] == male["withheld"] == ["ENROLLED", "COMPLETED"]


def test_a_group_that_would_tell_of_the_others_that_nobody_left_is_shown_without_enrolled() -> None:
    whole = {"enrolled": 30, "completed": 26, "droppedOut": 2}
    group = {"targetGroup": "YOUTH", "enrolled": 15, "completed": 11, "droppedOut": 2}
    all_, some = withhold([whole, group])
    assert (all_["enrolled"], all_["withheld"]) == (30, ["DROPPED_OUT"])
    assert (some["completed"], some["withheld"]) == (11, ["ENROLLED", "DROPPED_OUT"])


def test_a_group_that_nearly_all_are_in_is_withheld() -> None:
    whole = {"enrolled": 20, "completed": 16}
    groups = [
        {"targetGroup": "YOUTH", "enrolled": 18, "completed": 15},
        {"targetGroup": "RURAL", "enrolled": 12, "completed": 9},
    ]
    _, most, some = withhold([whole, *groups])
    assert most["withheld"] == ["ENROLLED", "COMPLETED"]
    assert (some["enrolled"], some["completed"], some["withheld"]) == (12, 9, [])
