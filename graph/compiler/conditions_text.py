"""Turn conditions, guards and patterns into Cypher.

Cypher's three-valued logic is kept out: a missing value fulfils nothing, and `NOT` of that is true,
so what stands under a negation is closed with `coalesce(…, false)`.
"""

from typing import assert_never

from graph.compiler.draft import Draft
from graph.compiler.text import conjunction, where
from graph.compiler.tree import (
    AllOf,
    Along,
    AnyOf,
    Compare,
    Condition,
    Hop,
    Never,
    Not,
    Operator,
    Quantifier,
    Through,
)
from graph.model.members import Direction, Edge, Kind, Property

_INFIX = {
    Operator.EQ: "=",
    Operator.IN: "IN",
    Operator.CONTAINS: "CONTAINS",
    Operator.STARTS_WITH: "STARTS WITH",
    Operator.LT: "<",
    Operator.LTE: "<=",
    Operator.GT: ">",
    Operator.GTE: ">=",
}


def guard(hop: Hop, n: str, parent: str | None) -> str:
    """The right to read the row in `n`. A hop without a guard has not been restricted."""
    assert hop.guard is not None, "a hop without rights is never emitted"
    if hop.guard.text is None:
        return "true"
    return hop.guard.text.replace("«row»", n).replace("«parent»", parent or "null")


def pattern(edge: Edge, parent: str, n: str, hop: Hop, r: str | None = None) -> str:
    """The pattern from `parent` along an edge to `n`, e.g. `(n1)<-[:ABOUT]-(n2:Lesson)`."""
    label = f":{hop.targets[0].label}" if len(hop.targets) == 1 else ""
    if edge.by is not None:
        return f"({n}{label})"
    hops = f"*{edge.hops[0]}..{edge.hops[1]}" if edge.hops else ""
    inner = f"[{r or ''}:{edge.type}{hops}]"
    match edge.direction:
        case Direction.OUT:
            return f"({parent})-{inner}->({n}{label})"
        case Direction.IN:
            return f"({parent})<-{inner}-({n}{label})"
        case Direction.BOTH:
            return f"({parent})-{inner}-({n}{label})"
        case _:
            assert_never(edge.direction)


def _shared(edge: Edge, parent: str, n: str) -> str:
    """The condition that two rows share the value which their edge stands for."""
    return "true" if edge.by is None else f"{n}.{edge.by} = {parent}.{edge.by}"


def condition(draft: Draft, given: Condition, n: str, *, negated: bool = False) -> str:
    """A condition on the row in `n`."""
    match given:
        case AllOf(of):
            return conjunction(condition(draft, c, n, negated=negated) for c in of) or "true"
        case AnyOf(of):
            return "(" + " OR ".join(condition(draft, c, n, negated=negated) for c in of or (Never(),)) + ")"
        case Not(of):
            return f"NOT ({condition(draft, of, n, negated=True)})"
        case Compare():
            text = _compare(draft, given, n)
            return f"coalesce({text}, false)" if negated else text
        case Through():
            return _through(draft, given, n)
        case Never(value):
            if value is not None:
                draft.unprinted(value)
            return "false"
        case _:
            assert_never(given)


def _compare(draft: Draft, compare: Compare, n: str) -> str:
    member, operator = compare.member, compare.operator
    value = draft.parameter(compare.value)
    if not isinstance(member, Property):
        here = f"({member.cypher(n, draft.see)})"
    elif operator in {Operator.CONTAINS, Operator.STARTS_WITH} and member.fold:
        here = f"{n}.{member.fold}"
    else:
        here = f"{n}.{member.name}"
    match operator:
        case Operator.IS_NULL:
            return f"({here} IS NULL) = {value}"
        case Operator.HAS:
            return f"{value} IN {here}"
        case _:
            return f"{here} {_INFIX[operator]} {value}"


def _through(draft: Draft, through: Through, n: str) -> str:
    hop = through.hop
    assert isinstance(hop.source, Along)
    m = draft.variable("n")
    way = pattern(hop.source.edge, n, m, hop)
    may = guard(hop, m, n)
    every = through.quantifier is Quantifier.EVERY
    inner = condition(draft, hop.condition, m, negated=every)
    inner = f"NOT ({inner})" if every else inner
    exists = f"EXISTS {{ {way}{where([may, _shared(hop.source.edge, n, m), inner])} }}"
    return exists if through.quantifier is Quantifier.SOME else f"NOT {exists}"


def lift(given: Condition) -> tuple[list[Through], Condition]:
    """Split off the parts a plan should start from: edges that lead to very few rows.

    As `EXISTS` they would be asked of every row of the label; as a `MATCH` the planner starts there.
    """
    assert isinstance(given, AllOf)  # what `plan_filter` makes of a filter
    lifted: list[Through] = []
    rest: list[Condition] = []
    for part in given.of:
        if isinstance(part, AllOf):
            inner, left = lift(part)
            lifted += inner
            rest.append(left)
        elif isinstance(part, Through) and part.quantifier is Quantifier.SOME and _selective(part):
            lifted.append(part)
        else:
            rest.append(part)
    return lifted, AllOf(tuple(rest))


def _selective(given: Condition) -> bool:
    match given:
        case AllOf(of):
            return any(_selective(part) for part in of)
        case Compare(Property(key=True), Operator.EQ | Operator.IN):
            return True
        case Through(Quantifier.SOME, hop):
            return _selective(hop.condition)
        case _:
            return False


def lifted(draft: Draft, through: Through, n: str) -> list[str]:
    """The MATCH clauses of a lifted part. Each its own: in one, two edges of a type must differ."""
    hop = through.hop
    assert isinstance(hop.source, Along)
    m = draft.variable("n")
    inner, rest = lift(hop.condition)
    way = pattern(hop.source.edge, n, m, hop)
    wheres = [guard(hop, m, n), _shared(hop.source.edge, n, m), condition(draft, rest, m)]
    if asks_for_id(rest):
        wheres.insert(0, f"{m}:Node")
    clauses = [f"MATCH {way}{where(wheres)}"]
    for below in inner:
        clauses += lifted(draft, below, m)
    return clauses


def asks_for_id(given: Condition) -> bool:
    """Whether a condition names ids. They are unique over all labels: their index is on `:Node`."""
    match given:
        case AllOf(of):
            return any(asks_for_id(part) for part in of)
        case Compare(Property(kind=Kind.ID, key=True), Operator.EQ | Operator.IN):
            return True
        case _:
            return False
