"""Events: the single record of what happened, as it was told. All moves of all lives are kinds."""

from collections.abc import Iterator

from graph.model.areas import AREAS
from graph.model.common import INTERNAL
from graph.model.declare import choice, link, moment, record
from graph.model.life import Happening
from graph.model.members import Kind, Property
from graph.model.nodes import Node, Union
from graph.model.words import LANGUAGES, Words, choice_of
from graph.model.written import twin

UNTOLD = "untold"
"""The month, as `2026-03`, at whose end an event about an anonymized record is told to others."""

THEN_AUDIENCE, THEN_OWNERS = "thenAudience", "thenOwnerIds"
"""Who was told of an event as it happened: nobody else is, whoever reads its subject later."""

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
    order=(("toldAt", False),),
    indexes=((UNTOLD,),),
    members=(
        choice(
            "kind",
            EventKind,
            "Kind: What happened, e.g. `LESSON_PUBLISHED`.",
            "گونه: چه رخ داد، مانند `LESSON_PUBLISHED`.",
            required=True,
        ),
        moment(
            "at",
            "At: When it happened; of what is anonymized, its month.",
            "زمان: کی رخ داد؛ اگر بی‌نام است، ماه آن.",
            sortable=False,
            required=True,
        ),
        moment(
            "toldAt",
            "Told at: When its readers were told: at once, or after the month of what is anonymized."
            " Whoever follows this order misses nothing.",
            "زمان اعلام: کی به خوانندگان گفته شد: بی‌درنگ، یا برای آنچه بی‌نام است پس از پایان ماه."
            " به این ترتیب دنبالش کنید و چیزی از دست نمی‌دهید.",
            required=True,
        ),
        Property("sequence", Kind.INT, required=True, filterable=False, hidden=True),
        Property(twin("at"), Kind.DATETIME, filterable=False, hidden=True),
        Property(UNTOLD, filterable=False, hidden=True),
        Property(THEN_AUDIENCE, filterable=False, hidden=True),
        Property(THEN_OWNERS, many=True, filterable=False, hidden=True),
        link(
            "organization",
            "BY",
            "Organization",
            "Organization: Who did it; null where that is closed to you. Questions, answers and reviews are"
            " signed by"
            " nobody: a question's `asker` and an answer's `organization` say who speaks.",
            "سازمان: چه کسی کرد؛ آن‌جا که بر شما بسته است null. پرسش و پاسخ و بازبینی امضای کسی را ندارند:"
            " `asker` پرسش و `organization` پاسخ می‌گویند چه کسی سخن می‌گوید.",
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
