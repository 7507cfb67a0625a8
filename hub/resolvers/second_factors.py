"""What people do with the second factor of their account: set it up, show it, renew its codes, remove it."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from graph.compiler import Role
from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.queries import accounts as queries
from graph.queries import appointments, sessions
from graph.text.clean import DIGITS, clean
from hub import letters
from hub.resolvers.deeds import Does, Doing, Given
from hub.resolvers.entering import expect_code, expect_fresh, opened, own_account, step_of, tried
from hub.resolvers.joining import writing_of
from hub.sessions import SECURED
from hub.tokens import hashed

_ISSUER = "Knowledge hub"
_CODES = 10
_LETTERS = "abcdefghjkmnpqrstvwxyz23456789"
"""Those of recovery codes: none that is taken for another on paper."""
_LENGTH = 16


async def begin(doing: Doing, _given: Given) -> Mapping[str, Any]:
    """Make a secret for an authenticator app. It counts for nothing until a code of it is confirmed."""
    from pyotp import TOTP, random_base32

    expect_fresh(doing)
    secret = random_base32()

    async def work(transaction: Transaction) -> str:
        account = await own_account(doing, transaction)
        await queries.change(transaction, account["id"], totpPending=doing.desk.seals.sealed(secret))
        return str(account["mail"])

    mail = await doing.write(work)
    return {"secret": secret, "address": TOTP(secret).provisioning_uri(name=mail, issuer_name=_ISSUER)}


async def confirm(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Ask for a code of that secret from now on; the recovery codes are shown this once."""
    expect_fresh(doing)
    codes = _new_codes()

    async def work(transaction: Transaction) -> None:
        account = await own_account(doing, transaction)
        if account["pending"] is None:
            raise ValueRefused("SECOND_FACTOR_NOT_BEGUN")
        pending = opened(doing, account["pending"])
        step = step_of(pending, clean(given["code"]).translate(DIGITS), datetime.now(UTC))
        if step is None:
            raise ValueRefused("CODE_WRONG", at="code")
        values = {"totpSecret": doing.desk.seals.sealed(pending), "totpPending": None, "totpStep": step}
        await queries.change(transaction, account["id"], **values)
        await queries.keep_codes(transaction, account["id"], [hashed(code) for code in codes])
        await sessions.show_factor(transaction, str(doing.viewer.session), doing.now)

    await doing.write(work)
    return {"recoveryCodes": [_grouped(code) for code in codes]}


async def show(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Show the second factor in a session that has begun without it."""
    attempts, address = doing.desk.attempts, doing.context.caller.address
    await attempts.begin(address, str(doing.viewer.account))

    async def work(transaction: Transaction) -> None:
        account = await own_account(doing, transaction)
        if account["totp"] is None:
            raise ValueRefused("SECOND_FACTOR_NOT_BEGUN")
        await expect_code(doing, transaction, account, given["code"])
        await sessions.show_factor(transaction, str(doing.viewer.session), doing.now)
        await sessions.mark_for_renewal(transaction, str(doing.viewer.person))

    try:
        await doing.write(work)
    except ValueRefused as error:
        raise await tried(doing, error, doing.viewer.person) from None
    await attempts.succeeded(str(doing.viewer.account))
    return {"done": True}


async def renew(doing: Doing, _given: Given) -> Mapping[str, Any]:
    """Make new recovery codes."""
    expect_fresh(doing)
    codes = _new_codes()

    async def work(transaction: Transaction) -> None:
        account = await own_account(doing, transaction)
        if account["totp"] is None:
            raise ValueRefused("SECOND_FACTOR_NOT_BEGUN")
        await queries.keep_codes(transaction, account["id"], [hashed(code) for code in codes])

    await doing.write(work)
    return {"recoveryCodes": [_grouped(code) for code in codes]}


async def remove(doing: Doing, _given: Given) -> Mapping[str, Any]:
    """Ask for no code any more; whoever needs one for what they are trusted with keeps it."""
    expect_fresh(doing)

    async def work(transaction: Transaction) -> dict[str, Any]:
        account = await own_account(doing, transaction)
        keeps = doing.viewer.trustee or doing.viewer.role is Role.ADMINISTRATOR
        held = await appointments.roles(writing_of(doing.context, transaction), account["person"])
        if keeps or SECURED.intersection(role.value for role in held):
            raise ValueRefused("SECOND_FACTOR_REQUIRED")
        values = {"totpSecret": None, "totpPending": None, "totpStep": None}
        await queries.change(transaction, account["id"], **values)
        await queries.keep_codes(transaction, account["id"], [])
        return account

    account = await doing.write(work)
    doing.desk.post.later(letters.second_factor_removed(account["mail"], account["language"].lower()))
    return {"done": True}


def _new_codes() -> list[str]:
    return ["".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(_CODES)]


def _grouped(code: str) -> str:
    """A code as it is written down.

    >>> _grouped("abcdefghjkmnpqrs")
    'abcd-efgh-jkmn-pqrs'
    """
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


DEEDS: Mapping[str, Does] = {
    "beginSecondFactor": begin,
    "confirmSecondFactor": confirm,
    "showSecondFactor": show,
    "renewRecoveryCodes": renew,
    "removeSecondFactor": remove,
}
