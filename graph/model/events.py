"""Events: the single record of what happened, in the order of commits. All moves of all lives are kinds."""

from collections.abc import Iterator

from graph.model.areas import AREAS
from graph.model.common import INTERNAL
from graph.model.declare import choice, link, moment, record, whole
from graph.model.life import Happening
from graph.model.nodes import Node, Union
from graph.model.words import LANGUAGES, Words, choice_of

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


def _words(event: Happening) -> Words:
    """How an event is told, with what brings it about: mutations, or what its move says of itself."""
    moves = [
        move
        for node in RECORDED
        if node.life is not None
        for move in node.life.moves
        if move.event.name == event.name
    ]
    mutations = dict.fromkeys(f"`{move.mutation}`" for move in moves if move.mutation is not None)
    en, fa = (moves[0].words.text(language) for language in LANGUAGES)
    if mutations:
        en, fa = f"Comes of {' or '.join(mutations)}.", f"پیامد {' یا '.join(mutations)}."
    return Words(f"{event.words.label('en')}: {en}", f"{event.words.label('fa')}: {fa}")


EventKind = choice_of(
    "EventKind",
    {event.name: _words(event) for event in happenings()},
    "Kind of event: What happened, named by what the user did.",
    "گونهٔ رخداد: چه رخ داد، به نام آنچه کاربر کرد.",
)

EVENT = record(
    "Event",
    "eve",
    "Event: Something that happened, committed together with the change itself.",
    "رخداد: آنچه رخ داد، ثبت‌شده همراه خودِ تغییر.",
    plural=("events", "Events", "رخدادها"),
    common=INTERNAL,
    anonymizable=True,
    order=(("sequence", False),),
    members=(
        choice(
            "kind",
            EventKind,
            "Kind: What happened, e.g. `LESSON_PUBLISHED`.",
            "گونه: چه رخ داد، مانند `LESSON_PUBLISHED`.",
            required=True,
        ),
        moment("at", "At: When it was committed.", "زمان: کی ثبت شد.", sortable=False, required=True),
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
    Words(
        "Subject: What an event is about: a record with a life of its own.",
        "موضوع رخداد: رخداد دربارهٔ چیست: رکوردی که زندگی خود را دارد.",
    ),
)
