"""Whose account was tried is told to administrators, and to nobody who tries."""

import asyncio
import secrets
import time
from collections import Counter
from typing import Any, cast

import pyotp
import pytest

from graph.connection import Database
from graph.limits import MAXIMUM_TRIES
from hub.http.tries import Tries
from hub.visit import Visit
from tests.browser import PASSWORD, Browser, Mailbox, joined, token_of
from tests.running import Hub

pytestmark = pytest.mark.mails

_SECONDS = 30
ENTRIES = """query($whose: String!) {
  audit(filter: {aboutId: {eq: $whose}}, first: 50) {
    nodes { kind what aboutId personId sessionId address role times } } }"""


@pytest.fixture
def person(hub: Hub, mailbox: Mailbox) -> tuple[Browser, str, str]:
    """The browser of an editor, their mail address, and their id."""
    mail = f"{secrets.token_hex(4)}@example.ir"
    browser = joined(hub, mailbox, hub.organization(f"سازمان {secrets.token_hex(3)}"), mail)
    (row,) = hub.cypher("MATCH (:Account {mailKey: $mail})-[:OF]->(p) RETURN p.id AS id", mail=mail)
    return browser, mail, row["id"]


def told_of(hub: Hub, whose: str, wanted: dict[tuple[str, str], int]) -> list[dict[str, Any]]:
    """The entries of the audit about a person's account, once they are as many."""
    begun = time.monotonic()
    while True:
        rows = hub.ask(ENTRIES, {"whose": whose}, hub.admin)["audit"]["nodes"]
        found = {(row["kind"], row["what"]): row["times"] for row in rows}
        if found == wanted:
            return list(rows)
        assert time.monotonic() - begun < _SECONDS, found
        time.sleep(0.3)


def code_of(payload: dict[str, Any]) -> str | None:
    return payload["errors"][0]["code"] if payload["errors"] else None


def test_a_failed_sign_in_is_told_by_account_and_looks_the_same_where_there_is_none(
    hub: Hub, person: tuple[Browser, str, str]
) -> None:
    _, mail, whose = person
    nobody = f"{secrets.token_hex(6)}@nobody.example"
    answers = []
    for address in (mail, nobody):
        browser = Browser(hub)
        said = [browser.sign_in(address, "not the right words") for _ in range(11)]
        answers.append(said)
    assert answers[0] == answers[1]
    assert Counter(code_of(said) for said in answers[0]) == {"SIGN_IN_FAILED": 10, "TOO_MANY_TRIES": 1}
    rows = told_of(hub, whose, {("REFUSAL", "SIGN_IN_FAILED"): 10, ("REFUSAL", "TOO_MANY_TRIES"): 1})
    assert {(row["personId"], row["sessionId"], row["role"], row["address"]) for row in rows} == {
        (None, None, "ANONYMOUS", "127.0.0.1")
    }
    begun = time.monotonic()
    while True:  # Counts are kept every now and then.
        everything = [row["all"] for row in hub.cypher("MATCH (a:AuditEntry) RETURN properties(a) AS all")]
        nobodys = [
            row["times"] for row in everything if row["what"] == "SIGN_IN_FAILED" and "aboutId" not in row
        ]
        if sum(nobodys) == 10:
            break
        assert time.monotonic() - begun < _SECONDS, nobodys
        time.sleep(0.3)
    assert not any(nobody in str(row) or mail in str(row) for row in everything)


def test_only_administrators_are_told_whose_account_was_tried(
    hub: Hub, person: tuple[Browser, str, str]
) -> None:
    browser, mail, whose = person
    browser.sign_in(mail, "not the right words")
    told_of(hub, whose, {("REFUSAL", "SIGN_IN_FAILED"): 1})
    _, member = hub.member(f"سازمان {secrets.token_hex(3)}")
    for token in (member, hub.token(None, "COORDINATOR"), None):
        assert hub.ask(ENTRIES, {"whose": whose}, token)["audit"]["nodes"] == []
    assert browser.ask(ENTRIES, {"whose": whose})["audit"]["nodes"] == []


