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
from hub.texts import say

Rial = NewType("Rial", int)
"""Whole rials: text in the API, since amounts go past 32 bits; an integer in the graph."""

Json = NewType("Json", object)
"""Whatever JSON can hold, as it is: what is read, never what is given."""

_DIGITS = re.compile(r"-?[0-9]{1,30}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _rial(value: Any) -> int:
    if not isinstance(value, str) or not _DIGITS.fullmatch(value):
        raise GraphQLError("RIAL_EXPECTED")
    amount = int(value)
    if not -MAXIMUM_NUMBER - 1 <= amount <= MAXIMUM_NUMBER:
        raise GraphQLError("NUMBER_TOO_LARGE")
    return amount


def _date(value: Any) -> date:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise GraphQLError("DATE_EXPECTED")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise GraphQLError("DATE_EXPECTED") from error


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except (ValueError, TypeError) as error:
        raise GraphQLError("DATETIME_EXPECTED") from error
    if moment.tzinfo is None:
        raise GraphQLError("DATETIME_EXPECTED")
    return moment.astimezone(UTC)


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
                'A whole number of rials, as text: `"3000000000"`. 1 toman is 10 rials.',
                'شمار درست ریال، چون متن: `"3000000000"`. هر تومان ۱۰ ریال است.',
            ),
            serialize=str,
            parse_value=_rial,
        ),
        date: strawberry.scalar(
            name="Date",
            description=say(
                'A day of the Gregorian calendar, ISO 8601: `"2025-12-25"`.',
                'روزی از تقویم میلادی، ISO 8601: `"2025-12-25"`.',
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
