"""Lessons and approaches over HTTP: written, backed by evidence, adopted, and what came of it."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import pytest

from tests.running import Hub

ALL = {
    "lesson": (
        "lesson { version status visibility publishedAt statement recommendation appliesWhen notAppliesWhen"
        " language learned reuseCount successShare publisher { id } experiences { nodes { id } }"
        " topics { id } skills { id } }"
    ),
    "approach": (
        "approach { version status visibility publishedAt title summary language learned reuseCount successShare"
        " publisher { id } steps { title text position } experiences { nodes { id } } topics { id } skills { id } }"
    ),
}
LESSON = "lesson { id version status }"
APPROACH = "approach { id version status }"
ADOPTION = "adoption { id version status outcome }"
SHORT = {"lesson": LESSON, "approach": APPROACH}
TITLE = {"lesson": "statement", "approach": "title"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")
BOTH = pytest.mark.parametrize("label", ["lesson", "approach"])


@dataclass(frozen=True)
class Cast:
    """An author with two experiences, a reader, a coordinator, and a token of the author's that only reads."""

    author: str
    author_token: str
    reader: str
    reader_token: str
    coordinator: str
    reading: str
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
        hub.token(author, scopes=("read",)),
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


def full(cast: Cast, label: str) -> dict[str, Any]:
    """All that can be told of a lesson or an approach."""
    shared = {
        "language": "EN",
        "visibility": "PUBLIC",
        "experienceIds": list(cast.experiences),
        "topicIds": list(cast.topics),
    }
    if label == "lesson":
        return shared | {
            "statement": "Ask buyers first",
            "recommendation": "Talk to ten.",
            "appliesWhen": "before buying",
            "notAppliesWhen": "never",
        }
    steps = [{"title": "Ask", "text": "Ten buyers."}, {"title": "Count"}]
    return shared | {"title": "Market first", "summary": "Ask, then buy.", "steps": steps}


def full_as_kept(cast: Cast, label: str) -> dict[str, Any]:
    """What the graph answers for it."""
    given = {name: value for name, value in full(cast, label).items() if not name.endswith("Ids")}
    kept = given | {
        "version": 1,
        "status": "DRAFT",
        "publishedAt": None,
        "learned": False,
        "reuseCount": 0,
        "successShare": None,
        "publisher": {"id": cast.author},
        "experiences": {"nodes": by_id(*cast.experiences)},
        "topics": by_id(*cast.topics),
        "skills": [],
    }
    if label == "approach":
        kept["steps"] = [
            {"title": "Ask", "text": "Ten buyers.", "position": 0},
            {"title": "Count", "text": None, "position": 1},
        ]
    return kept


def by_id(*ids: str) -> list[dict[str, str]]:
    return [{"id": id_} for id_ in sorted(ids)]


def least(label: str, **given: Any) -> dict[str, Any]:
    """The least that must be told of a lesson or an approach."""
    if label == "lesson":
        return {"statement": "بسنجید", "recommendation": "چنین کنید.", "experienceIds": [], **given}
    return {"title": "روش", "summary": "چنین.", "steps": [], **given}


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


def stored(hub: Hub, label: str, id_: str, wanted: str = "") -> Any:
    """A record as it stands, its lists by id."""
    found = seen(hub, label, id_, wanted or ALL[label], hub.admin)
    for name in ("topics", "experiences"):
        rows = found.get(name)
        if rows is not None:
            (rows["nodes"] if name == "experiences" else rows).sort(key=lambda row: str(row["id"]))
    return found


def standing(hub: Hub, label: str, id_: str) -> tuple[str, int]:
    found = stored(hub, label, id_, f"{label} {{ status version }}")
    return found["status"], found["version"]


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
def test_a_draft_is_kept_as_given(hub: Hub, cast: Cast, label: str) -> None:
    made = drafted(hub, cast, label, **full(cast, label))
    assert stored(hub, label, made) == full_as_kept(cast, label)
    moments = stored(hub, label, made, f"{label} {{ createdAt updatedAt }}")
    assert moments["createdAt"] == moments["updatedAt"]
    assert MOMENT.fullmatch(moments["createdAt"])
    assert kinds(hub, made) == [f"{label.upper()}_CREATED"]


