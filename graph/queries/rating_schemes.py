"""What writes ask of rating schemes: whether one is in use, which editions there are, what it consists of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.model.payment_terms import ACCEPTED
from graph.queries.records import Writing

_USED = "RETURN EXISTS { (:Node&RatingScheme {id: $id})<-[:RATED_UNDER|GRADED_UNDER]-() } AS used"
_AGREED_ON = f"""
RETURN EXISTS {{
  MATCH (s:Node&RatingScheme {{id: $id}})-[:PUBLISHED_BY]->(owner)
  MATCH (s)<-[:GRADED_UNDER]-(t:PaymentTerms {{status: '{ACCEPTED.value}'}})
  WHERE EXISTS {{ (t)-[:PAYER|GRADED_BY|PROPOSED_TERMS|ACCEPTED_TERMS]-(owner) }}
}} AS agreed
"""
_NEXT = """
MATCH (:Node&RatingScheme {id: $id})<-[:REPLACES_SCHEME]-(s)
WHERE s.id <> $besides AND s.status <> 'WITHDRAWN'
RETURN s.id AS id, s.status AS status ORDER BY s.createdAt, s.id LIMIT 1
"""
_AFTER = """
RETURN EXISTS {
  (:Node&RatingScheme {id: $id})-[:REPLACES_SCHEME*1..100]->(:RatingScheme {id: $before})
} AS after
"""
_WHOLE = """
MATCH (s:Node&RatingScheme {id: $id})
RETURN COLLECT { MATCH (s)-[:HAS_CRITERION]->(c) RETURN properties(c) ORDER BY c.position } AS criteria,
       COLLECT { MATCH (s)-[:HAS_GRADE]->(g) RETURN properties(g) ORDER BY g.position } AS grades
"""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The criteria and the grades of a scheme, as they are stored."""

    criteria: Sequence[dict[str, Any]]
    grades: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Edition:
    """A next edition, and where it stands."""

    id: str
    status: str


async def in_use(writing: Writing, scheme: str) -> bool:
    """Whether anybody has rated by it, or payment terms rest on it."""
    (row,) = await writing.run(_USED, id=scheme)
    return bool(row["used"])


async def agreed_on(writing: Writing, scheme: str) -> bool:
    """Whether terms that hold rest on it, in which its owner has a word."""
    (row,) = await writing.run(_AGREED_ON, id=scheme)
    return bool(row["agreed"])


async def next_edition(writing: Writing, scheme: str, besides: str = "") -> Edition | None:
    """The one that replaces it and was not taken back, `besides` left out."""
    rows = await writing.run(_NEXT, id=scheme, besides=besides)
    return Edition(**rows[0]) if rows else None


async def comes_after(writing: Writing, scheme: str, before: str) -> bool:
    """Whether a scheme replaces another, or what replaces that."""
    (row,) = await writing.run(_AFTER, id=scheme, before=before)
    return bool(row["after"])


async def whole(writing: Writing, scheme: str) -> Scheme:
    """What it consists of."""
    (row,) = await writing.run(_WHOLE, id=scheme)
    return Scheme(**row)
