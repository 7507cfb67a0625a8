"""Questions at random are answered alike: compiled, completed by graphql-core, and by the reference.

RANDOM_EXAMPLES=N asks N questions of each kind, new ones each time; without it, the same few each time.
"""

import os

from graphql import parse, validate
from hypothesis import HealthCheck, assume, given, settings

from hub.schema import CORE
from tests.compiler.asking import Question, filters, neighborhoods, questions
from tests.compiler.ways import Ways

ASKED = os.environ.get("RANDOM_EXAMPLES")

at_random = settings(
    max_examples=int(ASKED or 70),
    derandomize=ASKED is None,
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


@at_random
@given(question=questions())
def test_any_question_is_answered_alike(question: Question, ways: Ways) -> None:
    answered_alike(question, ways)


@at_random
@given(question=filters())
def test_any_filter_finds_the_same_rows(question: Question, ways: Ways) -> None:
    answered_alike(question, ways)


@at_random
@given(question=neighborhoods())
def test_the_same_lies_around_any_node(question: Question, ways: Ways) -> None:
    answered_alike(question, ways)
