"""What users do with amendments: propose a change of a signed partnership, accept, decline, take it back."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.amendments import IN_FORCE, PROPOSED, SUPERSEDED, AmendedPart
from graph.model.commitment_reports import SUPERSEDED as REPORT_SUPERSEDED
from graph.model.commitments import PLANNED, REMOVED
from graph.model.partnerships import ACTIVE, BINDING, ENDED, SUSPENDED
from graph.queries import amendments as queries
from graph.queries import partnerships, records
from graph.queries.amendments import Change
from graph.queries.partnerships import Party
from graph.queries.records import Link, Record
from hub.permissions import speaking_for
from hub.resolvers.given import gives
from hub.resolvers.moves import Act, Done, Verb
from hub.resolvers.proposals import (
    COMMITMENT,
    PARTNERSHIP,
    SIDES,
    WHOSE_WORD,
    Proposal,
    ProposeAmendmentInput,
    expect_open,
    parsed,
    told_in,
)
from hub.texts import say

_EVENTS = {
    SUSPENDED.value: "PARTNERSHIP_SUSPENDED",
    ACTIVE.value: "PARTNERSHIP_RESUMED",
    ENDED.value: "PARTNERSHIP_ENDED",
    None: "PARTNERSHIP_AMENDED",
}


_ID = say("The amendment of a partnership that you are a party to.", "الحاقیهٔ مشارکتی که طرف آن هستید.")


@strawberry.input(description=say("An amendment, and whose word it is.", "یک الحاقیه، و سخن از سوی کیست."))
class AmendmentAnswer:
    """Accepts an amendment, or takes it back."""

    id: strawberry.ID = strawberry.field(description=_ID)
    party_id: strawberry.ID | None = strawberry.field(description=WHOSE_WORD, default=None)


@strawberry.input(description=say("An amendment that is declined, and why.", "الحاقیه‌ای که رد می‌شود، و چرا."))
class DeclineAmendmentInput(AmendmentAnswer):
    """Declines an amendment."""

    decline_reason: str | None = gives("Amendment", "declineReason", default=None)


# -- proposing -------------------------------------------------------------------------------------


async def propose_amendment(act: Act, given: ProposeAmendmentInput) -> Done:
    """Propose a change to the other parties; whoever proposes has accepted."""
    partnership = await act.found(given.partnership_id, at="partnershipId", label=PARTNERSHIP)
    parties = await partnerships.parties(act.writing, partnership.id)
    proposer = partnerships.party(parties, speaking_for(act.viewer, given.party_id))
    _expect_binding(partnership)
    partnerships.expect_read(partnership, given.version)
    partnerships.expect_here(parties)
    known = {c.id: c for c in await partnerships.commitments(act.writing, partnership.id)}
    proposal = Proposal(act, partnership, parties, known, told_in(given))
    changes = list(proposal.changes())
    if not changes:
        raise ValueRefused("NOTHING_CHANGES")
    proposal.expect_sound(changes)
    links = {
        "partnership": [Link(partnership.id)],
        "proposedBy": [Link(proposer.id)],
        "acceptances": [Link(proposer.id, {"acceptedOn": act.writing.parameters["today"]})],
        "changes": [Link(None, _row(change)) for change in changes],
    }
    system = {
        "status": PROPOSED,
        "standsOn": partnership.properties["termsVersion"],
        "audience": Audience.OWNERS.value,
        "ownerIds": partnership.owners,
    }
    told = {name: proposal.told.get(name) for name in ("reason", "step")}
    return act.done(records.create(act.writing, act.label, told, links, **system))


def _expect_binding(partnership: Record) -> None:
    if partnership.choice("status") not in BINDING:
        raise partnership.not_from_here()


def _row(change: Change) -> dict[str, Any]:
    return {f.name: getattr(change, f.name) for f in fields(change)}


# -- answers ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Answering:
    """An amendment that a party answers, locked after its partnership."""

    amendment: Record
    partnership: Record
    parties: Sequence[Party]
    party: Party
    answers: queries.Answers


async def _answering(act: Act, given: AmendmentAnswer) -> _Answering:
    """Raises ValueRefused NOT_FOUND, NOT_A_PARTY, NOT_ALLOWED, WRONG_STATUS."""
    whole = await queries.partnership_of(act.writing, given.id)
    if whole is None:
        raise ValueRefused("NOT_FOUND", at="id")
    partnership = await act.found(whole, label=PARTNERSHIP)
    amendment = await act.found(given.id)
    parties = await partnerships.parties(act.writing, partnership.id)
    party = partnerships.party(parties, speaking_for(act.viewer, given.party_id))
    act.expect(amendment)
    answers = await queries.answers(act.writing, amendment.id)
    return _Answering(amendment, partnership, parties, party, answers)


async def accept_amendment(act: Act, given: AmendmentAnswer) -> Done:
    """Accept for a party; with the last one the amendment is in force."""
    step = await _answering(act, given)
    if step.party.id in step.answers.accepted:
        raise ValueRefused("ALREADY_ACCEPTED")
    partnerships.expect_here(step.parties)
    await queries.accept(act.writing, step.amendment.id, step.party.id)
    if {party.id for party in step.parties} - step.answers.accepted > {step.party.id}:
        return act.done(records.mark(act.writing, step.amendment))
    await _enforce(act, step)
    readers = step.partnership.properties["audience"]
    today = act.writing.parameters["today"]
    return act.done(
        records.mark(act.writing, step.amendment, status=IN_FORCE, inForceOn=today, audience=readers)
    )


async def decline_amendment(act: Act, given: DeclineAmendmentInput) -> Done:
    """Say no to what another party has proposed."""
    step = await _answering(act, given)
    if step.party.id == step.answers.proposer:
        raise ValueRefused("NOT_ALLOWED")
    await queries.decline(act.writing, step.amendment.id, step.party.id)
    declined = {"status": act.move.end, "declineReason": given.decline_reason}
    return act.done(records.mark(act.writing, step.amendment, **declined))


async def withdraw_amendment(act: Act, given: AmendmentAnswer) -> Done:
    """Take back what one's own organization has proposed."""
    step = await _answering(act, given)
    if step.party.id != step.answers.proposer:
        raise ValueRefused("NOT_ALLOWED")
    return act.done(records.mark(act.writing, step.amendment, status=act.move.end))


