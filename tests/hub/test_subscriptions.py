"""Subscriptions over WebSockets and event streams: what happens is told, in order, to whoever may read it then."""

import json
import time
from dataclasses import dataclass
from typing import Any

import pytest

from tests.hub.listening import CHANGES, EVENTS, listening, streaming
from tests.running import Hub, start_hub, stop_hub

PUBLISHED = {"kind": {"eq": "LESSON_PUBLISHED"}}
"""What is told of a lesson whenever it is read: its creation is told only to whoever may read it in time."""

VIEWER_SECONDS = 6
"""How long a hub may remember who somebody is, and one more."""


@dataclass(frozen=True)
class Cast:
    """Two members who share no partnership."""

    author: str
    author_token: str
    reader: str
    reader_token: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    (author, author_token), (reader, reader_token) = hub.member("صنف روان"), hub.member("انجمن خوانا")
    return Cast(author, author_token, reader, reader_token)


def written(hub: Hub, token: str, statement: str = "بسنجید", visibility: str = "PUBLIC") -> dict[str, Any]:
    """A lesson that is not published yet."""
    given = {
        "statement": statement,
        "recommendation": "چنین کنید.",
        "source": "گزارش",
        "visibility": visibility,
    }
    return dict(hub.done("createLesson", given, "lesson { id version }", token))


def published(hub: Hub, token: str, statement: str = "بسنجید", visibility: str = "PUBLIC") -> str:
    """A published lesson's id."""
    made = written(hub, token, statement, visibility)
    hub.done("publishLesson", made, "lesson { id }", token)
    return str(made["id"])


# -- what comes ------------------------------------------------------------------------------------


def test_an_event_is_told_as_it_happens(hub: Hub, cast: Cast) -> None:
    with listening(hub.address) as socket:
        socket.subscribe("a", EVENTS, filter=PUBLISHED)
        made = published(hub, cast.author_token, "آزموده")
        message = socket.heard()
        assert (message["id"], message["type"]) == ("a", "next")
        event = message["payload"]["data"]["events"]
        assert event["kind"] == "LESSON_PUBLISHED"
        assert event["subject"] == {"id": made, "statement": "آزموده"}
        assert socket.is_quiet()


def test_an_event_stream_tells_the_same(hub: Hub, cast: Cast) -> None:
    with streaming(hub.address, EVENTS, {"filter": PUBLISHED}) as stream:
        assert stream.response.status_code == 200
        made = published(hub, cast.author_token)
        event = stream.next()
        assert event is not None
        assert event["event"] == "next"
        told = json.loads(event["data"])
        assert told["data"]["events"]["subject"]["id"] == made
        assert told["extensions"] == {"cursor": event["id"]}


def test_changes_of_one_record_show_it_as_it_is_then(hub: Hub, cast: Cast) -> None:
    made, other = published(hub, cast.author_token), published(hub, cast.author_token)
    with listening(hub.address, cast.reader_token) as socket:
        socket.subscribe("a", CHANGES, id=made)
        for id_ in (other, made):
            edit = {"id": id_, "version": 2, "statement": "بهتر بسنجید"}
            hub.done("editLesson", edit, "lesson { id }", cast.author_token)
        (told,) = socket.told(1)
        event = told["data"]["changes"]
        assert event["kind"] == "LESSON_EDITED"
        assert event["subject"] == {"id": made, "statement": "بهتر بسنجید", "version": 3}
        assert socket.is_quiet()


def test_a_filter_names_aliases_and_fragments_are_those_of_any_query(hub: Hub, cast: Cast) -> None:
    document = (
        "subscription S($kind: EventKind!, $after_: String) { ...Root }"
        " fragment Root on Subscription { feed: events(filter: {kind: {eq: $kind}}, after: $after_) { ...Told } }"
        " fragment Told on Event { what: kind at __typename }"
    )
    with listening(hub.address, cast.author_token) as socket:
        socket.subscribe("a", document, kind="LESSON_CREATED")
        published(hub, cast.author_token)
        (told,) = socket.told(1)
        feed = told["data"]["feed"]
        assert (feed["what"], feed["__typename"], set(feed)) == (
            "LESSON_CREATED",
            "Event",
            {"what", "at", "__typename"},
        )
        assert socket.is_quiet()


def test_several_subscriptions_of_one_connection_end_one_by_one(hub: Hub, cast: Cast) -> None:
    with listening(hub.address) as socket:
        socket.subscribe("a", EVENTS, filter=PUBLISHED)
        socket.subscribe("b", EVENTS, filter=PUBLISHED)
        published(hub, cast.author_token)
        assert {socket.heard()["id"] for _ in range(2)} == {"a", "b"}
        socket.say(id="a", type="complete")
        published(hub, cast.author_token)
        assert socket.heard()["id"] == "b"
        assert socket.is_quiet()


