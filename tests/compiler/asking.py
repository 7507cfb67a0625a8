"""Questions at random: valid documents over the whole schema, with values that the network holds."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)
from hypothesis import strategies as st

from graph.compiler import EveryOf, ManyOf, OneOf, type_field
from graph.model import MODEL
from graph.model.members import Computed, Edge, Kind, Property
from hub.context import Viewer
from hub.schema import CORE
from tests.compiler.ways import VIEWERS
from tests.network import NETWORK, Link, Thing
from tests.reference import SCHEMA, order_of, told

T = TypeVar("T")

MISSING = "zzzz"
"""The rest of an id that nothing has."""


class Name(str):
    """An enum value: written without quotes in a document, as text among the variables."""

    __slots__ = ()


@dataclass(frozen=True)
class Question:
    """A document with its variables, who asks, and in which language."""

    document: str
    variables: dict[str, Any]
    viewer: str
    language: str

    def __repr__(self) -> str:
        asked = json.dumps(self.variables, ensure_ascii=False)
        return f"\n{self.document}\nvariables: {asked}\nviewer: {self.viewer} ({self.language})\n"

    @property
    def asker(self) -> Viewer:
        """Who asks."""
        return VIEWERS[self.viewer]


def literal(value: Any) -> str:
    """A value as a document writes it."""
    match value:
        case Name():
            return str(value)
        case dict():
            return "{" + ", ".join(f"{key}: {literal(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(literal(inner) for inner in value) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _entries() -> dict[str, Any]:
    assert CORE.query_type is not None
    found = {}
    for name, root in CORE.query_type.fields.items():
        entry = root.extensions["strawberry-definition"].metadata.get("entry")
        if isinstance(entry, EveryOf | OneOf | ManyOf):
            found[name] = entry
    return found


ROOTS = _entries()
"""The root fields that start at nodes (not at a hand-written source)."""
EVERY = {name: entry.label for name, entry in ROOTS.items() if isinstance(entry, EveryOf)}
"""Those over all nodes of a label."""


def _there(label: str) -> bool:
    """Whether the network of these tests has any of a label, or of a union."""
    return any(NETWORK.of(node.label) for node in MODEL.labels(label))


_ASKED_ROOTS = {
    name: entry
    for name, entry in ROOTS.items()
    if _there(entry.label if isinstance(entry, EveryOf) else entry.name)
}
"""Those that have something to answer."""

_SIZES = [1, 2, 3, 5, 20]


@dataclass
class Asking:
    """One question in the making. `left` bounds how many fields it may still ask for."""

    draw: Callable[[st.SearchStrategy[Any]], Any]
    left: int = 40
    count: int = 0
    variables: dict[str, Any] = field(default_factory=dict)
    declared: list[str] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)

    # -- drawing ------------------------------------------------------------------------------------

    def one(self, choices: Iterable[T]) -> T:
        """One of these."""
        chosen: T = self.draw(st.sampled_from(list(choices)))
        return chosen

    def chance(self, percent: int) -> bool:
        """True so many times in a hundred."""
        return bool(self.draw(st.integers(0, 99)) < percent)

    def new(self, letter: str) -> str:
        """A name of its own."""
        self.count += 1
        return f"{letter}{self.count}"

    # -- the document -------------------------------------------------------------------------------

    def question(self, root: Callable[[], str], most: int) -> Question:
        """A question of some root fields."""
        asked = [root() for _ in range(self.draw(st.integers(1, most)))]
        declared = f"({', '.join(self.declared)})" if self.declared else ""
        document = f"query Q{declared} {{ {' '.join(asked)} }}"
        return Question(
            "\n".join([document, *self.fragments]),
            self.variables,
            self.one(VIEWERS),
            self.one(["fa", "en"]),
        )

    def root(self) -> str:
        """A root field under a name of its own."""
        assert SCHEMA.query_type is not None
        name = self.one(_ASKED_ROOTS)
        definition = SCHEMA.query_type.fields[name]
        match ROOTS[name]:
            case EveryOf(label):
                arguments = self.rows(label, None, connection=True, deep=False)
            case OneOf(label):
                arguments = [f"id: {self.value('ID!', self.some_id(label))}"]
            case ManyOf(label):
                ids = [self.some_id(label) for _ in range(self.draw(st.integers(0, 4)))]
                arguments = [f"ids: {self.value('[ID!]!', ids)}"]
            case other:
                raise AssertionError(other)
        below = self.selection(get_named_type(definition.type), 4)
        return f"{self.new('q')}: {name}{_called(arguments)} {below}"

    def filtered(self) -> str:
        """A root field that lists the rows of a filter, with little else in the way."""
        name, label = self.one((n, label) for n, label in EVERY.items() if _there(label))
        asked = self.value(f"{label}Filter", self.filter(label, 3, least=1))
        return f"{self.new('q')}: {name}(first: 100, filter: {asked}) {{ totalCount nodes {{ id }} }}"

    def reached(self) -> str:
        """A root field that walks every edge of a node that there is, with what lies one edge beyond."""
        name, label = self.one(
            (n, e.name) for n, e in _ASKED_ROOTS.items() if isinstance(e, OneOf) and e.name != "Node"
        )
        of = SCHEMA.type_map[label]
        assert isinstance(of, GraphQLObjectType)
        below = " ".join(self.rows_of(field, of, 2) for field in of.fields if self.chance(30))
        return f'{self.new("q")}: {name}(id: "{self.one(NETWORK.of(label)).key}") {{ id {below} }}'

    def rows_of(self, name: str, on: GraphQLObjectType, depth: int) -> str:
        """A field of a node, with the ids of the rows it leads to, and theirs."""
        member = MODEL.nodes[on.name].by_name[name]
        if not isinstance(member, Edge):
            return name if is_leaf_type(get_named_type(on.fields[name].type)) else "__typename"
        targets = [node for node in MODEL.labels(member.to) if node.prefix]
        if not targets:
            return f"{name} {{ __typename position }}"
        below = "__typename ... on Node { id }"
        if depth > 1 and len(targets) == 1:
            to = SCHEMA.type_map[member.to]
            assert isinstance(to, GraphQLObjectType)
            edges = [e.name for e in targets[0].edges() if e.name in to.fields]
            below += " " + " ".join(self.rows_of(edge, to, depth - 1) for edge in edges if self.chance(25))
        if _is_page(on.fields[name]):
            return f"{name}(first: 30) {{ totalCount nodes {{ {below} }} }}"
        return f"{name} {{ {below} }}"

    def selection(self, on: Any, depth: int) -> str:
        """A selection on a type, in braces."""
        chosen = self.items(on, depth)
        return "{ " + " ".join(chosen or ["__typename"]) + " }"

    def items(self, on: Any, depth: int) -> list[str]:
        """What is selected on a type."""
        if isinstance(on, GraphQLObjectType) and on.name.endswith(("Connection", "Edge")):
            return self.of_page(on, depth)
        made = []
        for _ in range(self.draw(st.integers(1, 4))):
            if self.left <= 0:
                break
            self.left -= 1
            match self.draw(st.integers(0, 9)):
                case 0:
                    made.append(
                        self.directed("__typename" if self.chance(50) else f"{self.new('t')}: __typename")
                    )
                case 1 if depth > 1:
                    made.append(self.fragment(on, depth - 1))
                case _ if isinstance(on, GraphQLObjectType):
                    made.append(self.field(on, depth))
                case _:
                    made.append(self.on_one_type(on, depth))
        return made

    def of_page(self, on: GraphQLObjectType, depth: int) -> list[str]:
        """What is selected on a connection or one of its edges: most of what there is."""
        made = []
        for name, definition in on.fields.items():
            if not self.chance(45):
                continue
            self.left -= 1
            below = get_named_type(definition.type)
            text = self.directed(name if self.chance(70) else f"{self.new('p')}: {name}")
            if name == "pageInfo":
                parts = [part for part in _fields(below) if self.chance(60)]
                text += " { " + " ".join(parts or ["__typename"]) + " }"
            elif not is_leaf_type(below):
                text += " " + self.selection(below, depth)
            made.append(text)
        return made

    def field(self, on: GraphQLObjectType, depth: int) -> str:
        """A field of a node: a value, or rows with their arguments."""
        plain = [name for name, f in on.fields.items() if is_leaf_type(get_named_type(f.type))]
        rows = [name for name in on.fields if name not in plain]
        name = self.one(rows) if rows and depth > 1 and self.chance(45) else self.one(plain)
        definition = on.fields[name]
        if name in plain:
            return self.directed(name if self.chance(60) else f"{self.new('v')}: {name}")
        member = (MODEL.nodes | MODEL.shapes)[on.name].by_name[name]
        rows_of = isinstance(member, Edge) and member.many
        arguments = self.of_edge(member, definition) if isinstance(member, Edge) and rows_of else []
        below = get_named_type(definition.type)
        text = f"{self.new('f')}: {name}{_called(arguments)}"
        made = f"{self.directed(text)} {self.selection(below, depth - 1)}"
        if self.chance(15):  # The same field twice: what is selected below is merged.
            made += f" {text} {self.selection(below, depth - 1)}"
        return made

    def of_edge(self, edge: Edge, definition: GraphQLField) -> list[str]:
        """The arguments of rows along an edge."""
        is_list = isinstance(get_nullable_type(definition.type), GraphQLList)
        return self.rows(edge.to, edge, connection=not is_list, deep=True)

    def on_one_type(self, on: Any, depth: int) -> str:
        """A part of a selection on a union or interface, for one of its types."""
        possible = self.one(SCHEMA.get_possible_types(on))
        if isinstance(on, GraphQLInterfaceType) and self.chance(30):
            return self.directed("id")
        # Names of their own: one name may not stand for values of two kinds.
        chosen = [item for item in self.items(possible, depth - 1) if ":" in item or "..." in item]
        texts = [n for n, f in possible.fields.items() if str(f.type) == "String!"]
        if texts and self.chance(30):
            chosen.append(f"text{possible.name}: {self.one(texts)}")
        return f"... on {possible.name} {{ {' '.join(chosen or ['__typename'])} }}"

    def fragment(self, on: Any, depth: int) -> str:
        """A fragment: inline or named, on the type itself, on what holds for it, or on no type."""
        around = [on.name]
        if isinstance(on, GraphQLObjectType):
            around += [i.name for i in on.interfaces]
            around += [
                u.name
                for u in SCHEMA.type_map.values()
                if isinstance(u, GraphQLUnionType) and on in SCHEMA.get_possible_types(u)
            ]
        of = self.one(around)
        below = self.selection(SCHEMA.type_map[of], depth)
        if self.chance(50):
            name = self.new("F")
            self.fragments.append(f"fragment {name} on {of} {below}")
            return self.directed(f"...{name}")
        condition = "" if of == on.name and self.chance(40) else f" on {of}"
        return f"{self.directed(f'...{condition}')} {below}"

    def directed(self, text: str) -> str:
        """A field or fragment without its selection, sometimes with @skip or @include."""
        if not self.chance(12):
            return text
        directive = self.one(["skip", "include"])
        return f"{text} @{directive}(if: {self.value('Boolean!', self.chance(50), nullable=False)})"

    # -- arguments ----------------------------------------------------------------------------------

    def value(self, type_: str, value: Any, *, nullable: bool = True) -> str:
        """A value in place, or the variable that holds it, or its default."""
        way = self.draw(st.integers(0, 9))
        if way < 6:
            return literal(value)
        name = self.new("v")
        if way < 9:
            self.variables[name] = value
            self.declared.append(f"${name}: {type_}")
        else:
            default = type_.removesuffix("!") if nullable and value is not None else type_
            self.declared.append(f"${name}: {default} = {literal(value)}")
        return f"${name}"

    def rows(self, label: str, edge: Edge | None, *, connection: bool, deep: bool) -> list[str]:
        """The arguments of a list or connection of rows of a label."""
        made = []
        sort: list[Any] | None = None
        sorts = _sorts(label)
        if sorts and self.chance(40):
            sort = [Name(self.one(sorts)) for _ in range(self.draw(st.integers(1, 3)))]
            made.append(f"sort: {self.value(f'[{label}Sort!]', sort)}")
        backwards = connection and self.chance(30)
        if deep or backwards or self.chance(60):
            size = self.one(_SIZES[:4] if deep else _SIZES)
            made.append(f"{'last' if backwards else 'first'}: {self.value('Int', size)}")
        # What is worked out is another value for everybody, and who asks is not drawn yet.
        keys = order_of(label, sort, edge).keys
        placed = _there(label) and all(isinstance(key.property, Property) for key in keys)
        if connection and placed and (edge is None or _links(edge)) and self.chance(25):
            cursor = self.cursor(label, sort, edge)
            made.append(f"{self.one(['after', 'before'])}: {self.value('String', cursor)}")
        if self.chance(45):
            made.append(f"filter: {self.value(f'{label}Filter', self.filter(label, 3))}")
        for name in ("first", "filter", "sort", "after"):
            known = name != "after" or connection
            if known and not deep and self.chance(3) and not any(f"{name}:" in text for text in made):
                made.append(f"{name}: null")
        return made

    def some_id(self, name: str) -> str:
        """An id of a label or union, mostly one that is there."""
        labels = [node.label for node in MODEL.labels(name) if node.prefix]
        label = self.one([one for one in labels if _there(one)] or labels)
        if self.chance(10) or not _there(label):
            return f"{MODEL.nodes[label].prefix}_{MISSING}"
        return self.one(NETWORK.of(label)).key

    def cursor(self, label: str, sort: list[Any] | None, edge: Edge | None) -> str:
        """The cursor of some row in that order, of this list or not."""
        thing = self.one(NETWORK.of(label))
        order = order_of(label, sort, edge)
        return order.cursor((thing, self.link(thing, edge) if edge else None))

    def link(self, thing: Thing, edge: Edge) -> Link:
        """A relationship of the edge's type, at this node where it has one."""
        links = _links(edge)
        return self.one([link for link in links if thing in {link.start, link.end}] or links)

    # -- filters ------------------------------------------------------------------------------------

    def filter(self, label: str, depth: int, least: int = 0) -> dict[str, Any]:
        """A filter on rows of a label."""
        made: dict[str, Any] = {}
        for _ in range(self.draw(st.integers(least, 2))):
            match self.draw(st.integers(0, 9)):
                case 0 if depth:
                    made["AND"] = [self.filter(label, depth - 1) for _ in range(self.draw(st.integers(0, 2)))]
                case 1 if depth:
                    made["OR"] = [self.filter(label, depth - 1) for _ in range(self.draw(st.integers(0, 3)))]
                case 2 if depth:
                    made["NOT"] = self.filter(label, depth - 1)
                case _:
                    name = self.one(
                        name
                        for name in _fields(SCHEMA.type_map[f"{label}Filter"])
                        if name not in {"AND", "OR", "NOT"}
                        and (depth or not isinstance(MODEL.nodes[label].by_name[name], Edge))
                    )
                    if name not in made:
                        made |= self.part(label, name, depth)
        return made

    def part(self, label: str, name: str, depth: int) -> dict[str, Any]:
        """What a filter asks of one member: of an amount, beside its unit."""
        member = MODEL.nodes[label].by_name[name]
        match member:
            case Edge(many=True, filter_only=False):
                asked = ["some", "none", "every"]
                kept = [self.one(asked)] if self.chance(85) else asked
                return {name: {q: self.filter(member.to, depth - 1) for q in kept}}
            case Edge() if member.to in MODEL.unions:
                return {name: self.of_several(member.to, depth - 1)}
            case Edge():
                return {name: self.filter(member.to, depth - 1)}
            case Property(unit=str() as unit):
                counted = MODEL.nodes[label].by_name[unit]
                assert isinstance(counted, Property)
                of_one = {unit: {"eq": self.operand(label, counted)}}
                return {name: self.comparison(label, member), **of_one}
            case Property() | Computed():
                return {name: self.comparison(label, member)}
            case _:
                raise AssertionError(member)

    def of_several(self, union: str, depth: int) -> dict[str, Any]:
        """What a filter asks of a row of several types."""
        if self.chance(40):
            ids = [self.some_id(union) for _ in range(self.draw(st.integers(1, 3)))]
            return {"id": {"in": ids} if self.chance(50) else {"eq": ids[0]}}
        label = self.one(MODEL.unions[union].labels)
        return {type_field(label): self.filter(label, depth)}

    def comparison(self, label: str, member: Property | Computed) -> dict[str, Any]:
        """One or two operators with values, mostly values that some row has."""
        operators = list(
            _fields(get_named_type(_fields(SCHEMA.type_map[f"{label}Filter"])[member.name].type))
        )
        made: dict[str, Any] = {}
        for _ in range(self.draw(st.integers(1, 2))):
            operator = self.one(operators)
            match operator:
                case "isNull":
                    made[operator] = self.chance(50)
                case "in":
                    made[operator] = [
                        self.operand(label, member) for _ in range(self.draw(st.integers(0, 3)))
                    ]
                case "contains" | "startsWith":
                    made[operator] = self.piece(str(self.operand(label, member)))
                case "eq" if self.chance(5):
                    made[operator] = None
                case _:
                    made[operator] = self.operand(label, member)
        return made

    def piece(self, text: str) -> str:
        """A part of a text; now and then one of which nothing is left to look for."""
        if self.chance(10):
            return self.one(_LEAVES_NOTHING)
        start = self.draw(st.integers(0, max(0, len(text) - 1))) if self.chance(50) else 0
        return text[start : start + self.draw(st.integers(1, 6))]

    def operand(self, label: str, member: Property | Computed) -> Any:
        """A value to compare a member with, as the client writes it."""
        if isinstance(member, Computed) and member.enum is not None:
            return Name(self.one(member.enum).name)
        if isinstance(member, Computed):
            return self.one(_COMPUTED[member.kind])
        if member.kind is Kind.ID:
            return self.some_id(label)
        values = [thing.properties.get(member.name) for thing in NETWORK.of(label)]
        flat = [v for value in values for v in (value if isinstance(value, list) else [value])]
        known = list({repr(v): v for v in flat if v is not None}.values())
        value = self.one([*known, *_OTHERS[member.kind]] or [""])
        if member.kind is Kind.ENUM:
            assert member.enum is not None
            return Name(value if value is not None and self.chance(70) else self.one(member.enum).name)
        return told(value, rial=member.kind is Kind.RIAL)


