"""Every field of the schema and every mutation names its rule: one without stops this test."""

from collections.abc import Iterator

import pytest
from graphql import GraphQLObjectType, get_named_type

from graph.model import INQUIRIES, MODEL
from graph.model.doing import DEEDS
from graph.model.life import By
from graph.model.members import Computed, Kind
from graph.model.nodes import Shape
from hub.pages.rights import page
from hub.pages.rules import UnruledError, rule_of, rule_of_inquiry, unused
from tests.reference import SCHEMA

OF_EDGES = {"cursor", "node"}
OF_PAGES = {"nodes", "edges", "pageInfo", "totalCount"}


def _fields() -> Iterator[tuple[str, str]]:
    for name, type_ in SCHEMA.type_map.items():
        if isinstance(type_, GraphQLObjectType) and not name.startswith("__"):
            yield from ((name, field) for field in type_.fields)


def _rule(type_: str, field: str) -> str:
    """By which rule a field is read. Raises UnruledError, KeyError for a field of a kind that none knows."""
    made = MODEL.nodes.get(type_) or MODEL.shapes.get(type_)
    if made is not None:
        return "who reads its record" if field == "id" else rule_of(made, made.by_name[field])
    if type_ == "Query":
        return _of_root(field)
    if type_ == "Mutation":
        return _of_mutation(field)
    if type_ == "Subscription":
        return {"events": "the feed", "changes": "the feed", "notifications": "the feed"}[field]
    if type_.endswith("Connection") and field in OF_PAGES:
        return "its rows"
    if type_.endswith("Edge"):
        return "its row"
    answers = {"Payload": "whoever has done it", "UserError": "whoever has done it", "Preview": "its author"}
    return answers[next((kind for kind in answers if type_.endswith(kind)), type_)]


def _of_root(field: str) -> str:
    assert SCHEMA.query_type is not None
    if field in {inquiry.name for inquiry in INQUIRIES}:
        return rule_of_inquiry(field)
    to = get_named_type(SCHEMA.query_type.fields[field].type).name
    rows = {*MODEL.nodes, "Node"}
    if to.removesuffix("Connection") in rows:
        return "who reads its record"
    return {"Preview": "its author"}["Preview" if to.endswith("Preview") else to]


def _of_mutation(field: str) -> str:
    by = {name: move.by for node in MODEL.nodes.values() if node.life for name, move in node.life.mutations()}
    done = {deed.name: deed.by for deed in DEEDS}
    found = by.get(field) or done[field]
    assert found is not By.NOBODY
    return found.name


@pytest.mark.parametrize("type_", sorted({type_ for type_, _ in _fields()}))
def test_every_field_names_its_rule(type_: str) -> None:
    for of, field in _fields():
        if of == type_:
            assert _rule(of, field), f"{of}.{field} names no rule by which it is read."


def test_the_page_names_every_mutation() -> None:
    assert SCHEMA.mutation_type is not None
    told = page()
    assert [name for name in SCHEMA.mutation_type.fields if f"`{name}`" not in told] == []


def test_what_walks_and_asks_for_no_right_has_no_rule() -> None:
    secret = Computed("secret", Kind.INT, lambda row, _see: f"COUNT {{ ({row})--() }}")
    seen = Computed("seen", Kind.INT, lambda row, see: f"COUNT {{ ({row})--(x) WHERE {see('x', 'Lesson')} }}")
    plain = Computed("plain", Kind.INT, lambda row, _see: f"{row}.number")
    shape = Shape("Anything", (secret, seen, plain))
    with pytest.raises(UnruledError, match=r"Anything\.secret"):
        rule_of(shape, secret)
    assert rule_of(shape, seen) == "worked out from what its viewer reads"
    assert rule_of(shape, plain) == "with its record"


def test_what_is_told_of_more_than_is_read_is_there() -> None:
    assert unused() == set()
