"""What people do with sessions: sign in, and end them."""

from collections.abc import Mapping
from typing import Any

from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.model.sessions import SignInWay
from graph.queries import accounts
from graph.queries import sessions as queries
from hub import passwords
from hub.resolvers.deeds import Does, Doing, Given
from hub.resolvers.entering import begin_session, expect_code, expect_own_site, tried
from hub.visit import note_tried


async def sign_in(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Begin a session by mail address and password. An account that is not there takes as long."""
    expect_own_site(doing)
    mail = accounts.mail_key(given["mail"])
    attempts, address = doing.desk.attempts, doing.context.caller.address
    try:
        await attempts.begin(address, mail)
    except ValueRefused as error:
        account = await doing.write(lambda transaction: accounts.by_mail(transaction, mail))
        note_tried(error.code, account["person"] if account else None)
        raise
    account = await doing.write(lambda transaction: accounts.by_mail(transaction, mail))
    right = await passwords.is_right(given["password"], account["password"] if account else None)
    if account is None or not right:
        raise await tried(doing, ValueRefused("SIGN_IN_FAILED"), account["person"] if account else None)
    if account["disabled"]:
        note_tried("ACCOUNT_DISABLED", account["person"])
        raise ValueRefused("ACCOUNT_DISABLED")
    if account["totp"] is not None and not given.get("code"):
        raise ValueRefused("SECOND_FACTOR_NEEDED", at="code")

    async def work(transaction: Transaction) -> None:
        if account["totp"] is not None:
            await expect_code(doing, transaction, account, given["code"])
        factor = account["totp"] is not None
        await begin_session(doing, transaction, account["id"], SignInWay.PASSWORD, factor=factor)

    try:
        await doing.write(work)
    except ValueRefused as error:
        raise await tried(doing, error, account["person"]) from None
    await attempts.succeeded(mail)
    return {"signedIn": True}


async def sign_out(doing: Doing, _given: Given) -> Mapping[str, Any]:
    """End the session that asks."""
    ended = await _end(doing, doing.viewer.session)
    doing.context.caller.secret = ""
    return {"ended": ended}


async def end_session(doing: Doing, given: Given) -> Mapping[str, Any]:
    """End one session of the person."""
    ended = await _end(doing, given["id"])
    if not ended:
        raise ValueRefused("NOT_FOUND", at="id", given=given["id"])
    if given["id"] == doing.viewer.session:
        doing.context.caller.secret = ""
    return {"ended": ended}


async def end_other_sessions(doing: Doing, _given: Given) -> Mapping[str, Any]:
    """End all sessions of the person but the one that asks."""
    account, own = str(doing.viewer.account), doing.viewer.session
    return {"ended": await doing.write(lambda transaction: queries.end(transaction, account, but=own))}


async def _end(doing: Doing, session: str | None) -> int:
    account = str(doing.viewer.account)
    return await doing.write(lambda transaction: queries.end(transaction, account, session))


DEEDS: Mapping[str, Does] = {
    "signIn": sign_in,
    "signOut": sign_out,
    "endSession": end_session,
    "endOtherSessions": end_other_sessions,
}
