"""Turn a request into who asks: where it comes from, and who is behind its token or its browser's session."""

from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from graph.compiler import Compiler
from graph.connection import Database
from graph.errors import ValueRefused
from graph.model import MODEL
from hub.attempts import Attempts
from hub.auth import Viewers
from hub.context import ANONYMOUS, Caller, Context, Desk, Viewer
from hub.errors import CATALOG
from hub.http.addresses import household, network
from hub.http.cookies import Cookies
from hub.mail import Post
from hub.merged import Merges
from hub.seals import Seals
from hub.sessions import Sessions
from hub.settings import Settings
from hub.shares import Share, Shares
from hub.visit import Visit

ORGANIZATION = "Hub-Organization"


class Askers:
    """Knows whoever asks this hub, and gives them what their questions are answered with."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings
        self.compiler = Compiler(MODEL)
        self.viewers = Viewers(database, settings.viewer_seconds, settings.zone)
        self.sessions = Sessions(database, settings)
        self.cookies = Cookies(settings)
        self.desk = Desk(Post(settings), Attempts(settings), settings, Seals(settings))
        self.merges = Merges(database, settings.viewer_seconds)
        self.shares = Shares()

    def caller(self, request: Request) -> Caller:
        """Where a request comes from."""
        visit: Visit = request.scope["state"]["visit"]
        host = request.client.host if request.client else ""
        return Caller(
            address=household(host),
            network=network(host),
            request=visit.number,
            agent=request.headers.get("user-agent"),
            own_site=self.cookies.is_own_site(request) is not False,
            origin=self.cookies.own_origin(request),
        )

    async def viewer(self, request: Request, caller: Caller) -> Viewer:
        """Who asks: by a token that was sent on purpose, or else by the session of a browser.

        Raises ValueRefused as `Viewers.of` and `Sessions.of` do, and CROSS_SITE.
        """
        header, secret = request.headers.get("authorization"), self.cookies.secret(request)
        if header is not None or secret is None:
            return await self.viewers.of(header)
        self.cookies.expect_own_site(request)
        try:
            held = await self.sessions.of(secret, request.headers.get(ORGANIZATION))
        except ValueRefused as error:
            if CATALOG[error.code].status == HTTPStatus.UNAUTHORIZED:
                caller.secret, caller.ended = "", error  # It opens nothing any more.
            raise
        caller.secret = held.secret
        return held.viewer

    def answer_caller(self, caller: Caller, response: Response) -> None:
        """Give the browser its next secret with a response, where it has one."""
        if caller.secret is not None:
            self.cookies.put(response, caller.secret)

    async def context_of(self, request: Request) -> Context:
        """The context of a request that is no GraphQL; whose session has ended is nobody.

        Raises ValueRefused TOO_MANY_TRIES, CROSS_SITE.
        """
        caller = self.caller(request)
        await self.desk.attempts.begin(caller.address)
        try:
            viewer = await self.viewer(request, caller)
        except ValueRefused as error:
            if CATALOG[error.code].status != HTTPStatus.UNAUTHORIZED:
                raise
            viewer = ANONYMOUS
        return self.context_for(viewer, self.shares.of(viewer.key or caller.address), caller=caller)

    def context_for(self, viewer: Viewer, share: Share, **more: Any) -> Context:
        """What one reading of a viewer carries."""
        return Context(
            self._database,
            self.compiler,
            viewer,
            self._settings.zone,
            self._settings.anonymity,
            forget_viewers=self._forget,
            share=share,
            desk=self.desk,
            **more,
        )

    def _forget(self) -> None:
        self.viewers.forget()
        self.merges.forget()
