"""Events: the single record of what happened, in the order of commits. All moves of all lives are kinds."""

from collections.abc import Iterator

from graph.model.areas import AREAS
from graph.model.common import INTERNAL
from graph.model.core import Node, Union
from graph.model.declare import choice, link, moment, record, whole
from graph.model.life import Happening
from graph.model.words import Words, choice_of

RECORDED = tuple(area for area in AREAS if isinstance(area, Node) and area.life is not None)
"""What events are about: whatever has a life."""


def happenings() -> Iterator[Happening]:
    """The event of every move, each once."""
    found: dict[str, Happening] = {}
    for node in RECORDED:
        assert node.life is not None
        for move in node.life.moves:
            found.setdefault(move.event.name, move.event)
    return iter(found.values())


EventKind = choice_of(
    "EventKind",
    {event.name: event.words for event in happenings()},
    "Kind of event: What happened, named by what the user did.",
    "گونهٔ رخداد: چه رخ داد، به نام آنچه کاربر کرد.",
)

EVENT = record(
    "Event",
    "eve",
    "Event: Something that happened, committed together with the change itself.",
    "رخداد: آنچه رخ داد، همراه خودِ تغییر ثبت شد.",
    plural=("events", "Events", "رخدادها"),
    common=INTERNAL,
    anonymizable=True,
    order=(("sequence", False),),
    members=(
        choice("kind", EventKind, "Kind", "گونه", required=True),
        moment("at", "At", "زمان", sortable=False, required=True),
        whole(
            "sequence",
            "Sequence: Its place in the order of commits: whoever follows it misses nothing.",
            "شمارهٔ ترتیب: جای آن در ترتیب ثبت‌ها: هر که آن را دنبال کند چیزی از دست نمی‌دهد.",
            required=True,
            filterable=False,
            sortable=True,
        ),
        link(
            "organization",
            "BY",
            "Organization",
            "Organization: Who did it; null where that is closed to you.",
            "سازمان: چه کسی کرد؛ آن‌جا که بر شما بسته است null.",
        ),
        link(
            "subject",
            "SUBJECT",
            "Subject",
            "Subject: What it was done to; null where that is closed to you.",
            "موضوع رخداد: با چه کرد؛ آن‌جا که بر شما بسته است null.",
            open=True,
        ),
    ),
)

SUBJECT = Union(
    "Subject",
    tuple(node.label for node in RECORDED),
    Words("Subject: What an event is about.", "موضوع رخداد: رخداد دربارهٔ چیست."),
)
