"""Experiences in GraphQL: what was tried, where, with whom, and what came of it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry
from strawberry import UNSET

from graph.compiler import EveryOf, OneOf
from graph.model.common import Language, TargetGroup, Visibility
from graph.model.experiences import CostBand, ExperienceOutcome
from graph.model.organizations import ParticipantRole
from hub.resolvers import experiences as resolvers
from hub.schema.base import Connected, Connection, Publishable, Row, described, reads
from hub.schema.payloads import Payload, PublishInput, WithdrawInput, writes

if TYPE_CHECKING:
    from hub.schema.lessons import Lesson
    from hub.schema.organizations import Organization
    from hub.schema.regions import Region
    from hub.schema.topics import Skill, Topic

TopicLater: TypeAlias = Annotated["Topic", strawberry.lazy("hub.schema.topics")]
SkillLater: TypeAlias = Annotated["Skill", strawberry.lazy("hub.schema.topics")]
RegionLater: TypeAlias = Annotated["Region", strawberry.lazy("hub.schema.regions")]
LessonLater: TypeAlias = Annotated["Lesson", strawberry.lazy("hub.schema.lessons")]
OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]


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

    node: OrganizationLater
    role: ParticipantRole
    since: date | None
    until: date | None


@strawberry.type(description="A page of participants.")
class ParticipantConnection(Connected):
    """The organizations that took part in an experience."""

    edges: list[ParticipantEdge]
    nodes: list[OrganizationLater]


@strawberry.type(description="What an organization tried and what came of it, failure or success.")
class Experience(Publishable):
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
    publisher: OrganizationLater | None = described("Null where the author is closed to you.")
    participants: ParticipantConnection
    region: RegionLater | None
    topics: list[TopicLater]
    skills: list[SkillLater]
    results: list[Result]
    lessons: Connection[LessonLater] = described("The lessons drawn from it.")
    supports: Connection[LessonLater] = described("The lessons it is evidence for.")
    contradicts: Connection[LessonLater] = described("The lessons it is evidence against.")


@strawberry.type(description="The experience written, or why not.")
class ExperiencePayload(Payload):
    """What experience mutations answer with."""

    experience: Experience | None


@strawberry.input(description="What was measured.")
class ResultInput:
    """A result."""

    indicator: str
    value: float
    baseline: float | None = UNSET
    unit: str | None = UNSET


@strawberry.input(description="An organization that took part, with what it did.")
class ParticipantInput:
    """A participant."""

    organization_id: strawberry.ID
    role: ParticipantRole
    since: date | None = UNSET
    until: date | None = UNSET


@strawberry.input
class ExperienceValues:
    """What can be told of an experience, besides what must be."""

    context: str | None = UNSET
    intended: str | None = UNSET
    why: str | None = UNSET
    enabling_factors: list[str] | None = UNSET
    barriers: list[str] | None = UNSET
    cost_band: CostBand | None = UNSET
    started_on: date | None = UNSET
    ended_on: date | None = UNSET
    target_groups: list[TargetGroup] | None = UNSET
    region_id: strawberry.ID | None = UNSET
    topic_ids: list[strawberry.ID] | None = UNSET
    skill_ids: list[strawberry.ID] | None = UNSET
    participants: list[ParticipantInput] | None = UNSET
    results: list[ResultInput] | None = UNSET


@strawberry.input(description="A draft, readable by your organization until it is published.")
class CreateExperienceInput(ExperienceValues):
    """Creates an experience."""

    title: str
    outcome: ExperienceOutcome
    happened: str
    language: Language = Language.FA
    visibility: Visibility = strawberry.field(
        default=Visibility.MEMBERS, description="Who may read it once it is published."
    )


@strawberry.input(description="What changes; what is left out stays, null takes away.")
class EditExperienceInput(ExperienceValues):
    """Edits an experience."""

    id: strawberry.ID
    version: int = described("The version you have read.")
    title: str | None = UNSET
    outcome: ExperienceOutcome | None = UNSET
    happened: str | None = UNSET
    language: Language | None = UNSET
    visibility: Visibility | None = UNSET


@strawberry.type
class ExperienceQuery:
    """The root fields of experiences."""

    experiences: Connection[Experience] = reads(EveryOf("Experience"), "All experiences you may read.")
    experience: Experience | None = reads(OneOf("Experience"), "One experience.")


@strawberry.type
class ExperienceMutation:
    """What users do with experiences."""

    create_experience: ExperiencePayload = writes(
        resolvers.create_experience, CreateExperienceInput, "Write down an experience, as a draft."
    )
    edit_experience: ExperiencePayload = writes(
        resolvers.edit_experience, EditExperienceInput, "Change an experience of your organization."
    )
    publish_experience: ExperiencePayload = writes(
        resolvers.publish_experience,
        PublishInput,
        "Let others read it; anonymized, its author is closed to them.",
    )
    withdraw_experience: ExperiencePayload = writes(
        resolvers.withdraw_experience, WithdrawInput, "Take it back; it stays with your organization, marked."
    )
