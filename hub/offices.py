"""Turn the appointments that a person has today into what they may do for the network."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.compiler import Role
from graph.model.appointments import AppointmentRole
from hub.context import Reviews


@dataclass(frozen=True, slots=True)
class Offices:
    """What a person is to the hub beside their organization.

    `regions`: the provinces of a coordinator; empty where the whole country is theirs. `reviews`: what a
    reviewer reviews, one for each appointment.
    """

    role: Role = Role.MEMBER
    regions: tuple[str, ...] = ()
    trustee: bool = False
    reviews: tuple[Reviews, ...] = ()


def offices(rows: Iterable[Mapping[str, Any]]) -> Offices:
    """The offices of the rows of `graph.model.appointments.HELD`.

    One who coordinates the whole country, too, is not bound to provinces.

    >>> offices([{"role": "COORDINATOR", "regions": ["reg_a"], "topics": []}]).regions
    ('reg_a',)
    >>> offices([{"role": "TRUSTEE", "regions": [], "topics": []}]).trustee
    True
    """
    found = [(AppointmentRole(row["role"]), tuple(row["regions"]), tuple(row["topics"])) for row in rows]
    roles = {role for role, _, _ in found}
    where = [regions for role, regions, _ in found if role is AppointmentRole.COORDINATOR]
    reviews = tuple(
        Reviews(topics, regions) for role, regions, topics in found if role is AppointmentRole.REVIEWER
    )
    trustee = AppointmentRole.TRUSTEE in roles
    if AppointmentRole.ADMINISTRATOR in roles:
        return Offices(Role.ADMINISTRATOR, (), trustee, reviews)
    if not where:
        return Offices(Role.MEMBER, (), trustee, reviews)
    provinces = () if () in where else tuple(dict.fromkeys(region for regions in where for region in regions))
    return Offices(Role.COORDINATOR, provinces, trustee, reviews)
