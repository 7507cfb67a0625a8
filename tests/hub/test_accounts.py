"""Accounts: every refusal on the way in, what a cookie may do, and that a change holds from the next request on."""

import secrets

import pyotp
import pytest

from tests.authenticator import Authenticator
from tests.browser import PASSWORD, Browser, Mailbox, joined, token_of
from tests.conftest import Neo4j
from tests.hub.commands import beside
from tests.running import Hub, start_hub, stop_hub, today

pytestmark = pytest.mark.mails

ME = "{ viewer { role organization { id } person { name mail listed languages } } }"
ROLE = "{ viewer { role } }"


@pytest.fixture(scope="module")
def organization(hub: Hub) -> str:
    return hub.organization("خانهٔ کارآفرینی")


def new_mail() -> str:
    return f"{secrets.token_hex(4)}@example.ir"


@pytest.fixture
def person(hub: Hub, mailbox: Mailbox, organization: str) -> tuple[Browser, str]:
    """The browser of an editor who has just joined, and their mail address."""
    mailbox.unread()
    mail = new_mail()
    return joined(hub, mailbox, organization, mail), mail


def key_at(hub: Hub) -> Authenticator:
    """A passkey of a device, for pages of the hub."""
    return Authenticator(hub.address.replace("127.0.0.1", "localhost"), "localhost")


def code(browser: Browser, query: str = ROLE, **headers: str) -> str | None:
    """The code of a request that is refused as a whole; None where it is answered."""
    told = browser.post(query, None, **headers).json()
    return told["errors"][0]["extensions"]["code"] if "errors" in told else None


def affiliation_of(hub: Hub, mail: str) -> dict[str, object]:
    (row,) = hub.cypher(
        "MATCH (:Account {mailKey: $mail})-[:OF]->()<-[:AFFILIATES]-(a) RETURN a.id AS id, a.version AS version",
        mail=mail,
    )
    return row


# -- invitations -----------------------------------------------------------------------------------


def test_an_invitation_comes_from_its_organization_or_a_coordinator(hub: Hub, organization: str) -> None:
    other, token = hub.member("سازمان بیگانه")
    given = {"organizationId": organization, "mail": new_mail(), "right": "EDITOR"}
    before = hub.count()
    for who, expected in (
        (token, "NOT_ALLOWED"),
        (None, "SIGN_IN_REQUIRED"),
        (hub.token(organization, scopes=("read",)), "SCOPE_REQUIRED"),
    ):
        payload = hub.deed("invitePerson", given, "invitation { id }", who)
        assert [error["code"] for error in payload["errors"]] == [expected]
    wrong = hub.deed("invitePerson", given | {"mail": "no address"}, "invitation { id }", hub.admin)
    assert [(error["code"], error["path"]) for error in wrong["errors"]] == [
        ("MAIL_WRONG", ["input", "mail"])
    ]
    gone = hub.deed("invitePerson", given | {"organizationId": "org_none"}, "invitation { id }", hub.admin)
    assert [error["code"] for error in gone["errors"]] == ["NOT_FOUND"]
    assert hub.count() == before
    assert other != organization


