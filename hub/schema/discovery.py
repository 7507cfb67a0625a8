"""The roots of discovery in GraphQL: searching, finding collaborators, the network's map, introductions."""

import sys
from datetime import date
from typing import Any

import strawberry

from graph.limits import MAXIMUM_MAP_NODES, MAXIMUM_MAP_TIES
from graph.model.experiences import ExperienceOutcome
from graph.model.found import SearchType
from graph.model.network import MapNodeSort, MapTieKind, MapTieSort
from graph.model.partnerships import PartnershipKind
from graph.queries.collaborators import COLLABORATORS
from graph.queries.network import INTRODUCTION, NETWORK
from graph.queries.search import SEARCH
from hub.enums import declare
from hub.schema.making import list_of, made, make
from hub.schema.types import output
from hub.schema.wiring import reads
from hub.texts import digits, say

declare(MapNodeSort)
declare(MapTieSort)


_IDS = list_of(strawberry.ID)
_NARROWED = {
    "topicIds": (
        _IDS,
        say(
            "Organizations about one of these topics or one below it.",
            "سازمان‌هایی دربارهٔ یکی از این موضوع‌ها یا زیرشاخه‌هایش.",
        ),
    ),
    "regionIds": (
        _IDS,
        say(
            "Organizations serving, or seated in, one of these or inside.",
            "سازمان‌هایی که در یکی از این‌ها یا درون آن کار می‌کنند یا مقر دارند.",
        ),
    ),
    "tieKinds": (list_of(MapTieKind), say("Only ties of these kinds.", "تنها پیوندهای این گونه‌ها.")),
    "partnershipKinds": (
        list_of(PartnershipKind),
        say("Of partnerships, only these kinds.", "از مشارکت‌ها، تنها این گونه‌ها."),
    ),
    "asOf": (
        date,
        say(
            "Only ties that held on this day; without it, past ones too.",
            "تنها پیوندهای برقرار در این روز؛ بی آن، گذشته‌ها هم.",
        ),
    ),
}
NETWORK_FILTER = make(
    strawberry.input,
    sys.modules[__name__],
    "NetworkFilter",
    say(
        "Which part of the network is wanted; all parts must hold.",
        "کدام بخش شبکه خواسته است؛ همهٔ شرط‌ها باید برقرار باشد.",
    ),
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
            say(
                "The records that hold every word, however it is spelled;"
                " nothing for a search without words.",
                "رکوردهایی که همهٔ واژه‌ها را دارند، به هر املا؛ جست‌وجوی بی‌واژه چیزی نمی‌یابد.",
            ),
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
            say(
                "Organizations this one might work with, the best first; with `needId`, on that need.",
                "سازمان‌هایی که این سازمان می‌تواند با آن‌ها کار کند، نخست بهترین؛"
                " با `needId`، بر سر همان نیاز.",
            ),
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
            say(
                f"Who is bound to whom: up to {MAXIMUM_MAP_NODES:,} organizations"
                f" and {MAXIMUM_MAP_TIES:,} ties between them.",
                f"چه کسی با چه کسی پیوند دارد: تا {digits(MAXIMUM_MAP_NODES)} سازمان"
                f" و {digits(MAXIMUM_MAP_TIES)} پیوند میان آن‌ها.",
            ),
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
            say(
                "A shortest way over ties and partnerships you may read; null where there is none so short.",
                "کوتاه‌ترین راه بر پیوندها و مشارکت‌هایی که می‌خوانید؛ اگر راهی به این کوتاهی نباشد null.",
            ),
            {"fromId": strawberry.ID, "toId": strawberry.ID, "maxLength": int | None},
        ),
    ),
}
"""The fields of Query that start at a source: their types, and what they read."""
