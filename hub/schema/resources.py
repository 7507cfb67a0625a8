"""Resource offers, needs and exchanges in GraphQL (ValueFlows terms)."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry
from strawberry import UNSET

from graph.compiler import EveryOf, OneOf
from graph.model.common import Language, Visibility
from graph.model.resources import CurrencyUnit, ExchangeStatus, Fulfillment, ResourceKind
from hub.resolvers import resources as resolvers
from hub.schema.base import Connection, Publishable, Record, described, reads
from hub.schema.payloads import Payload, WithdrawInput, writes
from hub.schema.scalars import Rial

if TYPE_CHECKING:
    from hub.schema.organizations import Organization
    from hub.schema.regions import Region
    from hub.schema.topics import Skill, Topic

OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]
RegionLater: TypeAlias = Annotated["Region", strawberry.lazy("hub.schema.regions")]
SkillLater: TypeAlias = Annotated["Skill", strawberry.lazy("hub.schema.topics")]
TopicLater: TypeAlias = Annotated["Topic", strawberry.lazy("hub.schema.topics")]


@strawberry.type
class Resource(Publishable):
    """What offers and needs have in common."""

    kind: ResourceKind
    title: str
    description: str | None
    language: Language
    quantity: float | None
    unit: str | None
    amount: Rial | None
    amount_unit: CurrencyUnit | None
    starts_on: date | None
    ends_on: date | None
    fulfillment: Fulfillment = described(
        "Reserved by an accepted exchange, fulfilled by deliveries of it all."
    )
    publisher: OrganizationLater | None
    region: RegionLater | None
    topics: list[TopicLater]
    skills: list[SkillLater]
    exchanges: Connection["Exchange"]


@strawberry.type(description="What an organization offers others.")
class ResourceOffer(Resource):
    """An offer."""


@strawberry.type(description="What an organization needs from others.")
class ResourceNeed(Resource):
    """A need."""


@strawberry.type(description="A resource on its way; delivered once provider and receiver have confirmed.")
class Exchange(Record):
    """An exchange, from proposal to confirmed delivery."""

    status: ExchangeStatus
    note: str | None
    quantity: float | None
    unit: str | None
    amount: Rial | None
    amount_unit: CurrencyUnit | None
    provider_confirmed_at: datetime | None
    receiver_confirmed_at: datetime | None
    delivered_at: datetime | None
    offer: ResourceOffer | None
    need: ResourceNeed | None
    provider: OrganizationLater | None
    receiver: OrganizationLater | None
    proposed_by: OrganizationLater | None = described(
        "The side that proposed it; the other accepts or declines."
    )


@strawberry.type(description="The offer written, or why not.")
class ResourceOfferPayload(Payload):
    """What offer mutations answer with."""

    resource_offer: ResourceOffer | None


@strawberry.type(description="The need written, or why not.")
class ResourceNeedPayload(Payload):
    """What need mutations answer with."""

    resource_need: ResourceNeed | None


@strawberry.type(description="The exchange written, or why not.")
class ExchangePayload(Payload):
    """What exchange mutations answer with."""

    exchange: Exchange | None


@strawberry.input
class Amounts:
    """How much: counted, in money, or both."""

    quantity: float | None = UNSET
    unit: str | None = UNSET
    amount: Rial | None = UNSET
    amount_unit: CurrencyUnit | None = strawberry.field(
        default=UNSET, description="Needed where there is an amount."
    )


@strawberry.input
class ResourceValues(Amounts):
    """What can be said of an offer or a need, besides what must be."""

    description: str | None = UNSET
    starts_on: date | None = UNSET
    ends_on: date | None = UNSET
    region_id: strawberry.ID | None = UNSET
    topic_ids: list[strawberry.ID] | None = UNSET
    skill_ids: list[strawberry.ID] | None = UNSET


@strawberry.input(description="What your organization offers others. Published at once.")
class OfferResourceInput(ResourceValues):
    """Offers a resource."""

    kind: ResourceKind
    title: str
    language: Language = Language.FA
    visibility: Visibility = Visibility.MEMBERS


@strawberry.input(description="What your organization needs from others. Published at once.")
class NeedResourceInput(ResourceValues):
    """Asks for a resource."""

    kind: ResourceKind
    title: str
    language: Language = Language.FA
    visibility: Visibility = Visibility.MEMBERS


@strawberry.input
class ResourceChanges(ResourceValues):
    """What can change of an offer or a need."""

    id: strawberry.ID
    version: int = described("The version you have read.")
    kind: ResourceKind | None = UNSET
    title: str | None = UNSET
    language: Language | None = UNSET
    visibility: Visibility | None = UNSET


@strawberry.input(description="What changes; what is left out stays, null takes away.")
class EditOfferInput(ResourceChanges):
    """Edits an offer."""


@strawberry.input(description="What changes; what is left out stays, null takes away.")
class EditNeedInput(ResourceChanges):
    """Edits a need."""


@strawberry.input(
    description="An exchange over another organization's offer, its need, or both; with one of your own"
    " on the other side where you have it. All that remains is meant when no measure is given."
)
class ProposeExchangeInput(Amounts):
    """Proposes an exchange."""

    offer_id: strawberry.ID | None = None
    need_id: strawberry.ID | None = None
    note: str | None = UNSET


@strawberry.input
class ExchangeStep:
    """A step of an exchange."""

    id: strawberry.ID
    version: int | None = strawberry.field(
        default=None, description="Give the version you have read where it must still be that one."
    )


@strawberry.input
class AcceptExchangeInput(ExchangeStep):
    """Accepts a proposal."""


@strawberry.input
class DeclineExchangeInput(ExchangeStep):
    """Declines a proposal."""


@strawberry.input
class CancelExchangeInput(ExchangeStep):
    """Cancels an exchange."""


@strawberry.input
class ConfirmDeliveryInput(ExchangeStep):
    """Confirms a delivery."""


@strawberry.type
class ResourceQuery:
    """The root fields of offers, needs and exchanges."""

    resource_offers: Connection[ResourceOffer] = reads(EveryOf("ResourceOffer"), "All offers you may read.")
    resource_offer: ResourceOffer | None = reads(OneOf("ResourceOffer"), "One offer.")
    resource_needs: Connection[ResourceNeed] = reads(EveryOf("ResourceNeed"), "All needs you may read.")
    resource_need: ResourceNeed | None = reads(OneOf("ResourceNeed"), "One need.")
    exchanges: Connection[Exchange] = reads(EveryOf("Exchange"), "All exchanges you may read.")
    exchange: Exchange | None = reads(OneOf("Exchange"), "One exchange.")


@strawberry.type
class ResourceMutation:
    """What users do with offers, needs and exchanges."""

    offer_resource: ResourceOfferPayload = writes(
        resolvers.offer_resource, OfferResourceInput, "Publish an offer of your organization."
    )
    edit_offer: ResourceOfferPayload = writes(
        resolvers.edit_offer, EditOfferInput, "Change an offer of your organization."
    )
    withdraw_offer: ResourceOfferPayload = writes(
        resolvers.withdraw_offer, WithdrawInput, "Take an offer back that is not promised."
    )
    need_resource: ResourceNeedPayload = writes(
        resolvers.need_resource, NeedResourceInput, "Publish a need of your organization."
    )
    edit_need: ResourceNeedPayload = writes(
        resolvers.edit_need, EditNeedInput, "Change a need of your organization."
    )
    withdraw_need: ResourceNeedPayload = writes(
        resolvers.withdraw_need, WithdrawInput, "Take a need back that nobody has promised to meet."
    )
    propose_exchange: ExchangePayload = writes(
        resolvers.propose_exchange, ProposeExchangeInput, "Propose to take an offer, or to meet a need."
    )
    accept_exchange: ExchangePayload = writes(
        resolvers.accept_exchange, AcceptExchangeInput, "Accept what the other side has proposed."
    )
    decline_exchange: ExchangePayload = writes(
        resolvers.decline_exchange, DeclineExchangeInput, "Decline what the other side has proposed."
    )
    cancel_exchange: ExchangePayload = writes(
        resolvers.cancel_exchange,
        CancelExchangeInput,
        "Cancel your proposal, or, from either side, what was accepted.",
    )
    confirm_delivery: ExchangePayload = writes(
        resolvers.confirm_delivery,
        ConfirmDeliveryInput,
        "Confirm, once for each side, that it was handed over; the second one makes it DELIVERED.",
    )
