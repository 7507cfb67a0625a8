"""What has had its time: keys that nobody sends again."""

from datetime import datetime, timedelta

from graph.connection import Database, Transaction
from graph.limits import MAXIMUM_KEY_DAYS

BATCH = 500
_FORGET = """
MATCH (i:Idempotency) WHERE i.at < $before
WITH i LIMIT $most DELETE i
RETURN count(*) AS gone
"""


async def forget_keys(database: Database, now: datetime) -> int:
    """Take away a batch of idempotency keys of before `MAXIMUM_KEY_DAYS`; how many, 0 once none is left."""

    async def work(transaction: Transaction) -> int:
        before = now - timedelta(days=MAXIMUM_KEY_DAYS)
        (row,) = await transaction.run(_FORGET, before=before, most=BATCH)
        return int(row["gone"])

    gone, _ = await database.write(work)
    return gone
