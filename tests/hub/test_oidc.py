"""Signing in through a provider of OpenID Connect: who is let in, who is linked, and what is refused."""

import asyncio
import secrets
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import orjson
import pytest
from joserfc.jwk import RSAKey

from tests.browser import Browser, Mailbox, joined
from tests.conftest import Neo4j
from tests.provider import CLIENT, SECRET, Provider, running
from tests.running import Hub, own_hub

ME = "{ viewer { role person { mail name providers } } }"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running() as made:
        yield made


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j, provider: Provider, mailbox: Mailbox) -> Iterator[Hub]:
    folder: Path = mailbox.folder.parent
    table = f'[trial]\nissuer = "{provider.issuer}"\nclient_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n'
    (folder / "providers.toml").write_text(table, "utf-8")
    given = {"HUB_STATE_DIR": str(folder), "HUB_OIDC_PROVIDERS": str(folder / "providers.toml")}
    with own_hub(neo4j_server, **given) as made:
        yield made


@pytest.fixture(autouse=True)
def as_usual(provider: Provider) -> None:
    provider.person, provider.otherwise, provider.signs_with = {}, {}, None
    provider.names_itself, provider.says, provider.broken = False, None, {}


def there(browser: Browser, start: str = "/sign-in/oidc/trial/start") -> str:
    """Where the provider sends a browser back to."""
    gone = browser.client.get(start)
    assert gone.status_code == 303, gone.text
    with httpx.Client() as at_provider:
        parts = urlsplit(at_provider.get(gone.headers["location"]).headers["location"])
    return f"{parts.path}?{parts.query}"


def there_and_back(browser: Browser, start: str = "/sign-in/oidc/trial/start") -> httpx.Response:
    """The hub's answer to whoever comes back from the provider."""
    return browser.client.get(there(browser, start))


def stranger(hub: Hub) -> Browser:
    """A browser, as it comes from another page."""
    browser = Browser(hub)
    for name in ("origin", "sec-fetch-site"):
        del browser.client.headers[name]
    return browser


def at_home(browser: Browser) -> Browser:
    """The same browser, with a page of the hub open."""
    browser.client.headers.update({"origin": browser.hub.address, "sec-fetch-site": "same-origin"})
    return browser


def code(response: httpx.Response) -> str:
    return str(response.json()["errors"][0]["extensions"]["code"])


def test_a_verified_address_that_was_invited_comes_in_and_comes_again(
    hub: Hub, provider: Provider, mailbox: Mailbox
) -> None:
    organization, mail = hub.organization("پل"), f"{secrets.token_hex(4)}@example.ir"
    hub.deed("invitePerson", {"organizationId": organization, "mail": mail, "right": "EDITOR"}, "", hub.admin)
    mailbox.next()
    provider.person = {"sub": "s-1", "email": mail, "email_verified": False, "name": "مینا"}
    assert code(there_and_back(stranger(hub))) == "IDENTITY_UNKNOWN"
    provider.person["email_verified"] = True
    browser = stranger(hub)
    answer = there_and_back(browser, "/sign-in/oidc/trial/start?next=/desk")
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
    me = at_home(browser).ask(ME)["viewer"]
    assert me == {"role": "MEMBER", "person": {"mail": mail, "name": "مینا", "providers": ["trial"]}}
    # From then on it is the subject that counts, whatever the address is.
    provider.person = {"sub": "s-1"}
    again = stranger(hub)
    assert there_and_back(again).status_code == 303
    assert at_home(again).ask(ME)["viewer"]["person"]["mail"] == mail


def test_an_account_is_linked_by_whoever_is_signed_in_alone(
    hub: Hub, provider: Provider, mailbox: Mailbox
) -> None:
    mail = f"{secrets.token_hex(4)}@example.ir"
    browser = joined(hub, mailbox, hub.organization("رود"), mail)
    provider.person = {"sub": "s-2", "email": mail, "email_verified": True}
    assert code(there_and_back(stranger(hub))) == "SIGN_IN_FIRST"
    assert there_and_back(browser).status_code == 303
    assert browser.ask(ME)["viewer"]["person"]["providers"] == ["trial"]
    another = joined(hub, mailbox, hub.organization("کوه"), f"{secrets.token_hex(4)}@example.ir")
    assert code(there_and_back(another)) == "IDENTITY_TAKEN"
    browser.done("removeProvider", {"provider": "trial"}, "done")
    assert code(there_and_back(stranger(hub))) == "SIGN_IN_FIRST"


