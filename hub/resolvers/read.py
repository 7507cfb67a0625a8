"""Every query passes here: compile, run, hand back."""

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
    if not context.completed:
        value = await _run(context, selection, entry, more, typed=False)
        if value is None:
            return None
        json = orjson.dumps(value)
        if _HOLE_JSON not in json:
            return Answer(json)
    # The graph lacks a value that the schema promises: graphql-core turns it into the spec's error.
    return without_holes(await _run(context, selection, entry, more, typed=True))


async def _run(
    context: Context, selection: Selection, entry: Entry, more: dict[str, Any], *, typed: bool
) -> Any:
    query: Query = context.compiler.query(selection.field, entry, context.viewer.role, typed=typed)
    parameters = query.bind(selection.values) | context.parameters() | more
    # What a query does not use costs it time all the same: a moment takes the driver longer than an id.
    sent = {name: parameters[name] for name in query.names}
    value = await context.connection.value(query.text, sent, context.bookmark)
    finish(value, query.finishing, parameters)
    return value


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
