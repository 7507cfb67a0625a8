"""A lesson is submitted, sent back, edited and validated; the next edit makes it an earlier wording."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.people import employ, employ_also, reviewer
from tests.running import Hub

ONE = "review { id version status wording }"
STANDING = "query($id: ID!) { lesson(id: $id) { reviewStatus wording reviews { nodes { id status evidence evidenceNote clarity changesRequested rejectionReason answeredOn reviewed { ... on Lesson { id } } } } } }"
DESK = "{ viewer { waiting { kind record { ... on Review { id status } } } } }"
MET = {"evidence": "MET", "applicability": "PARTLY_MET", "clarity": "MET"}


@dataclass(frozen=True)
class Story:
    """Who is in it: an author, a reader, reviewers of sewing, of all and of another topic."""

    hub: Hub
    author: str
    author_token: str
    reader: str
    sewing: str
    all: str
    gardening: str
    topic: str

    def lesson(self, visibility: str | None = "MEMBERS", **more: Any) -> dict[str, Any]:
        """A lesson of the author about sewing, published to these."""
        given = {
            "statement": "پیش از خرید چرخ، سفارش بگیرید",
            "recommendation": "با سه خریدار قرارداد کوچک ببندید.",
            "source": "گزارش سال ۱۴۰۳ کارگاه خیاطی",
            "topicIds": [self.topic],
            **more,
        }
        made = self.hub.done("createLesson", given, "lesson { id version }", self.author_token)
        if visibility is None:
            return dict(made)
        publish = made | {"visibility": visibility}
        return dict(self.hub.done("publishLesson", publish, "lesson { id version }", self.author_token))

    def submit(self, lesson: str, token: str | None = None) -> dict[str, Any]:
        """Its review, submitted."""
        given = {"reviewedId": lesson}
        return dict(self.hub.done("submitForReview", given, ONE, token or self.author_token))

    def standing(self, lesson: str, token: str | None) -> dict[str, Any] | None:
        """What a viewer reads of it and of its reviews."""
        found = self.hub.ask(STANDING, {"id": lesson}, token)["lesson"]
        return None if found is None else dict(found)

    def status(self, lesson: str, token: str | None) -> tuple[str, list[str]]:
        """How it stands for a viewer, and the reviews that they read."""
        found = self.standing(lesson, token)
        assert found is not None
        return found["reviewStatus"], [review["status"] for review in found["reviews"]["nodes"]]

    def waiting(self, token: str) -> list[tuple[str, str]]:
        """The reviews that wait for a viewer."""
        rows = self.hub.ask(DESK, token=token)["viewer"]["waiting"]
        return [(row["kind"], row["record"]["id"]) for row in rows if row["kind"] in {"REVIEW", "CHANGES"}]


@pytest.fixture(scope="module")
def story(hub: Hub) -> Story:
    author, author_token = hub.member("خیریهٔ نسیم البرز")
    readers = hub.organization("انجمن رهروان کار")
    crafts = hub.topic("crafts", "پیشه‌ها")
    sewing = hub.topic("sewing", "خیاطی", crafts)
    garden = hub.topic("gardening", "باغبانی")
    return Story(
        hub,
        author,
        author_token,
        hub.token(readers),
        reviewer(hub, readers, "سارا نوری", [crafts])[1],
        reviewer(hub, readers, "نرگس کریمی")[1],
        reviewer(hub, readers, "مریم صادقی", [garden])[1],
        sewing,
    )


def test_a_lesson_is_sent_back_edited_validated_and_edited_again(hub: Hub, story: Story) -> None:
    lesson = story.lesson()
    id_ = lesson["id"]
    assert story.status(id_, story.reader) == ("NOT_REVIEWED", [])
    review = story.submit(id_)
    assert (review["status"], review["wording"]) == ("SUBMITTED", 1)
    # It waits for whom it is for, its author and reviewers know of it, and others do not.
    for token, kinds in ((story.sewing, ["REVIEW"]), (story.gardening, []), (story.author_token, [])):
        assert story.waiting(token) == [(kind, review["id"]) for kind in kinds]
    for token in (story.author_token, story.sewing, story.gardening):
        assert story.status(id_, token) == ("SUBMITTED", ["SUBMITTED"])
    assert story.status(id_, story.reader) == ("NOT_REVIEWED", [])
    back = {"id": review["id"], "version": 1, "wording": 1} | MET
    back |= {"evidence": "NOT_MET", "evidenceNote": "یک سال", "changesRequested": "سال دوم را هم بیاورید."}
    returned = hub.done("requestChanges", back, ONE, story.sewing)
    assert returned["status"] == "CHANGES_REQUESTED"
    assert story.waiting(story.author_token) == [("CHANGES", review["id"])]
    assert story.waiting(story.sewing) == []
    assert story.status(id_, story.reader) == ("NOT_REVIEWED", [])
    again = {"id": review["id"], "version": 2}
    # What was asked for is not done yet: nothing of the text has changed.
    unchanged = hub.refused("resubmitForReview", again, ONE, story.author_token)
    assert unchanged == ("WORDING_REVIEWED", ["input", "id"])
    edit = lesson | {"recommendation": "با سه خریدار قرارداد یک‌ساله ببندید."}
    hub.done("editLesson", edit, "lesson { id }", story.author_token)
    resubmitted = hub.done("resubmitForReview", again, ONE, story.author_token)
    assert (resubmitted["status"], resubmitted["wording"]) == ("SUBMITTED", 2)
    validate = {"id": review["id"], "version": 3} | MET
    read = validate | {"wording": 1}
    assert hub.refused("validateReview", read, ONE, story.sewing) == ("WORDING_CHANGED", ["input", "wording"])
    missing = validate | {"wording": 2, "clarity": "NOT_MET"}
    assert hub.refused("validateReview", missing, ONE, story.sewing) == (
        "CRITERION_NOT_MET",
        ["input", "clarity"],
    )
    hub.done("validateReview", validate | {"wording": 2}, ONE, story.sewing)
    for token in (story.reader, story.author_token):
        assert story.status(id_, token) == ("VALIDATED", ["VALIDATED"])
    standing = story.standing(id_, story.reader)
    assert standing is not None
    (told,) = standing["reviews"]["nodes"]
    assert told.pop("answeredOn")
    assert told == {
        "id": review["id"],
        "status": "VALIDATED",
        "evidence": "MET",
        "evidenceNote": None,
        "clarity": "MET",
        "changesRequested": None,
        "rejectionReason": None,
        "reviewed": {"id": id_},
    }
    assert story.waiting(story.author_token) == story.waiting(story.sewing) == []
    # Another place in the list of topics is no other wording; another sentence is.
    version = {"id": id_, "version": 3}
    hub.done("editLesson", version | {"topicIds": []}, "lesson { id }", story.author_token)
    assert story.status(id_, story.reader)[0] == "VALIDATED"
    version["version"] = 4
    hub.done("editLesson", version | {"statement": "سفارش، سپس چرخ"}, "lesson { id }", story.author_token)
    assert story.status(id_, story.reader) == ("EARLIER_WORDING", ["VALIDATED"])
    query = "query($status: [ReviewStanding!]) { lessons(filter: {reviewStatus: {in: $status}}) { nodes { id } } }"
    for statuses, ids in ((["EARLIER_WORDING"], [id_]), (["VALIDATED", "SUBMITTED"], [])):
        found = hub.ask(query, {"status": statuses}, story.reader)["lessons"]["nodes"]
        assert [lesson["id"] for lesson in found] == ids


def test_the_history_says_what_was_done_and_by_no_organization(hub: Hub, story: Story) -> None:
    lesson = story.lesson("PUBLIC")
    review = story.submit(lesson["id"])
    judged = {"id": review["id"], "version": 1, "wording": 1} | MET
    hub.done("validateReview", judged, ONE, story.all)
    query = "query($id: ID!) { review(id: $id) { reviewedWording { number values { field value } } versions { nodes { number event office organization { id } } } } }"
    for token in (story.author_token, story.reader, story.all, hub.admin):
        told = hub.ask(query, {"id": review["id"]}, token)["review"]
        assert told["reviewedWording"]["number"] == 1
        versions = told["versions"]["nodes"]
        expected = {"number": 100, "event": "REVIEW_VALIDATED", "office": "REVIEWER", "organization": None}
        assert versions[0] == expected
        assert all(version["organization"] is None for version in versions)
    rows = hub.cypher(
        "MATCH (:Review {id: $id})<-[:SUBJECT]-(e:Event) OPTIONAL MATCH (e)-[:BY]->(o)"
        " RETURN e.kind AS kind, o.id AS by ORDER BY e.sequence",
        id=review["id"],
    )
    assert rows == [{"kind": "REVIEW_SUBMITTED", "by": None}, {"kind": "REVIEW_VALIDATED", "by": None}]
    # Whoever is not signed in is told what came of it.
    assert story.status(lesson["id"], None) == ("VALIDATED", ["VALIDATED"])


def test_who_may_not_is_refused_and_nothing_is_done(hub: Hub, story: Story) -> None:
    lesson = story.lesson()
    review = story.submit(lesson["id"])
    colleague = reviewer(hub, story.author, "زهرا احمدی")[1]
    elsewhere = hub.organization("بنیاد مهر")
    person, beside = reviewer(hub, elsewhere, "لیلا رضایی")
    hub.run(lambda database: employ_also(database, person, story.author))
    before = hub.count()
    given = {"id": review["id"], "version": 1, "wording": 1} | MET
    where = ["input", "id"]
    for token, told in (
        (None, ("SIGN_IN_REQUIRED", [])),
        (story.reader, ("NOT_FOUND", where)),
        (story.author_token, ("NOT_ALLOWED", [])),
        (hub.admin, ("NOT_ALLOWED", [])),
        (story.gardening, ("NOT_YOURS_TO_REVIEW", where)),
        (colleague, ("OWN_WORK", where)),
        (beside, ("OWN_WORK", where)),
    ):
        for mutation, more in (
            ("requestChanges", {"changesRequested": "بیشتر"}),
            ("validateReview", {}),
            ("rejectReview", {"rejectionReason": "نه"}),
        ):
            assert hub.refused(mutation, given | more, ONE, token) == told, (mutation, told)
    assert story.waiting(beside) == story.waiting(colleague) == []
    assert hub.refused("submitForReview", {"reviewedId": lesson["id"]}, ONE, story.author_token) == (
        "IN_REVIEW",
        ["input", "reviewedId"],
    )
    assert hub.refused("submitForReview", {"reviewedId": lesson["id"]}, ONE, story.reader) == (
        "NOT_ALLOWED",
        ["input", "reviewedId"],
    )
    draft, own = story.lesson(None), story.lesson("ORGANIZATION")
    for id_, token, told in (
        (draft["id"], story.author_token, ("NOT_PUBLISHED", ["input", "reviewedId"])),
        (own["id"], story.author_token, ("READ_BY_NO_REVIEWER", ["input", "reviewedId"])),
        (own["id"], story.reader, ("NOT_FOUND", ["input", "reviewedId"])),
        ("les_nowhere", story.reader, ("NOT_FOUND", ["input", "reviewedId"])),
    ):
        assert hub.refused("submitForReview", {"reviewedId": id_}, ONE, token) == told
    assert story.status(lesson["id"], story.author_token) == ("SUBMITTED", ["SUBMITTED"])
    assert hub.cypher("MATCH (r:Review {id: $id}) RETURN r.version AS v", id=review["id"]) == [{"v": 1}]
    assert hub.count() > before  # The two lessons alone were written since.
    assert (
        hub.cypher(
            "MATCH (r:Review)-[:REVIEWS]->(l) WHERE l.id IN $ids RETURN r.id", ids=[draft["id"], own["id"]]
        )
        == []
    )


def test_a_hidden_lesson_hides_its_review(hub: Hub, story: Story) -> None:
    lesson = story.lesson("PARTNERS")
    review = story.submit(lesson["id"])
    given = {"id": review["id"], "version": 1, "wording": 1} | MET
    there = hub.refused("validateReview", given, ONE, story.all)
    nowhere = hub.refused("validateReview", given | {"id": "rvw_nowhere"}, ONE, story.all)
    assert there == nowhere == ("NOT_FOUND", ["input", "id"])
    query = "query($id: ID!) { review(id: $id) { id } reviews { nodes { id } } }"
    read = hub.ask(query, {"id": review["id"]}, story.all)
    assert read["review"] is None
    assert review["id"] not in [node["id"] for node in read["reviews"]["nodes"]]
    assert review["id"] not in [id_ for _, id_ in story.waiting(story.all)]
    assert hub.ask(query, {"id": review["id"]}, story.author_token)["review"] == {"id": review["id"]}


def test_what_is_taken_back_is_reviewed_no_more(hub: Hub, story: Story) -> None:
    lesson = story.lesson()
    review = story.submit(lesson["id"])
    hub.done("withdrawReview", {"id": review["id"], "version": 1}, ONE, story.author_token)
    assert story.status(lesson["id"], story.author_token) == ("NOT_REVIEWED", ["WITHDRAWN"])
    second = story.submit(lesson["id"])
    given = {"id": second["id"], "version": 1, "wording": 1} | MET
    given |= {"evidence": "NOT_MET", "rejectionReason": "تنها یک گفت‌وگو پشت آن است."}
    hub.done("rejectReview", given, ONE, story.all)
    standing, reviews = story.status(lesson["id"], story.author_token)
    assert (standing, sorted(reviews)) == ("REJECTED", ["REJECTED", "WITHDRAWN"])
    assert story.status(lesson["id"], story.reader) == ("NOT_REVIEWED", [])
    again = {"reviewedId": lesson["id"]}
    assert hub.refused("submitForReview", again, ONE, story.author_token) == (
        "WORDING_REVIEWED",
        ["input", "reviewedId"],
    )
    edit = lesson | {"statement": "نخست سفارش بگیرید"}
    hub.done("editLesson", edit, "lesson { id }", story.author_token)
    assert story.status(lesson["id"], story.author_token)[0] == "NOT_REVIEWED"
    assert story.submit(lesson["id"])["wording"] == 2
    # Once the lesson itself is taken back, nobody answers any more.
    third = story.waiting(story.all)
    hub.done("withdrawLesson", {"id": lesson["id"], "version": 3}, "lesson { id }", story.author_token)
    assert len(story.waiting(story.all)) == len(third) - 1


def test_to_take_a_review_back_makes_no_new_text_of_what_was_sent_back(hub: Hub, story: Story) -> None:
    lesson = story.lesson()
    review = story.submit(lesson["id"])
    back = {
        "id": review["id"],
        "version": 1,
        "wording": 1,
        "changesRequested": "سال دوم را هم بیاورید.",
    } | MET
    hub.done("requestChanges", back, ONE, story.all)
    hub.done("withdrawReview", {"id": review["id"], "version": 2}, ONE, story.author_token)
    again = {"reviewedId": lesson["id"]}
    refused = hub.refused("submitForReview", again, ONE, story.author_token)
    assert refused == ("WORDING_REVIEWED", ["input", "reviewedId"])
    hub.done(
        "editLesson", lesson | {"statement": "نخست دو خریدار بیابید"}, "lesson { id }", story.author_token
    )
    assert story.submit(lesson["id"])["wording"] == 2


def test_a_reviewer_of_a_province_is_told_what_was_learned_there(hub: Hub, story: Story) -> None:
    fars, alborz = hub.region("IR-07", "فارس"), hub.region("IR-30", "البرز")
    shiraz = hub.region("IR-07-01", "شیراز", "COUNTY", fars)
    given = {"title": "کارگاه شیراز", "outcome": "SUCCESS", "happened": "سفارش آمد.", "regionId": shiraz}
    experience = hub.done("createExperience", given, "experience { id version }", story.author_token)
    publish = experience | {"visibility": "MEMBERS"}
    hub.done("publishExperience", publish, "experience { id }", story.author_token)
    lesson = story.lesson(experienceIds=[experience["id"]])
    review = story.submit(lesson["id"])
    elsewhere = hub.organization("بنیاد مهر")
    here, there = (reviewer(hub, elsewhere, "هاجر", regions=[id_])[1] for id_ in (fars, alborz))
    assert ("REVIEW", review["id"]) in story.waiting(here)
    assert story.waiting(there) == []
    judged = {"id": review["id"], "version": 1, "wording": 1} | MET
    assert hub.refused("validateReview", judged, ONE, there) == ("NOT_YOURS_TO_REVIEW", ["input", "id"])
    hub.done("validateReview", judged, ONE, here)
    approach = {"title": "سفارش پیش از خرید", "summary": "چنین کنید.", "steps": [{"title": "گفت‌وگو"}]}
    made = hub.done("createApproach", approach, "approach { id version }", story.author_token)
    hub.done("publishApproach", made, "approach { id }", story.author_token)
    assert story.submit(made["id"])["status"] == "SUBMITTED"


def test_an_appointment_that_has_ended_reviews_nothing(hub: Hub, story: Story) -> None:
    organization = hub.organization("کانون فردا")
    person, token = reviewer(hub, organization, "پریسا")
    review = story.submit(story.lesson()["id"])
    assert ("REVIEW", review["id"]) in story.waiting(token)
    (row,) = hub.cypher("MATCH (:Person {id: $id})<-[:APPOINTS]-(a) RETURN a.id AS id", id=person)
    hub.done("endAppointment", {"id": row["id"], "version": 1}, "appointment { id }", hub.admin)
    assert story.waiting(token) == []
    given = {"id": review["id"], "version": 1, "wording": 1} | MET
    assert hub.refused("validateReview", given, ONE, token) == ("NOT_FOUND", ["input", "id"])
    stranger = hub.run(lambda database: employ(database, organization, "سمیه"))[0]
    assert story.waiting(hub.token(organization, person=stranger)) == []
