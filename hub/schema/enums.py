"""Declare the model's enums as GraphQL enums. A value's name is what the graph stores."""

from enum import Enum

import strawberry

from graph.model import MODEL
from graph.model.core import Property


def _first_paragraph(enum: type[Enum]) -> str:
    return (enum.__doc__ or "").split("\n\n")[0].strip()


def _enums() -> dict[str, type[Enum]]:
    properties: list[Property] = []
    for node in MODEL.nodes.values():
        properties += node.properties()
        for edge in node.edges():
            properties += edge.properties
    return {p.enum.__name__: p.enum for p in properties if p.enum is not None}


for _enum in _enums().values():
    strawberry.enum(_enum, description=_first_paragraph(_enum))
