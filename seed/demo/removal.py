"""Take the demo out of a graph, and nothing else: what goes is looked up first, and told.

Gone is what is marked as demo; what organizations of the demo alone own (somebody tried their tokens); and
what lives and dies with those: parts, what is read as they are, their events, tokens and audit, and claims
that ask one of them. Real records stay, whatever else they led to, and lose the link alone: no field of the
contract promises that there is one.
"""

from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.connection import Database, Transaction
from graph.model import MODEL
from graph.model.audit import TOLD_OF
from graph.model.members import FILE, Access, Edge
from graph.model.snapshots import TYPE as VERSIONS
from graph.model.snapshots import is_of_parts
from graph.queries.readers import arrow
from seed.demo.loader import HOUSE
from seed.store import Progress, remember

BATCH = 1_000
"""So many nodes are looked at, or deleted, in one statement."""

_LISTED = 100
"""So many links are listed one by one."""

_MARKED = "MATCH (n:{label}) WHERE n.demo = true RETURN id(n) AS id, '{label}' AS label"
# An event is owned as what it is about: it goes with that, not with whoever did it.
_OWNED = """
MATCH (o) WHERE id(o) IN $ids AND o:Organization
MATCH (o)--(n:Node) WHERE NOT n:Event AND size(n.ownerIds) > 0
AND all(owner IN n.ownerIds WHERE EXISTS { MATCH (d:Organization {id: owner}) WHERE d.demo = true })
RETURN DISTINCT id(n) AS id, [l IN labels(n) WHERE l <> 'Node'][0] AS label
"""
_BELOW = """
MATCH (n){way}(m) WHERE id(n) IN $ids AND n:{label}
RETURN DISTINCT id(m) AS id, [l IN labels(m) WHERE l <> 'Node'][0] AS label
"""
_PROMISED = """
MATCH (n){way}(m:{of}) WHERE id(n) IN $ids AND n:{label} RETURN DISTINCT id(m) AS id, '{of}' AS label
"""
_LOST = """
MATCH (n)-[r]-(m:Node) WHERE id(n) IN $ids AND NOT n:Event|Version|AuditEntry
AND NOT m:Event|Version|AuditEntry|Region|Topic|Skill
RETURN id(m) AS place, m.id AS id, [l IN labels(m) WHERE l <> 'Node'][0] AS label, type(r) AS type,
       [l IN labels(n) WHERE l <> 'Node'][0] AS to
"""
_DISOWN = """
MATCH (o:Organization) WHERE id(o) IN $ids
MATCH (o)--(n:Node) WHERE o.id IN n.ownerIds
WITH DISTINCT o, n
CALL (n) {{ WITH n AS owned RETURN owned {told} }}
SET owned.ownerIds = [owner IN owned.ownerIds WHERE owner <> o.id]
"""
_IDS = "MATCH (n) WHERE id(n) IN $ids RETURN n.id AS id"
_DELETE = "MATCH (n) WHERE id(n) IN $ids DETACH DELETE n"


@dataclass(frozen=True, slots=True)
class LostLink:
    """A real record that loses a link: its label and id, the type of the link, and what it led to."""

    label: str
    id: str
    type: str
    to: str


@dataclass(slots=True)
class Leaving:
    """What goes: labels of nodes by the database's own ids, in steps; what hangs on others in a later one."""

    steps: list[dict[int, str]] = field(default_factory=list)
    lost: list[LostLink] = field(default_factory=list)

    @property
    def places(self) -> set[int]:
        """All that goes."""
        return {place for step in self.steps for place in step}

    def counts(self) -> Mapping[str, int]:
        """How many go, by their label."""
        return Counter(label for step in self.steps for label in step.values())


async def survey(database: Database) -> Leaving:
    """What would go, and which real records would lose a link."""
    leaving = Leaving()
    found = [row for label in _marked_labels() for row in await database.rows(_MARKED.format(label=label))]
    while found:
        known = leaving.places
        step = {row["id"]: row["label"] for row in found if row["id"] not in known}
        if not step:
            break
        leaving.steps.append(step)
        found = [row async for row in _hanging(database, step)]
    leaving.lost = [link async for link in _lost(database, leaving)]
    return leaving


def told(leaving: Leaving) -> str:
    """What goes, for whoever is about to do it: how many of each label, which real records lose a link."""
    if not leaving.steps:
        return "There is no demo in this graph."
    lines = ["This goes:", *(f"  {count:>8}  {label}" for label, count in sorted(leaving.counts().items()))]
    if leaving.lost:
        lines.append(f"These {len(leaving.lost)} links of real records go with it; the records stay:")
        lines += [f"  {link.label} {link.id}: {link.type} {link.to}" for link in leaving.lost[:_LISTED]]
    if len(leaving.lost) > _LISTED:
        lines.append(f"  … and {len(leaving.lost) - _LISTED} more")
    return "\n".join(lines)


