"""Put stories beside the lessons of others: for them, or against where it came out otherwise."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from seed.chance import moment, share
from seed.demo.stories import DrawnLesson, Story
from seed.sketch import Deed, Sketch
from seed.timeline import TOLD

_FOR, _AGAINST = 0.3, 0.16
"""The shares of the pairs that fit where somebody has said so."""


def add(sketch: Sketch, stories: Sequence[Story]) -> None:
    """Add the evidence, and that it was added."""
    # An anonymous story is no evidence: who put it there would be its author.
    open_ = [story for story in stories if story.standing.is_read and not story.anonymized]
    for lesson in (lesson for story in stories for lesson in story.lessons if lesson.standing.is_read):
        for story in open_:
            if story.publisher is not lesson.story.publisher:
                for edge in _edges(lesson, story):
                    _add(sketch, lesson, story, edge)


def _edges(lesson: DrawnLesson, story: Story) -> Iterator[str]:
    pair = f"{lesson.key} and {story.key}"
    if story.root == lesson.story.root:
        if share(pair) < _FOR:
            yield "evidenceFor"
    elif _differs(lesson.story, story) and share(pair) < _AGAINST:
        yield "evidenceAgainst"


def _differs(one: Story, other: Story) -> bool:
    """Whether two stories of the same topics came out the opposite way."""
    shared = {*one.told["topics"]} & {*other.told["topics"]}
    return len(shared) > 1 and {one.told["outcome"], other.told["outcome"]} == {"SUCCESS", "FAILURE"}


def _add(sketch: Sketch, lesson: DrawnLesson, story: Story, edge: str) -> None:
    assert lesson.published is not None
    assert story.published is not None
    sketch.link(lesson.thing, edge, [story.thing])
    begun = max(lesson.published, story.published)
    at = moment(f"{lesson.key} {edge} {story.key}", begun, min(begun + timedelta(days=40), TOLD))
    sketch.deeds.append((Deed("EVIDENCE_ADDED", at, story.publisher.thing), story.thing))
