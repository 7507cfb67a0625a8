"""Turn a request that is cut off as the hub stops into an answer that says so."""

import asyncio

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hub.http.refusals import refusal
from hub.i18n import language


class Finishing:
    """Answers what its server cancels; uvicorn would say «Internal Server Error», which is no JSON."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its response back, or HUB_STOPPING where there is none yet."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except asyncio.CancelledError:
            if scope["type"] != "http" or begun:
                raise
            tongue = language(Headers(scope=scope).get("accept-language"))
            await refusal("HUB_STOPPING", tongue)(scope, receive, send)
