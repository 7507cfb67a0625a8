"""/unsubscribe/<key>: whoever has a letter of what is new ends them, without signing in (RFC 8058).

With the id of a reason behind it, that alone is ended: what is followed, or that a saved search is told.
GET asks, since programs that look at links before people do must end nothing; POST does it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from graph.connection import Transaction
from graph.errors import GraphError
from graph.model.audit import AuditKind
from graph.model.personal import DigestPace
from graph.queries import audit, follows, saved_searches
from graph.queries import digests as queries
from graph.queries.audit import Trail
from graph.room import expect_room
from hub.context import Caller
from hub.http.graphql import GraphQLEndpoint
from hub.http.refusals import refusal
from hub.i18n import language
from hub.tokens import hashed

Texts: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a page asks, on its button, and once it is done, in both languages."""

    asks: Texts
    button: Texts
    done: Texts


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
_TITLE: Texts = {"en": "Letters of what is new", "fa": "نامهٔ خبرها"}
_ALL = Said(
    {
        "en": "Shall the knowledge hub mail you no more letters of what is new?",
        "fa": "آیا کانون تجربه دیگر نامهٔ خبرها برای شما نفرستد؟",
    },
    {"en": "Mail me no more of them", "fa": "دیگر نفرستید"},
    {
        "en": "No more of these letters are mailed to you. Once signed in you can have them mailed again.",
        "fa": "از این پس این نامه برای شما فرستاده نمی‌شود. پس از ورود می‌توانید دوباره آن را بخواهید.",
    },
)
_ONE = Said(
    {
        "en": "Shall you be told no more because you follow this, or have saved this search?",
        "fa": "آیا دیگر به این دلیل که این را دنبال می‌کنید یا این جست‌وجو را ذخیره کرده‌اید، خبری نگیرید؟",
    },
    {"en": "Tell me no more of it", "fa": "دیگر از آن خبر ندهید"},
    {
        "en": "You are told no more of it. Everything else is told as before.",
        "fa": "دیگر از آن خبر نمی‌گیرید. بقیه مانند پیش گفته می‌شود.",
    },
)


class Unsubscribe:
    """Answers at the address that letters of what is new end with."""

    def __init__(self, endpoint: GraphQLEndpoint) -> None:
        self._endpoint = endpoint

    async def __call__(self, request: Request) -> Response:
        """Ask, or do it."""
        tongue = language(request.headers.get("accept-language"))
        try:
            caller = self._endpoint.askers.caller(request)
            await self._endpoint.askers.desk.attempts.begin(caller.address)
            key, reason = request.path_params["key"], request.path_params.get("reason")
            if not await self._done(caller, key, reason, does=request.method == "POST"):
                await self._endpoint.askers.desk.attempts.failed(caller.address)
                return refusal("LINK_UNKNOWN", tongue)
        except GraphError as error:
            return refusal(error.code, tongue, **error.details)
        return _page(_ALL if reason is None else _ONE, tongue, does=request.method == "POST")

    async def _done(self, caller: Caller, key: str, reason: str | None, *, does: bool) -> bool:
        """Whether there is somebody whose letters end with that key. Raises GraphError."""
        if does:
            expect_room(self._endpoint.settings.data_dir)
        now, where = datetime.now(UTC), (caller.address or None, caller.network or None, caller.request)

        async def work(transaction: Transaction) -> bool:
            found = await queries.of_key(transaction, hashed(key))
            if found is not None and does:
                if reason is None:
                    never = DigestPace.NEVER.value
                    await queries.set_pace(transaction, found["account"], never, None, now)
                    trail = Trail("unsubscribe", None, None, found["person"], None, *where)
                    await audit.note(transaction, AuditKind.DEED, trail, now)
                else:  # What somebody wants to hear of is nobody else's to see, or to count.
                    await follows.unfollow(transaction, found["account"], reason)
                    await saved_searches.edit(transaction, found["account"], reason, now, told=False)
            return found is not None

        done, _ = await self._endpoint.database.write(work)
        return done


def _page(said: Said, tongue: str, *, does: bool) -> HTMLResponse:
    text = said.done[tongue] if does else said.asks[tongue]
    told = _PAGE.format(
        language=tongue,
        direction="ltr" if tongue == "en" else "rtl",
        title=escape(_TITLE[tongue]),
        text=escape(text),
        form="" if does else _FORM.format(button=escape(said.button[tongue])),
    )
    return HTMLResponse(told, headers={**_HEADERS, "content-language": tongue})
