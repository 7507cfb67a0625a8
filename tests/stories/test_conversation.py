"""Another organization asks about a record, its author and others answer; of what is anonymized, as the author.

Who reads the record reads all of it; what is hidden is gone from every path but for its writer and coordinators.
"""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from tests.running import Hub

AUTHOR = "خیریهٔ نسیم البرز"
ONE = "{ id version status text number saidAt changedAt hiddenReason }"
QUESTION, ANSWER = f"question {ONE}", f"answer {ONE}"
THREAD = (
    "query($id: ID!) { lesson(id: $id) { questions { totalCount nodes { id text asker { id }"
    " answers { totalCount nodes { id text fromAuthor organization { id } } } } } } }"
)
DESK = "{ viewer { waiting { kind record { ... on Question { id } ... on Complaint { id } } } } }"
FEED = "{ events(first: 100) { nodes { kind organization { id } subject { ... on Question { id } ... on Answer { id } } } } }"
LESSON = "lesson { id version }"


@dataclass(frozen=True)
class Story:
    """Who is in it."""

    hub: Hub
    author: str
    author_token: str
    asker: str
    asker_token: str
    other: str
    other_token: str
    coordinator: str

    def lesson(self, visibility: str | None = "MEMBERS", **more: Any) -> dict[str, Any]:
        """A lesson of the author, published to these."""
        given = {
            "statement": "پیش از خرید چرخ، سفارش بگیرید",
            "recommendation": "با سه خریدار قرارداد کوچک ببندید.",
            "source": "گزارش سال ۱۴۰۳",
            **more,
        }
        made = self.hub.done("createLesson", given, LESSON, self.author_token)
        if visibility is None:
            return dict(made)
        publish = made | {"visibility": visibility}
        return dict(self.hub.done("publishLesson", publish, LESSON, self.author_token))

    def ask(self, about: str, text: str = "این کار در روستا هم جواب می‌دهد؟", token: str | None = None) -> Any:
        """A question."""
        given = {"aboutId": about, "text": text}
        return self.hub.done("askQuestion", given, QUESTION, token or self.asker_token)

    def answer(self, question: str, text: str = "در دو روستا جواب داد.", token: str | None = None) -> Any:
        """An answer; the author's where nobody else is named."""
        given = {"questionId": question, "text": text}
        return self.hub.done("answerQuestion", given, ANSWER, token or self.author_token)

    def reads(self, token: str | None, *ids: str) -> list[bool]:
        """Whether a viewer reads each."""
        found = self.hub.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": list(ids)}, token)
        return [node is not None for node in found["nodes"]]

    def thread(self, lesson: str, token: str | None) -> Any:
        """The questions and answers that a viewer finds under a lesson."""
        return self.hub.ask(THREAD, {"id": lesson}, token)["lesson"]["questions"]

    def waiting(self, token: str, kind: str) -> list[str]:
        """What waits for a viewer, of that kind."""
        rows = self.hub.ask(DESK, token=token)["viewer"]["waiting"]
        return [row["record"]["id"] for row in rows if row["kind"] == kind]

    def told(self, token: str | None, id_: str) -> list[str]:
        """The events about something that a viewer is told."""
        rows = self.hub.ask(FEED, token=token)["events"]["nodes"]
        assert all(
            row["organization"] is None for row in rows if row["kind"].startswith(("QUESTION", "ANSWER"))
        )
        return [row["kind"] for row in rows if row["subject"] and row["subject"].get("id") == id_]


@pytest.fixture(scope="module")
def story(hub: Hub) -> Story:
    fars, alborz = hub.region("IR-07", "فارس"), hub.region("IR-30", "البرز")
    author, author_token = hub.member(AUTHOR, regionIds=[alborz])
    asker, asker_token = hub.member("انجمن رهروان کار", regionIds=[fars])
    other, other_token = hub.member("بنیاد مهر کویر", regionIds=[fars])
    for number in range(5):
        hub.organization(f"سازمان {number} برای کار", regionIds=[alborz])
    coordinator = hub.token(None, "COORDINATOR")
    return Story(hub, author, author_token, asker, asker_token, other, other_token, coordinator)


