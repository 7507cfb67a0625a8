"""Declare the model's enums as GraphQL enums. A value's name is what the graph stores."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import strawberry

from graph.model import MODEL
from graph.model.core import Node, Shape
from graph.model.members import Computed, Edge, Member, Property
from graph.model.words import Choice
from hub.texts import text_of


def declare(enum: type[Choice]) -> None:
    """Make an enum of the model one of the schema, with what is said of it and of its values."""
    declared: Any = strawberry.enum(enum, description=text_of(enum.about()))
    for value in declared.__strawberry_definition__.values:
        value.description = text_of(enum[value.name].words)


def _enums() -> Iterator[type[Enum]]:
    owners: tuple[Node | Shape, ...] = (*MODEL.nodes.values(), *MODEL.shapes.values())
    for owner in owners:
        for member in owner.members:
            yield from _of(member)


def _of(member: Member) -> Iterator[type[Enum]]:
    match member:
        case Property(enum=type() as enum) | Computed(enum=type() as enum):
            yield enum
        case Edge(properties=properties):
            for below in properties:
                yield from _of(below)
        case _:
            pass


ENUMS: tuple[type[Choice], ...] = tuple(enum for enum in dict.fromkeys(_enums()) if issubclass(enum, Choice))
"""All enums that records and computed rows have values of."""
for _enum in ENUMS:
    declare(_enum)
