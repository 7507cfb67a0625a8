"""Lessons and approaches over HTTP: written, backed by evidence, adopted, and what came of it."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import pytest

from tests.running import Hub

LESSON = "lesson { id version status }"
APPROACH = "approach { id version status }"
ADOPTION = "adoption { id version status outcome }"
SHORT = {"lesson": LESSON, "approach": APPROACH}
TITLE = {"lesson": "statement", "approach": "title"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")
BOTH = pytest.mark.parametrize("label", ["lesson", "approach"])


@dataclass(frozen=True)
class Cast:
    """An author with two experiences, a reader, and a coordinator."""

    author: str
    author_token: str
    reader: str
    reader_token: str
    coordinator: str
    experiences: tuple[str, str]
    hidden: str
    topics: tuple[str, str]
    region: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    author, author_token = hub.member("صنف روان", nameEn="Ravan Guild")
    reader, reader_token = hub.member("انجمن خوانا")
    return Cast(
        author,
        author_token,
        reader,
        reader_token,
        hub.token(None, "COORDINATOR"),
        (experience(hub, author_token), experience(hub, author_token)),
        experience(hub, reader_token, "ORGANIZATION"),
        (hub.topic("sewing", "خیاطی"), hub.topic("loans", "وام")),
        hub.region("IR-07", "فارس"),
    )


def experience(hub: Hub, token: str, visibility: str = "PUBLIC") -> str:
    """A published experience's id."""
    given = {"title": "تجربه", "outcome": "SUCCESS", "happened": "شد.", "visibility": visibility}
    made = hub.done("createExperience", given, "experience { id version }", token)
    hub.done("publishExperience", made, "experience { id }", token)
    return str(made["id"])


def least(label: str, **given: Any) -> dict[str, Any]:
    """The least that must be told of a lesson or an approach."""
    if label == "lesson":
        return {"statement": "بسنجید", "recommendation": "چنین کنید.", "source": "گزارش سالانه", **given}
    return {"title": "روش", "summary": "چنین.", "steps": [{"title": "آغاز"}], **given}


def drafted(hub: Hub, cast: Cast, label: str = "lesson", **given: Any) -> str:
    made = hub.done(f"create{label.title()}", least(label, **given), SHORT[label], cast.author_token)
    return str(made["id"])


def published(hub: Hub, cast: Cast, label: str = "lesson", **given: Any) -> str:
    """A published one: version 2."""
    made = drafted(hub, cast, label, **given)
    hub.done(f"publish{label.title()}", {"id": made, "version": 1}, SHORT[label], cast.author_token)
    return made


def adopted(hub: Hub, token: str, id_: str, **given: Any) -> str:
    return str(hub.done("adopt", {"adoptedId": id_, **given}, ADOPTION, token)["id"])


def seen(hub: Hub, label: str, id_: str, wanted: str, token: str | None) -> Any:
    selection = wanted.replace(label, f"{label}(id: $id)", 1)
    return hub.ask(f"query($id: ID!) {{ {selection} }}", {"id": id_}, token)[label]


def reuse(hub: Hub, label: str, id_: str, token: str | None) -> tuple[bool, int, float | None]:
    wanted = f"{label} {{ learned reuseCount successShare }}"
    found = seen(hub, label, id_, wanted, token)
    return found["learned"], found["reuseCount"], found["successShare"]


def kinds(hub: Hub, subject: str) -> list[str]:
    """What happened to it, oldest first."""
    text = "MATCH (e:Event)-[:SUBJECT]->({id: $id}) RETURN e.kind AS kind ORDER BY e.sequence"
    return [row["kind"] for row in hub.cypher(text, id=subject)]


