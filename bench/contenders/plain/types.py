"""The types of the plain server: the part of the hub's schema that the shapes ask for."""

from dataclasses import dataclass
from typing import Annotated, Any, Generic, NewType, TypeVar

import strawberry
from strawberry.schema.config import StrawberryConfig

from bench.contenders.plain.loading import Loading
from graph.model.experiences import ExperienceOutcome
from graph.model.organizations import OrganizationKind

T = TypeVar("T")
Date = NewType("Date", str)
CONFIG = StrawberryConfig(scalar_map={Date: strawberry.scalar(name="Date", serialize=lambda value: value)})
for _enum in (ExperienceOutcome, OrganizationKind):
    strawberry.enum(_enum)

Info = strawberry.Info[Loading, None]


@strawberry.type
class PageInfo:
    """Where a page lies."""

    has_next_page: bool


@dataclass
class Rows:
    """Rows along an edge, or a page that was loaded."""

    loading: Loading
    edge: str
    type_: type
    parent: str
    first: int
    loaded: list[Any] | None = None
    more: bool = False
    count_text: str = ""


@strawberry.type
class Connection(Generic[T]):
    """A page of rows."""

    source: strawberry.Private[Rows]

    @strawberry.field
    async def nodes(self) -> list[T]:
        """The rows."""
        source = self.source
        if source.loaded is not None:
            return source.loaded
        return await source.loading.rows(source.edge, source.type_, source.parent, source.first)

    @strawberry.field
    async def total_count(self) -> int:
        """How many rows there are in all."""
        source = self.source
        if source.count_text:
            return int((await source.loading.run(source.count_text))[0]["count"])
        return await source.loading.count(source.edge, source.parent)

    @strawberry.field
    def page_info(self) -> PageInfo:
        """Whether there is more."""
        return PageInfo(has_next_page=self.source.more)


@strawberry.interface
class Node:
    """Whatever has an id."""

    id: strawberry.ID


@strawberry.type
class Region(Node):
    """A region."""

    name_fa: str = ""


@strawberry.type
class Topic(Node):
    """A topic."""

    label_fa: str = ""


@strawberry.type
class Skill(Node):
    """A skill."""

    label_fa: str = ""


@strawberry.type
class ResourceOffer(Node):
    """An offer."""

    title: str = ""


@strawberry.type
class ResourceNeed(Node):
    """A need."""

    title: str = ""


@strawberry.type
class Approach(Node):
    """An approach."""


@strawberry.type
class Partnership(Node):
    """A partnership."""


@strawberry.type
class Adoption(Node):
    """An adoption."""


@strawberry.type
class Commitment(Node):
    """A commitment."""


@strawberry.type
class Exchange(Node):
    """An exchange."""


@strawberry.type
class Organization(Node):
    """An organization."""

    name_fa: str = ""
    name_en: str | None = None
    kind: str = ""
    mission: str | None = None
    founding_date: Date | None = None

    @strawberry.field
    async def location(self, info: Info) -> Region | None:
        """Where its seat is."""
        return await info.context.one("organization.location", Region, self.id)

    @strawberry.field
    async def topics(self, info: Info) -> list[Topic]:
        """What it is about."""
        return await info.context.rows("organization.topics", Topic, self.id)

    @strawberry.field
    async def regions(self, info: Info) -> list[Region]:
        """Where it serves."""
        return await info.context.rows("organization.regions", Region, self.id)

    @strawberry.field
    def experiences(self, info: Info, first: int = 20) -> Connection["Experience"]:
        """What it has published."""
        return Connection(source=Rows(info.context, "organization.experiences", Experience, self.id, first))

    @strawberry.field
    def lessons(self, info: Info, first: int = 20) -> Connection["Lesson"]:
        """What it has learned."""
        return Connection(source=Rows(info.context, "organization.lessons", Lesson, self.id, first))

    @strawberry.field
    def resource_offers(self, info: Info, first: int = 20) -> Connection[ResourceOffer]:
        """What it offers."""
        return Connection(source=Rows(info.context, "organization.offers", ResourceOffer, self.id, first))


@strawberry.type
class Experience(Node):
    """An experience."""

    title: str = ""
    language: str = ""
    outcome: str = ""
    context: str | None = None
    intended: str | None = None
    happened: str = ""
    why: str | None = None
    enabling_factors: list[str] = strawberry.field(default_factory=list)
    barriers: list[str] = strawberry.field(default_factory=list)
    cost_band: str | None = None
    started_on: Date | None = None
    ended_on: Date | None = None
    target_groups: list[str] = strawberry.field(default_factory=list)
    status: str = ""
    visibility: str = ""
    published_at: Date | None = None
    version: int = 0
    created_at: Date = Date("")
    updated_at: Date = Date("")
    demo: bool = False

    @strawberry.field
    async def publisher(self, info: Info) -> Organization | None:
        """Who has published it."""
        return await info.context.one("experience.publisher", Organization, self.id)

    @strawberry.field
    async def region(self, info: Info) -> Region | None:
        """Where it was."""
        return await info.context.one("experience.region", Region, self.id)

    @strawberry.field
    async def topics(self, info: Info) -> list[Topic]:
        """What it is about."""
        return await info.context.rows("experience.topics", Topic, self.id)

    @strawberry.field
    def lessons(self, info: Info, first: int = 20) -> Connection["Lesson"]:
        """What was drawn from it."""
        return Connection(source=Rows(info.context, "experience.lessons", Lesson, self.id, first))


@strawberry.type
class Lesson(Node):
    """A lesson."""

    statement: str = ""
    recommendation: str = ""
    applies_when: str | None = None
    not_applies_when: str | None = None
    status: str = ""
    visibility: str = ""
    version: int = 0
    created_at: Date = Date("")

    @strawberry.field
    async def publisher(self, info: Info) -> Organization | None:
        """Who has published it."""
        return await info.context.one("lesson.publisher", Organization, self.id)

    @strawberry.field
    async def topics(self, info: Info) -> list[Topic]:
        """What it is about."""
        return await info.context.rows("lesson.topics", Topic, self.id)


@strawberry.type
class Event(Node):
    """What happened."""

    kind: str = ""
    at: Date = Date("")
    toldAt: Date = Date("")  # noqa: N815 - the name that clients know

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        """Who did it."""
        return await info.context.one("event.organization", Organization, self.id)


TYPES: dict[str, type] = {
    type_.__name__: type_
    for type_ in (
        Organization,
        Experience,
        Lesson,
        Approach,
        Adoption,
        Partnership,
        Commitment,
        ResourceOffer,
        ResourceNeed,
        Exchange,
        Region,
        Topic,
        Skill,
    )
}
Searchable = Annotated[
    Organization
    | Experience
    | Lesson
    | Approach
    | Adoption
    | Partnership
    | Commitment
    | ResourceOffer
    | ResourceNeed
    | Exchange
    | Region
    | Topic
    | Skill,
    strawberry.union("Searchable"),
]
