"""Turn the model into object types: records, parts, computed rows, their connections, unions and payloads."""

import sys
from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Annotated, Any

import strawberry

import hub.enums  # noqa: F401 - enums must be declared before a type names them
from graph.model import MODEL
from graph.model.common import PUBLISHABLE, VERSIONED
from graph.model.declare import ID
from graph.model.members import Aspect, Computed, Edge, Finished, Member, Nested, Property, Rows
from graph.model.nodes import Node
from graph.model.words import SILENT, Words
from hub.resolvers.write import payload_field
from hub.schema.making import Attribute, attribute, later, list_of, make, scalar
from hub.schema.wiring import rows_arguments
from hub.texts import say, text_of

_HERE = sys.modules[__name__]


@strawberry.interface(
    name="Node",
    description=say(
        "Whatever has an id: opaque, unique over all types, and stable.",
        "هر چه شناسه دارد: مبهم، یکتا میان همهٔ گونه‌ها، و پایدار.",
    ),
)
class Identified:
    """The GraphQL interface `Node` of every identified type."""

    id: strawberry.ID = strawberry.field(description=text_of(ID.words))


@strawberry.type(description=say("Why nothing was written.", "چرا چیزی نوشته نشد."))
class UserError:
    """A typed error about what the client sent."""

    code: str = strawberry.field(
        description=say("Stable; see the list of errors.", "پایدار؛ فهرست خطاها را ببینید.")
    )
    message: str = strawberry.field(
        description=say("In your language: what happened, and what next.", "به زبان شما: چه شد، و اکنون چه.")
    )
    path: list[str] = strawberry.field(
        description=say(
            "Where in the arguments, e.g. `input`, `topicIds`, `0`.",
            "کجای ورودی، مانند `input`، `topicIds`، `0`.",
        )
    )
    ids: list[strawberry.ID] = strawberry.field(
        description=say(
            "The records that stand in the way, e.g. the likely twins; most often none.",
            "رکوردهایی که سر راه‌اند، مانند هم‌نام‌ها؛ بیشتر هیچ.",
        )
    )
    words: list[str] = strawberry.field(
        description=say(
            "The words of yours that hint at the author of what is anonymized, as `acknowledge` takes them;"
            " most often none.",
            "واژه‌های شما که نشانی از نویسندهٔ رکورد بی‌نام دارند، چنان‌که `acknowledge` می‌گیرد؛ بیشتر هیچ.",
        )
    )


def output(name: str) -> Any:
    """The type of that name, of this module; a union as it is."""
    return getattr(_HERE, name) if name in MODEL.unions and name != "Node" else later(name, __name__)


# -- fields ----------------------------------------------------------------------------------------


def _field(member: Member | Aspect) -> Attribute:
    field = attribute(member.name, _type(member), text_of(member.words))
    if isinstance(member, Edge) and member.many:
        field.field.arguments = rows_arguments(member.to, connection=member.rows is Rows.PAGES)
    return field


def _type(member: Member | Aspect) -> Any:
    match member:
        case Property() | Computed() | Aspect():
            return _many_or_one(scalar(member.kind, member.enum), member)
        case Finished():
            return _many_or_one(output(member.to) if member.to else scalar(member.kind, None), member)
        case Edge(many=True, rows=Rows.PAGES):
            return output(f"{_rows_name(member)}Connection")
        case Edge() | Nested():
            return _many_or_one(output(member.to), member)


def _many_or_one(one: Any, member: Member | Aspect) -> Any:
    if isinstance(member, Edge) and member.many:
        return list_of(one)
    kind = list_of(one) if getattr(member, "many", False) else one
    return kind if member.required else kind | None


def _rows_name(edge: Edge) -> str:
    return edge.row.name if edge.row else edge.to


def _shown(member: Member) -> bool:
    if isinstance(member, Property | Edge) and member.hidden:
        return False
    return not (isinstance(member, Edge) and member.filter_only)


def _in_order(node: Node) -> Iterator[Member]:
    """What all records have first, then what is the record's own."""
    first = (*VERSIONED, *PUBLISHABLE) if set(PUBLISHABLE) <= set(node.members) else VERSIONED
    common = [member for member in first if member in node.members]
    yield from common
    yield from (m for m in node.members if m.name != "id" and m not in common and _shown(m))


# -- types -----------------------------------------------------------------------------------------


def _object(name: str, words: Words, members: Iterator[Member], *bases: type) -> Any:
    fields = {member.name: _field(member) for member in members}
    return make(strawberry.type, _HERE, name, text_of(words), fields, bases)


