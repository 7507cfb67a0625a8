"""Events over HTTP: one for each change, in the order of commits, read as their subject is."""

import re
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from threading import Barrier, Event
from typing import Any

import pytest

from graph.model.written import month_of
from tests.running import Hub

MONTH = re.compile(r"20\d\d-\d\d-(?:01|3[01]|2[89])T(?:00:00|20:30):00Z")
"""The beginning of a month, in Tehran (or in the hub's other zone)."""

FIELDS = """id kind at toldAt organization { id } subject {
  __typename ... on TieClaim { id } ... on Organization { id } ... on Experience { id } ... on Lesson { id } ... on Approach { id }
  ... on Adoption { id } ... on Partnership { id } ... on ResourceOffer { id } }"""
NEWEST = f"query($first: Int) {{ events(first: $first) {{ nodes {{ {FIELDS} }} }} }}"
AFTER = (
    "query($after: String, $first: Int) { events(sort: [TOLD_AT_ASC], after: $after, first: $first)"
    " { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }"
)


@dataclass(frozen=True)
class Cast:
    """Two members, who share no partnership, and a coordinator."""

    author: str
    author_token: str
    reader: str
    reader_token: str
    coordinator: str
    all_seeing: str
    """An administrator who also acts for the first."""


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    (author, author_token), (reader, reader_token) = hub.member("صنف روان"), hub.member("انجمن خوانا")
    coordinator, all_seeing = hub.token(None, "COORDINATOR"), hub.token(author, "ADMINISTRATOR")
    return Cast(author, author_token, reader, reader_token, coordinator, all_seeing)


def newest(hub: Hub, cast: Cast, first: int = 1) -> list[dict[str, Any]]:
    return list(hub.ask(NEWEST, {"first": first}, cast.all_seeing)["events"]["nodes"])


def last(hub: Hub) -> int:
    """How many events there are."""
    return int(hub.cypher("MATCH (e:Event) RETURN count(e) AS n")[0]["n"])


def committed(hub: Hub) -> list[str]:
    """The ids of all events in the order of their commits."""
    return [row["id"] for row in hub.cypher("MATCH (e:Event) RETURN e.id AS id ORDER BY e.sequence")]


def month_over(hub: Hub, cast: "Cast") -> None:
    """Let all that waits for the end of a month have waited since an earlier one; then something happens."""
    hub.cypher("MATCH (e:Event) WHERE e.untold IS NOT NULL SET e.untold = '2001-02'")
    hub.cypher("MATCH (c:Counter) SET c.month = '2001-02'")
    hub.done("listOrganization", told("organization"), "organization { id }", cast.reader_token)


def about(hub: Hub, subject: str, token: str | None) -> list[tuple[str, str | None]]:
    """What a viewer reads of a subject's events, oldest first: their kind and who did it."""
    nodes = hub.ask(NEWEST, {"first": 100}, token)["events"]["nodes"]
    return [
        (e["kind"], e["organization"] and e["organization"]["id"])
        for e in reversed(nodes)
        if (e["subject"] or {}).get("id") == subject
    ]


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """The results of works that begin at the same moment."""
    gate = Barrier(len(works))

    def begun(work: Callable[[], Any]) -> Any:
        gate.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begun, works))


def told(label: str, **given: Any) -> dict[str, Any]:
    """The least that must be told of a record."""
    least: dict[str, dict[str, Any]] = {
        "organization": {"kind": "NGO", "nameFa": f"گروه {secrets.token_hex(6)}"},
        "experience": {"title": "تجربه", "outcome": "SUCCESS", "happened": "شد."},
        "lesson": {"statement": "بسنجید", "recommendation": "چنین کنید.", "source": "گزارش سالانه"},
        "approach": {"title": "روش", "summary": "چنین.", "steps": [{"title": "آغاز"}]},
    }
    return least[label] | given


# -- one for each change ---------------------------------------------------------------------------


