"""What writes ask of actions: whose the records are that one is linked to."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import MODEL
from graph.model.actions import LINKED
from graph.queries.readers import readers
from graph.queries.records import Writing

_KEEP = "MATCH (a:Node&Action {id: $id}), (n:Node) WHERE n.id IN $ids MERGE (a)-[:ACTS_ON]->(n)"
_ACTION = MODEL.nodes["Action"]
TARGETS = {name: MODEL.nodes[_ACTION.edge(name).to] for name in LINKED}
"""What an action is linked to, by edge."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What an action is linked to: the organizations that own it, and whether the viewer reads it."""

    owners: Sequence[str]
    is_read: bool


async def linked(writing: Writing, action: str, name: str) -> dict[str, Linked]:
    """What an edge of an action leads to, by id."""
    node = TARGETS[name]
    rows = await writing.run(
        f"MATCH (:Node&Action {{id: $action}})-[:ACTS_ON]->(n:{node.label}) {' '.join(readers(node, 'n'))}"
        f" RETURN n.id AS id, owners, {writing.see('n', node.label)} AS isRead ORDER BY id",
        action=action,
    )
    return {row["id"]: Linked(row["owners"] or (), row["isRead"]) for row in rows}


async def owners(writing: Writing, name: str, id_: str) -> list[str]:
    """The organizations that own a record which an edge can lead to, or what it is a part of."""
    node = TARGETS[name]
    clauses = " ".join(readers(node, "n"))
    rows = await writing.run(f"MATCH (n:Node&{node.label} {{id: $id}}) {clauses} RETURN owners", id=id_)
    return list(rows[0]["owners"] or ()) if rows else []


async def keep(writing: Writing, action: str, ids: Sequence[str]) -> None:
    """Let an action stay linked to these, which whoever links it anew cannot read."""
    await writing.run(_KEEP, id=action, ids=list(ids))
