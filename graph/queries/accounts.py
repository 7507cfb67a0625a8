"""Accounts in the graph: found by the mail address, which no two have; what is secret is kept as a hash.

`(:Account {id, mail, mailKey, passwordHash, createdAt, disabledAt, totpSecret, totpPending,
totpStep})-[:OF]->(:Person)`, and what leads to it by the same relationship: Session, MailLink, RecoveryCode,
Passkey, Identity.
"""

from datetime import date, datetime
from typing import Any

from graph.connection import Database, Transaction
from graph.model.appointments import current
from graph.model.ids import new_id

_KEPT = """
RETURN a.id AS id, a.mail AS mail, a.passwordHash AS password, a.disabledAt IS NOT NULL AS disabled,
       a.totpSecret AS totp, a.totpPending AS pending,
       p.id AS person, p.name AS name, coalesce(head(p.languages), 'FA') AS language,
       EXISTS { (a)<-[:OF]-(:Passkey) } AS passkeys
"""
_BY_MAIL = f"MATCH (a:Account {{mailKey: $key}})-[:OF]->(p:Person) {_KEPT}"
_BY_PERSON = f"MATCH (a:Account)-[:OF]->(p:Node&Person {{id: $person}}) {_KEPT}"
_BY_ID = f"MATCH (a:Account {{id: $id}})-[:OF]->(p:Person) {_KEPT}"
_CREATE = "MATCH (p:Node&Person {id: $person}) CREATE (a:Account)-[:OF]->(p) SET a = $properties"
_SET = "MATCH (a:Account {id: $id}) SET a += $values"
_STEP = """
MATCH (a:Account {id: $id}) SET a.locked = true REMOVE a.locked
WITH a WHERE coalesce(a.totpStep < $step, true) SET a.totpStep = $step
RETURN a.id AS id
"""
_CODES = """
MATCH (a:Account {id: $id})
CALL (a) { MATCH (a)<-[:OF]-(old:RecoveryCode) DETACH DELETE old }
UNWIND $hashes AS hash CREATE (:RecoveryCode {hash: hash})-[:OF]->(a)
"""
# Of two at once the second waits for the first, and then finds no code.
_SPEND = """
MATCH (a:Account {id: $id}) SET a.locked = true REMOVE a.locked
WITH a
MATCH (c:RecoveryCode {hash: $hash})-[:OF]->(a)
DETACH DELETE c RETURN true AS spent
"""
_LINK = """
MATCH (a:Account {id: $account})
CALL (a) { MATCH (a)<-[:OF]-(old:MailLink {kind: $kind}) DETACH DELETE old }
CREATE (l:MailLink {hash: $hash, kind: $kind, mail: $mail, createdAt: $now, expiresAt: $until})-[:OF]->(a)
"""
_OPEN = """
MATCH (l:MailLink {hash: $hash, kind: $kind})-[:OF]->(a:Account) SET l.locked = true
WITH l, a WHERE l.createdAt IS NOT NULL
WITH l, a, l.mail AS mail, l.expiresAt > $now AS holds
DETACH DELETE l
RETURN a.id AS account, mail, holds
"""
_PEEK = """
MATCH (l:MailLink {hash: $hash, kind: $kind})-[:OF]->(a:Account)
RETURN a.id AS account, l.mail AS mail, l.expiresAt > $now AS holds
"""
_FORGET = "MATCH (l:MailLink)-[:OF]->(:Account {id: $account}) DETACH DELETE l"
_DELETE = """
MATCH (a:Account {id: $id})-[:OF]->(p:Person)
CALL (a) { MATCH (i:Invitation {mailKey: a.mailKey}) DETACH DELETE i }
OPTIONAL MATCH (x)-[:OF]->(a)
DETACH DELETE x
WITH DISTINCT a, p
CALL (p) { MATCH (t:Token)-[:OF]->(p) SET t.revokedAt = coalesce(t.revokedAt, $now) }
DETACH DELETE a, p
"""
_IDENTITY = """
MATCH (i:Identity {key: $key})-[:OF]->(a:Account) RETURN a.id AS account
"""
_IDENTIFY = """
MATCH (a:Account {id: $account})
MERGE (i:Identity {key: $key}) ON CREATE SET i.provider = $provider, i.createdAt = $now
MERGE (i)-[:OF]->(a)
"""