@dataclass
class Changes:
    """Makes changes one by one; `made` are the ids of the records made so far, by a name for each."""

    hub: Hub
    cast: Cast
    made: dict[str, str]

    def of_organizations(self) -> Iterator[tuple[str, str, str | None]]:
        """Each change as (kind of its event, name of its subject, who did it), when it has been made."""
        author, coordinator, admin = self.cast.author_token, self.cast.coordinator, self.hub.admin
        self._make("listed", "listOrganization", told("organization"), author)
        yield "ORGANIZATION_LISTED", "listed", self.cast.author
        self._make("registered", "registerOrganization", told("organization"), coordinator)
        yield "ORGANIZATION_REGISTERED", "registered", None
        self._do("editOrganization", {"id": self.made["listed"], "version": 1}, coordinator)
        yield "ORGANIZATION_EDITED", "listed", None
        self._make("tie", "declareTie", {"toId": self.made["listed"], "kind": "FUNDS"}, author)
        yield "TIE_DECLARED", "tie", self.cast.author
        self._do("confirmTie", {"id": self.made["tie"], "version": 1}, self.hub.token(self.made["listed"]))
        yield "TIE_CONFIRMED", "tie", self.made["listed"]
        self._do("endTie", {"id": self.made["tie"]}, self.hub.token(self.made["listed"]))
        yield "TIE_ENDED", "tie", self.made["listed"]
        self._do("withdrawOrganization", {"id": self.made["listed"], "version": 2}, admin)
        yield "ORGANIZATION_WITHDRAWN", "listed", None

    def of_records(self) -> Iterator[tuple[str, str, str | None]]:
        """The same of experiences, lessons and approaches, and of what is done with them."""
        author, by = self.cast.author_token, self.cast.author
        for name in ("experience", "lesson", "approach"):
            self._make(name, f"create{name.title()}", told(name), author)
            yield f"{name.upper()}_CREATED", name, by
            self._do(f"edit{name.title()}", {"id": self.made[name], "version": 1}, author)
            yield f"{name.upper()}_EDITED", name, by
            self._do(f"publish{name.title()}", {"id": self.made[name], "version": 2}, author)
            yield f"{name.upper()}_PUBLISHED", name, by
        given = {"lessonId": self.made["lesson"], "experienceId": self.made["experience"], "supports": True}
        self.hub.done("addEvidence", given, "lesson { id }", author)
        yield "EVIDENCE_ADDED", "experience", by
        reader, adopter = self.cast.reader_token, self.cast.reader
        self._make("adoption", "adopt", {"adoptedId": self.made["approach"]}, reader)
        yield "ADOPTED", "adoption", adopter
        adoption = {"id": self.made["adoption"], "version": 1}
        self._do("recordOutcome", {**adoption, "outcome": "MIXED"}, reader)
        yield "ADOPTION_OUTCOME_RECORDED", "adoption", adopter
        self._do("withdrawAdoption", {**adoption, "version": 2}, reader)
        yield "ADOPTION_WITHDRAWN", "adoption", adopter
        for name in ("experience", "lesson", "approach"):
            self._do(f"withdraw{name.title()}", {"id": self.made[name], "version": 3}, author)
            yield f"{name.upper()}_WITHDRAWN", name, by

    def _make(self, name: str, mutation: str, given: dict[str, Any], token: str) -> None:
        self.made[name] = self.hub.done(mutation, given, f"{_record(mutation)} {{ id }}", token)["id"]

    def _do(self, mutation: str, given: dict[str, Any], token: str) -> None:
        self.hub.done(mutation, given, f"{_record(mutation)} {{ id }}", token)


def _record(mutation: str) -> str:
    for name in ("organization", "experience", "lesson", "approach"):
        if name in mutation.lower():
            return name
    return "tieClaim" if mutation.endswith("Tie") else "adoption"


@pytest.mark.parametrize("area", ["of_organizations", "of_records"])
def test_every_change_appends_one_event(hub: Hub, cast: Cast, area: str) -> None:
    changes = Changes(hub, cast, {"author": cast.author})
    before = newest(hub, cast)[0]
    for kind, subject, by in getattr(changes, area)():
        event, previous = newest(hub, cast, 2)
        assert previous == before
        assert event["kind"] == kind
        assert event["toldAt"] > before["toldAt"]
        assert event["organization"] == (None if by is None else {"id": by})
        label = "organization" if area == "of_organizations" else subject
        name = "TieClaim" if kind.startswith("TIE_") else label.title()
        assert event["subject"] == {"__typename": name, "id": changes.made[subject]}
        assert event["at"] > before["at"]
        before = event


def test_an_event_is_of_the_moment_of_its_change(hub: Hub, cast: Cast) -> None:
    made = hub.done("createLesson", told("lesson"), "lesson { id createdAt }", cast.author_token)
    assert newest(hub, cast)[0]["at"] == made["createdAt"]
    edit = {"id": made["id"], "version": 1}
    edited = hub.done("editLesson", edit, "lesson { updatedAt }", cast.author_token)
    assert newest(hub, cast)[0]["at"] == edited["updatedAt"]


