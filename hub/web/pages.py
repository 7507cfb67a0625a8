"""Answer the address of a page with its first HTML: its text, as whoever has not signed in may read it."""

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

import orjson
from graphql import parse
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from graph.errors import GraphError
from hub.bill import Bill
from hub.context import ANONYMOUS
from hub.errors import CATALOG
from hub.http.execution import executed, root_fields
from hub.http.graphql import GraphQLEndpoint
from hub.schema import CORE
from hub.web import crawling
from hub.web.addresses import NOT_FOUND, PAGES, Page, base
from hub.web.client import EMBEDDED, FILES, Client
from hub.web.document import POLICY, THEMES, Reader, document
from hub.web.html import joined, tag
from hub.web.sitemap import SiteMap
from hub.web.telling import TOLD, Telling, Told

_HEADERS = {
    "content-security-policy": POLICY,
    # It depends on who asks, and the files it names on which hub answers.
    "cache-control": "no-cache",
    "vary": "Cookie, Accept-Encoding",
    "cross-origin-opener-policy": "same-origin",
}
_THEME = "theme"


class Pages:
    """The pages of a hub."""

    def __init__(self, endpoint: GraphQLEndpoint) -> None:
        self._endpoint = endpoint
        self._client = Client()
        self._document = parse((Path(__file__).parent / "first.graphql").read_text(encoding="utf-8"))
        self._roots = root_fields(CORE, self._document)

    def routes(self) -> list[Route]:
        """Where they are, in both languages, and the files of the client."""
        pages = [
            Route(f"{base(language)}{page.path}".removesuffix("/") or "/", self._answering(page, language))
            for language in ("fa", "en")
            # `/offers/new` before `/offers/{id}`, wherever they stand in the list.
            for page in sorted(PAGES, key=lambda page: page.path.count("{"))
        ]
        return [
            *pages,
            Route(f"{FILES}{{name}}", self._client.__call__),
            Route(EMBEDDED, self._client.embedded),
            *crawling.Crawled(self._endpoint).routes(),
            *SiteMap(self._endpoint).routes(),
        ]

    def _answering(self, page: Page, language: str) -> Any:
        async def answer(request: Request) -> Response:
            return await self._answer(request, page, language)

        return answer

    async def not_found(self, request: Request) -> Response:
        """The page of an address that leads nowhere."""
        language = "en" if f"{request.url.path}/".startswith("/en/") else "fa"
        return await self._answer(request, NOT_FOUND, language)

    async def _answer(self, request: Request, page: Page, language: str) -> Response:
        request.scope["state"]["page"] = True
        # An address that leads nowhere is no address in another language: `//elsewhere` is another site's.
        path = "/" if page is NOT_FOUND else request.url.path.removeprefix(base(language)) or "/"
        reader = self._reader(request, path, language)
        telling = Telling(language, self._endpoint.settings.address)
        status, told = HTTPStatus.OK, None
        if page is NOT_FOUND:
            status = HTTPStatus.NOT_FOUND
        elif page.name in TOLD and not reader.session:
            # Whoever is signed in may read more than is told here: the client asks for it.
            status, told = await self._told(request, page, telling)
        shown = told or _untold(page, telling, status)
        return HTMLResponse(document(self._client, page, shown, reader, telling), status, _HEADERS)

    def _reader(self, request: Request, path: str, language: str) -> Reader:
        theme = request.cookies.get(_THEME)
        session = self._endpoint.askers.cookies.secret(request) is not None
        return Reader(
            path, language, theme if theme in THEMES else None, session, str(self._endpoint.settings.zone)
        )

    async def _told(self, request: Request, page: Page, telling: Telling) -> tuple[HTTPStatus, Told | None]:
        """The page, or why it is not told."""
        try:
            data = await self._ask(request, page.name, dict(request.path_params), telling.language)
        except GraphError as error:
            status = HTTPStatus(CATALOG[error.code].status)
            late = status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS
            return (status if late else HTTPStatus.NOT_FOUND), None
        told = telling.tell(page.name, data)
        return (HTTPStatus.OK if told else HTTPStatus.NOT_FOUND), told

    async def _ask(
        self, request: Request, name: str, variables: dict[str, Any], language: str
    ) -> Mapping[str, Any]:
        """What a query of first.graphql tells to anybody, paid for by whoever asks. Raises GraphError."""
        endpoint = self._endpoint
        caller = endpoint.askers.caller(request)
        purse = endpoint.budget.of(ANONYMOUS, caller.address)
        share = endpoint.shares.of(caller.address)
        bill = Bill() if purse is None else Bill(purse.take)
        context = endpoint.askers.context_for(ANONYMOUS, share, language=language, caller=caller, bill=bill)
        context.merged = await endpoint.askers.merges.known()
        async with share.entrance() as leave:
            bill.paid = leave
            result = await executed(CORE, self._document, self._roots.get(name), context, variables, name)
        for error in result.errors or ():
            if isinstance(error.original_error, GraphError):
                raise error.original_error
            raise error
        told: Mapping[str, Any] = orjson.loads(orjson.dumps(result.data))
        return told


def _untold(page: Page, telling: Telling, status: HTTPStatus) -> Told:
    """A page without a text of its own, or whose record is not told."""
    if page is NOT_FOUND:
        return Told(telling.word("notFound"), telling.word("about"), tag("h1", telling.word("notFound")))
    if status == HTTPStatus.NOT_FOUND:
        body = joined(tag("h1", telling.word("absent")), tag("p", telling.word("absent-what")))
        return Told(telling.word("absent"), telling.word("about"), body)
    named = page.name != "home" and telling.names(page.name)
    title = telling.word(page.name if named else "hub")
    return Told(title, telling.word("about"), tag("p", "…", class_="mut"))
