"""Turn a client's values into a query's parameters: page sizes, ids, cursors, folded text."""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from graph.compiler.tree import Convert, OrderKey
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_FILTER_TEXT, MAXIMUM_ID, MAXIMUM_IN_LIST, MAXIMUM_NUMBER, MAXIMUM_PAGE
from graph.model.members import Kind
from graph.text import clean, fold

DEFAULT_PAGE = 20


def page_size(value: Any) -> int:
    """A page size, 1 to `MAXIMUM_PAGE`. Raises ValueRefused PAGE_SIZE."""
    if not 1 <= value <= MAXIMUM_PAGE:
        raise ValueRefused("PAGE_SIZE", given=value, maximum=MAXIMUM_PAGE)
    return int(value)


def identifier(*prefixes: str) -> Convert:
    """An id of one of these prefixes, e.g. `org_0…`. Raises ValueRefused BAD_ID."""

    def check(value: Any) -> Any:
        prefix, mark, rest = str(value).partition("_")
        plain = rest.isascii() and rest.isalnum() and len(rest) <= MAXIMUM_ID
        if prefix not in prefixes or not mark or not plain:
            raise ValueRefused("BAD_ID", given=str(value)[:MAXIMUM_ID], prefixes=", ".join(prefixes))
        return value

    return check


def each(convert: Convert) -> Convert:
    """A list of at most `MAXIMUM_IN_LIST` values, each converted. Raises ValueRefused LIST_TOO_LONG."""

    def check(values: Any) -> list[Any]:
        if len(values) > MAXIMUM_IN_LIST:
            raise ValueRefused("LIST_TOO_LONG", given=len(values), maximum=MAXIMUM_IN_LIST)
        return [convert(value) for value in values]

    return check


def cleaned(value: Any) -> Any:
    """Text as it is stored. Raises ValueRefused TEXT_TOO_LONG."""
    return clean(_bounded(value))


def part(value: Any) -> str | None:
    """A part of a text as it is stored; None, which no text holds, where nothing of it is left.

    Raises ValueRefused TEXT_TOO_LONG.
    """
    return clean(_bounded(value)) or None


def folded_part(value: Any) -> str | None:
    """A part of a text as it is searched; None, which no text holds, where nothing of it is left.

    Signs are not searched: «؟» folds to nothing, and nothing would be part of every text.
    Raises ValueRefused TEXT_TOO_LONG.
    """
    return fold(_bounded(value)) or None


def _bounded(value: Any) -> str:
    if len(value) > MAXIMUM_FILTER_TEXT:
        raise ValueRefused("TEXT_TOO_LONG", given=len(value), maximum=MAXIMUM_FILTER_TEXT)
    return str(value)


def whole(value: Any) -> int:
    """A whole number that fits 64 bits. Raises ValueRefused NUMBER_TOO_LARGE."""
    if not -MAXIMUM_NUMBER - 1 <= value <= MAXIMUM_NUMBER:
        raise ValueRefused("NUMBER_TOO_LARGE", given=str(value)[:40])
    return int(value)


def signature(order: Sequence[OrderKey]) -> str:
    """What a cursor says of the order it belongs to.

    A cursor of one order means nothing in another, so it is refused there.
    """
    return "".join(f"{'+' if key.ascending else '-'}{key.property.name}" for key in order)


def cursor(order: Sequence[OrderKey], ties: Sequence[Kind]) -> Convert:
    """A cursor's values: those of the order's keys, then the tie breakers. Raises BAD_CURSOR.

    What no row could have written is refused here, not by the database: half a letter, a day that no
    calendar has, a moment of another zone or of none.
    """
    expected = signature(order)
    kinds = [*(key.property.kind for key in order), *ties]
    needed = [*(key.property.required for key in order), *(True for _ in ties)]

    def check(text: Any) -> list[Any]:
        try:
            # Not strict: text that is stored with a line break stands so in the cursor.
            order_signature, *values = json.loads(text, strict=False)
            restored = [_restored(value, kind) for value, kind in zip(values, kinds, strict=True)]
        except (ValueError, TypeError, OverflowError, RecursionError) as error:
            raise ValueRefused("BAD_CURSOR", given=_echoed(text)) from error
        lacks = any(must and value is None for must, value in zip(needed, restored, strict=True))
        if order_signature != expected or lacks:
            raise ValueRefused("BAD_CURSOR", given=_echoed(text))
        return restored

    return check


def _echoed(text: Any) -> str:
    return str(text)[:80].encode("utf-8", "replace").decode()


_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z", re.ASCII)


def _restored(value: Any, kind: Kind) -> Any:
    """A value of a cursor as it was before it stood there. Raises ValueError, TypeError or OverflowError."""
    if value is None:
        return None
    match kind:
        case Kind.DATE:
            return date.fromisoformat(_written(value, _DAY))
        case Kind.DATETIME:
            return datetime.fromisoformat(_written(value, _MOMENT))
        case Kind.INT | Kind.RIAL:
            return _number(value, int)
        case Kind.FLOAT:
            return float(_number(value, int | float))
        case Kind.BOOLEAN:
            if not isinstance(value, bool):
                raise TypeError(kind)
            return value
        case _:
            return _encodable(value)


def _written(value: Any, form: re.Pattern[str]) -> str:
    """A day or a moment in the one form that cursors have it in."""
    if not form.fullmatch(value):
        raise ValueError(value)
    return str(value)


def _number(value: Any, kind: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, kind):
        raise TypeError(value)
    if not -MAXIMUM_NUMBER - 1 <= value <= MAXIMUM_NUMBER:  # NaN is neither.
        raise ValueError(value)
    return value


def _encodable(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()  # Half a letter is a ValueError.
    return value
