"""Adoptions over HTTP: they belong to the wording they adopted, and what came of them is told, never overwritten."""

from dataclasses import dataclass
from typing import Any

import pytest

from graph.migrations import migrate
from tests.running import Hub

REUSE = "wording learned reuseCount successShare"
WORDINGS = f"{REUSE} wordings {{ number learned reuseCount successShare values {{ field value }} }}"
ADOPTION = (
    "adoption { id version outcome outcomeNote wording holdsFor adoptedVersion"
    " adoptedWording { number values { field value } } }"
)
OUTCOMES = (
    "outcomes { nodes { id outcome note telling corrected corrects { outcome } correctedBy { outcome } } }"
)


@dataclass(frozen=True)
class Cast:
    """An author, and two who adopt."""

    author: str
    first: str
    second: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    return Cast(*(hub.member(f"انجمن {name}")[1] for name in ("نویسنده", "نخست", "دوم")))


def lesson(hub: Hub, cast: Cast) -> str:
    given = {
        "statement": "متن نخست",
        "recommendation": "چنین کنید.",
        "source": "گزارش",
        "visibility": "PUBLIC",
    }
    made = hub.done("createLesson", given, "lesson { id version }", cast.author)
    hub.done("publishLesson", made, "lesson { id }", cast.author)
    return str(made["id"])


def edited(hub: Hub, cast: Cast, id_: str, **given: Any) -> Any:
    version = read(hub, id_, "version")["version"]
    return hub.done(
        "editLesson", {"id": id_, "version": version, **given}, f"lesson {{ {REUSE} }}", cast.author
    )


def read(hub: Hub, id_: str, wanted: str, token: str | None = None) -> Any:
    kind = "lesson" if id_.startswith("les_") else "adoption"
    return hub.ask(f"query($id: ID!) {{ {kind}(id: $id) {{ {wanted} }} }}", {"id": id_}, token)[kind]


def adopted(hub: Hub, token: str, id_: str, **given: Any) -> Any:
    return hub.done("adopt", {"adoptedId": id_, "visibility": "PUBLIC", **given}, ADOPTION, token)


def told(hub: Hub, token: str, adoption: Any, outcome: str, **given: Any) -> Any:
    version = read(hub, adoption["id"], "version")["version"]
    return hub.done(
        "recordOutcome",
        {"id": adoption["id"], "version": version, "outcome": outcome, **given},
        ADOPTION,
        token,
    )


def statement(wording: dict[str, Any]) -> str:
    return str({field["field"]: field["value"] for field in wording["values"]}["statement"])


# -- wordings --------------------------------------------------------------------------------------


def test_what_was_learned_of_a_wording_is_not_learned_of_the_next(hub: Hub, cast: Cast) -> None:
    made = lesson(hub, cast)
    adoption = adopted(hub, cast.first, made)
    assert (adoption["wording"], adoption["holdsFor"], adoption["adoptedVersion"]) == (1, [1], 2)
    told(hub, cast.first, adoption, "SUCCESS")
    assert read(hub, made, REUSE) == {"wording": 1, "learned": True, "reuseCount": 1, "successShare": 1.0}
    same = edited(hub, cast, made, statement=" متن نخست ", source="کتاب")
    assert same == {"wording": 1, "learned": True, "reuseCount": 1, "successShare": 1.0}
    new = edited(hub, cast, made, statement="متن دوم")
    assert new == {"wording": 2, "learned": False, "reuseCount": 0, "successShare": None}
    second, first = read(hub, made, WORDINGS)["wordings"]
    assert (second["number"], statement(second), second["learned"], second["reuseCount"]) == (
        2,
        "متن دوم",
        False,
        0,
    )
    assert (first["number"], statement(first), first["learned"], first["reuseCount"]) == (
        1,
        "متن نخست",
        True,
        1,
    )
    kept = read(hub, adoption["id"], "adoptedWording { number values { field value } }")["adoptedWording"]
    assert (kept["number"], statement(kept)) == (1, "متن نخست")
    query = "query($id: ID!, $learned: Boolean!) { lessons(filter: {id: {eq: $id}, learned: {eq: $learned}}) { totalCount } }"
    for learned, count in ((True, 0), (False, 1)):
        assert hub.ask(query, {"id": made, "learned": learned})["lessons"] == {"totalCount": count}