async def files_of(database: Database, leaving: Leaving) -> list[str]:
    """The ids of the files that go: their bytes are not in the graph."""
    places = [place for step in leaving.steps for place, label in step.items() if label == FILE]
    return [row["id"] for row in await database.rows(_IDS, ids=places)]


async def remove(database: Database, leaving: Leaving, progress: Progress) -> None:
    """Take it away, and let it not be loaded again. Stopped halfway, the next survey finds the rest."""
    await remember(database, HOUSE)
    organizations = [place for step in leaving.steps for place, label in step.items() if label == _OWNER]
    for ids in _batches(organizations):
        await _run(database, _disown(), ids)
    # What hangs on others goes before them, and owners go last: until then they lead to what is theirs.
    order = [place for step in reversed(leaving.steps) for place in step if step[place] != _OWNER]
    order += organizations
    for done, ids in enumerate(_batches(order)):
        await _run(database, _DELETE, ids)
        progress("Taking the demo away", min(1.0, (done + 1) * BATCH / len(order)))


_OWNER = "Organization"


def _marked_labels() -> list[str]:
    return [node.label for node in MODEL.nodes.values() if "demo" in node.by_name]


async def _run(database: Database, text: str, ids: list[int]) -> None:
    async def work(transaction: Transaction) -> None:
        await transaction.run(text, ids=ids)

    await database.write(work)


def _batches(ids: Collection[int]) -> Iterator[list[int]]:
    listed = list(ids)
    return (listed[start : start + BATCH] for start in range(0, len(listed), BATCH))


def _disown() -> str:
    """Take an organization from the owners of what it shares with real ones, and of what is told of that."""
    ways = [
        "",
        *(way for node in MODEL.nodes.values() if node.access is Access.OWNED for way in _ways(node.label)),
    ]
    ends = ("<-[:SUBJECT]-(owned:Event)", f"-[:{VERSIONS}]->(owned:Version)")
    told = (f"UNION MATCH (n){way}{end} RETURN owned" for way in dict.fromkeys(ways) for end in ends)
    return _DISOWN.format(told=" ".join(told))


def _ways(label: str) -> Iterator[str]:
    """Patterns from a record to what is read as it is."""
    for below, parent in _read_as(label):
        way = f"{_way(parent, back=True)}(:{below})"
        yield way
        yield from (f"{way}{longer}" for longer in _ways(below))


async def _hanging(database: Database, step: Mapping[int, str]) -> AsyncIterator[dict[str, Any]]:
    """What is owned by the nodes of a step alone, or lives and dies with one of them."""
    for ids in _batches(step):
        for text in (_OWNED, *_below(set(step.values()))):
            for row in await database.rows(text, ids=ids):
                yield row


def _below(labels: set[str]) -> Iterator[str]:
    """Statements that lead from nodes of these labels to their parts, to what is read as they are, to their
    events and tokens, and to what is promised to lead to one of them."""
    for label in sorted(labels & MODEL.nodes.keys()):
        for of, edge in _promised(label):
            yield _PROMISED.format(way=_way(edge, back=True), of=of, label=label)
        ways = [_way(edge) for edge in MODEL.nodes[label].edges() if is_of_parts(edge)]
        ways += [_way(parent, back=True) for _, parent in _read_as(label)]
        ways += [
            "<-[:SUBJECT]-",
            f"<-[:SUBJECT]-(:Event)<-[:{TOLD_OF}]-",
            f"-[:{VERSIONS}]->",
            *(["<-[:ACTS_FOR]-", "<-[:AUDIT_FOR]-"] if label == _OWNER else []),
        ]
        yield from (_BELOW.format(way=way, label=label) for way in ways)


def _read_as(label: str) -> Iterator[tuple[str, Edge]]:
    """What is read as a record of a label is, with the edge to that: commitments as their partnership."""
    for node in MODEL.nodes.values():
        if node.access not in {Access.PARENT, Access.JUDGED, Access.SAID} or node.parent is None:
            continue
        if any(of.label == label for of in MODEL.labels(node.parent.to)):
            yield node.label, node.parent


def _promised(label: str) -> Iterator[tuple[str, Edge]]:
    """Each edge to a label that no record of its own is without, with the label of that record."""
    for node in MODEL.nodes.values():
        for edge in node.edges():
            if edge.required and not edge.many and any(to.label == label for to in MODEL.labels(edge.to)):
                yield node.label, edge


def _way(edge: Edge, *, back: bool = False) -> str:
    left, right = arrow(edge, back=back)
    return f"{left}[:{edge.type}]{right}"


async def _lost(database: Database, leaving: Leaving) -> AsyncIterator[LostLink]:
    gone = leaving.places
    for ids in _batches(gone):
        for row in await database.rows(_LOST, ids=ids):
            if row["place"] not in gone:
                yield LostLink(row["label"], row["id"], row["type"], row["to"])
