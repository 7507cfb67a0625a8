"""Turn `hub <command>` into calls of the parts; each command imports only what it needs, when it runs."""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hub.sources import FILE as SETTINGS_FILE

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from graph.connection import Database
    from graph.dump.writing import Written
    from graph.server.runtime import Progress
    from hub.settings import Settings

T = TypeVar("T")
SCHEMA_FILE = Path("schema.graphql")
PORT = click.IntRange(0, 65_535)
_UNITS = {"m": 60, "h": 3_600, "d": 86_400}
_ENCRYPT = "Encrypt it by the passphrase in HUB_BACKUP_PASSPHRASE, or one that is asked for."

data_dir_option = click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".data"),
    show_default=True,
    help="The database's folder. Not used where NEO4J_URI names a database.",
)

port_option = click.option(
    "--port", type=PORT, help="Where the hub answers; 0: any free port.  [default: HUB_PORT or 8000]"
)
host_option = click.option("--host", help="The address it answers on.  [default: HUB_HOST or 127.0.0.1]")

key_file_option = click.option(
    "--key-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Encrypt or open by the key in a file of 32 random bytes or more.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--settings",
    type=click.Path(path_type=Path),
    help="A TOML file of settings; the environment comes first.  [default: HUB_SETTINGS]",
)
def main(settings: Path | None) -> None:
    """The knowledge hub: a graph of what organizations learned, tried and share."""
    if settings is not None:
        os.environ[SETTINGS_FILE] = str(settings.absolute())


@main.command()
@port_option
@host_option
@data_dir_option
@click.option("--demo/--no-demo", default=True, show_default=True, help="Fill an empty graph with the demo.")
@click.option(
    "--announced/--no-announced",
    default=True,
    show_default=True,
    help="Load the announced records, unless the graph has had them.",
)
@click.option("--heap", default="512m", show_default=True, help="Java memory of the database.")
@click.option("--pagecache", default="256m", show_default=True, help="Memory for the graph's pages.")
def up(
    *,
    port: int | None,
    host: str | None,
    data_dir: Path,
    demo: bool,
    announced: bool,
    heap: str,
    pagecache: str,
) -> None:
    """Start everything: a database if none is named, migrations, what was announced, the demo, the hub."""
    from hub.up import Options
    from hub.up import up as run

    sys.exit(run(Options(port, host, data_dir, demo, announced, heap, pagecache)))


@main.command()
@port_option
@host_option
def serve(port: int | None, host: str | None) -> None:
    """Start the hub alone, on the database that NEO4J_URI names."""
    from hub.up import serve_only

    sys.exit(serve_only(host, port))


@main.command()
@data_dir_option
def migrate(data_dir: Path) -> None:
    """Bring the graph up to this version; safe to run twice. `hub upgrade` keeps a backup of what was."""
    from graph.migrations import expect_known
    from graph.migrations import migrate as run

    async def work(database: "Database") -> list[str]:
        await expect_known(database)
        return await run(database)

    applied = _on_database(data_dir, work)
    click.echo("\n".join(f"Applied {name}" for name in applied) or "Nothing to do: the graph is up to date.")


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


@main.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--every", "span", type=_Span(), help="Go on: one now, and one each 30m, 24h or 7d.")
@click.option("--keep", type=click.IntRange(min=1), default=7, show_default=True, help="How many stay.")
@key_file_option
@click.option("--encrypt", is_flag=True, help=_ENCRYPT)
@data_dir_option
def backup(
    *, target: Path, span: float | None, keep: int, key_file: Path | None, encrypt: bool, data_dir: Path
) -> None:
    """Write all that is in the graph into a file, while the hub runs; with --every, into a folder.

    The file is read back before it gets its name.
    """
    from time import monotonic

    from hub import keeping
    from hub.log import configure

    if span is None and target.is_dir():
        raise click.UsageError(f"{target} is a folder. Name a file, or say --every.")
    key = _saying(lambda: keeping.key_for_sealing(key_file, encrypted=encrypt))

    def make(file: Path) -> "Written":
        return _with_database(data_dir, lambda database: keeping.backup(database, file, key))

    if span is not None:
        configure()
        keeping.every(make, target, span, keep)
    begun = monotonic()
    written = _saying(lambda: make(target))
    click.echo(keeping.told(target, written, monotonic() - begun))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@key_file_option
