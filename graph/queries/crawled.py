"""Count and list what anybody may read, type by type, for machines that come by: ids alone."""

from collections.abc import Mapping
from typing import Any

from graph.connection import Database
from graph.limits import MAXIMUM_CRAWLED, MAXIMUM_CRAWLED_PARTS
from graph.model import MODEL
from graph.model.members import See


async def parts(
    database: Database, see: See, labels: tuple[str, ...], parameters: Mapping[str, Any]
) -> dict[str, int]:
    """How many parts of MAXIMUM_CRAWLED records each label comes in; at most MAXIMUM_CRAWLED_PARTS.

    Raises DatabaseUnavailable.
    """
    most = MAXIMUM_CRAWLED * MAXIMUM_CRAWLED_PARTS
    counts = ", ".join(
        f"{label}: COUNT {{ {_found(see, label)} WITH r LIMIT {most} RETURN r }}" for label in labels
    )
    told = await database.value(f"RETURN {{{counts}}} AS value", parameters)
    return {label: -(-count // MAXIMUM_CRAWLED) for label, count in told.items()}


async def ids(
    database: Database, see: See, label: str, part: int, parameters: Mapping[str, Any]
) -> list[str]:
    """The ids of one part, counted from 0. Raises DatabaseUnavailable."""
    text = f"{_found(see, label)} RETURN r.id AS id ORDER BY id SKIP $skip LIMIT {MAXIMUM_CRAWLED}"
    rows = await database.rows(text, **{**parameters, "skip": part * MAXIMUM_CRAWLED})
    return [row["id"] for row in rows]


def _found(see: See, label: str) -> str:
    """What may be read of a label; a term that another stands for is read there."""
    successor = MODEL.nodes[label].successor
    stands = "" if successor is None else f" AND NOT EXISTS {{ (r)-[:{successor.type}]->() }}"
    return f"MATCH (r:Node&{label}) WHERE {see('r', label)}{stands}"