def test_a_link_opens_once_and_not_after_its_time(hub: Hub, mailbox: Mailbox, organization: str) -> None:
    mailbox.unread()
    given = {"organizationId": organization, "mail": new_mail(), "right": "MEMBER", "language": "EN"}
    made = hub.deed("invitePerson", given, "invitation { id mail right }", hub.admin)
    letter = mailbox.next()
    assert (letter["to"], letter["content-language"]) == (given["mail"], "en")
    where = hub.address.replace("127.0.0.1", "localhost")
    assert f"\n{where}/en/join#" in letter.get_content()
    name = hub.ask("query($id: ID!) { organization(id: $id) { nameFa } }", {"id": organization})
    inviting = f"An administrator of the network invites you to join {name['organization']['nameFa']} at"
    assert letter.get_content().startswith(inviting)
    assert "\nYour right: Member. Reads what its organization reads.\n" in letter.get_content()
    assert letter.get_content_type() == "text/plain"
    token = token_of(letter)
    accepted = {"token": token, "name": "نگار", "password": PASSWORD}
    browser = Browser(hub)
    assert browser.refused("acceptPersonInvitation", accepted | {"token": "x"}, "signedIn") == "LINK_WRONG"
    hub.cypher(
        "MATCH (i:Invitation {id: $id}) SET i.expiresAt = datetime() - duration('PT1S')",
        id=made["invitation"]["id"],
    )
    assert browser.refused("acceptPersonInvitation", accepted, "signedIn") == "LINK_EXPIRED"
    hub.cypher(
        "MATCH (i:Invitation {id: $id}) SET i.expiresAt = datetime() + duration('PT1H')",
        id=made["invitation"]["id"],
    )
    assert browser.refused("acceptPersonInvitation", {"token": token}, "signedIn") == "VALUE_REQUIRED"
    browser.done("acceptPersonInvitation", accepted, "signedIn")
    assert browser.ask(ROLE)["viewer"] == {"role": "MEMBER"}
    assert Browser(hub).refused("acceptPersonInvitation", accepted, "signedIn") == "LINK_WRONG"


def test_an_organization_that_invites_is_named_with_the_office(
    hub: Hub, mailbox: Mailbox, person: tuple[Browser, str], organization: str
) -> None:
    mailbox.unread()
    given = {"organizationId": organization, "mail": new_mail(), "right": "EDITOR", "office": "مدیر آموزش"}
    assert person[0].done("invitePerson", given, "invitation { id }")
    told = mailbox.next().get_content()
    name = hub.ask("query($id: ID!) { organization(id: $id) { nameFa } }", {"id": organization})
    inviting = f"«{name['organization']['nameFa']}» شما را دعوت کرده است تا در کانون تجربه به آن بپیوندید؛"
    assert told.startswith(inviting)
    right = "ویرایشگر. از سوی آن هم می‌نویسد، امضا می‌کند و دعوت می‌کند."
    assert f"\nاختیار شما: {right} سمت شما: مدیر آموزش.\n" in told


def test_one_that_was_taken_back_opens_nothing(hub: Hub, mailbox: Mailbox, organization: str) -> None:
    mailbox.unread()
    given = {"organizationId": organization, "mail": new_mail(), "right": "MEMBER"}
    made = hub.deed("invitePerson", given, "invitation { id }", hub.admin)["invitation"]
    _, stranger = hub.member("سازمان دورتر")
    told = hub.deed("withdrawPersonInvitation", made, "", stranger)
    assert [error["code"] for error in told["errors"]] == ["NOT_FOUND"]
    assert hub.deed("withdrawPersonInvitation", made, "", hub.admin)["errors"] == []
    accepted = {"token": token_of(mailbox.next()), "name": "نگار", "password": PASSWORD}
    assert Browser(hub).refused("acceptPersonInvitation", accepted, "signedIn") == "LINK_WRONG"


