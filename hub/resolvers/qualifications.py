"""What users do with qualifications: what others rely on stays, and one recognizes what another issues."""

from collections.abc import Sequence
from typing import Any

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.common import RecordStatus
from graph.model.occupations import expect_occupation
from graph.model.qualifications import QUALIFICATION, RECOGNITION
from graph.model.stored import changed
from graph.queries import qualifications as queries
from graph.queries.records import Link, Record
from hub.permissions import acting_organization
from hub.resolvers.moves import Act

_RELIED_ON = ("title", "standardCode", "occupationCode", "validMonths")


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """What others recognize, or lead to by their courses, stays as it is; administrators correct it."""
    expect_occupation(values)
    if record is None or act.viewer.role is Role.ADMINISTRATOR:
        return
    other = changed(QUALIFICATION.properties(), _RELIED_ON, values, record.properties)
    if other is None and "skills" in links:
        before = await queries.skills(act.writing, record.id)
        other = "skills" if before != {link.id for link in links["skills"]} else None
    if other is not None and await queries.others_rely_on(act.writing, record.id):
        raise ValueRefused("OTHERS_RELY_ON_IT", at=other)


async def check_recognition(
    act: Act, record: Record | None, _values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """A published qualification of another, which the viewer's organization does not recognize yet."""
    if record is not None:
        return
    (link,) = links["qualification"]
    qualification = await act.found(str(link.id), at="qualification", label=QUALIFICATION.label)
    organization = acting_organization(act.viewer)
    if organization in qualification.owners:
        raise ValueRefused("OWN_QUALIFICATION", at="qualification")
    if qualification.properties["status"] != RecordStatus.PUBLISHED.value:
        raise ValueRefused("NOT_PUBLISHED", at="qualification")
    standing = await queries.recognition(act.writing, qualification.id, organization)
    if standing is not None:
        raise ValueRefused("ALREADY_RECOGNIZED", at="qualification", id=standing)


CHECKS = {QUALIFICATION.label: check, RECOGNITION.label: check_recognition}
