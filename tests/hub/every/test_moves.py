"""Each move of each life, from each state, by everybody: made and told once, or refused and nothing done."""

from typing import Any

import pytest

from graph.model import MODEL
from graph.model.life import By, Move
from graph.model.organizations import OrganizationStatus
from graph.model.reviews import validated_version
from tests.hub.every.cast import EVERYBODY, SIGNED_IN, Cast
from tests.hub.every.inputs import LABELS, creations, steps
from tests.hub.every.making import Subject, least, made, publishes, put, start_of, states, step
from tests.hub.every.rules import makers, refused, starts, wrong_state

BESIDE = {"addEvidence", "removeEvidence", "turnEvidence", "renewPartnership", "foundProvincialNetwork"}
"""Moves that leave the record as it is: what they make stands beside it."""

ALSO_TOLD = {
    "ORGANIZATION_CLAIM_ACCEPTED": ["ORGANIZATION_CLAIMED"],
    "ORGANIZATION_CLAIM_UNDONE": ["ORGANIZATION_UNCLAIMED"],
    "AMENDMENT_ACCEPTED": ["PARTNERSHIP_AMENDED"],
    "APPLICATION_ACCEPTED": ["MEMBERSHIP_BEGUN"],
    **{f"{term}_MERGED": [f"{term}_EDITED"] for term in ("REGION", "TOPIC", "SKILL")},
}
"""What follows from a move in the life of another record, by its event."""

UNSIGNED = {
    move.mutation
    for label in ("Review", "Question", "Answer", "Applicability", "Complaint")
    for move in steps(MODEL.nodes[label]) + creations(MODEL.nodes[label])
}
"""Moves that no organization signs."""

_SINCE = """
MATCH (e:Event) WHERE e.sequence > $sequence
RETURN e.id AS id, e.kind AS kind, [(e)-[:SUBJECT]->(s) | s.id] AS subjects, [(e)-[:BY]->(o) | o.id] AS by
ORDER BY e.sequence
"""


STEPS = [
    pytest.param(label, move, id=f"{label}-{move.mutation}")
    for label in LABELS
    for move in steps(MODEL.nodes[label])
]


def viewers(subject: Subject) -> tuple[set[str], set[str]]:
    """The viewers whose a record is, and those whom it binds."""
    named = subject.organizations.items()
    owners = {name for name, id_ in named if id_ in subject.owners}
    return owners, {name for name, id_ in named if id_ in subject.sides}


def told_of(cast: Cast, sequence: int, expected: tuple[str, str, str | None]) -> str:
    """The event: one, of that kind, about that record, by that organization."""
    kind, subject, by = expected
    happened = cast.graph.read(_SINCE, sequence=sequence)
    events = [event for event in happened if event["subjects"] == [subject]]
    assert [(e["kind"], e["by"]) for e in events] == [(kind, [by] if by else [])]
    assert [e["kind"] for e in happened if e not in events] == ALSO_TOLD.get(kind, [])
    return str(events[0]["id"])


_KEPT = """
MATCH (n:Node {id: $id})-[:HAS_VERSION]->(v:Version {number: n.version})
RETURN v.id AS id, v.event AS event, v.office AS office, [(v)-[:BY]->(o) | o.id] AS by
"""


def kept_of(cast: Cast, id_: str, event: str, who: str, by: str | None) -> str:
    """The version that the record has come to: of that event, by whoever did it."""
    (kept,) = cast.graph.read(_KEPT, id=id_)
    office = "MEMBER" if who in (*cast.organizations, "reader") else who.upper()
    assert (kept["event"], kept["office"], kept["by"]) == (event, office, [by] if by else [])
    return str(kept["id"])


def expect_read_alike(cast: Cast, tokens: dict[str, Any], record: str, *about: str) -> None:
    """Whoever reads a record reads what is kept and told of it, and nobody else does."""
    for who in (*SIGNED_IN, "anonymous"):
        reads, *others = cast.reads(tokens[who], record, *about)
        assert others == [reads] * len(about), f"{who} reads the record: {reads}; what is about it: {others}"


def expect_grown(move: Move, before: dict[str, Any], after: dict[str, Any], status: str) -> None:
    """One version more, changed since, created when it was, and in that state."""
    grown = before["version"] + 1
    assert after["version"] == (validated_version(grown) if move.mutation == "validateReview" else grown)
    assert after["updatedAt"] > before["updatedAt"]
    assert after["createdAt"] == before["createdAt"]
    assert after["status"] == status


