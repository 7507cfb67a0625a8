"""People come in, keep their account, and are asked again who they are, by the pages alone."""

import re
from dataclasses import dataclass

import pyotp
import pytest
from playwright.sync_api import Page, expect

from tests.browser import PASSWORD, Browser, Mailbox, joined, token_of
from tests.browser.conftest import SIZES, Reader
from tests.running import Hub

ADMINISTRATOR, EDITOR = "mahtab@secretariat.example", "narges@mehr.example"
INVITED, FORGETFUL = "sara@mehr.example", "reza@mehr.example"
KEYED, TYPING = "mina@mehr.example", "laleh@mehr.example"
READERS = [("fa", "phone", "light"), ("en", "desktop", "dark")]
in_both = pytest.mark.parametrize("reader", READERS, ids="-".join, indirect=True)
in_persian = pytest.mark.parametrize("reader", READERS[:1], ids="-".join, indirect=True)
in_english = pytest.mark.parametrize("reader", READERS[1:], ids="-".join, indirect=True)
NEW_PASSWORD = "یک گذرواژهٔ دیگر و درازتر"


@dataclass(frozen=True)
class Cast:
    """Who there is: an organization, an editor and an administrator of it with sessions, and a link for one."""

    organization: str
    listed: str
    editor: Browser
    administrator: Browser
    administrator_secret: str
    invitation: str


@pytest.fixture(scope="module")
def hub_address(hub: Hub) -> str:
    # As letters name it; and no passkey is for a bare address.
    return hub.address.replace("127.0.0.1", "localhost")


def _invited(hub: Hub, mailbox: Mailbox, organization: str, mail: str) -> str:
    given = {"organizationId": organization, "mail": mail, "right": "MEMBER", "language": "FA"}
    assert hub.deed("invitePerson", given, "invitation { id }", hub.admin)["errors"] == []
    (link,) = re.findall(r"https?://\S+#\S+", mailbox.next().get_content())
    return str(link)


@pytest.fixture(scope="module")
def cast(hub: Hub, mailbox: Mailbox) -> Cast:
    topic = hub.topic("child-care", "نگهداری کودک")
    organization, token = hub.member("انجمن مهر", nameEn="Mehr Association", topicIds=[topic])
    listed = hub.done(
        "listOrganization",
        {"nameFa": "بنیاد سایه", "kind": "NGO", "source": "فهرست استان", "website": "https://sayeh.example"},
        "organization { id }",
        hub.admin,
    )
    editor = joined(hub, mailbox, organization, EDITOR)
    for mail in (FORGETFUL, KEYED, TYPING):
        joined(hub, mailbox, organization, mail, "MEMBER")
    administrator = joined(hub, mailbox, organization, ADMINISTRATOR, "MEMBER")
    person = administrator.ask("{ viewer { person { id } } }")["viewer"]["person"]["id"]
    hub.done("appoint", {"personId": person, "role": "ADMINISTRATOR"}, "appointment { id }", hub.admin)
    secret = administrator.done("beginSecondFactor", None, "secret")["secret"]
    administrator.done("confirmSecondFactor", {"code": pyotp.TOTP(secret).now()}, "recoveryCodes")
    editor.done("follow", {"id": topic}, "id")
    editor.done("saveSearch", {"name": "وام ابزار", "query": "وام"}, "id")
    editor.done("createToken", {"label": "سامانهٔ مالی", "scopes": ["READ"]}, "secret")
    editor.done("invitePerson", {"organizationId": organization, "mail": "x@mehr.example", "right": "MEMBER"})
    mailbox.unread()
    draft = {"title": "پیش‌نویس من", "outcome": "FAILURE", "intended": "کاری", "happened": "نشد"}
    hub.done("createExperience", {**draft, "visibility": "PUBLIC"}, "experience { id }", token)
    link = _invited(hub, mailbox, organization, INVITED)
    return Cast(organization, listed["id"], editor, administrator, secret, link)


