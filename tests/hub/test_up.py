"""`hub up` as an operator meets it: one line on stdout, one sentence per refusal, a clean end."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from graph.server.folder import PASSWORD_FILE, DataFolderInUse, FolderLock, read_served
from tests.hub.commands import run
from tests.running import ROOT, address_of, hub_up

pytestmark = pytest.mark.usefixtures("own_databases")


def test_up_serves_refuses_a_second_one_and_stops_cleanly(tmp_path: Path) -> None:
    with hub_up(tmp_path, "--port", "0", "--no-demo") as hub:
        address = address_of(hub)
        port = address.rsplit(":", 1)[1]
        assert httpx.get(f"{address}/health/ready").status_code == 200

        with hub_up(tmp_path, "--port", "0") as second:
            refusal = second.communicate()
            assert refusal == ("", f"{DataFolderInUse(tmp_path, hub.pid)}\n")
            assert second.returncode == 1

        with hub_up(tmp_path / "other", "--port", port) as third:
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


def test_a_command_beside_it_makes_links_that_lead_to_its_port(tmp_path: Path) -> None:
    with hub_up(tmp_path, "--port", "0", "--no-demo", "--no-announced") as hub:
        port = address_of(hub).rsplit(":", 1)[1]
        invited = ("person", "invite-administrator", "sima@example.ir", "--data-dir", str(tmp_path))
        assert run(*invited).stdout.startswith(f"http://localhost:{port}/join#")
        hub.send_signal(signal.SIGTERM)
        hub.communicate()
    assert read_served(tmp_path) is None


def test_ctrl_c_during_the_start_ends_everything_with_exit_0(tmp_path: Path) -> None:
    with hub_up(tmp_path, "--port", "0", "--no-demo") as hub:
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
        with hub_up(tmp_path, "--port", "0", NEO4J_URI=uri, NEO4J_PASSWORD="secret-word") as hub:
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
