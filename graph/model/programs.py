"""Programs: schemes, projects and training programs, for whom they are and what they mean to reach."""

from graph.model.common import PUBLISHED, PUBLISHED_RECORD, PUBLISHER, SOURCE, TOPICS, bilingual
from graph.model.days import PLANNED
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    choices,
    day,
    link,
    links,
    number,
    part,
    record,
    rial,
    row,
    rows,
    text,
    those,
)
from graph.model.eligibility import ELIGIBILITY
from graph.model.members import Computed, Kind
from graph.model.money import CurrencyUnit
from graph.model.readiness import DIMENSIONS
from graph.model.words import Choice, Words


class ProgramKind(
    Choice, en="Kind of program: What sort of work a program is.", fa="گونهٔ برنامه: برنامه چه جور کاری است."
):
    SCHEME = (
        "SCHEME",
        "Scheme: Standing terms under which many are helped, over and over.",
        "طرح: قراری پایدار که پیوسته به کسان بسیاری یاری می‌رساند.",
    )
    PROJECT = (
        "PROJECT",
        "Project: Work with an end, done once.",
        "پروژه: کاری که یک بار انجام می‌شود و پایانی دارد.",
    )
    TRAINING_PROGRAM = (
        "TRAINING_PROGRAM",
        "Training program: Courses that belong together.",
        "برنامهٔ آموزشی: دوره‌هایی که به هم پیوسته‌اند.",
    )
    SUPPORT_PROGRAM = (
        "SUPPORT_PROGRAM",
        "Support program: Money, tools or company on the way to work.",
        "برنامهٔ حمایتی: پول، ابزار یا همراهی در راه اشتغال.",
    )


class CapacityLevel(
    Choice,
    en="Level: Whose capacity grows.",
    fa="سطح: توان چه کسی افزایش می‌یابد.",
):
    PERSON = "PERSON", "Person: The one who looks for work.", "فرد: خود کسی که در پی کار است."
    FAMILY = "FAMILY", "Family: The household around a person.", "خانواده: خانواری که فرد در آن است."
    COMMUNITY = (
        "COMMUNITY",
        "Community: The village, the neighbourhood, the trade.",
        "جامعه: روستا، محله یا صنف.",
    )


class ProgramStage(
    Choice,
    en="Stage: Whether a program runs today, by its days.",
    fa="مرحله: آیا برنامه امروز جریان دارد، به حساب روزهایش.",
):
    UPCOMING = "UPCOMING", "Upcoming: Its first day is still to come.", "پیش رو: روز آغازش هنوز نیامده است."
    RUNNING = "RUNNING", "Running: Today lies within its days.", "در جریان: امروز در بازهٔ روزهایش است."
    OVER = "OVER", "Over: Its last day has passed.", "پایان‌یافته: واپسین روزش گذشته است."
    UNDATED = (
        "UNDATED",
        "Undated: Its first day is not told, and no last day has passed.",
        "بی‌تاریخ: روز آغازش گفته نشده و روز پایانی هم از آن نگذشته است.",
    )


class ProgramRole(
    Choice,
    en="Role in a program: What an organization does in it.",
    fa="نقش در برنامه: سازمان در آن چه می‌کند.",
):
    FUNDER = "FUNDER", "Funder: Pays for it, all or a part.", "تأمین‌کنندهٔ مالی: پول آن را می‌دهد، همه یا بخشی."
    IMPLEMENTER = "IMPLEMENTER", "Implementer: Does the work on the spot.", "مجری: کار را در محل انجام می‌دهد."
    TRAINER = (
        "TRAINER",
        "Trainer: Teaches those it is for.",
        "آموزش‌دهنده: به کسانی که برنامه برایشان است آموزش می‌دهد.",
    )
    REFERRER = (
        "REFERRER",
        "Referrer: Sends those it is for.",
        "معرف: کسانی را که برنامه برایشان است معرفی می‌کند.",
    )
    COORDINATOR = (
        "COORDINATOR",
        "Coordinator: Keeps all that work in it together.",
        "هماهنگ‌کننده: کار همه را با هم هماهنگ می‌کند.",
    )
    HOST = "HOST", "Host: Gives the room, the workshop or the tools.", "میزبان: جا، کارگاه یا ابزار می‌دهد."
    ADVISER = (
        "ADVISER",
        "Adviser: Gives advice, and does none of the work.",
        "مشاور: راهنمایی می‌کند و در کار دست ندارد.",
    )
    EVALUATOR = (
        "EVALUATOR",
        "Evaluator: Measures what comes of it.",
        "ارزیاب: می‌سنجد که از آن چه برمی‌آید.",
    )


