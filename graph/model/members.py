"""The words a record is written in: its properties, computed values, edges and nested rows.

Names are the same in GraphQL and in Neo4j (camelCase properties, UPPER_SNAKE relationship types,
CamelCase labels), so that one word means one thing from the client to the store.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol, TypeAlias

from graph.model.days import Days
from graph.model.words import SILENT, Words


class See(Protocol):
    """The viewer's reading rights, as Cypher for whoever writes a part of a query by hand."""

    def __call__(self, variable: str, *labels: str) -> str:
        """The condition under which the viewer may read the node; `true` where all may.

        Of several labels, each by its own right, and no other node.
        """

    def along(self, parent: str, label: str, edge: str, variable: str) -> str:
        """The condition to read the node reached from `parent` along that edge of `label`."""

    def then(self, version: str, record: str) -> str:
        """The condition to read a version of a record that the viewer reads as it is today."""

    def open_to(self, record: str) -> str:
        """The condition that the viewer may know who is behind a record that they read, and when exactly."""

    def together(self, one: str, other: str) -> str:
        """The condition that two records may be shown beside each other: neither names the other's author."""

    def owns(self, variable: str) -> str:
        """The condition that the viewer's organization owns the node, or the viewer administers it and may
        know whose it is."""


FILE, HAS_FILE = "File", "HAS_FILE"
"""The label of a stored file, and the relationship to it from each record that it is attached to."""


class Kind(Enum):
    """How a value is stored, compared and answered."""

    ID = "ID"
    STRING = "String"
    INT = "Int"
    FLOAT = "Float"
    BOOLEAN = "Boolean"
    DATE = "Date"
    DATETIME = "DateTime"
    RIAL = "Rial"
    JSON = "JSON"
    """Whatever JSON can hold: worked out, never stored."""
    ENUM = "Enum"


class Direction(Enum):
    """Which way a relationship points, seen from the node that declares the edge."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


class Access(Enum):
    """Who may read a node. `graph/compiler/visibility.py` gives each its condition."""

    OPEN = "open"
    """Everybody: regions, topics, skills, organizations."""
    MEMBERS = "members"
    """Whoever is signed in: contacts."""
    OWNED = "owned"
    """By the record's `audience` and `ownerIds`."""
    PARENT = "parent"
    """Whoever may read the node at the other end of `Node.parent`: commitments."""
    HISTORY = "history"
    """Whoever may read the record at the other end of `Node.parent`, now and as it was then: versions."""
    JUDGED = "judged"
    """By its `audience`, of those who may read the record at the other end of `Node.parent`: reviews."""
    ASKED = "asked"
    """Its `ownerIds`; of these `askedId` if it has answered, or reads `Node.parent`, named: claims."""
    AUDIT = "audit"
    """Administrators, where `Node.parent` leads to nothing that they may not read with its author."""

    SAID = "said"
    """By its `status`, of those who read all that `Node.parent` leads to, at its end a record that is named,
    or not, as it was when that was said: questions, answers."""
    ATTACHED = "attached"
    """Its `ownerIds`, and whoever reads a record at the other end of `Node.parent` with its author: files."""


class Giving(Enum):
    """Whether a client gives a value when it creates a record, and when it edits one."""

    NEVER = "never"
    """The hub does, or a move with rules of its own."""
    REQUIRED = "required"
    """At creation it must; an edit may leave it out, and cannot take it away."""
    OPTIONAL = "optional"
    """At creation and at edits it may."""
    ONCE = "once"
    """At creation it must, and never again."""


class Searched(Enum):
    """Where the full-text index holds a text."""

    TITLE = "title"
    BODY = "body"


class Matched(Enum):
    """How a text of an offer is matched with that of a need, by a twin."""

    WANTED = "wanted"  # by the words of what is wanted
    MEASURE = "measure"  # by what it measures


