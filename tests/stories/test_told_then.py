"""What happened while few could read is told to no more, though everybody reads the record by now."""

from dataclasses import dataclass
from typing import Any

import pytest

from graph.migrations import migrate
from tests.people import reviewer
from tests.running import Hub

ONE = "review { id version }"
MET = {"evidence": "MET", "applicability": "MET", "clarity": "MET"}
TOLD = {"statement": "نخست بسنجید", "recommendation": "سپس بسازید.", "source": "گزارش کارگاه"}
FEED = (
    "{ events(first: 100) { nodes { kind toldAt subject { ... on Review { id } ... on Lesson { id }"
    " ... on Partnership { id } ... on MembershipApplication { id } } } } }"
)


@dataclass(frozen=True)
class Story:
    """An author, another member, and a reviewer of everything."""

    hub: Hub
    author: str
    author_token: str
    reader: str
    reader_token: str
    reviewer: str

    def told(self, subject: str, token: str | None) -> list[str]:
        """The kinds of events about something that a viewer is told, the oldest first."""
        rows = self.hub.ask(FEED, token=token)["events"]["nodes"]
        return [row["kind"] for row in reversed(rows) if (row["subject"] or {}).get("id") == subject]

    def count(self, token: str | None, *kinds: str) -> int:
        """How many events of these kinds a viewer counts."""
        query = f"{{ events(filter: {{kind: {{in: [{', '.join(kinds)}]}}}}) {{ totalCount }} }}"
        return int(self.hub.ask(query, token=token)["events"]["totalCount"])

    def lesson(self, visibility: str) -> dict[str, Any]:
        """A lesson of the author, edited once as a draft, published to these."""
        made = self.hub.done("createLesson", TOLD, "lesson { id version }", self.author_token)
        edit = made | {"recommendation": "سپس کم‌کم بسازید."}
        made = self.hub.done("editLesson", edit, "lesson { id version }", self.author_token)
        publish = made | {"visibility": visibility}
        return dict(self.hub.done("publishLesson", publish, "lesson { id version }", self.author_token))


@pytest.fixture(scope="module")
def story(hub: Hub) -> Story:
    author, author_token = hub.member("خیریهٔ سپیدار")
    reader, reader_token = hub.member("انجمن راه نو")
    return Story(hub, author, author_token, reader, reader_token, reviewer(hub, reader, "سارا نوری")[1])


def test_what_reviewers_asked_for_on_the_way_is_told_to_nobody_once_it_is_validated(
    hub: Hub, story: Story
) -> None:
    lesson = story.lesson("PUBLIC")
    review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, ONE, story.author_token)
    asks = review | {"wording": 1, "changesRequested": "سال دوم را هم بیاورید."} | MET
    review = hub.done("requestChanges", asks, ONE, story.reviewer)
    edit = lesson | {"recommendation": "سپس دو سال بسازید."}
    lesson = hub.done("editLesson", edit, "lesson { id version }", story.author_token)
    review = hub.done("resubmitForReview", review, ONE, story.author_token)
    on_the_way = ["REVIEW_SUBMITTED", "REVIEW_CHANGES_REQUESTED", "REVIEW_RESUBMITTED"]
    assert story.told(review["id"], story.reader_token) == []
    hub.done("validateReview", review | {"wording": 2} | MET, ONE, story.reviewer)
    for token in (None, story.reader_token):
        assert story.told(review["id"], token) == ["REVIEW_VALIDATED"]
        assert story.count(token, *on_the_way) == 0
    for token in (story.author_token, story.reviewer):
        assert story.told(review["id"], token) == [*on_the_way, "REVIEW_VALIDATED"]
    # What its lesson goes through later does not bring them back.
    lesson |= {"visibility": "MEMBERS"}
    lesson = hub.done("publishLesson", lesson, "lesson { id version }", story.author_token)
    hub.done("publishLesson", lesson | {"visibility": "PUBLIC"}, "lesson { id }", story.author_token)
    assert story.told(review["id"], story.reader_token) == ["REVIEW_VALIDATED"]
    assert story.told(review["id"], None) == ["REVIEW_VALIDATED"]


