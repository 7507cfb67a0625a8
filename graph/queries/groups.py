"""What writes ask of a working group, whichever of its records they are about: who runs and reads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from graph.errors import ValueRefused
from graph.model.events import THEN_OWNERS
from graph.model.group_seats import ASKED, CONFIRMED, ENDED
from graph.model.organizations import OrganizationStatus
from graph.model.working_groups import SEAT, SeatRole
from graph.queries.records import Record, Writing, locked

RECORDS = "HAS_MEETING|HAS_DECISION|HAS_ACTION"
"""The relationships from a working group to what its members read."""

_STANDING = f"""
MATCH (g:Node&WorkingGroup {{id: $id}})<-[:HAS_WORKING_GROUP]-(b)
{locked("g")}
RETURN b:Partnership AS joint, properties(b) AS body, properties(g) AS group,
       head([(g)-[:PROPOSED_BY]->(o) | o.id]) AS proposer,
       COLLECT {{ MATCH (g)<-[:SEAT_IN]-(s:GroupSeat)-[:SEAT_OF]->(o:Organization)
                 WHERE s.status IN {[ASKED.value, CONFIRMED.value, ENDED.value]}
                 RETURN {{id: s.id, organization: o.id, role: s.role, status: s.status,
                          since: s.since, until: s.until,
                          gone: o.status = '{OrganizationStatus.WITHDRAWN.value}'}} }} AS seats
"""
_GROUP_OF = f"MATCH (g:WorkingGroup)-[:{RECORDS}]->(:Node {{id: $id}}) RETURN g.id AS id"
_GROUP_OF_SEAT = "MATCH (:Node&GroupSeat {id: $id})-[:SEAT_IN]->(g:WorkingGroup) RETURN g.id AS id"
_IS_OF = f"MATCH (:Node&WorkingGroup {{id: $group}})-[:{RECORDS}]->(n:Node {{id: $id}}) RETURN n.id AS id"
_GROUPS_OF = "MATCH (:Node {id: $id})-[:HAS_WORKING_GROUP]->(g:WorkingGroup) RETURN g.id AS id ORDER BY id"
_LED_TO = "MATCH (:Node {id: $id})-[r]->(o) WHERE type(r) = $type RETURN o.id AS id ORDER BY id"

# Whoever joins reads what the group has done before, its records and their events.
# Who reads what changes with a seat, and nothing else of the records does: they keep their version.
_SPREAD = f"""
MATCH (g:Node&WorkingGroup {{id: $id}})
CALL (g) {{
  RETURN g AS n, $asked AS owners
  UNION ALL MATCH (g)<-[:SEAT_IN]-(s:GroupSeat)-[:SEAT_OF]->(o:Organization)
  RETURN s AS n, $keepers + [id IN [o.id] WHERE NOT id IN $keepers] AS owners
  UNION ALL MATCH (g)-[:{RECORDS}]->(n)
  RETURN n, $members + [(n)-[:ASSIGNED_TO]->(o) WHERE NOT o.id IN $members | o.id] AS owners
}}
SET n.ownerIds = owners
WITH n, owners MATCH (n)<-[:SUBJECT]-(e:Event)
SET e.ownerIds = owners, e.{THEN_OWNERS} = owners
"""
SHOWN = f"""
OPTIONAL MATCH (g)-[old:HAS_GROUP_MEMBER]->(o)
DELETE old
WITH DISTINCT g, o
CALL (g, o) {{
  MATCH (g)<-[:SEAT_IN]-(s:GroupSeat)-[:SEAT_OF]->(o) WHERE s.status = '{CONFIRMED.value}'
  WITH g, o, s ORDER BY s.createdAt, s.id LIMIT 1
  CREATE (g)-[r:HAS_GROUP_MEMBER]->(o)
  SET r = {{{", ".join(f"{member.name}: s.{member.name}" for member in SEAT)}}}
}}
"""
"""Lets an organization `o` stand among the members of a group `g` as its confirmed seat there says."""
_SHOW = f"MATCH (o)<-[:SEAT_OF]-(:Node&GroupSeat {{id: $id}})-[:SEAT_IN]->(g) {SHOWN}"


@dataclass(frozen=True, slots=True)
class Seat:
    """An organization's seat: asked for, confirmed or ended."""

    id: str
    organization: str
    role: str
    status: str
    since: date | None
    until: date | None

    @property
    def is_open(self) -> bool:
        """Whether it is asked for, or taken."""
        return bool(self.status != ENDED.value)

    def holds_on(self, day: date) -> bool:
        """Whether the organization sat there on that day, as it has confirmed."""
        told = self.status != ASKED.value
        return bool(told and (self.since or day) <= day and (self.until or day) >= day)


