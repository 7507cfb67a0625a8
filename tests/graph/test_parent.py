"""What is started beside ends with whoever started it, also with one that is killed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.running import ROOT

PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
child.stdout.readline()
print(child.pid, flush=True)
time.sleep(300)
"""
CHILD = """
import signal, time
from graph.server.parent import leave_at_its_end, leave_long_after_it, signal_at_its_end
{}
print("here", flush=True)
time.sleep(300)
"""
WAYS = ("signal_at_its_end(signal.SIGKILL)", "leave_at_its_end(0)", "leave_long_after_it(0.1)")


def is_there(pid: int) -> bool:
    """Whether a process runs; one that has ended may stay as long as nobody asks how."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("way", WAYS)
def test_a_child_ends_when_its_parent_is_killed(way: str) -> None:
    command = [sys.executable, "-c", PARENT, CHILD.format(way)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_there(child)
        parent.kill()
    deadline = time.monotonic() + 60
    while is_there(child):
        assert time.monotonic() < deadline, "it is still there"
        time.sleep(0.05)
