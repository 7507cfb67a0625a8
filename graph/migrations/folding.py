"""Fold anew what was folded by older rules: the twins to filter, sort and match by, and what is searched.

`graph.text.FOLDING` counts the rules, and a graph goes through this once for each count, a page of records
at a time along their ids.
"""

from typing import Any

from graph.connection import Database
from graph.model import MODEL
from graph.model.stored import twins
from graph.queries.search import forms

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
_SEARCHES = "MATCH (w:SavedSearch) RETURN w.id AS id, w.query AS query, w.words AS words"
_SET_WORDS = "UNWIND $rows AS row MATCH (w:SavedSearch {id: row.id}) SET w.words = row.words"
_SET = "UNWIND $rows AS row MATCH (n:Node {id: row.id}) SET n += row.twins"


async def fold_anew(database: Database) -> int:
    """Bring the twins of every record up to the rules of this version; of how many they were others."""
    after: str | None = ""
    count = 0
    while after is not None:
        after, changed = await _page(database, after)
        count += changed
    return count + await _searches(database)


async def _searches(database: Database) -> int:
    """Fold the words of saved searches; of how many they were others."""
    rows = [
        {"id": row["id"], "words": words}
        for row in await database.rows(_SEARCHES)
        if (words := forms(row["query"])) != row["words"]
    ]
    if rows:
        await database.write(lambda transaction: transaction.run(_SET_WORDS, rows=rows))
    return len(rows)


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