_UNLINK = """
MATCH (i:Identity {provider: $provider})-[:OF]->(:Account {id: $account})
DETACH DELETE i RETURN true AS gone
"""


def mail_key(mail: str) -> str:
    """What two spellings of one mail address have in common.

    >>> mail_key(" Sara@Example.IR ")
    'sara@example.ir'
    """
    return mail.strip().casefold()


async def by_mail(transaction: Transaction, mail: str) -> dict[str, Any] | None:
    """The account of a mail address."""
    return _first(await transaction.run(_BY_MAIL, key=mail_key(mail)))


async def by_person(transaction: Transaction, person: str) -> dict[str, Any] | None:
    """The account of a person."""
    return _first(await transaction.run(_BY_PERSON, person=person))


async def by_id(transaction: Transaction, id_: str) -> dict[str, Any] | None:
    """An account."""
    return _first(await transaction.run(_BY_ID, id=id_))


async def create(transaction: Transaction, person: str, mail: str, now: datetime, **more: Any) -> str:
    """Give a person an account; its id. Raises ConstraintBroken where the address has one."""
    made = new_id("acc")
    values = {"id": made, "mail": mail, "mailKey": mail_key(mail), "createdAt": now, **more}
    await transaction.run(_CREATE, person=person, properties=values)
    return made


async def change(transaction: Transaction, id_: str, **values: Any) -> None:
    """Change an account; None takes a value away. Raises ConstraintBroken where the address has one."""
    await transaction.run(_SET, id=id_, values=values)


async def take_step(transaction: Transaction, id_: str, step: int) -> bool:
    """Note that the code of a time step was given; False where it, or a later one, was given before."""
    return bool(await transaction.run(_STEP, id=id_, step=step))


async def keep_codes(transaction: Transaction, id_: str, hashes: list[str]) -> None:
    """Let these be the recovery codes of an account, and no others."""
    await transaction.run(_CODES, id=id_, hashes=hashes)


async def spend_code(transaction: Transaction, id_: str, hash_: str) -> bool:
    """Use a recovery code up; False where the account has none such."""
    return bool(await transaction.run(_SPEND, id=id_, hash=hash_))


async def keep_link(
    transaction: Transaction, account: str, kind: str, hash_: str, mail: str | None, **moments: datetime
) -> None:
    """Keep the hash of a link that is mailed; an earlier one of its kind opens nothing any more."""
    await transaction.run(_LINK, account=account, kind=kind, hash=hash_, mail=mail, **moments)


async def open_link(
    transaction: Transaction, kind: str, hash_: str, now: datetime, *, spend: bool = True
) -> dict[str, Any] | None:
    """The `account` and `mail` of a link that was mailed, and whether it `holds`; spent, it opens no more."""
    return _first(await transaction.run(_OPEN if spend else _PEEK, kind=kind, hash=hash_, now=now))


async def forget_links(transaction: Transaction, account: str) -> None:
    """Let no link that was mailed for an account open anything any more."""
    await transaction.run(_FORGET, account=account)


async def delete(transaction: Transaction, id_: str, now: datetime) -> None:
    """Take an account away with all that is its own, the person among it; a token of theirs opens no more."""
    await transaction.run(_DELETE, id=id_, now=now)


async def of_identity(transaction: Transaction, key: str) -> str | None:
    """The account that signs in through a provider as this one."""
    found = _first(await transaction.run(_IDENTITY, key=key))
    return None if found is None else str(found["account"])


async def identify(transaction: Transaction, account: str, key: str, provider: str, now: datetime) -> None:
    """Let an account sign in through a provider as this one."""
    await transaction.run(_IDENTIFY, account=account, key=key, provider=provider, now=now)


async def unlink(transaction: Transaction, account: str, provider: str) -> bool:
    """Let an account be signed in to through a provider no more; False where it was not."""
    return bool(await transaction.run(_UNLINK, account=account, provider=provider))


async def administrators(database: Database, today: date) -> int:
    """How many accounts administer the hub on a day."""
    rows = await database.rows(
        "MATCH (a:Account)-[:OF]->(:Person)<-[:APPOINTS]-(held:Appointment)"
        f" WHERE held.role = 'ADMINISTRATOR' AND {current('held')} AND a.disabledAt IS NULL"
        " RETURN count(DISTINCT a) AS n",
        today=today,
    )
    return int(rows[0]["n"])


def _first(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    return rows[0] if rows else None
