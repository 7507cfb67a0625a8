"""GraphQL over HTTP: methods, media types, headers, health, and the page for people."""

import base64
import gzip
import json
import re
import socket
import subprocess
import sys
from typing import Any
from urllib.parse import urljoin

import httpx
import pytest

from tests.running import Hub

JSON = "application/json"
MODERN = "application/graphql-response+json"
MUTATION = 'mutation { listOrganization(input: {kind: NGO, nameFa: "با GET"}) { organization { id } errors { code } } }'


def code(response: httpx.Response) -> str:
    (error,) = response.json()["errors"]
    return str(error["extensions"]["code"])


# -- methods ---------------------------------------------------------------------------------------


def test_a_query_is_answered_by_get(hub: Hub) -> None:
    asked = {"query": "query A($t: Boolean!) { __typename @include(if: $t) }", "variables": '{"t": true}'}
    response = hub.client.get("/graphql", params={**asked, "operationName": "A"})
    assert response.status_code == 200
    assert response.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize("more", [{}, {"operationName": "B"}])
def test_a_mutation_by_get_is_refused_and_writes_nothing(hub: Hub, more: dict[str, str]) -> None:
    before = hub.count()
    query = f"query A {{ __typename }} {MUTATION.replace('mutation', 'mutation B', 1)}" if more else MUTATION
    headers = {"authorization": f"Bearer {hub.admin}", "accept-language": "en"}
    response = hub.client.get("/graphql", params={"query": query, **more}, headers=headers)
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"
    assert code(response) == "METHOD_NOT_ALLOWED"
    assert "data" not in response.json()
    assert hub.count() == before


def test_a_query_beside_a_mutation_is_answered_by_get(hub: Hub) -> None:
    query = f"query A {{ __typename }} {MUTATION.replace('mutation', 'mutation B', 1)}"
    response = hub.client.get("/graphql", params={"query": query, "operationName": "A"})
    assert response.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({}, "MISSING_QUERY"),
        ({"query": ""}, "MISSING_QUERY"),
        ({"query": "{ __typename }", "variables": "{"}, "BAD_VARIABLES"),
        ({"query": "{ __typename }", "variables": "[1]"}, "BAD_VARIABLES"),
    ],
)
def test_a_get_without_a_readable_query_is_refused(
    hub: Hub, parameters: dict[str, str], refusal: str
) -> None:
    response = hub.client.get("/graphql", params=parameters)
    assert response.status_code == 400
    assert code(response) == refusal


@pytest.mark.parametrize("extensions", ["string", 0, False, ["array"]])
def test_extensions_that_are_no_object_are_refused(hub: Hub, extensions: Any) -> None:
    """The audits 58B0 to 58B3 of the package graphql-http."""
    response = hub.client.post("/graphql", json={"query": "{ __typename }", "extensions": extensions})
    assert response.status_code == 400
    assert code(response) == "BAD_EXTENSIONS"


@pytest.mark.parametrize("extensions", [None, {}, {"some": "value"}])
def test_extensions_that_nobody_knows_are_left_alone(hub: Hub, extensions: Any) -> None:
    response = hub.client.post("/graphql", json={"query": "{ __typename }", "extensions": extensions})
    assert response.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_another_method_is_refused_with_those_allowed(hub: Hub, method: str) -> None:
    response = hub.client.request(method, "/graphql", headers={"accept-language": "en"})
    assert response.status_code == 405
    assert {"GET", "POST"} <= set(response.headers["allow"].split(", "))
    assert code(response) == "METHOD_NOT_ALLOWED"
    assert response.json()["errors"][0]["message"] == (
        "Only GET and POST are answered here, and GET is for queries only. Send a mutation by POST."
    )