def test_a_question_is_asked_and_answered_by_the_author_and_by_another(hub: Hub, story: Story) -> None:
    lesson = story.lesson("PUBLIC")["id"]
    question = story.ask(lesson)
    assert (question["status"], question["number"], question["version"]) == ("STANDING", 1, 1)
    assert question["id"] in story.waiting(story.author_token, "QUESTION")
    assert story.waiting(story.asker_token, "QUESTION") == []
    other = story.answer(question["id"], "ما هم آزمودیم.", story.other_token)
    assert question["id"] in story.waiting(story.author_token, "QUESTION")
    mine = story.answer(question["id"])
    assert question["id"] not in story.waiting(story.author_token, "QUESTION")
    answers = [
        {
            "id": other["id"],
            "text": "ما هم آزمودیم.",
            "fromAuthor": False,
            "organization": {"id": story.other},
        },
        {"id": mine["id"], "text": "در دو روستا جواب داد.", "fromAuthor": True, "organization": None},
    ]
    asked = {
        "id": question["id"],
        "text": "این کار در روستا هم جواب می‌دهد؟",
        "asker": {"id": story.asker},
        "answers": {"totalCount": 2, "nodes": answers},
    }
    for token in (None, story.author_token, story.asker_token, story.other_token, hub.admin):
        assert story.thread(lesson, token) == {"totalCount": 1, "nodes": [asked]}
        assert story.told(token, question["id"]) == ["QUESTION_ASKED"]
        assert story.told(token, mine["id"]) == ["QUESTION_ANSWERED"]
    edit = {"id": mine["id"], "version": 1, "text": "در سه روستا جواب داد."}
    assert hub.done("editAnswer", edit, ANSWER, story.author_token)["version"] == 2
    history = "query($id: ID!) { answer(id: $id) { versions { nodes { number organization { id } changes { field before after } } } } }"
    versions = hub.ask(history, {"id": mine["id"]})["answer"]["versions"]["nodes"]
    change = {"field": "text", "before": "در دو روستا جواب داد.", "after": "در سه روستا جواب داد."}
    assert [(v["number"], v["organization"]) for v in versions] == [(2, None), (1, None)]
    assert versions[0]["changes"] == [change]
    # What others have answered is not taken away with the question; the last word is its writer's.
    gone = {"id": question["id"], "version": 1}
    told = ("QUESTION_HAS_ANSWERS", ["input", "id"])
    assert hub.refused("withdrawQuestion", gone, QUESTION, story.asker_token) == told
    back = "{ organization(id: $o) { questions { nodes { id } } answers { nodes { id } } } }"
    found = hub.ask(f"query($o: ID!) {back}", {"o": story.asker})["organization"]
    assert {"id": question["id"]} in found["questions"]["nodes"]
    assert hub.ask(f"query($o: ID!) {back}", {"o": story.author})["organization"] == {
        "questions": {"nodes": []},
        "answers": {"nodes": []},
    }


PATHS = (
    "{ lesson(id: $l) { publisher { id } questions { nodes { asker { id } answers { nodes { organization { id } question { about { ... on Lesson { publisher { id } } } } } } } } } }",
    "{ answer(id: $a) { organization { id } question { about { ... on Lesson { publisher { id } } } } versions { nodes { organization { id } } } } }",
    "{ node(id: $a) { ... on Answer { organization { id nameFa } versions { nodes { at organization { id } } } } } }",
    "{ organization(id: $o) { nameEn answers { totalCount nodes { id } } questions { totalCount nodes { id } } applicability { totalCount } } }",
    "{ organizations(filter: {answers: {some: {fromAuthor: {eq: true}}}}) { totalCount nodes { id } } }",
    "{ organizations(filter: {answers: {some: {id: {eq: $a}}}}) { nodes { id } } }",
    "{ answers(filter: {organization: {id: {eq: $o}}}) { totalCount nodes { id } } }",
    "{ answers(filter: {question: {about: {lesson: {publisher: {id: {eq: $o}}}}}}) { totalCount } }",
    "{ questions(filter: {answers: {some: {organization: {id: {eq: $o}}}}}) { totalCount } }",
    "{ events(first: 100, filter: {organization: {id: {eq: $o}}, kind: {in: [QUESTION_ANSWERED, ANSWER_EDITED]}}) { totalCount } }",
)


def _asked(query: str) -> str:
    names = {"$l": "$l: ID!", "$a": "$a: ID!", "$o": "$o: ID!"}
    used = ", ".join(typed for name, typed in names.items() if name in query)
    return f"query({used}) {query}" if used else query


