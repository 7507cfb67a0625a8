"""Resources: what is offered, what is needed, and the exchanges between them (ValueFlows terms)."""

from enum import Enum

from graph.model.common import ID, INTERNAL, LANGUAGE, PUBLISHABLE, VERSIONED
from graph.model.core import Access, Direction, Edge, Kind, Node, Property


class ResourceKind(Enum):
    """What is offered or needed."""

    HUMAN = "HUMAN"
    MATERIAL = "MATERIAL"
    FINANCIAL = "FINANCIAL"
    KNOWLEDGE = "KNOWLEDGE"
    SPACE = "SPACE"


class Fulfillment(Enum):
    """How far an offer or a need has been met."""

    OPEN = "OPEN"
    RESERVED = "RESERVED"
    FULFILLED = "FULFILLED"


class ExchangeStatus(Enum):
    """From proposal to delivery; delivered once provider and receiver have both confirmed it."""

    PROPOSED = "PROPOSED"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"
    DELIVERED = "DELIVERED"


class CurrencyUnit(Enum):
    """The unit an amount is stated in. IRR: the rial of before its redenomination."""

    IRR = "IRR"
    NEW_IRR = "NEW_IRR"


_AMOUNTS = (
    Property("quantity", Kind.FLOAT),
    Property("unit"),
    Property("amount", Kind.RIAL),
    Property("amountUnit", Kind.ENUM, enum=CurrencyUnit),
)

_RESOURCE = (
    ID,
    Property("kind", Kind.ENUM, enum=ResourceKind, required=True),
    Property("title", required=True, fold="titleFold", sort="titleSort", sortable=True),
    Property("description", filterable=False),
    LANGUAGE,
    *_AMOUNTS,
    Property("startsOn", Kind.DATE, sortable=True),
    Property("endsOn", Kind.DATE, sortable=True),
    Property("fulfillment", Kind.ENUM, enum=Fulfillment, required=True),
    *PUBLISHABLE,
    *VERSIONED,
    *INTERNAL,
    Edge("publisher", "PUBLISHED_BY", "Organization", many=False),
    Edge("region", "LOCATED_IN", "Region", many=False, open=True),
    Edge("topics", "ABOUT", "Topic", open=True),
    Edge("skills", "USES_SKILL", "Skill", open=True),
)

RESOURCE_OFFER = Node(
    "ResourceOffer",
    "off",
    (*_RESOURCE, Edge("exchanges", "OF_OFFER", "Exchange", Direction.IN)),
    access=Access.OWNED,
    order=(("createdAt", False),),
    search=(("title",), ("description",)),
)

RESOURCE_NEED = Node(
    "ResourceNeed",
    "nee",
    (*_RESOURCE, Edge("exchanges", "FOR_NEED", "Exchange", Direction.IN)),
    access=Access.OWNED,
    order=(("createdAt", False),),
    search=(("title",), ("description",)),
)

EXCHANGE = Node(
    "Exchange",
    "exc",
    (
        ID,
        Property("status", Kind.ENUM, enum=ExchangeStatus, required=True),
        Property("note", filterable=False),
        *_AMOUNTS,
        Property("providerConfirmedAt", Kind.DATETIME),
        Property("receiverConfirmedAt", Kind.DATETIME),
        Property("deliveredAt", Kind.DATETIME, sortable=True),
        *VERSIONED,
        *INTERNAL,
        Edge("offer", "OF_OFFER", "ResourceOffer", many=False),
        Edge("need", "FOR_NEED", "ResourceNeed", many=False),
        Edge("provider", "PROVIDED_BY", "Organization", many=False),
        Edge("receiver", "RECEIVED_BY", "Organization", many=False),
        Edge("proposedBy", "PROPOSED_BY", "Organization", many=False),
    ),
    access=Access.OWNED,
    order=(("createdAt", False),),
)
