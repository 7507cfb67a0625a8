"""The writes of claims about courses: what stands already, and what is shown on the course once confirmed."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from graph.model.course_claims import CLAIMED, CONFIRMED
from graph.model.courses import SHARE
from graph.queries.records import Writing, locked

_STANDS = [CLAIMED.value, CONFIRMED.value]
_SHARES = f"""
MATCH (:Node&Course {{id: $course}})<-[:CLAIMED_OF]-(s:CostShare) WHERE s.status IN {_STANDS}
RETURN s.id AS id, s.askedId AS payer, s.percent AS percent, s.amount AS amount
"""
_QUALIFICATIONS = f"""
MATCH (:Node&Course {{id: $course}})<-[:CLAIMED_OF]-(q:CourseQualification) WHERE q.status IN {_STANDS}
RETURN q.id AS id
"""
_COURSE_OF = f"MATCH (:Node {{id: $id}})-[:CLAIMED_OF]->(c:Course) {locked('c')} RETURN c.id AS id"
_GONE = "MATCH (o:Node&Organization {id: $id}) RETURN o.status = 'WITHDRAWN' AS gone"
_SHOW_SHARE = f"""
MATCH (s:Node&CostShare {{id: $id}})
MATCH (s)-[:CLAIMED_OF]->(c), (s)-[:ASKED_TO_PAY]->(o)
OPTIONAL MATCH (c)-[old:PAID_BY]->(o)
DELETE old
WITH DISTINCT s, c, o WHERE s.status = '{CONFIRMED.value}'
CREATE (c)-[r:PAID_BY]->(o) SET r = {{{", ".join(f"{member.name}: s.{member.name}" for member in SHARE)}}}
"""
_SHOW_QUALIFICATION = f"""
MATCH (s:Node&CourseQualification {{id: $id}})
MATCH (s)-[:CLAIMED_OF]->(c), (s)-[:CLAIMS]->(q)
OPTIONAL MATCH (c)-[old:LEADS_TO]->(q)
DELETE old
WITH DISTINCT s, c, q WHERE s.status = '{CONFIRMED.value}'
CREATE (c)-[:LEADS_TO]->(q)
"""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a price that stands: of which claim, who pays, and how much."""

    id: str
    payer: str
    percent: float | None
    amount: int | None

    def of(self, price: int) -> Fraction:
        """It as a percentage of a price, exactly.

        >>> Share("cos_1", "org_1", None, 250).of(1000)
        Fraction(25, 1)
        """
        if self.percent is not None:
            return Fraction(str(self.percent))
        # Of what costs nothing, nothing can be paid.
        return Fraction(100 * (self.amount or 0), price) if price else Fraction(101 if self.amount else 0)


async def shares(writing: Writing, course: str) -> list[Share]:
    """The shares of a course's price that stand, claimed or confirmed."""
    rows = await writing.run(_SHARES, course=course)
    return [Share(row["id"], row["payer"], row["percent"], row["amount"]) for row in rows]


async def standing_qualifications(writing: Writing, course: str) -> list[str]:
    """The claims of that course about a qualification that stand."""
    return [row["id"] for row in await writing.run(_QUALIFICATIONS, course=course)]


async def course_of(writing: Writing, claim: str) -> str | None:
    """The course that a claim is about, locked: two answers to one course come one by one."""
    rows = await writing.run(_COURSE_OF, id=claim)
    return rows[0]["id"] if rows else None


async def has_withdrawn(writing: Writing, organization: str) -> bool:
    """Whether an organization has left the network."""
    rows = await writing.run(_GONE, id=organization)
    return bool(rows and rows[0]["gone"])


async def show(writing: Writing, label: str, claim: str) -> None:
    """Let a confirmed claim stand on its course, and no other."""
    texts: dict[str, Any] = {"CostShare": _SHOW_SHARE, "CourseQualification": _SHOW_QUALIFICATION}
    await writing.run(texts[label], id=claim)
