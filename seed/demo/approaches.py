"""Add the approaches: ways of working, step by step, drawn from the stories of their topics."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph.model.common import Language, RecordStatus, Visibility
from seed.chance import moment, number, share, some
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, life, published, published_at
from seed.demo.stories import Story
from seed.places import Places
from seed.sketch import Sketch, Thing

_AGAIN = 0.5
"""The share of approaches that a second organization has written down its own way."""


@dataclass(frozen=True, eq=False, slots=True)
class Way:
    """An approach, with its publisher."""

    key: str
    root: str
    thing: Thing
    publisher: Member
    standing: Standing
    published: datetime | None


def add(sketch: Sketch, places: Places, members: Mapping[str, Member], stories: Sequence[Story]) -> list[Way]:
    """Add every approach, some in two versions."""
    ways = []
    for approach in told("approaches"):
        joined = sorted(
            (member for member in members.values() if member.joined),
            key=lambda member: _distance(approach, member),
        )
        versions = 2 if share(f"{approach['key']} again") < _AGAIN else 1
        for turn, publisher in enumerate(joined[:versions]):
            ways.append(_approach(sketch, places, approach, turn, publisher))
            _drawn(sketch, ways[-1], approach, stories)
    return ways


def _distance(approach: Mapping[str, Any], member: Member) -> tuple[int, int]:
    shared = len({*approach["topics"]} & {*member.told["topics"]})
    return -shared, number(f"{approach['key']} by {member.key}")


def _approach(
    sketch: Sketch, places: Places, approach: Mapping[str, Any], turn: int, publisher: Member
) -> Way:
    key = f"approach {approach['key']} {turn}"
    visibility = Visibility.PUBLIC if share(f"{key} visibility") < 0.7 else Visibility.MEMBERS
    status = RecordStatus.DRAFT if share(f"{key} draft") < 0.08 else RecordStatus.PUBLISHED
    at = Standing(status, visibility)
    created = moment(f"{key} created", datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 9, 1, tzinfo=UTC))
    deeds = life("APPROACH", key, publisher.thing, at, created)
    own = f"{approach['titleFa']}؛ به شیوهٔ {publisher.told['nameFa']}"
    values = {
        "title": own if turn else approach["titleFa"],
        "summary": approach["summary"],
        "language": Language.FA,
        **published(publisher.thing, at, published_at(deeds)),
    }
    thing = sketch.record("Approach", key, deeds, values)
    steps = [{"title": step["titleFa"], "text": step["text"]} for step in approach["steps"]]
    # A second version leaves a step out that its organization can do without.
    sketch.parts(thing, "steps", steps[: len(steps) - turn])
    sketch.link(thing, "publisher", [publisher.thing])
    sketch.link(thing, "topics", [places.topics[slug] for slug in approach["topics"]])
    sketch.link(thing, "skills", [places.skills[slug] for slug in approach["skills"]])
    return Way(key, approach["key"], thing, publisher, at, published_at(deeds))


def _drawn(sketch: Sketch, way: Way, approach: Mapping[str, Any], stories: Sequence[Story]) -> None:
    topics = {*approach["topics"]}
    read = [s for s in stories if s.standing.is_read and len(topics & {*s.told["topics"]}) > 1]
    known = [s for s in read if s.published is not None and s.published < way.thing.properties["createdAt"]]
    for story in some(f"{way.key} from", known, 1 + number(f"{way.key} many", 3)):
        sketch.link(way.thing, "experiences", [story.thing])
