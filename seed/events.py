"""Turn what was done into events: numbered in the order of time, readable as their subjects are."""

from collections.abc import Iterator
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.events import EventKind
from graph.model.members import Access, Direction
from graph.model.remarks import HIDDEN
from seed.sketch import Sketch, Thing


def add(sketch: Sketch, house: str) -> None:
    """Add an event for every deed of a house. Raises ValueError for a kind the model lacks.

    They are numbered from 1; `seed.store` counts on from those of the graph.
    """
    wholes = dict(_wholes(sketch))
    order = sorted(range(len(sketch.deeds)), key=lambda place: (sketch.deeds[place][0].at, place))
    for sequence, place in enumerate(order, start=1):
        deed, subject = sketch.deeds[place]
        owned = subject
        while owned.place in wholes:
            owned = sketch.things[wholes[owned.place]]
        values = {
            "kind": EventKind(deed.kind),
            "at": deed.at,
            "toldAt": deed.at,
            "sequence": sequence,
            **_rights(owned),
        }
        event = sketch.plain("Event", f"{house} {sequence}", values)
        sketch.link(event, "subject", [subject])
        if deed.by is not None:
            sketch.link(event, "organization", [deed.by])


def _wholes(sketch: Sketch) -> Iterator[tuple[int, int]]:
    """The place of each thing that is read as another is, with the place of that other."""
    for node in MODEL.nodes.values():
        if node.access in {Access.PARENT, Access.JUDGED, Access.SAID} and node.parent is not None:
            for start, end, _ in sketch.links.get(node.parent.type, ()):
                here = sketch.things[start].properties
                if here.get("audience") == Audience.REVIEWERS.value or here.get("status") == HIDDEN.value:
                    continue  # What is not answered yet, or hidden, is told to fewer than what it is about.
                yield (end, start) if node.parent.direction is Direction.IN else (start, end)


def _rights(owned: Thing) -> dict[str, Any]:
    if owned.label == "Organization":
        return {"audience": Audience.PUBLIC.value, "ownerIds": [owned.id]}
    rights = {name: owned.properties[name] for name in ("audience", "ownerIds")}
    hidden = owned.properties.get("status") == HIDDEN.value
    return rights | ({"audience": Audience.COORDINATORS.value} if hidden else {})
