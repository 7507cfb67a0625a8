"""What users do with decisions of working groups: propose, approve or reject with the votes, replace."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.decisions import APPROVED, PROPOSED, REPLACED, SETTLED, VOTES
from graph.model.life import Way
from graph.model.meetings import HELD
from graph.queries import decisions as queries
from graph.queries import groups as sitting
from graph.queries import records
from graph.queries.groups import Group
from graph.queries.records import Link, Record
from hub.permissions import may_change
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.groups import (
    administers,
    begun,
    by,
    edited_by,
    expect_meeting,
    expect_own,
    held,
    may_run,
    may_sit,
    readers,
    ready,
)
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_WITHIN = ("meeting", "replaces")
"""What leads to a record of the same group."""


@strawberry.input(
    description=say(
        "Which proposal is decided, with the votes.", "دربارهٔ کدام پیشنهاد تصمیم گرفته شد، با شمار رأی‌ها."
    )
)
class DecideInput:
    """Decides a proposal."""

    id: strawberry.ID = strawberry.field(description=say("The proposal.", "پیشنهاد."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    votes_for: int | None = gives("Decision", "votesFor")
    votes_against: int | None = gives("Decision", "votesAgainst")
    votes_abstained: int | None = gives("Decision", "votesAbstained")
    decided_on: date | None = gives("Decision", "decidedOn")
    meeting_id: strawberry.ID | None = gives("Decision", "meeting")


@strawberry.input(
    description=say("What of its network a decision has settled.", "مصوبه چه چیز شبکه را تعیین کرد.")
)
class LinkDecisionInput:
    """Links a decision."""

    id: strawberry.ID = strawberry.field(description=say("The decision.", "مصوبه."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    board_ids: list[strawberry.ID] | None = gives("Decision", "boards")
    board_seat_ids: list[strawberry.ID] | None = gives("Decision", "boardSeats")
    charter_ids: list[strawberry.ID] | None = gives("Decision", "charters")
    application_ids: list[strawberry.ID] | None = gives("Decision", "applications")


# -- proposals -------------------------------------------------------------------------------------


async def propose_decision(act: Act, given: Any) -> Done:
    """Put a decision before a group that one sits in; it takes the next number where none is given."""
    group = await begun(act, given.groupId)
    values, links = values_of(given), links_of(given)
    await _expect_sound(act, group, None, values, links)
    if values.get("number") is None:
        values["number"] = await queries.next_number(act.writing, group.id)
    rights = readers(act, values) | {"ownerIds": group.members()}
    links = {**links, **by(act.viewer, "proposedBy")}
    return act.done(records.create(act.writing, act.label, values, links, status=PROPOSED, **rights))


async def edit_decision(act: Act, given: Any) -> Done:
    """Change a proposal; in a joint group it is then one's own."""
    group, record = await _proposal(act, given)
    values, links = values_of(given), links_of(given)
    await _expect_sound(act, group, record, values, links)
    rights = readers(act, values, record)
    links = {**links, **edited_by(act.viewer, group)}
    return act.done(records.edit(act.writing, record, values, links, **rights))


async def withdraw_decision(act: Act, given: Any) -> Done:
    """Take a proposal back; it replaces nothing any more."""
    _, record = await _proposal(act, given)
    return act.done(records.edit(act.writing, record, {}, {"replaces": []}, status=act.move.end))


