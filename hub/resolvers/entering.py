"""What the deeds of accounts share: beginning a session, links, codes, and what must hold first."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_FRESH_MINUTES, MAXIMUM_SESSIONS
from graph.model.ids import new_id
from graph.model.sessions import SignInWay
from graph.queries import accounts, sessions
from graph.text.clean import DIGITS, clean
from hub import letters
from hub.own_address import own_address
from hub.resolvers.deeds import Doing
from hub.seals import SealBroken
from hub.sessions import new_secret
from hub.tokens import hashed
from hub.visit import note_tried

_MAIL = re.compile(r"[^@\s<>(),;:\"\\]{1,64}@[^@\s<>(),;:\"\\]+\.[^@\s<>(),;:\"\\]{2,}")
_LONGEST_MAIL = 254
_TOTP = re.compile("[0-9]{6}")
_STEP_SECONDS = 30
_DRIFT = (0, -1, 1)
"""Steps that the clock of a phone may be away."""
_AGENT = 200
"""Characters of what a browser calls itself that are kept."""


def expect_own_site(doing: Doing) -> None:
    """Raises ValueRefused CROSS_SITE where a page of another site asks: no cookie is to come of that."""
    if not doing.context.caller.own_site:
        raise ValueRefused("CROSS_SITE", origin=doing.context.caller.origin)


def expect_fresh(doing: Doing) -> None:
    """Raises ValueRefused SIGN_IN_AGAIN, SECOND_FACTOR_UNSHOWN: a person has shown who they are a moment ago.

    With all that they have: whoever changes factors without having shown one would do away with it.
    """
    if doing.viewer.unshown:
        raise ValueRefused("SECOND_FACTOR_UNSHOWN")
    since = doing.now.timestamp() - doing.viewer.authenticated
    if since > MAXIMUM_FRESH_MINUTES * 60:
        raise ValueRefused("SIGN_IN_AGAIN", minutes=int(MAXIMUM_FRESH_MINUTES))


def mail_address(given: str, at: str = "mail") -> str:
    """A mail address as it is kept. Raises ValueRefused MAIL_WRONG."""
    if len(given) > _LONGEST_MAIL or not _MAIL.fullmatch(given) or ".." in given:
        raise ValueRefused("MAIL_WRONG", at=at)
    return given


async def own_account(doing: Doing, transaction: Transaction) -> dict[str, Any]:
    """The account of the person who asks. Raises ValueRefused SESSION_ENDED where it has gone meanwhile."""
    account = await accounts.by_id(transaction, str(doing.viewer.account))
    if account is None:
        raise ValueRefused("SESSION_ENDED")
    return account


async def begin_session(
    doing: Doing, transaction: Transaction, account: str, way: SignInWay, *, factor: bool
) -> None:
    """Begin a session of an account: the response carries its secret, in a cookie that no script reads.

    What the browser had before is ended: a secret from before signing in is never one after it.
    """
    now, caller, secret = doing.now, doing.context.caller, new_secret()
    if doing.viewer.session is not None and doing.viewer.account is not None:
        await sessions.end(transaction, doing.viewer.account, doing.viewer.session)
    session, owner = new_id("ses"), await accounts.by_id(transaction, account)
    await doing.note(transaction, person=owner["person"] if owner else None, session=session)
    await sessions.begin(
        transaction,
        account,
        int(MAXIMUM_SESSIONS),
        id=session,
        hash=hashed(secret),
        way=way.value,
        agent=clean(caller.agent or "")[:_AGENT] or None,
        createdAt=now,
        usedAt=now,
        authenticatedAt=now,
        secondFactorAt=now if factor else None,
        expiresAt=now + timedelta(hours=doing.desk.settings.session_hours),
    )
    caller.secret = secret


def link(doing: Doing, page: str, token: str, language: str) -> str:
    """A link for a letter, to a page in the language of that."""
    return letters.link(own_address(doing.desk.settings), page, token, language)


async def expect_code(doing: Doing, transaction: Transaction, account: dict[str, Any], given: str) -> None:
    """Take a code of the authenticator app, or a recovery code: each once.

    Raises ValueRefused CODE_WRONG, SECOND_FACTOR_LOST.
    """
    code = clean(given).translate(DIGITS).replace(" ", "").replace("-", "").casefold()
    if _TOTP.fullmatch(code):
        step = step_of(opened(doing, account["totp"]), code, datetime.now(UTC))
        if step is not None and await accounts.take_step(transaction, account["id"], step):
            return
    elif await accounts.spend_code(transaction, account["id"], hashed(code)):
        return
    raise ValueRefused("CODE_WRONG", at="code")


def opened(doing: Doing, kept: str) -> str:
    """The secret of an authenticator app. Raises ValueRefused SECOND_FACTOR_LOST if its key is not here."""
    try:
        return doing.desk.seals.opened(kept)
    except SealBroken:
        raise ValueRefused("SECOND_FACTOR_LOST", at="code") from None


def step_of(secret: str, typed: str, now: datetime) -> int | None:
    """The time step that a code of an authenticator app belongs to; None where it belongs to none of now."""
    from pyotp import TOTP

    generator, current = TOTP(secret), int(now.timestamp()) // _STEP_SECONDS
    steps = (current + drift for drift in _DRIFT)
    return next((step for step in steps if generator.generate_otp(step) == typed), None)


async def tried(doing: Doing, error: ValueRefused, person: str | None = None) -> ValueRefused:
    """The same error, counted against the address that it comes from, and told of whose account it was."""
    note_tried(error.code, person)
    await doing.desk.attempts.failed(doing.context.caller.address)
    return error
