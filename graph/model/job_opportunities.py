"""Job opportunities: places of work that an employer offers, until they are filled or their day is over."""

from dataclasses import replace

from graph.model.common import (
    LANGUAGE,
    OWNER_EDGE,
    PUBLISHED_RECORD,
    REGION,
    SKILLS,
    TARGET_GROUPS,
    RecordStatus,
    published,
)
from graph.model.declare import (
    BODY,
    NEVER,
    OPTIONAL,
    REQUIRED,
    TITLE,
    choice,
    link,
    links,
    move,
    record,
    rial,
    text,
    those,
    whole,
)
from graph.model.delivery import IN_PROGRAM
from graph.model.members import Computed, Kind
from graph.model.money import CurrencyUnit
from graph.model.occupations import occupation
from graph.model.openings import CLOSES_ON, OPEN
from graph.model.words import Choice, Words


class JobKind(
    Choice, en="Kind of opportunity: Which work is offered.", fa="گونهٔ فرصت: چه کاری پیشنهاد می‌شود."
):
    JOB = "JOB", "Job: Employment for wages.", "استخدام: کار با دستمزد."
    SELF_EMPLOYMENT_ORDER = (
        "SELF_EMPLOYMENT_ORDER",
        "Order: Work that is ordered from people who work for themselves.",
        "سفارش خوداشتغالی: کاری که به خوداشتغالان سفارش داده می‌شود.",
    )
    PLACEMENT = (
        "PLACEMENT",
        "Work placement: Work for a time, to get to know it.",
        "کارورزی: کار برای مدتی، تا با آن آشنا شوند.",
    )


JOB_OPPORTUNITY = record(
    "JobOpportunity",
    "job",
    "Job opportunity: Places of work that an employer offers, open until filled or over.",
    "فرصت شغلی: ظرفیت‌های کاری که کارفرما اعلام می‌کند، تا پر شود یا مهلتش بگذرد.",
    plural=("jobOpportunities", "Job opportunities", "فرصت‌های شغلی"),
    common=PUBLISHED_RECORD,
    indexes=(("occupationCode",),),
    life=published(
        move(
            "fillPlaces",
            ("PLACES_FILLED", "Places filled", "پر شدن جاها"),
            "Fill: Say how many places of a job opportunity of yours are filled by now, in all.",
            "پر شدن: بگویید تاکنون روی هم چند جا از فرصت شغلی شما پر شده است.",
            start=(RecordStatus.PUBLISHED,),
        ),
    ),
    members=(
        text(
            "title",
            "Title: The work, in one line.",
            "عنوان: کار، در یک خط.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "description",
            "Description: What is to be done, when, and how to apply.",
            "شرح: چه باید کرد، در چه ساعت‌هایی، و چگونه درخواست کرد.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        LANGUAGE,
        choice(
            "kind", JobKind, "Kind: Job, order or placement.", "گونه: استخدام، سفارش یا کارورزی.", REQUIRED
        ),
        occupation(),
        whole(
            "places",
            "Places: How many people are wanted.",
            "جا: چند نفر می‌خواهند.",
            REQUIRED,
            least=1,
            most=10_000,
        ),
        whole(
            "filledPlaces",
            "Filled: How many places are filled, as the employer tells.",
            "پرشده: چند جا پر شده است، به گفتهٔ کارفرما.",
            NEVER,
            required=True,
        ),
        Computed(
            "placesLeft",
            Kind.INT,
            lambda n, _see: f"({n}.places - {n}.filledPlaces)",
            flat=True,
            words=Words("Left: How many places are not filled yet.", "مانده: چند جا هنوز پر نشده است."),
        ),
        CLOSES_ON,
        OPEN,
        rial(
            "payFrom",
            "Pay from: The least pay a month, in whole rials; null where not told.",
            "دستمزد از: کمترین دستمزد ماهانه، به ریال درست؛ اگر گفته نشده null.",
            OPTIONAL,
            unit="payUnit",
        ),
        rial(
            "payTo",
            "Pay to: The most pay a month, in whole rials; null where not told.",
            "دستمزد تا: بیشترین دستمزد ماهانه، به ریال درست؛ اگر گفته نشده null.",
            OPTIONAL,
            unit="payUnit",
        ),
        choice(
            "payUnit",
            CurrencyUnit,
            "Currency unit: Which rial the pay is in; needed where there is pay.",
            "واحد پول: دستمزد به کدام ریال است؛ هر جا دستمزد هست لازم است.",
            OPTIONAL,
        ),
        replace(
            TARGET_GROUPS,
            words=Words(
                "Target groups: Those it is made accessible for; empty where that is not told.",
                "گروه‌های هدف: برای چه گروه‌هایی دسترس‌پذیر شده است؛ خالی یعنی گفته نشده.",
            ),
        ),
        link(
            "employer",
            OWNER_EDGE,
            "Organization",
            "Employer: The organization that offers it.",
            "کارفرما: سازمانی که آن را عرضه می‌کند.",
            back=those("Those that it offers.", "آن‌ها که خود عرضه می‌کند."),
        ),
        REGION,
        SKILLS,
        IN_PROGRAM,
        links(
            "courses",
            "TAKES_FROM",
            "Course",
            "Courses: Those whose graduates the employer takes.",
            "دوره‌ها: دوره‌هایی که کارفرما آموختگانشان را می‌پذیرد.",
            OPTIONAL,
            back=those(
                "Those for which the employer takes its graduates.",
                "آن‌ها که کارفرما برایشان آموختگان این دوره را می‌پذیرد.",
            ),
        ),
    ),
)

AREA = (JOB_OPPORTUNITY,)
