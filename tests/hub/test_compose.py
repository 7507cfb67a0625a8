"""docker-compose.yml and the unit of systemd: the tested version, nothing open but the hub, no secret in the file."""

import re
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.limits import MAXIMUM_PLANS
from graph.server.launcher import STOP_SECONDS
from graph.server.process import TRANSACTION_SECONDS
from graph.server.runtime import NEO4J_VERSION
from hub.cli import main
from hub.serve import GRACE_SECONDS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    services: dict[str, Any] = yaml.safe_load(text)["services"]
    return services


def test_the_database_is_the_version_of_the_code(services: dict[str, Any]) -> None:
    assert services["database"]["image"] == f"neo4j:{NEO4J_VERSION}-community"


def test_nothing_is_open_to_others_but_by_the_proxy_that_is_asked_for(services: dict[str, Any]) -> None:
    assert {name: service.get("ports") for name, service in services.items()} == {
        "database": None,
        "hub": ["127.0.0.1:${HUB_PORT:-8000}:8000"],
        "proxy": ["80:80", "443:443"],
    }
    assert {name: service.get("profiles") for name, service in services.items() if "profiles" in service} == {
        "proxy": ["public"]
    }
    assert services["hub"]["environment"]["HUB_GRAPHIQL"] == "${HUB_GRAPHIQL:-off}"


def test_the_hub_believes_its_proxy_of_whom_it_asks_for() -> None:
    composed = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    (network,) = composed["networks"]["outer"]["ipam"]["config"]
    trusted = composed["services"]["hub"]["environment"]["HUB_TRUSTED_PROXIES"]
    assert trusted == f"${{HUB_TRUSTED_PROXIES:-{network['subnet']}}}"


def test_logs_and_memory_are_bounded_and_what_dies_comes_back(services: dict[str, Any]) -> None:
    for service in services.values():
        assert service["restart"] == "unless-stopped"
        assert service["logging"]["options"]["max-size"] == "10m"
        assert service["mem_limit"]


def test_the_database_bounds_what_it_is_asked(services: dict[str, Any]) -> None:
    environment = services["database"]["environment"]
    assert environment["NEO4J_db_transaction_timeout"] == f"{TRANSACTION_SECONDS}s"
    plans = environment["NEO4J_server_memory_query__cache_per__db__cache__num__entries"]
    assert int(plans) == MAXIMUM_PLANS


def test_every_service_has_a_health_check(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if not service["healthcheck"]["test"]] == []
    assert services["hub"]["depends_on"] == {"database": {"condition": "service_healthy"}}


def test_secrets_come_from_the_environment_and_have_no_default(services: dict[str, Any]) -> None:
    secret = r"(neo4j/)?\$\{NEO4J_PASSWORD:\?[^}]+\}"
    assert re.fullmatch(secret, services["database"]["environment"]["NEO4J_AUTH"])
    assert re.fullmatch(secret, services["hub"]["environment"]["NEO4J_PASSWORD"])


def test_the_data_is_on_a_named_volume(services: dict[str, Any]) -> None:
    assert services["database"]["volumes"] == ["database:/data"]


def test_the_hub_migrates_then_serves_and_is_not_root() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    command = re.findall(r"^CMD .*$", text, re.MULTILINE)
    assert command == [
        'CMD ["sh", "-c", "python -m hub migrate && exec python -m hub serve --host 0.0.0.0 --port 8000"]'
    ]
    assert re.findall(r"^USER (.+)$", text, re.MULTILINE) == ["hub"]


class _Unit(ConfigParser):
    """A unit of systemd, whose options keep their capitals."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def test_the_service_of_systemd_runs_a_command_that_is_there_and_tells_the_hub_alone_to_stop() -> None:
    unit = _Unit(interpolation=None, strict=False)
    unit.read(ROOT / "docs" / "knowledge-hub.service", encoding="utf-8")
    service = unit["Service"]
    _, module, package, command, *options = service["ExecStart"].split()
    assert (module, package) == ("-m", "hub")
    known = {option for parameter in main.commands[command].params for option in parameter.opts}
    known |= {option for parameter in main.commands[command].params for option in parameter.secondary_opts}
    assert {option for option in options if option.startswith("--")} <= known
    assert (service["KillMode"], service["UMask"]) == ("mixed", "0077")
    # What is under way has its time, and then the database has its.
    assert int(service["TimeoutStopSec"]) >= GRACE_SECONDS + STOP_SECONDS
