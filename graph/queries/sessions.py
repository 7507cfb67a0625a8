"""Sessions in the graph, which keeps of each secret its hash alone; and who a person is by them.

`(:Session {id, hash, previousHash, previousUntil, way, agent, createdAt, usedAt, expiresAt, authenticatedAt,
secondFactorAt, renew})-[:OF]->(:Account)-[:OF]->(:Person)`
"""

from datetime import datetime
from typing import Any

from graph.connection import Database, Transaction
from graph.model.affiliations import current
from graph.model.appointments import HELD
from graph.model.organizations import OrganizationStatus
from graph.model.partnerships import running
from graph.model.sessions import SignInWay

_WITHDRAWN = OrganizationStatus.WITHDRAWN.value

# One statement a request, and nothing remembered: whatever changed, here or through another process, holds
# from the next request on.
_IS = f"""a.totpSecret IS NOT NULL AS code, EXISTS {{ (a)<-[:OF]-(:Passkey) }} AS passkey,
       a.id AS account, a.disabledAt IS NOT NULL AS disabled, p.id AS person, {HELD} AS appointments,
       COLLECT {{
         MATCH (p)<-[:AFFILIATES]-(f:Affiliation)-[:AFFILIATED_WITH]->(o:Organization)
         WHERE {current("f")} AND o.status <> '{_WITHDRAWN}'
         WITH f, o ORDER BY f.createdAt, f.id
         RETURN {{organization: o.id, right: f.right, partners: COLLECT {{
           MATCH (o)<-[:HAS_PARTY]-(w:Partnership)-[:HAS_PARTY]->(other:Organization)
           WHERE {running("w")} AND other <> o
           RETURN DISTINCT other.id
         }}}}
       }} AS offices"""
_WHO = f"""
MATCH (s)-[:OF]->(a:Account)-[:OF]->(p:Person)
RETURN s.id AS id, s.usedAt.epochSeconds AS used, s.expiresAt.epochSeconds AS expires,
       coalesce(s.renew, false) AS renew, s.hash = $hash AS newest,
       s.authenticatedAt.epochSeconds AS authenticated, s.secondFactorAt IS NOT NULL AS factor, {_IS}
"""
_FIND = (
    f"MATCH (s:Session) WHERE s.hash = $hash OR (s.previousHash = $hash AND s.previousUntil > $now) {_WHO}"
)
_STILL = f"MATCH (s:Session {{id: $id}}) {_WHO.replace('s.hash = $hash', 'true')}"
_PERSON = f"MATCH (a:Account)-[:OF]->(p:Node&Person {{id: $person}}) RETURN {_IS}"
_BEGIN = """
MATCH (a:Account {id: $account})
CREATE (s:Session)-[:OF]->(a) SET s = $properties
WITH a
MATCH (a)<-[:OF]-(old:Session)
WITH old ORDER BY old.usedAt DESC, old.id SKIP $most
DETACH DELETE old
"""
_USED = "MATCH (s:Session {id: $id}) SET s.usedAt = $now"
_RENEW = """
MATCH (s:Session {id: $id}) WHERE s.hash = $was
SET s.previousHash = s.hash, s.previousUntil = $until, s.hash = $hash
REMOVE s.renew
RETURN s.id AS id
"""
_MARK = "MATCH (:Node&Person {id: $person})<-[:OF]-(:Account)<-[:OF]-(s:Session) SET s.renew = true"
_END = """
MATCH (a:Account {id: $account})<-[:OF]-(s:Session)
WHERE ($id IS NULL OR s.id = $id) AND s.id <> coalesce($but, '')
DETACH DELETE s
RETURN count(*) AS ended
"""
_ONE = """
MATCH (s:Session {id: $id}) RETURN s.way AS way, s.secondFactorAt IS NOT NULL AS factor
"""
_SHOWN = """
MATCH (s:Session {id: $id}) SET s.secondFactorAt = $now, s.authenticatedAt = $now
"""
# Beside sessions what else holds for a while: links that were mailed, challenges, invitations.
_EXPIRED = """
MATCH (s:Session|MailLink|Challenge|Invitation)
WHERE s.expiresAt <= $now OR (s:Session AND s.usedAt <= $idle)
WITH s LIMIT $most DETACH DELETE s
RETURN count(*) AS gone
"""


async def find(database: Database, **parameters: Any) -> dict[str, Any] | None:
    """The session of a `$hash`, its account, and its person's offices at `$now` on the day `$today`."""
    rows = await database.rows(_FIND, **parameters)
    return rows[0] if rows else None


async def still(database: Database, **parameters: Any) -> dict[str, Any] | None:
    """The same of the session of an `$id`, whatever its secret is by now."""
    rows = await database.rows(_STILL, **parameters)
    return rows[0] if rows else None


async def of_person(database: Database, **parameters: Any) -> dict[str, Any] | None:
    """The account of a `$person` and their offices on the day `$today`, without any session."""
    rows = await database.rows(_PERSON, **parameters)
    return rows[0] if rows else None


async def begin(transaction: Transaction, account: str, most: int, **properties: Any) -> None:
    """Begin a session of an account, which keeps the `most` used last."""
    await transaction.run(_BEGIN, account=account, most=most, properties=properties)


async def use(transaction: Transaction, id_: str, now: datetime) -> None:
    """Note that a session is in use."""
    await transaction.run(_USED, id=id_, now=now)


async def renew(transaction: Transaction, id_: str, was: str, hash_: str, until: datetime) -> bool:
    """Give a session another secret; the one it had holds `until` then. False if it has another already."""
    return bool(await transaction.run(_RENEW, id=id_, was=was, hash=hash_, until=until))


async def mark_for_renewal(transaction: Transaction, person: str) -> None:
    """Let every session of a person have another secret from its next request on."""
    await transaction.run(_MARK, person=person)


async def end(transaction: Transaction, account: str, id_: str | None = None, but: str | None = None) -> int:
    """End one session of an account, or all `but` one; how many there were."""
    (row,) = await transaction.run(_END, account=account, id=id_, but=but)
    return int(row["ended"])


async def one(transaction: Transaction, id_: str) -> tuple[SignInWay, bool]:
    """How a session began, and whether it has shown a second factor."""
    (row,) = await transaction.run(_ONE, id=id_)
    return SignInWay(row["way"]), bool(row["factor"])


async def show_factor(transaction: Transaction, id_: str, now: datetime) -> None:
    """Note that whoever has this session has shown the second factor of its account."""
    await transaction.run(_SHOWN, id=id_, now=now)


async def forget_expired(database: Database, now: datetime, idle: datetime, most: int) -> int:
    """Take away a batch of what has ended by itself; how many, 0 once none is left."""

    async def work(transaction: Transaction) -> int:
        (row,) = await transaction.run(_EXPIRED, now=now, idle=idle, most=most)
        return int(row["gone"])

    gone, _ = await database.write(work)
    return gone
