"""Turn a request that is over into its line in the log, its metrics and its span."""

from collections.abc import Sequence
from typing import Any

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hub.http.noting import Notes
from hub.http.refusals import refusal
from hub.i18n import language
from hub.metrics import Metrics
from hub.settings import Logged
from hub.traces import Traces
from hub.visit import VISIT, Visit, note, number_of

log = structlog.get_logger("hub")

HEADER = "X-Request-Id"
ROUTES = ("graphql", "page", "assets", "files", "health", "metrics", "static", "unsubscribe", "none")
"""What a request may have asked; never its address, which anybody may write anything into."""
_METHODS = {"GET", "POST", "DELETE", "OPTIONS", "HEAD"}


class Visits:
    """Hears of every request as it ends, also of one that was refused before it was read."""

    def __init__(
        self, logged: Logged, metrics: Metrics, traces: Traces | None, notes: Sequence[Notes]
    ) -> None:
        self._logged = logged
        self._notes = notes
        self._metrics = metrics
        self._traces = traces

    def begun(self, visit: Visit, scope: Scope) -> None:
        """Hear of a request whose head is whole."""
        if self._traces is not None:
            self._traces.begin(visit, scope["headers"])

    def over(self, visit: Visit, scope: Scope | None = None) -> None:
        """Tell of a request. `scope` is None where its head was never whole."""
        self._metrics.count(visit, route_of(scope))
        client = None if scope is None else scope.get("client")
        for notes in self._notes:
            notes.over(visit, client[0] if client else visit.peer)
        if self._traces is not None:
            self._traces.end(visit, method_of(scope) or "", route_of(scope))
        failed = visit.lost or visit.codes or visit.status is None or visit.status >= 400
        if self._logged is Logged.ALL or (self._logged is Logged.FAILED and failed):
            log.info("request", **_line(visit, scope))


class NumberedRequests:
    """Gives every request a number that its answer, its errors and its lines in the log carry."""

    def __init__(self, app: ASGIApp, visits: Visits) -> None:
        self.app = app
        self.visits = visits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, numbered, and its answer back with the number."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        visit = _visit_of(scope)
        number = visit.number.encode()
        self.visits.begun(visit, scope)

        async def numbered(message: Message) -> None:
            if message["type"] == "http.response.start":
                visit.answers(message["status"])
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", number)]
            await send(message)

        around = VISIT.set(visit)
        try:
            await self.app(scope, receive, numbered)
        except Exception as error:
            # A fault of ours that nothing nearer has answered.
            log.error("internal_error", exc_info=error)  # noqa: TRY400 - structlog
            note("INTERNAL")
            if visit.status is not None:
                raise  # The answer is under way: the server cuts it off.
            await _failed(visit, scope)(scope, receive, numbered)
        finally:
            self.visits.over(visit, scope)
            visit.bill = None  # Timers keep the visit for as long as they run, and would keep what it asked.
            VISIT.reset(around)


def _visit_of(scope: Scope) -> Visit:
    """What the connection has begun to note of a request, or a new one where it does not know how."""
    state = scope.setdefault("state", {})
    found: Visit = state.get("visit") or Visit(number_of(scope["headers"]))
    state["visit"] = found
    return found


def _failed(visit: Visit, scope: Scope) -> ASGIApp:
    wanted = next((value for name, value in scope["headers"] if name == b"accept-language"), None)
    tongue = language(wanted.decode("latin-1") if wanted else None)
    return refusal("INTERNAL", tongue, request=visit.number)


def _line(visit: Visit, scope: Scope | None) -> dict[str, Any]:
    """What the log says of a request; what it has nothing of is left out."""
    facts = {
        "request": visit.number,
        "route": route_of(scope),
        "method": method_of(scope),
        "status": visit.status,
        "milliseconds": round(visit.seconds * 1_000, 1),
        "viewer": visit.viewer,
        "token": visit.token,
        "operation": visit.operation,
        "document": visit.document,
        "codes": list(visit.codes) or None,
        "lost": visit.lost or None,
    }
    if visit.bill is not None:
        facts |= {
            "points": visit.points,
            "database": round(visit.database * 1_000, 1),
            "statements": visit.statements,
        }
    return {name: fact for name, fact in facts.items() if fact is not None}


def route_of(scope: Scope | None) -> str:
    """One of ROUTES."""
    if scope is None:
        return "none"
    if scope.get("state", {}).get("page"):
        return "page"
    first = scope["path"].split("/", 2)[1:2]
    return first[0] if first and first[0] in ROUTES else "none"


def method_of(scope: Scope | None) -> str | None:
    """The method of a request, if it is one that anything here answers to."""
    if scope is None:
        return None
    return scope["method"] if scope["method"] in _METHODS else "other"
