"""Invitations of persons in the graph, by the hash of what their links end with.

`(:Invitation {id, hash, mail, mailKey, right, office, roles, language, invitedBy, createdAt, expiresAt})`
`-[:INVITES_TO]->(:Organization)`; accepted or taken back, it is gone.
"""

from datetime import datetime
from typing import Any

from graph.connection import Transaction

_KEEP = """
CALL () {
  MATCH (old:Invitation {mailKey: $properties.mailKey})
  WHERE ($organization IS NULL AND NOT (old)-[:INVITES_TO]->())
     OR EXISTS { (old)-[:INVITES_TO]->(:Node {id: $organization}) }
  DETACH DELETE old
}
CREATE (i:Invitation) SET i = $properties
WITH i
CALL (i) { MATCH (o:Node&Organization {id: $organization}) CREATE (i)-[:INVITES_TO]->(o) }
"""
_ORGANIZATION = """
MATCH (o:Node&Organization {id: $id}) WHERE o.status <> 'WITHDRAWN'
RETURN o.id AS id, o.nameFa AS fa, coalesce(o.nameEn, o.nameFa) AS en
"""
_FIND = """
MATCH (i:Invitation {hash: $hash})
OPTIONAL MATCH (i)-[:INVITES_TO]->(o:Organization)
RETURN i.id AS id, i.mail AS mail, i.right AS right, i.office AS office, coalesce(i.roles, []) AS roles,
       i.expiresAt > $now AS holds, o.id AS organization, coalesce(o.status = 'WITHDRAWN', false) AS withdrawn
"""
_OF = """
MATCH (i:Invitation {id: $id})
OPTIONAL MATCH (i)-[:INVITES_TO]->(o:Organization)
RETURN i.id AS id, o.id AS organization
"""
_FOR = """
MATCH (i:Invitation {mailKey: $key}) WHERE i.expiresAt > $now
  AND NOT EXISTS { (i)-[:INVITES_TO]->(:Organization {status: 'WITHDRAWN'}) }
RETURN i.hash AS hash ORDER BY i.createdAt LIMIT 1
"""
_TAKE_BACK = """
MATCH (i:Invitation {invitedBy: $person})-[:INVITES_TO]->(:Node {id: $organization})
DETACH DELETE i
"""
# Of two at once the second waits for the first, and finds nothing left of it but its place: what was read of
# it before that does not tell.
_SPEND = """
MATCH (i:Invitation {id: $id}) SET i.locked = true
WITH i WHERE i.createdAt IS NOT NULL
DETACH DELETE i RETURN true AS gone
"""


async def organization(transaction: Transaction, id_: str) -> dict[str, Any] | None:
    """The id of an organization that has not left, and its names: `fa`, `en`."""
    rows = await transaction.run(_ORGANIZATION, id=id_)
    return rows[0] if rows else None


async def keep(transaction: Transaction, organization: str | None, properties: dict[str, Any]) -> None:
    """Keep an invitation; an earlier one of the same address to the same organization is gone."""
    await transaction.run(_KEEP, organization=organization, properties=properties)


async def find(transaction: Transaction, hash_: str, now: datetime) -> dict[str, Any] | None:
    """An invitation, and whether it `holds`."""
    rows = await transaction.run(_FIND, hash=hash_, now=now)
    return rows[0] if rows else None


async def of(transaction: Transaction, id_: str) -> dict[str, Any] | None:
    """The `organization` of an invitation."""
    rows = await transaction.run(_OF, id=id_)
    return rows[0] if rows else None


async def hash_for(transaction: Transaction, mail_key: str, now: datetime) -> str | None:
    """The first invitation of a mail address that holds, to an organization that is there, by its hash."""
    rows = await transaction.run(_FOR, key=mail_key, now=now)
    return str(rows[0]["hash"]) if rows else None


async def take_back(transaction: Transaction, organization: str, person: str) -> None:
    """Let the invitations to an organization open nothing any more that a person has sent."""
    await transaction.run(_TAKE_BACK, organization=organization, person=person)


async def spend(transaction: Transaction, id_: str) -> bool:
    """Take an invitation away: it opens nothing any more. False where another was faster."""
    return bool(await transaction.run(_SPEND, id=id_))
