"""Turn a graph, its files and its folder into findings that an operator can read, and mend what follows."""

from pathlib import Path

import click

from graph.check import Finding, Findings, Mend, examine, mend
from graph.connection import Database
from graph.queries import files as queries
from graph.server import DataFolderInUse
from graph.server.consistency import NotChecked, report_on
from graph.server.folder import is_stored
from graph.server.runtime import jars_are_cached, spoiled_jars
from graph.server.sizes import losses
from hub.database import is_named
from hub.doctor import RESTORE, Place, data_folder, free_disk
from hub.files.store import Store
from hub.progress import Bar

_MENDED = "Worked out anew"
_BRING_BACK = (
    "Bring the last backup back into another folder, and copy the file from there; or ask for it to be"
    " uploaded again."
)


async def check(database: Database, store: Store | None, *, repair: bool) -> bool:
    """Print what was mended, where that is wanted, and what is wrong; whether all is right."""
    if repair:
        for mended in await mend(database):
            click.echo(f"{_MENDED}: {mended}" if mended.mend is Mend.DERIVED else _line(mended))
    findings = await examine(database)
    for finding in findings:
        click.echo(_line(finding))
    stored = await _stored(database, store)
    return _is_empty(findings) and stored


async def _stored(database: Database, store: Store | None) -> bool:
    """Print which files are not kept as they are told of; whether all are. Every byte is read."""
    told, wrong = await queries.told(database), 0
    if store is None:
        if told:
            click.echo(f"✗ There are {len(told)} files, and no place is set for them.\n  → Set HUB_FILES.")
        return not told
    for id_, _size, digest in told:
        found = await store.digest(id_)
        if found != digest:
            wrong += 1
            click.echo(
                f"✗ {id_} is {'lost' if found is None else 'changed'} in {store.place}.\n  → {_BRING_BACK}"
            )
    if told and not wrong:
        click.echo(f"✓ {len(told)} files are in {store.place} as they were uploaded")
    return not wrong


def check_files(data_dir: Path) -> bool:
    """Print what is wrong with Neo4j's jars, the disk, the rights to the folder and the closed store."""
    if is_named():
        click.echo("Files were not checked: NEO4J_URI names a database. Ask whoever runs it.")
        return True
    place = Place(data_dir, 0)
    findings = [check(place) for check in (data_folder, free_disk)]
    for finding in findings:
        click.echo(f"✗ {finding.what}\n  → {finding.mend}" if finding.mend else f"✓ {finding.what}")
    checks = (_jars(), _store(data_dir))
    return all(checks) and not any(finding.mend for finding in findings)


def _jars() -> bool:
    spoiled = spoiled_jars() if jars_are_cached() else []
    for jar in spoiled:
        click.echo(f"✗ {jar} is not the file that was locked.\n  → Start the hub: it fetches it anew.")
    if not spoiled:
        click.echo("✓ Neo4j's jars are as locked")
    return not spoiled


def _store(data_dir: Path) -> bool:
    if not is_stored(data_dir):
        click.echo("✓ There is no database in the folder yet")
        return True
    if lost := losses(data_dir):
        click.echo("\n".join(f"✗ The database is damaged: {loss}" for loss in lost) + f"\n  → {RESTORE}")
        return False
    bar = Bar()
    try:
        report = report_on(data_dir, bar)
    except DataFolderInUse:
        bar.clear()
        click.echo("Neo4j's own check of its files was not done: the hub runs. Stop it, and check again.")
        return True
    except NotChecked as error:
        bar.clear()
        click.echo(f"✗ {error}\n  → Start the hub once and stop it, then check again.")
        return False
    bar.clear()
    if report is None:
        click.echo("✓ Neo4j finds its files sound")
        return True
    click.echo(f"✗ Neo4j's files are damaged; {report} says where.\n  → {RESTORE}")
    return False


def _line(finding: Finding) -> str:
    return f"✗ {finding}\n  → {finding.mend.value}"


def _is_empty(findings: Findings) -> bool:
    return not any(True for _ in findings)
