"""Fill an empty graph with the bodies, the MoU and a believable network; always with the same one."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.connection import Database
from seed import places
from seed.demo import (
    adoptions,
    approaches,
    events,
    evidence,
    organizations,
    partnerships,
    resources,
    stories,
)
from seed.sketch import Sketch
from seed.store import store

Progress = Callable[[str, float], None]
"""Told what is being done, and how far it is (0.0 to 1.0)."""

_KNOWN = "MATCH (o:Organization) RETURN o.id AS id LIMIT 1"


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo in memory, with the number of its last event."""

    sketch: Sketch
    last_event: int


def build() -> Demo:
    """The demo. Two builds are equal: ids, days and choices come from keys, not from a clock."""
    sketch = Sketch()
    placed = places.add(sketch)
    members = organizations.add(sketch, placed)
    told = stories.add(sketch, placed, members)
    ways = approaches.add(sketch, placed, members, told)
    evidence.add(sketch, told)
    adoptions.add(sketch, placed, members, told, ways)
    partnerships.add(sketch, placed, members)
    resources.add(sketch, placed, members)
    return Demo(sketch, events.add(sketch))


async def load_if_empty(database: Database, progress: Progress) -> bool:
    """Load the demo into a graph with no organization in it; whether it did."""
    if await database.rows(_KNOWN):
        return False
    await load(database, progress)
    return True


async def load(database: Database, progress: Progress) -> None:
    """Load the demo, all of it or none. Raises ConstraintBroken where a part of it is there already."""
    progress("Writing the demo", 0.0)
    demo = build()
    await store(database, demo.sketch, demo.last_event, progress)