def test_a_change_that_is_refused_appends_none(hub: Hub, cast: Cast) -> None:
    author = cast.author_token
    taken = {"nationalId": "10380284790"}
    hub.done("listOrganization", told("organization", **taken), "organization { id }", author)
    made = hub.done("createExperience", told("experience"), "experience { id }", author)["id"]
    draft = {"id": made, "version": 1}
    count, sequence = hub.count(), last(hub)
    refused: list[tuple[str, dict[str, Any], str | None, str]] = [
        ("listOrganization", told("organization"), None, "SIGN_IN_REQUIRED"),
        ("listOrganization", told("organization", nameFa=""), author, "TEXT_EMPTY"),
        # Refused while it was being written, after its rights and its values were found right.
        ("listOrganization", told("organization", **taken), author, "NATIONAL_ID_TAKEN"),
        ("registerOrganization", told("organization"), author, "NOT_ALLOWED"),
        ("createLesson", told("lesson", topicIds=["top_nowhere"]), author, "NOT_FOUND"),
        ("editExperience", {**draft, "version": 2}, author, "VERSION_CHANGED"),
        ("publishExperience", draft, cast.reader_token, "NOT_FOUND"),
        ("adopt", {"adoptedId": made}, cast.reader_token, "NOT_FOUND"),
    ]
    for mutation, given, token, code in refused:
        wanted = f"{_record(mutation)} {{ id }}"
        assert hub.refused(mutation, given, wanted, token)[0] == code
    assert (hub.count(), last(hub)) == (count, sequence)
    # Nor do they leave a gap behind.
    hub.done("withdrawExperience", draft, "experience { id }", author)
    assert last(hub) == sequence + 1


def test_a_key_sent_again_appends_none(hub: Hub, cast: Cast) -> None:
    given = told("lesson")
    before = last(hub)
    payloads = at_once(
        *[lambda: hub.do("createLesson", given, "lesson { id }", cast.author_token, key="e-1")] * 5
    )
    assert [payload["errors"] for payload in payloads] == [[]] * 5
    assert last(hub) == before + 1


# -- in the order of commits -----------------------------------------------------------------------


def test_events_of_writers_at_once_are_told_in_the_order_of_commits(hub: Hub, cast: Cast) -> None:
    before = last(hub)
    works: list[Callable[[], Any]] = [
        lambda: hub.do("createLesson", told("lesson"), "lesson { id }", cast.author_token),
        lambda: hub.do("listOrganization", told("organization"), "organization { id }", cast.reader_token),
    ] * 5
    assert [payload["errors"] for payload in at_once(*works)] == [[]] * 10
    told_at = [event["toldAt"] for event in newest(hub, cast, 10)]
    assert told_at == sorted(set(told_at), reverse=True)
    assert [event["id"] for event in newest(hub, cast, 10)] == committed(hub)[-10:][::-1]
    assert hub.cypher("MATCH (c:Counter {name: 'events'}) RETURN c.value AS n") == [{"n": before + 10}]


def test_whoever_follows_the_feed_while_others_write_misses_nothing(hub: Hub, cast: Cast) -> None:
    before = last(hub)
    over = Event()

    def write(token: str) -> None:
        for _ in range(12):
            hub.done("listOrganization", told("organization"), "organization { id }", token)

    def follow(first: int) -> list[str]:
        """The events as a reader meets them, who goes on after the last one seen."""
        met: list[str] = []
        after = None
        while True:
            ended = over.is_set()
            page = hub.ask(AFTER, {"after": after, "first": first}, cast.all_seeing)["events"]
            met += [node["id"] for node in page["nodes"]]
            after = page["pageInfo"]["endCursor"] or after
            if ended and not page["nodes"]:
                return met

    def watch() -> list[list[str]]:
        """The newest page, again and again."""
        pages = []
        while not over.is_set():
            pages.append([event["id"] for event in reversed(newest(hub, cast, 100))])
        return pages

    with ThreadPoolExecutor(8) as pool:
        readers = [pool.submit(follow, first) for first in (1, 100)]
        watcher = pool.submit(watch)
        writers = [pool.submit(write, token) for token in (cast.author_token, cast.reader_token) * 2]
        for writer in writers:
            writer.result()
        over.set()
        for reader in readers:
            assert reader.result() == committed(hub)
        assert len(committed(hub)) == before + 48
        for page in watcher.result():
            start = committed(hub).index(page[0])
            assert page == committed(hub)[start : start + len(page)]


# -- read as their subject is ----------------------------------------------------------------------


