"""Partnerships in GraphQL: parties, witnesses, and what each side owes the other."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry
from strawberry import UNSET

from graph.compiler import EveryOf, OneOf
from graph.model.common import Visibility
from graph.model.partnerships import CommitmentStatus, PartnershipKind, PartnershipStatus
from hub.resolvers import partnerships as resolvers
from hub.schema.base import Connected, Connection, Record, Row, described, reads
from hub.schema.payloads import Payload, writes

if TYPE_CHECKING:
    from hub.schema.organizations import Organization
    from hub.schema.regions import Region
    from hub.schema.topics import Topic

OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]
RegionLater: TypeAlias = Annotated["Region", strawberry.lazy("hub.schema.regions")]
TopicLater: TypeAlias = Annotated["Topic", strawberry.lazy("hub.schema.topics")]


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
class Commitment(Record):
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
    partnership: "Partnership | None"
    owed_by: OrganizationLater | None
    owed_to: OrganizationLater | None


@strawberry.type(description="An MoU, agreement or consortium of organizations.")
class Partnership(Record):
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
    parties: PartyConnection
    witnesses: WitnessConnection
    regions: list[RegionLater]
    topics: list[TopicLater]
    commitments: Connection[Commitment]
    renews: "Partnership | None" = described("The partnership it continues.")
    renewed_by: "Partnership | None"


@strawberry.type(description="The partnership written, or why not.")
class PartnershipPayload(Payload):
    """What partnership mutations answer with."""

    partnership: Partnership | None = described("Null too for a coordinator who has drafted it for others.")


_VERSION = "The version you have read."


@strawberry.input(description="A party, with its role.")
class PartyInput:
    """A party."""

    organization_id: strawberry.ID
    role: str
    signatory_office: str | None = strawberry.field(
        default=UNSET, description="The office that signs for it; never a person's name."
    )


@strawberry.input(description="A witness, by office.")
class WitnessInput:
    """A witness."""

    organization_id: strawberry.ID
    office: str


@strawberry.input
class PartnershipValues:
    """What can be said of a partnership, besides what must be."""

    title_en: str | None = UNSET
    summary: str | None = UNSET
    starts_on: date | None = UNSET
    ends_on: date | None = UNSET
    region_ids: list[strawberry.ID] | None = UNSET
    topic_ids: list[strawberry.ID] | None = UNSET
    witnesses: list[WitnessInput] | None = UNSET


@strawberry.input(description="A draft, read and edited by all its parties. Yours must be one of them.")
class DraftPartnershipInput(PartnershipValues):
    """Drafts a partnership."""

    kind: PartnershipKind
    title_fa: str
    parties: list[PartyInput] = described("At least two.")
    visibility: Visibility = strawberry.field(
        default=Visibility.MEMBERS, description="Who may read it once it is signed."
    )


@strawberry.input(description="What changes; what is left out stays, null takes away.")
class EditPartnershipInput(PartnershipValues):
    """Edits a draft."""

    id: strawberry.ID
    version: int = described(_VERSION)
    kind: PartnershipKind | None = UNSET
    title_fa: str | None = UNSET
    parties: list[PartyInput] | None = UNSET
    visibility: Visibility | None = UNSET


@strawberry.input
class SignPartnershipInput:
    """Signs for a party."""

    id: strawberry.ID
    version: int | None = strawberry.field(
        default=None, description="Give the version you have read, to sign exactly that text."
    )
    signatory_office: str | None = strawberry.field(
        default=None, description="As drafted when not given; never a person's name."
    )
    signed_on: date | None = strawberry.field(default=None, description="Today when not given.")
    party_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="Yours when not given. Administrators enter a signature that another gave on paper.",
    )


@strawberry.input
class WithdrawSignatureInput:
    """Takes a signature back."""

    id: strawberry.ID
    party_id: strawberry.ID | None = strawberry.field(
        default=None, description="Yours when not given. Administrators take back any."
    )


@strawberry.input
class ActivatePartnershipInput:
    """Activates a partnership."""

    id: strawberry.ID
    version: int = described(_VERSION)


@strawberry.input
class SuspendPartnershipInput:
    """Suspends a partnership."""

    id: strawberry.ID
    version: int = described(_VERSION)


@strawberry.input
class EndPartnershipInput:
    """Ends a partnership."""

    id: strawberry.ID
    version: int = described(_VERSION)
    ended_on: date | None = strawberry.field(
        default=None, description="Today when not given. Becomes `endsOn` where that was later."
    )


@strawberry.input
class RenewPartnershipInput:
    """Drafts the next term."""

    id: strawberry.ID
    starts_on: date | None = None
    ends_on: date | None = None


@strawberry.type
class PartnershipQuery:
    """The root fields of partnerships and commitments."""

    partnerships: Connection[Partnership] = reads(EveryOf("Partnership"), "All partnerships you may read.")
    partnership: Partnership | None = reads(OneOf("Partnership"), "One partnership.")
    commitments: Connection[Commitment] = reads(EveryOf("Commitment"), "All commitments you may read.")
    commitment: Commitment | None = reads(OneOf("Commitment"), "One commitment.")


@strawberry.type
class PartnershipMutation:
    """What users do with partnerships."""

    draft_partnership: PartnershipPayload = writes(
        resolvers.draft_partnership, DraftPartnershipInput, "Draft a partnership for its parties to sign."
    )
    edit_partnership: PartnershipPayload = writes(
        resolvers.edit_partnership, EditPartnershipInput, "Change a draft that nobody has signed yet."
    )
    sign_partnership: PartnershipPayload = writes(
        resolvers.sign_partnership, SignPartnershipInput, "Sign for your organization; the last one signs it."
    )
    withdraw_signature: PartnershipPayload = writes(
        resolvers.withdraw_signature,
        WithdrawSignatureInput,
        "Take a signature back while others are missing, so that the draft can be corrected.",
    )
    activate_partnership: PartnershipPayload = writes(
        resolvers.activate_partnership,
        ActivatePartnershipInput,
        "Start a signed partnership, or resume a suspended one.",
    )
    suspend_partnership: PartnershipPayload = writes(
        resolvers.suspend_partnership, SuspendPartnershipInput, "Let an active partnership rest."
    )
    end_partnership: PartnershipPayload = writes(
        resolvers.end_partnership, EndPartnershipInput, "End a partnership that was signed."
    )
    renew_partnership: PartnershipPayload = writes(
        resolvers.renew_partnership,
        RenewPartnershipInput,
        "Draft the next term, with the same text and parties. The last signature on it makes the one"
        " before it RENEWED. Commitments and witnesses are not taken over.",
    )
