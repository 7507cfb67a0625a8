"""Turn what a version keeps of its record into what is told: its values, parts, and links by id and title."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from graph.model.common import VERSIONED
from graph.model.members import Access, Edge, Giving, Kind, Property, See
from graph.model.nodes import Node, Union

FIELD, VALUE = "\u001f", "\u001e"
"""What stands between the fields of a stored link or part, and between name and value. No text has them."""

TYPE = "HAS_VERSION"
"""The relationship from a record to its versions."""

Values: TypeAlias = dict[str, Any]
"""The fields of a record, by name, as JSON has them."""


def kept(node: Node) -> tuple[Property, ...]:
    """The values that a version keeps: all that are shown, without the version's own number and times."""
    return tuple(m for m in node.properties() if m.name != "id" and not m.hidden and m not in VERSIONED)


def stored_name(member: Property) -> str:
    """The property of a version that holds a value of its record.

    >>> stored_name(Property("title"))
    'wasTitle'
    """
    return f"was{member.name[0].upper()}{member.name[1:]}"


def given(node: Node) -> tuple[Edge, ...]:
    """The edges that a version keeps: those that clients give."""
    return tuple(edge for edge in node.edges() if edge.given is not Giving.NEVER)


def is_of_parts(edge: Edge) -> bool:
    """Whether an edge leads to parts, which have no ids and live and die with their record."""
    return edge.to in _ends() and _ends()[edge.to].prefix is None


@cache
def _ends() -> Mapping[str, Node]:
    """The records of the areas and their parts, by label."""
    from graph.model.areas import AREAS  # An area may tell a snapshot itself.

    return {area.label: area for area in AREAS if isinstance(area, Node)}


@cache
def judgements() -> tuple[str, ...]:
    """The relationships from what judges a record to it."""
    judges = (node for node in _ends().values() if node.access is Access.JUDGED)
    return tuple(sorted({node.parent.type for node in judges if node.parent is not None}))


# -- how it is told --------------------------------------------------------------------------------


def _told(found: Mapping[str, Any], parameters: Mapping[str, Any]) -> Values:
    """The fields of a version that was found (see `_found`), as far as the viewer may read them.

    Of an anonymized record others read the texts alone: its places and days may be shown to them coarser
    than they are.
    """
    was, node = found["was"], _ends()[found["was"]["of"]]
    member = "MEMBERS" in parameters["viewer"]["audiences"]
    told: Values = {}
    for value in kept(node):
        if (member or not value.members_only) and (found["open"] or value.kind is Kind.STRING):
            here = was.get(stored_name(value))
            told[value.name] = _plain(here, value)
    for edge in given(node):
        if is_of_parts(edge):
            if member or _ends()[edge.to].access is not Access.MEMBERS:
                told[edge.name] = _parts(edge, was)
        elif found["open"]:
            told[edge.name] = _linked(edge, found["links"], member=member)
    return told


def _plain(value: Any, member: Property) -> Any:
    if isinstance(value, list):
        return [_plain(item, member) for item in value]
    if value is None:
        return [] if member.many else None
    if member.kind is Kind.RIAL:
        return str(value)
    # The driver's own days and moments, or Python's where they were read in a transaction that writes.
    native = value.to_native() if hasattr(value, "to_native") else value
    return native.isoformat().replace("+00:00", "Z") if isinstance(native, date) else native


def _parts(edge: Edge, was: Mapping[str, Any]) -> list[Values]:
    rows = [entry.split(FIELD) for entry in was.get("parts", ())]
    rows = sorted((row for row in rows if row[0] == edge.name), key=lambda row: int(row[1]))
    return [_pairs(row[2:]) for row in rows]


def _linked(edge: Edge, links: list[list[Any]], *, member: bool) -> Any:
    rows = [(entry.split(FIELD), title) for entry, title in links]
    rows = sorted(((row, title) for row, title in rows if row[0] == edge.name), key=lambda row: row[0][1:])
    closed = set() if member else {p.name for p in edge.properties if p.members_only}
    told = [
        {"id": row[1], "title": title}
        | {name: value for name, value in _pairs(row[2:]).items() if name not in closed}
        for row, title in rows
    ]
    if edge.many:
        return told
    return told[0] if told else None


def _pairs(fields: list[str]) -> Values:
    return dict(field.split(VALUE) for field in fields)


def values(found: Mapping[str, Any], parameters: Mapping[str, Any]) -> list[Values]:
    """The whole of a version: its fields with their values, in the order of its record's type."""
    return [{"field": name, "value": value} for name, value in _told(found, parameters).items()]


def changes(found: Mapping[str, Any], parameters: Mapping[str, Any]) -> list[Values]:
    """What differs between the versions `before` (None: there was nothing) and `now`."""
    now = _told(found["now"], parameters)
    before = {} if found["before"] is None else _told(found["before"], parameters)
    return [
        {"field": name, "before": before.get(name), "after": value}
        for name, value in now.items()
        if _given(before.get(name)) != _given(value)
    ]


def _given(value: Any) -> Any:
    return None if value == [] else value


# -- Cypher ----------------------------------------------------------------------------------------


def found(v: str, see: See, record: str) -> str:
    """A map of all that `_told` needs of a version `v` of a `record`."""
    links = f"{v}.links + CASE WHEN {see.open_to(record)} THEN {v}.closedLinks ELSE [] END"
    return (
        f"{{was: {v} {{.*}}, open: {see.open_to(record)}, links: COLLECT {{ UNWIND {links} AS entry"
        f" MATCH (m:Node {{id: split(entry, '{_escaped(FIELD)}')[1]}})"
        f" WHERE {see('m', *_linkable())} AND {see.together(record, 'm')} RETURN [entry, {_title()}] }}}}"
    )


def _escaped(sign: str) -> str:
    return f"\\u{ord(sign):04x}"


@cache
def _linkable() -> tuple[str, ...]:
    """The labels that the links of versions lead to."""
    from graph.model.areas import AREAS

    unions = {area.name: area.labels for area in AREAS if isinstance(area, Union)}
    edges = (edge for node in _ends().values() if node.life is not None for edge in given(node))
    ends = (unions.get(edge.to, (edge.to,)) for edge in edges if not is_of_parts(edge))
    return tuple(dict.fromkeys(label for labels in ends for label in labels))


@cache
def _title() -> str:
    """What a linked record is called: the first of the texts that are searched as its title."""
    names = dict.fromkeys(
        f"m.{member.name}"
        for node in _ends().values()
        for member in node.properties()
        if member.name in node.search[0] and not member.many
    )
    return f"coalesce({', '.join(names)})"
