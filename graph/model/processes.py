"""Processes: how a piece of work is done step by step, in editions, and which is a network's standard.

A standard is bound by two words: its author has written and proposed it, and the network's secretariat has
made it the standard. From then on its steps stay: who follows it follows what they read. What is to be
otherwise is a next edition, a process of its own that names the one it replaces.
"""

from typing import Any

from graph.model.common import (
    CHANGES,
    CREATE,
    INTERNAL,
    LANGUAGE,
    PUBLISHER,
    SKILLS,
    TARGET_GROUPS,
    TOPICS,
    VERSIONED,
    VISIBILITY,
)
from graph.model.days import HAPPENED
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    link,
    links,
    moment,
    move,
    number,
    part,
    record,
    rows,
    text,
    those,
    web,
    whole,
)
from graph.model.followings import FOLLOWERS
from graph.model.life import Also, Blank, By, Life, instead
from graph.model.sides import Side
from graph.model.words import Choice


class ProcessStatus(
    Choice,
    en="Status: Where an edition of a process stands, from its draft to what took its place.",
    fa="وضعیت: یک نگارش فرایند در چه مرحله‌ای است، از پیش‌نویس تا آنچه جایش را گرفت.",
):
    DRAFT = (
        "DRAFT",
        "Draft: Being written: its author alone reads it.",
        "پیش‌نویس: در دست نوشتن: تنها نویسنده‌اش آن را می‌خواند.",
    )
    PROPOSED = (
        "PROPOSED",
        "Proposed: Its author proposes it; the network has not decided.",
        "پیشنهادشده: نویسنده پیشنهادش کرده و شبکه هنوز تصمیم نگرفته است.",
    )
    STANDARD = (
        "STANDARD",
        "Standard: The network has made it its standard; its steps no longer change.",
        "استاندارد: شبکه آن را استاندارد خود کرده است؛ گام‌هایش دیگر عوض نمی‌شود.",
    )
    SUPERSEDED = (
        "SUPERSEDED",
        "Superseded: Its next edition is the standard now; who follows it may go on.",
        "جایگزین‌شده: نگارش بعدی استاندارد شده است؛ هر که از این پیروی می‌کند می‌تواند ادامه دهد.",
    )
    REPEALED = (
        "REPEALED",
        "Repealed: The network no longer has it as its standard, and says why.",
        "لغوشده: شبکه دیگر آن را استاندارد خود نمی‌داند، و گفته است چرا.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: Taken back by its author before the network had decided.",
        "پس‌گرفته: نویسنده پیش از تصمیم شبکه آن را پس گرفته است.",
    )


DRAFT, PROPOSED = ProcessStatus.DRAFT, ProcessStatus.PROPOSED
STANDARD, SUPERSEDED = ProcessStatus.STANDARD, ProcessStatus.SUPERSEDED
REPEALED, WITHDRAWN = ProcessStatus.REPEALED, ProcessStatus.WITHDRAWN


class DurationUnit(
    Choice,
    en="Unit of a duration: What a length of time is counted in.",
    fa="یکای مدت: مدت با چه شمرده می‌شود.",
):
    MINUTES = "MINUTES", "Minutes: Sixty make an hour.", "دقیقه: هر ۶۰ دقیقه یک ساعت است."
    HOURS = "HOURS", "Hours: Of work or of teaching.", "ساعت: ساعت کار یا آموزش."
    DAYS = "DAYS", "Days: Of the calendar, holidays included.", "روز: روز تقویم، با تعطیلات."
    WEEKS = "WEEKS", "Weeks: Each of seven days.", "هفته: هر هفته هفت روز."
    MONTHS = "MONTHS", "Months: Those of the calendar.", "ماه: ماه تقویم."


PROCESS_STEP = part(
    "ProcessStep",
    "Step of a process: What is done, by which office, how long it takes, what goes in and comes out.",
    "گام فرایند: چه می‌شود، کدام سمت انجامش می‌دهد، چه مدت می‌برد، چه لازم دارد و چه از آن برمی‌آید.",
    (
        text(
            "title",
            "Title: What is done in this step, in one line.",
            "عنوان: در این گام چه می‌شود، در یک خط.",
            REQUIRED,
        ),
        text(
            "text",
            "Text: How it is done; null where the title is enough.",
            "شرح: چگونه انجام می‌شود؛ اگر عنوان کافی است null.",
            OPTIONAL,
            long=True,
        ),
        text(
            "office",
            "Office: The office that does it, e.g. job facilitator; never a person's name.",
            "سمت: چه سمتی انجامش می‌دهد، مانند تسهیلگر شغلی؛ هرگز نام کسی نیست.",
            REQUIRED,
        ),
        number(
            "duration",
            "Duration: How long it takes at most, in the unit beside it; null where that is left open.",
            "مدت: بیشینهٔ مدت آن، با یکای کنارش؛ اگر باز گذاشته شده null.",
            OPTIONAL,
            unit="durationUnit",
        ),
        text(
            "takes",
            "Takes: What has to be there before it begins, e.g. an identity card and the intake form.",
            "ورودی: پیش از آغاز چه باید آماده باشد، مانند کارت ملی و برگهٔ پذیرش.",
            OPTIONAL,
            long=True,
        ),
        text(
            "gives",
            "Gives: What is there once it is done, e.g. a signed plan.",
            "خروجی: پس از انجام چه به دست می‌آید، مانند برنامهٔ امضاشده.",
            OPTIONAL,
            long=True,
        ),
        web(
            "formUrl",
            "Form: The web address of the form that is filled in; null where there is none.",
            "برگه: نشانی وب برگه‌ای که پر می‌شود؛ اگر برگه‌ای ندارد null.",
            OPTIONAL,
        ),
        choice(
            "durationUnit",
            DurationUnit,
            "Unit of the duration: What the duration is counted in; days unless you say otherwise.",
            "یکای مدت: مدت با چه شمرده می‌شود؛ اگر نگویید روز.",
            REQUIRED,
            default=DurationUnit.DAYS,
        ),
    ),
)

