"""The commands of an operator, run for real: what they say, and how they end."""

import os
import subprocess
import sys
from pathlib import Path

from tests.running import ROOT, Hub


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command that has ended; of the environment's settings it has only those that are given here."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "HUB_"))}
    return subprocess.run(
        [sys.executable, "-m", "hub", *words],
        cwd=ROOT,
        env=inherited | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def beside(hub: Hub, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The same, on the database of a hub."""
    place = {"NEO4J_URI": hub.neo4j.uri, "NEO4J_USER": hub.neo4j.user, "NEO4J_PASSWORD": hub.neo4j.password}
    return run(*words, **place, **variables)


def told(*words: str, **variables: str) -> tuple[int, str, str]:
    """The exit code of a command, what it says on stdout, and the last line on stderr."""
    done = run(*words, **variables)
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout, (done.stderr.splitlines() or [""])[-1]


def up(folder: Path, **variables: str) -> tuple[int, str, str]:
    return told("up", "--port", "0", "--data-dir", str(folder), **variables)


def serve(_folder: Path, **variables: str) -> tuple[int, str, str]:
    return told("serve", "--port", "0", **variables)


def doctor(folder: Path, **variables: str) -> tuple[int, str, str]:
    """The same of `hub doctor`, with what it found to mend in place of the last line."""
    code, stdout, _ = told("doctor", "--port", "0", "--data-dir", str(folder), **variables)
    wrong = [line for line in stdout.splitlines() if line.startswith(("✗", "  →"))]
    return code, stdout, "".join(wrong)
