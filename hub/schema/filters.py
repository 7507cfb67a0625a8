"""Turn the model into filter and sort inputs: `LessonFilter`, `LessonSort`, `StringOperators` …

They follow from the model entirely, so they are made, not written.
"""

import sys
from collections.abc import Mapping
from enum import Enum
from typing import Any

import strawberry
from strawberry import UNSET

import hub.enums  # noqa: F401 - enums must be declared before a type names them
from graph.model import MODEL
from graph.model.core import Computed, Edge, Kind, Member, Node, Property
from graph.model.declare import upper
from hub.schema.making import SCALARS, later, list_of, made, make
from hub.texts import say

_ENUM: Any = Enum
_COMPARED = say(
    "What a value is compared with; several must all hold.",
    "آنچه مقدار با آن سنجیده می‌شود؛ چند تا، همه باید برقرار باشند.",
)
_HELD = say("What a list of values holds.", "آنچه در فهرست مقدارها هست.")
_HERE = sys.modules[__name__]


def _later(name: str) -> Any:
    return later(name, __name__)


def _input(name: str, description: str, fields: Mapping[str, Any]) -> Any:
    every = {name: made(name, kind | None, default=UNSET) for name, kind in fields.items()}
    return make(strawberry.input, _HERE, name, description, every)


def _operators(name: str, kind: Any, *, ranges: bool = False, texts: bool = False) -> Any:
    fields: dict[str, Any] = {"eq": kind, "in": list_of(kind), "isNull": bool}
    if texts:
        fields |= {"contains": kind, "startsWith": kind}
    if ranges:
        fields |= {"lt": kind, "lte": kind, "gt": kind, "gte": kind}
    return _input(name, _COMPARED, fields)


_ORDERED = {Kind.INT, Kind.FLOAT, Kind.DATE, Kind.DATETIME, Kind.RIAL}
_OPERATORS = {
    kind: _operators(
        f"{kind.value}Operators", SCALARS[kind], ranges=kind in _ORDERED, texts=kind is Kind.STRING
    )
    for kind in SCALARS
}


def _enum_operators(enum: type[Enum], *, many: bool) -> Any:
    name = f"{enum.__name__}{'List' if many else ''}Operators"
    if hasattr(_HERE, name):
        return getattr(_HERE, name)
    if many:
        return _input(name, _HELD, {"has": enum})
    return _operators(name, enum)


def _quantified(label: str) -> Any:
    """`some`, `none` and `every` over the rows of an edge to `label`."""
    name = f"{label}EdgeFilter"
    if not hasattr(_HERE, name):
        below = _later(f"{label}Filter")
        fields = {"some": below, "none": below, "every": below}
        _input(
            name,
            say(
                f"What must hold along an edge to {label} rows.",
                f"آنچه باید در راه به ردیف‌های {label} برقرار باشد.",
            ),
            fields,
        )
    return _later(name)


def _of_member(member: Member) -> Any:
    """The type a filter takes for a member, or None where it cannot be filtered by it."""
    match member:
        case Edge() if member.to not in MODEL.nodes:
            return None
        case Edge(many=True, filter_only=False):
            return _quantified(member.to)
        case Edge():
            return _later(f"{member.to}Filter")
        case Property(enum=type() as enum, filterable=True):
            return _enum_operators(enum, many=member.many)
        case Property(many=False, filterable=True) | Computed(filterable=True):
            return _OPERATORS[member.kind]
        case _:
            return None


def _filter(node: Node) -> None:
    itself = _later(f"{node.label}Filter")
    fields: dict[str, Any] = {"AND": list_of(itself), "OR": list_of(itself), "NOT": itself}
    for member in node.members:
        kind = _of_member(member)
        if kind is not None:
            fields[member.name] = kind
    text = say(
        f"Which {node.label} rows are wanted; all parts must hold.",
        f"کدام ردیف‌های {node.label} خواسته است؛ همهٔ بخش‌ها باید برقرار باشد.",
    )
    _input(f"{node.label}Filter", text, fields)


def _sort(node: Node) -> None:
    values = [
        f"{upper(p.name)}_{direction}"
        for p in node.properties()
        if p.sortable
        for direction in ("ASC", "DESC")
    ]
    if values:
        sort: Any = _ENUM(f"{node.label}Sort", values, module=__name__)
        strawberry.enum(
            sort, description=say(f"An order of {node.label} rows.", f"ترتیبی از ردیف‌های {node.label}.")
        )
        setattr(_HERE, f"{node.label}Sort", sort)


for _node in MODEL.nodes.values():
    _filter(_node)
    _sort(_node)


def filter_of(label: str) -> Any:
    """The filter input of a label."""
    return getattr(_HERE, f"{label}Filter")


def sort_of(label: str) -> Any | None:
    """The sort enum of a label; None where its rows have one order only."""
    return getattr(_HERE, f"{label}Sort", None)
