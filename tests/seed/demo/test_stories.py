"""The demo reads like life: each story is told once, at its place, in its time, and of nobody real."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from graph.text import fold
from seed.announced.loader import build as announced
from seed.content import place_names, told
from seed.demo.loader import build
from seed.sketch import Sketch
from seed.timeline import FOUNDED
from tests.seed.demo.durations import durations

STORIES = {story["key"]: story for story in told("experiences")}
ORGANIZATIONS = {row["key"]: row for row in told("organizations")}
each_story = pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)

NARRATED = ("title", "context", "intended", "happened", "why")
MONTHS = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
]
# These are ordinary words as well: late, boss of a place, a secret, good, light, spring; they are not looked for.
ALSO_WORDS = {"دیر", "ری", "راز و جرگلان", "میانه", "خوی", "بم", "شوش", "Bam", "Rey", "Deyr"}
ALSO_WORDS |= {
    "انار",
    "بافت",
    "بن",
    "بهار",
    "جم",
    "سامان",
    "سراب",
    "سلسله",
    "گلشن",
    "مهر",
    "نور",
    "Ben",
    "Jam",
    "Nur",
}


def told_of(story: Mapping[str, Any], *names: str) -> str:
    return " ".join(story[name] for name in names)


def everything(story: Mapping[str, Any]) -> Iterator[str]:
    """Every text of a story and of its lessons."""
    yield from (story[name] for name in NARRATED)
    yield from (*story["enablingFactors"], *story["barriers"])
    for result in story["results"]:
        yield from (result["indicator"], result["unit"])
    for lesson in story["lessons"]:
        yield from lesson.values()


# -- places -----------------------------------------------------------------------------------------


@each_story
def test_a_story_is_at_a_place_where_its_organization_works(story: dict[str, Any]) -> None:
    organization = ORGANIZATIONS[story["publisher"]]
    assert organization["status"] == "MEMBER"
    provinces = {organization["province"], *(code[:5] for code in organization["regions"])}
    assert story["region"] in place_names()
    assert story["region"][:5] in provinces


@each_story
def test_a_place_that_is_named_is_the_place_of_the_story(story: dict[str, Any]) -> None:
    own = {name for code in (story["region"], story["region"][:5]) for name in place_names()[code]}
    others = {name for names in place_names().values() for name in names} - own - ALSO_WORDS
    others -= {"ایران", "Iran"}
    text = " ".join(everything(story))
    for name in own:
        text = text.replace(name, "")
    named = [name for name in others if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    assert not named


def test_every_province_has_a_story() -> None:
    provinces = {code for code in place_names() if re.fullmatch(r"IR-\d\d", code)}
    assert {story["region"][:5] for story in STORIES.values()} == provinces


def test_an_anonymous_story_names_neither_a_county_nor_those_who_took_part() -> None:
    hidden = [story for story in STORIES.values() if story.get("visibility") == "ANONYMIZED"]
    assert len(hidden) >= 12
    for story in hidden:
        assert re.fullmatch(r"IR-\d\d", story["region"]), story["key"]
        assert not story["participants"]


# -- time -------------------------------------------------------------------------------------------


def test_durations_are_read_in_both_languages() -> None:
    text = "دورهٔ سه‌ماهه، پس از هجده ماه، ظرف دو هفته؛ ماه چهارم، سال‌ها، هفته‌ای یک بار؛ five weeks and a year"
    assert [round(days) for days in durations(text)] == [91, 547, 14, 35, 365]


@each_story
def test_what_is_said_to_have_lasted_fits_between_the_days_of_the_story(story: dict[str, Any]) -> None:
    started, ended = (date.fromisoformat(story[name]) for name in ("startedOn", "endedOn"))
    whole = (ended - started).days
    assert started < ended < date.fromisoformat(story["recordedOn"])
    passed = [*durations(told_of(story, "title", "context", "happened", "why"))]
    assert max(passed, default=0) <= whole + 5, "something lasted longer than the whole"
    stated = [days for days in (*passed, *durations(story["intended"])) if days >= 28]
    assert not stated or whole <= 1.1 * sum(stated) + 100, (
        "the whole lasted much longer than anything told of it"
    )


@each_story
def test_a_month_that_is_named_lies_between_the_days_of_the_story(story: dict[str, Any]) -> None:
    started, ended = (date.fromisoformat(story[name]) for name in ("startedOn", "endedOn"))
    first, last = _month(started), _month(ended)
    text = told_of(story, "title", "context", "intended", "happened", "why")
    for number, name in enumerate(MONTHS):
        # «مهر» and «تیر» and «دی» are words too: a month comes after a preposition or «ماه».
        if re.search(rf"(?:پیش از|تا|در|از|اول|پایان|آخر|ماه) {name}(?!\w)", text):
            assert any(place % 12 == number for place in range(first - 1, last + 2)), name


def _month(day: date) -> int:
    """The Jalali month of a day, counted through the years; near enough, a day at its edges."""
    return 12 * day.year + day.month - (4 if day.day >= 21 else 5)


# -- language ---------------------------------------------------------------------------------------


@each_story
def test_a_story_is_told_in_one_language_with_its_units(story: dict[str, Any]) -> None:
    persian = re.compile("[\u0600-\u06ff]")
    latin = re.compile("[A-Za-z]")
    wrong = latin if story["language"] == "FA" else persian
    assert not [text for text in everything(story) if wrong.search(text)]


def test_about_a_sixth_is_told_in_english() -> None:
    languages = Counter(story["language"] for story in STORIES.values())
    assert 0.12 <= languages["EN"] / len(STORIES) <= 0.22


# -- nothing twice ----------------------------------------------------------------------------------


def shingles(text: str) -> set[tuple[str, ...]]:
    """The runs of three folded words of a text."""
    words = fold(text).split()
    return {*zip(words, words[1:], words[2:], strict=False)}


def near_repeats(texts: Mapping[str, str], most: float) -> list[tuple[str, str, float]]:
    """The pairs that share more than `most` of the three-word runs of the shorter one."""
    runs = {key: shingles(text) for key, text in texts.items()}
    pairs = (
        (a, b, len(runs[a] & runs[b]) / max(1, min(len(runs[a]), len(runs[b]))))
        for a, b in combinations(runs, 2)
    )
    return [pair for pair in pairs if pair[2] > most]


def test_a_clone_would_be_found() -> None:
    story = told_of(next(iter(STORIES.values())), *NARRATED)
    cloned = {"one": story, "other": f"همین راه را در شهری دیگر رفته بودیم. {story}"}
    assert near_repeats(cloned, 0.1)
    lesson = next(iter(STORIES.values()))["lessons"][0]
    swapped = {"one": " ".join(lesson.values()), "other": " ".join(reversed(lesson.values()))}
    assert near_repeats(swapped, 0.2)


def test_no_two_stories_repeat_each_other() -> None:
    assert not near_repeats({key: told_of(story, *NARRATED) for key, story in STORIES.items()}, 0.06)
    results = Counter(
        tuple((result["indicator"], result["value"]) for result in story["results"])
        for story in STORIES.values()
    )
    assert set(results.values()) == {1}


def test_no_two_lessons_repeat_each_other() -> None:
    lessons = {
        f"{story['key']} {number}": lesson
        for story in STORIES.values()
        for number, lesson in enumerate(story["lessons"])
    }
    whole = {key: f"{lesson['statement']} {lesson['recommendation']}" for key, lesson in lessons.items()}
    assert not near_repeats(whole, 0.2)
    for name in ("statement", "recommendation", "appliesWhen", "notAppliesWhen"):
        assert len({fold(lesson[name]) for lesson in lessons.values()}) == len(lessons), name


def test_no_two_adoptions_repeat_each_other() -> None:
    rows = told("adoptions")
    for name in ("note", "outcomeNote"):
        texts = {f"{place}": row[name] for place, row in enumerate(rows) if row[name]}
        assert not near_repeats(texts, 0.34), name


def test_a_lesson_says_in_a_sentence_what_was_learned_and_then_what_to_do() -> None:
    for story in STORIES.values():
        for lesson in story["lessons"]:
            assert all(lesson.values())
            assert not near_repeats({"says": lesson["statement"], "do": lesson["recommendation"]}, 0.5), (
                lesson
            )
            assert lesson["statement"].endswith((".", "؟", "»"))
            assert lesson["recommendation"].endswith((".", "؟", "»"))


# -- adoptions --------------------------------------------------------------------------------------


def test_an_adoption_is_at_a_place_of_its_adopter_and_in_its_time() -> None:
    for row in told("adoptions"):
        adopter = ORGANIZATIONS[row["adopter"]]
        assert adopter["status"] == "MEMBER"
        provinces = {adopter["province"], *(code[:5] for code in adopter["regions"])}
        assert row["region"][:5] in provinces, row["note"]
        assert (row["outcome"] is None) == (row["outcomeOn"] is None) == (row["outcomeNote"] is None)
        if row["outcomeOn"]:
            since, until = (date.fromisoformat(row[name]) for name in ("startedOn", "outcomeOn"))
            assert max(durations(row["outcomeNote"]), default=0) <= (until - since).days + 5, row[
                "outcomeNote"
            ]


# -- nobody real ------------------------------------------------------------------------------------

SHORT_NAMES = (
    "بهزیستی",
    "کمیته امداد",
    "کمیتهٔ امداد",
    "بنیاد حیات",
    "وزارت",
    "Behzisti",
    "TVTO",
    "Emdad",
    "Ministry",
)


@pytest.fixture(scope="module")
def sketch() -> Sketch:
    return build()


def test_no_demo_record_names_a_real_body(sketch: Sketch) -> None:
    names = [fold(name) for name in SHORT_NAMES]
    bodies = [thing for thing in announced(FOUNDED).things if thing.label == "Organization"]
    assert len(bodies) == 5
    names += [fold(body.properties[name]) for body in bodies for name in ("nameFa", "nameEn")]
    assert len(sketch.things) > 2_000
    for thing in sketch.things:
        text = f" {fold(' '.join(str(value) for value in thing.properties.values()))} "
        assert not [name for name in names if f" {name} " in text], thing.properties


def test_every_record_is_marked_as_demo(sketch: Sketch) -> None:
    for thing in sketch.things:
        assert thing.properties.get("demo", True) is True, thing.properties
