"""What writes ask of meetings: who was there, and whether anything was decided."""

from graph.model.decisions import APPROVED, REJECTED, REPLACED
from graph.queries.records import Link, Writing

_ATTENDANCE = """
MATCH (:Node&Meeting {id: $id})-[r:ATTENDED_BY]->(o:Organization)
RETURN o.id AS id, r.people AS people ORDER BY id
"""
_DECIDED = f"""
MATCH (m:Node&Meeting {{id: $id}})
RETURN EXISTS {{ (m)<-[:DECIDED_AT]-(d:Decision)
                 WHERE d.status IN {[APPROVED.value, REJECTED.value, REPLACED.value]} }} AS decided
"""


async def attendance(writing: Writing, meeting: str) -> list[Link]:
    """Who was at a meeting, as it is told."""
    rows = await writing.run(_ATTENDANCE, id=meeting)
    return [Link(row["id"], {} if row["people"] is None else {"people": row["people"]}) for row in rows]


async def has_decided(writing: Writing, meeting: str) -> bool:
    """Whether something was approved or rejected at a meeting."""
    (row,) = await writing.run(_DECIDED, id=meeting)
    return bool(row["decided"])
