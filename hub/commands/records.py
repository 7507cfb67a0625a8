"""`hub seed`, `reference` and `demo`: what records a graph is given, and loses, as a whole."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hub.commands.common import data_dir_option, on_database, store_at

if TYPE_CHECKING:
    from graph.connection import Database


@click.group()
def seed() -> None:
    """Load records: those that were announced, or generated ones."""


@seed.command("announced")
@data_dir_option
def seed_announced(data_dir: Path) -> None:
    """Load the announced records with their source, once: the bodies, and the MoU of two of them."""
    from datetime import UTC, datetime

    from graph.migrations import migrate
    from hub.progress import Bar
    from seed.announced.loader import load_once

    bar = Bar()

    async def load(database: "Database") -> bool:
        await migrate(database)
        return await load_once(database, datetime.now(UTC), bar)

    done = on_database(data_dir, load)
    bar.clear()
    click.echo("Loaded." if done else "Nothing to do: this graph has had them. What became of them stays.")


@seed.command("generated")
@click.option("--size", type=click.IntRange(min=1), required=True, help="How many nodes, about.")
@click.option("--seed", default=1, show_default=True, help="The same number makes the same graph.")
@data_dir_option
def seed_generated(size: int, seed: int, data_dir: Path) -> None:
    """Fill the graph with generated records, for trials and benchmarks."""
    from hub.progress import Bar
    from seed.generated.loader import load

    bar = Bar()
    on_database(data_dir, lambda database: load(database, size, seed, bar))
    bar.clear()
    click.echo(f"Loaded about {size} nodes (seed {seed}).")


@click.group()
def reference() -> None:
    """Regions, topics and skills: bring a country's, or take them along."""


@reference.command("load")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@data_dir_option
def reference_load(files: tuple[Path, ...], data_dir: Path) -> None:
    """Add and change terms from CSV files, and from SKOS (.ttl, .rdf, .jsonld): all of them or none.

    What is there already is matched by its code or short name, and keeps its id.
    """
    from graph.migrations import migrate
    from graph.reference.files import read
    from graph.reference.storing import Stored, store

    async def work(database: "Database") -> Stored:
        await migrate(database)
        return await store(database, read(files))

    stored = on_database(data_dir, work)
    click.echo(f"Added {stored.added}, changed {stored.changed}.")


@reference.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@data_dir_option
def reference_export(folder: Path, data_dir: Path) -> None:
    """Write all terms into a folder, in the form that `hub reference load` reads."""
    from graph.reference.files import exported

    texts = on_database(data_dir, exported)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        click.echo(f"Wrote {folder / name}.")


@click.group()
def demo() -> None:
    """The demo network."""


@demo.command("remove")
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_dir_option
def demo_remove(*, yes: bool, data_dir: Path) -> None:
    """Take away what is marked as demo, and nothing else; it is not loaded again.

    What an organization of the demo owns goes with it, and its tokens. Real records stay; those that led to
    the demo lose that link, and are listed.
    """
    from hub.files.demo import remove_contents
    from hub.progress import Bar
    from seed.demo.removal import files_of, remove, survey, told

    bar = Bar()

    async def work(database: "Database") -> bool:
        leaving = await survey(database)
        click.echo(told(leaving))
        if leaving.steps and not yes:
            click.confirm("Take it away for good?", abort=True)
        store, files = store_at(data_dir), await files_of(database, leaving)
        await remove(database, leaving, bar)
        if store is not None:
            await remove_contents(database, store, files)
        return bool(leaving.steps)

    if on_database(data_dir, work):
        bar.clear()
        click.echo("The demo is gone.")
