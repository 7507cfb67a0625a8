"""What people do with searches that they want to make again: save one, edit it, remove it."""

from collections.abc import Mapping
from typing import Any

from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_SAVED_SEARCHES
from graph.model.saved_searches import KEPT
from graph.queries import saved_searches as queries
from graph.queries.search import SEARCH, forms
from hub.resolvers.deeds import Does, Doing, Given

_CONVERTS = dict(SEARCH.converts)


async def save(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Keep a search, with its arguments checked as the query checks them."""
    doing.leave_no_entry()
    account, name, told = str(doing.viewer.account), _named(given["name"]), given.get("told")
    query = given.get("query")
    words = _checked("query", lambda: forms(query or ""))
    if not words:
        raise ValueRefused("TEXT_EMPTY", at="query")
    narrowed = {
        key: _checked(key, lambda key=key: _converted(key, given[key])) for key in KEPT if given.get(key)
    }
    kept = {"name": name, "query": query, "words": words, "told": told is None or bool(told), **narrowed}

    async def work(transaction: Transaction) -> str:
        most = int(MAXIMUM_SAVED_SEARCHES)
        made = await queries.save(transaction, account, most, createdAt=doing.now, **kept)
        if made is None:
            raise ValueRefused("TOO_MANY_SAVED_SEARCHES", maximum=most)
        return made

    return {"id": await doing.write(work)}


async def edit(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Call a saved search otherwise, or be told of it or not."""
    doing.leave_no_entry()
    account, id_, now = str(doing.viewer.account), str(given["id"]), doing.now
    changed: dict[str, Any] = {}
    if "name" in given:
        changed["name"] = _named(given["name"])
    if given.get("told") is not None:
        changed["told"] = bool(given["told"])
    if not await doing.write(lambda transaction: queries.edit(transaction, account, id_, now, **changed)):
        raise ValueRefused("NOT_FOUND", at="id")
    return {"done": True}


async def remove(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Take a saved search away."""
    doing.leave_no_entry()
    account, id_ = str(doing.viewer.account), str(given["id"])
    if not await doing.write(lambda transaction: queries.remove(transaction, account, id_)):
        raise ValueRefused("NOT_FOUND", at="id")
    return {"done": True}


def _named(name: Any) -> str:
    if not name:
        raise ValueRefused("TEXT_EMPTY", at="name")
    return str(name)


def _converted(name: str, value: Any) -> Any:
    found = _CONVERTS[name]([getattr(one, "value", one) for one in value])
    return list(dict.fromkeys(found))


def _checked(name: str, work: Any) -> Any:
    try:
        return work()
    except ValueRefused as error:
        raise error.within(name) from None


DEEDS: Mapping[str, Does] = {"saveSearch": save, "editSavedSearch": edit, "removeSavedSearch": remove}
