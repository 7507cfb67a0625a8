"""Persons: written by the hub alone, since what they say of themselves is no record of an organization."""

from collections.abc import Mapping
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.ids import new_id
from graph.model.stored import stored
from graph.queries.records import Writing

LABEL = "Person"
_CREATE = f"CREATE (n:Node&{LABEL}) SET n = $properties"
_FIND = f"MATCH (n:Node&{LABEL} {{id: $id}}) RETURN properties(n) AS properties"
_EDIT = f"MATCH (n:Node&{LABEL} {{id: $id}}) SET n = $properties"


def audience(*, listed: bool) -> str:
    """Who reads a person beside the members of their organizations.

    >>> audience(listed=True), audience(listed=False)
    ('MEMBERS', 'OWNERS')
    """
    return str((Audience.MEMBERS if listed else Audience.OWNERS).value)


async def create(writing: Writing, given: Mapping[str, Any], *, demo: bool = False) -> str:
    """Write a person down; the id. Raises ValueRefused as `stored` does."""
    now = writing.parameters["now"]
    made = new_id(MODEL.nodes[LABEL].prefix or "")
    system = {"id": made, "version": 1, "createdAt": now, "updatedAt": now, "demo": demo, "ownerIds": []}
    listed = bool(given.get("listed"))
    values = {**given, **system, "listed": listed, "audience": audience(listed=listed)}
    await writing.run(_CREATE, properties=stored(MODEL.nodes[LABEL], values))
    return made


async def edit(writing: Writing, person: str, given: Mapping[str, Any]) -> None:
    """Change what a person says of themselves; what is left out stays. Raises ValueRefused as `stored`."""
    (row,) = await writing.run(_FIND, id=person)
    was = row["properties"]
    values = {**was, **given, "version": was["version"] + 1, "updatedAt": writing.parameters["now"]}
    values["audience"] = audience(listed=values["listed"])
    await writing.run(_EDIT, id=person, properties=stored(MODEL.nodes[LABEL], values, was))
