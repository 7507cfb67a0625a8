"""Somebody who starts something meets, within a minute, what others learned of it."""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import PASSWORD, Mailbox, joined
from tests.browser.conftest import Reader
from tests.running import Hub

MAIL = "narges@mehr.example"
READERS = [
    ("fa", "phone", "light"),
    ("fa", "desktop", "dark"),
    ("en", "phone", "dark"),
    ("en", "desktop", "light"),
]
TEXTS = {
    "fa": {
        "lessons": "درس‌ها",
        "search": "جست‌وجو",
        "learned": "آموخته شد",
        "applies": "به کار می‌آید وقتی",
        "day": r"[۰-۹]{1,2} [آ-ی]+ ۱۴[۰-۹]{2}",
        "money": "۲۵۰٬۰۰۰٬۰۰۰",
        "meant": "شاید منظورتان این است:",
        "nothing": "چیزی یافت نشد",
        "absent": "چنین برگی نیست",
        "nowhere": "این نشانی به جایی نمی‌رسد",
        "sign-in": "ورود",
        "mail": "رایانامه",
        "password": "گذرواژه",
        "desk": "میز کار",
        "waits": "در انتظار شما",
        "other": "English",
        "offline": "اتصال شما قطع است.",
        "lost": "کانون در دسترس نیست",
        "again": "دوباره",
    },
    "en": {
        "lessons": "Lessons",
        "search": "Search",
        "learned": "Learned",
        "applies": "Applies when",
        "day": r"\d{1,2} [A-Z][a-z]+ 20\d\d",
        "money": "2,500,000,000",
        "meant": "Did you mean:",
        "nothing": "Nothing was found",
        "absent": "There is no such page",
        "nowhere": "This address leads nowhere",
        "sign-in": "Sign in",
        "mail": "Mail address",
        "password": "Password",
        "desk": "My desk",
        "waits": "Waits for you",
        "other": "فارسی",
        "offline": "You are offline.",
        "lost": "The hub cannot be reached",
        "again": "Try again",
    },
}
STATEMENT = "مهد را پیش از مربی پیدا کنید"
by_each = pytest.mark.parametrize("reader", READERS, ids="-".join, indirect=True)
on_a_phone = pytest.mark.parametrize("reader", READERS[:1], ids="-".join, indirect=True)


@dataclass(frozen=True)
class Cast:
    """What there is to read: a lesson that one organization wrote and others applied, and one person."""

    organization: str
    experience: str
    lesson: str
    approach: str


def _published(hub: Hub, kind: str, given: dict[str, Any], token: str) -> str:
    name = kind[0].lower() + kind[1:]
    made = hub.done(f"create{kind}", {"visibility": "PUBLIC", **given}, f"{name} {{ id version }}", token)
    hub.done(f"publish{kind}", made, f"{name} {{ id }}", token)
    return str(made["id"])


@pytest.fixture(scope="module")
def cast(hub: Hub, mailbox: Mailbox) -> Cast:
    topic = hub.topic("child-care", "نگهداری کودک")
    province = hub.region("IR-08", "کرمان")
    organization, token = hub.member(
        "انجمن مهر",
        nameEn="Mehr Association",
        topicIds=[topic],
        locationId=province,
        mission="کار برای مادران",
    )
    told = {
        "title": "نیمی از مادران دوره را رها کردند",
        "outcome": "FAILURE",
        "intended": "بیست‌وچهار دوزنده تربیت کنیم.",
        "happened": "غیبت‌ها آغاز شد و یازده نفر ماندند.",
        "why": "نپرسیده بودیم کودک کجا می‌ماند.",
        "barriers": ["نبود مهد"],
        "enablingFactors": ["مربی باتجربه"],
        "topicIds": [topic],
        "startedOn": "2023-05-01",
    }
    experience = _published(hub, "Experience", told, token)
    drawn = {
        "statement": STATEMENT,
        "recommendation": "اتاقی نزدیک با یک مراقب بگذارید.",
        "appliesWhen": "شرکت‌کنندگان کودک زیر مدرسه دارند",
        "notAppliesWhen": "دوره از راه دور است",
        "experienceIds": [experience],
        "topicIds": [topic],
    }
    lesson = _published(hub, "Lesson", drawn, token)
    steps = [{"title": "پرسش از مادران", "text": "سن کودکان را بپرسید."}, {"title": "اتاق کودک"}]
    approach = _published(
        hub, "Approach", {"title": "نخست مهد", "summary": "مهد پیش از کارگاه.", "steps": steps}, token
    )
    for name, outcome in (("بنیاد سفره", "SUCCESS"), ("کانون نخل", "FAILURE"), ("انجمن رود", None)):
        _, other = hub.member(name, locationId=province)
        adopted = {
            "adoptedId": lesson,
            "note": "در کارگاه قالی",
            "startedOn": "2026-02-01",
            "visibility": "PUBLIC",
        }
        adoption = hub.done("adopt", adopted, "adoption { id version }", other)
        if outcome:
            given = {**adoption, "outcome": outcome, "outcomeNote": "غیبت به یک‌سوم رسید."}
            hub.done("recordOutcome", given, "adoption { id }", other)
    offer = {
        "kind": "FINANCIAL",
        "title": "وام ابزار کار",
        "amount": "2500000000",
        "amountUnit": "IRR",
        "visibility": "PUBLIC",
    }
    hub.done("offerResource", offer, "resourceOffer { id }", token)
    joined(hub, mailbox, organization, MAIL)
    hub.done("createExperience", {**told, "title": "پیش‌نویس من"}, "experience { id }", token)
    return Cast(organization, experience, lesson, approach)


