"""What is empty is not what is left out, and what is said twice counts once: nothing is dropped without a word."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.running import Hub

LESSON = "lesson { id version topics { id } experiences { totalCount } }"
APPROACH = "approach { id version }"
PARTNERSHIP = "partnership { id version parties { totalCount } witnesses { edges { office } } }"


@dataclass(frozen=True)
class Cast:
    """Two members, and what one of them has written."""

    ours: str
    token: str
    theirs: str
    experience: str
    topic: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    ours, token = hub.member("انجمن نخست")
    theirs = hub.organization("انجمن دوم")
    given = {"title": "کارگاه", "outcome": "SUCCESS", "happened": "شرح"}
    made = hub.done("createExperience", given, "experience { id }", token)
    return Cast(ours, token, theirs, made["id"], hub.topic("sewing", "خیاطی"))


def lesson(cast: Cast, **more: Any) -> dict[str, Any]:
    return {"statement": "گزاره", "recommendation": "پیشنهاد", "experienceIds": [cast.experience]} | more


def parties(cast: Cast, *more: str) -> dict[str, Any]:
    named = [{"organizationId": each, "role": "طرف"} for each in (cast.ours, *more)]
    return {"kind": "MOU", "titleFa": "تفاهم‌نامه", "parties": named}


def approach(**more: Any) -> dict[str, Any]:
    return {"title": "روش", "summary": "چکیده", "steps": [{"title": "آغاز"}]} | more


def test_what_a_record_must_lead_to_cannot_be_none(hub: Hub, cast: Cast) -> None:
    before = hub.count()
    required = ("VALUE_REQUIRED", ["input", "steps"])
    assert hub.refused("createApproach", approach(steps=[]), APPROACH, cast.token) == required
    assert hub.count() == before
    made = hub.done("createApproach", approach(), APPROACH, cast.token)
    for nothing in ([], None):
        change = {"id": made["id"], "version": made["version"], "steps": nothing}
        assert hub.refused("editApproach", change, APPROACH, cast.token) == required
    read = hub.ask(
        "query($id: ID!) { approach(id: $id) { version steps { title } } }", {"id": made["id"]}, cast.token
    )
    assert read["approach"] == {"version": 1, "steps": [{"title": "آغاز"}]}


def test_the_same_id_again_counts_once_and_moves_no_place(hub: Hub, cast: Cast) -> None:
    twice = lesson(cast, topicIds=[cast.topic, cast.topic])
    assert hub.done("createLesson", twice, LESSON, cast.token)["topics"] == [{"id": cast.topic}]
    wrong = lesson(cast, topicIds=[cast.topic, cast.topic, "top_nowhere"])
    assert hub.refused("createLesson", wrong, LESSON, cast.token) == ("NOT_FOUND", ["input", "topicIds", "2"])


def test_a_party_without_an_id_is_not_found(hub: Hub, cast: Cast) -> None:
    before = hub.count()
    refused = hub.refused("draftPartnership", parties(cast, ""), PARTNERSHIP, cast.token)
    assert refused == ("NOT_FOUND", ["input", "parties", "1"])
    assert hub.count() == before


def test_rows_are_the_same_when_what_is_stored_of_them_is(hub: Hub, cast: Cast) -> None:
    witnesses = [{"organizationId": cast.theirs, "office": office} for office in ("دبیر", " دبير ")]
    given = parties(cast, cast.theirs) | {"witnesses": witnesses}
    assert hub.refused("draftPartnership", given, PARTNERSHIP, cast.token) == (
        "LISTED_TWICE",
        ["input", "witnesses", "1"],
    )


def test_an_empty_id_is_nobody_and_not_oneself(hub: Hub, cast: Cast) -> None:
    tie = {"fromId": "", "toId": cast.theirs, "kind": "FUNDS", "source": "دفتر ثبت"}
    assert hub.refused("declareTie", tie, "tieClaim { id }", hub.admin) == (
        "NOT_FOUND",
        ["input", "fromId"],
    )


@pytest.mark.parametrize(
    "document",
    [
        '{ __type(name: "Lesson") { description } }',
        '{ ...F } fragment F on Query { __type(name: "Lesson") { description } }',
        '{ __typename ... on Query { __type(name: "Lesson") { description } } }',
    ],
)
def test_the_schema_describes_itself_in_the_language_it_is_asked_in(hub: Hub, document: str) -> None:
    said = {
        language: hub.post(document, language=language).json()["data"]["__type"]["description"]
        for language in ("fa", "en")
    }
    assert "درس" in said["fa"] or "سازمان" in said["fa"]
    assert "organization" in said["en"]


def test_a_language_changes_no_answer_but_descriptions(hub: Hub) -> None:
    asked = "{ __schema { types { name kind fields { name } enumValues { name } inputFields { name } } } }"
    fa, en = (
        {
            named["name"]: named
            for named in hub.post(asked, language=language).json()["data"]["__schema"]["types"]
        }
        for language in ("fa", "en")
    )
    assert fa == en
