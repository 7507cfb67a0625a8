"""Discovery in GraphQL: searching, finding collaborators, the network's map, introductions."""

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from graph.limits import MAXIMUM_MAP_NODES, MAXIMUM_MAP_TIES
from graph.model.discovery import MapNodeSort, MapTieKind, MapTieSort, ReasonKind, SearchType
from graph.model.experiences import ExperienceOutcome
from graph.model.partnerships import PartnershipKind
from graph.queries.collaborators import COLLABORATORS
from graph.queries.network import INTRODUCTION, NETWORK
from graph.queries.search import SEARCH
from hub.schema.base import PageInfo, described, reads

if TYPE_CHECKING:
    from hub.schema.experiences import Experience
    from hub.schema.lessons import Approach, Lesson
    from hub.schema.organizations import Organization
    from hub.schema.partnerships import Partnership
    from hub.schema.regions import Region
    from hub.schema.resources import ResourceNeed, ResourceOffer
    from hub.schema.topics import Skill, Topic

ExperienceLater: TypeAlias = Annotated["Experience", strawberry.lazy("hub.schema.experiences")]
ApproachLater: TypeAlias = Annotated["Approach", strawberry.lazy("hub.schema.lessons")]
LessonLater: TypeAlias = Annotated["Lesson", strawberry.lazy("hub.schema.lessons")]
OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]
PartnershipLater: TypeAlias = Annotated["Partnership", strawberry.lazy("hub.schema.partnerships")]
RegionLater: TypeAlias = Annotated["Region", strawberry.lazy("hub.schema.regions")]
ResourceNeedLater: TypeAlias = Annotated["ResourceNeed", strawberry.lazy("hub.schema.resources")]
ResourceOfferLater: TypeAlias = Annotated["ResourceOffer", strawberry.lazy("hub.schema.resources")]
SkillLater: TypeAlias = Annotated["Skill", strawberry.lazy("hub.schema.topics")]
TopicLater: TypeAlias = Annotated["Topic", strawberry.lazy("hub.schema.topics")]

_ENUMS: dict[type[Enum], str] = {
    SearchType: "What can be found by searching.",
    ReasonKind: "Why two organizations might work together.",
    MapTieKind: "What ties two organizations: a tie of its kind, a partnership, or an experience.",
    MapNodeSort: "The order of the map's organizations: those with most ties first, or by name.",
    MapTieSort: "The order of the map's ties.",
}
for _enum, _text in _ENUMS.items():
    strawberry.enum(_enum, description=_text)

# -- search ---------------------------------------------------------------------------------------

Searchable = Annotated[
    OrganizationLater
    | ExperienceLater
    | LessonLater
    | ApproachLater
    | PartnershipLater
    | ResourceOfferLater
    | ResourceNeedLater
    | RegionLater
    | TopicLater
    | SkillLater,
    strawberry.union("Searchable", description="What can be found by searching."),
]


@strawberry.type(description="A marked word, in characters (code points) of a highlight's text.")
class HighlightRange:
    """From `start` up to, not including, `end`."""

    start: int
    end: int = described("Where it ends: the character after its last.")


@strawberry.type(description="A piece of a text that answers the search.")
class Highlight:
    """A piece of a record's text, as it was written."""

    field: str = described("The field the text is from, as its type names it.")
    text: str = described("The piece; `…` stands where it was cut.")
    ranges: list[HighlightRange] = described("The words that answer the search.")


@strawberry.type(description="A record that answers the search.")
class SearchHit:
    """A hit."""

    score: float = described(
        "0 to 3: for each word 3 in the title, 2 beginning a word of the title, 1 in the text; their mean."
    )
    cursor: str = described("The place of this hit: give it as `after`.")
    node: Searchable
    highlights: list[Highlight] = described("Up to three pieces of its texts, titles first.")


@strawberry.type(description="How many of the hits are of a type.")
class TypeFacet:
    """A type, counted."""

    type: SearchType
    count: int


@strawberry.type(description="How many of the hits are about a topic or one below it.")
class TopicFacet:
    """A topic, counted."""

    topic: TopicLater
    count: int


@strawberry.type(description="How many of the hits are in a region or one inside it.")
class RegionFacet:
    """A region, counted."""

    region: RegionLater
    count: int


@strawberry.type(description="How many of the hits are experiences with an outcome.")
class OutcomeFacet:
    """An outcome, counted."""

    outcome: ExperienceOutcome
    count: int


@strawberry.type(description="How many of the hits began in a year of the Gregorian calendar.")
class YearFacet:
    """A year, counted."""

    year: int
    count: int


@strawberry.type(description="What the hits are, each with its twenty most frequent values.")
class SearchFacets:
    """The hits, counted by what they are."""

    types: list[TypeFacet]
    topics: list[TopicFacet]
    regions: list[RegionFacet]
    outcomes: list[OutcomeFacet]
    years: list[YearFacet] = described("The year it began; where that is not told, was published.")


@strawberry.type(description="The best 500 hits that you may read: a page of them, counts over all.")
class SearchResult:
    """The answer to a search."""

    total_count: int = described("How many hits there are; 500 stands for 500 or more.")
    hits: list[SearchHit]
    facets: SearchFacets
    page_info: PageInfo