@data_dir_option
def restore(file: Path, key_file: Path | None, data_dir: Path) -> None:
    """Put a backup into an empty graph, and bring it up to this version.

    Of an encrypted one, HUB_BACKUP_PASSPHRASE has the passphrase, or it is asked for.
    """
    from graph.dump import check
    from graph.dump import restore as run
    from graph.dump.files import is_sealed
    from hub import keeping
    from hub.database import alone
    from hub.progress import Bar

    key = _saying(lambda: keeping.key_for_opening(key_file, sealed=is_sealed(file)))
    # Before a database is started: a file that cannot be restored leaves no new folder behind.
    _saying(lambda: check(file, key))
    bar = Bar()
    restored = _saying(
        lambda: _with_database(data_dir, lambda database: run(database, file, key, bar), alone)
    )
    bar.clear()
    click.echo(
        f"Restored {restored.manifest.nodes} nodes and {restored.manifest.relationships} relationships of"
        f" {restored.head.at}, written by hub {restored.head.hub}: the same, line by line."
    )
    for name in restored.applied:
        click.echo(f"Applied {name}")
    for name in restored.lacking:
        click.echo(f"Not made again, since it is none of the hub's: {name}", err=True)


@main.command()
@click.option("--repair", is_flag=True, help="Work out anew what follows from the rest of the graph.")
@data_dir_option
def check(*, repair: bool, data_dir: Path) -> None:
    """Hold the graph to its model, and the files to what wrote them; exit 1 where anything is wrong."""
    from hub import checking

    sound = _saying(lambda: checking.check_files(data_dir))
    right = _on_database(data_dir, lambda database: checking.check(database, repair=repair))
    click.echo("Nothing is wrong." if sound and right else "Something is wrong; it is named above.")
    sys.exit(0 if sound and right else 1)


@main.command()
@key_file_option
@click.option("--encrypt", is_flag=True, help=_ENCRYPT)
@data_dir_option
def upgrade(*, key_file: Path | None, encrypt: bool, data_dir: Path) -> None:
    """Bring the graph up to this version, after a backup beside the data folder; the hub is stopped first."""
    from hub import keeping
    from hub.database import alone

    key = _saying(lambda: keeping.key_for_sealing(key_file, encrypted=encrypt))
    with keeping.noted(data_dir) as file:
        done = _saying(
            lambda: _with_database(data_dir, lambda database: keeping.upgrade(database, file, key), alone)
        )
    click.echo("\n".join(f"Applied {name}" for name in done.steps) or "Nothing to do: it is up to date.")
    if done.before is not None:
        click.echo(f"The graph as it was is in {done.before}. {keeping.way_back(done.before, data_dir)}")


@main.group()
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

    done = _on_database(data_dir, load)
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
    _on_database(data_dir, lambda database: load(database, size, seed, bar))
    bar.clear()
    click.echo(f"Loaded about {size} nodes (seed {seed}).")


@main.group()
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

    stored = _on_database(data_dir, work)
    click.echo(f"Added {stored.added}, changed {stored.changed}.")


@reference.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@data_dir_option
def reference_export(folder: Path, data_dir: Path) -> None:
    """Write all terms into a folder, in the form that `hub reference load` reads."""
    from graph.reference.files import exported

    texts = _on_database(data_dir, exported)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        click.echo(f"Wrote {folder / name}.")


@main.group()
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
    from hub.progress import Bar
    from seed.demo.removal import remove, survey, told

    bar = Bar()

    async def work(database: "Database") -> bool:
        leaving = await survey(database)
        click.echo(told(leaving))
        if leaving.steps and not yes:
            click.confirm("Take it away for good?", abort=True)
        await remove(database, leaving, bar)
        return bool(leaving.steps)

    if _on_database(data_dir, work):
        bar.clear()
        click.echo("The demo is gone.")


@main.group()
def token() -> None:
    """Create, revoke and list access tokens."""


@token.command("create")
@click.option("--organization", help="The organization's id; none for an administrator or a service.")
@click.option(
    "--role",
    required=True,
    type=click.Choice(("MEMBER", "COORDINATOR", "ADMINISTRATOR"), case_sensitive=False),
    help="What it may be to the hub.",
)
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    default=("read",),
    show_default=True,
    type=click.Choice(("read", "write")),
    help="What it may do; who may write may read.",
)
@click.option("--days", default=365, show_default=True, help="Valid for so many days.")
@click.option("--label", default="", help="What it is for; shown in the list.")
@data_dir_option
def token_create(
    *, organization: str | None, role: str, scopes: tuple[str, ...], days: int, label: str, data_dir: Path
) -> None:
    """Make a token. Its secret is shown once, on stdout, and kept nowhere."""
    from hub.tokens import create

    identifier, secret = _on_database(
        data_dir,
        lambda database: create(database, organization, role, sorted({*scopes, "read"}), days, label),
    )
    click.echo(secret)
    click.echo(f"Token {identifier}; the line above is shown only once. Keep it.", err=True)


