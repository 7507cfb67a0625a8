"""The protocol graphql-transport-ws: what is no message of it, too much or too late is closed with its codes."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from graph.limits import (
    MAXIMUM_ADDRESS_SOCKETS,
    MAXIMUM_INIT_SECONDS,
    MAXIMUM_QUIET_SECONDS,
    MAXIMUM_SOCKET_SUBSCRIPTIONS,
    MAXIMUM_SUBSCRIPTIONS,
    MAXIMUM_VIEWER_SUBSCRIPTIONS,
)
from tests.hub.listening import EVENTS, listening, opened, streaming
from tests.running import Hub, hub_alone, own_hub

BEGINNING = '["+toldAt","1970-01-01T00:00:00Z","~"]'
"""The place before the first event."""
SUBSCRIBE: dict[str, Any] = {"type": "subscribe", "payload": {"query": EVENTS}}


@pytest.fixture(scope="module")
def alone() -> Iterator[str]:
    """A hub without a database."""
    with hub_alone() as (_, address):
        yield address


# -- what is no message of the protocol ------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '"ping"',
        '{"type": "start"}',
        '{"type": "subscribe", "payload": {}}',
        '{"type": "next"}',
    ],
)
def test_what_is_no_message_closes_with_4400(alone: str, text: str) -> None:
    with opened(alone) as client:
        client.inner.send(text)
        assert client.closed() == (4400, "Invalid message")
    with opened(alone) as client:
        client.inner.send(text.encode())
        assert client.closed()[0] == 4400


def test_another_protocol_or_none_closes_with_4406(alone: str) -> None:
    for protocol in ("graphql-ws", None):
        with opened(alone, protocol) as client:
            assert client.closed()[0] == 4406


def test_subscribing_before_the_beginning_closes_with_4401(alone: str) -> None:
    with opened(alone) as client:
        client.say(**SUBSCRIBE, id="a")
        assert client.closed() == (4401, "Unauthorized")


def test_two_beginnings_close_with_4429(alone: str) -> None:
    with listening(alone) as client:
        client.say(type="connection_init")
        assert client.closed() == (4429, "Too many initialisation requests")


def test_no_beginning_closes_with_4408(alone: str) -> None:
    with opened(alone) as client:
        begun = time.monotonic()
        assert client.closed() == (4408, "Connection initialisation timeout")
        assert time.monotonic() - begun >= MAXIMUM_INIT_SECONDS - 1


def test_a_ping_is_answered_before_the_beginning_and_after_it(alone: str) -> None:
    with opened(alone) as client:
        client.say(type="ping", payload={"n": 1})
        assert client.heard() == {"type": "pong", "payload": {"n": 1}}
        client.say(type="connection_init")
        assert client.heard() == {"type": "connection_ack"}
        client.say(type="pong")
        client.say(type="complete", id="never")
        client.say(type="ping")
        assert client.heard() == {"type": "pong"}


def test_only_the_addresses_of_the_hub_and_of_subscriptions_become_sockets(alone: str) -> None:
    with pytest.raises(InvalidStatus) as refused, opened(alone + "/more"):
        pass
    assert refused.value.response.status_code == 404
    with hub_alone(HUB_ALLOWED_HOSTS="hub.example.ir") as (_, address):
        with pytest.raises(InvalidStatus) as refused, opened(address):
            pass
        assert refused.value.response.status_code == 403


def test_sockets_of_one_address_are_bounded_and_closed_ones_count_no_more(alone: str) -> None:
    for _ in range(2):
        with ExitStack() as stack:
            for _ in range(MAXIMUM_ADDRESS_SOCKETS):
                stack.enter_context(listening(alone))
            with opened(alone) as one_too_many:
                assert one_too_many.closed() == (4429, "TOO_MANY_CONNECTIONS")
        time.sleep(0.5)


# -- what is asked ---------------------------------------------------------------------------------


def test_an_id_that_is_in_use_closes_with_4409(hub: Hub) -> None:
    with listening(hub.address) as client:
        client.subscribe("a", EVENTS)
        client.say(**SUBSCRIBE, id="a")
        assert client.closed() == (4409, "Subscriber for a already exists")


@pytest.mark.parametrize(
    ("query", "variables", "code"),
    [
        ("subscription {", None, "SYNTAX_ERROR"),
        ("subscription { events { none } }", None, "VALIDATION_FAILED"),
        ("subscription { events { id } changes(id: 1) { id } }", None, "VALIDATION_FAILED"),
        ("{ events { totalCount } }", None, "SUBSCRIPTION_EXPECTED"),
        ("subscription($x: Boolean!) { events @include(if: $x) { id } }", {"x": True}, None),
        ("subscription($after: String!) { events(after: $after) { id } }", None, "VALIDATION_FAILED"),
        ("subscription($a: String!) { events(after: $a) { id } }", {"a": "x"}, "BAD_CURSOR"),
        ("subscription($a: ID!) { changes(id: $a) { id } }", {"a": "x"}, "BAD_ID"),
        ("subscription { events(filter: {kind: {}}) { id } }", None, "FILTER_EMPTY"),
        (None, None, "MISSING_QUERY"),
    ],
)
def test_what_does_not_fit_is_an_error_of_its_subscription_alone(
    hub: Hub, query: str | None, variables: dict[str, Any] | None, code: str | None
) -> None:
    with listening(hub.address) as client:
        client.say(type="subscribe", id="a", payload={"query": query, "variables": variables})
        message = client.heard()
        assert (message["id"], message["type"]) == ("a", "error"), message
        assert [error["extensions"]["code"] for error in message["payload"]] == [
            code or message["payload"][0]["extensions"]["code"]
        ]
        client.subscribe("a", EVENTS)


def test_a_subscription_by_plain_http_is_told_how_to_be_sent(hub: Hub) -> None:
    response = hub.post("subscription { events { id } }")
    assert response.json()["errors"][0]["extensions"]["code"] == "SUBSCRIPTION_NEEDS_STREAM"


def test_a_query_of_whoever_takes_event_streams_too_is_answered_as_ever(hub: Hub) -> None:
    response = hub.post("{ __typename }", accept="application/json, text/event-stream")
    assert response.json() == {"data": {"__typename": "Query"}}


def test_an_event_stream_is_refused_by_its_status(hub: Hub) -> None:
    for query, more, status in (
        ("subscription { events { none } }", {}, 200),
        (EVENTS, {"last_event_id": "x"}, 400),
        (EVENTS, {"authorization": "Bearer none"}, 401),
    ):
        with streaming(hub.address, query, **more) as stream:
            assert stream.response.status_code == status
            stream.response.read()
            assert stream.response.json()["errors"]


# -- who asks --------------------------------------------------------------------------------------


def test_a_token_that_is_wrong_closes_with_4403(hub: Hub) -> None:
    with opened(hub.address) as client:
        client.say(type="connection_init", payload={"authorization": "Bearer none"})
        assert client.closed() == (4403, "TOKEN_WRONG")


def test_a_revoked_token_ends_what_it_has_opened(hub: Hub) -> None:
    _, token = hub.member("انجمن رفتنی")
    with listening(hub.address, token) as client, streaming(hub.address, EVENTS, token=token) as stream:
        client.subscribe("a", EVENTS)
        hub.cypher("MATCH (t:Token)-[:ACTS_FOR]->({nameFa: 'انجمن رفتنی'}) SET t.revokedAt = datetime()")
        message = client.heard(MAXIMUM_QUIET_SECONDS + 20)
        assert (message["id"], message["type"]) == ("a", "error")
        assert message["payload"][0]["extensions"]["code"] == "TOKEN_REVOKED"
        assert client.closed() == (4403, "TOKEN_REVOKED")
        event = stream.next()
        assert event is not None
        assert json.loads(event["data"])["errors"][0]["extensions"]["code"] == "TOKEN_REVOKED"
        assert stream.next() == {"event": "complete", "data": ""}
        assert stream.next() is None


# -- how much --------------------------------------------------------------------------------------


def test_subscriptions_are_bounded_for_a_socket_and_for_a_viewer(hub: Hub) -> None:
    _, token = hub.member("انجمن پرکار")
    with ExitStack() as stack:
        left = int(MAXIMUM_VIEWER_SUBSCRIPTIONS)
        while left >= 0:
            client = stack.enter_context(listening(hub.address, token))
            count = min(left, MAXIMUM_SOCKET_SUBSCRIPTIONS)
            for number in range(count):
                client.subscribe(str(number), EVENTS)
            client.say(**SUBSCRIBE, id="more")
            message = client.heard()
            assert (message["id"], message["type"]) == ("more", "error")
            assert message["payload"][0]["extensions"]["code"] == "TOO_MANY_SUBSCRIPTIONS"
            left -= count
            if not left:
                break
        assert hub_subscriptions(hub) >= MAXIMUM_VIEWER_SUBSCRIPTIONS
    until(lambda: hub_subscriptions(hub) == 0)


def hub_subscriptions(hub: Hub) -> int:
    """How many are open, as the hub tells Prometheus."""
    lines = hub.client.get("/metrics").text.splitlines()
    return round(sum(float(line.split()[1]) for line in lines if line.startswith("hub_subscriptions{")))


def test_there_may_be_more_of_all_than_of_one() -> None:
    assert MAXIMUM_SOCKET_SUBSCRIPTIONS < MAXIMUM_VIEWER_SUBSCRIPTIONS < MAXIMUM_SUBSCRIPTIONS


def test_whoever_takes_nothing_is_told_so_and_goes_on_from_where_they_were(hub: Hub) -> None:
    with own_hub(hub.neo4j, HUB_ANONYMITY="1", HUB_STALL_SECONDS="4") as hasty:
        _, token = hasty.member("انجمن نویسا")
        given = {"statement": "بسنجید", "recommendation": "چنین " * 3_999, "source": "گزارش"}
        written = []
        for _ in range(30):
            made = hasty.done(
                "createLesson", given | {"visibility": "PUBLIC"}, "lesson { id version }", token
            )
            hasty.done("publishLesson", made, "lesson { id }", token)
            written.append(made["id"])
        many = " ".join(f"a{n}: recommendation" for n in range(20))
        query = (
            "subscription($after: String) { events(filter: {kind: {eq: LESSON_PUBLISHED}}, after: $after)"
            f" {{ subject {{ ... on Lesson {{ id {many} }} }} }} }}"
        )
        told: list[dict[str, Any]] = []
        with listening(hasty.address) as client:
            client.say(type="subscribe", id="a", payload={"query": query, "variables": {"after": BEGINNING}})
            until(lambda: hub_subscriptions(hasty) == 1)
            until(lambda: hub_subscriptions(hasty) == 0)
            with suppress(ConnectionClosed):
                while True:
                    told.append(client.heard()["payload"])
            assert client.closed() == (4508, "SUBSCRIBER_TOO_SLOW")
        assert 0 < len(told) < len(written)
        with listening(hasty.address) as client:
            variables = {"after": told[-1]["extensions"]["cursor"]}
            client.say(type="subscribe", id="a", payload={"query": query, "variables": variables})
            told += client.told(len(written) - len(told))
        assert [answer["data"]["events"]["subject"]["id"] for answer in told] == written


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)