# -- collaborators --------------------------------------------------------------------------------


@strawberry.type(description="Why an organization is suggested, with the nodes behind it, five of a kind.")
class Reason:
    """A reason to work together."""

    kind: ReasonKind
    weight: float = described("What it adds to the score.")
    topics: list[TopicLater]
    skills: list[SkillLater]
    regions: list[RegionLater]
    organizations: list[OrganizationLater] = described("The partners both have.")
    experiences: list[ExperienceLater] = described("What the other tried.")
    offers: list[ResourceOfferLater]
    needs: list[ResourceNeedLater]


@strawberry.type(description="An organization to work with, and why.")
class Collaborator:
    """A suggestion."""

    organization: OrganizationLater
    score: float = described(
        "The sum of the reasons: 4 for each need met (3 at most), 3 for each need of the other's (3), "
        "1.5 for each similar experience (3); and, each divided by log2(1 + how many organizations have it), "
        "2 for a topic (5), 1.5 for a partner (5), 1 for a region (5)."
    )
    already_partners: bool = described("Whether a tie or a running partnership binds them today.")
    reasons: list[Reason] = described("The weightiest first.")


# -- the map and the ways through it --------------------------------------------------------------


@strawberry.input(description="Which part of the network is wanted; all parts must hold.")
class NetworkFilter:
    """A part of the network, as of a day."""

    topic_ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="Organizations about one of these topics or one below it."
    )
    region_ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="Organizations serving, or seated in, one of these or inside."
    )
    tie_kinds: list[MapTieKind] | None = strawberry.field(
        default=strawberry.UNSET, description="Only ties of these kinds."
    )
    partnership_kinds: list[PartnershipKind] | None = strawberry.field(
        default=strawberry.UNSET, description="Of partnerships, only these kinds."
    )
    as_of: date | None = strawberry.field(
        default=strawberry.UNSET, description="Only ties that held on this day; without it, past ones too."
    )


@strawberry.type(description="An organization on the map.")
class MapNode:
    """An organization with its place in the network."""

    organization: OrganizationLater
    degree: int = described("How many ties it has on this map, listed or not.")


@strawberry.type(description="What binds two organizations on the map.")
class MapTie:
    """A tie."""

    source: OrganizationLater
    target: OrganizationLater = described("Partnerships and experiences point no way: any end is it.")
    kind: MapTieKind
    since: date | None
    until: date | None
    partnership: PartnershipLater | None
    experience: ExperienceLater | None


@strawberry.type(description="Who is bound to whom, as far as you may read it.")
class NetworkMap:
    """The network, or a part of it."""

    nodes: list[MapNode]
    ties: list[MapTie] = described("Those between organizations that are listed.")
    total_nodes: int = described("How many organizations the map has, listed or not.")
    total_ties: int = described("How many ties the map has, listed or not.")
    truncated: bool = described("Whether organizations or ties are left out.")


@strawberry.type(description="What leads from one organization to the next.")
class IntroductionTie:
    """A tie on the way."""

    kind: MapTieKind
    since: date | None
    until: date | None
    partnership: PartnershipLater | None


@strawberry.type(description="An organization on the way.")
class IntroductionStep:
    """A step of the way."""

    organization: OrganizationLater
    via: IntroductionTie | None = described("What leads here from the step before; null for the first.")


@strawberry.type(description="A shortest way from one organization to another, over today's ties.")
class IntroductionPath:
    """Who could introduce whom."""

    length: int = described("How many ties it goes over: 1 where they know each other.")
    steps: list[IntroductionStep] = described("From the first organization to the last.")


@strawberry.type
class DiscoveryQuery:
    """The root fields of discovery."""

    search: SearchResult = reads(
        SEARCH,
        "The records that hold every word, however it is spelled; nothing for a search without words.",
        {
            "query": str,
            "types": list[SearchType] | None,
            "topicIds": list[strawberry.ID] | None,
            "regionIds": list[strawberry.ID] | None,
            "outcomes": list[ExperienceOutcome] | None,
            "years": list[int] | None,
            "first": int | None,
            "after": str | None,
        },
    )
    collaborators: list[Collaborator] = reads(
        COLLABORATORS,
        "Organizations this one might work with, the best first; with `needId`, on that need.",
        {
            "organizationId": strawberry.ID,
            "needId": strawberry.ID | None,
            "regionIds": list[strawberry.ID] | None,
            "first": int | None,
        },
    )
    network_map: NetworkMap = reads(
        NETWORK,
        f"Who is bound to whom: up to {MAXIMUM_MAP_NODES:,} organizations"
        f" and {MAXIMUM_MAP_TIES:,} ties between them.",
        {
            "filter": NetworkFilter | None,
            "nodesFirst": int | None,
            "tiesFirst": int | None,
            "sortNodes": MapNodeSort | None,
            "sortTies": MapTieSort | None,
        },
    )
    introduction_path: IntroductionPath | None = reads(
        INTRODUCTION,
        "A shortest way over ties and partnerships you may read; null where there is none so short.",
        {"fromId": strawberry.ID, "toId": strawberry.ID, "maxLength": int | None},
    )
