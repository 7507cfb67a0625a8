"""What the hub tells of itself beside requests: webhooks, and letters of what is new, while it runs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import structlog

from graph.compiler import Compiler
from graph.connection import Database
from graph.errors import GraphError
from graph.limits import MAXIMUM_MAIL_SECONDS
from graph.model import MODEL
from graph.room import expect_room
from hub.mail import Post
from hub.settings import Settings
from hub.telling.digests import Digests
from hub.telling.feed import Feed
from hub.telling.news import Reading
from hub.telling.webhooks import Webhooks

_WEBHOOKS_SECONDS = 2.0
_LETTERS_SECONDS = 20.0
_CONNECTIONS = 10

log = structlog.get_logger("hub.telling")


@asynccontextmanager
async def telling(settings: Settings) -> AsyncIterator[None]:
    """Tell beside what happens inside of a `with` block, unless the settings say not to."""
    if not settings.telling:
        yield
        return
    database = Database(
        settings.neo4j_uri,
        settings.neo4j_user,
        settings.neo4j_password,
        pool=_CONNECTIONS,
        seconds=settings.request_seconds,
    )
    compiler = Compiler(MODEL)
    webhooks = Webhooks(Feed(database, compiler, settings))
    digests = Digests(Reading(database, compiler, settings), Post(settings))
    async with database.opened():
        looking = asyncio.create_task(_again(settings, webhooks.look, _WEBHOOKS_SECONDS))
        writing = asyncio.create_task(_again(settings, lambda: _letters(digests), _LETTERS_SECONDS))
        try:
            yield
        finally:
            looking.cancel()
            await _ended(writing, digests)
            await webhooks.close()
            with suppress(asyncio.CancelledError):
                await looking


async def _again(settings: Settings, look: Callable[[], Awaitable[None]], seconds: float) -> None:
    """Look again and again, whatever becomes of it; what goes wrong is told once, until it goes right."""
    told = None
    while True:
        await asyncio.sleep(seconds)
        try:
            expect_room(settings.data_dir)
            await look()
        except GraphError as error:
            if told != error.code:
                log.warning("telling_waits", reason=error.code)
            told = error.code
        except Exception:  # Nobody would miss a task that has died.
            log.exception("telling_waits")
        else:
            told = None


async def _letters(digests: Digests) -> None:
    told = await digests.look()
    if told:
        log.info("letters", **told)


async def _ended(writing: asyncio.Task[None], digests: Digests) -> None:
    """Let the letter that is under way be noted as sent, for as long as one may take."""
    digests.stopping.set()
    if digests.writing.locked():
        with suppress(TimeoutError):
            async with asyncio.timeout(MAXIMUM_MAIL_SECONDS), digests.writing:
                pass
    writing.cancel()
    with suppress(asyncio.CancelledError):
        await writing
