"""What writes ask of quality ratings: who rates whom."""

from dataclasses import dataclass

from graph.errors import ValueRefused
from graph.queries.records import Writing

_SIDES = """
MATCH (q:Node&QualityRating {id: $id})
RETURN head([(q)-[:RATED_BY]->(o) | o.id]) AS rater, head([(q)-[:RATES]->(o) | o.id]) AS provider
"""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who gave a rating, and who got it."""

    rater: str
    provider: str


async def sides(writing: Writing, rating: str) -> Sides:
    """The sides of a rating, which never change. Raises ValueRefused NOT_FOUND."""
    rows = await writing.run(_SIDES, id=rating)
    if not rows:
        raise ValueRefused("NOT_FOUND", at="id")
    return Sides(**rows[0])
