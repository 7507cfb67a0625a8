"""Add the reviews: what reviewers said of lessons and approaches of others, and what waits for them."""

from collections.abc import Mapping
from typing import Any

from graph.model.access import Audience
from graph.model.common import RecordStatus, Visibility
from graph.model.review_standing import VALIDATED, ReviewStatus
from graph.model.reviews import Judgement, validated_version
from seed.content import told
from seed.demo.approaches import Way
from seed.demo.stories import DrawnLesson, Story, recorded
from seed.sketch import Deed, Sketch

_DEEDS = {
    "REVIEW_SUBMITTED": ReviewStatus.SUBMITTED,
    "REVIEW_CHANGES_REQUESTED": ReviewStatus.CHANGES_REQUESTED,
    "REVIEW_RESUBMITTED": ReviewStatus.SUBMITTED,
    "REVIEW_VALIDATED": ReviewStatus.VALIDATED,
    "REVIEW_REJECTED": ReviewStatus.REJECTED,
    "REVIEW_WITHDRAWN": ReviewStatus.WITHDRAWN,
}
_ANSWERS = {"REVIEW_CHANGES_REQUESTED", "REVIEW_VALIDATED", "REVIEW_REJECTED"}
_CRITERIA = ("evidence", "applicability", "clarity")
_SAID = ("evidenceNote", "applicabilityNote", "clarityNote", "changesRequested", "rejectionReason")


def add(sketch: Sketch, stories: Mapping[str, Story], ways: Mapping[str, Way]) -> None:
    """Add every review that the content tells."""
    for row in told("reviews"):
        of = ways[row["approach"]] if "approach" in row else stories[row["lessonOf"]].lessons[row["lesson"]]
        _review(sketch, of, row)


def _review(sketch: Sketch, of: DrawnLesson | Way, row: Mapping[str, Any]) -> None:
    key = f"review {of.key}"
    # Nobody signs: neither the author nor the reviewer is told by a review.
    deeds = [Deed(kind, recorded(f"{key} {kind}", on)) for kind, on in row["deeds"]]
    assert of.published is not None
    assert of.published < deeds[0].at, f"{key} was submitted before it could be read"
    assert of.standing.status is RecordStatus.PUBLISHED, f"{key} is of what nobody reads"
    assert of.standing.visibility in {Visibility.PUBLIC, Visibility.MEMBERS}, f"{key} is of what few read"
    status = _DEEDS[deeds[-1].kind]
    answered = [deed.at.date() for deed in deeds if deed.kind in _ANSWERS]
    values: dict[str, Any] = {
        "status": status,
        "number": 1,
        "wording": of.thing.properties["wording"],
        "reviewedVersion": of.thing.properties["version"],
        "audience": (Audience.PUBLIC if status is VALIDATED else Audience.REVIEWERS).value,
        "ownerIds": of.thing.properties["ownerIds"],
        "judgedOn": answered[-1] if answered else None,
    }
    values |= {name: Judgement(row[name]) for name in _CRITERIA if name in row}
    values |= {name: row[name] for name in _SAID if name in row}
    thing = sketch.record("Review", key, deeds, values)
    if status is VALIDATED:
        thing.properties["version"] = validated_version(len(deeds))
    sketch.link(thing, "reviewed", [of.thing])
