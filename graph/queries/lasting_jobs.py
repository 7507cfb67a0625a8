"""Turn what others read of cohorts into the share that is still at work, put together by one of five things.

Only counts that are shown are added up, of reports that the viewer may read: so nothing can be worked out
of the sums, or of their differences, that the reports do not tell themselves.
"""

from graph.compiler import Given, Source, values
from graph.limits import MAXIMUM_REPORTS
from graph.model import MODEL
from graph.model.cohort_reports import ACCEPTED, SUBMITTED
from graph.model.cohorts import at_work, work
from graph.model.lasting_jobs import MONTHS, LastingJobsBy
from graph.model.members import See
from graph.model.withheld import FEWEST

_DEFAULT = 20

_HOLDS = (
    f"(n.status = '{ACCEPTED.value}' OR (n.status = '{SUBMITTED.value}'"
    " AND NOT EXISTS { (n)-[:COHORT_PAID_BY]->() }))"
)


def _cypher(see: See, given: Given) -> str:
    by = given.value("by")
    ways = "\n  UNION ALL\n  ".join(
        f"WITH n, x WHERE {by} = '{kind.value}' {way}" for kind, way in _ways(see).items()
    )
    return f"""MATCH (n:Node&CohortReport) WHERE {_HOLDS} AND {see("n", "CohortReport")}{_only(see, given)}
WITH n ORDER BY n.endsOn DESC, n.id LIMIT {MAXIMUM_REPORTS}
MATCH (n)-[:HAS_OUTCOME]->(x:CohortOutcome)
WHERE x.gender IS NULL AND ({by} = '{LastingJobsBy.TARGET_GROUP.value}') = (x.targetGroup IS NOT NULL)
CALL (n, x) {{
  {ways}
}}
WITH node, said, {", ".join(_sums(months) for months in MONTHS)}
WITH node, said, {", ".join(_row(months) for months in MONTHS)}, base{MONTHS[0]} AS most
ORDER BY most DESC, coalesce(node.id, toString(said)) LIMIT {given.value("first")}
WITH {{provider: CASE {by} WHEN 'PROVIDER' THEN node END, province: CASE {by} WHEN 'PROVINCE' THEN node END,
  program: CASE {by} WHEN 'PROGRAM' THEN node END, targetGroup: CASE {by} WHEN 'TARGET_GROUP' THEN said END,
  year: CASE {by} WHEN 'YEAR' THEN said END, after: [{", ".join(f"row{months}" for months in MONTHS)}],
  most: most, key: coalesce(node.id, toString(said))}} AS row
ORDER BY row.most DESC, row.key"""


def _ways(see: See) -> dict[LastingJobsBy, str]:
    """How a cohort `n` and its counts `x` lead to what they are put together by."""
    of = f"MATCH (n)-[:COHORT_OF]->(c) WHERE {see('c', 'Course', 'Apprenticeship')}"
    node, said = "RETURN g AS node, null AS said", "RETURN null AS node,"
    return {
        LastingJobsBy.PROVIDER: f"MATCH (n)-[:COHORT_REPORTED_BY]->(g:Organization) {node}",
        LastingJobsBy.PROVINCE: (
            f"{of} MATCH (c)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..3]->(g:Region {{kind: 'PROVINCE'}}) {node}"
        ),
        LastingJobsBy.PROGRAM: (
            f"{of} MATCH (c)-[:OFFERED_IN]->(g:Program) WHERE {see('g', 'Program')} {node}"
        ),
        LastingJobsBy.TARGET_GROUP: f"{said} x.targetGroup AS said",
        LastingJobsBy.YEAR: f"{said} n.endsOn.year AS said",
    }


def _only(see: See, given: Given) -> str:
    """The conditions of the arguments that are given."""
    conditions = {
        "providerId": "EXISTS { (n)-[:COHORT_REPORTED_BY]->(:Organization {id: «value»}) }",
        "programId": (
            "EXISTS { MATCH (n)-[:COHORT_OF]->(c)-[:OFFERED_IN]->(g:Program {id: «value»})"
            f" WHERE {see('c', 'Course', 'Apprenticeship')} AND {see('g', 'Program')} }}"
        ),
        "since": "n.endsOn >= «value»",
        "until": "n.endsOn <= «value»",
    }
    return "".join(
        f" AND {text.replace('«value»', given.value(name))}"
        for name, text in conditions.items()
        if given.has(name)
    )


def _sums(months: int) -> str:
    """Over the cohorts that show both counts; and how many have told them and are withheld."""
    shown = f"x.{at_work(months)} IS NOT NULL AND x.completed IS NOT NULL"
    one, other = (f"'{name}'" for name in (f"EMPLOYED_{months}", f"SELF_EMPLOYED_{months}"))
    names = " OR ".join(f"x.{name} IS NOT NULL" for name in work(months))
    told = f"({names} OR {one} IN x.withheld OR {other} IN x.withheld)"
    return (
        f"sum(CASE WHEN {shown} THEN x.completed ELSE 0 END) AS base{months},"
        f" sum(CASE WHEN {shown} THEN x.{at_work(months)} ELSE 0 END) AS working{months},"
        f" sum(CASE WHEN {shown} THEN 1 ELSE 0 END) AS shown{months},"
        f" sum(CASE WHEN NOT ({shown}) AND {told} THEN 1 ELSE 0 END) AS withheld{months}"
    )


def _row(months: int) -> str:
    enough = f"CASE WHEN base{months} >= {FEWEST} THEN"
    share = f"round(toFloat(working{months}) / base{months}, 3)"
    return (
        f"base{months}, {{months: {months}, share: {enough} {share} END,"
        f" atWork: {enough} working{months} END, restsOn: {enough} base{months} END,"
        f" cohorts: shown{months}, cohortsWithheld: withheld{months}}} AS row{months}"
    )


LASTING_JOBS = Source(
    MODEL.shapes["LastingJobs"],
    _cypher,
    converts=(
        ("by", str),
        ("since", lambda day: day),
        ("until", lambda day: day),
        ("providerId", values.identifier("org")),
        ("programId", values.identifier("prg")),
        ("first", values.page_size),
    ),
    defaults=(("first", _DEFAULT),),
    most="first",
    price=3_000,
    asks_about=(("providerId", "Organization"), ("programId", "Program")),
)
"""`lastingJobs(by)`: who is still at work, by provider, province, program, target group or year."""
