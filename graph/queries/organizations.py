"""What writes ask of organizations: their names, and who is called alike."""

from dataclasses import dataclass

from graph.model.indexes import FULL_TEXT, SEARCH_TITLE
from graph.queries.records import Writing
from graph.text import fold

_LABEL = "Organization"

_NAMES = """
MATCH (o:Node&Organization) WHERE o.id IN $ids
UNWIND [o.nameFa, o.nameEn] AS name
WITH name WHERE name IS NOT NULL
RETURN name
"""


async def names_of(writing: Writing, ids: list[str]) -> list[str]:
    """The names of organizations, in both languages."""
    return [str(row["name"]) for row in await writing.run(_NAMES, ids=ids)]


# -- who is called alike ---------------------------------------------------------------------------

_KINDS = frozenset(
    word
    for kind in (
        *("انجمن", "مؤسسه", "خیریه", "نیکوکاری", "سازمان", "مردم‌نهاد", "غیردولتی", "سمن"),
        *("association", "charity", "institute", "organization", "ngo", "the"),
    )
    for word in fold(kind).split()
)
"""Words that say what an organization is, and not which."""

_ALIKE = f"""
CALL db.index.fulltext.queryNodes('{FULL_TEXT}', $query) YIELD node AS o
WHERE o:Organization AND o.id <> $id
  AND any(name IN [o.nameFaFold, o.nameEnFold] WHERE
    [w IN split(coalesce(name, ''), ' ') WHERE NOT w IN $kinds] = $words
    OR name = $name)
RETURN o.id AS id, o.nameFa AS name ORDER BY id LIMIT 10
"""


def distinctive(name: str) -> list[str]:
    """The words of a name that tell it apart, folded; all of them where none does.

    >>> distinctive("مؤسسهٔ خیریهٔ مهر"), distinctive("انجمنِ مهر"), distinctive("انجمن خیریه")
    (['مهر'], ['مهر'], ['انجمن', 'خیریه'])
    """
    words = fold(name).split()
    return [word for word in words if word not in _KINDS] or words


@dataclass(frozen=True, slots=True)
class Twin:
    """An organization that is called alike."""

    id: str
    name: str


async def alike(writing: Writing, name: str, but: str) -> list[Twin]:
    """The organizations that have the name but for its spelling and the words for what they are; at most 10.

    `but` is left out.
    """
    words = distinctive(name)
    if not words:
        return []
    query = " AND ".join(f"{SEARCH_TITLE}:{word}" for word in words)
    given = {"query": query, "words": words, "name": fold(name), "kinds": sorted(_KINDS), "id": but}
    return [Twin(row["id"], row["name"]) for row in await writing.run(_ALIKE, **given)]
