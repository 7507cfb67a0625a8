"""Turn what one has and another lacks into reasons: programs with a gap, and what follows on a course.

A program has a gap where another is for the same people in the same region, or one around it, and has a
dimension of readiness that this one leaves out. A course leads on to a place to learn the same skill at a
master's side, and to a job that needs it, where both are within reach of each other.
"""

from dataclasses import dataclass

from graph.limits import MAXIMUM_NAMED, MAXIMUM_NEWEST, MAXIMUM_OWN
from graph.model.collaborators import ReasonKind
from graph.model.common import RecordStatus
from graph.model.eligibility import groups
from graph.model.members import See
from graph.model.openings import is_open
from graph.queries.matching import reach
from graph.queries.reasons import WEIGHTS, reason


@dataclass(frozen=True, slots=True)
class Side:
    """Records of a label: how an organization leads to them, the way back, and the list they are told in."""

    label: str
    edge: str
    owner: str

    def stands(self, record: str) -> str:
        """The condition that it is there for others today."""
        if self in {APPRENTICESHIPS, JOBS}:
            return is_open(record)
        published = f"{record}.status = '{RecordStatus.PUBLISHED.value}'"
        return f"{published} AND coalesce({record}.endsOn >= $today, true)"


PROGRAMS = Side("Program", "programs", "publisher")
COURSES = Side("Course", "courses", "provider")
APPRENTICESHIPS = Side("Apprenticeship", "apprenticeships", "host")
JOBS = Side("JobOpportunity", "jobOpportunities", "employer")

_FOLLOWING = (
    (ReasonKind.APPRENTICESHIP_NEAR_COURSE, COURSES, APPRENTICESHIPS),
    (ReasonKind.COURSE_NEAR_APPRENTICESHIP, APPRENTICESHIPS, COURSES),
    (ReasonKind.JOB_FOR_SKILL, COURSES, JOBS),
    (ReasonKind.SKILL_FOR_JOB, JOBS, COURSES),
)


def complements(see: See) -> list[str]:
    """The parts of a statement that find, for the organization `me`, others as `o` and a `reason` each."""
    return [_gaps(see), *(_following(see, kind, own, others) for kind, own, others in _FOLLOWING)]


def _mine(see: See, own: Side) -> str:
    """The newest of its own, in `record`."""
    return f"""MATCH (me)<-[:PUBLISHED_BY]-(record:{own.label})
  WHERE {see.along("me", "Organization", own.edge, "record")} AND {own.stands("record")}
  WITH record ORDER BY record.createdAt DESC, record.id LIMIT {MAXIMUM_OWN}"""


def _theirs(see: See, kind: ReasonKind, others: Side, named: str) -> str:
    """The reason of the `others` found in `other`, with what leads to them in `x`, told as `named`."""
    each, times = WEIGHTS[kind]
    weight = f"{each} * CASE WHEN size(theirs) < {times} THEN size(theirs) ELSE {times} END"
    lists = {others.edge: f"theirs[..{MAXIMUM_NAMED}]", named: f"shared[..{MAXIMUM_NAMED}]"}
    return f"""MATCH (other)-[:PUBLISHED_BY]->(o:Organization)
  WHERE {see.along("other", others.label, others.owner, "o")}
  WITH o, other, x ORDER BY other.createdAt DESC, other.id, x.id
  WITH o, collect(DISTINCT other) AS theirs, collect(DISTINCT x) AS shared
  RETURN o, {reason(kind, weight, **lists)} AS reason"""


def _gaps(see: See) -> str:
    along = see.along("record", "Program", "regions", "x"), see.along("other", "Program", "regions", "around")
    return f"""{_mine(see, PROGRAMS)}
  MATCH (record)-[:COVERS]->(x:Region) WHERE {along[0]} AND size(record.dimensions) > 0
  CALL (record, x) {{
    MATCH (x)-[:PART_OF*0..3]->(around:Region)<-[:COVERS]-(other:Program)
    WHERE {see("other", "Program")} AND {along[1]} AND {PROGRAMS.stands("other")}
      AND any(group IN {groups("record")} WHERE group IN {groups("other")})
      AND any(dimension IN other.dimensions WHERE NOT dimension IN record.dimensions)
    WITH DISTINCT other
    RETURN other ORDER BY other.createdAt DESC, other.id LIMIT {MAXIMUM_NEWEST}
  }}
  {_theirs(see, ReasonKind.PROGRAM_FILLS_GAP, PROGRAMS, "regions")}"""


def _following(see: See, kind: ReasonKind, own: Side, others: Side) -> str:
    skill = see.along("record", own.label, "skills", "x"), see.along("other", others.label, "skills", "x")
    return f"""{_mine(see, own)}
  MATCH (record)-[:USES_SKILL]->(x:Skill) WHERE {skill[0]}
  CALL (record, x) {{
    MATCH (x)<-[:USES_SKILL]-(other:{others.label})
    WHERE {see("other", others.label)} AND {skill[1]} AND {others.stands("other")}
    RETURN other ORDER BY other.createdAt DESC, other.id LIMIT {MAXIMUM_NEWEST}
  }}
  WITH record, other, x WHERE {reach(see, own.label, others.label)}
  {_theirs(see, kind, others, "skills")}"""