def found(hub: Hub, cast: Cast, label: str, words: str) -> list[str]:
    """What a filter by title finds, which must be what a search finds."""
    many, kind = {"lesson": ("lessons", "Lesson"), "approach": ("approaches", "Approach")}[label]
    query = (
        f"query($words: String!) {{ {many}(filter: {{{TITLE[label]}: {{contains: $words}}}}) {{ nodes {{ id }} }}"
        f" search(query: $words, types: [{kind.upper()}]) {{ hits {{ node {{ ... on {kind} {{ id }} }} }} }} }}"
    )
    answer = hub.ask(query, {"words": words}, cast.reader_token)
    ids = [node["id"] for node in answer[many]["nodes"]]
    assert sorted(hit["node"]["id"] for hit in answer["search"]["hits"]) == sorted(ids)
    return ids


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """The results of works that begin at the same moment."""
    gate = Barrier(len(works))

    def begun(work: Callable[[], Any]) -> Any:
        gate.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begun, works))


def codes(payloads: list[Any]) -> list[list[str]]:
    return sorted([error["code"] for error in payload["errors"]] for payload in payloads)


# -- create and edit -------------------------------------------------------------------------------


@BOTH
def test_after_an_edit_the_new_title_is_found_and_the_old_one_is_not(
    hub: Hub, cast: Cast, label: str
) -> None:
    made = published(hub, cast, label, **{TITLE[label]: f"آسیاب‌گردانی {label}"})
    assert found(hub, cast, label, "آسياب گرداني") == [made]
    edit = {"id": made, "version": 2, TITLE[label]: "پوستین‌دوزی"}
    hub.done(f"edit{label.title()}", edit, SHORT[label], cast.author_token)
    assert found(hub, cast, label, "آسياب گرداني") == []
    assert found(hub, cast, label, "پوستین دوزی") == [made]


@BOTH
def test_nothing_is_drawn_from_an_experience_that_is_hidden(hub: Hub, cast: Cast, label: str) -> None:
    made = drafted(hub, cast, label)
    before = hub.count()
    drawn = {"experienceIds": [cast.experiences[0], cast.hidden]}
    refused = ("NOT_FOUND", ["input", "experienceIds", "1"])
    wanted, token = SHORT[label], cast.author_token
    assert hub.refused(f"create{label.title()}", least(label, **drawn), wanted, token) == refused
    edit = {"id": made, "version": 1, **drawn}
    assert hub.refused(f"edit{label.title()}", edit, wanted, token) == refused
    assert hub.count() == before
    kept = seen(hub, label, made, f"{label} {{ experiences {{ nodes {{ id }} }} }}", cast.author_token)
    assert kept["experiences"] == {"nodes": []}


@pytest.mark.parametrize("empty", [{}, {"experienceIds": []}, {"experienceIds": None}])
@pytest.mark.parametrize("source", [{}, {"source": None}, {"source": " \u200c "}])
def test_a_lesson_from_nowhere_is_not_written(
    hub: Hub, cast: Cast, empty: dict[str, Any], source: dict[str, Any]
) -> None:
    before = hub.count()
    given = {"statement": "بسنجید", "recommendation": "چنین کنید.", **empty, **source}
    link = {"sourceUrl": "https://example.org/book"}  # A link alone does not say what it leads to.
    place = "experienceIds" if empty else "source"
    for more in ({}, link):
        told = hub.refused("createLesson", given | more, LESSON, cast.author_token)
        assert told == ("ORIGIN_NEEDED", ["input", place])
    assert hub.count() == before


def test_a_lesson_keeps_an_experience_or_a_source(hub: Hub, cast: Cast) -> None:
    wanted, token = "lesson { id version source sourceUrl experiences { totalCount } }", cast.author_token
    told = {"source": "گزارش وزارت، ۱۴۰۲", "sourceUrl": "https://example.org/report"}
    made = hub.done("createLesson", least("lesson", **told), wanted, token)
    assert made == told | {"id": made["id"], "version": 1, "experiences": {"totalCount": 0}}

    def refused(version: int, **given: Any) -> Any:
        return hub.refused("editLesson", {"id": made["id"], "version": version, **given}, wanted, token)

    def edited(version: int, **given: Any) -> Any:
        return hub.done("editLesson", {"id": made["id"], "version": version, **given}, wanted, token)

    assert refused(1, source=None) == ("ORIGIN_NEEDED", ["input", "source"])
    assert refused(1, source="", experienceIds=[]) == ("ORIGIN_NEEDED", ["input", "experienceIds"])
    assert refused(1, sourceUrl="report.pdf") == ("BAD_WEB_ADDRESS", ["input", "sourceUrl"])
    drawn = edited(1, source=None, sourceUrl=None, experienceIds=[cast.experiences[0]])
    assert (drawn["source"], drawn["experiences"]) == (None, {"totalCount": 1})
    assert refused(2, experienceIds=[]) == ("ORIGIN_NEEDED", ["input", "experienceIds"])
    assert edited(2, recommendation="و چنان.")["experiences"] == {"totalCount": 1}
    kept = edited(3, experienceIds=[], source="کتاب کار")
    assert (kept["source"], kept["experiences"]) == ("کتاب کار", {"totalCount": 0})


