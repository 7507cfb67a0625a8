"""What writes ask of campaigns: which organization one is addressed to."""

from graph.queries.records import Writing

_ADDRESSED = "MATCH (:Node&Campaign {id: $id})-[:ADDRESSED_TO]->(o:Organization) RETURN o.id AS id"


async def addressed(writing: Writing, campaign: str) -> str | None:
    """The organization that a campaign asks something of, where it names one."""
    rows = await writing.run(_ADDRESSED, id=campaign)
    return rows[0]["id"] if rows else None
