"""Payment terms: what the parties of a partnership agreed on about paying for cohorts, as data."""

from graph.model.cohorts import CohortBreakdown, CohortCount
from graph.model.common import INTERNAL, SOURCE, VERSIONED
from graph.model.days import HAPPENED
from graph.model.declare import (
    IN,
    NEVER,
    ONCE,
    OPTIONAL,
    REQUIRED,
    back,
    back_list,
    choice,
    choices,
    day,
    link,
    links,
    move,
    number,
    part,
    record,
    rial,
    text,
    those,
    whole,
)
from graph.model.life import Also, By, Life
from graph.model.money import AmountBasis, CurrencyUnit
from graph.model.sides import Side
from graph.model.words import Choice


class TermsStatus(
    Choice,
    en="Status of payment terms: Whether both sides agreed on them.",
    fa="وضعیت شرایط پرداخت: آیا دو سو بر آن توافق کرده‌اند.",
):
    PROPOSED = (
        "PROPOSED",
        "Proposed: One party has written them; the parties alone read them.",
        "پیشنهادشده: یک طرف آن را نوشته است؛ تنها طرف‌ها آن را می‌خوانند.",
    )
    ACCEPTED = (
        "ACCEPTED",
        "Accepted: Payer and another party agreed; they hold and are never changed.",
        "پذیرفته: پرداخت‌کننده و طرفی دیگر توافق کرده‌اند؛ معتبر است و هرگز تغییر نمی‌کند.",
    )
    DECLINED = "DECLINED", "Declined: The other side has said no.", "ردشده: سوی دیگر نپذیرفته است."
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The party that proposed them took them back.",
        "پس‌گرفته: پیشنهاددهنده آن را پس گرفته است.",
    )
    SUPERSEDED = (
        "SUPERSEDED",
        "Superseded: Others stand in their place; what was reported under them is still paid by them.",
        "کنارگذاشته: شرایطی دیگر جای آن نشسته است؛ گزارش‌های زیر آن هنوز با همان پرداخت می‌شود.",
    )


PROPOSED, ACCEPTED = TermsStatus.PROPOSED, TermsStatus.ACCEPTED
SUPERSEDED = TermsStatus.SUPERSEDED


class ProviderOwnership(
    Choice,
    en="Ownership: Whose training centers terms are for.",
    fa="مالکیت: شرایط برای مراکز آموزشی چه کسی است.",
):
    STATE = "STATE", "State: Training centers of the state.", "دولتی: مراکز آموزشی دولت."
    PRIVATE = "PRIVATE", "Private: Training centers that are run privately.", "آزاد: مراکز آموزشی غیردولتی."


class PaymentRule(
    Choice,
    en="Payment rule: What makes a payment due.",
    fa="قاعدهٔ پرداخت: پرداخت به چه بسته است.",
):
    RECORDS_COMPLETE = (
        "RECORDS_COMPLETE",
        "Complete records: All that the payer requires of a report is there.",
        "ثبت کامل: هر چه پرداخت‌کننده از گزارش می‌خواهد ثبت شده است.",
    )
    QUALITY_GRADE = (
        "QUALITY_GRADE",
        "Quality grade: Complete records, and the provider's grade says which share is paid.",
        "رتبهٔ کیفی: ثبت کامل، و سهم پرداختی را رتبهٔ آموزش‌دهنده می‌گوید.",
    )


_TWO_SIDES = "the payer and one other party"

