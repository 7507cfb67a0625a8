"""A request enters, a response leaves."""

import gc
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from graph.connection import Database
from hub.http.graphql import BOOKMARK, GraphQLEndpoint
from hub.http.health import Ready, live
from hub.http.hosts import AllowedHosts
from hub.http.refusals import refusal
from hub.http.safety import SafeResponses
from hub.i18n import language
from hub.log import configure
from hub.settings import Settings

log = structlog.get_logger("hub")

_GARBAGE_AFTER = 5_000
"""How many objects are made, and not freed, before Python looks for circles among them; 700 by itself."""

_STATIC = Path(__file__).parent / "http" / "static"


class NumberedRequests:
    """Gives every request a number that its errors and log lines carry."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, numbered."""
        if scope["type"] == "http":
            scope.setdefault("state", {})["request"] = secrets.token_hex(6)
        await self.app(scope, receive, send)


def create_app(settings: Settings) -> Starlette:
    """The hub as an ASGI application. It starts without a database, and says so when asked."""
    configure()
    database = Database(
        settings.neo4j_uri,
        settings.neo4j_user,
        settings.neo4j_password,
        seconds=settings.request_seconds,
    )

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        # Schema and model stay for good: looking for garbage took a sixth of a small request's time.
        gc.collect()
        gc.freeze()
        gc.set_threshold(_GARBAGE_AFTER, 10, 10)
        async with database.opened():
            yield

    return Starlette(
        routes=[
            Route("/graphql", _Endpoint(GraphQLEndpoint(database, settings)), methods=["GET", "POST"]),
            Route("/health/live", live),
            Route("/health/ready", _Endpoint(Ready(database, settings.data_dir))),
            Mount("/static", StaticFiles(directory=_STATIC)),
        ],
        middleware=[
            Middleware(NumberedRequests),
            Middleware(SafeResponses),
            Middleware(AllowedHosts, settings.allowed_hosts),
            # Tokens travel in a header, never in a cookie, so any site may ask.
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "POST"],
                allow_headers=["Authorization", "Content-Type", "Accept-Language", BOOKMARK],
                expose_headers=[BOOKMARK],
            ),
            Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=4),
        ],
        exception_handlers={404: _not_found, 405: _not_allowed, 500: _failed},
        lifespan=lifespan,
    )


class _Endpoint:
    """A callable object as an ASGI endpoint of its own, so that Starlette does not take it for a class."""

    def __init__(self, answer: GraphQLEndpoint | Ready) -> None:
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self.answer(Request(scope, receive))
        await response(scope, receive, send)


def _told(request: Request, code: str, /, **details: str) -> Response:
    return refusal(code, language(request.headers.get("accept-language")), **details)


async def _not_found(request: Request, _error: Exception) -> Response:
    return _told(request, "NOT_FOUND_HERE")


async def _not_allowed(request: Request, error: Exception) -> Response:
    response = _told(request, "METHOD_NOT_ALLOWED")
    response.headers.update(getattr(error, "headers", None) or {})
    return response


async def _failed(request: Request, error: Exception) -> Response:
    """A fault of ours that nothing nearer has answered."""
    number = request.scope["state"]["request"]
    log.error("internal_error", request=number, exc_info=error)
    return _told(request, "INTERNAL", request=number)
