"""Turn what is kept under a seal into rows, and keep it in another form."""

from typing import Any

from graph.connection import Database, Transaction
from graph.queries.records import locked

SEALED = {
    "Account": ("totpSecret", "totpPending", "letterKey"),
    "Webhook": ("secret", "previousSecret"),
}
"""What has to be read again, and so cannot be a hash, by what has it."""

_KEPT = " UNION ALL ".join(
    f"MATCH (n:{label}) UNWIND {list(names)} AS name WITH n, name WHERE n[name] IS NOT NULL"
    f" RETURN '{label}' AS label, n.id AS id, name, n[name] AS kept"
    for label, names in SEALED.items()
)


async def kept(database: Database) -> list[dict[str, Any]]:
    """All that is sealed, or is to be: `label`, `id`, `name`, and as it is `kept`."""
    return await database.rows(_KEPT)


async def keep(transaction: Transaction, row: dict[str, Any], kept_: str) -> None:
    """Keep one of them in another form, unless it has changed meanwhile."""
    one = f"MATCH (n:{row['label']} {{id: $id}}) {locked('n')}"
    text = f"{one} WITH n WHERE n[$name] = $was SET n[$name] = $kept"
    await transaction.run(text, id=row["id"], name=row["name"], was=row["kept"], kept=kept_)
