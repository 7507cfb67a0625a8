"""The contract: Query, Mutation and Subscription, and every type that hangs on them, made from the model."""

from functools import cache

import strawberry
from graphql import GraphQLSchema, print_schema

from hub.schema.persian import in_persian
from hub.schema.roots import MUTATION, QUERY, TYPES
from hub.schema.scalars import CONFIG
from hub.schema.subscriptions import SUBSCRIPTION
from hub.schema.wiring import bind

SCHEMA = strawberry.Schema(
    query=QUERY, mutation=MUTATION, subscription=SUBSCRIPTION, types=TYPES, config=CONFIG
)
bind(SCHEMA)
CORE = SCHEMA._schema  # noqa: SLF001 - Strawberry has no public way to its graphql-core schema


@cache
def described(language: str) -> GraphQLSchema:
    """The schema as introspection tells it in 'fa' or 'en'. Only the English one can be executed."""
    return in_persian(CORE) if language == "fa" else CORE


def sdl(language: str = "en") -> str:
    """The schema in GraphQL's schema definition language, described in 'en' or 'fa'."""
    return print_schema(described(language)) + "\n"
