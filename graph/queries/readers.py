"""Who reads a record, as Cypher: its own audience and owners, or those of what it is a part of."""

from collections.abc import Iterator

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.members import Access, Direction, Edge
from graph.model.nodes import Node

_REVIEWERS = Audience.REVIEWERS.value


def readers(node: Node, record: str) -> Iterator[str]:
    """Clauses that give the `audience` and `owners` of a record, or those of what it is a part of."""
    owned = record
    if node.access is Access.JUDGED and node.parent is not None:
        left, right = arrow(node.parent)
        labels = "|".join(of.label for of in MODEL.labels(node.parent.to))
        yield f"MATCH ({record}){left}[:{node.parent.type}]{right}(of_{record}:{labels})"
        told = judged(record, f"of_{record}.audience")
        yield f"WITH {record}, {told} AS audience, of_{record}.ownerIds AS owners"
        return
    while node.access is Access.PARENT and node.parent is not None:
        left, right = arrow(node.parent)
        yield f"MATCH ({owned}){left}[:{node.parent.type}]{right}(of_{owned}:{node.parent.to})"
        node, owned = MODEL.nodes[node.parent.to], f"of_{owned}"
    if node.access is Access.OPEN:
        yield f"WITH {record}, '{Audience.PUBLIC.value}' AS audience, [{record}.id] AS owners"
    else:
        yield f"WITH {record}, {owned}.audience AS audience, {owned}.ownerIds AS owners"


def judged(record: str, audience: str) -> str:
    """Who is told what happens to a `record` that judges another, which is read by an `audience`.

    Until it is open to all readers of the other: reviewers too, where they all read the other as members do.
    """
    return (
        f"CASE WHEN {record}.audience <> '{_REVIEWERS}' THEN {audience}"
        f" WHEN {audience} IN ['{Audience.PUBLIC.value}', '{Audience.MEMBERS.value}'] THEN '{_REVIEWERS}'"
        f" WHEN {audience} IN ['{Audience.PARTNERS.value}', '{Audience.OWNERS.value}']"
        f" THEN '{Audience.OWNERS.value}' ELSE '{Audience.AUTHORS.value}' END"
    )


def judging(node: Node) -> Iterator[tuple[str, Edge]]:
    """What judges records of a label, with the edge to them."""
    for below in MODEL.nodes.values():
        if (
            below.access is Access.JUDGED
            and below.parent is not None
            and node in MODEL.labels(below.parent.to)
        ):
            yield below.label, below.parent


def parts(node: Node, way: str) -> Iterator[str]:
    """Patterns from a record to those that are read as it is."""
    for below in MODEL.nodes.values():
        if below.access is Access.PARENT and below.parent is not None and below.parent.to == node.label:
            left, right = arrow(below.parent, back=True)
            longer = f"{way}{left}[:{below.parent.type}]{right}(:{below.label})"
            yield longer
            yield from parts(below, longer)


def arrow(edge: Edge, *, back: bool = False) -> tuple[str, str]:
    """What stands before and after the relationship of an edge, walked from its node; `back`, to it."""
    inward = (edge.direction is Direction.IN) is not back
    return ("<-", "-") if inward else ("-", "->")