@by_each
def test_from_the_home_page_to_what_others_learned(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    del cast
    reader.go("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    reader.held("home")

    page.locator("main").get_by_role("searchbox").fill("مهد")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=STATEMENT).wait_for()
    assert page.locator("mark").first.inner_text() == "مهد"
    assert "q=" in page.url
    reader.held("search")

    page.get_by_role("link", name=STATEMENT).click()
    page.get_by_role("heading", level=1, name=STATEMENT).wait_for()
    expect(page).to_have_title(re.compile(STATEMENT))
    expect(page.get_by_text(text["applies"]).first).to_be_visible()
    star = page.locator("svg.star[role=img]")
    assert [star.locator(f"path.{kind}").count() for kind in ("w", "x", "a", "e")] == [1, 1, 1, 5]
    assert page.locator(".trail > li").count() == 7
    expect(page.locator("dl.facts:visible").get_by_text(re.compile(text["day"])).first).to_be_visible()
    reader.held("lesson")

    page.get_by_role("link", name="نیمی از مادران دوره را رها کردند").first.click()
    page.get_by_role("heading", level=1, name="نیمی از مادران").wait_for()
    reader.held("experience")
    page.go_back()
    page.get_by_role("heading", level=1, name=STATEMENT).wait_for()
    page.go_back()
    page.locator("mark").first.wait_for()
    assert page.get_by_role("searchbox").input_value() == "مهد"


@by_each
def test_every_other_page_is_whole(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    for name, path in (
        ("lessons", "/lessons"),
        ("experiences", "/experiences"),
        ("failures", "/experiences?outcome=FAILURE"),
        ("organizations", "/organizations"),
        ("approach", f"/approaches/{cast.approach}"),
        ("organization", f"/organizations/{cast.organization}"),
        ("search-empty", "/search"),
        ("sign-in", "/sign-in"),
    ):
        reader.go(path)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        reader.held(name)
    reader.go("/search?q=وام&type=RESOURCE_OFFER")
    expect(page.locator("main")).to_contain_text(text["money"])
    reader.go("/search?q=zzzzqqqq")
    expect(page.get_by_role("heading", name=text["nothing"])).to_be_visible()
    reader.held("nothing")


@by_each
def test_a_page_that_is_not_there_says_so(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    del cast
    for path, said in (("/lessons/les_none", text["absent"]), ("/no/where", text["nowhere"])):
        reader.go(path)
        expect(page.get_by_role("heading", name=said)).to_be_visible()
        # The browser tells of the 404 that the hub rightly answers.
        assert all("404" in fault for fault in reader.faults)
        reader.faults.clear()
        reader.held("absent" if said == text["absent"] else "nowhere")


@by_each
def test_signing_in_by_keyboard_leads_to_the_desk_and_out_again(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    del cast
    reader.go("/desk")
    page.get_by_label(text["mail"]).wait_for()
    page.get_by_label(text["mail"]).focus()
    page.keyboard.type(MAIL)
    page.keyboard.press("Tab")
    page.keyboard.type("not the password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    reader.held("sign-in-refused")
    page.get_by_label(text["password"]).fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name=text["desk"])).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="پیش‌نویس من").first).to_be_visible()
    reader.held("desk")
    page.reload()
    expect(page.get_by_role("heading", name=text["waits"], exact=True)).to_be_visible()


@on_a_phone
def test_the_other_language_the_other_theme_and_a_lost_connection(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    reader.go(f"/lessons/{cast.lesson}")
    page.get_by_role("button", name="فهرست").click()
    page.get_by_role("button", name="نمای تیره").click()
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.reload()
    reader.seen()
    assert page.evaluate(ground) == dark
    page.get_by_role("button", name="فهرست").click()
    page.get_by_role("link", name=text["other"]).click()
    page.get_by_text(TEXTS["en"]["applies"]).first.wait_for()
    assert page.url.endswith(f"/en/lessons/{cast.lesson}")
    assert page.evaluate("document.documentElement.dir") == "ltr"

    reader.context.set_offline(True)
    expect(page.get_by_text(TEXTS["en"]["offline"])).to_be_visible()
    page.evaluate("history.back()")
    reader.context.set_offline(False)


@on_a_phone
def test_what_could_not_be_read_is_read_when_it_is_asked_for_again(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    page.route("**/graphql", lambda route: route.abort())
    reader.go(f"/lessons/{cast.lesson}")
    expect(page.get_by_role("heading", name=text["lost"])).to_be_visible()
    page.unroute("**/graphql")
    page.get_by_role("button", name=text["again"]).click()
    expect(page.get_by_role("heading", level=1, name=STATEMENT)).to_be_visible()
