"""How often somebody is mailed what is new. `hub/telling/digests.py` writes and sends it."""

from collections.abc import Mapping
from typing import Any

from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.model.personal import DigestPace
from graph.queries import digests as queries
from hub.resolvers.deeds import Does, Doing, Given


async def set_digest(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Change how often and at which hour; what is left out stays. Nothing of before is told because of it."""
    for name in given:
        if given[name] is None:
            raise ValueRefused("VALUE_REQUIRED", at=name)
    pace = DigestPace(given["digest"]).value if "digest" in given else None

    async def work(transaction: Transaction) -> None:
        account = str(doing.viewer.account)
        await queries.set_pace(transaction, account, pace, given.get("digestHour"), doing.now)
        await doing.note(transaction, about=doing.viewer.person)

    await doing.write(work)
    return {"done": True}


DEEDS: Mapping[str, Does] = {"setDigest": set_digest}