async def _proposal(act: Act, given: Any) -> tuple[Group, Record]:
    """A proposal of one's own, or of a group that one runs.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    group, record = await held(act, given)
    if act.viewer.organization in await sitting.led_to(act.writing, record.id, "PROPOSED_BY"):
        may_sit(act.viewer, group)
    else:
        may_run(act.viewer, group)
    ready(act, given, record)
    return group, record


async def _expect_sound(
    act: Act,
    group: Group,
    record: Record | None,
    values: Mapping[str, Any],
    links: Mapping[str, Sequence[Link]],
) -> None:
    """Raises ValueRefused NUMBER_TAKEN, NOT_FOUND (a meeting or decision of another group)."""
    await expect_own(act, group, links, *_WITHIN)
    if record is not None and any(link.id == record.id for link in links.get("replaces", ())):
        raise ValueRefused("NOT_FOUND", at="replaces.0", given=record.id)
    number, own = values.get("number"), None if record is None else record.id
    if number is not None and await queries.is_taken(act.writing, group.id, number, own):
        raise ValueRefused("NUMBER_TAKEN", at="number", given=number)


# -- decided ---------------------------------------------------------------------------------------


async def approve_decision(act: Act, given: DecideInput) -> Done:
    """Record that the group has decided so: what it replaces is replaced from then on."""
    group, record = await _to_decide(act, given)
    expect_meeting(group)
    proposers = await sitting.led_to(act.writing, record.id, "PROPOSED_BY")
    if group.joint and not administers(act.viewer) and act.viewer.organization in proposers:
        raise ValueRefused("OWN_PROPOSAL")
    old = await queries.replaced(act.writing, record.id)
    if old is not None:
        if old.choice("status") is not APPROVED:
            raise old.not_from_here(at="replaces")
        await act.follow("DECISION_REPLACED", old, records.mark(act.writing, old, status=REPLACED))
    return await _decided(act, group, record, given)


async def reject_decision(act: Act, given: DecideInput) -> Done:
    """Record that the group has decided against it; it replaces nothing any more."""
    group, record = await _to_decide(act, given)
    return await _decided(act, group, record, given, replaces=[])


async def _to_decide(act: Act, given: DecideInput) -> tuple[Group, Record]:
    group, record = await held(act, given)
    may_run(act.viewer, group)
    ready(act, given, record)
    return group, record


async def _decided(
    act: Act, group: Group, record: Record, given: DecideInput, **more: Sequence[Link]
) -> Done:
    """Raises ValueRefused MORE_VOTES_THAN_SEATS, and as `_day_of` does."""
    values, links = values_of(given), {**links_of(given), **more}
    day = await _day_of(act, group, record, links)
    values["decidedOn"] = values.get("decidedOn") or day
    votes = [values.get(name) or 0 for name in VOTES]
    seats = group.seats_on(values["decidedOn"])
    if sum(votes) > seats:
        first = next(name for name in VOTES if values.get(name))
        raise ValueRefused("MORE_VOTES_THAN_SEATS", at=first, given=sum(votes), seats=seats)
    return act.done(records.edit(act.writing, record, values, links, status=act.move.end))


async def _day_of(act: Act, group: Group, record: Record, links: Mapping[str, Sequence[Link]]) -> date:
    """The day of the meeting that decided, or today.

    Raises ValueRefused NOT_FOUND (a meeting of another group), WRONG_STATUS (one that was not held).
    """
    await expect_own(act, group, links, "meeting")
    before = await sitting.led_to(act.writing, record.id, "DECIDED_AT")
    for id_ in [str(link.id) for link in links["meeting"]] if "meeting" in links else before:
        meeting = await act.found(id_, at="meeting.0", label="Meeting")
        if meeting.choice("status") is not HELD:
            raise meeting.not_from_here(at="meeting")
        day: date = meeting.properties["day"]
        return day
    return group.today


async def link_decision(act: Act, given: LinkDecisionInput) -> Done:
    """Say what of its network a decision has settled: the network's own word."""
    group, record = await held(act, given)
    may_change(act.viewer, list(group.bodies))
    ready(act, given, record)
    links = links_of(given)
    for name in SETTLED:
        ids = [str(link.id) for link in links.get(name, ())]
        if len(ids) > MAXIMUM_LINKS:
            raise ValueRefused("LIST_TOO_LONG", at=name, given=len(ids), maximum=MAXIMUM_LINKS)
        known = await queries.of_network(act.writing, group.id, ids)
        for index, id_ in enumerate(ids):
            if id_ not in known:
                raise ValueRefused("NOT_FOUND", at=f"{name}.{index}", given=id_)
    return act.done(records.edit(act.writing, record, {}, links))


VERBS = {
    "proposeDecision": Verb(propose_decision, Way.CREATE),
    "editDecision": Verb(edit_decision, Way.EDIT),
    "withdrawDecision": Verb(withdraw_decision, Way.WITHDRAW),
    "approveDecision": Verb(approve_decision, DecideInput),
    "rejectDecision": Verb(reject_decision, DecideInput),
    "linkDecision": Verb(link_decision, LinkDecisionInput),
}
