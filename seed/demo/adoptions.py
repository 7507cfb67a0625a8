"""Add the adoptions: who applied whose lesson or approach, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from graph.model.common import RecordStatus, Visibility
from graph.model.lessons import AdoptionOutcome
from seed.chance import moment, number, one, share, some, weighted
from seed.content import place_names, told
from seed.demo.approaches import Way
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, published
from seed.demo.stories import DrawnLesson, Story
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import TOLD

ADOPTED = (
    ("sewing-loan-misuse", 0),
    ("husband-objection", 0),
    ("dropout-no-nursery", 0),
    ("training-no-market", 0),
    ("savings-group-ledger", 0),
    ("job-retention-calls", 1),
    ("three-step-capital", None),
    ("guarantor-wall", 1),
    ("ecolodge-same-price", 0),
    ("village-internet-tv", 0),
    ("failure-night", None),
    ("apprentice-as-servant", 1),
    ("shared-tool-store", None),
    ("greenhouse-power", 0),
    ("recovery-first-wage", 0),
    ("barberry-cooperative", 0),
    ("bees-in-drought", 0),
    ("welding-simulator", 0),
    ("women-taxi-licence", 0),
    ("remote-typing-blind", 0),
    ("greenhouse-power", 1),
    ("volunteer-mentors", 0),
    ("fair-order-share", None),
    ("training-no-market", 0),
    ("sheep-vaccine", 0),
    ("employer-incentive-paper", 0),
    ("mobile-training-van", 0),
    ("data-twice", 0),
    ("elder-care-boundaries", 0),
    ("joint-purchase", 0),
)
"""What each row of content/adoptions.json applies: a lesson of a story, or (None) an approach."""

MORE = 66
"""So many adoptions beside the told ones."""

_OUTCOMES = {
    "SUCCEEDED": AdoptionOutcome.SUCCESS,
    "PARTLY": AdoptionOutcome.MIXED,
    "FAILED": AdoptionOutcome.FAILURE,
    None: None,
}

_NOTES = (
    "این درس را در دور تازهٔ کارمان در {place} به کار بستیم.",
    "پیش از آغاز دورهٔ بعدی در {place}، آن را در برنامه گنجاندیم.",
    "با دو گروه کوچک در {place} آزمودیم.",
    "آن را شرط پذیرش طرح‌های تازه در {place} کردیم.",
    "مربیان {place} آن را در نشست ماهانه خواندند و از همان هفته آغاز کردند.",
)
_SAID = {
    AdoptionOutcome.SUCCESS: (
        "همان شد که گفته بودند؛ در دور بعد هم نگهش می‌داریم.",
        "ریزش گروه کمتر از سال پیش بود.",
        "هزینهٔ اندکی داشت و زود نتیجه داد.",
        "نتیجه در گروه دوم از گروه نخست هم بهتر بود.",
    ),
    AdoptionOutcome.MIXED: (
        "در شهر جواب داد، در روستا نه.",
        "نیمی از گروه آن را پذیرفت؛ برای نیم دیگر راه ساده‌تری می‌خواهیم.",
        "اثرش را دیدیم، ولی دو ماه دیرتر از آنچه گفته بودند.",
    ),
    AdoptionOutcome.FAILURE: (
        "شرایط ما فرق داشت؛ پیش از ماه سوم کنارش گذاشتیم.",
        "بی نیروی پیگیر، کاری از پیش نرفت.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Use:
    """An adoption to be: what is adopted, by whom, and what is told of it."""

    key: str
    adopted: DrawnLesson | Way
    adopter: Member
    note: str
    outcome: AdoptionOutcome | None
    outcome_note: str | None


def add(
    sketch: Sketch,
    places: Places,
    members: Mapping[str, Member],
    stories: Sequence[Story],
    ways: Sequence[Way],
) -> None:
    """Add the told adoptions, then more of them; nobody adopts what is theirs, or the same twice."""
    lessons = [lesson for story in stories for lesson in story.lessons if lesson.standing.is_read]
    read = [way for way in ways if way.standing.is_read]
    joined = [member for member in members.values() if member.joined]
    taken: set[tuple[str, str]] = set()
    for use in [*_told(lessons, read, joined, taken), *_more(lessons, read, joined, taken)]:
        _adoption(sketch, places, use)


def _told(
    lessons: Sequence[DrawnLesson], ways: Sequence[Way], joined: Sequence[Member], taken: set[tuple[str, str]]
) -> Iterator[_Use]:
    for row, (root, place) in zip(told("adoptions"), ADOPTED, strict=True):
        of_lesson = [lesson for lesson in lessons if (lesson.story.root, lesson.number) == (root, place)]
        options: list[DrawnLesson | Way] = [*of_lesson, *(way for way in ways if way.root == root)]
        key = f"adoption {row['note']}"
        adopted = min(options, key=_since)
        adopter = _adopter(key, adopted, joined, taken)
        yield _Use(key, adopted, adopter, row["note"], _OUTCOMES[row["outcome"]], row["outcomeNote"])


def _since(adopted: DrawnLesson | Way) -> datetime:
    assert adopted.published is not None
    return adopted.published


def _more(
    lessons: Sequence[DrawnLesson], ways: Sequence[Way], joined: Sequence[Member], taken: set[tuple[str, str]]
) -> Iterator[_Use]:
    early = [
        lesson for lesson in lessons if _since(lesson).month < 9 and lesson.story.told["language"] == "FA"
    ]
    # A few are applied again and again, as anywhere.
    known = some("famous", early, 14)
    for turn in range(MORE):
        key = f"adoption more {turn}"
        few: Sequence[DrawnLesson | Way] = known if share(f"{key} famous") < 0.5 else early
        adopted = one(f"{key} of", ways if share(f"{key} way") < 0.2 else few)
        adopter = _adopter(key, adopted, joined, taken)
        note = one(f"{key} note", _NOTES).format(place=place_names()[adopter.county(key)][0])
        outcome = weighted(f"{key} outcome", _CHANCES)
        yield _Use(key, adopted, adopter, note, outcome, outcome and one(f"{key} said", _SAID[outcome]))


_CHANCES: list[tuple[AdoptionOutcome | None, int]] = [
    (AdoptionOutcome.SUCCESS, 50),
    (AdoptionOutcome.MIXED, 22),
    (AdoptionOutcome.FAILURE, 12),
    (None, 16),
]


def _publisher(adopted: DrawnLesson | Way) -> Member:
    return adopted.story.publisher if isinstance(adopted, DrawnLesson) else adopted.publisher


def _topics(adopted: DrawnLesson | Way) -> set[str]:
    return {
        *(
            adopted.story.told["topics"]
            if isinstance(adopted, DrawnLesson)
            else adopted.publisher.told["topics"]
        )
    }


def _adopter(
    key: str, adopted: DrawnLesson | Way, joined: Sequence[Member], taken: set[tuple[str, str]]
) -> Member:
    """Another organization that works on the same topics, where there is one left."""
    free = [m for m in joined if m is not _publisher(adopted) and (adopted.key, m.key) not in taken]
    near = [m for m in free if _topics(adopted) & {*m.told["topics"]}]
    chosen = one(f"{key} by", near or free)
    taken.add((adopted.key, chosen.key))
    return chosen


def _adoption(sketch: Sketch, places: Places, use: _Use) -> None:
    owner, since = use.adopter.thing, _since(use.adopted)
    begun = moment(f"{use.key} at", since, min(since + timedelta(days=45), TOLD))
    deeds = [Deed("ADOPTED", begun, owner)]
    values: dict[str, Any] = {"note": use.note, "startedOn": begun.date()}
    if use.outcome is not None:
        told_at = moment(f"{use.key} told", begun + (TOLD - begun) / 4, TOLD)
        deeds.append(Deed("ADOPTION_OUTCOME_RECORDED", told_at, owner))
        values |= {"outcome": use.outcome, "outcomeNote": use.outcome_note, "outcomeRecordedAt": told_at}
    status = RecordStatus.PUBLISHED
    if number(f"{use.key} withdrawn", 40) == 0:
        status = RecordStatus.WITHDRAWN
        deeds.append(Deed("ADOPTION_WITHDRAWN", moment(use.key, deeds[-1].at, TOLD), owner))
    visibility = Visibility.PUBLIC if share(f"{use.key} visibility") < 0.7 else Visibility.MEMBERS
    values |= published(owner, Standing(status, visibility), begun)
    thing: Thing = sketch.record("Adoption", use.key, deeds, values)
    sketch.link(thing, "adopter", [owner])
    sketch.link(thing, "adopted", [use.adopted.thing])
    sketch.link(thing, "region", [places.regions[use.adopter.county(use.key)]])
