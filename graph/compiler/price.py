"""What a plan costs before it runs: how many rows and values Neo4j has to look at, by a fixed formula.

The formula knows no data, so a request has one price on every hub (docs/limits.md has it in words, with
examples). A point is meant to be some microseconds of the database; docs/performance.md has what was seen.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from graph.compiler.conditions_text import lift
from graph.compiler.tree import (
    AllOf,
    Along,
    AnyOf,
    Compare,
    Computation,
    Condition,
    Connection,
    Edges,
    Every,
    Hop,
    Item,
    Leaf,
    Listing,
    Lookup,
    Never,
    NodeOf,
    Nodes,
    Not,
    Nothing,
    Page,
    PageInfo,
    Plan,
    Projection,
    Single,
    Through,
    TotalCount,
    Typename,
    Value,
)
from graph.model.members import Access, Computed, Direction, Edge, Finished, Property
from graph.model.nodes import Node, Shape

Types: TypeAlias = tuple[Node | Shape, ...]

ROW = 10
"""What reaching a row and asking for the right to it costs, in tenths of a point."""
VALUE = 1
"""What a value of it costs."""
WORKED_OUT = 50
"""What a value costs that is worked out from other rows, in Cypher or in Python."""
NEIGHBOURS = 5
"""How many rows lie along an edge, where no page says."""
CROWD = 200
"""How many, along an edge to the records of a term or an organization."""
LABEL = 1_000
"""How many rows of a type are looked at, where neither an index nor a page says."""
PLANNING = 5
"""What each character of its text costs where the database has not planned it yet, in points."""


@dataclass(frozen=True, slots=True)
class Price:
    """Tenths of a point: `fixed`, and for each page its rows times what one of them costs."""

    fixed: int = 0
    pages: tuple[tuple[Value, "Price"], ...] = ()

    def __add__(self, other: "Price") -> "Price":
        return Price(self.fixed + other.fixed, self.pages + other.pages)

    def __mul__(self, times: int) -> "Price":
        return Price(self.fixed * times, tuple((size, row * times) for size, row in self.pages))

    def tenths(self, size_of: Callable[[Value], int]) -> int:
        """The whole, in tenths, with pages of these sizes."""
        return self.fixed + sum(size_of(size) * row.tenths(size_of) for size, row in self.pages)

    def points(self, size_of: Callable[[Value], int]) -> int:
        """The whole, in points."""
        return -(-self.tenths(size_of) // 10)


FREE = Price()


def price(plan: Plan) -> Price:
    """What a plan costs."""
    root = plan.root
    match root:
        case Computation(origin=origin, below=below):
            looked = sum(LABEL * _condition(condition, ()) for _, _, condition in origin.filters)
            row = _below(below)
            rows = row if origin.most is None else Price(pages=((origin.most, row),))
            return Price(origin.source.price * 10 + looked) + rows
        case Lookup(ids=ids, below=below):
            return Price(pages=((replace(ids, convert=len), Price(ROW) + _below(below)),))
        case Single() | Listing() | Connection():
            return _item(root, ())
        case _:
            assert_never(root)


def dearest(plan: Plan, size_of: Callable[[Value], int]) -> tuple[str, ...]:
    """The keys that lead from the root to where most of the price is spent.

    They go on as long as one item costs more than all beside it.
    """
    root = plan.root
    inside = [((), root.below)] if isinstance(root, Computation | Lookup) else _inside(root)
    way: tuple[str, ...] = ()
    while True:
        priced = [
            (_item(item, (case.type,)).tenths(size_of), (*keys, item.key), item)
            for keys, projection in inside
            for case in projection.cases
            for item in case.items
        ]
        most, keys, item = max(priced, key=lambda one: one[0], default=(0, (), None))
        if item is None or 2 * most <= sum(cost for cost, _, _ in priced):
            return way
        way += keys
        inside = _inside(item)


def _inside(item: Item) -> list[tuple[tuple[str, ...], Projection]]:
    """What is answered for the rows below an item, with the keys that lead there."""
    match item:
        case Single(below=below) | Listing(below=below):
            return [((), below)]
        case Connection(parts=parts):
            return [
                *(((part.key,), part.below) for part in parts if isinstance(part, Nodes)),
                *(
                    ((part.key, one.key), one.below)
                    for part in parts
                    if isinstance(part, Edges)
                    for one in part.items
                    if isinstance(one, NodeOf)
                ),
            ]
        case _:
            return []


def _below(projection: Projection) -> Price:
    """What a row answers with: where it may be of several types, that of the dearest."""
    cases = [sum((_item(item, (case.type,)) for item in case.items), FREE) for case in projection.cases]
    return max(cases, key=lambda one: one.tenths(lambda _size: NEIGHBOURS), default=FREE)


def _item(item: Item, at: Types) -> Price:
    """What an item costs in a row of one of these types; at the root there is none."""
    match item:
        case Nothing() | Typename():
            return FREE
        case Leaf(member=member):
            return Price(_value(member))
        case Single(hop=hop, below=below):
            return Price(_reached(hop)) + _below(below)
        case Listing(hop=hop, page=page, below=below, most=most):
            size = most if page is None else page.limit
            row = Price(ROW) + _below(below)
            rows = row * NEIGHBOURS if size is None else Price(pages=((size, row),))
            return Price(_looked_at(hop, page, at)) + rows
        case Connection():
            return _connection(item, at)
        case _:
            assert_never(item)


def _value(member: Property | Computed | Finished) -> int:
    match member:
        case Property() | Computed(flat=True):
            return VALUE
        case Computed() | Finished():
            return WORKED_OUT
        case _:
            assert_never(member)


def _connection(connection: Connection, at: Types) -> Price:
    whole = FREE
    for part in connection.parts:
        match part:
            case Nodes(below=below):
                whole += _page(connection, _below(below), at)
            case Edges(items=items):
                nodes = sum((_below(item.below) for item in items if isinstance(item, NodeOf)), FREE)
                whole += _page(connection, Price(VALUE * len(items)) + nodes, at)
            case TotalCount():
                whole += Price(_counted(connection.hop, at))
            case PageInfo() | Typename():
                pass
            case _:
                assert_never(part)
    return whole


def _page(connection: Connection, row: Price, at: Types) -> Price:
    rows = Price(pages=((connection.page.limit, Price(ROW) + row),))
    return Price(_looked_at(connection.hop, connection.page, at)) + rows


def _looked_at(hop: Hop, page: Page | None, at: Types) -> int:
    """What it costs to find the rows of a page, beside those that are on it."""
    worked_out = page is not None and any(isinstance(key.property, Computed) for key in page.order)
    each = _reached(hop) + (WORKED_OUT if worked_out else 0)
    if isinstance(hop.source, Every) and each == ROW:
        return 0  # It walks an index in order, as far as the page goes.
    return _rows(hop, at) * each


def _counted(hop: Hop, at: Types) -> int:
    return _rows(hop, at) * _reached(hop)


def _rows(hop: Hop, at: Types) -> int:
    """How many rows a hop leads to, from one row of these types."""
    match hop.source:
        case Every():
            return _rows_of(hop)
        case Along(edge):
            return _rows_along(edge, at)
        case _:
            return NEIGHBOURS


def _rows_of(hop: Hop) -> int:
    """How many rows of a type a filter looks at: fewer, where it names what they lead to."""
    leads, _ = lift(hop.condition)
    return CROWD if leads else LABEL


def _reached(hop: Hop) -> int:
    # Where every row of a type is asked, the crowds of some are outweighed by the many that have none.
    return ROW + _condition(hop.condition, () if isinstance(hop.source, Every) else hop.targets)


def _condition(condition: Condition, at: Types) -> int:
    """What it costs to ask a condition of one row, of one of these types; with none, of one among all."""
    match condition:
        case AllOf(of) | AnyOf(of):
            return sum(_condition(part, at) for part in of)
        case Not(of):
            return _condition(of, at)
        case Through(hop=hop):
            assert isinstance(hop.source, Along)
            return _rows_along(hop.source.edge, at) * _reached(hop)
        case Compare(member=member):
            return _value(member)
        case Never():
            return 0
        case _:
            assert_never(condition)


def _rows_along(edge: Edge, at: Types) -> int:
    if edge.hops is not None:
        return edge.hops[1]
    if edge.by is not None:  # A term, and the few that were merged into it.
        return 1
    if not edge.many:
        return 1
    # Terms and organizations are what everything hangs on.
    crowded = edge.direction is Direction.IN and any(
        isinstance(node, Node) and node.access is Access.OPEN for node in at
    )
    return CROWD if crowded else NEIGHBOURS
