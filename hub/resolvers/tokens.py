"""What editors do with the API tokens of their organization, within their own rights."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeAlias

from graph.compiler import Role
from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_TOKENS
from graph.model.ids import new_id
from graph.model.life import Scope
from graph.queries import tokens as queries
from hub.context import Viewer, scope_name
from hub.permissions import EDITORS, acting_organization, may_use
from hub.resolvers.deeds import Does, Doing, Given
from hub.resolvers.entering import expect_fresh
from hub.tokens import hashed, new_secret

_Work: TypeAlias = Callable[[Transaction], Awaitable[Mapping[str, Any]]]
_DAYS = 90
_SHOWN = ("id", "label", "createdAt", "expiresAt", "lastUsedAt", "revokedAt")


async def create(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Make a token for another system. Its secret is told once."""
    organization = _editing(doing.viewer)
    expect_fresh(doing)
    scopes = _scopes(list(map(Scope, given["scopes"])), doing.viewer)

    async def work(transaction: Transaction) -> Mapping[str, Any]:
        return await _made(doing, transaction, organization, given["label"], scopes, given.get("days"))

    return await _done(doing, work)


async def rotate(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Let another token with a new secret take the place of one that is in force."""
    organization = _editing(doing.viewer)
    expect_fresh(doing)
    overlap = timedelta(hours=given.get("overlapHours") or 0)

    async def work(transaction: Transaction) -> Mapping[str, Any]:
        token = await _in_force(doing, transaction, organization, given["id"])
        scopes = _scopes([Scope(scope.upper()) for scope in token["scopes"]], doing.viewer)
        now = doing.now
        ended: dict[str, Any] = {"rotatedAt": now}
        if overlap:
            ended["expiresAt"] = min(token["expiresAt"], now + overlap)
        else:
            ended["revokedAt"] = now
        await queries.change(transaction, token["id"], **ended)
        return await _made(doing, transaction, organization, token["label"], scopes, given.get("days"))

    return await _done(doing, work)


async def narrow(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Take scopes away from a token that is in force."""
    organization = _editing(doing.viewer)
    wanted = {scope_name(Scope.READ), *map(scope_name, map(Scope, given["scopes"]))}

    async def work(transaction: Transaction) -> Mapping[str, Any]:
        token = await _in_force(doing, transaction, organization, given["id"])
        if not wanted <= set(token["scopes"]):
            raise ValueRefused("TOKEN_WIDENED", at="scopes", scopes=", ".join(token["scopes"]))
        kept = [scope for scope in token["scopes"] if scope in wanted]
        await doing.note(transaction, about=token["id"])
        return {"token": _told(await queries.change(transaction, token["id"], scopes=kept))}

    return await _done(doing, work)


async def revoke(doing: Doing, given: Given) -> Mapping[str, Any]:
    """End a token of the organization."""
    organization = _editing(doing.viewer)

    async def work(transaction: Transaction) -> Mapping[str, Any]:
        token = await _in_force(doing, transaction, organization, given["id"])
        await doing.note(transaction, about=token["id"])
        now = doing.now
        return {"token": _told(await queries.change(transaction, token["id"], revokedAt=now))}

    return await _done(doing, work)


async def _done(doing: Doing, work: _Work) -> Mapping[str, Any]:
    """The result of one transaction; from now on nobody is who the token made them before."""
    try:
        return await doing.write(work)
    finally:
        doing.context.forget_viewers()


def _editing(viewer: Viewer) -> str:
    """The organization that the viewer is an editor of. Raises NOT_ALLOWED."""
    if scope_name(Scope.PUBLISH) not in viewer.scopes:
        raise ValueRefused("NOT_ALLOWED", whose=EDITORS)
    return acting_organization(viewer)


def _scopes(given: Sequence[Scope], viewer: Viewer) -> list[str]:
    """What a token may be used for, to read always. Raises SCOPE_REQUIRED for what the viewer may not."""
    for scope in given:
        may_use(viewer, scope)
    return [scope_name(scope) for scope in Scope if scope in {Scope.READ, *given}]


async def _in_force(doing: Doing, transaction: Transaction, organization: str, id_: str) -> dict[str, Any]:
    """A token of the organization, locked. Raises NOT_FOUND, TOKEN_OVER."""
    token = await queries.find(transaction, organization, id_)
    if token is None:
        raise ValueRefused("NOT_FOUND", at="id", given=id_)
    if token.get("revokedAt") is not None or token["expiresAt"] <= doing.now:
        raise ValueRefused("TOKEN_OVER", at="id")
    return token


async def _made(
    doing: Doing,
    transaction: Transaction,
    organization: str,
    label: str,
    scopes: list[str],
    days: int | None,
) -> Mapping[str, Any]:
    person = doing.viewer.person
    if person is None or not await queries.may_make(transaction, organization, person):
        raise ValueRefused("NOT_ALLOWED", whose=EDITORS)  # They have left meanwhile.
    now = doing.now
    secret = new_secret()
    properties = {
        "id": new_id("tok"),
        "hash": hashed(secret),
        "label": label,
        "role": Role.MEMBER.value,
        "scopes": scopes,
        "madeBy": person,
        "createdAt": now,
        "expiresAt": now + timedelta(days=days or _DAYS),
    }
    token = await queries.create(transaction, organization, properties, now, MAXIMUM_TOKENS)
    if token is None:
        raise ValueRefused("TOKENS_TOO_MANY", maximum=int(MAXIMUM_TOKENS))
    await doing.note(transaction, about=token["id"])
    return {"token": _told(token), "secret": secret}


def _told(token: Mapping[str, Any]) -> dict[str, Any]:
    """A token as its organization sees it: never its hash."""
    return {name: token.get(name) for name in _SHOWN} | {
        "scopes": [scope.upper() for scope in token["scopes"]]
    }


DEEDS: Mapping[str, Does] = {
    "createToken": create,
    "rotateToken": rotate,
    "narrowToken": narrow,
    "revokeToken": revoke,
}
