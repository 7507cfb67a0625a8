"""Turn what has had its time into nothing, keys and files, once a day, a little at a time; the log tells.

What is to be sealed is sealed then, too: secrets of before there was a key, or of before it was another.

The first time is soon after a start: a hub that is started anew every day would never come to it.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from graph.connection import Database, Transaction
from graph.errors import GraphError
from graph.queries import audit, organization_claims, sealed, sessions
from graph.queries import files as queries
from graph.queries.expired import BATCH, forget_keys
from graph.room import expect_room
from hub.files.store import Store, store_of
from hub.seals import Seals
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
        gone = await _cleaned(settings)
    except GraphError as error:
        _log.warning("daily_failed", reason=error.code, again_seconds=_AGAIN_SECONDS)
        return False
    except Exception as error:  # noqa: BLE001 (nobody would miss a task that has died)
        _log.error("daily_failed", again_seconds=_AGAIN_SECONDS, exc_info=error)
        return False
    _log.info("daily_done", **gone, seconds=round(time.monotonic() - begun, 1))
    return True


async def _cleaned(settings: Settings) -> dict[str, int]:
    """How much went of each. Raises GraphError; what went before it stays away."""
    expect_room(settings.data_dir)
    database = Database(
        settings.neo4j_uri,
        settings.neo4j_user,
        settings.neo4j_password,
        pool=1,
        seconds=settings.request_seconds,
    )
    now = datetime.now(UTC)
    store, idle = store_of(settings), timedelta(minutes=settings.session_idle_minutes)
    batches: Mapping[str, Callable[[], Awaitable[int]]] = {
        "sessions": lambda: sessions.forget_expired(database, now, now - idle, BATCH),
        "idempotency_keys": lambda: forget_keys(database, now),
        "audit_entries": lambda: audit.forget(database, now, settings.audit_days),
        "addresses": lambda: audit.coarsen(database, now, settings.audit_address_days),
    }
    async with database.opened():
        gone = {what: await _all_away(batch) for what, batch in batches.items()}
        gone["sealed"] = await seal(database, Seals(settings))
        return {**gone, "files": 0 if store is None else await tidy(database, store, now)}


async def _all_away(batch: Callable[[], Awaitable[int]]) -> int:
    """Take batch after batch away until none is left; how much there was."""
    count = 0
    while gone := await batch():
        count += gone
        await asyncio.sleep(_BREATH_SECONDS)
    return count


async def seal(database: Database, seals: Seals) -> int:
    """Seal with the key of now what was kept openly or under an earlier one; how many there were."""
    count = 0
    for row in await sealed.kept(database):
        kept = seals.renewed(row["kept"])
        if kept is None:
            continue

        async def work(transaction: Transaction, row: Any = row, kept: str = kept) -> None:
            await sealed.keep(transaction, row, kept)

        await database.write(work)
        count += 1
    return count


async def _proofs_away(database: Database, store: Store, now: datetime) -> int:
    """Remove the files of claims that were decided long ago; how many went."""
    gone = 0
    while True:
        taken, ids = await organization_claims.remove_proofs(database, now)
        for id_ in ids:
            await store.remove(id_)
        gone += len(ids)
        if not taken:
            return gone
        await asyncio.sleep(_BREATH_SECONDS)


async def tidy(database: Database, store: Store, now: datetime) -> int:
    """Remove files that have had their time, or to which nothing refers, and bytes that no file tells of.

    How many went.

    Bytes of today may be those of an upload that goes on.
    """
    gone = await _proofs_away(database, store, now)
    await queries.mark_loose(database, now)
    while ids := await queries.remove_loose(database, now):
        for id_ in ids:
            await store.remove(id_)
        gone += len(ids)
        await asyncio.sleep(_BREATH_SECONDS)
    old = [id_ async for id_, _size, at in store.kept() if at < now - timedelta(seconds=_DAY_SECONDS)]
    for first in range(0, len(old), queries.BATCH):
        batch = old[first : first + queries.BATCH]
        strangers = set(batch) - await queries.known(database, batch)
        for id_ in strangers:
            await store.remove(id_)
        gone += len(strangers)
    return gone
