"""GET /metrics for Prometheus: told to this machine and to whoever has the token; others find nothing."""

import asyncio
import hmac

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graph.connection import Database
from graph.errors import GraphError
from hub.http.addresses import parsed
from hub.http.hosts import is_allowed
from hub.metrics import CONTENT_TYPE, Metrics
from hub.visit import Visit

_EVENTS = "MATCH (e:Event) RETURN count(e) AS events"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""What a proxy adds: whoever asks through one is not of this machine."""
_HERE = ("localhost", "127.0.0.1", "[::1]")
"""What this machine is called by those who ask from it."""


class Scraped:
    """What was counted, and the state of this moment; of a database that is slower than `seconds`, that."""

    def __init__(self, metrics: Metrics, database: Database, token: str, seconds: float = 2.0) -> None:
        self._metrics = metrics
        self._database = database
        self._token = token.encode()
        self._seconds = seconds

    async def __call__(self, request: Request) -> Response:
        """The metrics. Raises HTTPException 404, the same as for an address that is not there."""
        if request.method not in {"GET", "HEAD"} or not (self._knows(request) or is_local(request)):
            raise HTTPException(404)
        await self._ask()
        return Response(self._metrics.told(), headers={"cache-control": "no-store"}, media_type=CONTENT_TYPE)

    def _knows(self, request: Request) -> bool:
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        known = hmac.compare_digest(given.strip().encode(), self._token)
        return bool(self._token) and kind.lower() == "bearer" and known

    async def _ask(self) -> None:
        try:
            async with asyncio.timeout(self._seconds):
                (row,) = await self._database.rows(_EVENTS)
        except (GraphError, TimeoutError):
            self._metrics.up.set(0)
        else:
            self._metrics.up.set(1)
            self._metrics.events.set(row["events"])


def is_local(request: Request) -> bool:
    """Whether a request comes from this machine, straight and from no page in a browser.

    Who is on the other end counts, and whom a proxy there speaks for: either may be a stranger. A page of
    another site that a browser of this machine shows asks from here, too: it has an origin, or a name.
    """
    visit: Visit = request.scope["state"]["visit"]
    if visit.peer is None or request.client is None or "origin" in request.headers:
        return False
    if any(name in request.headers for name in _FORWARDED):
        return False
    named = is_allowed(request.headers.get("host", ""), _HERE)
    return named and _is_loopback(visit.peer) and _is_loopback(request.client.host)


def _is_loopback(host: str) -> bool:
    try:
        return parsed(host).is_loopback
    except ValueError:
        return False
