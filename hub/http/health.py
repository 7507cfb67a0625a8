"""GET /health/live and /health/ready: is the process up, and can it answer?"""

import asyncio

import orjson
from starlette.requests import Request
from starlette.responses import Response

from graph.connection import Database
from graph.errors import DatabaseUnavailable
from graph.migrations import pending


def _answer(code: int, **facts: object) -> Response:
    return Response(orjson.dumps(facts), code, {"cache-control": "no-store"}, media_type="application/json")


async def live(_request: Request) -> Response:
    """200 as long as the process answers."""
    return _answer(200, status="live")


class Ready:
    """200 when the database answers and is migrated; 503 with the reason otherwise.

    A database that takes longer than `seconds` does not answer.
    """

    def __init__(self, database: Database, seconds: float = 5.0) -> None:
        self._database = database
        self._seconds = seconds

    async def __call__(self, _request: Request) -> Response:
        """The state of this moment."""
        try:
            async with asyncio.timeout(self._seconds):
                missing = await pending(self._database)
        except (DatabaseUnavailable, TimeoutError):
            return _answer(503, status="not ready", reason="DATABASE_UNAVAILABLE")
        if missing:
            return _answer(503, status="not ready", reason="NOT_MIGRATED", pending=missing)
        return _answer(200, status="ready")
