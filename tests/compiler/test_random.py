"""Questions at random are answered alike: compiled, completed by graphql-core, and by the reference.

Other ones each day, and with the same RIGHTS_SEED the same; RANDOM_EXAMPLES=N asks N of each kind.
"""

import os

from graphql import parse, validate
from hypothesis import HealthCheck, assume, given, seed, settings

from hub.schema import CORE
from tests.compiler.asking import Question, filters, neighborhoods, questions
from tests.compiler.ways import Ways
from tests.rights.seed import SEED

ASKED = os.environ.get("RANDOM_EXAMPLES")


def at_random(count: int) -> settings:
    """Settings for so many examples, unless a run asks for another number."""
    return settings(
        max_examples=int(ASKED or count),
        database=None,
        # The database is only read, so the examples may share it.
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
        print_blob=False,
    )


def answered_alike(question: Question, ways: Ways) -> None:
    """Assert that all ways give one answer."""
    document = parse(question.document)
    assume(not validate(CORE, document))  # One name may stand for two things: rarely.
    ways.same_all_ways(document, question.asker, variables=question.variables, language=question.language)


@seed(SEED)
@at_random(60)
@given(question=questions())
def test_any_question_is_answered_alike(question: Question, ways: Ways) -> None:
    answered_alike(question, ways)


@seed(SEED)
@at_random(60)
@given(question=filters())
def test_any_filter_finds_the_same_rows(question: Question, ways: Ways) -> None:
    answered_alike(question, ways)


# Few: each is a text of every edge there is, and is planned for seconds.
@seed(SEED)
@at_random(6)
@given(question=neighborhoods())
def test_the_same_lies_around_any_node(question: Question, ways: Ways) -> None:
    answered_alike(question, ways)
