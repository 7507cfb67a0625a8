"""Connections: whoever sends too much, too slowly or too often is told so, and is not waited for."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from graph.limits import MAXIMUM_HEAD, MAXIMUM_PIPELINED
from hub.http.connections import counted
from hub.settings import Settings
from tests.running import PATIENT_SECONDS, hub_alone

ROOT = Path(__file__).parents[2]
TYPENAME = b'{"query": "{ __typename }"}'
HEAD = b"POST /graphql HTTP/1.1\r\nhost: hub\r\naccept-language: en\r\ncontent-type: application/json\r\n"
ASKED = HEAD + b"content-length: %d\r\n\r\n" % len(TYPENAME) + TYPENAME
LIVE = b"GET /health/live HTTP/1.1\r\nhost: hub\r\n\r\n"
FILE = b"GET /static/graphiql/graphiql.min.js HTTP/1.1\r\nhost: hub\r\n\r\n"
ANSWER = {"data": {"__typename": "Query"}}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A hub with the limits that every hub has."""
    with hub_alone() as (_, found):
        yield found


@pytest.fixture(scope="module")
def hasty() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A hub that waits for nothing longer than a second."""
    names = ("HEAD", "BODY", "IDLE", "STALL")
    with hub_alone(**{f"HUB_{name}_SECONDS": "1" for name in names}) as found:
        yield found


@contextmanager
def connected(address: str, source: str = "127.0.0.1") -> Iterator[socket.socket]:
    place = urlsplit(address)
    with socket.create_connection(
        (place.hostname or "", place.port or 0), PATIENT_SECONDS, source_address=(source, 0)
    ) as client:
        yield client


def said(client: socket.socket) -> bytes:
    """All that comes until the hub closes."""
    parts = []
    while part := client.recv(65_536):
        parts.append(part)
    return b"".join(parts)


def taken(client: socket.socket) -> bytes:
    """One whole answer, or what comes of it until the hub closes."""
    text = b""
    while part := client.recv(65_536):
        text += part
        head, end, body = text.partition(b"\r\n\r\n")
        if end and len(body) == int(head.partition(b"content-length: ")[2].split(b"\r\n")[0]):
            break
    return text


def answers(text: bytes) -> list[tuple[int, dict[str, str], Any]]:
    """The status, the headers and the JSON of each answer."""
    found = []
    while text:
        head, _, rest = text.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines)
        size = int(headers["content-length"])
        found.append((int(first.split()[1]), headers, json.loads(rest[:size])))
        text = rest[size:]
    return found


def refused(text: bytes) -> tuple[int, str, str]:
    """The status, the code and the text of the only answer; it is as safe as any, and the last."""
    ((status, headers, body),) = answers(text)
    assert headers["connection"] == "close"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-type"] == "application/json"
    (error,) = body["errors"]
    return status, error["extensions"]["code"], error["message"]


def sent(client: socket.socket, *parts: bytes) -> None:
    """Send as much as the hub takes."""
    try:
        for part in parts:
            client.sendall(part)
    except OSError:
        return


# -- what is too large -----------------------------------------------------------------------------

TOO_LARGE = (
    431,
    "HEAD_TOO_LARGE",
    "The first line and the headers of the request are larger than 65536 bytes. Shorten them, and send the query by POST.",
)


@pytest.mark.parametrize(
    "more",
    [
        b"x: " + b"a" * MAXIMUM_HEAD + b"\r\ncontent-length: 0\r\n\r\n",
        b"".join(b"x%d: a\r\n" % number for number in range(8_000)) + b"content-length: 0\r\n\r\n",
        b"x: " + b"a" * MAXIMUM_HEAD,
        b"a" * MAXIMUM_HEAD,
    ],
    ids=["one header", "many headers", "no end of a header", "no end of a name"],
)
def test_a_head_that_is_too_large_is_refused(address: str, more: bytes) -> None:
    with connected(address) as client:
        sent(client, HEAD, more)
        assert refused(said(client)) == TOO_LARGE


def test_a_head_of_sixty_megabytes_is_not_kept(hasty: tuple[subprocess.Popen[str], str]) -> None:
    process, address = hasty
    before = memory(process)
    with connected(address) as client:
        sent(client, HEAD, b"x: ", *[b"a" * 1_000_000] * 60)
        assert memory(process) - before < 20_000
    assert httpx.get(f"{address}/health/live").status_code == 200


def memory(process: subprocess.Popen[str]) -> int:
    """What it takes of the machine's memory, in kilobytes."""
    lines = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8").splitlines()
    (found,) = (line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return int(found)


def test_a_long_address_is_refused_in_persian_where_no_language_has_come(address: str) -> None:
    with connected(address) as client:
        sent(client, b"GET /graphql?query=" + b"a" * MAXIMUM_HEAD)
        status, code, text = refused(said(client))
    assert (status, code) == TOO_LARGE[:2]
    assert text.startswith("سطر نخست و سرآیندهای درخواست از ۶۵۵۳۶ بایت بزرگ‌تر است.")


def test_a_head_of_just_the_size_is_answered(address: str) -> None:
    start, end = HEAD + b"x: ", b"\r\nconnection: close\r\ncontent-length: %d\r\n\r\n" % len(TYPENAME)
    with connected(address) as client:
        client.sendall(start + b"a" * (MAXIMUM_HEAD - len(start + end)) + end + TYPENAME)
        ((status, _, body),) = answers(said(client))
    assert (status, body) == (200, ANSWER)


CHUNKED = HEAD + b"transfer-encoding: chunked\r\n"
CHUNK = b"%x\r\n%b\r\n0\r\n" % (len(TYPENAME), TYPENAME)


def test_what_follows_a_body_is_bounded(address: str) -> None:
    with connected(address) as client:
        sent(client, CHUNKED + b"\r\n" + CHUNK, *[b"x: " + b"a" * 50_000] * 5)
        assert refused(said(client)) == TOO_LARGE


def test_what_follows_a_body_is_no_header(address: str) -> None:
    with connected(address) as client:
        client.sendall(
            CHUNKED.replace(b": en", b": fa")
            + b"connection: close\r\n\r\n"
            + CHUNK
            + b"accept-language: en\r\n\r\n"
        )
        ((status, headers, body),) = answers(said(client))
    assert (status, headers["content-language"], body) == (200, "fa", ANSWER)


@pytest.mark.parametrize(
    "text", [b"\x16\x03\x01\x02\x00", b"GRAPH / HTTP/1.1\r\n\r\n", b"GET / HTTP/x\r\n\r\n"]
)
def test_what_is_no_http_is_refused_with_a_code(address: str, text: bytes) -> None:
    with connected(address) as client:
        client.sendall(text)
        assert refused(said(client))[:2] == (400, "HTTP_MALFORMED")


# -- what is too slow ------------------------------------------------------------------------------

LATE = (408, "HEAD_TOO_SLOW", "The head of the request did not come within 1 seconds. Send it at once.")


def trickled(client: socket.socket, part: bytes) -> bytes:
    """Send `part` again and again, and what came until the hub closed."""
    client.settimeout(0.1)
    found = b""
    while True:
        try:
            client.sendall(part)
            more = client.recv(65_536)
        except TimeoutError:
            continue
        except OSError:
            return found
        if not more:
            return found
        found += more


def test_a_head_that_stays_half_is_refused(hasty: tuple[subprocess.Popen[str], str]) -> None:
    with connected(hasty[1]) as client:
        client.sendall(HEAD)
        assert refused(said(client)) == LATE


def test_a_head_is_refused_however_often_a_little_comes(hasty: tuple[subprocess.Popen[str], str]) -> None:
    with connected(hasty[1]) as client:
        client.sendall(HEAD)
        assert refused(trickled(client, b"x: a\r\n")) == LATE


def test_a_connection_on_which_nothing_comes_is_closed(hasty: tuple[subprocess.Popen[str], str]) -> None:
    with connected(hasty[1]) as client:
        assert said(client) == b""


SLOW_BODY = HEAD + b"content-length: 1000\r\n\r\n{"


@pytest.mark.parametrize(
    "more", [said, lambda client: trickled(client, b" ")], ids=["half", "little by little"]
)
def test_a_body_that_does_not_come_is_refused(
    hasty: tuple[subprocess.Popen[str], str], more: Callable[[socket.socket], bytes]
) -> None:
    with connected(hasty[1]) as client:
        client.sendall(SLOW_BODY)
        assert refused(more(client)) == (
            408,
            "BODY_TOO_SLOW",
            "The body of the request did not come within 1 seconds. Split it.",
        )


def test_three_hundred_half_sent_bodies_do_not_stay(hasty: tuple[subprocess.Popen[str], str]) -> None:
    process, address = hasty
    before = files(process)
    with ExitStack() as stack:
        clients = [stack.enter_context(connected(address)) for _ in range(300)]
        for client in clients:
            client.sendall(SLOW_BODY)
        assert {refused(said(client))[0] for client in clients} == {408}
        until(lambda: files(process) <= before)


def files(process: subprocess.Popen[str]) -> int:
    """How many files and connections it has open."""
    return len(list(Path(f"/proc/{process.pid}/fd").iterdir()))


def until(holds: Callable[[], bool]) -> None:
    """Return once it holds."""
    deadline = time.monotonic() + PATIENT_SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("rest", [b"", b"\r\n", b"x", b"GET "])
def test_an_answered_connection_is_closed_whatever_little_comes(
    hasty: tuple[subprocess.Popen[str], str], rest: bytes
) -> None:
    with connected(hasty[1]) as client:
        client.sendall(LIVE)
        text = taken(client)
        client.sendall(rest)
        first, *others = answers(text + said(client))
    assert first[0] == 200
    assert {status for status, _, _ in others} <= {400, 408}


def test_a_body_that_nobody_reads_is_not_waited_for(hasty: tuple[subprocess.Popen[str], str]) -> None:
    for more in (said, lambda client: trickled(client, b" ")):
        with connected(hasty[1]) as client:
            client.sendall(b"POST /nowhere HTTP/1.1\r\nhost: hub\r\ncontent-length: 100000\r\n\r\n")
            ((status, _, _),) = answers(more(client))
            assert status == 404


def test_an_answer_that_is_not_taken_is_cut(hasty: tuple[subprocess.Popen[str], str]) -> None:
    process, address = hasty
    before = files(process)
    with connected(address) as client:
        client.sendall(FILE * MAXIMUM_PIPELINED)
        until(lambda: files(process) > before)
        until(lambda: files(process) <= before)


def test_an_answer_that_is_taken_little_by_little_comes_whole(
    hasty: tuple[subprocess.Popen[str], str],
) -> None:
    file = (ROOT / "hub/http/static/graphiql/graphiql.min.js").read_bytes()
    place = urlsplit(hasty[1])
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32_768)
        client.connect((place.hostname, place.port))
        client.sendall(FILE * 10)
        slowly_until, text = time.monotonic() + 5, b""
        while part := client.recv(65_536):
            text += part
            if time.monotonic() < slowly_until:
                time.sleep(0.01)
    assert text.count(b"HTTP/1.1 200 OK") == 10
    assert text.endswith(file)


