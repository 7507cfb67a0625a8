"""What users do with qualifications: what others rely on stays, and one recognizes what another issues."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.common import RecordStatus
from graph.model.occupations import expect_occupation
from graph.model.qualifications import QUALIFICATION, RECOGNITION
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
    changed = _changed(record, values)
    if changed is None and "skills" in links:
        before = await queries.skills(act.writing, record.id)
        changed = "skills" if before != {link.id for link in links["skills"]} else None
    if changed is not None and await queries.others_rely_on(act.writing, record.id):
        raise ValueRefused("OTHERS_RELY_ON_IT", at=changed)


def _changed(record: Record, values: Mapping[str, Any]) -> str | None:
    """The first value that others rely on and that would be otherwise."""
    return next(
        (name for name in _RELIED_ON if name in values and values[name] != record.properties.get(name)), None
    )


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
