"""The roots of discovery in GraphQL: searching, finding collaborators, the network's map, introductions."""

import sys
from datetime import date
from typing import Any

import strawberry

from graph.model.discovery import MapNodeSort, MapTieKind, MapTieSort, SearchType
from graph.model.experiences import ExperienceOutcome
from graph.model.partnerships import PartnershipKind
from graph.queries.collaborators import COLLABORATORS
from graph.queries.network import INTRODUCTION, NETWORK
from graph.queries.search import SEARCH
from hub.enums import declare
from hub.schema.making import list_of, made, make
from hub.schema.types import output
from hub.schema.wiring import reads

declare(MapNodeSort)
declare(MapTieSort)


_IDS = list_of(strawberry.ID)
_NARROWED = {
    "topicIds": (_IDS, "Organizations about one of these topics or one below it."),
    "regionIds": (_IDS, "Organizations serving, or seated in, one of these or inside."),
    "tieKinds": (list_of(MapTieKind), "Only ties of these kinds."),
    "partnershipKinds": (list_of(PartnershipKind), "Of partnerships, only these kinds."),
    "asOf": (date, "Only ties that held on this day; without it, past ones too."),
}
NETWORK_FILTER = make(
    strawberry.input,
    sys.modules[__name__],
    "NetworkFilter",
    "Which part of the network is wanted; all parts must hold.",
    {
        name: made(name, kind | None, text, default=strawberry.UNSET)
        for name, (kind, text) in _NARROWED.items()
    },
)

FIELDS: dict[str, tuple[Any, Any]] = {
    "search": (
        output("SearchResult"),
        reads(
            SEARCH,
            "The records that hold every word, however it is spelled; nothing for a search without words.",
            {
                "query": str,
                "types": list_of(SearchType) | None,
                "topicIds": _IDS | None,
                "regionIds": _IDS | None,
                "outcomes": list[ExperienceOutcome] | None,
                "years": list[int] | None,
                "first": int | None,
                "after": str | None,
            },
        ),
    ),
    "collaborators": (
        list_of(output("Collaborator")),
        reads(
            COLLABORATORS,
            "Organizations this one might work with, the best first; with `needId`, on that need.",
            {
                "organizationId": strawberry.ID,
                "needId": strawberry.ID | None,
                "regionIds": _IDS | None,
                "first": int | None,
            },
        ),
    ),
    "networkMap": (
        output("NetworkMap"),
        reads(
            NETWORK,
            "Who is bound to whom: up to 2,000 organizations and 5,000 ties between them.",
            {
                "filter": NETWORK_FILTER | None,
                "nodesFirst": int | None,
                "tiesFirst": int | None,
                "sortNodes": MapNodeSort | None,
                "sortTies": MapTieSort | None,
            },
        ),
    ),
    "introductionPath": (
        output("IntroductionPath") | None,
        reads(
            INTRODUCTION,
            "A shortest way over ties and partnerships you may read; null where there is none so short.",
            {"fromId": strawberry.ID, "toId": strawberry.ID, "maxLength": int | None},
        ),
    ),
}
"""The fields of Query that start at a source: their types, and what they read."""
