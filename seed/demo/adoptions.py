"""Add the adoptions: who applied whose lesson or approach, and what came of it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from graph.model.adoptions import AdoptionOutcome
from graph.model.common import RecordStatus, Visibility
from seed.chance import moment, share
from seed.content import told
from seed.demo.approaches import Way
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, published
from seed.demo.stories import DrawnLesson, Story, recorded
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import TOLD

_OUTCOMES = {
    "SUCCEEDED": AdoptionOutcome.SUCCESS,
    "PARTLY": AdoptionOutcome.MIXED,
    "FAILED": AdoptionOutcome.FAILURE,
}


def add(
    sketch: Sketch,
    places: Places,
    members: Mapping[str, Member],
    stories: Mapping[str, Story],
    ways: Mapping[str, Way],
) -> None:
    """Add every adoption that the content tells."""
    for row in told("adoptions"):
        _adoption(sketch, places, members[row["adopter"]].thing, _adopted(row, stories, ways), row)


def _adopted(
    row: Mapping[str, Any], stories: Mapping[str, Story], ways: Mapping[str, Way]
) -> DrawnLesson | Way:
    """The lesson at a place of a story, or the approach."""
    return ways[row["approach"]] if "approach" in row else stories[row["lessonOf"]].lessons[row["lesson"]]


def _adoption(
    sketch: Sketch, places: Places, owner: Thing, adopted: DrawnLesson | Way, row: Mapping[str, Any]
) -> None:
    key = f"adoption {row['adopter']} {adopted.key}"
    begun = recorded(key, row["startedOn"])
    assert adopted.published is not None
    assert adopted.published < begun, f"{key} began before it could be read"
    deeds = [Deed("ADOPTED", begun, owner)]
    values: dict[str, Any] = {"note": row["note"], "startedOn": date.fromisoformat(row["startedOn"])}
    values |= {"wording": 1, "holdsFor": [1], "adoptedVersion": adopted.thing.properties["version"]}
    if row["outcome"]:
        told_at = recorded(f"{key} outcome", row["outcomeOn"])
        deeds.append(Deed("ADOPTION_OUTCOME_RECORDED", told_at, owner))
        values |= {
            "outcome": _OUTCOMES[row["outcome"]],
            "outcomeNote": row["outcomeNote"],
            "outcomeRecordedAt": told_at,
        }
    status = RecordStatus(row.get("status", RecordStatus.PUBLISHED))
    if status is RecordStatus.WITHDRAWN:
        last = deeds[-1].at
        gone = moment(f"{key} withdrawn", last, min(last + timedelta(days=30), TOLD))
        deeds.append(Deed("ADOPTION_WITHDRAWN", gone, owner))
    visibility = Visibility.PUBLIC if share(f"{key} visibility") < 0.7 else Visibility.MEMBERS
    values |= published(owner, Standing(status, visibility), begun)
    thing = sketch.record("Adoption", key, deeds, values)
    if row["outcome"]:
        told = {"outcome": values["outcome"], "note": values["outcomeNote"], "recordedAt": told_at}
        kept = sketch.plain("Outcome", f"{key} told", {**told, "telling": 1, "corrected": False})
        sketch.link(thing, "outcomes", [kept])
    sketch.link(thing, "adopter", [owner])
    sketch.link(thing, "adopted", [adopted.thing])
    sketch.link(thing, "region", [places.regions[row["region"]]])
