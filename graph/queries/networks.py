"""What writes ask of networks and of what is theirs: steps, boards, charters, members, applications."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_DAYS_AHEAD
from graph.model.applications import WITH_APPLICANT, WITH_NETWORK
from graph.model.boards import CONFIRMED, DECLINED, PROPOSED, SITTING
from graph.model.charters import IN_FORCE
from graph.model.events import THEN_OWNERS
from graph.model.founding_steps import DONE, TO_DO
from graph.model.memberships import ACTIVE, INVITED
from graph.model.networks import DISSOLVED, OPEN
from graph.model.organizations import OrganizationStatus
from graph.model.regions import RegionKind
from graph.queries.records import Link, Record, Writing, locked

NETWORK = "Network"

_OF = """
MATCH (x:Node {id: $id})
WITH COLLECT {
  MATCH (x)<-[:HAS_FOUNDING_STEP|HAS_BOARD|HAS_CHARTER]-(n:Network) RETURN n.id
  UNION MATCH (x)-[:MEMBER_OF|APPLIES_TO]->(n:Network) RETURN n.id
  UNION MATCH (x)<-[:HAS_SEAT]-(:Board)<-[:HAS_BOARD]-(n:Network) RETURN n.id
} AS networks
WHERE networks <> []
RETURN head(networks) AS id
"""
_STATUS = "MATCH (o:Node&Organization {id: $id}) RETURN o.status AS status"
_TOPICS = "MATCH (:Node&Network {id: $id})-[:ABOUT]->(t:Topic) RETURN t.id AS id ORDER BY id"
_OFFERED = "MATCH (:Node&Network {id: $id})-[:OFFERED_TO]->(o:Organization) RETURN o.id AS id"
_IN_REGION = f"""
MATCH (:Node&Network {{id: $id}})<-[:UNDER]-(n:Network)-[:LOCATED_IN]->(:Region {{id: $region}})
WHERE n.status <> '{DISSOLVED.value}' AND n.id <> $but
RETURN n.id AS id LIMIT 1
"""
_PARENT = f"MATCH (:Node&Network {{id: $id}})-[:UNDER]->(p:Network) {locked('p')} RETURN p.id AS id"
_REGION = "MATCH (:Node&Network {id: $id})-[:LOCATED_IN]->(r:Region) RETURN r.id AS id"
_OTHER_KIND = f"""
MATCH (r:Node&Region {{id: $id}}) WHERE r.kind <> '{RegionKind.PROVINCE.value}' RETURN r.id AS id
"""
# Who reads what waits between a network and another changes with its secretariat; what it says does not.
_HAND_OVER = """
MATCH (n:Node&Network {id: $id})
CALL (n) {
  MATCH (n)-[:HAS_CHARTER]->(x:Charter) RETURN x, [] AS others
  UNION
  MATCH (n)-[:HAS_BOARD]->(:Board)-[:HAS_SEAT]->(x:BoardSeat)-[:SEATS]->(o) RETURN x, [o.id] AS others
  UNION
  MATCH (n)<-[:MEMBER_OF]-(x:NetworkMembership)-[:MEMBER]->(o) RETURN x, [o.id] AS others
  UNION
  MATCH (n)<-[:APPLIES_TO]-(x:MembershipApplication)-[:APPLIED_BY]->(o)
  WHERE x.submittedOn IS NOT NULL RETURN x, [o.id] AS others
}
SET x.ownerIds = others + CASE WHEN $secretariat IN others THEN [] ELSE [$secretariat] END
WITH x, others
MATCH (x)<-[:SUBJECT]-(e:Event)
// What was told to the secretariat of then: what one of the others did alone before stays its own.
WITH x, e, e.«then» IS NULL OR any(one IN e.«then» WHERE NOT one IN others) AS told
SET e.ownerIds = [one IN x.ownerIds WHERE told OR one IN e.«then»],
    e.«then» = CASE WHEN told THEN x.ownerIds ELSE e.«then» END
""".replace("«then»", THEN_OWNERS)

_STEPS = """
MATCH (:Node&Network {id: $id})-[:HAS_FOUNDING_STEP]->(s:FoundingStep)
RETURN properties(s) AS properties ORDER BY s.place, s.id
"""

_BOARD = f"""
MATCH (:Node&Network {{id: $id}})-[:HAS_BOARD]->(b:Board {{kind: $kind}}) WHERE b.status = '{SITTING.value}'
RETURN b.id AS id LIMIT 1
"""
_BOARD_OF = "MATCH (b:Board)-[:HAS_SEAT]->(:Node&BoardSeat {id: $id}) RETURN properties(b) AS properties"
_SEATED = """
MATCH (:Node&BoardSeat {id: $id})-[:SEATS]->(o:Organization) RETURN o.id AS id
"""
_SEATS = f"""
MATCH (:Node&Board {{id: $id}})-[:HAS_SEAT]->(s:BoardSeat)
WHERE s.status IN {[PROPOSED.value, DECLINED.value, CONFIRMED.value]}
WITH s ORDER BY s.id
{locked("s")}
RETURN properties(s) AS properties
"""
_SAME_SEAT = f"""
MATCH (:Node&Board {{id: $id}})-[:HAS_SEAT]->(s:BoardSeat {{office: $office}})
      -[:SEATS]->(:Organization {{id: $organization}})
