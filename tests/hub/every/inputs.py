"""Turn the declaration of a move into inputs for it: the least, all there is, and what its targets need."""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from itertools import count
from typing import Any

from strawberry.utils.str_converters import to_camel_case

from graph.model import MODEL
from graph.model.life import Move, Way
from graph.model.members import Edge, Giving, Kind, Property
from graph.model.nodes import Node
from hub.resolvers import areas
from hub.resolvers.given import HOME
from hub.schema.inputs import input_of

RECORDS = tuple(node for node in MODEL.nodes.values() if node.life is not None)
LABELS = tuple(node.label for node in RECORDS)

FORMS: dict[tuple[str, str], Any] = {
    ("Region", "code"): "XX-1",
    ("Topic", "slug"): "a-topic",
    ("Skill", "slug"): "a-skill",
    ("Skill", "iscoCode"): "7212",
    ("Skill", "escoUri"): "http://data.europa.eu/esco/skill/S1",
    ("Organization", "nationalId"): "10380284790",
    ("PaymentStep", "share"): 0.5,
    ("Qualification", "occupationCode"): "7212",
    ("Apprenticeship", "occupationCode"): "7212",
    ("JobOpportunity", "occupationCode"): "7212",
}
"""Texts that have a form of their own, which their area checks and tests."""

_NAMES = {"labelFa", "labelEn", "nameFa", "nameEn"}
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a move's input: its name, the property or edge that it gives, whether it must be given."""

    name: str
    home: Property | Edge | None
    required: bool


def asked(node: Node, move: Move) -> tuple[Asked, ...]:
    """The fields of a move's input."""
    return tuple(
        Asked(
            getattr(field, "graphql_name", None) or to_camel_case(field.name),
            None if field.metadata.get(HOME) in move.takes else field.metadata.get(HOME),
            field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(input_of(node, move))
    )


def names(node: Node, move: Move) -> set[str]:
    """The names of the fields of a move's input."""
    return {field.name for field in asked(node, move)}


def moves(node: Node) -> tuple[Move, ...]:
    """The moves that somebody makes."""
    assert node.life is not None
    return tuple(move for _, move in node.life.mutations())


def creates(move: Move) -> bool:
    """Whether a move is the beginning of a record."""
    verb = areas.VERBS.get(move.mutation or "")
    by_input = move.way is Way.CREATE or (verb is not None and verb.input is Way.CREATE)
    # With an input of its own: it begins in a state, and starts from none.
    return by_input or (move.end is not None and not move.start)


def edits(move: Move) -> bool:
    """Whether a move gives a record other values."""
    verb = areas.VERBS.get(move.mutation or "")
    return move.way is Way.EDIT or (verb is not None and verb.input is Way.EDIT)


def creations(node: Node) -> tuple[Move, ...]:
    """The moves that a record may begin with."""
    return tuple(move for move in moves(node) if creates(move))


def steps(node: Node) -> tuple[Move, ...]:
    """The moves of a record that is there."""
    return tuple(move for move in moves(node) if not creates(move))


def value(label: str, member: Property) -> Any:
    """A value that a property takes. What is published is read by all, so that rights are seen."""
    if (label, member.name) in FORMS:
        return FORMS[label, member.name]
    one = _one(member)
    return [one] if member.many else one


def _one(member: Property) -> Any:
    if member.web:
        return "https://example.org/report"
    if member.enum is not None:
        return "PUBLIC" if member.name == "visibility" else next(iter(member.enum)).name
    match member.kind:
        case Kind.DATE:
            return "2026-03-02" if member.from_ else "2026-03-01"
        case Kind.INT:
            return 3
        case Kind.FLOAT:
            return 2.5
        case Kind.RIAL:
            return "1000"
        case Kind.BOOLEAN:
            return True
        case _:
            # No two terms are called alike.
            return f"متن {member.name} {next(_NUMBERS)}" if member.name in _NAMES else f"متن {member.name}"


def part_of(edge: Edge) -> Node | None:
    """The part an edge leads to, which lives and dies with its record."""
    part = MODEL.nodes.get(edge.to)
    return part if part is not None and part.prefix is None else None


def told(edge: Edge) -> Iterator[Property]:
    """The values that are given with one target of an edge."""
    part = part_of(edge)
    members = edge.properties if part is None else tuple(part.properties())
    return (member for member in members if member.given is not Giving.NEVER)


def target_name(edge: Edge) -> str:
    """The field that names the record at the other end, in a row of an edge."""
    return f"{edge.to[0].lower()}{edge.to[1:]}Id"


def target(edge: Edge, id_: str, *, whole: bool = True) -> Any:
    """What is given for one target of an edge: its id, or a row, or a part with its values."""
    values = {
        member.name: value(edge.to, member)
        for member in told(edge)
        if whole or member.given is not Giving.OPTIONAL
    }
    if part_of(edge) is not None:
        return values
    return {target_name(edge): id_, **values} if edge.row is not None else id_
