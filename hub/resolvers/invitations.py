"""What people do with invitations of persons: invite somebody, take that back, accept."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from graph.compiler import Role
from graph.connection import ConstraintBroken, Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_INVITATION_DAYS
from graph.model.affiliations import AffiliationRight
from graph.model.appointments import AppointmentRole
from graph.model.ids import new_id
from graph.model.sessions import SignInWay
from graph.model.words import Words
from graph.queries import accounts, people, sessions
from graph.queries import affiliations as offices
from graph.queries import invitations as queries
from graph.queries.records import Writing
from hub import letters, passwords
from hub.permissions import may_coordinate, may_move_people
from hub.resolvers.deeds import Does, Doing, Given
from hub.resolvers.entering import begin_session, expect_own_site, link, mail_address, tried
from hub.resolvers.joining import entrust, join, writing_of
from hub.sessions import new_secret
from hub.tokens import hashed

_INVITERS = Words(
    "an editor of that organization, a coordinator of the whole network, or an administrator",
    "ویرایشگر همان سازمان، هماهنگ‌کنندهٔ همهٔ شبکه یا سرپرست شبکه",
)
_FOR_NETWORK = {
    Role.COORDINATOR: Words("A coordinator of the network", "هماهنگ‌کنندهٔ شبکه"),
    Role.ADMINISTRATOR: Words("An administrator of the network", "سرپرست شبکه"),
}


async def invite(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Mail somebody a link to join an organization: the viewer's own, or as a coordinator any."""
    _may_invite_to(doing, given["organizationId"])
    may_move_people(doing.viewer)
    mail, language = mail_address(given["mail"]), (given.get("language") or "FA").lower()
    organization = await doing.write(
        lambda transaction: queries.organization(transaction, given["organizationId"])
    )
    if organization is None:
        raise ValueRefused("NOT_FOUND", at="organizationId", given=given["organizationId"])
    if not await doing.desk.attempts.may_write_to(mail):
        raise ValueRefused("TOO_MANY_TRIES", minutes=15)
    secret, kept = new_secret(), _kept(doing, given, mail)
    await doing.write(
        lambda transaction: queries.keep(
            transaction,
            organization["id"],
            {
                **kept,
                "hash": hashed(secret),
                "mailKey": accounts.mail_key(mail),
                "invitedBy": doing.viewer.person,
            },
        )
    )
    where, days = link(doing, "invitation", secret, language), int(MAXIMUM_INVITATION_DAYS)
    invited = letters.Invited(
        organization[language],
        _inviter(doing, organization, language),
        AffiliationRight(given["right"]).words,
        given.get("office"),
    )
    try:
        await doing.desk.post.send(letters.invitation(mail, language, invited, where, days))
    except ValueRefused:
        await doing.write(lambda transaction: queries.spend(transaction, kept["id"]))
        raise
    return {"invitation": kept}


def _may_invite_to(doing: Doing, organization: str) -> None:
    if doing.viewer.organization != organization and not _coordinates(doing):
        raise ValueRefused("NOT_ALLOWED", whose=_INVITERS)


def _inviter(doing: Doing, organization: Mapping[str, Any], language: str) -> str:
    """Who invites, as a letter names it: the organization itself, or who speaks for the network."""
    if doing.viewer.organization == organization["id"]:
        return str(organization[language])
    return _FOR_NETWORK[doing.viewer.role].label(language)


def _kept(doing: Doing, given: Given, mail: str) -> dict[str, Any]:
    return {
        "id": new_id("inv"),
        "mail": mail,
        "right": given["right"],
        "office": given.get("office"),
        "createdAt": doing.now,
        "expiresAt": doing.now + timedelta(days=MAXIMUM_INVITATION_DAYS),
    }


