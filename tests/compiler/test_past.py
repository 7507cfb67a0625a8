"""Records as they were, whoever asks; and parts of filters that name something and ask nothing of it."""

import pytest

from graph.errors import ValueRefused
from tests.compiler.ways import VIEWERS, Ways

PAST = """{
  lesson(id: "les_guarantee") {
    wordings { number values { field value } }
    versions(first: 5) { nodes { number organization { id } changes { field after } values { field value } } }
  }
  nodes(ids: ["les_guarantee", "org_mehr"]) {
    ... on Lesson { versions(first: 1) { nodes { told: values { field } } } }
    ... on Organization { versions(first: 1) { nodes { told: changes { field after } } } }
  }
  adoption(id: "ado_two") { adoptedWording { number values { field } } }
  compareVersions(id: "les_guarantee", earlier: 1, later: 2) { changes { field before after } }
}"""


@pytest.mark.parametrize("viewer", VIEWERS)
def test_what_was_is_told_to_whoever_may_read_it(ways: Ways, viewer: str) -> None:
    answered = ways.ask(PAST, VIEWERS[viewer])
    assert not answered.errors
    assert answered.data["lesson"] is not None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("adoptions(filter: {adopted: {lesson: null}}) { totalCount }", "FILTER_NULL"),
        ("adoptions(filter: {adopted: {id: {}}}) { totalCount }", "FILTER_EMPTY"),
        ("adoptions(filter: {adopted: {id: {eq: null}}}) { totalCount }", "FILTER_NULL"),
        ("networkMap(filter: {topicIds: null}) { totalNodes }", "FILTER_NULL"),
        ("networkMap(filter: {topicIds: $unset}) { totalNodes }", "FILTER_EMPTY"),
    ],
)
def test_what_asks_nothing_is_refused(ways: Ways, asked: str, code: str) -> None:
    declared = "query($unset: [ID!])" if "$unset" in asked else ""
    answered = ways.ask(f"{declared} {{ {asked} }}", VIEWERS["omid"])
    (refused,) = answered.raised
    assert isinstance(refused, ValueRefused)
    assert refused.code == code