# -- one after the other ---------------------------------------------------------------------------


def test_a_connection_is_used_again_and_requests_are_answered_in_their_order(address: str) -> None:
    with connected(address) as client:
        client.sendall(ASKED)
        assert answers(taken(client))[0][2] == ANSWER
        client.sendall(ASKED + LIVE + ASKED.replace(b"host: hub", b"connection: close"))
        found = answers(said(client))
    assert [body for _, _, body in found] == [ANSWER, {"status": "live"}, ANSWER]


def test_a_connection_stays_what_it_is(address: str) -> None:
    upgrade = b"connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: eHh4\r\n"
    with connected(address) as client:
        for more in (upgrade, b""):
            client.sendall(LIVE.replace(b"host: hub\r\n", b"host: hub\r\n" + more))
            assert answers(taken(client))[0][2] == {"status": "live"}


def test_no_more_wait_on_a_connection_than_may(address: str) -> None:
    with connected(address) as client:
        client.sendall(LIVE * 200)
        found = answers(said(client))
    assert [status for status, _, _ in found] == [200] * (MAXIMUM_PIPELINED + 1)


def test_what_was_asked_before_is_answered_before_the_connection_ends(address: str) -> None:
    for wrong in (b"\x16\x03\r\n\r\n", b"GET / HTTP/1.1\r\nx: " + b"a" * MAXIMUM_HEAD + b"\r\n\r\n"):
        with connected(address) as client:
            sent(client, ASKED + wrong)
            (status, _, body), *more = answers(said(client))
        assert (status, body) == (200, ANSWER)
        # The rest may have come in one piece with what was asked, or after the answer.
        assert {status for status, _, _ in more} <= {400, 431}