@dataclass(frozen=True, slots=True)
class Property:
    """A stored value. `fold` and `sort` name the twins that are searched and ordered by, `match` the one
    that says what it is matched by, as `matched` tells.

    `key` marks a value that finds very few rows, so that a plan may start from it. A number below zero
    is refused unless it is `signed`. `default` is what is stored where a client gives nothing at
    creation. `from_` names the day that this one may not be before, or the number it may not be below;
    `least` and `most` bound a number. `taken`: the code of the error where
    another record has the value of a `key`. `unit` names the text or enum beside it that says what a number
    counts: numbers of different units never compare. `web`: a text that is a web address. `days`: which days
    it can mean. `hidden`: in no schema. `generalized`: shown less exactly of an anonymized record that too
    few could have written. `verbatim`: a text that is taken as it was typed, such as a password.
    """

    name: str
    kind: Kind = Kind.STRING
    required: bool = False
    many: bool = False
    enum: type[Enum] | None = None
    filterable: bool = True
    sortable: bool = False
    fold: str | None = None
    sort: str | None = None
    matched: Matched | None = None
    key: bool = False
    members_only: bool = False
    signed: bool = False
    words: Words = SILENT
    given: Giving = Giving.NEVER
    taken: str | None = None
    default: Enum | None = None
    searched: Searched | None = None
    from_: str | None = None
    least: int | None = None
    most: int | None = None
    unit: str | None = None
    web: bool = False
    days: Days | None = None
    hidden: bool = False
    generalized: bool = False
    verbatim: bool = False

    @property
    def match(self) -> str | None:
        """The name of the twin it is matched by."""
        return f"{self.name}Match" if self.matched is not None else None

    @property
    def twins(self) -> tuple[str, ...]:
        """The names of all that is stored beside it."""
        return tuple(name for name in (self.fold, self.sort, self.match) if name is not None)


@dataclass(frozen=True, slots=True)
class Computed:
    """A value Cypher works out: `cypher(variable, see)` is its expression.

    `flat` says that it is made of the row's own values alone, without a pattern. Parameters it may
    use: `$today` (date), `$now` (datetime), `$zone` (its name), `$language` ('fa' or 'en').
    """

    name: str
    kind: Kind
    cypher: Callable[[str, See], str]
    required: bool = True
    filterable: bool = False
    sortable: bool = False
    many: bool = False
    enum: type[Enum] | None = None
    flat: bool = False
    words: Words = SILENT


class Rows(Enum):
    """How a field shows the rows of an edge that may lead to several."""

    PAGES = "pages"
    """As a connection."""
    LIST = "list"
    """As a list: where a record has few."""


