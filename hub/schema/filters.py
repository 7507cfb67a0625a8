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
from graph.compiler import type_field
from graph.limits import MAXIMUM_IN_LIST
from graph.model import MODEL
from graph.model.declare import upper
from graph.model.members import Computed, Edge, Kind, Member, Property
from graph.model.nodes import Node
from graph.model.words import digits
from hub.schema.making import SCALARS, attribute, later, list_of, make
from hub.texts import say, text_of

_ENUM: Any = Enum
_COMPARED = say(
    "What a value is compared with, by one operator at least; several must all hold.",
    "آنچه مقدار با آن سنجیده می‌شود، دست‌کم با یک عملگر؛ چند تا، همه باید برقرار باشند.",
)
_HELD = say("What a list of values holds.", "آنچه در فهرست مقدارها هست.")
_HERE = sys.modules[__name__]


def _later(name: str) -> Any:
    return later(name, __name__)


_OPERATOR = {
    "eq": say("Is this; null: nothing is told.", "همین است؛ null یعنی گفته نشده."),
    "in": say(
        f"Is one of these, {MAXIMUM_IN_LIST} at most.", f"یکی از این‌هاست، بیشینه {digits(MAXIMUM_IN_LIST)}."
    ),
    "isNull": say("True: nothing is told; false: something is.", "true: گفته نشده؛ false: گفته شده."),
    "contains": say(
        "Holds this somewhere; names and titles however they are spelled.",
        "جایی این را در خود دارد؛ نام و عنوان به هر املا.",
    ),
    "startsWith": say(
        "Begins with this; names and titles however they are spelled.",
        "با این آغاز می‌شود؛ نام و عنوان به هر املا.",
    ),
    "lt": say("Is less, or earlier, than this.", "کمتر یا زودتر از این است."),
    "lte": say("Is this, or less or earlier.", "همین است، یا کمتر یا زودتر."),
    "gt": say("Is more, or later, than this.", "بیشتر یا دیرتر از این است."),
    "gte": say("Is this, or more or later.", "همین است، یا بیشتر یا دیرتر."),
    "has": say("This value is among them.", "این مقدار در میان آن‌هاست."),
    "some": say("At least one of those you may read is such.", "دست‌کم یکی از آن‌ها که می‌خوانید چنین است."),
    "none": say("None of those you may read is such.", "هیچ‌یک از آن‌ها که می‌خوانید چنین نیست."),
    "every": say(
        "All of those you may read are such; so it is where there is none.",
        "همهٔ آن‌ها که می‌خوانید چنین‌اند؛ اگر هیچ نباشد هم درست است.",
    ),
    "AND": say("All of these hold.", "همهٔ این‌ها برقرار است."),
    "OR": say("At least one of these holds.", "دست‌کم یکی از این‌ها برقرار است."),
    "NOT": say("This does not hold.", "این برقرار نیست."),
}
"""What each operator asks."""


def _input(name: str, description: str, fields: Mapping[str, Any], texts: Mapping[str, str | None]) -> Any:
    every = {name: attribute(name, kind | None, texts[name], default=UNSET) for name, kind in fields.items()}
    return make(strawberry.input, _HERE, name, description, every)


def _operators(name: str, kind: Any, *, ranges: bool = False, texts: bool = False) -> Any:
    fields: dict[str, Any] = {"eq": kind, "in": list_of(kind), "isNull": bool}
    if texts:
        fields |= {"contains": kind, "startsWith": kind}
    if ranges:
        fields |= {"lt": kind, "lte": kind, "gt": kind, "gte": kind}
    return _input(name, _COMPARED, fields, _OPERATOR)


_ORDERED = {Kind.INT, Kind.FLOAT, Kind.DATE, Kind.DATETIME, Kind.RIAL}
_OPERATORS: Mapping[Kind, Any] = {
    kind: _operators(
        f"{kind.value}Operators", SCALARS[kind], ranges=kind in _ORDERED, texts=kind is Kind.STRING
    )
    for kind in SCALARS
    if kind is not Kind.JSON
}


_ID_AMONG = _input(
    "IDAmongOperators", _COMPARED, {"eq": SCALARS[Kind.ID], "in": list_of(SCALARS[Kind.ID])}, _OPERATOR
)


def _enum_operators(enum: type[Enum], *, many: bool) -> Any:
    name = f"{enum.__name__}{'List' if many else ''}Operators"
    if hasattr(_HERE, name):
        return getattr(_HERE, name)
    if many:
        return _input(name, _HELD, {"has": enum}, _OPERATOR)
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
            _OPERATOR,
        )
    return _later(name)


