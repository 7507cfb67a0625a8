"""Turn the told stories into experiences of organizations at places, each with the lessons drawn from it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graph.model.common import Visibility
from graph.model.experiences import CostBand, ExperienceOutcome
from graph.model.organizations import ParticipantRole
from seed.chance import day, moment, number, one, share, some
from seed.content import place_names, told
from seed.organizations import Member
from seed.places import Places
from seed.publishing import Standing, life, published, published_at, standing
from seed.sketch import Sketch, Thing

ROUNDS = {"FA": 3, "EN": 2}
"""How many organizations tell a story of a language: each at a place of its own."""

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


@dataclass(frozen=True, eq=False, slots=True)
class Story:
    """An experience, with the told story behind it and the lessons drawn from it, in their order."""

    key: str
    root: str
    told: Mapping[str, Any]
    thing: Thing
    publisher: Member
    standing: Standing
    published: datetime | None
    lessons: list["Told"] = field(default_factory=list)

    @property
    def anonymized(self) -> bool:
        """Whether nothing may lead to its publisher."""
        return self.standing.visibility is Visibility.ANONYMIZED


@dataclass(frozen=True, eq=False, slots=True)
class Told:
    """A lesson, with the story it was drawn from; the number is its place among the story's lessons."""

    key: str
    number: int
    thing: Thing
    story: Story
    standing: Standing
    published: datetime | None


def add(sketch: Sketch, places: Places, members: Mapping[str, Member]) -> list[Story]:
    """Add every round of every story."""
    tellers = _Tellers([member for member in members.values() if member.joined])
    stories = [
        _experience(sketch, places, tellers, story, turn)
        for turn in range(max(ROUNDS.values()))
        for story in told("experiences")
        if turn < ROUNDS[story["language"]]
    ]
    for story in stories:
        _participants(sketch, tellers, story)
        for place in range(len(story.told["lessons"])):
            story.lessons.append(_lesson(sketch, places, story, place))
    return stories


class _Tellers:
    """Gives each story to an organization of its topics, and no organization the same story twice."""

    def __init__(self, members: Sequence[Member]) -> None:
        self.members = members
        self.told: Counter[str] = Counter()
        self.tellers: dict[str, set[str]] = {}

    def next(self, root: str, topics: Sequence[str], key: str) -> Member:
        known = self.tellers.setdefault(root, set())

        def fit(member: Member) -> float:
            shared = len({*topics} & {*member.told["topics"]})
            # Some tell much, most tell little.
            often = 0.3 + 0.9 * share(f"often {member.key}") ** 2
            return 2 * shared - (1.2 - often) * self.told[member.key] + 3 * share(f"{key} by {member.key}")

        chosen = max((m for m in self.members if m.key not in known), key=fit)
        known.add(chosen.key)
        self.told[chosen.key] += 1
        return chosen


def _experience(
    sketch: Sketch, places: Places, tellers: _Tellers, story: Mapping[str, Any], turn: int
) -> Story:
    key = f"experience {story['key']} {turn}"
    root = story.get("variantOf") or story["key"]
    publisher = tellers.next(root, story["topics"], key)
    at = _standing(key, story["outcome"], turn)
    # The county would tell too much of an author who is not to be known.
    anonymous = at.visibility is Visibility.ANONYMIZED
    region = publisher.province if anonymous else publisher.county(key)
    created = moment(f"{key} created", datetime(2026, 2, 5, tzinfo=UTC), datetime(2026, 10, 20, tzinfo=UTC))
    deeds = life("EXPERIENCE", key, publisher.thing, at, created)
    values = texts(story, turn, region) | period(key) | published(publisher.thing, at, published_at(deeds))
    thing = sketch.record("Experience", key, deeds, values)
    sketch.link(thing, "publisher", [publisher.thing])
    sketch.link(thing, "region", [places.regions[region]])
    sketch.link(thing, "topics", [places.topics[slug] for slug in story["topics"]])
    sketch.link(thing, "skills", [places.skills[slug] for slug in story["skills"]])
    sketch.parts(thing, "results", list(results(story)))
    return Story(key, root, story, thing, publisher, at, published_at(deeds))


