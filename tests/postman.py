"""A mail server as letters meet it: it takes them over SMTP and remembers them, or refuses all."""

import email
import email.policy
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

from hub.settings import MailSecurity

_DEADLINE_SECONDS = 120


@dataclass
class Postman:
    """The letters it has taken. `taken` is set with each; nothing is answered while `holding` is."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    refusing: bool = False
    tries: int = 0
    taken: threading.Event = field(default_factory=threading.Event)
    read: int = 0

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's)
        self.tries += 1
        if self.refusing:
            return "451 not now"
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.raw.append(envelope.content)
        self.taken.set()
        return "250 taken"

    @property
    def settings(self) -> dict[str, Any]:
        """What a hub is told of it."""
        return {"mail_server": "127.0.0.1", "mail_port": self.port, "mail_security": MailSecurity.NONE}

    def next(self) -> EmailMessage:
        """The next letter, once it is there."""
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while len(self.letters) <= self.read:
            assert time.monotonic() < deadline, "No letter has come."
            time.sleep(0.05)
        self.read += 1
        return self.letters[self.read - 1]

    def to(self, mail: str) -> list[EmailMessage]:
        """The letters to an address."""
        return [letter for letter in self.letters if letter["to"] == mail]


@contextmanager
def delivering() -> Iterator[Postman]:
    """A mail server on a free port of this machine."""
    postman = Postman()
    with socket.create_server(("127.0.0.1", 0)) as free:
        postman.port = free.getsockname()[1]
    server = Controller(postman, hostname="127.0.0.1", port=postman.port)
    server.start()
    try:
        yield postman
    finally:
        server.stop()


def text_of(letter: EmailMessage) -> str:
    """What it says as text."""
    part = letter.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def html_of(letter: EmailMessage) -> str:
    """The same as HTML."""
    part = letter.get_body(("html",))
    assert part is not None
    return str(part.get_content())
