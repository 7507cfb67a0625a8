"""What people do with passkeys: add one, remove one, sign in with one (WebAuthn, level 2)."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import orjson

from graph.connection import ConstraintBroken, Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_PASSKEYS
from graph.model.ids import new_id
from graph.model.sessions import SignInWay
from graph.queries import passkeys as queries
from graph.queries import sessions
from hub.aside import aside
from hub.own_address import own_address
from hub.resolvers.deeds import Does, Doing, Given
from hub.resolvers.entering import begin_session, expect_fresh, expect_own_site, own_account, tried
from hub.tokens import hashed
from hub.visit import note_tried

_NAME = "Knowledge hub"
_HOLDS = timedelta(minutes=5)
"""How long a challenge is out."""


async def begin(doing: Doing, _given: Given) -> Mapping[str, Any]:
    """What a browser needs to make a passkey for the person's account."""
    from webauthn import generate_registration_options
    from webauthn.helpers.structs import (
        AuthenticatorSelectionCriteria,
        PublicKeyCredentialDescriptor,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    expect_fresh(doing)
    challenge = secrets.token_bytes(32)

    async def work(transaction: Transaction) -> tuple[dict[str, Any], list[str]]:
        account = await own_account(doing, transaction)
        until = doing.now + _HOLDS
        await queries.keep_challenge(transaction, _hash(challenge), until, account["id"])
        return account, await queries.credentials(transaction, account["id"])

    account, there = await doing.write(work)
    options = generate_registration_options(
        rp_id=_host(doing),
        rp_name=_NAME,
        user_id=account["id"].encode(),
        user_name=account["mail"],
        user_display_name=account["name"],
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=_bytes(one)) for one in there],
    )
    return {"options": _plain(options)}


async def add(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Add the passkey that the browser has made; this session has shown a second factor by that."""
    from webauthn import verify_registration_response

    expect_fresh(doing)
    credential, challenge = _parsed(given["credential"])
    account = str(doing.viewer.account)
    await _expect_out(doing, challenge, account)
    checked = await _checked(
        verify_registration_response,
        credential=credential,
        expected_challenge=challenge,
        expected_rp_id=_host(doing),
        expected_origin=_origin(doing),
        require_user_verification=True,
    )

    async def work(transaction: Transaction) -> None:
        if len(await queries.credentials(transaction, account)) >= MAXIMUM_PASSKEYS:
            raise ValueRefused("TOO_MANY_PASSKEYS", maximum=int(MAXIMUM_PASSKEYS))
        await queries.add(
            transaction,
            account,
            id=new_id("pas"),
            credential=_text(checked.credential_id),
            publicKey=_text(checked.credential_public_key),
            signCount=checked.sign_count,
            name=given["name"],
            createdAt=doing.now,
        )
        await sessions.show_factor(transaction, str(doing.viewer.session), doing.now)

    try:
        await doing.write(work)
    except ConstraintBroken:
        raise ValueRefused("PASSKEY_WRONG", at="credential") from None
    return {"done": True}


async def remove(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Take a passkey away."""
    expect_fresh(doing)
    account = str(doing.viewer.account)
    if not await doing.write(lambda transaction: queries.remove(transaction, account, given["id"])):
        raise ValueRefused("NOT_FOUND", at="id", given=given["id"])
    return {"done": True}


async def begin_sign_in(doing: Doing, _given: Given) -> Mapping[str, Any]:
    """What a browser needs to sign in; which passkey it will be, nobody has said yet."""
    from webauthn import generate_authentication_options
    from webauthn.helpers.structs import UserVerificationRequirement

    await doing.desk.attempts.begin(doing.context.caller.address)
    challenge, until = secrets.token_bytes(32), doing.now + _HOLDS
    await doing.write(lambda transaction: queries.keep_challenge(transaction, _hash(challenge), until))
    options = generate_authentication_options(
        rp_id=_host(doing), challenge=challenge, user_verification=UserVerificationRequirement.REQUIRED
    )
    return {"options": _plain(options)}


async def sign_in(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Begin a session by a passkey: it is two factors in one, the device and what unlocks it."""
    from webauthn import verify_authentication_response

    expect_own_site(doing)
    await doing.desk.attempts.begin(doing.context.caller.address)
    credential, challenge = _parsed(given["credential"])
    name, person = str(credential.get("id")), None
    try:
        await _expect_out(doing, challenge, None)
        found = await _found(doing, name)
        person = found["person"]
        checked = await _checked(
            verify_authentication_response,
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=_host(doing),
            expected_origin=_origin(doing),
            credential_public_key=_bytes(found["key"]),
            credential_current_sign_count=found["count"],
            require_user_verification=True,
        )
    except ValueRefused as error:
        raise await tried(doing, error, person) from None
    if found["disabled"]:
        note_tried("ACCOUNT_DISABLED", person)
        raise ValueRefused("ACCOUNT_DISABLED")

    async def work(transaction: Transaction) -> None:
        await queries.use(transaction, name, checked.new_sign_count, doing.now)
        await begin_session(doing, transaction, found["account"], SignInWay.PASSKEY, factor=True)

    await doing.write(work)
    return {"signedIn": True}


async def _found(doing: Doing, name: str) -> dict[str, Any]:
    """A passkey by its name for browsers. Raises ValueRefused PASSKEY_WRONG."""
    found = await doing.write(lambda transaction: queries.find(transaction, name))
    if found is None:
        raise ValueRefused("PASSKEY_WRONG", at="credential")
    return found


# -- what browsers say -----------------------------------------------------------------------------


def _origin(doing: Doing) -> str:
    return own_address(doing.desk.settings)


def _host(doing: Doing) -> str:
    return urlsplit(_origin(doing)).hostname or "localhost"


def _parsed(text: str) -> tuple[dict[str, Any], bytes]:
    """The answer of a browser, and the challenge that it answers. Raises ValueRefused PASSKEY_WRONG."""
    try:
        credential = orjson.loads(text)
        client = orjson.loads(_bytes(credential["response"]["clientDataJSON"]))
        return credential, _bytes(client["challenge"])
    except (ValueError, KeyError, TypeError):
        raise ValueRefused("PASSKEY_WRONG", at="credential") from None


async def _expect_out(doing: Doing, challenge: bytes, account: str | None) -> None:
    """Raises ValueRefused PASSKEY_WRONG unless that challenge is out; it is not any more then."""
    hash_, now = _hash(challenge), doing.now
    if not await doing.write(lambda transaction: queries.spend_challenge(transaction, hash_, now, account)):
        raise ValueRefused("PASSKEY_WRONG", at="credential")


async def _checked(verify: Any, **parameters: Any) -> Any:
    """What a browser's answer says once it is verified. Raises ValueRefused PASSKEY_WRONG."""
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        return await aside(verify, **parameters)
    except (WebAuthnException, ValueError, KeyError, TypeError):
        raise ValueRefused("PASSKEY_WRONG", at="credential") from None


def _hash(challenge: bytes) -> str:
    return hashed(_text(challenge))


def _bytes(text: str) -> bytes:
    from webauthn import base64url_to_bytes

    return base64url_to_bytes(text)


def _text(value: bytes) -> str:
    from webauthn.helpers import bytes_to_base64url

    return bytes_to_base64url(value)


def _plain(options: Any) -> Any:
    from webauthn import options_to_json

    return orjson.loads(options_to_json(options))


DEEDS: Mapping[str, Does] = {
    "beginPasskey": begin,
    "addPasskey": add,
    "removePasskey": remove,
    "beginPasskeySignIn": begin_sign_in,
    "signInWithPasskey": sign_in,
}
