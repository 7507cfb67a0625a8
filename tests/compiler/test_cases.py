"""Every case of tests/cases: answered three ways, with one answer; its Cypher and its answer as written."""

import os
from collections import Counter

import pytest

from tests.compiler.casefiles import Case, cases, laid_out, write
from tests.compiler.ways import VIEWERS, Ways

CASES = list(cases())
UPDATE = os.environ.get("UPDATE_CASES") == "1"


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) > 100


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, ways: Ways) -> None:
    # Nothing that UPDATE_CASES writes can change this: three ways, one answer, one query a root field.
    answered = ways.same_all_ways(
        case.graphql, VIEWERS[case.viewer], variables=case.variables, language=case.language
    )
    for text, parameters in answered.queries:
        assert ways.run(ways.database.plan(f"EXPLAIN {text}", parameters))
    cypher = [laid_out(text) for text, _ in answered.queries]
    if UPDATE:
        write(case, cypher, answered.data)
        return
    assert cypher == case.cypher
    assert answered.data == case.answer


def other_viewer(case: Case) -> str:
    """Who else asks: in turn, since a text that the database has not seen costs more than all the rest."""
    others = [name for name in VIEWERS if name != case.viewer]
    return others[CASES.index(case) % len(others)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case_is_answered_alike_to_somebody_else(case: Case, ways: Ways) -> None:
    name = other_viewer(case)
    language = "en" if len(name) % 2 else "fa"
    ways.same_all_ways(case.graphql, VIEWERS[name], variables=case.variables, language=language)


def test_everybody_is_somebody_else_in_many_cases() -> None:
    turns = Counter(other_viewer(case) for case in CASES)
    assert turns.keys() == VIEWERS.keys()
    assert min(turns.values()) > 5
