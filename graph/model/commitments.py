"""Commitments: what one party owes another under a partnership."""

from graph.model.common import CHANGES, VERSIONED, bilingual
from graph.model.days import HAPPENED
from graph.model.days import PLANNED as PLANNED_DAYS
from graph.model.declare import (
    BODY,
    IN,
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    link,
    move,
    number,
    record,
    text,
)
from graph.model.life import Also, By, Life
from graph.model.members import Access, Computed, Kind
from graph.model.partnerships import DRAFT, SUSPENDED, WITHDRAWN, running
from graph.model.sides import Side
from graph.model.words import Choice, Words


class CommitmentStatus(
    Choice,
    en="Status: Where a commitment stands, as both its sides say.",
    fa="وضعیت: تعهد در چه مرحله‌ای است، به گفتهٔ هر دو سوی آن.",
):
    PLANNED = (
        "PLANNED",
        "Planned: Agreed on, and not begun yet.",
        "برنامه‌ریزی‌شده: بر آن توافق شده و هنوز آغاز نشده است.",
    )
    IN_PROGRESS = (
        "IN_PROGRESS",
        "In progress: Begun, and not finished.",
        "در جریان: آغاز شده و به پایان نرسیده است.",
    )
    MET = (
        "MET",
        "Met: Done as it was promised: reported by the one that owes it, confirmed by the one it is owed to.",
        "انجام‌شده: همان‌گونه که وعده داده شد: بدهکار گزارش داد و طلبکار تأیید کرد.",
    )
    MISSED = (
        "MISSED",
        "Missed: Not done in time, as the one it is owed to says or confirms.",
        "انجام‌نشده: به‌موقع انجام نگرفت، به گفته یا تأیید طلبکار.",
    )
    WAIVED = (
        "WAIVED",
        "Waived: No longer asked for by the one it was owed to.",
        "بخشوده: طلبکار دیگر آن را نمی‌خواهد.",
    )
    REMOVED = (
        "REMOVED",
        "Removed: Taken out of the terms, from a draft or by an amendment; it stays, marked.",
        "حذف‌شده: از مفاد برداشته شده، از پیش‌نویس یا با الحاقیه؛ با نشان می‌ماند.",
    )


PLANNED, IN_PROGRESS = CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS
MET, MISSED = CommitmentStatus.MET, CommitmentStatus.MISSED
WAIVED, REMOVED = CommitmentStatus.WAIVED, CommitmentStatus.REMOVED
OPEN = (PLANNED, IN_PROGRESS)
"""What is still to be done."""


class CommitmentStanding(
    Choice,
    en="Standing: How a commitment stands today: its status, its due day and its partnership together.",
    fa="جایگاه: تعهد امروز در چه حالی است: وضعیت، سررسید و مشارکتش با هم.",
):
    NOT_BINDING = (
        "NOT_BINDING",
        "Not binding: Its partnership is a draft, so nothing is owed.",
        "بی‌تعهد: مشارکت آن پیش‌نویس است و هنوز چیزی بر عهده نیست.",
    )
    CLOSED = (
        "CLOSED",
        "Closed: Met, missed, waived or removed.",
        "بسته: انجام‌شده، انجام‌نشده، بخشوده یا حذف‌شده.",
    )
    AT_REST = (
        "AT_REST",
        "At rest: Open, and its partnership is suspended: meanwhile it is not late.",
        "متوقف: باز است و مشارکت آن معلق؛ تا آن هنگام دیر نمی‌شود.",
    )
    LEFT_OPEN = (
        "LEFT_OPEN",
        "Left open: Open, and its partnership is over.",
        "بازمانده: باز است و مشارکت آن به سر رسیده.",
    )
    OVERDUE = (
        "OVERDUE",
        "Overdue: Open, and its due day has passed without a report that it is met.",
        "عقب‌افتاده: باز است و سررسیدش بی گزارش انجام گذشته است.",
    )
    CLAIMED = (
        "CLAIMED",
        "Claimed: Reported as met; the one it is owed to has still to answer.",
        "ادعاشده: گزارش شده که انجام گرفت؛ طلبکار هنوز پاسخ نداده است.",
    )
    RUNNING = (
        "RUNNING",
        "Running: Open, and not due yet.",
        "در راه: باز است و سررسیدش نرسیده.",
    )


