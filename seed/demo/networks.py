"""Add the demo's networks, with their founding steps, boards, charters, members and applications."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from graph.model.access import Audience
from graph.model.applications import ApplicationStatus
from graph.model.boards import BoardKind, BoardStatus, SeatSelection, SeatStatus
from graph.model.charters import CharterStatus
from graph.model.common import Language
from graph.model.founding_steps import FoundingStepStatus
from graph.model.memberships import MembershipKind, MembershipStatus
from graph.model.networks import NetworkLevel, NetworkStatus
from seed.chance import noon
from seed.content import told
from seed.demo.organizations import Member
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing

_AFTER = {
    "begunOn": "NETWORK_FOUNDING",
    "handedOverOn": "SECRETARIAT_ACCEPTED",
    "activeOn": "NETWORK_ACTIVATED",
    "dissolvedOn": "NETWORK_DISSOLVED",
}
"""What happened to a network on the day that it tells under that name."""
_SHOWN = {"CONFIRMED", "ACTIVE", "ENDED", "IN_FORCE", "REPLACED"}
"""Where what was agreed on is read by all."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Network:
    """A network with its secretariat and what is told of it."""

    thing: Thing
    secretariat: Thing
    told: Row


def add(sketch: Sketch, places: Places, members: Mapping[str, Member]) -> dict[str, Thing]:
    """Add them all, national ones before those of provinces; by their keys."""
    made: dict[str, _Network] = {}
    charters: dict[tuple[str, int], Thing] = {}
    for row in told("networks"):
        network = made[row["key"]] = _network(sketch, places, members, row)
        if "parent" in row:
            sketch.link(network.thing, "parent", [made[row["parent"]].thing])
        for step in row["steps"]:
            _step(sketch, network, step)
        for board in row["boards"]:
            _board(sketch, members, network, board)
        for charter in row["charters"]:
            charters[row["key"], charter["edition"]] = _charter(sketch, network, charter, charters)
        for member in row["members"]:
            _member(sketch, members, network, member)
        for application in row["applications"]:
            _application(sketch, members, network, application)
    return {key: network.thing for key, network in made.items()}


def _day(row: Row, name: str) -> date | None:
    return date.fromisoformat(row[name]) if row.get(name) else None


def _at(day: str, hours: int = 0) -> datetime:
    return noon(date.fromisoformat(day)) + timedelta(hours=hours)


def _network(sketch: Sketch, places: Places, members: Mapping[str, Member], row: Row) -> _Network:
    secretariat = members[row["secretariat"]].thing
    first = members[row.get("foundedBy", row["secretariat"])].thing
    planned = "PROVINCIAL_NETWORK_FOUNDED" if "parent" in row else "NETWORK_CREATED"
    deeds = [Deed(planned, _at(row["plannedOn"]), first)]
    for name, kind in _AFTER.items():
        if name in row:
            by = first if name == "begunOn" else secretariat
            if name == "handedOverOn":
                deeds.append(Deed("SECRETARIAT_OFFERED", _at(row[name], -30), first))
            deeds.append(Deed(kind, _at(row[name], 5), by))
    status = NetworkStatus(row["status"])
    read = Audience.COORDINATORS if status is NetworkStatus.PLANNED else Audience.PUBLIC
    values = {
        **{name: row.get(name) for name in ("nameFa", "nameEn", "purpose", "website", "stepDays")},
        "level": NetworkLevel(row["level"]),
        "status": status,
        "foundedOn": _day(row, "foundedOn"),
        "dissolvedOn": _day(row, "dissolvedOn"),
        "endReason": row.get("endReason"),
        "audience": read.value,
        "ownerIds": [secretariat.id],
    }
    thing = sketch.record("Network", f"network {row['key']}", deeds, values)
    sketch.link(thing, "secretariat", [secretariat])
    sketch.link(thing, "region", [places.regions[row["region"]]])
    sketch.link(thing, "topics", [places.topics[slug] for slug in row["topics"]])
    return _Network(thing, secretariat, row)


