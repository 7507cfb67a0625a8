"""API tokens: made once, shown once, kept as a hash; scoped, expiring, revocable.

What editors do with those of their organization is in `hub/resolvers/tokens.py`, and what there is of one in
`graph/queries/tokens.py`. One made here may be that of a person, who reviews with it what they are appointed
for.
"""

import base64
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from graph.compiler import Role
from graph.connection import Database, Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_TOKEN_DAYS
from graph.model.audit import AuditKind
from graph.model.ids import new_id
from graph.queries import audit
from graph.queries.audit import Trail
from hub.permissions import SCOPES

TRUSTEE = "TRUSTEE"
"""The role of a token that reads as a member of no organization, and may open authors."""
PREFIX = "hub_"
"""What every secret starts with, so that scanners find one that leaked."""


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token as `hub token list` shows it: never its secret."""

    id: str
    label: str
    role: str
    organization: str | None
    scopes: list[str]
    expires_at: str
    revoked: bool


def hashed(secret: str) -> str:
    """What is kept of a secret. It has 256 random bits, so one round of SHA-256 is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_secret() -> str:
    """A secret of 256 random bits."""
    return PREFIX + base64.b32encode(secrets.token_bytes(32)).decode().rstrip("=").lower()


async def create(
    database: Database,
    organization: str | None,
    role: str,
    scopes: list[str],
    expires_in_days: int,
    label: str,
    provinces: Sequence[str] = (),
    person: str | None = None,
) -> tuple[str, str]:
    """Make a token; its id and its secret. `provinces`: the ids of those that a coordinator is bound to.

    Raises ValueRefused: NOT_FOUND for an unknown organization or person, TOKEN_SETTINGS for a role, scope or
    term that does not exist, a member without an organization, a trustee with one, or provinces
    of anybody but a coordinator.
    """
    roles = {*(r.value for r in Role if r is not Role.ANONYMOUS), TRUSTEE}
    known = role in roles and set(scopes) <= set(SCOPES)
    in_term = 1 <= expires_in_days <= MAXIMUM_TOKEN_DAYS
    # A trustee speaks for no organization, whose word could be taken for that of the trustee.
    bound = bool(provinces) and role != Role.COORDINATOR.value
    fits = role not in {Role.MEMBER.value, TRUSTEE} or (organization is None) is (role == TRUSTEE)
    if not known or not in_term or not fits or bound:
        raise ValueRefused("TOKEN_SETTINGS", scopes=", ".join(SCOPES))
    now = datetime.now(UTC)
    secret = new_secret()
    properties = {
        "id": new_id("tok"),
        "hash": hashed(secret),
        "label": label,
        "role": role,
        "scopes": scopes,
        "createdAt": now,
        "expiresAt": now + timedelta(days=expires_in_days),
        "regions": list(provinces) or None,
    }

    async def work(transaction: Transaction) -> None:
        await transaction.run("CREATE (t:Token) SET t = $properties", properties=properties)
        trail = Trail("hub token create", about=str(properties["id"]))
        await audit.note(transaction, AuditKind.COMMAND, trail, now, organization)
        if organization is not None:
            rows = await transaction.run(
                "MATCH (t:Token {hash: $hash}) MATCH (o:Node&Organization {id: $organization})"
                " WHERE o.status <> 'WITHDRAWN'"
                " CREATE (t)-[:ACTS_FOR]->(o) RETURN o.id AS id",
                hash=properties["hash"],
                organization=organization,
            )
            if not rows:
                raise ValueRefused("NOT_FOUND", given=organization)
        if person is not None:
            rows = await transaction.run(
                "MATCH (t:Token {hash: $hash}) MATCH (p:Node&Person {id: $person})"
                " CREATE (t)-[:OF]->(p) RETURN p.id AS id",
                hash=properties["hash"],
                person=person,
            )
            if not rows:
                raise ValueRefused("NOT_FOUND", given=person)

    await database.write(work)
    return str(properties["id"]), secret


async def revoke(database: Database, token: str) -> bool:
    """Take a token back, by its id. False when there is none, or it was taken back before."""

    now = datetime.now(UTC)

    async def work(transaction: Transaction) -> list[dict[str, Any]]:
        rows = await transaction.run(
            "MATCH (t:Token {id: $id}) WHERE t.revokedAt IS NULL SET t.revokedAt = $now"
            " RETURN head([(t)-[:ACTS_FOR]->(o) | o.id]) AS organization",
            id=token,
            now=now,
        )
        for row in rows:
            trail = Trail("hub token revoke", about=token)
            await audit.note(transaction, AuditKind.COMMAND, trail, now, row["organization"])
        return rows

    rows, _ = await database.write(work)
    return bool(rows)


async def list_all(database: Database) -> list[TokenRow]:
    """All tokens, newest first."""
    rows = await database.rows(
        "MATCH (t:Token) OPTIONAL MATCH (t)-[:ACTS_FOR]->(o:Organization)"
        " RETURN t.id AS id, t.label AS label, t.role AS role, o.id AS organization, t.scopes AS scopes,"
        " toString(t.expiresAt) AS expires_at, t.revokedAt IS NOT NULL AS revoked"
        " ORDER BY t.createdAt DESC, t.id"
    )
    return [TokenRow(**row) for row in rows]