# -- how many --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def crowded() -> Iterator[str]:
    """A hub with room for three connections of an address, and for five in all."""
    with hub_alone(HUB_TRUSTED_PROXIES="none", HUB_ADDRESS_CONNECTIONS="3", HUB_CONNECTIONS="5") as (
        _,
        found,
    ):
        yield found


def opened(address: str, stack: ExitStack, source: str = "127.0.0.1") -> socket.socket:
    """A connection that the hub waits on: half of a head has come."""
    client = stack.enter_context(connected(address, source))
    client.sendall(HEAD)
    return client


def test_one_address_has_no_more_connections_than_it_may(crowded: str) -> None:
    with ExitStack() as stack:
        first, *_ = [opened(crowded, stack) for _ in range(3)]
        with connected(crowded) as fourth:
            assert refused(said(fourth))[:2] == (429, "TOO_MANY_CONNECTIONS")
        with connected(crowded, "127.0.0.2") as other:
            other.sendall(ASKED)
            assert answers(taken(other))[0][2] == ANSWER
        first.close()
        until(lambda: is_answered(crowded))


def is_answered(address: str, source: str = "127.0.0.1") -> bool:
    with connected(address, source) as client:
        sent(client, ASKED)
        return answers(taken(client))[0][2] == ANSWER


