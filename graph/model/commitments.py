"""Commitments: what one party owes another under a partnership."""

from graph.model.common import CHANGES, VERSIONED, bilingual
from graph.model.days import PLANNED
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
    web,
)
from graph.model.life import Also, By, Life
from graph.model.members import Access, Computed, Kind
from graph.model.words import Choice, Words


class CommitmentStatus(
    Choice,
    en="Status: Where a commitment stands, as its sides report.",
    fa="وضعیت: تعهد در چه مرحله‌ای است، به گزارش طرف‌های آن.",
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
    MET = "MET", "Met: Done as it was promised.", "انجام‌شده: همان‌گونه که وعده داده شد انجام گرفت."
    MISSED = (
        "MISSED",
        "Missed: Not done, and no longer expected.",
        "انجام‌نشده: انجام نگرفت و دیگر انتظارش نمی‌رود.",
    )
    WAIVED = (
        "WAIVED",
        "Waived: No longer asked for by the one it was owed to.",
        "بخشوده: طلبکار دیگر آن را نمی‌خواهد.",
    )


LIFE = Life(
    CommitmentStatus,
    (
        move(
            "addCommitment",
            ("COMMITMENT_ADDED", "Commitment added", "افزودن تعهد"),
            "Add: Put down what one party owes another.",
            "افزودن: بنویسید هر طرف به دیگری چه تعهدی دارد.",
            by=By.SIDE,
            also=Also(By.ADMINISTRATOR),
            end=CommitmentStatus.PLANNED,
            gives=("Commitment: What one party owes another.", "تعهد: آنچه طرفی به دیگری تعهد دارد."),
        ),
        move(
            "editCommitment",
            ("COMMITMENT_EDITED", "Commitment edited", "ویرایش تعهد"),
            "Edit: Change what is owed (by who owes or is owed).",
            "ویرایش: تعهد را تغییر دهید (بدهکار یا طلبکار آن).",
            by=By.SIDE,
            also=Also(By.ADMINISTRATOR),
            gives=CHANGES,
        ),
        move(
            "reportCommitment",
            ("COMMITMENT_REPORTED", "Commitment reported on", "گزارش تعهد"),
            "Report: Say how it stands (by who owes or is owed).",
            "گزارش: بگویید در چه وضعی است (بدهکار یا طلبکار آن).",
            by=By.SIDE,
            also=Also(By.ADMINISTRATOR),
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
            "Due on: The last day for it; null where there is none.",
            "سررسید: واپسین روز آن؛ اگر روزی ندارد null.",
            OPTIONAL,
            days=PLANNED,
        ),
        choice(
            "status",
            CommitmentStatus,
            "Status: Where it stands; `reportCommitment` changes it.",
            "وضعیت: در چه مرحله‌ای است؛ `reportCommitment` آن را عوض می‌کند.",
            required=True,
        ),
        text(
            "evidence",
            "Evidence: What shows how it stands, in words; null until somebody reports it.",
            "شاهد: آنچه وضع آن را نشان می‌دهد، به زبان نوشته؛ تا گزارش نشده null.",
            long=True,
        ),
        web(
            "evidenceUrl",
            "Web address of the evidence: Where that can be seen; it starts with `https://` or `http://`.",
            "نشانی وب شاهد: کجا می‌توان آن را دید؛ با `https://` یا `http://` آغاز می‌شود.",
        ),
        Computed(
            "overdue",
            Kind.BOOLEAN,
            lambda n, _see: (
                f"coalesce({n}.dueOn < $today, false) AND {n}.status IN ['PLANNED', 'IN_PROGRESS']"
            ),
            filterable=True,
            words=Words(
                "Overdue: Whether it is past due and still open.",
                "عقب‌افتاده: آیا سررسید آن گذشته و هنوز باز است.",
            ),
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
