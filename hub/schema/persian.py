"""The same schema, described in Persian: what introspection answers to whoever asks in it."""

from collections.abc import Iterator
from typing import Any

from graphql import GraphQLSchema, build_schema, print_schema

from hub.texts import PERSIAN


def in_persian(core: GraphQLSchema) -> GraphQLSchema:
    """A copy of a schema in which every description of ours is Persian. It is only to be introspected."""
    copied = build_schema(print_schema(core), assume_valid=True)
    for described in descriptions(copied):
        described.description = PERSIAN.get(described.description, described.description)
    return copied


def descriptions(schema: GraphQLSchema) -> Iterator[Any]:
    """Whatever of our own types has a description: types, fields, arguments and values."""
    for named in schema.type_map.values():
        if named.name.startswith("__") or named.name in _BUILT_IN:
            continue
        yield from (part for part in _parts(named) if part.description)


_BUILT_IN = {"ID", "String", "Int", "Float", "Boolean"}


def _parts(named: Any) -> Iterator[Any]:
    yield named
    yield from getattr(named, "values", {}).values()
    for field in getattr(named, "fields", {}).values():
        yield field
        yield from getattr(field, "args", {}).values()
