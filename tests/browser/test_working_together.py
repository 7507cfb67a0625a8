"""Working together through the pages: a commitment is answered for, an exchange delivered, a decision becomes an action."""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import Mailbox, joined
from tests.browser.conftest import SIZES, Reader
from tests.running import Hub

READERS = [("fa", "phone", "light"), ("en", "desktop", "dark")]
by_each = pytest.mark.parametrize("reader", READERS, ids="-".join, indirect=True)
TEXTS = {
    "fa": {
        "report": "گزارش دادن",
        "status": "اکنون",
        "met": "انجام‌شده",
        "note": "شرح",
        "waits": "در انتظار تأیید",
        "dispute": "نپذیرفتن گزارش",
        "dispute-why": "چرا چنین نیست",
        "confirm": "تأیید گزارش",
        "ask": "درخواست برای این نیاز",
        "accept": "پذیرفتن",
        "given": "تحویل دادیم",
        "received": "تحویل گرفتیم",
        "delivered": "تحویل‌شده",
        "same-thing": "همان چیز است، در دسترس و به‌هنگام",
        "propose-decision": "پیشنهاد مصوبه",
        "decision-title": "عنوان مصوبه",
        "seen-by": "چه کسی ببیند",
        "approve": "تصویب",
        "make-action": "اقدام از این مصوبه",
        "link-decision": "پیوند به آنچه تعیین کرد",
        "charters": "اساسنامه‌ها",
        "link-action": "پیوند به آنچه از آن برآمد",
        "steps": "گام‌های تأسیس",
        "what": "چه انجام شود",
        "who": "با که",
        "take": "بر عهده گرفتن",
        "done": "انجام شد",
        "shows": "چه چیز آن را نشان می‌دهد",
        "nobody": "هیچ‌کس",
        "question": "پرسش شما",
        "put": "پرسیدن",
        "reply": "پاسخ دادن",
        "answer": "پاسخ شما",
        "send-answer": "فرستادن پاسخ",
        "edit": "ویرایش",
    },
    "en": {
        "report": "Report",
        "status": "It is now",
        "met": "Met",
        "note": "What was done",
        "waits": "Waits for",
        "dispute": "Dispute the report",
        "dispute-why": "Why it is not so",
        "confirm": "Confirm the report",
        "ask": "Ask for it",
        "accept": "Accept",
        "given": "We handed it over",
        "received": "We received it",
        "delivered": "Delivered",
        "same-thing": "It is the very thing, in reach and in time",
        "propose-decision": "Propose a decision",
        "decision-title": "Title of the decision",
        "seen-by": "Who sees it",
        "approve": "Approve",
        "make-action": "Action of this decision",
        "link-decision": "Link what it settled",
        "charters": "Charters",
        "link-action": "Link what came of it",
        "steps": "Founding steps",
        "what": "What is to be done",
        "who": "By whom",
        "take": "Take it on",
        "done": "It is done",
        "shows": "What shows it",
        "nobody": "Nobody",
        "question": "Your question",
        "put": "Ask",
        "reply": "Answer",
        "answer": "Your answer",
        "send-answer": "Send the answer",
        "edit": "Edit",
    },
}


@dataclass(frozen=True)
class Cast:
    """Two organizations, the sessions of a person of each, and what they do together, once for each reader."""

    ours: str
    theirs: str
    partnerships: dict[str, str]
    needs: dict[str, str]
    groups: dict[str, str]
    pages: dict[str, str]


def _partnership(hub: Hub, title: str, ours: tuple[str, str], theirs: tuple[str, str]) -> str:
    parties = [{"organizationId": one, "role": "شریک"} for one, _ in (ours, theirs)]
    drafted = {"kind": "AGREEMENT", "titleFa": title, "visibility": "PUBLIC", "parties": parties}
    made = hub.done("draftPartnership", drafted, "partnership { id version }", ours[1])
    owed = {
        "partnershipId": made["id"],
        "titleFa": "برپایی دو کارگاه",
        "owedById": ours[0],
        "owedToId": theirs[0],
        "measure": "کارگاه‌های برپا",
        "target": 2,
        "unit": "کارگاه",
        "dueOn": "2031-05-01",
    }
    hub.done("addCommitment", owed, "commitment { id }", ours[1])
    for _, token in (ours, theirs):
        told = hub.ask(f'{{ partnership(id: "{made["id"]}") {{ version }} }}', token=token)["partnership"]
        hub.done("signPartnership", {"id": made["id"], **told}, "partnership { id }", token)
    return str(made["id"])


