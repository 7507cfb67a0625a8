"""Resource offers, needs and exchanges in GraphQL (ValueFlows terms)."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from graph.compiler import EveryOf, OneOf
from graph.model.common import Language, RecordStatus, Visibility
from graph.model.resources import CurrencyUnit, ExchangeStatus, Fulfillment, ResourceKind
from hub.schema.base import Connection, Node, described, reads
from hub.schema.regions import Region
from hub.schema.scalars import Rial
from hub.schema.topics import Skill, Topic

if TYPE_CHECKING:
    from hub.schema.organizations import Organization

OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]


@strawberry.type
class Resource(Node):
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
    fulfillment: Fulfillment
    status: RecordStatus
    visibility: Visibility
    published_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    publisher: OrganizationLater | None
    region: Region | None
    topics: list[Topic]
    skills: list[Skill]
    exchanges: Connection["Exchange"]


@strawberry.type(description="What an organization offers others.")
class ResourceOffer(Resource):
    """An offer."""


@strawberry.type(description="What an organization needs from others.")
class ResourceNeed(Resource):
    """A need."""


@strawberry.type(description="A resource on its way; delivered once provider and receiver have confirmed.")
class Exchange(Node):
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
    version: int
    created_at: datetime
    updated_at: datetime
    demo: bool
    offer: ResourceOffer | None
    need: ResourceNeed | None
    provider: OrganizationLater | None
    receiver: OrganizationLater | None
    proposed_by: OrganizationLater | None = described(
        "The side that proposed it; the other accepts or declines."
    )


@strawberry.type
class ResourceQuery:
    """The root fields of offers, needs and exchanges."""

    resource_offers: Connection[ResourceOffer] = reads(EveryOf("ResourceOffer"), "All offers you may read.")
    resource_offer: ResourceOffer | None = reads(OneOf("ResourceOffer"), "One offer.")
    resource_needs: Connection[ResourceNeed] = reads(EveryOf("ResourceNeed"), "All needs you may read.")
    resource_need: ResourceNeed | None = reads(OneOf("ResourceNeed"), "One need.")
    exchanges: Connection[Exchange] = reads(EveryOf("Exchange"), "All exchanges you may read.")
    exchange: Exchange | None = reads(OneOf("Exchange"), "One exchange.")
