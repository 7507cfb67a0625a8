"""Remember what was merged: an old id is followed wherever it is given, a term to all that count as one."""

import asyncio
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from strawberry.types.unset import UnsetType

from graph.connection import Database
from graph.model import MODEL

_KEYS = sorted(
    {
        property_.name
        for node in MODEL.nodes.values()
        if node.successor is not None
        for property_ in node.properties()
        if property_.key
    }
)
_FIND = f"""
RETURN COLLECT {{ MATCH (m:Merged)-[:MERGED_INTO]->(o:Organization) RETURN [m.id, o.id] }} AS organizations,
  COLLECT {{
    MATCH (a:Node)-[:REPLACED_BY]->(b:Node)
    UNWIND [n IN [a, b] | [{", ".join(f"n.{key}" for key in _KEYS)}]] AS keys
    RETURN keys
  }} AS terms
"""


@dataclass(frozen=True, slots=True)
class Merged:
    """What was merged: the id of the `organizations` that stay by that of the ones that went, and the keys
    of all `terms` that count as one with another.
    """

    organizations: Mapping[str, str] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()

    def names_terms(self, values: Iterable[Any]) -> bool:
        """Whether one of these values, or of the lists of them, may be the key of such a term."""
        return bool(self.terms) and any(
            value in self.terms if isinstance(value, str) else not self.terms.isdisjoint(_texts(value))
            for value in values
        )


NONE = Merged()


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


class Merges:
    """Asks the graph every few seconds: merges are rare, and there are few.

    Another process follows what was merged `seconds` later at the latest.
    """

    def __init__(self, database: Database, seconds: float) -> None:
        self._database = database
        self._seconds = seconds
        self._asked = float("-inf")
        self._known = NONE
        self._asking = asyncio.Lock()

    def forget(self) -> None:
        """Ask anew at the next request: two have become one, or are two again."""
        self._asked = float("-inf")

    async def known(self) -> Merged:
        """All of them. Raises DatabaseUnavailable."""
        # Whoever comes meanwhile waits for what is found: it may be of a merge just now.
        async with self._asking:
            if self._asked + self._seconds < time.monotonic():
                self._asked = time.monotonic()
                (row,) = await self._database.rows(_FIND)
                terms = frozenset(key for keys in row["terms"] for key in keys if key is not None)
                self._known = Merged(dict(row["organizations"]), terms)
            return self._known


def followed(value: Any, went: Mapping[str, str]) -> Any:
    """A value that a client gave, with every id that has gone replaced by the one that stays.

    >>> followed({"id": ["org_old", "org_new"]}, {"org_old": "org_new"})
    {'id': ['org_new', 'org_new']}
    """
    match value:
        case str():
            return went.get(value, value)
        case list():
            return [followed(item, went) for item in value]
        case dict():
            return {key: followed(item, went) for key, item in value.items()}
        case UnsetType() | None:
            return value
        case _ if hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                setattr(value, name, followed(getattr(value, name), went))
            return value
        case _:
            return value
