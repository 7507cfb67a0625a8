"""Nodes, computed rows and unions, and the model of them all, checked against each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from graph.model.life import Life
from graph.model.members import Access, Edge, Giving, Kind, Member, Nested, Property
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
        for contradiction in (*_twice(self), *_of_members(self), *_of_lives(self)):
            raise ModelError(contradiction)
        prefixes = {node.prefix: node for node in self.nodes.values() if node.prefix is not None}
        object.__setattr__(self, "prefixes", MappingProxyType(prefixes))

    @classmethod
    def of(cls, *members: Node | Shape | Union) -> "Model":
        """A model of these nodes, shapes and unions. Raises ModelError when they contradict."""
        for name, times in Counter(m.label if isinstance(m, Node) else m.name for m in members).items():
            if times > 1:
                raise ModelError(f"{name} is declared {times} times.")
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


# -- contradictions --------------------------------------------------------------------------------


def _twice(model: Model) -> Iterator[str]:
    """What two records cannot share: prefixes, names at the root of reads and of writes."""
    prefixes: dict[str, str] = {}
    roots: dict[str, str] = {}
    mutations: dict[str, str] = {}
    for node in model.nodes.values():
        claims = [(prefixes, node.prefix, "prefix")]
        if node.plural is not None:
            single = node.label[0].lower() + node.label[1:]
            claims += [(roots, node.plural.name, "root field"), (roots, single, "root field")]
        if node.life is not None:
            claims += [(mutations, name, "mutation") for name, _ in node.life.mutations()]
        for taken, name, what in claims:
            if name is not None and name in taken:
                yield f"{node.label} and {taken[name]} share a {what}: {name!r}."
            elif name is not None:
                taken[name] = node.label
    for union in model.unions.values():
        yield from (
            f"{union.name} lists unknown label {label!r}."
            for label in union.labels
            if label not in model.nodes
        )


def _of_members(model: Model) -> Iterator[str]:
    owners: tuple[Node | Shape, ...] = (*model.nodes.values(), *model.shapes.values())
    for owner in owners:
        for member in owner.members:
            place = f"{owner.name}.{member.name}"
            if isinstance(member, Edge | Nested) and not model.knows(member.to):
                yield f"{place} leads to unknown {member.to!r}."
            if isinstance(member, Edge):
                yield from _of_edge(place, member)
                yield from _of_values(place, tuple(member.properties))
        yield from _of_values(owner.name, tuple(m for m in owner.members if isinstance(m, Property)))


def _of_edge(place: str, edge: Edge) -> Iterator[str]:
    if edge.parallel is not None:
        apart = edge.apart()
        # What only members read would stand in the cursors of others.
        if apart is None or not apart.required or apart.members_only:
            yield f"{place} needs {edge.parallel!r}, required and open."
    if edge.properties and edge.given is not Giving.NEVER and edge.row is None:
        yield f"{place} has values that clients give, so its rows need a type."


def _of_values(owner: str, properties: tuple[Property, ...]) -> Iterator[str]:
    days = {member.name for member in properties if member.kind is Kind.DATE}
    for member in properties:
        if member.from_ is not None and not {member.name, member.from_} <= days:
            yield f"{owner}.{member.name} cannot end what begins on {member.from_!r}: both must be days."
        if member.default is not None and (member.enum is None or member.default not in member.enum):
            yield f"{owner}.{member.name} has the default {member.default}, which is no value of it."
        if member.taken is not None and not member.key:
            yield f"{owner}.{member.name} can be taken only if it is a key."


def _of_lives(model: Model) -> Iterator[str]:
    events: dict[str, Words] = {}
    for node in model.nodes.values():
        if node.life is None:
            continue
        status = node.by_name.get("status")
        if not isinstance(status, Property) or status.enum is not node.life.states:
            yield f"{node.label} has a life of {node.life.states.__name__}, and no such status."
        for move in node.life.moves:
            name = move.mutation or move.event.name
            for state in (*move.start, *([] if move.end is None else [move.end])):
                if state not in node.life.states:
                    yield f"{node.label}.{name} goes over {state}, which is no state of {node.label}."
            for held in move.holds:
                member = node.by_name.get(held.property)
                enum = member.enum if isinstance(member, Property) else None
                if enum is None or not all(value in enum for value in held.values):
                    yield f"{node.label}.{name} asks for values that {held.property!r} never has."
            if events.setdefault(move.event.name, move.event.words) != move.event.words:
                yield f"{node.label}.{name} tells {move.event.name} in other words than another move."