def test_the_author_of_an_anonymized_lesson_answers_as_the_author_and_nothing_names_it(
    hub: Hub, story: Story
) -> None:
    lesson = story.lesson("ANONYMIZED")["id"]
    question = story.ask(lesson)
    assert question["id"] in story.waiting(story.author_token, "QUESTION")
    for text, code in ((f"ما در {AUTHOR} چنین کردیم", "NAMES_ITS_AUTHOR"), ("\x1b", "CONTROL_CHARACTERS")):
        given = {"questionId": question["id"], "text": text}
        told = hub.refused("answerQuestion", given, ANSWER, story.author_token)
        assert told == (code, ["input", "text"])
    # Whoever guesses at the name is told nothing.
    guess = story.answer(question["id"], f"این کار {AUTHOR} است؟", story.other_token)
    mine = story.answer(question["id"])
    for viewer in (story.asker_token, story.other_token, story.coordinator, hub.admin):
        (thread,) = story.thread(lesson, viewer)["nodes"]
        assert [(a["fromAuthor"], a["organization"]) for a in thread["answers"]["nodes"]] == [
            (False, {"id": story.other}),
            (True, None),
        ]
        for path in PATHS:
            known = {"l": lesson, "a": mine["id"], "o": story.author}
            query = _asked(path)
            given = {name: value for name, value in known.items() if f"${name}:" in query}
            told = json.dumps(hub.ask(query, given, viewer), ensure_ascii=False)
            assert story.author not in told, path
            if "$o" in path and "$a" not in path:
                assert f'"{mine["id"]}"' not in told, path
    # Neither the feed nor the audit tells of it before the month is over; no time is finer than that.
    for viewer in (story.asker_token, hub.admin, story.coordinator):
        assert story.told(viewer, mine["id"]) == story.told(viewer, question["id"]) == []
        times = hub.ask(
            "query($a: ID!) { answer(id: $a) { saidAt changedAt versions { nodes { at } } } }",
            {"a": mine["id"]},
            viewer,
        )["answer"]
        month = times["saidAt"]
        assert month == times["changedAt"] == times["versions"]["nodes"][0]["at"]
        assert month.endswith(("20:30:00Z", "00:00:00Z", "19:30:00Z"))
    entries = "query($a: ID!) { audit(first: 100, filter: {event: {subject: {answer: {id: {eq: $a}}}}}) { totalCount } }"
    assert hub.ask(entries, {"a": mine["id"]}, hub.admin)["audit"]["totalCount"] == 0
    assert story.told(story.author_token, mine["id"]) == ["QUESTION_ANSWERED"]
    # Its author alone changes it; an administrator is told no more by trying.
    edit = {"id": mine["id"], "version": 1, "text": AUTHOR}
    for token in (hub.admin, story.other_token):
        assert hub.refused("editAnswer", edit, ANSWER, token) == ("NOT_ALLOWED", [])
    told = hub.refused("editAnswer", edit, ANSWER, story.author_token)
    assert told == ("NAMES_ITS_AUTHOR", ["input", "text"])
    hub.done("editAnswer", edit | {"text": "در «همیار سپید» جواب داد."}, ANSWER, story.author_token)
    # An organization takes no name that an answer of its own holds; a refusal to others would tell the author.
    (row,) = hub.cypher("MATCH (o:Organization {id: $id}) RETURN o.version AS version", id=story.author)
    rename = {"id": story.author, "version": row["version"], "nameFa": "همیار سپید"}
    named = hub.refused("editOrganization", rename, "organization { id }", story.author_token)
    assert named[0] == "NAMED_BY_ANONYMIZED"
    assert story.reads(None, guess["id"], mine["id"], question["id"]) == [False, False, False]


