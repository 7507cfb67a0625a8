"""Read the news of a person on their behalf: between two places of the feed, with their rights by then.

What is asked is GraphQL, so titles, languages and rights are those of any answer. A place in the feed is a
cursor as subscriptions have it: `since` of `notifications`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import parse

from graph.errors import GraphError
from graph.limits import MAXIMUM_PAGE
from hub.bill import Bill
from hub.context import Context
from hub.http.execution import executed, root_fields
from hub.http.followed import moment_of, place_after
from hub.schema import CORE

SELECTION = """event { id kind at toldAt organization { id name } subject { __typename ... on Node { id } } }
  reasons { follow { id kind record { __typename ... on Node { id } } } savedSearch { id name } own }"""
"""What is told of a notification where nothing else is asked."""
_BOUNDLESS = 2**31
"""What the hub asks for itself is bounded by what it asks for."""
_TOLD = "MATCH (c:Counter {name: 'events'}) RETURN toString(c.told) AS told"


@dataclass(frozen=True, slots=True)
class News:
    """What is told, the oldest first: each a `Notification` as it was asked for, with its `cursor`.

    `place`: where the next reading goes on; `more`: whether something may be left up to where it was to go.
    """

    told: list[dict[str, Any]]
    place: str
    more: bool


async def place_now(context: Context) -> str:
    """The place in the feed after all that was told until now. Raises DatabaseUnavailable."""
    rows = await context.database.rows(_TOLD)
    return place_after(rows[0]["told"] if rows else None)


async def answered(context: Context, document: str, variables: Mapping[str, Any] | None = None) -> Any:
    """The data of a query of the hub's own, with the rights and in the language of a context; it costs nobody
    points.

    Raises GraphError, and RuntimeError where the query does not fit.
    """
    context.bill = Bill(most=_BOUNDLESS)
    parsed = parse(document)
    root = root_fields(CORE, parsed).get(None)
    result = await executed(CORE, parsed, root, context, dict(variables or {}), None)
    for error in result.errors or ():
        if isinstance(error.original_error, GraphError):
            raise error.original_error
        raise RuntimeError(str(error))
    return orjson.loads(orjson.dumps(result.data))


async def news_of(
    context: Context, since: str, until: str | None = None, most: int = 100, selection: str = SELECTION
) -> News:
    """What the viewer of a context is told after one place of the feed, up to another, `most` at most.

    Raises GraphError.
    """
    document = (
        "query($since: String!, $first: Int!) { notifications(since: $since, first: $first)"
        f" {{ nodes {{ cursor {selection} }} pageInfo {{ hasNextPage endCursor }} }} }}"
    )
    last = None if until is None else moment_of(until)
    told: list[dict[str, Any]] = []
    place, more = since, True
    while more and len(told) < most:
        first = min(most - len(told), int(MAXIMUM_PAGE))
        page = (await answered(context, document, {"since": place, "first": first}))["notifications"]
        more = page["pageInfo"]["hasNextPage"]
        place = page["pageInfo"]["endCursor"] or place
        for one in page["nodes"]:
            if last is not None and moment_of(one["cursor"]) > last:
                more = False
                break
            told.append(one)
    if not more and until is not None:
        place = until
    elif last is not None and moment_of(place) > last:
        place, more = str(until), False
    return News(told, place, more)
