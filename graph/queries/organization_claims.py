"""Claims of organizations: what they are about, and who no longer acts for one whose claim is undone."""

from dataclasses import dataclass

from graph.model.organization_claims import SUBMITTED
from graph.queries.records import Writing

_OF = """
MATCH (:Node&OrganizationClaim {id: $id})-[:CLAIM_OF]->(o:Organization)
RETURN o.id AS id, o.nameFa AS name
"""
_OPEN = f"""
MATCH (c:OrganizationClaim {{status: '{SUBMITTED.value}'}})-[:CLAIM_OF]->(:Node {{id: $organization}})
WHERE $by IN c.ownerIds OR ($by IS NULL AND NOT (c)-[:CLAIM_MADE_BY]->())
RETURN c.id AS id LIMIT 1
"""
_REVOKE = """
MATCH (t:Token)-[:ACTS_FOR]->(:Node&Organization {id: $organization}) WHERE t.revokedAt IS NULL
SET t.revokedAt = $now
"""
_PEOPLE = """
MATCH (:Node&Organization {id: $organization})<-[:AFFILIATED_WITH]-(a:Affiliation {status: 'ACTIVE'})
RETURN a.id AS id ORDER BY a.createdAt, a.id
"""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a claim is of."""

    id: str
    name: str


async def claimed(writing: Writing, claim: str) -> Claimed:
    """The organization that a claim is of."""
    (row,) = await writing.run(_OF, id=claim)
    return Claimed(row["id"], row["name"])


async def open_claim(writing: Writing, organization: str, by: str | None) -> str | None:
    """The claim of an organization that waits, by the same one who asks."""
    rows = await writing.run(_OPEN, organization=organization, by=by)
    return str(rows[0]["id"]) if rows else None


async def by_hash(writing: Writing, hash_: str) -> str | None:
    """The claim whose mailed link ends with what this is the hash of."""
    rows = await writing.run("MATCH (c:OrganizationClaim {mailHash: $hash}) RETURN c.id AS id", hash=hash_)
    return str(rows[0]["id"]) if rows else None


async def revoke_tokens(writing: Writing, organization: str) -> None:
    """Let no token act for an organization any more."""
    await writing.run(_REVOKE, organization=organization)


async def offices_in(writing: Writing, organization: str) -> list[str]:
    """The affiliations that stand in an organization."""
    return [row["id"] for row in await writing.run(_PEOPLE, organization=organization)]
