"""What users do with seats in working groups: ask for one, answer, leave."""

from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.group_seats import CONFIRMED
from graph.model.life import Way
from graph.queries import groups as queries
from graph.queries import records
from graph.queries.groups import Group
from graph.queries.records import Change, Record
from hub.permissions import acting_organization
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.groups import begun, by, expect_meeting, may_run, ready
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(
    description=say("Which seat your organization does not take.", "سازمان شما کدام کرسی را نمی‌پذیرد.")
)
class RefuseGroupSeatInput:
    """Refuses a seat."""

    id: strawberry.ID = strawberry.field(
        description=say(
            "The seat that your organization is asked for.", "کرسی‌ای که از سازمان شما خواسته شده."
        )
    )
    version: int = strawberry.field(description=_VERSION)
    reason: str | None = gives("GroupSeat", "reason")


@strawberry.input(description=say("Which seat ends, and why.", "کدام کرسی پایان می‌یابد، و چرا."))
class EndGroupSeatInput:
    """Ends a seat."""

    id: strawberry.ID = strawberry.field(
        description=say(
            "Your seat, or one of a group that you run.", "کرسی خودتان، یا کرسی‌ای در کارگروه شما."
        )
    )
    version: int = strawberry.field(description=_VERSION)
    reason: str | None = gives("GroupSeat", "reason", default=None)


async def ask_for_seat(act: Act, given: Any) -> Done:
    """Ask an organization to sit in a group that one runs; one's own sits there at once."""
    group = await begun(act, given.groupId)
    may_run(act.viewer, group)
    organization = await act.found(given.organizationId, at="organizationId", label="Organization")
    queries.expect_here(organization, "organizationId")
    _expect_none_open(group, organization.id, at="organizationId")
    own = organization.id == act.viewer.organization
    change = records.create(
        act.writing,
        act.label,
        values_of(given),
        {**links_of(given), **by(act.viewer, "askedBy")},
        status=CONFIRMED if own else act.move.end,
        audience=Audience.OWNERS.value,
        ownerIds=list(dict.fromkeys([*group.keepers(), organization.id])),
    )
    return await _settled(act, group, change)


async def edit_seat(act: Act, given: Any) -> Done:
    """Change what is asked, as long as it waits for an answer."""
    group, seat, _ = await _found(act, given)
    may_run(act.viewer, group)
    ready(act, given, seat)
    return act.done(records.edit(act.writing, seat, values_of(given), links_of(given)))


async def confirm_seat(act: Act, given: Any) -> Done:
    """Sit there: the organization that is asked may, while the group meets."""
    group, seat = await _asked(act, given)
    expect_meeting(group)
    _expect_none_open(group, acting_organization(act.viewer), but=seat.id)
    change = records.edit(act.writing, seat, {"reason": None}, {}, status=act.move.end)
    return await _settled(act, group, change)


async def refuse_seat(act: Act, given: RefuseGroupSeatInput) -> Done:
    """Not sit there: the organization that is asked may say so, with a reason or without."""
    group, seat = await _asked(act, given)
    return await _settled(
        act, group, records.edit(act.writing, seat, values_of(given), {}, status=act.move.end)
    )


async def withdraw_seat(act: Act, given: Any) -> Done:
    """No longer ask."""
    group, seat, _ = await _found(act, given)
    may_run(act.viewer, group)
    ready(act, given, seat)
    return await _settled(act, group, records.mark(act.writing, seat, status=act.move.end))


async def end_seat(act: Act, given: EndGroupSeatInput) -> Done:
    """Leave one's own seat, or end another's in a group that one runs, with a reason."""
    group, seat, organization = await _found(act, given)
    own = organization == act.viewer.organization
    if not own:
        may_run(act.viewer, group)
    ready(act, given, seat)
    why = given.reason if own else act.said("reason", given.reason)
    last = max(group.today, seat.properties.get("since") or group.today)
    until = min(last, seat.properties.get("until") or last)
    values = {"reason": why, "until": until}
    return await _settled(act, group, records.edit(act.writing, seat, values, {}, status=act.move.end))


def _expect_none_open(
    group: Group, organization: str, *, but: str | None = None, at: str | None = None
) -> None:
    """Raises ValueRefused SEAT_EXISTS where the organization is asked, or sits there, already."""
    if any(s.organization == organization and s.is_open and s.id != but for s in group.seats):
        raise ValueRefused("SEAT_EXISTS", at=at)


async def _found(act: Act, given: Any) -> tuple[Group, Record, str]:
    """The group, the seat and whose it is, locked in this order. Raises ValueRefused NOT_FOUND."""
    group = await queries.group_of_seat(act.writing, given.id)
    seat = await act.found(given.id)
    assert group is not None
    organization = await queries.whose(act.writing, seat.id, "SEAT_OF")
    return group, seat, organization


async def _asked(act: Act, given: Any) -> tuple[Group, Record]:
    """The group and a seat that the viewer's organization is asked for.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    group, seat, organization = await _found(act, given)
    if acting_organization(act.viewer) != organization:
        raise ValueRefused("NOT_ALLOWED")
    ready(act, given, seat)
    return group, seat


async def _settled(act: Act, group: Group, change: Change) -> Done:
    """Change a seat; then those sit among the members, and read what is the group's, who do now."""
    await act.writing.send(change)
    await queries.show(act.writing, change.id)
    await queries.spread(act.writing, group.id)
    return act.sent(change.id)


VERBS = {
    "askForGroupSeat": Verb(ask_for_seat, Way.CREATE),
    "editGroupSeat": Verb(edit_seat, Way.EDIT),
    "confirmGroupSeat": Verb(confirm_seat, Way.GO),
    "refuseGroupSeat": Verb(refuse_seat, RefuseGroupSeatInput),
    "withdrawGroupSeat": Verb(withdraw_seat, Way.WITHDRAW),
    "endGroupSeat": Verb(end_seat, EndGroupSeatInput),
}
