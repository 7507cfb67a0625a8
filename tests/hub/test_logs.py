"""The log: a JSON line a request with the number that its answer has, and nothing that anybody said."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from graph.limits import MAXIMUM_PIPELINED
from hub.http.documents import digest_of
from tests.conftest import Neo4j
from tests.running import PATIENT_SECONDS, hub_alone, lines, own_hub

ORIGIN = {"origin": "https://example.org"}
TYPENAME = {"query": "{ __typename }"}


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("log") / "hub.log"


@pytest.fixture(scope="module")
def alone(log: Path) -> Iterator[httpx.Client]:
    """Asks a hub without a database, whose lines go to `log`."""
    names = "hub.example.ir"
    with hub_alone(log=log, HUB_ALLOWED_HOSTS=names) as (_, found), httpx.Client(base_url=found) as client:
        client.headers.update({"host": names, "accept-language": "en"})
        yield client


def line(log: Path, number: str) -> dict[str, Any]:
    """The line of a request, once it is there: it is written after the answer was sent."""
    for _ in range(500):
        found = [one for one in lines(log) if (one["event"], one.get("request")) == ("request", number)]
        if found:
            (one,) = found
            return one
        time.sleep(0.02)
    raise AssertionError(log.read_text("utf-8"))


def facts(one: dict[str, Any]) -> dict[str, Any]:
    """A line without what no two requests share."""
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", one.pop("timestamp"))
    assert (one.pop("level"), one.pop("event")) == ("info", "request")
    assert one.pop("milliseconds") >= one.pop("database", 0) >= 0
    return one


# -- what stands in it -----------------------------------------------------------------------------


def test_a_read_and_a_change_are_told_and_nothing_that_was_said(neo4j_server: Neo4j, tmp_path: Path) -> None:
    log = tmp_path / "hub.log"
    with own_hub(neo4j_server, log=log, HUB_SLOW_MILLISECONDS="600000") as hub:
        organization, token = hub.member("بنیاد ناگفته")
        document = "query Look($words: String!) { search(query: $words) { totalCount } }"
        read = hub.post(document, {"words": "گمشده"}, token)
        refused = hub.post(
            'mutation { publishLesson(input: {id: "les_a", version: 1}) { errors { code } } }', None, token
        )
        wrong = hub.post("{ organizations { totalCount } }", None, "hub_secretword")
        unread = hub.post("{ organizations { naem } }")
        broken = hub.post("{ organizations {")
        found = [
            facts(line(log, response.headers["x-request-id"]))
            for response in (read, refused, wrong, unread, broken)
        ]
        (name,) = [row["id"] for row in hub.cypher("MATCH (t:Token)-[:ACTS_FOR]->() RETURN t.id AS id")]
        common = {"route": "graphql", "method": "POST"}
        known = {**common, "viewer": "member", "token": name, "status": 200}
        assert found[0] == {
            **known,
            "request": read.headers["x-request-id"],
            "operation": "Look",
            "document": digest_of(document),
            "points": read.json()["extensions"]["cost"]["points"],
            "statements": found[0]["statements"],
        }
        # The viewer, the merged organizations, and what was asked.
        assert 1 <= found[0]["statements"] <= 3
        assert found[1]["codes"] == [refused.json()["data"]["publishLesson"]["errors"][0]["code"]]
        assert found[1]["points"] > 2_000
        assert (found[2]["status"], found[2]["viewer"], found[2]["codes"]) == (
            401,
            "unknown",
            ["TOKEN_WRONG"],
        )
        assert (found[3]["viewer"], found[3]["codes"]) == ("anonymous", ["VALIDATION_FAILED"])
        assert found[4]["codes"] == ["SYNTAX_ERROR"]
        assert found[4]["document"] == digest_of("{ organizations {")
    text = log.read_text("utf-8")
    for said in (
        "گمشده",
        "ناگفته",
        token,
        "secretword",
        "naem",
        "127.0.0.1",
        organization,
        neo4j_server.password,
    ):
        assert said not in text
    assert {one["event"] for one in lines(log)} - {"daily_done"} == {"request"}


# -- the number ------------------------------------------------------------------------------------

ANSWERED: list[tuple[str, str, dict[str, Any], int, str, list[str]]] = [
    ("POST", "/graphql", {"json": TYPENAME}, 200, "graphql", []),
    ("GET", "/graphql", {"headers": {"accept": "text/html"}}, 200, "graphql", []),
    ("POST", "/graphql", {"content": b"{"}, 415, "graphql", ["UNSUPPORTED_MEDIA_TYPE"]),
    (
        "POST",
        "/graphql",
        {"json": {"query": "{ organizations { totalCount } }"}},
        503,
        "graphql",
        ["DATABASE_UNAVAILABLE"],
    ),
    (
        "OPTIONS",
        "/graphql",
        {"headers": {**ORIGIN, "access-control-request-method": "POST"}},
        200,
        "graphql",
        [],
    ),
    ("GET", "/health/live", {}, 200, "health", []),
    ("GET", "/health/ready", {}, 503, "health", []),
    ("GET", "/static/graphiql/start.js", {}, 200, "static", []),
    ("GET", "/somebody's/name", {}, 404, "none", ["NOT_FOUND_HERE"]),
    ("PUT", "/graphql", {}, 405, "graphql", ["METHOD_NOT_ALLOWED"]),
    ("GET", "/graphql", {"headers": {"host": "other.example.ir"}}, 421, "graphql", ["HOST_NOT_ALLOWED"]),
]


@pytest.mark.parametrize(("method", "path", "more", "status", "route", "codes"), ANSWERED)
def test_every_answer_has_a_number_and_a_line(
    alone: httpx.Client,
    log: Path,
    method: str,
    path: str,
    more: dict[str, Any],
    status: int,
    route: str,
    codes: list[str],
) -> None:
    response = alone.request(method, path, **more)
    (number,) = response.headers.get_list("x-request-id")
    assert re.fullmatch("[0-9a-f]{12}", number)
    told = line(log, number)
    assert (response.status_code, told["status"]) == (status, status)
    assert (told["route"], told.get("codes", [])) == (route, codes)
    assert told["method"] == (method if method != "PUT" else "other")


@pytest.mark.parametrize("number", ["a", "7f3a-01.B_", "x" * 64])
def test_a_number_that_came_along_is_kept(alone: httpx.Client, log: Path, number: str) -> None:
    response = alone.post("/graphql", json=TYPENAME, headers={"x-request-id": number})
    assert response.headers.get_list("x-request-id") == [number]
    assert line(log, number)["status"] == 200


@pytest.mark.parametrize(
    "number", ["", "x" * 65, "two words", "a/b", 'a"b', "a\tb", "ا".encode().decode("latin-1")]
)
def test_a_number_that_could_be_anything_is_not(alone: httpx.Client, log: Path, number: str) -> None:
    response = alone.get("/health/live", headers=[(b"x-request-id", number.encode("latin-1"))])
    (made,) = response.headers.get_list("x-request-id")
    assert re.fullmatch("[0-9a-f]{12}", made)
    assert line(log, made)["route"] == "health"


def test_of_two_numbers_neither_is_kept(alone: httpx.Client) -> None:
    response = alone.get("/health/live", headers=[("x-request-id", "a"), ("x-request-id", "b")])
    assert re.fullmatch("[0-9a-f]{12}", response.headers["x-request-id"])


# -- what never became an answer -------------------------------------------------------------------


@contextmanager
def sending(client: httpx.Client, text: bytes) -> Iterator[socket.socket]:
    place = urlsplit(str(client.base_url))
    with socket.create_connection((place.hostname or "", place.port or 0), PATIENT_SECONDS) as line:
        line.sendall(text)
        yield line


def number_in(answer: bytes) -> str:
    (number,) = re.findall(rb"\r\nx-request-id: (\S+)\r\n", answer)
    return str(number.decode())


HEAD = b"POST /graphql HTTP/1.1\r\nhost: hub.example.ir\r\ncontent-type: application/json\r\n"


@pytest.mark.parametrize(
    ("text", "status", "code", "route"),
    [
        (b"NO HTTP\r\n\r\n", 400, "HTTP_MALFORMED", "none"),
        (b"GET http://[::1 HTTP/1.1\r\nhost: hub.example.ir\r\n\r\n", 400, "HTTP_MALFORMED", "none"),
        (b"CONNECT a HTTP/1.1\r\nhost: hub.example.ir\r\n\r\n", 400, "HTTP_MALFORMED", "none"),
        (b"GET / HTTP/1.1\r\nx-request-id: mine\r\nx: " + b"a" * 70_000, 431, "HEAD_TOO_LARGE", "none"),
        (HEAD + b"transfer-encoding: chunked\r\n\r\nzz\r\n", 400, "HTTP_MALFORMED", "graphql"),
        (HEAD + b"content-length: 9999999\r\n\r\n", 413, "BODY_TOO_LARGE", "graphql"),
    ],
)
def test_what_is_refused_before_it_is_read_has_a_number_and_one_line(
    alone: httpx.Client, log: Path, text: bytes, status: int, code: str, route: str
) -> None:
    with sending(alone, text) as connection:
        number = number_in(connection.recv(65_536))
    told = line(log, number)
    assert (told["status"], told["codes"], told["route"]) == (status, [code], route)
    assert "lost" not in told


def test_who_is_too_slow_has_a_line(tmp_path: Path) -> None:
    log = tmp_path / "hub.log"
    more = {"HUB_BODY_SECONDS": "1", "HUB_HEAD_SECONDS": "1"}
    with hub_alone(log=log, **more) as (_, address), httpx.Client(base_url=address) as client:
        for text, status, code in (
            (HEAD + b"content-length: 9\r\n\r\n{", 408, "BODY_TOO_SLOW"),
            (b"GET / HTTP/1.1\r\nx: ", 408, "HEAD_TOO_SLOW"),
        ):
            with sending(client, text) as connection:
                told = line(log, number_in(connection.recv(65_536)))
                assert (told["status"], told["codes"]) == (status, [code])


def test_who_is_one_too_many_has_a_line(tmp_path: Path) -> None:
    log = tmp_path / "hub.log"
    with hub_alone(log=log, HUB_CONNECTIONS="1") as (_, address), httpx.Client(base_url=address) as client:
        assert client.get("/health/live").status_code == 200
        with sending(client, b"") as another:
            told = line(log, number_in(another.recv(65_536)))
            assert (told["status"], told["codes"], told["route"]) == (503, ["HUB_FULL"], "none")


def test_a_client_that_has_gone_is_told_of(alone: httpx.Client, log: Path) -> None:
    # The database is waited for, and nobody waits for the answer.
    body = json.dumps({"query": "{ organizations { totalCount } }"}).encode()
    with sending(alone, HEAD + b"x-request-id: gone\r\ncontent-length: %d\r\n\r\n" % len(body) + body):
        time.sleep(0.1)
    told = line(log, "gone")
    assert (told["lost"], told.get("status"), told["codes"]) == (True, None, ["DATABASE_UNAVAILABLE"])
    # So it is in the middle of a body.
    with sending(alone, HEAD + b"x-request-id: left\r\ncontent-length: 99\r\n\r\n{"):
        time.sleep(0.1)
    assert line(log, "left")["lost"] is True


def test_an_answer_that_nobody_takes_is_told_of(tmp_path: Path) -> None:
    log = tmp_path / "hub.log"
    with hub_alone(log=log, HUB_STALL_SECONDS="1") as (_, address), httpx.Client(base_url=address) as client:
        asked = b"GET /static/graphiql/graphiql.min.js HTTP/1.1\r\nhost: hub\r\nx-request-id: unread\r\n\r\n"
        with sending(client, asked * MAXIMUM_PIPELINED):
            for _ in range(1_000):
                cut = [one for one in lines(log) if one["event"] == "answer_not_taken"]
                if cut:
                    break
                time.sleep(0.02)
        assert [one["request"] for one in cut] == ["unread"]


# -- which of them ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("logged", "kept"), [("failed", ["bad"]), ("none", [])])
def test_lines_can_be_left_out(tmp_path: Path, logged: str, kept: list[str]) -> None:
    log = tmp_path / "hub.log"
    with hub_alone(log=log, HUB_LOG_REQUESTS=logged) as (_, address):
        for number, query in (("good", "{ __typename }"), ("bad", "{ nothing }")):
            answer = httpx.post(f"{address}/graphql", json={"query": query}, headers={"x-request-id": number})
            assert answer.headers["x-request-id"] == number
    assert [one["request"] for one in lines(log) if one["event"] == "request"] == kept


def test_a_disk_without_room_for_the_log_costs_no_answer() -> None:
    with hub_alone(log=Path("/dev/full")) as (_, address), httpx.Client(base_url=address) as client:
        for _ in range(50):
            answer = client.post("/graphql", json=TYPENAME)
            assert answer.json() == {"data": {"__typename": "Query"}}
            assert "connection" not in answer.headers


# -- what others say -------------------------------------------------------------------------------

NOISE = """
import asyncio, logging, warnings
from hub.log import configure
configure()
configure()
logging.getLogger("neo4j.pool").warning("a connection\\nof personal text")
logging.getLogger("neo4j.pool").info("too much")
logging.getLogger("uvicorn.error").warning("a line a client got wrong")
warnings.warn("old", DeprecationWarning, stacklevel=1)

