"""Payments: what a payer says it has paid for a cohort, and whether the provider has received it."""

from graph.model.cohorts import CohortBreakdown, CohortCount, Gender
from graph.model.common import INTERNAL, VERSIONED, TargetGroup
from graph.model.days import HAPPENED
from graph.model.declare import (
    NEVER,
    ONCE,
    OPTIONAL,
    back,
    choice,
    day,
    flag,
    link,
    move,
    number,
    record,
    rial,
    text,
    those,
)
from graph.model.life import Also, By, Life, Scope
from graph.model.members import Nested
from graph.model.money import CurrencyUnit
from graph.model.nodes import Shape
from graph.model.sides import Side
from graph.model.words import Choice, Words


class PaymentStatus(
    Choice,
    en="Status of a payment: Whether both sides say so.",
    fa="وضعیت پرداخت: آیا هر دو سو همین را می‌گویند.",
):
    PAID = "PAID", "Paid: The payer says so.", "پرداخت‌شده: پرداخت‌کننده چنین می‌گوید."
    CONFIRMED = (
        "CONFIRMED",
        "Confirmed: The provider has received it.",
        "تأییدشده: آموزش‌دهنده آن را دریافت کرده است.",
    )
    DISPUTED = (
        "DISPUTED",
        "Disputed: The provider says that it is not so.",
        "مورد اختلاف: آموزش‌دهنده می‌گوید چنین نیست.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The payer takes back that it was paid.",
        "پس‌گرفته: پرداخت‌کننده گفتهٔ خود را پس گرفته است.",
    )


PAID, CONFIRMED = PaymentStatus.PAID, PaymentStatus.CONFIRMED
DISPUTED, WITHDRAWN = PaymentStatus.DISPUTED, PaymentStatus.WITHDRAWN

