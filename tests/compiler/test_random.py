"""Questions at random are answered alike: compiled, completed by graphql-core, and by the reference.

RANDOM_EXAMPLES=N asks N questions that are new each time; without it, the same few each time.
"""

import os

from graphql import parse, validate
from hypothesis import HealthCheck, assume, event, given, settings

from hub.schema import CORE
from tests.compiler.asking import Question, questions
from tests.compiler.ways import Ways

ASKED = os.environ.get("RANDOM_EXAMPLES")


@settings(
    max_examples=int(ASKED or 150),
    derandomize=ASKED is None,
    database=None,
    deadline=None,
    # The database is only read, so the examples may share it.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    print_blob=False,
)
@given(question=questions())
def test_any_question_is_answered_alike(question: Question, ways: Ways) -> None:
    document = parse(question.document)
    assume(not validate(CORE, document))  # One name may stand for two things: rarely.
    answered = ways.same_three_ways(
        document, question.asker, variables=question.variables, language=question.language
    )
    event(f"{len(str(answered.data)) // 1000} thousand characters")
