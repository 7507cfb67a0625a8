"""API tokens of an organization in the graph: made, replaced, narrowed, revoked, and when they were used.

`(:Token {id, hash, label, role, scopes, madeBy, createdAt, expiresAt, revokedAt, rotatedAt,
lastUsedAt})
-[:ACTS_FOR]->(:Organization)`
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.connection import Database, Transaction
from graph.model.affiliations import AffiliationRight, current
from graph.queries.records import Writing, locked

# The organization is locked, so that two who make one at once do not make one too many.
_CREATE = f"""
MATCH (o:Node&Organization {{id: $organization}}) {locked("o")}
WITH o, COUNT {{ (o)<-[:ACTS_FOR]-(t:Token) WHERE t.revokedAt IS NULL AND t.expiresAt > $now }} AS held
WHERE held < $most
CREATE (t:Token)-[:ACTS_FOR]->(o) SET t = $properties
RETURN properties(t) AS token
"""
_FIND = f"""
MATCH (t:Token {{id: $id, role: 'MEMBER'}})-[:ACTS_FOR]->(:Organization {{id: $organization}}) {locked("t")}
RETURN properties(t) AS token
"""
_CHANGE = "MATCH (t:Token {id: $id}) SET t += $changed RETURN properties(t) AS token"
_EDITS = f"{{right: '{AffiliationRight.EDITOR.value}'}}"
_EDITED = f"""
MATCH (:Node&Person {{id: $person}})<-[:AFFILIATES]-(a:Affiliation {_EDITS})-[:AFFILIATED_WITH]->(o)
WHERE {current("a")}
RETURN a.id AS id, o.id AS organization ORDER BY o.id
"""
# The organization is locked before it is asked: of what happens at once the second sees the first.
_MAY_MAKE = f"""
MATCH (o:Node&Organization {{id: $organization}}) {locked("o")}
WITH o
RETURN EXISTS {{ (o)<-[:AFFILIATED_WITH]-(a:Affiliation {_EDITS})-[:AFFILIATES]->(:Person {{id: $person}})
                 WHERE {current("a")} }} AS may
"""
# Whoever is left could not see them, and so not end them; nor could whose account is disabled.
_END_UNKEPT = f"""
MATCH (o:Node&Organization {{id: $organization}}) {locked("o")}
WITH o
WHERE NOT EXISTS {{
  (o)<-[:AFFILIATED_WITH]-(a:Affiliation {_EDITS})-[:AFFILIATES]->(:Person)<-[:OF]-(k:Account)
  WHERE {current("a")} AND a.id <> $but AND k.disabledAt IS NULL }}
MATCH (t:Token {{role: 'MEMBER'}})-[:ACTS_FOR]->(o)
WHERE t.madeBy IS NOT NULL AND t.revokedAt IS NULL AND t.expiresAt > $now
SET t.revokedAt = $now
RETURN count(t) AS ended
"""
_USED = """
UNWIND $rows AS row
MATCH (t:Token {id: row.id}) WHERE coalesce(t.lastUsedAt < row.at, true)
SET t.lastUsedAt = row.at
"""


async def create(
    transaction: Transaction, organization: str, properties: Mapping[str, Any], now: datetime, most: int
) -> dict[str, Any] | None:
    """Make a token of an organization; None where it has as many in force as it may."""
    rows = await transaction.run(
        _CREATE, organization=organization, properties=dict(properties), now=now, most=most
    )
    return dict(rows[0]["token"]) if rows else None


async def find(transaction: Transaction, organization: str, token: str) -> dict[str, Any] | None:
    """A token that members of an organization ask with, locked; None where it has none of that id."""
    rows = await transaction.run(_FIND, id=token, organization=organization)
    return dict(rows[0]["token"]) if rows else None


async def change(transaction: Transaction, token: str, **changed: Any) -> dict[str, Any]:
    """Change a token; as it is now."""
    (row,) = await transaction.run(_CHANGE, id=token, changed=changed)
    return dict(row["token"])


async def end_unkept(writing: Writing, organization: str, but: str) -> int:
    """End what editors of an organization have made where nobody edits for it any `but` by an affiliation
    that ends; how many there were."""
    (row,) = await writing.run(_END_UNKEPT, organization=organization, but=but)
    return int(row["ended"])


async def may_make(transaction: Transaction, organization: str, person: str) -> bool:
    """Whether a person edits for an organization, which is locked."""
    return bool((await transaction.run(_MAY_MAKE, organization=organization, person=person))[0]["may"])


async def edited(writing: Writing, person: str) -> list[tuple[str, str]]:
    """The affiliations by which a person edits, each with its organization."""
    return [(row["id"], row["organization"]) for row in await writing.run(_EDITED, person=person)]


async def used(database: Database, moments: Mapping[str, datetime]) -> None:
    """Keep when tokens were last used."""
    rows = [{"id": token, "at": at} for token, at in moments.items()]

    async def work(transaction: Transaction) -> None:
        await transaction.run(_USED, rows=rows)

    await database.write(work)
