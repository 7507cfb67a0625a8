"""What persons follow, in the graph: `(:Follow {id, kind, below, createdAt, since})-[:OF]->(:Account)`, and
`(:Follow)-[:FOLLOWED]->` what it is. `since` is the moment of the feed from which on they are told.
"""

from typing import Any

from graph.connection import Transaction
from graph.model.ids import new_id
from graph.model.members import See
from graph.queries.records import locked

# The account is locked, so that two requests at once do not follow one too many, or one thing twice.
_FOLLOW = f"""
MATCH (a:Account {{id: $account}}) {locked("a")}
WITH a MATCH (t:Node&«label» {{id: $id}}) WHERE «right»
OPTIONAL MATCH (a)<-[:OF]-(old:Follow)-[:FOLLOWED]->(t)
OPTIONAL MATCH (c:Counter {{name: 'events'}})
WITH a, t, head(collect(old)) AS old, coalesce(head(collect(c.told)), $now) AS told
WITH a, t, old, told, COUNT {{ (a)<-[:OF]-(:Follow) }} AS held
FOREACH (_ IN CASE WHEN old IS NULL AND held < $most THEN [1] ELSE [] END |
  CREATE (a)<-[:OF]-(f:Follow {{id: $made, kind: $kind, below: $below, createdAt: $now, since: told}})
    -[:FOLLOWED]->(t))
FOREACH (f IN CASE WHEN old IS NULL THEN [] ELSE [old] END | SET f.below = $below)
RETURN CASE WHEN old IS NOT NULL THEN old.id WHEN held < $most THEN $made END AS id
"""
_UNFOLLOW = """
MATCH (f:Follow {id: $id})-[:OF]->(:Account {id: $account}) DETACH DELETE f RETURN true AS gone
"""


async def follow(
    transaction: Transaction, see: See, account: str, label: str, id_: str, **values: Any
) -> str | bool | None:
    """Let an account follow what its person may read: the id of that, None where it follows `most` already.

    False where there is nothing of that id, or nothing that they may read. `values`: kind, below, now, most.
    """
    text = _FOLLOW.replace("«label»", label).replace("«right»", see("t", label))
    rows = await transaction.run(text, account=account, id=id_, made=new_id("flw"), **values)
    return rows[0]["id"] if rows else False


async def unfollow(transaction: Transaction, account: str, id_: str) -> bool:
    """Let an account follow something no more; False where it does not."""
    return bool(await transaction.run(_UNFOLLOW, account=account, id=id_))