# -- rights ----------------------------------------------------------------------------------------


def test_what_may_not_be_read_is_not_told(hub: Hub, cast: Cast) -> None:
    with (
        listening(hub.address) as anonymous,
        listening(hub.address, cast.reader_token) as reader,
        listening(hub.address, cast.author_token) as author,
    ):
        for socket in (anonymous, reader, author):
            socket.subscribe("a", EVENTS, filter=PUBLISHED)
        published(hub, cast.author_token, visibility="ORGANIZATION")
        assert author.kinds(1) == ["LESSON_PUBLISHED"]
        published(hub, cast.author_token, visibility="MEMBERS")
        assert reader.kinds(1) == ["LESSON_PUBLISHED"]
        assert anonymous.is_quiet()
        assert reader.is_quiet(0.1)


def test_rights_are_those_of_the_moment(hub: Hub, cast: Cast) -> None:
    with listening(hub.address, cast.reader_token) as reader:
        made = published(hub, cast.author_token, visibility="MEMBERS")
        reader.subscribe("a", CHANGES, id=made)
        edit = {"id": made, "version": 2, "statement": "نخست"}
        hub.done("editLesson", edit, "lesson { id }", cast.author_token)
        assert reader.kinds(1) == ["LESSON_EDITED"]
        hidden = {"id": made, "version": 3, "visibility": "ORGANIZATION"}
        hub.done("editLesson", hidden, "lesson { id }", cast.author_token)
        edit = {"id": made, "version": 4, "statement": "پنهان"}
        hub.done("editLesson", edit, "lesson { id }", cast.author_token)
        assert reader.is_quiet()
        shown = {"id": made, "version": 5, "visibility": "MEMBERS"}
        hub.done("editLesson", shown, "lesson { id }", cast.author_token)
        (told,) = reader.told(1)
        assert told["data"]["changes"]["subject"] == {"id": made, "statement": "پنهان", "version": 6}


def test_what_is_anonymized_is_told_after_its_month_and_only_then(hub: Hub, cast: Cast) -> None:
    kinds = ["EXPERIENCE_CREATED", "EXPERIENCE_PUBLISHED", "LESSON_PUBLISHED"]
    with listening(hub.address, cast.reader_token) as reader:
        reader.subscribe("a", EVENTS, filter={"kind": {"in": kinds}})
        given = {"title": "شکست", "outcome": "FAILURE", "happened": "نشد.", "visibility": "ANONYMIZED"}
        made = hub.done("createExperience", given, "experience { id version }", cast.author_token)
        made = hub.done("publishExperience", made, "experience { id }", cast.author_token)
        assert reader.is_quiet()
        hub.cypher("MATCH (e:Event) WHERE e.untold IS NOT NULL SET e.untold = '2001-02'")
        hub.cypher("MATCH (c:Counter) SET c.month = '2001-02'")
        published(hub, cast.author_token)
        told = [answer["data"]["events"] for answer in reader.told(2)]
        assert [event["kind"] for event in told] == ["EXPERIENCE_PUBLISHED", "LESSON_PUBLISHED"]
        assert told[0]["subject"]["id"] == made["id"]


def test_what_partners_read_is_told_until_the_term_ends(hub: Hub, cast: Cast) -> None:
    parties = [{"organizationId": id_, "role": "طرف"} for id_ in (cast.author, cast.reader)]
    wanted, given = "partnership { id version }", {"kind": "MOU", "titleFa": "تفاهم‌نامه", "parties": parties}
    drafted = hub.done("draftPartnership", given, wanted, cast.author_token)
    for token in (cast.author_token, cast.reader_token):
        sign = {"id": drafted["id"], "version": 1, "signedOn": "2025-12-25"}
        signed = hub.done("signPartnership", sign, wanted, token)
    hub.done("activatePartnership", signed, wanted, cast.author_token)
    with listening(hub.address, cast.reader_token) as reader:
        reader.subscribe("a", EVENTS, filter=PUBLISHED)
        made = published(hub, cast.author_token, visibility="PARTNERS")
        (told,) = reader.told(1)
        assert told["data"]["events"]["subject"]["id"] == made
        hub.cypher("MATCH (p:Partnership {id: $id}) SET p.endsOn = date('2026-01-01')", id=signed["id"])
        time.sleep(VIEWER_SECONDS)
        published(hub, cast.author_token, visibility="PARTNERS")
        assert reader.is_quiet()
        public = published(hub, cast.author_token)
        (told,) = reader.told(1)
        assert told["data"]["events"]["subject"]["id"] == public


# -- going on --------------------------------------------------------------------------------------


