"""Turn the model into the inputs of moves: what creates a record, what edits it, what moves it on.

Every field remembers the property or the edge it gives; two of one name, or one without a home, are
refused as the program starts.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING
from typing import Any

import strawberry
from strawberry import UNSET

import hub.enums  # noqa: F401 - enums must be declared before a type names them
from graph.model import MODEL
from graph.model.common import TAKEDOWN_REASON, Visibility
from graph.model.life import Move, Way
from graph.model.members import Edge, Giving, Property
from graph.model.nodes import Node
from hub.resolvers import areas
from hub.resolvers.given import HOME, TARGET, field
from hub.schema.making import Attribute, attribute, distinct, later, list_of, make, scalar
from hub.texts import asked_text, say, text_of

_HERE = sys.modules[__name__]

_WHICH = say("The record that is changed.", "رکوردی که تغییر می‌کند.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")
_OTHER = say("The id of that organization.", "شناسهٔ آن سازمان.")
_ACKNOWLEDGE = say(
    "Words that hint at the author of what is anonymized, and may stand all the same.",
    "واژه‌هایی که نشانی از نویسندهٔ رکورد بی‌نام دارند و با این همه می‌مانند.",
)
_STEP = say("Which record, in the version that you have read.", "کدام رکورد، در نسخه‌ای که خوانده‌اید.")


@strawberry.input(
    description=say(
        "Which record, and to whom it is published, or published anew.",
        "کدام رکورد، و برای چه کسانی منتشر می‌شود یا دوباره منتشر می‌شود.",
    )
)
class PublishInput:
    """Publishes a record, or publishes it again to others."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    visibility: Visibility | None = strawberry.field(
        default=None,
        description=say(
            "Who may read it; as it was created when not given.",
            "چه کسی می‌خواند؛ اگر نیاید، همان که هنگام ایجاد بود.",
        ),
    )
    acknowledge: list[str] | None = strawberry.field(default=None, description=_ACKNOWLEDGE)


@strawberry.input(
    description=say(
        "Which published record is taken down, in the version that you have read, and why.",
        "کدام رکورد منتشرشده برداشته می‌شود، در نسخه‌ای که خوانده‌اید، و چرا.",
    )
)
class TakeDownInput:
    """Takes a record down."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str = field(
        TAKEDOWN_REASON, say("Why: its organization reads it.", "دلیل: سازمانش آن را می‌خواند."), MISSING
    )


def _of_row(name: str, text: str | None, properties: Iterator[Property], target: str | None = None) -> Any:
    """The input of a part of a record, or of a row of an edge, which names the record at its other end."""
    if hasattr(_HERE, name):
        return later(name, __name__)
    fields = (
        {} if target is None else {target: attribute(target, strawberry.ID, _OTHER, metadata={HOME: TARGET})}
    )
    for member in properties:
        if member.given is not Giving.NEVER:
            fields[member.name] = _value(member, required=member.given is not Giving.OPTIONAL)
    make(strawberry.input, _HERE, name, text, fields)
    return later(name, __name__)


def _kind(member: Property | Edge) -> Any:
    """What gives a member: a value; the id of a record, or ids; a list of parts, or of rows with values."""
    if isinstance(member, Property):
        one = scalar(member.kind, member.enum)
        return list_of(one) if member.many else one
    part = MODEL.nodes.get(member.to)
    if part is not None and part.prefix is None:
        return list_of(_of_row(f"{part.label}Input", text_of(part.words), part.properties()))
    if member.row is not None:
        target = f"{member.to[0].lower()}{member.to[1:]}Id"
        text = text_of(member.row.words)
        return list_of(_of_row(f"{member.row.name}Input", text, iter(member.properties), target))
    return list_of(strawberry.ID) if member.many else strawberry.ID


def _input_name(member: Property | Edge) -> str:
    """The name of a field that gives a member: ids are called so."""
    if isinstance(member, Property):
        return member.name
    part = MODEL.nodes.get(member.to)
    whole = member.row is not None or (part is not None and part.prefix is None)
    return member.name if whole else member.input_name


def _value(member: Property | Edge, *, required: bool) -> Attribute:
    name, kind = _input_name(member), _kind(member)
    text = asked_text(member.words, required=required)
    default = member.default if isinstance(member, Property) else None
    if not required:
        return attribute(name, kind | None, text, default=UNSET, metadata={HOME: member})
    if default is not None:
        return attribute(name, kind, text, default=default, metadata={HOME: member})
    return attribute(name, kind, text, metadata={HOME: member})


def _given(node: Node, *giving: Giving) -> list[Property | Edge]:
    """The members that clients give: values, then records, then rows and parts."""

    def place(member: Property | Edge) -> int:
        return 0 if isinstance(member, Property) else 1 + (_input_name(member) == member.name)

    return sorted(
        (m for m in node.members if isinstance(m, Property | Edge) and m.given in giving), key=place
    )


def _has_default(member: Property | Edge) -> bool:
    return isinstance(member, Property) and member.default is not None


def _creation(node: Node) -> Iterator[Attribute]:
    for member in _given(node, Giving.OPTIONAL):
        yield _value(member, required=False)
    for member in sorted(_given(node, Giving.REQUIRED, Giving.ONCE), key=_has_default):
        yield _value(member, required=True)


def _edit(node: Node) -> Iterator[Attribute]:
    for member in _given(node, Giving.OPTIONAL):
        yield _value(member, required=False)
    if "acknowledged" in node.by_name:
        yield attribute("acknowledge", list_of(str) | None, _ACKNOWLEDGE, default=UNSET)
    yield attribute("id", strawberry.ID, _WHICH)
    yield attribute("version", int, _VERSION)
    for member in sorted(_given(node, Giving.REQUIRED), key=_has_default):
        yield _value(member, required=False)


def _step(_node: Node) -> Iterator[Attribute]:
    yield attribute("id", strawberry.ID, _WHICH)
    yield attribute("version", int, _VERSION)


_INPUTS: Mapping[Way, Callable[[Node], Iterator[Attribute]]] = {
    Way.CREATE: _creation,
    Way.EDIT: _edit,
    Way.PUBLISH: _step,
    Way.WITHDRAW: _step,
    Way.TAKE_DOWN: _step,
    Way.GO: _step,
}


def input_of(node: Node, move: Move) -> Any:
    """The input of a move: made from the model, or the class that its area has written.

    Raises ModelError where two fields have one name.
    """
    name = move.input_name
    if hasattr(_HERE, name):
        return getattr(_HERE, name)
    way = move.way
    if way is Way.OWN:
        written = areas.VERBS[move.mutation or ""].input
        if isinstance(written, type):  # Where several moves share it, each has one of its own name.
            shared = written.__name__ != name
            return make(strawberry.input, _HERE, name, _STEP, {}, [written]) if shared else written
        way = written
    given = (*_INPUTS[way](node), *(_value(member, required=False) for member in move.takes))
    fields = distinct(name, ((field.field.graphql_name, field) for field in given))
    return make(strawberry.input, _HERE, name, text_of(move.input_words) or _STEP, fields)
