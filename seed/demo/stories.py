"""Turn the told stories into experiences, each with the lessons drawn from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graph.model.common import Visibility
from graph.model.experiences import ParticipantRole
from seed.chance import moment, share, some
from seed.content import results, told
from seed.demo import participations
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, life, published, published_at, standing
from seed.places import Places
from seed.sketch import Sketch, Thing

_TEXTS = (
    *("title", "language", "outcome", "context", "intended", "happened", "why"),
    *("enablingFactors", "barriers", "costBand", "targetGroups"),
)


@dataclass(frozen=True, eq=False, slots=True)
class Story:
    """An experience, with what the content tells of it and the lessons drawn from it, in their order."""

    key: str
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


def add(sketch: Sketch, places: Places, members: Mapping[str, Member]) -> dict[str, Story]:
    """Add every story; by their keys. Each is told once, by the organization it happened to."""
    stories = {}
    for row in told("experiences"):
        story = stories[row["key"]] = _experience(sketch, places, members, row)
        _participants(sketch, members, story)
        for number, lesson in enumerate(row["lessons"]):
            story.lessons.append(_lesson(sketch, places, story, number, lesson))
    return stories


def recorded(key: str, on: str) -> datetime:
    """When in working hours of that day something was written down.

    >>> recorded("sewing", "2026-02-10").date().isoformat()
    '2026-02-10'
    """
    begins = datetime.combine(date.fromisoformat(on), datetime.min.time(), UTC) + timedelta(hours=5)
    return moment(f"{key} recorded", begins, begins + timedelta(hours=8))


def _experience(
    sketch: Sketch, places: Places, members: Mapping[str, Member], row: Mapping[str, Any]
) -> Story:
    key = f"experience {row['key']}"
    publisher = members[row["publisher"]]
    at = standing(row)
    deeds = life("EXPERIENCE", key, publisher.thing, at, recorded(key, row["recordedOn"]))
    values = {name: row[name] for name in _TEXTS}
    values |= {name: date.fromisoformat(row[name]) for name in ("startedOn", "endedOn")}
    values |= published(publisher.thing, at, published_at(deeds))
    thing = sketch.record("Experience", key, deeds, values)
    sketch.link(thing, "publisher", [publisher.thing])
    sketch.link(thing, "region", [places.regions[row["region"]]])
    sketch.link(thing, "topics", [places.topics[slug] for slug in row["topics"]])
    sketch.link(thing, "skills", [places.skills[slug] for slug in row["skills"]])
    sketch.parts(thing, "results", results(row))
    return Story(row["key"], row, thing, publisher, at, published_at(deeds))


def _participants(sketch: Sketch, members: Mapping[str, Member], story: Story) -> None:
    """Its publisher as the lead, and those the story names, who are asked."""
    days = {"since": story.thing.properties["startedOn"], "until": story.thing.properties["endedOn"]}
    lead = {"role": ParticipantRole.LEAD, **days}
    sketch.link(story.thing, "participants", [story.publisher.thing], **lead)
    for one in story.told["participants"]:
        said = {"role": ParticipantRole(one["role"]), **days}
        other = members[one["organization"]].thing
        participations.named(sketch, story.thing, other, said, story.published)


def _lesson(sketch: Sketch, places: Places, story: Story, number: int, row: Mapping[str, Any]) -> DrawnLesson:
    key = f"lesson {story.key} {number}"
    at, owner = _as_safe(story.standing, key), story.publisher.thing
    begun = story.thing.properties["createdAt"]
    deeds = life("LESSON", key, owner, at, moment(f"{key} created", begun, begun + timedelta(hours=8)))
    values = {
        **row,
        "wording": 1,
        "language": story.told["language"],
        **published(owner, at, published_at(deeds)),
    }
    thing = sketch.record("Lesson", key, deeds, values)
    sketch.link(thing, "publisher", [owner])
    sketch.link(thing, "experiences", [story.thing])
    sketch.link(thing, "topics", [places.topics[s] for s in some(f"{key} topics", story.told["topics"], 2)])
    sketch.link(thing, "skills", [places.skills[s] for s in some(f"{key} skills", story.told["skills"], 1)])
    return DrawnLesson(key, number, thing, story, at, published_at(deeds))


def _as_safe(of_story: Standing, key: str) -> Standing:
    """A lesson may be read by more than its story; that of an anonymous story stays anonymous."""
    wider = Visibility.PUBLIC if share(f"{key} wider") < 0.3 else of_story.visibility
    anonymous = of_story.visibility is Visibility.ANONYMIZED
    return Standing(of_story.status, Visibility.ANONYMIZED if anonymous else wider)
