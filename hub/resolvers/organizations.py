"""What users do with organizations by rules of their own: edit, claim."""

from collections.abc import Sequence
from typing import Any

import strawberry

from graph.model.life import Way
from graph.model.organizations import ContactKind, OrganizationStatus
from graph.queries import records
from graph.queries.records import Link, Record
from graph.text import IdentifierError, mobile, national_id
from hub.context import Viewer
from hub.permissions import may_change, may_coordinate
from hub.resolvers import protecting
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say


@strawberry.input(description=say("Which organization joins the hub.", "کدام سازمان به کانون می‌پیوندد."))
class ClaimOrganizationInput:
    """Claims a listed organization."""

    id: strawberry.ID = strawberry.field(
        description=say("An organization that is only listed.", "سازمانی که تنها شناخته‌شده است.")
    )


async def edit_organization(act: Act, given: Any) -> Done:
    """Change an organization. Its own members may; coordinators while it is only listed."""
    record = await act.found(given.id)
    _may_edit(act.viewer, record)
    records.expect_version(record, given.version)
    values, links = values_of(given), links_of(given)
    await check(act, record, values, links)
    await protecting.expect_unnamed(act.writing, record, values, links.get("contacts"))
    return act.done(records.edit(act.writing, record, values, links))


def _may_edit(viewer: Viewer, record: Record) -> None:
    if record.properties["status"] == OrganizationStatus.LISTED.value and viewer.organization != record.id:
        may_coordinate(viewer)
    else:
        may_change(viewer, [record.id])


async def check(
    _act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Read the national identifier (a wrong check digit is kept as a doubt) and write mobiles one way."""
    if "nationalId" in values or record is None:
        values["nationalIdDoubtful"] = False
    if values.get("nationalId"):
        try:
            read = national_id(values["nationalId"])
        except IdentifierError as error:
            raise error.within("nationalId") from None
        values |= {"nationalId": read.digits, "nationalIdDoubtful": not read.check_ok}
    if "contacts" in links:
        links["contacts"] = [_contact(link, index) for index, link in enumerate(links["contacts"])]


def _contact(link: Link, index: int) -> Link:
    if link.values["kind"] is not ContactKind.MOBILE:
        return link
    try:
        return Link(None, {**link.values, "value": mobile(link.values["value"])})
    except IdentifierError as error:
        raise error.within(f"contacts.{index}.value") from None


async def claim_organization(act: Act, given: ClaimOrganizationInput) -> Done:
    """Turn a listed organization into a member: whoever holds its token may, and coordinators."""
    record = await act.found(given.id)
    if act.viewer.organization != record.id:
        may_coordinate(act.viewer)
    act.expect(record)
    return act.done(records.mark(act.writing, record, status=OrganizationStatus.MEMBER))


VERBS = {
    "editOrganization": Verb(edit_organization, Way.EDIT),
    "claimOrganization": Verb(claim_organization, ClaimOrganizationInput),
}
CHECKS = {"Organization": check}
