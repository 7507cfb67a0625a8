"""Write what requests leave behind them, every few seconds and as the hub stops: never on their way."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Protocol

import structlog

from graph.errors import GraphError
from hub.visit import Visit

_SECONDS = 5.0

log = structlog.get_logger("hub")


class Notes(Protocol):
    """Hears of every request, and writes what it has noted of them once in a while."""

    def over(self, visit: Visit, host: str | None) -> None:
        """Hear of a request as it ends, and of the address that it came from."""

    async def write(self) -> None:
        """Write what was noted since the last time. Raises GraphError, and then all of it waits."""


@asynccontextmanager
async def noting(all_notes: Sequence[Notes]) -> AsyncIterator[None]:
    """Write notes beside what happens inside of a `with` block, and at its end."""
    task = asyncio.create_task(_for_ever(all_notes))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await _written(all_notes)


async def _for_ever(all_notes: Sequence[Notes]) -> None:
    while True:
        await asyncio.sleep(_SECONDS)
        await _written(all_notes)


async def _written(all_notes: Sequence[Notes]) -> None:
    for notes in all_notes:
        try:
            await notes.write()
        except GraphError as error:
            log.warning("notes_wait", notes=type(notes).__name__.lower(), reason=error.code)
        except Exception:  # Nobody would miss a task that has died.
            log.exception("notes_wait", notes=type(notes).__name__.lower())
