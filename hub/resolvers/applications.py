"""What users do with applications: the applicant writes and mends one, the network checks and decides."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.applications import DRAFT, LICENCE_CHECKED
from graph.model.days import PLANNED, Days
from graph.model.life import Way
from graph.model.memberships import ACTIVE
from graph.model.stored import stored_values
from graph.queries import networks as queries
from graph.queries import records
from graph.queries.records import Link, Record
from hub.permissions import acting_organization, may_speak_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.resolvers.secretariat import expect_read, of_own_network, readers, with_network
from hub.texts import say

_LABEL = "MembershipApplication"
_WHICH = say("The application.", "درخواست.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("Which application goes one step on.", "کدام درخواست یک گام پیش می‌رود."))
class ApplicationStep:
    """A step of the applicant."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)


@strawberry.input(
    description=say(
        "Which application is in order, and the day the next step is due; where you give none, the network's"
        " days for a step count.",
        "کدام درخواست درست است، و سررسید گام بعدی؛ اگر نیاید مهلت هر گام در شبکه.",
    )
)
class CheckedStep:
    """A check of the network."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    due_on: date | None = gives(_LABEL, "dueOn")


@strawberry.input(
    description=say(
        "What is missing, and until when it is to be mended.", "چه کم دارد، و تا کی باید کامل شود."
    )
)
class ReturnApplicationInput:
    """Returns an application."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reasons: list[str] = gives(_LABEL, "reasons", required=True)
    due_on: date | None = gives(_LABEL, "dueOn")


@strawberry.input(description=say("Which application is rejected, and why.", "کدام درخواست رد می‌شود، و چرا."))
class RejectApplicationInput:
    """Rejects an application."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reasons: list[str] = gives(_LABEL, "reasons", required=True)


@strawberry.input(
    description=say(
        "Which application is accepted, the first day of the membership (today if not given), its last.",
        "کدام درخواست پذیرفته می‌شود، نخستین روز عضویت (اگر نگویید امروز) و واپسین روز آن.",
    )
)
class AcceptApplicationInput:
    """Accepts an application."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    since: date | None = gives("NetworkMembership", "since", default=None)
    until: date | None = gives("NetworkMembership", "until", default=None)


# -- by the applicant ------------------------------------------------------------------------------


async def draft_application(act: Act, given: Any) -> Done:
    """Write an application of one's own, one at a time for a network; or to go on as a member."""
    own = acting_organization(act.viewer)
    network = await act.found(given.networkId, at="networkId", label=queries.NETWORK)
    queries.expect_open(network, "networkId")
    ends = await queries.ending_membership(act.writing, network.id, own)
    await queries.expect_no_member(act.writing, network.id, own, "networkId", but=ends[0] if ends else "")
    known = await queries.open_application(act.writing, network.id, own)
    if known is not None:
        raise ValueRefused("ALREADY_APPLIED", at="networkId", id=known)
    links = {**links_of(given), "applicant": [Link(own)]}
    if ends is not None and not ends[1]:
        links["renews"] = [Link(ends[0])]
    draft = {"status": DRAFT, "audience": Audience.OWNERS.value, "ownerIds": [own]}
    return act.done(records.create(act.writing, act.label, values_of(given), links, **draft))


async def edit_application(act: Act, given: Any) -> Done:
    """Change a draft, or what was returned."""
    _, application, _ = await _own(act, given)
    return act.done(records.edit(act.writing, application, values_of(given), links_of(given)))


async def submit_application(act: Act, given: ApplicationStep) -> Done:
    """Send an application to the network, for the first time or again: from now on it reads it."""
    network, application, applicant = await _own(act, given)
    queries.expect_open(network)
    renewed = await queries.renewed(act.writing, application.id)
    await _expect_no_member(act, network, applicant, renewed)
    today = act.writing.parameters["today"]
    # Whose papers were in order once is not asked for them again while the licence is valid.
    known = renewed is not None and (application.properties.get("licenceUntil") or today) >= today
    sent = {
        "status": LICENCE_CHECKED if known else act.move.end,
        "ownerIds": readers(applicant, network),
        "submittedOn": today,
        "documentsCheckedOn": today if known else None,
        "licenceCheckedOn": today if known else None,
        "reasons": [],
        "dueOn": _due(act, network),
    }
    return act.done(records.mark(act.writing, application, **sent))


async def withdraw_application(act: Act, given: ApplicationStep) -> Done:
    """Take an application back before it is decided."""
    _, application, _ = await _own(act, given)
    return act.done(records.mark(act.writing, application, status=act.move.end, dueOn=None))


async def _own(act: Act, given: Any) -> tuple[Record, Record, str]:
    """The network, the application and its applicant, who moves on what it has read."""
    network, application = await with_network(act, given)
    applicant = await queries.applicant(act.writing, application.id)
    may_speak_for(act.viewer, applicant)
    expect_read(act, application, given)
    return network, application, applicant


# -- by the network --------------------------------------------------------------------------------


async def pass_documents(act: Act, given: CheckedStep) -> Done:
    """Say that the documents are in order."""
    return await _checked(act, given, "documentsCheckedOn")


async def pass_licence(act: Act, given: CheckedStep) -> Done:
    """Say that the licence is in order."""
    return await _checked(act, given, "licenceCheckedOn")


