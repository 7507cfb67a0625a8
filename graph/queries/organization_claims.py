"""Claims of organizations: what they are about, and who no longer acts for one whose claim is undone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.connection import Database, Transaction
from graph.limits import MAXIMUM_PROOF_DAYS
from graph.model.members import FILE, HAS_FILE
from graph.model.organization_claims import SUBMITTED
from graph.queries.records import Writing, locked

_BATCH = 100
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
# What is attached to something else as well stays there.
_PROOFS = f"""
MATCH (c:OrganizationClaim)-[held:{HAS_FILE}]->(f:{FILE})
WHERE c.status <> '{SUBMITTED.value}' AND c.updatedAt < $before
WITH held, f LIMIT {_BATCH}
{locked("f")}
DELETE held
WITH DISTINCT f, f.id AS id
CALL (f) {{
  MATCH (f)-[by:UPLOADED_BY]->() WHERE NOT EXISTS {{ (f)<-[:{HAS_FILE}]-() }}
  DELETE by, f
  RETURN count(*) AS gone
}}
RETURN id, gone
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


async def remove_proofs(database: Database, now: datetime) -> tuple[int, list[str]]:
    """Remove a batch of the files of claims that were decided long ago.

    How many were taken from a claim, 0 once none is left, and the ids of those that are gone with it.
    """

    async def work(transaction: Transaction) -> tuple[int, list[str]]:
        rows = await transaction.run(_PROOFS, before=now - timedelta(days=MAXIMUM_PROOF_DAYS))
        return len(rows), [row["id"] for row in rows if row["gone"]]

    done, _ = await database.write(work)
    return done
