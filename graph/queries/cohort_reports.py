"""What writes ask of cohort reports: whose they are, who pays by what, what else tells of a cohort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.errors import ValueRefused
from graph.model.cohort_reports import ACCEPTED, DRAFT, RETURNED, SUBMITTED
from graph.model.due import facts
from graph.model.organizations import OrganizationStatus
from graph.queries.records import Record, Writing, locked

LABEL = "CohortReport"

_STANDING = [state.value for state in (DRAFT, SUBMITTED, RETURNED, ACCEPTED)]

_SIDES = """
MATCH (n:Node&CohortReport {id: $id})
RETURN head([(n)-[:COHORT_REPORTED_BY]->(o) | o.id]) AS provider,
       head([(n)-[:COHORT_PAID_BY]->(o) | o.id]) AS payer,
       head([(n)-[:PAID_BY_TERMS]->(t) | t.id]) AS terms,
       head([(n)-[:COHORT_OF]->(c:Course) | c.id]) AS course,
       head([(n)-[:COHORT_OF]->(a:Apprenticeship) | a.id]) AS apprenticeship,
       head([(n)-[:CORRECTS_COHORT]->(c) | c.id]) AS corrects
"""
_TERMS = """
MATCH (p:Partnership)-[:HAS_PAYMENT_TERMS]->(t:Node&PaymentTerms {id: $id})-[:PAYER]->(payer)
RETURN t {.status, .requiredCounts, .requiredBreakdowns} AS terms, payer.id AS payer,
       payer.status = $withdrawn AS gone,
       p {.startsOn, .signedOn, .endsOn} AS partnership
"""
_TWIN = f"""
MATCH (:Node {{id: $of}})<-[:COHORT_OF]-(n:CohortReport)
MATCH (n)-[:COHORT_REPORTED_BY]->(:Organization {{id: $provider}})
WHERE n.status IN {_STANDING} AND NOT n.id IN $besides
  AND (n.startsOn = $first AND n.endsOn = $last
       OR (EXISTS {{ (n)-[:COHORT_OF]->(:Course) }} AND n.startsOn <= $last AND n.endsOn >= $first))
RETURN n.id AS id ORDER BY n.id LIMIT 1
"""
_CORRECTED = f"""
RETURN EXISTS {{ (:Node&CohortReport {{id: $id}})<-[:CORRECTS_COHORT]-(n)
                 WHERE n.status IN {_STANDING} AND n.id <> $besides }} AS corrected
"""
_EARLIER = f"""
MATCH (:Node&CohortReport {{id: $id}})-[:CORRECTS_COHORT]->(n:CohortReport)
{locked("n")}
RETURN properties(n) AS properties
"""
_DECIDING = f"MATCH (n:Node&CohortReport {{id: $id}}) RETURN {facts('n')} AS facts"
_HOLD = """
MATCH (n:Node&CohortReport {id: $id}), (q:Node&QualityRating {id: $rating})
CREATE (n)-[:ACCEPTED_BY_RATING]->(q)
"""
_HOLD_WAITING = f"""
MATCH (:Node&QualityRating {{id: $rating}})-[:RATES]->()<-[:COHORT_REPORTED_BY]-(n:CohortReport)
WHERE n.status IN {[SUBMITTED.value, ACCEPTED.value]}
  AND EXISTS {{ (n)-[:PAID_BY_TERMS]->() }} AND NOT EXISTS {{ (n)-[:ACCEPTED_BY_RATING]->() }}
WITH n ORDER BY n.id
{locked("n")}
WITH n WHERE n.status = '{ACCEPTED.value}'
WITH n, {facts("n")}.terms.rating.id AS deciding WHERE deciding IS NOT NULL
MATCH (q:Node&QualityRating {{id: deciding}})
CREATE (n)-[:ACCEPTED_BY_RATING]->(q)
"""
_EXACT = """
MATCH (:Node&CohortReport {id: $id})-[:HAS_EXACT_OUTCOME]->(x:CohortOutcome)
RETURN properties(x) AS row ORDER BY x.position
"""


@dataclass(frozen=True, slots=True)
class Sides:
    """Whose report it is, who pays by which terms, what it is of, and what it corrects."""

    provider: str
    payer: str | None
    terms: str | None
    course: str | None
    apprenticeship: str | None
    corrects: str | None


@dataclass(frozen=True, slots=True)
class Agreed:
    """Terms that a report may name: where they stand, what is required, the partnership, and who pays.

    `gone`: that one has left the hub.
    """

    terms: Mapping[str, Any]
    payer: str
    gone: bool
    partnership: Mapping[str, Any]


async def sides(writing: Writing, report: str, at: str = "id") -> Sides:
    """The sides of a report. Raises ValueRefused NOT_FOUND, about `at`."""
    rows = await writing.run(_SIDES, id=report)
    if not rows:
        raise ValueRefused("NOT_FOUND", at=at)
    return Sides(**rows[0])


async def agreed(writing: Writing, terms: str) -> Agreed:
    """The terms of that id, which there are."""
    (row,) = await writing.run(_TERMS, id=terms, withdrawn=OrganizationStatus.WITHDRAWN.value)
    return Agreed(**row)


async def twin(
    writing: Writing, provider: str, of: str, days: tuple[date, date], besides: Sequence[str]
) -> str | None:
    """Another report that stands, of the same cohort: a course has one at a time."""
    first, last = days
    given = {"provider": provider, "of": of, "first": first, "last": last, "besides": list(besides)}
    rows = await writing.run(_TWIN, **given)
    return rows[0]["id"] if rows else None


async def is_corrected(writing: Writing, report: str, besides: str) -> bool:
    """Whether another report that stands corrects it already, `besides` left out."""
    (row,) = await writing.run(_CORRECTED, id=report, besides=besides)
    return bool(row["corrected"])


async def earlier(writing: Writing, report: str) -> Record | None:
    """The report that this one corrects, locked."""
    rows = await writing.run(_EARLIER, id=report)
    return Record(rows[0]["properties"]["id"], LABEL, rows[0]["properties"]) if rows else None


async def hold_rating(writing: Writing, report: str) -> None:
    """Keep by which rating a report is accepted: what its rater does later changes nothing of it."""
    (row,) = await writing.run(_DECIDING, id=report)
    rating = (row["facts"]["terms"] or {}).get("rating")
    if rating is not None:
        await writing.run(_HOLD, id=report, rating=rating["id"])


async def hold_waiting(writing: Writing, rating: str) -> None:
    """Keep a rating as what decides for the reports that were accepted before there was any."""
    await writing.run(_HOLD_WAITING, rating=rating)


async def exact(writing: Writing, report: str) -> list[dict[str, Any]]:
    """The counts of a report as they were told."""
    return [row["row"] for row in await writing.run(_EXACT, id=report)]
