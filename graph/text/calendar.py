"""The Persian calendar: a day of it where a Gregorian one is expected, and a day as people read it."""

import re
from datetime import date

from graph.text.clean import DIGITS, clean

YEARS = range(1300, 1501)
"""1921 to 2122 in the Persian calendar; nothing that the hub is told happened on a Gregorian day of these."""

_DAY = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})")
# The ordinal (as `date.toordinal` counts) of the day before 1 Farvardin of the year 1.
_BEFORE_ALL = 226_894


def is_of_persian_years(text: str) -> bool:
    """Whether a day, in any digits, is in a year that only the Persian calendar can mean.

    >>> is_of_persian_years("۱۴۰۴/۰۵/۰۶"), is_of_persian_years("2025-07-28")
    (True, False)
    """
    found = _DAY.match(_ascii(text))
    return found is not None and int(found[1]) in YEARS


def persian_day(text: str) -> date | None:
    """The day that a text names in the Persian calendar; None where it names none.

    Leap years come by the rule of 33 years, which holds from 1178 to 1633; it is that of ICU
    (`PersianCalendar`, https://unicode-org.github.io/icu/userguide/datetime/calendar/).

    >>> persian_day("1404-05-06")
    datetime.date(2025, 7, 28)
    """
    found = _DAY.fullmatch(_ascii(text))
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= day <= _days(year, month):
        return None
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(_new_year(year) + before + day - 1)


_MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def persian_date(day: date) -> str:
    """A day of 1921 to 2122 as it is read in Persian.

    >>> persian_date(date(2025, 7, 28)), persian_date(date(2026, 3, 20))
    ('۶ مرداد ۱۴۰۴', '۲۹ اسفند ۱۴۰۴')
    """
    year = day.year - 621 if day.toordinal() >= _new_year(day.year - 621) else day.year - 622
    since, month = day.toordinal() - _new_year(year), 1
    while since >= _days(year, month):
        since -= _days(year, month)
        month += 1
    return f"{since + 1} {_MONTHS[month - 1]} {year}".translate(_PERSIAN_DIGITS)


def _new_year(year: int) -> int:
    """The ordinal of the first day of a year."""
    return _BEFORE_ALL + 365 * (year - 1) + (8 * year + 21) // 33 + 1


def _days(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or (25 * year + 11) % 33 < 8 else 29


def _ascii(text: str) -> str:
    return clean(text).translate(DIGITS)
