"""Add the demo's working groups, with their seats, meetings, decisions and actions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from graph.model.access import Audience, audience
from graph.model.actions import ActionStatus
from graph.model.common import RecordStatus, Visibility
from graph.model.decisions import VOTES, DecisionStatus
from graph.model.group_seats import GroupSeatStatus
from graph.model.ids import made_id
from graph.model.meetings import MeetingStatus
from graph.model.working_groups import GroupLevel, GroupStatus, SeatRole
from seed.chance import noon
from seed.content import told
from seed.demo.organizations import Member
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing

_PREFIXES = {"network": "net", "partnership": "par", "commitment": "com"}
_RUNNERS = {"CHAIR", "SECRETARY"}
_ANSWERS = {
    "CONFIRMED": "GROUP_SEAT_CONFIRMED",
    "ENDED": "GROUP_SEAT_CONFIRMED",
    "REFUSED": "GROUP_SEAT_REFUSED",
}
_DECIDED = {
    "APPROVED": "DECISION_APPROVED",
    "REPLACED": "DECISION_APPROVED",
    "REJECTED": "DECISION_REJECTED",
}
_CLOSED = {"DROPPED": "ACTION_DROPPED", "DECLINED": "ACTION_DECLINED"}

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Group:
    """A working group, whose it is, who sits in it, and what of it was added."""

    thing: Thing
    bodies: list[str]
    members: list[str]
    runners: list[str]
    made: dict[str, Thing] = field(default_factory=dict)


def add(sketch: Sketch, places: Places, members: Mapping[str, Member]) -> None:
    """Add them all, once networks and partnerships are there."""
    there = {thing.properties["id"]: thing for thing in sketch.things if "id" in thing.properties}
    who = {key: member.thing for key, member in members.items()}
    for row in told("working_groups"):
        group = _group(sketch, places, who, there, row)
        for seat in row["seats"]:
            _seat(sketch, who, group, row, seat)
        for meeting in row["meetings"]:
            _meeting(sketch, who, group, meeting)
        for decision in row["decisions"]:
            _decision(sketch, who, group, row, decision)
        for action in row["actions"]:
            _action(sketch, who, there, group, action)


def _found(there: Mapping[str, Thing], key: str) -> Thing:
    """What is there by a key like `network small-workshops`."""
    return there[made_id(_PREFIXES[key.split(maxsplit=1)[0]], key)]


def _day(row: Row, name: str) -> date | None:
    return date.fromisoformat(row[name]) if row.get(name) else None


def _at(day: str, hours: int = 0) -> datetime:
    return noon(date.fromisoformat(day)) + timedelta(hours=hours)


def _read(row: Row, owners: list[str], *, begun: bool = True) -> dict[str, Any]:
    """Who reads a record, by its visibility; one that has not begun its owners alone."""
    visibility = Visibility(row["visibility"])
    readers = audience(RecordStatus.PUBLISHED, visibility) if begun else Audience.OWNERS
    return {"visibility": visibility, "audience": readers.value, "ownerIds": owners}


def _ids(who: Mapping[str, Thing], first: list[str], keys: list[str]) -> list[str]:
    return list(dict.fromkeys([*first, *(who[key].id for key in keys)]))


# -- the group -------------------------------------------------------------------------------------


def _group(
    sketch: Sketch, places: Places, who: Mapping[str, Thing], there: Mapping[str, Thing], row: Row
) -> _Group:
    body = _found(there, row["body"])
    bodies, status = list(body.properties["ownerIds"]), GroupStatus(row["status"])
    proposer = who[row["proposedBy"]]
    deeds = [Deed("WORKING_GROUP_PROPOSED", _at(row["proposedOn"]), proposer)]
    if "approvedOn" in row:
        approver = who[row.get("approvedBy", row["proposedBy"])]
        deeds.append(Deed("WORKING_GROUP_APPROVED", _at(row["approvedOn"]), approver))
    if "endedOn" in row:
        deeds.append(Deed("WORKING_GROUP_ENDED", _at(row["endedOn"], 3), who[row["endedBy"]]))
    taken = [seat for seat in row["seats"] if seat["status"] == "CONFIRMED"]
    asked = [seat["organization"] for seat in row["seats"] if seat["status"] in {"CONFIRMED", "ASKED"}]
    values = {
        **{name: row.get(name) for name in ("title", "purpose", "endReason")},
        "level": GroupLevel(row["level"]),
        "status": status,
        "since": _day(row, "since"),
        "until": _day(row, "until"),
        **_read(row, _ids(who, bodies, asked), begun=status is not GroupStatus.PROPOSED),
    }
    thing = sketch.record("WorkingGroup", f"working group {row['key']}", deeds, values)
    sketch.link(thing, "body", [body])
    sketch.link(thing, "region", [places.regions[row["region"]]])
    sketch.link(thing, "proposedBy", [proposer])
    if "endedBy" in row:
        sketch.link(thing, "endedBy", [who[row["endedBy"]]])
    runners = [seat["organization"] for seat in taken if seat["role"] in _RUNNERS]
    sitting = [seat["organization"] for seat in taken]
    return _Group(thing, bodies, _ids(who, bodies, sitting), _ids(who, bodies, runners))


def _seat(sketch: Sketch, who: Mapping[str, Thing], group: _Group, row: Row, seat: Row) -> None:
    organization, asker = who[seat["organization"]], who[row["proposedBy"]]
    status = GroupSeatStatus(seat["status"])
    deeds = [Deed("GROUP_SEAT_ASKED", _at(seat["askedOn"], 1), asker)]
    # Whoever asks for its own seat sits there at once.
    if status.value in _ANSWERS and organization is not asker:
        deeds.append(Deed(_ANSWERS[status.value], _at(seat["answeredOn"], 2), organization))
    if status is GroupSeatStatus.ENDED:
        deeds.append(Deed("GROUP_SEAT_ENDED", _at(seat["until"], 3), organization))
    said = {"role": SeatRole(seat["role"]), "since": _day(seat, "since"), "until": _day(seat, "until")}
    values = {
        **said,
        "status": status,
        "reason": seat.get("reason"),
        "audience": Audience.OWNERS.value,
        "ownerIds": list(dict.fromkeys([*group.runners, organization.id])),
    }
    thing = sketch.record("GroupSeat", f"seat {row['key']} {seat['organization']}", deeds, values)
    sketch.link(thing, "group", [group.thing])
    sketch.link(thing, "organization", [organization])
    sketch.link(thing, "askedBy", [asker])
    if status is GroupSeatStatus.CONFIRMED:
        sketch.link(group.thing, "members", [organization], **said)


# -- what it does ----------------------------------------------------------------------------------


def _meeting(sketch: Sketch, who: Mapping[str, Thing], group: _Group, row: Row) -> None:
    by = who[row["by"]]
    deeds = [Deed("MEETING_PLANNED", _at(row["plannedOn"]), by)]
    if row["status"] == "HELD":
        deeds.append(Deed("MEETING_HELD", _at(row["day"], 8), by))
    if row["status"] == "CANCELLED":
        deeds.append(Deed("MEETING_CANCELLED", _at(row["cancelledOn"]), by))
    kept = ("title", "startTime", "place", "onlineUrl", "minutes", "cancelReason")
    values = {
        **{name: row.get(name) for name in kept},
        "day": _day(row, "day"),
        "status": MeetingStatus(row["status"]),
        **_read(row, group.members),
    }
    thing = group.made[row["key"]] = sketch.record("Meeting", f"meeting {row['key']}", deeds, values)
    sketch.link(thing, "group", [group.thing])
    sketch.parts(thing, "agenda", row["agenda"])
    for organization, people in row.get("attendance", ()):
        sketch.link(thing, "attendance", [who[organization]], people=people)


def _decision(sketch: Sketch, who: Mapping[str, Thing], group: _Group, whole: Row, row: Row) -> None:
    deeds = [Deed("DECISION_PROPOSED", _at(row["proposedOn"]), who[row["proposedBy"]])]
    if row["status"] in _DECIDED:
        deeds.append(Deed(_DECIDED[row["status"]], _at(row["decidedOn"], 9), who[row["by"]]))
    later = [one for one in whole["decisions"] if one.get("replaces") == row["key"]]
    deeds += [Deed("DECISION_REPLACED", _at(one["decidedOn"], 9), who[one["by"]]) for one in later]
    values = {
        **{name: row.get(name) for name in ("number", "title", "text")},
        **dict(zip(VOTES, row.get("votes", (None, None, None)), strict=True)),
        "status": DecisionStatus(row["status"]),
        "decidedOn": _day(row, "decidedOn"),
        **_read(row, group.members),
    }
    thing = group.made[row["key"]] = sketch.record("Decision", f"decision {row['key']}", deeds, values)
    sketch.link(thing, "group", [group.thing])
    sketch.link(thing, "meeting", [group.made[row["meeting"]]])
    sketch.link(thing, "proposedBy", [who[row["proposedBy"]]])
    if "replaces" in row:
        sketch.link(thing, "replaces", [group.made[row["replaces"]]])


def _action(
    sketch: Sketch, who: Mapping[str, Thing], there: Mapping[str, Thing], group: _Group, row: Row
) -> None:
    owner, giver = who[row["owner"]], who[row["by"]]
    deeds = [Deed("ACTION_ADDED", _at(row["givenOn"], 10), giver)]
    # What one gives to oneself is open at once.
    if "acceptedOn" in row and owner is not giver:
        deeds.append(Deed("ACTION_ACCEPTED", _at(row["acceptedOn"], 11), owner))
    if row["status"] == "DONE":
        deeds.append(Deed("ACTION_DONE", _at(row["doneOn"], 2), owner))
    if row["status"] in _CLOSED:
        deeds.append(Deed(_CLOSED[row["status"]], _at(row["closedOn"], 2), owner))
    values = {
        **{name: row.get(name) for name in ("title", "description", "evidence", "reason")},
        "status": ActionStatus(row["status"]),
        "dueOn": _day(row, "dueOn"),
        "doneOn": _day(row, "doneOn"),
        **_read(row, list(dict.fromkeys([*group.members, owner.id]))),
    }
    thing = sketch.record("Action", f"action {row['key']}", deeds, values)
    sketch.link(thing, "group", [group.thing])
    sketch.link(thing, "owner", [owner])
    sketch.link(thing, "assignedBy", [giver])
    for name in ("decision", "meeting"):
        if name in row:
            sketch.link(thing, name, [group.made[row[name]]])
    if "commitment" in row:
        sketch.link(thing, "commitments", [_found(there, f"commitment {row['commitment']}")])
