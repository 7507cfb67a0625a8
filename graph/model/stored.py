"""Turn a record's values into what the graph stores: cleaned text, its twins, its search text."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LONG_TEXT, MAXIMUM_NUMBER, MAXIMUM_SHORT_TEXT, MAXIMUM_TEXTS
from graph.model.indexes import SEARCH_BODY, SEARCH_TITLE
from graph.model.members import Kind, Matched, Property
from graph.model.nodes import COUNTS_AS, Node
from graph.model.terms import RETIRED
from graph.text import (
    clean,
    fold,
    has_control_characters,
    index_text,
    measure,
    sort_key,
    wanted_words,
    web_address,
)

Given = Mapping[str, Any]

_NOTHING: Given = {}
_MATCHED = {Matched.WANTED: wanted_words, Matched.MEASURE: measure}


def stored(node: Node, given: Given, standing: Given = _NOTHING) -> dict[str, Any]:
    """The properties of a record. Raises ValueRefused, `at` the property's name.

    `given` maps property names to values; what is missing or None is not stored. What is `standing` so
    already was taken under the rules of its time, and is not judged again.
    """
    kept = stored_values(node.properties(), given, standing)
    if node.successor is not None:
        kept.setdefault(COUNTS_AS.name, kept["id"])
    return kept | twins(node, kept)


def twins(node: Node, kept: Given) -> dict[str, Any]:
    """What is stored beside a record's texts: folded, to sort or match by, and what is searched."""
    made: dict[str, Any] = {}
    for member in node.properties():
        value = kept.get(member.name)
        if value is not None and member.fold:
            made[member.fold] = fold(value)
        if value is not None and member.sort:
            made[member.sort] = sort_key(value)
        if value is not None and member.matched and member.match:
            made[member.match] = _MATCHED[member.matched](value)
    titles, bodies = node.search
    # What is retired is found under its successor's names, or not at all.
    if (titles or bodies) and not (node.successor is not None and kept.get("status") == RETIRED.value):
        made[SEARCH_TITLE] = index_text(" \n".join(_texts(kept, titles)))
        made[SEARCH_BODY] = index_text(" \n".join(_texts(kept, bodies)))
    return made


def stored_values(properties: Iterable[Property], given: Given, standing: Given = _NOTHING) -> dict[str, Any]:
    """The properties of a relationship or a part: cleaned, with no twins."""
    kept: dict[str, Any] = {}
    properties = tuple(properties)
    for member in properties:
        value = given.get(member.name)
        if value is not None and value is standing.get(member.name):
            kept[member.name] = value
            continue
        try:
            value = _value(member, value)
        except ValueRefused as error:
            raise error.within(member.name) from None
        if value is not None:
            kept[member.name] = value
    for member in properties:
        _not_before(member, kept)
    return kept


def changed(properties: Iterable[Property], names: Iterable[str], given: Given, before: Given) -> str | None:
    """The first of `names` that is given and, once stored, would be otherwise than `before`."""
    those = [member for member in properties if member.name in names and member.name in given]
    kept = stored_values(those, given)
    return next((name for name in names if name in given and kept.get(name) != before.get(name)), None)


def _not_before(member: Property, kept: Given) -> None:
    start, end = kept.get(member.from_ or ""), kept.get(member.name)
    if start is None or end is None:
        return
    if member.kind is not Kind.DATE:
        if end < start:
            raise ValueRefused("RANGE_REVERSED", at=member.name, least=start, most=end)
    # A date of the graph and a date of a client compare as text: both are ISO 8601.
    elif _day(end) < _day(start):
        raise ValueRefused("END_BEFORE_START", at=member.name)


def _day(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _texts(kept: Given, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        value = kept.get(name)
        if isinstance(value, list):
            yield from value
        elif value is not None:
            yield value


def _value(member: Property, value: Any) -> Any:
    if value is None and member.required and not member.many:
        raise ValueRefused("VALUE_REQUIRED")
    if value is None:
        return [] if member.required else None
    if member.many:
        if len(value) > MAXIMUM_TEXTS and not member.hidden:
            raise ValueRefused("LIST_TOO_LONG", given=len(value), maximum=MAXIMUM_TEXTS)
        return [
            kept for index, item in enumerate(value) if (kept := _listed(member, item, index)) is not None
        ]
    return _one(member, value)


def _listed(member: Property, item: Any, index: int) -> Any:
    try:
        return _one(member, item)
    except ValueRefused as error:
        raise error.within(str(index)) from None


def _one(member: Property, value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case bool() | datetime() | date():
            return value
        case int() | float() if member.kind in {Kind.INT, Kind.FLOAT, Kind.RIAL}:
            return _number(member, value)
        case str() if member.kind is Kind.STRING:
            return _text(member, value)
        case _:
            return value


def _number(member: Property, value: float) -> float:
    if value < 0 and not member.signed:
        raise ValueRefused("NUMBER_NEGATIVE", given=value)
    if not -MAXIMUM_NUMBER - 1 <= value <= MAXIMUM_NUMBER:
        raise ValueRefused("NUMBER_TOO_LARGE", given=str(value)[:40])
    least, most = member.least, member.most
    if (least is not None and value < least) or (most is not None and value > most):
        raise ValueRefused("NUMBER_OUT_OF_RANGE", given=value, least=least, most=most)
    # Adding zero takes the sign off -0.0, which is not told apart when read.
    return float(value) + 0.0 if member.kind is Kind.FLOAT else int(value)


def _text(member: Property, value: str) -> str | None:
    maximum = MAXIMUM_SHORT_TEXT if member.filterable or member.sortable else MAXIMUM_LONG_TEXT
    if len(value) > maximum:
        raise ValueRefused("TEXT_TOO_LONG", given=len(value), maximum=maximum)
    if member.verbatim:
        return value
    if has_control_characters(value):
        raise ValueRefused("CONTROL_CHARACTERS")
    text = web_address(value) if member.web and clean(value) else clean(value)
    if member.required and not text:
        raise ValueRefused("TEXT_EMPTY")
    return text or None