class ReportStatus(
    Choice,
    en="Status: What the side that a commitment is owed to says of a report.",
    fa="وضعیت: طلبکار دربارهٔ گزارش تعهد چه گفته است.",
):
    WAITING = (
        "WAITING",
        "Waiting: The other side has not answered.",
        "در انتظار: سوی دیگر پاسخ نداده است.",
    )
    CONFIRMED = (
        "CONFIRMED",
        "Confirmed: The other side says that it is so.",
        "تأییدشده: سوی دیگر می‌گوید همین‌گونه است.",
    )
    DISPUTED = (
        "DISPUTED",
        "Disputed: The other side says that it is not so, and why.",
        "مورد اختلاف: سوی دیگر می‌گوید چنین نیست، و چرا.",
    )
    SUPERSEDED = (
        "SUPERSEDED",
        "Superseded: A later report, or the end of the commitment, came before an answer.",
        "کنارگذاشته: پیش از پاسخ، گزارشی تازه آمد یا تعهد بسته شد.",
    )


def _under(pattern: str) -> str:
    return f"EXISTS {{ («n»)<-[:HAS_COMMITMENT]-(under:Partnership) WHERE {pattern} }}"


_LATE = (
    f"«n».dueOn < $today AND «n».status IN {[status.value for status in OPEN]}"
    " AND NOT coalesce(«n».claimedOn <= «n».dueOn, false)"
)
# The flat part first: most commitments are not late, and nothing of their partnership is read.
_OVERDUE = f"coalesce({_LATE}, false) AND {_under(running('under'))}"
_STANDING = f"""CASE
  WHEN {_under(f"under.status IN {[DRAFT.value, WITHDRAWN.value]}")} THEN 'NOT_BINDING'
  WHEN NOT «n».status IN {[status.value for status in OPEN]} THEN 'CLOSED'
  WHEN {_under(f"under.status = '{SUSPENDED.value}'")} THEN 'AT_REST'
  WHEN {_under("under.status IN ['ENDED', 'RENEWED'] OR under.endsOn < $today")} THEN 'LEFT_OPEN'
  WHEN {_OVERDUE} THEN 'OVERDUE'
  WHEN «n».claimedOn IS NOT NULL THEN 'CLAIMED'
  ELSE 'RUNNING' END"""