def test_what_was_said_under_the_name_goes_with_the_name_and_comes_back_with_it(
    hub: Hub, story: Story
) -> None:
    lesson = story.lesson("MEMBERS")
    question = story.ask(lesson["id"], f"{AUTHOR} عزیز، چند نفر بودند؟")
    answer = story.answer(question["id"])
    both = (question["id"], answer["id"])
    assert story.reads(story.other_token, *both) == [True, True]
    publish = lesson | {"visibility": "ANONYMIZED"}
    hidden = hub.done("publishLesson", publish, LESSON, story.author_token)
    for token in (story.asker_token, story.other_token, story.coordinator, hub.admin, story.author_token):
        assert story.reads(token, *both) == [False, False]
        assert story.thread(hidden["id"], token) == {"totalCount": 0, "nodes": []}
    for token in (story.asker_token, hub.admin, story.coordinator):
        assert story.told(token, both[0]) == story.told(token, both[1]) == []
    rows = hub.cypher(
        "MATCH (e:Event)-[:SUBJECT]->(n) WHERE n.id IN $ids RETURN DISTINCT e.audience AS audience", ids=both
    )
    assert rows == [{"audience": "AUTHORS"}]
    assert question["id"] not in story.waiting(story.author_token, "QUESTION")
    later = story.ask(hidden["id"], "چند نفر ماندند؟")
    named = hidden | {"visibility": "PUBLIC"}
    again = hub.done("publishLesson", named, LESSON, story.author_token)
    assert story.reads(None, *both, later["id"]) == [True, True, True]
    # It was told to members, and is so again.
    assert (story.told(None, both[0]), story.told(story.other_token, both[0])) == ([], ["QUESTION_ASKED"])
    # A record that is taken back takes its questions along.
    hub.done("withdrawLesson", again, "lesson { id }", story.author_token)
    assert story.reads(story.asker_token, *both, later["id"]) == [False, False, False]
    assert story.told(story.asker_token, both[0]) == []
    assert story.reads(story.author_token, *both) == [True, True]


def test_who_may_not_is_refused_and_nothing_is_written(hub: Hub, story: Story) -> None:
    draft, inner, open_to = story.lesson(None), story.lesson("ORGANIZATION"), story.lesson("PARTNERS")
    named = story.lesson()["id"]
    where = ["input", "aboutId"]
    before = hub.count()
    for about, token, told in (
        (named, None, ("SIGN_IN_REQUIRED", [])),
        (named, hub.token(story.asker, scopes=("read",)), ("SCOPE_REQUIRED", [])),
        (named, story.coordinator, ("NOT_ALLOWED", [])),
        (named, story.author_token, ("OWN_RECORD", where)),
        (draft["id"], story.author_token, ("OWN_RECORD", where)),
        (draft["id"], story.asker_token, ("NOT_FOUND", where)),
        (inner["id"], story.asker_token, ("NOT_FOUND", where)),
        (open_to["id"], story.asker_token, ("NOT_FOUND", where)),
        ("les_nowhere", story.asker_token, ("NOT_FOUND", where)),
        (story.asker, story.asker_token, ("NOT_FOUND", where)),
    ):
        given = {"aboutId": about, "text": "چند نفر؟"}
        assert hub.refused("askQuestion", given, QUESTION, token) == told
    for text, code in (("", "TEXT_EMPTY"), ("\u200c ", "TEXT_EMPTY"), ("پ" * 20_001, "TEXT_TOO_LONG")):
        given = {"aboutId": named, "text": text}
        told = hub.refused("askQuestion", given, QUESTION, story.asker_token)
        assert told == (code, ["input", "text"])
    assert hub.count() == before
    question = story.ask(named)
    before = hub.count()
    change = {"id": question["id"], "version": 1}
    for token, told in ((story.other_token, ("NOT_ALLOWED", [])), (story.author_token, ("NOT_ALLOWED", []))):
        assert hub.refused("editQuestion", change | {"text": "؟؟"}, QUESTION, token) == told
        assert hub.refused("withdrawQuestion", change, QUESTION, token) == told
        assert hub.refused("hideQuestion", change | {"reason": "نه"}, QUESTION, token) == told
    assert hub.count() == before
    hub.done("withdrawQuestion", change, QUESTION, story.asker_token)
    assert story.reads(story.asker_token, question["id"]) == [True]
    for token in (None, story.author_token, story.other_token, story.coordinator):
        assert story.reads(token, question["id"]) == [False]
    given = {"questionId": question["id"], "text": "ده نفر."}
    assert hub.refused("answerQuestion", given, ANSWER, story.author_token) == (
        "NOT_FOUND",
        ["input", "questionId"],
    )
    assert hub.refused("answerQuestion", given, ANSWER, story.asker_token) == (
        "WRONG_STATUS",
        ["input", "questionId"],
    )


