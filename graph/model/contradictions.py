"""Say where a model contradicts itself, or declares what nobody would obey: one sentence each."""

import keyword
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from graph.model.common import OWNER_EDGE, RecordStatus
from graph.model.life import By, Move, Way
from graph.model.members import FILE, HAS_FILE, Access, Edge, Giving, Kind, Nested, Property, Rows
from graph.model.nodes import Node, Shape, Union
from graph.model.words import Words

Nodes = Mapping[str, Node]
Shapes = Mapping[str, Shape]
Unions = Mapping[str, Union]

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_TYPE = re.compile(r"[A-Z][A-Z0-9_]*")
_LOGIC = {"AND", "OR", "NOT"}

_BY_ANOTHER = set(Access) - {Access.OPEN, Access.MEMBERS, Access.OWNED}

_MAKERS: Mapping[Way, set[By]] = {
    Way.CREATE: {By.MEMBER, By.ANYONE, By.COORDINATOR, By.ADMINISTRATOR},
    Way.EDIT: {By.OWNER},
    Way.PUBLISH: {By.OWNER},
    Way.WITHDRAW: {By.OWNER},
    Way.TAKE_DOWN: {By.ADMINISTRATOR},
    Way.GO: {By.OWNER, By.COORDINATOR, By.ADMINISTRATOR},
}
"""Who can make a plain move: `hub/resolvers/moves.py` asks for no more. Others are moves of their own."""


def contradictions(nodes: Nodes, shapes: Shapes, unions: Unions) -> Iterator[str]:
    """All of them, in an order that names the cause before what follows from it."""
    yield from _leading_nowhere(nodes, shapes, unions)
    yield from _taken_twice(nodes, shapes, unions)
    for node in nodes.values():
        yield from _of_node(node, nodes)
        yield from _of_life(node)
    yield from _of_files(nodes, unions)
    yield from _of_events(nodes)


# -- names -----------------------------------------------------------------------------------------


def _leading_nowhere(nodes: Nodes, shapes: Shapes, unions: Unions) -> Iterator[str]:
    known = {*nodes, *shapes, *unions}
    owners: tuple[Node | Shape, ...] = (*nodes.values(), *shapes.values())
    for owner in owners:
        for member in owner.members:
            if isinstance(member, Edge | Nested) and member.to not in known:
                yield f"{owner.name}.{member.name} leads to unknown {member.to!r}."
    for union in unions.values():
        yield from (f"{union.name} lists unknown label {one!r}." for one in union.labels if one not in nodes)


def _taken_twice(nodes: Nodes, shapes: Shapes, unions: Unions) -> Iterator[str]:
    """What two records cannot share: prefixes, root fields of reads and of writes, names of types."""
    taken: dict[tuple[str, str], str] = {}
    for what, name, owner in _claims(nodes, shapes, unions):
        other = taken.setdefault((what, name), owner)
        if other != owner:
            yield f"{owner} and {other} share a {what}: {name!r}."


def _claims(nodes: Nodes, shapes: Shapes, unions: Unions) -> Iterator[tuple[str, str, str]]:
    for name in (*shapes, *unions):
        yield "type", name, name
    for node in nodes.values():
        label = node.label
        yield "type", label, label
        if node.prefix is not None:
            yield "prefix", node.prefix, label
            yield from (("type", f"{label}{end}", label) for end in ("Edge", "Connection"))
        if node.plural is not None:
            yield "root field", node.plural.name, label
            yield "root field", label[0].lower() + label[1:], f"{label} (one)"
        for edge in node.edges():
            if edge.row is not None:
                place = f"{label}.{edge.name}"
                yield from (("type", f"{edge.row.name}{end}", place) for end in ("Edge", "Connection"))
        if node.life is not None:
            for mutation, _ in node.life.mutations():
                yield "mutation", mutation, label
            twice = Counter(mutation for mutation, _ in node.life.mutations())
            yield from (("mutation", name, f"{label} (again)") for name, n in twice.items() if n > 1)


# -- nodes -----------------------------------------------------------------------------------------


def _of_node(node: Node, nodes: Nodes) -> Iterator[str]:
    properties = {member.name for member in node.properties()}
    for name in (*(name for name, _ in node.order), *(name for names in node.indexes for name in names)):
        if name not in properties:
            yield f"{node.label} is ordered or indexed by {name!r}, which it has not."
    if node.access in _BY_ANOTHER and node.parent is None:
        yield f"{node.label} is read as its parent is, and names no edge to it."
    if node.prefix is None and any(node.search):
        yield f"{node.label} is a part: its record is searched, not it."
    twins = Counter(twin for member in node.properties() for twin in member.twins)
    for member in node.members:
        place = f"{node.label}.{member.name}"
        if not _NAME.fullmatch(member.name) or keyword.iskeyword(member.name) or member.name in _LOGIC:
            yield f"{place} has a name that no field can have."
        if member.name in twins:
            yield f"{place} is named as the twin of another."
        if isinstance(member, Edge):
            yield from _of_edge(place, member, nodes)
            yield from _of_values(place, member.properties)
    yield from _of_values(node.label, tuple(node.properties()))
    ways = Counter((edge.type, edge.to, edge.direction) for edge in node.edges() if not edge.filter_only)
    for (type_, to, _), times in ways.items():
        if times > 1:
            yield f"{node.label} has {times} edges {type_} to {to}: nothing tells them apart."