def test_another_site_links_nobody_to_an_account_that_is_signed_in(
    hub: Hub, provider: Provider, mailbox: Mailbox
) -> None:
    browser = joined(hub, mailbox, hub.organization("دشت"), f"{secrets.token_hex(4)}@example.ir")
    provider.person = {"sub": "s-attacker"}
    browser.client.headers["sec-fetch-site"] = "cross-site"
    del browser.client.headers["origin"]
    assert code(there_and_back(browser)) == "CROSS_SITE"
    assert at_home(browser).ask(ME)["viewer"]["person"]["providers"] == []
    assert there_and_back(browser).status_code == 303
    assert browser.ask(ME)["viewer"]["person"]["providers"] == ["trial"]


@pytest.mark.parametrize(
    "fault", ["nonce", "iss", "aud", "azp", "exp", "sub", "key", "state", "cookie", "code", "twice"]
)
def test_what_is_not_as_it_should_be_lets_nobody_in(hub: Hub, provider: Provider, fault: str) -> None:
    provider.person = {"sub": "s-1"}
    wrong = {
        "nonce": "another",
        "iss": "http://evil.example",
        "aud": "another",
        "azp": "another",
        "exp": int(time.time()) - 600,
    }
    if fault in wrong:
        provider.otherwise = {fault: wrong[fault]}
    if fault == "sub":
        provider.person = {}
    if fault == "key":
        provider.signs_with = RSAKey.generate_key(2048, {"kid": "one"})
    browser = stranger(hub)
    back = there(browser)
    if fault == "state":
        back = back.replace("state=", "state=x")
    if fault == "cookie":
        browser.client.cookies.clear()
    if fault == "code":
        back = back.replace("code=", "code=x")
    if fault == "twice":
        assert browser.client.get(back).status_code == 303
        browser.client.cookies.clear()
    assert code(browser.client.get(back)) == "PROVIDER_REFUSED"
    assert browser.secret is None


def test_whoever_names_another_issuer_in_an_answer_lets_nobody_in(
    hub: Hub, provider: Provider, mailbox: Mailbox
) -> None:
    browser = joined(hub, mailbox, hub.organization("چشمه"), f"{secrets.token_hex(4)}@example.ir")
    provider.person = {"sub": "s-named"}
    before = len(provider.codes)
    for says, names_itself in (("http://evil.example", False), ("http://evil.example", True), (None, True)):
        provider.says, provider.names_itself = says, names_itself
        assert code(there_and_back(browser)) == "PROVIDER_REFUSED"
        assert browser.ask(ME)["viewer"]["person"]["providers"] == []
    provider.says = provider.issuer
    doubled = f"{there(browser)}&iss=http%3A%2F%2Fevil.example"
    assert code(browser.client.get(doubled)) == "PROVIDER_REFUSED"
    assert len(provider.codes) == before + 4, "no code was shown to anybody"
    assert there_and_back(browser).status_code == 303
    assert browser.ask(ME)["viewer"]["person"]["providers"] == ["trial"]


def test_the_way_back_of_one_browser_lets_no_other_in(hub: Hub, provider: Provider, mailbox: Mailbox) -> None:
    attacker = joined(hub, mailbox, hub.organization("جنگل"), f"{secrets.token_hex(4)}@example.ir")
    provider.person = {"sub": "s-of-the-attacker"}
    assert there_and_back(attacker).status_code == 303
    link = there(stranger(hub))
    victim = stranger(hub)
    assert code(victim.client.get(link)) == "PROVIDER_REFUSED"
    there(victim)  # It has gone by itself, too.
    assert code(victim.client.get(link)) == "PROVIDER_REFUSED"
    assert victim.secret is None


def test_who_comes_back_is_who_has_gone(hub: Hub, provider: Provider, mailbox: Mailbox) -> None:
    mails = [f"{secrets.token_hex(4)}@example.ir" for _ in range(2)]
    first, second = (joined(hub, mailbox, hub.organization("باغ"), mail) for mail in mails)
    provider.person = {"sub": "s-of-nobody-yet"}

    def signed_in_meanwhile(gone: Browser, into: Browser | None) -> httpx.Response:
        back = there(gone)
        gone.secret = None if into is None else into.secret
        return gone.client.get(back)

    # Nobody has gone, and somebody comes back; one has, and another comes back; one has, and nobody does.
    assert code(signed_in_meanwhile(stranger(hub), first)) == "PROVIDER_REFUSED"
    assert code(signed_in_meanwhile(first, second)) == "PROVIDER_REFUSED"
    assert code(signed_in_meanwhile(second, None)) == "PROVIDER_REFUSED"


