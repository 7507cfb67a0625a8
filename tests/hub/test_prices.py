"""What a request costs is known before it runs: refused where it is too much, and paid from an account."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.limits import MAXIMUM_POINTS
from tests.conftest import Neo4j
from tests.running import Hub, own_hub

PAGE = "{ experiences(first: 10) { nodes { id title } } }"
DEAR = "lessons(filter: {experiences: {some: {publisher: {regions: {some: {nameFa: {contains: $word}}}}}}}) { nodes { id } }"
DRAFT = """mutation($input: CreateExperienceInput!) {
  createExperience(input: $input) { experience { id } errors { code } } }"""
TRIED = {"title": "آزمون", "outcome": "FAILURE", "happened": "نشد."}


def cost(response: httpx.Response) -> dict[str, Any]:
    return dict(response.json()["extensions"]["cost"])


def spent(hub: Hub, query: str, token: str | None = None, **variables: str) -> int:
    """What a request costs once it is planned."""
    hub.post(query, variables, token)
    return int(cost(hub.post(query, variables, token))["points"])


# -- a request -------------------------------------------------------------------------------------


def test_an_answer_says_what_it_cost_and_a_text_is_planned_once(hub: Hub) -> None:
    query = "{ experiences(first: 10) { nodes { titleAgain: title id once: id } } }"
    first, second = cost(hub.post(query)), cost(hub.post(query))
    assert second["points"] == 13
    assert first["points"] > 1_000
    assert first["maximum"] == second["maximum"] == MAXIMUM_POINTS


def test_all_roots_are_on_one_bill_and_none_runs_where_it_is_too_high(hub: Hub) -> None:
    one = spent(hub, f"query($word: String!) {{ {DEAR} }}", word="x")
    assert one < MAXIMUM_POINTS < 50 * one
    roots = " ".join(f"r{number}: {DEAR}" for number in range(50))
    for language, text in (("en", "Ask for fewer edges"), ("fa", "یال‌ها و پالایه‌های کمتری")):
        response = hub.post(f"query($word: String!) {{ {roots} }}", {"word": "x"}, language=language)
        assert response.status_code == 400
        (error,) = response.json()["errors"]
        assert error["extensions"]["code"] == "QUERY_TOO_DEAR"
        assert text in error["message"]
        assert "data" not in response.json()


def test_what_would_fit_is_told(hub: Hub) -> None:
    pages = "{ organizations(first: %d) { nodes { lessons(first: %d) { nodes { experiences(first: %d) { nodes { id } } } } } } }"
    (error,) = hub.post(pages % (100, 100, 100)).json()["errors"]
    assert "With pages of 50 rows (`first`) it would fit" in error["message"]
    assert "data" in hub.post(pages % (50, 50, 50)).json()


def test_the_dearest_part_is_named_as_the_client_calls_it(hub: Hub) -> None:
    lists = "lessons(first: 100) { nodes { %s: experiences(first: 100) { nodes { id topics { label } } } } }"
    for name, asked in (
        ("organizations.nodes.lessons.nodes.experiences.nodes.topics", lists % "experiences"),
        ("organizations.nodes.lessons.nodes.tried.nodes.topics", lists % "tried"),
        (
            "organizations.edges.node.lessons.nodes.experiences.nodes.topics",
            "edges { node { id %s } }" % (lists % "experiences"),
        ),
    ):
        below = asked if "edges" in asked else f"nodes {{ id {asked} }}"
        query = f"{{ organizations(first: 100) {{ {below} }} topics {{ nodes {{ id }} }} }}"
        for language in ("en", "fa"):
            (error,) = hub.post(query, language=language).json()["errors"]
            assert error["extensions"]["code"] == "QUERY_TOO_LARGE"
            assert name in error["message"]


WEB = Path(__file__).parents[2] / "web" / "src"


def written(file: str, head: str) -> re.Match[str]:
    """What the pages of the hub ask, from its head to its end."""
    found = re.search(rf"^{head} \{{\n(.*?)^}}", (WEB / file).read_text(), re.MULTILINE | re.DOTALL)
    assert found is not None
    return found


def test_the_desk_and_the_news_of_the_pages_fit_where_nothing_is_planned_yet(hub: Hub) -> None:
    _, token = hub.member("انجمن میز کار")
    waits = written("pages/desk/desk.graphql", "query Desk")[1]
    heads = ("fragment NewsLine on Notification", "fragment Named on Subject")
    line, named = (written("api/records.graphql", head)[0] for head in heads)
    news = "notifications(first: 20) { newCount nodes { ...NewsLine } pageInfo { hasNextPage } }"
    both = f"{{ {waits} {news} }} {line} {named}"
    # To plan them is most of it, and is bounded by itself.
    assert cost(hub.post(both, None, token))["points"] > MAXIMUM_POINTS
    assert spent(hub, both, token) < MAXIMUM_POINTS / 5


def test_what_is_too_long_to_be_planned_is_refused_by_its_name(hub: Hub) -> None:
    named = written("api/records.graphql", "fragment Named on Subject")[0]
    others = ("id", "at", "toldAt", "id at")
    roots = " ".join(
        f"n{at}: notifications(first: 1) {{ nodes {{ event {{ {other} subject {{ ...Named }} }} }} }}"
        for at, other in enumerate(others)
    )
    for language, text in (("en", "The longest part"), ("fa", "درازترین بخش")):
        response = hub.post(f"{{ {roots} }} {named}", None, hub.member("انجمن دراز")[1], language)
        (error,) = response.json()["errors"]
        assert error["extensions"]["code"] == "QUERY_TOO_LONG"
        assert text in error["message"]
        assert re.search(r"\bn[0-3]\b", error["message"])


def test_a_change_costs_more_than_its_answer_and_is_refused_before_it_is_made(hub: Hub) -> None:
    _, token = hub.member("انجمن آزمون")
    made = hub.post(DRAFT, {"input": TRIED}, token)
    assert made.json()["data"]["createExperience"]["errors"] == []
    assert cost(made)["points"] > 2_000
    before = hub.count()
    deep = "experience { topics(first: 100) { experiences(first: 100) { nodes { topics(first: 100) { id } } } } }"
    response = hub.post(DRAFT.replace("experience { id }", deep), {"input": TRIED}, token)
    assert response.json()["errors"][0]["extensions"]["code"] == "QUERY_TOO_LARGE"
    assert hub.count() == before


def test_the_account_can_be_asked_for(hub: Hub) -> None:
    rate = hub.ask("{ rateLimit { points maximum limit remaining resetsAt } }")["rateLimit"]
    assert rate["maximum"] == MAXIMUM_POINTS
    assert rate["remaining"] < rate["limit"]
    assert rate["points"] > 0
    assert rate["resetsAt"]


# -- an account ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def poor(neo4j_server: Neo4j) -> Iterator[Hub]:
    """A hub where a minute holds little."""
    with own_hub(
        neo4j_server, HUB_BUDGET_ANONYMOUS="20000", HUB_BUDGET_MEMBER="30000", HUB_BUDGET_COORDINATOR="0"
    ) as hub:
        yield hub


def test_who_has_spent_all_is_refused_and_nothing_is_done(poor: Hub) -> None:
    author, token = poor.member("انجمن کم‌توان")
    _, other = poor.member("انجمن دیگر")
    refused, answered = None, 0
    for _ in range(40):
        response = poor.post(DRAFT, {"input": TRIED}, token)
        if response.status_code == 429:
            refused = response
            break
        assert response.json()["data"]["createExperience"]["errors"] == []
        assert response.headers["ratelimit-policy"] == '"points";q=30000;w=60'
        assert response.headers["ratelimit"].startswith('"points";r=')
        answered += 1
    assert refused is not None
    (error,) = refused.json()["errors"]
    assert error["extensions"]["code"] == "RATE_LIMITED"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    made = poor.cypher("MATCH (e:Experience)-[:PUBLISHED_BY]->(o {id: $id}) RETURN count(e) AS n", id=author)
    assert made[0]["n"] == answered > 0
    # Nobody else pays for it; whoever has no bound has none.
    assert poor.post(PAGE, None, other).status_code == 200
    assert poor.post(PAGE).status_code == 200
    assert "ratelimit" not in poor.post(PAGE, None, poor.admin).headers


def test_texts_that_are_new_each_time_are_bounded(poor: Hub) -> None:
    fields = ("id", "title", "outcome", "happened", "intended", "why", "language", "version", "status")
    asked = [f"{{ experiences {{ nodes {{ {' '.join(some)} }} }} }}" for some in combinations(fields, 3)]
    assert poor.post(asked[0]).status_code == 200
    assert any(poor.post(query).status_code == 429 for query in asked[1:])


def test_another_name_for_what_was_asked_is_no_new_text(poor: Hub) -> None:
    poor.post("{ experiences { nodes { a: title b: id } } }", None, poor.admin)
    renamed = poor.post("query Q { x: experiences { n: nodes { c: title title: id } } }", None, poor.admin)
    assert cost(renamed)["points"] == 24


@pytest.mark.parametrize(
    "document",
    [
        "{ experiences(first: 20) { nodes { id } }" + " " * 500,
        "{ experiences { nodes { idd } } }" + " " * 500,
        "{ organizations(first: 100) { nodes { experiences(first: 100) { nodes { topics(first: 100) {"
        " experiences(first: 100) { nodes { id } } } } } } } }" + " " * 500,
        '{ experiences(filter: {id: {eq: "nothing of the kind"}}) { nodes { id } } }' + " " * 500,
    ],
    ids=["it does not parse", "it does not fit the schema", "it is too dear", "a value is refused"],
)
def test_to_read_what_is_refused_costs_and_whoever_has_nothing_left_is_not_read(
    poor: Hub, document: str
) -> None:
    _, token = poor.member("انجمن پرگو")
    left = poor.ask("{ rateLimit { remaining } }", token=token)["rateLimit"]["remaining"]
    for number in range(20):
        # A document of its own each time, as those are that are to keep the hub busy.
        response = poor.post(f"# {number}\n{document}", None, token)
        code = response.json()["errors"][0]["extensions"]["code"]
        if code == "RATE_LIMITED":
            break
        left -= 5 * len(f"# {number}\n{document}")
    assert code == "RATE_LIMITED"
    assert left <= 0
    assert response.status_code == 429
    assert 1 <= int(response.headers["retry-after"]) <= 60
    # What was read before is refused by its price; what is new is not looked at, and told so after a while.
    for number in range(3):
        # A second gives some back; each of these takes more.
        new = poor.post(f"{{ nothing{number} }}" + " " * 500, None, token)
        if new.status_code == 429:
            break
    assert new.status_code == 429
    assert new.elapsed.total_seconds() >= 1