def test_whoever_was_cut_off_goes_on_without_a_gap_and_meets_nothing_twice(hub: Hub, cast: Cast) -> None:
    with listening(hub.address) as socket:
        socket.subscribe("a", EVENTS, filter=PUBLISHED)
        first = published(hub, cast.author_token)
        (told,) = socket.told(1)
        assert told["data"]["events"]["subject"]["id"] == first
    missed = [published(hub, cast.author_token) for _ in range(12)]
    cursor = told["extensions"]["cursor"]
    with listening(hub.address) as socket:
        socket.say(
            id="a",
            type="subscribe",
            payload={"query": EVENTS, "variables": {"after": cursor, "filter": PUBLISHED}},
        )
        found = [told["data"]["events"]["subject"]["id"] for told in socket.told(12)]
        assert found == missed
        assert socket.is_quiet()
    with streaming(hub.address, EVENTS, {"filter": PUBLISHED}, last_event_id=cursor) as stream:
        events = [stream.next() for _ in range(12)]
        assert [
            json.loads(event["data"])["data"]["events"]["subject"]["id"] for event in events if event
        ] == missed


def test_a_place_in_the_feed_is_one_to_go_on_from(hub: Hub, cast: Cast) -> None:
    page = "{ events(last: 1, sort: [TOLD_AT_ASC]) { pageInfo { endCursor } } }"
    cursor = hub.ask(page)["events"]["pageInfo"]["endCursor"]
    made = published(hub, cast.author_token)
    with streaming(hub.address, EVENTS, {"after": cursor, "filter": PUBLISHED}) as stream:
        event = stream.next()
        assert event is not None
        assert json.loads(event["data"])["data"]["events"]["subject"]["id"] == made


def test_two_hubs_on_one_database_tell_the_same_until_one_stops(hub: Hub, cast: Cast) -> None:
    process, address = start_hub(hub.neo4j, HUB_ANONYMITY="1")
    try:
        with (
            listening(address) as other,
            listening(hub.address) as here,
            streaming(address, EVENTS, {"filter": PUBLISHED}) as stream,
        ):
            for socket in (other, here):
                socket.subscribe("a", EVENTS, filter=PUBLISHED)
            made = [published(hub, cast.author_token) for _ in range(3)]
            for socket in (other, here):
                assert [told["data"]["events"]["subject"]["id"] for told in socket.told(3)] == made
            assert [
                json.loads(event["data"])["data"]["events"]["subject"]["id"] for event in stream.some(3)
            ] == made
            process.terminate()
            message = other.heard()
            assert (message["type"], message["payload"][0]["extensions"]["code"]) == ("error", "HUB_STOPPING")
            assert other.closed()[0] == 1012
            last, end = stream.some(2)
            assert json.loads(last["data"])["errors"][0]["extensions"]["code"] == "HUB_STOPPING"
            assert end["event"] == "complete"
            assert process.wait(timeout=15) == 0  # Less than what is under way is waited for.
            assert here.is_quiet(0.1)
    finally:
        assert stop_hub(process) == 0


# -- what is missing -------------------------------------------------------------------------------


def test_a_value_that_is_missing_is_told_where_it_is_missing(hub: Hub, cast: Cast) -> None:
    with listening(hub.address, cast.author_token) as socket:
        broken = published(hub, cast.author_token)
        socket.subscribe("a", CHANGES, id=broken)
        hub.cypher("MATCH (n:Lesson {id: $id}) REMOVE n.statement", id=broken)
        hub.done("withdrawLesson", {"id": broken, "version": 2}, "lesson { id }", cast.author_token)
        (told,) = socket.told(1)
        assert told["data"]["changes"]["kind"] == "LESSON_WITHDRAWN"
        assert told["data"]["changes"]["subject"] is None
        (error,) = told["errors"]
        assert error["extensions"]["code"] == "MISSING_VALUE"
        assert error["path"] == ["changes", "subject", "statement"]
        assert told["extensions"]["cursor"]
        hub.cypher("MATCH (n:Lesson {id: $id}) SET n.statement = 'بسنجید'", id=broken)


def test_what_nobody_is_told_of_costs_a_subscription_nothing(hub: Hub, cast: Cast) -> None:
    _, token = hub.member("انجمن شنوا")

    def left() -> tuple[int, int]:
        cost = hub.post("{ topics(first: 1) { nodes { id } } }", None, token).json()["extensions"]["cost"]
        return cost["remaining"], cost["points"]

    with streaming(hub.address, EVENTS, {"filter": PUBLISHED}, token) as stream:
        published(hub, cast.author_token)
        assert stream.next() is not None
        left()  # It is planned.
        while time.time() % 60 > 45:  # A window begins with the minute.
            time.sleep(1)
        before, _ = left()
        for _ in range(100):  # What it was told before is settled a moment after it was sent.
            now, points = left()
            if before - now == points:
                break
            before = now
        before = now
        for _ in range(3):
            written(hub, cast.author_token)
            time.sleep(0.5)
        after, points = left()
        assert before - after == points
        published(hub, cast.author_token)
        assert stream.next() is not None
        later, points = left()
        assert after - later > points
