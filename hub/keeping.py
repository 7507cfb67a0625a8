"""Turn a graph into a checked backup, one after another, and into one of this version that can go back."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
import structlog

from graph import VERSION
from graph.connection import Database
from graph.dump import Key, check, is_empty, key_of_file, key_of_passphrase, write
from graph.dump.files import draft_of
from graph.dump.writing import Written
from graph.errors import FileRefused, GraphError, ValueRefused
from graph.migrations import expect_known, migrate, pending
from hub.files.store import Store
from hub.settings import Settings
from hub.up import sentence

_NAME = re.compile(r"hub-\d{8}T\d{6}Z\.dump")
_log = structlog.get_logger("hub.backup")

Backup = Callable[[Path], Written]
"""Makes one backup of the database in use."""


async def backup(database: Database, file: Path, key: Key | None, store: Store | None) -> Written:
    """Write a backup with the files of the store, read it back, and give it its name: such a file is whole.

    Raises what `write` and `check` do, and FileRefused FILE_EXISTS.
    """
    with draft_of(file) as draft:
        written = await write(database, draft, key, store)
        if check(draft, key) != written.manifest:
            raise FileRefused(str(file), ValueRefused("DUMP_CHANGED"))
    return written


def told(file: Path, written: Written, seconds: float) -> str:
    """One line about a backup."""
    size = file.stat().st_size / 1_000_000
    files = f" {written.manifest.files} files," if written.manifest.files else ""
    lost = f" Not there, and so not in it: {', '.join(written.lost)}." if written.lost else ""
    waited = " Changes had to wait for it." if written.held else ""
    return (
        f"Wrote {file}: {written.manifest.nodes} nodes, {written.manifest.relationships} relationships,"
        f"{files} {size:.1f} MB, in {seconds:.1f} s; read back and found whole.{waited}{lost}"
    )


def every(make: Backup, folder: Path, seconds: float, keep: int) -> None:
    """Make a backup now and every so many seconds, in files named by their time; `keep` of them stay.

    One that fails is told and tried again at its next time; older ones go only after one that succeeded.
    Runs until it is ended.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    due = time.monotonic()
    while True:
        once(make, folder, keep)
        due = max(due + seconds, time.monotonic())
        time.sleep(due - time.monotonic())


def once(make: Backup, folder: Path, keep: int) -> bool:
    """Make the next backup of a folder; whether it succeeded."""
    file = folder / f"hub-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.dump"
    begun = time.monotonic()
    try:
        written = make(file)
    except (GraphError, OSError) as error:
        click.echo(f"No backup was made: {sentence(error)}", err=True)
        _log.error("backup_failed", file=str(file), reason=sentence(error))
        return False
    click.echo(told(file, written, time.monotonic() - begun))
    gone = _remove_older(folder, keep)
    _log.info("backup_made", file=str(file), nodes=written.manifest.nodes, removed=gone)
    return True


def _remove_older(folder: Path, keep: int) -> list[str]:
    """Take away all but the newest backups of a schedule; other files are not looked at."""
    ours = sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))
    for path in ours[:-keep]:
        path.unlink(missing_ok=True)
    return [path.name for path in ours[:-keep]]


# -- keys ------------------------------------------------------------------------------------------


def key_for_sealing(key_file: Path | None, *, encrypted: bool) -> Key | None:
    """The key to write with: of a file, or a passphrase from the settings or the prompt; None for none.

    Raises ValueRefused KEY_TOO_SHORT, PASSPHRASE_TOO_SHORT, SettingsWrong.
    """
    if key_file is not None:
        return key_of_file(key_file)
    if not encrypted:
        return None
    given = Settings.from_environment().backup_passphrase or click.prompt(
        "Passphrase", hide_input=True, confirmation_prompt=True
    )
    return key_of_passphrase(given)


def key_for_opening(key_file: Path | None, *, sealed: bool) -> Key | None:
    """The key to read with; asked for only where the file is sealed."""
    if not sealed:
        return None
    if key_file is not None:
        return key_of_file(key_file)
    given = Settings.from_environment().backup_passphrase
    return key_of_passphrase(given or click.prompt("Passphrase", hide_input=True))


# -- upgrading -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Upgraded:
    """What an upgrade did: the backup it made before, if there was anything to keep, and the steps."""

    before: Path | None
    steps: list[str]


async def upgrade(database: Database, file: Path, key: Key | None) -> Upgraded:
    """Back a graph up into a file, without its files, then bring it up to this version; nothing where it is.

    Raises ValueRefused GRAPH_NEWER, GRAPH_HALF_RESTORED, and what `backup` raises, before anything changes.
    """
    await expect_known(database)
    if not await pending(database):
        return Upgraded(None, [])
    kept = None if await is_empty(database) else file
    if kept is not None:
        await backup(database, kept, key, None)
    return Upgraded(kept, await migrate(database))


def file_before_upgrade(data_dir: Path) -> Path:
    """Where an upgrade keeps what was: beside the data folder, so that it outlives the folder."""
    folder = data_dir.absolute()
    return folder.with_name(f"{folder.name}-before-{VERSION}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.dump")


def way_back(file: Path, data_dir: Path) -> str:
    """How to go back to the backup of an upgrade."""
    return (
        f"To go back: stop the hub, move {data_dir} away, install the version of the hub that was here,"
        f" and run with it: hub restore {file} --data-dir {data_dir}"
    )


@contextmanager
def noted(data_dir: Path) -> Iterator[Path]:
    """The file for the backup of an upgrade; where the upgrade breaks off, how to go back is said."""
    file = file_before_upgrade(data_dir)
    try:
        yield file
    except BaseException:
        if file.exists():
            click.echo(f"The upgrade broke off. The graph as it was is in {file}. {way_back(file, data_dir)}")
        raise