def test_a_draft_that_changes_is_still_the_first_wording(hub: Hub, cast: Cast) -> None:
    given = {"statement": "طرح", "recommendation": "چنین.", "source": "گزارش"}
    made = hub.done("createLesson", given, "lesson { id version wording }", cast.author)
    assert made["wording"] == 1
    edit = {"id": made["id"], "version": 1, "statement": "طرح دیگر"}
    assert hub.done("editLesson", edit, "lesson { wording }", cast.author) == {"wording": 1}


def test_an_approach_with_other_steps_is_worded_anew(hub: Hub, cast: Cast) -> None:
    given = {"title": "روش", "summary": "چکیده", "steps": [{"title": "یک"}, {"title": "دو"}]}
    made = hub.done("createApproach", given, "approach { id version }", cast.author)
    hub.done("publishApproach", made, "approach { id }", cast.author)
    for version, steps, wording in ((2, ["یک", "دو"], 1), (3, ["دو", "یک"], 2), (4, ["دو"], 3)):
        edit = {"id": made["id"], "version": version, "steps": [{"title": step} for step in steps]}
        assert hub.done("editApproach", edit, "approach { wording }", cast.author) == {"wording": wording}
    query = "query($id: ID!) { approach(id: $id) { wordings { number values { field value } } } }"
    wordings = hub.ask(query, {"id": made["id"]}, cast.author)["approach"]["wordings"]
    steps = [{f["field"]: f["value"] for f in wording["values"]}["steps"] for wording in wordings]
    assert steps == [
        [{"title": "دو"}],
        [{"title": "دو"}, {"title": "یک"}],
        [{"title": "یک"}, {"title": "دو"}],
    ]


def test_an_adopter_confirms_the_outcome_for_a_new_wording_or_adopts_it_anew(hub: Hub, cast: Cast) -> None:
    made = lesson(hub, cast)
    one, two = adopted(hub, cast.first, made), adopted(hub, cast.second, made)
    told(hub, cast.first, one, "SUCCESS")
    edited(hub, cast, made, recommendation="چنان کنید.")

    def confirm(token: str, adoption: Any, wording: int) -> Any:
        version = read(hub, adoption["id"], "version")["version"]
        given = {"id": adoption["id"], "version": version, "wording": wording}
        return hub.do("confirmOutcome", given, ADOPTION, token)

    def code(payload: Any) -> list[str]:
        return [error["code"] for error in payload["errors"]]

    assert code(confirm(cast.author, one, 2)) == ["NOT_ALLOWED"]
    assert code(confirm(cast.second, two, 2)) == ["OUTCOME_NEEDED"]
    assert code(confirm(cast.first, one, 1)) == ["WORDING_CHANGED"]
    assert read(hub, made, REUSE)["learned"] is False
    assert confirm(cast.first, one, 2)["adoption"]["holdsFor"] == [1, 2]
    assert code(confirm(cast.first, one, 2)) == ["WORDING_CONFIRMED"]
    assert read(hub, made, REUSE) == {"wording": 2, "learned": True, "reuseCount": 1, "successShare": 1.0}
    refused = hub.refused("adopt", {"adoptedId": made, "wording": 1}, ADOPTION, cast.second)
    assert refused == ("WORDING_CHANGED", ["input", "wording"])
    assert adopted(hub, cast.second, made, wording=2)["holdsFor"] == [2]
    assert hub.refused("adopt", {"adoptedId": made}, ADOPTION, cast.first) == ("ALREADY_ADOPTED", [])
    told(hub, cast.second, two, "FAILURE")
    assert code(confirm(cast.second, two, 2)) == ["ALREADY_ADOPTED"]
    second, first = read(hub, made, WORDINGS)["wordings"]
    assert (second["reuseCount"], second["successShare"]) == (2, 1.0)
    assert (first["reuseCount"], first["successShare"]) == (2, 0.5)


def test_what_was_hidden_when_it_was_worded_is_not_shown_later(hub: Hub, cast: Cast) -> None:
    given = {
        "statement": "درون سازمان",
        "recommendation": "چنین.",
        "source": "گزارش",
        "visibility": "ORGANIZATION",
    }
    made = hub.done("createLesson", given, "lesson { id version }", cast.author)
    hub.done("publishLesson", made, "lesson { id }", cast.author)
    hub.done(
        "editLesson", {"id": made["id"], "version": 2, "statement": "برای همه"}, "lesson { id }", cast.author
    )
    hub.done(
        "publishLesson",
        {"id": made["id"], "version": 3, "visibility": "PUBLIC"},
        "lesson { id }",
        cast.author,
    )
    for token, texts in (
        (cast.author, ["برای همه", "درون سازمان"]),
        (cast.first, ["برای همه"]),
        (None, ["برای همه"]),
    ):
        assert [statement(w) for w in read(hub, made["id"], WORDINGS, token)["wordings"]] == texts