LIFE = Life(
    PaymentStatus,
    (
        move(
            "recordPayment",
            ("PAYMENT_RECORDED", "Payment recorded", "ثبت پرداخت"),
            "Record: Say, as the payer, that you have paid for a cohort, where it is due.",
            "ثبت: در جای پرداخت‌کننده بگویید برای گروهی پرداخته‌اید، اگر سررسید شده است.",
            by=By.SIDE,
            sides=(Side.PAYER,),
            also=Also(By.ADMINISTRATOR),
            end=PAID,
            gives=(
                "Payment: For which report, when, and how much.",
                "پرداخت: برای کدام گزارش، کی، و چه اندازه.",
            ),
        ),
        move(
            "confirmPayment",
            ("PAYMENT_CONFIRMED", "Payment confirmed", "تأیید پرداخت"),
            "Confirm: Say, as the provider, that you have received it.",
            "تأیید: در جای آموزش‌دهنده بگویید آن را دریافت کرده‌اید.",
            by=By.SIDE,
            sides=(Side.PROVIDER,),
            also=Also(By.ADMINISTRATOR),
            start=(PAID, DISPUTED),
            end=CONFIRMED,
            already="ALREADY_CONFIRMED",
        ),
        move(
            "disputePayment",
            ("PAYMENT_DISPUTED", "Payment disputed", "اعتراض به پرداخت"),
            "Dispute: Say, as the provider, that it is not so, and why.",
            "اعتراض: در جای آموزش‌دهنده بگویید چنین نیست، و چرا.",
            by=By.SIDE,
            sides=(Side.PROVIDER,),
            also=Also(By.ADMINISTRATOR),
            start=(PAID,),
            end=DISPUTED,
        ),
        move(
            "withdrawPayment",
            ("PAYMENT_WITHDRAWN", "Payment withdrawn", "پس گرفتن پرداخت"),
            "Withdraw: Take back, as the payer, that it was paid, while the provider has not confirmed it.",
            "پس گرفتن: تا وقتی آموزش‌دهنده تأیید نکرده، در جای پرداخت‌کننده گفتهٔ خود را پس بگیرید.",
            by=By.SIDE,
            sides=(Side.PAYER,),
            also=Also(By.ADMINISTRATOR),
            start=(PAID, DISPUTED),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
    ),
    scope=Scope.EXCHANGE,
)

# -- what is worked out ----------------------------------------------------------------------------


class Supplier(
    Choice,
    en="Supplier: Who has to supply what is missing.",
    fa="فراهم‌کننده: آنچه کم است را چه کسی باید بدهد.",
):
    PROVIDER = "PROVIDER", "Provider: Whoever trained.", "آموزش‌دهنده: آن که آموزش داده است."
    PAYER = "PAYER", "Payer: Whoever pays.", "پرداخت‌کننده: آن که می‌پردازد."
    RATER = "RATER", "Rater: Whoever gives the grade.", "رتبه‌دهنده: آن که رتبه می‌دهد."
    PARTIES = "PARTIES", "Parties: Those who agree on the terms.", "طرف‌ها: آن‌ها که بر سر شرایط توافق می‌کنند."


class PaymentNeed(
    Choice,
    en="Missing for a payment: What is not there yet.",
    fa="کمبود پرداخت: چه چیز هنوز نیست.",
):
    TERMS = "TERMS", "Terms: The report names no payment terms.", "شرایط: گزارش شرایط پرداختی ندارد."
    COUNT = "COUNT", "Count: A count that the payer requires.", "شمار: شماری که پرداخت‌کننده می‌خواهد."
    SUBMISSION = "SUBMISSION", "Submission: The report is not handed in.", "فرستادن: گزارش فرستاده نشده است."
    ACCEPTANCE = (
        "ACCEPTANCE",
        "Acceptance: The payer has not accepted the report.",
        "پذیرش: پرداخت‌کننده گزارش را نپذیرفته است.",
    )
    RATING = (
        "RATING",
        "Rating: No rating under the scheme held on the cohort's last day.",
        "رتبه: در واپسین روز گروه رتبه‌ای با این شیوه‌نامه معتبر نبوده است.",
    )
    SHARE = (
        "SHARE",
        "Share: The terms say nothing of this grade.",
        "سهم: شرایط دربارهٔ این رتبه چیزی نمی‌گوید.",
    )
    AMOUNT = "AMOUNT", "Amount: The terms state no amount.", "مبلغ: شرایط مبلغی نگفته است."


_COUNT_OF = (
    choice(
        "count",
        CohortCount,
        "Count: Which count it is; null where none is meant.",
        "شمار: کدام شمار؛ اگر شماری در میان نیست null.",
    ),
    choice(
        "breakdown",
        CohortBreakdown,
        "Breakdown: In all, or told apart how; null where no count is meant.",
        "تفکیک: در مجموع، یا به چه تفکیکی؛ اگر شماری در میان نیست null.",
    ),
    choice(
        "gender",
        Gender,
        "Gender: Of which gender; null where none is meant.",
        "جنسیت: از کدام جنسیت؛ اگر جنسیتی در میان نیست null.",
    ),
    choice(
        "targetGroup",
        TargetGroup,
        "Target group: Of which target group; null where none is meant.",
        "گروه هدف: از کدام گروه هدف؛ اگر گروهی در میان نیست null.",
    ),
)
COHORT_GAP = Shape(
    "CohortGap",
    _COUNT_OF,
    Words(
        "Gap of a report: A count that the payer requires and that is not there.",
        "کمبود گزارش: شماری که پرداخت‌کننده می‌خواهد و نیست.",
    ),
)
PAYMENT_GAP = Shape(
    "PaymentGap",
    (
        choice("what", PaymentNeed, "What: What is missing.", "چه: چه چیز کم است.", required=True),
        *_COUNT_OF,
        choice(
            "whoHasToSupply",
            Supplier,
            "Who has to supply it: Whose turn it is.",
            "چه کسی باید بدهد: نوبت کیست.",
            required=True,
        ),
    ),
    Words(
        "Missing for a payment: What is not there yet, and whose turn it is.",
        "کمبود پرداخت: چه چیز هنوز نیست، و نوبت کیست.",
    ),
)
INSTALLMENT = Shape(
    "PaymentInstallment",
    (
        number("share", "Share: Of the whole amount.", "سهم: از همهٔ مبلغ.", required=True),
        rial("amount", "Amount: In whole rials.", "مبلغ: به ریال درست.", unit="unit"),
        choice("unit", CurrencyUnit, "Currency unit: Which rial.", "واحد پول: کدام ریال."),
        day(
            "dueOn",
            "Due on: The last day for it.",
            "سررسید: واپسین روز آن.",
            days=HAPPENED,
        ),
    ),
    Words(
        "Installment: A share that is paid by a day.",
        "قسط: سهمی که تا روزی پرداخت می‌شود.",
    ),
)
PAYMENT_DUE = Shape(
    "PaymentDue",
    (
        flag("due", "Due: Whether it is to be paid.", "سررسید شده: آیا باید پرداخت شود."),
        rial(
            "amount",
            "Amount: How much in all, in whole rials; null while it is not due.",
            "مبلغ: در مجموع چه اندازه، به ریال درست؛ تا سررسید نشده null.",
            unit="unit",
        ),
        choice(
            "unit",
            CurrencyUnit,
            "Currency unit: Which rial the amounts are in.",
            "واحد پول: مبلغ‌ها به کدام ریال است.",
        ),
        text(
            "grade",
            "Grade: The grade of the provider on the cohort's last day; null where none decides or holds.",
            "رتبه: رتبهٔ آموزش‌دهنده در واپسین روز گروه؛ اگر رتبه‌ای تعیین‌کننده یا معتبر نیست null.",
        ),
        Nested(
            "installments",
            "PaymentInstallment",
            many=True,
            words=Words("Installments: What is paid when.", "قسط‌ها: چه مبلغی در چه روزی پرداخت می‌شود."),
        ),
        Nested(
            "missing",
            "PaymentGap",
            many=True,
            words=Words(
                "Missing: All that is not there yet; empty where it is due.",
                "کمبودها: هر آنچه هنوز نیست؛ اگر سررسید شده است خالی.",
            ),
        ),
    ),
    Words(
        "Payment due: Whether a cohort is to be paid for, how much, or what is missing.",
        "پرداخت سررسید شده: آیا باید برای گروه پرداخت شود، چه اندازه، یا چه کم است.",
    ),
)


# -- the record -------------------------------------------------------------------------------------

PAYMENT = record(
    "Payment",
    "pay",
    "Payment: What a payer has paid for a cohort; payer and provider alone read it.",
    "پرداخت: آنچه پرداخت‌کننده برای گروهی پرداخته است؛ تنها پرداخت‌کننده و آموزش‌دهنده آن را می‌خوانند.",
    plural=("payments", "Payments", "پرداخت‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "status",
            PaymentStatus,
            "Status: Paid, confirmed, disputed or withdrawn.",
            "وضعیت: پرداخت‌شده، تأییدشده، مورد اختلاف یا پس‌گرفته.",
            required=True,
        ),
        rial(
            "amount",
            "Amount: In whole rials; what is still to be paid where you do not say.",
            "مبلغ: به ریال درست؛ اگر نگویید آنچه هنوز باید پرداخت شود.",
            OPTIONAL,
            unit="amountUnit",
        ),
        choice(
            "amountUnit",
            CurrencyUnit,
            "Currency unit: Which rial the amount is in: that of the terms.",
            "واحد پول: مبلغ به کدام ریال است: همان ریال شرایط.",
            OPTIONAL,
        ),
        text(
            "grade",
            "Grade: The grade it was worked out by, as it was then; null where none decided.",
            "رتبه: رتبه‌ای که با آن حساب شد، چنان‌که آن هنگام بود؛ اگر رتبه‌ای تعیین‌کننده نبود null.",
        ),
        day(
            "paidOn",
            "Paid on: The day it was paid.",
            "روز پرداخت: روزی که پرداخت شد.",
            ONCE,
            days=HAPPENED,
        ),
        text(
            "reference",
            "Reference: The number of the transfer.",
            "شمارهٔ پیگیری: شمارهٔ حواله.",
            OPTIONAL,
        ),
        day(
            "answeredOn",
            "Answered on: The day the provider confirmed or disputed it; null until then.",
            "روز پاسخ: روزی که آموزش‌دهنده آن را تأیید کرد یا به آن اعتراض کرد؛ تا آن هنگام null.",
            days=HAPPENED,
            sortable=False,
        ),
        text(
            "disputeReason",
            "Reason of the dispute: Why the provider says that it is not so.",
            "دلیل اختلاف: چرا آموزش‌دهنده می‌گوید چنین نیست.",
            NEVER,
            long=True,
        ),
        link(
            "report",
            "PAYS_FOR",
            "CohortReport",
            "Report: The cohort it is paid for.",
            "گزارش: گروهی که برای آن پرداخت شده است.",
            ONCE,
            back=those("What was paid for it.", "آنچه برای آن پرداخت شده است."),
        ),
        link(
            "payer",
            "PAYMENT_FROM",
            "Organization",
            "Payer: Who has paid.",
            "پرداخت‌کننده: آن که پرداخته است.",
            back=back(
                "paymentsMade",
                "Payments made: What it paid others for training.",
                "پرداخت‌های داده: آنچه برای آموزش به دیگران پرداخته است.",
            ),
        ),
        link(
            "provider",
            "PAYMENT_TO",
            "Organization",
            "Provider: Who was paid.",
            "آموزش‌دهنده: آن که پول را گرفته است.",
            back=back(
                "paymentsReceived",
                "Payments received: What others paid it for training.",
                "پرداخت‌های گرفته: آنچه دیگران برای آموزش به آن پرداخته‌اند.",
            ),
        ),
    ),
)

AREA = (COHORT_GAP, PAYMENT_GAP, INSTALLMENT, PAYMENT_DUE, PAYMENT)