INVOLVEMENT = (
    choice(
        "role",
        ProgramRole,
        "Role: What it does there; in two roles it stands there twice.",
        "نقش: در آن چه می‌کند؛ با دو نقش دو بار می‌آید.",
        REQUIRED,
    ),
    day(
        "since",
        "Since: The first day of it; null where that is not told.",
        "از: نخستین روز آن؛ اگر گفته نشده null.",
        OPTIONAL,
        days=PLANNED,
        sortable=False,
    ),
    day(
        "until",
        "Until: The last day of it; null where there is none, or that is not told.",
        "تا: واپسین روز آن؛ اگر ندارد یا گفته نشده null.",
        OPTIONAL,
        days=PLANNED,
        from_="since",
        sortable=False,
    ),
)
"""What is said of an organization's part in a program, on the edge and on the claim."""

INDICATOR = part(
    "Indicator",
    "Indicator: What a program is measured by: the number it means to reach, and where it started from.",
    "شاخص: برنامه با چه سنجیده می‌شود: عددی که می‌خواهد به آن برسد، و نقطهٔ آغاز آن.",
    (
        text(
            "measure",
            "Measure: What is counted or measured, e.g. people in work after six months.",
            "سنجه: چه شمرده یا سنجیده می‌شود، مانند شمار شاغلان پس از شش ماه.",
            REQUIRED,
        ),
        number(
            "target",
            "Target: The number to be reached, in the unit beside it.",
            "هدف: عددی که باید به آن رسید، با یکای کنارش.",
            REQUIRED,
            signed=True,
            unit="unit",
        ),
        number(
            "baseline",
            "Baseline: The same number before the program began; null where nobody measured it.",
            "مقدار آغازین: همان عدد پیش از آغاز برنامه؛ اگر سنجیده نشده null.",
            OPTIONAL,
            signed=True,
            unit="unit",
        ),
        text(
            "unit",
            "Unit: What the numbers count, e.g. persons or percent.",
            "یکا: عددها چه را می‌شمارند، مانند نفر یا درصد.",
            REQUIRED,
        ),
    ),
)

_STAGE = (
    "CASE WHEN «n».endsOn < $today THEN 'OVER' WHEN «n».startsOn > $today THEN 'UPCOMING'"
    " WHEN «n».startsOn IS NULL THEN 'UNDATED' ELSE 'RUNNING' END"
)

_TEXTS = (
    choice(
        "kind",
        ProgramKind,
        "Kind: Scheme, project, training or support program.",
        "گونه: طرح، پروژه، برنامهٔ آموزشی یا حمایتی.",
        REQUIRED,
    ),
    bilingual("title", "Title", "عنوان"),
    text(
        "titleFa",
        "Persian title: What the program is called in Persian.",
        "عنوان فارسی: نام آن به فارسی.",
        REQUIRED,
        sortable=True,
        searched=TITLE,
    ),
    text(
        "titleEn",
        "English title: What the program is called in English; null where it has no English name.",
        "عنوان انگلیسی: نام آن به انگلیسی؛ اگر ندارد null.",
        OPTIONAL,
        searched=TITLE,
    ),
    text(
        "summary",
        "Summary: What is done for whom, and to what end, in a few sentences.",
        "چکیده: برای چه کسانی چه می‌کند و برای چه، در چند جمله.",
        OPTIONAL,
        long=True,
        searched=BODY,
    ),
)