def _of_edge(place: str, edge: Edge, nodes: Nodes) -> Iterator[str]:
    given = edge.given is not Giving.NEVER
    if not _TYPE.fullmatch(edge.type):
        yield f"{place} has the type {edge.type!r}: capitals, digits and _ are wanted."
    if edge.parallel is not None:
        apart = edge.apart()
        # What only members read would stand in the cursors of others.
        if apart is None or not apart.required or apart.members_only:
            yield f"{place} needs {edge.parallel!r}, required and open."
    if edge.properties and given and edge.row is None:
        yield f"{place} has values that clients give, so its rows need a type."
    if given and (edge.hops is not None or edge.filter_only):
        yield f"{place} leads over several steps, or is for filters alone: nobody can give it."
    part = nodes.get(edge.to)
    listed = edge.many and edge.rows is Rows.LIST and edge.back is None
    if part is not None and part.prefix is None and given and not listed:
        yield f"{place} leads to parts: it is a list, and parts lead nowhere."


def _of_values(owner: str, properties: tuple[Property, ...]) -> Iterator[str]:
    kinds = {member.name: member.kind for member in properties}
    for member in properties:
        place = f"{owner}.{member.name}"
        if member.from_ is not None and (
            member.from_ == member.name
            or kinds.get(member.from_) is not member.kind
            or member.kind not in {Kind.DATE, Kind.INT}
        ):
            yield f"{place} cannot end what begins at {member.from_!r}: both must be days, or whole numbers."
        if (member.least is None) is not (member.most is None):
            yield f"{place} is bounded on one side only."
        if member.default is not None and (member.enum is None or member.default not in member.enum):
            yield f"{place} has the default {member.default}, which is no value of it."
        if member.default is not None and member.given in {Giving.OPTIONAL, Giving.ONCE}:
            yield f"{place} has a default: what must be given can have one, or what nobody gives."
        if member.unit is not None and member.unit not in {other.name for other in properties}:
            yield f"{place} counts in {member.unit!r}, which is nothing beside it."
        if member.unit is not None and member.sortable:
            yield f"{place} orders nothing: two of them may count in different units."
        if member.taken is not None and not member.key:
            yield f"{place} can be taken only if it is a key."


def _of_files(nodes: Nodes, unions: Unions) -> Iterator[str]:
    """A file says what it is attached to, so whatever can carry one must be named there, and nothing else."""
    parent = nodes[FILE].parent if FILE in nodes else None
    if parent is None:
        return
    holders = unions[parent.to]
    carrying = {
        node.label for node in nodes.values() for e in node.edges() if (e.type, e.to) == (HAS_FILE, FILE)
    }
    for label in sorted(carrying ^ set(holders.labels)):
        yield f"{label} carries files or is listed in {holders.name}: it must be both."


# -- lives -----------------------------------------------------------------------------------------


def _of_life(node: Node) -> Iterator[str]:
    if node.life is None:
        return
    status = node.by_name.get("status")
    if not isinstance(status, Property) or status.enum is not node.life.states:
        yield f"{node.label} has a life of {node.life.states.__name__}, and no such status."
    creates = any(move.way is Way.CREATE and move.by is By.MEMBER for move in node.life.moves)
    if creates and node.access is Access.OWNED and all(e.type != OWNER_EDGE for e in node.edges()):
        yield f"{node.label} is owned by who creates it, and has no edge {OWNER_EDGE}."
    for move in node.life.moves:
        place = f"{node.label}.{move.mutation or move.event.name}"
        for state in (*move.start, *([] if move.end is None else [move.end])):
            if state not in node.life.states:
                yield f"{place} goes over {state}, which is no state of {node.label}."
        for held in move.holds:
            member = node.by_name.get(held.property)
            enum = member.enum if isinstance(member, Property) else None
            if enum is None or not all(value in enum for value in held.values):
                yield f"{place} asks for values that {held.property!r} never has."
        yield from _of_move(place, move)


def _of_move(place: str, move: Move) -> Iterator[str]:
    """What is declared of a move, and its way would not obey."""
    if (move.mutation is None) is not (move.by is By.NOBODY):
        yield f"{place} follows from another move or is made by somebody: a mutation and `by` must agree."
    made = [(move.by, move.sides), *([(move.also.by, move.also.sides)] if move.also is not None else [])]
    if any((by is By.SIDE) is not bool(sides) for by, sides in made):
        yield f"{place} is made by sides or by others: `by` and `sides` must agree."
    if move.mutation is not None and not _NAME.fullmatch(move.mutation):
        yield f"{place} has a name that no field can have."
    if move.mutation is None or move.way is Way.OWN:
        return
    if move.by not in _MAKERS[move.way] or move.also is not None:
        yield f"{place} is a plain move, which {move.by.name} or others beside cannot make: write its rules."
    ends = {
        Way.CREATE: move.end is not None and not move.start,
        Way.EDIT: move.end is None,
        Way.PUBLISH: move.end is RecordStatus.PUBLISHED,
        Way.WITHDRAW: move.end is RecordStatus.WITHDRAWN,
        Way.TAKE_DOWN: move.end is RecordStatus.WITHDRAWN,
        Way.GO: move.end is not None,
    }
    if not ends[move.way]:
        yield f"{place} begins or ends where a plain move of its kind does not."


def _of_events(nodes: Nodes) -> Iterator[str]:
    known: dict[str, Words] = {}
    for node in nodes.values():
        for move in node.life.moves if node.life is not None else ():
            if known.setdefault(move.event.name, move.event.words) != move.event.words:
                place = f"{node.label}.{move.mutation or move.event.name}"
                yield f"{place} tells {move.event.name} in other words than another move."
