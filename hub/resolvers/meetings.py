"""What users do with meetings of working groups: plan, hold, put down the minutes, cancel."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.life import Way
from graph.model.meetings import HELD, PEOPLE, PLANNED
from graph.queries import groups as sitting
from graph.queries import meetings as queries
from graph.queries import records
from graph.queries.groups import Group
from graph.queries.records import Link, Record
from hub.permissions import acting_organization
from hub.resolvers.given import HOME, TARGET, field, gives, links_of, values_of
from hub.resolvers.groups import begun, held, may_run, readers, ready
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_WHICH = say("The meeting.", "جلسه.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("An organization that was at a meeting.", "سازمانی که در جلسه حاضر بود."))
class AttendanceInput:
    """A row of the attendance."""

    organization_id: strawberry.ID = strawberry.field(
        description=say("The id of that organization.", "شناسهٔ آن سازمان."), metadata={HOME: TARGET}
    )
    people: int | None = field(PEOPLE, say("How many came from it.", "چند نفر از آن آمدند."), None)


@strawberry.input(
    description=say("Of which meeting, its minutes, and who was there.", "صورت‌جلسه و حاضران کدام جلسه.")
)
class HoldMeetingInput:
    """What is told of a meeting that was held."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    minutes: str | None = gives("Meeting", "minutes")
    minutes_url: str | None = gives("Meeting", "minutesUrl")
    file_ids: list[strawberry.ID] | None = gives("Meeting", "files")
    attendance: list[AttendanceInput] | None = gives("Meeting", "attendance")


