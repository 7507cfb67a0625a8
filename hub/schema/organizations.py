"""Organizations in GraphQL: who they are, whom they are tied to, what they publish."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from graph.compiler import EveryOf, OneOf
from graph.model.common import TargetGroup
from graph.model.organizations import (
    ContactKind,
    OrganizationKind,
    OrganizationStatus,
    ParticipantRole,
    TieKind,
)
from hub.schema.base import Connected, Connection, Node, Row, described, reads
from hub.schema.regions import Region
from hub.schema.topics import Topic

if TYPE_CHECKING:
    from hub.schema.experiences import Experience
    from hub.schema.lessons import Adoption, Approach, Lesson
    from hub.schema.partnerships import Commitment, Partnership
    from hub.schema.resources import ResourceNeed, ResourceOffer

AdoptionLater: TypeAlias = Annotated["Adoption", strawberry.lazy("hub.schema.lessons")]
ApproachLater: TypeAlias = Annotated["Approach", strawberry.lazy("hub.schema.lessons")]
CommitmentLater: TypeAlias = Annotated["Commitment", strawberry.lazy("hub.schema.partnerships")]
ExperienceLater: TypeAlias = Annotated["Experience", strawberry.lazy("hub.schema.experiences")]
LessonLater: TypeAlias = Annotated["Lesson", strawberry.lazy("hub.schema.lessons")]
PartnershipLater: TypeAlias = Annotated["Partnership", strawberry.lazy("hub.schema.partnerships")]
ResourceNeedLater: TypeAlias = Annotated["ResourceNeed", strawberry.lazy("hub.schema.resources")]
ResourceOfferLater: TypeAlias = Annotated["ResourceOffer", strawberry.lazy("hub.schema.resources")]


@strawberry.type(description="How an organization is reached. Read by members only.")
class Contact:
    """A contact by office, never by a person's name alone."""

    kind: ContactKind
    value: str
    office: str | None = described("The office that answers there.")
    position: int = described("Its place in the list, from 0.")


@strawberry.type(description="A tie between two organizations, outside of a partnership.")
class TieEdge(Row):
    """An organization at the other end of a tie, with the tie's own facts."""

    node: "Organization"
    id: strawberry.ID = described("The tie's own id, to end it by.")
    kind: TieKind
    since: date | None
    until: date | None
    source: str | None = described("Where this is known from.")


@strawberry.type(description="A page of ties.")
class TieConnection(Connected):
    """The ties of an organization."""

    edges: list[TieEdge]
    nodes: list["Organization"]


@strawberry.type(description="An experience an organization took part in, with its role.")
class ParticipationEdge(Row):
    """An experience, with what the organization did in it."""

    node: ExperienceLater
    role: ParticipantRole
    since: date | None
    until: date | None


@strawberry.type(description="A page of participations.")
class ParticipationConnection(Connected):
    """The experiences an organization took part in."""

    edges: list[ParticipationEdge]
    nodes: list[ExperienceLater]


@strawberry.type(description="A partnership an organization is a party to, with its role.")
class OrganizationPartnershipEdge(Row):
    """A partnership, with the organization's part in it."""

    node: PartnershipLater
    role: str
    signatory_office: str | None = described("The office that signs for the organization.")
    signed_on: date | None


@strawberry.type(description="A page of an organization's partnerships.")
class OrganizationPartnershipConnection(Connected):
    """The partnerships an organization is a party to."""

    edges: list[OrganizationPartnershipEdge]
    nodes: list[PartnershipLater]


@strawberry.type(description="An NGO, state body, foundation, training provider, enterprise or network.")
class Organization(Node):
    """An organization, on the hub or only known to the network."""

    kind: OrganizationKind
    status: OrganizationStatus
    name: str = described("The name in your language.")
    name_fa: str
    name_en: str | None
    mission: str | None
    national_id: str | None = described("شناسهٔ ملی: 11 digits.")
    national_id_doubtful: bool = described("Whether its check digit does not fit; a reviewer should look.")
    registration_number: str | None
    registered_at: str | None = described("The registry that registered it.")
    founding_date: date | None
    website: str | None
    target_groups: list[TargetGroup]
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool = described("Whether it belongs to the demo network.")
    topics: list[Topic]
    regions: list[Region] = described("The regions it serves.")
    location: Region | None = described("Where its seat is.")
    contacts: list[Contact] = described("Empty for whoever is not signed in.")
    ties: TieConnection
    experiences: Connection[ExperienceLater]
    participations: ParticipationConnection
    lessons: Connection[LessonLater]
    approaches: Connection[ApproachLater]
    adoptions: Connection[AdoptionLater]
    partnerships: OrganizationPartnershipConnection
    commitments_owed: Connection[CommitmentLater]
    resource_offers: Connection[ResourceOfferLater]
    resource_needs: Connection[ResourceNeedLater]


@strawberry.type
class OrganizationQuery:
    """The root fields of organizations."""

    organizations: Connection[Organization] = reads(EveryOf("Organization"), "All organizations.")
    organization: Organization | None = reads(OneOf("Organization"), "One organization.")