def _group(hub: Hub, network: str, title: str, ours: tuple[str, str], theirs: tuple[str, str]) -> str:
    given = {"bodyId": network, "title": title, "level": "NATIONAL", "visibility": "PUBLIC"}
    made = hub.done("proposeWorkingGroup", given, "workingGroup { id version }", ours[1])
    hub.done("approveWorkingGroup", made, "workingGroup { id }", ours[1])
    for organization, role in ((ours[0], "CHAIR"), (theirs[0], "MEMBER")):
        asked = {"groupId": made["id"], "organizationId": organization, "role": role}
        seat = hub.done("askForGroupSeat", asked, "groupSeat { id version status }", ours[1])
        if seat.pop("status") == "ASKED":
            hub.done("confirmGroupSeat", seat, "groupSeat { id }", theirs[1])
    return str(made["id"])


def _published(hub: Hub, kind: str, given: dict[str, Any], token: str) -> str:
    name = kind[0].lower() + kind[1:]
    made = hub.done(f"create{kind}", {"visibility": "PUBLIC", **given}, f"{name} {{ id version }}", token)
    hub.done(f"publish{kind}", made, f"{name} {{ id }}", token)
    return str(made["id"])


def _others(hub: Hub, network: str, province: str, ours: tuple[str, str]) -> dict[str, str]:
    """What else there is to look at: a charter, a process, a campaign, a program, a step of the founding."""
    articles = [{"number": 1, "heading": "نام", "text": "نام شبکه «مهر» است."}]
    drafted = {"networkId": network, "title": "اساسنامه", "language": "FA", "articles": articles}
    charter = hub.done("draftCharter", drafted, "charter { id version }", ours[1])
    hub.done("adoptCharter", charter, "charter { id }", ours[1])
    step = {"networkId": network, "titleFa": "دعوت از اعضا", "place": 1, "dueOn": "2031-01-01"}
    hub.done("addFoundingStep", step, "foundingStep { id }", ours[1])
    steps = [{"title": "پذیرش", "office": "مددکار", "duration": 2, "durationUnit": "DAYS"}]
    written = {
        "title": "پذیرش کارآموز",
        "purpose": "همه یک‌جور پذیرفته شوند.",
        "networkId": network,
        "steps": steps,
        "visibility": "PUBLIC",
        "language": "FA",
    }
    process = hub.done("createProcess", written, "process { id version }", ours[1])
    process = hub.done("proposeProcess", process, "process { id version }", ours[1])
    hub.done("adoptProcess", process, "process { id }", ours[1])
    asked = {
        "title": "بیمهٔ کارآموزان",
        "issue": "کارآموزان بیمه ندارند.",
        "position": "از روز نخست بیمه شوند.",
        "addressedToWords": "وزارت کار",
        "language": "FA",
    }
    given = {
        "kind": "PROJECT",
        "titleFa": "کار در خانه",
        "dimensions": ["ECONOMIC"],
        "targetGroups": ["YOUTH"],
        "regionIds": [province],
        "startsOn": "2026-01-01",
    }
    return {
        "charter": f"/charters/{charter['id']}",
        "process": f"/processes/{process['id']}",
        "campaign": f"/campaigns/{_published(hub, 'Campaign', asked, ours[1])}",
        "program": f"/programs/{_published(hub, 'Program', given, ours[1])}",
        "gaps": f"/programs/gaps?region={province}",
    }