def _sign_in_as(reader: Reader, browser: Browser) -> None:
    """Let the reader's browser have a session that another has begun."""
    reader.context.add_cookies(
        [
            {
                "name": "hub",
                "value": browser.secret or "",
                "domain": "localhost",
                "path": "/",
                "httpOnly": True,
                "sameSite": "Lax",
            }
        ]
    )


def _held(reader: Reader, name: str) -> None:
    """Hold a page in this size and theme, and in the other size and theme."""
    reader.held(name)
    first = reader.size
    _turn(reader, "desktop" if first == "phone" else "phone")
    reader.held(name)
    _turn(reader, first)


def _turn(reader: Reader, size: str) -> None:
    """Read on in another size; here a phone is light, and a desktop dark."""
    width, height = SIZES[size]
    reader.page.set_viewport_size({"width": width, "height": height})
    reader.page.emulate_media(color_scheme="light" if size == "phone" else "dark")
    reader.size = size


def _sign_in(page: Page, mail: str, password: str = PASSWORD) -> None:
    page.get_by_label("رایانامه").fill(mail)
    page.get_by_label("گذرواژه").fill(password)
    page.keyboard.press("Enter")


@in_persian
def test_who_is_invited_joins_sets_up_a_second_factor_and_signs_in_by_a_recovery_code(
    reader: Reader, cast: Cast
) -> None:
    page = reader.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(cast.invitation)
    reader.seen()
    token = cast.invitation.partition("#")[2]
    assert token not in page.url
    _held(reader, "join")
    page.reload()
    reader.seen()
    page.get_by_label("نام و نام خانوادگی").fill("سارا احمدی")
    page.get_by_label("گذرواژهٔ تازه").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("پیوستید. خوش آمدید.")).to_be_visible()
    assert [url for url in asked if token in url.partition("#")[0]] == []

    reader.go("/settings/security")
    page.get_by_role("button", name="راه‌اندازی").click()
    secret = page.locator(".by-hand").inner_text().replace(" ", "")
    page.get_by_label("رمز برنامه", exact=True).fill(pyotp.TOTP(secret).now())
    page.keyboard.press("Enter")
    codes = page.locator(".secret code")
    expect(codes).to_have_count(10)
    code = codes.first.inner_text()
    reader.held("recovery-codes")
    reader.go("/")
    page.get_by_role("button", name="فهرست").click()
    page.get_by_role("button", name="خروج").click()
    page.get_by_role("link", name="ورود", exact=True).first.wait_for()

    reader.go("/sign-in?to=/settings/security")
    _sign_in(page, INVITED)
    page.get_by_label("رمز یک‌بارمصرف").fill(code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="نشست‌ها")).to_be_visible()


@in_persian
def test_a_forgotten_password_is_set_anew_by_the_mailed_link(
    reader: Reader, cast: Cast, mailbox: Mailbox
) -> None:
    page = reader.page
    del cast
    reader.go("/sign-in")
    page.get_by_role("link", name="گذرواژه را فراموش کرده‌ام").click()
    expect(page.get_by_role("heading", name="گذرواژه را فراموش کرده‌ام")).to_be_visible()
    page.get_by_label("رایانامه").fill(FORGETFUL)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="صندوق رایانامهٔ خود را ببینید")).to_be_visible()
    letter = mailbox.next()
    page.goto(f"{reader.address}/reset-password#{token_of(letter)}")
    reader.seen()
    page.get_by_label("گذرواژهٔ تازه").fill("کوتاه")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    reader.held("reset-refused")
    page.get_by_label("گذرواژهٔ تازه").fill(NEW_PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="گذرواژهٔ تازه گذاشته شد")).to_be_visible()
    page.locator("main").get_by_role("link", name="ورود", exact=True).click()
    _sign_in(page, FORGETFUL, NEW_PASSWORD)
    expect(page.get_by_role("heading", level=1, name="میز کار")).to_be_visible()


