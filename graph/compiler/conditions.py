"""Turn a filter argument into a condition."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

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
from graph.errors import ValueRefused
from graph.model.core import Model
from graph.model.members import Computed, Edge, Kind, Property
from graph.model.nodes import ModelError, Node


@dataclass(frozen=True, slots=True)
class Filters:
    """What turns filters into conditions.

    `follow`: of what may be retired, all that count as one are found at the end of an edge by the key of any
    of them. Without it a key finds its own row only, which asks less of the database, and is the same for the
    key of what neither stands for anything nor has anything stand for it.
    """

    model: Model
    follow: bool = False

    def condition(
        self, node: Node, given: Argument, told: frozenset[str] = frozenset(), *, led: bool = False
    ) -> Condition:
        """The condition of a filter on rows of `node`; `told` are the properties that have one value already.

        `led`: the rows are at the end of an edge.

        `{}` asks for nothing. What names something and asks nothing of it would find every row, so it is
        refused: Raises ValueRefused FILTER_NULL, FILTER_EMPTY, FILTER_NEEDS_UNIT, `at` the part of the
        filter.
        """
        assert isinstance(given, InputObject)  # validated before execution
        if given.unset:
            raise ValueRefused("FILTER_EMPTY")
        told |= _told(given)
        return AllOf(tuple(self._part(node, name, value, told, led=led) for name, value in given.fields))

    def _part(self, node: Node, name: str, given: Argument, told: frozenset[str], *, led: bool) -> Condition:
        with _at(name):
            match name, given:
                case _, None:
                    raise ValueRefused("FILTER_NULL")
                case (("AND" | "OR"), tuple()):
                    inner: list[Condition] = []
                    for index, item in enumerate(given):
                        with _at(str(index)):
                            inner.append(self.condition(node, item, told, led=led))
                    return AllOf(tuple(inner)) if name == "AND" else AnyOf(tuple(inner))
                case "NOT", InputObject():
                    return Not(self.condition(node, given, told, led=led))
            member = node.by_name.get(name)
            match member, given:
                case (Property() | Computed()) | Edge(many=True, filter_only=False), InputObject(fields=()):
                    raise ValueRefused("FILTER_EMPTY")
                case (Property() | Computed(), InputObject()):
                    compared = AllOf(
                        tuple(_compare(node, member, op, value, told) for op, value in given.fields)
                    )
                    return self._alike(node, compared) if led and names(member, given) else compared
                case (Edge(many=True, filter_only=False), InputObject()):
                    return AllOf(tuple(self._quantified(member, *below) for below in given.fields))
                case (Edge(to=to), InputObject()) if to in self.model.unions:
                    return AllOf(tuple(self._of_several(member, given)))
                case (Edge(), InputObject()):
                    asked = Through(Quantifier.SOME, self._hop(member, given))
                    return _over(node.followed, node, asked) if led and member.filter_only else asked
        raise ModelError(f"{node.label} cannot be filtered by {name!r}.")

    def _quantified(self, edge: Edge, quantifier: str, given: Argument) -> Condition:
        with _at(quantifier):
            if given is None:
                raise ValueRefused("FILTER_NULL")
            return Through(Quantifier(quantifier), self._hop(edge, given))

    def _of_several(self, edge: Edge, given: InputObject) -> Iterator[Condition]:
        """What is asked of a row of one of several types: its id, or what a filter asks of one type."""
        targets = self.model.labels(edge.to)
        if not given.fields:
            yield Through(Quantifier.SOME, Hop(Along(edge), targets, AllOf(())))
        by_name = {type_field(node.label): node for node in targets}
        for name, part in given.fields:
            with _at(name):
                if part is None:
                    raise ValueRefused("FILTER_NULL")
                if name in by_name:
                    node = by_name[name]
                    hop = Hop(Along(edge), (node,), self.condition(node, part))
                else:
                    hop = Hop(Along(edge), targets, _ids(targets, part))
                yield Through(Quantifier.SOME, hop)

    def _hop(self, edge: Edge, given: Argument) -> Hop:
        (target,) = self.model.labels(edge.to)
        return Hop(Along(edge), (target,), self.condition(target, given, led=True))

    def _alike(self, node: Node, asked: Condition) -> Condition:
        """What is asked of a row, asked of any that counts as one with it."""
        return _over(node.same, node, asked) if self.follow else asked


def _told(given: InputObject) -> frozenset[str]:
    """The properties for which a filter allows one value."""
    parts = dict(given.fields)
    both = parts.get("AND")
    inner = (_told(item) for item in both if isinstance(item, InputObject)) if isinstance(both, tuple) else ()
    one = (
        name
        for name, operators in given.fields
        if isinstance(operators, InputObject) and any(operator == "eq" for operator, _ in operators.fields)
    )
    return frozenset(one).union(*inner)


@contextmanager
def _at(name: str) -> Iterator[None]:
    """Say of what is refused below in which part it stands."""
    try:
        yield
    except ValueRefused as error:
        raise error.within(name) from None


def names(member: Property | Computed, given: InputObject) -> bool:
    """Whether what is asked of a value names rows: by their key, one or some."""
    key = isinstance(member, Property) and member.key
    return key and any(op in _NAMING and value is not None for op, value in given.fields)


_NAMING = {Operator.EQ.value, Operator.IN.value}


def _over(way: Edge | None, node: Node, asked: Condition) -> Condition:
    """What is asked of a row, asked of any that a way over its successors leads to."""
    return asked if way is None else Through(Quantifier.SOME, Hop(Along(way), (node,), AllOf((asked,))))


def _ids(targets: tuple[Node, ...], given: Argument) -> Condition:
    """What is asked of the id of a row of several types."""
    assert isinstance(given, InputObject)
    if not given.fields:
        raise ValueRefused("FILTER_EMPTY")
    member = targets[0].by_name["id"]
    assert isinstance(member, Property)
    one = values.identifier(*(node.prefix for node in targets if node.prefix is not None))
    asked: list[Condition] = []
    for name, value in given.fields:
        if not isinstance(value, Slot):
            raise ValueRefused("FILTER_NULL", at=name)
        convert = {Operator.EQ: one, Operator.IN: values.each(one)}[Operator(name)]
        asked.append(Compare(member, Operator(name), Value(value, convert)))
    return AllOf(tuple(asked))


def type_field(label: str) -> str:
    """The part of a filter on rows of several types that asks of those of one.

    >>> type_field("ResourceOffer")
    'resourceOffer'
    """
    return label[0].lower() + label[1:]


def _compare(
    node: Node, member: Property | Computed, name: str, given: Argument, told: frozenset[str]
) -> Condition:
    operator = Operator(name)
    if operator is Operator.EQ and given is None:
        return Compare(member, Operator.IS_NULL, Value(None, default=True))
    if not isinstance(given, Slot):
        raise ValueRefused("FILTER_NULL", at=name)
    unit = member.unit if isinstance(member, Property) else None
    if unit is not None and operator is not Operator.IS_NULL and unit not in told:
        raise ValueRefused("FILTER_NEEDS_UNIT", unit=unit)
    return Compare(member, operator, Value(given, _convert(node, member, operator)))


def _convert(node: Node, member: Property | Computed, operator: Operator) -> Convert | None:
    match operator, member.kind:
        case Operator.IS_NULL, _:
            return None
        case ((Operator.CONTAINS | Operator.STARTS_WITH), _):
            return values.folded_part if isinstance(member, Property) and member.fold else values.part
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