LIFE = Life(
    TermsStatus,
    (
        move(
            "proposePaymentTerms",
            ("PAYMENT_TERMS_PROPOSED", "Payment terms proposed", "پیشنهاد شرایط پرداخت"),
            f"Propose: Write down how cohorts are paid for under a signed partnership; {_TWO_SIDES} must"
            " agree.",
            "پیشنهاد: بنویسید گروه‌ها زیر مشارکتی امضاشده چگونه پرداخت می‌شوند؛ پرداخت‌کننده و یک طرف دیگر باید"
            " توافق کنند.",
            by=By.SIDE,
            sides=(Side.PARTY,),
            end=PROPOSED,
            gives=(
                "Terms: Who pays, for whom, by which rule, and which counts are required.",
                "شرایط: چه کسی، برای چه کسانی و با چه قاعده‌ای می‌پردازد و کدام شمارها لازم است.",
            ),
        ),
        move(
            "acceptPaymentTerms",
            ("PAYMENT_TERMS_ACCEPTED", "Payment terms accepted", "پذیرش شرایط پرداخت"),
            f"Accept: Agree to what another party proposed; {_TWO_SIDES} make it hold.",
            "پذیرش: پیشنهاد طرفی دیگر را بپذیرید؛ با توافق پرداخت‌کننده و یک طرف دیگر معتبر می‌شود.",
            by=By.SIDE,
            sides=(Side.OTHER_PARTY,),
            also=Also(By.ADMINISTRATOR),
            start=(PROPOSED,),
            end=ACCEPTED,
        ),
        move(
            "declinePaymentTerms",
            ("PAYMENT_TERMS_DECLINED", "Payment terms declined", "رد شرایط پرداخت"),
            "Decline: Say no to what another party proposed, with a reason or without.",
            "رد: پیشنهاد طرفی دیگر را نپذیرید، با دلیل یا بی آن.",
            by=By.SIDE,
            sides=(Side.OTHER_PARTY,),
            also=Also(By.ADMINISTRATOR),
            start=(PROPOSED,),
            end=TermsStatus.DECLINED,
        ),
        move(
            "withdrawPaymentTerms",
            ("PAYMENT_TERMS_WITHDRAWN", "Payment terms withdrawn", "پس گرفتن شرایط پرداخت"),
            "Withdraw: Take back what your organization proposed, before it is answered.",
            "پس گرفتن: آنچه سازمان شما پیشنهاد داده را پیش از پاسخ پس بگیرید.",
            by=By.SIDE,
            sides=(Side.PROPOSER,),
            also=Also(By.ADMINISTRATOR),
            start=(PROPOSED,),
            end=TermsStatus.WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
        move(
            None,
            ("PAYMENT_TERMS_SUPERSEDED", "Payment terms superseded", "کنار رفتن شرایط پرداخت"),
            "Superseded: Both sides accepted others in their place.",
            "کنارگذاشته: دو سو شرایطی دیگر را به جای آن پذیرفتند.",
            by=By.NOBODY,
            start=(ACCEPTED,),
            end=SUPERSEDED,
        ),
    ),
)

PAYMENT_STEP = part(
    "PaymentStep",
    "Step of a payment: A share that is paid, for a grade, so many days after acceptance.",
    "گام پرداخت: سهمی که برای یک رتبه، چند روز پس از پذیرش گزارش، پرداخت می‌شود.",
    (
        text(
            "grade",
            "Grade: The grade it is paid for; null where the rule asks for none.",
            "رتبه: رتبه‌ای که برای آن پرداخت می‌شود؛ اگر قاعده رتبه نمی‌خواهد null.",
            OPTIONAL,
        ),
        number(
            "share",
            "Share: Of the whole amount, above 0; those of one grade make up 1 at most.",
            "سهم: از همهٔ مبلغ، بیش از ۰؛ سهم‌های یک رتبه در مجموع بیش از ۱ نیست.",
            REQUIRED,
            least=0,
            most=1,
        ),
        whole(
            "dueAfterDays",
            "Due after: So many days after the report is accepted.",
            "مهلت: چند روز پس از پذیرش گزارش.",
            REQUIRED,
            least=0,
            most=1_000,
        ),
    ),
)

PAYMENT_TERMS = record(
    "PaymentTerms",
    "pte",
    "Payment terms: How cohorts are paid for under a partnership: by whom, for whom, by which rule.",
    "شرایط پرداخت: گروه‌های آموزشی زیر یک مشارکت چگونه پرداخت می‌شوند: چه کسی، برای چه کسانی، با چه قاعده‌ای.",
    plural=("paymentTermsList", "Payment terms", "شرایط پرداخت"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "status",
            TermsStatus,
            "Status: Proposed, accepted, declined, withdrawn or superseded.",
            "وضعیت: پیشنهادشده، پذیرفته، ردشده، پس‌گرفته یا کنارگذاشته.",
            required=True,
        ),
        text("title", "Title: What they are called.", "عنوان: نام آن.", ONCE, sortable=True),
        choices(
            "appliesTo",
            ProviderOwnership,
            "Applies to: Whose training centers they are for; empty for all.",
            "برای: مراکز آموزشی چه کسی؛ خالی یعنی همه.",
            OPTIONAL,
        ),
        choice("rule", PaymentRule, "Rule: What makes a payment due.", "قاعده: پرداخت به چه بسته است.", ONCE),
        choice(
            "basis",
            AmountBasis,
            "Basis: Whether the amount is a head or in all; null where that is not told.",
            "مبنا: مبلغ سرانه است یا در مجموع؛ اگر گفته نشده null.",
            OPTIONAL,
        ),
        choice(
            "countedBy",
            CohortCount,
            "Counted by: Which count of a report the heads are; needed for an amount a head.",
            "مبنای شمارش: تعداد نفرات از کدام شمار گزارش گرفته می‌شود؛ برای مبلغ سرانه لازم است.",
            OPTIONAL,
        ),
        rial(
            "amount",
            "Amount: In whole rials; null where it is not told, and then nothing can be due.",
            "مبلغ: به ریال درست؛ اگر گفته نشده null است و پرداختی سررسید نمی‌شود.",
            OPTIONAL,
            unit="amountUnit",
        ),
        choice(
            "amountUnit",
            CurrencyUnit,
            "Currency unit: Which rial the amount is in; needed where there is an amount.",
            "واحد پول: مبلغ به کدام ریال است؛ هر جا مبلغ هست لازم است.",
            OPTIONAL,
        ),
        choices(
            "requiredCounts",
            CohortCount,
            "Required counts: What the payer requires of a report, in all.",
            "شمارهای لازم: شمارهایی که پرداخت‌کننده از گزارش می‌خواهد، در مجموع.",
            OPTIONAL,
        ),
        choices(
            "requiredBreakdowns",
            CohortBreakdown,
            "Required breakdowns: How these counts must be told apart, too.",
            "تفکیک‌های لازم: همین شمارها به چه تفکیک‌هایی نیز باید گفته شود.",
            OPTIONAL,
        ),
        text(
            "note",
            "Note: What else was agreed, in words.",
            "یادداشت: دیگر چه توافق شده، به زبان نوشته.",
            OPTIONAL,
            long=True,
        ),
        day(
            "acceptedOn",
            "Accepted on: The day they came to hold; null until then.",
            "روز پذیرش: روزی که معتبر شد؛ تا آن هنگام null.",
            days=HAPPENED,
        ),
        text(
            "declineReason",
            "Reason: Why they were declined; null where that is not told.",
            "دلیل: چرا رد شد؛ اگر گفته نشده null.",
            NEVER,
            long=True,
        ),
        *SOURCE,
        links(
            "steps",
            "HAS_STEP",
            "PaymentStep",
            "Steps: Which share is paid when, by grade; empty for all of it on the day of acceptance.",
            "گام‌ها: کدام سهم کی پرداخت می‌شود، به تفکیک رتبه؛ خالی یعنی همهٔ آن در روز پذیرش.",
            OPTIONAL,
        ),
        link(
            "partnership",
            "HAS_PAYMENT_TERMS",
            "Partnership",
            "Partnership: The one they belong to.",
            "مشارکت: مشارکتی که از آن است.",
            ONCE,
            direction=IN,
            back=back(
                "paymentTerms",
                "Payment terms: How cohorts are paid for under it.",
                "شرایط پرداخت: گروه‌ها زیر آن چگونه پرداخت می‌شوند.",
            ),
        ),
        link(
            "payer",
            "PAYER",
            "Organization",
            "Payer: The party that pays.",
            "پرداخت‌کننده: طرفی که می‌پردازد.",
            ONCE,
            back=back(
                "paymentTermsAsPayer",
                "Payment terms as payer: By which it pays others.",
                "شرایط پرداخت در جای پرداخت‌کننده: آنچه با آن به دیگران می‌پردازد.",
            ),
        ),
        link(
            "rater",
            "GRADED_BY",
            "Organization",
            "Rater: Whose ratings decide the grade; the payer where null.",
            "رتبه‌دهنده: رتبه را چه کسی می‌دهد؛ اگر null است پرداخت‌کننده.",
            OPTIONAL,
            back=back(
                "paymentTermsAsRater",
                "Payment terms as rater: Those that go by its ratings.",
                "شرایط پرداخت در جای رتبه‌دهنده: آن‌ها که با رتبه‌های آن پیش می‌روند.",
            ),
        ),
        link(
            "scheme",
            "GRADED_UNDER",
            "RatingScheme",
            "Scheme: Under which grades are given, this edition or a later one; needed by grade.",
            "شیوه‌نامه: رتبه‌ها با کدام شیوه‌نامه داده می‌شود، همین ویراست یا بعدی‌ها؛ برای قاعدهٔ رتبه لازم است.",
            OPTIONAL,
            back=those("Those that pay by its grades.", "آن‌ها که با رتبه‌های آن پرداخت می‌کنند."),
        ),
        link(
            "proposedBy",
            "PROPOSED_TERMS",
            "Organization",
            "Proposed by: The party that wrote them.",
            "پیشنهاددهنده: طرفی که آن را نوشته است.",
            direction=IN,
            back=back(
                "paymentTermsProposed",
                "Payment terms proposed: Those that it wrote.",
                "شرایط پرداخت پیشنهادی: آن‌ها که خود نوشته است.",
            ),
        ),
        link(
            "acceptedBy",
            "ACCEPTED_TERMS",
            "Organization",
            "Accepted by: The party that agreed; null until one has.",
            "پذیرنده: طرفی که پذیرفت؛ تا کسی نپذیرفته null.",
            direction=IN,
            back=back(
                "paymentTermsAccepted",
                "Payment terms accepted: Those that it agreed to.",
                "شرایط پرداخت پذیرفته: آن‌ها که پذیرفته است.",
            ),
        ),
        link(
            "replaces",
            "REPLACES_TERMS",
            "PaymentTerms",
            "Replaces: Those that they stand for once accepted; null where there are none.",
            "جایگزینِ: شرایطی که با پذیرفته شدن جای آن می‌نشیند؛ اگر نباشد null.",
            OPTIONAL,
            back=back_list(
                "replacedBy",
                "Replaced by: What was proposed in their place.",
                "جایگزین‌ها: آنچه به جای آن پیشنهاد شده است.",
            ),
        ),
    ),
)

AREA = (PAYMENT_STEP, PAYMENT_TERMS)