def test_a_wrong_code_is_told_by_account(hub: Hub, person: tuple[Browser, str, str]) -> None:
    browser, mail, whose = person
    secret = browser.done("beginSecondFactor", None, "secret")["secret"]
    used = pyotp.TOTP(secret).now()
    browser.done("confirmSecondFactor", {"code": used}, "recoveryCodes")
    outside = Browser(hub)
    for wrong in (used, "recovery-code-of-none"):
        assert code_of(outside.sign_in(mail, PASSWORD, code=wrong)) == "CODE_WRONG"
    assert browser.refused("showSecondFactor", {"code": used}, "done") == "CODE_WRONG"
    begun = time.monotonic()
    while True:
        rows = hub.ask(ENTRIES, {"whose": whose}, hub.admin)["audit"]["nodes"]
        times = {row["personId"]: row["times"] for row in rows if row["what"] == "CODE_WRONG"}
        if times == {None: 2, whose: 1}:
            break
        assert time.monotonic() - begun < _SECONDS, rows
        time.sleep(0.3)


def test_a_reset_that_is_asked_for_refused_or_late_is_told_by_account(
    hub: Hub, mailbox: Mailbox, person: tuple[Browser, str, str]
) -> None:
    _, mail, whose = person
    mailbox.unread()
    outside = Browser(hub)
    nobody = f"{secrets.token_hex(6)}@nobody.example"
    said = [outside.deed("requestPasswordReset", {"mail": one}, "accepted") for one in (mail, nobody)]
    assert said[0] == said[1] == {"accepted": True, "errors": []}
    token = token_of(mailbox.next())
    hub.cypher("MATCH (l:MailLink {kind: 'RESET'}) SET l.expiresAt = datetime() - duration('PT1S')")
    given = {"token": token, "password": PASSWORD}
    assert outside.refused("resetPassword", given, "done") == "LINK_EXPIRED"
    assert outside.refused("resetPassword", given | {"token": "guessed"}, "done") == "LINK_WRONG"
    hub.deed("disableAccount", {"personId": whose}, "done", hub.admin)
    assert outside.deed("requestPasswordReset", {"mail": mail}, "accepted") == said[0]
    assert code_of(outside.sign_in(mail)) == "ACCOUNT_DISABLED"
    wanted = {
        ("DEED", "requestPasswordReset"): 1,
        ("REFUSAL", "LINK_EXPIRED"): 1,
        ("REFUSAL", "ACCOUNT_DISABLED"): 2,
    }
    told_of(hub, whose, wanted)
    everything = hub.cypher("MATCH (a:AuditEntry) RETURN properties(a) AS all")
    assert not any(nobody in str(row) for row in everything)


class Book:
    """In place of a database: keeps what it is told to count."""

    def __init__(self) -> None:
        self.rows: dict[str, Any] = {}

    async def write(self, work: Any) -> None:
        await work(self)

    async def run(self, _text: str, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            self.rows.setdefault(row["id"], {**row, "times": 0})["times"] += row["times"]


def test_who_makes_a_crowd_of_addresses_hides_no_account_behind_it() -> None:
    book = Book()
    tries = Tries(cast("Database", book), None)
    code = "SIGN_IN_FAILED"
    for number in range(3 * MAXIMUM_TRIES):
        tries.over(Visit(str(number), codes={code: None}), f"10.{number // 250}.{number % 250}.7")
    for number in range(3 * MAXIMUM_TRIES):
        tries.over(Visit("1", codes={code: None}, tried={(code, f"per_{number}"): None}), "192.0.2.1")
        tries.over(Visit("2", codes={code: None}, tried={(code, "per_0"): None}), f"192.0.3.{number % 250}")
    asyncio.run(tries.write())
    assert len(book.rows) == 2 * MAXIMUM_TRIES + 1
    trails = {row["trail"]["aboutId"]: row["times"] for row in book.rows.values() if row["trail"]["aboutId"]}
    assert len(trails) == MAXIMUM_TRIES
    assert trails["per_0"] == 3 * MAXIMUM_TRIES + 1
    assert sum(row["times"] for row in book.rows.values()) == 9 * MAXIMUM_TRIES
