"""What is worked out rather than stored: search results, collaborators, the map, introductions."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from graph.limits import MAXIMUM_FACET, MAXIMUM_HIGHLIGHT, MAXIMUM_HIGHLIGHTS, MAXIMUM_NAMED, MAXIMUM_PATH
from graph.model.core import Direction, Edge, Finished, Kind, Nested, Node, Property, See, Shape, Union
from graph.model.experiences import APPROACH, EXPERIENCE, LESSON, ExperienceOutcome
from graph.model.organizations import ORGANIZATION
from graph.model.partnerships import PARTNERSHIP
from graph.model.regions import REGION
from graph.model.resources import RESOURCE_NEED, RESOURCE_OFFER
from graph.model.topics import SKILL, TOPIC
from graph.text import snippet


class SearchType(Enum):
    """What can be found by searching."""

    ORGANIZATION = "ORGANIZATION"
    EXPERIENCE = "EXPERIENCE"
    LESSON = "LESSON"
    APPROACH = "APPROACH"
    PARTNERSHIP = "PARTNERSHIP"
    RESOURCE_OFFER = "RESOURCE_OFFER"
    RESOURCE_NEED = "RESOURCE_NEED"
    REGION = "REGION"
    TOPIC = "TOPIC"
    SKILL = "SKILL"


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


SEARCHED: Mapping[SearchType, Node] = {
    SearchType.ORGANIZATION: ORGANIZATION,
    SearchType.EXPERIENCE: EXPERIENCE,
    SearchType.LESSON: LESSON,
    SearchType.APPROACH: APPROACH,
    SearchType.PARTNERSHIP: PARTNERSHIP,
    SearchType.RESOURCE_OFFER: RESOURCE_OFFER,
    SearchType.RESOURCE_NEED: RESOURCE_NEED,
    SearchType.REGION: REGION,
    SearchType.TOPIC: TOPIC,
    SearchType.SKILL: SKILL,
}
SEARCHABLE = Union("Searchable", tuple(node.label for node in SEARCHED.values()))


# -- search ---------------------------------------------------------------------------------------


def ways(to: Node) -> tuple[tuple[Node, Edge], ...]:
    """The edges by which what can be found leads to a topic or a region."""
    return tuple(
        (node, edge)
        for node in SEARCHED.values()
        if node is not to
        for edge in node.edges()
        if edge.to == to.label and edge.direction is Direction.OUT and edge.open and not edge.filter_only
    )


def concerning(see: See, found: str, to: Node) -> str:
    """A pattern from `found` to every topic or region, in `value`, that it is about, itself or broader.

    What is a topic itself is about itself.
    """
    types, rights = _nearest(see, found, to)
    return (
        f"({found})-[:{types}*0..1]->(nearest:{to.label})"
        f"{_within(to)} WHERE {' AND '.join([*rights, see('value', to.label)])}"
    )


def _nearest(see: See, found: str, to: Node) -> tuple[str, list[str]]:
    """The types of relationships from `found` to its `nearest` topic or region, and the rights to them."""
    types = "|".join(sorted({edge.type for _, edge in ways(to)}))
    rights = [
        f"(NOT {found}:{node.label} OR {right})"
        for node, edge in ways(to)
        if (right := see.along(found, node.label, edge.name, "nearest")) != "true"
    ]
    return types, rights


def _within(to: Node) -> str:
    """The rest of a pattern: from `nearest` to every `value` that it is in, itself or broader."""
    (within,) = (edge for edge in to.edges() if edge.hops is not None)
    assert within.hops is not None
    return f"-[:{within.type}*{within.hops[0]}..{within.hops[1]}]->(value:{to.label})"


def highlights(found: Mapping[str, Any], _parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The pieces of a record's texts that answer a search, titles first.

    `found`: the `query`, and `texts` as (name of the property, its text or texts).
    """
    made: list[dict[str, Any]] = []
    for name, told in found["texts"]:
        for text in told if isinstance(told, list) else [told]:
            piece = snippet(text, found["query"], MAXIMUM_HIGHLIGHT)
            if piece is not None:
                ranges = [{"start": start, "end": end} for start, end in piece.ranges]
                made.append({"field": name, "text": piece.text, "ranges": ranges})
            if len(made) == MAXIMUM_HIGHLIGHTS:
                return made
    return made


