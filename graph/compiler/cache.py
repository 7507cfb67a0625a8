"""Keep the finished query of every shape of operation, and bind a request's values to it.

The key is the selection without its values, so two requests that differ in values share one text.
"""

import math
import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.compiler.depth import depth
from graph.compiler.emit import emit
from graph.compiler.finish import Finishing, finishings
from graph.compiler.plan import Entry, plan
from graph.compiler.select import Selections
from graph.compiler.selection import Field
from graph.compiler.tree import Role, Value
from graph.compiler.visibility import restrict
from graph.errors import QueryTooLarge, ValueRefused
from graph.limits import MAXIMUM_DEPTH, MAXIMUM_KEPT_QUERIES, MAXIMUM_ROWS
from graph.model.core import Model

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
    pages: tuple[tuple[Value, ...], ...]
    finishing: tuple[Finishing, ...]

    def bind(self, values: Sequence[Any]) -> dict[str, Any]:
        """The parameters for a request's values.

        Raises ValueRefused (with the place of the value) and QueryTooLarge.
        """
        bound = {name: self._one(value, values) for name, value in self.parameters}
        for pages in self.pages:
            rows = math.prod(self._one(page, values) for page in pages)
            if rows > MAXIMUM_ROWS:
                raise QueryTooLarge(rows=rows, maximum=MAXIMUM_ROWS)
        return bound

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
    """Compiles against one model, and remembers the last `capacity` shapes."""

    def __init__(self, model: Model, capacity: int = MAXIMUM_KEPT_QUERIES) -> None:
        self.model = model
        self.capacity = capacity
        self.selections = Selections(capacity)
        self._kept: OrderedDict[tuple[Field, Entry, Role, bool], Query] = OrderedDict()

    def query(self, field: Field, entry: Entry, role: Role, *, typed: bool = False) -> Query:
        """The query of a field for a role. Raises ValueRefused: arguments contradict, or it is too deep."""
        key = (field, entry, role, typed)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        planned = plan(field, entry, self.model)
        deep = depth(planned)
        if deep > MAXIMUM_DEPTH:
            raise ValueRefused("DOCUMENT_TOO_LARGE", depth=deep, maximum=MAXIMUM_DEPTH)
        restricted = restrict(planned, role, self.model)
        emitted = emit(restricted, typed=typed)
        names = tuple(sorted({*_NAME.findall(emitted.text)}))
        query = Query(field, emitted.text, names, emitted.parameters, emitted.pages, finishings(restricted))
        self._kept[key] = query
        if len(self._kept) > self.capacity:
            self._kept.popitem(last=False)
        return query