# -- outcomes --------------------------------------------------------------------------------------


def test_outcomes_are_told_again_and_corrected_and_none_is_lost(hub: Hub, cast: Cast) -> None:
    made = lesson(hub, cast)
    adoption = adopted(hub, cast.first, made)
    told(hub, cast.first, adoption, "SUCCESS", outcomeNote="سه ماه")
    later = told(hub, cast.first, adoption, "FAILURE")
    assert (later["outcome"], later["outcomeNote"]) == ("FAILURE", None)
    second, first = read(hub, adoption["id"], OUTCOMES)["outcomes"]["nodes"]
    corrected = told(hub, cast.first, adoption, "MIXED", correctsId=second["id"])
    assert corrected["outcome"] == "MIXED"
    # What corrects an earlier telling is not the last word.
    assert told(hub, cast.first, adoption, "FAILURE", correctsId=first["id"])["outcome"] == "MIXED"
    assert read(hub, made, REUSE)["successShare"] == 0.5
    rows = [
        (o["outcome"], o["telling"], o["corrected"], o["corrects"], o["correctedBy"])
        for o in read(hub, adoption["id"], OUTCOMES)["outcomes"]["nodes"]
    ]
    assert sorted(rows, key=str) == sorted(
        [
            ("SUCCESS", 1, True, None, {"outcome": "FAILURE"}),
            ("FAILURE", 1, False, {"outcome": "SUCCESS"}, None),
            ("FAILURE", 2, True, None, {"outcome": "MIXED"}),
            ("MIXED", 2, False, {"outcome": "FAILURE"}, None),
        ],
        key=str,
    )
    version = read(hub, adoption["id"], "version")["version"]
    before = hub.count()
    for corrects, code in ((first["id"], "ALREADY_CORRECTED"), ("out_none", "NOT_FOUND")):
        given = {"id": adoption["id"], "version": version, "outcome": "SUCCESS", "correctsId": corrects}
        assert hub.refused("recordOutcome", given, ADOPTION, cast.first) == (code, ["input", "correctsId"])
    assert hub.count() == before


def test_an_adopter_tells_also_of_what_was_withdrawn_meanwhile(hub: Hub, cast: Cast) -> None:
    made = lesson(hub, cast)
    adoption = adopted(hub, cast.first, made)
    hub.done("withdrawLesson", {"id": made, "version": 2}, "lesson { id }", cast.author)
    assert told(hub, cast.first, adoption, "FAILURE")["outcome"] == "FAILURE"
    refused = hub.refused("adopt", {"adoptedId": made}, ADOPTION, cast.second)
    assert refused == ("NOT_FOUND", ["input", "adoptedId"])
    # It still reads what it applies; nobody else does.
    query = (
        f'{{ adoption(id: "{adoption["id"]}") {{ adopted {{ __typename }} adoptedWording {{ number }} }} }}'
    )
    read = {"adopted": None, "adoptedWording": {"number": 1}}
    assert hub.ask(query, token=cast.first)["adoption"] == read
    assert hub.ask(query, token=cast.second)["adoption"] == {**read, "adoptedWording": None}


def test_adoptions_of_before_are_of_the_first_wording_with_the_outcome_they_had(hub: Hub, cast: Cast) -> None:
    made = lesson(hub, cast)
    adoption = adopted(hub, cast.first, made)
    told(hub, cast.first, adoption, "MIXED", outcomeNote="نیمی")
    before = read(hub, adoption["id"], "outcomeRecordedAt")["outcomeRecordedAt"]
    hub.cypher("MATCH (o:Outcome) DETACH DELETE o")
    hub.cypher("MATCH (n:Lesson|Adoption) REMOVE n.wording, n.holdsFor, n.adoptedVersion")
    for _ in range(2):
        hub.cypher("MATCH (m:Migration) WHERE m.name STARTS WITH 'm0003' DELETE m")
        assert "m0003_adoptions" in hub.run(migrate)
        kept = read(
            hub, adoption["id"], "wording holdsFor outcomes { nodes { outcome note recordedAt telling } }"
        )
        outcome = {"outcome": "MIXED", "note": "نیمی", "recordedAt": before, "telling": 1}
        assert kept == {"wording": 1, "holdsFor": [1], "outcomes": {"nodes": [outcome]}}
        assert read(hub, made, REUSE) == {"wording": 1, "learned": True, "reuseCount": 1, "successShare": 0.5}
