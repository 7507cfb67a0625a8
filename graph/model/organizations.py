"""Organizations, their contacts, and their ties to other organizations."""

from enum import Enum

from graph.model.common import ID, TARGET_GROUPS, VERSIONED, bilingual
from graph.model.core import Access, Direction, Edge, Kind, Node, Property


class OrganizationKind(Enum):
    """What an organization is."""

    NGO = "NGO"
    STATE_BODY = "STATE_BODY"
    FOUNDATION = "FOUNDATION"
    TRAINING_PROVIDER = "TRAINING_PROVIDER"
    ENTERPRISE = "ENTERPRISE"
    NETWORK = "NETWORK"


class OrganizationStatus(Enum):
    """Listed: known to the network, not yet on the hub, and can be claimed. Member: on the hub."""

    LISTED = "LISTED"
    MEMBER = "MEMBER"
    WITHDRAWN = "WITHDRAWN"


class ContactKind(Enum):
    """How a contact is reached."""

    PHONE = "PHONE"
    MOBILE = "MOBILE"
    EMAIL = "EMAIL"
    ADDRESS = "ADDRESS"
    MESSENGER = "MESSENGER"


class TieKind(Enum):
    """What binds two organizations outside of a partnership."""

    WORKS_WITH = "WORKS_WITH"
    FUNDS = "FUNDS"
    MEMBER_OF = "MEMBER_OF"
    SUPERVISES = "SUPERVISES"
    REFERS_TO = "REFERS_TO"
    TRAINS_FOR = "TRAINS_FOR"


class ParticipantRole(Enum):
    """What an organization did in an experience."""

    LEAD = "LEAD"
    IMPLEMENTER = "IMPLEMENTER"
    FUNDER = "FUNDER"
    TRAINER = "TRAINER"
    HOST = "HOST"
    ADVISER = "ADVISER"


PARTICIPATION = (
    Property("role", Kind.ENUM, enum=ParticipantRole, required=True),
    Property("since", Kind.DATE),
    Property("until", Kind.DATE),
)

TIE = (
    Property("id", Kind.ID, required=True),
    Property("kind", Kind.ENUM, enum=TieKind, required=True),
    Property("since", Kind.DATE),
    Property("until", Kind.DATE),
    Property("source"),
)

PARTY = (
    Property("role", Kind.STRING, required=True),
    Property("signatoryOffice"),
    Property("signedOn", Kind.DATE),
)

CONTACT = Node(
    "Contact",
    None,
    (
        Property("kind", Kind.ENUM, enum=ContactKind, required=True),
        Property("value", required=True, filterable=False),
        Property("office"),
        Property("position", Kind.INT, required=True, filterable=False, sortable=True),
    ),
    access=Access.MEMBERS,
    order=(("position", True),),
)

ORGANIZATION = Node(
    "Organization",
    "org",
    (
        ID,
        Property("kind", Kind.ENUM, enum=OrganizationKind, required=True),
        Property("status", Kind.ENUM, enum=OrganizationStatus, required=True),
        Property("nameFa", required=True, fold="nameFaFold", sort="nameFaSort", sortable=True),
        Property("nameEn", fold="nameEnFold", sort="nameEnSort", sortable=True),
        bilingual("name", "nameFa", "nameEn"),
        Property("mission", filterable=False),
        Property("nationalId", key=True),
        Property("nationalIdDoubtful", Kind.BOOLEAN, required=True),
        Property("registrationNumber"),
        Property("registeredAt"),
        Property("foundingDate", Kind.DATE, sortable=True),
        Property("website", filterable=False),
        TARGET_GROUPS,
        *VERSIONED,
        Edge("topics", "ABOUT", "Topic", open=True),
        Edge("regions", "SERVES", "Region", open=True),
        Edge("location", "LOCATED_IN", "Region", many=False, open=True),
        Edge("contacts", "HAS_CONTACT", "Contact", open=True),
        Edge("ties", "TIED_TO", "Organization", Direction.BOTH, properties=TIE, parallel="id"),
        Edge("experiences", "PUBLISHED_BY", "Experience", Direction.IN),
        Edge(
            "participations",
            "HAS_PARTICIPANT",
            "Experience",
            Direction.IN,
            properties=PARTICIPATION,
            parallel="role",
        ),
        Edge("lessons", "PUBLISHED_BY", "Lesson", Direction.IN),
        Edge("approaches", "PUBLISHED_BY", "Approach", Direction.IN),
        Edge("adoptions", "PUBLISHED_BY", "Adoption", Direction.IN),
        Edge("partnerships", "HAS_PARTY", "Partnership", Direction.IN, properties=PARTY),
        Edge("commitmentsOwed", "OWED_BY", "Commitment", Direction.IN),
        Edge("resourceOffers", "PUBLISHED_BY", "ResourceOffer", Direction.IN),
        Edge("resourceNeeds", "PUBLISHED_BY", "ResourceNeed", Direction.IN),
    ),
    order=(("nameFa", True),),
    search=(("nameFa", "nameEn"), ("mission",)),
)