@token.command("revoke")
@click.argument("identifier")
@data_dir_option
def token_revoke(identifier: str, data_dir: Path) -> None:
    """End a token's life at once."""
    from hub.tokens import revoke

    if not _on_database(data_dir, lambda database: revoke(database, identifier)):
        raise click.ClickException(f"No token {identifier} is in force. `hub token list` shows all.")
    click.echo(f"Revoked {identifier}.")


@token.command("list")
@data_dir_option
def token_list(data_dir: Path) -> None:
    """Show all tokens, without their secrets: one row each, columns parted by tabs."""
    from dataclasses import fields

    from hub.tokens import list_all

    rows = _on_database(data_dir, list_all)
    if not rows:
        click.echo("There are no tokens. `hub token create` makes one.", err=True)
        return
    names = [field.name for field in fields(rows[0])]
    click.echo("\t".join(names))
    for row in rows:
        click.echo("\t".join(_cell(getattr(row, name)) for name in names))


@main.command()
@click.argument("statement", metavar="HASH")
@data_dir_option
def explain(statement: str, data_dir: Path) -> None:
    """Show a slow statement, by its hash in the log, and how the database would answer it. It is not run."""
    from hub.explain import explained, text_of

    text = _saying(lambda: text_of(statement, data_dir))
    click.echo(_on_database(data_dir, lambda database: explained(database, text)))


@main.command()
@click.option("--check", is_flag=True, help=f"Compare with {SCHEMA_FILE}; exit 1 where they differ.")
@click.option("--write", is_flag=True, help=f"Write {SCHEMA_FILE}.")
@click.option("--persian", is_flag=True, help="Described in Persian.")
def schema(check: bool, write: bool, persian: bool) -> None:
    """Show the GraphQL schema (SDL) that the code makes."""
    from hub.schema import sdl

    text = sdl("fa" if persian else "en")
    _print("schema", f"{text.strip()}\n", SCHEMA_FILE, check=check, write=write)


@main.command()
@click.argument("names", nargs=-1)
@click.option("--check", is_flag=True, help="Compare with the files in docs/; exit 1 where they differ.")
@click.option("--write", is_flag=True, help="Write the files in docs/.")
def pages(names: tuple[str, ...], check: bool, write: bool) -> None:
    """Show the pages of docs/ that the code makes: all, or those named."""
    from hub.pages import PAGES, file_of

    for name in names or PAGES:
        if name not in PAGES:
            raise click.ClickException(f"There is no page {name!r}. There are: {', '.join(PAGES)}.")
        _print("pages", PAGES[name](), file_of(name), check=check, write=write)


@main.command()
@click.option("--port", default=8000, show_default=True, help="The port that `hub up` would take.")
@data_dir_option
def doctor(port: int, data_dir: Path) -> None:
    """Say in plain words what is missing or misconfigured, and how to mend it."""
    from hub.doctor import examine

    sys.exit(examine(data_dir, port))


def _print(command: str, text: str, file: Path, *, check: bool, write: bool) -> None:
    """Show what the code makes, write it into its file, or compare the two."""
    if write:
        file.write_text(text, encoding="utf-8")
        click.echo(f"Wrote {file}.")
    elif not check:
        click.echo(text, nl=False)
    elif not file.exists() or file.read_text(encoding="utf-8") != text:
        raise click.ClickException(f"{file} is not what the code makes. Run: python -m hub {command} --write")
    else:
        click.echo(f"{file} is current.")


def _cell(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return " ".join(sorted(map(str, value)))
    return "" if value is None else str(value)


def _on_database(data_dir: Path, work: "Callable[[Database], Coroutine[Any, Any, T]]") -> T:
    """Run `work` on the database in use; what goes wrong becomes one sentence and exit 1."""
    return _saying(lambda: _with_database(data_dir, work))


def _with_database(
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


def _saying(work: "Callable[[], T]") -> T:
    """The result of `work`; what goes wrong becomes one sentence and exit 1."""
    from graph.errors import GraphError
    from hub.up import sentence

    try:
        return work()
    except (GraphError, OSError) as error:
        raise click.ClickException(sentence(error)) from error
