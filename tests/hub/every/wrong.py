"""Turn the declaration of what a move is given into inputs that must be refused, each with its code and place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from graph.limits import MAXIMUM_LINKS, MAXIMUM_LONG_TEXT, MAXIMUM_SHORT_TEXT, MAXIMUM_TEXTS
from graph.model import MODEL
from graph.model.members import Edge, Giving, Kind, Property
from tests.hub.every.inputs import FORMS, Asked, part_of, target, target_name, told, value

NUMBERS = {Kind.INT: -1, Kind.FLOAT: -0.5, Kind.RIAL: "-1"}

BESIDE: dict[str, dict[str, Any]] = {
    "amount": {"amountUnit": "IRR"},
    "budget": {"budgetUnit": "IRR"},
    "price": {"priceUnit": "IRR"},
    "fee": {"feeUnit": "IRR"},
    "stipend": {"stipendUnit": "IRR"},
    "payFrom": {"payUnit": "IRR"},
    "payTo": {"payUnit": "IRR"},
}
"""What must be given with a value for it to be looked at."""

INSTEAD = {
    ("Adoption", "wording", "NUMBER_NEGATIVE"): "WORDING_CHANGED",
    ("Endorsement", "wording", "NUMBER_NEGATIVE"): "WORDING_CHANGED",
    ("Partnership", "parties", "VALUE_REQUIRED"): "TOO_FEW_PARTIES",
    ("Exchange", "quantity", "NUMBER_TOO_LARGE"): "SUM_TOO_LARGE",
    ("Lesson", "source", "CONTROL_CHARACTERS"): "ORIGIN_NEEDED",
    ("Campaign", "answerSource", "CONTROL_CHARACTERS"): "ANSWER_NEEDS_SOURCE",
    ("Commitment", "owedById", "NOT_FOUND"): "NOT_A_PARTY",
    ("Meeting", "attendance", "NOT_FOUND"): "NOT_IN_GROUP",
    ("TieClaim", "fromId", "NOT_FOUND"): "NOT_ALLOWED",
    ("Commitment", "owedToId", "NOT_FOUND"): "NOT_A_PARTY",
    ("CohortReport", "apprenticeshipId", "NOT_FOUND"): "COURSE_OR_APPRENTICESHIP",
    ("PaymentTerms", "payerId", "NOT_FOUND"): "NOT_A_PARTY",
    ("Apprenticeship", "months", "NUMBER_NEGATIVE"): "APPRENTICESHIP_LENGTH",
    ("JobOpportunity", "places", "NUMBER_NEGATIVE"): "MORE_FILLED_THAN_PLACES",
    ("JobOpportunity", "payTo", "NUMBER_NEGATIVE"): "RANGE_REVERSED",
    ("SupportCenter", "centerCount", "NUMBER_NEGATIVE"): "ONE_CENTER_ONLY",
}
"""Codes of moves with rules of their own, which look before the values are stored."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is given beside or instead of what is right, and what is said of it."""

    given: dict[str, Any]
    code: str
    path: list[str]

    def within(self, name: str, before: list[Any], row: dict[str, Any]) -> "Wrong":
        """The same in a row, after those that are right."""
        path = [name, str(len(before)), *self.path]
        return Wrong({name: [*before, row | self.given]}, self.code, path)


def wrongs(label: str, field: Asked, given: dict[str, Any]) -> Iterator[Wrong]:
    """All that is wrong for a field of an input of `label`, beside what is given already."""
    match field.home:
        case Property() as member:
            found = _values(label, member, field.name)
        case Edge(row=None) as edge if part_of(edge) is None:
            found = chain(_none(edge, field.name), _ids(edge, field.name))
        case Edge() as edge:
            rows = _rows(edge, field.name, given.get(field.name) or [])
            found = chain(_none(edge, field.name), rows)
        case None:
            return
    for wrong in found:
        code = INSTEAD.get((label, field.name, wrong.code), wrong.code)
        yield Wrong(wrong.given, code, ["input", *wrong.path])


def _values(label: str, member: Property, name: str) -> Iterator[Wrong]:
    """`name`: that of the field; an input of its own may call a value otherwise."""
    if (label, member.name) not in FORMS:
        for one, code in _ones(member):
            wrong = [*value(label, member), one] if member.many else one
            place = [name, "1"] if member.many else [name]
            yield Wrong({name: wrong, **BESIDE.get(member.name, {})}, code, place)
    if member.many:
        many = value(label, member) * (MAXIMUM_TEXTS + 1)
        yield Wrong({name: many}, "LIST_TOO_LONG", [name])
    if member.from_ and member.kind is Kind.INT:
        yield Wrong({member.from_: 4, member.name: 3}, "RANGE_REVERSED", [member.name])
    elif member.from_:
        given = {member.from_: "2026-03-02", member.name: "2026-03-01"}
        yield Wrong(given, "END_BEFORE_START", [member.name])


def _ones(member: Property) -> Iterator[tuple[Any, str]]:
    if member.kind is Kind.STRING:
        most = MAXIMUM_SHORT_TEXT if member.filterable or member.sortable else MAXIMUM_LONG_TEXT
        yield "ت" * (most + 1), "TEXT_TOO_LONG"
        yield "\x1b", "CONTROL_CHARACTERS"
        if member.required:
            yield " \N{ZERO WIDTH NON-JOINER}\N{BRAILLE PATTERN BLANK}", "TEXT_EMPTY"
        if member.web:
            yield 'https://example.org/"', "BAD_WEB_ADDRESS"
    if member.days is not None:
        yield "9999-01-01", "DAY_OUT_OF_RANGE" if member.days.ahead else "IN_THE_FUTURE"
    if member.kind in NUMBERS and not member.signed:
        yield NUMBERS[member.kind], "NUMBER_NEGATIVE"
    if member.most is not None:
        yield member.most + 1, "NUMBER_OUT_OF_RANGE"
    if member.kind is Kind.FLOAT:
        yield 1e300, "NUMBER_TOO_LARGE"


def _nowhere(edge: Edge) -> str:
    return f"{MODEL.labels(edge.to)[0].prefix}_nowhere"


def _none(edge: Edge, name: str) -> Iterator[Wrong]:
    if edge.many and edge.given is Giving.REQUIRED:
        yield Wrong({name: []}, "VALUE_REQUIRED", [name])


def _ids(edge: Edge, name: str) -> Iterator[Wrong]:
    nowhere = _nowhere(edge)
    if not edge.many:
        yield Wrong({name: nowhere}, "NOT_FOUND", [name])
        return
    yield Wrong({name: [nowhere]}, "NOT_FOUND", [name, "0"])
    many = [f"{nowhere}{n}" for n in range(MAXIMUM_LINKS + 1)]
    yield Wrong({name: many}, "LIST_TOO_LONG", [name])


def _rows(edge: Edge, name: str, before: list[Any]) -> Iterator[Wrong]:
    row = target(edge, _nowhere(edge), whole=False)
    yield Wrong({name: [*before, *[row] * MAXIMUM_LINKS, row]}, "LIST_TOO_LONG", [name])
    if part_of(edge) is None:
        yield Wrong({target_name(edge): _nowhere(edge)}, "NOT_FOUND", []).within(name, before, row)
        twice = Wrong({}, "LISTED_TWICE", [])
        yield twice.within(name, [*before, row], row)
    for member in told(edge):
        for wrong in _values(edge.to, member, member.name):
            yield wrong.within(name, before, row)
