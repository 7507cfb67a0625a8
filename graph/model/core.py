"""Nodes, computed rows and unions, and the model of them all, checked against each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from graph.model.life import Life
from graph.model.members import Access, Edge, Member, Nested, Property
from graph.model.words import SILENT, Words


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
    by_name: Mapping[str, Member] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", _by_name(self.label, self.members))

    @property
    def name(self) -> str:
        """The GraphQL type's name: the label."""
        return self.label

    def properties(self) -> Iterator[Property]:
        """The stored properties, in the order they were declared."""
        return (member for member in self.members if isinstance(member, Property))

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


def _with_both_ends(nodes: list[Node], unions: Mapping[str, Union]) -> dict[str, Node]:
    """The nodes by label, each with the edges that others have declared from their end.

    What leads from a label to itself stands beside its edge, what comes from others after its own.
    """
    members = {node.label: [*_beside(node)] for node in nodes}
    for node in nodes:
        for edge in node.edges():
            if edge.back is not None and edge.to != node.label:
                for label in unions[edge.to].labels if edge.to in unions else (edge.to,):
                    if label in members:
                        members[label].append(edge.turned(node.label))
    return {node.label: replace(node, members=tuple(members[node.label])) for node in nodes}


def _beside(node: Node) -> Iterator[Member]:
    for member in node.members:
        yield member
        if isinstance(member, Edge) and member.back is not None and member.to == node.label:
            yield member.turned(node.label)


@dataclass(frozen=True, eq=False)
class Model:
    """All nodes, shapes and unions, checked against each other."""

    nodes: Mapping[str, Node]
    shapes: Mapping[str, Shape]
    unions: Mapping[str, Union]
    prefixes: Mapping[str, Node] = field(init=False)

    def __post_init__(self) -> None:
        prefixes: dict[str, Node] = {}
        for node in self.nodes.values():
            if node.prefix is None:
                continue
            if node.prefix in prefixes:
                raise ModelError(f"{node.label} and {prefixes[node.prefix].label} share a prefix.")
            prefixes[node.prefix] = node
        object.__setattr__(self, "prefixes", MappingProxyType(prefixes))
        owners: tuple[Node | Shape, ...] = (*self.nodes.values(), *self.shapes.values())
        for owner in owners:
            for member in owner.members:
                if isinstance(member, Edge | Nested) and not self.knows(member.to):
                    raise ModelError(f"{owner.name}.{member.name} leads to unknown {member.to!r}.")
                if isinstance(member, Edge) and member.parallel is not None:
                    apart = member.apart()
                    # What only members read would stand in the cursors of others.
                    if apart is None or not apart.required or apart.members_only:
                        raise ModelError(
                            f"{owner.name}.{member.name} needs {member.parallel!r}, required and open."
                        )
        for union in self.unions.values():
            for label in union.labels:
                if label not in self.nodes:
                    raise ModelError(f"{union.name} lists unknown label {label!r}.")

    @classmethod
    def of(cls, *members: Node | Shape | Union) -> "Model":
        """A model of these nodes, shapes and unions. Raises ModelError when they contradict."""
        unions = {m.name: m for m in members if isinstance(m, Union)}
        return cls(
            nodes=MappingProxyType(_with_both_ends([m for m in members if isinstance(m, Node)], unions)),
            shapes=MappingProxyType({m.name: m for m in members if isinstance(m, Shape)}),
            unions=MappingProxyType(unions),
        )

    def knows(self, name: str) -> bool:
        """Whether a label, shape or union has this name."""
        return name in self.nodes or name in self.shapes or name in self.unions

    def labels(self, name: str) -> tuple[Node, ...]:
        """The nodes behind a label or a union; none for a shape."""
        if name in self.nodes:
            return (self.nodes[name],)
        if name in self.unions:
            return tuple(self.nodes[label] for label in self.unions[name].labels)
        return ()
