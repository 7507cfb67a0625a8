"""The rules that relationships are held to: which may be between which nodes, and how many of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from graph.check.findings import Mend
from graph.check.values import Fault, of_values
from graph.model import MODEL
from graph.model.follows import FOLLOWED
from graph.model.members import HAS_FILE, Access, Direction, Edge
from graph.model.nodes import Node
from graph.model.written import ANONYMIZED
from graph.queries.readers import arrow

Ends: TypeAlias = tuple[str, str, str]
"""The label at its start, its type, the label at its end."""

_BESIDE: tuple[Ends, ...] = (
    ("Token", "ACTS_FOR", "Organization"),
    ("Token", "OF", "Person"),
    ("Merged", "MERGED_INTO", "Organization"),
    ("Account", "OF", "Person"),
    *(
        (own, "OF", "Account")
        for own in (
            *("Session", "MailLink", "RecoveryCode", "Passkey", "Identity", "Challenge"),
            *("Follow", "SavedSearch"),
        )
    ),
    *(("Follow", "FOLLOWED", label) for label in FOLLOWED.labels),
    ("Invitation", "INVITES_TO", "Organization"),
    ("Webhook", "TELLS", "Organization"),
    ("Version", "BY", "Organization"),
)


@cache
def declared() -> Mapping[Ends, Edge | None]:
    """All that there may be, with the edge that declares its values; None beside the model."""
    found: dict[Ends, Edge | None] = dict.fromkeys(_BESIDE)
    for node in MODEL.nodes.values():
        for edge in filter(is_stored, node.edges()):
            for other in MODEL.labels(edge.to):
                if edge.direction is not Direction.IN:
                    found.setdefault((node.label, edge.type, other.label), edge)
                if edge.direction is not Direction.OUT:
                    found.setdefault((other.label, edge.type, node.label), edge)
    return found


def is_stored(edge: Edge) -> bool:
    """Whether an edge is a relationship, neither a way over several nor a value that both ends share."""
    return edge.hops is None and edge.by is None and not edge.filter_only


def of_relationship(
    start: Sequence[str], type_: str, end: Sequence[str], values: Mapping[str, Any]
) -> Iterator[Fault]:
    """What is wrong with a relationship between nodes of these labels."""
    allowed = declared()
    here = [(a, type_, b) for a in start for b in end if (a, type_, b) in allowed]
    if not here:
        about = f"({_label(start)})-[:{type_}]->({_label(end)})"
        kind = "EDGE_FORBIDDEN" if any(known == type_ for _, known, _ in allowed) else "EDGE_UNKNOWN"
        yield kind, about, Mend.CODE
        return
    edge = allowed[here[0]]
    yield from of_values(f"{type_}", () if edge is None else edge.properties, values)


def _label(labels: Sequence[str]) -> str:
    return "|".join(sorted(label for label in labels if label != "Node"))


def counted() -> Iterator[tuple[str, str, Mend, str]]:
    """Kind, what it is about, what can be done, and a pattern that finds the faulty nodes as `n`."""
    for node in MODEL.nodes.values():
        for edge in filter(is_stored, node.edges()):
            about = f"{node.label}.{edge.name}"
            count = f"COUNT {{ {_way(edge)} }}"
            if edge.required:
                yield "EDGE_MISSING", about, Mend.BACKUP, f"(n:{node.label}) WHERE {count} = 0"
            if not edge.many:
                yield "EDGE_TWICE", about, Mend.BACKUP, f"(n:{node.label}) WHERE {count} > 1"
        apart = node.access in {Access.AUDIT, Access.ATTACHED}
        if node.parent is not None and not node.parent.required and not apart:
            alone = f"(n:{node.label}) WHERE NOT EXISTS {{ {_way(node.parent)} }}"
            yield "PARENT_MISSING", f"{node.label}.{node.parent.name}", Mend.BACKUP, alone
        if node.anonymizable and any(edge.type == HAS_FILE for edge in node.edges()):
            telling = (
                f"(n:{node.label}) WHERE n.audience = '{ANONYMIZED}' AND EXISTS {{ (n)-[:{HAS_FILE}]->() }}"
            )
            yield "FILE_ON_ANONYMIZED", node.label, Mend.EDIT, telling
        if node.prefix is None:
            yield "PART_OF_NOTHING", node.label, Mend.BACKUP, _lost(node)


def _way(edge: Edge) -> str:
    left, right = ("-", "-") if edge.direction is Direction.BOTH else arrow(edge)
    return f"(n){left}[:{edge.type}]{right}(:{'|'.join(other.label for other in MODEL.labels(edge.to))})"


def _lost(part: Node) -> str:
    types = sorted({type_ for _, type_, end in declared() if end == part.label})
    return f"(n:{part.label}) WHERE NOT EXISTS {{ (n)<-[:{'|'.join(types)}]-() }}"
