"""A graph in memory, before it is stored: nodes, links and what happened, checked against the model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graph.model import MODEL
from graph.model.ids import made_id
from graph.model.members import Direction
from graph.model.stored import stored, stored_values

Link = tuple[int, int, dict[str, Any]]
"""Where a relationship starts and ends (places in `Sketch.things`), and its properties."""


@dataclass(eq=False, slots=True)
class Thing:
    """A node: its label, its place in the sketch, and its properties as stored.

    `key` names the property by which one is found that the graph has already; None for a new one.
    """

    label: str
    place: int
    properties: dict[str, Any]
    key: str | None = None

    @property
    def id(self) -> str:
        """Its id. A part (contact, result, step) has none, and that of one the graph has is not known."""
        return str(self.properties["id"])


@dataclass(frozen=True, slots=True)
class Deed:
    """What an organization (or, with None, the secretariat) did to a record, and when.

    `kind` names a kind of event.
    """

    kind: str
    at: datetime
    by: Thing | None = None


@dataclass(slots=True)
class Sketch:
    """Things in the order they were added; links by their relationship type."""

    things: list[Thing] = field(default_factory=list)
    links: dict[str, list[Link]] = field(default_factory=dict)
    deeds: list[tuple[Deed, Thing]] = field(default_factory=list)

    def known(self, label: str, key: str, value: str) -> Thing:
        """Name a node that the graph has already, by a property of it."""
        thing = Thing(label, len(self.things), {key: value}, key)
        self.things.append(thing)
        return thing

    def plain(self, label: str, key: str, values: Mapping[str, Any]) -> Thing:
        """Add a node with an id and no history: an event."""
        prefix = MODEL.nodes[label].prefix
        assert prefix is not None
        return self._add(label, {"id": made_id(prefix, key), **values})

    def record(
        self, label: str, key: str, deeds: Sequence[Deed], values: Mapping[str, Any], *, demo: bool = True
    ) -> Thing:
        """Add a node with its history: the first deed made it, each one since raised its version."""
        first, last = deeds[0], deeds[-1]
        versioned = {"version": len(deeds), "createdAt": first.at, "updatedAt": last.at, "demo": demo}
        thing = self.plain(label, key, {**values, **versioned})
        self.deeds += [(deed, thing) for deed in deeds]
        return thing

    def parts(self, whole: Thing, edge: str, given: Sequence[Mapping[str, Any]]) -> None:
        """Add the parts of a record (contacts, results, steps) in their order."""
        label = MODEL.nodes[whole.label].edge(edge).to
        for position, values in enumerate(given):
            self.link(whole, edge, [self._add(label, {**values, "position": position})])

    def link(self, thing: Thing, edge: str, others: Sequence[Thing], **values: Any) -> None:
        """Lead an edge of the model from a thing to others."""
        way = MODEL.nodes[thing.label].edge(edge)
        known = {node.label for node in MODEL.labels(way.to)}
        kept = stored_values(way.properties, values)
        for other in others:
            assert other.label in known, f"{thing.label}.{edge} leads to no {other.label}"
            ends = (thing.place, other.place)
            start, end = reversed(ends) if way.direction is Direction.IN else ends
            self.links.setdefault(way.type, []).append((start, end, kept))

    def linked(self, thing: Thing, edge: str) -> list[Thing]:
        """The things an edge leads to from a thing."""
        way = MODEL.nodes[thing.label].edge(edge)
        pairs = ((start, end) for start, end, _ in self.links.get(way.type, ()))
        if way.direction is Direction.IN:
            pairs = ((end, start) for start, end in pairs)
        return [self.things[there] for here, there in pairs if here == thing.place]

    def _add(self, label: str, values: Mapping[str, Any]) -> Thing:
        thing = Thing(label, len(self.things), stored(MODEL.nodes[label], values))
        self.things.append(thing)
        return thing