def test_events_of_a_draft_are_read_by_its_organization_alone(hub: Hub, cast: Cast) -> None:
    made = hub.done("createApproach", told("approach"), "approach { id }", cast.author_token)["id"]
    created = [("APPROACH_CREATED", cast.author)]
    for token, seen in (
        (None, []),
        (cast.reader_token, []),
        (cast.coordinator, []),
        (cast.author_token, created),
        (hub.admin, []),
    ):
        assert about(hub, made, token) == seen


def test_events_are_told_to_who_may_read_their_subject_and_might_then(hub: Hub, cast: Cast) -> None:
    author = cast.author
    made = hub.done("createExperience", told("experience"), "experience { id }", cast.author_token)["id"]
    happened = [("EXPERIENCE_CREATED", "AUTHORS")]
    for version, (mutation, more, now) in enumerate(
        (
            ("publishExperience", {}, "MEMBERS"),
            ("publishExperience", {"visibility": "PUBLIC"}, "PUBLIC"),
            ("editExperience", {"visibility": "ORGANIZATION"}, "OWNERS"),
            ("editExperience", {"visibility": "PUBLIC"}, "PUBLIC"),
            ("editExperience", {"visibility": "ANONYMIZED"}, "ANONYMIZED"),
            ("withdrawExperience", {}, "AUTHORS"),
            ("publishExperience", {}, "ANONYMIZED"),
            ("publishExperience", {"visibility": "MEMBERS"}, "MEMBERS"),
            ("withdrawExperience", {}, "OWNERS"),
        ),
        start=1,
    ):
        given = {"id": made, "version": version, **more}
        hub.done(mutation, given, "experience { id }", cast.author_token)
        verb = {"publish": "PUBLISHED", "edit": "EDITED", "withdraw": "WITHDRAWN"}
        happened.append((f"EXPERIENCE_{verb[mutation.removesuffix('Experience')]}", now))
        named = [(kind, author) for kind, _ in happened]
        if now == "ANONYMIZED":
            # Nobody else is told before its month is over.
            assert about(hub, made, cast.author_token)[-1] == named[-1]
            for token in (cast.reader_token, cast.coordinator, hub.admin):
                assert about(hub, made, token) == []
            month_over(hub, cast)
        assert sorted(about(hub, made, cast.author_token)) == sorted(named)
        open_then = [kind for kind, then in happened if then in {"PUBLIC", "MEMBERS", "ANONYMIZED"}]
        read = {"MEMBERS": open_then, "PUBLIC": open_then, "ANONYMIZED": open_then}.get(now, [])
        by = None if now == "ANONYMIZED" else author
        for token in (cast.reader_token, cast.coordinator):
            assert sorted(about(hub, made, token), key=str) == sorted([(kind, by) for kind in read], key=str)
        everything = [kind for kind, _ in happened]
        kept = {"ANONYMIZED": open_then, "AUTHORS": []}.get(now, everything)
        assert sorted(about(hub, made, hub.admin), key=str) == sorted([(kind, by) for kind in kept], key=str)
        public = [(kind, author) for kind, then in happened if then == now == "PUBLIC"]
        assert about(hub, made, None) == public


def test_events_of_an_anonymized_record_are_not_found_by_who_caused_them(hub: Hub, cast: Cast) -> None:
    made = hub.done(
        "createLesson", told("lesson", visibility="ANONYMIZED"), "lesson { id }", cast.author_token
    )
    hub.done("publishLesson", {"id": made["id"], "version": 1}, "lesson { id }", cast.author_token)
    query = """query($by: ID!, $first: Int) {
      by: events(first: $first, filter: {organization: {id: {eq: $by}}}) { totalCount nodes { id } }
      not: events(first: $first, filter: {NOT: {organization: {id: {eq: $by}}}}) { totalCount nodes { id } }
    }"""
    events = newest(hub, cast, 2)
    both = {event["id"] for event in events}
    for token in (cast.reader_token, cast.coordinator):
        assert (
            both & {node["id"] for node in hub.ask(NEWEST, {"first": 100}, token)["events"]["nodes"]} == set()
        )
    month_over(hub, cast)
    # Its draft is its author's; others are told that it was published.
    published = {event["id"] for event in events if event["kind"] == "LESSON_PUBLISHED"}
    for token, caused in ((cast.reader_token, False), (cast.coordinator, False), (cast.author_token, True)):
        answer = hub.ask(query, {"by": cast.author, "first": 100}, token)
        for name, there in (("by", caused), ("not", not caused)):
            found = {node["id"] for node in answer[name]["nodes"]}
            mine = both if caused else published
            assert both & found == (mine if there else set())


