"""What others hold a GraphQL server and its schema to: their checks are of Node, which a Python package has."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import Hub

ROOT = Path(__file__).parents[2]
OUTSIDE = ROOT / "tests" / "outside"
BESIDE = Path(sys.executable).parent
"""Where the packages of Python put Node's commands."""


@pytest.fixture(scope="module")
def packages() -> Path:
    """The packages of the lock, put beside it once."""
    installed = OUTSIDE / "node_modules"
    lock, mark = OUTSIDE / "package-lock.json", installed / ".package-lock.json"
    if not mark.exists() or mark.stat().st_mtime < lock.stat().st_mtime:
        command = [BESIDE / "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(command, cwd=OUTSIDE, check=True, stdout=subprocess.DEVNULL)
    return installed


def node(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BESIDE / "node", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_schema_follows_the_recommended_rules_and_those_of_relay(packages: Path) -> None:
    eslint = packages / "eslint" / "bin" / "eslint.js"
    linted = node(str(eslint), "--config", str(OUTSIDE / "eslint.config.js"), "schema.graphql")
    assert (linted.stdout, linted.returncode) == ("", 0), linted.stdout + linted.stderr


@pytest.mark.usefixtures("packages")
def test_the_hub_fulfils_every_audit_of_graphql_over_http(hub: Hub) -> None:
    audited = node(str(OUTSIDE / "audit.js"), f"{hub.address}/graphql")
    assert audited.returncode == 0, audited.stderr
    assert audited.stdout == "61 of 61 audits are fulfilled.\n"
