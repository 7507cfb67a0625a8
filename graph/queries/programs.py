"""What writes ask about programs: whose partnerships and commitments, and who has a part in one."""

from collections.abc import Sequence

from graph.queries.records import Writing

_COMMITMENTS = """
MATCH (c:Node&Commitment)<-[:HAS_COMMITMENT]-(p:Partnership)
WHERE c.id IN $ids AND $organization IN p.ownerIds
RETURN c.id AS id, p.status AS partnership, c.status AS status
"""
_TAKES_PART = """
MATCH (p:Node&Program {id: $program})
RETURN $organization IN p.ownerIds OR EXISTS { (p)-[:INVOLVES]->(:Organization {id: $organization}) }
       OR EXISTS { (p)<-[:CAME_OUT_OF|OFFERED_IN]-(:Node {id: $record}) } AS takesPart
"""


async def commitments(writing: Writing, organization: str, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Of these commitments, those of partnerships of the organization: the status of both."""
    rows = await writing.run(_COMMITMENTS, organization=organization, ids=list(ids))
    return {row["id"]: (row["partnership"], row["status"]) for row in rows}


async def takes_part(writing: Writing, organization: str, program: str, record: str | None) -> bool:
    """Whether the organization has a part in the program, or the record is said to come from it already."""
    rows = await writing.run(_TAKES_PART, organization=organization, program=program, record=record)
    return any(row["takesPart"] for row in rows)