@dataclass(frozen=True, slots=True)
class Back:
    """The same relationship, as a field of the node at the other end.

    `row` names the type of its rows, as in `Edge`.
    """

    name: str
    words: Words = SILENT
    many: bool = True
    rows: Rows = Rows.PAGES
    row: "Row | None" = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a connection that says more than its node: its types are `<name>Edge` and `<name>Connection`.

    The label of its words is in the plural: "Parties: an organization that is bound by it."
    """

    name: str
    words: Words = SILENT


@dataclass(frozen=True, slots=True)
class Aspect:
    """A value of a row that depends on the end it is seen from.

    `cypher(r, n)` is its expression: `r` the relationship, `n` the node that it leads to. It may use
    `$language` ('fa' or 'en').
    """

    name: str
    kind: Kind
    cypher: Callable[[str, str], str]
    enum: type[Enum] | None = None
    words: Words = SILENT
    required: bool = True
    many: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship, as a field of the node at one end; `back` is the field at the other.

    `to` is a label or the name of a union. `open` says that the edge leads to nothing that could
    name the author of an anonymized record; every other edge of such a record is closed.
    `hops` (least, most) makes it transitive. `by` names the property that both ends share, in place of a
    relationship. `aspects` are what its rows say beside their values.
    `parallel` names the required property that tells two
    relationships between the same two nodes apart; without it there is never more than one. `hidden` and
    `generalized` are as of a property.
    """

    name: str
    type: str
    to: str
    direction: Direction = Direction.OUT
    many: bool = True
    required: bool = False
    properties: tuple[Property, ...] = ()
    open: bool = False
    hops: tuple[int, int] | None = None
    by: str | None = None
    filter_only: bool = False
    parallel: str | None = None
    aspects: tuple[Aspect, ...] = ()
    words: Words = SILENT
    given: Giving = Giving.NEVER
    rows: Rows = Rows.PAGES
    row: Row | None = None
    back: Back | None = None
    input: str | None = None
    hidden: bool = False
    generalized: bool = False

    @property
    def input_name(self) -> str:
        """The field of an input that gives its targets: `regionId`, `topicIds`; parts under its own name."""
        if self.input is not None:
            return self.input
        return f"{self.to[0].lower()}{self.to[1:]}Ids" if self.many else f"{self.name}Id"

    def turned(self, label: str) -> "Edge":
        """The edge of the node at the other end, which leads back to `label`."""
        assert self.back is not None
        return Edge(
            self.back.name,
            self.type,
            label,
            _TURNED[self.direction],
            many=self.back.many,
            properties=self.properties,
            open=self.open,
            parallel=self.parallel,
            aspects=self.aspects,
            words=self.back.words,
            rows=self.back.rows,
            row=self.back.row,
        )

    def told(self) -> "tuple[Property | Aspect, ...]":
        """What its rows say: their values, and what depends on the end they are seen from."""
        return (*self.properties, *self.aspects)

    def apart(self) -> Property | None:
        """The property that `parallel` names."""
        return next((p for p in self.properties if p.name == self.parallel), None)


_TURNED = {Direction.OUT: Direction.IN, Direction.IN: Direction.OUT, Direction.BOTH: Direction.BOTH}


@dataclass(frozen=True, slots=True)
class Nested:
    """A value inside a computed row: another shape, a node, or a list of either.

    `most` bounds a list: a number, or the name of the source's argument that does. `cypher(row, see)`
    works it out where it is asked for; without it, the row's map holds it under the name, or as `held`,
    where it is one of several of which one is there. `sure`: no row holds another type under it.
    """

    name: str
    to: str
    many: bool = False
    required: bool = True
    most: int | str | None = None
    cypher: Callable[[str, See], str] | None = None
    words: Words = SILENT
    held: str | None = None
    sure: bool = False

    @property
    def key(self) -> str:
        """What the row's map holds it under."""
        return self.held or self.name


@dataclass(frozen=True, slots=True)
class Finished:
    """A leaf that Python finishes after the query: `finish(value, parameters)` (e.g. highlights).

    Where `to` names a shape, it is a map of its fields, or a list of maps. `cypher(row, see)` finds the
    value; without it, a computed row holds it under the name. Where the member `found_by` of the same row is
    selected too, `rest(row, see)` is asked for instead: null where what that member finds serves both.
    `quick`: it takes microseconds, as sums and short words do.
    """

    name: str
    kind: Kind
    finish: Callable[[Any, Mapping[str, Any]], Any]
    required: bool = True
    many: bool = False
    to: str | None = None
    words: Words = SILENT
    cypher: Callable[[str, See], str] | None = None
    found_by: str | None = None
    rest: Callable[[str, See], str] | None = None
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """An argument that is an input object of its own: its type `to`, described by `about`, and its fields."""

    name: str
    to: str
    about: Words
    words: Words
    members: "tuple[Property, ...]"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A root field of reads whose rows are worked out: the shape of its rows, and what it is asked with.

    `«default»` in the words of an argument stands for what is taken where it is not given.
    """

    name: str
    to: str
    words: Words
    arguments: "tuple[Property | Parts, ...]"
    many: bool = False
    required: bool = True


Member: TypeAlias = Property | Computed | Edge | Nested | Finished
