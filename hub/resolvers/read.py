"""Every read passes here: bound to a request, run, and its answer handed on."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import GraphQLResolveInfo

from graph.compiler import Entry, Query, Role, Selection, Slot, Source
from graph.compiler.finish import finish, is_quick
from graph.compiler.visibility import Sight
from graph.errors import AnswerTooLarge, ValueRefused
from graph.limits import MAXIMUM_ANSWER, MAXIMUM_CHEAP_POINTS
from graph.model import MODEL
from graph.queries.readable import readable
from hub.aside import aside
from hub.context import HOLE, Context
from hub.merged import followed


class Answer:
    """What Neo4j answered in the response's own shape, as JSON: nothing is left to complete."""

    __slots__ = ("json",)

    def __init__(self, json: bytes) -> None:
        self.json = orjson.Fragment(json)


class Incomplete:
    """A typed answer, with null for every value that is missing: graphql-core completes it."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


@dataclass(slots=True)
class Reading:
    """A root field compiled for a viewer, with the request's own `values` and those of every query.

    `typed` where its rows say their types, for graphql-core to complete them.
    """

    context: Context
    selection: Selection
    entry: Entry
    query: Query
    values: dict[str, Any]
    common: dict[str, Any]
    typed: bool

    async def answer(self, **more: Any) -> Answer | Incomplete:
        """The answer; `more` are further parameters of a source. Raises DatabaseUnavailable."""
        value = await self._run(more)
        if not value and isinstance(self.entry, Source):
            await self._expect_there(self.entry)
        return await self.answer_of(value, **more)

    async def answer_of(self, value: Any, **more: Any) -> Answer | Incomplete:
        """The answer that a value of the query is.

        One that lacks what the schema promises is read again with types: where the gap shows, and what
        is null because of it, graphql-core says.
        """
        if self.query.finishing:
            await self._finish(value)
        if self.selection.names is not None:  # To go beside the event loop costs more than most answers take.
            value = await aside(self.selection.called, value)
        if self.typed:
            return Incomplete(without_holes(value))
        json = orjson.dumps(value)
        if len(json) > MAXIMUM_ANSWER:
            raise AnswerTooLarge
        if _HOLE_JSON in json or (value is None and self.selection.field.required):
            again = bound(self.context, self.selection, self.entry, typed=True)
            return await again.answer(**more)
        return Answer(json)

    async def _finish(self, value: Any) -> None:
        todo, given = self.query.finishing, self.values | self.common
        if is_quick(value, todo):  # Another thread would cost a page of reports twice what it takes.
            finish(value, todo, given)
        else:
            await aside(finish, value, todo, given)

    def points(self, most: int | None = None) -> int:
        """What it costs, or would with pages of `most` rows, once it is planned."""
        return self.query.points(self.selection.values, most)

    def dearest(self) -> str:
        """Where in the answer most of its price is spent."""
        query, values = self.query, self.selection.values
        inside = self.context.compiler.dearest(query, self.entry, values)
        return ".".join(self.selection.way((self.selection.field.key, *inside)))

    def root(self) -> str:
        """The field of the answer that it is."""
        return ".".join(self.selection.way((self.selection.field.key,)))

    def _is_dear(self) -> bool:
        return self.points() + self.context.compiler.planning(self.query) > MAXIMUM_CHEAP_POINTS

    async def _expect_there(self, source: Source) -> None:
        """Raises ValueRefused NOT_FOUND where not all is there that a source was asked about.

        Asked where nothing was found, so that what is found costs nothing more. What is hidden is not there.
        """
        field, given = self.selection.field, self.selection.values
        for name, label in source.asks_about:
            slot = field.argument(name)
            if not isinstance(slot, Slot) or given[slot.index] is None:
                continue
            context, id_ = self.context, followed(given[slot.index], self.context.merged.organizations)
            see = Sight(context.viewer.role, MODEL)
            if not await readable(context.database, see, label, id_, self.common, context.bookmark):
                error = ValueRefused("NOT_FOUND").within(name, path=(field.key,))
                raise error.led(self.selection.way(error.path))

    async def _run(self, more: dict[str, Any]) -> Any:
        await self.context.bill.pay()
        parameters = {**self.values, **self.common, **more, "rate": self.context.bill.parameter()}
        # What a query does not use costs it time all the same: a moment takes the driver longer than an id.
        sent = {name: parameters[name] for name in self.query.names}
        async with self.context.share.turn(dear=self._is_dear()):
            value = await self.context.database.value(self.query.text, sent, self.context.bookmark)
        self.context.compiler.ran(self.query)
        return value


def bound(
    context: Context,
    selection: Selection,
    entry: Entry,
    *,
    typed: bool = False,
) -> Reading:
    """The reading of a selection, on the bill of its request; ids that have gone are followed.

    Raises ValueRefused.
    """
    typed = typed or context.completed
    try:
        query, values = compiled(context, selection, entry, context.viewer.role, typed=typed)
    except ValueRefused as error:
        raise error.led(selection.way(error.path)) from None
    reading = Reading(context, selection, entry, query, values, context.parameters(), typed)
    context.bill.add(reading.points, reading.dearest)
    context.bill.plan(query.text, context.compiler.planning(query), reading.root)
    return reading


def compiled(
    context: Context, selection: Selection, entry: Entry, role: Role, *, typed: bool
) -> tuple[Query, dict[str, Any]]:
    """The query of a selection and the parameters of its values; what was merged is followed.

    Raises ValueRefused.
    """
    merged = context.merged
    query = context.compiler.query(selection.field, entry, role, typed=typed)
    values = query.bind(selection.values)
    if merged.names_terms(values.values()):
        query = context.compiler.query(selection.field, entry, role, typed=typed, follow=True)
        values = query.bind(selection.values)
    return query, followed(values, merged.organizations) if merged.organizations else values


def read(info: GraphQLResolveInfo[Any], entry: Entry) -> Incomplete | Awaitable[Answer | Incomplete]:
    """The answer to a root field: one query, whatever is selected below it.

    It is bound at once, so that all root fields are on the bill before the first of them is paid.
    """
    if isinstance(info.root_value, Incomplete):  # It was read straight, and graphql-core is to complete it.
        return info.root_value
    context: Context = info.context
    return bound(context, context.compiler.selections.select(info), entry).answer()


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
