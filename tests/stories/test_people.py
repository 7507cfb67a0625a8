"""People come into the hub: from the first administrator to an editor who leaves."""

import pyotp
import pytest

from tests.browser import PASSWORD, Browser, Mailbox, joined, token_of
from tests.hub.commands import beside
from tests.running import Hub

pytestmark = pytest.mark.mails

_ME = "{ viewer { role scopes organization { id } person { name mail secondFactorShown } } }"
_TOLD = {"title": "کارگاه خیاطی", "outcome": "FAILURE", "happened": "نشد."}


def test_from_an_invitation_to_signing_in_and_to_leaving(hub: Hub, mailbox: Mailbox) -> None:
    organization = hub.organization("مهر ماندگار")
    browser = joined(hub, mailbox, organization, "narges@example.ir")
    me = browser.ask(_ME)["viewer"]
    assert me == {
        "role": "MEMBER",
        "scopes": ["EVENTS", "EXCHANGE", "EXPORT", "IMPORT", "PUBLISH", "READ"],
        "organization": {"id": organization},
        "person": {"name": "نرگس کریمی", "mail": "narges@example.ir", "secondFactorShown": False},
    }
    browser.done("signOut", None, "ended")
    assert browser.ask(_ME)["viewer"]["role"] == "ANONYMOUS"

    assert (
        browser.sign_in("narges@example.ir", "something else entirely")["errors"][0]["code"]
        == "SIGN_IN_FAILED"
    )
    assert browser.sign_in("Narges@Example.IR") == {"signedIn": True, "errors": []}
    created = browser.write("createExperience", _TOLD, "experience { id version }")
    assert created["errors"] == []

    # She leaves; from that request on she can do nothing, and reads nothing of it.
    assert browser.done("leaveOrganization", {"organizationId": organization}, "done")["done"]
    after = browser.write("createExperience", _TOLD, "experience { id }")
    assert (after["experience"], [error["code"] for error in after["errors"]]) == (None, ["NO_ORGANIZATION"])
    read = browser.ask(f'{{ node(id: "{created["experience"]["id"]}") {{ id }} }}')
    assert read == {"node": None}
    assert browser.ask(_ME)["viewer"]["person"]["mail"] == "narges@example.ir"
    kinds = hub.cypher(
        "MATCH (e:Event)-[:SUBJECT]->(:Affiliation)-[:AFFILIATED_WITH]->({id: $id})"
        " RETURN e.kind AS kind ORDER BY e.sequence",
        id=organization,
    )
    assert [row["kind"] for row in kinds] == ["AFFILIATION_BEGUN", "AFFILIATION_ENDED"]


def test_the_first_administrator_acts_once_a_second_factor_is_shown(hub: Hub) -> None:
    link = beside(hub, "person", "invite-administrator", "sima@example.ir").stdout.strip()
    browser = Browser(hub)
    given = {"token": link.partition("#")[2], "name": "سیما راد", "password": PASSWORD}
    browser.done("acceptPersonInvitation", given, "signedIn")
    assert browser.ask(_ME)["viewer"]["role"] == "ANONYMOUS"

    secret = browser.done("beginSecondFactor", None, "secret address")["secret"]
    codes = browser.done("confirmSecondFactor", {"code": pyotp.TOTP(secret).now()}, "recoveryCodes")[
        "recoveryCodes"
    ]
    assert len(set(codes)) == 10
    assert browser.ask(_ME)["viewer"]["role"] == "ADMINISTRATOR"
    assert browser.refused("removeSecondFactor", None, "done") == "SECOND_FACTOR_REQUIRED"

    again = Browser(hub)
    assert again.sign_in("sima@example.ir")["errors"][0]["code"] == "SECOND_FACTOR_NEEDED"
    assert again.sign_in("sima@example.ir", code="000000")["errors"][0]["code"] == "CODE_WRONG"
    assert again.sign_in("sima@example.ir", code=codes[0])["errors"] == []
    assert again.ask(_ME)["viewer"]["role"] == "ADMINISTRATOR"
    assert Browser(hub).sign_in("sima@example.ir", code=codes[0])["errors"][0]["code"] == "CODE_WRONG"


def test_a_forgotten_password_is_set_anew_by_mail(hub: Hub, mailbox: Mailbox) -> None:
    organization = hub.organization("راه روشن")
    browser = joined(hub, mailbox, organization, "leila@example.ir")
    asked = Browser(hub)
    told = asked.done("requestPasswordReset", {"mail": "leila@example.ir"}, "accepted")
    assert told == asked.done("requestPasswordReset", {"mail": "nobody@example.ir"}, "accepted")
    letter = mailbox.next()
    assert (letter["to"], letter["content-language"]) == ("leila@example.ir", "fa")
    token, other = token_of(letter), "another row of words"
    assert (
        asked.refused("resetPassword", {"token": token, "password": "short"}, "done") == "PASSWORD_TOO_SHORT"
    )
    asked.done("resetPassword", {"token": token, "password": other}, "done")
    assert browser.post(_ME).json()["errors"][0]["extensions"]["code"] == "SESSION_ENDED"
    assert asked.refused("resetPassword", {"token": token, "password": other}, "done") == "LINK_WRONG"
    assert asked.sign_in("leila@example.ir")["errors"][0]["code"] == "SIGN_IN_FAILED"
    assert asked.sign_in("leila@example.ir", other)["signedIn"]
    assert mailbox.next()["to"] == "leila@example.ir"