LIFE = Life(
    CommitmentStatus,
    (
        move(
            "addCommitment",
            ("COMMITMENT_ADDED", "Commitment added", "افزودن تعهد"),
            "Add: Put down in a draft what one party owes another; once somebody has"
            " signed, an amendment does.",
            "افزودن: در پیش‌نویس بنویسید هر طرف به دیگری چه تعهدی دارد؛ پس از نخستین امضا با الحاقیه.",
            by=By.SIDE,
            sides=(Side.PARTY,),
            also=Also(By.ADMINISTRATOR),
            end=PLANNED,
            gives=("Commitment: What one party owes another.", "تعهد: آنچه طرفی به دیگری تعهد دارد."),
        ),
        move(
            "editCommitment",
            ("COMMITMENT_EDITED", "Commitment edited", "ویرایش تعهد"),
            "Edit: Change in a draft what is owed; once somebody has signed, an amendment does.",
            "ویرایش: در پیش‌نویس تعهد را تغییر دهید؛ پس از نخستین امضا با الحاقیه.",
            by=By.SIDE,
            sides=(Side.PARTY,),
            also=Also(By.ADMINISTRATOR),
            start=(PLANNED,),
            gives=CHANGES,
        ),
        move(
            "removeCommitment",
            ("COMMITMENT_REMOVED", "Commitment removed", "حذف تعهد"),
            "Remove: Take a commitment out of a draft; once somebody has signed, an amendment does.",
            "حذف: تعهدی را از پیش‌نویس بردارید؛ پس از نخستین امضا با الحاقیه.",
            by=By.SIDE,
            sides=(Side.PARTY,),
            also=Also(By.ADMINISTRATOR),
            start=(PLANNED,),
            end=REMOVED,
        ),
        move(
            "waiveCommitment",
            ("COMMITMENT_WAIVED", "Commitment waived", "بخشیدن تعهد"),
            "Waive: No longer ask for what is owed to you.",
            "بخشیدن: از آنچه به شما تعهد شده بگذرید.",
            by=By.SIDE,
            sides=(Side.OWED_TO,),
            also=Also(By.ADMINISTRATOR),
            start=(PLANNED, IN_PROGRESS, MISSED),
            end=WAIVED,
        ),
        move(
            "declareMissed",
            ("COMMITMENT_MISSED", "Commitment missed", "انجام نشدن تعهد"),
            "Declare missed: Say that what is owed to you was not done, once its due day"
            " or the partnership is"
            " over.",
            "انجام نشدن: پس از سررسید یا پایان مشارکت بگویید آنچه به شما تعهد شده بود انجام نگرفت.",
            by=By.SIDE,
            sides=(Side.OWED_TO,),
            also=Also(By.ADMINISTRATOR),
            start=OPEN,
            end=MISSED,
        ),
        move(
            None,
            ("COMMITMENT_AMENDED", "Commitment amended", "اصلاح تعهد"),
            "Amended: All parties have accepted an amendment that changes what is owed.",
            "اصلاح‌شده: همهٔ طرف‌ها الحاقیه‌ای را پذیرفته‌اند که تعهد را تغییر می‌دهد.",
            by=By.NOBODY,
        ),
    ),
)

