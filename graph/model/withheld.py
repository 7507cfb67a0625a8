"""Turn the counts of a cohort as they were told into what others read: no count under five can be worked out.

What is shown is decided from top to bottom, only by whether counts are small and by what is shown already,
so that the pattern of what is withheld gives nothing away either:

1. In all: a count under five is withheld (zero counts as one). Employed and self-employed after the same
   months are shown both or not at all; their sum is shown from nine on, where either may still be anything
   from 0 to 4. Enrolled is withheld too where, less what is shown of completed and dropped out, it leaves
   fewer than four for one that is withheld.
2. By gender, whose counts add up to the whole: all genders or none, and of them what is shown in all.
   One count under five withholds all.
3. Of a target group: all counts that are shown in all, or none. One under five withholds them, and so does
   one that all but fewer than five of the cohort are in. Enrolled is withheld as in all, of the others too.

What two shown counts differ by (those who did not pass the exam) is no count of a report, and not withheld.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from graph.model.cohorts import FIELDS, MONTHS, at_work, work

FEWEST = 5
"""The least number of people that is shown."""

Row: TypeAlias = Mapping[str, Any]
"""The counts of a whole cohort, of a `gender` or of a `targetGroup`, by their fields."""

_WHOLE, _PARTS = "enrolled", ("completed", "droppedOut")


def withhold(rows: Sequence[Row], fewest: int = FEWEST) -> list[dict[str, Any]]:
    """The same rows, each with what others may read of it, and `withheld`: what was told and they may not.

    >>> whole = {"enrolled": 20, "completed": 18, "droppedOut": 2}
    >>> withhold([whole])[0]["completed"], withhold([whole])[0]["withheld"]
    (18, ['ENROLLED', 'DROPPED_OUT'])
    >>> withhold([{**whole, "enrolled": 22}])[0]["withheld"]
    ['DROPPED_OUT']
    """
    summed = [_with_sums(row) for row in rows]
    whole = next((row for row in summed if _is_whole(row)), {})
    open_ = _shown_of_whole(whole, fewest)
    by_gender = [row for row in summed if row.get("gender") is not None]
    of_gender = _shown_of_genders(by_gender, open_, fewest)
    shown = []
    for row in summed:
        if _is_whole(row):
            names = open_
        elif row.get("gender") is not None:
            names = of_gender
        else:
            names = _shown_of_group(row, whole, open_, fewest)
        shown.append(_public(row, names))
    return shown


def _is_whole(row: Row) -> bool:
    return row.get("gender") is None and row.get("targetGroup") is None


def _with_sums(row: Row) -> dict[str, Any]:
    """A row with how many are at work, where both counts are told."""
    sums = {
        at_work(months): row[one] + row[other]
        for months in MONTHS
        for one, other in (work(months),)
        if row.get(one) is not None and row.get(other) is not None
    }
    return {**row, **sums}


def _told(row: Row, names: Iterable[str]) -> list[str]:
    return [name for name in names if row.get(name) is not None]


def _shown_of_whole(whole: Row, fewest: int) -> set[str]:
    open_ = {name for name in _told(whole, FIELDS) if whole[name] >= fewest}
    for months in MONTHS:
        pair = work(months)
        if len(_told(whole, pair)) == 2 and not open_.issuperset(pair):
            open_ -= set(pair)
        if whole.get(at_work(months), 0) >= 2 * fewest - 1:
            open_.add(at_work(months))
    if not _leaves_room(whole, open_, fewest):
        open_.discard(_WHOLE)
    return open_


def _leaves_room(row: Row, open_: set[str], fewest: int) -> bool:
    """Whether enrolled says nothing of a part that is withheld: it may be anything under `fewest`."""
    parts = _told(row, _PARTS)
    if row.get(_WHOLE) is None or all(name in open_ for name in parts):
        return True
    most = sum(row[name] if name in open_ else fewest - 1 for name in parts)
    return bool(row[_WHOLE] >= most)


def _shown_of_genders(rows: Sequence[Row], open_: set[str], fewest: int) -> set[str]:
    if not all(_leaves_room(row, open_, fewest) for row in rows):
        open_ = open_ - {_WHOLE}
    small = any(row[name] < fewest for row in rows for name in _told(row, open_))
    return set() if small else open_


def _shown_of_group(row: Row, whole: Row, open_: set[str], fewest: int) -> set[str]:
    rest = {name: whole[name] - row[name] for name in _told(row, FIELDS)}
    if not (_leaves_room(row, open_, fewest) and _leaves_room(rest, open_, fewest)):
        open_ = open_ - {_WHOLE}
    told = _told(row, open_)
    small = any(row[name] < fewest or whole[name] - row[name] < fewest for name in told)
    return set() if small else open_


def _public(row: Row, open_: set[str]) -> dict[str, Any]:
    kept = {name: row.get(name) for name in ("gender", "targetGroup")}
    counts = {name: row[name] for name in _told(row, open_)}
    hidden = [
        counted.value for name, counted in FIELDS.items() if name in _told(row, FIELDS) and name not in open_
    ]
    return {**kept, **counts, "withheld": hidden}
