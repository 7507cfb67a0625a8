"""The cookie of a session over https, and whose page a request comes from."""

import pytest
from starlette.requests import Request
from starlette.responses import Response

from hub.http.cookies import Cookies
from hub.settings import Settings

HUB = "https://hub.example.ir"


def request(method: str = "POST", **headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    raw.append((b"host", b"hub.example.ir"))
    server = ("hub.example.ir", 443)
    return Request(
        {"type": "http", "method": method, "headers": raw, "scheme": "http", "server": server, "path": "/"}
    )


def test_over_https_it_is_the_hosts_own_and_travels_by_that_alone() -> None:
    response = Response()
    Cookies(Settings(address=HUB)).put(response, "secret")
    name, *attributes = [part.strip().lower() for part in response.headers["set-cookie"].split(";")]
    assert name == "__host-hub=secret"
    assert {"secure", "httponly", "samesite=lax", "path=/", "max-age=1209600"} <= set(attributes)
    assert not any(part.startswith("domain") for part in attributes)


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({}, None),
        ({"origin": HUB}, True),
        ({"origin": HUB, "sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "none"}, True),
        ({"origin": "http://hub.example.ir"}, False),
        ({"origin": "https://hub.example.ir.evil.example"}, False),
        ({"origin": "https://www.hub.example.ir", "sec_fetch_site": "same-site"}, False),
        ({"origin": HUB, "sec_fetch_site": "cross-site"}, False),
        ({"origin": "null"}, False),
    ],
)
def test_whose_page_asks_is_told_by_the_browser(headers: dict[str, str], own: bool | None) -> None:
    assert Cookies(Settings(address=HUB)).is_own_site(request(**headers)) is own
