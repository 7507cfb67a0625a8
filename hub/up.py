"""Turn one command into a running hub: database, migrations, demo, HTTP; and all of it back off again."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import structlog
import uvloop

from graph.connection import Database
from graph.errors import (
    DatabaseUnavailable,
    FileRefused,
    GraphError,
    PasswordRefused,
    StorageFull,
    StoreUnreadable,
    TookTooLong,
    ValueRefused,
)
from graph.migrations import expect_known, migrate
from graph.server import NEO4J_VERSION, Supervisor, start
from hub import own_address
from hub.daily import daily
from hub.database import is_named, settings_for
from hub.doctor import RESTORE
from hub.errors import message
from hub.files.store import store_of
from hub.log import configure
from hub.progress import Bar
from hub.serve import Refused, Stopped, StopSignal, bound, serve
from hub.settings import Settings, SettingsWrong, given

log = structlog.get_logger("hub")

_SECONDS = 5.0
"""How long a hub that starts waits for a database which may come later."""


@dataclass(frozen=True)
class Options:
    """What `hub up` was asked for; host and port are those of the settings where it was not told."""

    port: int | None = None
    host: str | None = None
    data_dir: Path = Path(".data")
    demo: bool = True
    announced: bool = True
    heap: str = "512m"
    pagecache: str = "256m"


def up(options: Options) -> int:
    """Run the hub until Ctrl-C or SIGTERM. Returns the exit code; says on stderr why it is not 0."""
    return _run(_up(options, bar := Bar()), bar)


def serve_only(host: str | None, port: int | None) -> int:
    """Run the hub on a database which is there and migrated, where the settings say unless it is told.

    Returns the exit code.
    """
    return _run(_serve(host, port), Bar())


def _run(work: Coroutine[Any, Any, None], bar: Bar) -> int:
    try:
        uvloop.run(work)
    except Stopped:
        bar.clear()
    except (Refused, GraphError, OSError) as error:
        bar.clear()
        click.echo(sentence(error), err=True)
        return 1
    return 0


async def _up(options: Options, bar: Bar) -> None:
    told = _told(options.host, options.port)
    stop = StopSignal()
    with bound(told.host, told.port) as listener:
        async with _database(told, options, stop, bar) as found:
            settings = replace(found, port=listener.getsockname()[1])
            await stop.unless(_prepare(settings, options, bar))
            bar.clear()
            # Imported here: building the schema takes a second, which the checks above need not wait for.
            from hub.app import create_app
            from hub.telling import telling

            stop.raise_if_set()
            async with daily(settings), telling(settings):
                with own_address.told(settings):
                    await serve(create_app(settings), settings, listener, stop)
            click.echo("Stopping …", err=True)


async def _serve(host: str | None, port: int | None) -> None:
    from hub.app import create_app
    from hub.telling import telling

    configure()
    settings = _told(host, port)
    stop = StopSignal()
    with bound(settings.host, settings.port) as listener:
        settings = replace(settings, port=listener.getsockname()[1])
        await stop.unless(_expect_usable(settings))
        async with daily(settings), telling(settings):
            await serve(create_app(settings), settings, listener, stop)


async def _expect_usable(settings: Settings) -> None:
    """Raises what stays wrong however long the hub waits: PasswordRefused, and as `expect_known` does."""
    database = Database(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password, seconds=_SECONDS)
    async with database.opened():
        try:
            async with asyncio.timeout(_SECONDS):
                await database.verify()
                await expect_known(database)
        except PasswordRefused:
            raise
        except (DatabaseUnavailable, TookTooLong, TimeoutError):
            log.warning("database_silent", uri=settings.neo4j_uri)


def _told(host: str | None, port: int | None) -> Settings:
    """The settings, with the address that a command was told. Raises SettingsWrong."""
    found = Settings.from_environment()
    return replace(found, host=host or found.host, port=found.port if port is None else port)


@asynccontextmanager
async def _database(
    settings: Settings, options: Options, stop: StopSignal, bar: Bar
) -> AsyncIterator[Settings]:
    """The settings that lead to the named database, or to our own, which is closed when the hub is done."""
    if is_named():
        yield settings
        return

    def report(what: str, share: float) -> None:
        stop.raise_if_set()
        bar(what, share)

    server = await asyncio.to_thread(
        start, options.data_dir, heap=options.heap, pagecache=options.pagecache, on_progress=report
    )
    supervisor = Supervisor(server)
    try:
        yield settings_for(server, settings)
    finally:
        await asyncio.to_thread(supervisor.stop)


async def _prepare(settings: Settings, options: Options, bar: Bar) -> None:
    """Bring the graph up to this version, and give it what was announced, and an empty one the demo."""
    database = Database(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password)
    async with database.opened():
        version = await database.verify()
        if version != NEO4J_VERSION:
            click.echo(f"The database is Neo4j {version}; the hub is tested with {NEO4J_VERSION}.", err=True)
        bar("Preparing the graph", 0.0)
        await expect_known(database)
        await migrate(database)
        bar("Preparing the graph", 1.0)
        await _filled(database, settings, options, bar)


async def _filled(database: Database, settings: Settings, options: Options, bar: Bar) -> None:
    from hub.files.demo import keep_contents
    from seed.announced.loader import bodies, load_once
    from seed.demo.loader import load_if_empty

    if options.announced:
        await load_once(database, datetime.now(UTC), bar)
    if options.demo:
        store = store_of(settings)
        # Not into somebody's bucket: there the demo goes without.
        keeps = store is not None and store.folder is not None
        await load_if_empty(database, bar, beside=bodies().values(), with_files=keeps)
        if store is not None and keeps:
            await keep_contents(database, store)


def _named() -> str:
    return given("NEO4J_URI") or "the data folder"


def sentence(error: Exception) -> str:
    """What is wrong and what to do, in one line; settings that are wrong have a line each."""
    match error:
        case SettingsWrong():
            return "\n".join(error.sentences())
        case PasswordRefused():
            return f"The database at {_named()} refuses the password. Correct NEO4J_USER and NEO4J_PASSWORD."
        case StorageFull():
            return message(error.code, "en")
        case StoreUnreadable():
            return f"Part of what is stored in the database at {_named()} cannot be read. {RESTORE}"
        case DatabaseUnavailable() if not is_named():
            return "The database of the data folder does not answer; `hub doctor` says more."
        case DatabaseUnavailable():
            return (
                f"The database at {_named()} does not answer. "
                "Start it, or correct NEO4J_URI; `hub doctor` says more."
            )
        case ValueRefused(code=code, details=details):
            return message(code, "en", details)
        case FileRefused(place=place, cause=cause):
            return f"{place}: {message(cause.code, 'en', cause.details)}"
        case OSError() if error.filename:
            return (
                f"{error.filename} cannot be used: {error.strerror}. "
                "Mend that, or choose another folder with --data-dir."
            )
        case _:
            return str(error)
