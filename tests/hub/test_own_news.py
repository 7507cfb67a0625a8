"""A person's subscriptions, over WebSockets and event streams: by the session of a page of the hub alone."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.browser import Browser, Mailbox, joined
from tests.hub.listening import EVENTS, Socket, opened, streaming
from tests.running import Hub

pytestmark = pytest.mark.mails

NEWS = (
    "subscription($after: String) { notifications(after: $after)"
    " { event { kind subject { ... on Lesson { id } } } reasons { follow { id } } } }"
)


@pytest.fixture(scope="module")
def author(hub: Hub) -> tuple[str, str]:
    return hub.member("صنف روان")


@pytest.fixture
def reader(hub: Hub, mailbox: Mailbox, author: tuple[str, str]) -> Browser:
    """Somebody who follows the author."""
    mailbox.unread()
    organization = hub.organization("انجمن خوانا")
    reader = joined(hub, mailbox, organization, f"{organization[-8:].lower()}@example.ir")
    reader.done("follow", {"id": author[0]}, "id")
    return reader


def published(hub: Hub, token: str, visibility: str = "MEMBERS") -> str:
    """A published lesson's id."""
    given = {"statement": "بسنجید", "recommendation": "چنین کنید.", "source": "گزارش"}
    made = hub.done("createLesson", given, "lesson { id version }", token)
    hub.done("publishLesson", made | {"visibility": visibility}, "lesson { id }", token)
    return str(made["id"])


@contextmanager
def signed_in(reader: Browser, **headers: str) -> Iterator[Socket]:
    """A WebSocket that a page opens in a browser with a session."""
    cookie = {"cookie": f"hub={reader.secret}"}
    with opened(reader.hub.address, **(cookie | headers)) as socket:
        socket.say(type="connection_init", payload={"Accept-Language": "en"})
        yield socket


def subjects(told: list[dict[str, Any]]) -> list[tuple[str, str]]:
    events = [one["data"]["notifications"]["event"] for one in told]
    return [(event["kind"], event["subject"]["id"]) for event in events]


def test_notifications_come_as_they_happen_and_go_on_from_a_cursor(
    hub: Hub, reader: Browser, author: tuple[str, str]
) -> None:
    with signed_in(reader, origin=hub.address) as socket:
        assert socket.heard() == {"type": "connection_ack"}
        socket.subscribe("a", NEWS)
        published(hub, author[1], "ORGANIZATION")
        first = published(hub, author[1])
        before = published(hub, author[1])
        told = socket.told(2)
        assert subjects(told) == [("LESSON_PUBLISHED", first), ("LESSON_PUBLISHED", before)]
        assert all(one["data"]["notifications"]["reasons"] for one in told)
        assert socket.is_quiet()
    second = published(hub, author[1])
    with signed_in(reader, origin=hub.address) as socket:
        assert socket.heard() == {"type": "connection_ack"}
        socket.subscribe("a", NEWS, after=told[0]["extensions"]["cursor"])
        assert subjects(socket.told(2)) == [("LESSON_PUBLISHED", before), ("LESSON_PUBLISHED", second)]


def test_what_is_unfollowed_is_told_no_more_from_then_on(
    hub: Hub, reader: Browser, author: tuple[str, str]
) -> None:
    with signed_in(reader, origin=hub.address) as socket:
        assert socket.heard() == {"type": "connection_ack"}
        socket.subscribe("a", NEWS)
        published(hub, author[1])
        follow = socket.told(1)[0]["data"]["notifications"]["reasons"][0]["follow"]["id"]
        reader.done("unfollow", {"id": follow}, "done")
        published(hub, author[1])
        assert socket.is_quiet()


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {},
        {"origin": "null"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"},
    ],
)
def test_no_other_page_opens_a_socket_with_a_session(reader: Browser, headers: dict[str, str]) -> None:
    with signed_in(reader, **headers) as socket:
        assert socket.closed() == (4403, "CROSS_SITE")


def test_a_token_counts_before_a_cookie(hub: Hub, reader: Browser, author: tuple[str, str]) -> None:
    elsewhere = {"origin": "https://elsewhere.example", "cookie": f"hub={reader.secret}"}
    with opened(hub.address, **elsewhere) as socket:
        socket.say(type="connection_init", payload={"Authorization": f"Bearer {author[1]}"})
        assert socket.heard() == {"type": "connection_ack"}
        socket.subscribe("a", NEWS)  # It is the token's: it follows nothing.
        published(hub, author[1])
        assert socket.is_quiet()


def test_a_session_that_has_ended_opens_nothing_and_ends_what_is_open(
    hub: Hub, reader: Browser, author: tuple[str, str]
) -> None:
    with signed_in(reader, origin=hub.address) as socket:
        assert socket.heard() == {"type": "connection_ack"}
        socket.subscribe("a", EVENTS, filter={"kind": {"eq": "LESSON_PUBLISHED"}})
        published(hub, author[1])
        assert socket.kinds(1) == ["LESSON_PUBLISHED"]  # As a member reads it.
        secret = reader.secret
        reader.done("signOut", None, "ended")
        published(hub, author[1])
        message = socket.heard()
        assert message["type"] == "error"
        assert message["payload"][0]["extensions"]["code"] == "SESSION_ENDED"
        assert socket.closed() == (4403, "SESSION_ENDED")
    reader.secret = secret
    with signed_in(reader, origin=hub.address) as socket:
        assert socket.closed() == (4403, "SESSION_ENDED")


def test_a_right_that_has_ended_holds_no_longer(hub: Hub, reader: Browser, author: tuple[str, str]) -> None:
    me = reader.ask("{ viewer { organization { id } } }")["viewer"]["organization"]["id"]
    with signed_in(reader, origin=hub.address) as socket:
        assert socket.heard() == {"type": "connection_ack"}
        socket.subscribe("a", NEWS)
        published(hub, author[1])
        assert len(socket.told(1)) == 1
        reader.done("leaveOrganization", {"organizationId": me}, "done")
        published(hub, author[1])
        public = published(hub, author[1], "PUBLIC")
        assert subjects(socket.told(1)) == [("LESSON_PUBLISHED", public)]


def test_event_streams_take_a_session_of_a_page_of_the_hub_alone(
    hub: Hub, reader: Browser, author: tuple[str, str]
) -> None:
    cookie = {"cookie": f"hub={reader.secret}"}
    with streaming(hub.address, NEWS, **cookie, origin=hub.address) as stream:
        assert stream.response.status_code == 200
        lesson = published(hub, author[1])
        told = [json.loads(event["data"]) for event in stream.some(1)]
        assert subjects(told) == [("LESSON_PUBLISHED", lesson)]
    for headers in ({"origin": "https://elsewhere.example"}, {}, {"sec_fetch_site": "cross-site"}):
        with streaming(hub.address, NEWS, **cookie, **headers) as stream:
            assert stream.response.status_code == 403
    # Nor by a link or a picture of another page.
    client = Browser(hub).client
    for headers, status in (
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
    ):
        wanted = {"accept": "text/event-stream", **cookie, **headers}
        response = client.get("/graphql", params={"query": NEWS}, headers=wanted)
        assert response.status_code == status