def test_how_often_a_draft_was_edited_is_told_to_its_organization_alone(hub: Hub, story: Story) -> None:
    lesson = story.lesson("MEMBERS")["id"]
    assert story.told(lesson, story.reader_token) == ["LESSON_PUBLISHED"]
    for token in (story.author_token, hub.admin):  # Administrators keep the audit, and read drafts no more.
        assert story.told(lesson, token) == ["LESSON_CREATED", "LESSON_EDITED", "LESSON_PUBLISHED"]
    assert story.told(lesson, None) == []
    made = {"id": lesson, "version": 3, "visibility": "PUBLIC"}
    hub.done("publishLesson", made, "lesson { id }", story.author_token)
    # The first publication was told to members, and stays so.
    assert story.told(lesson, None) == ["LESSON_PUBLISHED"]
    assert story.told(lesson, story.reader_token) == ["LESSON_PUBLISHED"] * 2


def test_the_number_of_a_validated_review_does_not_tell_how_many_were_rejected(
    hub: Hub, story: Story
) -> None:
    lesson = story.lesson("PUBLIC")
    review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, ONE, story.author_token)
    reject = review | {"wording": 1, "rejectionReason": "یک سال بس نیست."} | MET
    hub.done("rejectReview", reject, ONE, story.reviewer)
    hub.done("editLesson", lesson | {"statement": "نخست دو سال بسنجید"}, "lesson { id }", story.author_token)
    review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, ONE, story.author_token)
    hub.done("validateReview", review | {"wording": 2} | MET, ONE, story.reviewer)
    query = "query($id: ID!) { lesson(id: $id) { reviewStatus reviews { totalCount nodes { id number } } } }"
    told = {"totalCount": 1, "nodes": [{"id": review["id"], "number": 1}]}
    for token in (None, story.reader_token):
        assert hub.ask(query, {"id": lesson["id"]}, token)["lesson"] == {
            "reviewStatus": "VALIDATED",
            "reviews": told,
        }


def test_a_network_is_told_of_an_application_from_its_submission_on(hub: Hub, story: Story) -> None:
    given = {"level": "NATIONAL", "nameFa": "شبکهٔ ملی کار", "purpose": "از هم بیاموزیم."}
    made = hub.done("createNetwork", given, "network { id version }", story.reader_token)
    hub.done("beginFounding", made, "network { id }", story.reader_token)
    one = "membershipApplication { id version }"
    asked = {"networkId": made["id"], "kind": "FULL", "statement": "می‌خواهیم بیاموزیم."}
    draft = asked | {"documents": [{"title": "اساسنامه"}]}
    at = hub.done("draftApplication", draft, one, story.author_token)
    at = hub.done("editApplication", at | {"licenceNumber": "۱۲"}, one, story.author_token)
    assert story.told(at["id"], story.reader_token) == []
    at = hub.done("submitApplication", at, one, story.author_token)
    assert story.told(at["id"], story.reader_token) == ["APPLICATION_SUBMITTED"]
    own = ["APPLICATION_DRAFTED", "APPLICATION_EDITED", "APPLICATION_SUBMITTED"]
    assert story.told(at["id"], story.author_token) == own
    hub.done("returnApplication", at | {"reasons": ["ناخوانا"]}, one, story.reader_token)
    assert story.told(at["id"], story.reader_token) == ["APPLICATION_SUBMITTED", "APPLICATION_RETURNED"]


def test_a_party_of_a_partnership_is_told_of_a_draft_from_the_day_it_is_in_it(hub: Hub, story: Story) -> None:
    late, late_token = hub.member("بنیاد پیوند")
    one = "partnership { id version }"
    parties = [{"organizationId": one, "role": "آموزش"} for one in (story.author, story.reader)]
    given = {"kind": "MOU", "titleFa": "کارگاه مشترک", "parties": parties, "visibility": "PUBLIC"}
    at = hub.done("draftPartnership", given, one, story.author_token)
    edit = at | {"parties": [*parties, {"organizationId": late, "role": "میزبان"}]}
    hub.done("editPartnership", edit, one, story.author_token)
    assert story.told(at["id"], late_token) == ["PARTNERSHIP_EDITED"]
    assert story.told(at["id"], story.reader_token) == ["PARTNERSHIP_DRAFTED", "PARTNERSHIP_EDITED"]
    assert story.told(at["id"], None) == []


