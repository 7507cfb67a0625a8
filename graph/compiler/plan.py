"""Turn a selection and the model into a plan: every name resolved, every page bounded."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from graph.compiler import values
from graph.compiler.conditions import Filters
from graph.compiler.offered import in_use
from graph.compiler.selection import Argument, Field, InputObject, Name, Slot
from graph.compiler.tree import (
    AllOf,
    Along,
    ById,
    Case,
    Computation,
    Condition,
    Connection,
    Convert,
    Cursor,
    EdgeLeaf,
    Edges,
    Every,
    FromSource,
    Hop,
    Inside,
    Item,
    Leaf,
    Listing,
    Lookup,
    NodeOf,
    Nodes,
    Nothing,
    OrderKey,
    Page,
    PageInfo,
    Plan,
    Projection,
    Root,
    Single,
    Source,
    TotalCount,
    Typename,
    Value,
)
from graph.errors import ValueRefused
from graph.model.core import Model
from graph.model.members import Computed, Edge, Finished, Kind, Nested, Property
from graph.model.nodes import ModelError, Node, Shape


@dataclass(frozen=True, slots=True)
class EveryOf:
    """A root field over all nodes of a label: a connection or a list."""

    label: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """A root field `…(id:)` for one node of a label or a union."""

    name: str


@dataclass(frozen=True, slots=True)
class ManyOf:
    """A root field `…(ids:)` for nodes of a union: an entry an id."""

    name: str


Entry: TypeAlias = EveryOf | OneOf | ManyOf | Source
"""Where a root field starts."""


def plan(field: Field, entry: Entry, model: Model, *, follow: bool = False) -> Plan:
    """The plan of one root field. Raises ModelError when the schema asks for what is not there.

    `follow`: see `Filters`.
    """
    return Plan(_Planner(Filters(model, follow), field).root(field, entry))


class _Planner:
    """Plans one root field against the model of its filters."""

    def __init__(self, filters: Filters, top: Field) -> None:
        self.model = filters.model
        self.filters = filters
        self.top = top
        self.given: dict[str, Value] = {}

    def root(self, field: Field, entry: Entry) -> Root:
        match entry:
            case EveryOf(label):
                hop = self._filtered(Every(), label, field)
                return self._rows(field, hop, edge=None)
            case OneOf(name):
                convert = values.identifier(*self._prefixes(name))
                hop = self._hop(ById(_value(field.argument("id"), convert)), name)
                return Single(field.key, hop, self._projection(field, hop), field.required)
            case ManyOf(name):
                convert = values.each(values.identifier(*self._prefixes(name)))
                hop = self._hop(ById(Value(None)), name)
                ids = _value(field.argument("ids"), convert)
                return Lookup(field.key, ids, hop, self._projection(field, hop))
            case Source():
                return self._computation(field, entry)
            case _:
                assert_never(entry)

    def _prefixes(self, name: str) -> list[str]:
        return [node.prefix for node in self.model.labels(name) if node.prefix is not None]

    def _computation(self, field: Field, source: Source) -> Computation:
        converts, defaults = dict(source.converts), dict(source.defaults)
        self.given = {
            name: Value(_slot(_inside(field, name)), converts.get(name), defaults.get(name))
            for name in {**converts, **defaults}
            if _inside(field, name) is not None or name in defaults
        }
        planned = tuple(self._conditions(field, source))
        below = Projection((self._case(field, source.shape),))
        origin = FromSource(source, tuple(self.given.items()), planned, self._most(source.most))
        return Computation(field.key, origin, below, many=field.many)

    def _conditions(self, field: Field, source: Source) -> Iterator[tuple[str, Node, Condition]]:
        """What the arguments of a source ask of rows. No part of its input objects asks for nothing."""
        filters = dict(source.filters)
        parted = {name.partition(".")[0] for name, _ in source.converts if "." in name}
        for name, argument in field.arguments:
            if not isinstance(argument, InputObject):
                continue
            with self._asking(field, name):
                if name in filters:
                    (node,) = self.model.labels(filters[name])
                    yield name, node, self.filters.condition(node, argument)
                elif name in parted:
                    _expect_asking(argument)

    def _most(self, most: int | str | None) -> Value | None:
        return Value(None, default=most) if isinstance(most, int) else self.given.get(most or "")

    def _hop(self, source: Every | Along | ById | Inside, to: str) -> Hop:
        return Hop(source, self.model.labels(to), AllOf(()), shape=self.model.shapes.get(to))

    def _filtered(self, source: Every | Along, to: str, field: Field) -> Hop:
        hop, given = self._hop(source, to), field.argument("filter")
        node = hop.targets[0]
        asked: Condition = AllOf(())
        if given is not None:
            with self._asking(field, "filter"):
                asked = self.filters.condition(node, given, led=isinstance(source, Along))
        offered = in_use(source, node, given)
        return replace(hop, condition=asked if offered is None else AllOf((asked, offered)))

    @contextmanager
    def _asking(self, field: Field, argument: str) -> Iterator[None]:
        """Say of what is refused below which argument of which field it was."""
        try:
            yield
        except ValueRefused as error:
            raise error.within(argument, path=self.top.way(field) or ()) from None

    def _rows(self, field: Field, hop: Hop, edge: Edge | None) -> Listing | Connection:
        connection = not field.many
        page = self._page(field, hop, edge, connection=connection)
        if connection:
            return self._connection(field, hop, page, edge)
        return Listing(field.key, hop, page, self._projection(field, hop))

    def _page(self, field: Field, hop: Hop, edge: Edge | None, *, connection: bool) -> Page:
        node = hop.targets[0]
        order = _order(node, field.argument("sort"))
        first, last = _slot(field.argument("first")), _slot(field.argument("last"))
        if first is not None and last is not None:
            raise self._refused("FIRST_AND_LAST", last)
        tie = "id" if node.prefix is not None else None
        parallel = edge.apart() if connection and edge is not None else None
        ties = ([Kind.ID] if tie else []) + ([parallel.kind] if parallel else [])
        cursor = values.cursor(order, ties)
        return Page(
            order,
            tie=tie,
            parallel=parallel,
            limit=Value(last or first, values.page_size, values.DEFAULT_PAGE),
            backwards=last is not None,
            after=_value(field.argument("after"), cursor) if connection and field.argument("after") else None,
            before=_value(field.argument("before"), cursor)
            if connection and field.argument("before")
            else None,
        )

    def _refused(self, code: str, slot: Slot) -> ValueRefused:
        place = self.top.place(slot)
        assert place is not None
        path, argument = place
        return ValueRefused(code, at=argument, path=path)

    def _connection(self, field: Field, hop: Hop, page: Page, edge: Edge | None) -> Connection:
        ((_, selected),) = field.on
        parts: list[Edges | Nodes | PageInfo | TotalCount | Typename] = []
        for part in selected:
            match part.name:
                case "edges":
                    parts.append(self._edges(part, hop, edge))
                case "nodes":
                    parts.append(Nodes(part.key, self._projection(part, hop)))
                case "pageInfo":
                    ((_, of),) = part.on
                    parts.append(PageInfo(part.key, tuple((f.key, f.name) for f in of)))
                case "totalCount":
                    parts.append(TotalCount(part.key))
                case "__typename":
                    parts.append(Typename(part.key))
                case name:
                    raise ModelError(f"{field.type} has a field {name!r} that no connection has.")
        return Connection(field.key, field.type, hop, page, tuple(parts))

    def _edges(self, field: Field, hop: Hop, edge: Edge | None) -> Edges:
        ((type_, selected),) = field.on
        known = {member.name: member for member in edge.told()} if edge else {}
        items: list[Cursor | NodeOf | EdgeLeaf | Nothing | Typename] = []
        for item in selected:
            match item.name:
                case "cursor":
                    items.append(Cursor(item.key))
                case "node":
                    items.append(NodeOf(item.key, self._projection(item, hop)))
                case "__typename":
                    items.append(Typename(item.key))
                case name if name in known:
                    items.append(EdgeLeaf(item.key, known[name]))
                case name:
                    raise ModelError(f"{type_} has a field {name!r} that the model's edge has not.")
        return Edges(field.key, type_, tuple(items))

    def _projection(self, field: Field, hop: Hop) -> Projection:
        if hop.shape is not None:
            return Projection((self._case(field, hop.shape),))
        return Projection(tuple(self._case(field, node) for node in hop.targets))

    def _case(self, field: Field, on: Node | Shape) -> Case:
        for type_, selected in field.on:
            if type_ == on.name:
                keys = {item.name: item.key for item in selected}
                return Case(on, tuple(self._item(item, on, keys) for item in selected))
        raise ModelError(f"{field.type} may be a {on.name} in the model, and may not in the schema.")

    def _item(self, field: Field, on: Node | Shape, keys: Mapping[str, str]) -> Item:
        """What answers for a field; `keys` are those of all that is selected beside it, by their names."""
        if field.name == "__typename":
            return Typename(field.key)
        member = on.by_name.get(field.name)
        match member:
            case Property() | Computed():
                return Leaf(field.key, member, field.required, field.on)
            case Finished():
                beside = keys.get(member.found_by) if member.found_by else None
                return Leaf(field.key, member, field.required, field.on, beside)
            case Edge(many=False):
                hop = self._hop(Along(member), member.to)
                return Single(field.key, hop, self._projection(field, hop), field.required)
            case Edge():
                hop = self._filtered(Along(member), member.to, field)
                return self._rows(field, hop, member)
            case Nested(many=False):
                hop = self._hop(Inside(member), member.to)
                return Single(field.key, hop, self._projection(field, hop), field.required)
            case Nested():
                hop = self._hop(Inside(member), member.to)
                most = self._most(member.most)
                return Listing(field.key, hop, None, self._projection(field, hop), most)
            case None:
                raise ModelError(f"{on.name} has a field {field.name!r} that the model has not.")
            case _:
                assert_never(member)


def _slot(argument: Argument) -> Slot | None:
    return argument if isinstance(argument, Slot) else None


def _inside(field: Field, name: str) -> Argument:
    """The argument of that name; a dot leads into an input object."""
    first, *rest = name.split(".")
    argument = field.argument(first)
    for part in rest:
        argument = dict(argument.fields).get(part) if isinstance(argument, InputObject) else None
    return argument


def _expect_asking(given: InputObject) -> None:
    """Raises ValueRefused where an input object names what it asks nothing of."""
    if given.unset:
        raise ValueRefused("FILTER_EMPTY")
    for name, part in given.fields:
        if part is None:
            raise ValueRefused("FILTER_NULL", at=name)


def _value(argument: Argument, convert: Convert) -> Value:
    return Value(_slot(argument), convert)


def _order(node: Node, sort: Argument) -> tuple[OrderKey, ...]:
    """The order asked for, or the label's own. A later key on the same property adds nothing."""
    asked = sort if isinstance(sort, tuple) else (sort,)
    # What only members read orders nothing: a cursor would tell it.
    by_name = {enum_name(member.name): member for member in node.sorts() if not _is_closed(member)}
    keys: dict[str, OrderKey] = {}
    for name in asked:
        if isinstance(name, Name):
            stem, _, direction = name.value.rpartition("_")
            if stem not in by_name:
                raise ModelError(f"{node.label} cannot be sorted by {name.value!r}.")
            keys.setdefault(stem, OrderKey(by_name[stem], direction == "ASC"))
    if keys:
        return tuple(keys.values())
    return tuple(
        OrderKey(member, ascending)
        for name, ascending in node.order
        if isinstance(member := node.by_name[name], Property)
    )


def _is_closed(member: Property | Computed) -> bool:
    return isinstance(member, Property) and member.members_only


def enum_name(name: str) -> str:
    """A property's name as an enum value.

    >>> enum_name("createdAt")
    'CREATED_AT'
    """
    return "".join(f"_{c}" if c.isupper() else c for c in name).upper()
