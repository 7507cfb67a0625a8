"""What people do to hear of things: follow them, and unfollow."""

from collections.abc import Mapping
from typing import Any

from graph.compiler.visibility import Sight
from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_FOLLOWS
from graph.model import MODEL
from graph.model.follows import KINDS
from graph.model.words import Words
from graph.queries import follows as queries
from hub.resolvers.deeds import Does, Doing, Given

_LABELS = {MODEL.nodes[label].prefix: label for label in KINDS}


_FOLLOWED = Words(
    *(
        comma.join(MODEL.nodes[label].words.label(lang) for label in KINDS)
        for lang, comma in (("en", ", "), ("fa", "، "))
    )
)


async def follow(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Follow something that the person may read; what they follow already keeps its place."""
    doing.leave_no_entry()
    id_, account = str(given["id"]), str(doing.viewer.account)
    id_ = doing.context.merged.organizations.get(id_, id_)
    label = _LABELS.get(id_.partition("_")[0])
    if label is None:
        # Its prefix alone says so, whether there is anything of that id or not.
        of = MODEL.prefixes.get(id_.partition("_")[0])
        raise ValueRefused("CANNOT_BE_FOLLOWED" if of else "NOT_FOUND", at="id", followed=_FOLLOWED)
    see = Sight(doing.viewer.role, MODEL)
    below = given.get("below")
    told = {"kind": KINDS[label].value, "below": below is None or bool(below), "most": int(MAXIMUM_FOLLOWS)}

    async def work(transaction: Transaction) -> str:
        parameters = {"viewer": doing.viewer.parameter(), "now": doing.now, **told}
        found = await queries.follow(transaction, see, account, label, id_, **parameters)
        if found is False:
            raise ValueRefused("NOT_FOUND", at="id")
        if found is None:
            raise ValueRefused("TOO_MANY_FOLLOWS", maximum=int(MAXIMUM_FOLLOWS))
        return str(found)

    return {"id": await doing.write(work)}


async def unfollow(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Follow something no more."""
    doing.leave_no_entry()
    account, id_ = str(doing.viewer.account), str(given["id"])
    if not await doing.write(lambda transaction: queries.unfollow(transaction, account, id_)):
        raise ValueRefused("NOT_FOUND", at="id")
    return {"done": True}


DEEDS: Mapping[str, Does] = {"follow": follow, "unfollow": unfollow}
