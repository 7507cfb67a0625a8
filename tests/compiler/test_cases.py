"""Every case of tests/cases: answered three ways, with one answer; its Cypher and its answer as written."""

import os

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


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case_is_answered_alike_to_everybody_else(case: Case, ways: Ways) -> None:
    for name, viewer in VIEWERS.items():
        language = "en" if len(name) % 2 else "fa"
        ways.same_all_ways(case.graphql, viewer, variables=case.variables, language=language)
