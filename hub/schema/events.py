"""Events in GraphQL: what happened, and `node(id)` over everything with an id."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph.compiler import EveryOf, ManyOf, OneOf
from graph.model.events import EventKind
from hub.schema.base import Connection, Node, described, reads
from hub.schema.experiences import Experience
from hub.schema.lessons import Adoption, Approach, Lesson
from hub.schema.organizations import Organization
from hub.schema.partnerships import Commitment, Partnership
from hub.schema.resources import Exchange, ResourceNeed, ResourceOffer

Subject = Annotated[
    Organization
    | Experience
    | Lesson
    | Approach
    | Adoption
    | Partnership
    | Commitment
    | ResourceOffer
    | ResourceNeed
    | Exchange,
    strawberry.union("Subject", description="What an event is about."),
]


@strawberry.type(description="Something that happened, committed together with the change itself.")
class Event(Node):
    """An event."""

    kind: EventKind
    at: datetime
    sequence: int = described("Its place in the order of commits: whoever follows it misses nothing.")
    organization: Organization | None = described("Who did it; null where that is closed to you.")
    subject: Subject | None = described("What it was done to; null where that is closed to you.")


@strawberry.type
class EventQuery:
    """The feed, and the lookup of any node."""

    events: Connection[Event] = reads(EveryOf("Event"), "What happened, newest first.")
    node: Node | None = reads(OneOf("Node"), "Whatever has this id and may be read by you.")
    nodes: list[Node | None] = reads(ManyOf("Node"), "One entry an id, in that order.")
