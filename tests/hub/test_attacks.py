"""What whoever is after an account tries, and does not get: two at once, half of a sign-in, links of before."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest

from graph.connection import Database, Transaction
from graph.limits import MAXIMUM_LETTERS_TO_ONE
from graph.queries import accounts, invitations, passkeys
from tests.browser import PASSWORD, Browser, Mailbox, joined, token_of
from tests.people import employ
from tests.running import Hub

pytestmark = pytest.mark.mails

ME = "{ viewer { role person { mail secondFactors secondFactorShown } } }"
FACTORS = ("beginSecondFactor", "renewRecoveryCodes", "removeSecondFactor", "beginPasskey")
WANTED = {
    "beginSecondFactor": "secret",
    "renewRecoveryCodes": "recoveryCodes",
    "beginPasskey": "options",
    "changeMail": "accepted",
}


@pytest.fixture
def person(hub: Hub, mailbox: Mailbox) -> tuple[Browser, str]:
    mailbox.unread()
    mail = f"{secrets.token_hex(4)}@example.ir"
    return joined(hub, mailbox, hub.organization(f"سازمان {secrets.token_hex(3)}"), mail), mail


# -- two at once -----------------------------------------------------------------------------------

Spend = Callable[[Transaction], Awaitable[Any]]


async def _both(database: Database, spend: Spend) -> list[bool]:
    """What two transactions get that are open together."""

    async def work(transaction: Transaction) -> bool:
        got = bool(await spend(transaction))
        await asyncio.sleep(0.5)
        return got

    results = await asyncio.gather(database.write(work), database.write(work))
    return sorted(got for got, _ in results)


@pytest.mark.parametrize("what", ["invitation", "recovery code", "link", "challenge"])
def test_what_opens_once_opens_for_one_of_two_that_come_together(
    hub: Hub, person: tuple[Browser, str], what: str
) -> None:
    now = datetime.now(UTC)
    later, hash_ = now + timedelta(hours=1), secrets.token_hex(16)
    (row,) = hub.cypher("MATCH (a:Account {mailKey: $mail}) RETURN a.id AS id", mail=person[1])
    account = row["id"]

    async def work(database: Database) -> list[bool]:
        spend: Spend
        match what:
            case "invitation":
                kept = {"id": hash_, "hash": hash_, "mailKey": "x", "createdAt": now, "expiresAt": later}
                await database.write(lambda t: invitations.keep(t, None, kept))

                def spend(t: Transaction) -> Awaitable[Any]:
                    return invitations.spend(t, hash_)
            case "recovery code":
                await database.write(lambda t: accounts.keep_codes(t, account, [hash_]))

                def spend(t: Transaction) -> Awaitable[Any]:
                    return accounts.spend_code(t, account, hash_)
            case "link":
                until = {"now": now, "until": later}
                await database.write(lambda t: accounts.keep_link(t, account, "RESET", hash_, None, **until))

                def spend(t: Transaction) -> Awaitable[Any]:
                    return accounts.open_link(t, "RESET", hash_, now)
            case _:
                await database.write(lambda t: passkeys.keep_challenge(t, hash_, later))

                def spend(t: Transaction) -> Awaitable[Any]:
                    return passkeys.spend_challenge(t, hash_, now)

        return await _both(database, spend)

    assert hub.run(work) == [False, True]


# -- half of a sign-in -----------------------------------------------------------------------------


def test_a_session_without_the_second_factor_changes_nothing_of_how_one_signs_in(
    hub: Hub, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    secret = browser.done("beginSecondFactor", None, "secret")["secret"]
    given = {"code": pyotp.TOTP(secret).now()}
    codes = browser.done("confirmSecondFactor", given, "recoveryCodes")["recoveryCodes"]
    # As a session is that has begun through a provider, or was stolen from there.
    hub.cypher("MATCH (s:Session)-[:OF]->(:Account {mailKey: $mail}) REMOVE s.secondFactorAt", mail=mail)
    assert browser.ask(ME)["viewer"]["person"]["secondFactorShown"] is False
    for name in FACTORS:
        assert browser.refused(name, None, WANTED.get(name, "done")) == "SECOND_FACTOR_UNSHOWN"
    for name, values in (
        ("changePassword", {"password": "some other small words"}),
        ("changeMail", {"mail": f"{secrets.token_hex(4)}@example.ir"}),
        ("deleteAccount", {"mail": mail}),
        ("removeProvider", {"provider": "any"}),
    ):
        assert browser.refused(name, values, WANTED.get(name, "done")) == "SECOND_FACTOR_UNSHOWN"
    browser.done("showSecondFactor", {"code": codes[0]}, "done")
    assert browser.done("renewRecoveryCodes", None, "recoveryCodes")["recoveryCodes"]
    assert Browser(hub).sign_in(mail, PASSWORD)["errors"][0]["code"] == "SECOND_FACTOR_NEEDED"


# -- links of before -------------------------------------------------------------------------------


def test_a_link_that_an_intruder_has_asked_for_opens_nothing_once_the_password_is_another(
    hub: Hub, mailbox: Mailbox, person: tuple[Browser, str]
) -> None:
    intruder, mail = person
    theirs = f"{secrets.token_hex(4)}@evil.example"
    intruder.done("changeMail", {"mail": theirs}, "accepted")
    letters = {letter["to"]: letter for letter in (mailbox.next(), mailbox.next())}
    owner = Browser(hub)
    owner.done("requestPasswordReset", {"mail": mail}, "accepted")
    given = {"token": token_of(mailbox.next()), "password": "another row of words"}
    owner.done("resetPassword", given, "done")
    assert owner.refused("confirmMail", {"token": token_of(letters[theirs])}, "done") == "LINK_WRONG"
    assert owner.sign_in(mail, given["password"])["errors"] == []
    assert owner.ask(ME)["viewer"]["person"]["mail"] == mail


def test_a_reset_that_was_mailed_to_the_former_address_opens_nothing(
    hub: Hub, mailbox: Mailbox, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    browser.done("requestPasswordReset", {"mail": mail}, "accepted")
    former, new = token_of(mailbox.next()), f"{secrets.token_hex(4)}@example.ir"
    browser.done("changeMail", {"mail": new}, "accepted")
    letters = {letter["to"]: letter for letter in (mailbox.next(), mailbox.next())}
    browser.done("confirmMail", {"token": token_of(letters[new])}, "done")
    given = {"token": former, "password": "another row of words"}
    assert Browser(hub).refused("resetPassword", given, "done") == "LINK_WRONG"


# -- what a token of an organization gets hold of --------------------------------------------------


def test_a_token_moves_nobody_in_or_out_of_its_organization(
    hub: Hub, mailbox: Mailbox, person: tuple[Browser, str]
) -> None:
    browser, _ = person
    organization = browser.ask("{ viewer { organization { id } } }")["viewer"]["organization"]["id"]
    token = hub.token(organization)
    member, office = hub.run(lambda database: employ(database, organization, "همدست", "MEMBER"))
    for right in ("MEMBER", "EDITOR"):
        given = {"organizationId": organization, "mail": f"{secrets.token_hex(4)}@example.ir", "right": right}
        before = hub.count()
        told = hub.deed("invitePerson", given, "invitation { id }", token)
        assert [(one["code"], one["path"]) for one in told["errors"]] == [("PERSON_REQUIRED", [])]
        assert hub.count() == before
    invited = browser.done("invitePerson", given, "invitation { id }")["invitation"]
    mailbox.unread()
    told = hub.deed("withdrawPersonInvitation", invited, "", token)
    assert [one["code"] for one in told["errors"]] == ["PERSON_REQUIRED"]

    for change in ({"right": "EDITOR"}, {"right": "MEMBER"}, {"office": "نگهبان"}):
        refused = hub.do(
            "changeAffiliation", {"id": office, "version": 1, **change}, "affiliation { id }", token
        )
        assert [one["code"] for one in refused["errors"]] == ["PERSON_REQUIRED"]
    refused = hub.do("endAffiliation", {"id": office, "version": 1}, "affiliation { id }", token)
    assert [one["code"] for one in refused["errors"]] == ["PERSON_REQUIRED"]

    raised = {"id": office, "version": 1, "right": "EDITOR"}
    changed = browser.write("changeAffiliation", raised, "affiliation { right version }")
    assert (changed["errors"], changed["affiliation"]) == ([], {"right": "EDITOR", "version": 2})
    browser.done("withdrawPersonInvitation", invited)
    assert member


def test_an_address_gets_no_more_letters_because_it_is_spelt_in_another_way(
    mailbox: Mailbox, person: tuple[Browser, str]
) -> None:
    browser, _ = person
    organization = browser.ask("{ viewer { organization { id } } }")["viewer"]["organization"]["id"]
    name = f"{secrets.token_hex(4)}abcdefgh"
    spellings = [name[:place] + name[place].upper() + name[place + 1 :] for place in range(8, 16)]
    told = [
        browser.deed(
            "invitePerson",
            {"organizationId": organization, "mail": f"{one}@example.ir", "right": "MEMBER"},
            "invitation { id }",
        )
        for one in spellings
    ]
    refused = [one["code"] for payload in told for one in payload["errors"]]
    assert refused == ["TOO_MANY_TRIES"] * (len(spellings) - int(MAXIMUM_LETTERS_TO_ONE))
    mailbox.unread()


# -- what is left to an editor who was let go --------------------------------------------------------


def _let_go(hub: Hub, mailbox: Mailbox, by: Browser, organization: str) -> tuple[Browser, str, str]:
    """An editor who has made a token and invited a second address of theirs; that link, and their office."""
    mail = f"{secrets.token_hex(4)}@example.ir"
    mailbox.unread()
    leaver = joined(hub, mailbox, organization, mail)
    leaver.done("createToken", {"label": "سایت", "scopes": ["PUBLISH"]}, "token { id }")
    assert _kinds_waiting(by) == []
    given = {"organizationId": organization, "mail": f"second-{mail}", "right": "EDITOR"}
    leaver.done("invitePerson", given, "invitation { id }")
    (row,) = hub.cypher(
        "MATCH (f:Affiliation)-[:AFFILIATES]->()<-[:OF]-(:Account {mail: $mail}) RETURN f.id AS id", mail=mail
    )
    return leaver, token_of(mailbox.next()), row["id"]


def _kinds_waiting(browser: Browser) -> list[str]:
    return [one["kind"] for one in browser.ask("{ viewer { waiting { kind } } }")["viewer"]["waiting"]]


def test_whoever_is_let_go_comes_back_by_no_invitation_and_their_tokens_are_told_of(
    hub: Hub, mailbox: Mailbox, person: tuple[Browser, str]
) -> None:
    browser, _ = person
    organization = browser.ask("{ viewer { organization { id } } }")["viewer"]["organization"]["id"]
    _, link, office = _let_go(hub, mailbox, browser, organization)
    given = {"id": office, "version": 1}
    assert browser.write("endAffiliation", given, "affiliation { id }")["errors"] == []
    accepted = {"token": link, "name": "همان کس", "password": PASSWORD}
    assert Browser(hub).refused("acceptPersonInvitation", accepted, "signedIn") == "LINK_WRONG"
    assert _kinds_waiting(browser) == ["TOKEN"]
    (token,) = browser.ask("{ viewer { tokens { id } } }")["viewer"]["tokens"]
    browser.done("rotateToken", {"id": token["id"]}, "token { id }")
    assert _kinds_waiting(browser) == []


def test_whoever_writes_no_more_brings_in_no_editor_and_whoever_leaves_may_have_invited_a_successor(
    hub: Hub, mailbox: Mailbox, person: tuple[Browser, str]
) -> None:
    browser, _ = person
    organization = browser.ask("{ viewer { organization { id } } }")["viewer"]["organization"]["id"]
    _, link, office = _let_go(hub, mailbox, browser, organization)
    given = {"id": office, "version": 1, "right": "MEMBER"}
    assert browser.write("changeAffiliation", given, "affiliation { id }")["errors"] == []
    accepted = {"token": link, "name": "همان کس", "password": PASSWORD}
    assert Browser(hub).refused("acceptPersonInvitation", accepted, "signedIn") == "LINK_WRONG"
    assert _kinds_waiting(browser) == ["TOKEN"]
    (token,) = browser.ask("{ viewer { tokens { id } } }")["viewer"]["tokens"]
    browser.done("revokeToken", {"id": token["id"]}, "token { id }")

    leaver, link, _ = _let_go(hub, mailbox, browser, organization)
    leaver.done("leaveOrganization", {"organizationId": organization}, "done")
    assert _kinds_waiting(browser) == ["TOKEN"]
    Browser(hub).done("acceptPersonInvitation", accepted | {"token": link}, "signedIn")
