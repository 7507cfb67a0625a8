"""Programs, processes, campaigns, approaches and support are written through the pages, published and edited."""

import re
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import Mailbox, joined
from tests.browser.conftest import SIZES, Reader
from tests.running import Hub

ON_A_PHONE = pytest.mark.parametrize("reader", [("fa", "phone", "light")], ids="-".join, indirect=True)
AT_A_DESK = pytest.mark.parametrize("reader", [("en", "desktop", "dark")], ids="-".join, indirect=True)


ISOLATES = "[\u2066-\u2069]"
"""What Fluent sets around what it puts into a text."""


@dataclass(frozen=True)
class Cast:
    """Two organizations, by the sessions and tokens of each, a network that the first keeps, and a lesson of the second."""

    hub: Hub
    ours: str
    theirs: str
    reads: str
    alone: str
    token: str
    other: str
    lesson: str


@pytest.fixture(scope="module")
def cast(hub: Hub, mailbox: Mailbox) -> Cast:
    ours, token = hub.member("انجمن مهر", nameEn="Mehr Association")
    theirs, other = hub.member("بنیاد سفره", nameEn="Sofreh Foundation")
    secrets = [
        joined(hub, mailbox, organization, mail).secret
        for organization, mail in ((ours, "narges@mehr.example"), (theirs, "omid@sofreh.example"))
    ]
    reads = joined(hub, mailbox, ours, "parvaneh@mehr.example", right="MEMBER").secret
    left = joined(hub, mailbox, ours, "sara@mehr.example")
    left.done("leaveOrganization", {"organizationId": ours})
    plan = {"level": "NATIONAL", "nameFa": "شبکهٔ مهر", "nameEn": "Mehr Network"}
    network = hub.done("createNetwork", plan, "network { id version }", token)
    hub.done("beginFounding", network, "network { id }", token)
    told = {
        "outcome": "FAILURE",
        "title": "کارگاه بی مهد",
        "happened": "مادران نیامدند.",
        "visibility": "PUBLIC",
    }
    tried = hub.done("createExperience", told, "experience { id version }", token)
    hub.done("publishExperience", tried, "experience { id }", token)
    learned = {
        "statement": "کارگاه بی مهد نمی‌ماند.",
        "recommendation": "مهد را نخست برپا کنید.",
        "source": "گزارش سفره",
        "visibility": "PUBLIC",
    }
    lesson = hub.done("createLesson", learned, "lesson { id version }", other)
    hub.done("publishLesson", lesson, "lesson { id }", other)
    return Cast(
        hub, str(secrets[0]), str(secrets[1]), str(reads), str(left.secret), token, other, str(lesson["id"])
    )


def _as(reader: Reader, secret: str, path: str) -> None:
    """Open a page as the person of a session."""
    reader.context.clear_cookies()
    reader.context.add_cookies([{"name": "hub", "value": secret, "url": reader.address}])
    reader.go(path)


def _held(reader: Reader, name: str) -> None:
    """Hold a page with all its sections open, in both sizes, the other one in the other theme."""
    page = reader.page
    page.locator("details.further:not([open]) > summary").evaluate_all(
        "all => all.forEach((one) => one.click())"
    )
    reader.held(name)
    size, theme = ("desktop", "dark") if reader.size == "phone" else ("phone", "light")
    before, own = page.viewport_size, reader.size
    assert before is not None
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=theme)
    reader.size = size
    reader.held(name)
    reader.size = own
    page.set_viewport_size(before)
    page.emulate_media(color_scheme="light" if theme == "dark" else "dark")


def _said(text: str) -> re.Pattern[str]:
    """A whole text, with what was put into it."""
    return re.compile(f"^{ISOLATES}*" + "".join(f"{re.escape(letter)}{ISOLATES}*" for letter in text) + "$")


def _press(
    reader: Reader, name: str, role: Literal["button", "link"] = "button", within: Locator | None = None
) -> None:
    """Press a button by keyboard, or go to a link."""
    found = (within or reader.page.locator("main")).get_by_role(role, name=_said(name)).first
    found.focus()
    reader.page.keyboard.press("Enter")
    reader.seen()


