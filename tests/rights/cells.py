"""Questions over the whole schema: each asks for fields of a type on one path, with nothing else in the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from graphql import GraphQLField, GraphQLInputObjectType, GraphQLObjectType, get_named_type, is_leaf_type

from graph.compiler import type_field
from graph.model import MODEL
from graph.model.members import Edge, Property
from graph.model.nodes import Node
from tests.compiler.asking import EVERY, Name, literal
from tests.network import Network
from tests.reference import SCHEMA

PATHS = ("read", "count", "node", "nested", "filter", "filter along", "sort", "feed")
_FIRST = "first: 20"


@dataclass(frozen=True)
class Question:
    """A document of one root field: the fields of a type that it asks about, and the path."""

    path: str
    type: str
    fields: tuple[str, ...]
    document: str

    @property
    def cells(self) -> int:
        """How many fields it asks one viewer about."""
        return max(1, len(self.fields))


def of(label: str) -> GraphQLObjectType:
    """The object type of a label, as the schema's text says it."""
    found = SCHEMA.type_map[label]
    assert isinstance(found, GraphQLObjectType)
    return found


def values(label: str) -> tuple[str, ...]:
    """The fields that show what is stored."""
    members = MODEL.nodes[label].by_name
    return tuple(name for name in of(label).fields if isinstance(members.get(name), Property))


def edges(label: str) -> tuple[Edge, ...]:
    """The edges that are fields."""
    return tuple(edge for edge in MODEL.nodes[label].edges() if edge.name in of(label).fields)


@dataclass(frozen=True)
class Asking:
    """What can be asked of a network."""

    network: Network
    rng: Random

    def questions(self) -> list[Question]:
        """All of them."""
        found = [question for root, label in EVERY.items() for question in self._of(root, MODEL.nodes[label])]
        return [*found, *self._feed()]

    def _of(self, root: str, node: Node) -> Iterator[Question]:
        label, shown = node.label, values(node.label)
        below = " ".join(shown)
        yield Question("read", label, shown, f"{{ {root}(first: 100) {{ nodes {{ {below} }} }} }}")
        yield Question("count", label, (), f"{{ {root}(first: 1) {{ totalCount }} }}")
        ids = literal(self._ids(label))
        yield Question("node", label, shown, f"{{ nodes(ids: {ids}) {{ id ... on {label} {{ {below} }} }} }}")
        yield from self._nested(root, node)
        yield from self._filters(root, node)
        yield from self._sorts(root, node)

    def _ids(self, label: str) -> list[str]:
        return sorted(thing.key for thing in self.network.of(label))

    # -- along edges ----------------------------------------------------------------------------------

    def _nested(self, root: str, node: Node) -> Iterator[Question]:
        for edge in edges(node.label):
            field = of(node.label).fields[edge.name]
            type_ = get_named_type(field.type)
            plain = edge.to if edge.to in MODEL.nodes else None
            fields = values(edge.to) if plain else ("id",)
            below = " ".join(fields) if plain else _of_union(edge.to)
            if type_.name.endswith("Connection"):
                below = f"totalCount nodes {{ {below} }} edges {{ cursor {_facts(type_)} }}"
            text = f"{{ {root}(first: 100) {{ nodes {{ id {edge.name}{_bounded(field)} {{ {below} }} }} }} }}"
            yield Question("nested", edge.to, fields, text)

    # -- filters and sorts ----------------------------------------------------------------------------

    def _filters(self, root: str, node: Node) -> Iterator[Question]:
        filter_ = SCHEMA.type_map.get(f"{node.label}Filter")
        if filter_ is None:
            return
        assert isinstance(filter_, GraphQLInputObjectType)
        for name in filter_.fields:
            match node.by_name.get(name):
                case Property() as member if name != "id":
                    asked: dict[str, Any] = {name: {"isNull": False}}
                    if member.many:
                        asked = {name: {"has": self._stored(node, name)}}
                    elif member.unit is not None:
                        asked |= {member.unit: {"eq": self._stored(node, member.unit)}}
                    yield self._filter("filter", root, node.label, name, asked)
                case Edge() as edge:
                    for quantifier in self._quantified(edge):
                        yield self._filter("filter along", root, node.label, name, {name: quantifier})
        some = self.rng.sample(self._ids(node.label), 4)
        yield self._filter("filter", root, node.label, "id", {"id": {"in": some}})

    def _stored(self, node: Node, name: str) -> Any:
        """A value that some row has, as the client writes it."""
        member = node.by_name[name]
        assert isinstance(member, Property)
        known = [thing.properties.get(name) for thing in self.network.of(node.label)]
        value = next(one for one in known if one is not None)
        value = value[0] if member.many else value
        return Name(value) if member.enum is not None else value

    def _quantified(self, edge: Edge) -> Iterator[dict[str, Any]]:
        if edge.to in MODEL.unions:
            label = self.rng.choice(MODEL.unions[edge.to].labels)
            below: dict[str, Any] = {type_field(label): {"id": {"in": self._ids(label)}}}
            if edge.many and not edge.filter_only:
                below = {"id": {"in": self._ids(label)}}
        elif MODEL.nodes[edge.to].prefix is None:
            below = {}
        else:
            below = {"id": {"in": self._ids(edge.to)}}
        if edge.many and not edge.filter_only and edge.to not in MODEL.unions:
            yield from ({quantifier: below} for quantifier in ("some", "none", "every"))
        else:
            yield below

    def _filter(self, path: str, root: str, label: str, name: str, asked: dict[str, Any]) -> Question:
        text = f"{{ {root}(first: 100, filter: {literal(asked)}) {{ totalCount nodes {{ id }} }} }}"
        return Question(path, label, (name,), text)

    def _sorts(self, root: str, node: Node) -> Iterator[Question]:
        for member in node.sorts():
            if isinstance(member, Property):
                way = self.rng.choice(("ASC", "DESC"))
                name = "".join(f"_{c}" if c.isupper() else c.upper() for c in member.name)
                below = "edges { cursor node { id } } pageInfo { hasNextPage }"
                text = f"{{ {root}(first: 7, sort: [{name}_{way}]) {{ {below} }} }}"
                yield Question("sort", node.label, (member.name,), text)

    def _feed(self) -> Iterator[Question]:
        """Events, by what they are about."""
        for label in MODEL.unions["Subject"].labels:
            asked = {"subject": {"id": {"in": self._ids(label)}}}
            below = (
                "totalCount nodes { id kind subject { __typename ... on Node { id } } organization { id } }"
            )
            text = f"{{ events(first: 100, filter: {literal(asked)}) {{ {below} }} }}"
            yield Question("feed", label, ("subject",), text)


def _bounded(field: GraphQLField) -> str:
    return f"({_FIRST})" if "first" in field.args else ""


def _of_union(name: str) -> str:
    labels = [label for label in MODEL.unions[name].labels if "id" in of(label).fields]
    return "__typename " + " ".join(f"... on {label} {{ id }}" for label in labels)


def _facts(connection: Any) -> str:
    """What the rows of a connection say beside their nodes."""
    edge = get_named_type(connection.fields["edges"].type)
    assert isinstance(edge, GraphQLObjectType)
    plain = [name for name, field in edge.fields.items() if is_leaf_type(get_named_type(field.type))]
    return " ".join(name for name in plain if name != "cursor")
