"""What commands share: the options of several, and work on the database in use."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from graph.connection import Database
    from graph.server.runtime import Progress
    from hub.files.store import Store
    from hub.settings import Settings

T = TypeVar("T")

data_dir_option = click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".data"),
    show_default=True,
    help="The database's folder. Not used where NEO4J_URI names a database.",
)


def store_at(data_dir: Path) -> "Store | None":
    """Where files are kept, as the settings say: in the data folder, where a database of our own is in it."""
    from dataclasses import replace

    from hub.database import is_named
    from hub.files.store import store_of
    from hub.settings import Settings

    settings = Settings.from_environment()
    return store_of(settings if is_named() else replace(settings, data_dir=data_dir))


def settings_at(data_dir: Path) -> "Settings":
    """The settings of the hub on a data folder; what is wrong with them becomes one sentence and exit 1."""
    from dataclasses import replace

    from hub.database import is_named
    from hub.settings import Settings

    return replace(saying(Settings.from_environment), data_dir=None if is_named() else data_dir)


def say_where_links_lead(settings: "Settings") -> None:
    """Say on the error output where links lead if that is a guess: no address is set, and no hub has told"
    " its."""
    from hub.own_address import is_guessed, own_address

    if is_guessed(settings):
        click.echo(
            f"Links lead to {own_address(settings)}, as no hub runs here that says where it is found."
            " Start it before, or set HUB_ADDRESS.",
            err=True,
        )


def on_database(data_dir: Path, work: "Callable[[Database], Coroutine[Any, Any, T]]") -> T:
    """Run `work` on the database in use; what goes wrong becomes one sentence and exit 1."""
    return saying(lambda: with_database(data_dir, work))


def with_database(
    data_dir: Path,
    work: "Callable[[Database], Coroutine[Any, Any, T]]",
    opening: "Callable[[Path, Progress], AbstractContextManager[Settings]] | None" = None,
) -> T:
    """Run `work` on the database in use, or on one that `opening` leads to."""
    from graph.connection import Database
    from hub.database import reachable
    from hub.progress import Bar

    async def connected(uri: str, user: str, password: str) -> T:
        async with Database(uri, user, password).opened() as database:
            return await work(database)

    bar = Bar()
    try:
        with (opening or reachable)(data_dir, bar) as settings:
            bar.clear()
            return asyncio.run(connected(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password))
    finally:
        bar.clear()


def saying(work: "Callable[[], T]") -> T:
    """The result of `work`; what goes wrong becomes one sentence and exit 1."""
    from graph.errors import GraphError
    from hub.up import sentence

    try:
        return work()
    except (GraphError, OSError) as error:
        raise click.ClickException(sentence(error)) from error
