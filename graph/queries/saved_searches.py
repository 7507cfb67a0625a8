"""Searches that persons have saved: `(:SavedSearch {id, name, query, words, types, topicIds, regionIds,
outcomes, years, told, createdAt, since})-[:OF]->(:Account)`.

`words` are the forms of its words, folded by the rules of today; `since` is as of what is followed.
"""

from typing import Any

from graph.connection import Transaction
from graph.model.ids import new_id
from graph.queries.records import locked

_SAVE = f"""
MATCH (a:Account {{id: $account}}) {locked("a")}
WITH a OPTIONAL MATCH (c:Counter {{name: 'events'}})
WITH a, coalesce(c.told, $values.createdAt) AS told, COUNT {{ (a)<-[:OF]-(:SavedSearch) }} AS held
WHERE held < $most
CREATE (w:SavedSearch)-[:OF]->(a) SET w = $values, w.since = told
RETURN w.id AS id
"""
# Told again from now on: what was published meanwhile is not caught up with.
_EDIT = """
MATCH (w:SavedSearch {id: $id})-[:OF]->(:Account {id: $account})
OPTIONAL MATCH (c:Counter {name: 'events'})
SET w.since = CASE WHEN coalesce($values.told, false) AND NOT w.told
                   THEN coalesce(c.told, $now) ELSE w.since END
SET w += $values
RETURN true AS done
"""
_REMOVE = """
MATCH (w:SavedSearch {id: $id})-[:OF]->(:Account {id: $account}) DETACH DELETE w RETURN true AS done
"""


async def save(transaction: Transaction, account: str, most: int, **values: Any) -> str | None:
    """Keep a search of an account; its id, None where it has `most` already."""
    kept = {"id": new_id("svs"), **values}
    rows = await transaction.run(_SAVE, account=account, most=most, values=kept)
    return str(rows[0]["id"]) if rows else None


async def edit(transaction: Transaction, account: str, id_: str, now: Any, **values: Any) -> bool:
    """Change a saved search; False where the account has none of that id."""
    return bool(await transaction.run(_EDIT, account=account, id=id_, now=now, values=values))


async def remove(transaction: Transaction, account: str, id_: str) -> bool:
    """Take a saved search away; False where the account has none of that id."""
    return bool(await transaction.run(_REMOVE, account=account, id=id_))
