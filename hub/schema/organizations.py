"""Organizations in GraphQL: who they are, whom they are tied to, what they publish."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry
from strawberry import UNSET

from graph.compiler import EveryOf, OneOf
from graph.model.common import TargetGroup
from graph.model.organizations import (
    ContactKind,
    OrganizationKind,
    OrganizationStatus,
    ParticipantRole,
    TieKind,
)
from hub.resolvers import organizations as resolvers
from hub.schema.base import Connected, Connection, Record, Row, described, reads
from hub.schema.payloads import Payload, writes

if TYPE_CHECKING:
    from hub.schema.experiences import Experience
    from hub.schema.lessons import Adoption, Approach, Lesson
    from hub.schema.partnerships import Commitment, Partnership
    from hub.schema.regions import Region
    from hub.schema.resources import ResourceNeed, ResourceOffer
    from hub.schema.topics import Topic

TopicLater: TypeAlias = Annotated["Topic", strawberry.lazy("hub.schema.topics")]
RegionLater: TypeAlias = Annotated["Region", strawberry.lazy("hub.schema.regions")]
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
class Organization(Record):
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
    topics: list[TopicLater]
    regions: list[RegionLater] = described("The regions it serves.")
    location: RegionLater | None = described("Where its seat is.")
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


@strawberry.type(description="The organization written, or why not.")
class OrganizationPayload(Payload):
    """What organization mutations answer with."""

    organization: Organization | None


@strawberry.input(description="How an organization is reached.")
class ContactInput:
    """A contact, by office."""

    kind: ContactKind
    value: str
    office: str | None = UNSET


@strawberry.input
class OrganizationValues:
    """What can be said of an organization, besides its name and kind."""

    name_en: str | None = UNSET
    mission: str | None = UNSET
    national_id: str | None = UNSET
    registration_number: str | None = UNSET
    registered_at: str | None = UNSET
    founding_date: date | None = UNSET
    website: str | None = UNSET
    target_groups: list[TargetGroup] | None = UNSET
    topic_ids: list[strawberry.ID] | None = UNSET
    region_ids: list[strawberry.ID] | None = UNSET
    location_id: strawberry.ID | None = UNSET
    contacts: list[ContactInput] | None = UNSET


@strawberry.input(description="An organization known to the network, not yet on the hub.")
class ListOrganizationInput(OrganizationValues):
    """Lists an organization."""

    kind: OrganizationKind
    name_fa: str


@strawberry.input(description="An organization that joins the hub.")
class RegisterOrganizationInput(OrganizationValues):
    """Registers an organization."""

    kind: OrganizationKind
    name_fa: str


@strawberry.input(description="What changes; what is left out stays, null takes away.")
class EditOrganizationInput(OrganizationValues):
    """Edits an organization."""

    id: strawberry.ID
    version: int = described("The version you have read.")
    kind: OrganizationKind | None = UNSET
    name_fa: str | None = UNSET


@strawberry.input
class ClaimOrganizationInput:
    """Claims a listed organization."""

    id: strawberry.ID


@strawberry.input
class WithdrawOrganizationInput:
    """Withdraws an organization."""

    id: strawberry.ID
    version: int


@strawberry.input(description="A tie that starts at your organization, or for coordinators at `fromId`.")
class DeclareTieInput:
    """Declares a tie."""

    to_id: strawberry.ID
    kind: TieKind
    from_id: strawberry.ID | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None


@strawberry.input
class EndTieInput:
    """Ends a tie."""

    id: strawberry.ID = described("The tie's id, from `TieEdge.id`.")
    until: date | None = None


@strawberry.type
class OrganizationQuery:
    """The root fields of organizations."""

    organizations: Connection[Organization] = reads(EveryOf("Organization"), "All organizations.")
    organization: Organization | None = reads(OneOf("Organization"), "One organization.")


@strawberry.type
class OrganizationMutation:
    """What users do with organizations."""

    list_organization: OrganizationPayload = writes(
        resolvers.list_organization,
        ListOrganizationInput,
        "Make an organization known that is not on the hub yet.",
    )
    register_organization: OrganizationPayload = writes(
        resolvers.register_organization, RegisterOrganizationInput, "Take an organization in (coordinators)."
    )
    edit_organization: OrganizationPayload = writes(
        resolvers.edit_organization, EditOrganizationInput, "Change what is said of an organization."
    )
    claim_organization: OrganizationPayload = writes(
        resolvers.claim_organization, ClaimOrganizationInput, "Turn a listed organization into a member."
    )
    withdraw_organization: OrganizationPayload = writes(
        resolvers.withdraw_organization,
        WithdrawOrganizationInput,
        "Mark an organization as gone (administrators).",
    )
    declare_tie: OrganizationPayload = writes(
        resolvers.declare_tie, DeclareTieInput, "Tie two organizations; answers with the one it starts at."
    )
    end_tie: OrganizationPayload = writes(
        resolvers.end_tie, EndTieInput, "End a tie; answers with the organization it starts at."
    )
