"""Build the web client into hub/web/client, with a Node that is here or, where there is none, one from PyPI.

`python web/build.py` builds it unless it is built from the same sources; `--check` also checks all types.
The standard library alone: it runs before anything is installed.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

WEB = Path(__file__).parent
ROOT = WEB.parent
CLIENT = ROOT / "hub/web/client"
_SCRATCH = ROOT / ".build"
_STAMP = CLIENT / "built"
_NODE = _SCRATCH / "node"
_OLDEST = (20, 19)
_MADE = re.compile(r"node_modules/|\.asked\.ts$|__pycache__/|\.pyc$")


def build(*, check: bool = False) -> None:
    """Build the client, one process at a time. Raises CalledProcessError where a step fails."""
    _SCRATCH.mkdir(exist_ok=True)
    with (_SCRATCH / "web.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        digest = _digest()
        built = _STAMP.exists() and _STAMP.read_text() == digest
        if built and not check:
            return
        environment = _with_node()
        _install(environment)
        if not built:
            _npm(environment, "run", "build")
            _STAMP.write_text(digest)
        if check:
            _npm(environment, "run", "check")


def _sources() -> Iterator[Path]:
    """What the client is made of."""
    yield ROOT / "schema.graphql"
    for file in sorted(WEB.rglob("*")):
        if file.is_file() and not _MADE.search(file.relative_to(WEB).as_posix()):
            yield file


def _digest() -> str:
    found = hashlib.sha256()
    for file in _sources():
        found.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()


def _with_node() -> dict[str, str]:
    """The environment in which a Node is found that can build; it is fetched where there is none."""
    here = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    if _is_node(here):
        return here
    # What PyPI brings are scripts of Python, which find their package beside them.
    fetched = {**here, "PATH": f"{_NODE / 'bin'}{os.pathsep}{here['PATH']}", "PYTHONPATH": str(_NODE)}
    if not _is_node(fetched):
        sys.stderr.write("Fetching Node, to build the web pages (once) …\n")
        command = ["uv", "pip", "install"] if shutil.which("uv") else [sys.executable, "-m", "pip", "install"]
        locked = [
            "--quiet",
            "--target",
            str(_NODE),
            "--require-hashes",
            "-r",
            str(ROOT / "requirements-web.lock"),
        ]
        subprocess.run([*command, *locked], check=True)
    return fetched


def _is_node(environment: dict[str, str]) -> bool:
    node, npm = (shutil.which(name, path=environment["PATH"]) for name in ("node", "npm"))
    if node is None or npm is None:
        return False
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False, env=environment)
    found = re.match(r"v(\d+)\.(\d+)", told.stdout)
    return found is not None and (int(found[1]), int(found[2])) >= _OLDEST


def _install(environment: dict[str, str]) -> None:
    """Install what package-lock.json names, unless it is there."""
    kept, wanted = WEB / "node_modules/.locked", (WEB / "package-lock.json").read_bytes()
    if kept.exists() and kept.read_bytes() == wanted:
        return
    _npm(environment, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error")
    kept.write_bytes(wanted)


def _npm(environment: dict[str, str], *arguments: str) -> None:
    npm = shutil.which("npm", path=environment["PATH"])
    assert npm is not None
    subprocess.run([npm, *arguments], check=True, cwd=WEB, env=environment, stdout=sys.stderr)


if __name__ == "__main__":
    try:
        build(check="--check" in sys.argv[1:])
    except (subprocess.CalledProcessError, OSError) as error:
        sys.exit(f"The web pages could not be built: {error}")
