"""Add the support centers with their head counts, and what people can get."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.model.money import CurrencyUnit
from graph.model.support_centers import SupportCenterScope
from graph.model.support_instruments import YearCalendar
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.publishing import life, published, published_at, standing
from seed.demo.stories import recorded
from seed.places import Places
from seed.sketch import Sketch, Thing

_BY_ALL = ("kind", "targetGroups", "description")
_CENTER = (*_BY_ALL, "nameFa", "nameEn", "services", "address")
_INSTRUMENT = (
    *(*_BY_ALL, "titleFa", "titleEn", "repayable", "purposes", "applyHow", "mustBring", "otherConditions"),
    *("incomeDecileFrom", "incomeDecileTo", "deprivedAreasOnly", "ageFrom", "ageTo"),
)
_AMOUNT = {"amountUnit": CurrencyUnit.IRR, "calendar": YearCalendar.SOLAR_HIJRI}


def add(sketch: Sketch, places: Places, members: Mapping[str, Member]) -> None:
    """Add the centers, then the instruments, some of which one applies for at a center."""
    listed = told("support")
    centers = {row["key"]: _center(sketch, places, members, row) for row in listed["centers"]}
    for row in listed["instruments"]:
        thing = _instrument(sketch, places, members, row)
        if "applyAt" in row:
            sketch.link(thing, "applyAt", [centers[row["applyAt"]]])


def _center(sketch: Sketch, places: Places, members: Mapping[str, Member], row: Mapping[str, Any]) -> Thing:
    operator = members[row["operator"]].thing
    values = _told(row, _CENTER) | {"scope": SupportCenterScope.ONE_CENTER}
    thing = _record(sketch, "SupportCenter", row, operator, values)
    sketch.link(thing, "operator", [operator])
    sketch.link(thing, "region", [places.regions[row["region"]]])
    counts = [{**one, "asOf": _day(one["asOf"])} for one in row["facilitators"]]
    sketch.parts(thing, "facilitators", sorted(counts, key=lambda one: str(one["asOf"]), reverse=True))
    return thing


def _instrument(
    sketch: Sketch, places: Places, members: Mapping[str, Member], row: Mapping[str, Any]
) -> Thing:
    payer = members[row["payer"]].thing
    thing = _record(sketch, "SupportInstrument", row, payer, _told(row, _INSTRUMENT))
    sketch.link(thing, "payer", [payer])
    sketch.link(thing, "regions", [places.regions[code] for code in row["regions"]])
    sketch.parts(thing, "amounts", [_AMOUNT | amount for amount in row["amounts"]])
    return thing


def _told(row: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    days = {name: _day(row.get(name)) for name in ("startsOn", "endsOn")}
    return {name: row[name] for name in names if name in row} | days


def _record(
    sketch: Sketch, label: str, row: Mapping[str, Any], owner: Thing, values: Mapping[str, Any]
) -> Thing:
    key, at = f"support {row['key']}", standing(row)
    event = "SUPPORT_CENTER" if label == "SupportCenter" else "SUPPORT_INSTRUMENT"
    deeds = life(event, key, owner, at, recorded(key, row["recordedOn"]))
    return sketch.record(label, key, deeds, {**values, **published(owner, at, published_at(deeds))})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
