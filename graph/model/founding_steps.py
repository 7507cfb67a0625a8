"""Founding steps: what has to be done, in order, until a network is there. Each network says its own."""

from graph.model.common import CHANGES, VERSIONED, bilingual
from graph.model.days import HAPPENED, PLANNED
from graph.model.declare import (
    BODY,
    IN,
    NEVER,
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    files,
    link,
    move,
    record,
    text,
    web,
    whole,
)
from graph.model.life import By, Life
from graph.model.members import Access, Computed, Kind
from graph.model.words import Choice, Words


class FoundingStepStatus(
    Choice,
    en="Status of a founding step: Whether it is still to be done.",
    fa="وضعیت گام تأسیس: آیا هنوز باید انجام شود.",
):
    PLANNED = "PLANNED", "Planned: Still to be done.", "برنامه‌ریزی‌شده: هنوز باید انجام شود."
    DONE = "DONE", "Done: Done, on the day it says.", "انجام‌شده: در روزی که نوشته شده انجام گرفت."
    SKIPPED = (
        "SKIPPED",
        "Skipped: Left out, for the reason it says.",
        "کنارگذاشته: به دلیلی که نوشته شده لازم نشد.",
    )


TO_DO, DONE, SKIPPED = FoundingStepStatus.PLANNED, FoundingStepStatus.DONE, FoundingStepStatus.SKIPPED
SETTLED = (DONE, SKIPPED)
"""Where nothing is left to be done of it."""

LIFE = Life(
    FoundingStepStatus,
    (
        move(
            "addFoundingStep",
            ("FOUNDING_STEP_ADDED", "Founding step added", "افزودن گام تأسیس"),
            "Add: Say what has to be done until the network is founded, as its secretariat.",
            "افزودن: در جای دبیرخانه بگویید تا تأسیس شبکه چه باید انجام شود.",
            by=By.OWNER,
            end=TO_DO,
            gives=(
                "Founding step: What is to be done, and in which place.",
                "گام تأسیس: چه باید انجام شود، و در کدام جا.",
            ),
        ),
        move(
            "editFoundingStep",
            ("FOUNDING_STEP_EDITED", "Founding step edited", "ویرایش گام تأسیس"),
            "Edit: Change a step; none that is still to be done may come before one that is done.",
            "ویرایش: گام را تغییر دهید؛ گامی که مانده پیش از گام انجام‌شده نمی‌آید.",
            gives=CHANGES,
        ),
        move(
            "completeFoundingStep",
            ("FOUNDING_STEP_DONE", "Founding step done", "انجام گام تأسیس"),
            "Complete: Say that it is done, when, by which body and what shows it; all earlier"
            " ones must be done or skipped.",
            "انجام: بگویید انجام شد، کی، به دست کدام مرجع و با چه شاهدی؛ گام‌های پیش از آن باید"
            " انجام شده یا کنار"
            " گذاشته شده باشند.",
            start=(TO_DO,),
            end=DONE,
        ),
        move(
            "skipFoundingStep",
            ("FOUNDING_STEP_SKIPPED", "Founding step skipped", "کنار گذاشتن گام تأسیس"),
            "Skip: Say that it is not needed here, and why.",
            "کنار گذاشتن: بگویید این‌جا لازم نیست، و چرا.",
            start=(TO_DO,),
            end=SKIPPED,
        ),
        move(
            "reopenFoundingStep",
            ("FOUNDING_STEP_REOPENED", "Founding step reopened", "بازگشایی گام تأسیس"),
            "Reopen: Take back that it is done or skipped, while no later one is done.",
            "بازگشایی: تا گامی پس از آن انجام نشده، بگویید هنوز مانده است.",
            start=SETTLED,
            end=TO_DO,
        ),
    ),
)

