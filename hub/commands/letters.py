"""`hub digest`: the letter of what is new, looked at before anybody gets it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hub.commands.common import data_dir_option, on_database, say_where_links_lead, settings_at

if TYPE_CHECKING:
    from graph.connection import Database
    from hub.mail import Letter
    from hub.settings import Settings


@click.group()
def digest() -> None:
    """The letters of what is new."""


@digest.command()
@click.argument("mail")
@click.option("--html", is_flag=True, help="As HTML; or else as text.")
@data_dir_option
def preview(mail: str, html: bool, data_dir: Path) -> None:
    """Print what the person with the address MAIL would be mailed now. Nothing is sent, and nothing noted.

    Its links to unsubscribe end nothing.
    """
    settings = settings_at(data_dir)
    found, letter = on_database(data_dir, lambda database: _written(database, settings, mail))
    if not found:
        raise click.ClickException(f"There is no account with the address {mail}.")
    if letter is None:
        click.echo(
            f"Nothing would be sent to {mail} now: nothing is new for them, or they get no letters.",
            err=True,
        )
        return
    say_where_links_lead(settings)
    click.echo(letter.html if html else f"{letter.subject}\n\n{letter.text}", nl=False)


async def _written(database: "Database", settings: "Settings", mail: str) -> "tuple[bool, Letter | None]":
    """Whether somebody has the address, and what they would be mailed."""
    from datetime import UTC, datetime

    from graph.compiler import Compiler
    from graph.model import MODEL
    from graph.queries import accounts, digests
    from hub.mail import Post
    from hub.telling.digests import Digests
    from hub.telling.news import Reading

    row = await digests.of_mail(database, accounts.mail_key(mail))
    if row is None:
        return False, None
    written = Digests(Reading(database, Compiler(MODEL), settings), Post(settings))
    return True, await written.preview(row, datetime.now(UTC))
