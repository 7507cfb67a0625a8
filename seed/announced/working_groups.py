"""Add the announced working groups: the first one of the network, and the joint ones of the memorandum."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from graph.model.access import Audience
from graph.model.common import Visibility
from graph.model.meetings import MeetingStatus
from graph.model.working_groups import GroupLevel, GroupStatus
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing


def add(
    sketch: Sketch,
    placed: Places,
    body: Thing,
    told: Mapping[str, Any],
    source: Mapping[str, Any],
    now: datetime,
) -> None:
    """A group of a network or a partnership as it was announced: who sits in it was not told."""
    read = {
        "visibility": Visibility.PUBLIC,
        "audience": Audience.PUBLIC.value,
        "ownerIds": body.properties["ownerIds"],
    }
    values = {
        **{name: told[name] for name in ("title", "purpose")},
        **source,
        **read,
        "level": GroupLevel(told["level"]),
        "status": GroupStatus.ACTIVE,
    }
    deeds = [Deed("WORKING_GROUP_PROPOSED", now), Deed("WORKING_GROUP_APPROVED", now)]
    group = sketch.record("WorkingGroup", told["key"], deeds, values, demo=False)
    sketch.link(group, "body", [body])
    if "region" in told:
        sketch.link(group, "region", [placed.regions[told["region"]]])
    if "meeting" in told:
        _meeting(sketch, group, told["meeting"], {**source, **read}, now)


def _meeting(
    sketch: Sketch, group: Thing, told: Mapping[str, Any], values: Mapping[str, Any], now: datetime
) -> None:
    held = {"title": told["title"], "day": date.fromisoformat(told["day"]), "status": MeetingStatus.HELD}
    deeds = [Deed("MEETING_PLANNED", now), Deed("MEETING_HELD", now)]
    meeting = sketch.record("Meeting", told["key"], deeds, {**values, **held}, demo=False)
    sketch.link(meeting, "group", [group])
