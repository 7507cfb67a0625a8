"""What writes ask of terms: where all of a scheme stand, and which stands for which."""

from functools import cache
from typing import Any

from graph.queries.records import Writing, locked

# One change of terms at a time: two moves, each sound alone, could make a ring together.
_LOCK = f"MERGE (c:Counter {{name: 'terms'}}) {locked('c')}"

_REPLACE = """
MATCH (a:Node {id: $id}), (b:Node {id: $into})
CALL (a) { MATCH (a)-[r:REPLACED_BY]->() DELETE r }
CALL (a, b) { MATCH (x)-[r:REPLACED_BY]->(a) DELETE r
               CREATE (x)-[:REPLACED_BY]->(b) SET x.countsAs = $into }
CREATE (a)-[:REPLACED_BY]->(b)
"""
_SEPARATE = "MATCH (n:Node {id: $id})-[r:REPLACED_BY]->() DELETE r"


async def standings(writing: Writing, label: str, above: str) -> list[dict[str, Any]]:
    """The `id`, the `kind`, the `status`, the `names` and what stands `above` each term; none of them moves
    before the commit."""
    await writing.run(_LOCK)
    (row,) = await writing.run(_standings_text(label, above))
    return list(row["known"])


async def replace(writing: Writing, id_: str, into: str) -> None:
    """Let one term stand for another, and for those that the other stood for: no chain of them."""
    await writing.run(_REPLACE, id=id_, into=into)


async def separate(writing: Writing, id_: str) -> None:
    """Let nothing stand for a term any longer."""
    await writing.run(_SEPARATE, id=id_)


@cache
def _standings_text(label: str, above: str) -> str:
    return (
        f"RETURN COLLECT {{ MATCH (n:{label}) RETURN {{id: n.id, kind: n.kind, status: n.status,"
        " names: [n.nameFa, n.nameEn, n.labelFa, n.labelEn],"
        f" above: head([(n)-[:{above}]->(a:{label}) | a.id])}} }} AS known"
    )
