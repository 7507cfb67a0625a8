"""GET /health/live and /health/ready: is the process up, and can it answer?"""

import asyncio
from pathlib import Path

import orjson
from starlette.requests import Request
from starlette.responses import Response

from graph.connection import Database
from graph.errors import DatabaseUnavailable
from graph.migrations import applied, lacking, unknown
from graph.room import room_at


def _answer(code: int, **facts: object) -> Response:
    return Response(orjson.dumps(facts), code, {"cache-control": "no-store"}, media_type="application/json")


async def live(_request: Request) -> Response:
    """200 as long as the process answers."""
    return _answer(200, status="live")


class Ready:
    """200 when the database answers and is migrated; 503 with the reason otherwise.

    A database that takes longer than `seconds` does not answer. Without room on the disk of `data_dir`, and
    with records that cannot be read, the hub serves what it can: it is ready, with warnings.
    """

    def __init__(self, database: Database, data_dir: Path | None = None, seconds: float = 5.0) -> None:
        self._database = database
        self._data_dir = data_dir
        self._seconds = seconds

    async def __call__(self, _request: Request) -> Response:
        """The state of this moment."""
        try:
            async with asyncio.timeout(self._seconds):
                done = await applied(self._database)
        except (DatabaseUnavailable, TimeoutError):
            return _answer(503, status="not ready", reason="DATABASE_UNAVAILABLE")
        if newer := unknown(done):
            return _answer(503, status="not ready", reason="GRAPH_NEWER", unknown=newer)
        if missing := lacking(done):
            return _answer(503, status="not ready", reason="NOT_MIGRATED", pending=missing)
        if warnings := self._warnings():
            return _answer(200, status="ready", warnings=warnings)
        return _answer(200, status="ready")

    def _warnings(self) -> list[str]:
        """What an operator must look at while the hub serves what it can."""
        full = self._data_dir is not None and room_at(self._data_dir).is_short
        return ["STORAGE_FULL"] * full + ["STORE_UNREADABLE"] * self._database.is_unreadable
