"""What is asked in writes of courses: whether others pay a share of the price, or are asked to."""

from graph.queries.records import Writing

_SHARES = """
MATCH (:Node&Course {id: $id})<-[:CLAIMED_OF]-(s:CostShare) WHERE s.status IN ['CLAIMED', 'CONFIRMED']
RETURN count(s) AS shares
"""


async def has_shares(writing: Writing, course: str) -> bool:
    """Whether a share of its price stands, claimed or confirmed."""
    (row,) = await writing.run(_SHARES, id=course)
    return bool(row["shares"])
