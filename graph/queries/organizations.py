"""What writes ask of organizations: their names, and ties between two of them."""

from typing import Any

from graph.queries.records import Writing, locked

_NAMES = """
MATCH (o:Node&Organization) WHERE o.id IN $ids
UNWIND [o.nameFa, o.nameEn] AS name
WITH name WHERE name IS NOT NULL
RETURN name
"""

_DECLARE = f"""
MATCH (from:Node&Organization {{id: $from}}), (to:Node&Organization {{id: $to}})
{locked("from")}
WITH from, to, COUNT {{
  (from)-[old:TIED_TO {{kind: $values.kind}}]->(to) WHERE old.until IS NULL OR old.until >= $today
}} AS running
FOREACH (_ IN CASE running WHEN 0 THEN [1] ELSE [] END | CREATE (from)-[t:TIED_TO]->(to) SET t = $values)
RETURN running
"""

_END = f"""
MATCH (from:Organization)-[t:TIED_TO {{id: $tie}}]->(to:Organization)
{locked("from")}
WITH from, to, t, coalesce(t.until <= $today, false) AS over, t.since AS since
FOREACH (_ IN CASE WHEN NOT over AND (since IS NULL OR since <= $until)
                        AND ($organization IS NULL OR $organization IN [from.id, to.id])
         THEN [1] ELSE [] END | SET t.until = $until)
RETURN from.id AS from, to.id AS to, over, toString(since) AS since
"""


async def names_of(writing: Writing, ids: list[str]) -> list[str]:
    """The names of organizations, in both languages."""
    return [str(row["name"]) for row in await writing.run(_NAMES, ids=ids)]


async def declare_tie(writing: Writing, from_: str, to: str, values: dict[str, Any]) -> int | None:
    """Tie two organizations, unless the same tie is running: how many were running.

    None where one of the two is unknown. Nothing is written unless it is 0.
    """
    rows = await writing.run(_DECLARE, **{"from": from_}, to=to, values=values)
    return int(rows[0]["running"]) if rows else None


async def end_tie(writing: Writing, tie: str, until: Any, organization: str | None) -> dict[str, Any] | None:
    """End a tie that runs, if `organization` (or, with None, anybody) may: as it stood before.

    One that is to end later still runs.
    """
    rows = await writing.run(_END, tie=tie, until=until, organization=organization)
    return rows[0] if rows else None
