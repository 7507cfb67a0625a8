"""What the rows of every statement have in common: ids, standing, events, and the sheets they come in."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any
from uuid import UUID

from graph.model.access import Audience, audience
from graph.model.common import RecordStatus, Visibility
from graph.model.events import EventKind
from seed import content
from seed.generated.blueprint import DAY, Blueprint, Lives

Row = dict[str, Any]

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = [first + second for first, second in product(_ALPHABET, repeat=2)]
_SHIFTS = range(120, -1, -10)
# A UUIDv7 below its time: version, 12 random bits, variant, 62 random bits (see `graph.model.ids`).
_VERSION = UUID(int=0, version=4).int
_RANDOM = UUID(int=2**128 - 1, version=4).int ^ _VERSION
_EPOCH = date(1970, 1, 1)

_PROVINCES = tuple(code for code in content.terms("regions") if code.count("-") == 1)
_COUNTIES = 4
"""So many counties of a province have records: enough of each to be looked for."""
_STATUS = (RecordStatus.DRAFT, RecordStatus.PUBLISHED, RecordStatus.WITHDRAWN)
_RIGHTS = {
    (more, visibility): {
        "status": status.value,
        "visibility": visibility.value,
        "audience": audience(status, visibility).value,
    }
    for more, status in enumerate(_STATUS)
    for visibility in Visibility
}


@dataclass(frozen=True, slots=True)
class Ground:
    """The database's own ids of what all records are placed by: by code and by slug."""

    regions: Mapping[str, int]
    topics: Mapping[str, int]
    skills: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Batch:
    """A statement with its parameters."""

    text: str
    parameters: Mapping[str, Any]


@dataclass(slots=True)
class Named:
    """What the rows of a sheet lead to or share: each named by its place in a list."""

    places: dict[Any, int] = field(default_factory=dict)
    values: list[Any] = field(default_factory=list)

    def place(self, key: Any, value: Any = None) -> int:
        """The place of a thing; it is listed as `value`, or as its key where none is given."""
        found = self.places.setdefault(key, len(self.values))
        if found == len(self.values):
            self.values.append(key if value is None else value)
        return found

    def all(self, keys: Sequence[Any]) -> list[int]:
        """The places of several things."""
        return [self.place(key) for key in keys]


@dataclass(slots=True)
class Sheet:
    """The rows of one statement, with what they name."""

    hubs: Named = field(default_factory=Named)
    others: Named = field(default_factory=Named)
    templates: Named = field(default_factory=Named)
    parts: Named = field(default_factory=Named)

    def batch(self, text: str, rows: list[Row]) -> Batch:
        """The statement for these rows."""
        named = {
            "hubs": self.hubs.values,
            "others": self.others.values,
            "templates": self.templates.values,
            "parts": self.parts.values,
        }
        return Batch(text, {"rows": rows, **named})


def batches(text: str, count: int, size: int, row: Callable[[int, Sheet], Row]) -> Iterator[Batch]:
    """Sheets of `size` rows; `row` makes one from its number."""
    for start in range(0, count, size):
        sheet = Sheet()
        yield sheet.batch(text, [row(place, sheet) for place in range(start, min(start + size, count))])


@dataclass(slots=True)
class Maker:
    """Makes the parts of rows. Its draws depend on the seed and on the order of the rows alone."""

    blueprint: Blueprint
    ground: Ground
    sequences: Sequence[int]
    rng: Random
    organizations: list[int] = field(default_factory=list)
    """The database's own ids of the organizations, once they are there."""
    organization_ids: list[str] = field(default_factory=list)
    lesson_ids: list[str] = field(default_factory=list)
    experience_ids: list[str] = field(default_factory=list)
    resource_ids: list[str] = field(default_factory=list)
    made: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    """By their label, the rows of records that others lead to by their ids and take their rights from."""

    def id(self, prefix: str) -> str:
        """A new id."""
        uuid = self.rng.getrandbits(128) & _RANDOM | _VERSION
        return f"{prefix}_{''.join([_PAIRS[uuid >> shift & 1023] for shift in _SHIFTS])}"

    def record(self, prefix: str, lives: Lives, place: int, sheet: Sheet, kinds: Sequence[str]) -> Row:
        """Id, version, times, owner and events of a record; `kinds` are those of its events, in order."""
        moments = lives.moments(self.blueprint.calendar, place)
        owner = lives.owner[place]
        by = [sheet.hubs.place(self.organizations[owner])] if self.organizations else []
        return {
            "id": self.id(prefix),
            "version": len(moments),
            "created": moments[0],
            "updated": moments[-1],
            "published": moments[1] if len(moments) > 1 else None,
            "owners": [self.organization_ids[owner]] if self.organization_ids else [],
            "events": self.events(lives.first[place], moments, kinds, by),
        }

    def events(self, first: int, moments: Sequence[int], kinds: Sequence[str], by: list[int]) -> list[Row]:
        """The events of a record; `first` is the place of the first in the calendar."""
        return [
            {
                "id": self.id("eve"),
                "kind": kinds[place],
                "at": at,
                "sequence": self.sequences[first + place],
                "by": by,
            }
            for place, at in enumerate(moments)
        ]

    def publisher(self, lives: Lives, place: int, sheet: Sheet) -> list[int]:
        """The place of a record's publisher among the hubs."""
        return [sheet.hubs.place(self.organizations[lives.owner[place]])]

    def region(self, code: str, sheet: Sheet) -> list[int]:
        """The place of a region among the hubs."""
        return [sheet.hubs.place(self.ground.regions[code])]

    def topics(self, slugs: Sequence[str], sheet: Sheet) -> list[int]:
        """The places of topics among the hubs."""
        return sheet.hubs.all([self.ground.topics[slug] for slug in slugs])

    def skills(self, slugs: Sequence[str], sheet: Sheet) -> list[int]:
        """The places of skills among the hubs."""
        return sheet.hubs.all([self.ground.skills[slug] for slug in slugs])


def rights(more: int, visibility: Visibility) -> Mapping[str, str]:
    """Status, visibility and audience of a record after so `more` events than its first."""
    return _RIGHTS[more, visibility]


def kinds(*names: str) -> tuple[str, ...]:
    """The kinds of events as stored. Raises ValueError where the model knows no such kind.

    >>> kinds("ADOPTED")
    ('ADOPTED',)
    """
    return tuple(str(EventKind(name).value) for name in names)


def life(kind: str) -> tuple[str, ...]:
    """The events of a record that is created, published and withdrawn."""
    return kinds(f"{kind}_CREATED", f"{kind}_PUBLISHED", f"{kind}_WITHDRAWN")


def province(place: int) -> str:
    """The province of the organization of that number: a few have many organizations."""
    return _PROVINCES[(place * place + place // 7) % len(_PROVINCES)]


def counties(province: str) -> tuple[str, ...]:
    """The codes of the counties of a province that have records."""
    return content.counties(province)[:_COUNTIES]


def number(place: int) -> str:
    """The number in a record's text: always of seven digits."""
    return str(1_000_000 + place)


def day(at: int) -> date:
    """The day of a moment."""
    return _EPOCH + timedelta(days=at // DAY)


OWNERS = {"audience": Audience.OWNERS.value}
