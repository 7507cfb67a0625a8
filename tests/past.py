"""What a version tells, for the reference reader: the record as it was, field by field, and what differs."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from graph.model import MODEL
from graph.model.members import Access, Edge, Giving, Kind, Property
from graph.model.nodes import Node
from tests.network import NETWORK, Thing

_APART = {"id", "version", "createdAt", "updatedAt", "demo", "audience", "ownerIds"}
"""What a version says itself, or nobody is told."""


def whole(
    version: Thing,
    *,
    member: bool,
    named: bool,
    linked: Callable[[Thing], bool],
    told: Callable[..., Any],
) -> dict[str, Any]:
    """The fields of a version for a viewer: `member` where signed in, `named` where its author is open to them.

    `linked` says which records may be shown beside it, `told` how a value is read.
    """
    properties = version.properties
    node = MODEL.nodes[properties["of"]]
    fields: dict[str, Any] = {}
    for value in _values(node):
        if (member or not value.members_only) and (named or value.kind is Kind.STRING):
            here = properties.get(f"was{value.name[0].upper()}{value.name[1:]}", [] if value.many else None)
            fields[value.name] = told(here, rial=value.kind is Kind.RIAL)
    for edge in node.edges():
        if edge.given is Giving.NEVER:
            continue
        part = MODEL.nodes.get(edge.to)
        if part is not None and part.prefix is None:
            if member or part.access is not Access.MEMBERS:
                rows = [row[1:] for row in _entries(edge, properties["parts"])]
                fields[edge.name] = [_pairs(row[1:]) for row in sorted(rows, key=lambda row: int(row[0]))]
        elif named:
            fields[edge.name] = _links(edge, version, linked)
    return fields


def _values(node: Node) -> list[Property]:
    return [value for value in node.properties() if value.name not in _APART]


def _entries(edge: Edge, entries: list[str]) -> list[list[str]]:
    return [row for entry in entries if (row := entry.split("\x1f"))[0] == edge.name]


def _pairs(texts: list[str]) -> dict[str, str]:
    return dict(text.split("\x1e") for text in texts)


def _links(edge: Edge, version: Thing, linked: Callable[[Thing], bool]) -> Any:
    entries = [*version.properties["links"], *version.properties["closedLinks"]]
    found = []
    for _, id_, *more in sorted(_entries(edge, entries)):
        other = NETWORK.things[id_]
        if linked(other):
            titles = (other.properties.get(name) for name in MODEL.nodes[other.label].search[0])
            title = next((title for title in titles if title is not None), None)
            found.append({"id": id_, "title": title} | _pairs(more))
    return found if edge.many else next(iter(found), None)


def differing(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, Any]]:
    """What differs; nothing is as much as an empty list."""
    return [
        {"field": name, "before": before.get(name), "after": value}
        for name, value in after.items()
        if [before.get(name), value] not in ([None, []], [[], None]) and before.get(name) != value
    ]


def month(moment: datetime) -> datetime:
    """The first moment of its month."""
    return moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
