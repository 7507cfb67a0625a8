"""The schemes that were announced under the memorandum. What nobody has told of them stays empty."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from graph.model.access import Audience
from graph.model.common import RecordStatus, Visibility
from seed.sketch import Deed, Sketch, Thing

_KEPT = ("kind", "titleFa", "titleEn", "summary", "targetGroups", "incomeDecileFrom", "incomeDecileTo")


def add(
    sketch: Sketch,
    bodies: Mapping[str, Thing],
    partnership: Thing,
    told: Sequence[Mapping[str, Any]],
    source: Mapping[str, Any],
    now: datetime,
) -> None:
    """Add them, written at `now` by `source`."""
    for row in told:
        owner = bodies[row["publisher"]]
        values = {
            **{name: row[name] for name in _KEPT},
            **source,
            "dimensions": [],
            "levels": [],
            "status": RecordStatus.PUBLISHED,
            "visibility": Visibility.PUBLIC,
            "publishedAt": now,
            "audience": Audience.PUBLIC.value,
            "ownerIds": [owner.id],
        }
        deeds = [Deed("PROGRAM_CREATED", now), Deed("PROGRAM_PUBLISHED", now)]
        thing = sketch.record("Program", row["key"], deeds, values, demo=False)
        sketch.link(thing, "publisher", [owner])
        sketch.link(thing, "partnership", [partnership])