CHANGES: dict[str, dict[str, Any]] = {
    "lesson": {"statement": "نخست بپرسید", "language": "FA", "appliesWhen": None},
    "approach": {
        "title": "نخست بازار",
        "language": "FA",
        "steps": [{"title": "شمردن"}, {"title": "خریدن"}, {"title": "فروختن"}],
    },
}


@BOTH
def test_an_edit_replaces_what_is_given_and_keeps_the_rest(hub: Hub, cast: Cast, label: str) -> None:
    made = drafted(hub, cast, label, **full(cast, label))
    before = stored(hub, label, made, f"{label} {{ createdAt updatedAt }}")
    change = {**CHANGES[label], "experienceIds": [cast.experiences[1]], "topicIds": None}
    edit = {"id": made, "version": 1, **change}
    told = hub.done(f"edit{label.title()}", edit, SHORT[label], cast.author_token)
    assert told == {"id": made, "version": 2, "status": "DRAFT"}
    kept = full_as_kept(cast, label) | CHANGES[label]
    kept |= {"version": 2, "topics": [], "experiences": {"nodes": by_id(cast.experiences[1])}}
    if label == "approach":
        kept["steps"] = [
            {**step, "text": None, "position": position} for position, step in enumerate(kept["steps"])
        ]
    assert stored(hub, label, made) == kept
    after = stored(hub, label, made, f"{label} {{ createdAt updatedAt }}")
    assert after["createdAt"] == before["createdAt"] < after["updatedAt"]
    assert kinds(hub, made) == [f"{label.upper()}_CREATED", f"{label.upper()}_EDITED"]
    orphans = "MATCH (s:Step) WHERE NOT EXISTS { (s)<-[:HAS_STEP]-() } RETURN count(s) AS n"
    assert hub.cypher(orphans) == [{"n": 0}]


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


WRONG: tuple[tuple[str, dict[str, Any], str, list[str]], ...] = (
    ("lesson", {"statement": " "}, "TEXT_EMPTY", ["input", "statement"]),
    ("lesson", {"recommendation": "ت" * 20_001}, "TEXT_TOO_LONG", ["input", "recommendation"]),
    ("lesson", {"appliesWhen": "\x1b"}, "CONTROL_CHARACTERS", ["input", "appliesWhen"]),
    ("lesson", {"experienceIds": ["top_sewing"]}, "NOT_FOUND", ["input", "experienceIds", "0"]),
    ("approach", {"title": "ت" * 301}, "TEXT_TOO_LONG", ["input", "title"]),
    ("approach", {"summary": ""}, "TEXT_EMPTY", ["input", "summary"]),
    ("approach", {"skillIds": ["ski_nowhere"]}, "NOT_FOUND", ["input", "skillIds", "0"]),
    ("approach", {"steps": [{"title": "یک"}] * 101}, "LIST_TOO_LONG", ["input", "steps"]),
    (
        "approach",
        {"steps": [{"title": "یک"}, {"title": "‌"}]},
        "TEXT_EMPTY",
        ["input", "steps", "1", "title"],
    ),
)


@pytest.mark.parametrize(("label", "change", "code", "path"), WRONG)
def test_a_wrong_value_writes_nothing(
    hub: Hub, cast: Cast, label: str, change: dict[str, Any], code: str, path: list[str]
) -> None:
    made = drafted(hub, cast, label)
    before = hub.count()
    wanted, token = SHORT[label], cast.author_token
    assert hub.refused(f"create{label.title()}", least(label, **change), wanted, token) == (code, path)
    edit = {"id": made, "version": 1, **change}
    assert hub.refused(f"edit{label.title()}", edit, wanted, token) == (code, path)
    assert hub.count() == before
    assert standing(hub, label, made) == ("DRAFT", 1)


@BOTH
def test_what_is_required_cannot_be_taken_away(hub: Hub, cast: Cast, label: str) -> None:
    made = drafted(hub, cast, label, **full(cast, label))
    body = {"lesson": "recommendation", "approach": "summary"}[label]
    for name in (TITLE[label], body, "language", "visibility"):
        edit = {"id": made, "version": 1, "topicIds": None, name: None}
        told = hub.refused(f"edit{label.title()}", edit, SHORT[label], cast.author_token)
        assert told == ("VALUE_REQUIRED", ["input", name])
    assert stored(hub, label, made) == full_as_kept(cast, label)


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
    assert stored(hub, label, made)["experiences"] == {"nodes": []}