def test_a_link_leads_to_pages_of_the_hub_alone(hub: Hub, provider: Provider) -> None:
    provider.person = {"sub": "s-1"}
    for wanted in ("https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:0"):
        answer = there_and_back(stranger(hub), f"/sign-in/oidc/trial/start?next={wanted}")
        assert answer.headers["location"] == "/"


def test_a_provider_that_nobody_has_set_up_is_not_found(hub: Hub) -> None:
    assert code(stranger(hub).client.get("/sign-in/oidc/another/start")) == "NOT_FOUND_HERE"


def test_who_reads_pages_is_told_on_the_page_of_signing_in_why_they_are_not_let_in(
    hub: Hub, provider: Provider
) -> None:
    provider.person = {"sub": "nobody-known", "email": "nobody@elsewhere.example", "email_verified": True}
    for start, page in (("/desk", "/sign-in"), ("/en/desk", "/en/sign-in")):
        browser = stranger(hub)
        browser.client.headers["accept"] = "text/html,*/*"
        told = there_and_back(browser, f"/sign-in/oidc/trial/start?next={start}")
        assert (told.status_code, told.headers["location"]) == (303, f"{page}?refused=IDENTITY_UNKNOWN")
        assert browser.secret is None
    assert hub.ask("{ signInProviders { provider name } }")["signInProviders"] == [
        {"provider": "trial", "name": "trial"}
    ]


@pytest.mark.parametrize("lost", ["state", "nonce", "verifier", "provider", "next", "session"])
def test_half_of_what_somebody_has_gone_with_lets_nobody_in(hub: Hub, provider: Provider, lost: str) -> None:
    provider.person = {"sub": "s-1"}
    for put in ({}, {lost: 1}, {lost: None}, {lost: ["x"]}):
        browser = stranger(hub)
        back = there(browser)
        gone = orjson.loads(bytes.fromhex(browser.client.cookies["hub-oidc"]))
        del gone[lost]
        browser.client.cookies.set("hub-oidc", orjson.dumps(gone | put).hex(), domain="127.0.0.1", path="/")
        assert code(browser.client.get(back)) == "PROVIDER_REFUSED", put
        assert browser.secret is None


def test_a_page_of_another_site_in_the_cookie_is_led_to_by_nobody(hub: Hub, provider: Provider) -> None:
    provider.person = {"sub": "nobody-known"}
    browser = stranger(hub)
    back = there(browser)
    gone = orjson.loads(bytes.fromhex(browser.client.cookies["hub-oidc"])) | {"next": "//evil.example"}
    browser.client.cookies.set("hub-oidc", orjson.dumps(gone).hex(), domain="127.0.0.1", path="/")
    browser.client.headers["accept"] = "text/html"
    assert browser.client.get(back).headers["location"] == "/sign-in?refused=IDENTITY_UNKNOWN"


@pytest.mark.parametrize("missing", ["authorization_endpoint", "token_endpoint", "jwks_uri"])
@pytest.mark.parametrize("told", [None, "", 5, "javascript:0"])
def test_a_provider_that_does_not_say_where_it_is_is_named_so(
    hub: Hub, provider: Provider, missing: str, told: Any
) -> None:
    provider.broken = {missing: told}
    answer = stranger(hub).client.get("/sign-in/oidc/trial/start")
    assert (answer.status_code, code(answer)) == (502, "PROVIDER_INCOMPLETE")
    assert missing in answer.json()["errors"][0]["message"]
    provider.broken = {}
    browser = stranger(hub)
    back = there(browser)
    provider.broken = {missing: told}
    assert code(browser.client.get(back)) == "PROVIDER_INCOMPLETE"
    assert browser.secret is None


@pytest.mark.parametrize("place", ["known", "token", "keys"])
@pytest.mark.parametrize(
    "told", [[], "text", 5, None, {"keys": 5}, {"keys": [5]}, {"keys": [{}]}, [["a", "b"]]]
)
def test_a_provider_that_answers_something_else_is_told_of_and_lets_nobody_in(
    hub: Hub, provider: Provider, place: str, told: Any
) -> None:
    provider.person = {"sub": "s-1"}
    browser = stranger(hub)
    back = there(browser)
    provider.broken = {place: told}
    answer = browser.client.get(back)
    assert answer.status_code < 500 or answer.status_code == 502, answer.text
    assert code(answer) in {"PROVIDER_REFUSED", "PROVIDER_SILENT", "PROVIDER_INCOMPLETE"}
    assert browser.secret is None


