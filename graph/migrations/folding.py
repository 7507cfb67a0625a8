"""Fold anew what was folded by older rules: the twins to filter, sort and match by, and what is searched.

`graph.text.FOLDING` counts the rules, and a graph goes through this once for each count, a page of records
at a time along their ids.
"""

from typing import Any

from graph.connection import Database
from graph.model import MODEL
from graph.model.stored import twins

_ROWS = 500
_LABELS = [
    label
    for label, node in MODEL.nodes.items()
    if node.prefix and (any(node.search) or any(p.twins for p in node.properties()))
]
_PAGE = (
    f"MATCH (n:Node) WHERE n.id > $after AND n:{'|'.join(_LABELS)} WITH n ORDER BY n.id LIMIT {_ROWS}"
    f" RETURN n.id AS id, [label IN labels(n) WHERE label IN {_LABELS}][0] AS label, properties(n) AS stored"
)
_SET = "UNWIND $rows AS row MATCH (n:Node {id: row.id}) SET n += row.twins"


async def fold_anew(database: Database) -> int:
    """Bring the twins of every record up to the rules of this version; of how many they were others."""
    after: str | None = ""
    count = 0
    while after is not None:
        after, changed = await _page(database, after)
        count += changed
    return count


async def _page(database: Database, after: str) -> tuple[str | None, int]:
    """Fold the records after an id: the last one's, or None where there are no more, and how many changed."""
    rows = await database.rows(_PAGE, after=after)
    changed: list[dict[str, Any]] = []
    for row in rows:
        now = twins(MODEL.nodes[row["label"]], row["stored"])
        if any(row["stored"].get(name) != value for name, value in now.items()):
            changed.append({"id": row["id"], "twins": now})
    if changed:
        await database.write(lambda transaction: transaction.run(_SET, rows=changed))
    return (str(rows[-1]["id"]) if rows else None), len(changed)