# -- who may, versions and keys --------------------------------------------------------------------


@BOTH
def test_only_members_write_lessons_and_approaches(hub: Hub, cast: Cast, label: str) -> None:
    before = hub.count()
    for token, code in (
        (None, "SIGN_IN_REQUIRED"),
        (cast.reading, "SCOPE_REQUIRED"),
        (cast.coordinator, "NOT_ALLOWED"),
        (hub.admin, "NOT_ALLOWED"),
    ):
        assert hub.refused(f"create{label.title()}", least(label), SHORT[label], token) == (code, [])
    assert hub.count() == before


@BOTH
def test_only_its_organization_and_administrators_change_it(hub: Hub, cast: Cast, label: str) -> None:
    made = published(hub, cast, label, visibility="PUBLIC")
    before = stored(hub, label, made)
    mutations = [f"{verb}{label.title()}" for verb in ("edit", "publish", "withdraw")]
    for mutation in mutations:
        for token, code in (
            (None, "SIGN_IN_REQUIRED"),
            (cast.reading, "SCOPE_REQUIRED"),
            (cast.reader_token, "NOT_ALLOWED"),
            (cast.coordinator, "NOT_ALLOWED"),
        ):
            assert hub.refused(mutation, {"id": made, "version": 2}, SHORT[label], token) == (code, [])
        for version in (1, 3):
            stale = hub.refused(mutation, {"id": made, "version": version}, SHORT[label], cast.author_token)
            assert stale == ("VERSION_CHANGED", [])
    assert stored(hub, label, made) == before
    for version, mutation in enumerate(mutations, start=2):
        more = {"visibility": "MEMBERS"} if mutation.startswith("publish") else {}
        told = hub.done(mutation, {"id": made, "version": version, **more}, SHORT[label], hub.admin)
        assert told["version"] == version + 1
    assert standing(hub, label, made) == ("WITHDRAWN", 5)


@BOTH
def test_it_is_published_withdrawn_and_published_again(hub: Hub, cast: Cast, label: str) -> None:
    made = drafted(hub, cast, label)
    wanted = f"{label} {{ status visibility version publishedAt }}"
    moments = set()
    for version, (verb, more, after) in enumerate(
        (
            ("publish", {}, ("PUBLISHED", "MEMBERS")),
            ("publish", {"visibility": "PUBLIC"}, ("PUBLISHED", "PUBLIC")),
            ("withdraw", {}, ("WITHDRAWN", "PUBLIC")),
            ("publish", {}, ("PUBLISHED", "PUBLIC")),
        ),
        start=1,
    ):
        given = {"id": made, "version": version, **more}
        told = hub.done(f"{verb}{label.title()}", given, wanted, cast.author_token)
        assert (told["status"], told["visibility"], told["version"]) == (*after, version + 1)
        moments.add(told["publishedAt"])
    (moment,) = moments
    assert MOMENT.fullmatch(moment)
    name = label.upper()
    happened = ["CREATED", "PUBLISHED", "PUBLISHED", "WITHDRAWN", "PUBLISHED"]
    assert kinds(hub, made) == [f"{name}_{kind}" for kind in happened]


@BOTH
def test_what_is_published_or_withdrawn_is_not_so_twice(hub: Hub, cast: Cast, label: str) -> None:
    made, wanted, token = published(hub, cast, label), SHORT[label], cast.author_token
    publish = {"id": made, "version": 2}
    assert hub.refused(f"publish{label.title()}", publish, wanted, token) == ("ALREADY_PUBLISHED", [])
    hub.done(f"withdraw{label.title()}", publish, wanted, token)
    gone = {"id": made, "version": 3}
    assert hub.refused(f"withdraw{label.title()}", gone, wanted, token) == ("ALREADY_WITHDRAWN", [])
    edit = {**gone, TITLE[label]: "دیگر"}
    assert hub.refused(f"edit{label.title()}", edit, wanted, token) == ("WRONG_STATUS", [])
    assert standing(hub, label, made) == ("WITHDRAWN", 3)


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
        kept = stored(hub, label, made)
        assert (kept["visibility"], kept["version"]) == (visibility, 2)


