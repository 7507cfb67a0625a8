"""Clients that subscribe: over a WebSocket, and as an event stream."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue
from typing import Any

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PROTOCOL = "graphql-transport-ws"
EVENTS = (
    "subscription($filter: EventFilter, $after: String) { events(filter: $filter, after: $after)"
    " { id kind subject { ... on Lesson { id statement } ... on Experience { id } } } }"
)
CHANGES = (
    "subscription($id: ID!, $after: String) { changes(id: $id, after: $after)"
    " { id kind subject { ... on Lesson { id statement version } } } }"
)
SECONDS = 30
"""How long something that must come is waited for."""
QUIET = 1.5
"""How long nothing must come: some five times as long as the hub looks after what is new."""


@dataclass
class Socket:
    """A WebSocket that speaks graphql-transport-ws."""

    inner: ClientConnection

    def say(self, **message: Any) -> None:
        self.inner.send(json.dumps(message))

    def heard(self, seconds: float = SECONDS) -> dict[str, Any]:
        """The next message. Raises TimeoutError, ConnectionClosed."""
        return dict(json.loads(self.inner.recv(timeout=seconds)))

    def subscribe(self, id_: str, query: str, **variables: Any) -> None:
        """Subscribe; what happens from now on is told."""
        self.say(id=id_, type="subscribe", payload={"query": query, "variables": variables})
        self.say(type="ping")
        assert self.heard() == {"type": "pong"}

    def told(self, count: int) -> list[dict[str, Any]]:
        """The payloads of the next answers."""
        messages = [self.heard() for _ in range(count)]
        assert {message["type"] for message in messages} <= {"next"}, messages
        return [message["payload"] for message in messages]

    def kinds(self, count: int) -> list[str]:
        """The kinds of the next events."""
        return [event["kind"] for told in self.told(count) for event in told["data"].values()]

    def is_quiet(self, seconds: float = QUIET) -> bool:
        """Whether nothing comes for a while."""
        try:
            self.heard(seconds)
        except TimeoutError:
            return True
        return False

    def closed(self, seconds: float = SECONDS) -> tuple[int, str]:
        """The code and the reason that it is closed with, after whatever else comes."""
        try:
            while True:
                self.inner.recv(timeout=seconds)
        except ConnectionClosed as closed:
            close = closed.rcvd
        return (close.code, close.reason) if close else (0, "")


@contextmanager
def opened(address: str, protocol: str | None = PROTOCOL, **headers: str) -> Iterator[Socket]:
    """A WebSocket that has said nothing yet."""
    where = address.replace("http://", "ws://") + "/graphql"
    spoken = [Subprotocol(protocol)] if protocol else None
    with connect(
        where, subprotocols=spoken, additional_headers=headers, open_timeout=SECONDS, max_queue=1
    ) as inner:
        yield Socket(inner)


@contextmanager
def listening(address: str, token: str | None = None, language: str = "en") -> Iterator[Socket]:
    """A WebSocket on which one may subscribe."""
    with opened(address) as socket:
        payload = {"Accept-Language": language} | ({"Authorization": f"Bearer {token}"} if token else {})
        socket.say(type="connection_init", payload=payload)
        assert socket.heard() == {"type": "connection_ack"}
        yield socket


@dataclass
class Stream:
    """An event stream: `lines` are what has come."""

    response: httpx.Response
    events: Queue[dict[str, str] | None] = field(default_factory=Queue)

    def read(self) -> None:
        """Put each event into the queue, and None at the end."""
        event: dict[str, str] = {}
        try:
            for line in self.response.iter_lines():
                name, _, value = line.partition(":")
                if line == "":
                    if event:
                        self.events.put(event)
                    event = {}
                elif name:
                    event[name] = value.removeprefix(" ")
        except (httpx.TransportError, httpx.StreamError):
            pass
        self.events.put(None)

    def next(self) -> dict[str, str] | None:
        """The next event; None at the end."""
        return self.events.get(timeout=SECONDS)

    def some(self, count: int) -> list[dict[str, str]]:
        """The next events, so many of them."""
        events = [self.next() for _ in range(count)]
        return [event for event in events if event is not None]


@contextmanager
def streaming(
    address: str, query: str, variables: dict[str, Any] | None = None, token: str | None = None, **more: str
) -> Iterator[Stream]:
    """A subscription as an event stream, once its answer has begun."""
    headers = {"accept": "text/event-stream", "accept-language": "en"}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    if token:
        headers["authorization"] = f"Bearer {token}"
    with (
        httpx.Client(base_url=address, timeout=SECONDS) as client,
        client.stream(
            "POST", "/graphql", json={"query": query, "variables": variables}, headers=headers
        ) as response,
    ):
        stream = Stream(response)
        if response.headers["content-type"].startswith("text/event-stream"):
            threading.Thread(target=stream.read, daemon=True).start()
        yield stream
