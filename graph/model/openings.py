"""Openings: until which day one may apply for places, and whether one still may."""

from graph.model.common import RecordStatus
from graph.model.days import PLANNED
from graph.model.declare import OPTIONAL, day
from graph.model.members import Computed, Kind
from graph.model.words import Words

CLOSES_ON = day(
    "closesOn",
    "Closes on: The last day to apply; null where no day is set.",
    "پایان درخواست: واپسین روز درخواست؛ اگر روزی تعیین نشده null.",
    OPTIONAL,
    days=PLANNED,
)


def is_open(n: str) -> str:
    """The condition, in Cypher, that one can apply today: published, not past its day, with places left.

    Its day is the last one to apply; where none is set, the first one of what it is for.
    """
    return (
        f"({n}.status = '{RecordStatus.PUBLISHED.value}'"
        f" AND coalesce(coalesce({n}.closesOn, {n}.startsOn) >= $today, true)"
        f" AND {n}.places > coalesce({n}.filledPlaces, 0))"
    )


OPEN = Computed(
    "isOpen",
    Kind.BOOLEAN,
    lambda n, _see: is_open(n),
    filterable=True,
    flat=True,
    words=Words(
        "Open: Whether one can apply today: it is published, its last day is not over, and places are left.",
        "باز: آیا امروز می‌توان درخواست کرد: منتشر است، واپسین روزش نگذشته و جا دارد.",
    ),
)
