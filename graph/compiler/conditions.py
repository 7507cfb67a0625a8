"""Turn a filter argument into a condition."""

from graph.compiler import values
from graph.compiler.selection import Argument, InputObject, Slot
from graph.compiler.tree import (
    AllOf,
    Along,
    AnyOf,
    Compare,
    Condition,
    Convert,
    Hop,
    Not,
    Operator,
    Quantifier,
    Through,
    Value,
)
from graph.model.core import Model
from graph.model.members import Computed, Edge, Kind, Property
from graph.model.nodes import ModelError, Node


def plan_filter(model: Model, node: Node, given: Argument) -> Condition:
    """The condition of a filter on rows of `node`. An absent or empty part asks for nothing."""
    assert isinstance(given, InputObject)  # validated before execution
    return AllOf(tuple(_part(model, node, name, value) for name, value in given.fields if value is not None))


def _part(model: Model, node: Node, name: str, given: Argument) -> Condition:
    match name, given:
        case "AND", tuple():
            return AllOf(tuple(plan_filter(model, node, item) for item in given))
        case "OR", tuple():
            return AnyOf(tuple(plan_filter(model, node, item) for item in given))
        case "NOT", InputObject():
            return Not(plan_filter(model, node, given))
    member = node.by_name.get(name)
    match member, given:
        case (Property() | Computed(), InputObject()):
            return AllOf(tuple(_compare(node, member, op, value) for op, value in given.fields))
        case (Edge(many=True, filter_only=False), InputObject()):
            return AllOf(
                tuple(
                    Through(Quantifier(quantifier), _hop(model, member, below))
                    for quantifier, below in given.fields
                    if below is not None
                )
            )
        case (Edge(), InputObject()):
            return Through(Quantifier.SOME, _hop(model, member, given))
    raise ModelError(f"{node.label} cannot be filtered by {name!r}.")


def _hop(model: Model, edge: Edge, given: Argument) -> Hop:
    (target,) = model.labels(edge.to)
    return Hop(Along(edge), (target,), plan_filter(model, target, given))


def _compare(node: Node, member: Property | Computed, name: str, given: Argument) -> Condition:
    if not isinstance(given, Slot):
        # `eq: null` asks for nothing, like every absent part; `isNull` asks for what is missing.
        return AllOf(())
    operator = Operator(name)
    return Compare(member, operator, Value(given, _convert(node, member, operator)))


def _convert(node: Node, member: Property | Computed, operator: Operator) -> Convert | None:
    match operator, member.kind:
        case Operator.IS_NULL, _:
            return None
        case ((Operator.CONTAINS | Operator.STARTS_WITH), _):
            return values.folded if isinstance(member, Property) and member.fold else values.cleaned
        case _, Kind.ID:
            one: Convert | None = values.identifier(node.prefix or "")
        case _, Kind.STRING:
            one = values.cleaned
        case _, (Kind.INT | Kind.RIAL):
            one = values.whole
        case _:
            one = None
    if operator is Operator.IN:
        return values.each(one or _same)
    return one


def _same(value: object) -> object:
    return value
