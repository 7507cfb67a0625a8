"""What machines that come by look for: the picture of a shared link, and which pages they may read."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from hub.http.graphql import GraphQLEndpoint
from hub.web.sitemap import INDEX, root_of
from hub.web.words import WORDS

_CARDS = Path(__file__).parent / "cards"
_CARD = "/cards/{language}.png"
_DAY = "public, max-age=86400"
_CLOSED = (
    *("/graphql", "/files", "/metrics", "/unsubscribe", "/search"),
    *("/sign-in", "/join", "/forgot-password", "/reset-password", "/confirm-mail", "/confirm-claim"),
    *("/desk", "/news", "/settings", "/administration", "/publish"),
    *("/*/new", "/*/edit", "/*/amend", "/*/claim"),
)
"""Where nothing is for them: what is asked, what is one's own, and searches, which have no end."""


def card_of(language: str) -> str:
    """Where the picture is that other sites show beside a link.

    >>> card_of("fa")
    '/cards/fa.png'
    """
    return _CARD.format(language=language)


class Crawled:
    """Where they look."""

    def __init__(self, endpoint: GraphQLEndpoint) -> None:
        self._endpoint = endpoint

    def routes(self) -> list[Route]:
        """The pictures, and what is said to them."""
        return [Route(_CARD, _card), Route("/robots.txt", self._robots)]

    async def _robots(self, request: Request) -> Response:
        closed = (f"Disallow: {base}{path}" for path in _CLOSED for base in ("", "/en"))
        map_ = f"Sitemap: {root_of(request, self._endpoint)}{INDEX}"
        text = "\n".join(("User-agent: *", *closed, "", map_, ""))
        return PlainTextResponse(text, headers={"cache-control": _DAY})


async def _card(request: Request) -> Response:
    language = request.path_params["language"]
    if language not in WORDS:
        raise HTTPException(404)
    return FileResponse(_CARDS / f"{language}.png", headers={"cache-control": _DAY}, media_type="image/png")
