"""Turn the told stories into experiences of organizations at places, each with the lessons drawn from it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graph.model.common import Visibility
from graph.model.experiences import ExperienceOutcome, ParticipantRole
from seed.chance import day, moment, number, one, share, some
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, life, published, published_at, standing
from seed.places import Places
from seed.sketch import Sketch, Thing
from seed.wording import advice, results, texts

ROUNDS = {"FA": 3, "EN": 2}
"""How many organizations tell a story of a language: each at a place of its own."""


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
    lessons: list["DrawnLesson"] = field(default_factory=list)

    @property
    def anonymized(self) -> bool:
        """Whether nothing may lead to its publisher."""
        return self.standing.visibility is Visibility.ANONYMIZED


@dataclass(frozen=True, eq=False, slots=True)
class DrawnLesson:
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


def period(key: str) -> dict[str, date]:
    """When an experience started and ended."""
    ended = day(f"{key} ended", date(2022, 6, 22), date(2026, 1, 20))
    return {"startedOn": ended - timedelta(days=90 + number(f"{key} days", 330)), "endedOn": ended}


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


def _lesson(sketch: Sketch, places: Places, story: Story, place: int) -> DrawnLesson:
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
    return DrawnLesson(key, place, thing, story, at, published_at(deeds))


def _as_safe(of_story: Standing, key: str) -> Standing:
    """A lesson may be read by more than its story; that of an anonymous story stays anonymous."""
    wider = Visibility.PUBLIC if share(f"{key} wider") < 0.3 else of_story.visibility
    anonymous = of_story.visibility is Visibility.ANONYMIZED
    return Standing(of_story.status, Visibility.ANONYMIZED if anonymous else wider)
