"""A request enters, a response leaves."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from graph.connection import Database
from graph.model.files import PATH
from hub.files.store import store_of
from hub.http import sockets, streams
from hub.http.files import Files
from hub.http.graphql import BOOKMARK, GraphQLEndpoint
from hub.http.health import Ready, live
from hub.http.hosts import AllowedHosts
from hub.http.metrics import Scraped
from hub.http.noting import noting
from hub.http.oidc import SignInElsewhere
from hub.http.refusals import refusal
from hub.http.safety import SafeResponses
from hub.http.sockets import Sockets
from hub.http.stopping import Finishing
from hub.http.streams import EventStreams
from hub.http.subscriptions import Subscriptions
from hub.http.tries import Tries
from hub.http.unsubscribe import Unsubscribe
from hub.http.uses import Uses
from hub.http.visits import HEADER, NumberedRequests, Visits
from hub.http.warming import Warming
from hub.i18n import language
from hub.log import configure
from hub.metrics import Metrics
from hub.settings import Settings
from hub.slow import slow_folder
from hub.statements import Statements
from hub.traces import traces
from hub.web.pages import Pages

_GARBAGE_AFTER = 5_000
"""How many objects are made, and not freed, before Python looks for circles among them; 700 by itself."""

_OF_FILES = ("Accept-Ranges", "Content-Disposition", "Content-Length", "Content-Range", "ETag", "Location")
_STATIC = Path(__file__).parent / "http" / "static"


def create_app(settings: Settings) -> Starlette:
    """The hub as an ASGI application. It starts without a database, and says so when asked.

    Raises ValueRefused TRACES_NOT_INSTALLED.

    Its `state.visits` hears of every request, and `state.metrics` has what was counted.
    """
    configure()
    metrics = Metrics()
    traced = traces(settings.traces_endpoint)
    database = Database(
        settings.neo4j_uri,
        settings.neo4j_user,
        settings.neo4j_password,
        seconds=settings.request_seconds,
        told=Statements(settings.slow_milliseconds, slow_folder(settings), metrics, traced).over,
    )

    notes = (Tries(database, settings.data_dir), Uses(database, settings.data_dir))
    visits = Visits(settings.log_requests, metrics, traced, notes)
    endpoint = GraphQLEndpoint(database, settings)
    files = Files(endpoint, store_of(settings))
    pages = Pages(endpoint)
    elsewhere = SignInElsewhere(settings, endpoint.askers.context_of, endpoint.askers.cookies)
    subscriptions, unsubscribe = Subscriptions(endpoint), Unsubscribe(endpoint)
    metrics.subscriptions(subscriptions.open.__getitem__, (streams.WAY, sockets.WAY))
    warmed = _meanwhile if settings.warming else nullcontext
    metrics.pool(database.connections)
    metrics.shares(lambda: endpoint.shares.waiting)
    metrics.caches(endpoint.remembered())
    if settings.data_dir is not None:
        metrics.disk(settings.data_dir)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        # Schema and model stay for good: looking for garbage took a sixth of a small request's time.
        gc.collect()
        gc.freeze()
        gc.set_threshold(_GARBAGE_AFTER, 10, 10)
        async with database.opened(), noting(notes), warmed(endpoint.warming):
            yield
            await endpoint.askers.desk.post.close()
        if traced is not None:
            await asyncio.to_thread(traced.close)

    app = Starlette(
        routes=[
            Route("/graphql", _Endpoint(EventStreams(endpoint, subscriptions)), methods=["GET", "POST"]),
            WebSocketRoute("/graphql", Sockets(subscriptions)),
            Route("/files", _Endpoint(files), methods=["POST"]),
            Route("/files/{id}", _Endpoint(files), methods=["GET", "HEAD", "DELETE"]),
            Route("/sign-in/oidc/{provider}/start", elsewhere.go),
            Route("/sign-in/oidc/{provider}/callback", elsewhere.come),
            Route("/unsubscribe/{key}", _Endpoint(unsubscribe), methods=["GET", "POST"]),
            Route("/unsubscribe/{key}/{reason}", _Endpoint(unsubscribe), methods=["GET", "POST"]),
            Route("/health/live", live),
            Route("/health/ready", _Endpoint(Ready(database, settings.data_dir))),
            Route("/metrics", _Endpoint(Scraped(metrics, database, settings.metrics_token))),
            Mount("/static", StaticFiles(directory=_STATIC)),
            *pages.routes(),
        ],
        middleware=[
            Middleware(NumberedRequests, visits),
            Middleware(SafeResponses),
            Middleware(Finishing),
            Middleware(AllowedHosts, settings.allowed_hosts),
            # Any site may ask with a token of its own, or with none: without `allow_credentials` no browser
            # hands an answer that came with a cookie to another site, and `Cookies` refuses to make one.
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "POST", "DELETE"],
                allow_headers=[
                    *("Authorization", "Content-Type", "Accept-Language", BOOKMARK, HEADER),
                    *("If-None-Match", "If-Range", "Range"),
                ],
                expose_headers=[BOOKMARK, HEADER, *_OF_FILES],
            ),
            Middleware(_Compressed, minimum_size=1_000, compresslevel=4),
        ],
        exception_handlers={404: _not_found(pages), 405: _not_allowed},
        lifespan=lifespan,
    )
    app.state.visits, app.state.metrics, app.state.subscriptions = visits, metrics, subscriptions
    return app


@asynccontextmanager
async def _meanwhile(warming: Warming) -> AsyncIterator[None]:
    """Warm the database while the hub answers."""
    work = asyncio.create_task(warming.work())
    try:
        yield
    finally:
        work.cancel()
        await asyncio.wait([work])


class _Compressed(GZipMiddleware):
    """Compresses answers, but for files: those are packed already, and parts of them are asked for."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its response back."""
        if scope["type"] == "http" and scope["path"].startswith(PATH):
            await self.app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


class _Endpoint:
    """A callable object as an ASGI endpoint of its own, so that Starlette does not take it for a class."""

    def __init__(self, answer: EventStreams | Files | Ready | Scraped | Unsubscribe) -> None:
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self.answer(Request(scope, receive))
        await response(scope, receive, send)


def _told(request: Request, code: str, /, **details: str) -> Response:
    return refusal(code, language(request.headers.get("accept-language")), **details)


def _not_found(pages: Pages) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def answer(request: Request, _error: Exception) -> Response:
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return await pages.not_found(request)
        return _told(request, "NOT_FOUND_HERE")

    return answer


async def _not_allowed(request: Request, error: Exception) -> Response:
    response = _told(request, "METHOD_NOT_ALLOWED")
    response.headers.update(getattr(error, "headers", None) or {})
    return response
