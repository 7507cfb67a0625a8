"""Somebody tells of what did not work, on a phone with a broken line; another applies the lesson, and the star fills."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Mailbox, joined
from tests.browser.conftest import Reader
from tests.conftest import Neo4j
from tests.running import Hub, own_hub

TITLE = "نیمی از مادران دوره را رها کردند"
HAPPENED = "در هفتهٔ سوم غیبت‌ها آغاز شد و یازده نفر ماندند."
STATEMENT = "مهد را پیش از مربی پیدا کنید"
TEXTS = {
    "fa": {
        "title": "عنوان",
        "failure": "آنچه می‌خواستیم نشد",
        "happened": "چه پیش آمد؟",
        "why": "چرا چنین شد؟",
        "next": "گام بعد",
        "here": "روی همین دستگاه نگه داشته شد",
        "there": "در کانون نگه داشته شد",
        "where": "کجا و کی",
        "topics": "موضوع‌ها",
        "child": "نگهداری کودک",
        "women": "زنان سرپرست خانوار",
        "personal": "گویا نام یا شمارهٔ شخصی آمده است",
        "another": "درس دیگر",
        "statement": "درس در یک جمله",
        "do": "پس چه باید کرد؟",
        "nameless": "اعضا، بی‌نام نویسنده",
        "save": "ذخیره و گام بعد",
        "hints": "این واژه‌ها نشانی از سازمان شما دارند",
        "members": "اعضای کانون",
        "unnamed": "بی‌نام",
        "publish": "انتشار",
        "mend": "درست کردن در گام",
        "published": "تجربهٔ شما منتشر شد.",
        "apply": "به کار می‌گیریم",
        "send": "ثبت به‌کارگیری",
        "how": "چگونه به کارش می‌گیرید؟",
        "well": "موفقیت",
        "words": "به زبان خودتان",
        "tell": "ثبت پیامد",
        "learned": "آموخته شد",
    },
    "en": {
        "title": "Title",
        "failure": "What we meant did not come about",
        "happened": "What happened?",
        "why": "Why did it go so?",
        "next": "Next",
        "here": "Kept on this device",
        "there": "Kept in the hub",
        "where": "Where and when",
        "topics": "Topics",
        "child": "نگهداری کودک",
        "women": "Women heads of household",
        "personal": "This looks like a person's name or number",
        "another": "Another lesson",
        "statement": "The lesson in one sentence",
        "do": "So what is to be done?",
        "nameless": "Members, without its author",
        "members": "Members",
        "unnamed": "Unnamed",
        "publish": "Publish",
        "mend": "Mend it in",
        "published": "Your experience is published.",
        "apply": "We apply it",
        "send": "Tell that you apply it",
        "how": "How do you apply it?",
        "well": "Success",
        "words": "In your own words",
        "tell": "Tell the outcome",
        "learned": "Learned",
    },
}
PHONE = [("fa", "phone", "light")]
DESKTOP = [("en", "desktop", "dark")]
on_a_phone = pytest.mark.parametrize("reader", PHONE, ids="-".join, indirect=True)
on_a_desktop = pytest.mark.parametrize("reader", DESKTOP, ids="-".join, indirect=True)


@dataclass(frozen=True)
class Cast:
    """An organization that tells, one that applies, each with the secret of a session, and a token of the first."""

    teller: str
    token: str
    applier: str


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j, mailbox: Mailbox) -> Iterator[Hub]:
    state = str(mailbox.folder.parent)
    with own_hub(neo4j_server, HUB_STATE_DIR=state, HUB_ANONYMITY="2") as made:
        yield made


@pytest.fixture(scope="module")
def cast(hub: Hub, mailbox: Mailbox) -> Cast:
    topic = hub.topic("child-care", "نگهداری کودک")
    whose = {"topicIds": [topic], "targetGroups": ["WOMEN_HEADS_OF_HOUSEHOLD"]}
    organization, token = hub.member("خیریهٔ نسیم البرز", **whose)
    # Who else could have told it, but not for those women.
    other = hub.organization("بنیاد سفره", topicIds=[topic])
    teller = joined(hub, mailbox, organization, "narges@nasim.example").secret
    applier = joined(hub, mailbox, other, "reza@sofreh.example").secret
    assert teller is not None
    assert applier is not None
    return Cast(teller, token, applier)


def _signed_in(reader: Reader, secret: str, hub: Hub) -> Page:
    reader.context.add_cookies([{"name": "hub", "value": secret, "url": hub.address}])
    return reader.page


def _step(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="گام‌ها").get_by_role("link", name=name, exact=True).click()


def _experiences(hub: Hub, cast: Cast) -> list[dict[str, Any]]:
    document = (
        "{ experiences { nodes { id title outcome happened why status visibility targetGroups"
        " lessons { nodes { id statement status visibility } } written { targetGroups } } } }"
    )
    return list(hub.ask(document, token=cast.token)["experiences"]["nodes"])


@on_a_phone
def test_a_failure_is_told_over_a_line_that_breaks_on_two_devices_and_seen_before_it_is_published(
    reader: Reader, cast: Cast, hub: Hub
) -> None:
    page, text = _signed_in(reader, cast.teller, hub), TEXTS[reader.language]
    reader.go("/publish")
    reader.held("publish-what")
    page.get_by_role("textbox", name=text["title"]).fill(TITLE)
    page.get_by_text(text["failure"]).click()

    # The line breaks: what is typed stays on the phone, through a reload, and goes when there is a line again.
    page.get_by_text(text["here"]).wait_for()
    reader.context.set_offline(True)
    page.get_by_role("textbox", name=text["happened"]).fill("خانم رضایی رفت. " + HAPPENED)
    expect(page.get_by_text(text["personal"])).to_be_visible()
    page.get_by_role("textbox", name=text["happened"]).fill(HAPPENED)
    expect(page.get_by_text(text["personal"])).to_be_hidden()
    page.get_by_role("button", name=text["next"]).click()
    expect(page.get_by_role("heading", name=text["where"])).to_be_focused()
    assert _experiences(hub, cast) == []
    page.get_by_label(text["women"]).check()
    page.get_by_text(text["here"]).wait_for()
    reader.context.set_offline(False)
    page.get_by_text(text["there"]).wait_for()
    reader.faults.clear()
    page.reload()
    reader.seen()
    expect(page.get_by_label(text["women"])).to_be_checked()
    reader.held("publish-where")
    (draft,) = _experiences(hub, cast)
    assert (draft["title"], draft["status"], draft["happened"]) == (TITLE, "DRAFT", HAPPENED)

    other = _on_a_second_device(reader, cast, hub)
    # The phone, that has not heard of it, goes on: both stand in the draft.
    page.get_by_role("combobox", name=text["topics"]).click()
    page.get_by_role("option", name=text["child"]).click()
    _step(page, "درس‌ها")
    page.get_by_role("button", name=text["another"]).click()
    page.get_by_role("textbox", name=text["statement"]).fill(STATEMENT)
    page.get_by_role("textbox", name=text["do"]).fill("پیش از آغاز بپرسید کودک کجا می‌ماند.")
    page.wait_for_url(re.compile("draft=exp_"))
    _until(hub, cast, lambda told: bool(told["lessons"]["nodes"]) and told["why"] == other)
    reader.held("publish-lessons")

    _seen_before_it_is_published(reader)
    (told,) = _experiences(hub, cast)
    assert (told["status"], told["visibility"], told["why"]) == ("PUBLISHED", "ANONYMIZED", other)
    assert [one["status"] for one in told["lessons"]["nodes"]] == ["PUBLISHED"]
    assert told["lessons"]["nodes"][0]["visibility"] == "ANONYMIZED"
    assert told["written"]["targetGroups"] == ["WOMEN_HEADS_OF_HOUSEHOLD"]
    # The hub tells its month, which is of two months in the reader's calendar.
    reader.go(f"/experiences/{told['id']}")
    expect(page.locator("header .meta")).to_have_text(re.compile("منتشر شد: .+ یا .+ ۱۴"))
    _edited_though_it_hints(reader, hub, cast, told["id"])


def _edited_though_it_hints(reader: Reader, hub: Hub, cast: Cast, id_: str) -> None:
    """Words that hint at the author of what is published without a name are asked about where they are written."""
    page, text = reader.page, TEXTS[reader.language]
    written, hint = HAPPENED + " به someone@example.org بنویسید.", "someone@example.org"
    reader.go(f"/publish?draft={id_}")
    page.get_by_role("textbox", name=text["happened"]).fill(written)
    page.get_by_role("button", name=text["save"]).click()
    stands = page.get_by_role("group", name=text["hints"]).get_by_label(hint)
    expect(stands).not_to_be_checked()
    assert _experiences(hub, cast)[0]["happened"] == HAPPENED
    reader.held("publish-hints")
    stands.check()
    page.get_by_role("button", name=text["save"]).click()
    expect(page.get_by_role("heading", name=text["where"])).to_be_focused()
    assert _experiences(hub, cast)[0]["happened"] == written


def _until(hub: Hub, cast: Cast, holds: Any) -> None:
    """Wait until the hub has what the page sends while it is typed."""
    for _ in range(600):
        (told,) = _experiences(hub, cast)
        if holds(told):
            return
        hub.ask("{ viewer { role } }")
    raise AssertionError(told)


def _on_a_second_device(reader: Reader, cast: Cast, hub: Hub) -> str:
    """A colleague's screen, or one's own at the desk: it goes on with the draft. Why it went so, as it was told there."""
    text, why = TEXTS[reader.language], "نپرسیده بودیم کودک کجا می‌ماند."
    browser = reader.context.browser
    assert browser is not None
    context = browser.new_context(locale="fa-IR", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(240_000)
    context.add_cookies([{"name": "hub", "value": cast.teller, "url": hub.address}])
    page = context.new_page()
    page.goto(f"{hub.address}/publish")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("textbox", name=text["happened"])).to_have_value(HAPPENED)
    _step(page, "چرا")
    page.get_by_role("textbox", name=text["why"]).fill(why)
    page.get_by_role("button", name=text["next"]).click()
    page.get_by_text(text["there"]).wait_for()
    context.close()
    return why


def _seen_before_it_is_published(reader: Reader) -> None:
    """The preview names nobody, shows less than was written, and says what gives its author away."""
    page, text = reader.page, TEXTS[reader.language]
    page.get_by_role("button", name=text["next"]).click()
    page.get_by_text(text["nameless"]).click()
    reader.held("publish-seen")
    page.get_by_role("button", name=text["next"]).click()
    members = page.locator("details", has_text=text["members"])
    expect(members).to_contain_text(text["unnamed"])
    expect(members).to_contain_text(f"به‌جای «\u2068{text['women']}\u2069»")
    reader.held("publish-review")

    _step(page, "چه شد")
    happened = page.get_by_role("textbox", name=text["happened"])
    happened.fill(HAPPENED + " خیریه نسیم البرز دیر فهمید.")
    _step(page, "بازبینی و انتشار")
    page.get_by_role("link", name=text["mend"]).click()
    happened.fill(HAPPENED)
    _step(page, "بازبینی و انتشار")
    publish = page.get_by_role("button", name=text["publish"], exact=True)
    expect(publish).to_be_enabled()
    expect(page.get_by_role("alert")).to_be_hidden()
    publish.click()
    expect(page.get_by_text(text["published"])).to_be_visible()
    expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()


@on_a_desktop
def test_another_applies_the_lesson_tells_what_came_of_it_and_the_star_fills(
    reader: Reader, cast: Cast, hub: Hub
) -> None:
    page, text = _signed_in(reader, cast.applier, hub), TEXTS[reader.language]
    (told,) = _experiences(hub, cast)
    reader.go(f"/lessons/{told['lessons']['nodes'][0]['id']}")
    star = page.locator("svg.star[role=img]")
    assert star.locator("path.w").count() == 0
    page.get_by_role("button", name=text["apply"]).click()
    page.get_by_role("textbox", name=text["how"]).fill("در کارگاه قالی")
    reader.held("adopt")
    page.get_by_role("button", name=text["send"]).click()
    page.get_by_role("group", name="What came of it?").get_by_text(text["well"]).click()
    page.get_by_role("textbox", name=text["words"]).fill("غیبت به یک‌سوم رسید.")
    reader.held("outcome")
    page.get_by_role("button", name=text["tell"]).click()
    expect(star.locator("path.w")).to_have_count(1)
    expect(page.locator(".verdict.learned", has_text=text["learned"])).to_be_visible()
    reader.held("learned")
