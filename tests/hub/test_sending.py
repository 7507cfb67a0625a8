"""A delivery goes to the address that was looked at, and to no other: not inside, not elsewhere, not for long."""

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from graph.model.webhooks import WebhookFailure
from hub.reach import is_allowed, is_public
from hub.settings import Network
from hub.telling import sending
from hub.telling.sending import Failed, Message, sent
from tests.receiver import receiving

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
_PATIENT_SECONDS = 60
LOOPBACK = (ip_network("127.0.0.0/8"),)
MESSAGE = Message("eve_1", b'{"type":"LESSON_PUBLISHED"}')


def delivered(address: str, networks: tuple[Network, ...] = LOOPBACK) -> Failed | None:
    return asyncio.run(sent(MESSAGE, address, [SECRET], datetime.now(UTC), networks))


@pytest.mark.parametrize(
    "given",
    [
        *("0.0.0.0", "10.1.2.3", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1"),  # noqa: S104
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fe80::1", "fc00::1", "fd12::1"),
        *("fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::1"),
    ],
)
def test_an_address_that_is_not_public_is_none(given: str) -> None:
    assert not is_public(ip_address(given))
    assert not is_allowed(ip_address(given), (ip_network("192.168.77.0/24"),))


def test_a_public_address_is_one_and_a_network_is_allowed_by_its_name_alone() -> None:
    assert is_public(ip_address("93.184.216.34"))
    assert is_public(ip_address("2606:2800:220:1:248:1893:25c8:1946"))
    assert is_allowed(ip_address("10.1.2.3"), (ip_network("10.1.0.0/16"),))
    assert not is_allowed(ip_address("10.2.2.3"), (ip_network("10.1.0.0/16"),))
    assert not is_allowed(ip_address("::ffff:10.1.2.3"), (ip_network("10.1.0.0/16"),))


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[list[str]]]:
    """What the system's look-up answers of a name: each list once, the last from then on."""
    known: dict[str, list[list[str]]] = {}
    real = socket.getaddrinfo

    def found(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        if host not in known:
            return real(host, port, *rest, **more)
        answers = known[host].pop(0) if len(known[host]) > 1 else known[host][0]
        return [entry for one in answers for entry in real(one, port, *rest, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    return known


def test_a_name_that_leads_inside_is_not_sent_to(names: dict[str, list[list[str]]]) -> None:
    with receiving() as receiver:
        port = urlsplit(receiver.address).port
        names["inside.example.ir"] = [["127.0.0.1"]]
        names["both.example.ir"] = [["93.184.216.34", "127.0.0.1"]]
        for name in ("inside", "both"):
            told = delivered(f"https://{name}.example.ir:{port}/told", ())
            assert told == Failed(WebhookFailure.ADDRESS)
        assert delivered("https://nowhere.invalid/told") == Failed(WebhookFailure.ADDRESS)
        assert receiver.received == []


def test_over_http_nothing_goes_out_of_the_networks_that_are_allowed(
    names: dict[str, list[list[str]]],
) -> None:
    names["outside.example.ir"] = [["93.184.216.34"]]
    begun = time.monotonic()
    assert delivered("http://outside.example.ir/told") == Failed(WebhookFailure.ADDRESS)
    assert time.monotonic() - begun < _PATIENT_SECONDS


def test_what_a_name_leads_to_is_looked_up_once(
    names: dict[str, list[list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(variable, "http://127.0.0.1:1")
    with receiving() as receiver:
        port = urlsplit(receiver.address).port
        names["moves.example.ir"] = [["127.0.0.1"], ["127.0.0.99"]]
        assert delivered(f"http://moves.example.ir:{port}/told?a=b") is None
        (one,) = receiver.received
        assert (one.path, one.headers["host"]) == ("/told?a=b", f"moves.example.ir:{port}")
        assert one.is_signed(SECRET)
        assert names["moves.example.ir"] == [["127.0.0.99"]]


def test_a_redirect_is_an_answer_and_nobody_goes_there() -> None:
    with receiving() as receiver, receiving() as elsewhere:
        receiver.answers, receiver.location = [307], elsewhere.address
        assert delivered(receiver.address) == Failed(WebhookFailure.STATUS, 307)
        assert elsewhere.received == []


def test_whoever_does_not_answer_in_time_has_not_taken_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "MAXIMUM_TOLD_SECONDS", 0.5)
    with receiving() as receiver:
        receiver.pause = 30.0
        begun = time.monotonic()
        assert delivered(receiver.address) == Failed(WebhookFailure.TIMEOUT)
        assert time.monotonic() - begun < receiver.pause
    assert delivered("http://127.0.0.1:1/told") == Failed(WebhookFailure.CONNECTION)


@contextmanager
def saying(answer: bytes) -> Iterator[str]:
    """The address of what answers with these bytes, and then keeps the connection open."""
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answered() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(answer)
                ended.wait(_PATIENT_SECONDS)

        thread = threading.Thread(target=answered, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/told"
        ended.set()
        thread.join()


def test_of_an_answer_nothing_but_its_status_is_read() -> None:
    begun = time.monotonic()
    with saying(b"HTTP/1.1 204 No Content\r\n\r\n") as address:
        assert delivered(address) is None
    with saying(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\nabc") as address:
        assert delivered(address) is None
    with saying(b"220 mail.example.ir at your service\r\n\r\n") as address:
        assert delivered(address) == Failed(WebhookFailure.CONNECTION)
    with saying(b"HTTP/1.1 200 OK\r\nx: " + b"a" * 200_000) as address:
        assert delivered(address) == Failed(WebhookFailure.CONNECTION)
    assert time.monotonic() - begun < _PATIENT_SECONDS


def _certified(folder: Path, name: str) -> ssl.SSLContext:
    """A certificate of a name or an address of this machine, signed by itself; its file is `{name}.pem`."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    try:
        alternative: x509.GeneralName = x509.IPAddress(ip_address(name))
    except ValueError:
        alternative = x509.DNSName(name)
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file, secret = folder / f"{name}.pem", folder / f"{name}.key"
    file.write_bytes(made.public_bytes(Encoding.PEM))
    secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, secret)
    return context


def test_the_certificate_is_that_of_the_name_whatever_the_address(
    tmp_path: Path, names: dict[str, list[list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    context = _certified(tmp_path, "told.example.ir")
    names["told.example.ir"] = names["other.example.ir"] = [["127.0.0.1"]]
    with receiving(context) as receiver:
        port = urlsplit(receiver.address).port
        assert delivered(f"https://told.example.ir:{port}/told") == Failed(WebhookFailure.CONNECTION)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "told.example.ir.pem"))
        sending._trusted.cache_clear()
        try:
            assert delivered(f"https://told.example.ir:{port}/told") is None
            assert delivered(f"https://other.example.ir:{port}/told") == Failed(WebhookFailure.CONNECTION)
        finally:
            sending._trusted.cache_clear()
        assert [one.headers["host"] for one in receiver.received] == [f"told.example.ir:{port}"]
