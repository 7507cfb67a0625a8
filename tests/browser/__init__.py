"""A browser as the hub sees one: it keeps cookies, says whose page asks, and reads its mail."""

import email
import email.policy
import re
import time
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Protocol

import httpx

from tests.running import PATIENT_SECONDS, Hub

PASSWORD = "چند واژهٔ پشت سر هم"
_DEADLINE_SECONDS = 60


@dataclass
class Browser:
    """One person's browser, with pages of the hub open."""

    hub: Hub
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        headers = {"origin": self.hub.address, "sec-fetch-site": "same-origin", "accept-language": "en"}
        # No connection stays open: a browser of a test is thrown away without being closed.
        alone = httpx.Limits(max_keepalive_connections=0)
        address = self.hub.address
        self.client = httpx.Client(base_url=address, timeout=PATIENT_SECONDS, headers=headers, limits=alone)

    def post(self, query: str, variables: dict[str, Any] | None = None, **headers: str) -> httpx.Response:
        """The response to a document."""
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post("/graphql", json={"query": query, "variables": variables}, headers=told)

    def ask(self, query: str, variables: dict[str, Any] | None = None, **headers: str) -> dict[str, Any]:
        """The data of a document that must answer without errors."""
        told = self.post(query, variables, **headers).json()
        assert "errors" not in told, told["errors"]
        return dict(told["data"])

    def deed(
        self, name: str, given: dict[str, Any] | None = None, wanted: str = "", **headers: str
    ) -> dict[str, Any]:
        """The payload of a deed."""
        said = f"mutation {{ {name}"
        if given is not None:
            said = f"mutation($input: {self.hub.input_of(name)}!) {{ {name}(input: $input)"
        document = f"{said} {{ {wanted} errors {{ code message path }} }} }}"
        return dict(self.ask(document, None if given is None else {"input": given}, **headers)[name])

    def done(self, name: str, given: dict[str, Any] | None = None, wanted: str = "") -> dict[str, Any]:
        """The payload of a deed that must succeed."""
        payload = self.deed(name, given, wanted)
        assert payload["errors"] == [], payload["errors"]
        return payload

    def refused(self, name: str, given: dict[str, Any] | None = None, wanted: str = "") -> str:
        """The code of a deed that must be refused, and tells nothing else."""
        payload = self.deed(name, given, wanted)
        (error,) = payload["errors"]
        assert error["message"]
        assert {value for key, value in payload.items() if key != "errors"} <= {None}
        return str(error["code"])

    def write(self, mutation: str, given: dict[str, Any], wanted: str, **headers: str) -> dict[str, Any]:
        """The payload of a move of a record."""
        document = (
            f"mutation($input: {self.hub.input_of(mutation)}!)"
            f" {{ {mutation}(input: $input) {{ {wanted} errors {{ code }} }} }}"
        )
        return dict(self.ask(document, {"input": given}, **headers)[mutation])

    def sign_in(self, mail: str, password: str = PASSWORD, **more: str) -> dict[str, Any]:
        """Sign in."""
        return self.deed("signIn", {"mail": mail, "password": password, **more}, "signedIn")

    @property
    def secret(self) -> str | None:
        """What the cookie of its session holds."""
        return self.client.cookies.get("hub")

    @secret.setter
    def secret(self, value: str | None) -> None:
        self.client.cookies.set("hub", value or "", domain="127.0.0.1", path="/")


@dataclass
class Mailbox:
    """The folder in which a hub without a mail server leaves its letters."""

    folder: Path
    read: set[str] = field(default_factory=set)

    def unread(self) -> list[EmailMessage]:
        """The letters that have come since the last time, in order."""
        files = sorted(file for file in self.folder.glob("*.eml") if file.name not in self.read)
        self.read |= {file.name for file in files}
        return [_letter(file.read_bytes()) for file in files]

    def next(self) -> EmailMessage:
        """The next letter, once it is there."""
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while time.monotonic() < deadline:
            for file in sorted(self.folder.glob("*.eml")):
                if file.name not in self.read:
                    self.read.add(file.name)
                    return _letter(file.read_bytes())
            time.sleep(0.05)
        raise AssertionError("No letter has come.")


def _letter(content: bytes) -> EmailMessage:
    letter = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(letter, EmailMessage)
    return letter


def token_of(letter: EmailMessage) -> str:
    """What the link of a letter ends with."""
    (found,) = re.findall(r"https?://\S+#(\S+)", letter.get_content())
    return str(found)


class Letters(Protocol):
    """Where letters come to."""

    def next(self) -> EmailMessage:
        """The next one, once it is there."""


def joined(hub: Hub, mailbox: Letters, organization: str, mail: str, right: str = "EDITOR") -> Browser:
    """The browser of a person who has accepted an invitation of an organization."""
    given = {"organizationId": organization, "mail": mail, "right": right}
    payload = hub.deed("invitePerson", given, "invitation { id }", hub.admin)
    assert payload["errors"] == [], payload["errors"]
    browser = Browser(hub)
    # What somebody else is still told, of something before, is not theirs.
    letter = next(one for one in iter(mailbox.next, None) if mail.casefold() in str(one["To"]).casefold())
    accepted = {"token": token_of(letter), "name": "نرگس کریمی", "password": PASSWORD}
    assert browser.done("acceptPersonInvitation", accepted, "signedIn")["signedIn"]
    return browser
