"""What administrators do with appointments: trust a person with a role of the network, and end that."""

from collections.abc import Sequence
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.appointments import ACTIVE, APART, ENDED, AppointmentRole
from graph.model.life import Way
from graph.queries import appointments as queries
from graph.queries import records
from graph.queries.records import Link
from hub.permissions import may_administer
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_BOUND = {
    "regions": {AppointmentRole.COORDINATOR, AppointmentRole.REVIEWER},
    "topics": {AppointmentRole.REVIEWER},
}
"""The roles that can be bound to some regions or topics."""


@strawberry.input(description=say("Which appointment ends.", "کدام انتصاب پایان می‌یابد."))
class EndAppointmentInput:
    """Ends an appointment."""

    id: strawberry.ID = strawberry.field(description=say("The appointment.", "انتصاب."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))


async def appoint(act: Act, given: Any) -> Done:
    """Trust a person with a role from today on. Nobody appoints themselves."""
    may_administer(act.viewer)
    values, links = values_of(given), dict(links_of(given))
    records.expect_given(act.label, values, links)
    role = values["role"]
    (person,) = links["person"]
    await act.found(str(person.id), at="personId", label="Person")
    if person.id == act.viewer.person:
        raise ValueRefused("APPOINTS_SELF", at="person")
    await _expect_bounds(act, role, links)
    held = await queries.roles(act.writing, str(person.id))
    if role in held:
        raise ValueRefused("ALREADY_APPOINTED", at="role")
    if role in APART and held & APART:
        raise ValueRefused("TRUSTEE_APART", at="role")
    if act.viewer.person is not None:
        links["appointedBy"] = [Link(act.viewer.person)]
    rights = {"audience": Audience.MEMBERS.value, "ownerIds": []}
    today = act.writing.parameters["today"]
    return act.done(
        records.create(act.writing, act.label, values, links, status=ACTIVE, since=today, **rights)
    )


async def _expect_bounds(act: Act, role: AppointmentRole, links: dict[str, Sequence[Link]]) -> None:
    """Raises ValueRefused NOT_FOR_ROLE, PROVINCE_NEEDED."""
    for name, roles in _BOUND.items():
        if links.get(name) and role not in roles:
            raise ValueRefused("NOT_FOR_ROLE", at=name)
    regions = [str(link.id) for link in links.get("regions", ())]
    if wrong := await queries.no_provinces(act.writing, regions) if regions else []:
        raise ValueRefused("PROVINCE_NEEDED", at=f"regions.{wrong[0]}")


async def end(act: Act, given: EndAppointmentInput) -> Done:
    """End an appointment today: its person can do nothing by it from now on."""
    may_administer(act.viewer)
    record = await act.found(given.id)
    records.expect_version(record, given.version)
    act.expect(record)
    today = act.writing.parameters["today"]
    return act.done(records.mark(act.writing, record, status=ENDED, until=today))


VERBS = {
    "appoint": Verb(appoint, Way.CREATE),
    "endAppointment": Verb(end, EndAppointmentInput),
}
