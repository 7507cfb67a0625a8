"""Turn Maven coordinates into jar files on disk, by jgo; the only file that imports jgo.

`python -m graph.server.download` resolves Neo4j's dependencies anew and prints the jars' lock.
"""

import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import click
import requests
from jgo.maven import Artifact, MavenContext, PythonResolver
from requests.adapters import HTTPAdapter

from graph.server.runtime import NEO4J_VERSION, Jar, JarsUnavailable, Progress, file_sha256

_AT_ONCE = 8
_TRIES = 2
_CONNECT_SECONDS = 5
_TIMEOUT_SECONDS = 60
_PATIENCE = (_CONNECT_SECONDS, _TIMEOUT_SECONDS)
_local = threading.local()


class _KeptConnections(PythonResolver):
    """jgo's resolver, but its downloads keep their connections: a handshake per jar costs twice the time."""

    def download(self, artifact: Artifact) -> Path:
        """Fetch one file from the first repository which has it; the caller checks the hash."""
        target = artifact.cached_path
        assert target is not None
        target.parent.mkdir(parents=True, exist_ok=True)
        for repository in artifact.context.remote_repos.values():
            address = f"{repository}/{artifact.component.path_prefix.as_posix()}/{artifact.filename}"
            with _session().get(address, stream=True, timeout=_PATIENCE) as response:
                if response.status_code == requests.codes.not_found:
                    continue
                response.raise_for_status()
                with target.open("wb") as file:
                    for chunk in response.iter_content(chunk_size=1 << 18):
                        file.write(chunk)
                return target
        raise JarsUnavailable(f"no Maven repository has {artifact.filename}.")


def download(jars: list[Jar], folder: Path, on_progress: Progress) -> None:
    """Fetch `jars` into `folder`, each checked against its locked hash; raises `JarsUnavailable`."""
    context = _context(folder / "maven")
    what = f"Fetching Neo4j {NEO4J_VERSION} (once)"
    on_progress(what, 0.0)
    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        for number, _ in enumerate(pool.map(lambda jar: _bring(context, jar, folder), jars), 1):
            on_progress(what, number / len(jars))
    except requests.RequestException as error:
        raise JarsUnavailable(
            f"Neo4j's jars could not be fetched ({type(error).__name__}). "
            "Check the connection to Maven Central and start again."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def resolve() -> list[Jar]:
    """Ask Maven Central for all jars that this version of Neo4j needs, fetch and hash them."""
    with tempfile.TemporaryDirectory() as scratch:
        context = _context(Path(scratch))
        wanted = context.create_dependency(f"org.neo4j:neo4j:jar:{NEO4J_VERSION}:compile")
        given, needed = context.resolver.resolve([wanted])
        artifacts = [dependency.artifact for dependency in [*given, *needed]]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            files = list(pool.map(lambda artifact: artifact.resolve(), artifacts))
        return [_as_jar(artifact, file) for artifact, file in zip(artifacts, files, strict=True)]


def _context(repository: Path) -> Any:
    return MavenContext(
        resolver=_KeptConnections(), repo_cache=repository, local_repos=[], timeout=_TIMEOUT_SECONDS
    )


def _session() -> requests.Session:
    if not hasattr(_local, "session"):
        _local.session = requests.Session()
        _local.session.mount("https://", HTTPAdapter(max_retries=_TRIES))
    session: requests.Session = _local.session
    return session


def _bring(context: Any, jar: Jar, folder: Path) -> None:
    component = context.project(jar.group, jar.artifact).at_version(jar.version)
    file: Path = component.artifact(classifier=jar.classifier, packaging="jar").resolve()
    if file_sha256(file) != jar.sha256:
        raise JarsUnavailable(f"{jar.file_name} is not the file that jars.lock names; nothing was installed.")
    file.rename(folder / jar.file_name)


def _as_jar(artifact: Any, file: Path) -> Jar:
    return Jar(
        artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier, file_sha256(file)
    )


def lock_text(jars: list[Jar]) -> str:
    """The text of `jars.lock`; refuses two jars that would overwrite each other in one folder."""
    if len({jar.file_name for jar in jars}) != len(jars):
        raise ValueError("two jars share a file name")
    rows = [f"{jar.group}:{jar.artifact}:{jar.version}:{jar.classifier} {jar.sha256}" for jar in jars]
    return "\n".join([f"# The jars of Neo4j {NEO4J_VERSION}; written by scripts/lock.", *rows, ""])


if __name__ == "__main__":
    click.echo(lock_text(resolve()), nl=False)