def _of_several(union: str) -> Any:
    """What is asked of a row that may be of several types: its id, or what holds for those of one type."""
    name = f"{union}Filter"
    if not hasattr(_HERE, name):
        labels = MODEL.unions[union].labels
        fields = {"id": _ID_AMONG} | {type_field(label): _later(f"{label}Filter") for label in labels}
        texts: dict[str, str | None] = {"id": say("Its id.", "شناسهٔ آن.")}
        for label in labels:
            texts[type_field(label)] = say(
                f"Is of the type {label}, and such.", f"از گونهٔ {label} است و چنین است."
            )
        _input(
            name,
            say(
                f"Which row of {union} is wanted; all parts must hold.",
                f"کدام ردیف {union} خواسته است؛ همهٔ بخش‌ها باید برقرار باشد.",
            ),
            fields,
            texts,
        )
    return _later(name)


def _of_member(member: Member) -> Any:
    """The type a filter takes for a member, or None where it cannot be filtered by it."""
    match member:
        case Edge() | Property() if member.hidden:
            return None
        case Edge(many=False) if member.to in MODEL.unions:
            return _of_several(member.to)
        case Edge() if member.to not in MODEL.nodes:
            return None
        case Edge(many=True, filter_only=False):
            return _quantified(member.to)
        case Edge():
            return _later(f"{member.to}Filter")
        case Property(enum=type() as enum, filterable=True):
            return _enum_operators(enum, many=member.many)
        case Computed(enum=type() as enum, filterable=True):
            return _enum_operators(enum, many=False)
        case Property(many=False, filterable=True) | Computed(filterable=True):
            return _OPERATORS[member.kind]
        case _:
            return None


def _filter(node: Node) -> None:
    itself = _later(f"{node.label}Filter")
    fields: dict[str, Any] = {"AND": list_of(itself), "OR": list_of(itself), "NOT": itself}
    texts: dict[str, str | None] = dict(_OPERATOR)
    for member in node.members:
        kind = _of_member(member)
        if kind is not None:
            fields[member.name] = kind
            texts[member.name] = text_of(member.words)
    text = say(
        f"Which {node.label} rows are wanted; all parts must hold.",
        f"کدام ردیف‌های {node.label} خواسته است؛ همهٔ بخش‌ها باید برقرار باشد.",
    )
    _input(f"{node.label}Filter", text, fields, texts)


def _sort(node: Node) -> None:
    values = {
        f"{upper(member.name)}_{direction}": _order(member, direction)
        for member in node.sorts()
        for direction in ("ASC", "DESC")
    }
    if values:
        sort: Any = _ENUM(f"{node.label}Sort", list(values), module=__name__)
        text = say(f"An order of {node.label} rows.", f"ترتیبی از ردیف‌های {node.label}.")
        declared: Any = strawberry.enum(sort, description=text)
        for value in declared.__strawberry_definition__.values:
            value.description = values[value.name]
        setattr(_HERE, f"{node.label}Sort", sort)


_FIRST = {
    "ASC": {
        Kind.STRING: ("in the order of the alphabet", "به ترتیب الفبا"),
        Kind.DATE: ("the earliest first", "نخست زودترین"),
        Kind.DATETIME: ("the earliest first", "نخست زودترین"),
        Kind.INT: ("the smallest first", "نخست کوچک‌ترین"),
    },
    "DESC": {
        Kind.STRING: ("against the order of the alphabet", "به ترتیب وارونهٔ الفبا"),
        Kind.DATE: ("the latest first", "نخست دیرترین"),
        Kind.DATETIME: ("the latest first", "نخست دیرترین"),
        Kind.INT: ("the largest first", "نخست بزرگ‌ترین"),
    },
}
_WITHOUT = {
    "ASC": ("; rows without one come last", "؛ ردیف‌های بی آن آخر می‌آیند"),
    "DESC": ("; rows without one come before all", "؛ ردیف‌های بی آن پیش از همه می‌آیند"),
}


def _order(by: Property | Computed, direction: str) -> str:
    """What a sort does, e.g. "Due on, the earliest first; rows without one come last."."""
    en, fa = _FIRST[direction][by.kind]
    rest_en, rest_fa = ("", "") if by.required else _WITHOUT[direction]
    return say(f"{by.words.label('en')}, {en}{rest_en}.", f"{by.words.label('fa')}، {fa}{rest_fa}.")


for _node in MODEL.nodes.values():
    _filter(_node)
    _sort(_node)


def filter_of(label: str) -> Any:
    """The filter input of a label."""
    return getattr(_HERE, f"{label}Filter")


def sort_of(label: str) -> Any | None:
    """The sort enum of a label; None where its rows have one order only."""
    return getattr(_HERE, f"{label}Sort", None)
