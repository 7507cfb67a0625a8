"""Measure how deep a plan goes: the most edges it walks one inside the other, filters included.

Each is a subquery inside a subquery, whichever way it is written, and what Neo4j takes to plan them
grows fast: twelve take twenty times as long as four, fourteen a hundred times, thirty no end.
"""

from typing import assert_never

from graph.compiler.tree import (
    AllOf,
    Along,
    AnyOf,
    ById,
    Compare,
    Computation,
    Condition,
    Connection,
    Edges,
    Every,
    Hop,
    Inside,
    Item,
    Leaf,
    Listing,
    Lookup,
    Never,
    NodeOf,
    Nodes,
    Not,
    Nothing,
    PageInfo,
    Plan,
    Projection,
    Single,
    Through,
    TotalCount,
    Typename,
)


def depth(plan: Plan) -> int:
    """The most edges that are walked one inside the other."""
    match plan.root:
        case Computation(origin=origin, below=below):
            return max(_below(below), *(_condition(c) for _, _, c in origin.filters), 0)
        case Lookup(hop=hop, below=below):
            return _hop(hop, _below(below))
        case Single() | Listing() | Connection() as item:
            return _item(item)
        case _:
            assert_never(plan.root)


def _below(projection: Projection) -> int:
    return max((_item(item) for case in projection.cases for item in case.items), default=0)


def _item(item: Item) -> int:
    match item:
        case Leaf() | Nothing() | Typename():
            return 0
        case Single(hop=hop, below=below) | Listing(hop=hop, below=below):
            return _hop(hop, _below(below))
        case Connection(hop=hop, parts=parts):
            return _hop(hop, max((_part(part) for part in parts), default=0))
        case _:
            assert_never(item)


def _part(part: Edges | Nodes | PageInfo | TotalCount | Typename) -> int:
    match part:
        case Nodes(below=below):
            return _below(below)
        case Edges(items=items):
            return max((_below(item.below) for item in items if isinstance(item, NodeOf)), default=0)
        case PageInfo() | TotalCount() | Typename():
            return 0
        case _:
            assert_never(part)


def _hop(hop: Hop, below: int) -> int:
    inner = max(below, _condition(hop.condition))
    match hop.source:
        case Every() | ById():
            return inner
        case Along() | Inside():
            return inner + 1
        case _:
            assert_never(hop.source)


def _condition(condition: Condition) -> int:
    match condition:
        case AllOf(of) | AnyOf(of):
            return max((_condition(part) for part in of), default=0)
        case Not(of):
            return _condition(of)
        case Through(hop=hop):
            return _hop(hop, 0)
        case Compare() | Never():
            return 0
        case _:
            assert_never(condition)