WHERE s.status IN {[PROPOSED.value, CONFIRMED.value]} AND s.id <> $but
  AND coalesce(s.until >= $today, true)
RETURN s.id AS id LIMIT 1
"""

_EDITION = """
MATCH (:Node&Network {id: $id})-[:HAS_CHARTER]->(c:Charter) RETURN coalesce(max(c.edition), 0) AS last
"""
_CHARTER = f"""
MATCH (:Node&Network {{id: $id}})-[:HAS_CHARTER]->(c:Charter) WHERE c.status = '{IN_FORCE.value}'
{locked("c")}
RETURN properties(c) AS properties
"""

_MEMBER = f"""
MATCH (:Node&Network {{id: $id}})<-[:MEMBER_OF]-(m:NetworkMembership)
      -[:MEMBER]->(:Organization {{id: $organization}})
WHERE m.status IN {[INVITED.value, ACTIVE.value]} AND m.id <> $but
RETURN m.id AS id LIMIT 1
"""
_MEMBER_OF = "MATCH (:Node&NetworkMembership {id: $id})-[:MEMBER]->(o:Organization) RETURN o.id AS id"
_ENDING = f"""
MATCH (:Node&Network {{id: $id}})<-[:MEMBER_OF]-(m:NetworkMembership {{status: '{ACTIVE.value}'}})
      -[:MEMBER]->(:Organization {{id: $organization}})
WHERE m.until <= $today + duration({{days: {int(MAXIMUM_DAYS_AHEAD)}}})
RETURN m.id AS id, m.until < $today AS over ORDER BY m.until DESC LIMIT 1
"""
_RENEWED = f"""
MATCH (:Node&MembershipApplication {{id: $id}})-[:RENEWS_MEMBERSHIP]->(n:NetworkMembership)
WHERE n.status = '{ACTIVE.value}' AND n.until >= $today {locked("n")}
RETURN properties(n) AS properties
"""
_APPLICANT = "MATCH (:Node&MembershipApplication {id: $id})-[:APPLIED_BY]->(o:Organization) RETURN o.id AS id"
_APPLIED = f"""
MATCH (:Node&Network {{id: $id}})<-[:APPLIES_TO]-(a:MembershipApplication)
      -[:APPLIED_BY]->(:Organization {{id: $organization}})
