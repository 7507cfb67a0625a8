"""Turn the model into filter and sort inputs: `LessonFilter`, `LessonSort`, `StringOperators` …

They follow from the model entirely, so they are made, not written.
"""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from types import GenericAlias
from typing import Annotated, Any, ForwardRef

import strawberry

import hub.schema.enums  # noqa: F401 - the enums must be declared before an input names them
from graph.compiler import enum_name
from graph.model import MODEL
from graph.model.core import Computed, Edge, Kind, Member, Node, Property
from hub.schema.scalars import Rial

_ENUM: Any = Enum
_HERE = sys.modules[__name__]

_TYPES: dict[Kind, Any] = {
    Kind.ID: strawberry.ID,
    Kind.STRING: str,
    Kind.INT: int,
    Kind.FLOAT: float,
    Kind.BOOLEAN: bool,
    Kind.DATE: date,
    Kind.DATETIME: datetime,
    Kind.RIAL: Rial,
}


def _later(name: str) -> Any:
    """A type of this module that may not be made yet."""
    return Annotated[ForwardRef(name), strawberry.lazy(__name__)]


def _list_of(kind: Any) -> Any:
    return GenericAlias(list, (kind,))


def _input(name: str, description: str, fields: Mapping[str, Any]) -> Any:
    """Make an input type and keep it in this module, where lazy references look."""
    python_names = {graphql: f"{graphql}_" if graphql == "in" else graphql for graphql in fields}
    body: dict[str, Any] = {
        python_names[graphql]: strawberry.field(name=graphql, default=strawberry.UNSET) for graphql in fields
    }
    body["__annotations__"] = {python_names[graphql]: kind | None for graphql, kind in fields.items()}
    body["__module__"] = __name__
    made = strawberry.input(type(name, (), body), name=name, description=description)
    setattr(_HERE, name, made)
    return made


def _operators(name: str, kind: Any, *, ranges: bool = False, texts: bool = False) -> Any:
    fields: dict[str, Any] = {"eq": kind, "in": _list_of(kind), "isNull": bool}
    if texts:
        fields |= {"contains": kind, "startsWith": kind}
    if ranges:
        fields |= {"lt": kind, "lte": kind, "gt": kind, "gte": kind}
    return _input(name, "What a value is compared with; several must all hold.", fields)


_ORDERED = {Kind.INT, Kind.FLOAT, Kind.DATE, Kind.DATETIME, Kind.RIAL}
_OPERATORS = {
    kind: _operators(
        f"{kind.value}Operators", _TYPES[kind], ranges=kind in _ORDERED, texts=kind is Kind.STRING
    )
    for kind in _TYPES
}


def _enum_operators(enum: type[Enum], *, many: bool) -> Any:
    name = f"{enum.__name__}{'List' if many else ''}Operators"
    if hasattr(_HERE, name):
        return getattr(_HERE, name)
    if many:
        return _input(name, "What a list of values holds.", {"has": enum})
    return _operators(name, enum)


def _quantified(label: str) -> Any:
    """`some`, `none` and `every` over the rows of an edge to `label`."""
    name = f"{label}EdgeFilter"
    if not hasattr(_HERE, name):
        below = _later(f"{label}Filter")
        fields = {"some": below, "none": below, "every": below}
        _input(name, f"What must hold along an edge to {label} rows.", fields)
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
    fields: dict[str, Any] = {"AND": _list_of(itself), "OR": _list_of(itself), "NOT": itself}
    for member in node.members:
        kind = _of_member(member)
        if kind is not None:
            fields[member.name] = kind
    _input(f"{node.label}Filter", f"Which {node.label} rows are wanted; all parts must hold.", fields)


def _sort(node: Node) -> None:
    values = [
        f"{enum_name(p.name)}_{direction}"
        for p in node.properties()
        if p.sortable
        for direction in ("ASC", "DESC")
    ]
    if values:
        made: Any = _ENUM(f"{node.label}Sort", values, module=__name__)
        strawberry.enum(made, description=f"An order of {node.label} rows.")
        setattr(_HERE, f"{node.label}Sort", made)


for _node in MODEL.nodes.values():
    _filter(_node)
    _sort(_node)


def filter_of(label: str) -> Any:
    """The filter input of a label."""
    return getattr(_HERE, f"{label}Filter")


def sort_of(label: str) -> Any | None:
    """The sort enum of a label; None where its rows have one order only."""
    return getattr(_HERE, f"{label}Sort", None)
