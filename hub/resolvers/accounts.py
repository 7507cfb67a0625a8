"""What people do with their accounts: set a password anew, change their address and name, leave, delete."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from graph.connection import ConstraintBroken, Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINK_HOURS
from graph.model.audit import AuditKind
from graph.queries import accounts as queries
from graph.queries import audit, people, sessions
from hub import letters, passwords
from hub.mail import Letter
from hub.permissions import may_administer
from hub.resolvers.deeds import Does, Doing, Given
from hub.resolvers.entering import (
    begin_session,
    expect_fresh,
    expect_own_site,
    link,
    mail_address,
    own_account,
    tried,
)
from hub.resolvers.joining import leave, leave_tokens, resign, writing_of
from hub.sessions import new_secret
from hub.tokens import hashed
from hub.visit import note

_RESET, _MAIL = "RESET", "MAIL"
_HOURS = int(MAXIMUM_LINK_HOURS)


# -- the password ----------------------------------------------------------------------------------


async def request_reset(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Mail a link, if there is such an account; the answer is the same, and comes as soon, if not."""
    mail = queries.mail_key(mail_address(given["mail"]))
    await doing.desk.attempts.begin(doing.context.caller.address)
    await doing.desk.attempts.failed(doing.context.caller.address)
    if await doing.desk.attempts.may_write_to(mail):
        doing.desk.post.later(lambda: _reset_letter(doing, mail))
        doing.context.noted = True  # By the letter: only there it is known whose account it is.
    else:
        note("TOO_MANY_TRIES")
    return {"accepted": True}


async def _reset_letter(doing: Doing, mail: str) -> Letter | None:
    secret, until = new_secret(), doing.now + timedelta(hours=_HOURS)

    async def work(transaction: Transaction) -> dict[str, Any] | None:
        account = await queries.by_mail(transaction, mail)
        if account is not None and not account["disabled"]:
            moments = {"now": doing.now, "until": until}
            await queries.keep_link(transaction, account["id"], _RESET, hashed(secret), None, **moments)
        return account

    account = await doing.write(work)
    await _count_reset(doing, account)
    if account is None or account["disabled"]:
        return None
    language = account["language"].lower()
    return letters.reset(account["mail"], language, link(doing, "reset", secret, language), _HOURS)


async def _count_reset(doing: Doing, account: Mapping[str, Any] | None) -> None:
    """Leave word of a reset that somebody asked for, or was refused, and of whose account.

    Of what is nobody's only how many they were: there are as few letters to an account as rows of it.
    """
    kind, trail = AuditKind.DEED, audit.Trail(doing.deed.name)
    if account is not None:
        trail = replace(doing.context.trail(), what=doing.deed.name, about=account["person"], request=None)
        if account["disabled"]:
            kind, trail = AuditKind.REFUSAL, replace(trail, what="ACCOUNT_DISABLED")
    await audit.count(doing.context.database, [audit.Counted(kind, trail, doing.now, doing.now, 1)])