def _facet(name: str, member: str, tie: str, rows: Callable[[str, See], str]) -> Nested:
    """A facet over `hits` (maps with the node `n`), counted where asked for.

    `rows` are clauses that give each `found` with each `value` it counts for.
    """

    def cypher(row: str, see: See) -> str:
        return (
            f"COLLECT {{ {rows(row, see)}"
            f" WITH value, count(DISTINCT found) AS count WHERE value IS NOT NULL"
            f" RETURN {{{member}: value, count: count}} AS v ORDER BY count DESC, {tie}"
            f" LIMIT {MAXIMUM_FACET} }}"
        )

    return Nested(name, f"{member.capitalize()}Facet", many=True, most=MAXIMUM_FACET, cypher=cypher)


def _of_each(value: str) -> Callable[[str, See], str]:
    return lambda row, _: f"UNWIND {row}.hits AS hit WITH hit.n AS found WITH found, {value} AS value"


def _of_all(to: Node) -> Callable[[str, See], str]:
    """Topics or regions: the way up from each is walked once, not once for every hit."""

    def rows(row: str, see: See) -> str:
        types, rights = _nearest(see, "found", to)
        where = f" WHERE {' AND '.join(rights)}" if rights else ""
        return (
            f"CALL ({row}) {{ UNWIND {row}.hits AS hit WITH hit.n AS found"
            f" MATCH (found)-[:{types}]->(nearest:{to.label}){where} RETURN nearest, found"
            f" UNION ALL UNWIND {row}.hits AS hit WITH hit.n AS found WHERE found:{to.label}"
            f" RETURN found AS nearest, found }}"
            f" WITH nearest, collect(found) AS all MATCH (nearest){_within(to)}"
            f" WHERE {see('value', to.label)} UNWIND all AS found"
        )

    return rows


def hit_type(n: str) -> str:
    """What kind of record a hit is."""
    cases = (f"WHEN {n}:{node.label} THEN '{kind.name}'" for kind, node in SEARCHED.items())
    return f"CASE {' '.join(cases)} END"


def hit_outcome(n: str) -> str:
    """The outcome of a hit that is an experience."""
    return f"CASE WHEN {n}:Experience THEN {n}.outcome END"


def hit_year(n: str) -> str:
    """The year of a hit: when it began, or was signed or published."""
    return f"coalesce({n}.startedOn, {n}.startsOn, {n}.signedOn, {n}.publishedAt).year"


_COUNT = Property("count", Kind.INT, required=True)
_TYPE = Property("type", Kind.ENUM, enum=SearchType, required=True)
_OUTCOME = Property("outcome", Kind.ENUM, enum=ExperienceOutcome, required=True)

SEARCH_SHAPES = (
    Shape(
        "PageInfo",
        (
            Property("hasNextPage", Kind.BOOLEAN, required=True),
            Property("hasPreviousPage", Kind.BOOLEAN, required=True),
            Property("startCursor"),
            Property("endCursor"),
        ),
    ),
    Shape(
        "SearchHit",
        (
            Property("score", Kind.FLOAT, required=True),
            Property("cursor", required=True),
            Nested("node", "Searchable"),
            Finished("highlights", Kind.STRING, highlights, many=True),
        ),
    ),
    Shape("TypeFacet", (_TYPE, _COUNT)),
    Shape("TopicFacet", (Nested("topic", "Topic"), _COUNT)),
    Shape("RegionFacet", (Nested("region", "Region"), _COUNT)),
    Shape("OutcomeFacet", (_OUTCOME, _COUNT)),
    Shape("YearFacet", (Property("year", Kind.INT, required=True), _COUNT)),
    Shape(
        "SearchFacets",
        (
            _facet("types", "type", "value", _of_each(hit_type("found"))),
            _facet("topics", "topic", "value.id", _of_all(TOPIC)),
            _facet("regions", "region", "value.id", _of_all(REGION)),
            _facet("outcomes", "outcome", "value", _of_each(hit_outcome("found"))),
            _facet("years", "year", "value DESC", _of_each(hit_year("found"))),
        ),
    ),
)