COMMITMENT = record(
    "Commitment",
    "com",
    "Commitment: What one party owes another under a partnership: measure, target and due day.",
    "تعهد: آنچه طرفی در مشارکت به دیگری تعهد دارد: سنجه، هدف و سررسید.",
    plural=("commitments", "Commitments", "تعهدها"),
    common=VERSIONED,
    life=LIFE,
    access=Access.PARENT,
    parent="partnership",
    order=(("dueOn", True),),
    members=(
        bilingual("title", "Title", "عنوان"),
        text(
            "titleFa",
            "Persian title: What is owed, in one line of Persian.",
            "عنوان فارسی: چه بر عهده است، در یک خط فارسی.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "titleEn",
            "English title: What is owed, in one line of English; null where it has none.",
            "عنوان انگلیسی: چه بر عهده است، در یک خط انگلیسی؛ اگر ندارد null.",
            OPTIONAL,
            searched=TITLE,
        ),
        text(
            "measure",
            "Measure: What is counted, e.g. trainees insured; null where nothing is.",
            "سنجه: چه شمرده می‌شود، مانند کارآموزان بیمه‌شده؛ اگر چیزی شمرده نمی‌شود null.",
            OPTIONAL,
            searched=BODY,
        ),
        number(
            "target",
            "Target: How much of the measure is owed, in the unit beside it.",
            "هدف: از سنجه چه اندازه بر عهده است، با یکای کنارش.",
            OPTIONAL,
            unit="unit",
        ),
        text(
            "unit",
            "Unit: What the target counts, e.g. persons or courses.",
            "یکا: هدف چه را می‌شمارد، مانند نفر یا دوره.",
            OPTIONAL,
        ),
        day(
            "dueOn",
            "Due on: The last day for it, within the term of the partnership; null where there is none.",
            "سررسید: واپسین روز آن، در دورهٔ مشارکت؛ اگر روزی ندارد null.",
            OPTIONAL,
            days=PLANNED_DAYS,
        ),
        choice(
            "status",
            CommitmentStatus,
            "Status: Where it stands, as both its sides say; the word of one alone shows in its reports.",
            "وضعیت: در چه مرحله‌ای است، به گفتهٔ هر دو سو؛ گفتهٔ یک سو تنها در گزارش‌هاست.",
            required=True,
        ),
        Computed(
            "standing",
            Kind.ENUM,
            lambda n, _see: _STANDING.replace("«n»", n),
            enum=CommitmentStanding,
            words=Words(
                "Standing: How it stands today, its due day and its partnership considered.",
                "جایگاه: امروز در چه حالی است، با نظر به سررسید و مشارکتش.",
            ),
        ),
        Computed(
            "overdue",
            Kind.BOOLEAN,
            lambda n, _see: _OVERDUE.replace("«n»", n),
            filterable=True,
            words=Words(
                "Overdue: Whether it is open past its due day, in a partnership that runs,"
                " and was not reported"
                " as met in time.",
                "عقب‌افتاده: آیا در مشارکتی جاری از سررسیدش گذشته و باز است، و به‌موقع گزارش انجامش نیامده.",
            ),
        ),
        number(
            "progress",
            "Progress: The last value that was confirmed, in the unit of the target;"
            " null until there is one.",
            "پیشرفت: واپسین مقدار تأییدشده، با یکای هدف؛ تا نباشد null.",
            unit="unit",
        ),
        day(
            "progressOn",
            "Progress on: The day that this value is of.",
            "روز پیشرفت: این مقدار از چه روزی است.",
            days=HAPPENED,
            sortable=False,
        ),
        Computed(
            "progressShare",
            Kind.FLOAT,
            lambda n, _see: f"CASE WHEN {n}.target > 0 THEN {n}.progress / {n}.target END",
            required=False,
            flat=True,
            words=Words(
                "Share of the target: Progress as a share of the target, 1 for all of it;"
                " null without a target.",
                "سهم از هدف: پیشرفت نسبت به هدف، ۱ یعنی همهٔ آن؛ بی هدف null.",
            ),
        ),
        choice(
            "reportStatus",
            ReportStatus,
            "Status of the latest report: Whether it waits, is confirmed or disputed;"
            " null until there is one.",
            "وضعیت واپسین گزارش: در انتظار، تأییدشده یا مورد اختلاف؛ تا نباشد null.",
        ),
        day(
            "claimedOn",
            "Claimed on: The day it was reported as met, while that waits for an answer; else null.",
            "روز ادعا: روزی که گزارش شد انجام گرفته، تا وقتی پاسخ نیامده؛ وگرنه null.",
            days=HAPPENED,
            sortable=False,
        ),
        text(
            "closingReason",
            "Reason: Why it was waived or declared missed.",
            "دلیل: چرا بخشوده یا انجام‌نشده اعلام شد.",
            long=True,
        ),
        link(
            "partnership",
            "HAS_COMMITMENT",
            "Partnership",
            "Partnership: The one it belongs to; whoever reads that reads this.",
            "مشارکت: مشارکتی که از آن است؛ هر که آن را بخواند این را هم می‌خواند.",
            ONCE,
            direction=IN,
            back=back(
                "commitments",
                "Commitments: What its parties owe each other.",
                "تعهدها: آنچه طرف‌های آن به یکدیگر تعهد دارند.",
            ),
        ),
        link(
            "owedBy",
            "OWED_BY",
            "Organization",
            "Owed by: The party that has to do it.",
            "بدهکار: طرفی که باید آن را انجام دهد.",
            ONCE,
            back=back(
                "commitmentsOwed",
                "Commitments owed: What it owes others, in all its partnerships.",
                "تعهدهای بر عهده: آنچه خود به دیگران بدهکار است، در همهٔ مشارکت‌هایش.",
            ),
        ),
        link(
            "owedTo",
            "OWED_TO",
            "Organization",
            "Owed to: The party it is done for.",
            "طلبکار: طرفی که برای آن انجام می‌شود.",
            ONCE,
            back=back(
                "commitmentsDue",
                "Commitments due: What others owe it, in all its partnerships.",
                "تعهدهای طلب: آنچه دیگران به آن بدهکارند، در همهٔ مشارکت‌هایش.",
            ),
        ),
    ),
)

AREA = (COMMITMENT,)
