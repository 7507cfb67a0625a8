"""`hub token`: who may ask the hub, and as what."""

from pathlib import Path

import click

from hub.commands.common import data_dir_option, on_database


@click.group()
def token() -> None:
    """Create, revoke and list access tokens."""


@token.command("create")
@click.option("--organization", help="The organization's id; none for an administrator or a service.")
@click.option("--person", help="The id of whoever uses it, and reviews with it what they are appointed for.")
@click.option(
    "--role",
    required=True,
    type=click.Choice(("MEMBER", "COORDINATOR", "ADMINISTRATOR", "TRUSTEE"), case_sensitive=False),
    help="What it may be to the hub.",
)
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    default=("read",),
    show_default=True,
    type=click.Choice(("read", "publish", "exchange", "import", "export", "events")),
    help="What it may be used for; `read` always. docs/lives.md says which scope a change needs.",
)
@click.option(
    "--province", "provinces", multiple=True, help="The id of a province a coordinator is bound to."
)
@click.option("--days", default=365, show_default=True, help="Valid for so many days.")
@click.option("--label", default="", help="What it is for; shown in the list.")
@data_dir_option
def token_create(
    *,
    organization: str | None,
    person: str | None,
    role: str,
    scopes: tuple[str, ...],
    provinces: tuple[str, ...],
    days: int,
    label: str,
    data_dir: Path,
) -> None:
    """Make a token. Its secret is shown once, on stdout, and kept nowhere."""
    from hub.tokens import create

    identifier, secret = on_database(
        data_dir,
        lambda database: create(
            database, organization, role, sorted({*scopes, "read"}), days, label, provinces, person
        ),
    )
    click.echo(secret)
    click.echo(f"Token {identifier}; the line above is shown only once. Keep it.", err=True)


@token.command("revoke")
@click.argument("identifier")
@data_dir_option
def token_revoke(identifier: str, data_dir: Path) -> None:
    """End a token's life at once."""
    from hub.tokens import revoke

    if not on_database(data_dir, lambda database: revoke(database, identifier)):
        raise click.ClickException(f"No token {identifier} is in force. `hub token list` shows all.")
    click.echo(f"Revoked {identifier}.")


@token.command("list")
@data_dir_option
def token_list(data_dir: Path) -> None:
    """Show all tokens, without their secrets: one row each, columns parted by tabs."""
    from dataclasses import fields

    from hub.tokens import list_all

    rows = on_database(data_dir, list_all)
    if not rows:
        click.echo("There are no tokens. `hub token create` makes one.", err=True)
        return
    names = [field.name for field in fields(rows[0])]
    click.echo("\t".join(names))
    for row in rows:
        click.echo("\t".join(_cell(getattr(row, name)) for name in names))


def _cell(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return " ".join(sorted(map(str, value)))
    return "" if value is None else str(value)
