"""Partnerships (MoU, agreement, consortium) with their parties, witnesses and commitments."""

from enum import Enum

from graph.model.common import ID, INTERNAL, VERSIONED, Visibility, bilingual
from graph.model.core import Access, Computed, Direction, Edge, Kind, Node, Property
from graph.model.organizations import PARTY


class PartnershipKind(Enum):
    """The form of a partnership."""

    MOU = "MOU"
    AGREEMENT = "AGREEMENT"
    CONSORTIUM = "CONSORTIUM"


class PartnershipStatus(Enum):
    """Where a partnership stands."""

    DRAFT = "DRAFT"
    SIGNED = "SIGNED"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    ENDED = "ENDED"
    RENEWED = "RENEWED"


class CommitmentStatus(Enum):
    """Where a commitment stands."""

    PLANNED = "PLANNED"
    IN_PROGRESS = "IN_PROGRESS"
    MET = "MET"
    MISSED = "MISSED"
    WAIVED = "WAIVED"


_HAS_COMMITMENT = Edge("partnership", "HAS_COMMITMENT", "Partnership", Direction.IN, many=False)

COMMITMENT = Node(
    "Commitment",
    "com",
    (
        ID,
        Property("titleFa", required=True, fold="titleFaFold", sort="titleFaSort", sortable=True),
        Property("titleEn", fold="titleEnFold"),
        bilingual("title", "titleFa", "titleEn"),
        Property("measure"),
        Property("target", Kind.FLOAT),
        Property("unit"),
        Property("dueOn", Kind.DATE, sortable=True),
        Property("status", Kind.ENUM, enum=CommitmentStatus, required=True),
        Property("evidence", filterable=False),
        Property("evidenceUrl", filterable=False),
        Computed(
            "overdue",
            Kind.BOOLEAN,
            lambda n, _see: (
                f"coalesce({n}.dueOn < $today, false) AND {n}.status IN ['PLANNED', 'IN_PROGRESS']"
            ),
            filterable=True,
        ),
        *VERSIONED,
        _HAS_COMMITMENT,
        Edge("owedBy", "OWED_BY", "Organization", many=False),
        Edge("owedTo", "OWED_TO", "Organization", many=False),
    ),
    access=Access.PARENT,
    parent=_HAS_COMMITMENT,
    order=(("dueOn", True),),
)

PARTNERSHIP = Node(
    "Partnership",
    "par",
    (
        ID,
        Property("kind", Kind.ENUM, enum=PartnershipKind, required=True),
        Property("titleFa", required=True, fold="titleFaFold", sort="titleFaSort", sortable=True),
        Property("titleEn", fold="titleEnFold"),
        bilingual("title", "titleFa", "titleEn"),
        Property("summary", filterable=False),
        Property("status", Kind.ENUM, enum=PartnershipStatus, required=True),
        Property("visibility", Kind.ENUM, enum=Visibility, required=True),
        Property("signedOn", Kind.DATE, sortable=True),
        Property("startsOn", Kind.DATE, sortable=True),
        Property("endsOn", Kind.DATE, sortable=True),
        *VERSIONED,
        *INTERNAL,
        Edge("parties", "HAS_PARTY", "Organization", properties=PARTY),
        Edge(
            "witnesses",
            "WITNESSED_BY",
            "Organization",
            properties=(Property("office", required=True),),
            parallel="office",
        ),
        Edge("regions", "COVERS", "Region", open=True),
        Edge("topics", "ABOUT", "Topic", open=True),
        Edge("commitments", "HAS_COMMITMENT", "Commitment"),
        Edge("renews", "RENEWS", "Partnership", many=False),
        Edge("renewedBy", "RENEWS", "Partnership", Direction.IN, many=False),
    ),
    access=Access.OWNED,
    order=(("createdAt", False),),
    search=(("titleFa", "titleEn"), ("summary",)),
)