# -- who may, versions and keys --------------------------------------------------------------------


@BOTH
def test_a_text_or_step_that_names_its_author_is_not_anonymized(hub: Hub, cast: Cast, label: str) -> None:
    naming, path = {
        "lesson": ({"appliesWhen": "در صنف روان"}, ["input", "appliesWhen"]),
        "approach": (
            {"steps": [{"title": "نام‌نویسی"}, {"title": "آغاز", "text": "call Ravan guild"}]},
            ["input", "steps", "1", "text"],
        ),
    }[label]
    named = published(hub, cast, label, **naming)
    wanted, token = SHORT[label], cast.author_token
    for verb in ("publish", "edit"):
        given = {"id": named, "version": 2, "visibility": "ANONYMIZED"}
        refused = hub.refused(f"{verb}{label.title()}", given, wanted, token)
        assert refused == ("NAMES_ITS_AUTHOR", path)
    anonymized = published(hub, cast, label, visibility="ANONYMIZED")
    edit = {"id": anonymized, "version": 2, **naming}
    assert hub.refused(f"edit{label.title()}", edit, wanted, token) == ("NAMES_ITS_AUTHOR", path)
    for made, visibility in ((named, "MEMBERS"), (anonymized, "ANONYMIZED")):
        kept = seen(hub, label, made, f"{label} {{ visibility version }}", cast.author_token)
        assert kept == {"visibility": visibility, "version": 2}


# -- evidence --------------------------------------------------------------------------------------

EVIDENCE = "lesson { version evidenceFor { nodes { id } } evidenceAgainst { nodes { id } } }"


def evidence(hub: Hub, lesson: str, token: str) -> tuple[list[str], list[str]]:
    """The experiences for and against a lesson."""
    kept = seen(hub, "lesson", lesson, EVIDENCE, token)
    for_, against = (
        [node["id"] for node in kept[name]["nodes"]] for name in ("evidenceFor", "evidenceAgainst")
    )
    return for_, against


def test_evidence_of_ones_own_stands_beside_the_lesson_of_another(hub: Hub, cast: Cast) -> None:
    lesson = published(hub, cast, visibility="PUBLIC")
    for_, against = experience(hub, cast.reader_token), experience(hub, cast.reader_token)
    for id_, supports in ((for_, True), (against, False)):
        given = {"lessonId": lesson, "experienceId": id_, "supports": supports}
        told = hub.done("addEvidence", given, EVIDENCE, cast.reader_token)
        assert told["version"] == 2
    assert evidence(hub, lesson, cast.author_token) == ([for_], [against])
    assert kinds(hub, for_) == ["EXPERIENCE_CREATED", "EXPERIENCE_PUBLISHED", "EVIDENCE_ADDED"]


