"""Lessons and approaches in GraphQL, the evidence behind them, and their adoptions."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from graph.compiler import EveryOf, OneOf
from graph.model.common import Language, RecordStatus, Visibility
from graph.model.experiences import AdoptionOutcome
from hub.schema.base import Connection, Node, described, reads
from hub.schema.regions import Region
from hub.schema.topics import Skill, Topic

if TYPE_CHECKING:
    from hub.schema.experiences import Experience
    from hub.schema.organizations import Organization

ExperienceLater: TypeAlias = Annotated["Experience", strawberry.lazy("hub.schema.experiences")]
OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]


@strawberry.type(
    description="A lesson. It counts as learned once an adoption by another organization has an outcome."
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
    success_share: float | None = described("Mean over outcomes: success 1, mixed 0.5, failure 0.")
    status: RecordStatus
    visibility: Visibility
    published_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    publisher: OrganizationLater | None = described("Null where the author is closed to you.")
    experiences: Connection[ExperienceLater] = described("The experiences it was drawn from.")
    evidence_for: Connection[ExperienceLater]
    evidence_against: Connection[ExperienceLater]
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
    success_share: float | None = described("Mean over outcomes: success 1, mixed 0.5, failure 0.")
    status: RecordStatus
    visibility: Visibility
    published_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    publisher: OrganizationLater | None
    steps: list[Step]
    experiences: Connection[ExperienceLater]
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
    adopter: OrganizationLater | None
    adopted: Adoptable | None
    region: Region | None


@strawberry.type
class LessonQuery:
    """The root fields of lessons, approaches and adoptions."""

    lessons: Connection[Lesson] = reads(EveryOf("Lesson"), "All lessons you may read.")
    lesson: Lesson | None = reads(OneOf("Lesson"), "One lesson.")
    approaches: Connection[Approach] = reads(EveryOf("Approach"), "All approaches you may read.")
    approach: Approach | None = reads(OneOf("Approach"), "One approach.")
    adoptions: Connection[Adoption] = reads(EveryOf("Adoption"), "All adoptions you may read.")
    adoption: Adoption | None = reads(OneOf("Adoption"), "One adoption.")
