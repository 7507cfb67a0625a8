"""What writes ask of actions: whose the records are that one is linked to."""

from collections.abc import Sequence

from graph.model import MODEL
from graph.model.actions import LINKED
from graph.queries.readers import readers
from graph.queries.records import Writing

_ACTION = MODEL.nodes["Action"]
_OWNERS = "\nUNION ALL\n".join(
    f"MATCH (n:Node&{node.label}) WHERE n.id IN $ids {' '.join(readers(node, 'n'))} RETURN n.id AS id, owners"
    for node in (MODEL.nodes[_ACTION.edge(name).to] for name in LINKED)
)


async def owners(writing: Writing, ids: Sequence[str]) -> dict[str, list[str]]:
    """The organizations that own each of these records, or what it is a part of."""
    rows = await writing.run(_OWNERS, ids=list(ids))
    return {row["id"]: list(row["owners"] or ()) for row in rows}