@in_persian
def test_a_passkey_is_made_and_opens_the_door(reader: Reader, cast: Cast) -> None:
    page = reader.page
    del cast
    device = reader.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    known = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    shows = {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": known | shows})
    reader.go("/sign-in?to=/settings/security")
    _sign_in(page, KEYED)
    page.get_by_label("نام کلید").fill("گوشی من")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=3, name="گوشی من")).to_be_visible()
    page.get_by_role("button", name="فهرست").click()
    page.get_by_role("button", name="خروج").click()
    page.get_by_role("link", name="ورود", exact=True).first.wait_for()
    reader.go("/sign-in")
    page.get_by_role("button", name="ورود با کلید عبور").click()
    expect(page.get_by_role("heading", level=1, name="میز کار")).to_be_visible()


@in_persian
def test_a_session_that_is_ended_elsewhere_leaves_what_was_typed(
    reader: Reader, cast: Cast, hub: Hub
) -> None:
    page = reader.page
    del cast
    reader.go("/sign-in?to=/settings")
    _sign_in(page, TYPING)
    name = page.get_by_label("نام و نام خانوادگی")
    name.fill("نرگس کریمی‌پور")
    elsewhere = Browser(hub)
    assert elsewhere.sign_in(TYPING)["signedIn"]
    assert elsewhere.done("endOtherSessions", None, "ended")["ended"]
    page.get_by_role("button", name="ذخیره").first.click()
    dialog = page.get_by_role("dialog", name="نشست شما پایان یافته است")
    expect(dialog).to_be_visible()
    reader.faults.clear()  # The browser tells of the 401 that the hub rightly answers.
    reader.held("session-ended")
    dialog.get_by_label("گذرواژه").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("ذخیره شد.")).to_be_visible()
    page.reload()
    expect(name).to_have_value("نرگس کریمی‌پور")


@in_english
def test_an_administrator_finds_who_made_a_token(reader: Reader, cast: Cast) -> None:
    page = reader.page
    _sign_in_as(reader, cast.administrator)
    reader.go("/administration/audit")
    page.get_by_label("What", exact=False).first.wait_for()
    page.get_by_role("textbox", name="What").fill("createToken")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=3, name="createToken")).to_have_count(1)
    assert "what=createToken" in page.url
    expect(page.get_by_text("نرگس کریمی").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download all").click()
    lines = download.value.path().read_text("utf-8").splitlines()
    assert [re.findall('"what":"([^"]+)"', line) for line in lines] == [["createToken"]]


@in_both
def test_every_page_of_somebody_s_own_is_whole(reader: Reader, cast: Cast) -> None:
    page = reader.page
    for name, path in (
        ("forgot-password", "/forgot-password"),
        ("confirm-mail", "/confirm-mail#a-token"),
        ("confirm-claim", "/confirm-claim"),
    ):
        reader.go(path)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        _held(reader, name)
    _sign_in_as(reader, cast.editor)
    for name, path in (
        ("desk", "/desk"),
        ("news", "/news"),
        ("settings", "/settings"),
        ("security", "/settings/security"),
        ("followed", "/settings/followed"),
        ("systems", "/settings/systems"),
        ("leaving", "/settings/leaving"),
        ("claim", f"/organizations/{cast.listed}/claim"),
    ):
        reader.go(path)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        _held(reader, name)


@in_both
def test_every_page_of_the_administration_is_whole(reader: Reader, cast: Cast) -> None:
    page = reader.page
    _sign_in_as(reader, cast.administrator)
    for name, path in (
        ("members", "/administration"),
        ("applications", "/administration/applications"),
        ("appointments", "/administration/roles"),
        ("taxonomy", "/administration/terms"),
        ("complaints", "/administration/complaints"),
        ("audit", "/administration/audit"),
    ):
        reader.go(path)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        _held(reader, name)