def _step(sketch: Sketch, network: _Network, row: Row) -> None:
    planned = _at(network.told["plannedOn"], 1)
    deeds = [Deed("FOUNDING_STEP_ADDED", planned, network.secretariat)]
    if row["status"] == "DONE":
        done = max(_at(row["doneOn"]), planned + timedelta(hours=1))
        deeds.append(Deed("FOUNDING_STEP_DONE", done, network.secretariat))
    if row["status"] == "SKIPPED":
        deeds.append(Deed("FOUNDING_STEP_SKIPPED", planned + timedelta(days=40), network.secretariat))
    kept = ("titleFa", "titleEn", "place", "body", "note", "skipReason")
    values = {
        **{name: row.get(name) for name in kept},
        "status": FoundingStepStatus(row["status"]),
        "dueOn": _day(row, "dueOn"),
        "doneOn": _day(row, "doneOn"),
    }
    thing = sketch.record("FoundingStep", f"step {network.told['key']} {row['place']}", deeds, values)
    sketch.link(thing, "network", [network.thing])


# -- boards ----------------------------------------------------------------------------------------


def _board(sketch: Sketch, members: Mapping[str, Member], network: _Network, row: Row) -> None:
    deeds = [Deed("BOARD_FORMED", _at(row["since"], 1), network.secretariat)]
    if row["status"] == "ENDED":
        deeds.append(Deed("BOARD_ENDED", _at(row["until"], 7), network.secretariat))
    values = {
        "kind": BoardKind(row["kind"]),
        "status": BoardStatus(row["status"]),
        "since": _day(row, "since"),
        "until": _day(row, "until"),
        "note": row.get("note"),
    }
    key = f"board {network.told['key']} {row['key']}"
    thing = sketch.record("Board", key, deeds, values)
    sketch.link(thing, "network", [network.thing])
    for seat in row["seats"]:
        _seat(sketch, members, network, thing, (key, row, seat))


def _seat(
    sketch: Sketch,
    members: Mapping[str, Member],
    network: _Network,
    board: Thing,
    of: tuple[str, Row, Row],
) -> None:
    key, board_row, row = of
    named = members[row["organization"]].thing
    status = SeatStatus(row["status"])
    proposed = row.get("proposedOn", board_row["since"])
    deeds = [Deed("SEAT_PROPOSED", _at(proposed, 2), network.secretariat)]
    if "answeredOn" in row:
        answered = "SEAT_DECLINED" if status is SeatStatus.DECLINED else "SEAT_CONFIRMED"
        deeds.append(Deed(answered, _at(row["answeredOn"], 3), named))
    if status is SeatStatus.ENDED:
        by = members[row["endedBy"]].thing if "endedBy" in row else network.secretariat
        deeds.append(Deed("SEAT_ENDED", _at(row["until"], 6), by))
    values = {
        **{name: row.get(name) for name in ("office", "reason")},
        "selection": SeatSelection(row["selection"]),
        "status": status,
        "since": _day(row, "since"),
        "until": _day(row, "until"),
        **_rights(network, named, status.value),
    }
    thing = sketch.record("BoardSeat", f"{key} {row['organization']} {row['office']}", deeds, values)
    sketch.link(thing, "board", [board])
    sketch.link(thing, "organization", [named])
    if "endedBy" in row:
        sketch.link(thing, "endedBy", [members[row["endedBy"]].thing])


def _rights(network: _Network, other: Thing, status: str) -> dict[str, Any]:
    """Both sides read what waits between them, and all what they agreed on."""
    read = Audience.PUBLIC if status in _SHOWN else Audience.OWNERS
    owners = list(dict.fromkeys((other.id, network.secretariat.id)))
    return {"audience": read.value, "ownerIds": owners}


# -- charters --------------------------------------------------------------------------------------


def _charter(sketch: Sketch, network: _Network, row: Row, known: Mapping[tuple[str, int], Thing]) -> Thing:
    status = CharterStatus(row["status"])
    days = (
        ("CHARTER_DRAFTED", "draftedOn"),
        ("CHARTER_ADOPTED", "adoptedOn"),
        ("CHARTER_REPLACED", "replacedOn"),
    )
    deeds = [Deed(kind, _at(row[name], 2), network.secretariat) for kind, name in days if name in row]
    read = Audience.PUBLIC if status.value in _SHOWN else Audience.OWNERS
    values = {
        **{name: row[name] for name in ("title", "edition", "summary")},
        "language": Language.FA,
        "status": status,
        "adoptedOn": _day(row, "adoptedOn"),
        "replacedOn": _day(row, "replacedOn"),
        "audience": read.value,
        "ownerIds": [network.secretariat.id],
    }
    key = network.told["key"]
    thing = sketch.record("Charter", f"charter {key} {row['edition']}", deeds, values)
    sketch.link(thing, "network", [network.thing])
    sketch.parts(thing, "articles", row["articles"])
    if "replaces" in row:
        sketch.link(thing, "replaces", [known[key, row["replaces"]]])
    if "basedOn" in row:
        sketch.link(thing, "basedOn", [known[network.told["parent"], row["basedOn"]]])
    return thing