SEARCH_RESULT = Shape(
    "SearchResult",
    (
        Property("totalCount", Kind.INT, required=True),
        Nested("hits", "SearchHit", many=True, most="first"),
        Nested("facets", "SearchFacets"),
        Nested("pageInfo", "PageInfo"),
    ),
)

# -- collaborators --------------------------------------------------------------------------------


def _named(name: str, to: str) -> Nested:
    return Nested(name, to, many=True, most=MAXIMUM_NAMED)


REASON = Shape(
    "Reason",
    (
        Property("kind", Kind.ENUM, enum=ReasonKind, required=True),
        Property("weight", Kind.FLOAT, required=True),
        _named("topics", "Topic"),
        _named("skills", "Skill"),
        _named("regions", "Region"),
        _named("organizations", "Organization"),
        _named("experiences", "Experience"),
        _named("offers", "ResourceOffer"),
        _named("needs", "ResourceNeed"),
    ),
)

COLLABORATOR = Shape(
    "Collaborator",
    (
        Nested("organization", "Organization"),
        Property("score", Kind.FLOAT, required=True),
        Property("alreadyPartners", Kind.BOOLEAN, required=True),
        Nested("reasons", "Reason", many=True, most=len(ReasonKind)),
    ),
)

# -- the map and the ways through it --------------------------------------------------------------

_SPAN = (Property("since", Kind.DATE), Property("until", Kind.DATE))
_TIE_KIND = Property("kind", Kind.ENUM, enum=MapTieKind, required=True)
_TIE_PARTNERSHIP = Nested("partnership", "Partnership", required=False)

NETWORK_MAP = Shape(
    "NetworkMap",
    (
        Nested("nodes", "MapNode", many=True, most="nodesFirst"),
        Nested("ties", "MapTie", many=True, most="tiesFirst"),
        Property("totalNodes", Kind.INT, required=True),
        Property("totalTies", Kind.INT, required=True),
        Property("truncated", Kind.BOOLEAN, required=True),
    ),
)

INTRODUCTION_PATH = Shape(
    "IntroductionPath",
    (
        Property("length", Kind.INT, required=True),
        Nested("steps", "IntroductionStep", many=True, most=MAXIMUM_PATH + 1),
    ),
)

MAP_SHAPES = (
    Shape("MapNode", (Nested("organization", "Organization"), Property("degree", Kind.INT, required=True))),
    Shape(
        "MapTie",
        (
            Nested("source", "Organization"),
            Nested("target", "Organization"),
            _TIE_KIND,
            *_SPAN,
            _TIE_PARTNERSHIP,
            Nested("experience", "Experience", required=False),
        ),
    ),
    Shape(
        "IntroductionStep",
        (Nested("organization", "Organization"), Nested("via", "IntroductionTie", required=False)),
    ),
    Shape("IntroductionTie", (_TIE_KIND, *_SPAN, _TIE_PARTNERSHIP)),
)

DISCOVERY = (
    SEARCHABLE,
    *SEARCH_SHAPES,
    SEARCH_RESULT,
    REASON,
    COLLABORATOR,
    *MAP_SHAPES,
    NETWORK_MAP,
    INTRODUCTION_PATH,
)
"""Everything here that the model registers."""
