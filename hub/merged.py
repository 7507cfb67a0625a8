"""Remember which organizations were merged into which, so that an old id is followed wherever it is given."""

import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from strawberry.types.unset import UnsetType

from graph.connection import Database

_FIND = "MATCH (m:Merged)-[:MERGED_INTO]->(o:Organization) RETURN m.id AS id, o.id AS stays"

Merged = Mapping[str, str]
"""The id of the organization that stays, by that of the one that went."""
NONE: Merged = MappingProxyType({})


class Merges:
    """Asks the graph every few seconds: merges are rare, and there are few.

    Another process follows an old id `seconds` later at the latest.
    """

    def __init__(self, database: Database, seconds: float) -> None:
        self._database = database
        self._seconds = seconds
        self._asked = float("-inf")
        self._known: Merged = NONE

    def forget(self) -> None:
        """Ask anew at the next request: two organizations have become one."""
        self._asked = float("-inf")

    async def known(self) -> Merged:
        """All of them. Raises DatabaseUnavailable."""
        if self._asked + self._seconds < time.monotonic():
            self._asked = time.monotonic()
            self._known = {row["id"]: row["stays"] for row in await self._database.rows(_FIND)}
        return self._known


def followed(value: Any, merged: Merged) -> Any:
    """A value that a client gave, with every id that has gone replaced by the one that stays.

    >>> followed({"id": ["org_old", "org_new"]}, {"org_old": "org_new"})
    {'id': ['org_new', 'org_new']}
    """
    match value:
        case str():
            return merged.get(value, value)
        case list():
            return [followed(item, merged) for item in value]
        case dict():
            return {key: followed(item, merged) for key, item in value.items()}
        case UnsetType() | None:
            return value
        case _ if hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                setattr(value, name, followed(getattr(value, name), merged))
            return value
        case _:
            return value