@pytest.mark.parametrize("address", ["/graphq", "/graphql/x", "/static/../settings.py", "/static/none.js"])
def test_an_unknown_address_is_told_in_both_languages(hub: Hub, address: str) -> None:
    for language, text in (
        ("en", "There is nothing at this address. Send requests to /graphql."),
        ("fa", "چنین نشانی‌ای نیست. درخواست را به /graphql بفرستید."),
    ):
        response = hub.client.get(address, headers={"accept-language": language})
        assert response.status_code == 404
        error = {"message": text, "extensions": {"code": "NOT_FOUND_HERE"}}
        assert response.json() == {"errors": [error]}
        assert response.headers["content-language"] == language


BROKEN = """
from starlette.testclient import TestClient
from hub import app
from hub.settings import Settings

async def broken(_self, _request):
    raise RuntimeError("inner words")

app.GraphQLEndpoint.__call__ = broken
with TestClient(app.create_app(Settings("bolt://127.0.0.1:1", "", "")), raise_server_exceptions=False) as client:
    answer = client.post("/graphql", headers={"accept-language": "en"})
print(answer.status_code, answer.headers["content-type"], answer.text)
"""


def test_a_fault_of_the_hub_itself_is_told_by_a_number_and_logged() -> None:
    ran = subprocess.run([sys.executable, "-c", BROKEN], capture_output=True, text=True, check=True)
    status, media, text = ran.stdout.split(" ", 2)
    assert (status, media) == ("500", JSON)
    (error,) = json.loads(text)["errors"]
    number = re.fullmatch(
        r"Something went wrong here and was logged\. If it happens again, report it with ([0-9a-f]{12})\.",
        error["message"],
    )
    assert number is not None
    assert error["extensions"] == {"code": "INTERNAL"}
    assert json.loads(ran.stderr.splitlines()[-1])["request"] == number[1]


# -- media types -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "media", ["application/json; charset=utf-8", "APPLICATION/JSON", f"{MODERN};charset=utf-8"]
)
def test_json_is_read_whatever_its_parameters(hub: Hub, media: str) -> None:
    response = hub.client.post(
        "/graphql", content=b'{"query": "{ __typename }"}', headers={"content-type": media}
    )
    assert response.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    "media",
    ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/graphql"],
)
def test_another_content_type_is_refused_and_writes_nothing(hub: Hub, media: str) -> None:
    before = hub.count()
    headers = {"content-type": media, "authorization": f"Bearer {hub.admin}", "accept-language": "en"}
    response = hub.client.post("/graphql", content=json.dumps({"query": MUTATION}), headers=headers)
    assert response.status_code == 415
    assert code(response) == "UNSUPPORTED_MEDIA_TYPE"
    assert response.json()["errors"][0]["message"] == (
        "The content type is not supported. Send `Content-Type: application/json`."
    )
    assert hub.count() == before


STATUSES: list[tuple[str, int, int]] = [
    # document, status for application/json, status for application/graphql-response+json
    ("{ __typename }", 200, 200),
    ("{ organizations(first: 0) { nodes { id } } }", 200, 200),
    ("{ organisations { totalCount } }", 200, 400),
    ("{", 200, 400),
    ("query($f: Int!) { organizations(first: $f) { totalCount } }", 200, 400),
    ("query A { __typename } query B { __typename }", 200, 400),
]


@pytest.mark.parametrize(("document", "older", "modern"), STATUSES)
def test_the_status_follows_the_media_type_that_is_accepted(
    hub: Hub, document: str, older: int, modern: int
) -> None:
    for accepted, media, status in (
        (JSON, JSON, older),
        ("*/*", JSON, older),
        (MODERN, MODERN, modern),
        (f"{MODERN}, {JSON};q=0.9", MODERN, modern),
    ):
        response = hub.post(document, accept=accepted)
        assert response.status_code == status
        assert response.headers["content-type"].partition(";")[0] == media
        assert ("data" in response.json()) is (modern == 200)


def test_a_client_that_leaves_in_the_middle_of_its_request_writes_nothing(hub: Hub) -> None:
    before = hub.count()
    body = json.dumps({"query": MUTATION}).encode()
    head = (
        f"POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: {JSON}\r\nauthorization: Bearer {hub.admin}\r\n"
        f"content-length: {len(body) + 1}\r\n\r\n"
    )
    address = httpx.URL(hub.address)
    with socket.create_connection((address.host, address.port or 80)) as client:
        client.sendall(head.encode() + body)
    assert hub.ask("{ __typename }") == {"__typename": "Query"}
    assert hub.count() == before