def test_whoever_has_an_account_joins_another_organization_with_it(
    hub: Hub, mailbox: Mailbox, organization: str, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    second = hub.organization(f"سازمان {secrets.token_hex(3)}")
    hub.deed("invitePerson", {"organizationId": second, "mail": mail, "right": "MEMBER"}, "", hub.admin)
    token = token_of(mailbox.next())
    stranger = Browser(hub)
    given = {"token": token, "name": "دیگری", "password": PASSWORD}
    assert stranger.refused("acceptPersonInvitation", given, "signedIn") == "SIGN_IN_FIRST"
    # Nor with an account that is not the one it was sent to.
    another = joined(hub, mailbox, organization, new_mail())
    assert another.refused("acceptPersonInvitation", {"token": token}, "signedIn") == "SIGN_IN_FIRST"
    browser.done("acceptPersonInvitation", {"token": token}, "signedIn")
    assert browser.ask(ME)["viewer"]["organization"] == {"id": organization}
    chosen = browser.ask(ME, None, hub_organization=second)["viewer"]
    assert (chosen["role"], chosen["organization"]) == ("MEMBER", {"id": second})
    assert code(browser, ROLE, hub_organization="org_none") == "ORGANIZATION_NOT_YOURS"
    # There they read, and do not write.
    answer = browser.write(
        "createExperience",
        {"title": "آزمون", "outcome": "FAILURE", "happened": "نشد."},
        "experience { id }",
        hub_organization=second,
    )
    assert [error["code"] for error in answer["errors"]] == ["EDITOR_REQUIRED"]


# -- passwords -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("eleven char", "PASSWORD_TOO_SHORT"),
        ("x" * 257, "PASSWORD_TOO_LONG"),
        ("qwerty123456", "PASSWORD_COMMON"),
        ("QWERTY123456", "PASSWORD_COMMON"),
        ("aaaaaaaaaaaaaaa", "PASSWORD_COMMON"),
        ("123412341234", "PASSWORD_COMMON"),
        ("qwertyuiopasdf", "PASSWORD_COMMON"),
        ("abcdefghijklmn", "PASSWORD_COMMON"),
        ("P@ssw0rd!2024", "PASSWORD_COMMON"),
        ("iloveyou1234", "PASSWORD_COMMON"),
        ("letmeinletmein", "PASSWORD_COMMON"),
        ("تهران۱۲۳۴۵۶۷", "PASSWORD_COMMON"),
        ("سلام سلام سلام", "PASSWORD_COMMON"),
        ("نرگس کریمی ۱۳۶۱", "PASSWORD_COMMON"),
        ("Example.ir-2024", "PASSWORD_COMMON"),
    ],
)
def test_a_password_that_others_guess_is_not_taken(
    person: tuple[Browser, str], password: str, expected: str
) -> None:
    browser, mail = person
    assert browser.refused("changePassword", {"password": password}, "done") == expected
    assert browser.sign_in(mail)["errors"] == []


