"""Letters of what is new in the graph: who is due one, and what was told, kept with the account.

`(:Account {digest, digestHour, digestAt, digestTold, digestLease, digestLeaseUntil, digestTries,
digestNextAt, letterKey, letterKeyHash})`

`digestAt` is the moment that the last letter was due at, `digestTold` that of the last event before it; what
ends the links of letters is the `letterKey`, which does nothing but let whoever has it unsubscribe. It is
kept sealed, for the next letter, and found by its hash.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from graph.connection import Database, Transaction
from graph.model.personal import DIGEST_HOUR, DigestPace
from graph.queries.records import locked

_PACE, _HOUR = f"coalesce(a.digest, '{DigestPace.WEEKLY.value}')", f"coalesce(a.digestHour, {DIGEST_HOUR})"
_DUE_AT = f"$slots[{_PACE}][{_HOUR}]"
_IS_DUE = f"""a.disabledAt IS NULL AND coalesce(a.digestAt, a.createdAt) < {_DUE_AT}
  AND coalesce(a.digestLeaseUntil <= $now, true) AND coalesce(a.digestNextAt <= $now, true)"""
_TOLD = "head(COLLECT { MATCH (c:Counter {name: 'events'}) RETURN c.told })"

# Those that failed come last: an address that takes nothing holds up nobody.
_DUE = f"""
MATCH (a:Account) WHERE {_IS_DUE}
RETURN a.id AS id ORDER BY coalesce(a.digestTries, 0), a.id LIMIT $most
"""
_CLAIM = f"""
MATCH (a:Account {{id: $id}})-[:OF]->(p:Person) {locked("a")}
WITH a, p WHERE {_IS_DUE}
SET a.digestLease = $lease, a.digestLeaseUntil = $until
RETURN a.id AS account, p.id AS person, a.mail AS mail, a.letterKey AS key, {_PACE} AS pace,
       {_DUE_AT} AS due, coalesce(head(p.languages), 'FA') AS language, a.digestTold AS since,
       a.createdAt AS created, a.digestAt AS at, coalesce(a.digestTries, 0) AS tries, {_TOLD} AS told
"""
_DONE = """
MATCH (a:Account {id: $id, digestLease: $lease})
SET a.digestAt = $due, a.digestTold = $told
REMOVE a.digestLease, a.digestLeaseUntil, a.digestTries, a.digestNextAt
"""
_FAILED = """
MATCH (a:Account {id: $id, digestLease: $lease})
SET a.digestTries = coalesce(a.digestTries, 0) + 1, a.digestNextAt = $next
REMOVE a.digestLease, a.digestLeaseUntil
"""
_HOLDS = "MATCH (a:Account {id: $id, digestLease: $lease}) WHERE a.disabledAt IS NULL RETURN a.mail AS mail"
# Whoever begins anew is not told what has happened while nothing was to be told.
_SET = f"""
MATCH (a:Account {{id: $id}}) {locked("a")}
SET a.digest = coalesce($pace, a.digest), a.digestHour = coalesce($hour, a.digestHour), a.digestAt = $now,
    a.digestTold = CASE WHEN $was = 'NEVER' THEN {_TOLD} ELSE a.digestTold END
REMOVE a.digestLease, a.digestLeaseUntil, a.digestTries, a.digestNextAt
"""
_WAS = f"MATCH (a:Account {{id: $id}}) RETURN {_PACE} AS pace"
_KEY = """
MATCH (a:Account {id: $id, digestLease: $lease}) SET a.letterKey = $key, a.letterKeyHash = $hash
"""
_BY_KEY = "MATCH (a:Account {letterKeyHash: $hash})-[:OF]->(p:Person) RETURN a.id AS account, p.id AS person"
_OF_MAIL = f"""
MATCH (a:Account {{mailKey: $mail}})-[:OF]->(p:Person)
RETURN a.id AS account, p.id AS person, a.mail AS mail, a.letterKey AS key, {_PACE} AS pace,
       coalesce(head(p.languages), 'FA') AS language, a.digestTold AS since, a.createdAt AS created,
       a.digestAt AS at, a.disabledAt IS NOT NULL AS disabled, {_TOLD} AS told
"""


async def due(
    database: Database, slots: Mapping[str, Sequence[datetime]], now: datetime, most: int
) -> list[str]:
    """The accounts that are due a letter: `slots` has for each pace and hour the last moment for it."""
    rows = await database.rows(_DUE, slots=slots, now=now, most=most)
    return [row["id"] for row in rows]


async def claim(database: Database, account: str, **parameters: Any) -> dict[str, Any] | None:
    """Whom to write to, if the letter is still due and nobody else writes it."""

    async def work(transaction: Transaction) -> dict[str, Any] | None:
        rows = await transaction.run(_CLAIM, id=account, **parameters)
        return rows[0] if rows else None

    claimed, _ = await database.write(work)
    return claimed


async def holds(database: Database, account: str, lease: str) -> str | None:
    """The address to send to, while the letter is still ours to send; None if not."""

    async def work(transaction: Transaction) -> str | None:
        rows = await transaction.run(_HOLDS, id=account, lease=lease)
        return str(rows[0]["mail"]) if rows else None

    mail, _ = await database.write(work)
    return mail


async def done(database: Database, account: str, lease: str, due: datetime, told: datetime | None) -> None:
    """Note that a letter was sent, or that there was nothing to send, and up to which event."""

    async def work(transaction: Transaction) -> None:
        await transaction.run(_DONE, id=account, lease=lease, due=due, told=told)

    await database.write(work)


async def failed(database: Database, account: str, lease: str, next_: datetime) -> None:
    """Note that nobody took a letter, and when it is tried again."""

    async def work(transaction: Transaction) -> None:
        await transaction.run(_FAILED, id=account, lease=lease, next=next_)

    await database.write(work)


async def set_pace(
    transaction: Transaction, account: str, pace: str | None, hour: int | None, now: datetime
) -> None:
    """Let somebody be mailed as often, and at that hour, from now on; None leaves it as it is."""
    rows = await transaction.run(_WAS, id=account)
    if rows:
        await transaction.run(_SET, id=account, pace=pace, hour=hour, now=now, was=rows[0]["pace"])


async def keep_key(database: Database, account: str, lease: str, key: str, hash_: str) -> None:
    """Let the links of somebody's letters end with another key, given as it is kept, and its hash."""

    async def work(transaction: Transaction) -> None:
        await transaction.run(_KEY, id=account, lease=lease, key=key, hash=hash_)

    await database.write(work)


async def of_key(transaction: Transaction, hash_: str) -> dict[str, Any] | None:
    """The `account` and `person` whose letters end with the key of that hash."""
    rows = await transaction.run(_BY_KEY, hash=hash_)
    return rows[0] if rows else None


async def of_mail(database: Database, mail_key: str) -> dict[str, Any] | None:
    """What a letter to somebody would begin with."""

    async def work(transaction: Transaction) -> dict[str, Any] | None:
        rows = await transaction.run(_OF_MAIL, mail=mail_key)
        return rows[0] if rows else None

    found, _ = await database.write(work)
    return found
