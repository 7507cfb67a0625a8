"""What people do with their notifications: mark them as seen."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.compiler import values
from graph.errors import ValueRefused
from graph.model.members import Kind
from graph.queries import news as queries
from hub.resolvers.deeds import Does, Doing, Given

_PLACES = tuple(values.cursor(order, (Kind.ID,)) for order in (queries.NEWEST, queries.OLDEST))


async def mark_seen(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Let all that was told up to a cursor, or until now, be new no more."""
    doing.leave_no_entry()
    account, cursor = str(doing.viewer.account), given.get("upTo")
    until = None if cursor is None else _moment(cursor)
    await doing.write(lambda transaction: queries.mark_seen(transaction, account, until))
    return {"done": True}


def _moment(cursor: str) -> datetime:
    """The moment of a cursor, of either order. Raises ValueRefused BAD_CURSOR."""
    for place in _PLACES:
        try:
            moment, _ = place(cursor)
        except ValueRefused as error:
            refused = error
        else:
            assert isinstance(moment, datetime)
            return moment
    raise refused.within("upTo")


DEEDS: Mapping[str, Does] = {"markSeen": mark_seen}