_TERMS = (
    DIMENSIONS,
    choices(
        "levels",
        CapacityLevel,
        "Levels: Whose capacity it builds; empty where that is not told.",
        "سطح‌ها: توان چه کسی را می‌افزاید؛ خالی یعنی گفته نشده.",
        OPTIONAL,
    ),
    day(
        "startsOn",
        "Starts on: The first day of it; null where that is not told.",
        "آغاز: نخستین روز آن؛ اگر گفته نشده null.",
        OPTIONAL,
        days=PLANNED,
    ),
    day(
        "endsOn",
        "Ends on: The last day of it; null where no end is set.",
        "پایان: واپسین روز آن؛ اگر پایانی ندارد null.",
        OPTIONAL,
        days=PLANNED,
        from_="startsOn",
    ),
    Computed(
        "stage",
        Kind.ENUM,
        lambda n, _see: _STAGE.replace("«n»", n),
        enum=ProgramStage,
        flat=True,
        words=Words(
            "Stage: Whether it is upcoming, runs or is over today.",
            "مرحله: امروز پیش روست، جریان دارد یا پایان یافته.",
        ),
    ),
    rial(
        "budget",
        "Budget: What it may cost in all, in whole rials; null where that is not told.",
        "بودجه: روی هم چه اندازه خرج دارد، به ریال، بدون اعشار؛ اگر گفته نشده null.",
        OPTIONAL,
        unit="budgetUnit",
    ),
    choice(
        "budgetUnit",
        CurrencyUnit,
        "Currency unit: Which rial the budget is in; needed where there is a budget.",
        "واحد پول: بودجه به کدام ریال است؛ هر جا بودجه هست لازم است.",
        OPTIONAL,
    ),
    *ELIGIBILITY,
)

_EDGES = (
    link(
        "partnership",
        "RUNS_UNDER",
        "Partnership",
        "Partnership: The one it runs under, which its publisher is a party to; null without one.",
        "مشارکت: مشارکتی که برنامه زیر آن است و ناشر طرف آن است؛ اگر زیر هیچ مشارکتی نیست null.",
        OPTIONAL,
        back=those("Those that run under it.", "آن‌ها که زیر این مشارکت‌اند."),
    ),
    links(
        "commitments",
        "CARRIES_OUT",
        "Commitment",
        "Commitments: Those it carries out, each of a partnership that its publisher is a party to.",
        "تعهدها: تعهدهایی که با آن انجام می‌شود، هر یک از مشارکتی که ناشر طرف آن است.",
        OPTIONAL,
        back=those("Those that carry it out.", "آن‌ها که این تعهد را انجام می‌دهند."),
    ),
    rows(
        "organizations",
        "INVOLVES",
        "Organization",
        "Organizations: Those with a part in it, each with its role. Whoever is named besides the publisher"
        " is asked, and stands here once it has confirmed (see `programRoleClaims`).",
        "سازمان‌ها: آن‌ها که در آن نقشی دارند، هر یک با نقش خود. از هر سازمانی جز ناشر پرسیده می‌شود و پس از"
        " تأیید خودش این‌جا می‌آید (`programRoleClaims` را ببینید).",
        OPTIONAL,
        properties=INVOLVEMENT,
        parallel="role",
        row=row(
            "ProgramOrganization",
            "A program's organizations: An organization with a part in a program, with its role.",
            "سازمان‌های یک برنامه: سازمانی که در برنامه نقشی دارد، با نقش آن.",
        ),
        back=back(
            "programRoles",
            "Roles in programs: The programs, its own and others', that it has a part in.",
            "نقش در برنامه‌ها: برنامه‌های خودش و دیگران که در آن‌ها نقشی دارد.",
            row=row(
                "OrganizationProgram",
                "An organization's programs: A program an organization has a part in, with its role.",
                "برنامه‌های یک سازمان: برنامه‌ای که سازمان در آن نقشی دارد، با نقش آن.",
            ),
        ),
    ),
    links(
        "regions",
        "COVERS",
        "Region",
        "Regions: Where it works; empty where that is not told.",
        "ناحیه‌ها: کجا کار می‌کند؛ خالی یعنی گفته نشده.",
        OPTIONAL,
        open=True,
        back=those(
            "Those that cover this very region by name.", "آن‌ها که همین ناحیه را به نام در بر می‌گیرند."
        ),
    ),
    links(
        "indicators",
        "HAS_INDICATOR",
        "Indicator",
        "Indicators: What it is measured by, in the order of whoever wrote it.",
        "شاخص‌ها: با چه سنجیده می‌شود، به ترتیبی که نویسنده آورده است.",
        OPTIONAL,
        open=True,
    ),
)

PROGRAM = record(
    "Program",
    "prg",
    "Program: Work that is planned for many: a scheme, a project, a training or support program.",
    "برنامه: کاری که برای کسان بسیاری برنامه‌ریزی می‌شود: طرح، پروژه، برنامهٔ آموزشی یا حمایتی.",
    plural=("programs", "Programs", "برنامه‌ها"),
    common=PUBLISHED_RECORD,
    life=PUBLISHED,
    members=(*_TEXTS, *_TERMS, *SOURCE, PUBLISHER, *_EDGES, TOPICS),
)

AREA = (INDICATOR, PROGRAM)
