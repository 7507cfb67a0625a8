"""What users do with organizations by rules of their own: register, edit, merge."""

from collections.abc import Mapping, Sequence
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.life import Way
from graph.model.organizations import ContactKind, OrganizationStatus
from graph.queries import anonymity, merging, records
from graph.queries import organizations as queries
from graph.queries.records import Link, Record
from graph.text import IdentifierError, mobile, national_id
from hub.permissions import may_change, may_coordinate
from hub.resolvers import protecting
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created
from hub.resolvers.provinces import may_coordinate_of, may_coordinate_there, places
from hub.texts import say


async def edit_organization(act: Act, given: Any) -> Done:
    """Change an organization. Its own members may; coordinators while it is only listed."""
    record = await act.found(given.id)
    await _may_edit(act, record)
    records.expect_version(record, given.version)
    values, links = values_of(given), links_of(given)
    act.expect(record)
    await check(act, record, values, links)
    if act.viewer.organization == record.id:  # Whoever else was refused would learn whose the text is.
        await protecting.expect_unnamed(act.writing, record, values, links.get("contacts"))
    return act.done(records.edit(act.writing, record, values, links))


async def _may_edit(act: Act, record: Record) -> None:
    if (
        record.properties["status"] == OrganizationStatus.LISTED.value
        and act.viewer.organization != record.id
    ):
        await may_coordinate_of(act, [record.id])
    else:
        may_change(act.viewer, [record.id])


async def register_organization(act: Act, given: Any) -> Done:
    """Take an organization in: coordinators may, one of provinces where it is at work or at home there."""
    values, links = values_of(given), dict(links_of(given))
    await may_coordinate_there(act, places(links))
    await check(act, None, values, links)
    return act.done(await created(act, None, values, links))


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Read the national identifier (a wrong check digit is kept as a doubt) and write mobiles one way.

    Raises ValueRefused LIKELY_TWIN where another is called alike, and that was not meant.
    """
    despite = values.pop("despite", None) or []
    if len(despite) > MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at="despite", given=len(despite), maximum=MAXIMUM_LINKS)
    if "nationalId" in values or record is None:
        values["nationalIdDoubtful"] = False
    if values.get("nationalId"):
        try:
            read = national_id(values["nationalId"])
        except IdentifierError as error:
            raise error.within("nationalId") from None
        values |= {"nationalId": read.digits, "nationalIdDoubtful": not read.check_ok}
    await _expect_no_twin(act, record, values, despite)
    if "contacts" in links:
        links["contacts"] = [_contact(link, index) for index, link in enumerate(links["contacts"])]


async def _expect_no_twin(
    act: Act, record: Record | None, values: Mapping[str, Any], despite: Sequence[str]
) -> None:
    """Raises ValueRefused LIKELY_TWIN where a name is new, and another has it but for its spelling."""
    before = {} if record is None else record.properties
    for argument in ("nameFa", "nameEn"):
        name = values.get(argument)
        if not name or queries.distinctive(name) == queries.distinctive(before.get(argument) or ""):
            continue
        twins = await queries.alike(act.writing, name, "" if record is None else record.id)
        unmeant = [twin for twin in twins if twin.id not in despite]
        if unmeant:
            ids = [twin.id for twin in unmeant]
            raise ValueRefused("LIKELY_TWIN", at=argument, name=unmeant[0].name, id=ids[0], ids=ids)


def _contact(link: Link, index: int) -> Link:
    if link.values["kind"] is not ContactKind.MOBILE:
        return link
    try:
        return Link(None, {**link.values, "value": mobile(link.values["value"])})
    except IdentifierError as error:
        raise error.within(f"contacts.{index}.value") from None


# -- two that are one ------------------------------------------------------------------------------


@strawberry.input(
    description=say(
        "Which organization stays, and which becomes one with it.",
        "کدام سازمان می‌ماند، و کدام با آن یکی می‌شود.",
    )
)
class MergeOrganizationsInput:
    """Merges two organizations."""

    id: strawberry.ID = strawberry.field(description=say("The one that stays.", "سازمانی که می‌ماند."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    merge_id: strawberry.ID = strawberry.field(
        description=say(
            "The one that goes: from now on its id leads to the one that stays.",
            "سازمانی که می‌رود: از این پس شناسه‌اش به سازمانی که می‌ماند می‌رسد.",
        )
    )


_FILLED = ("nameEn", "mission", "nationalId", "registrationNumber", "registeredAt", "foundingDate", "website")


async def merge_organizations(act: Act, given: MergeOrganizationsInput) -> Done:
    """Make one of two that are the same: what the one that stays does not say, it takes from the other."""
    may_coordinate(act.viewer)
    if given.id == given.merge_id:
        raise ValueRefused("SAME_ORGANIZATION", at="mergeId")
    record = await act.found(given.id)
    records.expect_version(record, given.version)
    act.expect(record)
    both = await merging.both(act.writing, record.id, given.merge_id)
    if both is None:
        raise ValueRefused("NOT_FOUND", at="mergeId")
    kept, gone = record.properties, both.gone
    if both.bound:
        raise ValueRefused("MERGE_BINDS_BOTH", at="mergeId")
    numbers = {one.get("nationalId") for one in (kept, gone)} - {None}
    if len(numbers) > 1:
        raise ValueRefused("NATIONAL_IDS_DIFFER", at="mergeId")
    await _withhold_what_names(act, record.id, given.merge_id)
    await merging.merge(act.writing, record.id, given.merge_id)
    values = {name: gone[name] for name in _FILLED if kept.get(name) is None and gone.get(name) is not None}
    if "nationalId" in values:
        values["nationalIdDoubtful"] = gone["nationalIdDoubtful"]
    values["targetGroups"] = list(dict.fromkeys([*kept["targetGroups"], *gone["targetGroups"]]))
    member = OrganizationStatus.MEMBER.value in {kept["status"], gone["status"]}
    status = OrganizationStatus.MEMBER if member else OrganizationStatus.LISTED
    return act.done(records.edit(act.writing, record, values, {}, status=status))


async def _withhold_what_names(act: Act, *ids: str) -> None:
    """Leave to its author what was anonymized by either and holds the name of the other, which it has now.

    To refuse the merge would tell whoever asks for it whose the text is.
    """
    names = await queries.names_of(act.writing, list(ids))
    for id_ in await merging.named_by_their_own(act.writing, ids, names):
        await anonymity.withhold(act.writing, id_)


VERBS = {
    "registerOrganization": Verb(register_organization, Way.CREATE),
    "mergeOrganizations": Verb(merge_organizations, MergeOrganizationsInput),
    "editOrganization": Verb(edit_organization, Way.EDIT),
}
CHECKS = {"Organization": check}