def _type(reader: Reader, label: str, text: str, within: Locator | None = None) -> None:
    """Write into a field by keyboard, in place of what stands there."""
    (within or reader.page.locator("main")).get_by_label(label).first.focus()
    reader.page.keyboard.press("Control+A")
    reader.page.keyboard.type(text)


def _pick(reader: Reader, label: str, words: str, name: str, within: Locator | None = None) -> None:
    """Pick a record by some of its name."""
    whole = within or reader.page.locator("main")
    whole.get_by_role("combobox", name=label).first.fill(words)
    whole.get_by_role("option", name=name).first.wait_for()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")


def _open(reader: Reader, heading: str) -> Locator:
    """The fields below a heading, opened or closed by keyboard."""
    section = reader.page.locator("details.further", has=reader.page.locator("summary", has_text=heading))
    section.locator("summary").first.focus()
    reader.page.keyboard.press("Enter")
    return section


def _saved(reader: Reader, button: str) -> str:
    """The id of the record whose page opens once the form is sent."""
    page = reader.page
    _press(reader, button)
    page.wait_for_url(lambda url: "_" in url.rsplit("/", 1)[-1].split("?")[0])
    reader.seen()
    return page.url.rsplit("/", 1)[-1]


@ON_A_PHONE
def test_a_program_is_written_by_keyboard_published_and_edited(reader: Reader, cast: Cast) -> None:
    page = reader.page
    _as(reader, cast.ours, "/programs")
    _press(reader, "برنامهٔ تازه", "link")
    _type(reader, "عنوان", "کار در خانه")
    page.get_by_label("گونه").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    days = _open(reader, "کی و کجا")
    _type(reader, "از روز", "۱۴۰۶/۱/۱", days)
    _type(reader, "تا روز", "۱۴۰۵/۱/۱", days)
    _open(reader, "کی و کجا")
    expect(days.locator("input").last).to_be_hidden()
    _press(reader, "نگه داشتن پیش‌نویس")
    # What is wrong opens where it stands.
    expect(days.locator(".err")).to_be_visible()
    _type(reader, "تا روز", "۱۴۰۷/۱/۱", days)
    parts = _open(reader, "چه کسانی در آن‌اند")
    _press(reader, "افزودن سازمان", within=parts)
    _pick(reader, "سازمان", "سفره", "بنیاد سفره", parts)
    parts.get_by_label("نقش", exact=True).select_option(label="مجری")
    measured = _open(reader, "شاخص‌ها")
    _press(reader, "افزودن شاخص", within=measured)
    page.keyboard.type("شاغل پس از شش ماه")
    _type(reader, "باید به چه عددی برسد", "۴۰", measured)
    _type(reader, "یکا", "نفر", measured)
    _held(reader, "program-form")
    program = _saved(reader, "نگه داشتن پیش‌نویس")
    expect(page.get_by_text("بنیاد سفره")).to_be_visible()
    _press(reader, "انتشار برنامه")
    expect(page.get_by_role("button", name="انتشار برنامه")).to_have_count(0)

    _press(reader, "ویرایش برنامه", "link")
    expect(page.get_by_label("عنوان").first).to_have_value("کار در خانه")
    _type(reader, "عنوان", "کار در خانه و کارگاه")
    measured = _open(reader, "شاخص‌ها")
    _press(reader, "برداشتن شاخص ۱", within=measured)
    assert _saved(reader, "ثبت تغییرها") == program
    asked = "titleFa kind status startsOn indicators { measure } programRoleClaims { nodes { status role } }"
    told = cast.hub.ask(f'{{ program(id: "{program}") {{ {asked} }} }}', token=cast.token)["program"]
    assert told == {
        "titleFa": "کار در خانه و کارگاه",
        "kind": "PROJECT",
        "status": "PUBLISHED",
        "startsOn": "2027-03-21",
        "indicators": [],
        "programRoleClaims": {"nodes": [{"status": "CLAIMED", "role": "IMPLEMENTER"}]},
    }