# -- headers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("document", ["{ __typename }", "{", "{ x }"])
def test_an_answer_names_its_language_and_what_it_varies_by(hub: Hub, document: str, language: str) -> None:
    response = hub.post(document, language=language)
    assert response.headers["content-language"] == language
    assert response.headers["cache-control"] == "no-store"
    varies = {name.strip() for name in response.headers["vary"].split(",")}
    assert {"Accept", "Accept-Language", "Authorization"} <= varies


def test_a_large_answer_is_compressed_and_a_small_one_is_not(hub: Hub) -> None:
    large = hub.post("{ __schema { types { name description fields { name } } } }", accept_encoding="gzip")
    assert large.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in large.headers["vary"]
    assert int(large.headers["content-length"]) < len(large.content) / 4
    small = hub.post("{ __typename }", accept_encoding="gzip")
    assert "content-encoding" not in small.headers
    plain = hub.post("{ __schema { types { name } } }", accept_encoding="identity")
    assert "content-encoding" not in plain.headers


def test_what_is_compressed_beside_the_event_loop_is_kept_apart_from_what_is_not(hub: Hub) -> None:
    wanted = (
        "{ __schema { types { name description fields { name description args { name description } } } } }"
    )
    large = hub.post(wanted, accept_encoding="gzip")
    assert len(large.content) > 100_000
    assert large.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in large.headers["vary"]
    assert "Accept-Encoding" in hub.post(wanted, accept_encoding="identity").headers["vary"]


def test_a_compressed_request_is_refused(hub: Hub) -> None:
    body = gzip.compress(b'{"query": "{ __typename }"}')
    headers = {"content-type": JSON, "content-encoding": "gzip"}
    response = hub.client.post("/graphql", content=body, headers=headers)
    assert response.status_code == 400
    assert code(response) == "MALFORMED_JSON"


def test_a_page_of_another_site_may_ask_with_a_token(hub: Hub) -> None:
    asked = "authorization,content-type,accept-language,hub-bookmark"
    headers = {
        "origin": "https://example.org",
        "access-control-request-method": "POST",
        "access-control-request-headers": asked,
    }
    preflight = hub.client.options("/graphql", headers=headers)
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert preflight.headers["access-control-allow-methods"] == "GET, POST, DELETE"
    allowed = preflight.headers["access-control-allow-headers"].lower().split(", ")
    assert set(asked.split(",")) <= set(allowed)
    # Nothing the browser keeps for a site is ever sent along.
    assert "access-control-allow-credentials" not in preflight.headers
    answer = hub.post("{ __typename }", origin="https://example.org")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-expose-headers"].startswith("Hub-Bookmark, X-Request-Id, ")


def test_a_preflight_for_another_method_is_refused(hub: Hub) -> None:
    headers = {"origin": "https://example.org", "access-control-request-method": "PUT"}
    assert hub.client.options("/graphql", headers=headers).status_code == 400


# -- bookmarks -------------------------------------------------------------------------------------


def test_a_mutation_answers_with_a_bookmark_that_a_read_accepts(hub: Hub) -> None:
    written = hub.post(MUTATION, token=hub.admin)
    bookmark = written.headers["hub-bookmark"]
    made = written.json()["data"]["listOrganization"]["organization"]["id"]
    read = hub.post(f'{{ organization(id: "{made}") {{ id }} }}', hub_bookmark=bookmark)
    assert read.json()["data"] == {"organization": {"id": made}}
    assert "hub-bookmark" not in read.headers


def test_a_refused_mutation_answers_with_no_bookmark(hub: Hub) -> None:
    refused = hub.post(MUTATION.replace("با GET", ""), token=hub.admin)
    assert refused.json()["data"]["listOrganization"] == {
        "organization": None,
        "errors": [{"code": "TEXT_EMPTY"}],
    }
    assert "hub-bookmark" not in refused.headers


