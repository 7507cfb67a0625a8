"""Cohort reports: what became of those who were trained together, in counts; small ones are withheld."""

from graph.limits import MAXIMUM_COHORT
from graph.model.cohorts import FIELDS, MONTHS, CohortCount, Gender, at_work
from graph.model.common import INTERNAL, VERSIONED, VISIBILITY, TargetGroup
from graph.model.days import HAPPENED
from graph.model.declare import (
    NEVER,
    OPTIONAL,
    REQUIRED,
    back,
    back_list,
    choice,
    choices,
    day,
    flag,
    link,
    links,
    move,
    part,
    record,
    text,
    those,
    whole,
)
from graph.model.due import due, gaps, payment_facts, told_facts, told_to_others
from graph.model.life import Also, By, Life, Scope
from graph.model.members import Edge, Finished, Kind, Nested, Property, Rows, See
from graph.model.sides import Side
from graph.model.words import Choice, Words


class CohortReportStatus(
    Choice,
    en="Status of a cohort report: Where it stands between provider and payer.",
    fa="وضعیت گزارش گروه: میان آموزش‌دهنده و پرداخت‌کننده به کجا رسیده است.",
):
    DRAFT = "DRAFT", "Draft: Its provider alone reads it.", "پیش‌نویس: تنها آموزش‌دهنده آن را می‌خواند."
    SUBMITTED = (
        "SUBMITTED",
        "Submitted: It waits for the payer; one without a payer is read by whom its visibility names.",
        "فرستاده: در انتظار پرداخت‌کننده است؛ گزارش بی‌پرداخت‌کننده را هر که دیدپذیری‌اش بگوید می‌خواند.",
    )
    RETURNED = (
        "RETURNED",
        "Returned: The payer sent it back, with reasons.",
        "بازگردانده: پرداخت‌کننده آن را با دلیل بازگردانده است.",
    )
    ACCEPTED = (
        "ACCEPTED",
        "Accepted: The payer holds it for right; it is corrected only by another report.",
        "پذیرفته: پرداخت‌کننده آن را درست می‌داند؛ تنها با گزارشی دیگر تصحیح می‌شود.",
    )
    SUPERSEDED = (
        "SUPERSEDED",
        "Superseded: A report that corrects it stands in its place; provider and payer still read it.",
        "کنارگذاشته: گزارشی که تصحیح آن است جایش نشسته؛ آموزش‌دهنده و پرداخت‌کننده هنوز آن را می‌خوانند.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: Its provider took it back before it was accepted.",
        "پس‌گرفته: آموزش‌دهنده پیش از پذیرش آن را پس گرفته است.",
    )


DRAFT, SUBMITTED = CohortReportStatus.DRAFT, CohortReportStatus.SUBMITTED
RETURNED, ACCEPTED = CohortReportStatus.RETURNED, CohortReportStatus.ACCEPTED
SUPERSEDED, WITHDRAWN = CohortReportStatus.SUPERSEDED, CohortReportStatus.WITHDRAWN

