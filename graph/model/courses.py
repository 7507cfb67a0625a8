"""Courses: what a training provider teaches, where and when, at which price and with which exam."""

from graph.model.common import (
    LANGUAGE,
    OWNER_EDGE,
    PUBLISHED,
    PUBLISHED_RECORD,
    REGION,
    SKILLS,
    SOURCE,
)
from graph.model.days import PLANNED
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    flag,
    link,
    number,
    record,
    rial,
    row,
    rows,
    text,
    those,
    whole,
)
from graph.model.delivery import IN_PROGRAM, DeliveryMode
from graph.model.eligibility import ELIGIBILITY
from graph.model.members import Computed, Kind
from graph.model.money import CurrencyUnit
from graph.model.readiness import DIMENSIONS
from graph.model.words import Choice, Words


class ExamKind(
    Choice,
    en="Exam: How a course is examined at its end.",
    fa="آزمون: در پایان دوره چگونه آزمون گرفته می‌شود.",
):
    NONE = "NONE", "None: Without an exam.", "ندارد: بی آزمون."
    WRITTEN = "WRITTEN", "Written: On paper or screen.", "کتبی: روی کاغذ یا رایانه."
    PRACTICAL = "PRACTICAL", "Practical: By a piece of work.", "عملی: با انجام دادن یک کار."
    WRITTEN_AND_PRACTICAL = (
        "WRITTEN_AND_PRACTICAL",
        "Written and practical: Both of them.",
        "کتبی و عملی: هر دو.",
    )


SHARE = (
    number(
        "percent",
        "Percent: The share of the price in percent; null where it is an amount.",
        "درصد: سهم از شهریه به درصد؛ اگر مبلغ است null.",
        OPTIONAL,
        least=1,
        most=100,
    ),
    rial(
        "amount",
        "Amount: The share as an amount a trainee, in whole rials; null where it is a percentage.",
        "مبلغ: سهم به مبلغ، برای هر کارآموز، به ریال درست؛ اگر درصد است null.",
        OPTIONAL,
        unit="amountUnit",
    ),
    choice(
        "amountUnit",
        CurrencyUnit,
        "Currency unit: Which rial the amount is in, that of the price.",
        "واحد پول: مبلغ به کدام ریال است، همان که شهریه به آن است.",
        OPTIONAL,
    ),
)
"""What is said of who pays how much of a course."""


def unpaid_percent(c: str) -> str:
    """Cypher for the percentage of the price that nobody else has confirmed to pay; null without a price."""
    paid = (
        f"head(COLLECT {{ MATCH ({c})-[by:PAID_BY]->(:Organization)"
        f" RETURN sum(coalesce(by.percent, 100.0 * by.amount / {c}.price)) }})"
    )
    return f"CASE WHEN {c}.price > 0 THEN round(100.0 - {paid}, 6) END"