def test_wrong_evidence_is_not_added(hub: Hub, cast: Cast) -> None:
    lesson, draft = published(hub, cast, visibility="PUBLIC"), drafted(hub, cast)
    own = experience(hub, cast.reader_token)
    hub.done(
        "addEvidence", {"lessonId": lesson, "experienceId": own, "supports": True}, LESSON, cast.reader_token
    )
    before = hub.count()
    anothers = cast.experiences[0]
    reader = cast.reader_token
    refused: list[tuple[str, str, str | None, tuple[str, list[str]]]] = [
        (lesson, anothers, reader, ("NOT_ALLOWED", [])),
        (lesson, anothers, cast.coordinator, ("NOT_ALLOWED", [])),
        (lesson, own, reader, ("EVIDENCE_EXISTS", [])),
        (draft, own, reader, ("NOT_FOUND", ["input", "lessonId"])),
        (own, own, reader, ("NOT_FOUND", ["input", "lessonId"])),
        (lesson, lesson, reader, ("NOT_FOUND", ["input", "experienceId"])),
        (lesson, cast.hidden, cast.author_token, ("NOT_FOUND", ["input", "experienceId"])),
    ]
    for lesson_, experience_, token, told in refused:
        for supports in (True, False):
            given = {"lessonId": lesson_, "experienceId": experience_, "supports": supports}
            assert hub.refused("addEvidence", given, LESSON, token) == told
    assert hub.count() == before
    assert (evidence(hub, lesson, cast.author_token), evidence(hub, draft, cast.author_token)) == (
        ([own], []),
        ([], []),
    )


def test_evidence_added_for_and_against_at_once_is_added_once(hub: Hub, cast: Cast) -> None:
    lesson, own = published(hub, cast), experience(hub, cast.reader_token)
    payloads = at_once(
        *[
            lambda supports=supports: hub.do(
                "addEvidence",
                {"lessonId": lesson, "experienceId": own, "supports": supports},
                LESSON,
                cast.reader_token,
            )
            for supports in (True, False, True, False)
        ]
    )
    assert codes(payloads) == [[], *[["EVIDENCE_EXISTS"]] * 3]
    assert sorted(map(len, evidence(hub, lesson, cast.author_token))) == [0, 1]
    assert kinds(hub, own).count("EVIDENCE_ADDED") == 1


@pytest.mark.parametrize("first", ["anonymized", "added"])
def test_anonymized_evidence_does_not_name_who_added_it(hub: Hub, cast: Cast, first: str) -> None:
    lesson = published(hub, cast, visibility="PUBLIC")
    own = experience(hub, cast.reader_token, "MEMBERS" if first == "added" else "ANONYMIZED")
    given = {"lessonId": lesson, "experienceId": own, "supports": False}
    hub.done("addEvidence", given, LESSON, cast.reader_token)
    if first == "added":
        publish = {"id": own, "version": 2, "visibility": "ANONYMIZED"}
        own = hub.done("publishExperience", publish, "experience { id }", cast.reader_token)["id"]
    query = (
        "{ events(first: 100, filter: {kind: {eq: EVIDENCE_ADDED}})"
        " { nodes { organization { id } subject { ... on Experience { id } } } } }"
    )
    # Others are told of it only with a later month.
    by = {"organization": {"id": cast.reader}, "subject": {"id": own}}
    for token, expected in (
        (cast.author_token, []),
        (cast.coordinator, []),
        (cast.reader_token, [by]),
        (hub.admin, []),
    ):
        events = hub.ask(query, token=token)["events"]["nodes"]
        assert [event for event in events if event["subject"] == {"id": own}] == expected
        assert evidence(hub, lesson, token) == ([], [own])
    assert own not in str(hub.ask(query)["events"]["nodes"])


# -- evidence that is no longer such ---------------------------------------------------------------

FORMER = (
    "lesson { evidenceFor { nodes { id } } evidenceAgainst { nodes { id } }"
    " formerEvidence { edges { number supported turned reason node { id } } } }"
)


def former(hub: Hub, lesson: str, token: str | None) -> list[tuple[int, bool, bool, str]]:
    rows = seen(hub, "lesson", lesson, FORMER, token)["formerEvidence"]["edges"]
    return [(row["number"], row["supported"], row["turned"], row["reason"]) for row in rows]


