"""Add the viewer's reading rights to a plan. The only place where they are added.

Every place where a row is reached is a `Hop`, and every hop gets a `Guard` here: root, nested list,
edge, count, filter, node(id). Sources and computed values get theirs through `see`.

An anonymized record is readable by members, but nothing may lead from it to its owners or back:

- an edge that is not `open` is closed, at both ends, for all but the owners;
- an open edge between two records of one owner is closed unless both are anonymized, so that a
  named lesson does not name the author of the failure it was drawn from.

Administrators and trustees read whatever its organization does not keep to itself, and are told no author
either: what is or was anonymized, they read as members do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import assert_never

from graph.compiler.tree import (
    AllOf,
    Along,
    AnyOf,
    Case,
    Compare,
    Computation,
    Condition,
    Connection,
    Cursor,
    EdgeLeaf,
    Edges,
    FromSource,
    Guard,
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
    Role,
    Root,
    Single,
    Through,
    TotalCount,
    Typename,
)
from graph.model.access import Audience
from graph.model.common import ANSWERED
from graph.model.core import Model
from graph.model.events import UNTOLD
from graph.model.members import Access, Direction, Edge, Property
from graph.model.nodes import Node, Shape
from graph.model.remarks import HIDDEN, STANDING

_ANONYMIZED = f"'{Audience.ANONYMIZED.value}'"
_HIDDEN = f"[{_ANONYMIZED}, '{Audience.AUTHORS.value}']"
"""The audiences of what tells nobody but its owners whose it is."""

_FLAT = {Access.OPEN, Access.MEMBERS, Access.OWNED}
"""What is read by its own values alone, without a walk to another record."""

_MEMBERS = [Audience.PUBLIC.value, Audience.MEMBERS.value, Audience.ANONYMIZED.value]
_KEEPERS = [audience.value for audience in Audience if audience is not Audience.AUTHORS]
AUDIENCES: dict[Role, list[str]] = {
    Role.ANONYMOUS: [Audience.PUBLIC.value],
    Role.MEMBER: _MEMBERS,
    Role.COORDINATOR: [*_MEMBERS, Audience.COORDINATORS.value],
    Role.ADMINISTRATOR: _KEEPERS,
}
"""The audiences a role belongs to whatever its organization; the parameter `$viewer.audiences`."""


def restrict(plan: Plan, role: Role, model: Model) -> Plan:
    """The plan, with the rights of `role` at every place where it reaches a row."""
    return Plan(_Restricted(role, model).root(plan.root), Sight(role, model))


@dataclass(frozen=True, slots=True)
class Sight:
    """The rights of a role as Cypher, for computed values and sources (see `model.core.See`)."""

    role: Role
    model: Model

    def __call__(self, variable: str, *labels: str) -> str:
        """The condition to read a row of the labels in any variable; `true` where all may."""
        if len(labels) > 1:
            text = _row_rights([self.model.nodes[of] for of in labels], self.role, self.model)
        else:
            text = _row_right(self.model.nodes[labels[0]], self.role, self.model) or "true"
        return text.replace("«row»", variable)

    def then(self, version: str, record: str) -> str:
        """The condition to read a version of a record that the viewer reads as it is today."""
        return _then_right(self.role).replace("«row»", version).replace("«parent»", record)

    def owns(self, variable: str) -> str:
        """The condition that the viewer's organization owns the row; administrators stand in for all whose
        records do not keep from them whose they are."""
        match self.role:
            case Role.ANONYMOUS:
                return "false"
            case Role.ADMINISTRATOR:
                return _open_to(variable, self.role)
            case _:
                return f"$viewer.organization IN {variable}.ownerIds"

    def along(self, parent: str, label: str, edge: str, variable: str) -> str:
        """The condition to walk an edge of `label` and read the row at its end."""
        here = self.model.nodes[label]
        way = here.edge(edge)
        rights = [
            (
                target,
                " AND ".join(filter(None, _walk_rights(way, here, target, self.role, self.model))) or None,
            )
            for target in self.model.labels(way.to)
        ]
        text = rights[0][1] or "true" if len(rights) == 1 else _cases(rights)
        return text.replace("«row»", variable).replace("«parent»", parent)

    def open_to(self, record: str) -> str:
        """The condition to know who is behind a record that the viewer reads; `true` where all may."""
        return _open_to(record, self.role)

    def together(self, one: str, other: str) -> str:
        """The condition to show two records of any labels beside each other, as over an open edge."""
        if self.role is Role.ANONYMOUS:
            return "true"
        return " AND ".join(
            f"({self.open_to(here)} OR {there}.audience = {_ANONYMIZED}"
            f" OR none(owner IN coalesce({there}.ownerIds, []) WHERE owner IN {here}.ownerIds))"
            for here, there in ((one, other), (other, one))
        )


class _Restricted:
    """One pass over a plan for one role."""

    def __init__(self, role: Role, model: Model) -> None:
        self.role = role
        self.model = model

    def root(self, root: Root) -> Root:
        """The root of a plan, with its rights."""
        match root:
            case Computation():
                return replace(root, origin=self._origin(root.origin), below=self._projection(root.below))
            case Lookup():
                return replace(root, hop=self._hop(root.hop, None), below=self._projection(root.below))
            case Single() | Listing():
                return replace(root, hop=self._hop(root.hop, None), below=self._projection(root.below))
            case Connection():
                return self._connection(root, None)
            case _:
                assert_never(root)

    def _origin(self, origin: FromSource) -> FromSource:
        return replace(
            origin,
            filters=tuple((name, node, self._condition(c, node)) for name, node, c in origin.filters),
        )

    def _projection(self, projection: Projection) -> Projection:
        return Projection(
            tuple(
                Case(case.type, tuple(self._item(item, case.type) for item in case.items))
                for case in projection.cases
            )
        )

    def _item(self, item: Item, on: Node | Shape) -> Item:
        match item:
            case Leaf(key, Property(members_only=True)) if self.role is Role.ANONYMOUS:
                return Nothing(key)
            case Leaf() | Nothing() | Typename():
                return item
            case Single() | Listing():
                return replace(item, hop=self._hop(item.hop, on), below=self._projection(item.below))
            case Connection():
                return self._connection(item, on)
            case _:
                assert_never(item)

    def _connection(self, connection: Connection, on: Node | Shape | None) -> Connection:
        parts = tuple(self._part(part) for part in connection.parts)
        return replace(connection, hop=self._hop(connection.hop, on), parts=parts)

    def _part(
        self, part: Edges | Nodes | PageInfo | TotalCount | Typename
    ) -> Edges | Nodes | PageInfo | TotalCount | Typename:
        match part:
            case Nodes():
                return replace(part, below=self._projection(part.below))
            case Edges():
                return replace(part, items=tuple(self._edge_item(item) for item in part.items))
            case PageInfo() | TotalCount() | Typename():
                return part
            case _:
                assert_never(part)

    def _edge_item(
        self, item: Cursor | NodeOf | EdgeLeaf | Nothing | Typename
    ) -> Cursor | NodeOf | EdgeLeaf | Nothing | Typename:
        match item:
            case NodeOf():
                return replace(item, below=self._projection(item.below))
            case EdgeLeaf(key, Property(members_only=True)) if self.role is Role.ANONYMOUS:
                return Nothing(key)
            case Cursor() | EdgeLeaf() | Nothing() | Typename():
                return item
            case _:
                assert_never(item)

    def _hop(self, hop: Hop, parent: Node | Shape | None) -> Hop:
        condition = self._condition(hop.condition, hop.targets[0]) if hop.targets else hop.condition
        return replace(hop, condition=condition, guard=self._guard(hop, parent))

    def _guard(self, hop: Hop, parent: Node | Shape | None) -> Guard:
        rights: list[tuple[Node, str | None]] = []
        for node in hop.targets:
            parts = [_row_right(node, self.role, self.model)]
            if isinstance(hop.source, Along) and isinstance(parent, Node):
                parts = _walk_rights(hop.source.edge, parent, node, self.role, self.model)
            rights.append((node, " AND ".join(part for part in parts if part is not None) or None))
        if not rights or (len(rights) == 1 and not isinstance(hop.source, Inside)):
            return Guard(rights[0][1] if rights else None)
        anybody = all(text is None for _, text in rights)
        if isinstance(hop.source, Inside) and hop.source.nested.sure and anybody:
            return Guard(None)  # To look at the labels of both ends would cost a sixth of a map's answer.
        flat = all(node.access in _FLAT for node in hop.targets)
        if isinstance(hop.source, Along):
            return Guard(_cases(rights), flat)
        return Guard(_row_rights(hop.targets, self.role, self.model), flat)

    def _condition(self, condition: Condition, on: Node) -> Condition:
        match condition:
            case AllOf(of):
                return AllOf(tuple(self._condition(c, on) for c in of))
            case AnyOf(of):
                return AnyOf(tuple(self._condition(c, on) for c in of))
            case Not(of):
                return Not(self._condition(of, on))
            case Compare(Property(members_only=True), value=value) if self.role is Role.ANONYMOUS:
                return Never(value)
            case Compare() | Never():
                return condition
            case Through():
                return replace(condition, hop=self._hop(condition.hop, on))
            case _:
                assert_never(condition)


def _cases(rights: Sequence[tuple[Node, str | None]]) -> str:
    """The right to rows of several types: each by its own, and no other type at all.

    Asked case by case: of ORs with ANDs in them Neo4j makes ANDs of ORs before it plans, all that it takes,
    and what goes on from a row of one type it would do from all.
    """
    labels: dict[str, list[str]] = {}
    for node, text in rights:
        labels.setdefault(text or "true", []).append(node.label)
    labels.pop("false", None)
    if set(labels) <= {"true"}:
        return f"«row»:{'|'.join(labels['true'])}" if labels else "false"
    cases = " ".join(f"WHEN «row»:{'|'.join(names)} THEN {text}" for text, names in labels.items())
    return f"CASE {cases} ELSE false END"


def _row_rights(nodes: Sequence[Node], role: Role, model: Model) -> str:
    """The right to rows of several types, whichever way they were reached.

    Whoever reads a version reads its record, too. Where that may be any of them, the cases are asked of it:
    in a case of versions they would all stand once more, and Neo4j planned a question for a node for seconds.
    """
    kept = [
        (node, node.parent) for node in nodes if node.access is Access.HISTORY and node.parent is not None
    ]
    among = [(node, way) for node, way in kept if all(of in nodes for of in model.labels(way.to))]
    if not among:
        return _cases([(node, _row_right(node, role, model)) for node in nodes])
    ((past, way),) = among
    rights = [(node, _row_right(node, role, model)) for node in nodes if node is not past]
    left, right_arrow = _arrow(way)
    subject = f"head([(«row»){left}[:{way.type}]{right_arrow}(subject) | subject])"
    today = _cases(rights).replace("«row»", "itself")
    then = _then_right(role).replace("«parent»", "itself")
    return (
        f"any(itself IN [CASE WHEN «row»:{past.label} THEN {subject} ELSE «row» END]"
        f" WHERE {today} AND (NOT «row»:{past.label} OR {then}))"
    )


def _row_right(node: Node, role: Role, model: Model) -> str | None:
    """The right to read a row, whichever way it was reached. None: everybody may."""
    if node.access is Access.AUDIT:
        return _audit_right(node, role, model)
    match node.access:
        case Access.OPEN:
            return None
        case Access.MEMBERS:
            return "false" if role is Role.ANONYMOUS else None
        case Access.OWNED:
            return _audience_right(role)
        case Access.PARENT:
            return _parent_right(node, role, model)
        case Access.HISTORY:
            return _history_right(node, role, model)
        case Access.JUDGED:
            return _judged_right(node, role, model)
        case Access.ASKED if role is Role.ANONYMOUS:
            return "false"
        case Access.ASKED:
            return _asked_right(node, role, model)
        case Access.ATTACHED:
            return _attached_right(node, role, model)
        case Access.SAID:
            return _said_right(role, model)
        case _:
            assert_never(node.access)


def _audit_right(node: Node, role: Role, model: Model) -> str:
    """The right to read who did something: administrators have it, but for what would name an author.

    What is anonymized is told without a name, or waits for that until its month is over; a part of it, and
    what is claimed about it, has the same author.
    """
    if role is not Role.ADMINISTRATOR:
        return "false"
    assert node.parent is not None
    told = model.nodes[node.parent.to]
    (subject,) = (edge for edge in told.edges() if edge.open)
    ways = "|".join(_ways_to_anonymized(model))
    whole = f"(about)-[:{ways}]-(whole) WHERE whole.audience IN {_HIDDEN}"
    unnamed = f"about.audience IN {_HIDDEN} OR EXISTS {{ {whole} }}"
    right = Sight(role, model)("told", told.label)
    named = (
        f"NOT told.audience IN {_HIDDEN} AND told.{UNTOLD} IS NULL AND {right}"
        f" AND NOT EXISTS {{ {_way('told', subject, 'about')} WHERE {unnamed} }}"
    )
    return f"NOT EXISTS {{ {_way('«row»', node.parent, f'told:{told.label}')} WHERE NOT ({named}) }}"


def _ways_to_anonymized(model: Model) -> list[str]:
    """The relationships between what may be anonymized and its parts, and what is claimed about it."""
    return sorted(
        {
            node.parent.type
            for node in model.nodes.values()
            if node.parent is not None
            and node.access in {Access.PARENT, Access.ASKED}
            and any(whole.anonymizable for whole in model.labels(node.parent.to))
        }
    )


def _way(one: str, edge: Edge, other: str) -> str:
    left, right = _arrow(edge)
    return f"({one}){left}[:{edge.type}]{right}({other})"


def _audience_right(role: Role) -> str:
    if role is Role.ANONYMOUS:
        return f"«row».audience = '{Audience.PUBLIC.value}'"
    return (
        "(«row».audience IN $viewer.audiences OR $viewer.organization IN «row».ownerIds"
        f" OR («row».audience = '{Audience.PARTNERS.value}'"
        " AND any(owner IN «row».ownerIds WHERE owner IN $viewer.partners)))"
    )


def _asked_right(node: Node, role: Role, model: Model) -> str:
    """The right to read a claim: its author's, and of whoever is asked, once it may answer.

    What it has confirmed stands there for others: it reads the claim, and can take its word back, where the
    record was closed to it since, too. Nothing leads it to one that was anonymized.
    """
    assert node.parent is not None
    of = model.nodes[node.parent.to]
    right = (_row_right(of, role, model) or "true").replace("«row»", "whole")
    known = f"({right} OR «row».status IN {list(ANSWERED)})"
    author = f" AND {_open_to('whole', role)}" if of.anonymizable else ""
    left, right_arrow = _arrow(node.parent)
    way = f"(«row»){left}[:{node.parent.type}]{right_arrow}(whole:{of.label})"
    named = f"EXISTS {{ {way} WHERE {known}{author} }}"
    own, asks = "$viewer.organization IN «row».ownerIds", "«row».askedId <> $viewer.organization"
    if role is Role.ADMINISTRATOR:
        return f"(({own} AND coalesce({asks}, true)) OR {named})"
    return f"({own} AND (coalesce({asks}, true) OR {named}))"


def _history_right(node: Node, role: Role, model: Model) -> str:
    """The right to read a record as it was: that of today, and that of then.

    What was written while the author was named may name it: others read of an anonymized record only what was
    anonymized already.
    """
    assert node.parent is not None
    today = Sight(role, model)("subject", *(of.label for of in model.labels(node.parent.to)))
    left, right_arrow = _arrow(node.parent)
    way = f"(«row»){left}[:{node.parent.type}]{right_arrow}(subject)"
    then = _then_right(role).replace("«parent»", "subject")
    return f"EXISTS {{ {way} WHERE {then} AND {today} }}"


def _attached_right(node: Node, role: Role, model: Model) -> str:
    """The right to read what stands beside records: its owners', and that to one of them by its author."""
    assert node.parent is not None
    see = Sight(role, model)
    left, right_arrow = _arrow(node.parent)
    way = f"(«row»){left}[:{node.parent.type}]{right_arrow}(holder)"
    held = f"{see('holder', *(of.label for of in model.labels(node.parent.to)))} AND {see.open_to('holder')}"
    through = f"EXISTS {{ {way} WHERE {held} }}"
    return through if role is Role.ANONYMOUS else f"($viewer.organization IN «row».ownerIds OR {through})"