WHERE a.status IN {[status.value for status in (*WITH_APPLICANT, *WITH_NETWORK)]}
RETURN a.id AS id LIMIT 1
"""


# -- the network -----------------------------------------------------------------------------------


async def network_of(writing: Writing, id_: str, at: str = "id") -> str:
    """The network that a record belongs to, which never changes. Raises ValueRefused NOT_FOUND about `at`."""
    rows = await writing.run(_OF, id=id_)
    if not rows:
        raise ValueRefused("NOT_FOUND", at=at)
    return str(rows[0]["id"])


def expect_open(network: Record, at: str | None = None) -> None:
    """Raises ValueRefused WRONG_STATUS unless others may join in a network: they must be able to read it."""
    if network.choice("status") not in OPEN:
        raise network.not_from_here(at=at)


def expect_there(network: Record, at: str | None = None) -> None:
    """Raises ValueRefused WRONG_STATUS of a network that is dissolved."""
    if network.choice("status") is DISSOLVED:
        raise network.not_from_here(at=at)


async def expect_member(writing: Writing, organization: str, at: str | None = None) -> None:
    """Raises ValueRefused NOT_FOUND, or ORGANIZATION_WITHDRAWN of one that has left the hub."""
    rows = await writing.run(_STATUS, id=organization)
    if not rows:
        raise ValueRefused("NOT_FOUND", at=at)
    if rows[0]["status"] == OrganizationStatus.WITHDRAWN.value:
        raise ValueRefused("ORGANIZATION_WITHDRAWN", at=at)


async def topics(writing: Writing, network: str) -> list[Link]:
    """The topics of a network."""
    return [Link(row["id"]) for row in await writing.run(_TOPICS, id=network)]


async def offered_to(writing: Writing, network: str) -> str | None:
    """The organization that is asked to be the secretariat."""
    return await _one(writing, _OFFERED, id=network)


async def provincial(writing: Writing, network: str, region: str, but: str = "") -> str | None:
    """The provincial network that a national one has in a region, unless it is dissolved, or is `but`."""
    return await _one(writing, _IN_REGION, id=network, region=region, but=but)


async def parent(writing: Writing, network: str) -> str | None:
    """The national network that a provincial one belongs to, locked, whoever may read it."""
    return await _one(writing, _PARENT, id=network)


async def region(writing: Writing, network: str) -> str | None:
    """The region that a network is in."""
    return await _one(writing, _REGION, id=network)


async def expect_province(writing: Writing, region: str, at: str) -> None:
    """Raises ValueRefused NOT_A_PROVINCE of a country or a county; what is unknown is refused as a link."""
    if await _one(writing, _OTHER_KIND, id=region) is not None:
        raise ValueRefused("NOT_A_PROVINCE", at=at)


async def hand_over(writing: Writing, network: str, secretariat: str) -> None:
    """Let the new secretariat read what the former one did: charters, seats, members, applications."""
    await writing.run(_HAND_OVER, id=network, secretariat=secretariat)


# -- founding steps --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Steps:
    """The founding steps of a network that is locked, in their order."""

    of: Sequence[Record]

    def to_do(self, before: int | None = None) -> Record | None:
        """The first that is still to be done, of those whose place is lower, where one is given."""
        return next(
            (
                step
                for step in self.of
                if step.choice("status") is TO_DO and (before is None or step.properties["place"] < before)
            ),
            None,
        )

    def done(self, after: int) -> Record | None:
        """The first that is done, of those whose place is higher."""
        return next(
            (step for step in self.of if step.choice("status") is DONE and step.properties["place"] > after),
            None,
        )


async def steps(writing: Writing, network: str) -> Steps:
    """The founding steps of a network that is locked."""
    rows = await writing.run(_STEPS, id=network)
    return Steps([_record("FoundingStep", row) for row in rows])


# -- boards ----------------------------------------------------------------------------------------


async def sitting_board(writing: Writing, network: str, kind: str) -> str | None:
    """The board of a kind that sits."""
    return await _one(writing, _BOARD, id=network, kind=kind)


async def board_of(writing: Writing, seat: str) -> Record:
    """The board of a seat."""
    (row,) = await writing.run(_BOARD_OF, id=seat)
    return _record("Board", row)


async def seated(writing: Writing, seat: str) -> str:
    """The organization that is named for a seat."""
    return str(await _one(writing, _SEATED, id=seat))


async def open_seats(writing: Writing, board: str) -> list[Record]:
    """The seats of a board that are proposed, declined or confirmed, locked."""
    return [_record("BoardSeat", row) for row in await writing.run(_SEATS, id=board)]


async def same_seat(
    writing: Writing, board: str, organization: str, office: str, but: str = ""
) -> str | None:
    """The seat that an organization has already, or is asked about, in that office; `but` does not count."""
    return await _one(writing, _SAME_SEAT, id=board, organization=organization, office=office, but=but)


# -- charters --------------------------------------------------------------------------------------


async def next_edition(writing: Writing, network: str) -> int:
    """The edition that a new charter of a network that is locked will be."""
    (row,) = await writing.run(_EDITION, id=network)
    return int(row["last"]) + 1


async def charter_in_force(writing: Writing, network: str) -> Record | None:
    """The charter that holds, locked."""
    rows = await writing.run(_CHARTER, id=network)
    return _record("Charter", rows[0]) if rows else None


# -- members and applications ----------------------------------------------------------------------


async def expect_no_member(
    writing: Writing, network: str, organization: str, at: str | None, but: str = ""
) -> None:
    """Raises ValueRefused ALREADY_MEMBER where it is one, or is invited; `but` does not count."""
    found = await _one(writing, _MEMBER, id=network, organization=organization, but=but)
    if found is not None:
        raise ValueRefused("ALREADY_MEMBER", at=at, id=found)


async def ending_membership(writing: Writing, network: str, organization: str) -> tuple[str, bool] | None:
    """The membership of an organization that ends soon or has run out, and whether it has."""
    rows = await writing.run(_ENDING, id=network, organization=organization)
    return (str(rows[0]["id"]), bool(rows[0]["over"])) if rows else None


async def renewed(writing: Writing, application: str) -> Record | None:
    """The membership that an application renews, locked, while it runs; else None."""
    rows = await writing.run(_RENEWED, id=application)
    return _record("NetworkMembership", rows[0]) if rows else None


async def member_of(writing: Writing, membership: str) -> str:
    """The organization that a membership is of."""
    return str(await _one(writing, _MEMBER_OF, id=membership))


async def applicant(writing: Writing, application: str) -> str:
    """The organization that has written an application."""
    return str(await _one(writing, _APPLICANT, id=application))


async def open_application(writing: Writing, network: str, organization: str) -> str | None:
    """The application of an organization that is not decided yet."""
    return await _one(writing, _APPLIED, id=network, organization=organization)


async def _one(writing: Writing, text: str, **parameters: Any) -> str | None:
    rows = await writing.run(text, **parameters)
    return str(rows[0]["id"]) if rows else None


def _record(label: str, row: dict[str, Any]) -> Record:
    return Record(row["properties"]["id"], label, row["properties"])