def test_an_organization_asks_ten_times_a_day_about_a_record_and_no_more(hub: Hub, story: Story) -> None:
    lesson, another = story.lesson()["id"], story.lesson()["id"]
    for number in range(10):
        assert story.ask(lesson, f"پرسش {number}")["number"] == number + 1
    given = {"aboutId": lesson, "text": "یازدهم"}
    assert hub.refused("askQuestion", given, QUESTION, story.asker_token) == ("REMARKS_SPENT", [])
    assert story.ask(another)["number"] == 1
    assert story.ask(lesson, token=story.other_token)["number"] == 11
    hub.cypher(
        "MATCH (q:Question)-[:ASKED_ABOUT]->({id: $id}) SET q.createdAt = q.createdAt - duration('PT25H')",
        id=lesson,
    )
    assert story.ask(lesson)["number"] == 12


def test_a_complaint_leads_to_hiding_on_every_path_and_names_nobody(hub: Hub, story: Story) -> None:
    lesson = story.lesson("PUBLIC")["id"]
    question = story.ask(lesson, "شما دروغ می‌گویید")
    answer = story.answer(question["id"])
    complaint = {"aboutId": question["id"], "reason": "توهین است."}
    wanted = "complaint { id version status answer }"
    for token, told in (
        (None, ("SIGN_IN_REQUIRED", [])),
        (story.coordinator, ("NOT_ALLOWED", [])),
        (story.asker_token, ("OWN_REMARK", ["input", "aboutId"])),
    ):
        assert hub.refused("complain", complaint, wanted, token) == told
    made = hub.done("complain", complaint, wanted, story.author_token)
    assert hub.refused("complain", complaint, wanted, story.author_token) == (
        "ALREADY_SAID",
        ["input", "aboutId"],
    )
    rude = hub.done("complain", complaint | {"reason": "زشت است"}, wanted, story.other_token)
    assert {made["id"], rude["id"]} <= set(story.waiting(story.coordinator, "COMPLAINT"))
    assert story.waiting(story.author_token, "COMPLAINT") == []
    assert story.reads(story.asker_token, made["id"], rude["id"]) == [False, False]
    assert story.reads(story.author_token, made["id"], rude["id"]) == [True, False]
    told = hub.ask("query($id: ID!) { node(id: $id) { ... on Complaint { reason about { ... on Question { id } } versions { nodes { organization { id } } } } } }", {"id": made["id"]}, story.coordinator)  # fmt: skip
    assert told["node"] == {
        "reason": "توهین است.",
        "about": {"id": question["id"]},
        "versions": {"nodes": [{"organization": None}]},
    }
    hide = {"id": question["id"], "version": 1, "reason": "توهین به نویسنده"}
    hidden = hub.done("hideQuestion", hide, QUESTION, story.coordinator)
    assert (hidden["status"], hidden["hiddenReason"]) == ("HIDDEN", "توهین به نویسنده")
    assert story.waiting(story.coordinator, "COMPLAINT") == []
    status = "query($id: ID!) { complaint(id: $id) { status about { ... on Question { id } } } }"
    upheld = hub.ask(status, {"id": made["id"]}, story.author_token)["complaint"]
    assert upheld == {"status": "UPHELD", "about": None}
    versions = [row["id"] for row in hub.cypher("MATCH ({id: $id})-[:HAS_VERSION]->(v) RETURN v.id AS id", id=question["id"])]  # fmt: skip
    gone = (question["id"], answer["id"], *versions)
    for token in (None, story.author_token, story.other_token):
        assert story.reads(token, *gone) == [False] * len(gone)
        assert story.thread(lesson, token) == {"totalCount": 0, "nodes": []}
        assert story.told(token, question["id"]) == story.told(token, answer["id"]) == []
    for token in (story.asker_token, story.coordinator, hub.admin):
        assert story.reads(token, *gone) == [True] * len(gone)
    edit = {"id": question["id"], "version": 2, "text": "ببخشید"}
    assert hub.refused("editQuestion", edit, QUESTION, story.asker_token)[0] == "WRONG_STATUS"
    again = {"id": question["id"], "version": 2}
    for token in (story.asker_token, story.author_token):
        assert hub.refused("unhideQuestion", again, QUESTION, token)[0] in {"NOT_ALLOWED", "NOT_FOUND"}
    assert hub.done("unhideQuestion", again, QUESTION, story.coordinator)["hiddenReason"] is None
    assert story.reads(None, question["id"], answer["id"]) == [True, True]
    assert sorted(story.told(None, question["id"])) == [
        "QUESTION_ASKED",
        "QUESTION_SHOWN_AGAIN",
    ]


