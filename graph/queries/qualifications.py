"""What is asked in writes of qualifications: who recognizes one, and whose courses lead to it."""

from graph.model.common import OWNER_EDGE, RecordStatus
from graph.queries.records import Writing

_SKILLS = "MATCH (:Node&Qualification {id: $id})-[:USES_SKILL]->(s) RETURN s.id AS id"
_HOLDS = f"r.status = '{RecordStatus.PUBLISHED.value}' AND coalesce(r.until >= $today, true)"
_OTHERS = f"""
MATCH (q:Node&Qualification {{id: $id}})
RETURN EXISTS {{ (q)<-[:RECOGNIZES]-(r:Recognition) WHERE {_HOLDS} }}
  OR EXISTS {{ (q)<-[:LEADS_TO]-(c:Course) WHERE none(own IN c.ownerIds WHERE own IN q.ownerIds) }} AS rely
"""
_RECOGNITION = f"""
MATCH (:Node&Qualification {{id: $id}})<-[:RECOGNIZES]-(r:Recognition)
MATCH (r)-[:{OWNER_EDGE}]->({{id: $organization}}) WHERE {_HOLDS} RETURN r.id AS id LIMIT 1
"""


async def skills(writing: Writing, qualification: str) -> set[str]:
    """The skills that a qualification certifies."""
    return {row["id"] for row in await writing.run(_SKILLS, id=qualification)}


async def others_rely_on(writing: Writing, qualification: str) -> bool:
    """Whether another organization recognizes it, or gives a course that leads to it."""
    (row,) = await writing.run(_OTHERS, id=qualification)
    return bool(row["rely"])


async def recognition(writing: Writing, qualification: str, organization: str) -> str | None:
    """The recognition of it by that organization that stands, if there is one."""
    rows = await writing.run(_RECOGNITION, id=qualification, organization=organization)
    return rows[0]["id"] if rows else None
