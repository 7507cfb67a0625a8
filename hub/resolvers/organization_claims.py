"""What is done with claims of organizations: made with a proof, decided by coordinators, and undone."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import strawberry

from graph.compiler.visibility import Sight
from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_CLAIM_HOURS
from graph.model import MODEL
from graph.model.access import Audience
from graph.model.life import Way
from graph.model.organization_claims import SUBMITTED, ClaimProof
from graph.model.organizations import OrganizationStatus
from graph.model.versions import Office
from graph.queries import events, records
from graph.queries import organization_claims as queries
from graph.queries.records import Link, Record, Writing
from hub import letters
from hub.permissions import may_mend, may_write
from hub.resolvers import protecting
from hub.resolvers.deeds import Does, Doing, Given
from hub.resolvers.entering import link, tried
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.joining import by_the_hub, ending, writing_of
from hub.resolvers.moves import Act, Done, Verb, scope_of
from hub.resolvers.provinces import may_coordinate_of
from hub.sessions import new_secret
from hub.texts import say
from hub.tokens import hashed

_LABEL = "OrganizationClaim"
_CONFIRMED = "ORGANIZATION_CLAIM_MAIL_CONFIRMED"
_WHICH = say("The claim.", "درخواست.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(
    description=say(
        "Which claim is decided, and what that rests on.", "تصمیم دربارهٔ کدام درخواست است، و دلیل آن."
    )
)
class DecideOrganizationClaim:
    """Decides on a claim."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str = gives(_LABEL, "reason", required=True)


@strawberry.input(
    description=say("Which claim of an organization is taken back.", "کدام درخواست پیوستن پس گرفته می‌شود.")
)
class WithdrawOrganizationClaimInput:
    """Takes a claim back."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)


async def claim(act: Act, given: Any) -> Done:
    """Ask that a listed organization joins; one claim at a time of whoever asks."""
    may_write(act.viewer, scope_of(act.node))
    values, links = values_of(given), dict(links_of(given))
    records.expect_given(_LABEL, values, links)
    own = act.viewer.organization
    organization = await act.found(given.organizationId, at="organizationId", label="Organization")
    _expect_listed(organization)
    _expect_proof(organization, values, shown=bool(links.get("files")))
    known = await queries.open_claim(act.writing, organization.id, own)
    if known is not None:
        raise ValueRefused("CLAIM_EXISTS", at="organizationId", id=known)
    if own is not None:
        links["madeBy"] = [Link(own)]
    rights = {"audience": Audience.COORDINATORS.value, "ownerIds": [] if own is None else [own]}
    return act.done(records.create(act.writing, _LABEL, values, links, status=SUBMITTED, **rights))


def _expect_listed(organization: Record) -> None:
    """Raises ValueRefused ALREADY_CLAIMED, ORGANIZATION_WITHDRAWN."""
    status = organization.choice("status")
    if status is OrganizationStatus.MEMBER:
        raise ValueRefused("ALREADY_CLAIMED", at="organization")
    if status is OrganizationStatus.WITHDRAWN:
        raise ValueRefused("ORGANIZATION_WITHDRAWN", at="organization")


def _expect_proof(organization: Record, values: dict[str, Any], *, shown: bool) -> None:
    """Raises ValueRefused PROOF_NEEDED, MAIL_OF_ANOTHER_DOMAIN."""
    if values["proof"] is ClaimProof.DOCUMENT:
        if not (values.get("document") or shown):
            raise ValueRefused("PROOF_NEEDED", at="document")
        return
    if not values.get("mail"):
        raise ValueRefused("PROOF_NEEDED", at="mail")
    domain = _domain(organization.properties.get("website"))
    name, at, host = values["mail"].strip().lower().rpartition("@")
    if domain is None or not (name and at) or not (host == domain or host.endswith(f".{domain}")):
        raise ValueRefused("MAIL_OF_ANOTHER_DOMAIN", at="mail")


def _domain(website: str | None) -> str | None:
    """The web domain of an organization, as its addresses of mail have it.

    >>> _domain("https://www.nasim.ir/about")
    'nasim.ir'
    """
    host = urlsplit(website or "").hostname
    return host.removeprefix("www.") if host else None


async def accept(act: Act, given: DecideOrganizationClaim) -> Done:
    """Let an organization join."""
    record, organization = await _decided(act, given)
    _expect_listed(organization)
    if record.choice("proof") is ClaimProof.MAIL and record.properties.get("mailConfirmedAt") is None:
        raise ValueRefused("MAIL_NOT_CONFIRMED")
    joined = records.mark(act.writing, organization, status=OrganizationStatus.MEMBER)
    await act.follow("ORGANIZATION_CLAIMED", organization, joined)
    return _answered(act, record, given)


async def reject(act: Act, given: DecideOrganizationClaim) -> Done:
    """Say no to a claim, with the reason."""
    record, _ = await _decided(act, given)
    return _answered(act, record, given)


async def undo(act: Act, given: DecideOrganizationClaim) -> Done:
    """Take it back that an organization joined: nobody acts for it any more, and what it wrote stays."""
    record, organization = await _decided(act, given)
    if organization.choice("status") is not OrganizationStatus.MEMBER:
        raise organization.not_from_here()
    await queries.revoke_tokens(act.writing, organization.id)
    # Coordinators end these offices, and read none of them.
    unseen = by_the_hub(act.writing)
    for id_ in await queries.offices_in(act.writing, organization.id):
        office = await records.find(unseen, "Affiliation", id_)
        await act.follow("AFFILIATION_ENDED", office, await ending(act.writing, office))
    listed = records.mark(act.writing, organization, status=OrganizationStatus.LISTED)
    await act.follow("ORGANIZATION_UNCLAIMED", organization, listed)
    await protecting.recheck(act.writing)
    return _answered(act, record, given)


async def _decided(act: Act, given: Any) -> tuple[Record, Record]:
    """The claim, and the organization it is of, for a coordinator of its province to decide."""
    record = await act.found(given.id)
    claimed = await queries.claimed(act.writing, record.id)
    if act.viewer.organization in record.owners:
        raise ValueRefused("NOT_ALLOWED")  # Nobody decides on what they ask for.
    await may_coordinate_of(act, [claimed.id])
    records.expect_version(record, given.version)
    act.expect(record)
    return record, await act.found(claimed.id, label="Organization")


def _answered(act: Act, record: Record, given: DecideOrganizationClaim) -> Done:
    reason = act.said("reason", given.reason)
    return act.done(records.mark(act.writing, record, status=act.move.end, reason=reason))


async def withdraw(act: Act, given: WithdrawOrganizationClaimInput) -> Done:
    """Take a claim of one's own back."""
    record = await act.found(given.id)
    may_mend(act.viewer, record)
    records.expect_version(record, given.version)
    act.expect(record)
    return act.done(records.mark(act.writing, record, status=act.move.end))


