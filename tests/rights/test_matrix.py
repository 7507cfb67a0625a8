"""Each role reads each field of each type on each path just as the rules say, which know nothing of Cypher.

The questions are made from the schema, the rows from the model (`house.py`), and what is expected is worked out by
`tests/reference.py`. A run asks a part of them, another each day (`seed.py`).
"""

from collections import Counter
from random import Random

import pytest
from graphql import parse, validate

from graph.model import MODEL
from hub.schema import CORE
from tests import reference
from tests.rights.cells import PATHS, Asking, Question
from tests.rights.conftest import Household
from tests.rights.house import house, relationships
from tests.rights.seed import SEED, chosen
from tests.rights.viewers import EXPECTED, REFUSED, differing

QUESTIONS = Asking(house(SEED), Random(SEED)).questions()  # noqa: S311 - no secret
A_RUN = {
    "read": 12,
    "count": 12,
    "node": 8,
    "nested": 60,
    "filter": 40,
    "filter along": 60,
    "sort": 24,
    "feed": 8,
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
