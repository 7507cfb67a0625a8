"""What goes past graphql-core's executor, and that nobody can tell by the answer."""

from typing import Any

import pytest
from graphql import parse

from hub.http.execution import root_fields
from hub.schema import CORE
from tests.compiler.ways import VIEWERS, Ways


@pytest.mark.parametrize(
    ("document", "names"),
    [
        ('{ node(id: "org_omid") { id } }', {None}),
        ("query A { regions { totalCount } }", {None, "A"}),
        ("query A { regions { totalCount } } query B { here: topics { totalCount } }", {"A", "B"}),
        ("query A { regions { totalCount } } query B { __typename }", {"A"}),
        ("{ regions { totalCount } topics { totalCount } }", set()),
        ("query($no: Boolean!) { regions @skip(if: $no) { totalCount } }", set()),
        ("{ ...Here } fragment Here on Query { regions { totalCount } }", set()),
        ("{ ... { regions { totalCount } } }", set()),
        ("{ __schema { description } }", set()),
        ('mutation { publishLesson(input: {id: "les_a", version: 1}) { errors { code } } }', set()),
    ],
)
def test_operations_of_one_compiled_field_go_straight(document: str, names: set[str | None]) -> None:
    assert root_fields(CORE, parse(document)).keys() == names


@pytest.mark.parametrize(
    ("document", "variables"),
    [
        ("query($n: Int!) { regions(first: $n) { nodes { id } } }", {"n": "three"}),
        ("query($n: Int!) { regions(first: $n) { nodes { id } } }", {}),
        ("query($id: ID! = 5) { topic(id: $id) { id } }", {"id": None}),
        ("{ regions(first: 0) { nodes { id } } }", {}),
        ('{ here: regions(after: "nowhere") { nodes { id } } }', {}),
        ('{ topic(id: "org_omid") { id } }', {}),
        ("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["top_work", None]}),
        ('{ topic(id: "top_nobody") { id } }', {}),
    ],
)
def test_what_is_refused_or_missing_is_told_as_graphql_core_tells_it(
    ways: Ways, document: str, variables: dict[str, Any]
) -> None:
    straight = ways.ask(document, VIEWERS["anonymous"], variables=variables)
    executed = ways.ask(document, VIEWERS["anonymous"], variables=variables, straight=False)
    assert (straight.data, straight.errors) == (executed.data, executed.errors)
    assert [str(error) for error in straight.raised] == [str(error) for error in executed.raised]
    assert straight.queries == executed.queries
