"""The links that end letters are found by a hash: a copy of the graph has none that works."""

from hashlib import sha256

from graph.connection import Database, Transaction

STATEMENTS = (
    "DROP CONSTRAINT Account_letterKey IF EXISTS",
    "CREATE CONSTRAINT Account_letterKeyHash IF NOT EXISTS FOR (n:Account) REQUIRE n.letterKeyHash IS UNIQUE",
)
_LEFT = (
    "MATCH (a:Account) WHERE a.letterKey IS NOT NULL AND a.letterKeyHash IS NULL"
    " RETURN a.id AS id, a.letterKey AS key"
)
_KEEP = "UNWIND $rows AS row MATCH (a:Account {id: row.id}) SET a.letterKeyHash = row.hash"


async def apply(database: Database) -> None:
    """Keep the hash of each. The daily round seals what it is of: steps know the graph, and no key."""
    left = await database.rows(_LEFT)
    rows = [{"id": row["id"], "hash": sha256(row["key"].encode()).hexdigest()} for row in left]

    async def work(transaction: Transaction) -> None:
        await transaction.run(_KEEP, rows=rows)

    await database.write(work)