def _standing(key: str, outcome: str, turn: int) -> Standing:
    """A second telling of a failure is most often an anonymous one: it is safe to say "we too"."""
    at = standing(key)
    failed = ExperienceOutcome(outcome) in {ExperienceOutcome.FAILURE, ExperienceOutcome.NEAR_MISS}
    if failed and share(f"{key} anonymous") < (0.05, 0.45, 0.4)[turn]:
        return Standing(at.status, Visibility.ANONYMIZED)
    return at


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


def period(key: str) -> dict[str, date]:
    """When an experience started and ended."""
    ended = day(f"{key} ended", date(2022, 6, 22), date(2026, 1, 20))
    return {"startedOn": ended - timedelta(days=90 + number(f"{key} days", 330)), "endedOn": ended}


def results(story: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The results of a story, labelled in its language."""
    label = "labelEn" if story["language"] == "EN" else "labelFa"
    for result in story["results"]:
        yield {"indicator": result[label], "value": float(result["value"]), "unit": result["unit"]}


_ROLES = {
    "FOUNDATION": (ParticipantRole.FUNDER,),
    "TRAINING_PROVIDER": (ParticipantRole.TRAINER,),
    "ENTERPRISE": (ParticipantRole.HOST,),
    "NETWORK": (ParticipantRole.ADVISER,),
    "NGO": (ParticipantRole.IMPLEMENTER, ParticipantRole.HOST, ParticipantRole.ADVISER),
}


def _participants(sketch: Sketch, tellers: _Tellers, story: Story) -> None:
    """Up to three others who took part, and the publisher as the lead of most."""
    since, until = story.thing.properties["startedOn"], story.thing.properties["endedOn"]
    others = [member for member in tellers.members if member is not story.publisher]
    topics = {*story.told["topics"]}
    near = [m for m in others if topics & {*m.told["topics"]} or m.province == story.publisher.province]
    for other in some(f"{story.key} with", near or others, number(f"{story.key} many", 4)):
        role = one(f"{story.key} role of {other.key}", _ROLES[other.told["kind"]])
        sketch.link(story.thing, "participants", [other.thing], role=role, since=since, until=until)
    if share(f"{story.key} lead") < 0.7:
        lead = ParticipantRole.LEAD
        sketch.link(story.thing, "participants", [story.publisher.thing], role=lead, since=since, until=until)


def _lesson(sketch: Sketch, places: Places, story: Story, place: int) -> Told:
    key = f"lesson {story.key} {place}"
    at, owner = _as_safe(story.standing, key), story.publisher.thing
    begun = story.thing.properties["createdAt"]
    deeds = life("LESSON", key, owner, at, moment(f"{key} created", begun, begun + timedelta(hours=8)))
    turn = int(story.key.rsplit(" ", 1)[1])
    region = sketch.linked(story.thing, "region")[0].properties["code"]
    values = advice(story.told, turn, place, region) | published(owner, at, published_at(deeds))
    thing = sketch.record("Lesson", key, deeds, values)
    sketch.link(thing, "publisher", [owner])
    sketch.link(thing, "experiences", [story.thing])
    sketch.link(thing, "topics", [places.topics[s] for s in some(f"{key} topics", story.told["topics"], 2)])
    sketch.link(thing, "skills", [places.skills[s] for s in some(f"{key} skills", story.told["skills"], 1)])
    return Told(key, place, thing, story, at, published_at(deeds))


def _as_safe(of_story: Standing, key: str) -> Standing:
    """A lesson may be read by more than its story; that of an anonymous story stays anonymous."""
    wider = Visibility.PUBLIC if share(f"{key} wider") < 0.3 else of_story.visibility
    anonymous = of_story.visibility is Visibility.ANONYMIZED
    return Standing(of_story.status, Visibility.ANONYMIZED if anonymous else wider)


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
