"""What users do with organizations by rules of their own: edit, claim; tie and untie."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import strawberry

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.ids import new_id
from graph.model.life import Way
from graph.model.organizations import TIE, ContactKind, OrganizationStatus, TieKind
from graph.model.stored import stored_values
from graph.queries import organizations as queries
from graph.queries import records
from graph.queries.records import Link, Record
from graph.text import IdentifierError, mobile, national_id
from hub.context import Viewer
from hub.permissions import acting_organization, may_change, may_coordinate
from hub.resolvers.given import field, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say, text_of

_TIE = {member.name: member for member in TIE}


@strawberry.input(description=say("Which organization joins the hub.", "کدام سازمان به کانون می‌پیوندد."))
class ClaimOrganizationInput:
    """Claims a listed organization."""

    id: strawberry.ID = strawberry.field(
        description=say("An organization that is only listed.", "سازمانی که تنها شناخته‌شده است.")
    )


@strawberry.input(
    description=say(
        "A tie that starts at your organization, or for coordinators at `fromId`.",
        "پیوندی که از سازمان شما، یا برای هماهنگ‌کنندگان از `fromId`، آغاز می‌شود.",
    )
)
class DeclareTieInput:
    """Declares a tie."""

    to_id: strawberry.ID = strawberry.field(
        description=say("The organization it leads to.", "سازمانی که پیوند به آن می‌رسد.")
    )
    kind: TieKind = strawberry.field(description=text_of(_TIE["kind"].words))
    from_id: strawberry.ID | None = strawberry.field(
        default=None,
        description=say(
            "The organization it starts at; yours when not given.",
            "سازمانی که پیوند از آن آغاز می‌شود؛ اگر نیاید سازمان شما.",
        ),
    )
    since: date | None = field(_TIE["since"], text_of(_TIE["since"].words), None)
    until: date | None = field(_TIE["until"], text_of(_TIE["until"].words), None)
    source: str | None = field(_TIE["source"], text_of(_TIE["source"].words), None)


@strawberry.input(description=say("Which tie ends, and when.", "کدام پیوند پایان می‌یابد، و کی."))
class EndTieInput:
    """Ends a tie."""

    id: strawberry.ID = strawberry.field(
        description=say("The tie's id, from `TieEdge.id`.", "شناسهٔ پیوند، از `TieEdge.id`.")
    )
    until: date | None = field(
        _TIE["until"], say("Its last day; today when not given.", "واپسین روز آن؛ اگر نیاید امروز."), None
    )


async def edit_organization(act: Act, given: Any) -> Done:
    """Change an organization. Its own members may; coordinators while it is only listed."""
    record = await act.found(given.id)
    _may_edit(act.viewer, record)
    records.expect_version(record, given.version)
    values, links = values_of(given), links_of(given)
    await check(act, record, values, links)
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


async def declare_tie(act: Act, given: DeclareTieInput) -> Done:
    """Record a tie from the viewer's organization; coordinators from any."""
    start = acting_organization(act.viewer) if given.from_id is None else given.from_id
    if start != act.viewer.organization:
        may_coordinate(act.viewer)
    if start == given.to_id:
        raise ValueRefused("SAME_ORGANIZATION", at="toId")
    tie = stored_values(
        TIE, {"id": new_id("tie", act.writing.parameters["now"]), "kind": given.kind} | values_of(given)
    )
    await act.found(start, at="fromId")
    running = await queries.declare_tie(act.writing, start, given.to_id, tie)
    if running is None:
        raise ValueRefused("NOT_FOUND", at="toId")
    if running:
        raise ValueRefused("TIE_EXISTS")
    return act.sent(start)


async def end_tie(act: Act, given: EndTieInput) -> Done:
    """End a tie. Either end may, and coordinators."""
    viewer = act.viewer
    until = given.until or act.writing.parameters["today"]
    everybody = viewer.role is not Role.MEMBER
    tie = await queries.end_tie(act.writing, given.id, until, None if everybody else viewer.organization)
    if tie is None:
        raise ValueRefused("NOT_FOUND", at="id")
    if viewer.organization not in {tie["from"], tie["to"]}:
        may_coordinate(viewer)
    if tie["over"]:
        raise ValueRefused("TIE_ENDED")
    stored_values((_TIE["since"], _TIE["until"]), {"since": tie["since"], "until": until})
    return act.sent(str(tie["from"]))


VERBS = {
    "editOrganization": Verb(edit_organization, Way.EDIT),
    "claimOrganization": Verb(claim_organization, ClaimOrganizationInput),
    "declareTie": Verb(declare_tie, DeclareTieInput),
    "endTie": Verb(end_tie, EndTieInput),
}
CHECKS = {"Organization": check}
