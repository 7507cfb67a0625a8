"""Forms: nothing typed is lost, what is wrong is said where it is wrong, and what was sent twice is done once."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Route, expect

from tests.browser import Mailbox, joined
from tests.browser.conftest import Reader
from tests.running import Hub

READERS = [("fa", "phone", "light"), ("en", "desktop", "dark")]
TEXTS = {
    "fa": {
        "send": "گذاشتن نیاز",
        "again": "دوباره بفرست",
        "kind": "از چه گونه است؟",
        "title": "عنوان",
        "amount": "مبلغ",
        "told": "۲۵ میلیون.* تومان = .*۲۵۰٬۰۰۰٬۰۰۰",
        "from": "از روز",
        "until": "تا روز",
        "calendar": "برگزیدن .*تا روز",
        "where": "کجا",
        "offline": "فرستاده نشد: اتصال قطع است.",
        "back": "آنچه پیش‌تر نوشته بودید برگردانده شد.",
        "newest": "گرفتن نسخهٔ تازه",
        "clash": "در این میان دیگری این را عوض کرده است.",
        "keep": "همان بماند",
        "save": "ذخیره",
        "withdraw": "پس گرفتن",
        "withdrawn": "پس گرفته شد.",
    },
    "en": {
        "send": "Tell the need",
        "again": "Send again",
        "kind": "Of what kind is it?",
        "title": "Title",
        "amount": "Amount",
        "told": "250 million.* rials = .*250,000,000",
        "from": "From",
        "until": "Until",
        "calendar": "Pick .*Until",
        "where": "Where",
        "offline": "Not sent: you are offline.",
        "back": "What you had typed before was brought back.",
        "newest": "Get the newest",
        "clash": "Somebody has changed this meanwhile.",
        "keep": "Keep that",
        "save": "Save",
        "withdraw": "Withdraw",
        "withdrawn": "Withdrawn.",
    },
}
TYPED = {"fa": ("۲۵٬۰۰۰٬۰۰۰", "۱۴۰۶/۲/۱"), "en": ("250000000", "2027-04-21")}
by_each = pytest.mark.parametrize("reader", READERS, ids="-".join, indirect=True)


@dataclass(frozen=True)
class Cast:
    """Who writes, by the secret of a session, and the token of the same organization."""

    secret: str
    token: str


@pytest.fixture(scope="module")
def cast(hub: Hub, mailbox: Mailbox) -> Cast:
    province = hub.region("IR-08", "کرمان")
    hub.region("IR-21", "یزد")
    organization, token = hub.member("انجمن مهر", locationId=province)
    secret = joined(hub, mailbox, organization, "narges@mehr.example").secret
    assert secret is not None
    return Cast(secret, token)


def _mine(hub: Hub, cast: Cast) -> list[dict[str, object]]:
    document = (
        "{ resourceNeeds(sort: [CREATED_AT_DESC]) { nodes"
        " { id version title amount startsOn endsOn status region { name } } } }"
    )
    return list(hub.ask(document, token=cast.token)["resourceNeeds"]["nodes"])


@by_each
def test_a_need_is_told_over_a_broken_line_edited_by_two_and_withdrawn(
    reader: Reader, cast: Cast, hub: Hub
) -> None:
    page, text = reader.page, TEXTS[reader.language]
    before = len(_mine(hub, cast))
    reader.context.add_cookies([{"name": "hub", "value": cast.secret, "url": hub.address}])
    reader.go("/needs/new")

    _told_what_is_missing(reader)
    _filled_in(reader)

    title = page.get_by_label(text["title"], exact=False).first
    reader.context.set_offline(True)
    page.get_by_role("button", name=text["send"]).click()
    expect(page.get_by_role("alert")).to_contain_text(text["offline"])
    reader.context.set_offline(False)
    reader.faults.clear()
    page.reload()
    expect(page.get_by_text(text["back"])).to_be_visible()
    assert title.input_value() == "وام ابزار"

    # The hub does it, and the answer is lost: sent again, it is the same need.
    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/graphql", lose)
    page.get_by_role("button", name=text["send"]).click()
    page.get_by_role("button", name=text["again"]).wait_for()
    page.unroute("**/graphql")
    page.get_by_role("button", name=text["again"]).click()
    page.wait_for_url(re.compile("/(organizations|needs)/(?!new)"))
    reader.faults.clear()
    (need, *_), count = _mine(hub, cast), len(_mine(hub, cast))
    assert count == before + 1
    assert (need["title"], need["amount"], need["startsOn"]) == ("وام ابزار", "250000000", "2027-04-21")
    assert need["region"] == {"name": "کرمان"}
    assert str(need["endsOn"]) > "2026"

    _edited_by_two(reader, cast, hub, str(need["id"]))
    page.get_by_role("button", name=text["withdraw"], exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=text["withdraw"]).click()
    expect(page.get_by_text(text["withdrawn"])).to_be_visible()
    assert _mine(hub, cast)[0]["status"] == "WITHDRAWN"


def _told_what_is_missing(reader: Reader) -> None:
    """What is missing is said at once, in a list that has the focus and leads to the field."""
    page, text = reader.page, TEXTS[reader.language]
    page.get_by_role("button", name=text["send"]).click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link", name=text["title"]).click()
    title = page.get_by_label(text["title"], exact=False).first
    expect(title).to_be_focused()
    assert title.get_attribute("aria-invalid") == "true"
    reader.held("form-faults")


def _filled_in(reader: Reader) -> None:
    """In the reader's own digits, calendar and money, the last day and the place by keyboard."""
    page, text = reader.page, TEXTS[reader.language]
    title = page.get_by_label(text["title"], exact=False).first
    title.fill("وام ابزار")
    page.get_by_label(text["kind"]).select_option("FINANCIAL")
    amount, first = TYPED[reader.language]
    page.get_by_label(text["amount"]).fill(amount)
    expect(page.get_by_text(re.compile(text["told"]))).to_be_visible()
    page.get_by_role("textbox", name=re.compile(f"^{text['from']}")).fill(first)
    page.get_by_role("button", name=re.compile(text["calendar"])).click()
    page.locator(".calendar").wait_for()
    reader.held("form-calendar")
    for key in ("PageDown", "Home", "Enter"):
        page.keyboard.press(key)
    page.get_by_role("combobox", name=text["where"]).click()
    page.get_by_role("option", name="کرمان").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def _edited_by_two(reader: Reader, cast: Cast, hub: Hub, need: str) -> None:
    """While one types a title, a colleague changes title and amount: both are kept apart, and the amount is taken."""
    page, text = reader.page, TEXTS[reader.language]
    reader.go(f"/needs/{need}/edit")
    title = page.get_by_label(text["title"], exact=False).first
    expect(title).to_have_value("وام ابزار")
    title.fill("وام ابزار خیاطی")
    changed = {"id": need, "version": 1, "title": "وام چرخ", "amount": "300000000", "amountUnit": "IRR"}
    hub.done("editNeed", changed, "resourceNeed { id }", cast.token)
    page.get_by_role("button", name=text["save"]).click()
    page.get_by_role("button", name=text["newest"]).click()
    expect(page.get_by_text(text["clash"])).to_be_visible()
    expect(page.get_by_text("وام چرخ")).to_be_visible()
    assert title.input_value() == "وام ابزار خیاطی"
    expect(page.get_by_label(text["amount"])).to_have_value(
        "۳۰٬۰۰۰٬۰۰۰" if reader.language == "fa" else "300,000,000"
    )
    page.get_by_role("button", name=text["save"]).click()
    page.wait_for_url(re.compile("/(organizations|needs)/[^/]+$"))
    (found,) = (one for one in _mine(hub, cast) if one["id"] == need)
    assert (found["title"], found["amount"], found["version"]) == ("وام ابزار خیاطی", "300000000", 3)
    reader.go(f"/needs/{need}/edit")
    expect(title).to_have_value("وام ابزار خیاطی")


@pytest.mark.parametrize("reader", READERS[:1], ids="-".join, indirect=True)
def test_what_is_typed_goes_when_its_writer_signs_out(reader: Reader, cast: Cast, hub: Hub) -> None:
    page = reader.page
    reader.context.add_cookies([{"name": "hub", "value": cast.secret, "url": hub.address}])
    reader.go("/offers/new")
    page.get_by_label("عنوان").fill("ده چرخ خیاطی")
    page.get_by_text("روی همین دستگاه نگه داشته شد").wait_for()
    kept = "Object.entries(localStorage).filter(([, value]) => value.includes('ده چرخ')).length"
    assert page.evaluate(kept) == 1
    page.get_by_role("button", name="فهرست").click()
    page.get_by_role("button", name="خروج").click()
    page.get_by_role("link", name="ورود").first.wait_for()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('typed:')).length") == 0