@AT_A_DESK
def test_a_process_is_written_becomes_a_standard_and_is_followed_with_a_deviation(
    reader: Reader, cast: Cast
) -> None:
    page = reader.page
    _as(reader, cast.theirs, "/processes")
    _press(reader, "New process", "link")
    _type(reader, "Title", "Intake of trainees")
    _type(reader, "Purpose", "Everybody is taken in alike.")
    _pick(reader, "A standard of which network", "Mehr", "Mehr Network")
    first = page.get_by_role("group", name=_said("Step 1"))
    _type(reader, "What is done", "Plan", first)
    _type(reader, "By which office", "Facilitator", first)
    _press(reader, "Add a step")
    second = page.get_by_role("group", name=_said("Step 2"))
    _type(reader, "What is done", "Welcome", second)
    _type(reader, "By which office", "Social worker", second)
    _press(reader, "Step 2: one up", within=second)
    expect(first.get_by_label("What is done")).to_have_value("Welcome")
    _held(reader, "process-form")
    process = _saved(reader, "Keep the draft")
    _press(reader, "Propose it as a standard")
    expect(page.get_by_role("button", name="Propose it as a standard")).to_have_count(0)
    _as(reader, cast.ours, f"/processes/{process}")
    _press(reader, "Adopt it")
    _press(reader, "Adopt it", within=page.locator("dialog[open]"))
    _press(reader, "We follow it", "link")
    _type(reader, "Since", "2026-01-01")
    _press(reader, "Add a deviation")
    page.get_by_label("At which step").select_option(index=2)
    _type(reader, "What you do instead", "We plan at the second meeting.")
    _held(reader, "follow-form")
    _press(reader, "We follow it")
    page.wait_for_url(f"**/processes/{process}")
    reader.seen()
    steps = page.locator("ol.steps > li")
    expect(steps.nth(1)).to_contain_text("Plan")
    expect(steps.nth(1)).to_contain_text("We plan at the second meeting.")
    expect(steps.nth(0)).not_to_contain_text("second meeting")
    _press(reader, "Edit how we follow it", "link")
    expect(page.get_by_label("At which step")).to_have_value("1")
    _as(reader, cast.theirs, f"/processes/{process}")
    _press(reader, "Write the next edition", "link")
    expect(first.get_by_label("What is done")).to_have_value("Welcome")
    following = _saved(reader, "Keep the draft")
    told = cast.hub.ask(
        f'{{ process(id: "{following}") {{ edition steps {{ title }} replaces {{ id }} }} }}',
        token=cast.other,
    )
    steps_told = [{"title": "Welcome"}, {"title": "Plan"}]
    assert told["process"] == {"edition": 2, "steps": steps_told, "replaces": {"id": process}}


@AT_A_DESK
def test_a_campaign_is_written_with_what_is_planned_and_worded_anew(reader: Reader, cast: Cast) -> None:
    page = reader.page
    _as(reader, cast.ours, "/campaigns")
    _press(reader, "New campaign", "link")
    _type(reader, "Title", "Insurance for trainees")
    _type(reader, "Issue", "Trainees have no insurance.")
    _type(reader, "Position", "They are insured from the first day.")
    _pick(reader, "Which organization you ask", "سفره", "Sofreh Foundation")
    planned = _open(reader, "Actions")
    _press(reader, "Add an action", within=planned)
    page.keyboard.type("A letter to the ministry")
    _type(reader, "On which day", "2027-05-01", planned)
    _held(reader, "campaign-form")
    campaign = _saved(reader, "Keep the draft")
    expect(page.get_by_role("heading", name="A letter to the ministry")).to_be_visible()
    _press(reader, "Publish")
    expect(page.get_by_role("button", name="Publish")).to_have_count(0)
    _press(reader, "Edit the campaign", "link")
    _type(reader, "Position", "They are insured, by whoever trains them.")
    assert _saved(reader, "Save changes") == campaign
    told = cast.hub.ask(
        f'{{ campaign(id: "{campaign}") {{ wording status actions {{ title takesPlaceOn }} }} }}',
        token=cast.token,
    )
    planned_told = [{"title": "A letter to the ministry", "takesPlaceOn": "2027-05-01"}]
    assert told["campaign"] == {"wording": 2, "status": "PUBLISHED", "actions": planned_told}


