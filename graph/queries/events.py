"""Append what happened to the single record of it, in the transaction of the change itself."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.ids import new_id
from graph.model.members import Access, Direction, Edge
from graph.model.nodes import Node
from graph.queries.records import Change, Writing

# The counter is locked last, just before the commit: so the order of `sequence` is the order of
# commits, and whoever follows the feed misses nothing.
_APPEND = """
MATCH (c:Counter {name: 'events'}) SET c.value = c.value + 1
CREATE (e:Node&Event {id: $event, kind: $kind, at: $now, sequence: c.value,
                      audience: audience, ownerIds: owners})-[:SUBJECT]->(s)
WITH e
CALL (e) { MATCH (o:Node&Organization {id: $organization}) CREATE (e)-[:BY]->(o) }
CALL () { MATCH (i:Idempotency {key: $key}) SET i.subject = $answered }
RETURN e.sequence AS sequence
"""

_REMEMBER = """
MERGE (i:Idempotency {key: $key})
ON CREATE SET i.hash = $hash, i.at = $now
RETURN i.hash AS hash, i.subject AS subject
"""


async def append(
    writing: Writing,
    kind: str,
    label: str,
    subject: str,
    organization: str | None,
    *texts: str,
    change: Change | None = None,
    key: str | None = None,
    answered: str | None = None,
    **parameters: Any,
) -> dict[str, Any]:
    """Record that `organization` did this to `subject`; the row of the reads `texts` that follow it.

    A `change` that is not sent yet goes before it. An idempotency `key` remembers the record that was
    `answered` with. Earlier events of the subject take on who may read it now.
    """
    return await writing.last(
        change,
        _append_text(label),
        *texts,
        subject=subject,
        organization=organization,
        kind=kind,
        event=new_id("eve", writing.parameters["now"]),
        key=key,
        answered=answered,
        **parameters,
    )


@cache
def _append_text(label: str) -> str:
    node = MODEL.nodes[label]
    lines = [f"MATCH (s:Node&{label} {{id: $subject}})", *_readers(node)]
    lines += [
        f"CALL (s, audience, owners) {{ MATCH {way}<-[:SUBJECT]-(e:Event)"
        " SET e.audience = audience, e.ownerIds = owners }"
        for way in ("(s)", *_parts(node, "(s)"))
    ]
    return "\n".join(lines) + _APPEND


def _readers(node: Node) -> Iterator[str]:
    """Clauses that give the `audience` and `owners` of `s`: its own, or those of what it is a part of."""
    owned = "s"
    while node.access is Access.PARENT and node.parent is not None:
        yield f"MATCH ({owned}){_arrow(node.parent)}(of_{owned}:{node.parent.to})"
        node, owned = MODEL.nodes[node.parent.to], f"of_{owned}"
    if node.access is Access.OPEN:
        yield f"WITH s, '{Audience.PUBLIC.value}' AS audience, [s.id] AS owners"
    else:
        yield f"WITH s, {owned}.audience AS audience, {owned}.ownerIds AS owners"


def _parts(node: Node, way: str) -> Iterator[str]:
    """Patterns from a record to those that are read as it is."""
    for below in MODEL.nodes.values():
        if below.parent is not None and below.parent.to == node.label:
            longer = f"{way}{_arrow(below.parent, back=True)}(:{below.label})"
            yield longer
            yield from _parts(below, longer)


def _arrow(edge: Edge, *, back: bool = False) -> str:
    inward = (edge.direction is Direction.IN) is not back
    return f"<-[:{edge.type}]-" if inward else f"-[:{edge.type}]->"


async def remembered(writing: Writing, key: str, hash_: str) -> dict[str, Any]:
    """What an idempotency key stands for: the `hash` of its input, and its `subject` once written."""
    rows = await writing.run(_REMEMBER, key=key, hash=hash_)
    return rows[0]