async def reset_password(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Set a new password by the link that was mailed; whoever had a session has none any more."""
    await doing.desk.attempts.begin(doing.context.caller.address)
    hash_ = hashed(given["token"].strip())
    found = await doing.write(
        lambda transaction: queries.open_link(transaction, _RESET, hash_, doing.now, spend=False)
    )
    account = await _of_link(doing, found)
    passwords.expect_good(given["password"], account["mail"], account["name"])
    kept = await passwords.kept(given["password"])

    async def work(transaction: Transaction) -> None:
        if await queries.open_link(transaction, _RESET, hash_, doing.now) is None:
            raise ValueRefused("LINK_WRONG", at="token")
        await queries.change(transaction, account["id"], passwordHash=kept)
        await queries.forget_links(
            transaction, account["id"]
        )  # Whoever was in before asked for some, perhaps.
        await sessions.end(transaction, account["id"])

    await doing.write(work)
    await doing.desk.attempts.succeeded(queries.mail_key(account["mail"]))
    doing.desk.post.later(letters.password_changed(account["mail"], account["language"].lower()))
    return {"done": True}


async def _of_link(doing: Doing, found: dict[str, Any] | None) -> dict[str, Any]:
    """The account of a link. Raises ValueRefused LINK_WRONG, LINK_EXPIRED."""
    if found is None:
        raise await tried(doing, ValueRefused("LINK_WRONG", at="token"))
    account = await doing.write(lambda transaction: queries.by_id(transaction, found["account"]))
    if account is None:
        raise ValueRefused("LINK_WRONG", at="token")  # Deleted meanwhile.
    if not found["holds"]:
        raise await tried(doing, ValueRefused("LINK_EXPIRED", at="token"), account["person"])
    return account


async def change_password(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Set another password; the other sessions end, and this one has another secret."""
    expect_own_site(doing)
    expect_fresh(doing)
    account = await doing.write(lambda transaction: own_account(doing, transaction))
    passwords.expect_good(given["password"], account["mail"], account["name"])
    kept = await passwords.kept(given["password"])

    async def work(transaction: Transaction) -> None:
        await queries.change(transaction, account["id"], passwordHash=kept)
        await queries.forget_links(
            transaction, account["id"]
        )  # Whoever was in before asked for some, perhaps.
        way, factor = await sessions.one(transaction, str(doing.viewer.session))
        await sessions.end(transaction, account["id"])
        await begin_session(doing, transaction, account["id"], way, factor=factor)

    await doing.write(work)
    doing.desk.post.later(letters.password_changed(account["mail"], account["language"].lower()))
    return {"done": True}


# -- the mail address ------------------------------------------------------------------------------


async def change_mail(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Mail a link to the new address, and a note to the old one. Whether it is taken is told to neither."""
    expect_fresh(doing)
    mail = mail_address(given["mail"])
    if not await doing.desk.attempts.may_write_to(mail):
        raise ValueRefused("TOO_MANY_TRIES", minutes=15)
    secret, until = new_secret(), doing.now + timedelta(hours=_HOURS)

    async def work(transaction: Transaction) -> dict[str, Any]:
        account = await own_account(doing, transaction)
        moments = {"now": doing.now, "until": until}
        await queries.keep_link(transaction, account["id"], _MAIL, hashed(secret), mail, **moments)
        return account

    account = await doing.write(work)
    language = account["language"].lower()
    where = link(doing, "mail", secret, language)
    doing.desk.post.later(letters.confirm_mail(mail, language, where, _HOURS))
    doing.desk.post.later(letters.mail_changing(account["mail"], language))
    return {"accepted": True}


async def confirm_mail(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Let an account have the address that its link was mailed to."""
    await doing.desk.attempts.begin(doing.context.caller.address)
    hash_ = hashed(given["token"].strip())

    async def work(transaction: Transaction) -> dict[str, Any] | None:
        found = await queries.open_link(transaction, _MAIL, hash_, doing.now)
        if found is not None and found["holds"]:
            mail = found["mail"]
            await queries.change(transaction, found["account"], mail=mail, mailKey=queries.mail_key(mail))
            await queries.forget_links(transaction, found["account"])  # Those that the old address has got.
        return found

    try:
        found = await doing.write(work)
    except ConstraintBroken:
        raise ValueRefused("MAIL_TAKEN") from None
    await _of_link(doing, found)
    return {"done": True}


# -- the person ------------------------------------------------------------------------------------


async def edit_person(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Change what a person says of themselves."""
    values = dict(given)
    for name in ("name", "listed"):
        if name in values and values[name] is None:
            raise ValueRefused("VALUE_REQUIRED", at=name)
    person = str(doing.viewer.person)
    await doing.write(lambda transaction: people.edit(writing_of(doing.context, transaction), person, values))
    return {"done": True}


async def leave_organization(doing: Doing, given: Given) -> Mapping[str, Any]:
    """End the person's own office in an organization."""
    person, organization = str(doing.viewer.person), given["organizationId"]

    async def work(transaction: Transaction) -> int:
        offices, tokens = await leave(writing_of(doing.context, transaction), person, organization)
        if not offices:
            raise ValueRefused("NOT_AFFILIATED", at="organizationId")
        await sessions.mark_for_renewal(transaction, person)
        return tokens

    tokens = await doing.write(work)
    doing.context.forget_viewers()
    return {"done": True, "tokensEnded": tokens}


async def delete(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Take away all that is the person's own; the address is typed once more, against slips."""
    expect_fresh(doing)
    person = str(doing.viewer.person)

    async def work(transaction: Transaction) -> int:
        account = await own_account(doing, transaction)
        if queries.mail_key(given["mail"]) != queries.mail_key(account["mail"]):
            raise ValueRefused("MAIL_NOT_YOURS", at="mail")
        writing = writing_of(doing.context, transaction)
        _, tokens = await leave(writing, person)
        await resign(writing, person)
        await queries.delete(transaction, account["id"], doing.now)
        return tokens

    tokens = await doing.write(work)
    doing.context.caller.secret = ""
    doing.context.forget_viewers()
    return {"done": True, "tokensEnded": tokens}


# -- by administrators -----------------------------------------------------------------------------


async def disable(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Close an account: its sessions end, and nobody signs in with it."""
    await _set_disabled(doing, given["personId"], disabled=True)
    return {"done": True}


async def enable(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Open an account again."""
    await _set_disabled(doing, given["personId"], disabled=False)
    return {"done": True}


async def _set_disabled(doing: Doing, person: str, *, disabled: bool) -> None:
    may_administer(doing.viewer)

    async def work(transaction: Transaction) -> None:
        account = await queries.by_person(transaction, person)
        if account is None:
            raise ValueRefused("NOT_FOUND", at="personId", given=person)
        await queries.change(transaction, account["id"], disabledAt=doing.now if disabled else None)
        if disabled:
            await sessions.end(transaction, account["id"])
            await leave_tokens(writing_of(doing.context, transaction), person)

    await doing.write(work)


DEEDS: Mapping[str, Does] = {
    "requestPasswordReset": request_reset,
    "resetPassword": reset_password,
    "changePassword": change_password,
    "changeMail": change_mail,
    "confirmMail": confirm_mail,
    "editPerson": edit_person,
    "leaveOrganization": leave_organization,
    "deleteAccount": delete,
    "disableAccount": disable,
    "enableAccount": enable,
}