async def lost():
    raise KeyError("personal text")

def failing():
    try:
        {}["personal text"]
    except KeyError as error:
        raise ValueError("personal text") from error

try:
    failing()
except ValueError:
    logging.getLogger("uvicorn.error").exception("Exception in ASGI application\\n")
try:
    None.title
except AttributeError as error:
    logging.getLogger("strawberry").error("x" * 1000, exc_info=error)

async def main():
    asyncio.get_running_loop().call_soon(failing)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
asyncio.run(main())
"""


def test_what_libraries_log_is_one_line_and_repeats_no_value() -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "default", "-c", NOISE], capture_output=True, text=True, check=True
    )
    assert "personal" not in ran.stderr
    told = [json.loads(one) for one in ran.stderr.splitlines()]
    assert {one["event"] for one in told} == {"library"}
    assert [(one["logger"], one["level"]) for one in told] == [
        ("neo4j.pool", "warning"),
        ("py.warnings", "warning"),
        ("uvicorn.error", "error"),
        ("strawberry", "error"),
        ("asyncio", "error"),
    ]
    assert told[0]["said"] == "a connection"
    assert told[1]["said"].endswith("DeprecationWarning: old")
    assert [part.split(":")[0] for part in told[2]["trace"] if part[0] != " "] == ["KeyError", "ValueError"]
    assert told[3]["trace"][0] == "AttributeError: 'NoneType' object has no attribute 'title'"
    assert len(told[3]["said"]) == 300


BROKEN = """
from starlette.testclient import TestClient
from hub import app
from hub.settings import Settings

async def broken(_self, _request):
    raise RuntimeError("inner words")

app.GraphQLEndpoint.__call__ = broken
with TestClient(app.create_app(Settings("bolt://127.0.0.1:1", "", ""))) as client:
    answer = client.post("/graphql", headers={"accept-language": "en", "x-request-id": "mine"})
print(answer.status_code, answer.headers["x-request-id"], "with mine." in answer.text)
"""


def test_a_fault_of_the_hub_is_logged_with_its_place_and_not_with_its_words() -> None:
    ran = subprocess.run([sys.executable, "-c", BROKEN], capture_output=True, text=True, check=True)
    assert ran.stdout == "500 mine True\n"
    fault, request = map(json.loads, ran.stderr.splitlines()[-2:])
    assert (fault["event"], fault["request"], fault["trace"][0]) == ("internal_error", "mine", "RuntimeError")
    assert fault["trace"][-1] == "  <string>:7 broken"
    assert (request["status"], request["codes"], request["request"]) == (500, ["INTERNAL"], "mine")
