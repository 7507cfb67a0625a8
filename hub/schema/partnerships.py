"""Partnerships in GraphQL: parties, witnesses, and what each side owes the other."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from graph.compiler import EveryOf, OneOf
from graph.model.common import Visibility
from graph.model.partnerships import CommitmentStatus, PartnershipKind, PartnershipStatus
from hub.schema.base import Connected, Connection, Node, Row, described, reads
from hub.schema.regions import Region
from hub.schema.topics import Topic

if TYPE_CHECKING:
    from hub.schema.organizations import Organization

OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]


@strawberry.type(description="A party to a partnership, with its role and signature.")
class PartyEdge(Row):
    """An organization, with its part in the partnership."""

    node: OrganizationLater
    role: str
    signatory_office: str | None = described("The office that signs for it.")
    signed_on: date | None


@strawberry.type(description="A page of parties.")
class PartyConnection(Connected):
    """The parties to a partnership."""

    edges: list[PartyEdge]
    nodes: list[OrganizationLater]


@strawberry.type(description="An organization that witnessed the signing, with the office that did.")
class WitnessEdge(Row):
    """An organization, with the office that witnessed."""

    node: OrganizationLater
    office: str


@strawberry.type(description="A page of witnesses.")
class WitnessConnection(Connected):
    """The witnesses of a partnership."""

    edges: list[WitnessEdge]
    nodes: list[OrganizationLater]


@strawberry.type(description="What one party owes another under a partnership.")
class Commitment(Node):
    """A commitment, with its measure, target and due date."""

    title: str = described("The title in your language.")
    title_fa: str
    title_en: str | None
    measure: str | None = described("What is counted.")
    target: float | None
    unit: str | None
    due_on: date | None
    status: CommitmentStatus
    evidence: str | None
    evidence_url: str | None
    overdue: bool = described("Whether it is past due and still open.")
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    partnership: "Partnership | None"
    owed_by: OrganizationLater | None
    owed_to: OrganizationLater | None


@strawberry.type(description="An MoU, agreement or consortium of organizations.")
class Partnership(Node):
    """A partnership over its whole life."""

    kind: PartnershipKind
    title: str = described("The title in your language.")
    title_fa: str
    title_en: str | None
    summary: str | None
    status: PartnershipStatus
    visibility: Visibility
    signed_on: date | None = described("The day the last party signed.")
    starts_on: date | None
    ends_on: date | None
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    parties: PartyConnection
    witnesses: WitnessConnection
    regions: list[Region]
    topics: list[Topic]
    commitments: Connection[Commitment]
    renews: "Partnership | None" = described("The partnership it continues.")
    renewed_by: "Partnership | None"


@strawberry.type
class PartnershipQuery:
    """The root fields of partnerships and commitments."""

    partnerships: Connection[Partnership] = reads(EveryOf("Partnership"), "All partnerships you may read.")
    partnership: Partnership | None = reads(OneOf("Partnership"), "One partnership.")
    commitments: Connection[Commitment] = reads(EveryOf("Commitment"), "All commitments you may read.")
    commitment: Commitment | None = reads(OneOf("Commitment"), "One commitment.")
