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
_PUBLISHED = (
    f"n.status = '{RecordStatus.PUBLISHED.value}' AND NOT EXISTS {{ (n)-[:{OWNER_EDGE}]->(:Organization"
    f" {{status: '{OrganizationStatus.WITHDRAWN.value}'}}) }}"
)
"""`n` is published, and of nobody who has left the network."""
_ASKED_ABOUT = (("skillId", "Skill"), ("regionId", "Region"))
_ENDS = {"JobOpportunity": "jobs", "Apprenticeship": "places", "Qualification": "certified"}
"""What a skill or an occupation leads to, and the list that holds it; courses are found from there, too."""


# Planning a statement takes its database longer than running it, and each subquery and each right its
# share: so all ends of the way are found, and held to the same conditions, as one.


def _cypher(see: See, given: Given) -> str:
    if not given.has("skillId") and not given.has("occupation"):
        raise ValueRefused("SKILL_OR_OCCUPATION", at="skillId")
    first = given.value("first")
    lists = ", ".join(f"[n IN found WHERE n:{of}][..{first}] AS {name}" for of, name in _ENDS.items())
    return f"""{_sought(given)}
{_within(given)}
{_ends(see, given)}
WITH skills, regions, {lists}
{_courses(see, given)}
CALL (courses, certified) {{
  UNWIND certified + COLLECT {{ UNWIND courses AS course MATCH (course)-[:LEADS_TO]->(n:Qualification)
    WHERE {_PUBLISHED} AND {see("n", "Qualification")} RETURN n }} AS n
  WITH DISTINCT n LIMIT {first}
  RETURN collect(n) AS qualifications
}}
{_there(given)}WITH {{courses: courses, qualifications: qualifications, apprenticeships: places,
  jobOpportunities: jobs, missing: {_missing()}}} AS row"""


def _there(given: Given) -> str:
    """No row, where what is asked about is not there: of a skill that nobody knows nothing is missing."""
    return "".join(
        f"MATCH (:Node&{label} {{id: {given.value(name)}}})\n"
        for name, label in _ASKED_ABOUT
        if given.has(name)
    )


def _sought(given: Given) -> str:
    """The skills that are sought, and the codes of the occupations."""
    ways = []
    if given.has("skillId"):
        ways.append(
            f"MATCH (named:Node&Skill {{id: {given.value('skillId')}}}) WITH named LIMIT 1"
            f" MATCH (value:Node&Skill {alike(SKILL, 'named')}){under(SKILL, 's')} RETURN s"
        )
    if given.has("occupation"):
        ways.append(f"MATCH (s:Node&Skill {{iscoCode: {given.value('occupation')}}}) RETURN s")
    told = f"[{given.value('occupation')}]" if given.has("occupation") else "[]"
    return f"""CALL () {{ {" UNION ".join(ways)} }}
WITH s LIMIT {MAXIMUM_ON_THE_WAY}
WITH collect(DISTINCT s) AS skills
WITH skills, {told} + [s IN skills WHERE size(s.iscoCode) = 4 | s.iscoCode] AS codes"""


def _within(given: Given) -> str:
    """The regions that count as within the one that is asked for."""
    if not given.has("regionId"):
        return "WITH skills, codes, null AS regions"
    return f"""CALL () {{
  MATCH (named:Node&Region {{id: {given.value("regionId")}}}) WITH named LIMIT 1
  MATCH (value:Node&Region {alike(REGION, "named")}){under(REGION, "r")}
  RETURN collect(DISTINCT r) AS regions
}}"""


def _here(given: Given) -> str:
    return "EXISTS { (n)-[:LOCATED_IN]->(r:Region) WHERE r IN regions }" if given.has("regionId") else "true"


def _ends(see: See, given: Given) -> str:
    """The jobs, places and qualifications, in the order in which they are told."""
    ways = [
        f"UNWIND skills AS s MATCH (s)<-[:USES_SKILL]-(n:{'|'.join(_ENDS)}) RETURN n",
        *(f"UNWIND codes AS code MATCH (n:Node&{of} {{occupationCode: code}}) RETURN n" for of in _ENDS),
    ]
    union = "\n    UNION ALL ".join(ways)
    return f"""CALL (skills, codes, regions) {{
  CALL (skills, codes) {{
    {union}
  }}
  WITH DISTINCT n, regions
  WHERE CASE WHEN n:Qualification THEN true ELSE {is_open("n")} AND {_here(given)} END
    AND {_PUBLISHED} AND {see("n", *_ENDS)}
  WITH n ORDER BY CASE WHEN n:Qualification THEN n.title ELSE n.closesOn END, n.id
  RETURN collect(n) AS found
}}"""


def _courses(see: See, given: Given) -> str:
    """Those that teach a skill, or lead to a qualification or a job that was found."""
    return f"""CALL (skills, regions, certified, jobs) {{
  UNWIND skills + certified + jobs AS way
  MATCH (way)-[:USES_SKILL|LEADS_TO|TAKES_FROM]-(n:Course)
  WITH DISTINCT n, regions WHERE coalesce(n.endsOn, n.startsOn, $today) >= $today
    AND ({_here(given)} OR n.mode = '{DeliveryMode.ONLINE.value}')
    AND {_PUBLISHED} AND {see("n", "Course")}
  WITH n ORDER BY n.startsOn, n.id LIMIT {given.value("first")}
  RETURN collect(n) AS courses
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
    price=10_000,
    asks_about=_ASKED_ABOUT,
)
