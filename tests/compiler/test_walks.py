"""From page to page: a whole walk in either direction gives every row once, in the order of one long page."""

from collections.abc import Iterator

import pytest

from graph.compiler import EveryOf
from tests.compiler.asking import ROOTS
from tests.compiler.ways import VIEWERS, Ways
from tests.network import NETWORK
from tests.reference import SCHEMA

SORTED = ("Organization", "Experience", "Commitment")
"""Labels walked in every order they have: with ties, with missing values, by text, day and moment."""

NESTED = (
    # Where one row may stand twice, and where rows are reached over an edge that is closed to some.
    ('organization(id: "org_omid")', "ties", ""),
    ('organization(id: "org_mehr")', "ties", "sort: [FOUNDING_DATE_ASC]"),
    ('organization(id: "org_mehr")', "ties", "sort: [FOUNDING_DATE_DESC, NAME_EN_ASC]"),
    ('organization(id: "org_omid")', "participations", "sort: [STARTED_ON_DESC]"),
    ('organization(id: "org_omid")', "partnerships", "sort: [SIGNED_ON_ASC]"),
    ('experience(id: "exp_loan")', "participants", ""),
    ('experience(id: "exp_loan")', "participants", "sort: [NAME_EN_DESC]"),
    ('partnership(id: "par_jobs")', "witnesses", ""),
    ('partnership(id: "par_jobs")', "commitments", "sort: [DUE_ON_DESC]"),
    ('lesson(id: "les_guarantee")', "adoptions", "sort: [STARTED_ON_ASC]"),
    ('lesson(id: "les_shared")', "experiences", ""),
)


def _roots() -> Iterator[tuple[str, str]]:
    for field, entry in ROOTS.items():
        if isinstance(entry, EveryOf):
            yield field, ""
            if entry.label in SORTED:
                names = SCHEMA.type_map[f"{entry.label}Sort"].values  # type: ignore[attr-defined]
                yield from ((field, f"sort: [{name}]") for name in names)


class Walk:
    """Pages of one connection for one viewer. Asks for the rows' ids and their edges' cursors."""

    def __init__(self, ways: Ways, viewer: str, above: str, field: str, sort: str, facts: str = "") -> None:
        self.ways, self.viewer = ways, VIEWERS[viewer]
        self.above, self.field, self.sort, self.facts = above, field, sort, facts

    def page(self, *arguments: str) -> dict[str, object]:
        """One page."""
        told = ", ".join(argument for argument in (*arguments, self.sort) if argument)
        rows = (
            f"{self.field}({told}) {{ pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}"
            f" edges {{ cursor {self.facts} node {{ id }} }} }}"
        )
        document = f"{{ {self.above} {{ {rows} }} }}" if self.above else f"{{ {rows} }}"
        data = self.ways.ask(document, self.viewer).data
        while self.field not in data:
            (data,) = data.values()
        found: dict[str, object] = data[self.field]
        return found

    def forwards(self, size: int) -> Iterator[object]:
        """Every row, by `after`."""
        after = ""
        while True:
            page = self.page(f"first: {size}", after)
            yield from page["edges"]  # type: ignore[misc]
            info: dict[str, object] = page["pageInfo"]  # type: ignore[assignment]
            assert info["hasPreviousPage"] is (after != "")
            if not info["hasNextPage"]:
                return
            after = f"after: {_quoted(info['endCursor'])}"

    def backwards(self, size: int) -> Iterator[object]:
        """Every row from the end, by `before`."""
        before = ""
        while True:
            page = self.page(f"last: {size}", before)
            yield from reversed(page["edges"])  # type: ignore[call-overload]
            info: dict[str, object] = page["pageInfo"]  # type: ignore[assignment]
            assert info["hasNextPage"] is (before != "")
            if not info["hasPreviousPage"]:
                return
            before = f"before: {_quoted(info['startCursor'])}"

    def is_whole(self) -> None:
        """Assert that both walks give what one long page gives, and nothing twice."""
        every = list(self.page("first: 100")["edges"])  # type: ignore[call-overload]
        assert len({edge["cursor"] for edge in every}) == len(every)
        for size in (1, 3) if len(every) < 8 else (3,):
            assert list(self.forwards(size)) == every
            assert list(self.backwards(size)) == every[::-1]


def _quoted(cursor: object) -> str:
    escaped = str(cursor).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@pytest.mark.parametrize(("field", "sort"), list(_roots()))
def test_walking_over_all_rows_misses_none_and_repeats_none(field: str, sort: str, ways: Ways) -> None:
    Walk(ways, "administrator" if sort else "mehr", "", field, sort).is_whole()


@pytest.mark.parametrize(("above", "field", "sort"), NESTED)
def test_walking_along_an_edge_misses_none_and_repeats_none(
    above: str, field: str, sort: str, ways: Ways
) -> None:
    Walk(ways, "mehr", above, field, sort).is_whole()


def test_parallel_ties_are_walked_one_by_one(ways: Ways) -> None:
    walk = Walk(ways, "anonymous", 'organization(id: "org_mehr")', "ties", "", "id")
    assert [edge["id"] for edge in walk.forwards(1)] == ["tie_c2", "tie_a0", "tie_a1", "tie_a2"]  # type: ignore[index]


def test_the_walk_goes_over_rows_that_tie_and_rows_without_a_value() -> None:
    for label, name in (("Experience", "createdAt"), ("Experience", "startedOn"), ("Commitment", "dueOn")):
        values = [thing.properties.get(name) for thing in NETWORK.of(label)]
        assert len(set(values)) < len(values) - 2
    assert [o.properties.get("foundingDate") for o in NETWORK.of("Organization")].count(None) > 3
