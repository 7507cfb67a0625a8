"""Declare the model's enums as GraphQL enums. A value's name is what the graph stores."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import strawberry

from graph.model import INQUIRIES, MODEL
from graph.model.doing import DEEDS
from graph.model.members import Aspect, Computed, Edge, Member, Parts, Property
from graph.model.nodes import Node, Shape
from graph.model.words import Choice
from hub.texts import text_of


def _enums() -> Iterator[type[Enum]]:
    owners: tuple[Node | Shape, ...] = (*MODEL.nodes.values(), *MODEL.shapes.values())
    members = [member for owner in owners for member in owner.members]
    arguments = [argument for inquiry in INQUIRIES for argument in inquiry.arguments]
    done = [member for deed in DEEDS for member in (*deed.takes, *deed.gives)]
    for member in (*members, *arguments, *done):
        yield from _of(member)


def _of(member: Member | Parts | Aspect) -> Iterator[type[Enum]]:
    match member:
        case Property(enum=type() as enum) | Computed(enum=type() as enum) | Aspect(enum=type() as enum):
            yield enum
        case Edge() as edge:
            for told in edge.told():
                yield from _of(told)
        case Parts(members=below):
            for inner in below:
                yield from _of(inner)
        case _:
            pass


def _declare(enum: type[Choice]) -> None:
    """Make an enum of the model one of the schema, with what is said of it and of its values."""
    declared: Any = strawberry.enum(enum, description=text_of(enum.about()))
    for value in declared.__strawberry_definition__.values:
        value.description = text_of(enum[value.name].words)


ENUMS: tuple[type[Choice], ...] = tuple(enum for enum in dict.fromkeys(_enums()) if issubclass(enum, Choice))
"""All enums of the model."""
for _enum in ENUMS:
    _declare(_enum)
