"""Turn the settings and a data folder into a database to talk to: a named one, a running one, or our own."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from graph.server import DataFolderInUse, RunningServer, start
from graph.server.folder import read_address, read_password
from graph.server.launcher import USER
from graph.server.runtime import Progress
from hub.settings import Settings


def is_named() -> bool:
    """Whether NEO4J_URI names a database, so that none is started here."""
    return bool(os.environ.get("NEO4J_URI"))


def settings_for(server: RunningServer, settings: Settings) -> Settings:
    """The settings, pointing at our own database."""
    return replace(
        settings,
        neo4j_uri=server.uri,
        neo4j_user=server.user,
        neo4j_password=server.password,
        data_dir=server.plan.data_dir,
    )


@contextmanager
def reachable(data_dir: Path, on_progress: Progress) -> Iterator[Settings]:
    """Settings that lead to a database that answers, for as long as a command needs it.

    NEO4J_URI comes first; then the database that a running `hub up` holds on `data_dir`; and else
    one is started on `data_dir` and stopped at the end.
    """
    with ExitStack() as stack:
        try:
            settings = stack.enter_context(alone(data_dir, on_progress))
        except DataFolderInUse:
            settings = _running(data_dir, Settings.from_environment())
        yield settings


@contextmanager
def alone(data_dir: Path, on_progress: Progress) -> Iterator[Settings]:
    """The same for a command that no running hub may be beside. Raises `DataFolderInUse` where one is.

    Who else uses a database that NEO4J_URI names cannot be known.
    """
    settings = Settings.from_environment()
    if is_named():
        yield settings
        return
    server = start(data_dir, on_progress=on_progress)
    try:
        yield settings_for(server, settings)
    finally:
        server.stop()


def _running(data_dir: Path, settings: Settings) -> Settings:
    """The settings for the database that another process runs on this folder; raises `DataFolderInUse`."""
    address, password = read_address(data_dir), read_password(data_dir)
    if address is None or password is None:
        raise DataFolderInUse(data_dir, None)
    return replace(settings, neo4j_uri=address, neo4j_user=USER, neo4j_password=password)