# -- creations ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", LABELS)
def test_a_record_is_created_by_whom_its_life_names_and_nobody_else(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    for move in creations(node):
        # Whoever creates what belongs to a record must own that: each makes one of its own.
        owners = {"owner", "side"} if move.by is By.OWNER else set()
        allowed = makers(move, "", owners, {"owner", "side"})
        for who in EVERYBODY:
            given = least(cast, node, move, who)
            before = cast.graph.everything()
            codes = refused(who, may=who in allowed, reads=True)
            told = cast.do(node, move, given, cast.tokens[who])
            if codes:
                assert {error["code"] for error in told["errors"]} <= codes, (move.mutation, who)
                assert told["record"] is None
                assert cast.graph.everything() == before, (move.mutation, who)
            else:
                assert told["errors"] == [], (move.mutation, who)
                expect_created(cast, move, who, told["record"], before["events"])


@pytest.mark.parametrize("label", [label for label in LABELS if label != "Program"])
def test_what_any_organization_may_create_names_nothing_that_must_be_its_own(cast: Cast, label: str) -> None:
    # A program may name a partnership, and only one of its own: it need name none.
    node = MODEL.nodes[label]
    for move in (move for move in creations(node) if move.by is By.MEMBER):
        given = least(cast, node, move, "side")
        told = {error["code"] for error in cast.do(node, move, given, cast.tokens["third"])["errors"]}
        assert not told & refused("third", may=False, reads=True), move.mutation


def expect_created(cast: Cast, move: Move, who: str, told: dict[str, Any], sequence: int) -> None:
    """A record of one version, in the state where its life begins, with its event.

    Whoever writes a record reads it: it is answered with, and found again.
    """
    id_ = told["id"]
    record = cast.graph.everything(id_)["record"]
    assert (record["version"], record["createdAt"]) == (1, record["updatedAt"])
    assert move.end is None or record["status"] == move.end.value
    assert cast.reads(cast.tokens[who], id_) == [True], (move.mutation, who)
    by = None if move.mutation in UNSIGNED else cast.organizations.get(who)
    event = told_of(cast, sequence, (move.event.name, id_, by))
    expect_read_alike(cast, cast.tokens, id_, event, kept_of(cast, id_, move.event.name, who, by))


# -- steps -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("label", "move"), STEPS)
def test_a_move_is_made_from_where_its_life_says_and_by_whom(cast: Cast, label: str, move: Move) -> None:
    subject = made(cast, label)
    for state in states(subject.node):
        put(cast, subject, state.name)
        allowed = makers(move, state.name, *viewers(subject))
        codes = {
            who: refused(who, may=who in allowed, reads=reads(cast, subject, state.name, who))
            for who in EVERYBODY
            if not gone(subject, state.name, who)
        }
        if not starts(move, state.name):
            codes = {who: told or {wrong_state(move, state.name)} for who, told in codes.items()}
        for side in ("owner", "side"):
            acting = subject.organizations[side]
            alike = {who: told for who, told in codes.items() if told and subject.acting(who) == acting}
            expect_refused(cast, subject, move, state.name, alike)
        for nth, who in enumerate(who for who, told in codes.items() if not told):
            about = expect_made(cast, subject, move, state.name, who)
            if nth == 0:  # Who reads it does not hang on who has made it.
                expect_read_alike(cast, subject.tokens, *about)
            put(cast, subject, state.name)


def gone(subject: Subject, state: str, who: str) -> bool:
    """Whether a viewer acts for an organization that has left: it asks nothing (see test_who_somebody_is.py)."""
    return state == OrganizationStatus.WITHDRAWN.name and subject.acting(who) == subject.id


def reads(cast: Cast, subject: Subject, state: str, who: str) -> bool:
    """Whether a viewer reads a record in a state: asked once of records of one label."""
    name = f"{subject.node.label} in {state} read by {who}"
    if name not in cast.kept:
        (cast.kept[name],) = cast.reads(subject.tokens[who], subject.id)
    return bool(cast.kept[name])


def expect_refused(cast: Cast, subject: Subject, move: Move, state: str, codes: dict[str, set[str]]) -> None:
    """Each of these viewers, who act for one side, is told one of its codes, and nothing is done."""
    given = {who: step(cast, subject, move, who, state) for who in codes}
    before = cast.graph.everything(subject.id)
    for who, told in codes.items():
        where = f"{move.mutation} from {state} by {who}"
        refusal = cast.refusal(subject.node, move, given[who], subject.tokens[who])
        assert refusal is not None, f"{where} is made"
        assert refusal[0] in told, where
    assert cast.graph.everything(subject.id) == before, (
        f"{move.mutation} from {state} leaves something behind"
    )


def expect_made(cast: Cast, subject: Subject, move: Move, state: str, who: str) -> tuple[str, ...]:
    """A move that is made, with its event and its version: a record, and what is kept and told of it."""
    given = step(cast, subject, move, who, state)
    before = cast.graph.everything(subject.id)
    where = f"{move.mutation} from {state} by {who}"
    payload = cast.do(subject.node, move, given, subject.tokens[who])
    assert payload["errors"] == [], where
    after = cast.graph.everything(subject.id)["record"]
    if move.mutation in BESIDE:
        assert after == before["record"], where
    else:
        assert payload["record"] == {"id": subject.id, "version": after["version"]}
        status = given.get("status") or (move.end.value if move.end else state)
        expect_grown(move, before["record"], after, status)
    by = None if move.mutation in UNSIGNED else subject.organizations.get(who)
    about = given.get("experienceId") or payload["record"]["id"]
    event = told_of(cast, before["events"], (move.event.name, about, by))
    if move.mutation in BESIDE:
        return about, event
    office = "reviewer" if move.by is By.REVIEWER else who
    version = kept_of(cast, subject.id, move.event.name, office, by)
    assert about == subject.id, where
    return subject.id, version, event


@pytest.mark.parametrize("label", LABELS)
def test_a_record_is_not_published_again_to_those_who_read_it(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    for move in (move for move in steps(node) if publishes(move)):
        assert move.end is not None
        subject = made(cast, label, move.end.name)
        given = {"id": subject.id, "version": 1}
        before = cast.graph.everything(subject.id)
        for more in ({}, {"visibility": None}, {"visibility": "PUBLIC"}):
            told = cast.refusal(node, move, given | more, subject.tokens["owner"])
            assert told == (move.already, []), more
        assert cast.graph.everything(subject.id) == before


@pytest.mark.parametrize("label", LABELS)
def test_a_move_is_not_made_where_what_must_hold_does_not(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    for move in (move for move in steps(node) if move.holds):
        state = start_of(node, move)
        subject = made(cast, label, state)
        for held in move.holds:
            for value in set(type(held.values[0])) - set(held.values):
                text = f"MATCH (n:Node {{id: $id}}) SET n.{held.property} = $value"
                cast.graph.rows(text, id=subject.id, value=value.value)
                expect_refused(cast, subject, move, state, {"owner": {"WRONG_STATUS"}})
