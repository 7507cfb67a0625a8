"""Make the rows of programs, each with up to three other organizations in it."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from graph.model.common import Visibility
from graph.model.programs import ProgramRole
from seed.content import told
from seed.generated import field_cypher
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

_SHARED = (
    *("kind", "titleFa", "titleEn", "summary", "dimensions", "levels", "targetGroups", "incomeDecileFrom"),
    *("incomeDecileTo", "deprivedAreasOnly", "ageFrom", "ageTo", "otherConditions"),
)
_LIFE = life("PROGRAM")
_ROLES = tuple(role.value for role in ProgramRole if role is not ProgramRole.FUNDER)


@cache
def _program(place: int) -> Template:
    row = told("programs")[place]
    return template("Program", {name: row[name] for name in _SHARED}, "titleFa", "titleEn")


def programs(maker: Maker) -> Iterator[Batch]:
    """All programs: half of them run for two years from about when they were written."""
    lives = maker.blueprint.programs

    def row(place: int, sheet: Sheet) -> Row:
        which = place % len(told("programs"))
        shared = _program(which)
        made = maker.record("prg", lives, place, sheet, _LIFE)
        maker.made["Program"].append(made)
        starts = day(made["created"]) + timedelta(days=maker.rng.randrange(60))
        return {
            **made,
            **rights(lives.more[place], maker.rng.choice((*[Visibility.PUBLIC] * 3, Visibility.MEMBERS))),
            **shared.filled(number(place)),
            "template": sheet.templates.place(which, shared.fixed),
            "startsOn": starts,
            "endsOn": starts + timedelta(days=200 + maker.rng.randrange(1000)) if place % 5 else None,
            "publisher": maker.publisher(lives, place, sheet),
            "regions": _regions(maker, lives.owner[place], sheet),
            "topics": maker.topics(told("organizations")[lives.owner[place] % 64]["topics"][:2], sheet),
            "involved": _involved(maker, lives.owner[place], sheet),
        }

    return batches(field_cypher.PROGRAM, len(lives), 500, row)


def _regions(maker: Maker, owner: int, sheet: Sheet) -> list[int]:
    """A province or two, or counties of the publisher's own."""
    if maker.rng.random() < 0.6:
        codes = {province(owner), province(owner + maker.rng.randrange(40))}
    else:
        codes = {maker.rng.choice(counties(province(owner))) for _ in range(2)}
    return [maker.region(code, sheet)[0] for code in sorted(codes)]


def _involved(maker: Maker, owner: int, sheet: Sheet) -> list[Row]:
    others = {maker.rng.randrange(len(maker.organizations)) for _ in range(maker.rng.randrange(4))} - {owner}
    roles = {owner: ProgramRole.FUNDER.value} | {other: maker.rng.choice(_ROLES) for other in sorted(others)}
    return [
        {"place": sheet.hubs.place(maker.organizations[who]), "role": role} for who, role in roles.items()
    ]