NO_BOOKMARKS = [
    "x",
    "////",
    "%00",
    *(
        base64.urlsafe_b64encode(text).decode()
        for text in (b'["x"]', b'[""]', b'"FB:x"', b'{"FB:": 1}', b"[5]", b'["FB:x"]')
    ),
]


@pytest.mark.parametrize("bookmark", NO_BOOKMARKS)
def test_a_bookmark_that_is_none_is_refused_and_writes_nothing(hub: Hub, bookmark: str) -> None:
    before = hub.count()
    for document, name in (
        ("{ organizations { totalCount } }", "organizations"),
        (MUTATION, "listOrganization"),
    ):
        response = hub.post(document, token=hub.admin, hub_bookmark=bookmark)
        if bookmark == "W10" and "errors" not in response.json():
            continue
        told: dict[str, Any] = response.json()
        (error,) = told.get("errors") or told["data"][name]["errors"]
        assert (error.get("code") or error["extensions"]["code"]) == "BAD_BOOKMARK"
    assert hub.count() == before


# -- health ----------------------------------------------------------------------------------------


def test_the_hub_says_that_it_lives_and_is_ready(hub: Hub) -> None:
    live, ready = hub.client.get("/health/live"), hub.client.get("/health/ready")
    assert (live.status_code, live.json()) == (200, {"status": "live"})
    assert (ready.status_code, ready.json()) == (200, {"status": "ready"})
    assert live.headers["cache-control"] == ready.headers["cache-control"] == "no-store"


def test_a_graph_of_a_later_version_is_not_ready(hub: Hub) -> None:
    hub.cypher("CREATE (:Migration {name: 'm9999_later'})")
    try:
        response = hub.client.get("/health/ready")
        assert response.status_code == 503
        assert response.json() == {"status": "not ready", "reason": "GRAPH_NEWER", "unknown": ["m9999_later"]}
    finally:
        hub.cypher("MATCH (m:Migration {name: 'm9999_later'}) DELETE m")


def test_a_graph_that_is_not_migrated_is_not_ready(hub: Hub) -> None:
    (row,) = hub.cypher(
        "MATCH (m:Migration) WITH m ORDER BY m.name LIMIT 1 REMOVE m:Migration SET m:Away RETURN m.name AS name"
    )
    try:
        response = hub.client.get("/health/ready")
        assert response.status_code == 503
        assert response.json() == {"status": "not ready", "reason": "NOT_MIGRATED", "pending": [row["name"]]}
    finally:
        hub.cypher("MATCH (m:Away) SET m:Migration REMOVE m:Away")
    assert hub.client.get("/health/ready").status_code == 200


# -- the page for people ---------------------------------------------------------------------------


def test_a_browser_gets_a_page_that_loads_nothing_from_elsewhere(hub: Hub) -> None:
    response = hub.client.get("/graphql", headers={"accept": "text/html,application/xhtml+xml"})
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert not re.search(r"(?:https?:)?//\w", response.text)
    assert "default-src 'self'" in response.headers["content-security-policy"]
    sources = re.findall(r'(?:src|href)="([^"]+)"', response.text)
    assert len(sources) == 5
    kinds = {".css": "text/css", ".js": "text/javascript"}
    for source in sources:
        loaded = hub.client.get(urljoin("/graphql", source))
        assert loaded.status_code == 200
        assert loaded.headers["content-type"].partition(";")[0] == kinds[source[source.rindex(".") :]]
        assert not re.search(r"""(?:import|url)\(\s*["']?https?://""", loaded.text)


def test_the_page_is_for_browsers_without_a_query(hub: Hub) -> None:
    headers = {"accept": "text/html"}
    asked = hub.client.get("/graphql", params={"query": "{ __typename }"}, headers=headers)
    assert asked.json() == {"data": {"__typename": "Query"}}
    assert hub.client.get("/graphql", headers={"accept": JSON}).status_code == 400
