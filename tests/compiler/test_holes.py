"""Where the graph lacks what the schema promises, the answer is the specification's error, at its place."""

from typing import Any

import pytest
from graphql import parse

from graph.compiler import Role
from graph.compiler.text import TYPE
from hub.context import Viewer
from tests.compiler.ways import VIEWERS, Answered, Ways

_BREAK = (
    "MATCH (n:Topic {slug: 'water'}) REMOVE n.labelFa, n.labelFaFold",
    "MATCH (n:Experience {id: 'exp_loan'}) REMOVE n.outcome, n.createdAt, n.costBand",
    "MATCH (:Organization {id: 'org_omid'})-[r:TIED_TO {id: 'tie_b1'}]-() REMOVE r.kind",
    "MATCH (n:Organization {id: 'org_sabz'}) REMOVE n.targetGroups",
)


@pytest.fixture(scope="module")
def broken(ways: Ways) -> Ways:
    """The network with values missing that the model requires."""
    for text in _BREAK:
        ways.run(ways.database.statement(text))
    return ways


def ask(ways: Ways, document: str, viewer: str = "anonymous") -> Answered:
    """The compiled answer, once it is the completed one, errors included."""
    compiled = ways.ask(document, VIEWERS[viewer])
    completed = ways.ask(document, VIEWERS[viewer], completed=True)
    assert (compiled.data, compiled.errors) == (completed.data, completed.errors)
    return compiled


def paths(answered: Answered) -> list[Any]:
    """The places of the errors."""
    assert all("Cannot return null for non-nullable field" in e["message"] for e in answered.errors)
    return [error["path"] for error in answered.errors]


def test_a_missing_value_makes_the_nearest_nullable_place_null(broken: Ways) -> None:
    answered = ask(
        broken, '{ a: topic(id: "top_water") { id labelFa } b: topic(id: "top_work") { id labelFa } }'
    )
    assert answered.data == {"a": None, "b": {"id": "top_work", "labelFa": "کار و معیشت"}}
    assert paths(answered) == [["a", "labelFa"]]


def test_a_hole_in_a_list_reaches_up_to_the_root(broken: Ways) -> None:
    answered = ask(broken, "{ topics(first: 20) { nodes { slug labelFa } } skills { totalCount } }")
    assert answered.data is None
    assert paths(answered) == [["topics", "nodes", 0, "labelFa"]]


def test_a_hole_below_a_nullable_field_stays_below_it(broken: Ways) -> None:
    document = """{ lesson(id: "les_water") { statement publisher { id targetGroups } } }"""
    answered = ask(broken, document)
    assert answered.data == {"lesson": {"statement": "چاه را به مردم بسپارید", "publisher": None}}
    assert paths(answered) == [["lesson", "publisher", "targetGroups"]]


def test_a_missing_fact_of_an_edge_is_an_error_too(broken: Ways) -> None:
    answered = ask(broken, '{ organization(id: "org_omid") { ties { edges { id kind } } } }')
    assert answered.data == {"organization": None}
    assert paths(answered) == [["organization", "ties", "edges", 0, "kind"]]


def test_a_hole_in_a_node_of_an_interface_keeps_its_type(broken: Ways) -> None:
    document = """{ nodes(ids: ["exp_loan", "exp_camp"]) { __typename ... on Experience { id outcome } } }"""
    answered = ask(broken, document)
    assert answered.data == {
        "nodes": [None, {"__typename": "Experience", "id": "exp_camp", "outcome": "MIXED"}]
    }
    assert paths(answered) == [["nodes", 0, "outcome"]]


def test_what_may_be_missing_is_null_without_an_error(broken: Ways) -> None:
    answered = ask(broken, '{ experience(id: "exp_loan") { title costBand } }')
    assert answered.data["experience"]["costBand"] is None
    assert answered.errors == []


def test_a_hole_costs_a_second_query_and_nothing_else_does(broken: Ways) -> None:
    whole = broken.ask('{ topic(id: "top_work") { labelFa } }', VIEWERS["anonymous"])
    hollow = broken.ask(parse('{ topic(id: "top_water") { labelFa } }'), VIEWERS["anonymous"])
    assert (whole.round_trips, hollow.round_trips) == (1, 2)
    assert TYPE not in whole.queries[0][0]


def test_several_root_fields_are_read_again_one_by_one(broken: Ways) -> None:
    document = '{ a: topic(id: "top_water") { labelFa } b: topic(id: "top_work") { labelFa } }'
    assert broken.ask(document, VIEWERS["anonymous"]).round_trips == 3


def test_a_hole_in_what_a_change_answers_is_told_and_the_change_is_made_once(broken: Ways) -> None:
    sabz = Viewer(Role.MEMBER, "org_sabz", scopes=frozenset({"read", "publish", "exchange"}), token="t")
    answered = broken.ask(
        """mutation { createLesson(input: {statement: "هر چاه صاحبی دارد", recommendation: "بپرسید", experienceIds: ["exp_inner"]}) {
            lesson { statement publisher { targetGroups } } errors { code } } }""",
        sabz,
    )
    written = {"statement": "هر چاه صاحبی دارد", "publisher": None}
    assert answered.data == {"createLesson": {"lesson": written, "errors": []}}
    assert paths(answered) == [["createLesson", "lesson", "publisher", "targetGroups"]]
    (found,) = broken.rows("MATCH (n:Lesson {statement: 'هر چاه صاحبی دارد'}) RETURN count(n) AS lessons")
    assert found == {"lessons": 1}
    assert len(answered.queries) == 1
