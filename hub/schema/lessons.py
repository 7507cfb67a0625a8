"""Lessons and approaches in GraphQL, the evidence behind them, and their adoptions."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry
from strawberry import UNSET

from graph.compiler import EveryOf, OneOf
from graph.model.common import Language, Visibility
from graph.model.experiences import AdoptionOutcome
from hub.resolvers import lessons as resolvers
from hub.schema.base import Connection, Publishable, described, reads
from hub.schema.payloads import Payload, PublishInput, WithdrawInput, writes

if TYPE_CHECKING:
    from hub.schema.experiences import Experience
    from hub.schema.organizations import Organization
    from hub.schema.regions import Region
    from hub.schema.topics import Skill, Topic

TopicLater: TypeAlias = Annotated["Topic", strawberry.lazy("hub.schema.topics")]
SkillLater: TypeAlias = Annotated["Skill", strawberry.lazy("hub.schema.topics")]
RegionLater: TypeAlias = Annotated["Region", strawberry.lazy("hub.schema.regions")]
ExperienceLater: TypeAlias = Annotated["Experience", strawberry.lazy("hub.schema.experiences")]
OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]


@strawberry.type(
    description="A lesson. It counts as learned once an adoption by another organization has an outcome."
)
class Lesson(Publishable):
    """A lesson, with its evidence and its adoptions."""

    statement: str
    recommendation: str
    applies_when: str | None
    not_applies_when: str | None
    language: Language
    learned: bool = described("Whether an adoption of it has an outcome.")
    reuse_count: int = described("How many adoptions it has.")
    success_share: float | None = described("Mean over outcomes: success 1, mixed 0.5, failure 0.")
    publisher: OrganizationLater | None = described("Null where the author is closed to you.")
    experiences: Connection[ExperienceLater] = described("The experiences it was drawn from.")
    evidence_for: Connection[ExperienceLater]
    evidence_against: Connection[ExperienceLater]
    topics: list[TopicLater]
    skills: list[SkillLater]
    adoptions: Connection["Adoption"]


@strawberry.type(description="A step of an approach.")
class Step:
    """What to do, and when in the order."""

    title: str
    text: str | None
    position: int = described("Its place in the list, from 0.")


@strawberry.type(description="A method that can be reused, step by step.")
class Approach(Publishable):
    """An approach, with the experiences behind it and its adoptions."""

    title: str
    summary: str
    language: Language
    learned: bool = described("Whether an adoption of it has an outcome.")
    reuse_count: int = described("How many adoptions it has.")
    success_share: float | None = described("Mean over outcomes: success 1, mixed 0.5, failure 0.")
    publisher: OrganizationLater | None
    steps: list[Step]
    experiences: Connection[ExperienceLater]
    topics: list[TopicLater]
    skills: list[SkillLater]
    adoptions: Connection["Adoption"]


Adoptable = Annotated[Lesson | Approach, strawberry.union("Adoptable", description="What can be adopted.")]


@strawberry.type(
    description="An organization applied another's lesson or approach: where, when, what came of it."
)
class Adoption(Publishable):
    """An adoption."""

    note: str | None
    started_on: date | None
    outcome: AdoptionOutcome | None = described("Null until it is known.")
    outcome_note: str | None
    outcome_recorded_at: datetime | None
    adopter: OrganizationLater | None
    adopted: Adoptable | None
    region: RegionLater | None


@strawberry.type(description="The lesson written, or why not.")
class LessonPayload(Payload):
    """What lesson mutations answer with."""

    lesson: Lesson | None


@strawberry.type(description="The approach written, or why not.")
class ApproachPayload(Payload):
    """What approach mutations answer with."""

    approach: Approach | None


@strawberry.type(description="The adoption written, or why not.")
class AdoptionPayload(Payload):
    """What adoption mutations answer with."""

    adoption: Adoption | None


@strawberry.input
class LessonValues:
    """What can be told of a lesson, besides what must be."""

    applies_when: str | None = UNSET
    not_applies_when: str | None = UNSET
    topic_ids: list[strawberry.ID] | None = UNSET
    skill_ids: list[strawberry.ID] | None = UNSET


@strawberry.input(description="A draft, drawn from experiences that you may read.")
class CreateLessonInput(LessonValues):
    """Creates a lesson."""

    statement: str
    recommendation: str
    experience_ids: list[strawberry.ID]
    language: Language = Language.FA
    visibility: Visibility = Visibility.MEMBERS


@strawberry.input(description="What changes; what is left out stays, null takes away.")
class EditLessonInput(LessonValues):
    """Edits a lesson."""

    id: strawberry.ID
    version: int = described("The version you have read.")
    statement: str | None = UNSET
    recommendation: str | None = UNSET
    experience_ids: list[strawberry.ID] | None = UNSET
    language: Language | None = UNSET
    visibility: Visibility | None = UNSET


@strawberry.input(description="A step: what to do.")
class StepInput:
    """A step; its place is its place in the list."""

    title: str
    text: str | None = UNSET


@strawberry.input
class ApproachValues:
    """What can be told of an approach, besides what must be."""

    experience_ids: list[strawberry.ID] | None = UNSET
    topic_ids: list[strawberry.ID] | None = UNSET
    skill_ids: list[strawberry.ID] | None = UNSET


@strawberry.input(description="A draft of a reusable method.")
class CreateApproachInput(ApproachValues):
    """Creates an approach."""

    title: str
    summary: str
    steps: list[StepInput]
    language: Language = Language.FA
    visibility: Visibility = Visibility.MEMBERS


@strawberry.input(description="What changes; what is left out stays, null takes away.")
class EditApproachInput(ApproachValues):
    """Edits an approach."""

    id: strawberry.ID
    version: int = described("The version you have read.")
    title: str | None = UNSET
    summary: str | None = UNSET
    steps: list[StepInput] | None = UNSET
    language: Language | None = UNSET
    visibility: Visibility | None = UNSET


@strawberry.input(description="Evidence from an experience of your organization.")
class AddEvidenceInput:
    """Adds evidence to a lesson."""

    lesson_id: strawberry.ID
    experience_id: strawberry.ID
    supports: bool = described("True when it speaks for the lesson, false when against.")


@strawberry.input(description="Your organization applies a lesson or an approach of another.")
class AdoptInput:
    """Adopts."""

    adopted_id: strawberry.ID
    note: str | None = UNSET
    started_on: date | None = UNSET
    region_id: strawberry.ID | None = UNSET
    visibility: Visibility = Visibility.MEMBERS


@strawberry.input(description="What came of an adoption.")
class RecordOutcomeInput:
    """Records an outcome."""

    id: strawberry.ID
    version: int = described("The version you have read.")
    outcome: AdoptionOutcome
    outcome_note: str | None = UNSET


@strawberry.type
class LessonQuery:
    """The root fields of lessons, approaches and adoptions."""

    lessons: Connection[Lesson] = reads(EveryOf("Lesson"), "All lessons you may read.")
    lesson: Lesson | None = reads(OneOf("Lesson"), "One lesson.")
    approaches: Connection[Approach] = reads(EveryOf("Approach"), "All approaches you may read.")
    approach: Approach | None = reads(OneOf("Approach"), "One approach.")
    adoptions: Connection[Adoption] = reads(EveryOf("Adoption"), "All adoptions you may read.")
    adoption: Adoption | None = reads(OneOf("Adoption"), "One adoption.")


@strawberry.type
class LessonMutation:
    """What users do with lessons, approaches and adoptions."""

    create_lesson: LessonPayload = writes(
        resolvers.create_lesson, CreateLessonInput, "Write down a lesson, as a draft."
    )
    edit_lesson: LessonPayload = writes(
        resolvers.edit_lesson, EditLessonInput, "Change a lesson of your organization."
    )
    publish_lesson: LessonPayload = writes(resolvers.publish_lesson, PublishInput, "Let others read it.")
    withdraw_lesson: LessonPayload = writes(resolvers.withdraw_lesson, WithdrawInput, "Take it back.")
    add_evidence: LessonPayload = writes(
        resolvers.add_evidence,
        AddEvidenceInput,
        "Put an experience of yours beside a lesson, for or against it.",
    )
    create_approach: ApproachPayload = writes(
        resolvers.create_approach, CreateApproachInput, "Write down a method, as a draft."
    )
    edit_approach: ApproachPayload = writes(
        resolvers.edit_approach, EditApproachInput, "Change an approach of your organization."
    )
    publish_approach: ApproachPayload = writes(
        resolvers.publish_approach, PublishInput, "Let others read it."
    )
    withdraw_approach: ApproachPayload = writes(resolvers.withdraw_approach, WithdrawInput, "Take it back.")
    adopt: AdoptionPayload = writes(
        resolvers.adopt, AdoptInput, "Say that your organization applies another's lesson or approach."
    )
    record_outcome: AdoptionPayload = writes(
        resolvers.record_outcome, RecordOutcomeInput, "Say what came of an adoption."
    )
    withdraw_adoption: AdoptionPayload = writes(
        resolvers.withdraw_adoption, WithdrawInput, "Take an adoption back."
    )
