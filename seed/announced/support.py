"""Add the support that was announced: centers of which the sum is told, and what people can get."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from graph.model.access import Audience
from graph.model.common import RecordStatus, Visibility
from graph.model.money import CurrencyUnit
from graph.model.support_instruments import GIVEN, PAID_BACK, SupportInstrumentKind, YearCalendar
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing

Sourced = Callable[[Mapping[str, Any]], dict[str, Any]]
"""Who published what is told, and when."""


def add(
    sketch: Sketch,
    places: Places,
    bodies: Mapping[str, Thing],
    told: Mapping[str, Any],
    now: datetime,
    sourced: Sourced,
) -> None:
    """Add what `told` lists, read by everybody."""
    for row in told["centers"]:
        values = {name: row[name] for name in _CENTER}
        center = _record(sketch, "SupportCenter", row, values | sourced(row), bodies[row["operator"]], now)
        sketch.link(center, "operator", [bodies[row["operator"]]])
        sketch.link(center, "region", [places.regions[row["region"]]])
        counts = [{**one, "asOf": date.fromisoformat(one["asOf"])} for one in row["facilitators"]]
        sketch.parts(center, "facilitators", counts)
    for row in told["instruments"]:
        payer = bodies[row["payer"]]
        values = _instrument(row) | sourced(row)
        instrument = _record(sketch, "SupportInstrument", row, values, payer, now)
        sketch.link(instrument, "payer", [payer])
        sketch.parts(instrument, "amounts", [_AMOUNT | amount for amount in row["amounts"]])


_CENTER = ("kind", "scope", "centerCount", "nameFa", "nameEn", "description")
_AMOUNT = {"amountUnit": CurrencyUnit.IRR, "calendar": YearCalendar.SOLAR_HIJRI}


def _instrument(row: Mapping[str, Any]) -> dict[str, Any]:
    kind = SupportInstrumentKind(row["kind"])
    settled = kind in PAID_BACK if kind in PAID_BACK | GIVEN else row.get("repayable")
    kept = ("kind", "titleFa", "titleEn", "description", "purposes", "targetGroups")
    return {name: row[name] for name in kept if name in row} | {"repayable": settled}


def _record(
    sketch: Sketch, label: str, row: Mapping[str, Any], values: Mapping[str, Any], owner: Thing, now: datetime
) -> Thing:
    event = "SUPPORT_CENTER" if label == "SupportCenter" else "SUPPORT_INSTRUMENT"
    deeds = [Deed(f"{event}_CREATED", now), Deed(f"{event}_PUBLISHED", now)]
    rights = {
        "status": RecordStatus.PUBLISHED,
        "visibility": Visibility.PUBLIC,
        "publishedAt": now,
        "audience": Audience.PUBLIC.value,
        "ownerIds": [owner.id],
    }
    return sketch.record(label, row["key"], deeds, {**values, **rights}, demo=False)
