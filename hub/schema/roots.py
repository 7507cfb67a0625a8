"""The roots of the contract: what can be read, and what can be done."""

import sys
from collections.abc import Iterator
from types import GenericAlias
from typing import Annotated, Any

import strawberry
from graphql import GraphQLResolveInfo

from graph.compiler import EveryOf, ManyOf, OneOf
from graph.limits import MAXIMUM_IDEMPOTENCY_KEY, MAXIMUM_KEY_DAYS
from graph.model import MODEL
from graph.model.common import Visibility
from graph.model.life import Move
from graph.model.members import Access
from graph.model.nodes import Node
from graph.model.words import digits
from hub.context import Context
from hub.resolvers import areas
from hub.resolvers.preview import preview
from hub.resolvers.write import payload_field, write
from hub.schema import deeds
from hub.schema.discovery import FIELDS
from hub.schema.inputs import input_of
from hub.schema.making import Attribute, distinct, list_of, make
from hub.schema.types import Identified, output, type_of
from hub.schema.wiring import argument, reads, resolved
from hub.texts import say, text_of

_HERE = sys.modules[__name__]
_KEY = say(
    f"With the same key and input sent again within {MAXIMUM_KEY_DAYS} days, the change is made once."
    f" At most {MAXIMUM_IDEMPOTENCY_KEY} characters.",
    f"با همین کلید و ورودی، تغییر تا {digits(MAXIMUM_KEY_DAYS)} روز یک بار انجام می‌شود."
    f" بیشینه {digits(MAXIMUM_IDEMPOTENCY_KEY)} نویسه.",
)

_INPUT = say("What the change needs.", "آنچه برای این تغییر لازم است.")

TYPES = tuple(type_of(label) for label in MODEL.nodes)
_RECORDS = tuple(node for node in MODEL.nodes.values() if node.plural is not None)


def _reading() -> Iterator[tuple[str, Attribute]]:
    for node in _RECORDS:
        yield from _of_record(node)
    yield (
        "node",
        Attribute(
            Identified | None,
            reads(
                OneOf("Node"),
                say(
                    "Whatever has this id and may be read by you.",
                    "هر چه این شناسه را دارد و می‌توانید بخوانید.",
                ),
            ),
        ),
    )
    yield (
        "nodes",
        Attribute(
            list_of(Identified | None),
            reads(
                ManyOf("Node"),
                say("One entry an id, in that order.", "برای هر شناسه یک درایه، به همان ترتیب."),
            ),
        ),
    )
    yield from FIELDS.items()


def _of_record(node: Node) -> Iterator[tuple[str, Attribute]]:
    assert node.plural is not None
    every, all_fa = node.plural.words.label("en").lower(), node.plural.words.label("fa")
    open_ = node.access is Access.OPEN
    many = say(
        f"All {every}." if open_ else f"All {every} you may read.",
        f"همه: {all_fa}." if open_ else f"همه: {all_fa}، تا جایی که می‌توانید بخوانید.",
    )
    yield node.plural.name, Attribute(output(f"{node.label}Connection"), reads(EveryOf(node.label), many))
    if node.life is not None or open_:
        one = say(f"One {node.words.label('en').lower()}.", f"یک «{node.words.label('fa')}».")
        yield payload_field(node.label), Attribute(output(node.label) | None, reads(OneOf(node.label), one))
    if node.life is not None and node.anonymizable:
        yield f"preview{node.label}", Attribute(type_of(f"{node.label}Preview"), _previews(node))


def _previews(node: Node) -> Any:
    """A root field `(id:, visibility:, acknowledge:)` that shows a record as if it were published."""

    async def resolve(
        _source: Any,
        info: GraphQLResolveInfo[Any],
        id: str,  # noqa: A002 - the name clients know
        visibility: Visibility,
        acknowledge: list[str] | None = None,
    ) -> Any:
        return await preview(info, node, id, visibility, acknowledge or [])

    en, fa = node.words.label("en").lower(), node.words.label("fa")
    return resolved(
        resolve,
        say(
            f"How a {en} of yours would be read by every audience, before it is published.",
            f"«{fa}» شما پیش از انتشار: هر گروه از خوانندگان چگونه آن را می‌خواند.",
        ),
        (
            argument("id", strawberry.ID, say("The record's id.", "شناسهٔ رکورد.")),
            argument(
                "visibility", Visibility, say("To whom it would be published.", "برای چه کسانی منتشر شود.")
            ),
            argument(
                "acknowledge",
                GenericAlias(list, (str,)) | None,
                say("Words that may stand, as in `publish`.", "واژه‌هایی که می‌مانند، همچون انتشار."),
            ),
        ),
    )


def _writing() -> Iterator[tuple[str, Attribute]]:
    for node in _RECORDS:
        if node.life is not None:
            for name, move in node.life.mutations():
                yield name, Attribute(type_of(f"{node.label}Payload"), _writes(node, move))
    yield from deeds.mutations()
    areas.expect_no_strangers()


def _writes(node: Node, move: Move) -> Any:
    """A root field that writes: `(input: …!, idempotencyKey: String)`."""
    rule = areas.rule(node, move)

    async def resolve(
        info: strawberry.Info[Context, Any],
        input: Any,  # noqa: A002 - the name clients know from Relay
        idempotency_key: Annotated[str | None, strawberry.argument(description=_KEY)] = None,
    ) -> Any:
        return await write(info, node, move, rule, input, idempotency_key)

    resolve.__annotations__["input"] = Annotated[
        input_of(node, move), strawberry.argument(description=_INPUT)
    ]
    resolve.__annotations__["return"] = type_of(f"{node.label}Payload")
    return strawberry.mutation(resolver=resolve, description=text_of(move.words), name=move.mutation)


QUERY = make(
    strawberry.type,
    _HERE,
    "Query",
    say(
        "Everything that can be read. Each field is one query of the graph.",
        "هر چه می‌توان خواند. هر فیلد یک پرس‌وجو از گراف است.",
    ),
    distinct("Query", _reading()),
)
MUTATION = make(
    strawberry.type,
    _HERE,
    "Mutation",
    say(
        "Everything that can be done. Each move of a record is one transaction with its event. A token needs"
        " the scope that docs/lives.md names: `publish`, or `exchange`.",
        "هر چه می‌توان کرد. هر گام رکورد یک تراکنش با رخداد آن است. توکن اجازه‌ای را می‌خواهد که docs/lives.md"
        " می‌گوید: `publish` یا `exchange`.",
    ),
    distinct("Mutation", _writing()),
)
