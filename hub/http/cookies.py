"""Turn cookies into the secret of a session and back, and tell whose page a request comes from.

A cookie travels with whatever a browser sends to the hub, whoever made it do so. So what comes with
one must come from a page of the hub itself: by `Origin` or `Sec-Fetch-Site`, which no page can forge.
"""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from graph.errors import ValueRefused
from hub.settings import Settings

_OWN = {"same-origin", "none"}
"""What browsers say of a request by a page of the hub, or by the person alone."""
_OF_PAGES = {"ws": "http", "wss": "https"}
"""What the address of a page begins with that opens a WebSocket."""


class Cookies:
    """The cookie that holds the secret of a session."""

    def __init__(self, settings: Settings) -> None:
        self._address = settings.address
        self._secure = settings.address.startswith("https://")
        self._seconds = settings.session_hours * 3600
        # A name that browsers take from the host itself alone, over https.
        self.name = "__Host-hub" if self._secure else "hub"

    def secret(self, request: HTTPConnection) -> str | None:
        """The secret of a request's session."""
        return request.cookies.get(self.name) or None

    def put(self, response: Response, secret: str) -> None:
        """Let a browser keep a secret; an empty one lets it forget."""
        response.set_cookie(
            self.name,
            secret,
            max_age=self._seconds if secret else 0,
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )

    def is_own_site(self, request: HTTPConnection) -> bool | None:
        """Whether a page of the hub asks, or the person alone; None where it is no browser that says so."""
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        if site is None and origin is None:
            return None
        return (site is None or site in _OWN) and (origin is None or origin == self.own_origin(request))

    def own_origin(self, request: HTTPConnection) -> str:
        """The `Origin` of the hub's own pages, as this request comes to it."""
        if self._address:
            parts = urlsplit(self._address)
            return f"{parts.scheme}://{parts.netloc}"
        scheme = _OF_PAGES.get(request.url.scheme, request.url.scheme)
        return f"{scheme}://{request.url.netloc}"

    def expect_own_site(self, request: Request) -> None:
        """Raises ValueRefused CROSS_SITE unless what comes with a cookie comes from a page of the hub.

        By GET nothing changes, and a link of another page may lead here.
        """
        own = self.is_own_site(request)
        if request.method == "GET" and request.headers.get("origin") is None:
            return
        if not own:
            raise ValueRefused("CROSS_SITE", origin=self.own_origin(request))

    def expect_own_page(self, request: HTTPConnection) -> None:
        """Raises ValueRefused CROSS_SITE unless a page of the hub says that it asks, whatever the method.

        For what goes on: a WebSocket is open to every page, and no link leads to an event stream.
        """
        if not self.is_own_site(request):
            raise ValueRefused("CROSS_SITE", origin=self.own_origin(request))
