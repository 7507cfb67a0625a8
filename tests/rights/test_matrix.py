"""Each role reads each field of each type on each path just as the rules say, which know nothing of Cypher.

The questions are made from the schema, the rows from the model (`house.py`), and what is expected is worked out by
`tests/reference.py`. A run asks a part of them, another each day (`seed.py`).
"""

import json
from collections import Counter
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from graphql import GraphQLEnumType, parse, validate

from graph.connection import Database
from graph.model import MODEL
from hub.exporting import COMMAND, Days, as_administrator, lines
from hub.schema import CORE
from tests import reference
from tests.network import Thing
from tests.rights.cells import PATHS, Asking, Question
from tests.rights.conftest import Household
from tests.rights.house import WORD, house, relationships
from tests.rights.seed import SEED, chosen
from tests.rights.viewers import EXPECTED, REFUSED, differing

QUESTIONS = Asking(house(SEED), Random(SEED)).questions()  # noqa: S311 - no secret
A_RUN = {
    "read": 6,
    "count": 6,
    "node": 3,
    "nested": 20,
    "filter": 14,
    "filter along": 20,
    "sort": 8,
    "feed": 3,
}
"""How many questions of each path a run asks, everybody each of them."""


def test_the_hub_takes_everybody_for_whom_the_rules_do(household: Household) -> None:
    assert list(differing(household.taken_for)) == []
    assert {household.taken_for[name] for name in REFUSED} == {"TOKEN_OF_WITHDRAWN"}


def test_every_type_and_field_stands_in_a_question_on_every_path_that_it_has() -> None:
    assert {question.path for question in QUESTIONS} == set(PATHS) == set(A_RUN)
    asked = {(question.type, name) for question in QUESTIONS for name in question.fields}
    stored = {
        (node.label, p.name) for node in MODEL.nodes.values() for p in node.properties() if not p.hidden
    }
    assert stored - asked == set()


def test_the_house_has_every_type_and_every_relationship() -> None:
    network = house(SEED)
    assert {thing.label for thing in network.things.values()} == MODEL.nodes.keys()
    assert {link.type for link in network.links} == {one.type for one in relationships()}


@pytest.mark.parametrize("path", PATHS)
def test_what_everybody_is_answered_is_what_the_rules_say(household: Household, path: str) -> None:
    of_path = [question for question in QUESTIONS if question.path == path]
    wrong: Counter[str] = Counter()
    told = ""
    for question in chosen(of_path, A_RUN[path], path):
        for name in EXPECTED:
            if difference := _difference(household, question, name):
                wrong[f"{question.type} as {name}"] += 1
                told = told or difference
    assert not wrong, f"RIGHTS_SEED={SEED}: {dict(wrong)}\n{told}"


def _difference(household: Household, question: Question, name: str) -> str:
    document = parse(question.document)
    assert not validate(CORE, document), (question.document, validate(CORE, document))
    answered = household.asked(question.document, name)
    expected = reference.answer(document, EXPECTED[name], network=household.network)
    if answered == expected:
        return ""
    return f"{question.document}\nas {name}\nanswered: {answered}\nexpected: {expected}"


@pytest.mark.parametrize("name", EXPECTED)
def test_a_search_finds_what_each_may_read_and_nothing_else(household: Household, name: str) -> None:
    reader = reference.Reader(household.network, EXPECTED[name], "fa")
    found: dict[str, set[str]] = {}
    types = reference.SCHEMA.type_map["SearchType"]
    assert isinstance(types, GraphQLEnumType)
    for type_ in types.values:
        below = "hits { node { __typename ... on Node { id } } }"
        document = f'{{ search(query: "{WORD}", types: [{type_}], first: 50) {{ {below} }} }}'
        for hit in household.asked(document, name)["search"]["hits"]:
            found.setdefault(hit["node"]["__typename"], set()).add(hit["node"]["id"])
    for label in MODEL.unions["Searchable"].labels:
        read = {t.key for t in household.network.of(label) if _has_word(t) and reader.sees(t)}
        assert found.get(label, set()) == read, f"RIGHTS_SEED={SEED}: {label} as {name}"


def _has_word(thing: Thing) -> bool:
    searched = (member.name for member in MODEL.nodes[thing.label].properties() if member.searched)
    return any(WORD in str(thing.properties.get(name)) for name in searched)


def test_the_audit_is_exported_as_administrators_read_it(household: Household) -> None:
    async def exported(database: Database) -> list[dict[str, Any]]:
        context = as_administrator(database, ZoneInfo("UTC"))
        return [json.loads(line) async for line in lines(database, context, Days(None, None))]

    network = household.network
    reader = reference.Reader(network, EXPECTED["administrator"], "fa")
    entries = household.ways.run(exported(household.ways.database))
    told = {entry["id"] for entry in entries} & network.things.keys()
    assert told == {thing.key for thing in network.of("AuditEntry") if reader.sees(thing)}
    forget = f"MATCH (a:AuditEntry {{what: '{COMMAND}'}}) DETACH DELETE a"
    household.ways.run(household.ways.database.statement(forget))
