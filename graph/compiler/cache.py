"""Keep the finished query of every shape of operation, and bind a request's values to it.

The key is the selection without its values, so two requests that differ in values share one text.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.compiler.depth import depth
from graph.compiler.emit import emit
from graph.compiler.finish import Finishing, finishings
from graph.compiler.plan import Entry, plan
from graph.compiler.price import PLANNING, Price, dearest, price
from graph.compiler.select import Selections
from graph.compiler.selection import Field
from graph.compiler.tree import Role, Value
from graph.compiler.visibility import restrict
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_DEPTH, MAXIMUM_KEPT_TEXT, MAXIMUM_PLANS
from graph.model.core import Model
from graph.recent import Recent

_NAME = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class Query:
    """A finished query. `parameters` pair a name with the value it gets from a request.

    `names` are all that its text uses: these, and those of every query (the viewer, the day …).
    """

    field: Field
    text: str
    names: tuple[str, ...]
    parameters: tuple[tuple[str, Value], ...]
    finishing: tuple[Finishing, ...]
    price: Price

    def points(self, values: Sequence[Any], most: int | None = None) -> int:
        """What it costs for a request's values; with `most`, if no page had more rows than that."""

        return self.price.points(self.size(values, most))

    def size(self, values: Sequence[Any], most: int | None = None) -> Callable[[Value], int]:
        """What tells the rows of a page in a request; none has more than `most`."""

        def size(page: Value) -> int:
            rows = int(self._one(page, values))
            return rows if most is None else min(rows, most)

        return size

    def bind(self, values: Sequence[Any]) -> dict[str, Any]:
        """The parameters for a request's values.

        Raises ValueRefused, with the place of the value.
        """
        return {name: self._one(value, values) for name, value in self.parameters}

    def _one(self, value: Value, values: Sequence[Any]) -> Any:
        if value.slot is None:
            return value.default
        given = values[value.slot.index]
        if value.convert is None:
            return given
        try:
            return value.convert(given)
        except ValueRefused as error:
            place = self.field.place(value.slot)
            if place is None:
                raise
            path, argument = place
            raise error.within(argument, path=path) from None


class Compiler:
    """Compiles against one model, and remembers the queries used last: `most` characters of text."""

    def __init__(self, model: Model, most: int = MAXIMUM_KEPT_TEXT) -> None:
        self.model = model
        self.selections = Selections()
        self.kept: Recent[tuple[Field, Entry, Role, bool, bool], Query] = Recent(most)
        self._planned: Recent[str, bool] = Recent(MAXIMUM_PLANS)

    def query(
        self, field: Field, entry: Entry, role: Role, *, typed: bool = False, follow: bool = False
    ) -> Query:
        """The query of a field for a role; `follow` where its filters name what counts as one with another.

        Raises ValueRefused: arguments contradict, or it is too deep.
        """
        key = (field, entry, role, typed, follow)
        found = self.kept.get(key)
        if found is not None:
            return found
        planned = plan(field, entry, self.model, follow=follow)
        deep = depth(planned)
        if deep > MAXIMUM_DEPTH:
            raise ValueRefused("DOCUMENT_TOO_LARGE", depth=deep, maximum=MAXIMUM_DEPTH)
        restricted = restrict(planned, role, self.model)
        emitted = emit(restricted, typed=typed)
        names = tuple(sorted({*_NAME.findall(emitted.text)}))
        query = Query(
            field,
            emitted.text,
            names,
            emitted.parameters,
            finishings(restricted),
            price(restricted),
        )
        self.kept.put(key, query, len(query.text))
        return query

    def dearest(self, query: Query, entry: Entry, values: Sequence[Any]) -> tuple[str, ...]:
        """The names that lead from the root field of a query to where most of its price is spent."""
        return dearest(plan(query.field, entry, self.model), query.size(values))

    def planning(self, query: Query) -> int:
        """The points it costs to plan a query; none where the database has done so lately."""
        return 0 if query.text in self._planned else PLANNING * len(query.text)

    def ran(self, query: Query) -> None:
        """Note that the database has planned a query; it forgets the one used longest ago."""
        self._planned.put(query.text, True)
