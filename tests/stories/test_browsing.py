"""A web client pages through organizations with their experiences, lessons and partners, in one request."""

from typing import Any

import pytest

from tests.running import Hub

PAGE = """
query Page($first: Int, $after: String, $last: Int, $before: String, $topic: ID!) {
  organizations(first: $first, after: $after, last: $last, before: $before, sort: [NAME_FA_ASC],
                filter: {topics: {some: {id: {eq: $topic}}}}) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges {
      cursor
      node {
        ...Card
        partners: ties(filter: {kind: {eq: NGO}}) { edges { kind node { nameFa } } }
        experiences(first: 1, sort: [TITLE_ASC]) {
          totalCount
          nodes { title outcome lessons { nodes { statement learned } } }
        }
      }
    }
  }
}
fragment Card on Organization { id nameFa kind topics { label } location { name partOf { name } } }
"""

NAMES = [f"انجمن {letter}" for letter in "ابپتثجچحخدذر"]
"""In the order of the Persian alphabet, which is not the order of code points."""


@pytest.fixture(scope="module")
def topic(hub: Hub) -> str:
    country = hub.region("IR", "ایران", "COUNTRY")
    province = hub.region("IR-23", "تهران", part_of=country)
    topic = hub.topic("browsing", "مرور")
    made = {}
    for name in reversed(NAMES):
        made[name], token = hub.member(name, topicIds=[topic], locationId=province)
        for title, visibility in (("کارگاه", "PUBLIC"), ("آموزش", "PUBLIC"), ("پنهان", "ORGANIZATION")):
            _published(hub, token, f"{title} {name}", visibility)
    hub.done(
        "declareTie",
        {
            "fromId": made[NAMES[0]],
            "toId": made[NAMES[2]],
            "kind": "WORKS_WITH",
            "since": "2024-03-20",
            "source": "گزارش سالانه",
        },
        "tieClaim { status }",
        hub.admin,
    )
    return topic


def _published(hub: Hub, token: str, title: str, visibility: str) -> None:
    experience = hub.done(
        "createExperience",
        {"title": title, "outcome": "SUCCESS", "happened": "شد.", "visibility": visibility},
        "experience { id version }",
        token,
    )
    hub.done("publishExperience", experience, "experience { id }", token)
    lesson = hub.done(
        "createLesson",
        {
            "statement": f"درس {title}",
            "recommendation": "چنین کنید.",
            "experienceIds": [experience["id"]],
            "visibility": visibility,
        },
        "lesson { id version }",
        token,
    )
    hub.done("publishLesson", lesson, "lesson { id }", token)


def _page(hub: Hub, topic: str, **page: Any) -> Any:
    return hub.ask(PAGE, {"topic": topic, **page})["organizations"]


def _names(page: Any) -> list[str]:
    return [edge["node"]["nameFa"] for edge in page["edges"]]


def test_one_request_answers_for_all_levels(hub: Hub, topic: str) -> None:
    first = _page(hub, topic, first=1)
    assert first["totalCount"] == len(NAMES)
    (edge,) = first["edges"]
    node = edge["node"]
    assert node | {"id": None} == {
        "id": None,
        "nameFa": NAMES[0],
        "kind": "NGO",
        "topics": [{"label": "مرور"}],
        "location": {"name": "تهران", "partOf": {"name": "ایران"}},
        "partners": {"edges": [{"kind": "WORKS_WITH", "node": {"nameFa": NAMES[2]}}]},
        "experiences": {
            "totalCount": 2,
            "nodes": [
                {
                    "title": f"آموزش {NAMES[0]}",
                    "outcome": "SUCCESS",
                    "lessons": {"nodes": [{"statement": f"درس آموزش {NAMES[0]}", "learned": False}]},
                }
            ],
        },
    }


def test_pages_follow_the_persian_alphabet_forwards_and_backwards(hub: Hub, topic: str) -> None:
    forwards: list[str] = []
    after = None
    while True:
        page = _page(hub, topic, first=5, after=after)
        forwards += _names(page)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert forwards == NAMES
    backwards: list[str] = []
    before = None
    while True:
        page = _page(hub, topic, last=5, before=before)
        backwards = _names(page) + backwards
        before = page["pageInfo"]["startCursor"]
        if not page["pageInfo"]["hasPreviousPage"]:
            break
    assert backwards == NAMES


def test_an_organization_that_joins_between_two_pages_moves_nothing(hub: Hub, topic: str) -> None:
    first = _page(hub, topic, first=5)
    joined = hub.organization("انجمن ا تازه", topicIds=[topic])
    second = _page(hub, topic, first=5, after=first["pageInfo"]["endCursor"])
    assert _names(first) + _names(second) == NAMES[:10]
    assert second["totalCount"] == len(NAMES) + 1
    hub.cypher("MATCH (o:Node {id: $id}) DETACH DELETE o", id=joined)
