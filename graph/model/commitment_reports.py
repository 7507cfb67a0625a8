"""Reports of commitments: what whoever owes one says of it, and what whoever it is owed to answers."""

from graph.model.commitments import ReportStatus
from graph.model.common import VERSIONED
from graph.model.days import HAPPENED
from graph.model.declare import (
    IN,
    ONCE,
    OPTIONAL,
    REQUIRED,
    back,
    back_one,
    choice,
    day,
    files,
    link,
    move,
    number,
    record,
    text,
    web,
)
from graph.model.life import Also, By, Life, Scope
from graph.model.members import Access
from graph.model.sides import Side
from graph.model.words import Choice

WAITING, CONFIRMED = ReportStatus.WAITING, ReportStatus.CONFIRMED
DISPUTED, SUPERSEDED = ReportStatus.DISPUTED, ReportStatus.SUPERSEDED


class ReportedStatus(
    Choice,
    en="Reported status: What a report says of its commitment.",
    fa="وضعیت گزارش‌شده: گزارش دربارهٔ تعهدش چه می‌گوید.",
):
    IN_PROGRESS = (
        "IN_PROGRESS",
        "In progress: Begun, and not finished.",
        "در جریان: آغاز شده و به پایان نرسیده است.",
    )
    MET = "MET", "Met: Done as it was promised.", "انجام‌شده: همان‌گونه که وعده داده شد انجام گرفت."
    MISSED = (
        "MISSED",
        "Missed: Not done, and no longer to be expected.",
        "انجام‌نشده: انجام نگرفت و دیگر انتظارش نمی‌رود.",
    )


LIFE = Life(
    ReportStatus,
    (
        move(
            "reportCommitment",
            ("COMMITMENT_REPORTED", "Commitment reported on", "گزارش تعهد"),
            "Report: Say how far a commitment of yours has come; it waits for whoever it is"
            " owed to. Reports are"
            " added, never changed: a wrong one is corrected by another.",
            "گزارش: بگویید تعهد شما تا کجا رسیده است؛ در انتظار طلبکار می‌ماند. گزارش افزوده می‌شود و عوض"
            " نمی‌شود: گزارش نادرست را گزارشی دیگر تصحیح می‌کند.",
            by=By.SIDE,
            sides=(Side.OWED_BY,),
            also=Also(By.ADMINISTRATOR),
            end=WAITING,
            gives=(
                "Report: How far a commitment has come; one that says it is met needs evidence or a note.",
                "گزارش: تعهد تا کجا رسیده است؛ گزارش انجام شدن شاهد یا یادداشت می‌خواهد.",
            ),
        ),
        move(
            "confirmReport",
            ("REPORT_CONFIRMED", "Report confirmed", "تأیید گزارش"),
            "Confirm: Say, as the one it is owed to, that it is so; the commitment takes"
            " on status and value.",
            "تأیید: در جای طلبکار بگویید همین‌گونه است؛ تعهد وضعیت و مقدار آن را می‌گیرد.",
            by=By.SIDE,
            sides=(Side.OWED_TO,),
            also=Also(By.ADMINISTRATOR),
            start=(WAITING,),
            end=CONFIRMED,
        ),
        move(
            "disputeReport",
            ("REPORT_DISPUTED", "Report disputed", "رد گزارش"),
            "Dispute: Say, as the one it is owed to, that it is not so, and why; the"
            " commitment stays as it was.",
            "رد: در جای طلبکار بگویید چنین نیست، و چرا؛ تعهد همان که بود می‌ماند.",
            by=By.SIDE,
            sides=(Side.OWED_TO,),
            also=Also(By.ADMINISTRATOR),
            start=(WAITING,),
            end=DISPUTED,
        ),
        move(
            None,
            ("REPORT_SUPERSEDED", "Report superseded", "کنار رفتن گزارش"),
            "Superseded: A later report came, or the commitment was closed, before an answer.",
            "کنارگذاشته: پیش از پاسخ، گزارشی تازه آمد یا تعهد بسته شد.",
            by=By.NOBODY,
            start=(WAITING,),
            end=SUPERSEDED,
        ),
    ),
    scope=Scope.EXCHANGE,
)

