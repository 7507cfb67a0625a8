"""Turn what has had its time into nothing, once a day and a little at a time; the log says what went.

The first time is soon after a start: a hub that is started anew every day would never come to it.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

import structlog

from graph.connection import Database
from graph.errors import GraphError
from graph.queries import sessions
from graph.queries.expired import BATCH, forget_keys
from graph.room import expect_room
from hub.settings import Settings

_FIRST_SECONDS = 10.0
_DAY_SECONDS = 86_400.0
_AGAIN_SECONDS = 600.0
"""After a time that failed."""
_BREATH_SECONDS = 0.5
"""Between two batches, so that whoever asks something meanwhile waits for one at most."""

_log = structlog.get_logger("hub.daily")


@asynccontextmanager
async def daily(settings: Settings) -> AsyncIterator[None]:
    """Clean up beside what happens inside of a `with` block."""
    task = asyncio.create_task(_for_ever(settings))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _for_ever(settings: Settings) -> None:
    pause = _FIRST_SECONDS
    while True:
        await asyncio.sleep(pause)
        pause = _DAY_SECONDS if await _once(settings) else _AGAIN_SECONDS


async def _once(settings: Settings) -> bool:
    """Whether it was done."""
    begun = time.monotonic()
    try:
        keys = await _cleaned(settings)
    except GraphError as error:
        _log.warning("daily_failed", reason=error.code, again_seconds=_AGAIN_SECONDS)
        return False
    except Exception as error:  # noqa: BLE001 (nobody would miss a task that has died)
        _log.error("daily_failed", again_seconds=_AGAIN_SECONDS, exc_info=error)
        return False
    _log.info("daily_done", idempotency_keys=keys, seconds=round(time.monotonic() - begun, 1))
    return True


async def _cleaned(settings: Settings) -> int:
    """How many keys went. Raises GraphError; what went before it stays away."""
    expect_room(settings.data_dir)
    database = Database(
        settings.neo4j_uri,
        settings.neo4j_user,
        settings.neo4j_password,
        pool=1,
        seconds=settings.request_seconds,
    )
    idle = timedelta(minutes=settings.session_idle_minutes)

    async def ended() -> int:
        now = datetime.now(UTC)
        return await sessions.forget_expired(database, now, now - idle, BATCH)

    async with database.opened():
        await _all_away(ended)
        return await _all_away(lambda: forget_keys(database, datetime.now(UTC)))


async def _all_away(batch: Callable[[], Awaitable[int]]) -> int:
    """Take batch after batch away until none is left; how much there was."""
    count = 0
    while gone := await batch():
        count += gone
        await asyncio.sleep(_BREATH_SECONDS)
    return count
