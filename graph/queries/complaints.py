"""What writes ask of complaints: what one is about, and how many an organization has made."""

from graph.queries.records import Writing

_ABOUT = """
MATCH (:Node&Complaint {id: $id})-[:COMPLAINS_OF]->(n)
RETURN n.id AS id, head([label IN labels(n) WHERE label <> 'Node']) AS label
"""
_COMPLAINED = """
MATCH (c:Complaint) WHERE $organization IN c.ownerIds AND c.createdAt > $now - duration('PT24H')
RETURN count(c) AS times
"""


async def about(writing: Writing, complaint: str) -> tuple[str, str]:
    """The label and the id of what a complaint is about."""
    (row,) = await writing.run(_ABOUT, id=complaint)
    return row["label"], row["id"]


async def complained(writing: Writing, organization: str) -> int:
    """How many complaints an organization has made within 24 hours."""
    return int((await writing.run(_COMPLAINED, organization=organization))[0]["times"])