# -- members and applications ----------------------------------------------------------------------

_ANSWERED = {"DECLINED": "INVITATION_DECLINED", "WITHDRAWN": "INVITATION_WITHDRAWN"}
"""What the answer to an invitation was, by what became of it; else it was accepted."""


def _member(sketch: Sketch, members: Mapping[str, Member], network: _Network, row: Row) -> None:
    named = members[row["organization"]].thing
    deeds = [Deed("MEMBER_INVITED", _at(row["invitedOn"], 6), network.secretariat)]
    if "answeredOn" in row:
        by = network.secretariat if row["status"] == "WITHDRAWN" else named
        deeds.append(Deed(_ANSWERED.get(row["status"], "MEMBERSHIP_BEGUN"), _at(row["answeredOn"], 7), by))
    if "endedOn" in row:
        deeds.append(Deed("MEMBERSHIP_ENDED", _at(row["endedOn"], 7), members[row["endedBy"]].thing))
    thing = _membership(sketch, network, named, row, deeds)
    if "endedBy" in row:
        sketch.link(thing, "endedBy", [members[row["endedBy"]].thing])


def _membership(sketch: Sketch, network: _Network, named: Thing, row: Row, deeds: Sequence[Deed]) -> Thing:
    values = {
        "kind": MembershipKind(row["kind"]),
        "status": MembershipStatus(row["status"]),
        "since": _day(row, "since"),
        "until": _day(row, "until"),
        "reason": row.get("reason"),
        **_rights(network, named, row["status"]),
    }
    key = f"membership {network.told['key']} {row['organization']}"
    thing = sketch.record("NetworkMembership", key, deeds, values)
    sketch.link(thing, "network", [network.thing])
    sketch.link(thing, "organization", [named])
    return thing


_BY_APPLICANT = {
    *("APPLICATION_DRAFTED", "APPLICATION_EDITED", "APPLICATION_SUBMITTED", "APPLICATION_WITHDRAWN"),
}
_DAYS = {
    "APPLICATION_SUBMITTED": "submittedOn",
    "DOCUMENTS_CHECKED": "documentsCheckedOn",
    "LICENCE_CHECKED": "licenceCheckedOn",
    "APPLICATION_ACCEPTED": "decidedOn",
    "APPLICATION_REJECTED": "decidedOn",
}
"""The day that each step leaves behind."""


def _application(sketch: Sketch, members: Mapping[str, Member], network: _Network, row: Row) -> None:
    applicant = members[row["organization"]].thing
    deeds = [
        Deed(kind, _at(day, place), applicant if kind in _BY_APPLICANT else network.secretariat)
        for place, (kind, day) in enumerate(row["deeds"])
    ]
    days = {_DAYS[kind]: date.fromisoformat(day) for kind, day in row["deeds"] if kind in _DAYS}
    sent = "submittedOn" in days
    values = {
        **{name: row.get(name) for name in ("statement", "licenceNumber", "licenceIssuer")},
        **days,
        "kind": MembershipKind(row["kind"]),
        "status": ApplicationStatus(row["status"]),
        "licenceUntil": _day(row, "licenceUntil"),
        "reasons": row.get("reasons", []),
        "dueOn": _day(row, "dueOn"),
        "audience": Audience.OWNERS.value,
        "ownerIds": [applicant.id, network.secretariat.id] if sent else [applicant.id],
    }
    key = f"application {network.told['key']} {row['organization']}"
    thing = sketch.record("MembershipApplication", key, deeds, values)
    sketch.link(thing, "network", [network.thing])
    sketch.link(thing, "applicant", [applicant])
    sketch.parts(thing, "documents", row["documents"])
    if row["status"] == "ACCEPTED":
        accepted = row["deeds"][-1][1]
        begun = {**row, "status": "ACTIVE", "since": accepted}
        began = [Deed("MEMBERSHIP_BEGUN", deeds[-1].at, network.secretariat)]
        sketch.link(thing, "membership", [_membership(sketch, network, applicant, begun, began)])
