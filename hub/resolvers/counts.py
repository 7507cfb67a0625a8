"""Hold the counts of a cohort to what they can be: parts within wholes, genders that make up all."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graph.errors import ValueRefused
from graph.model.cohort_reports import COHORT_OUTCOME
from graph.model.cohorts import FIELDS, MONTHS, Gender, work
from graph.model.members import Giving
from graph.model.stored import stored_values
from graph.model.words import Words
from graph.queries.records import Link

AT = "outcomes"

_TOLD = tuple(member for member in COHORT_OUTCOME.properties() if member.given is not Giving.NEVER)

Row = Mapping[str, Any]


def expect_counts(links: Sequence[Link]) -> list[dict[str, Any]]:
    """The rows of a report, as they are stored. Raises ValueRefused with the place of what is wrong:

    COHORT_IN_ALL_NEEDED, GENDER_OR_TARGET_GROUP, LISTED_TWICE, VALUE_REQUIRED, COUNT_WITHOUT_WHOLE,
    PARTS_EXCEED_WHOLE, GROUP_EXCEEDS_WHOLE, GENDERS_INCOMPLETE, GENDERS_DO_NOT_ADD_UP.
    """
    rows = [_stored(place, link) for place, link in enumerate(links)]
    whole = _expect_rows(rows)
    for place, row in enumerate(rows):
        try:
            _expect_row(row)
            _expect_within(row, whole)
        except ValueRefused as error:
            raise error.within(f"{AT}.{place}") from None
    _expect_genders(rows, whole)
    return rows


def expect_over(rows: Sequence[Row], last: date, today: date, at: str | None = None) -> None:
    """Who is at work so many months after the `last` day is known once they have passed.

    Raises ValueRefused COUNT_TOO_EARLY, about `at`, or about the count.
    """
    for place, row in enumerate(rows):
        for months in MONTHS:
            told = next((name for name in work(months) if row.get(name) is not None), None)
            if told is not None and today < _after(last, months):
                raise ValueRefused("COUNT_TOO_EARLY", at=at or f"{AT}.{place}.{told}", months=months)


def _after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month.

    >>> _after(date(2025, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _stored(place: int, link: Link) -> dict[str, Any]:
    """A row as it is stored: what is told of it, and no more."""
    try:
        kept = stored_values(_TOLD, link.values)
    except ValueRefused as error:
        raise error.within(f"{AT}.{place}") from None
    return {name: value for name, value in kept.items() if value is not None}


def _expect_rows(rows: Sequence[Row]) -> Row:
    """The row of the whole cohort."""
    seen: set[tuple[Any, Any]] = set()
    for place, row in enumerate(rows):
        which = row.get("gender"), row.get("targetGroup")
        if None not in which:
            raise ValueRefused("GENDER_OR_TARGET_GROUP", at=f"{AT}.{place}")
        if which in seen:
            raise ValueRefused("LISTED_TWICE", at=f"{AT}.{place}")
        seen.add(which)
    whole = next((row for row in rows if not {"gender", "targetGroup"} & row.keys()), None)
    if whole is None:
        raise ValueRefused("COHORT_IN_ALL_NEEDED", at=AT)
    return whole


def _sums(row: Row) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each count with its parts, which are never more than it together."""
    yield "enrolled", ("completed", "droppedOut")
    yield "completed", ("examined",)
    yield ("examined" if "examined" in row else "completed"), ("certified",)
    for months in MONTHS:
        yield "completed", work(months)


def _expect_row(row: Row) -> None:
    if not FIELDS.keys() & row.keys():
        raise ValueRefused("VALUE_REQUIRED", at="enrolled")
    for whole, parts in _sums(row):
        told = [name for name in parts if name in row]
        if not told:
            continue
        if whole not in row:
            raise ValueRefused("COUNT_WITHOUT_WHOLE", at=told[0], part=FIELDS[told[0]], whole=FIELDS[whole])
        total = sum(row[name] for name in told)
        if total > row[whole]:
            raise ValueRefused(
                "PARTS_EXCEED_WHOLE",
                at=told[-1],
                parts=_together(told),
                given=total,
                whole=FIELDS[whole],
                most=row[whole],
            )


def _together(names: Sequence[str]) -> Words:
    """What several counts are called together."""
    words = [FIELDS[name].words for name in names]
    en, fa = (" + ".join(one.label(language) for one in words) for language in ("en", "fa"))
    return Words(en, fa)


def _expect_within(row: Row, whole: Row) -> None:
    for name in FIELDS.keys() & row.keys():
        if name not in whole:
            label = FIELDS[name].words
            all_ = Words(f"{label.label('en')} (in all)", f"{label.label('fa')} (در مجموع)")
            raise ValueRefused("COUNT_WITHOUT_WHOLE", at=name, part=FIELDS[name], whole=all_)
        if row[name] > whole[name]:
            details = {"part": FIELDS[name], "given": row[name], "most": whole[name]}
            raise ValueRefused("GROUP_EXCEEDS_WHOLE", at=name, **details)


def _expect_genders(rows: Sequence[Row], whole: Row) -> None:
    genders = [(place, row) for place, row in enumerate(rows) if "gender" in row]
    if not genders:
        return
    if not {Gender.FEMALE.value, Gender.MALE.value} <= {row["gender"] for _, row in genders}:
        raise ValueRefused("GENDERS_INCOMPLETE", at=AT)
    names = [name for name in FIELDS if any(name in row for _, row in genders)]
    for name in names:
        for place, row in genders:
            if name not in row:
                raise ValueRefused("GENDERS_INCOMPLETE", at=f"{AT}.{place}.{name}")
        total = sum(row[name] for _, row in genders)
        if total != whole[name]:
            place, _ = genders[-1]
            details = {"part": FIELDS[name], "given": total, "most": whole[name]}
            raise ValueRefused("GENDERS_DO_NOT_ADD_UP", at=f"{AT}.{place}.{name}", **details)
