"""Turn a skill or an occupation into what leads to work with it: courses, qualifications, places, jobs.

Skills and occupations meet by the code that a skill has in ISCO-08. From them the way goes backwards: the
open jobs, what certifies, then the courses that teach it or lead to one of both.
"""

from graph.compiler import Given, Source, values
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_ON_THE_WAY
from graph.model import MODEL
from graph.model.common import OWNER_EDGE, RecordStatus
from graph.model.delivery import DeliveryMode
from graph.model.found import alike, under
from graph.model.members import See
from graph.model.occupations import unit_group
from graph.model.openings import is_open
from graph.model.organizations import OrganizationStatus
from graph.model.pathways import PathwayStep
from graph.model.regions import REGION
from graph.model.topics import SKILL

_DEFAULT = 10
_STANDS = (
    f"«n».status = '{RecordStatus.PUBLISHED.value}' AND NOT EXISTS {{ («n»)-[:{OWNER_EDGE}]->(:Organization"
    f" {{status: '{OrganizationStatus.WITHDRAWN.value}'}}) }}"
)
"""Published, and of nobody who has left the network."""
_PUBLISHED, _OF_COURSE = _STANDS.replace("«n»", "n"), _STANDS.replace("«n»", "q")
_NOT_OVER = f"{_PUBLISHED} AND coalesce(n.endsOn, n.startsOn, $today) >= $today"
_CLOSING = "n.closesOn IS NULL, n.closesOn, n.id"


def _cypher(see: See, given: Given) -> str:
    if not given.has("skillId") and not given.has("occupation"):
        raise ValueRefused("SKILL_OR_OCCUPATION", at="skillId")
    first = given.value("first")
    here = _here(given)
    ways, opened = (_BY_SKILL, _BY_CODE), f"{is_open('n')} AND {_PUBLISHED} AND {here}"
    jobs = _step("jobs", see, "JobOpportunity", ways, opened, _CLOSING, first)
    places = _step("places", see, "Apprenticeship", ways, opened, _CLOSING, first)
    direct = _step("certified", see, "Qualification", ways, _PUBLISHED, "n.title, n.id", first)
    courses = _step(
        "courses",
        see,
        "Course",
        (
            _BY_SKILL,
            "UNWIND certified AS q MATCH (q)<-[:LEADS_TO]-(n:Course)",
            "UNWIND jobs AS job MATCH (job)-[:TAKES_FROM]->(n:Course)",
        ),
        f"{_NOT_OVER} AND ({here} OR n.mode = '{DeliveryMode.ONLINE.value}')",
        "n.startsOn IS NULL, n.startsOn, n.id",
        first,
        "certified, jobs, ",
    )
    led_to = f"[(c)-[:LEADS_TO]->(q:Qualification) WHERE {see('q', 'Qualification')} AND {_OF_COURSE} | q]"
    return f"""{_sought(given)}
{_within(given)}
{jobs}
{places}
{direct}
{courses}
CALL (courses, certified) {{
  UNWIND certified + reduce(all = [], c IN courses | all + {led_to}) + [null] AS q
  WITH DISTINCT q WHERE q IS NOT NULL LIMIT {first}
  RETURN collect(q) AS qualifications
}}
WITH {{courses: courses, qualifications: qualifications, apprenticeships: places, jobOpportunities: jobs,
  missing: {_missing()}}} AS row"""


_BY_SKILL = "UNWIND skills AS s MATCH (s)<-[:USES_SKILL]-(n:«label»)"
_BY_CODE = "UNWIND codes AS code MATCH (n:Node&«label» {occupationCode: code})"


def _sought(given: Given) -> str:
    """The skills that are sought, and the codes of the occupations."""
    ways = []
    if given.has("skillId"):
        ways.append(
            f"MATCH (named:Node&Skill {{id: {given.value('skillId')}}})"
            f" MATCH (value:Node&Skill {alike(SKILL, 'named')}){under(SKILL, 's')} RETURN s"
        )
    if given.has("occupation"):
        ways.append(f"MATCH (s:Node&Skill {{iscoCode: {given.value('occupation')}}}) RETURN s")
    told = f"[{given.value('occupation')}]" if given.has("occupation") else "[]"
    return f"""CALL () {{
  CALL () {{ {" UNION ".join(ways)} }}
  WITH DISTINCT s LIMIT {MAXIMUM_ON_THE_WAY}
  RETURN collect(s) AS skills
}}
WITH skills, {told} + [s IN skills WHERE size(s.iscoCode) = 4 | s.iscoCode] AS codes"""


def _within(given: Given) -> str:
    """The regions that count as within the one that is asked for."""
    if not given.has("regionId"):
        return "WITH skills, codes, null AS regions"
    return f"""CALL () {{
  MATCH (named:Node&Region {{id: {given.value("regionId")}}})
  MATCH (value:Node&Region {alike(REGION, "named")}){under(REGION, "r")}
  RETURN collect(DISTINCT r) AS regions
}}"""


def _here(given: Given) -> str:
    return "EXISTS { (n)-[:LOCATED_IN]->(r:Region) WHERE r IN regions }" if given.has("regionId") else "true"


def _step(
    name: str,
    see: See,
    label: str,
    ways: tuple[str, ...],
    condition: str,
    order: str,
    first: str,
    beside: str = "",
) -> str:
    """The records of one step, found in any of these ways; `beside`: which lists the ways start from, too."""
    found = " UNION ".join(f"{way.replace('«label»', label)} RETURN n" for way in ways)
    return f"""CALL ({beside}skills, codes, regions) {{
  CALL ({beside}skills, codes) {{ {found} }}
  WITH DISTINCT n, regions WHERE {condition} AND {see("n", label)}
  WITH n LIMIT {MAXIMUM_ON_THE_WAY}
  WITH n ORDER BY {order} LIMIT {first}
  RETURN collect(n) AS {name}
}}"""


def _missing() -> str:
    steps = (
        ("courses", PathwayStep.COURSE),
        ("qualifications", PathwayStep.QUALIFICATION),
        ("places", PathwayStep.APPRENTICESHIP),
        ("jobs", PathwayStep.JOB_OPPORTUNITY),
    )
    return " + ".join(f"CASE WHEN {name} = [] THEN ['{step.value}'] ELSE [] END" for name, step in steps)


PATHWAYS = Source(
    MODEL.shapes["Pathways"],
    _cypher,
    converts=(
        ("skillId", values.identifier("ski")),
        ("occupation", unit_group),
        ("regionId", values.identifier("reg")),
        ("first", values.page_size),
    ),
    defaults=(("first", _DEFAULT),),
    price=3_000,
)
