"""What writes ask of reviews: which there were, whether somebody's appointment covers what is reviewed."""

from dataclasses import dataclass

from graph.model.review_standing import ReviewStatus
from graph.queries.records import Writing
from graph.queries.reviewers import covered, since

_BEFORE = """
MATCH (:Node {id: $id})<-[:REVIEWS]-(r:Review)
RETURN r.status AS status, r.wording AS wording, r.id AS id,
       EXISTS {
         (r)-[:HAS_VERSION]->(v:Version {number: r.version - 1}) WHERE v.event = 'REVIEW_CHANGES_REQUESTED'
       } AS wanting
ORDER BY r.createdAt, r.id
"""
_REVIEWED = """
MATCH (:Node&Review {id: $id})-[:REVIEWS]->(n)
RETURN n.id AS id, head([label IN labels(n) WHERE label <> 'Node']) AS label
"""
_WORKED_THERE = f"""
MATCH (n:Node {{id: $id}})
MATCH (:Node&Person {{id: $person}})<-[:AFFILIATES]-(f:Affiliation)-[:AFFILIATED_WITH]->(o:Organization)
WHERE o.id IN n.ownerIds AND {since("f", "n")}
RETURN o.id AS id LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Before:
    """A review that there was: how it stands, of which wording.

    `wanting`: the last step before it came to stand so was that changes were requested.
    """

    id: str
    status: ReviewStatus
    wording: int
    wanting: bool


async def before(writing: Writing, reviewed: str) -> list[Before]:
    """The reviews that there were of a record that is locked, the first one first."""
    rows = await writing.run(_BEFORE, id=reviewed)
    return [Before(row["id"], ReviewStatus(row["status"]), row["wording"], row["wanting"]) for row in rows]


async def reviewed(writing: Writing, review: str) -> tuple[str, str]:
    """The label and the id of what a review is about."""
    (row,) = await writing.run(_REVIEWED, id=review)
    return row["label"], row["id"]


async def covers(writing: Writing, id_: str) -> bool:
    """Whether one of the viewer's appointments as a reviewer is for a record."""
    text = (
        "MATCH (n:Node {id: $id}) UNWIND $viewer.reviews AS a"
        f" WITH n, a WHERE {covered('n', 'a', writing.see)} RETURN count(a) > 0 AS covers"
    )
    return bool((await writing.run(text, id=id_))[0]["covers"])


async def worked_there(writing: Writing, person: str, id_: str) -> bool:
    """Whether a person has had an office where a record was written, at any time since it was begun."""
    return bool(await writing.run(_WORKED_THERE, person=person, id=id_))
