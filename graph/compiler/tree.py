"""The plan: alone enough to print the query. Frozen, and free of GraphQL and of values.

Plan ── Root            where the rows come from
  └──── Projection      for each type that may stand there, its items
          └── Leaf │ EdgeLeaf │ Typename │ Single │ Listing │ Connection
                                           └── Hop ── Condition, Guard
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from graph.compiler.selection import Field, Slot
from graph.model.members import Aspect, Computed, Edge, Finished, Nested, Property, See
from graph.model.nodes import Node, Shape


class Role(Enum):
    """What a viewer is. The text of a query depends on this much of the viewer, and no more."""

    ANONYMOUS = "ANONYMOUS"
    MEMBER = "MEMBER"
    COORDINATOR = "COORDINATOR"
    ADMINISTRATOR = "ADMINISTRATOR"


Convert: TypeAlias = Callable[[Any], Any]
"""Check a client's value and turn it into what the query is given. Raises `ValueRefused`."""


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter to be: the client's value at `slot` (or `default`), checked and converted."""

    slot: Slot | None
    convert: Convert | None = None
    default: Any = None


class Operator(Enum):
    """How a property is compared with a value."""

    EQ = "eq"
    IN = "in"
    CONTAINS = "contains"
    STARTS_WITH = "startsWith"
    LT = "lt"
    LTE = "lte"
    GT = "gt"
    GTE = "gte"
    IS_NULL = "isNull"
    HAS = "has"


class Quantifier(Enum):
    """How many of the rows along an edge must fulfil a condition."""

    SOME = "some"
    NONE = "none"
    EVERY = "every"


@dataclass(frozen=True, slots=True)
class Guard:
    """The right to read a row: Cypher in which «row» and «parent» stand for the variables.

    `text` is None where everybody may; `flat` says that it asks of the row's own labels and values
    alone. Made by `visibility.py` alone.
    """

    text: str | None
    flat: bool = True


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these holds; with none, true."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these holds; with none, false."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """This does not hold."""

    of: "Condition"


@dataclass(frozen=True, slots=True)
class Compare:
    """A property against a value. A missing property fulfils nothing but `isNull: true`."""

    member: Property | Computed
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class Through:
    """A condition on the rows along an edge."""

    quantifier: Quantifier
    hop: "Hop"


@dataclass(frozen=True, slots=True)
class Never:
    """Nothing fulfils this: what the viewer may not read compares to nothing.

    The `value` it was to be compared with is checked all the same.
    """

    value: Value | None = None


Condition: TypeAlias = AllOf | AnyOf | Not | Compare | Through | Never


@dataclass(frozen=True, slots=True)
class Every:
    """All nodes of a label."""


@dataclass(frozen=True, slots=True)
class Along:
    """The nodes at the other end of a relationship."""

    edge: Edge


@dataclass(frozen=True, slots=True)
class Inside:
    """What a computed row holds under a name."""

    nested: Nested


@dataclass(frozen=True, slots=True)
class ById:
    """The one node with this id."""

    value: Value


@dataclass(frozen=True, slots=True)
class Hop:
    """How rows are reached: from where, what they may be, what they must fulfil, who may see them."""

    source: Every | Along | Inside | ById
    targets: tuple[Node, ...]
    condition: Condition
    guard: Guard | None = None
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class OrderKey:
    """One value rows are ordered by: a stored one, or one that is worked out for each row."""

    property: Property | Computed
    ascending: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows of an order: `limit` from one end, on one side of a cursor.

    `tie` tells apart rows that are equal in the order; `parallel` the relationships to one row,
    where it may stand in the list more than once. `backwards` takes the last rows.
    """

    order: tuple[OrderKey, ...]
    tie: str | None
    parallel: Property | None
    limit: Value
    backwards: bool
    after: Value | None
    before: Value | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value of the row itself.

    Of one that Python finishes, `on` is what is selected, and `beside` the key of another of the same row
    whose facts serve for it, too.
    """

    key: str
    member: Property | Computed | Finished
    required: bool
    on: tuple[tuple[str, tuple[Field, ...]], ...] = ()
    beside: str | None = None

    @property
    def mark(self) -> str:
        """What tells it from others that may stand under its key in rows of other types."""
        return f"{self.member.name}{_written(self.on)}"


def _written(on: tuple[tuple[str, tuple[Field, ...]], ...]) -> str:
    return f"{{{' '.join(f'{f.key}:{f.name}{_written(f.on)}' for _, fields in on for f in fields)}}}"


@dataclass(frozen=True, slots=True)
class Nothing:
    """Null: a value the viewer may not read."""

    key: str


@dataclass(frozen=True, slots=True)
class EdgeLeaf:
    """A value of the relationship that led to the row."""

    key: str
    member: Property | Aspect