@strawberry.input(description=say("Which meeting is cancelled, and why.", "کدام جلسه لغو می‌شود، و چرا."))
class CancelMeetingInput:
    """Cancels a meeting."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    cancel_reason: str = gives("Meeting", "cancelReason", required=True)


@dataclass(frozen=True, slots=True)
class _Held:
    """A meeting that those who run its group change, and the group."""

    group: Group
    record: Record


# -- when and where --------------------------------------------------------------------------------


async def plan_meeting(act: Act, given: Any) -> Done:
    """Set a meeting of a group that one runs."""
    group = await begun(act, given.groupId)
    may_run(act.viewer, group)
    values = values_of(given)
    _expect_time(values)
    rights = readers(act, values) | {"ownerIds": group.members()}
    return act.done(records.create(act.writing, act.label, values, links_of(given), status=PLANNED, **rights))


async def edit_meeting(act: Act, given: Any) -> Done:
    """Change when, where and about what a group meets, and who reads it."""
    meeting = await _run(act, given)
    values = values_of(given)
    _expect_time(values)
    if meeting.record.choice("status") is HELD:
        _expect_past(act, {**meeting.record.properties, **values}, "day")
        await _expect_then(act, meeting, values)
    rights = readers(act, values, meeting.record)
    return act.done(records.edit(act.writing, meeting.record, values, links_of(given), **rights))


def _expect_time(values: Mapping[str, Any]) -> None:
    """Raises ValueRefused TIME_FORM unless the start is an hour and a minute."""
    time = values.get("startTime")
    # What is no visible text at all is told as any other text is.
    if time is not None and time.isprintable() and time.strip() and not _TIME.fullmatch(time):
        raise ValueRefused("TIME_FORM", at="startTime", given=time[:20])


def _expect_past(act: Act, values: Mapping[str, Any], at: str | None = None) -> None:
    """Raises ValueRefused MEETING_TO_COME where its day has not come."""
    if values["day"] > act.writing.parameters["today"]:
        raise ValueRefused("MEETING_TO_COME", at=at, day=values["day"])


async def _expect_then(act: Act, meeting: _Held, values: Mapping[str, Any]) -> None:
    """Raises ValueRefused NOT_IN_GROUP where one that was there did not sit in the group on another day."""
    if "day" in values and values["day"] != meeting.record.properties["day"]:
        there = await queries.attendance(act.writing, meeting.record.id)
        if not all(meeting.group.sits(link.id, values["day"]) for link in there):
            raise ValueRefused("NOT_IN_GROUP", at="day")


async def cancel_meeting(act: Act, given: CancelMeetingInput) -> Done:
    """Say that a meeting does not take place; one that decided something did. It has no minutes then."""
    meeting = await _run(act, given)
    if await queries.has_decided(act.writing, meeting.record.id):
        raise meeting.record.not_from_here()
    values: dict[str, Any] = {"cancelReason": act.said("cancelReason", given.cancel_reason)}
    values |= dict.fromkeys(("minutes", "minutesUrl"))
    links: records.Links = {"attendance": []}
    return act.done(records.edit(act.writing, meeting.record, values, links, status=act.move.end))


# -- once it was held ------------------------------------------------------------------------------


async def hold_meeting(act: Act, given: HoldMeetingInput) -> Done:
    """Say that a meeting took place; who was there and the minutes can follow."""
    meeting = await _run(act, given)
    _expect_past(act, meeting.record.properties)
    return await _put_down(act, meeting, given, status=act.move.end)


async def record_minutes(act: Act, given: HoldMeetingInput) -> Done:
    """Put down, or put right, the minutes of a meeting that was held, and who was there."""
    return await _put_down(act, await _run(act, given), given)


async def _put_down(act: Act, meeting: _Held, given: HoldMeetingInput, **system: Any) -> Done:
    links = links_of(given)
    named = links.get("attendance", ())
    if len(named) > MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at="attendance", given=len(named), maximum=MAXIMUM_LINKS)
    change = records.edit(act.writing, meeting.record, values_of(given), links, **system)
    await _expect_there(act, meeting, named)
    return act.done(change)


async def _expect_there(act: Act, meeting: _Held, named: Sequence[Link]) -> None:
    """Raises ValueRefused NOT_IN_GROUP, ATTENDANCE_WAS_DENIED, with its place."""
    denied = await sitting.led_to(act.writing, meeting.record.id, "ATTENDANCE_DENIED_BY")
    before = {link.id for link in await queries.attendance(act.writing, meeting.record.id)}
    # Whoever is put down anew can read that it is.
    may_be = {*before, *meeting.group.members()}
    for index, link in enumerate(named):
        if link.id not in may_be or not meeting.group.sits(link.id, meeting.record.properties["day"]):
            raise ValueRefused("NOT_IN_GROUP", at=f"attendance.{index}")
        if link.id in denied:
            raise ValueRefused("ATTENDANCE_WAS_DENIED", at=f"attendance.{index}")


async def deny_attendance(act: Act, given: Any) -> Done:
    """Be taken off the list of who was there: an organization that stands on it may, for itself."""
    group, record = await held(act, given)
    acting = acting_organization(act.viewer)
    there = await queries.attendance(act.writing, record.id)
    listed = acting in {link.id for link in there}
    if not listed and not group.sits(acting):
        raise ValueRefused("NOT_ALLOWED")
    ready(act, given, record)
    if not listed:
        raise ValueRefused("NOT_ALLOWED")
    denied = await sitting.led_to(act.writing, record.id, "ATTENDANCE_DENIED_BY")
    links = {
        "attendance": [link for link in there if link.id != acting],
        "attendanceDenied": [Link(id_) for id_ in (*denied, acting)],
    }
    return act.done(records.edit(act.writing, record, {}, links))


async def _run(act: Act, given: Any) -> _Held:
    """A meeting of a group that one runs. Raises NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS."""
    group, record = await held(act, given)
    may_run(act.viewer, group)
    ready(act, given, record)
    return _Held(group, record)


VERBS = {
    "planMeeting": Verb(plan_meeting, Way.CREATE),
    "editMeeting": Verb(edit_meeting, Way.EDIT),
    "holdMeeting": Verb(hold_meeting, HoldMeetingInput),
    "recordMinutes": Verb(record_minutes, HoldMeetingInput),
    "cancelMeeting": Verb(cancel_meeting, CancelMeetingInput),
    "denyAttendance": Verb(deny_attendance, Way.GO),
}
