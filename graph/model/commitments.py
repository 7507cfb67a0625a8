"""Commitments: what one party owes another under a partnership."""

from graph.model.common import CHANGES, VERSIONED, bilingual
from graph.model.core import Access, Computed, Kind
from graph.model.declare import (
    IN,
    ONCE,
    OPTIONAL,
    REQUIRED,
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
from graph.model.words import Choice, Words


class CommitmentStatus(Choice, en="Status: Where a commitment stands.", fa="وضعیت: تعهد در چه مرحله‌ای است."):
    PLANNED = "PLANNED", "Planned", "برنامه‌ریزی‌شده"
    IN_PROGRESS = "IN_PROGRESS", "In progress", "در جریان"
    MET = "MET", "Met", "انجام‌شده"
    MISSED = "MISSED", "Missed", "انجام‌نشده"
    WAIVED = "WAIVED", "Waived", "بخشوده"


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
    "Commitment: What one party owes another under a partnership.",
    "تعهد: آنچه طرفی در مشارکت به دیگری تعهد دارد.",
    plural=("commitments", "Commitments", "تعهدها"),
    common=VERSIONED,
    life=LIFE,
    access=Access.PARENT,
    parent="partnership",
    order=(("dueOn", True),),
    members=(
        bilingual(
            "title",
            "titleFa",
            "titleEn",
            Words("Title: The title in your language.", "عنوان: عنوان به زبان شما."),
        ),
        text("titleFa", "Persian title", "عنوان فارسی", REQUIRED, sortable=True, folded=True),
        text("titleEn", "English title", "عنوان انگلیسی", OPTIONAL, folded=True),
        text("measure", "Measure: What is counted.", "سنجه: چه شمرده می‌شود.", OPTIONAL),
        number("target", "Target", "هدف", OPTIONAL),
        text("unit", "Unit", "یکا", OPTIONAL),
        day("dueOn", "Due on", "سررسید", OPTIONAL),
        choice("status", CommitmentStatus, "Status", "وضعیت", required=True),
        text("evidence", "Evidence", "شاهد", long=True),
        text("evidenceUrl", "Web address of the evidence", "نشانی وب شاهد", long=True),
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
            "Partnership",
            "مشارکت",
            ONCE,
            direction=IN,
            back=back("commitments", "Commitments", "تعهدها"),
        ),
        link(
            "owedBy",
            "OWED_BY",
            "Organization",
            "Owed by",
            "بدهکار",
            ONCE,
            back=back("commitmentsOwed", "Commitments owed", "تعهدهای بر عهده"),
        ),
        link(
            "owedTo",
            "OWED_TO",
            "Organization",
            "Owed to",
            "طلبکار",
            ONCE,
            back=back(
                "commitmentsDue",
                "Commitments due: What others owe it.",
                "تعهدهای طلب: آنچه دیگران به آن بدهکارند.",
            ),
        ),
    ),
)
