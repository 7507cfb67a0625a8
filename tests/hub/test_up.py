"""`hub up` as an operator meets it: one line on stdout, one sentence per refusal, a clean end."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from graph.server.folder import PASSWORD_FILE, DataFolderInUse, FolderLock

pytestmark = pytest.mark.usefixtures("own_databases")

ROOT = Path(__file__).parents[2]
_READY_SECONDS = 120


@contextmanager
def _hub(folder: Path, *arguments: str, **variables: str) -> Iterator[subprocess.Popen[str]]:
    """A real `python -m hub up` on `folder`, ended by SIGTERM if it still runs at the end."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    command = [sys.executable, "-m", "hub", "up", "--data-dir", str(folder), "--pagecache", "64m", *arguments]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=inherited | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        watchdog = threading.Timer(_READY_SECONDS, process.kill)
        watchdog.start()
        try:
            yield process
        finally:
            watchdog.cancel()
            process.terminate()
            process.communicate()


def _address(hub: subprocess.Popen[str]) -> str:
    assert hub.stdout is not None
    line = hub.stdout.readline()
    found = re.fullmatch(r"Serving on (http://127\.0\.0\.1:\d+)\n", line)
    assert found, (line, hub.stderr and hub.stderr.read())
    return found[1]


def test_up_serves_refuses_a_second_one_and_stops_cleanly(tmp_path: Path) -> None:
    with _hub(tmp_path, "--port", "0", "--no-demo") as hub:
        address = _address(hub)
        port = address.rsplit(":", 1)[1]
        assert httpx.get(f"{address}/health/ready").status_code == 200

        with _hub(tmp_path, "--port", "0") as second:
            refusal = second.communicate()
            assert refusal == ("", f"{DataFolderInUse(tmp_path, hub.pid)}\n")
            assert second.returncode == 1

        with _hub(tmp_path / "other", "--port", port) as third:
            stdout, stderr = third.communicate()
            assert (stdout, len(stderr.splitlines())) == ("", 1)
            assert stderr.startswith(f"Port {port} on 127.0.0.1 is in use. Stop what listens there, or ")
            assert third.returncode == 1
            assert not (tmp_path / "other").exists()

        assert httpx.get(f"{address}/health/ready").status_code == 200
        assert "\nhub_disk_free_bytes " in httpx.get(f"{address}/metrics").text
        hub.send_signal(signal.SIGTERM)
        more, log = hub.communicate()
        assert (hub.returncode, more) == (0, "")
        assert (tmp_path / PASSWORD_FILE).read_text().strip() not in log
    FolderLock(tmp_path).release()


def test_ctrl_c_during_the_start_ends_everything_with_exit_0(tmp_path: Path) -> None:
    with _hub(tmp_path, "--port", "0", "--no-demo") as hub:
        assert hub.stderr is not None
        assert "Starting the database" in hub.stderr.readline()
        hub.send_signal(signal.SIGINT)
        stdout, _ = hub.communicate()
        assert (hub.returncode, stdout) == (0, "")
    FolderLock(tmp_path).release()


def test_a_named_database_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{closed.getsockname()[1]}"
        with _hub(tmp_path, "--port", "0", NEO4J_URI=uri, NEO4J_PASSWORD="secret-word") as hub:
            stdout, stderr = hub.communicate()
    assert (hub.returncode, stdout) == (1, "")
    assert stderr.splitlines()[-1].startswith(f"The database at {uri} does not answer")
    assert "secret-word" not in stderr


@pytest.mark.parametrize(
    "command",
    [
        "up",
        "serve",
        "migrate",
        "backup",
        "restore",
        "upgrade",
        "check",
        "seed",
        "demo",
        "reference",
        "token",
        "schema",
        "doctor",
    ],
)
def test_every_command_explains_itself(command: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "hub", command, "--help"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert answer.stdout.startswith(f"Usage: python -m hub {command}")
