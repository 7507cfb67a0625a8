"""A network that is made from the model: every label in every audience, and every edge between them.

Whatever is declared is in it, so a new type, field or edge is asked about without a line written for it. Its rows
make no story: what is tied to what is drawn, so that the edges lead between all audiences and all owners.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.members import Access, Direction, Edge, Kind, Property
from graph.model.nodes import Node
from tests.network import BEGUN, Network, Thing
from tests.running import today

OWN, PARTNER, OTHER = "org_own", "org_partner", "org_other"
PAST, FUTURE, SUSPENDED, TURNED = "org_past", "org_future", "org_suspended", "org_turned"
LISTED, GONE = "org_listed", "org_gone"
STATUS = {LISTED: "LISTED", GONE: "WITHDRAWN"}
"""Of the organizations that are no members."""

_DAYS, _A_YEAR = timedelta(days=2), timedelta(days=400)
"""Two, so that a run may go past midnight."""


def terms() -> dict[str, tuple[str, date, date | None]]:
    """How the partnership of each with OWN stands: its status, its first day and its last."""
    now = today()
    return {
        PARTNER: ("ACTIVE", now - _DAYS, now + _DAYS),
        PAST: ("ACTIVE", now - _A_YEAR, now - _DAYS),
        FUTURE: ("SIGNED", now + _DAYS, now + _A_YEAR),
        SUSPENDED: ("SUSPENDED", now - _DAYS, None),
        TURNED: ("ENDED", now - _DAYS, None),
        GONE: ("SIGNED", now - _DAYS, None),
    }


ORGANIZATIONS = (OWN, PARTNER, OTHER, PAST, FUTURE, SUSPENDED, TURNED, LISTED, GONE)
WORD = "سنجه"
"""A word that every text has, so that one search finds whatever may be read."""

_PLACED: dict[str, tuple[str, ...]] = {"Region": ("code",), "Topic": ("slug",), "Skill": ("slug",)}
_ROWS = {Access.OPEN: 6, Access.MEMBERS: 6}
_MADE = datetime(2026, 1, 1, 8, tzinfo=UTC)


@dataclass
class House:
    """The network in the making, drawn by a seed."""

    rng: Random
    network: Network

    def build(self) -> None:
        """Put everything in."""
        for node in MODEL.nodes.values():
            for number, (audience, owners) in enumerate(self._rights(node)):
                self._thing(node, number, audience, owners)
        for number, (other, (status, first, last)) in enumerate(terms().items()):
            self._partnership(number, other, status, first, last)
        for relationship in relationships():
            self._tie(relationship)
        for link in self.network.links:
            if link.end.label == "Version" and link.type == "HAS_VERSION":
                link.end.properties["of"] = link.start.label

    # -- nodes --------------------------------------------------------------------------------------

    def _rights(self, node: Node) -> Iterator[tuple[str | None, list[str]]]:
        if node.label == "Organization":
            yield from ((None, [id_]) for id_ in ORGANIZATIONS)
            return
        if node.access in _ROWS or node.access in {Access.PARENT, Access.AUDIT}:
            yield from ((None, []) for _ in range(_ROWS.get(node.access, 10)))
            return
        for audience in Audience:
            if audience in {Audience.ANONYMIZED, Audience.AUTHORS} and not self._may_be_anonymized(node):
                continue
            yield audience.value, [OWN]
            yield audience.value, [self.rng.choice(ORGANIZATIONS[1:])]
        yield Audience.PARTNERS.value, [OTHER, OWN]

    def _may_be_anonymized(self, node: Node) -> bool:
        of = [node] if node.parent is None else [node, *MODEL.labels(node.parent.to)]
        return any(one.anonymizable for one in of)

    def _thing(self, node: Node, number: int, audience: str | None, owners: list[str]) -> None:
        label = node.label
        key = owners[0] if label == "Organization" else f"{node.prefix or label.lower()}_r{number}"
        given: dict[str, Any] = {
            member.name: self._value(member, label, number)
            for member in node.properties()
            if member.name != "id" and (member.required or self.rng.random() < 0.7)
        }
        names = node.by_name
        if label in _PLACED:
            given |= BEGUN | {name: f"{label[:2].lower()}-{number}" for name in _PLACED[label]}
            given["countsAs"] = key
        if label == "Organization":
            given |= {"status": STATUS.get(key, "MEMBER"), "targetGroups": ["YOUTH"]}
        if "audience" in names:
            given["audience"] = audience
        if "ownerIds" in names:
            given["ownerIds"] = owners
        if "askedId" in names:
            given["ownerIds"] = [*dict.fromkeys((owners[0], OTHER if number % 2 else PARTNER))]
            given["askedId"] = given["ownerIds"][number % len(given["ownerIds"])]
        if "untold" in names:
            given["untold"] = None
        self.network.add(label, key, **given)

    def _value(self, member: Property, label: str, number: int) -> Any:
        one = self._one(member, label, number)
        return [one] if member.many else one

    def _one(self, member: Property, label: str, number: int) -> Any:
        if member.enum is not None:
            return list(member.enum)[number % len(member.enum)].value
        match member.kind:
            case Kind.INT if member.name == "position":
                return number  # It orders the parts of a record: no two have one.
            case Kind.DATE:
                return date(2026, 3, 1) + timedelta(days=number % 5 + 20 * bool(member.from_))
            case Kind.DATETIME:
                return _MADE + timedelta(hours=number % 4)
            case Kind.INT | Kind.FLOAT | Kind.RIAL:
                return (member.least or 0) + number % min(4, (member.most or 9) - (member.least or 0) + 1)
            case Kind.BOOLEAN:
                return number % 2 == 0
            case _ if member.web:
                return f"https://example.org/{label}/{number}"
            case _:
                # Others tie in their order; no two have one value of what names a record.
                return f"{WORD} {label} {member.name} {number if member.key else number % 3}"

    def _partnership(self, number: int, other: str, status: str, first: date, last: date | None) -> None:
        key = f"par_t{number}"
        given = {
            member.name: self._value(member, "Partnership", number) for member in _required("Partnership")
        }
        given |= {"status": status, "startsOn": first, "endsOn": last, "audience": "PUBLIC"}
        given |= {"signedOn": None, "ownerIds": [OWN, other]}
        self.network.add("Partnership", key, **given)
        self.network.link(key, "HAS_PARTY", OWN, other, role="طرف")

    # -- relationships ------------------------------------------------------------------------------

    def _tie(self, of: "Relationship") -> None:
        if of.type == "HAS_PARTY":
            return  # Partners are those of `terms`, and no others.
        starts = [t for label in of.starts for t in self._of(label)]
        ends = [t for label in of.ends for t in self._of(label)]
        if not starts or not ends:
            return
        taken: dict[str, int] = {}
        self.rng.shuffle(starts)
        for number, start in enumerate(starts):
            for end in self.rng.sample(ends, min(len(ends), 1 if of.one_from else 2)):
                if of.one_to and taken.get(end.key):
                    continue
                if of.symmetric and start.key >= end.key:
                    continue
                taken[end.key] = 1
                facts = {p.name: self._value(p, of.type, number) for p in of.properties}
                if of.parallel:
                    facts[of.parallel] = f"tie_{of.type.lower()}{number}"
                self.network.link(start.key, of.type, end.key, **facts)

    def _of(self, label: str) -> list[Thing]:
        return self.network.of(label)


def _required(label: str) -> list[Property]:
    return [member for member in MODEL.nodes[label].properties() if member.required and member.name != "id"]


@dataclass(frozen=True)
class Relationship:
    """A type of relationships, between which labels, and whether a start or an end has one at most."""

    type: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    one_from: bool
    one_to: bool
    symmetric: bool
    properties: tuple[Property, ...]
    parallel: str | None


def relationships() -> list[Relationship]:
    """All that the model declares, each once."""
    found: dict[tuple[str, frozenset[str], frozenset[str]], Relationship] = {}
    for node in MODEL.nodes.values():
        ways = [*node.edges(), *([node.parent] if node.parent is not None else [])]
        for edge in (way for way in ways if way.hops is None and way.by is None):
            one = _relationship(node, edge)
            key = (one.type, frozenset(one.starts), frozenset(one.ends))
            other = found.get(key, one)
            found[key] = Relationship(
                one.type,
                one.starts,
                one.ends,
                one.one_from or other.one_from,
                one.one_to or other.one_to,
                one.symmetric,
                one.properties or other.properties,
                one.parallel or other.parallel,
            )
    return _whole(list(found.values()))


def _relationship(node: Node, edge: Edge) -> Relationship:
    here, there = (node.label,), tuple(one.label for one in MODEL.labels(edge.to))
    one = not edge.many or (node.parent is not None and edge.name == node.parent.name)
    symmetric = edge.direction is Direction.BOTH
    if edge.direction is Direction.IN:
        return Relationship(edge.type, there, here, False, one, symmetric, edge.properties, edge.parallel)
    return Relationship(edge.type, here, there, one, False, symmetric, edge.properties, edge.parallel)


def _whole(found: list[Relationship]) -> list[Relationship]:
    """Those that no other holds: what one end says of a union, the other says of each of its labels."""

    def holds(one: Relationship, other: Relationship) -> bool:
        wider = set(other.starts) <= set(one.starts) and set(other.ends) <= set(one.ends)
        return (
            one is not other
            and one.type == other.type
            and wider
            and ((set(one.starts), set(one.ends)) != (set(other.starts), set(other.ends)))
        )

    kept = []
    for one in found:
        if any(holds(other, one) for other in found):
            continue
        below = [other for other in found if holds(one, other)]
        kept.append(
            Relationship(
                one.type,
                one.starts,
                one.ends,
                one.one_from or any(other.one_from for other in below),
                one.one_to or any(other.one_to for other in below),
                one.symmetric,
                next((r.properties for r in (one, *below) if r.properties), ()),
                next((r.parallel for r in (one, *below) if r.parallel), None),
            )
        )
    return kept


def house(seed: int) -> Network:
    """The network of a seed."""
    made = House(Random(seed), Network())  # noqa: S311 - the same for the same seed, and no secret
    made.build()
    return made.network
