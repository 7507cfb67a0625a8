"""Join the schema to the model: arguments before it is built, resolvers after."""

from collections.abc import Iterable
from types import GenericAlias
from typing import Any

import strawberry
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLUnionType,
)
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument

from graph.compiler import Entry, EveryOf, ManyOf, OneOf
from graph.compiler.text import TYPE
from graph.compiler.values import DEFAULT_PAGE
from graph.limits import MAXIMUM_IN_LIST, MAXIMUM_PAGE
from graph.model.words import digits
from hub.resolvers.read import read
from hub.schema.filters import filter_of, sort_of
from hub.texts import say

ENTRY = "entry"
RESOLVER = "resolver"
"""Under it a field of Query keeps what resolves it, where that is no compiled read."""

# -- before the schema is built ------------------------------------------------------------------


def reads(entry: Entry, text: str | None, arguments: Iterable[StrawberryArgument] = ()) -> Any:
    """A root field that reads, starting at `entry`. `arguments`: those of a source; others follow."""
    field = strawberry.field(description=text, metadata={ENTRY: entry})
    field.arguments = [*_of_entry(entry), *arguments]
    return field


def resolved(resolver: Any, text: str | None, arguments: Iterable[StrawberryArgument]) -> Any:
    """A root field that a function of its own answers."""
    field = strawberry.field(description=text, metadata={RESOLVER: resolver})
    field.arguments = list(arguments)
    return field


def argument(name: str, kind: Any, description: str | None = None) -> StrawberryArgument:
    return StrawberryArgument(name, name, StrawberryAnnotation(kind), description=description)


def rows_arguments(label: str, *, connection: bool) -> list[StrawberryArgument]:
    arguments = [
        argument(
            "first",
            int | None,
            say(
                f"At most this many, 1 to {MAXIMUM_PAGE}; {DEFAULT_PAGE} when not given.",
                f"بیشینهٔ شمار، ۱ تا {digits(MAXIMUM_PAGE)}؛ اگر نیاید {digits(DEFAULT_PAGE)}.",
            ),
        )
    ]
    if connection:
        arguments += [
            argument(
                "after", str | None, say("Only rows after this cursor.", "تنها ردیف‌های پس از این نشانگر.")
            ),
            argument(
                "last",
                int | None,
                say(
                    f"At most this many from the end, 1 to {MAXIMUM_PAGE}.",
                    f"بیشینهٔ شمار از پایان، ۱ تا {digits(MAXIMUM_PAGE)}.",
                ),
            ),
            argument(
                "before", str | None, say("Only rows before this cursor.", "تنها ردیف‌های پیش از این نشانگر.")
            ),
        ]
    arguments.append(
        argument(
            "filter",
            filter_of(label) | None,
            say(
                "Only rows like this; all of them when not given, null or `{}`.",
                "تنها ردیف‌های چنین؛ اگر نیاید، null یا `{}` باشد همه.",
            ),
        )
    )
    sort = sort_of(label)
    if sort is not None:
        text = say(
            "By the first of these, then by the next; then by id.",
            "به نخستینِ این‌ها، سپس به بعدی؛ در پایان به شناسه.",
        )
        arguments.append(argument("sort", GenericAlias(list, (sort,)) | None, text))
    return arguments


def _of_entry(entry: Entry) -> Iterable[StrawberryArgument]:
    match entry:
        case EveryOf(label):
            yield from rows_arguments(label, connection=True)
        case OneOf():
            yield argument("id", strawberry.ID, say("The record's id.", "شناسهٔ رکورد."))
        case ManyOf():
            text = say(
                f"The ids of the records, {MAXIMUM_IN_LIST} at most.",
                f"شناسه‌های رکوردها، بیشینه {digits(MAXIMUM_IN_LIST)}.",
            )
            yield argument("ids", list[strawberry.ID], text)
        case _:
            pass


# -- after it is built ---------------------------------------------------------------------------


def bind(schema: strawberry.Schema) -> None:
    """Set every field's resolver."""
    core = schema._schema  # noqa: SLF001 - Strawberry has no public way to its graphql-core schema
    assert core.query_type is not None
    for field in core.query_type.fields.values():
        entry = entry_of(field)
        field.resolve = _metadata(field)[RESOLVER] if entry is None else _reader(entry)
    for named in core.type_map.values():
        if named.name.startswith("__") or named in {
            core.query_type,
            core.mutation_type,
            core.subscription_type,
        }:
            continue
        _bind_type(named)


def entry_of(field: GraphQLField | None) -> Entry | None:
    """Where the rows of a field of Query come from; None for what is no read, or what GraphQL has there."""
    entry: Entry | None = None
    if field is not None:
        entry = _metadata(field).get(ENTRY)
    return entry


def _metadata(field: GraphQLField) -> dict[str, Any]:
    metadata: dict[str, Any] = field.extensions["strawberry-definition"].metadata
    return metadata


def _bind_type(named: GraphQLNamedType) -> None:
    match named:
        case GraphQLObjectType():
            named.is_type_of = None
            for field in named.fields.values():
                field.resolve = _by_key
        case GraphQLInterfaceType() | GraphQLUnionType():
            named.resolve_type = _told_type
        case _:
            pass


def _reader(entry: Entry) -> Any:
    def resolve(_source: Any, info: GraphQLResolveInfo[Any], **_arguments: Any) -> Any:
        return read(info, entry)

    return resolve


def _by_key(source: Any, info: GraphQLResolveInfo[Any], **_arguments: Any) -> Any:
    return source[info.path.key]


def _told_type(value: Any, _info: Any, _type: Any) -> str:
    return str(value[TYPE])
