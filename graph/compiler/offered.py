"""Leave retired terms out of lists of terms, which are what is offered to whoever writes.

A filter that names terms by their keys, or asks for their status, gets what it asks for.
"""

from graph.compiler.conditions import names
from graph.compiler.selection import Argument, InputObject
from graph.compiler.tree import Along, Compare, Every, Operator, Value
from graph.model.members import Computed, Direction, Property
from graph.model.nodes import Node
from graph.model.terms import IN_USE, STATUS


def in_use(source: Every | Along, node: Node, given: Argument) -> Compare | None:
    """The condition that a list holds what is in use; None for one that is no choice of terms."""
    if node.successor is None or not _is_choice(source, node):
        return None
    if _names(node, given) or _asks_for_status(given):
        return None
    status = node.by_name[STATUS.name]
    assert isinstance(status, Property)
    return Compare(status, Operator.EQ, Value(None, default=IN_USE.value))


def _is_choice(source: Every | Along, node: Node) -> bool:
    """Whether rows are all terms, or those right below one."""
    if isinstance(source, Every):
        return True
    above = {edge.type for edge in node.edges() if edge.to == node.label and not edge.many}
    assert node.successor is not None
    up = above - {node.successor.type}
    return source.edge.direction is Direction.IN and source.edge.type in up


def _names(node: Node, given: Argument) -> bool:
    """Whether every row that fulfills a filter is named by it."""
    match given:
        case InputObject(fields):
            return any(_part_names(node, name, part) for name, part in fields)
        case _:
            return False


def _part_names(node: Node, name: str, given: Argument) -> bool:
    match name, given:
        case "AND", tuple():
            return any(_names(node, one) for one in given)
        case "OR", tuple():
            return all(_names(node, one) for one in given)
        case "NOT", _:
            return False
    member = node.by_name.get(name)
    return isinstance(member, Property | Computed) and isinstance(given, InputObject) and names(member, given)


def _asks_for_status(given: Argument) -> bool:
    match given:
        case InputObject(fields):
            combined = (part for name, part in fields if name in {"AND", "OR", "NOT"})
            return STATUS.name in dict(fields) or any(_asks_for_status(part) for part in combined)
        case tuple():
            return any(_asks_for_status(one) for one in given)
        case _:
            return False
