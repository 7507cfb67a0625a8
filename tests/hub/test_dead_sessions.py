"""A cookie that opens no session stands in nobody's way where nobody needs to be anybody."""

import secrets

import pytest

from tests.browser import PASSWORD, Browser, Mailbox, joined, token_of
from tests.running import Hub

pytestmark = pytest.mark.mails

ROLE = "{ viewer { role } }"
SIGN_IN = "signIn(input: $input) { signedIn errors { code } }"


@pytest.fixture(scope="module")
def mail(hub: Hub, mailbox: Mailbox) -> str:
    """The address of somebody with an account."""
    mail = f"{secrets.token_hex(4)}@example.ir"
    joined(hub, mailbox, hub.organization("خانهٔ کهنه"), mail)
    return mail


def browser_of_before(hub: Hub) -> Browser:
    """A browser whose session is long over."""
    browser = Browser(hub)
    browser.secret = "a secret of before"
    return browser


def test_signing_in_takes_one_try(hub: Hub, mail: str) -> None:
    browser = browser_of_before(hub)
    assert browser.sign_in(mail) == {"signedIn": True, "errors": []}
    assert browser.secret not in {None, "a secret of before"}
    assert browser.ask(ROLE)["viewer"] == {"role": "MEMBER"}


def test_a_password_is_set_anew_by_a_browser_of_before(hub: Hub, mailbox: Mailbox, mail: str) -> None:
    browser = browser_of_before(hub)
    assert browser.done("requestPasswordReset", {"mail": mail}, "accepted")["accepted"]
    browser.secret = "a secret of before"
    given = {"token": token_of(mailbox.next()), "password": PASSWORD}
    assert browser.done("resetPassword", given, "done")["done"]
    mailbox.next()


def test_whoever_is_invited_joins_with_a_browser_of_before(hub: Hub, mailbox: Mailbox) -> None:
    new = f"{secrets.token_hex(4)}@example.ir"
    given = {"organizationId": hub.organization("خانهٔ نو"), "mail": new, "right": "MEMBER"}
    assert hub.deed("invitePerson", given, "", hub.admin)["errors"] == []
    browser = browser_of_before(hub)
    accepted = {"token": token_of(mailbox.next()), "name": "نرگس", "password": PASSWORD}
    assert browser.done("acceptPersonInvitation", accepted, "signedIn")["signedIn"]
    assert browser.ask(ROLE)["viewer"] == {"role": "MEMBER"}


def test_a_wrong_password_is_told_as_ever(hub: Hub, mail: str) -> None:
    browser = browser_of_before(hub)
    told = browser.sign_in(mail, "not this one, by no means")
    assert [error["code"] for error in told["errors"]] == ["SIGN_IN_FAILED"]
    assert browser.secret in {None, ""}


@pytest.mark.parametrize(
    "document",
    [
        ROLE,
        "{ experiences(first: 1) { totalCount } }",
        "mutation { signOut { ended } }",
        "mutation($input: SignInInput!) { " + SIGN_IN + " signOut { ended } }",
    ],
)
def test_who_asks_as_somebody_is_told_once_that_they_are_nobody(hub: Hub, mail: str, document: str) -> None:
    browser = browser_of_before(hub)
    given = {"input": {"mail": mail, "password": PASSWORD}} if "$input" in document else None
    response = browser.post(document, given)
    assert response.status_code == 401
    assert response.json()["errors"][0]["extensions"]["code"] == "SESSION_ENDED"
    assert browser.secret in {None, ""}


def test_another_site_signs_nobody_in_with_a_cookie_of_before(hub: Hub, mail: str) -> None:
    browser = browser_of_before(hub)
    browser.client.headers.update({"origin": "https://evil.example", "sec-fetch-site": "cross-site"})
    document = "mutation($input: SignInInput!) { " + SIGN_IN + " }"
    told = browser.post(document, {"input": {"mail": mail, "password": PASSWORD}}).json()
    assert told["errors"][0]["extensions"]["code"] == "CROSS_SITE"


def test_a_token_that_opens_nothing_is_told_of_whatever_is_asked(hub: Hub, mail: str) -> None:
    document = "mutation($input: SignInInput!) { " + SIGN_IN + " }"
    given = {"input": {"mail": mail, "password": PASSWORD}}
    told = Browser(hub).post(document, given, authorization="Bearer of-nobody").json()
    assert told["errors"][0]["extensions"]["code"] == "TOKEN_WRONG"
