"""Experiences, the lessons and approaches drawn from them, and their adoptions."""

from enum import Enum

from graph.model.common import (
    ID,
    INTERNAL,
    LANGUAGE,
    PUBLISHABLE,
    TARGET_GROUPS,
    VERSIONED,
    RecordStatus,
)
from graph.model.core import Access, Computed, Direction, Edge, Kind, Node, Property, See, Union
from graph.model.organizations import PARTICIPATION


class ExperienceOutcome(Enum):
    """What came of it. A near miss: it nearly went wrong."""

    SUCCESS = "SUCCESS"
    FAILURE = "FAILURE"
    MIXED = "MIXED"
    NEAR_MISS = "NEAR_MISS"


class CostBand(Enum):
    """What it cost a person helped, roughly."""

    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"


class AdoptionOutcome(Enum):
    """What came of an adoption."""

    SUCCESS = "SUCCESS"
    FAILURE = "FAILURE"
    MIXED = "MIXED"


RESULT = Node(
    "Result",
    None,
    (
        Property("indicator", required=True),
        Property("value", Kind.FLOAT, required=True, signed=True),
        Property("baseline", Kind.FLOAT, signed=True),
        Property("unit"),
        Property("position", Kind.INT, required=True, filterable=False, sortable=True),
    ),
    order=(("position", True),),
)

EXPERIENCE = Node(
    "Experience",
    "exp",
    (
        ID,
        Property("title", required=True, fold="titleFold", sort="titleSort", sortable=True),
        LANGUAGE,
        Property("outcome", Kind.ENUM, enum=ExperienceOutcome, required=True),
        Property("context", filterable=False),
        Property("intended", filterable=False),
        Property("happened", required=True, filterable=False),
        Property("why", filterable=False),
        Property("enablingFactors", many=True, required=True, filterable=False),
        Property("barriers", many=True, required=True, filterable=False),
        Property("costBand", Kind.ENUM, enum=CostBand),
        Property("startedOn", Kind.DATE, sortable=True),
        Property("endedOn", Kind.DATE, sortable=True),
        TARGET_GROUPS,
        *PUBLISHABLE,
        *VERSIONED,
        *INTERNAL,
        Edge("publisher", "PUBLISHED_BY", "Organization", many=False),
        Edge("participants", "HAS_PARTICIPANT", "Organization", properties=PARTICIPATION, parallel="role"),
        Edge("region", "LOCATED_IN", "Region", many=False, open=True),
        Edge("topics", "ABOUT", "Topic", open=True),
        Edge("skills", "USES_SKILL", "Skill", open=True),
        Edge("results", "HAS_RESULT", "Result", open=True),
        Edge("lessons", "DRAWN_FROM", "Lesson", Direction.IN, open=True),
        Edge("supports", "SUPPORTED_BY", "Lesson", Direction.IN, open=True),
        Edge("contradicts", "CONTRADICTED_BY", "Lesson", Direction.IN, open=True),
    ),
    access=Access.OWNED,
    anonymizable=True,
    order=(("createdAt", False),),
    search=(("title",), ("context", "intended", "happened", "why", "enablingFactors", "barriers")),
)


def _adoptions(n: str, see: See, condition: str) -> str:
    return f"({n})<-[:ADOPTS]-(a:Adoption) WHERE {see('a', 'Adoption')} AND {condition}"


_STANDS = f"a.status = '{RecordStatus.PUBLISHED.value}'"
_TOLD = f"{_STANDS} AND a.outcome IS NOT NULL"

REUSE = (
    Computed(
        "learned",
        Kind.BOOLEAN,
        lambda n, see: f"EXISTS {{ {_adoptions(n, see, _TOLD)} }}",
        filterable=True,
    ),
    Computed(
        "reuseCount",
        Kind.INT,
        lambda n, see: f"COUNT {{ {_adoptions(n, see, _STANDS)} }}",
        filterable=True,
    ),
    Computed(
        "successShare",
        Kind.FLOAT,
        lambda n, see: (
            f"head(COLLECT {{ MATCH {_adoptions(n, see, _TOLD)} "
            "RETURN avg(CASE a.outcome WHEN 'SUCCESS' THEN 1.0 WHEN 'MIXED' THEN 0.5 ELSE 0.0 END) })"
        ),
        required=False,
        filterable=True,
    ),
)
"""A lesson is learned once an adoption of it has an outcome. `successShare` (0 to 1): the mean over
adoptions with an outcome of success 1, mixed ½, failure 0; null where there is none."""

LESSON = Node(
    "Lesson",
    "les",
    (
        ID,
        Property("statement", required=True, fold="statementFold", sort="statementSort", sortable=True),
        Property("recommendation", required=True, filterable=False),
        Property("appliesWhen", filterable=False),
        Property("notAppliesWhen", filterable=False),
        LANGUAGE,
        *REUSE,
        *PUBLISHABLE,
        *VERSIONED,
        *INTERNAL,
        Edge("publisher", "PUBLISHED_BY", "Organization", many=False),
        Edge("experiences", "DRAWN_FROM", "Experience", open=True),
        Edge("evidenceFor", "SUPPORTED_BY", "Experience", open=True),
        Edge("evidenceAgainst", "CONTRADICTED_BY", "Experience", open=True),
        Edge("topics", "ABOUT", "Topic", open=True),
        Edge("skills", "USES_SKILL", "Skill", open=True),
        Edge("adoptions", "ADOPTS", "Adoption", Direction.IN, open=True),
    ),
    access=Access.OWNED,
    anonymizable=True,
    order=(("createdAt", False),),
    search=(("statement",), ("recommendation", "appliesWhen", "notAppliesWhen")),
)

STEP = Node(
    "Step",
    None,
    (
        Property("title", required=True),
        Property("text", filterable=False),
        Property("position", Kind.INT, required=True, filterable=False, sortable=True),
    ),
    order=(("position", True),),
)

APPROACH = Node(
    "Approach",
    "app",
    (
        ID,
        Property("title", required=True, fold="titleFold", sort="titleSort", sortable=True),
        Property("summary", required=True, filterable=False),
        LANGUAGE,
        *REUSE,
        *PUBLISHABLE,
        *VERSIONED,
        *INTERNAL,
        Edge("publisher", "PUBLISHED_BY", "Organization", many=False),
        Edge("steps", "HAS_STEP", "Step", open=True),
        Edge("experiences", "DRAWN_FROM", "Experience", open=True),
        Edge("topics", "ABOUT", "Topic", open=True),
        Edge("skills", "USES_SKILL", "Skill", open=True),
        Edge("adoptions", "ADOPTS", "Adoption", Direction.IN, open=True),
    ),
    access=Access.OWNED,
    anonymizable=True,
    order=(("createdAt", False),),
    search=(("title",), ("summary",)),
)

ADOPTION = Node(
    "Adoption",
    "ado",
    (
        ID,
        Property("note", filterable=False),
        Property("startedOn", Kind.DATE, sortable=True),
        Property("outcome", Kind.ENUM, enum=AdoptionOutcome),
        Property("outcomeNote", filterable=False),
        Property("outcomeRecordedAt", Kind.DATETIME, sortable=True),
        *PUBLISHABLE,
        *VERSIONED,
        *INTERNAL,
        Edge("adopter", "PUBLISHED_BY", "Organization", many=False),
        Edge("adopted", "ADOPTS", "Adoptable", many=False, open=True),
        Edge("region", "LOCATED_IN", "Region", many=False, open=True),
    ),
    access=Access.OWNED,
    order=(("createdAt", False),),
)

ADOPTABLE = Union("Adoptable", ("Lesson", "Approach"))
