"""The words an area is declared in: `record`, `part`, `text`, `day`, `link` …, each one member or one node.

Every word takes its name, then what it is called and means, in English and in Persian ("Label: sentence.").
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from graph.model.days import Days
from graph.model.life import Blank, Happening, Life, Move, Way
from graph.model.members import (
    FILE,
    HAS_FILE,
    Access,
    Back,
    Direction,
    Edge,
    Giving,
    Kind,
    Member,
    Property,
    Row,
    Rows,
    Searched,
)
from graph.model.nodes import COUNTS_AS, Node, Plural
from graph.model.words import Choice, Words
from graph.model.written import twins

NEVER, REQUIRED, OPTIONAL, ONCE = Giving.NEVER, Giving.REQUIRED, Giving.OPTIONAL, Giving.ONCE
TITLE, BODY = Searched.TITLE, Searched.BODY

ID = Property(
    "id",
    Kind.ID,
    required=True,
    key=True,
    words=Words(
        "Id: Opaque, unique over all types and never changed: ask for the record by it.",
        "شناسه: مبهم، یکتا میان همهٔ گونه‌ها و همیشگی: رکورد را با آن بخواهید.",
    ),
)
_MUST = {Giving.REQUIRED, Giving.ONCE}


def record(
    label: str,
    prefix: str,
    en: str,
    fa: str,
    members: Iterable[Member],
    *,
    plural: tuple[str, str, str],
    common: Iterable[Member] = (),
    life: Life | Blank | None = None,
    access: Access = Access.OWNED,
    parent: str | None = None,
    order: tuple[tuple[str, bool], ...] = (("createdAt", False),),
    anonymizable: bool = False,
    successor: str | None = None,
    indexes: tuple[tuple[str, ...], ...] = (),
) -> Node:
    """What has an id and a life of its own. `common`: what it has as all of its kind have it.

    `plural`: what many are called, as a field, in English and in Persian; so they are called where
    edges lead back to them and do not say otherwise (see `those`).

    An `anonymizable` one with a life keeps what was written beside what is shown (see `written`).

    `parent` names the edge to the record whose readers read it, with `Access.PARENT`; `successor` that to the
    one that stands for a retired one.
    """
    words, many = Words(en, fa), Plural(plural[0], Words(plural[1], plural[2]))
    own = tuple(members)
    if successor is not None:
        common, indexes = (*common, COUNTS_AS), (*indexes, (COUNTS_AS.name,))
    values = tuple(member for member in own if not isinstance(member, Edge))
    edges = tuple(_named_back(member, many) for member in own if isinstance(member, Edge))
    kept = twins((*values, *common, *edges)) if anonymizable and life is not None else ()
    return Node(
        label,
        prefix,
        (ID, *values, *common, *edges, *kept),
        access=access,
        parent=next((edge for edge in edges if edge.name == parent), None),
        anonymizable=anonymizable,
        successor=next((edge for edge in edges if edge.name == successor), None),
        order=order,
        search=(_searched(values, TITLE), _searched(values, BODY)),
        indexes=indexes,
        words=words,
        plural=many,
        life=life.of(label, upper(label), words) if isinstance(life, Blank) else life,
    )


def part(label: str, en: str, fa: str, members: Iterable[Member], access: Access = Access.OPEN) -> Node:
    """What lives and dies with its record, in its place in a list."""
    words = Words("Place: Its place in the list, counted from 0.", "جا: جای آن در فهرست، با شمارش از ۰.")
    place = Property("position", Kind.INT, required=True, filterable=False, sortable=True, words=words)
    return Node(
        label, None, (*members, place), access=access, order=(("position", True),), words=Words(en, fa)
    )


def upper(name: str) -> str:
    """A name as an enum value.

    >>> upper("createdAt"), upper("ResourceOffer")
    ('CREATED_AT', 'RESOURCE_OFFER')
    """
    return "".join(f"_{c}" if c.isupper() else c for c in name).upper().lstrip("_")


def _searched(members: Iterable[Member], where: Searched) -> tuple[str, ...]:
    return tuple(m.name for m in members if isinstance(m, Property) and m.searched is where)


# -- values ----------------------------------------------------------------------------------------


def text(
    name: str,
    en: str,
    fa: str,
    given: Giving = NEVER,
    *,
    long: bool = False,
    sortable: bool = False,
    searched: Searched | None = None,
    folded: bool = False,
    **more: Any,
) -> Property:
    """A text. A title that is searched, or a text that is `folded`, is filtered as people write it.

    `long`: too long to filter or sort by.
    """
    finds = folded or searched is TITLE
    stored = _value(name, Kind.STRING, en, fa, given, sortable=sortable, searched=searched, **more)
    return replace(
        stored,
        filterable=not long,
        fold=f"{name}Fold" if finds else None,
        sort=f"{name}Sort" if sortable and finds else None,
    )


def web(name: str, en: str, fa: str, given: Giving = NEVER, *, long: bool = True) -> Property:
    """A web address. Not `long`: records are looked for by it."""
    return replace(text(name, en, fa, given, long=long), web=True)


def texts(name: str, en: str, fa: str, given: Giving = NEVER, searched: Searched | None = None) -> Property:
    """A list of texts."""
    return _value(
        name, Kind.STRING, en, fa, given, required=True, many=True, filterable=False, searched=searched
    )


def number(name: str, en: str, fa: str, given: Giving = NEVER, **more: Any) -> Property:
    """A number that may have a fraction; what it counts says the property `unit`, where it has one."""
    return _value(name, Kind.FLOAT, en, fa, given, **more)


def whole(name: str, en: str, fa: str, given: Giving = NEVER, **more: Any) -> Property:
    """A whole number."""
    return _value(name, Kind.INT, en, fa, given, **more)


def rial(name: str, en: str, fa: str, given: Giving = NEVER, *, unit: str) -> Property:
    """An amount of money in whole rials. Which rials says the property `unit`."""
    return _value(name, Kind.RIAL, en, fa, given, unit=unit)


def flag(name: str, en: str, fa: str, given: Giving = NEVER, *, required: bool = True) -> Property:
    """Yes or no; null too, where it is not `required`."""
    return _value(name, Kind.BOOLEAN, en, fa, given, required=required)


def day(
    name: str,
    en: str,
    fa: str,
    given: Giving = NEVER,
    *,
    days: Days,
    from_: str | None = None,
    sortable: bool = True,
) -> Property:
    """A day, one of `days`; one that ends what began on the day `from_` may not be before it."""
    return _value(name, Kind.DATE, en, fa, given, days=days, sortable=sortable, from_=from_)


def moment(name: str, en: str, fa: str, *, sortable: bool = True, required: bool = False) -> Property:
    """A moment that the hub writes down."""
    return _value(name, Kind.DATETIME, en, fa, NEVER, sortable=sortable, required=required)


def choice(
    name: str,
    enum: type[Choice],
    en: str,
    fa: str,
    given: Giving = NEVER,
    *,
    required: bool = False,
    default: Choice | None = None,
) -> Property:
    """One of the values of an enum."""
    return _value(name, Kind.ENUM, en, fa, given, required=required, enum=enum, default=default)


def choices(name: str, enum: type[Choice], en: str, fa: str, given: Giving = NEVER, **more: Any) -> Property:
    """Some of the values of an enum."""
    return _value(name, Kind.ENUM, en, fa, given, required=True, many=True, enum=enum, **more)


def asked(name: str, kind: Kind, en: str, fa: str, **more: Any) -> Property:
    """An argument of an inquiry: one value, or with `many` several."""
    return Property(name, kind, words=Words(en, fa), **more)


def _value(
    name: str, kind: Kind, en: str, fa: str, given: Giving, *, required: bool = False, **more: Any
) -> Property:
    must = required or given in _MUST
    return Property(name, kind, required=must, words=Words(en, fa), given=given, **more)


# -- edges -----------------------------------------------------------------------------------------


def link(name: str, type_: str, to: str, en: str, fa: str, given: Giving = NEVER, **more: Any) -> Edge:
    """A relationship to one record at most."""
    return Edge(name, type_, to, many=False, words=Words(en, fa), given=given, **more)


def links(name: str, type_: str, to: str, en: str, fa: str, given: Giving = NEVER, **more: Any) -> Edge:
    """Relationships to a few records, or the parts of a record: a list."""
    return Edge(name, type_, to, rows=Rows.LIST, words=Words(en, fa), given=given, **more)


def files() -> Edge:
    """The files that are attached to a record: its input takes `fileIds`, of files of whoever gives them.

    The label of the record stands in `FileHolder` (graph/model/files.py) as well.
    """
    return links(
        "files",
        HAS_FILE,
        FILE,
        "Files: What is attached to it: documents and pictures; none to what is anonymized.",
        "پرونده‌ها: سندها و تصویرهای پیوست آن؛ رکورد بی‌نام پیوست ندارد.",
        OPTIONAL,
    )


def rows(name: str, type_: str, to: str, en: str, fa: str, given: Giving = NEVER, **more: Any) -> Edge:
    """Relationships to any number of records: a connection."""
    return Edge(name, type_, to, words=Words(en, fa), given=given, **more)


def row(name: str, en: str, fa: str) -> Row:
    """The type of rows that say more than their node; its label is in the plural."""
    return Row(name, Words(en, fa))


def those(en: str, fa: str) -> Back:
    """The same relationships at the other end, named as the record's plural; `en` and `fa` say which."""
    return Back("", Words(en, fa))


