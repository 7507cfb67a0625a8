"""`hub person`: how the first people come into a hub, before anybody can invite the others."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hub.commands.common import data_dir_option, on_database, say_where_links_lead, settings_at

if TYPE_CHECKING:
    from graph.connection import Database


@click.group()
def person() -> None:
    """Invite the first people; they invite the others."""


@person.command("invite-administrator")
@click.argument("mail")
@data_dir_option
def invite_administrator(mail: str, data_dir: Path) -> None:
    """Print a link by which somebody becomes an administrator, for MAIL. Nothing is mailed.

    Whoever accepts it (`acceptPersonInvitation`, with what stands behind the `#`) has an account with that
    address. A second factor is asked for before they may act.
    """
    from graph.limits import MAXIMUM_INVITATION_DAYS
    from hub import letters
    from hub.own_address import own_address

    settings = settings_at(data_dir)
    secret = on_database(data_dir, lambda database: _invited(database, mail))
    click.echo(letters.link(own_address(settings), "invitation", secret))
    say_where_links_lead(settings)
    click.echo(
        f"The link above opens once, within {MAXIMUM_INVITATION_DAYS} days. Hand it on safely.", err=True
    )


async def _invited(database: "Database", mail: str) -> str:
    """Keep an invitation to administer; the secret of its link. Raises ValueRefused MAIL_WRONG."""
    from datetime import UTC, datetime, timedelta

    from graph.limits import MAXIMUM_INVITATION_DAYS
    from graph.model.ids import new_id
    from graph.queries import accounts, invitations
    from hub.resolvers.entering import mail_address
    from hub.sessions import new_secret
    from hub.tokens import hashed

    secret, now = new_secret(), datetime.now(UTC)
    kept = {
        "id": new_id("inv"),
        "hash": hashed(secret),
        "mail": mail_address(mail),
        "mailKey": accounts.mail_key(mail),
        "roles": ["ADMINISTRATOR"],
        "createdAt": now,
        "expiresAt": now + timedelta(days=MAXIMUM_INVITATION_DAYS),
    }
    await database.write(lambda transaction: invitations.keep(transaction, None, kept))
    return secret
