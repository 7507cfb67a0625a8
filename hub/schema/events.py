"""Events in GraphQL: what happened, and `node(id)` over everything with an id."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from graph.compiler import EveryOf, ManyOf, OneOf
from graph.model.events import EventKind
from hub.schema.base import Connection, Node, described, reads

if TYPE_CHECKING:
    from hub.schema.experiences import Experience
    from hub.schema.lessons import Adoption, Approach, Lesson
    from hub.schema.organizations import Organization
    from hub.schema.partnerships import Commitment, Partnership
    from hub.schema.resources import Exchange, ResourceNeed, ResourceOffer

OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]
ExperienceLater: TypeAlias = Annotated["Experience", strawberry.lazy("hub.schema.experiences")]
LessonLater: TypeAlias = Annotated["Lesson", strawberry.lazy("hub.schema.lessons")]
ApproachLater: TypeAlias = Annotated["Approach", strawberry.lazy("hub.schema.lessons")]
AdoptionLater: TypeAlias = Annotated["Adoption", strawberry.lazy("hub.schema.lessons")]
PartnershipLater: TypeAlias = Annotated["Partnership", strawberry.lazy("hub.schema.partnerships")]
CommitmentLater: TypeAlias = Annotated["Commitment", strawberry.lazy("hub.schema.partnerships")]
ResourceOfferLater: TypeAlias = Annotated["ResourceOffer", strawberry.lazy("hub.schema.resources")]
ResourceNeedLater: TypeAlias = Annotated["ResourceNeed", strawberry.lazy("hub.schema.resources")]
ExchangeLater: TypeAlias = Annotated["Exchange", strawberry.lazy("hub.schema.resources")]

Subject = Annotated[
    OrganizationLater
    | ExperienceLater
    | LessonLater
    | ApproachLater
    | AdoptionLater
    | PartnershipLater
    | CommitmentLater
    | ResourceOfferLater
    | ResourceNeedLater
    | ExchangeLater,
    strawberry.union("Subject", description="What an event is about."),
]


@strawberry.type(description="Something that happened, committed together with the change itself.")
class Event(Node):
    """An event."""

    kind: EventKind
    at: datetime
    sequence: int = described("Its place in the order of commits: whoever follows it misses nothing.")
    organization: OrganizationLater | None = described("Who did it; null where that is closed to you.")
    subject: Subject | None = described("What it was done to; null where that is closed to you.")


@strawberry.type
class EventQuery:
    """The feed, and the lookup of any node."""

    events: Connection[Event] = reads(EveryOf("Event"), "What happened, newest first.")
    node: Node | None = reads(OneOf("Node"), "Whatever has this id and may be read by you.")
    nodes: list[Node | None] = reads(ManyOf("Node"), "One entry an id, in that order.")
