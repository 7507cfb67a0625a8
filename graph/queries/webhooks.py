"""Webhooks in the graph: kept for their organization, claimed by one process at a time, each with its place.

`(:Webhook {id, label, address, kinds, secret, previousSecret, previousUntil, createdAt, place, caughtUp,
deliveredAt, failingSince, failures, failure, status, triedAt, nextAt, disabledAt, lease, leaseUntil})
-[:TELLS]->(:Organization)`

`place` is a cursor of the feed: what stands before it was told; without one, what was told before `caughtUp`,
the moment up to which nothing is left to tell. Whoever holds the `lease` tells, and who has lost it moves
nothing. Secrets are kept sealed.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from graph.connection import Database, Transaction
from graph.model.organizations import OrganizationStatus
from graph.model.partnerships import running
from graph.queries.records import locked

_GONE = OrganizationStatus.WITHDRAWN.value
_NEVER = "datetime({epochSeconds: 0})"

# The organization is locked, so that two who make one at once do not make one too many.
_CREATE = f"""
MATCH (o:Node&Organization {{id: $organization}}) {locked("o")}
WITH o WHERE COUNT {{ (o)<-[:TELLS]-(:Webhook) }} < $most
OPTIONAL MATCH (c:Counter {{name: 'events'}})
CREATE (w:Webhook)-[:TELLS]->(o)
SET w = $properties, w.caughtUp = coalesce(c.told, {_NEVER})
RETURN properties(w) AS webhook
"""
_FIND = f"""
MATCH (w:Webhook {{id: $id}})-[:TELLS]->(:Organization {{id: $organization}}) {locked("w")}
RETURN properties(w) AS webhook
"""
# Whoever tells it has lost it, and looks again before the next event.
_CHANGE = """
MATCH (w:Webhook {id: $id}) SET w += $changed REMOVE w.lease, w.leaseUntil
RETURN properties(w) AS webhook
"""
_REMOVE = "MATCH (w:Webhook {id: $id}) DETACH DELETE w"
_IDLE = (
    """w.disabledAt IS NULL AND coalesce(w.leaseUntil <= $now, true) AND coalesce(w.nextAt <= $now, true)"""
)

# Of each organization the one that was tried longest ago: nobody's many hold up those of others.
_DUE = f"""
MATCH (c:Counter {{name: 'events'}})
MATCH (w:Webhook)-[:TELLS]->(o:Organization)
WHERE w.caughtUp < c.told AND {_IDLE} AND o.status <> '{_GONE}' AND NOT o.id IN $busy
WITH o, w, coalesce(w.triedAt, {_NEVER}) AS tried ORDER BY tried, w.id
WITH o, head(collect({{id: w.id, tried: tried}})) AS first
RETURN o.id AS organization, first.id AS webhook ORDER BY first.tried, webhook LIMIT $most
"""
_CLAIM = f"""
MATCH (w:Webhook {{id: $id}}) {locked("w")}
WITH w WHERE {_IDLE}
SET w.lease = $lease, w.leaseUntil = $until, w.triedAt = $now
RETURN w.id AS id
"""
_STEP = f"""
MATCH (w:Webhook {{id: $id, lease: $lease}})-[:TELLS]->(o:Organization)
WHERE w.disabledAt IS NULL AND o.status <> '{_GONE}'
MATCH (c:Counter {{name: 'events'}})
RETURN properties(w) AS webhook, o.id AS organization, c.told AS told, toString(c.told) AS moment,
       toString(w.caughtUp) AS since, COLLECT {{
         MATCH (o)<-[:HAS_PARTY]-(p:Partnership)-[:HAS_PARTY]->(other:Organization)
         WHERE {running("p")} AND other <> o
         RETURN DISTINCT other.id
       }} AS partners
"""
_KEEP = """
MATCH (w:Webhook {id: $id, lease: $lease}) SET w += $changed RETURN w.id AS id
"""
_RELEASE = """
MATCH (w:Webhook {id: $id, lease: $lease}) SET w += $changed REMOVE w.lease, w.leaseUntil
"""
_FAILING = """
MATCH (w:Webhook)-[:TELLS]->(o:Organization) WHERE w.failingSince IS NOT NULL
RETURN w.id AS id, w.label AS label, o.nameFa AS organization, toString(w.failingSince) AS since,
       w.failure AS failure, w.status AS status, w.disabledAt IS NOT NULL AS disabled
ORDER BY w.failingSince, w.id
"""


async def create(
    transaction: Transaction, organization: str, properties: Mapping[str, Any], most: int
) -> dict[str, Any] | None:
    """Make one that is told from now on; None where there are as many as there may be."""
    rows = await transaction.run(_CREATE, organization=organization, properties=dict(properties), most=most)
    return dict(rows[0]["webhook"]) if rows else None


async def find(transaction: Transaction, organization: str, id_: str) -> dict[str, Any] | None:
    """One of an organization, locked; None where it has none of that id."""
    rows = await transaction.run(_FIND, id=id_, organization=organization)
    return dict(rows[0]["webhook"]) if rows else None


async def change(transaction: Transaction, id_: str, **changed: Any) -> dict[str, Any]:
    """Change one; as it is now."""
    (row,) = await transaction.run(_CHANGE, id=id_, changed=changed)
    return dict(row["webhook"])


async def remove(transaction: Transaction, id_: str) -> None:
    """Take one away."""
    await transaction.run(_REMOVE, id=id_)


async def due(database: Database, now: datetime, busy: Sequence[str], most: int) -> list[tuple[str, str]]:
    """The organization and the id of those that may have something to tell, the longest waiting first."""
    rows = await database.rows(_DUE, now=now, busy=list(busy), most=most)
    return [(row["organization"], row["webhook"]) for row in rows]


async def claim(database: Database, id_: str, lease: str, now: datetime, until: datetime) -> bool:
    """Whether it is ours to tell until then, and nobody else's."""

    async def work(transaction: Transaction) -> bool:
        return bool(await transaction.run(_CLAIM, id=id_, lease=lease, now=now, until=until))

    claimed, _ = await database.write(work)
    return claimed


async def step(database: Database, id_: str, lease: str, today: date) -> tuple[dict[str, Any] | None, str]:
    """What is claimed as it is now, whose it is, their partners, and the moment of the last event.

    None where it is not ours any more. What is read behind the bookmark misses nothing up to that moment.
    """

    async def work(transaction: Transaction) -> dict[str, Any] | None:
        rows = await transaction.run(_STEP, id=id_, lease=lease, today=today)
        return rows[0] if rows else None

    return await database.write(work)


async def keep(database: Database, id_: str, lease: str, **changed: Any) -> bool:
    """Write down how far it has come; False where it is not ours any more, and nothing is written."""

    async def work(transaction: Transaction) -> bool:
        return bool(await transaction.run(_KEEP, id=id_, lease=lease, changed=changed))

    kept, _ = await database.write(work)
    return kept


async def release(database: Database, id_: str, lease: str, **changed: Any) -> None:
    """Let others have it, and write down how it stands."""

    async def work(transaction: Transaction) -> None:
        await transaction.run(_RELEASE, id=id_, lease=lease, changed=changed)

    await database.write(work)


async def failing(database: Database) -> list[dict[str, Any]]:
    """Those whose last try failed."""
    return await database.rows(_FAILING)
