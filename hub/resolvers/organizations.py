"""What users do with organizations: list, register, edit, claim, withdraw; tie and untie."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import strawberry

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.events import EventKind
from graph.model.ids import new_id
from graph.model.organizations import TIE, ContactKind, OrganizationStatus
from graph.model.stored import stored_values
from graph.queries import organizations as queries
from graph.queries import records
from graph.queries.records import Link, Record, Writing
from graph.text import IdentifierError, mobile, national_id
from hub.context import Context, Viewer
from hub.permissions import acting_organization, may_administer, may_change, may_coordinate
from hub.resolvers.publishing import check_period
from hub.resolvers.write import Done, links_of, values_of, write

if TYPE_CHECKING:
    from hub.schema import organizations as schema

Info = strawberry.Info[Context, Any]
LABEL = "Organization"


async def list_organization(info: Info, given: "schema.ListOrganizationInput", key: str | None) -> Any:
    """Make known an organization that is not on the hub yet. Any member may."""

    async def work(writing: Writing) -> Done:
        made = await _create(writing, given, OrganizationStatus.LISTED)
        return Done(EventKind.ORGANIZATION_LISTED, made)

    return await write(info, LABEL, given, key, work)


async def register_organization(
    info: Info, given: "schema.RegisterOrganizationInput", key: str | None
) -> Any:
    """Take an organization in as a member. Coordinators and administrators may."""

    async def work(writing: Writing) -> Done:
        may_coordinate(info.context.viewer)
        made = await _create(writing, given, OrganizationStatus.MEMBER)
        return Done(EventKind.ORGANIZATION_REGISTERED, made)

    return await write(info, LABEL, given, key, work)


async def edit_organization(info: Info, given: "schema.EditOrganizationInput", key: str | None) -> Any:
    """Change an organization. Its own members may; coordinators while it is only listed."""

    async def work(writing: Writing) -> Done:
        record = await records.find(writing, LABEL, given.id)
        _may_edit(info.context.viewer, record)
        records.expect_version(record, given.version)
        values = _checked(values_of(given, LABEL))
        await records.edit(writing, record, values, _links(given))
        return Done(EventKind.ORGANIZATION_EDITED, record.id)

    return await write(info, LABEL, given, key, work)


async def claim_organization(info: Info, given: "schema.ClaimOrganizationInput", key: str | None) -> Any:
    """Turn a listed organization into a member: whoever holds its token may, and coordinators."""

    async def work(writing: Writing) -> Done:
        record = await records.find(writing, LABEL, given.id)
        if info.context.viewer.organization != record.id:
            may_coordinate(info.context.viewer)
        if record.properties["status"] == OrganizationStatus.WITHDRAWN.value:
            raise ValueRefused("WRONG_STATUS", status=OrganizationStatus.WITHDRAWN.value)
        if record.properties["status"] == OrganizationStatus.MEMBER.value:
            raise ValueRefused("ALREADY_CLAIMED")
        await records.mark(writing, record, status=OrganizationStatus.MEMBER)
        return Done(EventKind.ORGANIZATION_CLAIMED, record.id)

    return await write(info, LABEL, given, key, work)


async def withdraw_organization(
    info: Info, given: "schema.WithdrawOrganizationInput", key: str | None
) -> Any:
    """Mark an organization as gone from the network. Administrators may."""

    async def work(writing: Writing) -> Done:
        may_administer(info.context.viewer)
        record = await records.find(writing, LABEL, given.id)
        records.expect_version(record, given.version)
        if record.properties["status"] == OrganizationStatus.WITHDRAWN.value:
            raise ValueRefused("ALREADY_WITHDRAWN")
        await records.mark(writing, record, status=OrganizationStatus.WITHDRAWN)
        return Done(EventKind.ORGANIZATION_WITHDRAWN, record.id)

    return await write(info, LABEL, given, key, work)


async def declare_tie(info: Info, given: "schema.DeclareTieInput", key: str | None) -> Any:
    """Record a tie from the viewer's organization; coordinators from any."""

    async def work(writing: Writing) -> Done:
        start = given.from_id or acting_organization(info.context.viewer)
        if start != info.context.viewer.organization:
            may_coordinate(info.context.viewer)
        if start == given.to_id:
            raise ValueRefused("SAME_ORGANIZATION", at="toId")
        values = values_of_tie(given)
        check_period(values, "since", "until")
        values["id"] = new_id("tie", writing.parameters["now"])
        try:
            await records.find(writing, LABEL, start)
        except ValueRefused as error:
            raise error.within("fromId") from None
        running = await queries.declare_tie(writing, start, given.to_id, values)
        if running is None:
            raise ValueRefused("NOT_FOUND", at="toId")
        if running:
            raise ValueRefused("TIE_EXISTS")
        return Done(EventKind.TIE_DECLARED, start)

    return await write(info, LABEL, given, key, work)


async def end_tie(info: Info, given: "schema.EndTieInput", key: str | None) -> Any:
    """End a tie. Either end may, and coordinators."""

    async def work(writing: Writing) -> Done:
        viewer: Viewer = info.context.viewer
        until = given.until or writing.parameters["today"]
        everybody = viewer.role is not Role.MEMBER
        tie = await queries.end_tie(writing, given.id, until, None if everybody else viewer.organization)
        if tie is None:
            raise ValueRefused("NOT_FOUND", at="id")
        if viewer.organization not in {tie["from"], tie["to"]}:
            may_coordinate(viewer)
        if tie["over"]:
            raise ValueRefused("TIE_ENDED")
        check_period({"since": tie["since"], "until": until}, "since", "until")
        return Done(EventKind.TIE_ENDED, str(tie["from"]))

    return await write(info, LABEL, given, key, work)


def values_of_tie(given: "schema.DeclareTieInput") -> dict[str, Any]:
    """The properties of a tie as stored."""
    told = {name: getattr(given, name) for name in ("kind", "since", "until", "source")}
    return stored_values(tuple(p for p in TIE if p.name != "id"), told)


async def _create(writing: Writing, given: Any, status: OrganizationStatus) -> str:
    values = _checked({"nationalIdDoubtful": False, **values_of(given, LABEL)})
    return await records.create(writing, LABEL, values, _links(given), status=status)


def _may_edit(viewer: Viewer, record: Record) -> None:
    if record.properties["status"] == OrganizationStatus.LISTED.value and viewer.organization != record.id:
        may_coordinate(viewer)
    else:
        may_change(viewer, [record.id])


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values with the national identifier read: a wrong check digit is kept as a doubt."""
    checked = dict(values)
    if "nationalId" in checked:
        checked["nationalIdDoubtful"] = False
    website = checked.get("website")
    if website and not website.startswith(("https://", "http://")):
        raise ValueRefused("BAD_WEB_ADDRESS", at="website")
    if checked.get("nationalId"):
        try:
            read = national_id(checked["nationalId"])
        except IdentifierError as error:
            raise error.within("nationalId") from None
        checked |= {"nationalId": read.digits, "nationalIdDoubtful": not read.check_ok}
    return checked


def _links(given: Any) -> dict[str, Sequence[Link]]:
    """Links with every mobile number written one way."""
    links = links_of(given, LABEL)
    if "contacts" in links:
        links["contacts"] = [_contact(link, index) for index, link in enumerate(links["contacts"])]
    return links


def _contact(link: Link, index: int) -> Link:
    if link.values["kind"] is not ContactKind.MOBILE:
        return link
    try:
        return Link(None, {**link.values, "value": mobile(link.values["value"])})
    except IdentifierError as error:
        raise error.within(f"contacts.{index}.value") from None