def test_whoever_gave_evidence_turns_it_or_takes_it_away_and_says_why(hub: Hub, cast: Cast) -> None:
    lesson, own = published(hub, cast, visibility="PUBLIC"), experience(hub, cast.reader_token)
    both = {"lessonId": lesson, "experienceId": own}
    hub.done("addEvidence", both | {"supports": True}, FORMER, cast.reader_token)
    hub.done("turnEvidence", both | {"reason": "سال دوم برعکس شد"}, FORMER, cast.reader_token)
    assert evidence(hub, lesson, cast.author_token) == ([], [own])
    hub.done("removeEvidence", both | {"reason": "ربطی نداشت"}, FORMER, cast.reader_token)
    assert evidence(hub, lesson, cast.author_token) == ([], [])
    kept = [(1, True, True, "سال دوم برعکس شد"), (2, False, False, "ربطی نداشت")]
    assert sorted(former(hub, lesson, None)) == kept
    assert kinds(hub, own)[2:] == ["EVIDENCE_ADDED", "EVIDENCE_TURNED", "EVIDENCE_REMOVED"]
    told = hub.refused("removeEvidence", both | {"reason": "دوباره"}, FORMER, cast.reader_token)
    assert told == ("NO_EVIDENCE", ["input", "experienceId"])
    hub.done("addEvidence", both | {"supports": False}, FORMER, cast.reader_token)
    assert evidence(hub, lesson, cast.author_token) == ([], [own])


def test_a_lesson_s_owner_does_not_take_the_evidence_against_it_away(hub: Hub, cast: Cast) -> None:
    lesson, own = published(hub, cast, visibility="PUBLIC"), experience(hub, cast.reader_token)
    both = {"lessonId": lesson, "experienceId": own}
    hub.done("addEvidence", both | {"supports": False}, FORMER, cast.reader_token)
    before = hub.count()
    for mutation in ("removeEvidence", "turnEvidence"):
        for token in (cast.author_token, cast.coordinator):
            told = hub.refused(mutation, both | {"reason": "نمی‌پسندیم"}, FORMER, token)
            assert told == ("NOT_ALLOWED", [])
        told = hub.refused(mutation, both | {"reason": " "}, FORMER, cast.reader_token)
        assert told == ("TEXT_EMPTY", ["input", "reason"])
    assert (hub.count(), evidence(hub, lesson, cast.author_token), former(hub, lesson, None)) == (
        before,
        ([], [own]),
        [],
    )


def test_a_reason_does_not_name_whose_anonymized_experience_it_was(hub: Hub, cast: Cast) -> None:
    lesson, own = published(hub, cast, visibility="PUBLIC"), experience(hub, cast.reader_token, "ANONYMIZED")
    both = {"lessonId": lesson, "experienceId": own}
    hub.done("addEvidence", both | {"supports": False}, FORMER, cast.reader_token)
    told = hub.refused(
        "removeEvidence", both | {"reason": "انجمن خوانا اشتباه کرد"}, FORMER, cast.reader_token
    )
    assert told == ("NAMES_ITS_AUTHOR", ["input", "reason"])
    hub.done("removeEvidence", both | {"reason": "اشتباه کردیم"}, FORMER, cast.reader_token)
    assert former(hub, lesson, cast.author_token) == [(1, False, False, "اشتباه کردیم")]
    assert former(hub, lesson, None) == []


def test_a_withdrawn_lesson_takes_no_evidence(hub: Hub, cast: Cast) -> None:
    lesson, own = published(hub, cast, visibility="PUBLIC"), experience(hub, cast.author_token)
    hub.done("withdrawLesson", {"id": lesson, "version": 2}, LESSON, cast.author_token)
    given = {"lessonId": lesson, "experienceId": own, "supports": True}
    told = hub.refused("addEvidence", given, LESSON, cast.author_token)
    assert told == ("WRONG_STATUS", [])
    assert evidence(hub, lesson, cast.author_token) == ([], [])
    (error,) = hub.do("editLesson", {"id": lesson, "version": 3}, LESSON, cast.author_token)["errors"]
    assert error["message"] == (
        "This cannot be done while the status is `Withdrawn`. From here: `publishLesson` (Its owners)."
    )


# -- adoptions -------------------------------------------------------------------------------------


