"""Days of the Persian calendar are told from Gregorian ones, and turned into them."""

from datetime import date, timedelta

import pytest

from graph.text.calendar import YEARS, is_of_persian_years, persian_day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1404-01-01", date(2025, 3, 21)),
        ("1404-05-06", date(2025, 7, 28)),
        ("1404-02-31", date(2025, 5, 21)),  # no day of February
        ("1403-12-30", date(2025, 3, 20)),  # a leap year
        ("1399-12-30", date(2021, 3, 20)),
        ("1357-11-22", date(1979, 2, 11)),
        ("1300-01-01", date(1921, 3, 21)),
        ("۱۴۰۴/۹/۲", date(2025, 11, 23)),
        ("١٤٠٤-١٠-٠٤", date(2025, 12, 25)),
    ],
)
def test_a_persian_day_is_that_gregorian_one(typed: str, meant: date) -> None:
    assert persian_day(typed) == meant


@pytest.mark.parametrize(
    "typed", ["2025-07-28", "1404-13-01", "1404-12-30", "1404-07-31", "1299-01-01", "1501-01-01", "", "1404"]
)
def test_what_is_no_day_of_these_years_is_none(typed: str) -> None:
    assert persian_day(typed) is None


def test_a_day_that_neither_calendar_has_is_of_persian_years_all_the_same() -> None:
    assert is_of_persian_years("1404-12-31")
    assert not is_of_persian_years("1299-12-29")


def test_each_day_of_two_centuries_follows_the_one_before() -> None:
    days = [persian_day(f"{y}-{m}-{d}") for y in YEARS for m in range(1, 13) for d in range(1, 32)]
    told = [day for day in days if day is not None]
    assert told == [told[0] + timedelta(days=n) for n in range(len(told))]
    assert (told[0], told[-1]) == (date(1921, 3, 21), date(2122, 3, 20))
