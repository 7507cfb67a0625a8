"""Turn what anybody may read into a site map: which pages there are, in both languages, for machines."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from html import escape
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.compiler import Role
from graph.compiler.visibility import Sight
from graph.errors import GraphError
from graph.limits import MAXIMUM_CRAWLED_PARTS
from graph.model import MODEL
from graph.queries import crawled
from hub.bill import Account
from hub.context import ANONYMOUS, Context
from hub.errors import CATALOG
from hub.http.graphql import GraphQLEndpoint
from hub.shares import Share
from hub.web.addresses import OF_RECORDS, PAGES, address
from hub.web.html import Markup, joined, tag
from hub.web.telling import TOLD

INDEX = "/sitemap.xml"
_PART = "/sitemaps/{name}.xml"
_LISTS = "pages"
_LANGUAGES = ("fa", "en")
_SEE = Sight(Role.ANONYMOUS, MODEL)
_LABELS = {page: label for label, page in OF_RECORDS.items() if page in TOLD}
"""The types of records that have a page for anybody, by that page."""
_NUMBERS = frozenset(map(str, range(MAXIMUM_CRAWLED_PARTS)))
_POINTS = 100
"""What a file costs: it is one statement."""
_DECLARED = '<?xml version="1.0" encoding="utf-8"?>'
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_HEADERS = {"cache-control": "no-cache"}
"""As that of pages: what was taken back today is not named tomorrow."""


class SiteMap:
    """An index, and files of it: one of lists, and of each type of record as many as it takes.

    Nothing is said of when a page changed: of a record that may be anonymized it would tell more than shows.
    """

    def __init__(self, endpoint: GraphQLEndpoint) -> None:
        self._endpoint = endpoint

    def routes(self) -> list[Route]:
        """Where it is."""
        return [Route(INDEX, self._answering(self._index)), Route(_PART, self._answering(self._part))]

    def _answering(self, told: Callable[[Request], Awaitable[Markup]]) -> Any:
        async def answer(request: Request) -> Response:
            request.scope["state"]["page"] = True
            try:
                await self._pay(request)
                async with self._share(request).turn(dear=True):
                    text = f"{_DECLARED}{await told(request)}"
            except GraphError as error:
                raise HTTPException(HTTPStatus(CATALOG[error.code].status)) from error
            return Response(text, media_type="application/xml", headers=_HEADERS)

        return answer

    async def _index(self, request: Request) -> Markup:
        parts = await crawled.parts(self._endpoint.database, _SEE, tuple(_LABELS.values()), self._rights())
        names = [_LISTS, *(f"{page}-{at}" for page, label in _LABELS.items() for at in range(parts[label]))]
        root = root_of(request, self._endpoint)
        files = (tag("sitemap", tag("loc", f"{root}{_PART.format(name=name)}")) for name in names)
        return tag("sitemapindex", *files, xmlns=_SITEMAP)

    async def _part(self, request: Request) -> Markup:
        name = request.path_params["name"]
        root = root_of(request, self._endpoint)
        if name == _LISTS:
            lists = [page.name for page in PAGES if page.name in TOLD and "{" not in page.path]
            return _urls(root, ((one, {}) for one in lists))
        page, _, at = name.rpartition("-")
        if page not in _LABELS or at not in _NUMBERS:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        found = await crawled.ids(self._endpoint.database, _SEE, _LABELS[page], int(at), self._rights())
        if not found:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return _urls(root, ((page, {"id": id_}) for id_ in found))

    def _rights(self) -> dict[str, Any]:
        """What the rights of whoever has not signed in ask for."""
        endpoint = self._endpoint
        return Context(endpoint.database, endpoint.compiler, ANONYMOUS, endpoint.settings.zone).parameters()

    def _share(self, request: Request) -> Share:
        return self._endpoint.shares.of(self._endpoint.askers.caller(request).address)

    async def _pay(self, request: Request) -> Account | None:
        """Raises ValueRefused RATE_LIMITED."""
        purse = self._endpoint.budget.of(ANONYMOUS, self._endpoint.askers.caller(request).address)
        return None if purse is None else await purse.take(_POINTS)


def root_of(request: Request, endpoint: GraphQLEndpoint) -> str:
    """What addresses begin with that machines read: the hub's own, or the one that was asked."""
    return endpoint.settings.address or str(request.base_url).removesuffix("/")


def _urls(root: str, pages: Iterable[tuple[str, dict[str, str]]]) -> Markup:
    urls = joined(*_each(root, pages))
    return Markup(f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">{urls}</urlset>')


def _each(root: str, pages: Iterable[tuple[str, dict[str, str]]]) -> Iterator[Markup]:
    """A page in each language, with where it is in the others."""
    for name, values in pages:
        places = {language: f"{root}{address(name, language, **values)}" for language in _LANGUAGES}
        others = joined(
            *(
                Markup(f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(place)}"/>')
                for language, place in places.items()
            )
        )
        for place in places.values():
            yield tag("url", tag("loc", place), others)