@BOTH
def test_of_many_edits_of_one_version_at_once_one_wins(hub: Hub, cast: Cast, label: str) -> None:
    made, name = drafted(hub, cast, label), TITLE[label]
    wanted = f"{label} {{ version {name} }}"
    edits = [{"id": made, "version": 1, name: f"عنوان {n}"} for n in range(5)]
    payloads = at_once(
        *[lambda edit=edit: hub.do(f"edit{label.title()}", edit, wanted, cast.author_token) for edit in edits]
    )
    assert codes(payloads) == [[], *[["VERSION_CHANGED"]] * 4]
    n = [not payload["errors"] for payload in payloads].index(True)
    assert stored(hub, label, made, wanted) == {"version": 2, name: f"عنوان {n}"}


@BOTH
def test_the_same_key_writes_once(hub: Hub, cast: Cast, label: str) -> None:
    create, given = f"create{label.title()}", least(label)
    before = hub.count()
    payloads = at_once(
        *[lambda: hub.do(create, given, SHORT[label], cast.author_token, key=f"{label}-1")] * 5
    )
    assert codes(payloads) == [[]] * 5
    (made,) = {payload[label]["id"] for payload in payloads}
    other = {**given, TITLE[label]: "دیگر"}
    reused = hub.do(create, other, SHORT[label], cast.author_token, key=f"{label}-1")
    assert codes([reused]) == [["IDEMPOTENCY_KEY_REUSED"]]
    # The record, its event, and what remembers the key.
    assert hub.count() == before + 3
    assert kinds(hub, made) == [f"{label.upper()}_CREATED"]


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
    assert evidence(hub, lesson, hub.admin) == ([for_], [against])
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
        (lesson, own, None, ("SIGN_IN_REQUIRED", [])),
        (lesson, anothers, cast.reading, ("SCOPE_REQUIRED", [])),
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
    assert (evidence(hub, lesson, hub.admin), evidence(hub, draft, hub.admin)) == (([own], []), ([], []))


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
    assert sorted(map(len, evidence(hub, lesson, hub.admin))) == [0, 1]
    assert kinds(hub, own).count("EVIDENCE_ADDED") == 1


@pytest.mark.parametrize("first", ["anonymized", "added"])
def test_anonymized_evidence_does_not_name_who_added_it(hub: Hub, cast: Cast, first: str) -> None:
    lesson = published(hub, cast, visibility="PUBLIC")
    own = experience(hub, cast.reader_token, "MEMBERS" if first == "added" else "ANONYMIZED")
    given = {"lessonId": lesson, "experienceId": own, "supports": False}
    hub.done("addEvidence", given, LESSON, cast.reader_token)
    if first == "added":
        publish = {"id": own, "version": 2, "visibility": "ANONYMIZED"}
        hub.done("publishExperience", publish, "experience { id }", cast.reader_token)
    query = "{ events(first: 3) { nodes { kind organization { id } subject { ... on Experience { id } } } } }"
    for token, name in (
        (cast.author_token, None),
        (cast.coordinator, None),
        (cast.reader_token, {"id": cast.reader}),
        (hub.admin, {"id": cast.reader}),
    ):
        told = [e for e in hub.ask(query, token=token)["events"]["nodes"] if e["kind"] == "EVIDENCE_ADDED"]
        assert told == [{"kind": "EVIDENCE_ADDED", "organization": name, "subject": {"id": own}}]
        assert evidence(hub, lesson, token) == ([], [own])
    assert own not in str(hub.ask(query)["events"]["nodes"])


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
    before = hub.count()
    here = ["input", "adoptedId"]
    refused: list[tuple[dict[str, Any], str | None, tuple[str, list[str]]]] = [
        ({"adoptedId": lesson}, None, ("SIGN_IN_REQUIRED", [])),
        ({"adoptedId": lesson}, cast.reading, ("SCOPE_REQUIRED", [])),
        ({"adoptedId": lesson}, cast.coordinator, ("NOT_ALLOWED", [])),
        ({"adoptedId": lesson}, hub.admin, ("NOT_ALLOWED", [])),
        ({"adoptedId": lesson}, cast.author_token, ("OWN_LESSON", [])),
        ({"adoptedId": lesson}, cast.reader_token, ("ALREADY_ADOPTED", [])),
        ({"adoptedId": draft}, cast.author_token, ("OWN_LESSON", [])),
        ({"adoptedId": draft}, third_token, ("NOT_FOUND", here)),
        ({"adoptedId": draft}, all_seeing, ("NOT_PUBLISHED", [])),
        ({"adoptedId": cast.experiences[0]}, third_token, ("NOT_FOUND", here)),
        ({"adoptedId": "app_nowhere"}, third_token, ("NOT_FOUND", here)),
        (
            {"adoptedId": lesson, "visibility": "ANONYMIZED"},
            third_token,
            ("CANNOT_BE_ANONYMIZED", ["input", "visibility"]),
        ),
        ({"adoptedId": lesson, "regionId": "top_sewing"}, third_token, ("NOT_FOUND", ["input", "regionId"])),
        ({"adoptedId": lesson, "note": "\x00"}, third_token, ("CONTROL_CHARACTERS", ["input", "note"])),
    ]
    for given, token, told in refused:
        assert hub.refused("adopt", given, ADOPTION, token) == told
    assert hub.count() == before
    assert (reuse(hub, "lesson", lesson, None)[1], reuse(hub, "lesson", draft, hub.admin)[1]) == (1, 0)


