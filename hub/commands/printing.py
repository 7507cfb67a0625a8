"""`hub schema` and `pages`: what the code makes, printed, written or compared."""

from pathlib import Path

import click

SCHEMA_FILE = Path("schema.graphql")


@click.command()
@click.option("--check", is_flag=True, help=f"Compare with {SCHEMA_FILE}; exit 1 where they differ.")
@click.option("--write", is_flag=True, help=f"Write {SCHEMA_FILE}.")
@click.option("--persian", is_flag=True, help="Described in Persian.")
def schema(check: bool, write: bool, persian: bool) -> None:
    """Show the GraphQL schema (SDL) that the code makes."""
    from hub.schema import sdl

    text = sdl("fa" if persian else "en")
    _print("schema", f"{text.strip()}\n", SCHEMA_FILE, check=check, write=write)


@click.command()
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
