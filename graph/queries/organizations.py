"""What writes ask of organizations: their names."""

from graph.queries.records import Writing

_NAMES = """
MATCH (o:Node&Organization) WHERE o.id IN $ids
UNWIND [o.nameFa, o.nameEn] AS name
WITH name WHERE name IS NOT NULL
RETURN name
"""


async def names_of(writing: Writing, ids: list[str]) -> list[str]:
    """The names of organizations, in both languages."""
    return [str(row["name"]) for row in await writing.run(_NAMES, ids=ids)]