@pytest.mark.parametrize(
    "person",
    [
        {"sub": 5},
        {"sub": {"of": "s-1"}},
        {"sub": ""},
        {"sub": "x" * 300},
        {"sub": "s-odd", "email": 5, "email_verified": True},
        {"sub": "s-odd", "email": ["a@example.ir"], "email_verified": True},
        {"sub": "s-odd", "email": "", "email_verified": True},
    ],
)
def test_odd_claims_let_nobody_in(hub: Hub, provider: Provider, person: dict[str, Any]) -> None:
    provider.person = person
    assert code(there_and_back(stranger(hub))) in {"PROVIDER_REFUSED", "IDENTITY_UNKNOWN"}


@pytest.mark.parametrize("name", [5, "", "   ", "ن" * 4000, ["x"], "علی\u200cرضا"])
def test_whoever_was_invited_comes_in_whatever_the_provider_calls_them(
    hub: Hub, provider: Provider, mailbox: Mailbox, name: Any
) -> None:
    organization, mail = hub.organization("پل"), f"{secrets.token_hex(4)}@example.ir"
    hub.deed("invitePerson", {"organizationId": organization, "mail": mail, "right": "EDITOR"}, "", hub.admin)
    mailbox.next()
    provider.person = {"sub": mail, "email": mail, "email_verified": True, "name": name}
    browser = stranger(hub)
    assert there_and_back(browser).status_code == 303
    called = at_home(browser).ask(ME)["viewer"]["person"]["name"]
    assert called == (name if name == "علی\u200cرضا" else mail.partition("@")[0])


def test_an_invitation_that_is_taken_back_at_this_moment_lets_nobody_in(
    hub: Hub, provider: Provider, mailbox: Mailbox
) -> None:
    organization, mail = hub.organization("پل"), f"{secrets.token_hex(4)}@example.ir"
    given = {"organizationId": organization, "mail": mail, "right": "EDITOR"}
    hub.deed("invitePerson", given, "invitation { id }", hub.admin)
    mailbox.next()
    provider.person = {"sub": mail, "email": mail, "email_verified": True}
    browser, answers = stranger(hub), list[httpx.Response]()
    back = there(browser)
    coming = threading.Thread(target=lambda: answers.append(browser.client.get(back)))

    async def taken_back(database: Any) -> None:
        async def work(transaction: Any) -> None:
            await transaction.run("MATCH (i:Invitation {mail: $mail}) SET i.locked = true", mail=mail)
            coming.start()
            await asyncio.sleep(3)  # It has read the invitation by then, and waits for its lock.
            await transaction.run("MATCH (i:Invitation {mail: $mail}) DETACH DELETE i", mail=mail)

        await database.write(work)

    hub.run(taken_back)
    coming.join()
    assert code(answers[0]) == "IDENTITY_UNKNOWN"
    assert browser.secret is None
    assert hub.cypher("MATCH (a:Account {mail: $mail}) RETURN a.id AS id", mail=mail) == []


def test_an_organization_that_has_left_keeps_nobody_from_the_next_that_invites(
    hub: Hub, provider: Provider, mailbox: Mailbox
) -> None:
    mail = f"{secrets.token_hex(4)}@example.ir"
    gone, there_still = hub.organization("رفته"), hub.organization("مانده")
    for organization in (gone, there_still):
        given = {"organizationId": organization, "mail": mail, "right": "EDITOR"}
        assert hub.deed("invitePerson", given, "", hub.admin)["errors"] == []
        mailbox.next()
    (row,) = hub.cypher("MATCH (o:Organization {id: $id}) RETURN o.version AS version", id=gone)
    given = {"id": gone, "version": row["version"]}
    hub.done("withdrawOrganization", given, "organization { id }", hub.admin)
    provider.person = {"sub": mail, "email": mail, "email_verified": True}
    browser = stranger(hub)
    assert there_and_back(browser).status_code == 303
    own = at_home(browser).ask("{ viewer { organization { id } } }")["viewer"]["organization"]
    assert own == {"id": there_still}
