"""Turn `hub <command>` into calls of the parts; each command imports only what it needs, when it runs."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hub.commands import audit, keeping, letters, people, printing, records, tokens
from hub.commands.common import data_dir_option, on_database, saying
from hub.sources import FILE as SETTINGS_FILE

if TYPE_CHECKING:
    from graph.connection import Database

_PORT = click.IntRange(0, 65_535)

port_option = click.option(
    "--port", type=_PORT, help="Where the hub answers; 0: any free port.  [default: HUB_PORT or 8000]"
)
host_option = click.option("--host", help="The address it answers on.  [default: HUB_HOST or 127.0.0.1]")


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

    applied = on_database(data_dir, work)
    click.echo("\n".join(f"Applied {name}" for name in applied) or "Nothing to do: the graph is up to date.")


@main.command()
@click.argument("statement", metavar="HASH")
@data_dir_option
def explain(statement: str, data_dir: Path) -> None:
    """Show a slow statement, by its hash in the log, and how the database would answer it. It is not run."""
    from hub.explain import explained, text_of

    text = saying(lambda: text_of(statement, data_dir))
    click.echo(on_database(data_dir, lambda database: explained(database, text)))


@main.command()
@click.option("--port", default=8000, show_default=True, help="The port that `hub up` would take.")
@data_dir_option
def doctor(port: int, data_dir: Path) -> None:
    """Say in plain words what is missing or misconfigured, and how to mend it."""
    from hub.doctor import examine

    sys.exit(examine(data_dir, port))


for command in (
    keeping.backup,
    keeping.restore,
    keeping.check,
    keeping.upgrade,
    records.seed,
    records.reference,
    records.demo,
    tokens.token,
    audit.audit,
    people.person,
    letters.digest,
    printing.schema,
    printing.pages,
):
    main.add_command(command)
