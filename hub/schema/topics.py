"""Topics and skills in GraphQL."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from graph.compiler import EveryOf, OneOf
from graph.model.topics import SkillKind
from hub.schema.base import Connection, Node, described, reads

if TYPE_CHECKING:
    from hub.schema.experiences import Experience
    from hub.schema.lessons import Lesson
    from hub.schema.organizations import Organization

ExperienceLater: TypeAlias = Annotated["Experience", strawberry.lazy("hub.schema.experiences")]
LessonLater: TypeAlias = Annotated["Lesson", strawberry.lazy("hub.schema.lessons")]
OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]


@strawberry.type(description="What the work is about: a concept of a SKOS taxonomy.")
class Topic(Node):
    """A topic, with broader and narrower ones."""

    slug: str = described("A short name for addresses.")
    label: str = described("The label in your language.")
    label_fa: str
    label_en: str | None
    broader: "Topic | None"
    narrower: list["Topic"]
    organizations: Connection[OrganizationLater]
    experiences: Connection[ExperienceLater]
    lessons: Connection[LessonLater]


@strawberry.type(description="What a person is able to do, soft or hard: a concept of a SKOS taxonomy.")
class Skill(Node):
    """A skill, with broader and narrower ones and its outside identifiers."""

    slug: str = described("A short name for addresses.")
    label: str = described("The label in your language.")
    label_fa: str
    label_en: str | None
    kind: SkillKind
    esco_uri: str | None = described("The same skill in ESCO.")
    isco_code: str | None = described("The occupation group in ISCO-08.")
    broader: "Skill | None"
    narrower: list["Skill"]
    experiences: Connection[ExperienceLater]


@strawberry.type
class TopicQuery:
    """The root fields of topics and skills."""

    topics: Connection[Topic] = reads(EveryOf("Topic"), "All topics.")
    topic: Topic | None = reads(OneOf("Topic"), "One topic.")
    skills: Connection[Skill] = reads(EveryOf("Skill"), "All skills.")
    skill: Skill | None = reads(OneOf("Skill"), "One skill.")
