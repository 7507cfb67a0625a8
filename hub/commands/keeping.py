"""`hub backup`, `restore`, `check` and `upgrade`: what keeps a graph over the years."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub.commands.common import data_dir_option, on_database, saying, store_at, with_database

if TYPE_CHECKING:
    from graph.dump.writing import Written

_UNITS = {"m": 60, "h": 3_600, "d": 86_400}
_ENCRYPT = "Encrypt it by the passphrase in HUB_BACKUP_PASSPHRASE, or one that is asked for."

key_file_option = click.option(
    "--key-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Encrypt or open by the key in a file of 32 random bytes or more.",
)


class _Span(click.ParamType[float]):
    """`24h`, `30m`, `7d` → seconds."""

    name = "span"

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> float:
        """The seconds of a text. Refuses what is no span, or shorter than a minute."""
        if isinstance(value, float):
            return value
        number, unit = str(value)[:-1], str(value)[-1:]
        seconds = int(number) * _UNITS[unit] if number.isdecimal() and unit in _UNITS else 0
        if seconds < _UNITS["m"]:
            self.fail(f"{value!r} is no span of a minute or more. Write 30m, 24h or 7d.", parameter, context)
        return float(seconds)


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--every", "span", type=_Span(), help="Go on: one now, and one each 30m, 24h or 7d.")
@click.option("--keep", type=click.IntRange(min=1), default=7, show_default=True, help="How many stay.")
@key_file_option
@click.option("--encrypt", is_flag=True, help=_ENCRYPT)
@click.option(
    "--without-files", is_flag=True, help="Leave uploaded files out: their store is backed up by itself."
)
@data_dir_option
def backup(
    *,
    target: Path,
    span: float | None,
    keep: int,
    key_file: Path | None,
    encrypt: bool,
    without_files: bool,
    data_dir: Path,
) -> None:
    """Write the graph and its files into a file, while the hub runs; with --every, into a folder.

    The file is read back before it gets its name.
    """
    from time import monotonic

    from hub import keeping
    from hub.log import configure

    if span is None and target.is_dir():
        raise click.UsageError(f"{target} is a folder. Name a file, or say --every.")
    key = saying(lambda: keeping.key_for_sealing(key_file, encrypted=encrypt))

    def make(file: Path) -> "Written":
        store = None if without_files else store_at(data_dir)
        return with_database(data_dir, lambda database: keeping.backup(database, file, key, store))

    if span is not None:
        configure()
        keeping.every(make, target, span, keep)
    begun = monotonic()
    written = saying(lambda: make(target))
    click.echo(keeping.told(target, written, monotonic() - begun))


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@key_file_option
@data_dir_option
def restore(file: Path, key_file: Path | None, data_dir: Path) -> None:
    """Put a backup into an empty graph, its files where files are kept, and bring it up to this version.

    Of an encrypted one, HUB_BACKUP_PASSPHRASE has the passphrase, or it is asked for.
    """
    from graph.dump import check
    from graph.dump import restore as run
    from graph.dump.files import is_sealed
    from hub import keeping
    from hub.database import alone
    from hub.progress import Bar

    key = saying(lambda: keeping.key_for_opening(key_file, sealed=is_sealed(file)))
    # Before a database is started: a file that cannot be restored leaves no new folder behind.
    saying(lambda: check(file, key))
    bar = Bar()
    store = saying(lambda: store_at(data_dir))
    restored = saying(
        lambda: with_database(data_dir, lambda database: run(database, file, key, bar, store), alone)
    )
    bar.clear()
    click.echo(
        f"Restored {restored.manifest.nodes} nodes and {restored.manifest.relationships} relationships of"
        f" {restored.head.at}, written by hub {restored.head.hub}: the same, line by line."
    )
    if restored.files:
        click.echo(f"Put {restored.files} files where files are kept: the same, byte by byte.")
    for name in restored.applied:
        click.echo(f"Applied {name}")
    for name in restored.lacking:
        click.echo(f"Not made again, since it is none of the hub's: {name}", err=True)


@click.command()
@click.option("--repair", is_flag=True, help="Work out anew what follows from the rest of the graph.")
@data_dir_option
def check(*, repair: bool, data_dir: Path) -> None:
    """Hold the graph to its model, and the files to what wrote them; exit 1 where anything is wrong."""
    from hub import checking

    sound = saying(lambda: checking.check_files(data_dir))
    right = on_database(
        data_dir, lambda database: checking.check(database, store_at(data_dir), repair=repair)
    )
    click.echo("Nothing is wrong." if sound and right else "Something is wrong; it is named above.")
    sys.exit(0 if sound and right else 1)


@click.command()
@key_file_option
@click.option("--encrypt", is_flag=True, help=_ENCRYPT)
@data_dir_option
def upgrade(*, key_file: Path | None, encrypt: bool, data_dir: Path) -> None:
    """Bring the graph up to this version, after a backup beside the data folder; the hub is stopped first."""
    from hub import keeping
    from hub.database import alone

    key = saying(lambda: keeping.key_for_sealing(key_file, encrypted=encrypt))
    with keeping.noted(data_dir) as file:
        done = saying(
            lambda: with_database(data_dir, lambda database: keeping.upgrade(database, file, key), alone)
        )
    click.echo("\n".join(f"Applied {name}" for name in done.steps) or "Nothing to do: it is up to date.")
    if done.before is not None:
        click.echo(f"The graph as it was is in {done.before}. {keeping.way_back(done.before, data_dir)}")