def test_a_graph_of_before_tells_no_more_than_that_either(hub: Hub, story: Story) -> None:
    lesson = story.lesson("PUBLIC")
    given = {"reviewedId": lesson["id"]}
    for wording, (move, more) in enumerate(
        (("rejectReview", {"rejectionReason": "نه"}), ("validateReview", {})), 1
    ):
        review = hub.done("submitForReview", given, ONE, story.author_token)
        hub.done(move, review | more | {"wording": wording} | MET, ONE, story.reviewer)
        edit = {"id": lesson["id"], "version": lesson["version"] + wording - 1, "statement": f"بار {wording}"}
        hub.done("editLesson", edit, "lesson { id }", story.author_token)
    hidden = story.lesson("ANONYMIZED")["id"]
    # As it was: all events had the audience of their record, and reviews were counted whatever became of them.
    hub.cypher("MATCH (e:Event) REMOVE e.thenAudience, e.thenOwnerIds")
    hub.cypher(
        "MATCH (n {id: $id}) MATCH (n)<-[:REVIEWS*0..1]-()<-[:SUBJECT]-(e:Event) SET e.audience = 'PUBLIC'",
        id=lesson["id"],
    )
    hub.cypher("MATCH (r:Review {id: $id}) SET r.number = 2", id=review["id"])
    hub.cypher("MATCH (e:Event)-[:SUBJECT]->({id: $id}) SET e.untold = '2001-02'", id=hidden)
    assert len(story.told(lesson["id"], None)) == 5
    for _ in range(2):
        hub.cypher("MATCH (m:Migration {name: 'm0017_told_then'}) DELETE m")
        assert hub.run(migrate) == ["m0017_told_then"]
        assert story.told(lesson["id"], None) == ["LESSON_PUBLISHED", "LESSON_EDITED", "LESSON_EDITED"]
        assert story.told(review["id"], None) == ["REVIEW_VALIDATED"]
        assert story.told(review["id"], story.author_token) == ["REVIEW_SUBMITTED", "REVIEW_VALIDATED"]
        numbers = hub.cypher("MATCH (r:Review {id: $id}) RETURN r.number AS number", id=review["id"])
        assert numbers == [{"number": 1}]
    hub.cypher("MATCH (c:Counter {name: 'events'}) SET c.month = '2001-02'")
    hub.done("createLesson", {**TOLD, "statement": "دیگر"}, "lesson { id }", story.author_token)
    assert story.told(hidden, story.reader_token) == ["LESSON_PUBLISHED"]


WHEN = (
    "query($id: ID!) { node(id: $id) { ... on Lesson { reviews { nodes { version answeredOn"
    " versions { nodes { number at } } } } } } }"
)


def _validated(hub: Hub, story: Story, visibility: str, *, sent_back: bool) -> tuple[str, str]:
    """A lesson and its review, which was validated on the 17th of a month."""
    lesson = story.lesson(visibility)
    review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, ONE, story.author_token)
    wording = 1
    if sent_back:
        asks = review | {"wording": 1, "changesRequested": "سال دوم را هم بیاورید."} | MET
        review = hub.done("requestChanges", asks, ONE, story.reviewer)
        edit = lesson | {"recommendation": "دو سال بسنجید."}
        hub.done("editLesson", edit, "lesson { id }", story.author_token)
        review, wording = hub.done("resubmitForReview", review, ONE, story.author_token), 2
    hub.done("validateReview", review | {"wording": wording} | MET, ONE, story.reviewer)
    hub.cypher(
        "MATCH (r:Review {id: $id})-[:HAS_VERSION]->(v)"
        " SET r.judgedOn = date('2026-01-17'), v.at = datetime('2026-01-17T10:20:30Z')",
        id=review["id"],
    )
    return lesson["id"], review["id"]


@pytest.mark.parametrize("visibility", ["MEMBERS", "ANONYMIZED"])
def test_when_an_anonymized_lesson_was_reviewed_others_read_by_its_month(
    hub: Hub, story: Story, visibility: str
) -> None:
    lesson, _ = _validated(hub, story, visibility, sent_back=False)
    exact = ("2026-01-17", "2026-01-17T10:20:30Z")
    month = ("2026-01-01", "2025-12-31T20:30:00Z")
    others = month if visibility == "ANONYMIZED" else exact
    for token, when in (
        (story.author_token, exact),
        (story.reader_token, others),
        (story.reviewer, others),
        (hub.admin, others),
    ):
        (told,) = hub.ask(WHEN, {"id": lesson}, token)["node"]["reviews"]["nodes"]
        assert (told["answeredOn"], told["versions"]["nodes"][0]["at"]) == when