FOUNDING_STEP = record(
    "FoundingStep",
    "fst",
    "Founding step: One of the steps by which a network comes to be, e.g. its registration.",
    "گام تأسیس: یکی از گام‌هایی که شبکه با آن‌ها تأسیس می‌شود، مانند ثبت.",
    plural=("foundingSteps", "Founding steps", "گام‌های تأسیس"),
    common=VERSIONED,
    life=LIFE,
    access=Access.PARENT,
    parent="network",
    order=(("place", True),),
    members=(
        bilingual("title", "Title", "عنوان"),
        text(
            "titleFa",
            "Persian title: What is to be done, in one line of Persian.",
            "عنوان فارسی: چه باید انجام شود، در یک خط فارسی.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "titleEn",
            "English title: What is to be done, in one line of English; null where it has none.",
            "عنوان انگلیسی: چه باید انجام شود، در یک خط انگلیسی؛ اگر ندارد null.",
            OPTIONAL,
            searched=TITLE,
        ),
        whole(
            "place",
            "Place in the order: Lower ones come first; those of the same place in whichever order.",
            "جا در ترتیب: کوچک‌ترها پیش‌ترند؛ آن‌ها که یک جا دارند به هر ترتیبی.",
            REQUIRED,
            sortable=True,
        ),
        choice(
            "status",
            FoundingStepStatus,
            "Status: Planned, done or skipped.",
            "وضعیت: برنامه‌ریزی‌شده، انجام‌شده یا کنارگذاشته.",
            required=True,
        ),
        day(
            "dueOn",
            "Due on: The day it is to be done by; null where there is none.",
            "سررسید: تا چه روزی باید انجام شود؛ اگر روزی ندارد null.",
            OPTIONAL,
            days=PLANNED,
        ),
        Computed(
            "overdue",
            Kind.BOOLEAN,
            lambda n, _see: f"coalesce({n}.status = '{TO_DO.value}' AND {n}.dueOn < $today, false)",
            filterable=True,
            flat=True,
            words=Words(
                "Overdue: Whether it is still to be done, and its day has passed.",
                "عقب‌افتاده: آیا هنوز مانده و سررسیدش گذشته است.",
            ),
        ),
        day(
            "doneOn",
            "Done on: The day it was done; null until then.",
            "روز انجام: روزی که انجام گرفت؛ تا آن هنگام null.",
            days=HAPPENED,
            sortable=False,
        ),
        text(
            "body",
            "By which body: Who does it or decides on it, e.g. the licensing commission;"
            " never a person's name.",
            "مرجع: چه نهادی آن را انجام می‌دهد یا دربارهٔ آن تصمیم می‌گیرد، مانند کمیسیون مجوز؛"
            " هرگز نام کسی نیست.",
            OPTIONAL,
        ),
        web(
            "evidenceUrl",
            "Web address of the evidence: Where it can be seen; it starts with `https://` or `http://`.",
            "نشانی وب شاهد: کجا می‌توان آن را دید؛ با `https://` یا `http://` آغاز می‌شود.",
            OPTIONAL,
        ),
        text(
            "note",
            "Note: What shows or explains it, in words, e.g. the number of the licence.",
            "یادداشت: آنچه آن را نشان یا توضیح می‌دهد، به زبان نوشته، مانند شمارهٔ مجوز.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        text(
            "skipReason",
            "Reason for skipping: Why it is not needed here; null where it was not skipped.",
            "دلیل کنار گذاشتن: چرا این‌جا لازم نیست؛ اگر کنار گذاشته نشده null.",
            NEVER,
            long=True,
        ),
        link(
            "network",
            "HAS_FOUNDING_STEP",
            "Network",
            "Network: The one it founds; whoever reads that reads this.",
            "شبکه: شبکه‌ای که با آن تأسیس می‌شود؛ هر که آن را بخواند این را هم می‌خواند.",
            ONCE,
            direction=IN,
            back=back(
                "foundingSteps",
                "Founding steps: What has to be done until it is founded, in order.",
                "گام‌های تأسیس: تا تأسیس آن چه باید انجام شود، به ترتیب.",
            ),
        ),
        files(),
    ),
)

AREA = (FOUNDING_STEP,)
