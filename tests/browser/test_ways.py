"""Ways into work: what there is for somebody, what became of a cohort and how it is paid, a welder's way to a job."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import Mailbox, joined
from tests.browser.conftest import SIZES, Reader
from tests.running import Hub, today

ON_PHONES = [("fa", "phone", "light"), ("en", "phone", "dark")]
AT_DESKS = [("fa", "desktop", "light"), ("en", "desktop", "dark")]
TEXTS = {
    "fa": {
        "women": "زنان سرپرست خانوار",
        "two": "۲",
        "province": "استان",
        "county": "شهرستان",
        "deprived": "\u2068خاش\u2069 (محروم)",
        "missed": "تنها برای دهک‌های ۱ است.",
        "forget": "پاک کردن پاسخ‌ها",
        "start": "به یکی از پرسش‌ها پاسخ دهید.",
        "on": "دوره یا استادشاگردی",
        "terms": "شرایط پرداخت",
        "first": "روز نخست",
        "last": "روز آخر",
        "cell": "ثبت‌نام‌شده، در مجموع",
        "pasted": "۶ خانه پر شد.",
        "genders": "جمع جنسیت‌ها ۲۴ است، ولی در مجموع ۲۵ آمده.",
        "keep": "نگه داشتن پیش‌نویس",
        "submit": "فرستادن",
        "not-due": "هنوز پرداختنی نیست",
        "accept": "پذیرفتن",
        "return": "بازگرداندن",
        "why": "چه چیز باید درست شود",
        "returned": "بازگردانده شد، زیرا",
        "edit": "ویرایش",
        "adds": "شمارها با هم می‌خوانند.",
        "due": "پرداختنی است",
        "amount": "۳۶٬۰۰۰٬۰۰۰ تومان",
        "pay": "ثبت پرداخت",
        "came": "رسید",
        "confirmed": "تأییدشده",
        "certified": "گواهی‌گرفته",
        "skill": "مهارت",
        "left": "۳ جا از ۳ مانده",
        "filled": "تاکنون چند جا پر شده است",
        "tell": "ثبت",
        "closed": "بسته",
        "no-job": "اکنون فرصت شغلی بازی نیست.",
        "follow": "دنبال کردن",
        "followed": "دنبال می‌کنید",
        "title": "عنوان",
        "kind": "گونه",
        "job": "استخدام",
        "places": "چند جا",
        "publish": "انتشار",
        "gaps": "به چه کسانی هیچ برنامه‌ای نمی‌رسد؟",
    },
    "en": {
        "women": "Women heads of household",
        "two": "2",
        "province": "Province",
        "county": "County",
        "deprived": "\u2068خاش\u2069 (deprived)",
        "missed": "It is for deciles 1 alone.",
        "forget": "Forget the answers",
        "start": "Answer one of the questions.",
        "on": "Course or apprenticeship",
        "terms": "Payment terms",
        "first": "First day",
        "last": "Last day",
        "cell": "Enrolled, In all",
        "pasted": "6 cells were filled.",
        "genders": "the genders make 24, but in all there are 25",
        "keep": "Keep the draft",
        "submit": "Submit",
        "not-due": "Payment is not due yet",
        "accept": "Accept",
        "return": "Send back",
        "why": "What has to be put right",
        "returned": "Sent back because",
        "edit": "Edit",
        "adds": "The counts add up.",
        "due": "Payment is due",
        "amount": "360,000,000 rials",
        "pay": "Record a payment",
        "came": "It came",
        "confirmed": "Confirmed",
        "certified": "Certified",
        "skill": "Skill",
        "left": "3 of 3 places left",
        "filled": "How many places are filled by now",
        "tell": "Save",
        "closed": "Closed",
        "no-job": "No job is open now.",
        "follow": "Follow",
        "followed": "Following",
        "title": "Title",
        "kind": "Kind",
        "job": "Job",
        "places": "How many places",
        "publish": "Publish",
        "gaps": "Whom does no program reach?",
    },
}
ISOLATES = "[\u2066-\u2069]"
"""What Fluent sets around what it puts into a text."""


@dataclass
class Cast:
    """Who and what there is: ids by name, tokens and secrets of sessions by organization."""

    hub: Hub
    ids: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)

    def published(self, name: str, who: str, label: str, given: dict[str, Any]) -> str:
        """A record that everybody may read."""
        root = f"{label[0].lower()}{label[1:]}"
        token = self.tokens[who]
        made = self.hub.done(
            f"create{label}", {"visibility": "PUBLIC"} | given, f"{root} {{ id version }}", token
        )
        self.hub.done(f"publish{label}", made, f"{root} {{ id }}", token)
        self.ids[name] = str(made["id"])
        return self.ids[name]


@pytest.fixture(scope="module")
def cast(hub: Hub, mailbox: Mailbox) -> Cast:
    made = Cast(hub)
    country = hub.region("IR", "ایران", "COUNTRY")
    made.ids["province"] = hub.region("IR-11", "سیستان و بلوچستان", part_of=country)
    made.ids["county"] = hub.region("IR-11-khash", "خاش", "COUNTY", made.ids["province"])
    made.ids["topic"] = hub.topic("welding", "جوشکاری")
    hub.cypher("MATCH (r:Region {id: $id}) SET r.deprived = true", id=made.ids["county"])
    for name in ("payer", "partner", "center", "factory", "authority"):
        made.ids[name], made.tokens[name] = hub.member(f"سازمان {name}", locationId=made.ids["county"])
    for name in ("payer", "center", "factory"):
        secret = joined(hub, mailbox, made.ids[name], f"{name}@ways.example").secret
        assert secret is not None
        made.secrets[name] = secret
    _support(made)
    _way(made)
    _terms(made)
    return made


def _support(made: Cast) -> None:
    """What a woman heading a household can get in a deprived county, and what she nearly can."""
    for_her = {
        "titleFa": "وام خوداشتغالی زنان",
        "kind": "LOAN",
        "repayable": True,
        "targetGroups": ["WOMEN_HEADS_OF_HOUSEHOLD"],
        "incomeDecileFrom": 1,
        "incomeDecileTo": 3,
        "deprivedAreasOnly": True,
        "regionIds": [made.ids["province"]],
        "mustBring": ["کارت ملی", "معرفی‌نامهٔ مرکز"],
        "amounts": [{"amount": "2000000000", "amountUnit": "IRR", "basis": "PER_PERSON"}],
    }
    made.published("loan", "payer", "SupportInstrument", for_her)
    poorest = {"titleFa": "کمک بلاعوض دهک یک", "kind": "GRANT", "incomeDecileTo": 1}
    made.published("grant", "payer", "SupportInstrument", poorest)
    here = {
        "nameFa": "مرکز خاش",
        "kind": "JOB_SUPPORT_CENTER",
        "regionId": made.ids["county"],
        "phone": "+985433720000",
        "services": ["مشاوره", "معرفی به کار"],
    }
    made.published("support", "payer", "SupportCenter", here)
    service = {"title": "مشاورهٔ شغلی", "kind": "COUNSELLING", "mode": "ONSITE", "howToApply": "هر روز صبح"}
    made.published("service", "center", "Service", service)


def _way(made: Cast) -> None:
    """From a course to a job in welding."""
    given = {"slug": "welding", "labelFa": "جوشکاری", "kind": "HARD", "iscoCode": "721"}
    skill = str(made.hub.done("addSkill", given, "skill { id }", made.hub.admin)["id"])
    made.ids["skill"] = skill
    certified = {"title": "جوشکار برق درجه ۲", "skillIds": [skill], "validMonths": 60}
    made.published("qualification", "authority", "Qualification", certified)
    begins = today() + timedelta(days=20)
    taught = {
        "title": "جوشکاری برق مقدماتی",
        "mode": "ONSITE",
        "hours": 220,
        "startsOn": str(begins),
        "endsOn": str(begins + timedelta(days=60)),
        "price": "80000000",
        "priceUnit": "IRR",
        "dormitory": True,
        "skillIds": [skill],
        "regionId": made.ids["county"],
    }
    course = made.published("course", "center", "Course", taught)
    wanted = {"courseId": course, "qualificationId": made.ids["qualification"]}
    claim = "courseQualification { id version }"
    claimed = made.hub.done("claimCourseQualification", wanted, claim, made.tokens["center"])
    made.hub.done("confirmCourseQualification", claimed, claim, made.tokens["authority"])
    share = {"courseId": course, "payerId": made.ids["payer"], "percent": 70}
    shared = made.hub.done("claimCostShare", share, "costShare { id version }", made.tokens["center"])
    made.hub.done("confirmCostShare", shared, "costShare { id }", made.tokens["payer"])
    beside = {
        "title": "شاگردی جوشکاری در و پنجره",
        "occupationCode": "7212",
        "places": 2,
        "months": 4,
        "goal": "SELF_EMPLOYMENT",
        "skillIds": [skill],
    }
    made.published("apprenticeship", "factory", "Apprenticeship", beside)


def _job(made: Cast, language: str) -> str:
    """An open job of the factory, which is filled as its story goes on."""
    offered = {
        "title": f"جوشکار سازه {language}",
        "kind": "JOB",
        "places": 3,
        "closesOn": str(today() + timedelta(days=5)),
        "payFrom": "180000000",
        "payUnit": "IRR",
        "skillIds": [made.ids["skill"]],
        "courseIds": [made.ids["course"]],
        "regionId": made.ids["county"],
    }
    return made.published(f"job-{language}", "factory", "JobOpportunity", offered)


def _terms(made: Cast) -> None:
    """Payer and partner have agreed on how a center is paid; the payer has rated it."""
    hub, payer = made.hub, made.tokens["payer"]
    parties = [{"organizationId": made.ids[name], "role": "طرف"} for name in ("payer", "partner")]
    begun = str(today() - timedelta(days=400))
    drafted = {
        "kind": "MOU",
        "titleFa": "از مهارت تا کار",
        "visibility": "PUBLIC",
        "startsOn": begun,
        "parties": parties,
    }
    partnership = hub.done("draftPartnership", drafted, "partnership { id }", payer)["id"]
    for name in ("payer", "partner"):
        sign = {"id": partnership, "version": 1, "signedOn": begun}
        hub.done("signPartnership", sign, "partnership { id }", made.tokens[name])
    graded = {
        "title": "شیوه‌نامهٔ رتبه‌بندی",
        "criteria": [{"name": "مربیان", "weight": 1}],
        "grades": [{"grade": "الف", "leastScore": 75}],
    }
    scheme = made.published("scheme", "payer", "RatingScheme", graded)
    agreed = {
        "partnershipId": partnership,
        "payerId": made.ids["payer"],
        "title": "پرداخت به مراکز آزاد",
        "appliesTo": ["PRIVATE"],
        "rule": "QUALITY_GRADE",
        "schemeId": scheme,
        "basis": "PER_PERSON",
        "countedBy": "CERTIFIED",
        "amount": "20000000",
        "amountUnit": "IRR",
        "requiredCounts": ["ENROLLED", "COMPLETED", "CERTIFIED"],
        "requiredBreakdowns": ["GENDER"],
        "steps": [{"grade": "الف", "share": 1, "dueAfterDays": 10}],
    }
    terms = hub.done("proposePaymentTerms", agreed, "paymentTerms { id version }", payer)
    hub.done("acceptPaymentTerms", {"id": terms["id"]}, "paymentTerms { id }", made.tokens["partner"])
    rated = {
        "providerId": made.ids["center"],
        "schemeId": scheme,
        "validFrom": begun,
        "validUntil": str(today() + timedelta(days=100)),
        "scores": [{"criterion": "مربیان", "score": 90}],
    }
    hub.done("rateProvider", rated, "qualityRating { id }", payer)


# -- on the pages ----------------------------------------------------------------------------------


def _said(text: str) -> re.Pattern[str]:
    """A text with what was put into it."""
    return re.compile(f"{ISOLATES}*".join(re.escape(letter) for letter in text))


def _as(reader: Reader, cast: Cast, who: str) -> None:
    """Read on as somebody who is signed in."""
    reader.context.clear_cookies()
    reader.context.add_cookies([{"name": "hub", "value": cast.secrets[who], "url": reader.address}])


def _held(reader: Reader, name: str) -> None:
    """As it is, then in the other size and the other theme, without loading it again."""
    reader.held(name)
    size, dark = reader.size, reader.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    other = "desktop" if size == "phone" else "phone"
    for at, scheme in ((other, not dark), (size, dark)):
        width, height = SIZES[at]
        reader.page.set_viewport_size({"width": width, "height": height})
        reader.page.emulate_media(color_scheme="dark" if scheme else "light")
        reader.size = at
        if at == other:
            reader.held(name)


def _pasted(cell: Locator, text: str) -> None:
    """What the clipboard holds comes into a cell."""
    cell.focus()
    cell.evaluate(
        """(cell, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def _confirmed(reader: Reader, name: str) -> None:
    """Press a button, and once more where it asks whether one is sure."""
    page = reader.page
    page.get_by_role("button", name=name, exact=True).first.click()
    page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()
    page.get_by_role("dialog").wait_for(state="detached")


@pytest.mark.parametrize("reader", ON_PHONES, ids="-".join, indirect=True)
def test_a_facilitator_finds_on_a_phone_what_a_woman_heading_a_household_can_get(
    reader: Reader, cast: Cast
) -> None:
    page, text = reader.page, TEXTS[reader.language]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    reader.go("/support")
    expect(page.get_by_text(text["start"])).to_be_visible()
    # Three questions, by keyboard; each is answered at once.
    page.get_by_role("checkbox", name=text["women"]).focus()
    page.keyboard.press("Space")
    page.get_by_role("radio", name=text["two"], exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_role("combobox", name=text["province"], exact=True).select_option(label="سیستان و بلوچستان")
    page.get_by_role("combobox", name=text["county"], exact=True).select_option(label=text["deprived"])
    fits = page.locator("section.fit.fits")
    loan = fits.locator("article", has_text="وام خوداشتغالی زنان")
    expect(loan).to_be_visible()
    for said in ("کارت ملی", "معرفی‌نامهٔ مرکز"):
        expect(loan.get_by_text(said)).to_be_visible()
    assert loan.locator(".why li").count() >= 4
    expect(fits.locator("article", has_text="مرکز خاش").get_by_role("link").last).to_have_attribute(
        "href", "tel:+985433720000"
    )
    grant = page.locator("section.fit.nearly article", has_text="کمک بلاعوض دهک یک")
    expect(grant.locator(".missed")).to_have_text(re.compile(text["missed"]))
    expect(page.locator(".at-once")).to_be_in_viewport()
    _held(reader, "support")

    # The state is in the address, where no server sees it; going there again finds the same.
    assert "decile=2" in page.url.partition("#")[2]
    page.reload()
    expect(loan).to_be_visible()
    expect(page.get_by_role("radio", name=text["two"], exact=True)).to_be_checked()
    assert not [url for url in asked if "decile" in url or cast.ids["county"] in url]
    page.get_by_role("button", name=text["forget"]).click()
    expect(page.get_by_text(text["start"])).to_be_visible()
    assert "#" not in page.url


PASTED = {
    "fa": "\tکل\tزنان\tمردان\nثبت‌نام\t۲۵\t۶\t۱۸\nپایان\t۲۰\t۴\t١٦\nگواهي گرفته\t\t\t\n",
    "en": "\tTotal\tWomen\tMen\nEnrolled\t25\t6\t18\nCompleted\t20\t4\t16\nCertified\t\t\t\n",
}
"""What a spreadsheet copies: without who was certified, and with a whole that is not the sum."""


@pytest.mark.parametrize("reader", AT_DESKS, ids="-".join, indirect=True)
def test_a_center_reports_a_cohort_is_refused_payment_completes_it_and_is_paid(
    reader: Reader, cast: Cast
) -> None:
    page, text = reader.page, TEXTS[reader.language]
    _as(reader, cast, "center")
    report = _reported(reader)
    _confirmed(reader, text["submit"])
    _as(reader, cast, "payer")
    _sent_back(reader, report)
    _as(reader, cast, "center")
    _completed(reader, report)

    _as(reader, cast, "payer")
    reader.go(f"/cohort-reports/{report}")
    page.get_by_role("button", name=text["accept"], exact=True).click()
    expect(page.get_by_role("heading", name=text["due"])).to_be_visible()
    shown = re.sub(ISOLATES, "", page.locator("section.pay .big-n").inner_text())
    assert shown == text["amount"]
    page.get_by_role("button", name=text["pay"], exact=True).click()
    expect(page.locator("section.paid article")).to_have_count(1)
    expect(page.locator("section.paying")).to_have_count(0)

    _as(reader, cast, "center")
    reader.go(f"/cohort-reports/{report}")
    page.get_by_role("button", name=text["came"], exact=True).click()
    expect(page.locator("section.paid .tag")).to_have_text(text["confirmed"])
    _held(reader, "cohort-paid")


def _reported(reader: Reader) -> str:
    """The id of a report that was pasted, put right and kept."""
    page, text = reader.page, TEXTS[reader.language]
    reader.go("/cohort-reports/new")
    page.get_by_label(text["on"]).select_option(label="جوشکاری برق مقدماتی")
    page.get_by_label(text["terms"]).select_option(label="پرداخت به مراکز آزاد")
    # Each language has its own cohort of the course.
    last = today() - timedelta(days=10 if reader.language == "fa" else 60)
    page.get_by_label(text["first"]).first.fill(str(last - timedelta(days=30)))
    page.get_by_label(text["last"]).first.fill(str(last))
    cell = page.get_by_label(_said(text["cell"]))
    _pasted(cell, PASTED[reader.language])
    expect(page.get_by_text(_said(text["pasted"]))).to_be_visible()
    expect(page.locator(".err", has_text=_said(text["genders"])).first).to_be_visible()
    expect(cell).to_have_attribute("aria-invalid", "true")
    cell.fill("۲۴")
    expect(page.get_by_text(text["adds"])).to_be_visible()
    _held(reader, "cohort-form")
    page.get_by_role("button", name=text["keep"]).click()
    page.get_by_role("heading", level=1, name=re.compile("جوشکاری برق")).wait_for()
    return page.url.rpartition("/")[2]


def _sent_back(reader: Reader, report: str) -> None:
    """The payer reads exactly what is missing and who has to supply it, and can't accept it."""
    page, text = reader.page, TEXTS[reader.language]
    reader.go(f"/cohort-reports/{report}")
    expect(page.get_by_role("heading", name=text["not-due"])).to_be_visible()
    lacking = page.locator("section.lacking").first
    expect(lacking.get_by_role("heading")).to_contain_text("سازمان center")
    expect(lacking.locator("li")).to_have_count(3)
    expect(lacking.locator("li").first).to_contain_text(text["certified"])
    _held(reader, "cohort-missing")
    page.get_by_role("button", name=text["accept"], exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name=text["return"], exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(text["why"]).fill("گواهی‌گرفته‌ها نیامده است.")
    dialog.get_by_role("button", name=text["return"], exact=True).click()
    expect(page.get_by_text(text["returned"])).to_be_visible()


def _completed(reader: Reader, report: str) -> None:
    """The center tells what was missing: the whole follows the sum of women and men."""
    page, text = reader.page, TEXTS[reader.language]
    reader.go(f"/cohort-reports/{report}/edit")
    certified = page.locator('input[data-count="certified"]')
    certified.nth(1).fill("4")
    certified.nth(2).fill("۱۴")
    expect(certified.first).to_have_value({"fa": "۱۸", "en": "18"}[reader.language])
    page.get_by_role("button", name=text["keep"]).click()
    page.get_by_role("heading", level=1, name=re.compile("جوشکاری برق")).wait_for()
    page.get_by_role("button", name=text["submit"], exact=True).click()
    expect(page.get_by_role("link", name=text["edit"], exact=True)).to_have_count(0)


@pytest.mark.parametrize("reader", AT_DESKS, ids="-".join, indirect=True)
def test_a_welders_way_leads_from_the_course_to_the_job_until_its_places_are_filled(
    reader: Reader, cast: Cast
) -> None:
    page, text = reader.page, TEXTS[reader.language]
    job = _job(cast, reader.language)
    _as(reader, cast, "factory")
    reader.go("/pathways")
    page.get_by_role("combobox", name=text["skill"], exact=True).select_option(label="جوشکاری")
    steps = page.locator("ol.path > li")
    expect(steps).to_have_count(4)
    for place, said in enumerate(
        ("جوشکاری برق مقدماتی", "جوشکار برق درجه ۲", "شاگردی جوشکاری", f"جوشکار سازه {reader.language}")
    ):
        expect(steps.nth(place).get_by_role("link", name=re.compile(said)).first).to_be_visible()
    expect(steps.nth(3).get_by_text(_said(text["left"])).first).to_be_visible()
    _held(reader, "pathways")

    steps.nth(0).get_by_role("link", name="جوشکاری برق مقدماتی").click()
    page.get_by_role("heading", level=1, name="جوشکاری برق مقدماتی").wait_for()
    assert page.locator("table.tbl tr").count() == 2
    expect(page.get_by_role("link", name="جوشکار برق درجه ۲")).to_be_visible()
    _held(reader, "course")
    page.get_by_role("link", name=f"جوشکار سازه {reader.language}").click()
    page.get_by_role("heading", level=1, name=f"جوشکار سازه {reader.language}").wait_for()
    _held(reader, "job")

    # Whoever offers it says that all places are filled: it closes by itself, and the way ends before it.
    page.get_by_label(text["filled"]).fill("3")
    page.get_by_role("button", name=text["tell"], exact=True).click()
    expect(page.locator("article .tag", has_text=text["closed"]).first).to_be_visible()
    reader.go(f"/jobs/{job}")
    expect(page.locator("article .tag", has_text=text["closed"]).first).to_be_visible()
    reader.go(f"/pathways?skill={cast.ids['skill']}")
    expect(page.get_by_text(text["no-job"])).to_be_visible()


@pytest.mark.parametrize("reader", AT_DESKS, ids="-".join, indirect=True)
def test_a_job_is_written_as_a_draft_and_published(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    title = f"نگهبان شب {reader.language}"
    _as(reader, cast, "factory")
    reader.go("/jobs/new")
    page.get_by_label(text["title"]).first.fill(title)
    page.get_by_label(text["kind"], exact=True).select_option(label=text["job"])
    page.get_by_label(text["places"], exact=True).fill("2")
    _held(reader, "job-form")
    page.get_by_role("button", name=text["keep"]).click()
    page.get_by_role("heading", level=1, name=title).wait_for()
    job = page.url.rpartition("/")[2]
    asked = "query($id: ID!) { jobOpportunity(id: $id) { status placesLeft kind } }"
    token = cast.tokens["factory"]
    told = cast.hub.ask(asked, {"id": job}, token)["jobOpportunity"]
    assert told == {"status": "DRAFT", "placesLeft": 2, "kind": "JOB"}
    page.get_by_role("button", name=text["publish"], exact=True).click()
    expect(page.get_by_role("button", name=text["publish"], exact=True)).to_have_count(0)
    assert cast.hub.ask(asked, {"id": job}, token)["jobOpportunity"]["status"] == "PUBLISHED"


@pytest.mark.parametrize("reader", AT_DESKS, ids="-".join, indirect=True)
def test_a_topic_is_followed_and_no_longer(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    _as(reader, cast, "center")
    reader.go(f"/topics/{cast.ids['topic']}")
    follow = page.get_by_role("button", name=text["follow"], exact=True)
    followed = page.get_by_role("button", name=text["followed"], exact=True)
    follow.click()
    expect(followed).to_be_visible()
    _held(reader, "topic")
    page.reload()
    followed.click()
    expect(follow).to_be_visible()


@pytest.mark.parametrize("reader", AT_DESKS, ids="-".join, indirect=True)
def test_every_other_page_of_the_ways_is_whole(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    for name, path in (
        ("jobs", "/jobs?state=all"),
        ("jobs-none", "/jobs?group=REFUGEES"),
        ("courses", f"/courses?place={cast.ids['province']}"),
        ("apprenticeships", "/apprenticeships"),
        ("apprenticeship", f"/apprenticeships/{cast.ids['apprenticeship']}"),
        ("qualifications", "/qualifications"),
        ("qualification", f"/qualifications/{cast.ids['qualification']}"),
        ("services", "/services"),
        ("service", f"/services/{cast.ids['service']}"),
        ("centers", "/support-centers"),
        ("center", f"/support-centers/{cast.ids['support']}"),
        ("instruments", "/support-instruments"),
        ("instrument", f"/support-instruments/{cast.ids['loan']}"),
        ("lasting", "/lasting-jobs"),
        ("cohorts", "/cohort-reports"),
        ("region", f"/regions/{cast.ids['county']}"),
    ):
        reader.go(path)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        if name == "region":
            page.get_by_role("button", name=text["gaps"]).click()
            reader.seen()
        _held(reader, name)
    reader.go(f"/courses?place={cast.ids['province']}")
    expect(page.get_by_role("combobox", name=text["province"], exact=True)).to_have_value(
        cast.ids["province"]
    )
    expect(page.get_by_role("link", name="جوشکاری برق مقدماتی")).to_be_visible()
