"""Turn what an organization wrote into what others read once it is anonymized, and back.

What is shown takes the place of what was written, so that filters, sorts and cursors measure no more than
is read. What was written stands beside it in hidden twins, which `written` shows to its owners.
Times are shown by their month: the minute of an anonymized record beside that of a named one tells whose
it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from graph.model.members import Edge, Giving, Kind, Member, Nested, Property, See
from graph.model.nodes import Node
from graph.model.words import Words

ANONYMIZED = "ANONYMIZED"
"""The audience of what is shown otherwise than it was written."""

_TIMES = {Kind.DATE, Kind.DATETIME}
_MARK = "createdAt"
"""Every record has it, so its twin says that there are twins."""


def twin(name: str) -> str:
    """The property that keeps what was written.

    >>> twin("startedOn")
    'writtenStartedOn'
    """
    return f"written{name[0].upper()}{name[1:]}"


def twins(members: Iterable[Member]) -> Iterator[Member]:
    """The hidden twins of all members that an anonymized record may show otherwise, and `written`."""
    shown = [member for member in members if _is_shown_otherwise(member)]
    for member in shown:
        if isinstance(member, Property):
            yield Property(
                twin(member.name),
                member.kind,
                many=member.many,
                enum=member.enum,
                filterable=False,
                hidden=True,
            )
        elif isinstance(member, Edge):
            yield replace(
                member,
                name=twin(member.name),
                type=f"WRITTEN_{member.type}",
                given=Giving.NEVER,
                back=None,
                hidden=True,
                generalized=False,
            )
    yield Property("acknowledged", many=True, filterable=False, hidden=True)
    yield Nested(
        "written",
        "Written",
        required=False,
        cypher=lambda n, see: _written(shown, n, see),
        words=Words(
            "Written: What its organization wrote, where others read it less exactly; null to all but its"
            " owners, and where it is shown as it was written.",
            "نوشته: آنچه سازمانش نوشته، آن‌جا که دیگران نادقیق‌ترش را می‌خوانند؛ برای همه جز صاحبان آن،"
            " و آن‌جا که همان نشان داده می‌شود، null.",
        ),
    )


def _is_shown_otherwise(member: Member) -> bool:
    if isinstance(member, Edge):
        return member.generalized
    return isinstance(member, Property) and (member.generalized or member.kind in _TIMES)


def _written(shown: Iterable[Member], n: str, see: See) -> str:
    values = []
    for member in shown:
        if isinstance(member, Property):
            values.append(f"{member.name}: {n}.{twin(member.name)}")
        elif isinstance(member, Edge):
            those = f"[({n})-[:WRITTEN_{member.type}]->(x:{member.to}) | x]"
            values.append(f"{member.name}: {those if member.many else f'head({those})'}")
    there = f"{see.owns(n)} AND {n}.{twin(_MARK)} IS NOT NULL"
    return f"CASE WHEN {there} THEN {{{', '.join(values)}}} END"


def paired(node: Node) -> Iterator[Property]:
    """The properties of a label that have a twin."""
    return (member for member in node.properties() if twin(member.name) in node.by_name)


def paired_edges(node: Node) -> Iterator[Edge]:
    """The edges of a label that have a twin."""
    return (edge for edge in node.edges() if twin(edge.name) in node.by_name)


def shown(
    node: Node, written: Mapping[str, Any], zone: str, coarser: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The properties, and their twins, that differ from what was written; None where nothing is kept.

    `coarser` names what is shown still less exactly than times by their month.
    """
    anonymized = written.get("audience") == ANONYMIZED
    made: dict[str, Any] = {}
    for member in paired(node):
        value = written.get(member.name)
        made[twin(member.name)] = value if anonymized else None
        if anonymized:
            made[member.name] = (coarser or {}).get(member.name, _by_month(value, zone))
    return made


def is_apart(stored: Mapping[str, Any]) -> bool:
    """Whether what was written stands beside what is shown."""
    return twin(_MARK) in stored


def written(node: Node, stored: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a record as its organization wrote them.

    >>> from graph.model import MODEL
    >>> written(MODEL.nodes["Lesson"], {"createdAt": 1, "writtenCreatedAt": 2, "publishedAt": 1})
    {'createdAt': 2}
    """
    names = {member.name for member in paired(node)}
    if not is_apart(stored):
        return dict(stored)
    kept = {name: value for name, value in stored.items() if name not in names}
    return {
        **{name: stored[twin(name)] for name in names if twin(name) in stored},
        **{name: value for name, value in kept.items() if name not in map(twin, names)},
    }


def _by_month(value: Any, zone: str) -> Any:
    match value:
        case datetime():
            return month_of(value, zone)
        case date():
            return value.replace(day=1)
        case _:
            return value


def month_of(moment: datetime, zone: str) -> datetime:
    """The first moment of its month there.

    >>> month_of(datetime(2026, 3, 31, 22, 0, tzinfo=UTC), "Asia/Tehran").isoformat()
    '2026-03-31T20:30:00+00:00'
    """
    there = moment.astimezone(ZoneInfo(zone))
    return there.replace(day=1, hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


def month_text(moment: str, zone: str) -> str:
    """The same in Cypher: `moment` and `zone` are expressions."""
    there = f"datetime.truncate('month', datetime({{datetime: {moment}, timezone: {zone}}}))"
    return f"datetime({{datetime: {there}, timezone: 'Z'}})"
