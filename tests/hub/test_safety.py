"""What every response tells a browser, and to which names the hub answers."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from graph.errors import ValueRefused
from hub.http.hosts import is_allowed
from hub.http.safety import HEADERS
from hub.settings import Settings
from tests.running import hub_alone

POLICY = "content-security-policy"
TYPENAME = {"query": "{ __typename }"}
ORIGIN = {"origin": "https://example.org"}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """Asks a hub that answers to two names."""
    names = " Hub.Example.IR,*.example.org"
    with hub_alone(HUB_ALLOWED_HOSTS=names) as (_, found), httpx.Client(base_url=found) as client:
        client.headers.update({"host": "hub.example.ir", "accept-language": "en"})
        yield client


# -- what a browser is told ------------------------------------------------------------------------

REQUESTS: list[tuple[str, str, dict[str, Any], int]] = [
    ("POST", "/graphql", {"json": TYPENAME}, 200),
    ("POST", "/graphql", {"json": TYPENAME, "headers": ORIGIN}, 200),
    ("POST", "/graphql", {"content": b"{"}, 415),
    ("POST", "/graphql", {"json": {"query": "{ organizations { totalCount } }"}}, 503),
    ("OPTIONS", "/graphql", {"headers": {**ORIGIN, "access-control-request-method": "POST"}}, 200),
    ("OPTIONS", "/graphql", {"headers": {**ORIGIN, "access-control-request-method": "PUT"}}, 400),
    ("GET", "/health/live", {}, 200),
    ("GET", "/health/ready", {}, 503),
    ("GET", "/static/none.js", {}, 404),
    ("GET", "/nowhere", {}, 404),
    ("PUT", "/graphql", {}, 405),
    ("GET", "/graphql", {"headers": {"host": "other.example.ir"}}, 421),
]


@pytest.mark.parametrize(("method", "path", "more", "status"), REQUESTS)
def test_every_response_says_what_a_browser_may_not_do(
    client: httpx.Client, method: str, path: str, more: dict[str, Any], status: int
) -> None:
    response = client.request(method, path, **more)
    assert response.status_code == status
    assert {name: response.headers.get_list(name) for name in HEADERS} == {
        name: [value] for name, value in HEADERS.items()
    }
    assert "form-action 'none'" in response.headers[POLICY]
    assert response.headers["x-content-type-options"] == "nosniff"


def test_a_file_that_is_no_page_says_what_holds_for_files_and_no_more(client: httpx.Client) -> None:
    response = client.get("/static/graphiql/start.js")
    assert response.status_code == 200
    assert {name for name in HEADERS if name in response.headers} == {"x-content-type-options"}


def test_the_page_has_a_policy_of_its_own(client: httpx.Client) -> None:
    response = client.get("/graphql", headers={"accept": "text/html"})
    (policy,) = response.headers.get_list(POLICY)
    assert policy == (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
        " form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    )
    for name in HEADERS.keys() - {POLICY}:
        assert response.headers.get_list(name) == [HEADERS[name]]


BROKEN = """
from starlette.testclient import TestClient
from hub import app
from hub.http.safety import HEADERS
from hub.settings import Settings

async def broken(_self, _request):
    raise RuntimeError("inner words")

app.GraphQLEndpoint.__call__ = broken
with TestClient(app.create_app(Settings("bolt://127.0.0.1:1", "", "")), raise_server_exceptions=False) as client:
    answer = client.post("/graphql")
print(answer.status_code, all(answer.headers.get_list(name) == [value] for name, value in HEADERS.items()))
"""


def test_so_does_a_fault_of_the_hub_itself() -> None:
    ran = subprocess.run([sys.executable, "-c", BROKEN], capture_output=True, text=True, check=True)
    assert ran.stdout == "500 True\n"


# -- to which names it answers ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["hub.example.ir", "HUB.example.ir:8000", "hub.example.ir.", "a.b.example.org"]
)
def test_a_name_that_is_allowed_is_answered(client: httpx.Client, host: str) -> None:
    response = client.post("/graphql", json=TYPENAME, headers={"host": host})
    assert response.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "example.org", "badexample.org", "hub.example.ir.evil.example", "hub.example.ir:x", "a@b"],
)
def test_another_name_is_refused_with_a_code_in_both_languages(client: httpx.Client, host: str) -> None:
    for language, text in (
        ("en", f"The hub does not answer as {host}. Send the request to its own address."),
        ("fa", f"این سامانه با نام {host} پاسخ نمی‌دهد. درخواست را به نشانی خود آن بفرستید."),
    ):
        headers = {"host": host, "accept-language": language}
        response = client.post("/graphql", json=TYPENAME, headers=headers)
        assert response.status_code == 421
        assert response.json() == {"errors": [{"message": text, "extensions": {"code": "HOST_NOT_ALLOWED"}}]}
        assert response.headers["content-language"] == language


@pytest.mark.parametrize("lines", ["", "host: hub.example.ir\r\nhost: other.example.ir\r\n"])
def test_no_name_and_a_second_one_are_refused(client: httpx.Client, lines: str) -> None:
    place = client.base_url
    with socket.create_connection((place.host, place.port or 80), 60) as asking:
        asking.sendall(f"GET /graphql HTTP/1.1\r\n{lines}connection: close\r\n\r\n".encode())
        assert asking.recv(65_536).startswith(b"HTTP/1.1 421 Misdirected Request\r\n")


def test_health_is_told_by_any_name(client: httpx.Client) -> None:
    for path, status in (("/health/live", 200), ("/health/ready", 503)):
        assert client.get(path, headers={"host": "127.0.0.1"}).status_code == status


def test_any_name_is_answered_where_none_is_set() -> None:
    assert Settings("", "", "").allowed_hosts == ("*",)
    assert is_allowed("anything", ("*",))
    assert is_allowed("", ("*",))
    assert is_allowed("[::1]:8000", ("[::1]",))


# -- settings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("HUB_ALLOWED_HOSTS", "a.example.ir,,b.example.ir"),
        ("HUB_TRUSTED_PROXIES", "localhost"),
        ("HUB_TRUSTED_PROXIES", "10.0.0.1/8"),
        ("HUB_ADDRESS_CONNECTIONS", "-1"),
        ("HUB_CONNECTIONS", "0"),
        ("HUB_HEAD_SECONDS", "0"),
        ("HUB_BODY_SECONDS", "x"),
    ],
)
def test_a_setting_that_has_no_meaning_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, name: str, given: str
) -> None:
    monkeypatch.setenv(name, given)
    with pytest.raises(ValueRefused, match="SETTING_WRONG"):
        Settings.from_environment()