def _judged_right(node: Node, role: Role, model: Model) -> str:
    """The right to read what is said of a record: its own, and that to read the record."""
    assert node.parent is not None
    today = Sight(role, model)("judged", *(of.label for of in model.labels(node.parent.to)))
    left, right_arrow = _arrow(node.parent)
    way = f"(«row»){left}[:{node.parent.type}]{right_arrow}(judged)"
    return f"({_audience_right(role)} AND EXISTS {{ {way} WHERE {today} }})"


def _said_right(role: Role, model: Model) -> str:
    """The right to read what was said under a record: what hides nobody, of those who read the record.

    Where that is anonymized, what was said while it was named may name its author, and is gone for all. It is
    one text for all that is said, so that it stands once in a plan.
    """
    said = [node for node in model.nodes.values() if node.access is Access.SAID]
    ways = sorted({node.parent.type for node in said if node.parent is not None})
    wholes = {of.label: of for node in said if node.parent is not None for of in model.labels(node.parent.to)}
    records = [label for label, of in wholes.items() if of.access is not Access.SAID]
    stands = f"one.status = '{STANDING.value}'"
    unnamed = ""
    if role is not Role.ANONYMOUS:
        others = f"CASE one.status WHEN '{HIDDEN.value}' THEN '{Audience.COORDINATORS.value}'"
        stands = (
            f"({stands} OR $viewer.organization IN one.ownerIds"
            f" OR {others} ELSE '{Audience.OWNERS.value}' END IN $viewer.audiences)"
        )
        unnamed = f" AND (NOT under.audience IN {_HIDDEN} OR one.audience = {_ANONYMIZED})"
    return (
        f"EXISTS {{ MATCH said = («row»)-[:{'|'.join(ways)}*1..2]->(under:{'|'.join(records)})"
        f" WHERE {Sight(role, model)('under', *records)}"
        f" AND all(one IN nodes(said)[..-1] WHERE {stands}{unnamed}) }}"
    )