@BOTH
def test_an_adoption_is_kept_as_given(hub: Hub, cast: Cast, label: str) -> None:
    made = published(hub, cast, label, visibility="PUBLIC")
    given = {"note": "در کارگاه", "startedOn": "2026-02-01", "visibility": "PUBLIC"}
    wanted = (
        "adoption { id version status visibility note startedOn outcome outcomeNote outcomeRecordedAt"
        " publishedAt createdAt adopter { id } region { id } adopted { __typename ... on Lesson { id }"
        " ... on Approach { id } } }"
    )
    told = hub.done("adopt", {"adoptedId": made, "regionId": cast.region, **given}, wanted, cast.reader_token)
    id_, moment = told.pop("id"), told.pop("createdAt")
    assert MOMENT.fullmatch(moment)
    assert told == given | {
        "version": 1,
        "status": "PUBLISHED",
        "publishedAt": moment,
        "outcome": None,
        "outcomeNote": None,
        "outcomeRecordedAt": None,
        "adopter": {"id": cast.reader},
        "region": {"id": cast.region},
        "adopted": {"__typename": label.title(), "id": made},
    }
    assert reuse(hub, label, made, None) == (False, 1, None)
    assert kinds(hub, id_) == ["ADOPTED"]


def test_what_cannot_be_adopted_is_not(hub: Hub, cast: Cast) -> None:
    lesson, draft = published(hub, cast, visibility="PUBLIC"), drafted(hub, cast)
    adopted(hub, cast.reader_token, lesson, visibility="PUBLIC")
    third, third_token = hub.member("انجمن سوم")
    all_seeing = hub.token(third, "ADMINISTRATOR")
    taken = published(hub, cast, visibility="PUBLIC")
    hub.done("withdrawLesson", {"id": taken, "version": 2}, LESSON, cast.author_token)
    before = hub.count()
    here = ["input", "adoptedId"]
    refused: list[tuple[dict[str, Any], str | None, tuple[str, list[str]]]] = [
        ({"adoptedId": lesson}, cast.author_token, ("OWN_LESSON", [])),
        ({"adoptedId": lesson}, cast.reader_token, ("ALREADY_ADOPTED", [])),
        ({"adoptedId": draft}, cast.author_token, ("OWN_LESSON", [])),
        ({"adoptedId": draft}, third_token, ("NOT_FOUND", here)),
        ({"adoptedId": draft}, all_seeing, ("NOT_FOUND", here)),
        ({"adoptedId": taken}, all_seeing, ("NOT_PUBLISHED", [])),
        ({"adoptedId": cast.experiences[0]}, third_token, ("NOT_FOUND", here)),
        ({"adoptedId": "app_nowhere"}, third_token, ("NOT_FOUND", here)),
        (
            {"adoptedId": lesson, "visibility": "ANONYMIZED"},
            third_token,
            ("CANNOT_BE_ANONYMIZED", ["input", "visibility"]),
        ),
        ({"adoptedId": lesson, "regionId": "top_sewing"}, third_token, ("NOT_FOUND", ["input", "regionId"])),
    ]
    for given, token, told in refused:
        assert hub.refused("adopt", given, ADOPTION, token) == told
    assert hub.count() == before
    assert (reuse(hub, "lesson", lesson, None)[1], reuse(hub, "lesson", draft, cast.author_token)[1]) == (
        1,
        0,
    )


@BOTH
def test_many_adoptions_of_one_organization_at_once_are_one(hub: Hub, cast: Cast, label: str) -> None:
    made = published(hub, cast, label)
    before = hub.count()
    payloads = at_once(*[lambda: hub.do("adopt", {"adoptedId": made}, ADOPTION, cast.reader_token)] * 6)
    assert codes(payloads) == [[], *[["ALREADY_ADOPTED"]] * 5]
    assert hub.count() == before + 3
    assert reuse(hub, label, made, cast.author_token) == (False, 1, None)


def test_many_organizations_adopt_at_once_each_once(hub: Hub, cast: Cast) -> None:
    made = published(hub, cast)
    tokens = [hub.member(f"انجمن {n}")[1] for n in range(4)]
    payloads = at_once(*[lambda t=t: hub.do("adopt", {"adoptedId": made}, ADOPTION, t) for t in tokens])
    assert codes(payloads) == [[]] * 4
    assert reuse(hub, "lesson", made, cast.author_token) == (False, 4, None)


