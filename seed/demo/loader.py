"""Fill an empty graph with a believable network; always with the same one."""

from collections.abc import Collection

from graph.connection import Database
from seed import events, places
from seed.demo import (
    adoptions,
    appointments,
    approaches,
    campaigns,
    conversations,
    evidence,
    files,
    networks,
    organization_claims,
    organizations,
    partnerships,
    payment,
    people,
    processes,
    programs,
    resources,
    reviews,
    stories,
    support,
    training,
    working_groups,
)
from seed.sketch import Sketch
from seed.store import Progress, is_stored, store

HOUSE = "demo"
"""What the graph remembers it by, once it is loaded."""

_OTHERS = "MATCH (o:Organization) WHERE NOT o.id IN $beside RETURN o.id AS id LIMIT 1"


def build(*, with_files: bool = False) -> Sketch:
    """The demo. Two builds are equal: ids, days and choices come from keys, not from a clock.

    `with_files`: whoever loads it keeps the bytes of its files, too (`files.contents`).
    """
    sketch = Sketch()
    placed = places.add(sketch)
    members = organizations.add(sketch, placed)
    told = stories.add(sketch, placed, members)
    ways = approaches.add(sketch, placed, members, told)
    evidence.add(sketch, told)
    adoptions.add(sketch, placed, members, told, ways)
    reviews.add(sketch, told, ways)
    agreements = partnerships.add(sketch, placed, members)
    listed = resources.add(sketch, placed, members)
    conversations.add(sketch, members, told, ways, listed | agreements)
    others = listed | {story.key: story.thing for story in told.values()}
    kept = networks.add(sketch, placed, members)
    schemes = programs.add(sketch, placed, members, agreements, others)
    working_groups.add(sketch, placed, members)
    courses = training.add(sketch, placed, members, agreements, schemes)
    support.add(sketch, placed, members)
    processes.add(sketch, placed, members, kept, told, ways)
    campaigns.add(sketch, placed, members, told)
    payment.add(sketch, members, agreements, courses)
    people.add(sketch, members)
    appointments.add(sketch, placed)
    organization_claims.add(sketch, members)
    if with_files:
        files.add(sketch, members)
    events.add(sketch, HOUSE)
    return sketch


async def load_if_empty(
    database: Database, progress: Progress, beside: Collection[str] = (), *, with_files: bool = False
) -> bool:
    """Load the demo where it never was, and no organization is but those `beside`; whether it did."""
    if await is_stored(database, HOUSE) or await database.rows(_OTHERS, beside=list(beside)):
        return False
    await load(database, progress, with_files=with_files)
    return True


async def load(database: Database, progress: Progress, *, with_files: bool = False) -> None:
    """Load the demo, all of it or none. Raises ConstraintBroken where a part of it is there already."""
    progress("Writing records", 0.0)
    await store(database, build(with_files=with_files), HOUSE, progress)
