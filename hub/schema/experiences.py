"""Experiences in GraphQL, with the lessons and approaches drawn from them and their adoptions."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from graph.compiler import EveryOf, OneOf
from graph.model.common import Language, RecordStatus, TargetGroup, Visibility
from graph.model.experiences import AdoptionOutcome, CostBand, ExperienceOutcome
from graph.model.organizations import ParticipantRole
from hub.schema.base import Connected, Connection, Node, Row, described, reads
from hub.schema.regions import Region
from hub.schema.topics import Skill, Topic

if TYPE_CHECKING:
    from hub.schema.organizations import Organization


@strawberry.type(description="What was measured: a number, where it started from, and its unit.")
class Result:
    """A result of an experience."""

    indicator: str
    value: float
    baseline: float | None
    unit: str | None
    position: int = described("Its place in the list, from 0.")


@strawberry.type(description="An organization that took part in an experience, with its role.")
class ParticipantEdge(Row):
    """An organization, with what it did."""

    node: Annotated["Organization", strawberry.lazy("hub.schema.organizations")]
    role: ParticipantRole
    since: date | None
    until: date | None


@strawberry.type(description="A page of participants.")
class ParticipantConnection(Connected):
    """The organizations that took part in an experience."""

    edges: list[ParticipantEdge]
    nodes: list[Annotated["Organization", strawberry.lazy("hub.schema.organizations")]]


@strawberry.type(
    description="What an organization tried, and what came of it: failures as welcome as successes."
)
class Experience(Node):
    """An experience, told in the order it is asked for: meant, happened, why."""

    title: str
    language: Language
    outcome: ExperienceOutcome
    context: str | None
    intended: str | None = described("What was meant to happen.")
    happened: str = described("What did happen.")
    why: str | None = described("Why, as far as it is known.")
    enabling_factors: list[str]
    barriers: list[str]
    cost_band: CostBand | None
    started_on: date | None
    ended_on: date | None
    target_groups: list[TargetGroup]
    status: RecordStatus
    visibility: Visibility
    published_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    publisher: Annotated["Organization", strawberry.lazy("hub.schema.organizations")] | None = described(
        "Null where the author is closed to you."
    )
    participants: ParticipantConnection
    region: Region | None
    topics: list[Topic]
    skills: list[Skill]
    results: list[Result]
    lessons: Connection["Lesson"] = described("The lessons drawn from it.")
    supports: Connection["Lesson"] = described("The lessons it is evidence for.")
    contradicts: Connection["Lesson"] = described("The lessons it is evidence against.")


@strawberry.type(
    description="What is to be learned. It counts as learned once another organization's adoption has an outcome."
)
class Lesson(Node):
    """A lesson, with its evidence and its adoptions."""

    statement: str
    recommendation: str
    applies_when: str | None
    not_applies_when: str | None
    language: Language
    learned: bool = described("Whether an adoption of it has an outcome.")
    reuse_count: int = described("How many adoptions it has.")
    success_share: float | None = described(
        "0 to 1 over adoptions with an outcome: success 1, mixed ½, failure 0."
    )
    status: RecordStatus
    visibility: Visibility
    published_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    publisher: Annotated["Organization", strawberry.lazy("hub.schema.organizations")] | None = described(
        "Null where the author is closed to you."
    )
    experiences: Connection[Experience] = described("The experiences it was drawn from.")
    evidence_for: Connection[Experience]
    evidence_against: Connection[Experience]
    topics: list[Topic]
    skills: list[Skill]
    adoptions: Connection["Adoption"]


@strawberry.type(description="A step of an approach.")
class Step:
    """What to do, and when in the order."""

    title: str
    text: str | None
    position: int = described("Its place in the list, from 0.")


@strawberry.type(description="A method that can be reused, step by step.")
class Approach(Node):
    """An approach, with the experiences behind it and its adoptions."""

    title: str
    summary: str
    language: Language
    learned: bool = described("Whether an adoption of it has an outcome.")
    reuse_count: int = described("How many adoptions it has.")
    success_share: float | None = described(
        "0 to 1 over adoptions with an outcome: success 1, mixed ½, failure 0."
    )
    status: RecordStatus
    visibility: Visibility
    published_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    publisher: Annotated["Organization", strawberry.lazy("hub.schema.organizations")] | None
    steps: list[Step]
    experiences: Connection[Experience]
    topics: list[Topic]
    skills: list[Skill]
    adoptions: Connection["Adoption"]


Adoptable = Annotated[Lesson | Approach, strawberry.union("Adoptable", description="What can be adopted.")]


@strawberry.type(
    description="An organization applied another's lesson or approach: where, when, what came of it."
)
class Adoption(Node):
    """An adoption."""

    note: str | None
    started_on: date | None
    outcome: AdoptionOutcome | None = described("Null until it is known.")
    outcome_note: str | None
    outcome_recorded_at: datetime | None
    status: RecordStatus
    visibility: Visibility
    published_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    adopter: Annotated["Organization", strawberry.lazy("hub.schema.organizations")] | None
    adopted: Adoptable | None
    region: Region | None


@strawberry.type
class ExperienceQuery:
    """The root fields of experiences, lessons, approaches and adoptions."""

    experiences: Connection[Experience] = reads(EveryOf("Experience"), "All experiences you may read.")
    experience: Experience | None = reads(OneOf("Experience"), "One experience.")
    lessons: Connection[Lesson] = reads(EveryOf("Lesson"), "All lessons you may read.")
    lesson: Lesson | None = reads(OneOf("Lesson"), "One lesson.")
    approaches: Connection[Approach] = reads(EveryOf("Approach"), "All approaches you may read.")
    approach: Approach | None = reads(OneOf("Approach"), "One approach.")
    adoptions: Connection[Adoption] = reads(EveryOf("Adoption"), "All adoptions you may read.")
    adoption: Adoption | None = reads(OneOf("Adoption"), "One adoption.")
