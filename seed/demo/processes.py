"""Add the demo's processes in their editions, what the networks said of them, and who follows them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from graph.model.access import Audience, audience
from graph.model.common import Language, RecordStatus, Visibility
from graph.model.processes import DRAFT, SUPERSEDED
from seed.content import told
from seed.demo.approaches import Way
from seed.demo.organizations import Member
from seed.demo.publishing import published, standing
from seed.demo.stories import Story, recorded
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing


def add(
    sketch: Sketch,
    places: Places,
    members: Mapping[str, Member],
    networks: Mapping[str, Thing],
    stories: Mapping[str, Story],
    ways: Mapping[str, Way],
) -> None:
    """Add them all; `networks` by their keys."""
    added: dict[str, Thing] = {}
    keepers = {row["key"]: members[row["secretariat"]].thing for row in told("networks")}
    for row in told("processes"):
        keeper = keepers[row["network"]]
        thing = added[row["key"]] = _process(sketch, members[row["publisher"]].thing, keeper, row)
        sketch.link(thing, "network", [networks[row["network"]]])
        if row["adoptedOn"]:
            sketch.link(thing, "standardOf", [networks[row["network"]]])
        if row["replaces"]:
            sketch.link(thing, "replaces", [added[row["replaces"]]])
        sketch.parts(thing, "steps", row["steps"])
        sketch.link(thing, "approaches", [ways[key].thing for key in row["approaches"]])
        sketch.link(thing, "lessons", [stories[key].lessons[place].thing for key, place in row["lessons"]])
        sketch.link(thing, "topics", [places.topics[slug] for slug in row["topics"]])
        for following in row["followings"]:
            _following(sketch, thing, members[following["organization"]].thing, following, row["steps"])


def _process(sketch: Sketch, publisher: Thing, keeper: Thing, row: Mapping[str, Any]) -> Thing:
    key = f"process {row['key']}"
    deeds = [Deed("PROCESS_CREATED", recorded(f"{key} created", row["createdOn"]), publisher)]
    if row["proposedOn"]:
        deeds.append(Deed("PROCESS_PROPOSED", recorded(f"{key} proposed", row["proposedOn"]), publisher))
    if row["adoptedOn"]:
        deeds.append(Deed("PROCESS_ADOPTED", recorded(f"{key} adopted", row["adoptedOn"]), keeper))
    if row["status"] == SUPERSEDED.value:
        deeds.append(Deed("PROCESS_SUPERSEDED", _next_adopted(row["key"]), keeper))
    visibility = Visibility(row["visibility"])
    hidden = row["status"] == DRAFT.value
    readers = Audience.OWNERS if hidden else audience(RecordStatus.PUBLISHED, visibility)
    values = {
        **{name: row[name] for name in ("title", "purpose", "edition", "status")},
        "language": Language.FA,
        "targetGroups": [],
        "visibility": visibility,
        "audience": readers.value,
        "ownerIds": [publisher.id],
        "proposedAt": deeds[1].at if row["proposedOn"] else None,
        "adoptedOn": date.fromisoformat(row["adoptedOn"]) if row["adoptedOn"] else None,
    }
    thing = sketch.record("Process", key, deeds, values)
    sketch.link(thing, "publisher", [publisher])
    return thing


def _next_adopted(key: str) -> datetime:
    """When the edition that replaces this one became the standard."""
    (after,) = (row for row in told("processes") if row["replaces"] == key)
    return recorded(f"process {after['key']} adopted", after["adoptedOn"])


def _following(
    sketch: Sketch, process: Thing, follower: Thing, row: Mapping[str, Any], steps: list[Mapping[str, Any]]
) -> None:
    key = f"following {process.id} {row['organization']}"
    deeds = [Deed("PROCESS_FOLLOWED", recorded(f"{key} told", row["since"]), follower)]
    if row["until"]:
        deeds.append(Deed("PROCESS_FOLLOWING_ENDED", recorded(f"{key} ended", row["until"]), follower))
    values = {
        "since": date.fromisoformat(row["since"]),
        "until": date.fromisoformat(row["until"]) if row["until"] else None,
        "note": row["note"],
        **published(follower, standing(row), deeds[0].at),
    }
    thing = sketch.record("ProcessFollowing", key, deeds, values)
    sketch.link(thing, "publisher", [follower])
    sketch.link(thing, "process", [process])
    titled = [{**one, "stepTitle": steps[one["step"]]["title"]} for one in row["deviations"]]
    sketch.parts(thing, "deviations", titled)