@dataclass(frozen=True, slots=True)
class Typename:
    """The row's type."""

    key: str


@dataclass(frozen=True, slots=True)
class Single:
    """At most one row, or null."""

    key: str
    hop: Hop
    below: "Projection"
    required: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of rows. `page` is None for what a source has already bounded (by `most`) and ordered."""

    key: str
    hop: Hop
    page: Page | None
    below: "Projection"
    most: Value | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """The cursor of an edge."""

    key: str


@dataclass(frozen=True, slots=True)
class NodeOf:
    """The node of an edge."""

    key: str
    below: "Projection"


@dataclass(frozen=True, slots=True)
class Edges:
    """`edges` under one response key."""

    key: str
    type: str
    items: tuple["Cursor | NodeOf | EdgeLeaf | Nothing | Typename", ...]


@dataclass(frozen=True, slots=True)
class Nodes:
    """`nodes` under one response key."""

    key: str
    below: "Projection"


@dataclass(frozen=True, slots=True)
class PageInfo:
    """`pageInfo` under one response key: (response key, field name) of each part."""

    key: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TotalCount:
    """`totalCount` under one response key."""

    key: str


@dataclass(frozen=True, slots=True)
class Connection:
    """A Relay connection."""

    key: str
    type: str
    hop: Hop
    page: Page
    parts: tuple[Edges | Nodes | PageInfo | TotalCount | Typename, ...]

    @property
    def names_edges(self) -> bool:
        """Whether a row's relationship is needed, for what it holds or to tell rows apart."""
        return self.page.parallel is not None or any(
            isinstance(item, EdgeLeaf)
            for part in self.parts
            if isinstance(part, Edges)
            for item in part.items
        )

    @property
    def looks_ahead(self) -> bool:
        """Whether it must be known if there are more rows than the page holds.

        Up to a cursor it need not: its row is one more.
        """
        page = self.page
        wanted, cursor = ("hasPreviousPage", page.after) if page.backwards else ("hasNextPage", page.before)
        return cursor is None and any(
            isinstance(part, PageInfo) and any(name == wanted for _, name in part.parts)
            for part in self.parts
        )


Item: TypeAlias = Leaf | Nothing | Typename | Single | Listing | Connection


@dataclass(frozen=True, slots=True)
class Case:
    """What is answered for rows of one type."""

    type: Node | Shape
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """What is answered for a row, by its type. One case where only one type can stand there."""

    cases: tuple[Case, ...]


class Given:
    """What a source in graph/queries/ may ask of the arguments (see `emit._GivenArguments`)."""

    def has(self, name: str) -> bool:
        """Whether the client gave this argument."""
        raise NotImplementedError

    def value(self, name: str) -> str:
        """The parameter that holds the argument, or `null`."""
        raise NotImplementedError

    def wants(self, name: str) -> bool:
        """Whether that field of the rows is asked for: what is dear is found for nobody else."""
        raise NotImplementedError

    def where(self, name: str, variable: str) -> str:
        """The condition of a filter argument on the rows of `variable`, or `true`."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class Source:
    """A hand-written beginning of a query: Cypher that ends with the variable `row`, a map.

    `cypher(see, given)` writes it. `converts` checks the arguments by name (a dot leads into an input
    object); `filters` names the arguments that are filters, and the label each is on. `defaults`
    fills arguments not given. A field that is a list gets every `row`, in their order; `most` names
    the argument that bounds them. `price` is what finding them costs, in points (see `price.py`).
    `asks_about` names the arguments that are ids, and the label of each: where one of them is not there,
    or not to be read, no row is found, and whoever asks is told so.
    """

    shape: Shape
    cypher: Callable[[See, Given], str]
    converts: tuple[tuple[str, Convert], ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    defaults: tuple[tuple[str, Any], ...] = ()
    most: str | None = None
    price: int = 0
    asks_about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FromSource:
    """Rows of a source, with its planned arguments."""

    source: Source
    values: tuple[tuple[str, Value], ...]
    filters: tuple[tuple[str, Node, Condition], ...]
    most: Value | None = None


@dataclass(frozen=True, slots=True)
class Computation:
    """A single computed row, or null when the source gives none; or `many`, bounded by the source."""

    key: str
    origin: FromSource
    below: Projection
    many: bool = False


@dataclass(frozen=True, slots=True)
class Lookup:
    """`nodes(ids)`: one entry an id, in that order, null where there is nothing to see."""

    key: str
    ids: Value
    hop: Hop
    below: Projection


Root: TypeAlias = Single | Listing | Connection | Computation | Lookup


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole query. `see`, the viewer's rights, is None until `visibility.restrict` has passed over it."""

    root: Root
    see: See | None = None