def test_one_of_small_letters_alone_is_taken_and_ends_the_other_sessions(
    hub: Hub, mailbox: Mailbox, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    other = Browser(hub)
    assert other.sign_in(mail)["errors"] == []
    before = browser.secret
    browser.done("changePassword", {"password": "just some small letters"}, "done")
    assert browser.secret not in {before, None}
    assert browser.ask(ROLE)["viewer"] == {"role": "MEMBER"}
    assert code(other) == "SESSION_ENDED"
    assert mailbox.next()["to"] == mail
    (row,) = hub.cypher("MATCH (a:Account {mailKey: $mail}) RETURN a.passwordHash AS hash", mail=mail)
    assert row["hash"].startswith("$argon2id$")


# -- signing in ------------------------------------------------------------------------------------


def test_tries_are_counted_whether_or_not_there_is_an_account(hub: Hub, person: tuple[Browser, str]) -> None:
    _, mail = person
    told = []
    for address in (mail, new_mail()):
        browser = Browser(hub)
        codes = [browser.sign_in(address, "not the right words")["errors"][0]["code"] for _ in range(11)]
        told.append(codes)
    assert told[0] == told[1] == ["SIGN_IN_FAILED"] * 10 + ["TOO_MANY_TRIES"]
    assert Browser(hub).sign_in(mail)["errors"][0]["code"] == "TOO_MANY_TRIES"


def test_a_disabled_account_can_do_nothing_from_the_next_request_on(
    hub: Hub, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    (row,) = hub.cypher("MATCH (:Account {mailKey: $mail})-[:OF]->(p) RETURN p.id AS id", mail=mail)
    editor = hub.deed("disableAccount", {"personId": row["id"]}, "done", hub.token(None, "COORDINATOR"))
    assert [error["code"] for error in editor["errors"]] == ["NOT_ALLOWED"]
    assert browser.ask(ROLE)["viewer"] == {"role": "MEMBER"}
    assert hub.deed("disableAccount", {"personId": row["id"]}, "done", hub.admin)["done"]
    assert code(browser) == "SESSION_ENDED"
    assert browser.secret is None
    assert browser.sign_in(mail)["errors"][0]["code"] == "ACCOUNT_DISABLED"
    hub.deed("enableAccount", {"personId": row["id"]}, "done", hub.admin)
    assert browser.sign_in(mail)["errors"] == []


def test_a_session_ends_when_it_is_idle_and_when_its_time_is_over(
    hub: Hub, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    for change in (
        "s.usedAt = datetime() - duration('PT13H')",
        "s.expiresAt = datetime() - duration('PT1S')",
    ):
        assert browser.sign_in(mail)["errors"] == []
        hub.cypher(f"MATCH (s:Session)-[:OF]->(:Account {{mailKey: $mail}}) SET {change}", mail=mail)
        assert code(browser) == "SESSION_ENDED"


def test_its_secret_is_another_after_signing_in_and_kept_as_a_hash(
    hub: Hub, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    before = browser.secret
    assert before is not None
    browser.sign_in(mail)
    assert browser.secret != before
    old = Browser(hub)
    old.secret = before
    assert code(old) == "SESSION_ENDED"
    (row,) = hub.cypher(
        "MATCH (s:Session) WHERE s.hash = $secret RETURN count(s) AS n", secret=browser.secret
    )
    assert row["n"] == 0


def test_sessions_are_listed_and_ended_by_their_person(hub: Hub, person: tuple[Browser, str]) -> None:
    browser, mail = person
    phone = Browser(hub)
    phone.client.headers["user-agent"] = "a phone"
    phone.sign_in(mail)
    listed = "{ viewer { person { sessions { id way agent current } } } }"
    found = browser.ask(listed)["viewer"]["person"]["sessions"]
    assert {(row["agent"] == "a phone", row["current"]) for row in found} == {(True, False), (False, True)}
    theirs = next(row["id"] for row in found if row["agent"] == "a phone")
    assert browser.done("endSession", {"id": theirs}, "ended") == {"ended": 1, "errors": []}
    assert code(phone) == "SESSION_ENDED"
    assert browser.refused("endSession", {"id": theirs}, "ended") == "NOT_FOUND"
    phone.sign_in(mail)
    assert browser.done("endOtherSessions", None, "ended")["ended"] == 1
    assert code(phone) == "SESSION_ENDED"


# -- what a cookie may do --------------------------------------------------------------------------


def test_what_comes_with_a_cookie_comes_from_a_page_of_the_hub(person: tuple[Browser, str]) -> None:
    browser, _ = person
    foreign = {"origin": "https://evil.example", "sec_fetch_site": "cross-site"}
    for headers in (
        foreign,
        {"sec_fetch_site": "same-site"},
        {"origin": "http://127.0.0.1:1"},
        {"origin": "null"},
    ):
        assert code(browser, ROLE, **headers) == "CROSS_SITE"
    plain = browser.client.post(
        "/graphql", content='{"query": "{__typename}"}', headers={"content-type": "text/plain"}
    )
    assert plain.json()["errors"][0]["extensions"]["code"] == "UNSUPPORTED_MEDIA_TYPE"
    by_get = browser.client.get("/graphql", params={"query": "mutation { signOut { ended } }"})
    assert by_get.status_code == 405
    assert browser.ask(ROLE)["viewer"] == {"role": "MEMBER"}
    for name in ("origin", "sec-fetch-site"):
        del browser.client.headers[name]
    assert code(browser) == "CROSS_SITE"


def test_another_site_gets_no_answer_that_came_with_a_cookie(person: tuple[Browser, str]) -> None:
    browser, mail = person
    asked = {"origin": "https://evil.example", "access-control-request-method": "POST"}
    told = browser.client.options("/graphql", headers=asked)
    assert "access-control-allow-credentials" not in told.headers
    foreign = Browser(browser.hub)
    payload = foreign.deed(
        "signIn", {"mail": mail, "password": PASSWORD}, "signedIn", origin="https://evil.example"
    )
    assert [error["code"] for error in payload["errors"]] == ["CROSS_SITE"]
    assert foreign.secret is None


def test_the_cookie_is_read_by_no_script_and_sent_to_no_other_site(person: tuple[Browser, str]) -> None:
    browser, mail = person
    document = "mutation($input: SignInInput!) { signIn(input: $input) { signedIn } }"
    response = browser.post(document, {"input": {"mail": mail, "password": PASSWORD}})
    attributes = {part.strip().lower() for part in response.headers["set-cookie"].split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/"} <= attributes
    assert "secure" not in attributes


def test_a_token_that_is_sent_on_purpose_counts_before_a_cookie(
    hub: Hub, person: tuple[Browser, str]
) -> None:
    browser, _ = person
    answer = browser.ask(ROLE, None, authorization=f"Bearer {hub.admin}", origin="https://other.example")
    assert answer["viewer"] == {"role": "ADMINISTRATOR"}


# -- offices ---------------------------------------------------------------------------------------


def test_a_changed_right_and_an_ended_office_hold_from_the_next_request_on_in_every_process(
    hub: Hub, neo4j_server: Neo4j, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    told = {"title": "آزمون", "outcome": "FAILURE", "happened": "نشد."}
    process, address = start_hub(neo4j_server, HUB_ANONYMITY="1")
    other = Hub(address, neo4j_server)
    try:
        there = Browser(other)
        there.secret = browser.secret
        assert there.ask(ROLE)["viewer"] == {"role": "MEMBER"}
        given = affiliation_of(hub, mail) | {"right": "MEMBER"}
        changed = hub.done("changeAffiliation", given, "affiliation { id version right }", hub.admin)
        assert changed["right"] == "MEMBER"
        answer = there.write("createExperience", told, "experience { id }")
        assert [error["code"] for error in answer["errors"]] == ["EDITOR_REQUIRED"]
        assert there.secret not in {browser.secret, None}
        hub.done(
            "endAffiliation",
            {"id": changed["id"], "version": changed["version"]},
            "affiliation { id }",
            hub.admin,
        )
        assert there.ask(ME)["viewer"]["role"] == "ANONYMOUS"
    finally:
        other.client.close()
        assert stop_hub(process) == 0


def test_a_withdrawn_organization_gives_nobody_anything(hub: Hub, mailbox: Mailbox) -> None:
    mailbox.unread()
    made = hub.organization(f"سازمان رونده {secrets.token_hex(3)}")
    browser = joined(hub, mailbox, made, new_mail())
    assert browser.ask(ME)["viewer"]["organization"] == {"id": made}
    (row,) = hub.cypher("MATCH (o:Organization {id: $id}) RETURN o.version AS version", id=made)
    hub.done(
        "withdrawOrganization", {"id": made, "version": row["version"]}, "organization { id }", hub.admin
    )
    assert browser.ask(ME)["viewer"]["role"] == "ANONYMOUS"


def test_a_name_is_read_by_colleagues_and_by_all_members_only_where_its_person_wants_it(
    hub: Hub, organization: str, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    (row,) = hub.cypher("MATCH (:Account {mailKey: $mail})-[:OF]->(p) RETURN p.id AS id", mail=mail)
    query = f'{{ node(id: "{row["id"]}") {{ ... on Person {{ name }} }} }}'
    _, stranger = hub.member(f"سازمان {secrets.token_hex(3)}")
    assert hub.ask(query, token=hub.token(organization))["node"] == {"name": "نرگس کریمی"}
    assert hub.ask(query, token=stranger)["node"] is None
    browser.done("editPerson", {"listed": True, "languages": ["EN", "FA"]}, "done")
    assert hub.ask(query, token=stranger)["node"] == {"name": "نرگس کریمی"}
    assert hub.ask(query)["node"] is None
    assert browser.ask(ME)["viewer"]["person"]["languages"] == ["EN", "FA"]
    assert browser.refused("editPerson", {"name": None}, "done") == "VALUE_REQUIRED"


# -- the address, and the end ----------------------------------------------------------------------


def test_an_address_changes_once_its_link_is_opened(mailbox: Mailbox, person: tuple[Browser, str]) -> None:
    browser, mail = person
    new = new_mail()
    browser.done("changeMail", {"mail": new}, "accepted")
    letters = {letter["to"]: letter for letter in (mailbox.next(), mailbox.next())}
    assert letters.keys() == {mail, new}
    assert browser.ask(ME)["viewer"]["person"]["mail"] == mail
    token = token_of(letters[new])
    assert browser.done("confirmMail", {"token": token}, "done")["done"]
    assert browser.ask(ME)["viewer"]["person"]["mail"] == new
    assert browser.refused("confirmMail", {"token": token}, "done") == "LINK_WRONG"
    assert browser.sign_in(mail)["errors"][0]["code"] == "SIGN_IN_FAILED"


def test_what_decides_how_one_signs_in_is_asked_soon_after_signing_in(
    hub: Hub, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    hub.cypher(
        "MATCH (s:Session)-[:OF]->(:Account {mailKey: $mail}) SET s.authenticatedAt = datetime() - duration('PT16M')",
        mail=mail,
    )
    for name, given in (
        ("changePassword", {"password": "some other small words"}),
        ("changeMail", {"mail": new_mail()}),
        ("deleteAccount", {"mail": mail}),
        ("beginSecondFactor", None),
        ("beginPasskey", None),
    ):
        wanted = {"changeMail": "accepted", "beginSecondFactor": "secret", "beginPasskey": "options"}.get(
            name, "done"
        )
        assert browser.refused(name, given, wanted) == "SIGN_IN_AGAIN"


def test_a_deleted_account_leaves_the_records_of_its_organizations(
    hub: Hub, organization: str, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    affiliation = affiliation_of(hub, mail)["id"]
    (row,) = hub.cypher("MATCH (:Account {mailKey: $mail})-[:OF]->(p) RETURN p.id AS id", mail=mail)
    told = {"title": "آزمون", "outcome": "FAILURE", "happened": "نشد."}
    written = browser.write("createExperience", told, "experience { id }")["experience"]["id"]
    assert browser.refused("deleteAccount", {"mail": new_mail()}, "done") == "MAIL_NOT_YOURS"
    assert browser.done("deleteAccount", {"mail": mail}, "done")["done"]
    assert browser.secret is None
    left = hub.cypher(
        "MATCH (n) WHERE n.mailKey = $mail OR n.mail = $mail OR n.id = $person RETURN labels(n) AS labels",
        mail=mail,
        person=row["id"],
    )
    assert left == []
    query = f'{{ node(id: "{affiliation}") {{ ... on Affiliation {{ status person {{ name }} }} }} }}'
    assert hub.ask(query, token=hub.token(organization))["node"] == {"status": "ENDED", "person": None}
    assert hub.ask(f'{{ node(id: "{written}") {{ id }} }}', token=hub.token(organization))["node"] == {
        "id": written
    }
    assert browser.sign_in(mail)["errors"][0]["code"] == "SIGN_IN_FAILED"


def test_whoever_deletes_their_account_is_trusted_with_nothing_any_more(
    hub: Hub, organization: str, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    (row,) = hub.cypher("MATCH (:Account {mailKey: $mail})-[:OF]->(p) RETURN p.id AS id", mail=mail)
    wanted = "appointment { id version status since until }"
    made = [
        hub.done("appoint", {"personId": row["id"], "role": role}, wanted, hub.admin)
        for role in ("REVIEWER", "COORDINATOR", "TRUSTEE")
    ]
    over = made.pop(0)
    hub.done("endAppointment", {"id": over["id"], "version": 1}, wanted, hub.admin)
    token = hub.token(organization, person=row["id"])
    assert hub.ask(ROLE, token=token)["viewer"] == {"role": "MEMBER"}
    browser.done("deleteAccount", {"mail": mail}, "done")
    query = (
        "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Appointment { status since until person { id } } } }"
    )
    told = hub.ask(query, {"ids": [one["id"] for one in made]}, hub.admin)["nodes"]
    since = made[0]["since"]
    assert [(one["status"], one["person"]) for one in told] == [("ENDED", None)] * 2
    assert all(since <= one["until"] for one in told)
    happened = (
        "MATCH (e:Event {kind: 'APPOINTMENT_ENDED'})-[:SUBJECT]->(a) WHERE a.id IN $ids RETURN a.id AS id"
    )
    ids = [one["id"] for one in (*made, over)]
    assert sorted(row["id"] for row in hub.cypher(happened, ids=ids)) == sorted(ids)
    refused = hub.post(ROLE, None, token).json()
    assert refused["errors"][0]["extensions"]["code"] == "TOKEN_REVOKED"


def test_nobody_becomes_administrator_and_trustee_by_an_invitation(
    hub: Hub, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    (row,) = hub.cypher("MATCH (:Account {mailKey: $mail})-[:OF]->(p) RETURN p.id AS id", mail=mail)
    hub.done("appoint", {"personId": row["id"], "role": "TRUSTEE"}, "appointment { id }", hub.admin)
    link = beside(hub, "person", "invite-administrator", mail).stdout.strip()
    token = link.partition("#")[2]
    assert browser.refused("acceptPersonInvitation", {"token": token}, "signedIn") == "TRUSTEE_APART"
    roles = "MATCH (:Person {id: $id})<-[:APPOINTS]-(a {status: 'ACTIVE'}) RETURN a.role AS role"
    assert hub.cypher(roles, id=row["id"]) == [{"role": "TRUSTEE"}]


# -- second factors and passkeys -------------------------------------------------------------------


def test_a_code_is_good_for_once(hub: Hub, person: tuple[Browser, str]) -> None:
    browser, mail = person
    assert (
        browser.refused("confirmSecondFactor", {"code": "123456"}, "recoveryCodes")
        == "SECOND_FACTOR_NOT_BEGUN"
    )
    secret = browser.done("beginSecondFactor", None, "secret")["secret"]
    assert browser.refused("confirmSecondFactor", {"code": "123456"}, "recoveryCodes") == "CODE_WRONG"
    assert browser.sign_in(mail)["errors"] == []
    now = pyotp.TOTP(secret)
    used = now.now()
    first = browser.done("confirmSecondFactor", {"code": used}, "recoveryCodes")["recoveryCodes"]
    assert browser.sign_in(mail, code=used)["errors"][0]["code"] == "CODE_WRONG"
    renewed = browser.done("renewRecoveryCodes", None, "recoveryCodes")["recoveryCodes"]
    assert browser.sign_in(mail, code=first[0])["errors"][0]["code"] == "CODE_WRONG"
    assert browser.sign_in(mail, code=renewed[0].upper().replace("-", " "))["errors"] == []
    browser.done("removeSecondFactor", None, "done")
    assert Browser(hub).sign_in(mail)["errors"] == []


def test_whose_term_as_a_trustee_is_over_needs_no_second_factor_for_it(
    hub: Hub, person: tuple[Browser, str]
) -> None:
    browser, mail = person
    (row,) = hub.cypher("MATCH (:Account {mailKey: $mail})-[:OF]->(p) RETURN p.id AS id", mail=mail)
    given = {"personId": row["id"], "role": "TRUSTEE", "until": str(today())}
    made = hub.done("appoint", given, "appointment { id }", hub.admin)
    secret = browser.done("beginSecondFactor", None, "secret")["secret"]
    browser.done("confirmSecondFactor", {"code": pyotp.TOTP(secret).now()}, "recoveryCodes")
    assert browser.refused("removeSecondFactor", None, "done") == "SECOND_FACTOR_REQUIRED"
    over = "MATCH (a:Appointment {id: $id}) SET a.since = a.since - duration('P2D'), a.until = a.until - duration('P1D')"
    hub.cypher(over, id=made["id"])
    browser.done("removeSecondFactor", None, "done")


def test_a_passkey_signs_in_alone(hub: Hub, person: tuple[Browser, str]) -> None:
    browser, mail = person
    key = key_at(hub)
    options = browser.done("beginPasskey", None, "options")["options"]
    made = key.make(options)
    assert browser.refused("addPasskey", {"credential": "{}", "name": "گوشی"}, "done") == "PASSKEY_WRONG"
    assert browser.done("addPasskey", {"credential": made, "name": "گوشی"}, "done")["done"]
    assert browser.refused("addPasskey", {"credential": made, "name": "گوشی"}, "done") == "PASSKEY_WRONG"
    listed = browser.ask("{ viewer { person { secondFactors passkeys { id name usedAt } } } }")["viewer"][
        "person"
    ]
    assert listed["secondFactors"] == ["PASSKEY"]
    (passkey,) = listed["passkeys"]
    assert (passkey["name"], passkey["usedAt"]) == ("گوشی", None)

    fresh = Browser(hub)
    answer = key.sign(fresh.done("beginPasskeySignIn", None, "options")["options"])
    assert fresh.done("signInWithPasskey", {"credential": answer}, "signedIn")["signedIn"]
    assert fresh.ask(ME)["viewer"]["person"]["mail"] == mail
    assert Browser(hub).refused("signInWithPasskey", {"credential": answer}, "signedIn") == "PASSKEY_WRONG"
    browser.done("removePasskey", {"id": passkey["id"]}, "done")
    again = key.sign(fresh.done("beginPasskeySignIn", None, "options")["options"])
    assert fresh.refused("signInWithPasskey", {"credential": again}, "signedIn") == "PASSKEY_WRONG"


@pytest.mark.parametrize("fault", ["site", "person", "key", "challenge"])
def test_a_passkey_of_another_site_person_or_moment_signs_nobody_in(
    hub: Hub, person: tuple[Browser, str], fault: str
) -> None:
    browser, _ = person
    key = key_at(hub)
    made = key.make(browser.done("beginPasskey", None, "options")["options"])
    browser.done("addPasskey", {"credential": made, "name": "گوشی"}, "done")
    fresh = Browser(hub)
    options = fresh.done("beginPasskeySignIn", None, "options")["options"]
    if fault == "site":
        key.origin = "http://evil.example"
    if fault == "person":
        key.verifies = False
    if fault == "key":
        key.key = Authenticator("", "").key
    if fault == "challenge":
        options = options | {"challenge": "AAAA"}
    assert (
        fresh.refused("signInWithPasskey", {"credential": key.sign(options)}, "signedIn") == "PASSKEY_WRONG"
    )
    assert fresh.secret is None


# -- what is kept ----------------------------------------------------------------------------------


def test_what_is_kept_of_people_is_as_the_model_says(hub: Hub, person: tuple[Browser, str]) -> None:
    _, mail = person
    assert hub.cypher("MATCH (a:Account {mailKey: $mail}) RETURN count(a) AS n", mail=mail)[0]["n"] == 1
    said = beside(hub, "check").stdout
    known = (
        "Account",
        "Session",
        "Invitation",
        "MailLink",
        "Passkey",
        "Challenge",
        "Person",
        "Affiliation",
        ":OF",
    )
    assert [line for line in said.splitlines() if any(word in line for word in known)] == []
