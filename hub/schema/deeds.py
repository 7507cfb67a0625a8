"""Turn deeds into mutations: an input with what each takes, a payload with what it gives or why not."""

import sys
from collections.abc import Iterator
from typing import Annotated, Any

import strawberry
from strawberry import UNSET

from graph.model.deeds import Deed
from graph.model.doing import DEEDS
from graph.model.members import Giving, Nested, Property
from hub.context import Context
from hub.resolvers import areas
from hub.resolvers.deeds import Does, do
from hub.resolvers.given import HOME
from hub.schema.making import Attribute, attribute, list_of, make, scalar
from hub.schema.types import UserError, output
from hub.texts import asked_text, say, text_of

_HERE = sys.modules[__name__]

_INPUT = say("What it needs.", "آنچه لازم دارد.")
_PAYLOAD = say("What was done, or why not.", "آنچه انجام شد، یا دلیل انجام نشدن.")
_ERRORS = say(
    "Empty when it was done; otherwise nothing else is told.",
    "اگر انجام شده باشد خالی است؛ وگرنه چیز دیگری گفته نمی‌شود.",
)


def mutations() -> Iterator[tuple[str, Attribute]]:
    """The fields of Mutation that are deeds."""
    for deed in DEEDS:
        payload = _payload(deed)
        yield deed.name, Attribute(payload, _mutation(deed, areas.does(deed), payload))


def _mutation(deed: Deed, does: Does, payload: Any) -> Any:
    """A root field `(input: …!)`, or without arguments where nothing is needed."""

    async def resolve(
        info: strawberry.Info[Context, Any],
        input: Any,  # noqa: A002 - the name clients know from Relay
    ) -> Any:
        return await do(info, deed, does, input)

    async def alone(info: strawberry.Info[Context, Any]) -> Any:
        return await do(info, deed, does, None)

    resolver = resolve if deed.takes else alone
    if deed.takes:
        resolve.__annotations__["input"] = Annotated[_input(deed), strawberry.argument(description=_INPUT)]
    resolver.__annotations__["return"] = payload
    return strawberry.mutation(resolver=resolver, description=text_of(deed.words), name=deed.name)


def _input(deed: Deed) -> Any:
    must = [member for member in deed.takes if _is_needed(member)]
    may = [member for member in deed.takes if not _is_needed(member)]
    fields = {member.name: _given(member) for member in (*must, *may)}
    return make(strawberry.input, _HERE, deed.input_name, _INPUT, fields)


def _is_needed(member: Property) -> bool:
    return member.required and member.given is not Giving.OPTIONAL


def _given(member: Property) -> Attribute:
    one, home = scalar(member.kind, member.enum), {HOME: member}
    kind = list_of(one) if member.many else one
    text = asked_text(member.words, required=_is_needed(member))
    if _is_needed(member):
        return attribute(member.name, kind, text, metadata=home)
    return attribute(member.name, kind | None, text, default=UNSET, metadata=home)


def _payload(deed: Deed) -> Any:
    fields = {member.name: _told(member) for member in deed.gives}
    fields["errors"] = attribute("errors", list_of(UserError), _ERRORS)
    return make(strawberry.type, _HERE, deed.payload_name, _PAYLOAD, fields)


def _told(member: Property | Nested) -> Attribute:
    one = output(member.to) if isinstance(member, Nested) else scalar(member.kind, member.enum)
    # Nothing of it is told where it was refused.
    kind = (list_of(one) if member.many else one) | None
    return attribute(member.name, kind, text_of(member.words))
