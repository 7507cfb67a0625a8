"""Add people of the demo with their offices; nobody signs in as one of them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from graph.model.access import Audience
from graph.model.affiliations import ACTIVE, ENDED, AffiliationRight
from graph.model.common import Language
from seed.content import told
from seed.demo.organizations import Member
from seed.sketch import Deed, Sketch, Thing

_MORNING = time(9, tzinfo=UTC)


def add(sketch: Sketch, members: Mapping[str, Member]) -> None:
    """Add everybody, each with the offices they have and had."""
    for row in told("people"):
        offices = row["offices"]
        now = [members[office["organization"]].thing.id for office in offices if "until" not in office]
        known = person(sketch, row, now, at(offices[0]["since"]))
        for office in offices:
            _office(sketch, members[office["organization"]], known, row["key"], office)


def person(sketch: Sketch, row: Mapping[str, Any], owners: Sequence[str], since: datetime) -> Thing:
    """Add somebody, who is read by the members of these organizations."""
    listed = bool(row["listed"])
    values = {
        "name": row["name"],
        "languages": [Language(one) for one in row["languages"]],
        "listed": listed,
        "audience": (Audience.MEMBERS if listed else Audience.OWNERS).value,
        "ownerIds": sorted(owners),
        "version": 1,
        "createdAt": since,
        "updatedAt": since,
        "demo": True,
    }
    return sketch.plain("Person", f"person {row['key']}", values)


def _office(sketch: Sketch, member: Member, person: Thing, key: str, row: Mapping[str, Any]) -> None:
    owner, until = member.thing, row.get("until")
    deeds = [Deed("AFFILIATION_BEGUN", at(row["since"]), owner)]
    if until is not None:
        deeds.append(Deed("AFFILIATION_ENDED", at(until), owner))
    values = {
        "office": row["office"],
        "right": AffiliationRight(row["right"]),
        "status": ACTIVE if until is None else ENDED,
        "since": date.fromisoformat(row["since"]),
        "until": None if until is None else date.fromisoformat(until),
        "audience": Audience.OWNERS.value,
        "ownerIds": [owner.id],
    }
    thing = sketch.record("Affiliation", f"affiliation {key} {member.key}", deeds, values)
    sketch.link(thing, "person", [person])
    sketch.link(thing, "organization", [owner])


def at(text: str) -> datetime:
    """The morning of a day."""
    return datetime.combine(date.fromisoformat(text), _MORNING)
