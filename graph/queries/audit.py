"""Write into the audit, in the transaction of what it tells of; count refusals; take away what is old."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from graph.connection import Database, Transaction
from graph.model.audit import TOLD_OF, AuditKind
from graph.model.ids import made_id, new_id
from graph.model.snapshots import TYPE as VERSIONS

BATCH = 500


@dataclass(frozen=True, slots=True)
class Trail:
    """Who does what, and from where. `what` is the mutation or the command; `about` the id of what it is
    done to, where that is no record; `network` is what is left of the address later."""

    what: str
    role: str | None = None
    token: str | None = None
    person: str | None = None
    session: str | None = None
    address: str | None = None
    network: str | None = None
    request: str | None = None
    about: str | None = None

    def values(self) -> dict[str, Any]:
        """What an entry keeps of it: the parameter `$trail`."""
        return {
            "what": self.what,
            "role": self.role,
            "tokenId": self.token,
            "personId": self.person,
            "sessionId": self.session,
            "address": self.address,
            "network": self.network,
            "request": self.request,
            "aboutId": self.about,
        }


OF_HUB = Trail("")
"""What the hub does on nobody's behalf."""

KEEP = f"""
CALL (s, e) {{
  CREATE (a:Node&AuditEntry {{id: $entry, kind: '{AuditKind.CHANGE.value}', at: $now, times: 1}})
  CREATE (a)-[:{TOLD_OF}]->(e)
  SET a += $trail
  WITH s, a
  OPTIONAL MATCH (s)-[:{VERSIONS}]->(v:Version {{number: s.version}}) WHERE v.at = $now
  FOREACH (left IN CASE WHEN v IS NULL THEN [] ELSE [v] END | CREATE (a)-[:AUDIT_LEFT]->(left))
  WITH a
  OPTIONAL MATCH (o:Node&Organization {{id: $organization}})
  FOREACH (one IN CASE WHEN o IS NULL THEN [] ELSE [o] END | CREATE (a)-[:AUDIT_FOR]->(one))
}}"""
"""A clause that keeps who made the change of `s` that the event `e` tells of: a part of its statement."""

_NOTE = """
CREATE (a:Node&AuditEntry {id: $entry, kind: $kind, at: $now, times: 1})
SET a += $trail
WITH a
MATCH (o:Node&Organization {id: $organization})
CREATE (a)-[:AUDIT_FOR]->(o)
"""

# Two processes count into one row: its id follows from what is counted, and the constraint of ids holds. A
# graph that is being restored, or is not migrated yet, is left alone: it must be empty for that.
_COUNT = """
MATCH (:Counter {name: 'events'}) WHERE NOT EXISTS { MATCH (:Restoring) }
UNWIND $rows AS row
MERGE (a:Node&AuditEntry {id: row.id})
ON CREATE SET a.kind = row.kind, a.at = row.first, a.times = 0, a += row.trail
SET a.times = a.times + row.times, a.lastAt = row.last
"""

_FORGET = """
MATCH (a:AuditEntry) WHERE a.at < $before
WITH a LIMIT $most DETACH DELETE a
RETURN count(*) AS gone
"""
_COARSEN = """
MATCH (a:AuditEntry) WHERE a.at < $before AND a.network IS NOT NULL
WITH a LIMIT $most SET a.address = a.network REMOVE a.network
RETURN count(*) AS gone
"""


def entry_id() -> str:
    """A new id of an entry."""
    return new_id("aud")


async def note(
    transaction: Transaction, kind: AuditKind, trail: Trail, now: datetime, organization: str | None = None
) -> None:
    """Keep what was done that changes no record, in the transaction that does it."""
    await transaction.run(
        _NOTE,
        entry=entry_id(),
        kind=kind.value,
        now=now,
        trail=trail.values(),
        organization=organization,
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """What happened so many times within an hour."""

    kind: AuditKind
    trail: Trail
    first: datetime
    last: datetime
    times: int


async def count(database: Database, counted: Sequence[Counted]) -> None:
    """Add to how often each happened within its hour."""
    rows = [
        {
            "id": _tally(one),
            "kind": one.kind.value,
            "first": one.first,
            "last": one.last,
            "times": one.times,
            "trail": one.trail.values(),
        }
        for one in counted
    ]

    async def work(transaction: Transaction) -> None:
        await transaction.run(_COUNT, rows=rows)

    await database.write(work)


def _tally(counted: Counted) -> str:
    trail = counted.trail
    parts = (trail.what, trail.role, trail.token, trail.person, trail.session, trail.address, trail.about)
    return made_id("aud", "\n".join([f"{counted.first:%Y-%m-%dT%H}", *(part or "" for part in parts)]))


async def forget(database: Database, now: datetime, days: int) -> int:
    """Take away a batch of entries that are older; how many, 0 once none is left."""
    return await _batch(database, _FORGET, now, days)


async def coarsen(database: Database, now: datetime, days: int) -> int:
    """Leave a batch of entries that are older nothing but the network of their address; how many."""
    return await _batch(database, _COARSEN, now, days)


async def _batch(database: Database, text: str, now: datetime, days: int) -> int:
    async def work(transaction: Transaction) -> int:
        (row,) = await transaction.run(text, before=now - timedelta(days=days), most=BATCH)
        return int(row["gone"])

    gone, _ = await database.write(work)
    return gone