def _open_to(record: str, role: Role) -> str:
    if role is Role.ANONYMOUS:
        return "true"
    return f"(NOT coalesce({record}.audience, '') IN {_HIDDEN} OR $viewer.organization IN {record}.ownerIds)"


def _then_right(role: Role) -> str:
    """The right to read a record as it was, of whoever reads it as it is."""
    named = _open_to("«parent»", role)
    closed = "" if named == "true" else f" AND ({named} OR «row».audience = {_ANONYMIZED})"
    return f"{_audience_right(role)}{closed}"


def _parent_right(node: Node, role: Role, model: Model) -> str | None:
    assert node.parent is not None
    right = _row_right(model.nodes[node.parent.to], role, model)
    if right is None:
        return None
    left, right_arrow = _arrow(node.parent)
    # A part of a part: each whole has a name of its own, or Cypher takes them for one.
    whole = "whole" if model.nodes[node.parent.to].parent is None else f"whole{node.parent.to}"
    inner = right.replace("«row»", whole)
    way = f"{left}[:{node.parent.type}]{right_arrow}"
    return f"EXISTS {{ («row»){way}({whole}:{node.parent.to}) WHERE {inner} }}"


def _arrow(edge: Edge) -> tuple[str, str]:
    return {Direction.OUT: ("-", "->"), Direction.IN: ("<-", "-"), Direction.BOTH: ("-", "-")}[edge.direction]


