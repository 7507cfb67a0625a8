"""A selection is walked once, and remembered as a walk would find it."""

import gc
from typing import Any
from weakref import ref

import pytest
from graphql import DocumentNode, GraphQLResolveInfo, execute, parse

from graph.compiler import Selection, Selections
from tests.reference import SCHEMA

REMEMBERED = """query($n: Int, $k: OrganizationKind, $ks: [OrganizationKind!], $f: OrganizationFilter! = {},
                    $sort: [OrganizationSort!], $all: Boolean!) {
  organizations(first: $n, sort: $sort, filter: {AND: [{kind: {eq: $k, in: $ks}}, $f]}) {
    totalCount @include(if: $all) nodes { id } } }"""


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ({"n": 1, "all": True}, {"n": 2, "all": True}, True),
        ({"n": 1, "all": True}, {"n": 1, "all": False}, False),
        ({"n": 1, "all": True}, {"n": None, "all": True}, False),
        ({"all": True, "k": "NGO"}, {"all": True, "k": "FOUNDATION"}, None),
        ({"all": True, "ks": ["NGO"]}, {"all": True, "ks": ["NGO", "FOUNDATION"]}, None),
        ({"all": True, "sort": ["NAME_FA_ASC"]}, {"all": True, "sort": ["NAME_FA_DESC"]}, False),
        (
            {"all": True, "sort": ["NAME_FA_ASC"]},
            {"all": True, "sort": ["NAME_FA_ASC", "CREATED_AT_ASC"]},
            False,
        ),
        ({"all": True, "f": {"demo": {"eq": True}}}, {"all": True, "f": {"demo": {"eq": False}}}, None),
        ({"all": True, "f": {"nameFa": {"eq": "a"}}}, {"all": True, "f": {"nameFa": {"eq": "b"}}}, True),
        ({"all": True, "f": {"nameFa": {"eq": "a"}}}, {"all": True, "f": {"nameEn": {"eq": "a"}}}, False),
    ],
)
def test_a_remembered_selection_is_the_one_a_walk_finds(
    one: dict[str, Any], two: dict[str, Any], alike: bool | None
) -> None:
    """`alike`: whether both have one shape; None where a shape of its own would do no harm."""
    remembering = Selections()
    document = parse(REMEMBERED)
    for variables in (one, two, one):
        kept = _selected(document, variables, remembering)
        walked = _selected(document, variables, Selections())
        assert kept == walked
    shapes = {_selected(document, variables, remembering).field for variables in (one, two)}
    assert alike is None or (len(shapes) == 1) is alike


def test_the_walk_that_was_kept_longest_is_forgotten() -> None:
    remembering = Selections(most=4)
    one, two = (parse("{ topics(first: 1) { nodes { id } } }") for _ in range(2))
    kept = _selected(one, {}, remembering).field
    assert _selected(one, {}, remembering).field is kept
    _selected(two, {}, remembering)
    again = _selected(one, {}, remembering).field
    assert again == kept
    assert again is not kept


def test_a_remembered_walk_does_not_keep_its_document() -> None:
    """A large document weighs more than what is found in it, and is forgotten by itself."""
    remembering = Selections()
    document = parse("{ organizations { nodes { id } } }")
    kept = ref(document.definitions[0])
    assert _selected(document, {}, remembering).values == []
    assert len(remembering.kept) == 1
    del document
    gc.collect()
    assert kept() is None
    # Whatever has its identity now is walked for itself.
    other = parse("{ organizations { nodes { id nameFa } } }")
    assert _selected(other, {}, remembering).field == _selected(other, {}, Selections()).field


def _selected(document: DocumentNode, variables: dict[str, Any], selections: Selections) -> Selection:
    found: list[Selection] = []

    def resolve(_source: Any, info: GraphQLResolveInfo[Any], **_given: Any) -> None:
        found.append(selections.select(info))

    execute(SCHEMA, document, variable_values=variables, field_resolver=resolve)
    return found[0]