# -- in force --------------------------------------------------------------------------------------


async def _enforce(act: Act, step: _Answering) -> None:
    """Let the terms be what an amendment says, and what else was proposed of the old ones be superseded."""
    changes = await queries.changes(act.writing, step.amendment.id)
    for change in (change for change in changes if change.part == AmendedPart.PARTY.value):
        values = {change.field: change.after}
        await queries.change_place(act.writing, step.partnership.id, change.about, values)
    # After the places of its parties: the version that is kept of it has them.
    await _amend_partnership(act, step.partnership, changes)
    await _amend_commitments(act, step.partnership, changes)
    for other in await partnerships.open_amendments(act.writing, step.partnership.id):
        if other.id != step.amendment.id:
            await act.follow(
                "AMENDMENT_SUPERSEDED", other, records.mark(act.writing, other, status=SUPERSEDED)
            )


async def _amend_partnership(act: Act, partnership: Record, changes: Sequence[Change]) -> None:
    terms = {c.field: parsed(PARTNERSHIP, c) for c in changes if c.part == AmendedPart.TERMS.value}
    status = terms.pop("status", None)
    if status == ENDED.value and "endsOn" not in terms:
        today, own = act.writing.parameters["today"], partnership.properties
        terms["endsOn"] = max(min(today, own.get("endsOn") or today), own.get("startsOn") or date.min)
    marks: dict[str, Any] = {"termsVersion": partnership.properties["version"] + 1}
    marks |= {} if status is None else {"status": status}
    # A last day that was agreed on is no longer worked out from the term.
    marks |= {"endsOnWorkedOut": None} if "endsOn" in terms else {}
    change = records.edit(act.writing, partnership, terms, {}, **marks)
    await act.follow(_EVENTS[status], partnership, change)


async def _amend_commitments(act: Act, partnership: Record, changes: Sequence[Change]) -> None:
    known = {c.id: c for c in await partnerships.commitments(act.writing, partnership.id)}
    for part, about in dict.fromkeys((change.part, change.about) for change in changes):
        own = [change for change in changes if change.about == about]
        match AmendedPart(part):
            case AmendedPart.COMMITMENT_ADDED:
                await _add(act, partnership, about, own)
            case AmendedPart.COMMITMENT_CHANGED:
                await _change(act, known[about], own)
            case AmendedPart.COMMITMENT_REMOVED:
                await _remove(act, known[about])
            case AmendedPart.TERMS | AmendedPart.PARTY:
                pass


async def _add(act: Act, partnership: Record, id_: str, changes: Sequence[Change]) -> None:
    values = {c.field: parsed(COMMITMENT, c) for c in changes if c.field not in SIDES}
    links = {c.field: [Link(c.after)] for c in changes if c.field in SIDES}
    links |= {"partnership": [Link(partnership.id)]}
    change = records.create(act.writing, COMMITMENT, values, links, id=id_, status=PLANNED)
    await act.follow("COMMITMENT_ADDED", Record(id_, COMMITMENT, {}), change)


async def _change(act: Act, commitment: Record, changes: Sequence[Change]) -> None:
    expect_open(commitment)
    values = {change.field: parsed(COMMITMENT, change) for change in changes}
    # A value in another unit, or of another measure, is no progress towards what is owed now.
    other = {} if values.keys().isdisjoint({"measure", "unit"}) else {"progress": None, "progressOn": None}
    change = records.edit(act.writing, commitment, values, {}, **other)
    await act.follow("COMMITMENT_AMENDED", commitment, change)


async def _remove(act: Act, commitment: Record) -> None:
    expect_open(commitment)
    for report in await partnerships.waiting_reports(act.writing, commitment.id):
        gone = records.mark(act.writing, report, status=REPORT_SUPERSEDED)
        await act.follow("REPORT_SUPERSEDED", report, gone)
    change = records.mark(act.writing, commitment, status=REMOVED, claimedOn=None)
    await act.follow("COMMITMENT_REMOVED", commitment, change)


VERBS = {
    "proposeAmendment": Verb(propose_amendment, ProposeAmendmentInput),
    "acceptAmendment": Verb(accept_amendment, AmendmentAnswer),
    "declineAmendment": Verb(decline_amendment, DeclineAmendmentInput),
    "withdrawAmendment": Verb(withdraw_amendment, AmendmentAnswer),
}