@BOTH
def test_many_adoptions_of_one_organization_at_once_are_one(hub: Hub, cast: Cast, label: str) -> None:
    made = published(hub, cast, label)
    before = hub.count()
    payloads = at_once(*[lambda: hub.do("adopt", {"adoptedId": made}, ADOPTION, cast.reader_token)] * 6)
    assert codes(payloads) == [[], *[["ALREADY_ADOPTED"]] * 5]
    assert hub.count() == before + 2
    assert reuse(hub, label, made, cast.author_token) == (False, 1, None)


def test_many_organizations_adopt_at_once_each_once(hub: Hub, cast: Cast) -> None:
    made = published(hub, cast)
    tokens = [hub.member(f"انجمن {n}")[1] for n in range(4)]
    payloads = at_once(*[lambda t=t: hub.do("adopt", {"adoptedId": made}, ADOPTION, t) for t in tokens])
    assert codes(payloads) == [[]] * 4
    assert reuse(hub, "lesson", made, cast.author_token) == (False, 4, None)


def test_a_key_adopts_once(hub: Hub, cast: Cast) -> None:
    given = {"adoptedId": published(hub, cast)}
    payloads = at_once(*[lambda: hub.do("adopt", given, ADOPTION, cast.reader_token, key="a-1")] * 4)
    assert codes(payloads) == [[]] * 4
    (made,) = {payload["adoption"]["id"] for payload in payloads}
    assert kinds(hub, made) == ["ADOPTED"]


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


def test_an_outcome_is_recorded_once_and_by_the_adopter(hub: Hub, cast: Cast) -> None:
    lesson = published(hub, cast)
    adoption = adopted(hub, cast.reader_token, lesson)
    given = {"id": adoption, "version": 1, "outcome": "SUCCESS"}
    for token, code in (
        (None, "SIGN_IN_REQUIRED"),
        (hub.token(cast.reader, scopes=("read",)), "SCOPE_REQUIRED"),
        (cast.author_token, "NOT_ALLOWED"),
        (cast.coordinator, "NOT_ALLOWED"),
    ):
        assert hub.refused("recordOutcome", given, ADOPTION, token) == (code, [])
        assert hub.refused("withdrawAdoption", {"id": adoption, "version": 1}, ADOPTION, token) == (code, [])
    stale = hub.refused("recordOutcome", {**given, "version": 2}, ADOPTION, cast.reader_token)
    assert stale == ("VERSION_CHANGED", [])
    assert reuse(hub, "lesson", lesson, cast.author_token) == (False, 1, None)
    payloads = at_once(*[lambda: hub.do("recordOutcome", given, ADOPTION, cast.reader_token)] * 4)
    assert codes(payloads) == [[], *[["VERSION_CHANGED"]] * 3]
    again = {**given, "version": 2, "outcome": "FAILURE"}
    told = hub.refused("recordOutcome", again, ADOPTION, cast.reader_token)
    assert told == ("OUTCOME_ALREADY_RECORDED", [])
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
