"""Events: the single record of what happened, in the order it was committed."""

from enum import Enum

from graph.model.common import ID, INTERNAL
from graph.model.core import Access, Edge, Kind, Node, Property, Union


class EventKind(Enum):
    """What happened, named by what the user did."""

    ORGANIZATION_LISTED = "ORGANIZATION_LISTED"
    ORGANIZATION_REGISTERED = "ORGANIZATION_REGISTERED"
    ORGANIZATION_EDITED = "ORGANIZATION_EDITED"
    ORGANIZATION_CLAIMED = "ORGANIZATION_CLAIMED"
    ORGANIZATION_WITHDRAWN = "ORGANIZATION_WITHDRAWN"
    TIE_DECLARED = "TIE_DECLARED"
    TIE_ENDED = "TIE_ENDED"
    EXPERIENCE_CREATED = "EXPERIENCE_CREATED"
    EXPERIENCE_EDITED = "EXPERIENCE_EDITED"
    EXPERIENCE_PUBLISHED = "EXPERIENCE_PUBLISHED"
    EXPERIENCE_WITHDRAWN = "EXPERIENCE_WITHDRAWN"
    LESSON_CREATED = "LESSON_CREATED"
    LESSON_EDITED = "LESSON_EDITED"
    LESSON_PUBLISHED = "LESSON_PUBLISHED"
    LESSON_WITHDRAWN = "LESSON_WITHDRAWN"
    EVIDENCE_ADDED = "EVIDENCE_ADDED"
    APPROACH_CREATED = "APPROACH_CREATED"
    APPROACH_EDITED = "APPROACH_EDITED"
    APPROACH_PUBLISHED = "APPROACH_PUBLISHED"
    APPROACH_WITHDRAWN = "APPROACH_WITHDRAWN"
    ADOPTED = "ADOPTED"
    ADOPTION_OUTCOME_RECORDED = "ADOPTION_OUTCOME_RECORDED"
    ADOPTION_WITHDRAWN = "ADOPTION_WITHDRAWN"
    PARTNERSHIP_DRAFTED = "PARTNERSHIP_DRAFTED"
    PARTNERSHIP_EDITED = "PARTNERSHIP_EDITED"
    PARTNERSHIP_SIGNED = "PARTNERSHIP_SIGNED"
    PARTNERSHIP_ACTIVATED = "PARTNERSHIP_ACTIVATED"
    PARTNERSHIP_SUSPENDED = "PARTNERSHIP_SUSPENDED"
    PARTNERSHIP_ENDED = "PARTNERSHIP_ENDED"
    PARTNERSHIP_RENEWED = "PARTNERSHIP_RENEWED"
    COMMITMENT_ADDED = "COMMITMENT_ADDED"
    COMMITMENT_REPORTED = "COMMITMENT_REPORTED"
    RESOURCE_OFFERED = "RESOURCE_OFFERED"
    RESOURCE_NEEDED = "RESOURCE_NEEDED"
    RESOURCE_EDITED = "RESOURCE_EDITED"
    RESOURCE_WITHDRAWN = "RESOURCE_WITHDRAWN"
    EXCHANGE_PROPOSED = "EXCHANGE_PROPOSED"
    EXCHANGE_ACCEPTED = "EXCHANGE_ACCEPTED"
    EXCHANGE_DECLINED = "EXCHANGE_DECLINED"
    EXCHANGE_CANCELLED = "EXCHANGE_CANCELLED"
    DELIVERY_CONFIRMED = "DELIVERY_CONFIRMED"


EVENT = Node(
    "Event",
    "eve",
    (
        ID,
        Property("kind", Kind.ENUM, enum=EventKind, required=True),
        Property("at", Kind.DATETIME, required=True),
        Property("sequence", Kind.INT, required=True, filterable=False, sortable=True),
        *INTERNAL,
        Edge("organization", "BY", "Organization", many=False),
        Edge("subject", "SUBJECT", "Subject", many=False, open=True),
    ),
    access=Access.OWNED,
    anonymizable=True,
    order=(("sequence", False),),
)

SUBJECT = Union(
    "Subject",
    (
        "Organization",
        "Experience",
        "Lesson",
        "Approach",
        "Adoption",
        "Partnership",
        "Commitment",
        "ResourceOffer",
        "ResourceNeed",
        "Exchange",
    ),
)