@pytest.fixture(scope="module")
def cast(hub: Hub, mailbox: Mailbox) -> Cast:
    province = hub.region("IR-08", "کرمان")
    topic = hub.topic("weaving", "بافندگی")
    ours = hub.member("انجمن مهر", locationId=province, topicIds=[topic])
    theirs = hub.member("بنیاد سفره", locationId=province, topicIds=[topic])
    sessions = [
        joined(hub, mailbox, organization, mail).secret
        for (organization, _), mail in ((ours, "narges@mehr.example"), (theirs, "omid@sofreh.example"))
    ]
    plan = {"level": "NATIONAL", "nameFa": "شبکهٔ مهر"}
    network = hub.done("createNetwork", plan, "network { id version }", ours[1])
    hub.done("beginFounding", network, "network { id }", ours[1])
    partnerships, needs, groups = {}, {}, {}
    for language, thing in (("fa", "دار قالی"), ("en", "چرخ خیاطی")):
        partnerships[language] = _partnership(hub, f"توافق کارگاه {language}", ours, theirs)
        groups[language] = _group(hub, network["id"], f"کارگروه {language}", ours, theirs)
        common = {
            "kind": "MATERIAL",
            "language": "FA",
            "visibility": "PUBLIC",
            "quantity": 3,
            "unit": "دستگاه",
        }
        common |= {"title": thing, "topicIds": [topic], "regionId": province}
        hub.done("offerResource", common, "resourceOffer { id }", ours[1])
        needs[language] = hub.done("needResource", common, "resourceNeed { id }", theirs[1])["id"]
    pages = _others(hub, network["id"], province, ours) | {"network": f"/networks/{network['id']}"}
    return Cast(str(sessions[0]), str(sessions[1]), partnerships, needs, groups, pages)


def _as(reader: Reader, secret: str, path: str) -> None:
    """Open a page as the person of a session."""
    reader.context.clear_cookies()
    reader.context.add_cookies([{"name": "hub", "value": secret, "url": reader.address}])
    reader.go(path)


def _held(reader: Reader, name: str) -> None:
    """Hold a page in both sizes, the other one in the other theme."""
    reader.held(name)
    size, theme = ("desktop", "dark") if reader.size == "phone" else ("phone", "light")
    width, height = SIZES[size]
    before = reader.page.viewport_size
    assert before is not None
    reader.page.set_viewport_size({"width": width, "height": height})
    reader.page.emulate_media(color_scheme=theme)
    own, reader.size = reader.size, size
    reader.held(name)
    reader.size = own
    reader.page.set_viewport_size(before)
    reader.page.emulate_media(color_scheme="light" if theme == "dark" else "dark")


def _press(reader: Reader, name: str, within: Locator | None = None) -> None:
    """Press a button by keyboard."""
    button = (within or reader.page.locator("main")).get_by_role("button", name=name, exact=True).first
    button.focus()
    reader.page.keyboard.press("Enter")


def _send(reader: Reader, name: str) -> None:
    """Send what the open dialog asks for, and see that it is done."""
    dialog = reader.page.locator("dialog[open]")
    _press(reader, name, dialog)
    expect(dialog).to_have_count(0)
    reader.seen()


def _asked_and_answered(reader: Reader, path: str, asks: str, answers: str) -> None:
    """At the end of a page, one asks and the other answers by name; what is another's is not to be changed."""
    page, text = reader.page, TEXTS[reader.language]
    _as(reader, asks, path)
    page.keyboard.press("End")
    page.get_by_label(text["question"]).fill("تا کی می‌ماند؟")
    _press(reader, text["put"])
    expect(page.locator(".talk article.question")).to_have_count(1)
    _as(reader, answers, path)
    page.keyboard.press("End")
    asked = page.locator(".talk article.question")
    expect(asked.get_by_role("button", name=text["edit"])).to_have_count(0)
    _press(reader, text["reply"], asked)
    page.get_by_label(text["answer"]).fill("تا پایان سال.")
    _press(reader, text["send-answer"])
    expect(page.locator(".talk article.answer .meta a")).to_have_text("بنیاد سفره")
    expect(page.locator(".talk article.answer").get_by_role("button", name=text["edit"])).to_be_visible()
    _as(reader, asks, path)
    page.keyboard.press("End")
    expect(page.locator(".talk article.answer")).to_be_visible()
    expect(page.locator(".talk article.answer").get_by_role("button", name=text["edit"])).to_have_count(0)


