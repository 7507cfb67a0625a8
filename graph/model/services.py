"""Services: what a provider does for job seekers beside its courses, where and for whom (HSDS)."""

from graph.model.common import (
    LANGUAGE,
    OWNER_EDGE,
    PUBLISHED,
    PUBLISHED_RECORD,
    SKILLS,
    TOPICS,
)
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    link,
    links,
    record,
    rial,
    text,
    those,
    web,
)
from graph.model.delivery import IN_PROGRAM, DeliveryMode
from graph.model.eligibility import ELIGIBILITY
from graph.model.money import CurrencyUnit
from graph.model.words import Choice


class ServiceKind(
    Choice, en="Kind of service: What is done for people.", fa="گونهٔ خدمت: برای افراد چه می‌شود."
):
    COUNSELLING = (
        "COUNSELLING",
        "Counselling: Talks about work, skills and what stands in the way.",
        "مشاوره: گفت‌وگو دربارهٔ کار و مهارت و آنچه بر سر راه است.",
    )
    ASSESSMENT = (
        "ASSESSMENT",
        "Assessment: Finding out what somebody can do and wants.",
        "استعدادسنجی: یافتن این‌که کسی چه می‌تواند و چه می‌خواهد.",
    )
    EXAM = (
        "EXAM",
        "Exam: Examination for a qualification, also of what was learned elsewhere.",
        "آزمون: آزمون گواهینامه، برای آموخته‌های جای دیگر هم.",
    )
    PLACEMENT = (
        "PLACEMENT",
        "Placement: Finding a job or a workplace for somebody.",
        "کاریابی: یافتن شغل یا جای کار برای کسی.",
    )
    BUSINESS_SUPPORT = (
        "BUSINESS_SUPPORT",
        "Business support: Help in starting and keeping a business of one's own.",
        "پشتیبانی کسب‌وکار: کمک به راه انداختن و نگه داشتن کسب‌وکار خود.",
    )
    ACCOMPANIMENT = (
        "ACCOMPANIMENT",
        "Accompaniment: Standing by somebody through the first months of work.",
        "همراهی: همراهی با کسی در ماه‌های نخست کار.",
    )
    REHABILITATION = (
        "REHABILITATION",
        "Rehabilitation: Getting body or mind ready for work, and the workplace ready for them.",
        "توان‌بخشی: آماده کردن تن و روان برای کار، و جای کار برای آن‌ها.",
    )
    CHILD_CARE = (
        "CHILD_CARE",
        "Child care: Looking after children while a parent learns or works.",
        "نگهداری کودک: نگهداری کودکان هنگامی که پدر یا مادر می‌آموزد یا کار می‌کند.",
    )
    OTHER = "OTHER", "Other: Something else, which the description says.", "دیگر: چیزی دیگر که شرح می‌گوید."


SERVICE = record(
    "Service",
    "ser",
    "Service: What a provider does for job seekers, where, for whom and how to apply (HSDS).",
    "خدمت: خدمتی که سازمانی به جویندگان کار می‌دهد: کجا، به چه کسی، و چگونه باید درخواست داد (HSDS).",
    plural=("services", "Services", "خدمت‌ها"),
    common=PUBLISHED_RECORD,
    life=PUBLISHED,
    members=(
        text(
            "title",
            "Title: What it is called.",
            "عنوان: نام آن.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        choice("kind", ServiceKind, "Kind: What is done.", "گونه: چه می‌شود.", REQUIRED),
        text(
            "description",
            "Description: What one gets, how often and for how long.",
            "شرح: چه به دست می‌آید، چند بار و چه مدت.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        LANGUAGE,
        *ELIGIBILITY,
        choice(
            "mode",
            DeliveryMode,
            "Mode: On site, online or blended.",
            "شیوه: حضوری، برخط یا آمیخته.",
            REQUIRED,
        ),
        text(
            "place",
            "Place: The office or center one goes to; null where it is online or not told.",
            "جا: دفتر یا مرکزی که باید به آن رفت؛ اگر برخط است یا گفته نشده null.",
            OPTIONAL,
        ),
        text(
            "howToApply",
            "How to apply: What one has to do and bring.",
            "چگونگی درخواست: چه باید کرد و چه باید آورد.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        web(
            "applicationUrl",
            "Link to apply: Where one applies on the web; null where it is not on the web.",
            "پیوند درخواست: کجای وب می‌توان درخواست کرد؛ اگر در وب نیست null.",
            OPTIONAL,
        ),
        rial(
            "fee",
            "Fee: What it costs a person each time, in whole rials; 0 where it is free, null where not told.",
            "هزینه: هر بار برای هر نفر، به ریال درست؛ اگر رایگان است ۰، اگر گفته نشده null.",
            OPTIONAL,
            unit="feeUnit",
        ),
        choice(
            "feeUnit",
            CurrencyUnit,
            "Currency unit: Which rial the fee is in; needed where there is a fee.",
            "واحد پول: هزینه به کدام ریال است؛ هر جا هزینه هست لازم است.",
            OPTIONAL,
        ),
        link(
            "provider",
            OWNER_EDGE,
            "Organization",
            "Provider: The organization that provides it.",
            "ارائه‌دهنده: سازمانی که آن را ارائه می‌دهد.",
            back=those("Those that it provides.", "آن‌ها که خود ارائه می‌دهد."),
        ),
        links(
            "regions",
            "SERVES",
            "Region",
            "Regions: Those whose people it is for; empty where it is for all.",
            "ناحیه‌ها: برای مردم کدام ناحیه‌هاست؛ خالی یعنی برای همه.",
            OPTIONAL,
            open=True,
            back=back(
                "services",
                "Services: Those for the people of this very region.",
                "خدمت‌ها: آن‌ها که برای مردم همین ناحیه‌اند.",
            ),
        ),
        TOPICS,
        SKILLS,
        IN_PROGRAM,
    ),
)

AREA = (SERVICE,)
