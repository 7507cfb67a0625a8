"""Turn what is told into one signed request, as Standard Webhooks has it; its answer is a failure, or none.

It goes to the address that was looked at, whatever the name leads to a moment later; no redirect is followed,
no proxy asked, and of the answer nothing but the status is read.
"""

import asyncio
import base64
import hmac
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from ipaddress import IPv6Address
from urllib.parse import SplitResult, urlsplit

import httpx

from graph.limits import MAXIMUM_TOLD_SECONDS
from graph.model.webhooks import WebhookFailure
from hub.reach import Address, Unreachable, is_public, resolved
from hub.settings import Network

_PREFIX = "whsec_"
_PORTS = {"https": 443, "http": 80}
GONE = 410
"""What an address answers that wants nothing more, ever."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a delivery was not taken; `status` is what was answered, if anything."""

    why: WebhookFailure
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What is told: its id, which stays at every try, and its JSON."""

    id: str
    body: bytes


def signed(message: Message, moment: int, secrets: Sequence[str]) -> dict[str, str]:
    """The headers of a message that is sent at a moment, in seconds since 1970, signed with each secret.

    >>> told = Message("msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}')
    >>> signed(told, 1614265330, ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])["webhook-signature"]
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
    """
    told = f"{message.id}.{moment}.".encode() + message.body
    signatures = (
        base64.b64encode(hmac.digest(base64.b64decode(secret.removeprefix(_PREFIX)), told, sha256)).decode()
        for secret in secrets
    )
    return {
        "content-type": "application/json",
        "user-agent": "knowledge-hub",
        "webhook-id": message.id,
        "webhook-timestamp": str(moment),
        "webhook-signature": " ".join(f"v1,{signature}" for signature in signatures),
    }


async def sent(
    message: Message, address: str, secrets: Sequence[str], now: datetime, networks: Sequence[Network]
) -> Failed | None:
    """Send a message once; why it was not taken, or None where it was."""
    headers = signed(message, int(now.timestamp()), secrets)
    try:
        async with asyncio.timeout(MAXIMUM_TOLD_SECONDS):
            status = await _status(urlsplit(address), message.body, headers, networks)
    except Unreachable:
        return Failed(WebhookFailure.ADDRESS)
    except (TimeoutError, httpx.TimeoutException):
        return Failed(WebhookFailure.TIMEOUT)
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError):
        return Failed(WebhookFailure.CONNECTION)
    return None if httpx.codes.is_success(status) else Failed(WebhookFailure.STATUS, status)


async def _status(
    parts: SplitResult, body: bytes, headers: dict[str, str], networks: Sequence[Network]
) -> int:
    """What an address answers. Raises Unreachable, and as httpx does."""
    host, port = (parts.hostname or "").encode("idna").decode(), parts.port or _PORTS[parts.scheme]
    address = await resolved(host, port, networks)
    if parts.scheme != "https" and is_public(address):
        raise Unreachable
    pinned = parts._replace(netloc=f"{_bracketed(address)}:{port}").geturl()
    named = headers | {"host": host if parts.port is None else f"{host}:{port}"}
    # The certificate has to be that of the name, to which no look-up in between can lead elsewhere.
    more = {"sni_hostname": host}
    async with (
        httpx.AsyncClient(verify=_trusted(), trust_env=False, timeout=MAXIMUM_TOLD_SECONDS) as client,
        client.stream("POST", pinned, content=body, headers=named, extensions=more) as response,
    ):
        return response.status_code


@cache
def _trusted() -> ssl.SSLContext:
    """Whose certificates are believed; reading them takes longer than most deliveries."""
    return ssl.create_default_context()


def _bracketed(address: Address) -> str:
    return f"[{address}]" if isinstance(address, IPv6Address) else str(address)
