"""What a model is made of: nodes with their members, computed rows, and unions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from graph.model.life import Life
from graph.model.members import Access, Computed, Edge, Kind, Member, Property
from graph.model.words import SILENT, Words

COUNTS_AS = Property("countsAs", Kind.ID, filterable=False, hidden=True)
"""The id of what stands for a term, its own where nothing does: terms that count as one have one. A filter
that names a term which was merged compares it: to walk the relationship from each row would cost more."""


class ModelError(Exception):
    """The model contradicts itself, or the schema asks for what it does not have."""


def _by_name(owner: str, members: Iterable[Member]) -> Mapping[str, Member]:
    named: dict[str, Member] = {}
    for member in members:
        if member.name in named:
            raise ModelError(f"{owner} declares {member.name!r} twice.")
        named[member.name] = member
    return MappingProxyType(named)


@dataclass(frozen=True, slots=True)
class Plural:
    """What many records of a label are called: as a field, and by people."""

    name: str
    words: Words


@dataclass(frozen=True, eq=False)
class Node:
    """A label with its fields.

    `prefix` starts every id of the label (None: a part of another node, with no id of its own).
    `order` is the default order of its lists; `search` names the properties put in the full-text
    index, titles first, then bodies. `plural` names all of them, at the root of reads and wherever
    others lead to them. `life`: how it is created and what becomes of it; None where only the hub does.
    """

    label: str
    prefix: str | None
    members: tuple[Member, ...]
    access: Access = Access.OPEN
    parent: Edge | None = None
    anonymizable: bool = False
    order: tuple[tuple[str, bool], ...] = ()
    search: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    indexes: tuple[tuple[str, ...], ...] = ()
    words: Words = SILENT
    plural: Plural | None = None
    life: Life | None = None
    successor: Edge | None = None
    by_name: Mapping[str, Member] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", _by_name(self.label, self.members))

    @property
    def same(self) -> Edge | None:
        """The way to all that count as one with a row: what stands for it, and what it stands for."""
        return None if self.successor is None else self._way("same", by=COUNTS_AS.name)

    @property
    def followed(self) -> Edge | None:
        """The way to a row itself, and to what stands for it."""
        return None if self.successor is None else self._way("followed", hops=(0, 1))

    def _way(self, name: str, *, hops: tuple[int, int] | None = None, by: str | None = None) -> Edge:
        assert self.successor is not None
        return Edge(name, self.successor.type, self.label, open=True, filter_only=True, hops=hops, by=by)

    @property
    def name(self) -> str:
        """The GraphQL type's name: the label."""
        return self.label

    def properties(self) -> Iterator[Property]:
        """The stored properties, in the order they were declared."""
        return (member for member in self.members if isinstance(member, Property))

    def sorts(self) -> Iterator[Property | Computed]:
        """The values that rows can be sorted by, stored or worked out."""
        sorts = (member for member in self.members if isinstance(member, Property | Computed))
        return (member for member in sorts if member.sortable)

    def edges(self) -> Iterator[Edge]:
        """The edges, in the order they were declared."""
        return (member for member in self.members if isinstance(member, Edge))

    def edge(self, name: str) -> Edge:
        """The edge of that name. Raises ModelError when there is none."""
        match self.by_name.get(name):
            case Edge() as edge:
                return edge
            case _:
                raise ModelError(f"{self.label} has no edge {name!r}.")


@dataclass(frozen=True, eq=False)
class Shape:
    """A computed row: a map that a source in graph/queries/ builds, with nodes and values inside."""

    name: str
    members: tuple[Member, ...]
    words: Words = SILENT
    by_name: Mapping[str, Member] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", _by_name(self.name, self.members))


@dataclass(frozen=True, eq=False)
class Union:
    """A GraphQL union or interface over labels."""

    name: str
    labels: tuple[str, ...]
    words: Words = SILENT