COMMITMENT_REPORT = record(
    "CommitmentReport",
    "rep",
    "Report of a commitment: What the one that owes it says of it: a status, a value, evidence.",
    "گزارش تعهد: آنچه بدهکار دربارهٔ تعهد می‌گوید: وضعیت، مقدار، شاهد.",
    plural=("commitmentReports", "Reports of commitments", "گزارش‌های تعهد"),
    common=VERSIONED,
    life=LIFE,
    access=Access.PARENT,
    parent="commitment",
    members=(
        choice(
            "status",
            ReportStatus,
            "Status: Whether it waits, is confirmed, disputed or superseded.",
            "وضعیت: در انتظار، تأییدشده، مورد اختلاف یا کنارگذاشته.",
            required=True,
        ),
        choice(
            "reportedStatus",
            ReportedStatus,
            "Reported status: Where the commitment stands, as this says.",
            "وضعیت گزارش‌شده: به گفتهٔ این گزارش تعهد در چه مرحله‌ای است.",
            REQUIRED,
        ),
        day(
            "asOf",
            "As of: The day it tells of; today where you do not say.",
            "به تاریخ: روزی که از آن می‌گوید؛ اگر نگویید امروز.",
            OPTIONAL,
            days=HAPPENED,
        ),
        number(
            "actual",
            "Actual value: How much of the measure is done in all, in the unit of the target.",
            "مقدار واقعی: روی هم چه اندازه از سنجه انجام گرفته، با یکای هدف.",
            OPTIONAL,
            unit="unit",
        ),
        number(
            "target",
            "Target: What was owed when it was written.",
            "هدف: آنچه هنگام نوشتن گزارش بر عهده بود.",
            unit="unit",
        ),
        text(
            "unit",
            "Unit: What actual value and target count, as it was when it was written.",
            "یکا: مقدار واقعی و هدف چه را می‌شمارند، چنان‌که هنگام نوشتن بود.",
        ),
        web(
            "evidenceUrl",
            "Web address of the evidence: Where it can be seen; it starts with `https://` or `http://`.",
            "نشانی وب شاهد: کجا می‌توان آن را دید؛ با `https://` یا `http://` آغاز می‌شود.",
            OPTIONAL,
        ),
        text(
            "note",
            "Note: What shows or explains it, in words.",
            "یادداشت: آنچه آن را نشان یا توضیح می‌دهد، به زبان نوشته.",
            OPTIONAL,
            long=True,
        ),
        day(
            "answeredOn",
            "Answered on: The day it was confirmed or disputed; null until then.",
            "روز پاسخ: روزی که تأیید یا رد شد؛ تا آن هنگام null.",
            days=HAPPENED,
            sortable=False,
        ),
        text(
            "disputeReason",
            "Reason of the dispute: Why the other side says that it is not so.",
            "دلیل اختلاف: چرا سوی دیگر می‌گوید چنین نیست.",
            long=True,
        ),
        link(
            "commitment",
            "HAS_REPORT",
            "Commitment",
            "Commitment: The one it is about; whoever reads that reads this.",
            "تعهد: تعهدی که دربارهٔ آن است؛ هر که آن را بخواند این را هم می‌خواند.",
            ONCE,
            direction=IN,
            back=back(
                "reports",
                "Reports: What was said of it, the latest first.",
                "گزارش‌ها: آنچه دربارهٔ آن گفته شده، نخست تازه‌ترین.",
            ),
        ),
        link(
            "reportedBy",
            "REPORTED_BY",
            "Organization",
            "Reported by: The party that owes it.",
            "گزارش‌دهنده: طرفی که بدهکار است.",
            back=back(
                "reportsMade",
                "Reports made: What it reports of what it owes others.",
                "گزارش‌های داده: آنچه از تعهدهای خود گزارش داده است.",
            ),
        ),
        link(
            "reportedTo",
            "REPORTED_TO",
            "Organization",
            "Reported to: The party it is owed to, which confirms or disputes it.",
            "گزارش‌گیرنده: طرف طلبکار، که آن را تأیید یا رد می‌کند.",
            back=back(
                "reportsReceived",
                "Reports received: What others report of what they owe it.",
                "گزارش‌های رسیده: آنچه دیگران از تعهدشان به آن گزارش می‌دهند.",
            ),
        ),
        link(
            "corrects",
            "CORRECTS",
            "CommitmentReport",
            "Corrects: The earlier report that it puts right; null where it does none.",
            "تصحیحِ: گزارش پیشینی که این تصحیحش می‌کند؛ اگر نباشد null.",
            OPTIONAL,
            back=back_one(
                "correctedBy",
                "Corrected by: The later report that puts it right; null where there is none.",
                "تصحیح‌شده با: گزارش بعدی که تصحیحش می‌کند؛ اگر نباشد null.",
            ),
        ),
        files(),
    ),
)

AREA = (COMMITMENT_REPORT,)
