"""What organizations stand in, through the pages: one becomes a member, a group meets and decides, drafts are written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Locator, expect

from tests.browser import Mailbox, joined
from tests.browser.conftest import LOCALES, PATIENT_MILLISECONDS, SIZES, Reader
from tests.conftest import Neo4j
from tests.running import Hub, own_hub, today

ON_A_PHONE = [("fa", "phone", "light")]
AT_A_DESK = [("en", "desktop", "dark")]


@dataclass(frozen=True)
class Cast:
    """Sessions of a secretariat, of an organization that is no member yet, of an administrator; and what there is."""

    secretariat: str
    applicant: str
    network: str
    group: str
    partnership: str
    charter: str
    administrator: str
    organization: str
    twin: str


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j, mailbox: Mailbox) -> Iterator[Hub]:
    state = mailbox.folder.parent
    with own_hub(neo4j_server, HUB_STATE_DIR=str(state), HUB_FILES=str(state / "files")) as made:
        yield made


def _group(hub: Hub, network: str, ours: tuple[str, str], theirs: tuple[str, str]) -> str:
    given = {
        "bodyId": network,
        "title": "Working group on looms",
        "level": "NATIONAL",
        "visibility": "PUBLIC",
    }
    made = hub.done("proposeWorkingGroup", given, "workingGroup { id version }", ours[1])
    hub.done("approveWorkingGroup", made, "workingGroup { id }", ours[1])
    for organization, role in ((ours[0], "CHAIR"), (theirs[0], "MEMBER")):
        asked = {"groupId": made["id"], "organizationId": organization, "role": role, "since": "2025-01-01"}
        seat = hub.done("askForGroupSeat", asked, "groupSeat { id version status }", ours[1])
        if seat.pop("status") == "ASKED":
            hub.done("confirmGroupSeat", seat, "groupSeat { id }", theirs[1])
    return str(made["id"])


@pytest.fixture(scope="module")
def cast(hub: Hub, mailbox: Mailbox) -> Cast:
    province = hub.region("IR-08", "کرمان")
    hub.topic("weaving", "بافندگی")
    ours = hub.member("انجمن مهر", locationId=province)
    theirs = hub.member("بنیاد سفره", locationId=province)
    plan = {"level": "NATIONAL", "nameFa": "شبکهٔ مهر"}
    network = hub.done("createNetwork", plan, "network { id version }", ours[1])
    hub.done("beginFounding", network, "network { id }", ours[1])
    articles = [{"number": 1, "heading": "نام", "text": "نام شبکه «مهر» است."}]
    drafted = {"networkId": network["id"], "title": "اساسنامه", "language": "FA", "articles": articles}
    charter = hub.done("draftCharter", drafted, "charter { id version }", ours[1])
    hub.done("adoptCharter", charter, "charter { id }", ours[1])
    parties = [{"organizationId": one, "role": "شریک"} for one, _ in (ours, theirs)]
    written = {"kind": "AGREEMENT", "titleFa": "توافق کارگاه", "visibility": "PUBLIC", "parties": parties}
    partnership = hub.done("draftPartnership", written, "partnership { id }", ours[1])["id"]
    owed = {
        "partnershipId": partnership,
        "titleFa": "برپایی دو کارگاه",
        "owedById": ours[0],
        "owedToId": theirs[0],
        "target": 2,
        "unit": "کارگاه",
    }
    hub.done("addCommitment", owed, "commitment { id }", ours[1])
    group = _group(hub, network["id"], ours, theirs)
    sessions = [
        str(joined(hub, mailbox, organization, mail).secret)
        for (organization, _), mail in ((ours, "narges@mehr.example"), (theirs, "omid@sofreh.example"))
    ]
    twin = hub.done(
        "listOrganization", {"nameFa": "خیریهٔ سفره", "kind": "NGO"}, "organization { id }", hub.admin
    )
    administrator = _administrator(hub, mailbox, ours[0])
    found = (network["id"], group, partnership, charter["id"], administrator, theirs[0], twin["id"])
    return Cast(sessions[0], sessions[1], *found)


def _administrator(hub: Hub, mailbox: Mailbox, organization: str) -> str:
    """The session of somebody who administers, with the second factor that this takes."""
    browser = joined(hub, mailbox, organization, "mahtab@secretariat.example", "MEMBER")
    person = browser.ask("{ viewer { person { id } } }")["viewer"]["person"]["id"]
    hub.done("appoint", {"personId": person, "role": "ADMINISTRATOR"}, "appointment { id }", hub.admin)
    secret = browser.done("beginSecondFactor", None, "secret")["secret"]
    browser.done("confirmSecondFactor", {"code": pyotp.TOTP(secret).now()}, "recoveryCodes")
    return str(browser.secret)


def _as(reader: Reader, secret: str, path: str) -> None:
    """Open a page as the person of a session."""
    reader.context.clear_cookies()
    reader.context.add_cookies([{"name": "hub", "value": secret, "url": reader.address}])
    reader.go(path)


def _beside(reader: Reader) -> Reader:
    """The browser of somebody else, of the same kind."""
    browser = reader.context.browser
    assert browser is not None
    width, height = SIZES[reader.size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale=LOCALES[reader.language],
        timezone_id="Asia/Tehran",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENT_MILLISECONDS)
    return replace(reader, context=context, page=context.new_page())


def _held(reader: Reader, name: str) -> None:
    """Hold a page in both sizes, the other one in the other theme."""
    reader.held(name)
    size, theme = ("desktop", "dark") if reader.size == "phone" else ("phone", "light")
    width, height = SIZES[size]
    before = reader.page.viewport_size
    assert before is not None
    reader.page.set_viewport_size({"width": width, "height": height})
    reader.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    own, reader.size = reader.size, size
    reader.held(name)
    reader.size = own
    reader.page.set_viewport_size(before)
    reader.page.emulate_media(color_scheme="light" if theme == "dark" else "dark")


def _press(reader: Reader, name: str, within: Locator | None = None, role: str = "button") -> None:
    """Press a button, or follow a link, by keyboard."""
    place = within or reader.page.locator("main")
    found = place.get_by_role("link" if role == "link" else "button", name=name, exact=True).first
    found.focus()
    reader.page.keyboard.press("Enter")


def _lead(reader: Reader, name: str) -> None:
    """Follow a link of the page by keyboard, and see where it leads to."""
    _press(reader, name, role="link")
    reader.seen()


def _unfold(reader: Reader, name: str) -> None:
    """Open a section of a form by keyboard."""
    reader.page.locator("summary", has_text=name).focus()
    reader.page.keyboard.press("Enter")


def _write(reader: Reader, label: str, text: str) -> None:
    """Type into a field by keyboard."""
    field = reader.page.locator("main").get_by_label(label).first
    field.focus()
    reader.page.keyboard.press("ControlOrMeta+a")
    reader.page.keyboard.insert_text(text)


def _send(reader: Reader, name: str) -> None:
    """Send what the open dialog asks for, and see that it is done."""
    dialog = reader.page.locator("dialog[open]")
    _press(reader, name, dialog)
    expect(dialog).to_have_count(0)
    reader.seen()


def _keep(reader: Reader, name: str) -> None:
    """Send a page that is a form, and see the page it leads to."""
    _press(reader, name)
    expect(reader.page.locator("main form.form")).to_have_count(0)
    reader.seen()


def _status(reader: Reader, told: str) -> None:
    expect(reader.page.locator("main header .kind").get_by_text(told, exact=True)).to_be_visible()


def _written(reader: Reader, folder: Path) -> None:
    """Write an application, from the page of a network, and keep it as a draft."""
    page = reader.page
    _lead(reader, "درخواست عضویت")
    # What is missing is said before anything is sent.
    _press(reader, "نگه داشتن پیش‌نویس")
    expect(page.get_by_role("alert")).to_be_focused()
    _write(reader, "چرا می‌خواهید عضو شوید", "سال‌هاست با بافندگان کار می‌کنیم.")
    statute = folder / "statute.txt"
    statute.write_text("اساسنامهٔ بنیاد سفره", "utf-8")
    page.get_by_label("پرونده‌ها").set_input_files(statute)
    expect(page.get_by_role("link", name="statute.txt")).to_be_visible()
    _unfold(reader, "مجوز سازمان")
    _write(reader, "مجوز", "۱۲/۳۴۵")
    _unfold(reader, "مدارکی که در وب است")
    _press(reader, "افزودن مدرک")
    # What was added has the focus.
    expect(page.get_by_label("نام مدرک")).to_be_focused()
    page.keyboard.insert_text("گزارش سال پیش")
    _held(reader, "application-form")
    _keep(reader, "نگه داشتن پیش‌نویس")


@pytest.mark.parametrize("reader", ON_A_PHONE, ids="-".join, indirect=True)
def test_an_organization_applies_mends_its_application_and_is_a_member(
    reader: Reader, cast: Cast, tmp_path: Path
) -> None:
    page, officer = reader.page, _beside(reader)
    _as(reader, cast.applicant, f"/networks/{cast.network}")
    _written(reader, tmp_path)
    path = page.url.removeprefix(reader.address)
    _status(reader, "پیش‌نویس")
    expect(page.get_by_role("link", name="statute.txt")).to_be_visible()
    _press(reader, "فرستادن درخواست")
    _status(reader, "فرستاده‌شده")

    _as(officer, cast.secretariat, f"/networks/{cast.network}")
    _press(officer, "بنیاد سفره", officer.page.locator("article.rec"), role="link")
    officer.seen()
    _press(officer, "برگرداندن")
    officer.page.locator("dialog[open]").get_by_label("چه کم است").fill("مجوز تا کی اعتبار دارد؟")
    _send(officer, "برگرداندن")
    _status(officer, "برگشته")
    expect(officer.page.get_by_role("link", name="کامل کردن درخواست")).to_have_count(0)

    reader.go(path)
    expect(page.get_by_text("مجوز تا کی اعتبار دارد؟")).to_be_visible()
    _lead(reader, "کامل کردن درخواست")
    expect(page.get_by_text("مجوز تا کی اعتبار دارد؟")).to_be_visible()
    expect(page.get_by_label("نام مدرک")).to_have_value("گزارش سال پیش")
    _write(reader, "اعتبار مجوز تا", "۱۴۱۰/۱/۱")
    _keep(reader, "نگه داشتن پیش‌نویس")
    _press(reader, "فرستادن درخواست")
    _status(reader, "فرستاده‌شده")

    officer.go(path)
    for move, told in (("مدارک کامل است", "مدارک بررسی‌شده"), ("مجوز درست است", "مجوز بررسی‌شده")):
        _press(officer, move)
        _status(officer, told)
    _press(officer, "پذیرفتن درخواست")
    soon = (today() + timedelta(days=20)).isoformat()
    officer.page.locator("dialog[open]").get_by_label("تا روز").first.fill(soon)
    _send(officer, "پذیرفتن درخواست")
    _status(officer, "پذیرفته")
    officer.context.close()
    reader.go(f"/networks/{cast.network}")
    members = page.get_by_role("region", name="اعضا")
    expect(members.get_by_role("link", name="بنیاد سفره")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="درخواست عضویت", exact=True)).to_have_count(0)
    # It ends soon: whoever is a member asks to go on.
    reader.held("membership-ending")
    _lead(reader, "تمدید عضویت")
    _write(reader, "چرا می‌خواهید عضو شوید", "می‌خواهیم بمانیم.")
    _keep(reader, "نگه داشتن پیش‌نویس")
    _press(reader, "فرستادن درخواست")
    _status(reader, "مجوز بررسی‌شده")
    reader.go(f"/networks/{cast.network}")
    expect(page.locator("main").get_by_role("link", name="تمدید عضویت")).to_have_count(0)
    assert reader.faults == []


@pytest.mark.parametrize("reader", AT_A_DESK, ids="-".join, indirect=True)
def test_a_meeting_is_planned_held_and_decides_what_is_done(reader: Reader, cast: Cast) -> None:
    page = reader.page
    path = f"/groups/{cast.group}"
    _as(reader, cast.secretariat, path)
    _lead(reader, "Plan a meeting")
    _write(reader, "Title", "First meeting")
    _write(reader, "Day", today().isoformat())
    for place, subject in enumerate(("Looms for Kerman", "Minutes of the last one")):
        _press(reader, "Add an item")
        expect(page.get_by_label("Subject").nth(place)).to_be_focused()
        page.keyboard.insert_text(subject)
    _press(reader, "\u2068Item 2\u2069: one up")
    _held(reader, "meeting-form")
    _keep(reader, "Plan a meeting")
    expect(page.locator("ol.how li").first).to_contain_text("Minutes of the last one")
    _lead(reader, "It took place")
    page.get_by_role("checkbox", name="انجمن مهر").press("Space")
    _write(reader, "How many people", "2")
    _write(reader, "Minutes", "We talked of looms.")
    _held(reader, "minutes-form")
    _keep(reader, "It took place")
    _status(reader, "Held")
    expect(page.get_by_text("We talked of looms.")).to_be_visible()
    _press(reader, "Propose a decision")
    page.locator("dialog[open]").get_by_label("Title of the decision").fill("Two looms go to Kerman")
    _send(reader, "Propose a decision")
    _press(reader, "Edit the decision")
    page.locator("dialog[open]").get_by_label("Title of the decision").fill("Three looms go to Kerman")
    _send(reader, "Edit the decision")
    expect(page.get_by_role("heading", name="Three looms go to Kerman")).to_be_visible()
    _press(reader, "Approve")
    page.locator("dialog[open]").get_by_label("For", exact=False).first.fill("2")
    _send(reader, "Approve")
    _press(reader, "Action of this decision")
    dialog = page.locator("dialog[open]")
    dialog.get_by_label("What is to be done").fill("Send the looms")
    dialog.get_by_role("combobox", name="By whom").fill("بنیاد")
    dialog.get_by_role("option", name="بنیاد سفره").click()
    _send(reader, "Action of this decision")
    _press(reader, "Edit the action")
    page.locator("dialog[open]").get_by_label("What is to be done").fill("Send three looms")
    _send(reader, "Edit the action")
    _as(reader, cast.applicant, path)
    _press(reader, "Take it on")
    _press(reader, "It is done")
    page.locator("dialog[open]").get_by_label("What shows it").fill("They stand in Kerman.")
    _send(reader, "It is done")
    action = page.locator("article.rec").filter(has=page.get_by_role("heading", name="Send three looms"))
    expect(action.locator(".kind").get_by_text("Done", exact=True)).to_be_visible()
    # Whoever only sits in the group plans no meeting, and edits none.
    expect(page.get_by_role("link", name="Plan a meeting")).to_have_count(0)
    assert reader.faults == []


@pytest.mark.parametrize("reader", ON_A_PHONE, ids="-".join, indirect=True)
def test_a_network_its_charter_a_group_and_a_draft_are_written(reader: Reader, cast: Cast) -> None:
    page = reader.page
    _as(reader, cast.secretariat, "/networks")
    _lead(reader, "شبکهٔ تازه")
    _write(reader, "نام شبکه", "شبکهٔ سپهر")
    _held(reader, "network-form")
    _keep(reader, "ساختن شبکه")
    _press(reader, "آغاز تأسیس")
    _send(reader, "آغاز تأسیس")
    _status(reader, "در حال تأسیس")
    _press(reader, "افزودن گام")
    page.locator("dialog[open]").get_by_label("چه انجام شود").fill("دعوت از اعضا")
    _send(reader, "افزودن گام")
    _press(reader, "ویرایش گام")
    page.locator("dialog[open]").get_by_label("چه انجام شود").fill("دعوت از سازمان‌ها")
    _send(reader, "ویرایش گام")
    expect(page.get_by_text("دعوت از سازمان‌ها")).to_be_visible()

    reader.go(f"/networks/{cast.network}")
    _unfold(reader, "کارهای دیگر")
    _lead(reader, "نگارش تازهٔ اساسنامه")
    # It begins with what is in force.
    expect(page.get_by_label("متن ماده")).to_have_value("نام شبکه «مهر» است.")
    _press(reader, "افزودن ماده")
    page.get_by_label("متن ماده").nth(1).fill("هر عضو یک رأی دارد.")
    _held(reader, "charter-form")
    _keep(reader, "نگه داشتن پیش‌نویس")
    _press(reader, "تصویب اساسنامه")
    _send(reader, "تصویب اساسنامه")
    _status(reader, "جاری")

    _as(reader, cast.secretariat, f"/groups/new?of={cast.network}")
    _write(reader, "نام کارگروه", "کارگروه فروش")
    _held(reader, "group-form")
    _keep(reader, "پیشنهاد کارگروه")
    _status(reader, "پیشنهادشده")

    reader.go(f"/partnerships/{cast.partnership}")
    _press(reader, "ویرایش تعهد")
    page.locator("dialog[open]").get_by_label("چه اندازه").fill("۳")
    _send(reader, "ویرایش تعهد")
    expect(
        page.get_by_text("۳ کارگاه").or_(page.get_by_text("\u2068۳\u2069 \u2068کارگاه\u2069")).first
    ).to_be_visible()
    _lead(reader, "ویرایش پیش‌نویس")
    _write(reader, "چکیده", "سه کارگاه در کرمان.")
    _held(reader, "partnership-form")
    _keep(reader, "ثبت تغییرها")
    expect(page.get_by_text("سه کارگاه در کرمان.")).to_be_visible()
    assert reader.faults == []


@pytest.mark.parametrize("reader", ON_A_PHONE, ids="-".join, indirect=True)
def test_an_administrator_merges_twins_and_finds_moves_of_others_apart(reader: Reader, cast: Cast) -> None:
    page, office = reader.page, "با نقش شما در شبکه"
    path = f"/organizations/{cast.organization}"
    _as(reader, cast.secretariat, path)
    expect(page.locator("summary", has_text=office)).to_have_count(0)
    _as(reader, cast.administrator, path)
    _unfold(reader, office)
    _press(reader, "یکی کردن با سازمانی دیگر")
    dialog = page.locator("dialog[open]")
    dialog.get_by_role("combobox").fill("خیریه")
    dialog.get_by_role("option", name="خیریهٔ سفره").click()
    reader.held("merging")
    _send(reader, "یکی کردن با سازمانی دیگر")
    reader.go(f"/organizations/{cast.twin}")
    expect(page.get_by_role("heading", level=1, name="بنیاد سفره")).to_be_visible()
    _unfold(reader, office)
    _press(reader, "نوشتن پیوند")
    dialog.get_by_role("combobox", name="سازمان دیگر").fill("انجمن")
    dialog.get_by_role("option", name="انجمن مهر").click()
    dialog.get_by_label("گونهٔ پیوند").select_option("FUNDS")
    dialog.get_by_label("سوی پیوند").select_option("TO")
    _press(reader, "نوشتن پیوند", dialog)
    expect(page.get_by_role("alert")).to_be_focused()
    dialog.get_by_label("منبع", exact=True).fill("گزارش سالانه")
    _send(reader, "نوشتن پیوند")
    expect(page.locator("details article.rec")).to_contain_text("انجمن مهر")
    reader.held("tie-entered")

    reader.go("/organizations")
    _press(reader, "پذیرفتن سازمان")
    dialog.get_by_label("نام", exact=True).fill("کانون تازهٔ بافت")
    dialog.get_by_label("گونه", exact=True).select_option("NGO")
    reader.held("registering")
    _send(reader, "پذیرفتن سازمان")
    expect(page.get_by_role("link", name="کانون تازهٔ بافت")).to_be_visible()
    assert reader.faults == []
