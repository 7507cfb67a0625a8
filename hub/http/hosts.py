"""Refuse requests that were meant for another host."""

import re

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from hub.http.refusals import refusal
from hub.i18n import language

_NAME = re.compile(r"(\[[0-9a-f:.]+\]|[^:]*)(?::\d+)?")
"""The name in a Host header, before its port."""


class AllowedHosts:
    """Lets requests to the `allowed` hosts through, and any that asks after the hub's health.

    Whatever looks after the hub asks by the address of a machine, which no viewer knows.
    """

    def __init__(self, app: ASGIApp, allowed: tuple[str, ...]) -> None:
        self.app = app
        self.allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "lifespan" or scope["path"].startswith("/health/"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.getlist("host") or [""]
        if all(is_allowed(one, self.allowed) for one in given):
            await self.app(scope, receive, send)
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})  # Before it is accepted: 403.
            return
        tongue = language(headers.get("accept-language"))
        await refusal("HOST_NOT_ALLOWED", tongue, given=", ".join(given))(scope, receive, send)


def is_allowed(host: str, allowed: tuple[str, ...]) -> bool:
    """Whether a Host header names one of the allowed: a name, `*.` and a name for all below it, `*` for any.

    >>> is_allowed("Hub.example.ir:8000", ("hub.example.ir",))
    True
    >>> is_allowed("example.ir", ("*.example.ir",))
    False
    """
    found = _NAME.fullmatch(host.lower())
    name = found[1].removesuffix(".") if found else ""
    return any(
        one in ("*", name) or (one.startswith("*.") and name.endswith(one[1:]) and len(name) >= len(one))
        for one in allowed
    )
