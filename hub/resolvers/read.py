"""Every query passes here: compile, run, hand back."""

from dataclasses import dataclass
from typing import Any

import orjson
from graphql import GraphQLResolveInfo
from graphql.execution import Executor

from graph.compiler import Entry, Query, Selection
from graph.compiler.finish import finish
from hub.context import HOLE, Context


class Answer:
    """What Neo4j answered in the response's own shape, as JSON: nothing is left to complete."""

    __slots__ = ("json",)

    def __init__(self, json: bytes) -> None:
        self.json = orjson.Fragment(json)


class HubExecutor(Executor[Any]):
    """graphql-core's executor, except that it leaves an `Answer` as it is."""

    def complete_value(
        self,
        return_type: Any,
        field_details_list: Any,
        info: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        if type(result) is Answer:
            return result.json
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)


async def read(info: GraphQLResolveInfo[Any], entry: Entry) -> Any:
    """The answer to a root field: one query, whatever is selected below it."""
    return await answer(info.context, info.context.compiler.selections.select(info), entry)


async def answer(context: Context, selection: Selection, entry: Entry, **more: Any) -> Any:
    """The answer to a selection; `more` are further parameters of a source.

    Raises ValueRefused, QueryTooLarge, DatabaseUnavailable.
    """
    told = await answered(context, selection, entry, **more)
    if told is not HOLED:
        return told
    # graphql-core turns it into the spec's error.
    asked = ask(context, selection, entry, typed=True)
    return asked.answer(await _run(context, asked, more))


async def answered(context: Context, selection: Selection, entry: Entry, **more: Any) -> Any:
    """The answer to a selection as it first comes, with HOLED for one that lacks a promised value."""
    asked = ask(context, selection, entry)
    return asked.answer(await _run(context, asked, more))


HOLED = object()
"""Stands for an answer that lacks a value the schema promises."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the request's own `values` and those that all queries may use.

    `typed` where graphql-core completes its answer.
    """

    query: Query
    values: dict[str, Any]
    common: dict[str, Any]
    typed: bool

    def answer(self, value: Any) -> Any:
        """What the query answered, finished: an `Answer`, or None, or HOLED."""
        finish(value, self.query.finishing, self.values | self.common)
        if self.typed:
            return without_holes(value)
        if value is None:
            return None
        json = orjson.dumps(value)
        return HOLED if _HOLE_JSON in json else Answer(json)


def ask(context: Context, selection: Selection, entry: Entry, *, typed: bool = False) -> Asked:
    """What to ask the graph for a selection. Raises ValueRefused, QueryTooLarge."""
    typed = typed or context.completed
    query = context.compiler.query(selection.field, entry, context.viewer.role, typed=typed)
    return Asked(query, query.bind(selection.values), context.parameters(), typed)


async def _run(context: Context, asked: Asked, more: dict[str, Any]) -> Any:
    parameters = asked.values | asked.common | more
    # What a query does not use costs it time all the same: a moment takes the driver longer than an id.
    sent = {name: parameters[name] for name in asked.query.names}
    return await context.connection.value(asked.query.text, sent, context.bookmark)


_HOLE_JSON = orjson.dumps(HOLE)


def without_holes(value: Any) -> Any:
    """An answer with null where a promised value is missing."""
    match value:
        case dict():
            return {key: without_holes(inner) for key, inner in value.items()}
        case list():
            return [without_holes(inner) for inner in value]
        case _:
            return None if value == HOLE else value