LIFE = Life(
    CohortReportStatus,
    (
        move(
            "draftCohortReport",
            ("COHORT_REPORT_DRAFTED", "Cohort report drafted", "پیش‌نویس گزارش گروه"),
            "Draft: Write down what became of a cohort of yours, in counts; they must add up.",
            "پیش‌نویس: بنویسید از گروهی که آموزش داده‌اید چه برآمد، به شمار؛ شمارها باید با هم بخوانند.",
            by=By.SIDE,
            sides=(Side.PROVIDER,),
            end=DRAFT,
            gives=(
                "Report: A course or an apprenticeship of yours, its days, and counts only; never a person.",
                "گزارش: دوره یا استادشاگردی شما، بازهٔ زمانی، و تنها شمارها؛ هرگز یک شخص.",
            ),
        ),
        move(
            "editCohortReport",
            ("COHORT_REPORT_EDITED", "Cohort report edited", "ویرایش گزارش گروه"),
            "Edit: Change a draft of yours, or one that was returned.",
            "ویرایش: پیش‌نویس خود، یا گزارشی را که بازگردانده شده، تغییر دهید.",
            by=By.SIDE,
            sides=(Side.PROVIDER,),
            also=Also(By.ADMINISTRATOR),
            start=(DRAFT, RETURNED),
        ),
        move(
            "submitCohortReport",
            ("COHORT_REPORT_SUBMITTED", "Cohort report submitted", "فرستادن گزارش گروه"),
            "Submit: Hand it to the payer; without one, let others read it. It may still lack what the payer"
            " requires: `missing` says what.",
            "فرستادن: آن را به پرداخت‌کننده بدهید؛ اگر ندارد، بگذارید دیگران بخوانند. شاید هنوز چیزی از آنچه"
            " پرداخت‌کننده می‌خواهد کم باشد: `missing` می‌گوید چه.",
            by=By.SIDE,
            sides=(Side.PROVIDER,),
            also=Also(By.ADMINISTRATOR),
            start=(DRAFT, RETURNED),
            end=SUBMITTED,
        ),
        move(
            "acceptCohortReport",
            ("COHORT_REPORT_ACCEPTED", "Cohort report accepted", "پذیرش گزارش گروه"),
            "Accept: Say, as the payer, that a complete report is right.",
            "پذیرش: در جای پرداخت‌کننده بگویید گزارش کامل درست است.",
            by=By.SIDE,
            sides=(Side.PAYER,),
            also=Also(By.ADMINISTRATOR),
            start=(SUBMITTED,),
            end=ACCEPTED,
        ),
        move(
            "returnCohortReport",
            ("COHORT_REPORT_RETURNED", "Cohort report returned", "بازگرداندن گزارش گروه"),
            "Return: Send it back, as the payer, and say why.",
            "بازگرداندن: در جای پرداخت‌کننده آن را با دلیل بازگردانید.",
            by=By.SIDE,
            sides=(Side.PAYER,),
            also=Also(By.ADMINISTRATOR),
            start=(SUBMITTED,),
            end=RETURNED,
        ),
        move(
            "withdrawCohortReport",
            ("COHORT_REPORT_WITHDRAWN", "Cohort report withdrawn", "پس گرفتن گزارش گروه"),
            "Withdraw: Take a report of yours back that was not accepted.",
            "پس گرفتن: گزارشی از خود را که پذیرفته نشده پس بگیرید.",
            by=By.SIDE,
            sides=(Side.PROVIDER,),
            also=Also(By.ADMINISTRATOR),
            start=(DRAFT, SUBMITTED, RETURNED),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
        move(
            None,
            ("COHORT_REPORT_SUPERSEDED", "Cohort report superseded", "کنار رفتن گزارش گروه"),
            "Superseded: A report that corrects it holds in its place.",
            "کنارگذاشته: گزارشی که تصحیح آن است جایش نشسته.",
            by=By.NOBODY,
            start=(SUBMITTED, ACCEPTED),
            end=SUPERSEDED,
        ),
    ),
    scope=Scope.EXCHANGE,
)

# -- counts ----------------------------------------------------------------------------------------


def _count(name: str, counted: CohortCount) -> Property:
    en, fa = counted.words.en, counted.words.fa.rstrip(".")
    null_en, null_fa = "null where it is withheld or not told.", "اگر پنهان یا ناگفته است null."
    return whole(
        name, f"{en.rstrip('.')}; {null_en}", f"{fa}؛ {null_fa}", OPTIONAL, least=0, most=int(MAXIMUM_COHORT)
    )


def _at_work(months: int) -> Property:
    digits = str(months).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    return whole(
        at_work(months),
        f"At work after {months} months: For others or themselves; null where it is withheld or not told.",
        f"در کار پس از {digits} ماه: برای دیگران یا برای خود؛ اگر پنهان یا ناگفته است null.",
    )


COHORT_OUTCOME = part(
    "CohortOutcome",
    "Counts of a cohort: Those of all of it, of one gender, or of one target group.",
    "شمارهای گروه: از همهٔ آن، از یک جنسیت، یا از یک گروه هدف.",
    (
        choice(
            "gender",
            Gender,
            "Gender: Whose counts these are; null where they are not of one gender.",
            "جنسیت: شمارها از کدام جنسیت است؛ اگر از یک جنسیت نیست null.",
            OPTIONAL,
        ),
        choice(
            "targetGroup",
            TargetGroup,
            "Target group: Whose counts these are; null where they are not of one target group.",
            "گروه هدف: شمارها از کدام گروه هدف است؛ اگر از یک گروه نیست null.",
            OPTIONAL,
        ),
        *(_count(name, counted) for name, counted in FIELDS.items()),
        *(_at_work(months) for months in MONTHS),
        choices(
            "withheld",
            CohortCount,
            "Withheld: What was told and is not shown: fewer than five, or what would tell such a count.",
            "پنهان: آنچه گفته شده و نشان داده نمی‌شود: کمتر از پنج، یا آنچه چنین شماری را لو می‌دهد.",
            filterable=False,
        ),
    ),
)

EXACT = "exactOutcomes"
"""The edge to the counts as they were told: in no schema, and in no version."""


def _exact(n: str, see: See) -> str:
    those_ = f"COLLECT {{ MATCH ({n})-[:HAS_EXACT_OUTCOME]->(x:CohortOutcome) RETURN x ORDER BY x.position }}"
    return f"CASE WHEN {see.owns(n)} THEN {those_} ELSE [] END"


# -- the record ------------------------------------------------------------------------------------

COHORT_REPORT = record(
    "CohortReport",
    "coh",
    "Cohort report: What became of those who were trained together, in counts, as their provider tells.",
    "گزارش گروه: از آن‌ها که با هم آموزش دیدند چه برآمد، به شمار و به گفتهٔ آموزش‌دهنده.",
    plural=("cohortReports", "Cohort reports", "گزارش‌های گروه"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    order=(("endsOn", False),),
    members=(
        choice(
            "status",
            CohortReportStatus,
            "Status: Draft, submitted, returned, accepted, superseded or withdrawn.",
            "وضعیت: پیش‌نویس، فرستاده، بازگردانده، پذیرفته، کنارگذاشته یا پس‌گرفته.",
            required=True,
        ),
        VISIBILITY,
        day(
            "startsOn",
            "Starts on: The cohort's first day.",
            "آغاز: نخستین روز گروه.",
            REQUIRED,
            days=HAPPENED,
        ),
        day(
            "endsOn",
            "Ends on: The cohort's last day; the grade of that day counts.",
            "پایان: واپسین روز گروه؛ رتبهٔ همان روز به حساب می‌آید.",
            REQUIRED,
            days=HAPPENED,
            from_="startsOn",
        ),
        flag(
            "complete",
            "Complete: Whether nothing is missing that the payer requires.",
            "کامل: آیا چیزی از آنچه پرداخت‌کننده می‌خواهد کم نیست.",
        ),
        text(
            "note",
            "Note: What explains the counts.",
            "یادداشت: آنچه شمارها را توضیح می‌دهد.",
            OPTIONAL,
            long=True,
        ),
        day(
            "answeredOn",
            "Answered on: The day the payer accepted or returned it; null until then.",
            "روز پاسخ: روزی که پرداخت‌کننده آن را پذیرفت یا بازگرداند؛ تا آن هنگام null.",
            days=HAPPENED,
            sortable=False,
        ),
        text(
            "returnReason",
            "Reason of the return: What the payer wants otherwise.",
            "دلیل بازگرداندن: پرداخت‌کننده چه را به‌گونه‌ای دیگر می‌خواهد.",
            NEVER,
            long=True,
        ),
        Finished(
            "missing",
            Kind.JSON,
            gaps,
            many=True,
            to="CohortGap",
            cypher=told_facts,
            found_by="payment",
            rest=told_to_others,
            quick=True,
            words=Words(
                "Missing: Each count that the payer requires and that is not there.",
                "کمبودها: هر شماری که پرداخت‌کننده می‌خواهد و نیست.",
            ),
        ),
        Nested(
            "exact",
            "CohortOutcome",
            many=True,
            cypher=_exact,
            words=Words(
                "Exact: The counts as they were told; empty to all but provider and payer.",
                "دقیق: شمارها همان‌گونه که گفته شده‌اند؛ برای همه جز آموزش‌دهنده و پرداخت‌کننده خالی.",
            ),
        ),
        Finished(
            "payment",
            Kind.JSON,
            due,
            required=False,
            to="PaymentDue",
            cypher=payment_facts,
            quick=True,
            words=Words(
                "Payment: Whether it is due and how much, or what is missing; for provider and payer alone.",
                "پرداخت: آیا سررسید شده و چه اندازه است، یا چه کم است؛ تنها برای آموزش‌دهنده و پرداخت‌کننده.",
            ),
        ),
        links(
            "outcomes",
            "HAS_OUTCOME",
            "CohortOutcome",
            "Counts: In all, then by gender and target group where told; small ones are withheld.",
            "شمارها: در مجموع، سپس به تفکیک جنسیت و گروه هدف اگر گفته شده؛ شمارهای کوچک پنهان‌اند.",
            REQUIRED,
        ),
        Edge(EXACT, "HAS_EXACT_OUTCOME", "CohortOutcome", rows=Rows.LIST, hidden=True),
        Edge("acceptedRating", "ACCEPTED_BY_RATING", "QualityRating", many=False, hidden=True),
        link(
            "provider",
            "COHORT_REPORTED_BY",
            "Organization",
            "Provider: Who trained, and tells.",
            "آموزش‌دهنده: آن که آموزش داده و می‌گوید.",
            back=those("Those that it reported.", "آن‌ها که گزارش داده است."),
        ),
        link(
            "payer",
            "COHORT_PAID_BY",
            "Organization",
            "Payer: Who pays by the terms; null where nobody does.",
            "پرداخت‌کننده: آن که با این شرایط می‌پردازد؛ اگر کسی نیست null.",
            back=back(
                "cohortReportsToPay",
                "Cohort reports to pay: Those that name it as payer.",
                "گزارش‌های پرداختی: آن‌ها که پرداخت‌کننده‌شان این سازمان است.",
            ),
        ),
        link(
            "course",
            "COHORT_OF",
            "Course",
            "Course: The one they took; null where it was an apprenticeship.",
            "دوره: دوره‌ای که گذراندند؛ اگر استادشاگردی بوده null.",
            OPTIONAL,
            back=those("Those of its cohorts.", "آن‌ها که از گروه‌های آن است."),
        ),
        link(
            "apprenticeship",
            "COHORT_OF",
            "Apprenticeship",
            "Apprenticeship: The one they were in; null where it was a course.",
            "استادشاگردی: استادشاگردی‌ای که در آن بودند؛ اگر دوره بوده null.",
            OPTIONAL,
            back=those("Those of its cohorts.", "آن‌ها که از گروه‌های آن است."),
        ),
        link(
            "terms",
            "PAID_BY_TERMS",
            "PaymentTerms",
            "Payment terms: By which it is paid; null where nobody pays.",
            "شرایط پرداخت: با کدام شرایط پرداخت می‌شود؛ اگر کسی نمی‌پردازد null.",
            OPTIONAL,
            back=those("Those that are paid by them.", "آن‌ها که با این شرایط پرداخت می‌شوند."),
        ),
        link(
            "corrects",
            "CORRECTS_COHORT",
            "CohortReport",
            "Corrects: The earlier report of the same cohort that it stands for; null where there is none.",
            "تصحیحِ: گزارش پیشین همان گروه که این جایش می‌نشیند؛ اگر نباشد null.",
            OPTIONAL,
            back=back_list(
                "correctedBy",
                "Corrected by: The reports that put it right.",
                "تصحیح‌شده با: گزارش‌هایی که آن را تصحیح می‌کنند.",
            ),
        ),
    ),
)

AREA = (COHORT_OUTCOME, COHORT_REPORT)
