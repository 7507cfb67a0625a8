"""Turn what a client gave into a record's values and links. Every field of an input remembers its home."""

from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import strawberry
from strawberry import UNSET
from strawberry.types.unset import UnsetType
from strawberry.utils.str_converters import to_camel_case

import hub.enums  # noqa: F401 - enums must be declared before an input names them
from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.members import Edge, Property
from graph.model.nodes import ModelError
from graph.queries.records import Link
from hub.texts import asked_text

HOME = "home"
TARGET = "target"
"""The home of the field that names the record at the other end, in an input for a row of an edge."""


def gives(label: str, name: str, *, required: bool = False, default: Any = UNSET) -> Any:
    """A field of an input that gives a property of `label`, or the targets of an edge.

    An input's other fields are arguments of its mutation, and are never stored as they are. Raises
    ModelError where the record has no such member.
    """
    member = MODEL.nodes[label].by_name.get(name)
    if not isinstance(member, Property | Edge):
        raise ModelError(f"{label} has no {name!r} for an input to give.")
    return field(member, asked_text(member.words, required=required), MISSING if required else default)


def field(home: Property | Edge, text: str | None, default: Any) -> Any:
    """A field of an input that remembers its home."""
    return strawberry.field(description=text, default=default, metadata={HOME: home})


def values_of(given: Any) -> dict[str, Any]:
    """The given values, by their properties' names. What is left out is not there; null is None."""
    return {home.name: value for home, value in _homes_and_values(given) if isinstance(home, Property)}


def links_of(given: Any) -> dict[str, Sequence[Link]]:
    """The given targets, by their edges' names."""
    return {home.name: _links(value) for home, value in _homes_and_values(given) if isinstance(home, Edge)}


def expect_possible(given: Any, today: date) -> None:
    """Every day that is given is one that its field can mean. Raises ValueRefused as `Days.expect` does."""
    for argument, name, home in _fields_of(given):
        value = getattr(given, name)
        try:
            if isinstance(value, date) and isinstance(home, Property) and home.days is not None:
                home.days.expect(value, today)
            elif isinstance(value, list):
                _expect_each(value, today)
        except ValueRefused as error:
            raise error.within(argument) from None


def _expect_each(rows: list[Any], today: date) -> None:
    for index, row in enumerate(rows):
        if hasattr(row, "__dataclass_fields__"):
            try:
                expect_possible(row, today)
            except ValueRefused as error:
                raise error.within(str(index)) from None


def place_of(given: Any, at: str) -> list[str]:
    """The path into an input of what the model calls `at`.

    `topics.0` is `["topicIds", "0"]`, and `region.0` is `["regionId"]`.
    """
    name, *rest = at.split(".")
    for argument, _, home in _fields_of(given):
        if isinstance(home, Property | Edge) and home.name == name:
            return [argument, *(rest if home.many else [])]
    return [name, *rest]


def plain(value: Any) -> Any:
    """What was given, as JSON can hold it; the same for inputs that mean the same.

    Null takes away what stands, so to an edit (whose input names a version) it is a value. Elsewhere it is
    as good as left out.
    """
    match value:
        case list():
            return [plain(item) for item in value]
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case Enum():
            return value.name
        case None | str() | int() | float() | bool():
            return value
        case _ if hasattr(value, "__dataclass_fields__"):
            values = {argument: getattr(value, name) for argument, name, _ in _fields_of(value)}
            nothing = UnsetType if "version" in values else UnsetType | None
            return {
                argument: plain(inner) for argument, inner in values.items() if not isinstance(inner, nothing)
            }
        case _:
            return str(value)


def _fields_of(given: Any) -> tuple[tuple[str, str, Property | Edge | str | None], ...]:
    kind: Any = type(given)
    return _fields(kind)


@cache
def _fields(cls: Any) -> tuple[tuple[str, str, Property | Edge | str | None], ...]:
    """Of each field of an input: its name for clients, its name in Python, and its home."""
    return tuple(
        (getattr(f, "graphql_name", None) or to_camel_case(f.name), f.name, f.metadata.get(HOME))
        for f in fields(cls)
    )


def _homes_and_values(given: Any) -> Iterator[tuple[Property | Edge | str | None, Any]]:
    for _, name, home in _fields_of(given):
        value = getattr(given, name)
        if not isinstance(value, UnsetType):
            yield home, value


def _links(value: Any) -> list[Link]:
    match value:
        case None:
            return []
        case str():
            return [Link(value)]
        case _ if value and isinstance(value[0], str):
            return [Link(str(id_)) for id_ in value]
        case _:
            return [_row(item) for item in value]


def _row(item: Any) -> Link:
    target = next((value for home, value in _homes_and_values(item) if home == TARGET), None)
    return Link(target, values_of(item))
