"""Passkeys in the graph: what a key signs with is public; and challenges, each good for one answer.

`(:Passkey {id, credential, publicKey, signCount, name, createdAt, usedAt})-[:OF]->(:Account)`,
`(:Challenge {hash, expiresAt})`, of an account where a key is to be added to it.
"""

from datetime import datetime
from typing import Any

from graph.connection import Transaction

_CHALLENGE = """
CREATE (c:Challenge {hash: $hash, expiresAt: $until})
WITH c
CALL (c) { MATCH (a:Account {id: $account}) CREATE (c)-[:OF]->(a) }
"""
_SPEND = """
MATCH (c:Challenge {hash: $hash}) SET c.locked = true
WITH c WHERE c.expiresAt IS NOT NULL
OPTIONAL MATCH (c)-[:OF]->(a:Account)
WITH c, a, c.expiresAt > $now AS holds
DETACH DELETE c
RETURN a.id AS account, holds
"""
_ADD = """
MATCH (a:Account {id: $account})
CREATE (k:Passkey)-[:OF]->(a) SET k = $properties
"""
_OF = "MATCH (k:Passkey)-[:OF]->(:Account {id: $account}) RETURN k.credential AS credential"
_FIND = """
MATCH (k:Passkey {credential: $credential})-[:OF]->(a:Account)-[:OF]->(p:Person)
RETURN k.publicKey AS key, k.signCount AS count, a.id AS account, a.disabledAt IS NOT NULL AS disabled,
       p.id AS person
"""
_USED = "MATCH (k:Passkey {credential: $credential}) SET k.signCount = $count, k.usedAt = $now"
_REMOVE = """
MATCH (k:Passkey {id: $id})-[:OF]->(:Account {id: $account})
DETACH DELETE k RETURN true AS gone
"""


async def keep_challenge(
    transaction: Transaction, hash_: str, until: datetime, account: str | None = None
) -> None:
    """Keep the hash of a challenge that is out."""
    await transaction.run(_CHALLENGE, hash=hash_, until=until, account=account)


async def spend_challenge(
    transaction: Transaction, hash_: str, now: datetime, account: str | None = None
) -> bool:
    """Take an answer to a challenge: whether it was out, for that account or for nobody in particular."""
    rows = await transaction.run(_SPEND, hash=hash_, now=now)
    return bool(rows and rows[0]["holds"] and rows[0]["account"] == account)


async def add(transaction: Transaction, account: str, **properties: Any) -> None:
    """Add a passkey to an account. Raises ConstraintBroken for one that is there."""
    await transaction.run(_ADD, account=account, properties=properties)


async def credentials(transaction: Transaction, account: str) -> list[str]:
    """The passkeys of an account, as browsers name them."""
    return [row["credential"] for row in await transaction.run(_OF, account=account)]


async def find(transaction: Transaction, credential: str) -> dict[str, Any] | None:
    """The `key`, `count`, `account` and `person` of a passkey."""
    rows = await transaction.run(_FIND, credential=credential)
    return rows[0] if rows else None


async def use(transaction: Transaction, credential: str, count: int, now: datetime) -> None:
    """Note that a passkey has signed in."""
    await transaction.run(_USED, credential=credential, count=count, now=now)


async def remove(transaction: Transaction, account: str, id_: str) -> bool:
    """Take a passkey of an account away; False where it has no such."""
    return bool(await transaction.run(_REMOVE, account=account, id=id_))