def test_a_coordinator_of_provinces_hides_what_lies_there(hub: Hub, story: Story) -> None:
    fars, alborz, yazd = hub.region("IR-07", "فارس"), hub.region("IR-30", "البرز"), hub.region("IR-21", "یزد")
    of = {name: hub.token(None, "COORDINATOR", provinces=(id_,)) for name, id_ in (("fars", fars), ("alborz", alborz), ("yazd", yazd))}  # fmt: skip
    lesson = story.lesson("ANONYMIZED")["id"]
    question = story.ask(lesson)
    answer = story.answer(question["id"])
    complain = {"reason": "زشت است"}
    made = [
        hub.done("complain", complain | {"aboutId": id_}, "complaint { id version }", story.other_token)
        for id_ in (question["id"], answer["id"])
    ]
    # The question is of Fars, where the asker works. Of the author nothing is asked, so of no province.
    waiting = {name: story.waiting(token, "COMPLAINT") for name, token in of.items()}
    assert waiting == {"fars": [made[0]["id"]], "alborz": [], "yazd": []}
    hide = {"version": 1, "reason": "زشت است"}
    for mutation, wanted, id_, name in (
        ("hideQuestion", QUESTION, question["id"], "alborz"),
        ("hideQuestion", QUESTION, question["id"], "yazd"),
        ("hideAnswer", ANSWER, answer["id"], "alborz"),
        ("hideAnswer", ANSWER, answer["id"], "fars"),
    ):
        told = hub.refused(mutation, hide | {"id": id_}, wanted, of[name])
        assert told == ("PROVINCE_OF_OTHERS", []), name
    dismiss = {"id": made[0]["id"], "version": 1, "answer": "پرسش درستی است."}
    for name in ("alborz", "yazd"):
        told = hub.refused("dismissComplaint", dismiss, "complaint { id }", of[name])
        assert told == ("PROVINCE_OF_OTHERS", [])
    done = hub.done("dismissComplaint", dismiss, "complaint { status answer }", of["fars"])
    assert done == {"status": "DISMISSED", "answer": "پرسش درستی است."}
    hub.done("hideAnswer", hide | {"id": answer["id"]}, ANSWER, story.coordinator)
    # What is hidden of an anonymized author is as little told to coordinators as before.
    times = hub.ask("query($a: ID!) { answer(id: $a) { saidAt organization { id } } }", {"a": answer["id"]}, story.coordinator)["answer"]  # fmt: skip
    assert times["organization"] is None
    assert times["saidAt"].endswith(("20:30:00Z", "00:00:00Z", "19:30:00Z"))
    assert story.told(story.coordinator, answer["id"]) == []
    placed = story.lesson("MEMBERS", experienceIds=[_experience(hub, story, alborz)])
    second = story.ask(placed["id"])
    hub.done("hideQuestion", hide | {"id": second["id"]}, QUESTION, of["alborz"])
    told = hub.refused("unhideQuestion", {"id": second["id"], "version": 2}, QUESTION, of["yazd"])
    assert told == ("PROVINCE_OF_OTHERS", [])


def _experience(hub: Hub, story: Story, region: str) -> str:
    given = {"title": "کارگاه کرج", "outcome": "SUCCESS", "happened": "سفارش آمد.", "regionId": region}
    made = hub.done("createExperience", given, "experience { id version }", story.author_token)
    publish = made | {"visibility": "MEMBERS"}
    return str(hub.done("publishExperience", publish, "experience { id }", story.author_token)["id"])


COUNTS = "query($id: ID!) { lesson(id: $id) { appliesCount doesNotApplyCount reuseCount applicability { nodes { id standing answer reason organization { id } wording } } } }"
SAID = "applicability { id version status standing wording }"


