"""Turn any response into one that tells a browser what it may not do with it."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # `form-action` and `base-uri` do not follow `default-src`.
    "content-security-policy": (
        "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    ),
}
"""What every response carries, unless it has a header of that name: a page has a policy of its own."""
_OF_FILES = ("x-content-type-options",)
_FILES = ("text/css", "text/javascript", "font/")
"""What a browser never shows as a page. On a slow line the rest, a dozen times a page, would cost time."""


class SafeResponses:
    """Gives every response the `HEADERS`, and a page's files those of them that say something of a file."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its response back with the headers."""

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_file = headers.get("content-type", "").startswith(_FILES)
                for name in _OF_FILES if is_file else HEADERS:
                    headers.setdefault(name, HEADERS[name])
            await send(message)

        await self.app(scope, receive, safely)