@dataclass(frozen=True, slots=True)
class Group:
    """A working group as it stands in a write, locked: whose it is, and who sits in it.

    `body`: the network or partnership that it is of. `joint`: of a partnership, so that what binds it needs
    more than one party. `proposer`: the organization that proposed it.
    """

    record: Record
    body: Record
    joint: bool
    proposer: str | None
    seats: Sequence[Seat]
    today: date

    @property
    def id(self) -> str:
        """The id of the group."""
        return self.record.id

    @property
    def bodies(self) -> list[str]:
        """The parties, or the owner of the network."""
        return self.body.owners

    def runners(self) -> list[str]:
        """Who keeps its records today: those it belongs to, its chair and its secretary."""
        return self._with(seat for seat in self._leading() if seat.holds_on(self.today))

    def keepers(self) -> list[str]:
        """Who reads its seats: the same, on whichever day a chair or a secretary begins."""
        return self._with(self._leading())

    def members(self) -> list[str]:
        """Who reads its records: those it belongs to, and all that sit in it."""
        return self._with(self._taken())

    def asked(self) -> list[str]:
        """Who reads the group itself: its members, and whoever is asked to be one."""
        return self._with(seat for seat in self.seats if seat.is_open)

    def sits(self, organization: str | None, day: date | None = None) -> bool:
        """Whether it belongs to the organization, or that sits in it on a day (today)."""
        held = {seat.organization for seat in self.seats if seat.holds_on(day or self.today)}
        return organization in self.bodies or organization in held

    def seats_on(self, day: date) -> int:
        """How many organizations sat in it on a day."""
        return len({seat.organization for seat in self.seats if seat.holds_on(day)})

    def _leading(self) -> list[Seat]:
        roles = {SeatRole.CHAIR.value, SeatRole.SECRETARY.value}
        return [seat for seat in self._taken() if seat.role in roles]

    def _taken(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.status == CONFIRMED.value]

    def _with(self, seats: Iterable[Seat]) -> list[str]:
        return list(dict.fromkeys([*self.bodies, *(seat.organization for seat in seats)]))


async def standing(writing: Writing, group: str) -> Group:
    """A working group that is there, locked, whoever may read it.

    Raises ValueRefused NOT_FOUND where what it was of is gone with a demo.
    """
    rows = await writing.run(_STANDING, id=group)
    if not rows:
        raise ValueRefused("NOT_FOUND", at="id")
    (row,) = rows
    record = Record(group, "WorkingGroup", row["group"])
    today = writing.parameters["today"]
    seats = [_seat(today, **seat) for seat in row["seats"]]
    joint = row["joint"]
    body = Record(row["body"]["id"], "Partnership" if joint else "Network", row["body"])
    return Group(record, body, joint, row["proposer"], seats, today)


def _seat(today: date, *, gone: bool, until: date | None, **told: Any) -> Seat:
    """A seat; that of an organization that has left the hub holds today no more."""
    yesterday = today - timedelta(days=1)
    return Seat(**told, until=min(until or yesterday, yesterday) if gone else until)


async def group_of(writing: Writing, record: str) -> Group | None:
    """The working group of a meeting, a decision or an action, locked; None where there is no such record."""
    rows = await writing.run(_GROUP_OF, id=record)
    return await standing(writing, rows[0]["id"]) if rows else None


async def group_of_seat(writing: Writing, seat: str) -> Group | None:
    """The working group that a seat is in, locked; None where there is no such seat."""
    rows = await writing.run(_GROUP_OF_SEAT, id=seat)
    return await standing(writing, rows[0]["id"]) if rows else None


async def expect_of(writing: Writing, group: Group, id_: str, at: str) -> None:
    """Raises ValueRefused NOT_FOUND about `at` where a record is none of the group."""
    if not await writing.run(_IS_OF, group=group.id, id=id_):
        raise ValueRefused("NOT_FOUND", at=at, given=id_)


async def led_to(writing: Writing, record: str, type_: str) -> list[str]:
    """The ids of what relationships of a type lead to from a record."""
    return [row["id"] for row in await writing.run(_LED_TO, id=record, type=type_)]


async def whose(writing: Writing, record: str, type_: str) -> str:
    """The organization that a record is of; nobody's, and so empty, where that was of a removed demo."""
    return next(iter(await led_to(writing, record, type_)), "")


async def spread(writing: Writing, group: str) -> None:
    """Let those read the group and its records, and the events about them, who sit in it now."""
    now = await standing(writing, group)
    readers = {"asked": now.asked(), "keepers": now.keepers(), "members": now.members()}
    await writing.run(_SPREAD, id=group, **readers)


async def spread_of(writing: Writing, body: str) -> None:
    """The same for all groups of a network or a partnership: another speaks for it now."""
    for group in await writing.run(_GROUPS_OF, id=body):
        await spread(writing, group["id"])


async def show(writing: Writing, seat: str) -> None:
    """Let the organization of a seat stand among the members of its group as its confirmed one says."""
    await writing.run(_SHOW, id=seat)


def expect_here(organization: Record, at: str) -> None:
    """Raises ValueRefused ORGANIZATION_WITHDRAWN where an organization has left the network."""
    if organization.properties["status"] == OrganizationStatus.WITHDRAWN.value:
        raise ValueRefused("ORGANIZATION_WITHDRAWN", at=at)