def _named_back(edge: Edge, plural: Plural) -> Edge:
    if edge.back is None or edge.back.name:
        return edge
    which, many = edge.back.words, plural.words
    words = Words(f"{many.en}: {which.en}", f"{many.fa}: {which.fa}")
    return replace(edge, back=replace(edge.back, name=plural.name, words=words))


def back(name: str, en: str, fa: str, row: Row | None = None) -> Back:
    """The same relationships at the other end: a connection."""
    return Back(name, Words(en, fa), row=row)


def back_list(name: str, en: str, fa: str) -> Back:
    """The same relationships at the other end: a list."""
    return Back(name, Words(en, fa), rows=Rows.LIST)


def back_one(name: str, en: str, fa: str) -> Back:
    """The same relationship at the other end: one record at most."""
    return Back(name, Words(en, fa), many=False)


IN, BOTH = Direction.IN, Direction.BOTH


# -- moves -----------------------------------------------------------------------------------------


def move(
    mutation: str | None,
    event: tuple[str, str, str],
    en: str,
    fa: str,
    way: Way = Way.OWN,
    *,
    gives: tuple[str, str] = ("", ""),
    **more: Any,
) -> Move:
    """A move of a life, with its event (its name, and how it is told) and what its input is (`gives`)."""
    name, told_en, told_fa = event
    happening = Happening(name, Words(told_en, told_fa))
    return Move(mutation, way, happening, Words(en, fa), input_words=Words(*gives), **more)