@BOTH
def test_outcomes_make_it_learned_and_their_mean_is_its_share(hub: Hub, cast: Cast, label: str) -> None:
    made = published(hub, cast, label)
    for count, (outcome, share) in enumerate((("SUCCESS", 1.0), ("MIXED", 0.75), ("FAILURE", 0.5)), start=1):
        token = hub.member(f"انجمن {outcome}")[1]
        adoption = adopted(hub, token, made)
        given = {"id": adoption, "version": 1, "outcome": outcome, "outcomeNote": "ده نفر"}
        wanted = "adoption { version status outcome outcomeNote outcomeRecordedAt updatedAt }"
        told = hub.done("recordOutcome", given, wanted, token)
        assert told.pop("outcomeRecordedAt") == told.pop("updatedAt")
        assert told == {"version": 2, "status": "PUBLISHED", "outcome": outcome, "outcomeNote": "ده نفر"}
        assert reuse(hub, label, made, cast.author_token) == (True, count, share)
        assert kinds(hub, adoption) == ["ADOPTED", "ADOPTION_OUTCOME_RECORDED"]


def test_an_outcome_is_told_by_the_adopter_alone_and_once_a_version(hub: Hub, cast: Cast) -> None:
    lesson = published(hub, cast)
    adoption = adopted(hub, cast.reader_token, lesson)
    given = {"id": adoption, "version": 1, "outcome": "SUCCESS"}
    # Whose lesson it is says nothing of what came of it elsewhere.
    told = hub.refused("recordOutcome", given, ADOPTION, cast.author_token)
    assert told == ("NOT_ALLOWED", [])
    assert reuse(hub, "lesson", lesson, cast.author_token) == (False, 1, None)
    payloads = at_once(*[lambda: hub.do("recordOutcome", given, ADOPTION, cast.reader_token)] * 4)
    assert codes(payloads) == [[], *[["VERSION_CHANGED"]] * 3]
    assert reuse(hub, "lesson", lesson, cast.author_token) == (True, 1, 1.0)
    assert kinds(hub, adoption) == ["ADOPTED", "ADOPTION_OUTCOME_RECORDED"]


@BOTH
def test_a_withdrawn_adoption_no_longer_counts_and_makes_room_for_another(
    hub: Hub, cast: Cast, label: str
) -> None:
    made = published(hub, cast, label)
    adoption = adopted(hub, cast.reader_token, made)
    outcome = {"id": adoption, "version": 1, "outcome": "SUCCESS"}
    hub.done("recordOutcome", outcome, ADOPTION, cast.reader_token)
    withdraw = {"id": adoption, "version": 2}
    gone = hub.done("withdrawAdoption", withdraw, ADOPTION, cast.reader_token)
    assert gone == {"id": adoption, "version": 3, "status": "WITHDRAWN", "outcome": "SUCCESS"}
    again = hub.refused("withdrawAdoption", {**withdraw, "version": 3}, ADOPTION, cast.reader_token)
    late = hub.refused("recordOutcome", {**outcome, "version": 3}, ADOPTION, cast.reader_token)
    assert (again, late) == (("ALREADY_WITHDRAWN", []), ("NOT_PUBLISHED", []))
    assert reuse(hub, label, made, cast.author_token) == (False, 0, None)
    adopted(hub, cast.reader_token, made)
    assert reuse(hub, label, made, cast.author_token) == (False, 1, None)
    assert kinds(hub, adoption) == ["ADOPTED", "ADOPTION_OUTCOME_RECORDED", "ADOPTION_WITHDRAWN"]


def test_a_withdrawn_adoption_counts_for_nobody(hub: Hub, cast: Cast) -> None:
    made = published(hub, cast)
    adoption = adopted(hub, cast.reader_token, made)
    hub.done("withdrawAdoption", {"id": adoption, "version": 1}, ADOPTION, cast.reader_token)
    for token in (cast.reader_token, hub.admin):
        assert reuse(hub, "lesson", made, token) == (False, 0, None)