@by_each
def test_a_commitment_is_disputed_reported_anew_and_confirmed(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    path = f"/partnerships/{cast.partnerships[reader.language]}"

    def report(note: str) -> None:
        _as(reader, cast.ours, path)
        _press(reader, text["report"])
        dialog = page.locator("dialog[open]")
        dialog.get_by_label(text["status"]).select_option(label=text["met"])
        dialog.get_by_label(text["note"]).fill(note)
        _send(reader, text["report"])
        expect(page.get_by_text(text["waits"]).first).to_be_visible()

    report("هر دو برپا شد.")
    _as(reader, cast.theirs, path)
    _press(reader, text["dispute"])
    page.locator("dialog[open]").get_by_label(text["dispute-why"]).fill("تنها یکی را دیدیم.")
    _send(reader, text["dispute"])
    report("دومی هم در میبد برپا شد.")
    _asked_and_answered(reader, path, cast.ours, cast.theirs)
    _as(reader, cast.theirs, path)
    _held(reader, "partnership")
    _press(reader, text["confirm"])
    expect(page.locator(".ent .st").get_by_text(text["met"])).to_be_visible()
    expect(page.get_by_role("button", name=text["confirm"])).to_have_count(0)


@by_each
def test_an_offer_meets_a_need_and_is_delivered(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    need = f"/needs/{cast.needs[reader.language]}"
    _as(reader, cast.theirs, need)
    expect(page.get_by_text(text["same-thing"]).first).to_be_visible()
    _asked_and_answered(reader, need, cast.ours, cast.theirs)
    _as(reader, cast.theirs, need)
    _held(reader, "need")
    _press(reader, text["ask"])
    _send(reader, text["ask"])
    page.locator("main article.rec h3 a[href*='/exchanges/']").first.click()
    page.wait_for_url("**/exchanges/*")
    reader.seen()
    path = page.url.removeprefix(reader.address).removeprefix("/en")
    _as(reader, cast.ours, path)
    _held(reader, "exchange")
    _press(reader, text["accept"])
    expect(page.get_by_role("button", name=text["given"])).to_be_visible()
    for secret, said in ((cast.ours, text["given"]), (cast.theirs, text["received"])):
        _as(reader, secret, path)
        _press(reader, said)
        _send(reader, said)
    expect(page.locator("header .kind").get_by_text(text["delivered"])).to_be_visible()


def _linked(reader: Reader, move: str, list_: str, name: str, page_of: str) -> None:
    """Link a record, find it in the list when that is opened again, and go to where it stands."""
    page = reader.page
    _press(reader, move)
    dialog = page.locator("dialog[open]")
    dialog.get_by_role("combobox", name=list_).click()
    dialog.get_by_role("option", name=name).first.click()
    _send(reader, move)
    linked = page.locator("main article.rec .names").get_by_role("link", name=name).first
    expect(linked).to_be_visible()
    _press(reader, move)
    expect(page.locator("dialog[open] .picked")).to_contain_text(name)
    _send(reader, move)
    linked.click()
    page.wait_for_url(page_of + ("#*" if "networks" in page_of else ""))
    reader.seen()


@by_each
def test_a_decision_of_a_working_group_becomes_an_action(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    path = f"/groups/{cast.groups[reader.language]}"
    _as(reader, cast.ours, path)
    _press(reader, text["propose-decision"])
    page.locator("dialog[open]").get_by_label(text["decision-title"]).fill("بازدید ماهانه از کارگاه‌ها")
    _send(reader, text["propose-decision"])
    _press(reader, text["approve"])
    _send(reader, text["approve"])
    _linked(reader, text["link-decision"], text["charters"], "اساسنامه", "**/charters/*")
    _as(reader, cast.ours, path)
    _press(reader, text["make-action"])
    dialog = page.locator("dialog[open]")
    dialog.get_by_label(text["what"]).fill("برنامهٔ بازدید را بنویسید")
    dialog.get_by_role("combobox", name=text["who"]).fill("بنیاد")
    dialog.get_by_role("option", name="بنیاد سفره").click()
    _send(reader, text["make-action"])
    expect(page.get_by_role("heading", name="برنامهٔ بازدید را بنویسید")).to_be_visible()
    _linked(reader, text["link-action"], text["steps"], "دعوت از اعضا", "**/networks/*")
    _as(reader, cast.theirs, path)
    _press(reader, text["take"])
    _press(reader, text["done"])
    _held(reader, "action-dialog")
    page.locator("dialog[open]").get_by_label(text["shows"]).fill("برنامه در پیوست آمد.")
    _send(reader, text["done"])
    _held(reader, "group")


@by_each
def test_every_page_of_working_together_is_whole(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    for name in ("partnerships", "offers", "programs", "networks", "groups", "processes", "campaigns"):
        reader.go(f"/{name}")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        _held(reader, name)
    for name, path in cast.pages.items():
        reader.go(path)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        _held(reader, name)
    reader.go(cast.pages["gaps"])
    expect(page.get_by_text(text["nobody"]).first).to_be_visible()
