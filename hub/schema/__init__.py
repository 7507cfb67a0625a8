"""The contract: Query and Mutation, and every type that hangs on them, made from the model."""

import strawberry
from graphql import print_schema

from hub.schema.roots import MUTATION, QUERY, TYPES
from hub.schema.scalars import CONFIG
from hub.schema.wiring import attach_arguments, bind

attach_arguments(TYPES, QUERY)
SCHEMA = strawberry.Schema(query=QUERY, mutation=MUTATION, types=TYPES, config=CONFIG)
bind(SCHEMA)
CORE = SCHEMA._schema  # noqa: SLF001 - Strawberry has no public way to its graphql-core schema


def sdl() -> str:
    """The schema in GraphQL's schema definition language."""
    return print_schema(CORE) + "\n"
