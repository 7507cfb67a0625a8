"""/unsubscribe/<key>: whoever has a letter of what is new ends them, without signing in (RFC 8058).

GET asks, since programs that look at links before people do must end nothing; POST does it.
"""

from datetime import UTC, datetime
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from graph.connection import Transaction
from graph.errors import GraphError
from graph.model.audit import AuditKind
from graph.model.personal import DigestPace
from graph.queries import audit
from graph.queries import digests as queries
from graph.queries.audit import Trail
from graph.room import expect_room
from hub.context import Caller
from hub.http.graphql import GraphQLEndpoint
from hub.http.refusals import refusal
from hub.i18n import language

_WHAT = "unsubscribe"
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": (
        "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
}
_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body><h1>{title}</h1><p>{text}</p>{form}</body>
</html>
"""
_FORM = '<form method="post"><button>{button}</button></form>'
_TITLE = {"en": "Letters of what is new", "fa": "نامهٔ خبرها"}
_ASKS = {
    "en": "Shall the knowledge hub mail you no more letters of what is new?",
    "fa": "آیا کانون دانش دیگر نامهٔ خبرها برای شما نفرستد؟",
}
_BUTTON = {"en": "Mail me no more of them", "fa": "دیگر نفرستید"}
_DONE = {
    "en": "No more of these letters are mailed to you. Once signed in you can have them mailed again.",
    "fa": "از این پس این نامه برای شما فرستاده نمی‌شود. پس از ورود می‌توانید دوباره آن را بخواهید.",
}


class Unsubscribe:
    """Answers at the address that letters of what is new end with."""

    def __init__(self, endpoint: GraphQLEndpoint) -> None:
        self._endpoint = endpoint

    async def __call__(self, request: Request) -> Response:
        """Ask, or do it."""
        tongue = language(request.headers.get("accept-language"))
        try:
            caller = self._endpoint.caller(request)
            await self._endpoint.desk.attempts.begin(caller.address)
            if not await self._done(caller, request.path_params["key"], does=request.method == "POST"):
                await self._endpoint.desk.attempts.failed(caller.address)
                return refusal("LINK_UNKNOWN", tongue)
        except GraphError as error:
            return refusal(error.code, tongue, **error.details)
        return _page(tongue, does=request.method == "POST")

    async def _done(self, caller: Caller, key: str, *, does: bool) -> bool:
        """Whether there is somebody whose letters end with that key. Raises GraphError."""
        if does:
            expect_room(self._endpoint.settings.data_dir)
        now, where = datetime.now(UTC), (caller.address or None, caller.network or None, caller.request)

        async def work(transaction: Transaction) -> bool:
            found = await queries.of_key(transaction, key)
            if found is not None and does:
                never = DigestPace.NEVER.value
                await queries.set_pace(transaction, found["account"], never, None, now)
                trail = Trail(_WHAT, None, None, found["person"], None, *where)
                await audit.note(transaction, AuditKind.DEED, trail, now)
            return found is not None

        done, _ = await self._endpoint.database.write(work)
        return done


def _page(tongue: str, *, does: bool) -> HTMLResponse:
    text = _DONE[tongue] if does else _ASKS[tongue]
    told = _PAGE.format(
        language=tongue,
        direction="ltr" if tongue == "en" else "rtl",
        title=escape(_TITLE[tongue]),
        text=escape(text),
        form="" if does else _FORM.format(button=escape(_BUTTON[tongue])),
    )
    return HTMLResponse(told, headers={**_HEADERS, "content-language": tongue})
