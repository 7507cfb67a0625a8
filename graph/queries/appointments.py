"""Appointments: which a person has today, and what there is of regions for them."""

from collections.abc import Sequence

from graph.model.appointments import HELD, AppointmentRole, current
from graph.queries.records import Writing

_ROLES = f"""
MATCH (p:Node&Person {{id: $person}}) SET p.locked = true REMOVE p.locked
WITH p RETURN [office IN {HELD} | office.role] AS roles
"""
_STANDING = f"""
MATCH (:Node&Person {{id: $person}})<-[:APPOINTS]-(a:Appointment) WHERE {current("a")}
RETURN a.id AS id ORDER BY a.createdAt, a.id
"""
_PROVINCES = """
UNWIND range(0, size($ids) - 1) AS place MATCH (r:Node&Region {id: $ids[place]})
WHERE r.kind <> 'PROVINCE' RETURN place ORDER BY place
"""
_WITHIN = """
MATCH (r:Region)-[:PART_OF*0..3]->(p:Region) WHERE r.id IN $ids AND p.id IN $provinces
RETURN r.id AS id LIMIT 1
"""
_OF = """
MATCH (o:Node&Organization)-[:SERVES|LOCATED_IN]->(r:Region) WHERE o.id IN $ids
RETURN DISTINCT r.id AS id
"""


async def roles(writing: Writing, person: str) -> set[AppointmentRole]:
    """The roles that a person has today, who is locked."""
    (row,) = await writing.run(_ROLES, person=person)
    return {AppointmentRole(role) for role in row["roles"]}


async def standing(writing: Writing, person: str) -> list[str]:
    """The ids of the appointments that a person has today."""
    return [row["id"] for row in await writing.run(_STANDING, person=person)]


async def no_provinces(writing: Writing, ids: Sequence[str]) -> list[int]:
    """The places in a list of regions of those that are no provinces."""
    return [row["place"] for row in await writing.run(_PROVINCES, ids=list(ids))]


async def lies_within(writing: Writing, regions: Sequence[str], provinces: Sequence[str]) -> bool:
    """Whether one of the regions is one of the provinces or lies in one."""
    return bool(await writing.run(_WITHIN, ids=list(regions), provinces=list(provinces)))


async def regions_of(writing: Writing, organizations: Sequence[str]) -> list[str]:
    """The regions that organizations serve, or have their seat in."""
    return [row["id"] for row in await writing.run(_OF, ids=list(organizations))]
