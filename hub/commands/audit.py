"""`hub audit`: who did what, taken along."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from hub.commands.common import data_dir_option, on_database

if TYPE_CHECKING:
    from graph.connection import Database

_day = click.DateTime(formats=("%Y-%m-%d",))


@click.group()
def audit() -> None:
    """Who did what, from where, and what was refused."""


@audit.command("export")
@click.option("--from", "first", type=_day, help="The first day; all before it are left out.")
@click.option("--to", "last", type=_day, help="The last day.")
@click.option(
    "--output",
    type=click.File("wb", lazy=False),
    default="-",
    show_default=True,
    help="The file it is written to.",
)
@data_dir_option
def audit_export(first: datetime | None, last: datetime | None, output: BinaryIO, data_dir: Path) -> None:
    """Write all entries as lines of JSON, the oldest first; that they were taken along is an entry, too.

    What would tell the author of an anonymized record is not among them.
    """
    from hub.exporting import Days, as_administrator, lines
    from hub.settings import Settings

    days = Days(_date(first), _date(last))

    async def work(database: "Database") -> int:
        count = 0
        context = as_administrator(database, Settings.from_environment().zone)
        async for line in lines(database, context, days):
            output.write(line)
            count += 1
        return count

    click.echo(f"Wrote {on_database(data_dir, work)} entries.", err=True)


def _date(given: datetime | None) -> date | None:
    return None if given is None else given.date()
