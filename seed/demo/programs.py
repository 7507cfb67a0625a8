"""Add the demo's programs: under which partnership, who has a part in each, and what came out of it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from graph.model.access import Audience
from graph.model.money import CurrencyUnit
from graph.model.program_roles import CLAIMED, CONFIRMED
from graph.model.programs import ProgramRole
from seed.chance import moment
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.publishing import life, published, published_at, standing
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import TOLD

_FIRST, _LAST = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 6, 30, tzinfo=UTC)
_VALUES = (
    *("kind", "titleFa", "titleEn", "summary", "dimensions", "levels", "targetGroups", "incomeDecileFrom"),
    *("incomeDecileTo", "deprivedAreasOnly", "ageFrom", "ageTo", "otherConditions", "budget"),
)


def add(
    sketch: Sketch,
    places: Places,
    members: Mapping[str, Member],
    agreements: Mapping[str, Thing],
    others: Mapping[str, Thing],
) -> dict[str, Thing]:
    """Add them all. By their keys: `agreements` are partnerships and commitments, `others` what came out."""
    found = {}
    for row in told("programs"):
        thing = found[row["key"]] = _program(sketch, places, members[row["publisher"]], row)
        if row["partnership"] is not None:
            sketch.link(thing, "partnership", [agreements[row["partnership"]]])
        sketch.link(thing, "commitments", [agreements[key] for key in row["commitments"]])
        for role in row["roles"]:
            _role(sketch, thing, members[row["publisher"]].thing, members[role["organization"]].thing, role)
        for key in (*row["experiences"], *row["needs"]):
            sketch.link(others[key], "program", [thing])
    return found


def _program(sketch: Sketch, places: Places, publisher: Member, row: Mapping[str, Any]) -> Thing:
    key = f"program {row['key']}"
    at, owner = standing(row), publisher.thing
    deeds = life("PROGRAM", key, owner, at, moment(f"{key} created", _FIRST, _LAST))
    values = {
        **{name: row[name] for name in _VALUES},
        **{name: date.fromisoformat(row[name]) if row[name] else None for name in ("startsOn", "endsOn")},
        "budgetUnit": CurrencyUnit.IRR if row["budget"] else None,
        **published(owner, at, published_at(deeds)),
    }
    thing = sketch.record("Program", key, deeds, values)
    sketch.link(thing, "publisher", [owner])
    sketch.link(thing, "regions", [places.regions[code] for code in row["regions"]])
    sketch.link(thing, "topics", [places.topics[slug] for slug in publisher.told["topics"][:3]])
    sketch.parts(thing, "indicators", row["indicators"])
    return thing


def _role(sketch: Sketch, program: Thing, owner: Thing, other: Thing, told_: Mapping[str, Any]) -> None:
    """The publisher's own part; another's, once it has confirmed what the publisher says of it."""
    said = {"role": ProgramRole(told_["role"])}
    if other is owner:
        sketch.link(program, "organizations", [other], **said)
        return
    key = f"{program.id} {other.id} {told_['role']}"
    created = program.properties["createdAt"]
    answered = (
        moment(f"{key} answered", program.properties["updatedAt"], TOLD) if told_["answered"] else created
    )
    values = {
        **said,
        "status": CONFIRMED if told_["answered"] else CLAIMED,
        "version": 2 if told_["answered"] else 1,
        "createdAt": created,
        "updatedAt": answered,
        "demo": True,
        "audience": Audience.OWNERS.value,
        "ownerIds": [owner.id, other.id],
        "askedId": other.id,
    }
    claim = sketch.plain("ProgramRoleClaim", key, values)
    sketch.link(claim, "program", [program])
    sketch.link(claim, "organization", [other])
    if told_["answered"]:
        sketch.link(program, "organizations", [other], **said)
        sketch.deeds.append((Deed("PROGRAM_ROLE_CONFIRMED", answered, other), claim))