_NETWORK: dict[str, Any] = {"by": By.SIDE, "sides": (Side.SECRETARIAT,), "also": Also(By.ADMINISTRATOR)}
"""A move of the organization that keeps the network."""

LIFE = Blank(
    Life(
        ProcessStatus,
        (
            instead(
                CREATE,
                "Create: Write down a process, or its next edition, as a draft, which only you read.",
                "ایجاد: فرایند یا نگارش بعدی آن را پیش‌نویس کنید؛ تنها سازمان شما آن را می‌خواند.",
                end=DRAFT,
            ),
            move(
                "editProcess",
                ("PROCESS_EDITED", "Process edited", "ویرایش فرایند"),
                "Edit: Change a process before the network has decided; later a next edition does.",
                "ویرایش: فرایند را پیش از تصمیم شبکه تغییر دهید؛ پس از آن با نگارش بعدی.",
                start=(DRAFT, PROPOSED),
                gives=CHANGES,
            ),
            move(
                "proposeProcess",
                ("PROCESS_PROPOSED", "Process proposed", "پیشنهاد فرایند"),
                "Propose: Propose it to its network as a standard; whom its visibility names can read it.",
                "پیشنهاد: آن را به شبکه‌اش برای استاندارد شدن پیشنهاد دهید؛ هر که دیدپذیری‌اش بگوید می‌خواند.",
                start=(DRAFT,),
                end=PROPOSED,
            ),
            move(
                "returnProcess",
                ("PROCESS_RETURNED", "Process returned", "بازگرداندن فرایند"),
                "Return: Give a proposal back to its author, and say what it lacks (the secretariat).",
                "بازگرداندن: پیشنهاد را به نویسنده برگردانید و بگویید چه کم دارد (دبیرخانهٔ شبکه).",
                start=(PROPOSED,),
                end=DRAFT,
                **_NETWORK,
            ),
            move(
                "adoptProcess",
                ("PROCESS_ADOPTED", "Process made a standard", "استاندارد شدن فرایند"),
                "Adopt: Make a proposal the standard of your network, best by a decision of a working group;"
                " the edition it replaces is superseded (the secretariat).",
                "تصویب: پیشنهاد را استاندارد شبکهٔ خود کنید، بهتر است با مصوبهٔ یک کارگروه؛ نگارشی که جایش را"
                " می‌گیرد جایگزین‌شده است (دبیرخانهٔ شبکه).",
                start=(PROPOSED,),
                end=STANDARD,
                **_NETWORK,
            ),
            move(
                "repealProcess",
                ("PROCESS_REPEALED", "Standard repealed", "لغو استاندارد"),
                "Repeal: Say that your network has it as a standard no longer, and why (the secretariat).",
                "لغو: بگویید دیگر استاندارد شبکهٔ شما نیست، و چرا (دبیرخانهٔ شبکه).",
                start=(STANDARD,),
                end=REPEALED,
                **_NETWORK,
            ),
            move(
                "withdrawProcess",
                ("PROCESS_WITHDRAWN", "Process withdrawn", "پس گرفتن فرایند"),
                "Withdraw: Take it back before the network has decided; it stays with you, marked.",
                "پس گرفتن: پیش از تصمیم شبکه آن را پس بگیرید؛ با نشان نزد شما می‌ماند.",
                start=(DRAFT, PROPOSED),
                end=WITHDRAWN,
                already="ALREADY_WITHDRAWN",
                input="WithdrawInput",
            ),
            move(
                None,
                ("PROCESS_SUPERSEDED", "Standard superseded", "جایگزینی استاندارد"),
                "Superseded: The network has made its next edition the standard.",
                "جایگزین‌شده: شبکه نگارش بعدی را استاندارد کرده است.",
                by=By.NOBODY,
                start=(STANDARD,),
                end=SUPERSEDED,
            ),
        ),
    )
)