@pytest.mark.parametrize("visibility", ["MEMBERS", "ANONYMIZED"])
def test_a_review_that_nobody_has_answered_has_no_day(hub: Hub, story: Story, visibility: str) -> None:
    lesson = story.lesson(visibility)
    review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, ONE, story.author_token)
    for status in ("SUBMITTED", "WITHDRAWN"):
        for token in (story.author_token, story.reviewer, hub.admin):
            listed = hub.ask("{ reviews { nodes { id status answeredOn } } }", token=token)["reviews"][
                "nodes"
            ]
            told = [one for one in listed if one["id"] == review["id"]]
            assert told == [{"id": review["id"], "status": status, "answeredOn": None}]
        if status == "SUBMITTED":
            hub.done("withdrawReview", {"id": review["id"], "version": 1}, ONE, story.author_token)


def test_who_may_not_know_an_author_takes_back_nothing_of_theirs(hub: Hub, story: Story) -> None:
    for visibility, refusal in (("ANONYMIZED", ("NOT_ALLOWED", [])), ("MEMBERS", None)):
        lesson = story.lesson(visibility)
        review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, ONE, story.author_token)
        given = {"id": review["id"], "version": 1}
        if refusal is None:
            assert hub.done("withdrawReview", given, ONE, hub.admin)["version"] == 2
            continue
        for move in ("withdrawReview", "resubmitForReview"):
            assert hub.refused(move, given, ONE, hub.admin) == refusal
        assert hub.ask(
            "query($id: ID!) { review(id: $id) { status version } }", given, story.author_token
        ) == {"review": {"status": "SUBMITTED", "version": 1}}


def test_the_version_of_a_validated_review_does_not_tell_how_often_it_was_sent_back(
    hub: Hub, story: Story
) -> None:
    for sent_back, own in ((False, [100, 1]), (True, [100, 3, 2, 1])):
        lesson, _ = _validated(hub, story, "ANONYMIZED", sent_back=sent_back)
        for token, numbers in ((story.reader_token, [100]), (story.author_token, own)):
            (told,) = hub.ask(WHEN, {"id": lesson}, token)["node"]["reviews"]["nodes"]
            assert told["version"] == 100
            assert [one["number"] for one in told["versions"]["nodes"]] == numbers


def test_reviews_of_before_are_told_as_those_of_today(hub: Hub, story: Story) -> None:
    lesson, review = _validated(hub, story, "ANONYMIZED", sent_back=True)
    hub.cypher(
        "MATCH (r:Review {id: $id}) MATCH (r)-[:HAS_VERSION]->(v {number: 100})"
        " SET r.answeredOn = r.judgedOn, v.wasAnsweredOn = r.judgedOn, r.version = 4, v.number = 4"
        " REMOVE r.judgedOn",
        id=review,
    )
    for _ in range(2):
        hub.cypher("MATCH (m:Migration {name: 'm0018_reviews'}) DELETE m")
        assert hub.run(migrate) == ["m0018_reviews"]
        (told,) = hub.ask(WHEN, {"id": lesson}, story.reader_token)["node"]["reviews"]["nodes"]
        assert told == {
            "version": 100,
            "answeredOn": "2026-01-01",
            "versions": {"nodes": [{"number": 100, "at": "2025-12-31T20:30:00Z"}]},
        }
        left = "MATCH (r:Review {id: $id})-[:HAS_VERSION]->(v) RETURN r.answeredOn AS day, v.wasAnsweredOn AS was"
        assert {(row["day"], row["was"]) for row in hub.cypher(left, id=review)} == {(None, None)}


def test_a_reviewer_of_today_reads_what_reviewers_were_told_before_and_none_of_it_afterwards(
    hub: Hub, story: Story
) -> None:
    lesson = story.lesson("PUBLIC")
    review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, ONE, story.author_token)
    asks = review | {"wording": 1, "changesRequested": "سال دوم را هم بیاورید."} | MET
    hub.done("requestChanges", asks, ONE, story.reviewer)
    person, token = reviewer(hub, story.reader, "مریم صادقی")
    assert story.told(review["id"], token) == ["REVIEW_SUBMITTED", "REVIEW_CHANGES_REQUESTED"]
    # What was the organization's alone then, the office was not told.
    assert story.told(lesson["id"], token) == ["LESSON_PUBLISHED"]
    (held,) = hub.cypher(
        "MATCH (a:Appointment)-[:APPOINTS]->({id: $id}) RETURN a.id AS id, a.version AS version", id=person
    )
    hub.done("endAppointment", held, "appointment { id }", hub.admin)
    assert story.told(review["id"], token) == []