async def _checked(act: Act, given: CheckedStep, day: str) -> Done:
    network, application = await of_own_network(act, given)
    queries.expect_open(network)
    told = {"status": act.move.end, "dueOn": _due(act, network, given), day: act.writing.parameters["today"]}
    return act.done(records.mark(act.writing, application, **told))


async def return_application(act: Act, given: ReturnApplicationInput) -> Done:
    """Give an application back with what is missing."""
    network, application = await of_own_network(act, given)
    queries.expect_open(network)
    told = {"status": act.move.end, "dueOn": _due(act, network, given)}
    return act.done(records.mark(act.writing, application, reasons=_reasons(act, given.reasons), **told))


async def reject_application(act: Act, given: RejectApplicationInput) -> Done:
    """Say no to an application, with the reasons."""
    _, application = await of_own_network(act, given)
    told = {"status": act.move.end, "dueOn": None, "decidedOn": act.writing.parameters["today"]}
    return act.done(records.mark(act.writing, application, reasons=_reasons(act, given.reasons), **told))


async def accept_application(act: Act, given: AcceptApplicationInput) -> Done:
    """Take an applicant in: the membership that it asked for begins, not before it was asked for.

    Raises ValueRefused as `expect_open`, `expect_member` and `expect_no_member` do, DAY_OUT_OF_RANGE.
    """
    network, application = await of_own_network(act, given)
    queries.expect_open(network)
    applicant = await queries.applicant(act.writing, application.id)
    await queries.expect_member(act.writing, applicant)
    today = act.writing.parameters["today"]
    told = {"status": act.move.end, "dueOn": None, "decidedOn": today}
    renewed = await queries.renewed(act.writing, application.id)
    if renewed is not None:
        change = records.mark(act.writing, renewed, until=_until(given, renewed.properties["until"]))
        await act.follow("MEMBERSHIP_RENEWED", renewed, change)
        return act.done(
            records.edit(act.writing, application, {}, {"membership": [Link(renewed.id)]}, **told)
        )
    since = _since(act, application, given.since)
    await _expect_no_member(act, network, applicant, None)
    begun = records.create(
        act.writing,
        "NetworkMembership",
        {"kind": application.choice("kind")},
        {"network": [Link(network.id)], "organization": [Link(applicant)]},
        status=ACTIVE,
        since=since,
        until=_until(given, since),
        audience=Audience.PUBLIC.value,
        ownerIds=readers(applicant, network),
    )
    await act.follow("MEMBERSHIP_BEGUN", Record(begun.id, "NetworkMembership", {}), begun)
    return act.done(records.edit(act.writing, application, {}, {"membership": [Link(begun.id)]}, **told))


def _since(act: Act, application: Record, told: date | None) -> date:
    """The first day of the membership: today where none is told. Raises ValueRefused DAY_OUT_OF_RANGE."""
    today: date = act.writing.parameters["today"]
    if told is not None:
        asked = application.properties["submittedOn"]
        try:
            Days(asked, PLANNED.ahead).expect(told, today)
        except ValueRefused as error:
            raise error.within("since") from None
    return told or today


async def _expect_no_member(act: Act, network: Record, applicant: str, renewed: Record | None) -> None:
    """Raises ValueRefused ALREADY_MEMBER: neither what is renewed counts nor what has run out."""
    ends = await queries.ending_membership(act.writing, network.id, applicant)
    over = ends[0] if ends is not None and ends[1] else ""
    but = renewed.id if renewed is not None else over
    await queries.expect_no_member(act.writing, network.id, applicant, None, but=but)


def _until(given: AcceptApplicationInput, after: date) -> date | None:
    """The last day of the membership; None where none is told. Raises ValueRefused END_BEFORE_START."""
    if given.until is not None and given.until <= after:
        raise ValueRefused("END_BEFORE_START", at="until")
    return given.until


def _due(act: Act, network: Record, given: Any = None) -> date | None:
    """The day the next step is due: as the network says of this one, or of all."""
    told = getattr(given, "due_on", None)
    if isinstance(told, date):
        return told
    days = network.properties.get("stepDays")
    today: date = act.writing.parameters["today"]
    return None if days is None else today + timedelta(days=days)


def _reasons(act: Act, told: Sequence[str]) -> list[str]:
    """The reasons that are told. Raises ValueRefused VALUE_REQUIRED, and as `stored_values` does."""
    members = [member for member in act.node.properties() if member.name == "reasons"]
    reasons: list[str] = stored_values(members, {"reasons": told})["reasons"]
    if not reasons:
        raise ValueRefused("VALUE_REQUIRED", at="reasons")
    return reasons


VERBS = {
    "draftApplication": Verb(draft_application, Way.CREATE),
    "editApplication": Verb(edit_application, Way.EDIT),
    "submitApplication": Verb(submit_application, ApplicationStep),
    "withdrawApplication": Verb(withdraw_application, ApplicationStep),
    "passDocuments": Verb(pass_documents, CheckedStep),
    "passLicence": Verb(pass_licence, CheckedStep),
    "returnApplication": Verb(return_application, ReturnApplicationInput),
    "rejectApplication": Verb(reject_application, RejectApplicationInput),
    "acceptApplication": Verb(accept_application, AcceptApplicationInput),
}
