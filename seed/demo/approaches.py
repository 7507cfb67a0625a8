"""Add the approaches: ways of working, step by step, drawn from stories."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.model.common import Language
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, life, published, published_at, standing
from seed.demo.stories import Story, recorded
from seed.places import Places
from seed.sketch import Sketch, Thing


@dataclass(frozen=True, eq=False, slots=True)
class Way:
    """An approach, with its publisher."""

    key: str
    thing: Thing
    publisher: Member
    standing: Standing
    published: datetime | None


def add(
    sketch: Sketch, places: Places, members: Mapping[str, Member], stories: Mapping[str, Story]
) -> dict[str, Way]:
    """Add every approach; by their keys."""
    ways = {}
    for row in told("approaches"):
        way = ways[row["key"]] = _approach(sketch, places, members[row["publisher"]], row)
        sketch.link(way.thing, "experiences", [stories[key].thing for key in row["experiences"]])
    return ways


def _approach(sketch: Sketch, places: Places, publisher: Member, row: Mapping[str, Any]) -> Way:
    key = f"approach {row['key']}"
    at = standing(row)
    deeds = life("APPROACH", key, publisher.thing, at, recorded(key, row["recordedOn"]))
    values = {
        "title": row["titleFa"],
        "summary": row["summary"],
        "language": Language.FA,
        "wording": 1,
        **published(publisher.thing, at, published_at(deeds)),
    }
    thing = sketch.record("Approach", key, deeds, values)
    sketch.parts(thing, "steps", [{"title": step["titleFa"], "text": step["text"]} for step in row["steps"]])
    sketch.link(thing, "publisher", [publisher.thing])
    sketch.link(thing, "topics", [places.topics[slug] for slug in row["topics"]])
    sketch.link(thing, "skills", [places.skills[slug] for slug in row["skills"]])
    return Way(key, thing, publisher, at, published_at(deeds))
