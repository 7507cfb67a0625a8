"""Who may do what in a working group, asked by the verbs of all its records."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.access import audience
from graph.model.common import RecordStatus, Visibility
from graph.model.networks import OPEN
from graph.model.partnerships import BINDING
from graph.model.working_groups import ACTIVE
from graph.queries import groups as queries
from graph.queries import records
from graph.queries.groups import Group
from graph.queries.records import Link, Record
from hub.context import Viewer
from hub.resolvers.moves import Act
from hub.resolvers.publishing import expect_possible

GROUP = "WorkingGroup"
_RUNNING = {*BINDING, *OPEN}
"""Where a network or a partnership can have groups."""


async def begun(act: Act, group: str) -> Group:
    """The group that a record is created in, which meets. Raises ValueRefused NOT_FOUND, WRONG_STATUS."""
    await act.found(group, at="groupId", label=GROUP)
    found = await queries.standing(act.writing, group)
    may_sit(act.viewer, found)
    expect_meeting(found, at="groupId")
    return found


def expect_meeting(group: Group, at: str | None = None) -> None:
    """Raises ValueRefused WRONG_STATUS of a group that does not meet, or whose body is there no more."""
    if group.record.choice("status") is not ACTIVE:
        raise group.record.not_from_here(at=at)
    expect_running(group.body, at=at)


def expect_running(body: Record, at: str | None = None) -> None:
    """Raises ValueRefused WRONG_STATUS of a network or a partnership that can have no groups."""
    if body.choice("status") not in _RUNNING:
        raise body.not_from_here(at=at)


async def held(act: Act, given: Any) -> tuple[Group, Record]:
    """The working group of a meeting, a decision or an action, and that record, locked in this order.

    Raises ValueRefused NOT_FOUND.
    """
    group = await queries.group_of(act.writing, given.id)
    record = await act.found(given.id)
    assert group is not None
    return group, record


def ready(act: Act, given: Any, record: Record) -> None:
    """Raises ValueRefused unless it was read as it is, and stands where the move starts."""
    records.expect_version(record, given.version)
    act.expect(record)


def administers(viewer: Viewer) -> bool:
    """Whether the viewer enters what others have said on paper."""
    return viewer.role is Role.ADMINISTRATOR


def may_run(viewer: Viewer, group: Group) -> None:
    """Raises NOT_ALLOWED unless the viewer keeps the records of the group, or administers."""
    if not administers(viewer) and viewer.organization not in group.runners():
        raise ValueRefused("NOT_ALLOWED")


def may_sit(viewer: Viewer, group: Group) -> None:
    """Raises NOT_ALLOWED unless the viewer's organization sits in the group, or they administer."""
    if not administers(viewer) and not group.sits(viewer.organization):
        raise ValueRefused("NOT_ALLOWED")


def readers(act: Act, values: Mapping[str, Any], record: Record | None = None) -> dict[str, Any]:
    """Who reads a record of a group from now on.

    Raises ValueRefused CANNOT_BE_ANONYMIZED, NOT_FOR_PARTNERS.
    """
    before = None if record is None else Visibility(record.properties["visibility"])
    visibility = values.get("visibility") or before or Visibility.ORGANIZATION
    expect_possible(act.node, visibility)
    if values.get("visibility") is Visibility.PARTNERS:
        # They would be the partners of each of its members.
        raise ValueRefused("NOT_FOR_PARTNERS", at="visibility")
    return {"audience": audience(RecordStatus.PUBLISHED, visibility).value}


def edited_by(viewer: Viewer, group: Group) -> dict[str, Sequence[Link]]:
    """Whose proposal it is once edited: in a joint group the editor's, so that another has to approve it."""
    return by(viewer, "proposedBy") if group.joint and not administers(viewer) else {}


def by(viewer: Viewer, name: str) -> dict[str, Sequence[Link]]:
    """The link to the organization whose word it is; none for the secretariat."""
    return {} if viewer.organization is None else {name: [Link(viewer.organization)]}


async def expect_own(act: Act, group: Group, links: Mapping[str, Sequence[Link]], *names: str) -> None:
    """Raises ValueRefused NOT_FOUND, with its place, where a link leads to a record of another group."""
    for name in names:
        for index, link in enumerate(links.get(name, ())):
            await queries.expect_of(act.writing, group, str(link.id), f"{name}.{index}")
