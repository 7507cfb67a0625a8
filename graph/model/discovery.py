"""What is worked out rather than stored: search results, collaborators, the map, introductions."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from graph.model.core import Finished, Kind, Nested, Property, See, Shape, Union
from graph.model.experiences import ExperienceOutcome
from graph.text import snippet

MAXIMUM_FACET = 20
"""The most values of one facet."""
MAXIMUM_NAMED = 5
"""The most nodes of one kind that a reason names."""
MAXIMUM_LENGTH = 6
"""The most ties an introduction may go over."""
SNIPPET = 160
"""About how many characters a highlight has."""


class SearchType(Enum):
    """What can be found by searching. A value is the label."""

    ORGANIZATION = "Organization"
    EXPERIENCE = "Experience"
    LESSON = "Lesson"
    APPROACH = "Approach"
    PARTNERSHIP = "Partnership"
    RESOURCE_OFFER = "ResourceOffer"
    RESOURCE_NEED = "ResourceNeed"
    REGION = "Region"
    TOPIC = "Topic"
    SKILL = "Skill"


class ReasonKind(Enum):
    """Why two organizations might work together."""

    OFFER_MEETS_NEED = "OFFER_MEETS_NEED"
    NEED_MEETS_OFFER = "NEED_MEETS_OFFER"
    SHARED_TOPIC = "SHARED_TOPIC"
    SIMILAR_EXPERIENCE = "SIMILAR_EXPERIENCE"
    COMMON_PARTNER = "COMMON_PARTNER"
    SHARED_REGION = "SHARED_REGION"


class MapTieKind(Enum):
    """What ties two organizations on the map: a tie of its kind, a partnership, or an experience."""

    WORKS_WITH = "WORKS_WITH"
    FUNDS = "FUNDS"
    MEMBER_OF = "MEMBER_OF"
    SUPERVISES = "SUPERVISES"
    REFERS_TO = "REFERS_TO"
    TRAINS_FOR = "TRAINS_FOR"
    PARTNERSHIP = "PARTNERSHIP"
    SHARED_EXPERIENCE = "SHARED_EXPERIENCE"


class MapNodeSort(Enum):
    """The order of the map's organizations."""

    DEGREE_DESC = "DEGREE_DESC"
    NAME_ASC = "NAME_ASC"


class MapTieSort(Enum):
    """The order of the map's ties."""

    SINCE_DESC = "SINCE_DESC"
    SINCE_ASC = "SINCE_ASC"
    KIND_ASC = "KIND_ASC"


SEARCHABLE = Union("Searchable", tuple(kind.value for kind in SearchType))


# -- search ---------------------------------------------------------------------------------------


def highlights(found: Mapping[str, Any], _parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The pieces of a record's texts that answer a search, one a text.

    `found`: the `query`, and `texts` as (name of the property, its text or texts).
    """
    made = []
    for name, told in found["texts"]:
        for text in told if isinstance(told, list) else [told]:
            piece = snippet(text, found["query"], SNIPPET)
            if piece is not None:
                ranges = [{"start": start, "end": end} for start, end in piece.ranges]
                made.append({"field": name, "text": piece.text, "ranges": ranges})
    return made


PAGE_INFO = Shape(
    "PageInfo",
    (
        Property("hasNextPage", Kind.BOOLEAN, required=True),
        Property("hasPreviousPage", Kind.BOOLEAN, required=True),
        Property("startCursor"),
        Property("endCursor"),
    ),
)

SEARCH_HIT = Shape(
    "SearchHit",
    (
        Property("score", Kind.FLOAT, required=True),
        Property("cursor", required=True),
        Nested("node", "Searchable"),
        Finished("highlights", Kind.STRING, highlights, many=True),
    ),
)

_COUNT = Property("count", Kind.INT, required=True)

FACET_SHAPES = (
    Shape("TypeFacet", (Property("type", Kind.ENUM, enum=SearchType, required=True), _COUNT)),
    Shape("TopicFacet", (Nested("topic", "Topic"), _COUNT)),
    Shape("RegionFacet", (Nested("region", "Region"), _COUNT)),
    Shape("OutcomeFacet", (Property("outcome", Kind.ENUM, enum=ExperienceOutcome, required=True), _COUNT)),
    Shape("YearFacet", (Property("year", Kind.INT, required=True), _COUNT)),
)


def _facet(name: str, to: str, value: str, match: str = "") -> Nested:
    """A facet over `hits` (maps with the node `n`, its `type` and `year`), counted where asked for."""
    member = to.removesuffix("Facet").lower()

    def cypher(row: str, _see: See) -> str:
        return (
            f"COLLECT {{ UNWIND {row}.hits AS hit WITH hit, hit.n AS found {match}"
            f" WITH {value} AS value, count(DISTINCT found) AS count WHERE value IS NOT NULL"
            f" RETURN {{{member}: value, count: count}} AS v"
            f" ORDER BY count DESC, coalesce(value.id, value) LIMIT {MAXIMUM_FACET} }}"
        )

    return Nested(name, to, many=True, most=MAXIMUM_FACET, cypher=cypher)