async def withdraw(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Take an invitation back. One of another organization is as good as none."""

    async def work(transaction: Transaction) -> None:
        found = await queries.of(transaction, given["id"])
        if found is None or (found["organization"] != doing.viewer.organization and not _coordinates(doing)):
            raise ValueRefused("NOT_FOUND", at="id", given=given["id"])
        may_move_people(doing.viewer)
        if not await queries.spend(transaction, given["id"]):
            raise ValueRefused("NOT_FOUND", at="id", given=given["id"])  # Accepted at this moment.

    await doing.write(work)
    return {}


def _coordinates(doing: Doing) -> bool:
    try:
        may_coordinate(doing.viewer)
    except ValueRefused:
        return False
    return True


async def accept(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Join by the link that was mailed: with the account that is signed in, or with a new one."""
    expect_own_site(doing)
    await doing.desk.attempts.begin(doing.context.caller.address)
    hash_ = hashed(given["token"].strip())
    found = await doing.write(lambda transaction: queries.find(transaction, hash_, doing.now))
    if found is None:
        raise await tried(doing, ValueRefused("LINK_WRONG", at="token"))
    if not found["holds"]:
        raise ValueRefused("LINK_EXPIRED", at="token")
    if found["withdrawn"]:
        raise ValueRefused("ORGANIZATION_WITHDRAWN", at="token")
    password = await _new_password(doing, given, found["mail"])

    async def work(transaction: Transaction) -> None:
        if not await queries.spend(transaction, found["id"]):
            raise ValueRefused("LINK_WRONG", at="token")
        writing = writing_of(doing.context, transaction)
        account = await _account(doing, writing, given, found["mail"], password)
        if found["organization"] is not None:
            await _joined(writing, account["person"], found)
        for role in found["roles"]:
            await entrust(writing, account["person"], AppointmentRole(role))
        if doing.viewer.account is None:
            way = SignInWay.INVITATION
            await begin_session(doing, transaction, account["id"], way, factor=False)
        else:
            await sessions.mark_for_renewal(transaction, account["person"])

    try:
        await doing.write(work)
    except ConstraintBroken:
        # Somebody was faster, with the same address.
        raise ValueRefused("SIGN_IN_FIRST", at="token") from None
    return {"signedIn": True}


async def _new_password(doing: Doing, given: Given, mail: str) -> str | None:
    """The hash of the password of a new account; None where none is given. Raises ValueRefused."""
    password = given.get("password")
    if doing.viewer.account is not None or password is None:
        return None
    passwords.expect_good(password, mail, given.get("name") or "")
    return await passwords.kept(password)


async def _account(
    doing: Doing, writing: Writing, given: Given, mail: str, password: str | None
) -> Mapping[str, Any]:
    """The account that joins. Raises ValueRefused SIGN_IN_FIRST, VALUE_REQUIRED."""
    transaction = writing.transaction
    there = await accounts.by_mail(transaction, mail)
    # A letter that went on to somebody else makes nobody what another was invited to be.
    if there is not None and there["id"] != doing.viewer.account:
        raise ValueRefused("SIGN_IN_FIRST", at="token")
    if doing.viewer.account is not None:
        own = await accounts.by_id(transaction, doing.viewer.account)
        if own is None:
            raise ValueRefused("SESSION_ENDED")
        return own
    values = {name: given[name] for name in ("name", "languages", "listed") if given.get(name) is not None}
    person = await people.create(writing, values)
    made = await accounts.create(transaction, person, mail, doing.now, passwordHash=password)
    return {"id": made, "person": person}


async def _joined(writing: Writing, person: str, found: Mapping[str, Any]) -> None:
    """Raises ValueRefused ALREADY_AFFILIATED."""
    organization = found["organization"]
    if await offices.standing(writing, person, organization):
        raise ValueRefused("ALREADY_AFFILIATED")
    await join(writing, person, organization, AffiliationRight(found["right"]), found["office"])


DEEDS: Mapping[str, Does] = {
    "invitePerson": invite,
    "withdrawPersonInvitation": withdraw,
    "acceptPersonInvitation": accept,
}