def test_did_it_help_is_answered_with_a_reason_and_adoption_is_seen_not_said(hub: Hub, story: Story) -> None:
    lesson = story.lesson("ANONYMIZED")
    no = {"aboutId": lesson["id"], "answer": "DOES_NOT_APPLY"}
    for reason, code in ((None, "VALUE_REQUIRED"), (" ", "TEXT_EMPTY")):
        told = hub.refused("sayApplicability", no | {"reason": reason}, SAID, story.asker_token)
        assert told == (code, ["input", "reason"])
    own = hub.refused("sayApplicability", no | {"answer": "APPLIES"}, SAID, story.author_token)
    assert own == ("OWN_RECORD", ["input", "aboutId"])
    said = hub.done("sayApplicability", no | {"reason": "خریداری نیست"}, SAID, story.asker_token)
    yes = {"aboutId": lesson["id"], "answer": "APPLIES"}
    hub.done("sayApplicability", yes, SAID, story.other_token)
    assert hub.refused("sayApplicability", yes, SAID, story.asker_token) == (
        "ALREADY_SAID",
        ["input", "aboutId"],
    )

    def counts(token: str) -> tuple[int, int, int, list[str]]:
        found = hub.ask(COUNTS, {"id": lesson["id"]}, token)["lesson"]
        standing = [one["standing"] for one in found["applicability"]["nodes"]]
        return found["appliesCount"], found["doesNotApplyCount"], found["reuseCount"], standing

    for token in (story.author_token, story.asker_token, hub.admin):
        assert counts(token) == (1, 1, 0, ["DOES_NOT_APPLY", "APPLIES"])
    adoption = {"adoptedId": lesson["id"]}
    adopted = hub.done("adopt", adoption, "adoption { id version }", story.other_token)
    assert counts(story.asker_token) == (0, 1, 1, ["DOES_NOT_APPLY", "ADOPTED"])
    hub.done("withdrawAdoption", adopted, "adoption { id }", story.other_token)
    assert counts(story.asker_token) == (1, 1, 0, ["DOES_NOT_APPLY", "APPLIES"])
    # Said of a wording: of another it says nothing, until it is said anew.
    edit = lesson | {"statement": "نخست سفارش، سپس چرخ"}
    hub.done("editLesson", edit, LESSON, story.author_token)
    assert counts(story.asker_token)[:2] == (0, 0)
    change = {"id": said["id"], "version": 1, "answer": "APPLIES", "reason": None}
    assert hub.done("editApplicability", change, SAID, story.asker_token)["wording"] == 2
    assert counts(story.author_token)[:2] == (1, 0)
    change = {"id": said["id"], "version": 2, "answer": "DOES_NOT_APPLY"}
    told = hub.refused("editApplicability", change, SAID, story.asker_token)
    assert told == ("VALUE_REQUIRED", ["input", "reason"])
    hide = {"id": said["id"], "version": 2, "reason": "ناسزا"}
    hub.done("hideApplicability", hide, SAID, story.coordinator)
    assert counts(story.author_token)[:2] == (0, 0)
    assert counts(story.coordinator)[:2] == (0, 0)


def test_parties_of_a_partnership_ask_each_other_and_nobody_asks_about_a_draft(
    hub: Hub, story: Story
) -> None:
    parties = [{"organizationId": id_, "role": "طرف"} for id_ in (story.author, story.asker)]
    given = {"titleFa": "تفاهم‌نامه", "kind": "MOU", "parties": parties, "visibility": "PARTNERS"}
    wanted = "partnership { id version }"
    draft = hub.done("draftPartnership", given, wanted, story.author_token)
    ask = {"aboutId": draft["id"], "text": "سررسید نخست کی است؟"}
    assert hub.refused("askQuestion", ask, QUESTION, story.asker_token)[0] == "WRONG_STATUS"
    for organization, token in ((story.author, story.author_token), (story.asker, story.asker_token)):
        draft = hub.done("signPartnership", draft | {"partyId": organization}, wanted, token)
    question = story.ask(draft["id"])
    assert question["id"] in story.waiting(story.author_token, "QUESTION")
    answer = story.answer(question["id"])
    found = hub.ask("query($a: ID!) { answer(id: $a) { fromAuthor organization { id } } }", {"a": answer["id"]}, story.asker_token)  # fmt: skip
    assert found["answer"] == {"fromAuthor": True, "organization": {"id": story.author}}
    assert story.reads(story.other_token, question["id"], answer["id"]) == [False, False]
    assert story.reads(story.coordinator, question["id"], answer["id"]) == [False, False]
    # Of what coordinators do not read, administrators are told.
    complaint = {"aboutId": question["id"], "reason": "به ما ربطی ندارد"}
    made = hub.done("complain", complaint, "complaint { id }", story.author_token)
    assert made["id"] in story.waiting(hub.admin, "COMPLAINT")
    assert story.reads(story.coordinator, made["id"]) == [False]