@ON_A_PHONE
def test_an_approach_and_support_are_written_and_evidence_is_turned(reader: Reader, cast: Cast) -> None:
    page = reader.page
    _as(reader, cast.ours, "/lessons")
    _press(reader, "نوشتن رهیافت", "link")
    _type(reader, "عنوان", "کارگاه با مهد")
    _type(reader, "چکیده", "نخست مهد، سپس کارگاه.")
    _type(reader, "چه کنیم", "مهد را برپا کنید")
    _held(reader, "approach-form")
    approach = _saved(reader, "نگه داشتن پیش‌نویس")
    page.get_by_role("link", name="ویرایش", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("چه کنیم")).to_have_value("مهد را برپا کنید")
    _press(reader, "افزودن گام")
    page.keyboard.type("کارگاه را باز کنید")
    assert _saved(reader, "ثبت تغییرها") == approach

    reader.go(f"/lessons/{cast.lesson}")
    _press(reader, "تجربه‌ای بیفزایید")
    _pick(reader, "کدام تجربه؟", "مهد", "کارگاه بی مهد")
    page.get_by_label("با این درس").select_option(label="مخالف است")
    _press(reader, "افزودن شاهد")
    _press(reader, "اکنون موافق است")
    dialog = page.locator("dialog[open]")
    _type(reader, "چرا دیگر آن سو نیست؟", "دوباره خواندیم.", dialog)
    _press(reader, "اکنون موافق است", within=dialog)
    expect(page.get_by_role("button", name="اکنون مخالف است")).to_be_visible()
    sides = "evidenceFor { totalCount } evidenceAgainst { totalCount }"
    told = cast.hub.ask(f'{{ lesson(id: "{cast.lesson}") {{ {sides} }} }}')["lesson"]
    assert told == {"evidenceFor": {"totalCount": 1}, "evidenceAgainst": {"totalCount": 0}}

    reader.go("/support-instruments")
    _press(reader, "ثبت حمایت", "link")
    _type(reader, "عنوان", "وام ابزار")
    page.get_by_label("گونه").first.select_option(label="وام")
    for year, amount in (("۱۴۰۴", "۵۰۰۰۰۰۰۰"), ("۱۴۰۵", "۸۰۰۰۰۰۰۰")):
        _press(reader, "افزودن مبلغ")
        page.keyboard.type(amount)
        page.get_by_label("سال").last.focus()
        page.keyboard.type(year)
    _held(reader, "instrument-form")
    support = _saved(reader, "نگه داشتن پیش‌نویس")
    _press(reader, "انتشار")
    expect(page.get_by_role("button", name="انتشار", exact=True)).to_have_count(0)
    asked = "repayable status amounts { year calendar amount amountUnit }"
    loan = cast.hub.ask(f'{{ supportInstrument(id: "{support}") {{ {asked} }} }}', token=cast.token)
    each = {"calendar": "SOLAR_HIJRI", "amountUnit": "IRR"}
    assert loan["supportInstrument"] == {
        "repayable": True,
        "status": "PUBLISHED",
        "amounts": [
            {"year": 1404, "amount": "500000000"} | each,
            {"year": 1405, "amount": "800000000"} | each,
        ],
    }


@AT_A_DESK
def test_a_form_that_is_not_the_readers_says_why_and_is_not_shown(reader: Reader, cast: Cast) -> None:
    page = reader.page
    lesson = f"/lessons/{cast.lesson}/edit"
    alone, read, others = "you act for none now", "Editors write", "only its owner edits it"
    for person, told, paths in (
        (cast.alone, alone, ("/processes/pro_none/follow", "/offers/new", "/publish", lesson)),
        (cast.reads, read, ("/programs/new", lesson)),
        (cast.ours, others, (lesson,)),
    ):
        for path in paths:
            _as(reader, person, path)
            expect(page.locator("main").get_by_role("alert")).to_contain_text(told)
            expect(page.locator("main form")).to_have_count(0)
    _held(reader, "not-yours")
    # Its writer finds the form there.
    _as(reader, cast.theirs, lesson)
    expect(page.locator("main form").get_by_label("What to do")).to_have_value("مهد را نخست برپا کنید.")
    expect(page.locator("main").get_by_role("alert")).to_have_count(0)
    _as(reader, cast.ours, "/processes/pro_none/follow")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
