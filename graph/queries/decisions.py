"""What writes ask of decisions: their numbers in a group, and what one of them replaces."""

from collections.abc import Sequence

from graph.queries.records import Record, Writing, locked

# Its group is locked: nobody takes the number meanwhile.
_TAKEN = """
MATCH (:Node&WorkingGroup {id: $group})-[:HAS_DECISION]->(d:Decision {number: $number})
WHERE coalesce(d.id <> $but, true)
RETURN d.id AS id LIMIT 1
"""
_NEXT = """
MATCH (g:Node&WorkingGroup {id: $group})
RETURN coalesce(COLLECT { MATCH (g)-[:HAS_DECISION]->(d:Decision) RETURN max(d.number) }[0], 0) + 1 AS next
"""
_REPLACED = f"""
MATCH (:Node&Decision {{id: $id}})-[:REPLACES]->(old:Decision)
{locked("old")}
RETURN properties(old) AS properties
"""
_OF_NETWORK = """
MATCH (:Node&WorkingGroup {id: $group})<-[:HAS_WORKING_GROUP]-(n:Network)
MATCH (x:Node) WHERE x.id IN $ids AND (
  EXISTS { (x)<-[:HAS_BOARD|HAS_CHARTER]-(n) } OR EXISTS { (x)-[:APPLIES_TO]->(n) }
  OR EXISTS { (x)<-[:HAS_SEAT]-(:Board)<-[:HAS_BOARD]-(n) })
RETURN x.id AS id
"""


async def is_taken(writing: Writing, group: str, number: int, but: str | None) -> bool:
    """Whether another decision of the group has the number; `but` is the one that is to have it."""
    return bool(await writing.run(_TAKEN, group=group, number=number, but=but))


async def next_number(writing: Writing, group: str) -> int:
    """The number after the highest of the group."""
    (row,) = await writing.run(_NEXT, group=group)
    return int(row["next"])


async def replaced(writing: Writing, decision: str) -> Record | None:
    """The decision that this one replaces, locked, whoever may read it."""
    rows = await writing.run(_REPLACED, id=decision)
    if not rows:
        return None
    return Record(rows[0]["properties"]["id"], "Decision", rows[0]["properties"])


async def of_network(writing: Writing, group: str, ids: Sequence[str]) -> set[str]:
    """Those of these records that are of the network which the group belongs to."""
    return {row["id"] for row in await writing.run(_OF_NETWORK, group=group, ids=list(ids))}
