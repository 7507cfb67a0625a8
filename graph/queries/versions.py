"""Keep a version of a record: Cypher that copies it as a change has left it, and compares two of them."""

from collections.abc import Iterator
from functools import cache

from graph.compiler import Given, Source, values
from graph.model import MODEL
from graph.model.events import RECORDED
from graph.model.members import Edge, Property, See
from graph.model.nodes import Node
from graph.model.snapshots import FIELD, TYPE, VALUE, found, given, is_of_parts, kept, stored_name
from graph.model.versions import COMPARISON, Office
from graph.queries.readers import arrow, readers


@cache
def keep(label: str) -> str:
    """A clause that keeps the record `n` as it stands, with its parts and links, at `$now`.

    It is signed with the event (`events.append`); where what was done is about another record, it stays the
    hub's.
    """
    return _kept(MODEL.nodes[label], "$now")


@cache
def begin(label: str, which: str = "true", how: str = "") -> str:
    """A statement that keeps every record `n` of a label that has no version yet, as it stands.

    Of those that `which` is true of, `how` it says: `IN TRANSACTIONS …`, or at once. One without a number has
    not begun its life: that is for a later step.
    """
    return (
        f"MATCH (n:Node&{label}) WHERE {which} AND n.version IS NOT NULL"
        f" AND NOT EXISTS {{ (n)-[:{TYPE}]->() }}\n{_kept(MODEL.nodes[label], 'n.updatedAt')} {how}"
    )


def beginnings(which: str = "true", how: str = "") -> Iterator[str]:
    """Statements that keep every record that has no version yet: what was loaded or written before."""
    return (begin(node.label, which, how) for node in RECORDED)


def _kept(node: Node, at: str) -> str:
    edges = given(node)
    links = [_link(edge) for edge in edges if not is_of_parts(edge) and edge.open]
    closed = [_link(edge) for edge in edges if not is_of_parts(edge) and not edge.open]
    parts = [_part(edge) for edge in edges if is_of_parts(edge)]
    own = {
        "id": "'ver_' + replace(randomUUID(), '-', '')",
        "of": f"'{node.label}'",
        "number": "n.version",
        "at": at,
        "office": f"'{Office.HUB.value}'",
        "audience": "audience",
        "ownerIds": "owners",
        "links": "links",
        "closedLinks": "closed",
        "parts": "parts",
        "demo": "n.demo",
    }
    copied = {stored_name(member): f"n.{member.name}" for member in kept(node)}
    properties = ", ".join(f"{name}: {text}" for name, text in (own | copied).items())
    return (
        f"CALL (n) {{ {' '.join(readers(node, 'n'))}"
        f" WITH n, audience, owners, {_all(links)} AS links, {_all(closed)} AS closed, {_all(parts)} AS parts"
        f" CREATE (n)-[:{TYPE}]->(:Node&Version {{{properties}}}) }}"
    )


def _all(lists: list[str]) -> str:
    return " + ".join(lists) or "[]"


def _link(edge: Edge) -> str:
    to = "|".join(node.label for node in MODEL.labels(edge.to))
    left, right = arrow(edge)
    return f"[(n){left}[r:{edge.type}]{right}(m:{to}) | {_entry(edge, 'm.id', 'r', edge.properties)}]"


def _part(edge: Edge) -> str:
    left, right = arrow(edge)
    # A list has no place in an entry: parts have none that clients give.
    own = MODEL.nodes[edge.to].properties()
    members = tuple(member for member in own if member.name != "position" and not member.many)
    entry = _entry(edge, "toString(m.position)", "m", members)
    return f"[(n){left}[:{edge.type}]{right}(m:{edge.to}) | {entry}]"


def _entry(edge: Edge, which: str, of: str, members: tuple[Property, ...]) -> str:
    """A link or a part as one text: the edge, where it leads or stands, and each value that is there."""
    field, value = (f"\\u{ord(sign):04x}" for sign in (FIELD, VALUE))
    pairs = [f" + coalesce('{field}{m.name}{value}' + toString({of}.{m.name}), '')" for m in members]
    return f"'{edge.name}{field}' + {which}{''.join(pairs)}"


# -- two of them -----------------------------------------------------------------------------------


def _cypher(see: See, given: Given) -> str:
    return (
        f"MATCH (x:Node {{id: {given.value('id')}}}) WHERE {see('x', *(node.label for node in RECORDED))}\n"
        f"MATCH (x)-[:{TYPE}]->(a:Version {{number: {given.value('earlier')}}}) WHERE {see.then('a', 'x')}\n"
        f"MATCH (x)-[:{TYPE}]->(b:Version {{number: {given.value('later')}}}) WHERE {see.then('b', 'x')}\n"
        f"WITH {{earlier: a, later: b, changes: {{before: {found('a', see, 'x')},"
        f" now: {found('b', see, 'x')}}}}} AS row LIMIT 1"
    )


COMPARE_VERSIONS = Source(
    COMPARISON,
    _cypher,
    converts=(
        ("id", values.identifier(*(node.prefix for node in RECORDED if node.prefix is not None))),
        ("earlier", values.whole),
        ("later", values.whole),
    ),
    price=500,
)
"""`compareVersions(id, earlier, later)`: two versions of one record."""