def test_all_together_have_no_more_connections_than_they_may(crowded: str) -> None:
    with ExitStack() as stack:
        for source in ("127.0.0.2", "127.0.0.3"):
            until(partial(is_answered, crowded, source))
            for _ in range(2):
                opened(crowded, stack, source)
        last = opened(crowded, stack, "127.0.0.4")
        with connected(crowded, "127.0.0.5") as sixth:
            assert refused(said(sixth))[:2] == (503, "HUB_FULL")
        last.close()
        until(lambda: is_answered(crowded, "127.0.0.5"))


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("10.1.2.3", None),
        ("::ffff:10.1.2.3", None),
    ],
)
def test_a_connection_is_counted_for_whoever_has_its_address(host: str, name: str | None) -> None:
    assert counted(host, Settings("", "", "", trusted_proxies=(ip_network("10.0.0.0/8"),))) == name
    assert counted(host, Settings("", "", "", address_connections=0)) is None


# -- who asks --------------------------------------------------------------------------------------

ASKER = """
import sys
from starlette.responses import PlainTextResponse
from hub import app
from hub.up import serve_only

async def told(_self, request):
    return PlainTextResponse(request.client.host)

app.GraphQLEndpoint.__call__ = told
sys.exit(serve_only("127.0.0.1", 0))
"""


@pytest.mark.parametrize(
    ("proxies", "asker"),
    [("127.0.0.1", "192.0.2.7"), ("127.0.0.0/8, 192.0.2.0/24", "198.51.100.1"), ("none", "127.0.0.1")],
)
def test_a_proxy_is_believed_if_it_is_trusted(
    monkeypatch: pytest.MonkeyPatch, proxies: str, asker: str
) -> None:
    monkeypatch.setenv("HUB_TRUSTED_PROXIES", proxies)
    with subprocess.Popen([sys.executable, "-c", ASKER], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().removeprefix("Serving on ").strip()
        headers = {"x-forwarded-for": "198.51.100.1, 192.0.2.7"}
        try:
            assert httpx.get(f"{address}/graphql", headers=headers).text == asker
        finally:
            process.terminate()
