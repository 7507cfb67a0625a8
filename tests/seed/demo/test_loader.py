"""The demo is whole, the same every time, and keeps the rules of the field."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from graph.connection import Database
from graph.model import MODEL
from graph.model.access import audience
from graph.model.common import OWNER_EDGE, RecordStatus, Visibility
from graph.model.members import Access, Direction, Kind
from graph.model.stored import stored, stored_values
from graph.text import fold
from hub.context import Viewer
from seed import events, places
from seed.content import terms, told
from seed.demo.loader import build, load_if_empty
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import FOUNDED, TOLD
from tests.compiler.ways import Ways
from tests.conftest import Neo4j
from tests.network import empty


@pytest.fixture(scope="module")
def sketch() -> Sketch:
    return build()


def of(sketch: Sketch, label: str) -> list[dict[str, Any]]:
    return [thing.properties for thing in sketch.things if thing.label == label]


def made(sketch: Sketch) -> list[Thing]:
    """All but what the graph has already."""
    return [thing for thing in sketch.things if thing.key is None]


def things(sketch: Sketch, label: str) -> list[Thing]:
    return [thing for thing in sketch.things if thing.label == label]


def ends(sketch: Sketch, type_: str) -> Iterator[tuple[Thing, Thing, dict[str, Any]]]:
    for start, end, values in sketch.links.get(type_, ()):
        yield sketch.things[start], sketch.things[end], values


def counted(sketch: Sketch, label: str, name: str) -> Counter[Any]:
    return Counter(properties.get(name) for properties in of(sketch, label))


# -- how much there is ------------------------------------------------------------------------------


def test_counts(sketch: Sketch) -> None:
    counts = Counter(thing.label for thing in sketch.things)
    assert counts["Region"] == len(terms("regions"))
    assert counts["Topic"] == len(terms("topics"))
    assert counts["Skill"] == len(terms("skills"))
    assert counts["Organization"] == 64
    assert counts["Experience"] == len(told("experiences")) >= 110
    assert counts["Lesson"] == sum(len(story["lessons"]) for story in told("experiences")) >= 220
    assert counts["Adoption"] == len(told("adoptions")) >= 60
    assert counts["Approach"] >= 15
    assert counts["ResourceOffer"] == counts["ResourceNeed"] == 40
    assert counts["Exchange"] >= 20
    assert counts["Program"] == len(told("programs")) == 11
    assert len(sketch.links["TIED_TO"]) >= 60


def test_a_third_of_the_experiences_are_failures(sketch: Sketch) -> None:
    outcomes = counted(sketch, "Experience", "outcome")
    assert outcomes["FAILURE"] * 3 >= sum(outcomes.values())
    assert {"SUCCESS", "FAILURE", "MIXED", "NEAR_MISS"} == set(outcomes)


def test_failures_are_told_anonymously_with_their_lessons(sketch: Sketch) -> None:
    hidden = [
        thing
        for thing in things(sketch, "Experience")
        if thing.properties["audience"] == "ANONYMIZED"
        and thing.properties["outcome"] in {"FAILURE", "NEAR_MISS"}
    ]
    assert len(hidden) >= 12
    drawn = [lesson for lesson, story, _ in ends(sketch, "DRAWN_FROM") if story in hidden]
    lessons = [thing for thing in drawn if thing.label == "Lesson"]
    assert len(lessons) >= 2 * len(hidden)
    assert {lesson.properties["audience"] for lesson in lessons} == {"ANONYMIZED"}


@pytest.mark.parametrize(
    ("label", "name", "expected"),
    [
        ("Experience", "status", "DRAFT PUBLISHED WITHDRAWN"),
        ("Experience", "visibility", "ANONYMIZED MEMBERS ORGANIZATION PARTNERS PUBLIC"),
        ("Lesson", "visibility", "ANONYMIZED MEMBERS ORGANIZATION PARTNERS PUBLIC"),
        ("Adoption", "status", "PUBLISHED WITHDRAWN"),
        ("Exchange", "status", "ACCEPTED CANCELLED DECLINED DELIVERED PROPOSED"),
        ("ResourceOffer", "fulfillment", "FULFILLED OPEN RESERVED"),
        ("Partnership", "status", "ACTIVE DRAFT ENDED RENEWED SIGNED SUSPENDED"),
        ("Commitment", "status", "IN_PROGRESS MET MISSED PLANNED"),
        ("Organization", "status", "LISTED MEMBER"),
        ("Process", "status", "PROPOSED STANDARD SUPERSEDED"),
        ("Campaign", "outcome", "ADOPTED OPEN PARTLY REFUSED"),
        ("Endorsement", "status", "PUBLISHED WITHDRAWN"),
        ("Network", "status", "ACTIVE DISSOLVED FOUNDING PLANNED"),
        ("FoundingStep", "status", "DONE PLANNED SKIPPED"),
        ("Charter", "status", "DRAFT IN_FORCE REPLACED"),
        ("Board", "kind", "DIRECTORS FOUNDING INSPECTORS"),
        ("BoardSeat", "status", "CONFIRMED DECLINED ENDED PROPOSED"),
        ("NetworkMembership", "kind", "ASSOCIATE FOUNDER FULL OBSERVER"),
        ("NetworkMembership", "status", "ACTIVE DECLINED ENDED INVITED WITHDRAWN"),
        (
            "MembershipApplication",
            "status",
            "ACCEPTED DRAFT LICENCE_CHECKED REJECTED RETURNED SUBMITTED WITHDRAWN",
        ),
        ("Program", "status", "DRAFT PUBLISHED"),
        ("ProgramRoleClaim", "status", "CLAIMED CONFIRMED"),
    ],
)
def test_every_status_and_visibility_is_there(sketch: Sketch, label: str, name: str, expected: str) -> None:
    assert sorted(counted(sketch, label, name)) == expected.split()


def test_most_adoptions_have_an_outcome(sketch: Sketch) -> None:
    outcomes = counted(sketch, "Adoption", "outcome")
    assert set(outcomes) == {"SUCCESS", "MIXED", "FAILURE", None}
    assert outcomes[None] * 4 < sum(outcomes.values())


def test_commitments_are_overdue(sketch: Sketch) -> None:
    overdue = [
        commitment
        for commitment in of(sketch, "Commitment")
        if commitment["dueOn"] < TOLD.date() and commitment["status"] in {"PLANNED", "IN_PROGRESS"}
    ]
    assert len(overdue) >= 12


def test_some_members_are_tied_to_nobody(sketch: Sketch) -> None:
    tied = {thing.id for link in ends(sketch, "TIED_TO") for thing in link[:2]}
    alone = [o for o in of(sketch, "Organization") if o["status"] == "MEMBER" and o["id"] not in tied]
    assert len(alone) >= 5


# -- what is real, and what is made up ---------------------------------------------------------------


def test_people_are_trusted_with_roles_and_none_with_two_that_exclude_each_other(sketch: Sketch) -> None:
    held = Counter((row["role"], row["status"]) for row in of(sketch, "Appointment"))
    assert held == {
        ("COORDINATOR", "ACTIVE"): 3,
        ("REVIEWER", "ACTIVE"): 2,
        ("REVIEWER", "ENDED"): 1,
        ("TRUSTEE", "ACTIVE"): 1,
    }
    whose = [person.id for _, person, _ in ends(sketch, "APPOINTS")]
    assert len(set(whose)) == len(whose) == held.total()
    provinces = {start.id for start, _, _ in ends(sketch, "APPOINTED_FOR")}
    national = [
        row
        for row in of(sketch, "Appointment")
        if row["role"] == "COORDINATOR" and row["id"] not in provinces
    ]
    assert len(national) == 1


def test_who_claims_a_listed_organization_waits_or_was_told_why_not(sketch: Sketch) -> None:
    answers = {(row["status"], row.get("reason") is None) for row in of(sketch, "OrganizationClaim")}
    assert answers == {("SUBMITTED", True), ("REJECTED", False)}
    assert {end.properties["status"] for _, end, _ in ends(sketch, "CLAIM_OF")} == {"LISTED"}


def test_all_of_it_is_marked_as_demo(sketch: Sketch) -> None:
    for thing in made(sketch):
        assert thing.properties.get("demo", True) is True
        assert ("demo" in thing.properties) == ("demo" in MODEL.nodes[thing.label].by_name)


# -- it is what a write would have stored ------------------------------------------------------------


def test_two_builds_are_equal(sketch: Sketch) -> None:
    again = build()
    assert [thing.properties for thing in again.things] == [thing.properties for thing in sketch.things]
    assert again.links == sketch.links


def test_ids_look_like_those_of_writes_and_are_unique(sketch: Sketch) -> None:
    ids = [thing.id for thing in made(sketch) if MODEL.nodes[thing.label].prefix]
    assert len(ids) == len(set(ids))
    for thing in made(sketch):
        prefix = MODEL.nodes[thing.label].prefix
        assert prefix is None or re.fullmatch(rf"{prefix}_[0-9a-hjkmnp-tv-z]{{26}}", thing.id)


def test_every_record_is_stored_as_a_write_stores_it(sketch: Sketch) -> None:
    for thing in made(sketch):
        assert thing.properties == stored(MODEL.nodes[thing.label], thing.properties)
    for type_ in ("TIED_TO", "HAS_PARTY", "HAS_PARTICIPANT", "WITNESSED_BY"):
        for start, _, values in ends(sketch, type_):
            (edge,) = {e for e in MODEL.nodes[start.label].edges() if e.type == type_}
            assert values == stored_values(edge.properties, values)


def test_values_have_the_kinds_of_the_model(sketch: Sketch) -> None:
    python = {Kind.DATE: "date", Kind.DATETIME: "datetime", Kind.FLOAT: "float", Kind.RIAL: "int"}
    for thing in made(sketch):
        for member in MODEL.nodes[thing.label].properties():
            value = thing.properties.get(member.name)
            if value is None:
                assert not member.required, f"{thing.label}.{member.name}"
                continue
            for one in value if member.many else [value]:
                assert type(one).__name__ == python.get(member.kind, type(one).__name__)
                assert member.enum is None or member.enum(one)


def test_audience_and_owners_follow_from_the_record(sketch: Sketch) -> None:
    publishers = {record.id: owner.id for record, owner, _ in ends(sketch, "PUBLISHED_BY")}
    told_by = {
        node.label
        for node in MODEL.nodes.values()
        if any(edge.type == OWNER_EDGE and edge.direction is Direction.OUT for edge in node.edges())
    }
    assert len(publishers) == sum(len(of(sketch, label)) for label in told_by)
    for thing in made(sketch):
        life = MODEL.nodes[thing.label].life
        if thing.label in told_by and life is not None and life.states is RecordStatus:
            status = RecordStatus(thing.properties["status"])
            expected = audience(status, Visibility(thing.properties["visibility"]))
            assert thing.properties["audience"] == expected.value
            assert thing.properties["ownerIds"] == [publishers[thing.id]]
            assert ("publishedAt" in thing.properties) == (status is not RecordStatus.DRAFT)


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Experience", "publisher region"),
        ("Lesson", "publisher"),
        ("Approach", "publisher"),
        ("Adoption", "adopter adopted region"),
        ("Commitment", "partnership owedBy owedTo"),
        ("CommitmentReport", "commitment reportedBy reportedTo"),
        ("Amendment", "partnership proposedBy"),
        ("Exchange", "provider receiver proposedBy"),
        ("Process", "publisher network"),
        ("ProcessFollowing", "publisher process"),
        ("Campaign", "publisher"),
        ("Endorsement", "publisher campaign"),
        ("Network", "secretariat region"),
        ("FoundingStep", "network"),
        ("Board", "network"),
        ("BoardSeat", "board organization"),
        ("Charter", "network"),
        ("NetworkMembership", "network organization"),
        ("MembershipApplication", "network applicant"),
        ("Event", "subject"),
        ("Organization", "location"),
    ],
)
def test_every_record_has_its_single_edges(sketch: Sketch, label: str, names: str) -> None:
    for edge in map(MODEL.nodes[label].edge, names.split()):
        inwards = edge.direction is Direction.IN
        found = Counter(b if inwards else a for a, b, _ in sketch.links[edge.type])
        assert {found[thing.place] for thing in things(sketch, label)} == {1}, edge.name


# -- the rules of the field --------------------------------------------------------------------------


def test_nobody_adopts_what_is_theirs_or_the_same_twice(sketch: Sketch) -> None:
    owners = {a.id: b.id for a, b, _ in ends(sketch, "PUBLISHED_BY")}
    pairs = [(owners[a.id], b) for a, b, _ in ends(sketch, "ADOPTS")]
    assert all(adopter != owners[adopted.id] for adopter, adopted in pairs)
    assert len({(adopter, adopted.id) for adopter, adopted in pairs}) == len(pairs)
    assert {adopted.properties["status"] for _, adopted in pairs} == {"PUBLISHED"}
    assert {adopted.label for _, adopted in pairs} == {"Lesson", "Approach"}


def test_no_anonymized_text_names_its_organization(sketch: Sketch) -> None:
    names = {
        thing.id: [fold(thing.properties[name]) for name in ("nameFa", "nameEn") if name in thing.properties]
        for thing in things(sketch, "Organization")
    }
    hidden = [thing for thing in sketch.things if thing.properties.get("audience") == "ANONYMIZED"]
    records = [thing for thing in hidden if thing.label != "Event"]
    assert len(records) >= 36
    for thing in records:
        text = fold(" ".join(str(value) for value in thing.properties.values()))
        assert not any(name in text for owner in thing.properties["ownerIds"] for name in names[owner])


def test_no_phone_number_or_address_can_belong_to_anybody(sketch: Sketch) -> None:
    for contact in of(sketch, "Contact"):
        match contact["kind"]:
            case "PHONE":
                assert contact["value"].startswith("+98 21 000 ")
            case "EMAIL" | "MESSENGER":
                assert ".example" in contact["value"]
            case kind:
                assert kind == "ADDRESS"
        assert contact["office"]


def test_exchanges_join_different_organizations_and_never_promise_too_much(sketch: Sketch) -> None:
    for exchange in of(sketch, "Exchange"):
        assert len(set(exchange["ownerIds"])) == 2
        delivered = exchange["status"] == "DELIVERED"
        assert ("deliveredAt" in exchange) == delivered
        assert {"providerConfirmedAt", "receiverConfirmedAt"} <= exchange.keys() or not delivered
    for exchange_, offer, _ in ends(sketch, "OF_OFFER"):
        assert exchange_.properties["unit"] == offer.properties["unit"]
        assert exchange_.properties["quantity"] <= offer.properties["quantity"]
        assert exchange_.properties.get("amount", 0) <= offer.properties.get("amount", 0)
    assert len({offer.id for _, offer, _ in ends(sketch, "OF_OFFER")}) == len(sketch.links["OF_OFFER"])


def test_events_are_numbered_in_the_order_of_time(sketch: Sketch) -> None:
    events = of(sketch, "Event")
    assert [event["sequence"] for event in events] == list(range(1, len(sketch.deeds) + 1))
    assert all(one["at"] <= next_["at"] for one, next_ in pairwise(events))
    assert FOUNDED <= events[0]["at"] <= events[-1]["at"] <= TOLD


UNTOLD = {Access.OPEN, Access.ASKED}
"""What is asked of others is told by the record that it is asked about."""


def test_each_record_has_its_events_and_they_are_read_as_it_is(sketch: Sketch) -> None:
    wholes = {c.id: p for p, c, _ in ends(sketch, "HAS_COMMITMENT")}
    wholes |= {r.id: wholes[c.id] for c, r, _ in ends(sketch, "HAS_REPORT")}
    wholes |= {s.id: n for kind in ("FOUNDING_STEP", "BOARD") for n, s, _ in ends(sketch, f"HAS_{kind}")}
    for node in (node for node in MODEL.nodes.values() if node.access is Access.SAID):
        assert node.parent is not None
        told = [(s, w) for s, w, _ in ends(sketch, node.parent.type) if s.label == node.label]
        wholes |= {s.id: wholes.get(w.id, w) for s, w in told if s.properties["status"] != "HIDDEN"}
    seen: Counter[str] = Counter()
    for event, subject, _ in ends(sketch, "SUBJECT"):
        seen[subject.id] += 1
        owned = wholes.get(subject.id, subject)
        if owned.properties.get("status") == "HIDDEN":
            assert event.properties["audience"] == "COORDINATORS"
            assert event.properties["ownerIds"] == owned.properties["ownerIds"]
        elif owned.label == "Organization":
            assert (event.properties["audience"], event.properties["ownerIds"]) == ("PUBLIC", [owned.id])
        else:
            assert event.properties["audience"] == owned.properties["audience"]
            assert event.properties["ownerIds"] == owned.properties["ownerIds"]
    for thing in made(sketch):
        node = MODEL.nodes[thing.label]
        # What has no life, the persons, is told in no event.
        if node.access not in UNTOLD and node.life is not None and "version" in thing.properties:
            assert seen[thing.id] >= 1
            assert thing.properties["createdAt"] <= thing.properties["updatedAt"] <= TOLD


def test_an_unknown_kind_of_event_is_refused() -> None:
    sketch = Sketch()
    places.add(sketch)
    sketch.deeds.append((Deed("UNHEARD_OF", TOLD), sketch.things[0]))
    with pytest.raises(ValueError, match="UNHEARD_OF"):
        events.add(sketch, "trial")


# -- into a database ---------------------------------------------------------------------------------


async def _loaded_twice(neo4j: Neo4j) -> tuple[list[bool], dict[str, int], int, list[dict[str, Any]]]:
    async with Database(neo4j.uri, neo4j.user, neo4j.password).opened() as database:
        await empty(database, terms=True)
        done = [await load_if_empty(database, lambda _what, _share: None) for _ in range(2)]
        rows = await database.rows(
            "MATCH (n) WHERE NOT n:Migration AND NOT n:Counter AND NOT n:Seed AND NOT n:Version UNWIND labels(n) AS label"
            " RETURN label, count(*) AS count"
        )
        (links,) = await database.rows(
            "MATCH (a)-[r]->() WHERE NOT a:Region|Topic|Skill|Version AND type(r) <> 'HAS_VERSION'"
            " AND NOT type(r) STARTS WITH 'WRITTEN_' RETURN count(*) AS count"
        )
        counters = await database.rows(
            "MATCH (c:Counter {name: 'events'}) RETURN c.name AS name, c.value AS value"
        )
        return done, {row["label"]: row["count"] for row in rows}, links["count"], counters


def test_it_loads_once(neo4j_server: Neo4j, sketch: Sketch) -> None:
    done, labels, links, counters = asyncio.run(_loaded_twice(neo4j_server))
    assert done == [True, False]
    expected = Counter(thing.label for thing in sketch.things)
    parts = sum(count for label, count in expected.items() if MODEL.nodes[label].prefix is None)
    assert labels == {**expected, "Node": len(sketch.things) - parts}
    assert links == sum(len(links) for links in sketch.links.values())
    assert counters == [{"name": "events", "value": len(sketch.deeds)}]


FROM_LESSON_TO_JOB = """{ lessons(first: 100) { nodes { statement
  experiences(first: 2) { nodes { title publisher { nameFa
    partnerships(first: 2) { nodes { titleFa
      commitments(first: 12) { nodes { titleFa
        programs(first: 2) { nodes { titleFa
          courses(first: 4) { nodes { title
            cohortReports(first: 2) { nodes { outcomes { completed } } }
            jobOpportunities(first: 2) { nodes { title employer { nameFa } } } } } } } } } } } } } } } } }"""
_CHAIN = ("experiences", "publisher", "partnerships", "commitments", "programs", "courses")


def _ways(found: Any, rest: tuple[str, ...] = _CHAIN) -> Iterator[Any]:
    """The courses that the ways from a lesson come to."""
    if not rest:
        yield found
        return
    one = found[rest[0]]
    for below in one.get("nodes", [one]):
        yield from _ways(below, rest[1:])


def test_one_statement_leads_from_a_lesson_to_the_job_that_came_of_it(neo4j_server: Neo4j) -> None:
    ways = Ways.to(neo4j_server)
    try:
        ways.run(load_if_empty(ways.database, lambda _what, _share: None))
        answer = ways.ask(FROM_LESSON_TO_JOB, Viewer())
    finally:
        ways.close()
    assert (answer.errors, answer.round_trips) == ([], 1)
    come = [
        (course["title"], report["outcomes"][0]["completed"], job["title"], job["employer"]["nameFa"])
        for lesson in answer.data["lessons"]["nodes"]
        for course in _ways(lesson)
        for report in course["cohortReports"]["nodes"]
        for job in course["jobOpportunities"]["nodes"]
    ]
    assert ("جوشکاری برق، گروه بهار", 16, "جوشکار سازهٔ سبک", "کانون آشتی با کار") in come
