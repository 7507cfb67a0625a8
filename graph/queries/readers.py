"""Who reads a record, as Cypher: its own audience and owners, or those of what it is a part of."""

from collections.abc import Iterator, Sequence

from graph.model import MODEL
from graph.model.access import Audience, narrowed
from graph.model.events import THEN_AUDIENCE, THEN_OWNERS
from graph.model.members import Access, Direction, Edge
from graph.model.nodes import Node
from graph.model.remarks import STANDING, WITHDRAWN
from graph.model.written import ANONYMIZED

_REVIEWERS, _AUTHORS = Audience.REVIEWERS.value, Audience.AUTHORS.value


def readers(node: Node, record: str) -> Iterator[str]:
    """Clauses that give the `audience` and `owners` of a record, or those of what it is a part of."""
    owned = record
    if node.access is Access.JUDGED and node.parent is not None:
        left, right = arrow(node.parent)
        labels = "|".join(of.label for of in MODEL.labels(node.parent.to))
        yield f"MATCH ({record}){left}[:{node.parent.type}]{right}(of_{record}:{labels})"
        now = judged(record, f"of_{record}.audience")
        yield f"WITH {record}, {now} AS audience, of_{record}.ownerIds AS owners"
        return
    if node.access is Access.SAID:
        way, said, under = _under(node, record)
        yield f"MATCH {way}"
        yield f"WITH {record}, {told(said, under)} AS audience, {tellers(said, under)} AS owners"
        return
    while node.access is Access.PARENT and node.parent is not None:
        left, right = arrow(node.parent)
        yield f"MATCH ({owned}){left}[:{node.parent.type}]{right}(of_{owned}:{node.parent.to})"
        node, owned = MODEL.nodes[node.parent.to], f"of_{owned}"
    if node.access is Access.OPEN:
        yield f"WITH {record}, '{Audience.PUBLIC.value}' AS audience, [{record}.id] AS owners"
    else:
        yield f"WITH {record}, {owned}.audience AS audience, {owned}.ownerIds AS owners"


def told_of(event: str, audience: str, owners: str, *, own: bool) -> tuple[str, str]:
    """The audience and the owners who are told of an earlier `event` about a record, by those it has now.

    Nobody is told of what happened before they read the record: not of how long it was a draft, nor of what
    was asked for before it was agreed on. What is said or judged has no owners of its `own`.
    """
    kept = f"[owner IN {owners} WHERE owner IN coalesce({event}.{THEN_OWNERS}, {owners})]" if own else owners
    return narrowed(f"{event}.{THEN_AUDIENCE}", audience), kept


def judged(record: str, audience: str) -> str:
    """Who is told what happens to a `record` that judges another, which is read by an `audience`.

    Until it is open to all readers of the other: reviewers too, where they all read the other as members do.
    """
    return (
        f"CASE WHEN {record}.audience <> '{_REVIEWERS}' THEN {audience}"
        f" WHEN {audience} IN ['{Audience.PUBLIC.value}', '{Audience.MEMBERS.value}'] THEN '{_REVIEWERS}'"
        f" WHEN {audience} IN ['{Audience.PARTNERS.value}', '{Audience.OWNERS.value}']"
        f" THEN '{Audience.OWNERS.value}' ELSE '{Audience.AUTHORS.value}' END"
    )


def told(said: Sequence[str], under: str) -> str:
    """Who is told what happens to what was said, a node and those it stands under, beneath a record `under`.

    What is read by few is told to no more: what was said under the name of what is anonymized now, to its
    author alone; what is hidden, to coordinators where they all read the record.
    """
    hidden = f"{under}.audience IN ['{ANONYMIZED}', '{_AUTHORS}']"
    named = " OR ".join(f"{one}.audience <> '{ANONYMIZED}'" for one in said)
    gone = " OR ".join(f"{one}.status = '{WITHDRAWN.value}'" for one in said)
    return (
        f"CASE WHEN {hidden} AND ({named}) THEN '{_AUTHORS}' WHEN {_standing(said)} THEN {under}.audience"
        f" WHEN {hidden} THEN '{_AUTHORS}'"
        f" WHEN {under}.audience IN ['{Audience.PUBLIC.value}', '{Audience.MEMBERS.value}'] AND NOT ({gone})"
        f" THEN '{Audience.COORDINATORS.value}' ELSE '{Audience.OWNERS.value}' END"
    )


def tellers(said: Sequence[str], under: str) -> str:
    """Who is told of it whatever the audience: who owns the record, or who wrote what does not stand."""
    first = f"head([one IN [{', '.join(said)}] WHERE one.status <> '{STANDING.value}'])"
    return f"CASE WHEN {_standing(said)} THEN {under}.ownerIds ELSE {first}.ownerIds END"


def _standing(said: Sequence[str]) -> str:
    return "(" + " AND ".join(f"{one}.status = '{STANDING.value}'" for one in said) + ")"


def _under(node: Node, said: str) -> tuple[str, tuple[str, ...], str]:
    """The way up from what was said to the record it is about: a pattern, all that was said, the record."""
    assert node.parent is not None
    left, right = arrow(node.parent)
    whole, *others = MODEL.labels(node.parent.to)
    there = f"of_{said}"
    labels = "|".join(of.label for of in (whole, *others))
    way = f"({said}){left}[:{node.parent.type}]{right}({there}:{labels})"
    if whole.access is not Access.SAID:
        return way, (said,), there
    more, above, under = _under(whole, there)
    return f"{way}, {more}", (said, *above), under


def beneath(node: Node, record: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Patterns from a record down to what was said under it, or under what was said there.

    Each with all that was said, the last first, and the record under which it was.
    """
    if node.access is Access.SAID:
        yield from _down(node, record, *_under(node, record))
    else:
        yield from _down(node, record, "", (), record)


def _down(
    node: Node, last: str, way: str, said: tuple[str, ...], under: str
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for below in MODEL.nodes.values():
        parent = below.parent
        if below.access is Access.SAID and parent is not None and node in MODEL.labels(parent.to):
            left, right = arrow(parent, back=True)
            there = f"below_{last}"
            longer = f"{way}{', ' if way else ''}({last}){left}[:{parent.type}]{right}({there}:{below.label})"
            yield longer, (there, *said), under
            yield from _down(below, there, longer, (there, *said), under)


def judging(node: Node) -> Iterator[tuple[str, Edge]]:
    """What judges records of a label, with the edge to them."""
    for below in MODEL.nodes.values():
        if (
            below.access is Access.JUDGED
            and below.parent is not None
            and node in MODEL.labels(below.parent.to)
        ):
            yield below.label, below.parent


def parts(node: Node, way: str) -> Iterator[str]:
    """Patterns from a record to those that are read as it is."""
    for below in MODEL.nodes.values():
        if below.access is Access.PARENT and below.parent is not None and below.parent.to == node.label:
            left, right = arrow(below.parent, back=True)
            longer = f"{way}{left}[:{below.parent.type}]{right}(:{below.label})"
            yield longer
            yield from parts(below, longer)


def arrow(edge: Edge, *, back: bool = False) -> tuple[str, str]:
    """What stands before and after the relationship of an edge, walked from its node; `back`, to it."""
    inward = (edge.direction is Direction.IN) is not back
    return ("<-", "-") if inward else ("-", "->")
