"""What users do with memberships: invite an organization, accept or not, leave or end one with its reason."""

from datetime import date
from typing import Any

import strawberry

from graph.model.access import Audience
from graph.model.life import Way
from graph.model.memberships import ACTIVE, INVITED
from graph.queries import networks as queries
from graph.queries import records
from hub.permissions import may_speak_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.resolvers.secretariat import (
    ending,
    expect_read,
    last_day_of,
    of_own_network,
    readers,
    secretariat_of,
    speaks_for_network,
    until,
    with_network,
)
from hub.texts import say

_LABEL = "NetworkMembership"
_WHICH = say("The membership.", "عضویت.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(
    description=say("Which invitation is answered or taken back.", "کدام دعوت پاسخ داده یا پس گرفته می‌شود.")
)
class InvitationStep:
    """A step of an invitation."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)


@strawberry.input(description=say("Which invitation is declined, and why.", "کدام دعوت رد می‌شود، و چرا."))
class DeclineInvitationInput:
    """Declines an invitation."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str | None = gives(_LABEL, "reason")


@strawberry.input(
    description=say("Which membership ends, when and why.", "کدام عضویت پایان می‌یابد، کی و چرا.")
)
class EndMembershipInput:
    """Ends a membership."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str = gives(_LABEL, "reason", required=True)
    until: date | None = until(_LABEL)


async def invite_member(act: Act, given: Any) -> Done:
    """Name an organization as a member: it is asked, unless it is the secretariat itself."""
    network = await act.found(given.networkId, at="networkId", label=queries.NETWORK)
    speaks_for_network(act, network)
    queries.expect_open(network, "networkId")
    named = str(given.organizationId)
    await queries.expect_member(act.writing, named, "organization")
    await queries.expect_no_member(act.writing, network.id, named, "organization")
    own = named == secretariat_of(network)
    standing = {
        "status": ACTIVE if own else INVITED,
        "audience": (Audience.PUBLIC if own else Audience.OWNERS).value,
        "ownerIds": readers(named, network),
    }
    return act.done(records.create(act.writing, act.label, values_of(given), links_of(given), **standing))


async def accept_invitation(act: Act, given: Any) -> Done:
    """Become a member, as the organization that is invited; today where no day was told."""
    network, membership = await with_network(act, given)
    invited = await queries.member_of(act.writing, membership.id)
    may_speak_for(act.viewer, invited)
    expect_read(act, membership, given)
    queries.expect_open(network)
    await queries.expect_member(act.writing, invited)
    await queries.expect_no_member(act.writing, network.id, invited, None, but=membership.id)
    since = membership.properties.get("since") or act.writing.parameters["today"]
    shown = {"status": act.move.end, "since": since, "audience": Audience.PUBLIC.value, "reason": None}
    return act.done(records.mark(act.writing, membership, **shown))


async def decline_invitation(act: Act, given: DeclineInvitationInput) -> Done:
    """Not become a member, with a reason or without."""
    _, membership = await with_network(act, given)
    may_speak_for(act.viewer, await queries.member_of(act.writing, membership.id))
    expect_read(act, membership, given)
    return act.done(records.edit(act.writing, membership, values_of(given), {}, status=act.move.end))


async def withdraw_invitation(act: Act, given: Any) -> Done:
    """Take an invitation back, as the secretariat."""
    _, membership = await of_own_network(act, given)
    return act.done(records.mark(act.writing, membership, status=act.move.end))


async def end_membership(act: Act, given: EndMembershipInput) -> Done:
    """Leave a network, or end a membership as its secretariat, with the reason."""
    network, membership = await with_network(act, given)
    member = await queries.member_of(act.writing, membership.id)
    by = ending(act, network, member)
    expect_read(act, membership, given)
    last = last_day_of(act, membership, given.until, by, member)
    ended: dict[str, Any] = {"status": act.move.end, "until": last}
    why = act.said("reason", given.reason)
    return act.done(records.edit(act.writing, membership, {"reason": why}, {"endedBy": by}, **ended))


VERBS = {
    "inviteMember": Verb(invite_member, Way.CREATE),
    "acceptInvitation": Verb(accept_invitation, InvitationStep),
    "declineInvitation": Verb(decline_invitation, DeclineInvitationInput),
    "withdrawInvitation": Verb(withdraw_invitation, InvitationStep),
    "endMembership": Verb(end_membership, EndMembershipInput),
}
