"""Turn a told story into the values of an experience and of its lessons, in its language, at a place."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.model.experiences import CostBand
from seed.content import place_names

COST_BANDS = {
    "UNDER_100M": CostBand.LOW,
    "FROM_100M_TO_1B": CostBand.MEDIUM,
    "FROM_1B_TO_10B": CostBand.HIGH,
    "OVER_10B": CostBand.HIGH,
}
"""The content tells what a whole project cost, in rials."""

_OPENINGS = {
    "FA": (
        "",
        "همین راه را، پیش از آن‌که تجربهٔ دیگران را بخوانیم، در {place} رفته بودیم.",
        "وقتی این داستان را در شبکه خواندیم، دیدیم در {place} هم همین گذشته است.",
    ),
    "EN": ("", "We had been down the same road in {place} before we read what others learned."),
}
_SEEN = {"FA": "در {place} دیدیم: {statement}", "EN": "Seen in {place}: {statement}"}


def texts(story: Mapping[str, Any], turn: int, region: str) -> dict[str, Any]:
    """The values of an experience that come from its story."""
    language = story["language"]
    opening = _OPENINGS[language][turn].format(place=name(region, language))
    same = ("outcome", "intended", "happened", "why", "enablingFactors", "barriers", "targetGroups")
    return {
        **{field: story[field] for field in same},
        "title": title(story, region),
        "language": language,
        "context": f"{opening} {story['context']}".strip(),
        "costBand": COST_BANDS[story["costBand"]],
    }


def name(region: str, language: str) -> str:
    """The name of a region in a language."""
    return place_names()[region][language == "EN"]


def title(story: Mapping[str, Any], region: str) -> str:
    """The title of a story at a place."""
    language = story["language"]
    given: str = story["titleEn" if language == "EN" else "titleFa"]
    return given.replace("{place}", name(region, language))


def results(story: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The results of a story, labelled in its language."""
    label = "labelEn" if story["language"] == "EN" else "labelFa"
    for result in story["results"]:
        yield {"indicator": result[label], "value": float(result["value"]), "unit": result["unit"]}


def advice(story: Mapping[str, Any], turn: int, place: int, region: str) -> dict[str, Any]:
    """The values of a lesson that come from its story: each round says it in other words."""
    lesson, language = story["lessons"][place], story["language"]
    heading = lesson["titleEn" if language == "EN" else "titleFa"]
    statement, recommendation = lesson["statement"], f"{heading}. {lesson['recommendation']}"
    if turn == 1:
        statement, recommendation = heading, f"{lesson['statement']} {lesson['recommendation']}"
    if turn == 2:
        statement = _SEEN[language].format(place=name(region, language), statement=statement)
    return {
        "statement": statement,
        "recommendation": recommendation,
        "appliesWhen": lesson["appliesWhen"],
        "notAppliesWhen": lesson["doesNotApplyWhen"],
        "language": language,
    }
