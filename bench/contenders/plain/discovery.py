"""Search, collaborators and the map in the plain server: the limit's queries, completed by Strawberry."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import strawberry
from strawberry.utils.str_converters import to_snake_case

from bench.contenders.mapping import mapped
from bench.contenders.plain.loading import Loading
from bench.contenders.plain.types import (
    TYPES,
    Date,
    Experience,
    Organization,
    Region,
    ResourceNeed,
    ResourceOffer,
    Searchable,
    Topic,
)
from graph.model.search import highlights
from graph.queries.search import asked

_QUERIES = Path(__file__).parents[2] / "queries"


def _text(shape: str) -> str:
    return (_QUERIES / shape / "limit.cypher").read_text(encoding="utf-8")


def _made(type_: type, row: dict[str, Any]) -> Any:
    """An object of what a query has read of it."""
    return type_(**{to_snake_case(name): value for name, value in row.items() if name != "__typename"})


@strawberry.type
class HighlightRange:
    """A marked word."""

    start: int
    end: int


@strawberry.type
class Highlight:
    """A piece of a text."""

    field: str
    text: str
    ranges: list[HighlightRange]


@strawberry.type
class SearchHit:
    """A hit."""

    score: float
    node: Searchable
    highlights: list[Highlight]


@strawberry.type
class TypeFacet:
    """A type, counted."""

    type: str
    count: int


@strawberry.type
class TopicFacet:
    """A topic, counted."""

    topic: Topic
    count: int


@strawberry.type
class RegionFacet:
    """A region, counted."""

    region: Region
    count: int


@strawberry.type
class OutcomeFacet:
    """An outcome, counted."""

    outcome: str
    count: int


@strawberry.type
class YearFacet:
    """A year, counted."""

    year: int
    count: int


@strawberry.type
class SearchFacets:
    """All facets."""

    types: list[TypeFacet]
    topics: list[TopicFacet]
    regions: list[RegionFacet]
    outcomes: list[OutcomeFacet]
    years: list[YearFacet]


@strawberry.type
class SearchResult:
    """The answer to a search: its hits, or its facets where only one hit is asked for."""

    total_count: int
    hits: list[SearchHit]
    facets: SearchFacets | None


@strawberry.type
class Reason:
    """Why."""

    kind: str
    weight: float
    topics: list[Topic]
    regions: list[Region]
    organizations: list[Organization]
    experiences: list[Experience]
    offers: list[ResourceOffer]
    needs: list[ResourceNeed]


@strawberry.type
class Collaborator:
    """A suggestion."""

    score: float
    already_partners: bool
    organization: Organization
    reasons: list[Reason]


@strawberry.type
class MapNode:
    """An organization on the map."""

    degree: int
    organization: Organization


@strawberry.type
class MapTie:
    """A tie on the map."""

    kind: str
    since: Date | None
    source: Organization
    target: Organization


@strawberry.type
class NetworkMap:
    """The map."""

    total_nodes: int
    total_ties: int
    truncated: bool
    nodes: list[MapNode]
    ties: list[MapTie]


async def search(loading: Loading, query: str, first: int) -> SearchResult:
    """Hits with highlights, or facets: each is one query of the limit's."""
    if first == 1:
        (row,) = await loading.run(_text("facets"), asked=asked(query))
        return _facets(row[0])
    (row,) = await loading.run(_text("search"), asked=asked(query))
    return SearchResult(
        total_count=row[0]["totalCount"], hits=[_hit(h, query) for h in row[0]["hits"]], facets=None
    )


def _hit(hit: dict[str, Any], query: str) -> SearchHit:
    told = [pair for pair in hit["highlights"] if pair[1] is not None]
    # The publisher of a hit is what its type's own resolver loads.
    node = {name: value for name, value in hit["node"].items() if name != "publisher"}
    return SearchHit(
        score=hit["score"],
        node=_made(TYPES[hit["node"]["__typename"]], {"id": "", **node}),
        highlights=[
            Highlight(
                field=piece["field"],
                text=piece["text"],
                ranges=[HighlightRange(**range_) for range_ in piece["ranges"]],
            )
            for piece in highlights({"query": query, "texts": told}, {})
        ],
    )


def _facets(told: dict[str, Any]) -> SearchResult:
    facets = told["facets"]
    return SearchResult(
        total_count=told["totalCount"],
        hits=[],
        facets=SearchFacets(
            types=[TypeFacet(**row) for row in facets["types"]],
            topics=[TopicFacet(topic=_made(Topic, r["topic"]), count=r["count"]) for r in facets["topics"]],
            regions=[
                RegionFacet(region=_made(Region, r["region"]), count=r["count"]) for r in facets["regions"]
            ],
            outcomes=[OutcomeFacet(**row) for row in facets["outcomes"]],
            years=[YearFacet(**row) for row in facets["years"]],
        ),
    )


async def collaborators(loading: Loading, organization: str) -> list[Collaborator]:
    """Ten suggestions with their reasons."""
    (row,) = await loading.run(_text("collaborators"), id=organization, today=datetime.now(UTC).date())
    kinds = {
        "topics": Topic,
        "regions": Region,
        "organizations": Organization,
        "experiences": Experience,
        "offers": ResourceOffer,
        "needs": ResourceNeed,
    }
    return [
        Collaborator(
            score=told["score"],
            already_partners=told["alreadyPartners"],
            organization=_made(Organization, told["organization"]),
            reasons=[
                Reason(
                    kind=reason["kind"],
                    weight=reason["weight"],
                    **{name: [_made(type_, one) for one in reason[name]] for name, type_ in kinds.items()},
                )
                for reason in told["reasons"]
            ],
        )
        for told in row[0]
    ]


async def network_map(loading: Loading, regions: list[strawberry.ID]) -> NetworkMap:
    """The map of regions."""
    (row,) = await loading.run(_text("map"), regions=regions)
    told = mapped(row[0])
    return NetworkMap(
        total_nodes=told["totalNodes"],
        total_ties=told["totalTies"],
        truncated=told["truncated"],
        nodes=[
            MapNode(degree=node["degree"], organization=_made(Organization, node["organization"]))
            for node in told["nodes"]
        ],
        ties=[
            MapTie(
                kind=tie["kind"],
                since=tie["since"],
                source=_made(Organization, tie["source"]),
                target=_made(Organization, tie["target"]),
            )
            for tie in told["ties"]
        ],
    )