_LEAVES_NOTHING = ["", "%", "؟", "\u200c", "\U0001f600", " \ufe0f", "\u2800", "«»"]
_COMPUTED: dict[Kind, list[Any]] = {
    Kind.BOOLEAN: [True, False],
    Kind.INT: [0, 1, 2, 3, -1],
    Kind.FLOAT: [0.0, 0.25, 0.5, 0.75, 1, 0.3],
}
_OTHERS: dict[Kind, list[Any]] = {
    Kind.STRING: ["", "ز", "no such text", '"\\'],
    Kind.INT: [0],
    Kind.FLOAT: [0.5, 10],
    Kind.BOOLEAN: [True, False],
    Kind.DATE: [date(2024, 2, 29)],
    Kind.DATETIME: [datetime.fromisoformat("2026-01-12T11:30:00.000001+03:30")],
    Kind.RIAL: [0, -1],
    Kind.ENUM: [None],
}


def _sorts(label: str) -> list[str]:
    sort = SCHEMA.type_map.get(f"{label}Sort")
    return list(sort.values) if sort is not None else []  # type: ignore[attr-defined]


def _links(edge: Edge) -> list[Link]:
    """The relationships of an edge's type."""
    return [link for link in NETWORK.links if link.type == edge.type]


def _fields(named: Any) -> dict[str, Any]:
    """The fields of an object or input type."""
    fields: dict[str, Any] = named.fields
    return fields


def _is_page(definition: GraphQLField) -> bool:
    return get_named_type(definition.type).name.endswith("Connection")


def _called(arguments: list[str]) -> str:
    return f"({', '.join(arguments)})" if arguments else ""


@st.composite
def questions(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Question:
    """Questions about anything."""
    asking = Asking(draw)
    return asking.question(asking.root, 2)


@st.composite
def filters(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Question:
    """Questions of which rows fulfill a filter."""
    asking = Asking(draw)
    return asking.question(asking.filtered, 4)


@st.composite
def neighborhoods(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Question:
    """Questions of what lies around a node."""
    asking = Asking(draw)
    return asking.question(asking.reached, 1)