def _walk_rights(edge: Edge, parent: Node, target: Node, role: Role, model: Model) -> list[str | None]:
    """The right to walk an edge and to read the row at its end.

    Whoever reads a whole reads its parts, and from a record its versions are read by the right of then alone.
    """
    right = _row_right(target, role, model)
    whole = target.parent
    if right is not None and whole and whole.type == edge.type and parent in model.labels(whole.to):
        if target.access in {Access.PARENT, Access.ATTACHED}:
            right = None
        elif target.access is Access.HISTORY:
            right = _then_right(role)
    return [right, *_edge_rights(edge, parent, target, role)]


def _edge_rights(edge: Edge, parent: Node, target: Node, role: Role) -> list[str | None]:
    """The right to walk an edge, beside the right to read the row at its end."""
    if role is Role.ANONYMOUS:
        return []  # They see no anonymized record to walk from or to.
    ends = [("«parent»", "«row»", parent, target), ("«row»", "«parent»", target, parent)]
    return [_end_right(edge, here, there, other) for here, there, node, other in ends if node.anonymizable]


@cache
def _closed_to_others(here: str) -> str:
    return f"{here}.audience <> '{Audience.ANONYMIZED.value}' OR $viewer.organization IN {here}.ownerIds"


def _end_right(edge: Edge, here: str, there: str, other: Node) -> str | None:
    """The right to walk to or from an anonymizable end (`here`)."""
    if not edge.open:
        return f"({_closed_to_others(here)})"
    if other.access is not Access.OWNED:
        return None
    return (
        f"({_closed_to_others(here)} OR {there}.audience = '{Audience.ANONYMIZED.value}'"
        f" OR none(owner IN {there}.ownerIds WHERE owner IN {here}.ownerIds))"
    )
