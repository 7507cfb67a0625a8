"""What writes ask of endorsements: whether an organization has signed a campaign, and which one is signed."""

from graph.model.common import RecordStatus
from graph.queries.records import Writing

_SIGNED = f"""
MATCH (c:Node&Campaign {{id: $campaign}})
RETURN EXISTS {{
  (c)<-[:ENDORSES]-(e:Endorsement)-[:PUBLISHED_BY]->(:Organization {{id: $organization}})
  WHERE e.status = '{RecordStatus.PUBLISHED.value}'
}} AS told
"""
_CAMPAIGN = "MATCH (:Node&Endorsement {id: $id})-[:ENDORSES]->(c:Campaign) RETURN c.id AS id"


async def is_signed(writing: Writing, campaign: str, organization: str) -> bool:
    """Whether an organization's signature stands below a campaign, in whichever wording."""
    (row,) = await writing.run(_SIGNED, campaign=campaign, organization=organization)
    return bool(row["told"])


async def campaign(writing: Writing, endorsement: str) -> str:
    """The campaign that an endorsement signs; empty where that went with a demo."""
    rows = await writing.run(_CAMPAIGN, id=endorsement)
    return str(rows[0]["id"]) if rows else ""
