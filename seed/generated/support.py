"""Make the rows of support centers and support instruments."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from graph.model.common import Visibility
from graph.model.money import AmountBasis, CurrencyUnit
from graph.model.support_centers import SupportCenterScope
from graph.model.support_instruments import YearCalendar
from seed.content import told
from seed.generated import field_cypher
from seed.generated.blueprint import AMOUNTS
from seed.generated.rows import (
    Batch,
    Maker,
    Row,
    Sheet,
    batches,
    counties,
    day,
    life,
    number,
    province,
    rights,
)
from seed.generated.templates import Template, template

_CENTER = ("kind", "nameFa", "nameEn", "description", "services", "targetGroups", "address")
_INSTRUMENT = (
    *("kind", "titleFa", "titleEn", "description", "repayable", "purposes", "targetGroups", "applyHow"),
    *("incomeDecileFrom", "incomeDecileTo", "deprivedAreasOnly", "ageFrom", "ageTo", "otherConditions"),
    "mustBring",
)
_CENTERS, _INSTRUMENTS = life("SUPPORT_CENTER"), life("SUPPORT_INSTRUMENT")
_FIRST_YEAR = 1404


def _given(row: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: row[name] for name in names if name in row}


@cache
def _center(place: int) -> Template:
    values = _given(told("support")["centers"][place], _CENTER)
    return template("SupportCenter", values | {"scope": SupportCenterScope.ONE_CENTER}, "nameFa", "nameEn")


@cache
def _instrument(place: int) -> Template:
    values = _given(told("support")["instruments"][place], _INSTRUMENT)
    return template("SupportInstrument", values, "titleFa", "titleEn")


def centers(maker: Maker) -> Iterator[Batch]:
    """All support centers, each in a county."""
    lives, count = maker.blueprint.centers, len(told("support")["centers"])

    def row(place: int, sheet: Sheet) -> Row:
        shared = _center(place % count)
        made = maker.record("sce", lives, place, sheet, _CENTERS)
        near = counties(province(lives.owner[place]))
        return {
            **made,
            **rights(lives.more[place], maker.rng.choice((*[Visibility.PUBLIC] * 5, Visibility.MEMBERS))),
            **shared.filled(number(place)),
            "template": sheet.templates.place(place % count, shared.fixed),
            "startsOn": day(made["created"]) - timedelta(days=maker.rng.randrange(900)),
            "publisher": maker.publisher(lives, place, sheet),
            "region": maker.region(maker.rng.choice(near), sheet),
        }

    return batches(field_cypher.SUPPORT_CENTER, len(lives), 500, row)


def instruments(maker: Maker) -> Iterator[Batch]:
    """All support instruments; a quarter is bound to no place, and a quarter has ended."""
    lives, count = maker.blueprint.instruments, len(told("support")["instruments"])

    def row(place: int, sheet: Sheet) -> Row:
        shared = _instrument(place % count)
        made = maker.record("sin", lives, place, sheet, _INSTRUMENTS)
        starts = day(made["created"]) + timedelta(days=maker.rng.randrange(60))
        homes = {province(lives.owner[place] + turn) for turn in range(maker.rng.randrange(4))}
        return {
            **made,
            **rights(lives.more[place], maker.rng.choice((*[Visibility.PUBLIC] * 5, Visibility.MEMBERS))),
            **shared.filled(number(place)),
            "template": sheet.templates.place(place % count, shared.fixed),
            "startsOn": starts,
            "endsOn": starts + timedelta(days=300 + maker.rng.randrange(1200)) if place % 3 else None,
            "publisher": maker.publisher(lives, place, sheet),
            "regions": [maker.region(code, sheet)[0] for code in sorted(homes)],
            "amounts": [_amount(maker, position) for position in range(AMOUNTS)],
        }

    return batches(field_cypher.SUPPORT_INSTRUMENT, len(lives), 500, row)


def _amount(maker: Maker, position: int) -> Row:
    return {
        "year": _FIRST_YEAR + position,
        "calendar": YearCalendar.SOLAR_HIJRI.value,
        "amount": 10_000_000 * (5 + 2 * position + maker.rng.randrange(20)),
        "amountUnit": CurrencyUnit.IRR.value,
        "basis": AmountBasis.PER_PERSON.value,
        "position": position,
    }
