"""Scalars: what a client writes, as Python; what the graph answers, as the client reads it.

Cypher writes dates, times and rials as text already, so serializing passes text on.
"""

import re
from datetime import UTC, date, datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig

from graph.limits import MAXIMUM_NUMBER
from graph.text.calendar import is_of_persian_years, persian_day
from graph.text.clean import DIGITS, clean
from hub.texts import say

Rial = NewType("Rial", int)
"""Whole rials: text in the API, since amounts go past 32 bits; an integer in the graph."""

Json = NewType("Json", object)
"""Whatever JSON can hold, as it is: what is read, never what is given."""

# Digits in one row, or in groups of three with one of the signs that people put between them.
_RIAL = re.compile(r"-?(?:[0-9]{1,30}|[0-9]{1,3}(?:,[0-9]{3}){1,9}|[0-9]{1,3}(?:[٬،][0-9]{3}){1,9})")
_LONGEST = 60
_BETWEEN_GROUPS = str.maketrans("", "", ",٬،")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)


def _refused(code: str, *details: str) -> GraphQLError:
    """A refusal, for `hub/http/failures.py` to say: graphql-core hands on no more than its text."""
    return GraphQLError(" ".join((code, *details)))


def _typed(value: Any) -> str:
    """What was typed, its digits in ASCII; '' for what is no text, or longer than any number or day."""
    return clean(value).translate(DIGITS) if isinstance(value, str) and len(value) <= _LONGEST else ""


def _rial(value: Any) -> int:
    typed = _typed(value)
    if not _RIAL.fullmatch(typed):
        raise _refused("RIAL_EXPECTED")
    amount = int(typed.translate(_BETWEEN_GROUPS))
    if not -MAXIMUM_NUMBER - 1 <= amount <= MAXIMUM_NUMBER:
        raise _refused("NUMBER_TOO_LARGE", typed)
    return amount


def _date(value: Any) -> date:
    typed = _typed(value)
    _expect_gregorian(typed)
    if not _DATE.fullmatch(typed):
        raise _refused("DATE_EXPECTED")
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise _refused("DATE_EXPECTED") from error


def _moment(value: Any) -> datetime:
    typed = _typed(value)
    _expect_gregorian(typed.partition("T")[0])
    if not _MOMENT.fullmatch(typed):
        raise _refused("DATETIME_EXPECTED")
    try:
        return datetime.fromisoformat(typed).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _refused("DATETIME_EXPECTED") from error


def _expect_gregorian(typed: str) -> None:
    """Raises GraphQLError JALALI_DAY with the day that was probably meant."""
    meant = persian_day(typed)
    if meant is not None:
        raise _refused("JALALI_DAY", typed, meant.isoformat())
    if is_of_persian_years(typed):
        raise _refused("DATE_EXPECTED")  # A day that neither calendar of these years has.


def _as_it_is(value: Any) -> Any:
    return value


CONFIG = StrawberryConfig(
    scalar_map={
        Json: strawberry.scalar(
            name="JSON",
            description=say(
                "A value as JSON has it: text, a number, true or false, null, a list or an object of these.",
                "مقداری چنان که JSON دارد: متن، عدد، درست یا نادرست، null، فهرست یا شیئی از این‌ها.",
            ),
            serialize=_as_it_is,
            parse_value=_as_it_is,
        ),
        Rial: strawberry.scalar(
            name="Rial",
            description=say(
                'A whole number of rials, as text: `"3000000000"`, in any digits. 1 toman is 10 rials.',
                'شمار درست ریال، چون متن: `"3000000000"`، با هر رقمی. هر تومان ۱۰ ریال است.',
            ),
            serialize=str,
            parse_value=_rial,
        ),
        date: strawberry.scalar(
            name="Date",
            description=say(
                'A day of the Gregorian calendar, ISO 8601: `"2025-12-25"`. One of 1300 to 1500 is refused.',
                'روزی از تقویم میلادی، ISO 8601: `"2025-12-25"`. سال ۱۳۰۰ تا ۱۵۰۰ پذیرفته نیست.',
            ),
            serialize=str,
            parse_value=_date,
        ),
        datetime: strawberry.scalar(
            name="DateTime",
            description=say(
                'A moment with its offset, ISO 8601: `"2025-12-25T08:30:00Z"`.',
                'لحظه‌ای با اختلاف ساعت، ISO 8601: `"2025-12-25T08:30:00Z"`.',
            ),
            serialize=str,
            parse_value=_moment,
        ),
    }
)
