"""What editors do with the webhooks of their organization. `hub/telling/webhooks.py` tells them."""

import base64
import secrets
from collections.abc import Mapping
from datetime import timedelta
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_WEBHOOKS
from graph.model.events import EventKind
from graph.model.ids import new_id
from graph.model.life import Scope
from graph.model.webhooks import WebhookFailure
from graph.queries import webhooks as queries
from hub.context import Viewer, scope_name
from hub.permissions import EDITORS, acting_organization
from hub.reach import is_allowed
from hub.resolvers.deeds import Does, Doing, Given
from hub.resolvers.entering import expect_fresh

_SECRET_BYTES = 32
_SHOWN = ("id", "label", "address", "kinds", "createdAt", "deliveredAt", "failingSince", "failure", "status")
_MORE = ("nextAt", "disabledAt")
_SOUND = dict.fromkeys(("failingSince", "failures", "failure", "status", "nextAt"))
"""What is kept of failures, taken away."""


async def create(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Make a webhook, which is told from now on. Its secret is told once."""
    organization = _editing(doing.viewer)
    expect_fresh(doing)
    _expect_address(doing, given["address"])
    secret = _new_secret()
    properties = {
        "id": new_id("whk"),
        "label": given["label"],
        "address": given["address"],
        "kinds": _kinds(given),
        "secret": doing.desk.seals.sealed(secret),
        "createdAt": doing.now,
    }

    async def work(transaction: Transaction) -> Mapping[str, Any]:
        made = await queries.create(transaction, organization, properties, MAXIMUM_WEBHOOKS)
        if made is None:
            raise ValueRefused("WEBHOOKS_TOO_MANY", maximum=int(MAXIMUM_WEBHOOKS))
        await doing.note(transaction, about=made["id"])
        return {"webhook": _told(made), "secret": secret}

    return await doing.write(work)


async def edit(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Change a webhook; what is left out stays. Enabled again it goes on where it stopped, at once."""
    organization = _editing(doing.viewer)
    for name in ("label", "address", "enabled"):
        if name in given and given[name] is None:
            raise ValueRefused("VALUE_REQUIRED", at=name)
    changed = {name: given[name] for name in ("label", "address") if name in given}
    if "address" in given:
        expect_fresh(doing)
        _expect_address(doing, given["address"])
    if "kinds" in given:
        changed["kinds"] = _kinds(given)
    if "enabled" in given:
        changed |= {**_SOUND, "disabledAt": None if given["enabled"] else doing.now}

    async def work(transaction: Transaction) -> Mapping[str, Any]:
        await _own(transaction, organization, given["id"])
        await doing.note(transaction, about=given["id"])
        return {"webhook": _told(await queries.change(transaction, given["id"], **changed))}

    return await doing.write(work)


async def rotate(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Let another secret sign; for some hours both do, where that is asked for."""
    organization = _editing(doing.viewer)
    expect_fresh(doing)
    secret, overlap = _new_secret(), timedelta(hours=given.get("overlapHours") or 0)

    async def work(transaction: Transaction) -> Mapping[str, Any]:
        was = await _own(transaction, organization, given["id"])
        kept = doing.desk.seals.sealed(secret)
        changed: dict[str, Any] = {"secret": kept, "previousSecret": None, "previousUntil": None}
        if was.get("failure") == WebhookFailure.SECRET.value:
            changed |= _SOUND
        if overlap:
            changed |= {"previousSecret": was["secret"], "previousUntil": doing.now + overlap}
        await doing.note(transaction, about=given["id"])
        made = await queries.change(transaction, given["id"], **changed)
        return {"webhook": _told(made), "secret": secret}

    return await doing.write(work)


async def remove(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Take a webhook away."""
    organization = _editing(doing.viewer)

    async def work(transaction: Transaction) -> Mapping[str, Any]:
        await _own(transaction, organization, given["id"])
        await doing.note(transaction, about=given["id"])
        await queries.remove(transaction, given["id"])
        return {"removed": True}

    return await doing.write(work)


def _editing(viewer: Viewer) -> str:
    """The organization that the viewer is an editor of. Raises NOT_ALLOWED."""
    if scope_name(Scope.PUBLISH) not in viewer.scopes:
        raise ValueRefused("NOT_ALLOWED", whose=EDITORS)
    return acting_organization(viewer)


async def _own(transaction: Transaction, organization: str, id_: str) -> dict[str, Any]:
    """A webhook of the organization, locked. Raises NOT_FOUND."""
    found = await queries.find(transaction, organization, id_)
    if found is None:
        raise ValueRefused("NOT_FOUND", at="id", given=id_)
    return found


def _expect_address(doing: Doing, address: str) -> None:
    """Raises WEBHOOK_ADDRESS. What a name leads to is looked at when it is told, each time."""
    networks = doing.desk.settings.webhook_networks
    parts = urlsplit(address)
    try:
        public = is_allowed(ip_address(parts.hostname or ""), networks)
    except ValueError:
        public = True
    if not public or parts.fragment or not (parts.scheme == "https" or networks):
        raise ValueRefused("WEBHOOK_ADDRESS", at="address")


def _kinds(given: Given) -> list[str]:
    return [EventKind(kind).value for kind in dict.fromkeys(given.get("kinds") or ())]


def _new_secret() -> str:
    """A secret as Standard Webhooks has it."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()}"


def _told(webhook: Mapping[str, Any]) -> dict[str, Any]:
    """A webhook as its organization sees it: never its secret."""
    return {name: webhook.get(name) for name in (*_SHOWN, *_MORE)}


DEEDS: Mapping[str, Does] = {
    "createWebhook": create,
    "editWebhook": edit,
    "rotateWebhookSecret": rotate,
    "removeWebhook": remove,
}