# -- by mail ---------------------------------------------------------------------------------------


async def mail(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Mail the link that confirms a claim; the one that was mailed before opens nothing any more."""
    secret, hours = new_secret(), int(MAXIMUM_CLAIM_HOURS)

    async def work(transaction: Transaction) -> tuple[str, str]:
        writing = Writing(transaction, Sight(doing.viewer.role, MODEL), doing.context.parameters())
        try:
            record = await records.find(writing, _LABEL, str(given["id"]))
        except ValueRefused as error:
            raise error.within("id") from None
        may_mend(doing.viewer, record)
        if record.choice("status") is not SUBMITTED:
            raise record.not_from_here()
        if record.choice("proof") is not ClaimProof.MAIL:
            raise ValueRefused("PROOF_NEEDED", at="id")
        if not await doing.desk.attempts.may_write_to(record.properties["mail"]):
            raise ValueRefused("TOO_MANY_TRIES", minutes=15)
        until = doing.now + timedelta(hours=hours)
        await writing.send(records.mark(writing, record, mailHash=hashed(secret), mailUntil=until))
        claimed = await queries.claimed(writing, record.id)
        return record.properties["mail"], claimed.name

    to, name = await doing.write(work)
    where = link(doing, "claim", secret, "fa")
    await doing.desk.post.send(letters.confirm_claim(to, "fa", name, where, hours))
    return {"done": True}


async def confirm(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Confirm a claim by what its mailed link ends with, whoever reads that mail."""
    await doing.desk.attempts.begin(doing.context.caller.address)
    hash_ = hashed(str(given.get("token") or "").strip())

    async def work(transaction: Transaction) -> bool:
        writing = writing_of(doing.context, transaction)
        id_ = await queries.by_hash(writing, hash_)
        record = await records.find(writing, _LABEL, id_) if id_ is not None else None
        if record is None or record.choice("status") is not SUBMITTED:
            return False
        if record.properties["mailUntil"] <= doing.now:
            raise ValueRefused("LINK_EXPIRED", at="token")
        spent = {"mailHash": None, "mailUntil": None, "mailConfirmedAt": doing.now}
        change = records.mark(writing, record, **spent)
        await events.append(writing, _CONFIRMED, _LABEL, record.id, None, Office.HUB.value, change=change)
        return True

    if not await doing.write(work):
        raise await tried(doing, ValueRefused("LINK_WRONG", at="token"))
    return {"done": True}


DEEDS: Mapping[str, Does] = {"mailOrganizationClaim": mail, "confirmOrganizationClaim": confirm}
VERBS = {
    "claimOrganization": Verb(claim, Way.CREATE),
    "acceptOrganizationClaim": Verb(accept, DecideOrganizationClaim),
    "rejectOrganizationClaim": Verb(reject, DecideOrganizationClaim),
    "withdrawOrganizationClaim": Verb(withdraw, WithdrawOrganizationClaimInput),
    "undoOrganizationClaim": Verb(undo, DecideOrganizationClaim),
}
