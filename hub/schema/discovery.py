"""The roots of discovery in GraphQL: searching, finding collaborators, the network's map, introductions."""

import sys
from datetime import date
from typing import Any

import strawberry

from graph.compiler import Source
from graph.limits import MAXIMUM_MAP_NODES, MAXIMUM_MAP_TIES, MAXIMUM_PAGE, MAXIMUM_PATH, MAXIMUM_WORDS
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


def _most(en: str, fa: str, maximum: int, source: Source, name: str) -> str:
    """What bounds how many there are, with what a source does where nothing is given."""
    default = dict(source.defaults)[name]
    return say(
        f"At most this many {en}, 1 to {maximum:,}; {default} when not given.",
        f"بیشینهٔ {fa}، ۱ تا {maximum}؛ اگر نیاید {default}.",
    )


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
                "query": (
                    str,
                    say(
                        f"The words to look for, in Persian or English; the first {MAXIMUM_WORDS} count.",
                        f"واژه‌هایی که می‌جویید، فارسی یا انگلیسی؛ {MAXIMUM_WORDS} واژهٔ نخست به شمار می‌آید.",
                    ),
                ),
                "types": (
                    list_of(SearchType) | None,
                    say("Only records of these types.", "تنها رکوردهای این گونه‌ها."),
                ),
                "topicIds": (
                    _IDS | None,
                    say(
                        "Only what is about one of these topics or one below it.",
                        "تنها آنچه دربارهٔ یکی از این موضوع‌ها یا زیرشاخه‌هایشان است.",
                    ),
                ),
                "regionIds": (
                    _IDS | None,
                    say(
                        "Only what is in one of these regions or inside it.",
                        "تنها آنچه در یکی از این ناحیه‌ها یا درون آن است.",
                    ),
                ),
                "outcomes": (
                    list[ExperienceOutcome] | None,
                    say(
                        "Only experiences with one of these outcomes.",
                        "تنها تجربه‌هایی با یکی از این پیامدها.",
                    ),
                ),
                "years": (
                    list[int] | None,
                    say(
                        "Only what began in one of these years of the Gregorian calendar.",
                        "تنها آنچه در یکی از این سال‌های میلادی آغاز شده است.",
                    ),
                ),
                "first": (
                    int | None,
                    _most("hits", "یافته‌ها", MAXIMUM_PAGE, SEARCH, "first"),
                ),
                "after": (str | None, say("Only hits after this cursor.", "تنها یافته‌های پس از این نشانگر.")),
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
                "organizationId": (
                    strawberry.ID,
                    say("The organization that looks for others.", "سازمانی که همکار می‌جوید."),
                ),
                "needId": (
                    strawberry.ID | None,
                    say(
                        "A need of that organization; only those that can help with it are answered.",
                        "نیازی از آن سازمان؛ تنها آن‌ها می‌آیند که در آن یاری می‌کنند.",
                    ),
                ),
                "regionIds": (
                    _IDS | None,
                    say(
                        "Only those that serve, or sit in, one of these regions or inside it.",
                        "تنها آن‌ها که در یکی از این ناحیه‌ها یا درون آن کار می‌کنند یا مقر دارند.",
                    ),
                ),
                "first": (
                    int | None,
                    _most("organizations", "سازمان‌ها", MAXIMUM_PAGE, COLLABORATORS, "first"),
                ),
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
                "filter": (
                    NETWORK_FILTER | None,
                    say(
                        "Which part of the network; all of it when not given.",
                        "کدام بخش شبکه؛ اگر نیاید همهٔ آن.",
                    ),
                ),
                "nodesFirst": (
                    int | None,
                    _most("organizations", "سازمان‌ها", MAXIMUM_MAP_NODES, NETWORK, "nodesFirst"),
                ),
                "tiesFirst": (
                    int | None,
                    _most("ties", "پیوندها", MAXIMUM_MAP_TIES, NETWORK, "tiesFirst"),
                ),
                "sortNodes": (
                    MapNodeSort | None,
                    say(
                        "Which organizations come first; those with most ties when not given.",
                        "کدام سازمان‌ها نخست بیایند؛ اگر نیاید پرپیوندترین‌ها.",
                    ),
                ),
                "sortTies": (
                    MapTieSort | None,
                    say(
                        "Which ties come first; the newest when not given.",
                        "کدام پیوندها نخست بیایند؛ اگر نیاید تازه‌ترین‌ها.",
                    ),
                ),
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
            {
                "fromId": (
                    strawberry.ID,
                    say("The organization that seeks the way.", "سازمانی که راه را می‌جوید."),
                ),
                "toId": (
                    strawberry.ID,
                    say("The organization to be reached.", "سازمانی که باید به آن رسید."),
                ),
                "maxLength": (
                    int | None,
                    _most("ties on the way", "پیوندهای راه", MAXIMUM_PATH, INTRODUCTION, "maxLength"),
                ),
            },
        ),
    ),
}
"""The fields of Query that start at a source: their types, and what they read."""