PROCESS = record(
    "Process",
    "sop",
    "Process: How a piece of work is done, step by step, in numbered editions.",
    "فرایند: کاری چگونه گام‌به‌گام انجام می‌شود، در نگارش‌های شماره‌دار.",
    plural=("processes", "Processes", "فرایندها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        text(
            "title",
            "Title: What the process is called, e.g. preparing for a job.",
            "عنوان: نام فرایند، مانند آماده‌سازی شغلی.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "purpose",
            "Purpose: What it is for, and where it begins and ends.",
            "هدف: به چه کار می‌آید، و از کجا تا کجاست.",
            REQUIRED,
            long=True,
            searched=BODY,
        ),
        whole(
            "edition",
            "Edition: Its number: 1, or one more than that of the edition it replaces.",
            "نگارش: شمارهٔ آن: ۱، یا یکی بیش از نگارشی که جایش را می‌گیرد.",
            required=True,
            sortable=True,
        ),
        choice(
            "status",
            ProcessStatus,
            "Status: Draft, proposed, standard, superseded, repealed or withdrawn.",
            "وضعیت: پیش‌نویس، پیشنهادشده، استاندارد، جایگزین‌شده، لغوشده یا پس‌گرفته.",
            required=True,
        ),
        VISIBILITY,
        moment(
            "proposedAt",
            "Proposed at: When it was last proposed; null until then.",
            "زمان پیشنهاد: آخرین بار کی پیشنهاد شد؛ تا آن هنگام null.",
        ),
        day(
            "adoptedOn",
            "Adopted on: The day it became a standard; null until then.",
            "روز تصویب: روزی که استاندارد شد؛ تا آن هنگام null.",
            days=HAPPENED,
        ),
        text(
            "reason",
            "Reason: Why the network has returned or repealed it; else null.",
            "دلیل: چرا شبکه آن را بازگرداند یا لغو کرد؛ وگرنه null.",
            long=True,
        ),
        LANGUAGE,
        TARGET_GROUPS,
        FOLLOWERS,
        PUBLISHER,
        link(
            "network",
            "PROPOSED_TO",
            "Network",
            "Network: The one whose standard it is to become.",
            "شبکه: شبکه‌ای که قرار است استاندارد آن شود.",
            REQUIRED,
            back=back(
                "proposedProcesses",
                "Proposed processes: Those written for it by any organization, whatever it says of them.",
                "فرایندهای پیشنهادی: آن‌ها که سازمان‌ها برای این شبکه نوشته‌اند، هر چه شبکه دربارهٔ آن‌ها بگوید.",
            ),
        ),
        link(
            "standardOf",
            "STANDARD_OF",
            "Network",
            "Standard of: The network that has made it its standard; null until then.",
            "استاندارد: شبکه‌ای که آن را استاندارد خود کرده است؛ تا آن هنگام null.",
            back=back(
                "standards",
                "Standards: The processes it has made its standard, also those superseded or repealed since.",
                "استانداردها: فرایندهایی که استاندارد خود کرده، حتی آن‌ها که از آن پس جایگزین یا لغو شده‌اند.",
            ),
        ),
        link(
            "decision",
            "DECIDED_BY",
            "Decision",
            "Decision: The one by which the network has made it a standard; null where it names none.",
            "مصوبه: مصوبه‌ای که شبکه با آن این فرایند را استاندارد کرد؛ اگر نام نبرده null.",
            back=back(
                "processesAdopted",
                "Processes adopted: Those that became a standard by it.",
                "فرایندهای مصوب: آن‌ها که با این مصوبه استاندارد شدند.",
            ),
        ),
        link(
            "replaces",
            "REPLACES",
            "Process",
            "Replaces: The edition that this one is to take the place of; null for a first one.",
            "جانشین: نگارشی که این قرار است جایش را بگیرد؛ برای نخستین نگارش null.",
            OPTIONAL,
            back=back(
                "nextEditions",
                "Next editions: Those written to take its place; of these one at most becomes the standard.",
                "نگارش‌های بعدی: آن‌ها که برای جانشینی‌اش نوشته شده‌اند؛ از آن‌ها بیش از یکی استاندارد نمی‌شود.",
            ),
        ),
        links(
            "steps",
            "HAS_STEP",
            "ProcessStep",
            "Steps: What is done, in this order.",
            "گام‌ها: آنچه انجام می‌شود، به همین ترتیب.",
            REQUIRED,
        ),
        rows(
            "approaches",
            "MADE_OF",
            "Approach",
            "Approaches: The methods it is made of, of any organization.",
            "رهیافت‌ها: روش‌هایی از هر سازمان که این فرایند از آن‌ها ساخته شده است.",
            OPTIONAL,
            open=True,
            back=those("Those made of this method.", "آن‌ها که از این روش ساخته شده‌اند."),
        ),
        rows(
            "lessons",
            "MADE_OF",
            "Lesson",
            "Lessons: What was learned and is put to work in it.",
            "درس‌آموخته‌ها: آنچه آموخته شده و در این فرایند به کار بسته می‌شود.",
            OPTIONAL,
            open=True,
            back=those("Those that put it to work.", "آن‌ها که آن را به کار می‌بندند."),
        ),
        TOPICS,
        SKILLS,
    ),
)

AREA = (PROCESS_STEP, PROCESS)
