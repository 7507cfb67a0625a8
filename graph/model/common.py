"""Properties that many nodes share, and the enums more than one area uses."""

from enum import Enum

from graph.model.core import Computed, Kind, Property

ID = Property("id", Kind.ID, required=True, key=True)


class Visibility(Enum):
    """Who may read a published record."""

    PUBLIC = "PUBLIC"
    MEMBERS = "MEMBERS"
    PARTNERS = "PARTNERS"
    ORGANIZATION = "ORGANIZATION"
    ANONYMIZED = "ANONYMIZED"


class RecordStatus(Enum):
    """Where a record stands: written, published, or taken back (it stays, marked)."""

    DRAFT = "DRAFT"
    PUBLISHED = "PUBLISHED"
    WITHDRAWN = "WITHDRAWN"


class Language(Enum):
    """The language a text is written in (ISO 639-1)."""

    FA = "FA"
    EN = "EN"


class TargetGroup(Enum):
    """Whom the work is for."""

    WOMEN_HEADS_OF_HOUSEHOLD = "WOMEN_HEADS_OF_HOUSEHOLD"
    YOUTH = "YOUTH"
    PEOPLE_WITH_DISABILITIES = "PEOPLE_WITH_DISABILITIES"
    RECOVERING_FROM_ADDICTION = "RECOVERING_FROM_ADDICTION"
    RURAL = "RURAL"
    DECILES_1_4 = "DECILES_1_4"
    REFUGEES = "REFUGEES"
    FORMER_PRISONERS = "FORMER_PRISONERS"


TARGET_GROUPS = Property("targetGroups", Kind.ENUM, enum=TargetGroup, many=True, required=True)
LANGUAGE = Property("language", Kind.ENUM, enum=Language, required=True)

AUDIENCE = Property("audience", filterable=False)
OWNER_IDS = Property("ownerIds", many=True, filterable=False)
"""`audience` and `ownerIds` decide who reads a record (see `graph.model.access`); never shown."""

INTERNAL = (AUDIENCE, OWNER_IDS)

VERSIONED = (
    Property("version", Kind.INT, required=True, filterable=False),
    Property("createdAt", Kind.DATETIME, required=True, sortable=True),
    Property("updatedAt", Kind.DATETIME, required=True, sortable=True),
    Property("demo", Kind.BOOLEAN, required=True),
)

PUBLISHABLE = (
    Property("status", Kind.ENUM, enum=RecordStatus, required=True),
    Property("visibility", Kind.ENUM, enum=Visibility, required=True),
    Property("publishedAt", Kind.DATETIME, sortable=True),
)


def bilingual(name: str, fa: str, en: str) -> Computed:
    """The field `name`: the viewer's language first, the other where it is missing."""
    return Computed(
        name,
        Kind.STRING,
        lambda n, _see: (
            f"CASE $language WHEN 'en' THEN coalesce({n}.{en}, {n}.{fa}) "
            f"ELSE coalesce({n}.{fa}, {n}.{en}) END"
        ),
        flat=True,
    )
