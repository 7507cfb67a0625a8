"""Put stories beside the lessons of others: for them, or against where it came out otherwise."""

from collections.abc import Mapping
from datetime import timedelta

from seed.chance import moment
from seed.content import told
from seed.demo.stories import DrawnLesson, Story
from seed.sketch import Deed, Sketch
from seed.timeline import TOLD

_EDGES = {"FOR": "evidenceFor", "AGAINST": "evidenceAgainst"}


def add(sketch: Sketch, stories: Mapping[str, Story]) -> None:
    """Add the evidence, and that it was added. An anonymous story is none: its author would be known."""
    for row in told("evidence"):
        lesson = stories[row["lessonOf"]].lessons[row["lesson"]]
        _add(sketch, lesson, stories[row["experience"]], _EDGES[row["speaks"]])


def _add(sketch: Sketch, lesson: DrawnLesson, story: Story, edge: str) -> None:
    assert lesson.published is not None
    assert story.published is not None
    sketch.link(lesson.thing, edge, [story.thing])
    begun = max(lesson.published, story.published)
    at = moment(f"{lesson.key} {edge} {story.key}", begun, min(begun + timedelta(days=40), TOLD))
    sketch.deeds.append((Deed("EVIDENCE_ADDED", at, story.publisher.thing), story.thing))
