"""Somebody follows a topic: a lesson about it is published, sent back, validated; they are told it, and why.

Who may not read it is told nothing, and cannot work it out either.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph.compiler import Compiler
from graph.connection import Database
from graph.model import MODEL
from hub.context import ANONYMOUS, Context
from hub.news import News, answered, news_of, place_now
from hub.readers import readers
from tests.browser import Browser, Mailbox, joined
from tests.people import reviewer
from tests.running import Hub

pytestmark = pytest.mark.mails(HUB_ANONYMITY="1")

NEWS = """query($first: Int, $after: String, $since: String) {
  notifications(first: $first, after: $after, since: $since) {
    newCount
    nodes { cursor new
            event { kind subject { __typename ... on Lesson { id statement reviewStatus }
                                   ... on Review { status reviewed { ... on Lesson { id } } } } }
            reasons { follow { id kind record { ... on Topic { label } } } savedSearch { id name } } }
    pageInfo { hasNextPage endCursor } } }"""
DESK = """{ viewer { follows { id kind below record { __typename } }
                     savedSearches { id name query types told topics { slug } regions { code } } } }"""
MET = {"evidence": "MET", "applicability": "PARTLY_MET", "clarity": "MET"}
REVIEW = "review { id version }"


@dataclass(frozen=True)
class Story:
    """An author, a reviewer, a reader who follows, and a broader topic with a narrower one."""

    hub: Hub
    author: str
    author_token: str
    judge: str
    topic: str
    narrower: str
    reader: Browser

    def lesson(self, visibility: str, **more: Any) -> dict[str, Any]:
        """A lesson of the author about the narrower topic, published to these; its id and version."""
        given = {
            "statement": "پیش از خرید چرخ، سفارش بگیرید",
            "recommendation": "با سه خریدار قرارداد کوچک ببندید.",
            "source": "گزارش سال ۱۴۰۳",
            "topicIds": [self.narrower],
            **more,
        }
        made = self.hub.done("createLesson", given, "lesson { id version }", self.author_token)
        publish = made | {"visibility": visibility}
        return dict(self.hub.done("publishLesson", publish, "lesson { id version }", self.author_token))


@pytest.fixture(scope="module")
def story(hub: Hub, mailbox: Mailbox) -> Story:
    author, author_token = hub.member("خیریهٔ نسیم البرز")
    crafts = hub.topic("crafts", "پیشه‌ها")
    sewing = hub.topic("sewing", "خیاطی", crafts)
    judge = reviewer(hub, hub.organization("انجمن رهروان کار"), "سارا نوری", [crafts])[1]
    reader = joined(hub, mailbox, hub.organization("کانون فردا"), "reader@example.ir")
    return Story(hub, author, author_token, judge, crafts, sewing, reader)


def told(browser: Browser, **asked: Any) -> list[dict[str, Any]]:
    """What somebody is told, the newest first."""
    return list(browser.ask(NEWS, asked)["notifications"]["nodes"])


def kinds(browser: Browser, **asked: Any) -> list[str]:
    """The kinds of events that somebody is told of."""
    return [one["event"]["kind"] for one in told(browser, **asked)]


def kept(hub: Hub) -> list[dict[str, Any]]:
    """How many follows and saved searches there are."""
    return hub.cypher("MATCH (n:Follow|SavedSearch) RETURN count(n) AS n")


def test_a_lesson_is_sent_back_and_validated_and_told_to_those_who_follow_its_topic(
    hub: Hub, story: Story
) -> None:
    reader = story.reader
    before = story.lesson("MEMBERS")
    follow = reader.done("follow", {"id": story.topic}, "id")["id"]
    assert told(reader) == []  # What happened before is no news.
    lesson = story.lesson("MEMBERS")
    review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, REVIEW, story.author_token)
    back = review | MET | {"wording": 1, "evidence": "NOT_MET", "changesRequested": "سال دوم را هم بیاورید."}
    assert kinds(reader) == ["LESSON_PUBLISHED"]  # What is submitted is for reviewers.
    returned = hub.done("requestChanges", back, REVIEW, story.judge)
    edit = lesson | {"recommendation": "با سه خریدار قرارداد یک‌ساله ببندید."}
    hub.done("editLesson", edit, "lesson { id }", story.author_token)
    again = hub.done("resubmitForReview", returned, REVIEW, story.author_token)
    hub.done("validateReview", again | MET | {"wording": 2}, REVIEW, story.judge)
    news = told(reader)
    assert news[0]["event"] == {
        "kind": "REVIEW_VALIDATED",
        "subject": {"__typename": "Review", "status": "VALIDATED", "reviewed": {"id": lesson["id"]}},
    }
    reason = {"follow": {"id": follow, "kind": "TOPIC", "record": {"label": "پیشه‌ها"}}, "savedSearch": None}
    assert news[0]["reasons"] == [reason]
    # In their language, where the word has one.
    hub.cypher("MATCH (t:Topic {slug: 'crafts'}) SET t.labelEn = 'Crafts'")
    for language, label in (("fa", "پیشه‌ها"), ("en", "Crafts")):
        found = reader.ask(NEWS, {"first": 1}, accept_language=language)["notifications"]["nodes"]
        assert found[0]["reasons"][0]["follow"]["record"] == {"label": label}
    assert all(before["id"] not in str(one) for one in news)
    # One click, and they are told no more.
    reader.done("unfollow", {"id": follow}, "done")
    assert told(reader) == []
    assert reader.refused("unfollow", {"id": follow}, "done") == "NOT_FOUND"


def test_who_may_not_read_it_is_told_nothing_and_their_answer_is_the_same(
    hub: Hub, mailbox: Mailbox, story: Story
) -> None:
    """Whether a hidden record on my topic was written or not, my answers are the same, byte for byte."""
    reader = joined(hub, mailbox, hub.organization("بنیاد مهر"), "blind@example.ir")
    own = joined(hub, mailbox, story.author, "colleague@example.ir")
    for one in (reader, own):
        one.done("follow", {"id": story.topic}, "id")
        one.done("follow", {"id": story.author}, "id")
        given = {"name": "چرخ", "query": "چرخ سفارش"}
        one.done("saveSearch", given, "id")
    shown = story.lesson("MEMBERS")
    since = reader.ask(NEWS, {"first": 1})["notifications"]["pageInfo"]["endCursor"]
    since = since.replace("-toldAt", "+toldAt")

    def answers() -> tuple[bytes, ...]:
        """Without what is left of the budget, which goes down by every question."""
        asked = ((NEWS, {}), (NEWS, {"first": 1}), (NEWS, {"since": since}), (DESK, {}))
        return tuple(reader.post(*one).content.partition(b'"extensions"')[0] for one in asked)

    before, own_before = answers(), kinds(own)
    hidden = story.lesson("ORGANIZATION")
    story.lesson("PARTNERS")
    failure = story.lesson("ANONYMIZED", statement="بی سفارش نخرید", source="گزارش یک کارگاه")
    experience = {"title": "نشد", "outcome": "FAILURE", "happened": "چرخ‌ها ماند.", "topicIds": [story.topic]}
    made = hub.done("createExperience", experience, "experience { id version }", story.author_token)
    publish = made | {"visibility": "ANONYMIZED"}
    hub.done("publishExperience", publish, "experience { id }", story.author_token)
    assert answers() == before
    # Its own organization is told of all of them.
    assert len(kinds(own)) == len(own_before) + 8
    assert hidden["id"] in str(told(own))
    # The control: one that may be read changes the answers.
    story.lesson("PUBLIC")
    assert all(one != other for one, other in zip(answers()[:3], before, strict=False))
    # Once its month is over, what is anonymized is told by its topic, and never by its organization.
    hub.cypher("MATCH (e:Event) WHERE e.untold IS NOT NULL SET e.untold = '2020-01'")
    hub.cypher("MATCH (c:Counter {name: 'events'}) SET c.month = '2020-01'")
    story.lesson("ORGANIZATION")
    later = [one for one in told(reader, first=50) if failure["id"] in str(one)]
    assert {one["event"]["kind"] for one in later} == {"LESSON_PUBLISHED"}
    reasons = [
        reason["follow"]["kind"] if reason["follow"] else "SEARCH"
        for one in later
        for reason in one["reasons"]
    ]
    assert set(reasons) == {"TOPIC"}
    assert shown["id"] in str(told(reader, first=50))


def test_what_was_shown_and_is_hidden_now_is_told_no_more(hub: Hub, mailbox: Mailbox, story: Story) -> None:
    reader = joined(hub, mailbox, hub.organization("خانهٔ امید"), "later@example.ir")
    reader.done("follow", {"id": story.narrower}, "id")
    lesson = story.lesson("MEMBERS")
    follow = reader.done("follow", {"id": lesson["id"]}, "id")["id"]
    assert len(told(reader)) == 1
    hub.done("withdrawLesson", lesson, "lesson { id }", story.author_token)
    assert told(reader) == []
    follows = {one["id"]: one for one in reader.ask(DESK)["viewer"]["follows"]}
    assert follows[follow] == {"id": follow, "kind": "LESSON", "below": True, "record": None}
    # To follow something hidden and something that is not there is refused in the same words.
    hidden = story.lesson("ORGANIZATION")
    told_of = reader.deed("follow", {"id": hidden["id"]}, "id")
    assert told_of == reader.deed("follow", {"id": "les_nowhere"}, "id")
    assert told_of["errors"][0]["code"] == "NOT_FOUND"


def test_nobody_is_told_of_what_they_did_themselves(hub: Hub, mailbox: Mailbox, story: Story) -> None:
    organization = hub.organization("کارگاه مهرگان")
    editor = joined(hub, mailbox, organization, "editor@example.ir")
    colleague = joined(hub, mailbox, organization, "colleague2@example.ir")
    for one in (editor, colleague):
        one.done("follow", {"id": story.narrower}, "id")
    given = {"title": "کلاس", "outcome": "SUCCESS", "happened": "شد.", "topicIds": [story.narrower]}
    assert editor.write("createExperience", given, "experience { id }")["errors"] == []
    assert kinds(editor) == []
    assert kinds(colleague) == ["EXPERIENCE_CREATED"]


def test_a_saved_search_tells_of_what_is_published_and_answers_it(
    hub: Hub, mailbox: Mailbox, story: Story
) -> None:
    reader = joined(hub, mailbox, hub.organization("انجمن جوینده"), "seeker@example.ir")
    given = {"name": "زنبور", "query": "زنبورداری", "types": ["LESSON"], "topicIds": [story.topic]}
    saved = reader.done("saveSearch", given, "id")["id"]
    silent = reader.done("saveSearch", given | {"name": "خاموش", "told": False}, "id")["id"]
    story.lesson("MEMBERS")
    assert told(reader) == []
    story.lesson("MEMBERS", statement="زنبورداری را از دو کندو آغاز کنید", topicIds=[])
    assert told(reader) == []
    found = story.lesson("MEMBERS", statement="زنبورداری را از دو کندو آغاز کنید")
    (one,) = told(reader)
    assert one["event"]["subject"]["id"] == found["id"]
    assert one["reasons"] == [{"follow": None, "savedSearch": {"id": saved, "name": "زنبور"}}]
    desk = reader.ask(DESK)["viewer"]["savedSearches"]
    common = {"query": "زنبورداری", "types": ["LESSON"], "topics": [{"slug": "crafts"}], "regions": []}
    assert desk == [
        {"id": silent, "name": "خاموش", "told": False, **common},
        {"id": saved, "name": "زنبور", "told": True, **common},
    ]
    # Told from now on: what was published meanwhile is no news.
    reader.done("editSavedSearch", {"id": silent, "told": True, "name": "گویا"}, "done")
    assert [reason["savedSearch"]["id"] for reason in told(reader)[0]["reasons"]] == [saved]
    reader.done("removeSavedSearch", {"id": saved}, "done")
    assert told(reader) == []
    for deed, more in (("editSavedSearch", {"name": "نو"}), ("removeSavedSearch", {})):
        assert reader.refused(deed, {"id": saved, **more}, "done") == "NOT_FOUND"
        assert story.reader.refused(deed, {"id": silent, **more}, "done") == "NOT_FOUND"


def test_what_was_seen_is_new_no_more(hub: Hub, mailbox: Mailbox, story: Story) -> None:
    reader = joined(hub, mailbox, hub.organization("خانهٔ نو"), "seen@example.ir")
    reader.done("follow", {"id": story.narrower}, "id")
    for _ in range(4):
        story.lesson("MEMBERS")
    page = reader.ask(NEWS, {"first": 3})["notifications"]
    assert (page["newCount"], [one["new"] for one in page["nodes"]]) == (4, [True] * 3)
    assert page["pageInfo"] == {"hasNextPage": True, "endCursor": page["nodes"][-1]["cursor"]}
    rest = reader.ask(NEWS, {"after": page["pageInfo"]["endCursor"]})["notifications"]
    assert (rest["newCount"], len(rest["nodes"]), rest["pageInfo"]["hasNextPage"]) == (None, 1, False)
    reader.done("markSeen", {"upTo": page["nodes"][1]["cursor"]}, "done")
    assert reader.ask(NEWS)["notifications"]["newCount"] == 1
    assert [one["new"] for one in told(reader)] == [True, False, False, False]
    reader.done("markSeen", {"upTo": rest["nodes"][0]["cursor"]}, "done")  # Nothing is new again.
    assert reader.ask(NEWS)["notifications"]["newCount"] == 1
    reader.done("markSeen", {"upTo": None}, "done")
    assert reader.ask(NEWS)["notifications"]["newCount"] == 0
    assert reader.refused("markSeen", {"upTo": "yesterday"}, "done") == "BAD_CURSOR"


def test_nobody_but_a_person_follows_and_nobody_sees_who_does(hub: Hub, story: Story) -> None:
    before = kept(hub)
    anonymous = Browser(hub)
    for deed, given in (
        ("follow", {"id": story.topic}),
        ("unfollow", {"id": "flw_none"}),
        ("saveSearch", {"name": "نام", "query": "چرخ"}),
        ("editSavedSearch", {"id": "svs_none"}),
        ("removeSavedSearch", {"id": "svs_none"}),
        ("markSeen", {"upTo": None}),
    ):
        wanted = "id" if deed in {"follow", "saveSearch"} else "done"
        for token, code in ((story.author_token, "PERSON_REQUIRED"), (hub.admin, "PERSON_REQUIRED")):
            (error,) = hub.deed(deed, given, wanted, token)["errors"]
            assert error["code"] == code, deed
        assert anonymous.refused(deed, given, wanted) == "SIGN_IN_REQUIRED"
    assert kept(hub) == before
    deeds = ["follow", "unfollow", "saveSearch", "editSavedSearch", "removeSavedSearch", "markSeen"]
    entries = "MATCH (a:AuditEntry {kind: 'DEED'}) WHERE a.what IN $deeds RETURN count(a) AS n"
    assert hub.cypher(entries, deeds=[*deeds, "acceptPersonInvitation"]) != [{"n": 0}]
    assert hub.cypher(entries, deeds=deeds) == [{"n": 0}]
    for token in (story.author_token, hub.admin, None):
        assert hub.ask(NEWS, token=token)["notifications"]["nodes"] == []
        assert hub.ask(DESK, token=token)["viewer"] == {"follows": [], "savedSearches": []}


def test_limits_and_bad_input_are_refused_and_nothing_is_written(
    hub: Hub, mailbox: Mailbox, story: Story
) -> None:
    reader = joined(hub, mailbox, hub.organization("خانهٔ بسیار"), "many@example.ir")
    before = kept(hub)
    search = {"name": "نام", "query": "چرخ"}
    for given, expected in (
        ({"name": " "}, ("TEXT_EMPTY", ["input", "name"])),
        ({"query": "؟"}, ("TEXT_EMPTY", ["input", "query"])),
        ({"topicIds": ["reg_wrong"]}, ("BAD_ID", ["input", "topicIds"])),
        ({"query": "چرخ " * 400}, ("TEXT_TOO_LONG", ["input", "query"])),
        ({"years": [2025] * 501}, ("LIST_TOO_LONG", ["input", "years"])),
    ):
        (error,) = reader.deed("saveSearch", search | given, "id")["errors"]
        assert (error["code"], error["path"]) == expected
    (error,) = reader.deed("follow", {"id": "per_somebody"}, "id")["errors"]
    assert (error["code"], error["path"]) == ("CANNOT_BE_FOLLOWED", ["input", "id"])
    assert kept(hub) == before
    # Twice is once; only what is below changes.
    first = reader.done("follow", {"id": story.topic}, "id")["id"]
    assert reader.done("follow", {"id": story.topic, "below": False}, "id")["id"] == first
    assert reader.ask(DESK)["viewer"]["follows"][0]["below"] is False
    story.lesson("MEMBERS")
    assert told(reader) == []  # It is about a narrower topic.
    for _ in range(20):
        reader.done("saveSearch", search, "id")
    assert reader.refused("saveSearch", search, "id") == "TOO_MANY_SAVED_SEARCHES"
    hub.cypher(
        "MATCH (a:Account {mailKey: 'many@example.ir'}) UNWIND range(1, 99) AS i"
        " CREATE (:Follow {id: 'flw_' + i, kind: 'TOPIC', below: true, createdAt: datetime(),"
        " since: datetime()})-[:OF]->(a)"
    )
    assert reader.refused("follow", {"id": story.narrower}, "id") == "TOO_MANY_FOLLOWS"
    assert reader.done("follow", {"id": story.topic}, "id")["id"] == first
    # Who deletes the account takes all of it along.
    reader.done("deleteAccount", {"mail": "many@example.ir"}, "done")
    assert kept(hub) == before


def test_merged_terms_and_organizations_are_followed_on(hub: Hub, mailbox: Mailbox, story: Story) -> None:
    reader = joined(hub, mailbox, hub.organization("خانهٔ پیگیر"), "merge@example.ir")
    old, new = (
        hub.done("addTopic", {"slug": slug, "labelFa": label}, "topic { id }", hub.admin)["id"]
        for slug, label in (("tailoring", "دوزندگی"), ("garments", "پوشاک"))
    )
    one, other = hub.organization("گروه یکم"), hub.member("گروه دوم")
    for id_ in (old, one, other[0]):
        reader.done("follow", {"id": id_}, "id")
    merge = {"id": old, "intoId": new, "version": 1}
    hub.done("mergeTopic", merge, "topic { id }", hub.admin)
    told(reader)
    lesson = story.lesson("MEMBERS", topicIds=[new])
    assert lesson["id"] in str(told(reader))
    hub.done(
        "mergeOrganizations", {"id": other[0], "mergeId": one, "version": 1}, "organization { id }", hub.admin
    )
    follows = reader.ask("{ viewer { follows { record { ... on Organization { id } } } } }")["viewer"][
        "follows"
    ]
    assert [follow["record"] for follow in follows if follow["record"]].count({"id": other[0]}) == 1


def test_the_hub_reads_news_for_a_person_with_the_rights_of_their_session(
    hub: Hub, mailbox: Mailbox, story: Story
) -> None:
    organization = hub.organization("خانهٔ نامه")
    reader = joined(hub, mailbox, organization, "letter@example.ir")
    reader.done("follow", {"id": story.narrower}, "id")
    (row,) = hub.cypher("MATCH (:Account {mailKey: 'letter@example.ir'})-[:OF]->(p) RETURN p.id AS id")

    async def read(database: Database) -> tuple[News, News, dict[str, Any]]:
        zone = ZoneInfo("Asia/Tehran")
        (viewer,) = await readers(database, zone, row["id"], datetime.now(UTC))
        assert viewer.organization == organization
        context = Context(database, Compiler(MODEL), viewer, zone, 1)
        until = await place_now(context)
        some = await news_of(context, since, until, most=1)
        return some, await news_of(context, some.place, until), await answered(context, DESK)

    async def place(database: Database) -> str:
        return await place_now(Context(database, Compiler(MODEL), ANONYMOUS))

    since = hub.run(place)
    story.lesson("ORGANIZATION")
    story.lesson("MEMBERS")
    lesson = story.lesson("MEMBERS")
    some, rest, desk = hub.run(read)
    kinds_ = [one["event"]["kind"] for one in (*some.told, *rest.told)]
    assert kinds_ == ["LESSON_PUBLISHED"] * 2
    assert (some.more, rest.more) == (True, False)
    assert rest.told[0]["event"]["subject"] == {"__typename": "Lesson", "id": lesson["id"]}
    assert rest.told[0]["reasons"][0]["follow"]["record"]["id"] == story.narrower
    assert desk == reader.ask(DESK)
    hub.cypher("MATCH (a:Account {mailKey: 'letter@example.ir'}) SET a.disabledAt = datetime()")
    assert hub.run(lambda database: readers(database, ZoneInfo("UTC"), row["id"], datetime.now(UTC))) == ()