COURSE = record(
    "Course",
    "cou",
    "Course: Training that a provider gives to a group, from a first day to a last.",
    "دوره: آموزشی که آموزش‌دهنده‌ای به گروهی می‌دهد، از روزی تا روزی.",
    plural=("courses", "Courses", "دوره‌ها"),
    common=PUBLISHED_RECORD,
    life=PUBLISHED,
    members=(
        text(
            "title",
            "Title: What is taught, in one line.",
            "عنوان: چه آموخته می‌شود، در یک خط.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "description",
            "Description: What one learns, what one has to know before, and how to sign up.",
            "شرح: چه آموخته می‌شود، چه باید از پیش دانست، و چگونه نام‌نویسی کرد.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        LANGUAGE,
        DIMENSIONS,
        *ELIGIBILITY,
        whole(
            "hours",
            "Hours: How many hours of teaching it has.",
            "ساعت: چند ساعت آموزش دارد.",
            OPTIONAL,
            least=1,
            most=10_000,
        ),
        choice(
            "mode",
            DeliveryMode,
            "Mode: On site, online or blended.",
            "شیوه: حضوری، برخط یا آمیخته.",
            REQUIRED,
        ),
        text(
            "place",
            "Place: The workshop or room it is held in; null where it is online or not told.",
            "جا: کارگاه یا کلاسی که در آن برگزار می‌شود؛ اگر برخط است یا گفته نشده null.",
            OPTIONAL,
        ),
        whole(
            "capacity",
            "Capacity: How many trainees it takes.",
            "گنجایش: چند کارآموز می‌پذیرد.",
            OPTIONAL,
            least=1,
            most=10_000,
        ),
        day(
            "startsOn",
            "Starts on: Its first day; null until it is set.",
            "آغاز: نخستین روز آن؛ تا تعیین نشده null.",
            OPTIONAL,
            days=PLANNED,
        ),
        day(
            "endsOn",
            "Ends on: Its last day; null until it is set.",
            "پایان: واپسین روز آن؛ تا تعیین نشده null.",
            OPTIONAL,
            days=PLANNED,
            from_="startsOn",
        ),
        rial(
            "price",
            "Price: What it costs a trainee in all, in whole rials, whoever pays; 0 where it is free.",
            "شهریه: هزینهٔ آن برای هر کارآموز، به ریال درست، هر که بپردازد؛ اگر رایگان است ۰.",
            OPTIONAL,
            unit="priceUnit",
        ),
        choice(
            "priceUnit",
            CurrencyUnit,
            "Currency unit: Which rial the price is in; needed where there is a price.",
            "واحد پول: شهریه به کدام ریال است؛ هر جا شهریه هست لازم است.",
            OPTIONAL,
        ),
        Computed(
            "unpaidPercent",
            Kind.FLOAT,
            lambda n, _see: unpaid_percent(n),
            required=False,
            words=Words(
                "Left to pay: The percentage of the price that no organization has confirmed to pay;"
                " null where it has no price.",
                "مانده: چند درصد شهریه را هیچ سازمانی بر عهده نگرفته است؛ اگر شهریه‌ای ندارد null.",
            ),
        ),
        flag(
            "dormitory",
            "Dormitory: Whether trainees from elsewhere can stay overnight; null where not told.",
            "خوابگاه: آیا کارآموزان راه دور جای خواب دارند؛ اگر گفته نشده null.",
            OPTIONAL,
            required=False,
        ),
        flag(
            "traineesInsured",
            "Trainees insured: Whether they are insured while they learn; null where not told.",
            "بیمهٔ کارآموزان: آیا در زمان آموزش بیمه‌اند؛ اگر گفته نشده null.",
            OPTIONAL,
            required=False,
        ),
        choice(
            "exam",
            ExamKind,
            "Exam: How it is examined at the end; null where not told.",
            "آزمون: در پایان چگونه آزمون گرفته می‌شود؛ اگر گفته نشده null.",
            OPTIONAL,
        ),
        *SOURCE,
        link(
            "provider",
            OWNER_EDGE,
            "Organization",
            "Provider: The organization that gives it.",
            "آموزش‌دهنده: سازمانی که آن را برگزار می‌کند.",
            back=those("Those that it gives.", "آن‌ها که خود برگزار می‌کند."),
        ),
        REGION,
        SKILLS,
        IN_PROGRAM,
        link(
            "partnership",
            "RUNS_UNDER",
            "Partnership",
            "Partnership: The one it is given under, to which its provider is a party; null where none.",
            "مشارکت: مشارکتی که در چارچوب آن برگزار می‌شود و آموزش‌دهنده طرف آن است؛ اگر نیست null.",
            OPTIONAL,
            back=those("Those given under it.", "آن‌ها که در چارچوب آن برگزار می‌شوند."),
        ),
        link(
            "qualification",
            "LEADS_TO",
            "Qualification",
            "Qualification: The one it leads to, as its issuer has confirmed; null where there is none.",
            "گواهینامه: گواهینامه‌ای که به آن می‌رسد، به تأیید صادرکننده؛ اگر نیست null.",
            back=those("Those that lead to it.", "آن‌ها که به آن می‌رسند."),
        ),
        rows(
            "payers",
            "PAID_BY",
            "Organization",
            "Payers: The organizations that have confirmed to pay a share of the price.",
            "پرداخت‌کنندگان: سازمان‌هایی که پرداخت سهمی از شهریه را تأیید کرده‌اند.",
            properties=SHARE,
            row=row(
                "Payer",
                "Payers: An organization that pays a share of the price of a course.",
                "پرداخت‌کنندگان: سازمانی که سهمی از شهریهٔ دوره را می‌پردازد.",
            ),
            back=back(
                "coursesPaid",
                "Courses paid: Those of whose price it pays a share.",
                "دوره‌هایی که می‌پردازد: آن‌ها که سهمی از شهریه‌شان را می‌پردازد.",
                row=row(
                    "PaidCourse",
                    "Courses an organization pays for: A course, with the share of its price that is paid.",
                    "دوره‌هایی که سازمانی می‌پردازد: یک دوره، با سهمی از شهریهٔ آن که پرداخت می‌شود.",
                ),
            ),
        ),
    ),
)

AREA = (COURSE,)
