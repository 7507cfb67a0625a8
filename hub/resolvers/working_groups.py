"""What users do with working groups: propose one, approve it as another party, edit and end it."""

from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.life import Way
from graph.model.working_groups import ACTIVE, PROPOSED
from graph.queries import groups as queries
from graph.queries import records
from graph.queries import working_groups as seats
from graph.queries.groups import Group
from graph.queries.records import Record
from hub.permissions import may_change
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.groups import administers, by, edited_by, expect_running, may_run, readers, ready
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say


@strawberry.input(description=say("Which working group ends, and why.", "کدام کارگروه پایان می‌یابد، و چرا."))
class EndWorkingGroupInput:
    """Ends a working group."""

    id: strawberry.ID = strawberry.field(
        description=say("The working group that you run.", "کارگروهی که اداره می‌کنید.")
    )
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    end_reason: str = gives("WorkingGroup", "endReason", required=True)
    until: date | None = gives("WorkingGroup", "until", default=None)


async def propose_working_group(act: Act, given: Any) -> Done:
    """Write down a group of one's own network, or of a partnership that one is a party to."""
    label = "Network" if given.bodyId.startswith("net_") else "Partnership"
    body = await act.found(given.bodyId, at="bodyId", label=label)
    may_change(act.viewer, body.owners)
    expect_running(body, at="bodyId")
    values = values_of(given)
    readers(act, values)
    change = records.create(
        act.writing,
        act.label,
        values,
        {**links_of(given), **by(act.viewer, "proposedBy")},
        status=PROPOSED,
        audience=Audience.OWNERS.value,
        ownerIds=body.owners,
    )
    return act.done(change)


async def edit_working_group(act: Act, given: Any) -> Done:
    """Change a group; one that parties have agreed on only the secretariat mends."""
    group, record = await _found(act, given)
    may_run(act.viewer, group)
    ready(act, given, record)
    active = record.choice("status") is ACTIVE
    if group.joint and active and not administers(act.viewer):
        raise ValueRefused("GROUP_AGREED_ON")
    values = values_of(given)
    may_read = readers(act, values, record)
    changed = may_read if active else {}
    links = {**links_of(given), **edited_by(act.viewer, group)}
    return act.done(records.edit(act.writing, record, values, links, **changed))


async def approve_working_group(act: Act, given: Any) -> Done:
    """Let a group begin: a network's owner its own, a party what another party proposes."""
    group, record = await _found(act, given)
    may_change(act.viewer, list(group.bodies))
    ready(act, given, record)
    if group.joint and not administers(act.viewer) and act.viewer.organization == group.proposer:
        raise ValueRefused("OWN_PROPOSAL")
    expect_running(group.body)
    may_read = readers(act, {}, record)
    return act.done(records.mark(act.writing, record, status=act.move.end, **may_read))


async def withdraw_working_group(act: Act, given: Any) -> Done:
    """Take a proposed group back, or turn it down."""
    group, record = await _found(act, given)
    may_change(act.viewer, list(group.bodies))
    ready(act, given, record)
    return act.done(records.mark(act.writing, record, status=act.move.end))


async def end_working_group(act: Act, given: EndWorkingGroupInput) -> Done:
    """Say that the work of a group is over; whoever was asked to sit in it is asked no more."""
    group, record = await _found(act, given)
    may_run(act.viewer, group)
    ready(act, given, record)
    why = act.said("endReason", given.end_reason)
    last = _last_day(act, group, given.until)
    for seat in await seats.asked(act.writing, group.id):
        change = records.mark(act.writing, seat, status="WITHDRAWN")
        await act.follow("GROUP_SEAT_WITHDRAWN", seat, change)
    values = {"until": last, "endReason": why}
    left: dict[str, Any] = {"status": act.move.end, "ownerIds": group.members()}
    return act.done(records.edit(act.writing, record, values, by(act.viewer, "endedBy"), **left))


def _last_day(act: Act, group: Group, told: date | None) -> date:
    """The last day of a group: today where none is told, or the one it was to begin on.

    Raises ValueRefused IN_THE_FUTURE, and DAY_OUT_OF_RANGE where one party alone says that what all have
    agreed on was over before today.
    """
    today = group.today
    if told is not None and told > today:
        raise ValueRefused("IN_THE_FUTURE", at="until")
    if told is not None and told < today and group.joint and not administers(act.viewer):
        day = today.isoformat()
        raise ValueRefused("DAY_OUT_OF_RANGE", at="until", given=told.isoformat(), earliest=day, latest=day)
    return told or max(today, group.record.properties.get("since") or today)


async def _found(act: Act, given: Any) -> tuple[Group, Record]:
    """The group as it stands, and its record, locked. Raises ValueRefused NOT_FOUND."""
    record = await act.found(given.id)
    return await queries.standing(act.writing, record.id), record


VERBS = {
    "proposeWorkingGroup": Verb(propose_working_group, Way.CREATE),
    "editWorkingGroup": Verb(edit_working_group, Way.EDIT),
    "approveWorkingGroup": Verb(approve_working_group, Way.GO),
    "withdrawWorkingGroup": Verb(withdraw_working_group, Way.WITHDRAW),
    "endWorkingGroup": Verb(end_working_group, EndWorkingGroupInput),
}
