"""Turn an id into whether its record is there for a viewer: what is hidden is not."""

from collections.abc import Mapping
from typing import Any

from graph.connection import Database
from graph.model.members import See


async def readable(
    database: Database, see: See, label: str, id_: str, parameters: Mapping[str, Any], bookmark: str | None
) -> bool:
    """Whether there is a record of that label and id that the viewer of `see` may read.

    `parameters`: those that rights ask for. Raises DatabaseUnavailable.
    """
    text = f"MATCH (n:Node&{label} {{id: $id}}) WHERE {see('n', label)} RETURN count(n) > 0 AS value"
    return bool(await database.value(text, {**parameters, "id": id_}, bookmark))