def _connection(name: str, node: Any, words: Words, values: tuple[Property | Aspect, ...] = ()) -> None:
    """The types of a page of rows (Relay), with the nodes at hand for whoever needs no cursors."""
    cursor = say(
        "The place of this row in the order: give it as `after` or `before`.",
        "جای این ردیف در ترتیب: آن را چون `after` یا `before` بفرستید.",
    )
    edges = {
        "cursor": attribute("cursor", str, cursor),
        "node": attribute("node", node, say("The record of this row.", "رکورد این ردیف.")),
        **{member.name: _field(member) for member in values},
    }
    row = text_of(words) or say("A row of a page, with its cursor.", "ردیفی از صفحه، با نشانگر آن.")
    make(strawberry.type, _HERE, f"{name}Edge", row, edges)
    count = say(
        "How many rows there are in all that you may read. Counted only when asked.",
        "شمار همهٔ ردیف‌هایی که می‌توانید بخوانید. تنها وقتی بخواهید شمرده می‌شود.",
    )
    place = say("Where this page lies among the rows.", "این صفحه در کجای ردیف‌هاست.")
    rows = say(
        "The rows of the page, with their cursors and what they say themselves.",
        "ردیف‌های صفحه، با نشانگر و آنچه خود می‌گویند.",
    )
    nodes = say(
        "The records of the page alone, where no cursor is needed.",
        "تنها رکوردهای صفحه، آن‌جا که نشانگر لازم نیست.",
    )
    pages = {
        "pageInfo": attribute("pageInfo", output("PageInfo"), place),
        "totalCount": attribute("totalCount", int, count),
        "edges": attribute("edges", list_of(output(f"{name}Edge")), rows),
        "nodes": attribute("nodes", list_of(node), nodes),
    }
    en, fa = words.label("en").lower() or "rows", words.label("fa") or "ردیف‌ها"
    page = say(f"A page of {en}.", f"یک صفحه: {fa}.")
    make(strawberry.type, _HERE, f"{name}Connection", page, pages)


def _payload(node: Node) -> None:
    name, en, fa = payload_field(node.label), node.words.label("en").lower(), node.words.label("fa")
    errors = say(
        "Empty when the change was made; then nothing else is.",
        "اگر تغییر انجام شده باشد خالی است، و جز آن هیچ چیز دیگر خالی نیست.",
    )
    record = say(
        "Null where nothing was written, and where you have written yourself out of those who read it.",
        "اگر چیزی نوشته نشده، یا خود را از خوانندگان آن بیرون نوشته‌اید، null.",
    )
    fields = {
        "errors": attribute("errors", list_of(UserError), errors),
        name: attribute(name, output(node.label) | None, record),
    }
    text = say(f"The {en} written, or why not.", f"«{fa}» نوشته‌شده، یا دلیل نوشته نشدن.")
    make(strawberry.type, _HERE, f"{node.label}Payload", text, fields)


def _preview(node: Node) -> None:
    en, fa = node.words.label("en").lower(), node.words.label("fa")
    whose = {
        "everybody": ("Everybody: What whoever is not signed in reads.", "همگان: آنچه بازدیدکننده می‌خواند."),
        "members": ("Members: What members read.", "اعضا: آنچه اعضا می‌خوانند."),
        "partners": (
            "Partners: What its organization's partners read.",
            "شریکان: آنچه شریکان سازمانش می‌خوانند.",
        ),
        "own": ("Own: What its own organization reads.", "خود: آنچه سازمان خودش می‌خواند."),
    }
    fields = {
        name: attribute(name, output(node.label) | None, text_of(Words(*words)))
        for name, words in whose.items()
    }
    less = say(
        "The fields that others read less exactly than they were written.",
        "فیلدهایی که دیگران نادقیق‌تر از آنچه نوشته شده می‌خوانند.",
    )
    errors = say(
        "Why it cannot be published so; then nobody reads it.", "چرا چنین منتشر نمی‌شود؛ آنگاه کسی نمی‌خواند."
    )
    hints = say(
        "The words that hint at its author and are not acknowledged yet; give those that may stand.",
        "واژه‌هایی که نشانی از نویسنده دارند و هنوز پذیرفته نشده‌اند؛ آن‌ها را که می‌مانند بفرستید.",
    )
    fields["coarser"] = attribute("coarser", list_of(str), less)
    fields["hints"] = attribute("hints", list_of(str), hints)
    fields["errors"] = attribute("errors", list_of(UserError), errors)
    text = say(
        f"How the {en} would be read, once published. Nothing is written.",
        f"«{fa}» پس از انتشار چگونه خوانده می‌شود. چیزی نوشته نمی‌شود.",
    )
    make(strawberry.type, _HERE, f"{node.label}Preview", text, fields)


def _union(name: str, labels: tuple[str, ...], words: Words) -> None:
    members = reduce(or_, (output(label) for label in labels))
    setattr(_HERE, name, Annotated[members, strawberry.union(name, description=text_of(words))])


for _one in MODEL.unions.values():
    if _one.name != "Node":
        _union(_one.name, _one.labels, _one.words)
for _shape in MODEL.shapes.values():
    _object(_shape.name, _shape.words, iter(_shape.members))
for _node in MODEL.nodes.values():
    _object(_node.label, _node.words, _in_order(_node), *([Identified] if _node.prefix else []))
    if _node.prefix:
        _connection(_node.label, output(_node.label), SILENT)
    for _edge in _node.edges():
        if _edge.row is not None:
            _connection(_edge.row.name, output(_edge.to), _edge.row.words, _edge.told())
    if _node.life is not None:
        _payload(_node)
    if _node.life is not None and _node.anonymizable:
        _preview(_node)


def type_of(name: str) -> Any:
    """The type of that name."""
    return getattr(_HERE, name)