def test_counts_and_pages_of_the_feed_tell_nothing_of_hidden_events(hub: Hub, cast: Cast) -> None:
    query = (
        "query($after: String) { events(first: 2, after: $after)"
        " { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }"
    )
    made = hub.done("listOrganization", told("organization"), "organization { id }", cast.author_token)["id"]
    page = hub.ask(query, token=cast.reader_token)["events"]
    hidden = hub.done("createLesson", told("lesson"), "lesson { id }", cast.author_token)["id"]
    assert hub.ask(query, token=cast.reader_token)["events"] == page
    end = page["pageInfo"]["endCursor"]
    following = hub.ask(query, {"after": end}, cast.reader_token)["events"]
    hub.done("publishLesson", {"id": hidden, "version": 1}, "lesson { id }", cast.author_token)
    assert hub.ask(query, {"after": end}, cast.reader_token)["events"]["nodes"] == following["nodes"]
    assert hub.ask(query, token=cast.reader_token)["events"]["totalCount"] == page["totalCount"] + 1
    assert about(hub, made, None) == [("ORGANIZATION_LISTED", cast.author)]


def test_what_is_anonymized_is_told_after_its_month_in_no_order(hub: Hub, cast: Cast) -> None:
    made = [
        hub.done("createLesson", told("lesson", visibility="ANONYMIZED"), "lesson { id }", cast.author_token)
        for _ in range(6)
    ]
    for lesson in made:
        hub.done("publishLesson", {"id": lesson["id"], "version": 1}, "lesson { id }", cast.author_token)
    page = hub.ask(AFTER, {"first": 100}, cast.reader_token)["events"]
    while page["pageInfo"]["hasNextPage"]:
        place = {"after": page["pageInfo"]["endCursor"], "first": 100}
        page = hub.ask(AFTER, place, cast.reader_token)["events"]
    place = {"after": page["pageInfo"]["endCursor"], "first": 100}
    assert hub.ask(AFTER, place, cast.reader_token)["events"]["nodes"] == []
    exact = {
        event["id"]: event["at"] for event in newest(hub, cast, 12) if event["kind"] == "LESSON_PUBLISHED"
    }
    assert len(set(exact.values())) == 6
    month_over(hub, cast)
    following = hub.ask(AFTER, place, cast.reader_token)["events"]["nodes"]
    # All of them, after what was read before, and before what told them; at one moment, by random ids.
    ids = [node["id"] for node in following]
    assert ids[:-1] == sorted(exact)
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { at toldAt organization { id } } } }"
    read = hub.ask(query, {"ids": ids[:-1]}, cast.reader_token)["nodes"]
    assert len({node["toldAt"] for node in read}) == 1
    assert {node["organization"] and node["organization"]["id"] for node in read} == {None}
    (month,) = {node["at"] for node in read}
    assert month < min(exact.values())
    assert MONTH.fullmatch(month)
    assert month_of(datetime.fromisoformat(min(exact.values())), "Asia/Tehran") == datetime.fromisoformat(
        month
    )


def test_an_anonymized_record_shows_the_month_and_its_owner_the_moment(hub: Hub, cast: Cast) -> None:
    times = "createdAt updatedAt publishedAt written { createdAt updatedAt publishedAt }"
    made = hub.done(
        "createLesson", told("lesson", visibility="ANONYMIZED"), f"lesson {{ id {times} }}", cast.author_token
    )
    assert made["written"] is None
    edit = {"id": made["id"], "version": 1}
    public = hub.done("publishLesson", edit, f"lesson {{ {times} }}", cast.author_token)
    query = f"query($id: ID!) {{ lesson(id: $id) {{ {times} }} }}"
    for token in (cast.reader_token, cast.coordinator, cast.author_token, hub.admin):
        read = hub.ask(query, {"id": made["id"]}, token)["lesson"]
        shown = [read[name] for name in ("createdAt", "updatedAt", "publishedAt")]
        assert all(MONTH.fullmatch(moment) for moment in shown)
        if token == cast.author_token:
            assert read["written"] == public["written"]
            assert read["written"]["createdAt"] == made["createdAt"]
            assert made["createdAt"] < read["written"]["publishedAt"] == read["written"]["updatedAt"]
        else:
            assert read["written"] is None
    named = hub.done(
        "publishLesson",
        {"id": made["id"], "version": 2, "visibility": "MEMBERS"},
        f"lesson {{ {times} }}",
        cast.author_token,
    )
    assert named["written"] is None
    assert named["createdAt"] == made["createdAt"]
    assert named["publishedAt"] == public["written"]["publishedAt"]
