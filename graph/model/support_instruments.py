"""Support instruments: loans, grants, insurance and the like that people can get, and on what terms."""

from graph.model.common import (
    CREATE,
    OWNER_EDGE,
    PUBLISHED_RECORD,
    SOURCE,
    bilingual,
    published,
)
from graph.model.days import PLANNED
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    asked,
    choice,
    choices,
    day,
    flag,
    link,
    links,
    part,
    record,
    rial,
    text,
    texts,
    those,
    web,
    whole,
)
from graph.model.eligibility import ELIGIBILITY
from graph.model.life import Also, By, Way, instead
from graph.model.members import Kind
from graph.model.money import AmountBasis, CurrencyUnit
from graph.model.words import Choice


class SupportInstrumentKind(
    Choice,
    en="Kind of support instrument: In what form help is given.",
    fa="گونهٔ ابزار حمایتی: کمک به چه شکلی داده می‌شود.",
):
    LOAN = "LOAN", "Loan: Money that is paid back.", "وام: پولی که بازپرداخت می‌شود."
    GRANT = "GRANT", "Grant: Money that is not paid back.", "کمک بلاعوض: پولی که بازپرداخت ندارد."
    WORK_CAPITAL = (
        "WORK_CAPITAL",
        "Work capital: Money to begin work of one's own with.",
        "سرمایهٔ کار: پولی برای آغاز کسب‌وکار خود.",
    )
    TRAINING_ALLOWANCE = (
        "TRAINING_ALLOWANCE",
        "Training allowance: Money for the cost of learning a trade.",
        "کمک‌هزینهٔ آموزش: پولی برای هزینهٔ یاد گرفتن حرفه.",
    )
    EMPLOYER_INSURANCE = (
        "EMPLOYER_INSURANCE",
        "Employer's insurance: The employer's share of insurance, paid for whoever it hires.",
        "بیمهٔ سهم کارفرما: سهم بیمهٔ کارفرما برای کسی که به کار می‌گیرد.",
    )
    SELF_EMPLOYED_INSURANCE = (
        "SELF_EMPLOYED_INSURANCE",
        "Insurance of the self-employed: A share of the insurance of who works for themselves.",
        "بیمهٔ خویش‌فرمایان: سهمی از بیمهٔ کسی که برای خود کار می‌کند.",
    )
    EQUIPMENT = "EQUIPMENT", "Equipment: Tools and machines to work with.", "تجهیزات: ابزار و دستگاه کار."
    DORMITORY = (
        "DORMITORY",
        "Dormitory: A place to stay during training, or its cost.",
        "خوابگاه: جای ماندن هنگام آموزش، یا هزینهٔ آن.",
    )


PAID_BACK = frozenset({SupportInstrumentKind.LOAN})
"""Kinds that are always paid back."""
GIVEN = frozenset(
    {
        SupportInstrumentKind.GRANT,
        SupportInstrumentKind.TRAINING_ALLOWANCE,
        SupportInstrumentKind.EMPLOYER_INSURANCE,
        SupportInstrumentKind.SELF_EMPLOYED_INSURANCE,
    }
)
"""Kinds that never are. The others are lent or given."""


class SupportPurpose(
    Choice,
    en="Purpose: What somebody looks for support for.",
    fa="هدف: حمایت را برای چه می‌خواهند.",
):
    TRAINING = "TRAINING", "Training: To learn a trade.", "آموزش: برای یاد گرفتن حرفه."
    EMPLOYMENT = (
        "EMPLOYMENT",
        "Employment: To work for an employer, or to stay in such work.",
        "استخدام: برای کار نزد کارفرما، یا ماندن در آن.",
    )
    SELF_EMPLOYMENT = (
        "SELF_EMPLOYMENT",
        "Self-employment: To begin work of one's own, or to keep it.",
        "خوداشتغالی: برای آغاز کسب‌وکار خود، یا نگه داشتن آن.",
    )


class YearCalendar(
    Choice,
    en="Calendar: Which calendar a year is counted in.",
    fa="تقویم: سال به کدام تقویم است.",
):
    SOLAR_HIJRI = "SOLAR_HIJRI", "Solar Hijri: That of Iran, e.g. 1404.", "هجری خورشیدی: مانند ۱۴۰۴."
    GREGORIAN = "GREGORIAN", "Gregorian: E.g. 2025.", "میلادی: مانند ۲۰۲۵."


FIRST_YEAR = {YearCalendar.SOLAR_HIJRI: 1300, YearCalendar.GREGORIAN: 1900}
LAST_YEAR = {YearCalendar.SOLAR_HIJRI: 1500, YearCalendar.GREGORIAN: 2100}
"""The years of a calendar that an amount can be of."""

SUPPORT_AMOUNT = part(
    "SupportAmount",
    "Amount: How much it is, and in which year.",
    "مبلغ: چه اندازه است، و در کدام سال.",
    (
        whole(
            "year",
            "Year: The year it holds for, in the calendar beside it; null where that is not told.",
            "سال: در کدام سال برقرار است، به تقویم کنارش؛ اگر گفته نشده null.",
            OPTIONAL,
            least=FIRST_YEAR[YearCalendar.SOLAR_HIJRI],
            most=LAST_YEAR[YearCalendar.GREGORIAN],
        ),
        choice(
            "calendar",
            YearCalendar,
            "Calendar: Which calendar the year is counted in.",
            "تقویم: سال به کدام تقویم است.",
            REQUIRED,
            default=YearCalendar.SOLAR_HIJRI,
        ),
        rial(
            "amount",
            "Amount: In whole rials; 10 rials make a toman.",
            "مبلغ: به ریال درست؛ هر ۱۰ ریال یک تومان است.",
            REQUIRED,
            unit="amountUnit",
        ),
        choice(
            "amountUnit",
            CurrencyUnit,
            "Currency unit: Which rial the amount is in.",
            "واحد پول: مبلغ به کدام ریال است.",
            REQUIRED,
        ),
        choice(
            "basis",
            AmountBasis,
            "Basis: For each person, or in all.",
            "مبنا: هر نفر، یا در مجموع.",
            REQUIRED,
        ),
    ),
)

SUPPORT_INSTRUMENT = record(
    "SupportInstrument",
    "sin",
    "Support instrument: Money, insurance or equipment that people can get, and on what terms.",
    "ابزار حمایتی: پول، بیمه یا تجهیزاتی که افراد می‌توانند بگیرند، و با چه شرطی.",
    plural=("supportInstruments", "Support instruments", "ابزارهای حمایتی"),
    common=PUBLISHED_RECORD,
    life=published(
        create=instead(
            CREATE,
            "Create: Write down what your organization pays or gives, as a draft.",
            "ایجاد: پیش‌نویس آنچه را سازمان شما می‌پردازد یا می‌دهد بنویسید.",
            way=Way.OWN,
            also=Also(By.ADMINISTRATOR),
            takes=(
                asked(
                    "payerId",
                    Kind.ID,
                    "Payer: Your own organization where not given; administrators enter the word of any.",
                    "پرداخت‌کننده: اگر نیاید سازمان خودتان؛ سرپرستان گفتهٔ هر سازمانی را وارد می‌کنند.",
                ),
            ),
        )
    ),
    members=(
        choice(
            "kind",
            SupportInstrumentKind,
            "Kind: Loan, grant, insurance and so on.",
            "گونه: وام، کمک بلاعوض، بیمه و مانند آن.",
            REQUIRED,
        ),
        bilingual("title", "Title", "عنوان"),
        text(
            "titleFa",
            "Persian title: What it is, in one line of Persian.",
            "عنوان فارسی: چیست، در یک خط فارسی.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "titleEn",
            "English title: What it is, in one line of English; null where it has none.",
            "عنوان انگلیسی: چیست، در یک خط انگلیسی؛ اگر ندارد null.",
            OPTIONAL,
            searched=TITLE,
        ),
        text(
            "description",
            "Description: What exactly one gets, and on which terms.",
            "شرح: دقیقاً چه داده می‌شود، و با چه شرطی.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        flag(
            "repayable",
            "Repayable: Whether it is paid or given back: a loan always is, a grant, an allowance and"
            " insurance never; null where that is not told of the others.",
            "بازپرداختنی: آیا پس داده می‌شود: وام همیشه، کمک بلاعوض و کمک‌هزینه و بیمه هرگز؛ در دیگر گونه‌ها"
            " اگر گفته نشده null.",
            OPTIONAL,
            required=False,
        ),
        choices(
            "purposes",
            SupportPurpose,
            "Purposes: What it is for; empty where it is for whatever one needs.",
            "هدف‌ها: برای چه کاری است؛ خالی یعنی برای هر کاری.",
            OPTIONAL,
        ),
        *ELIGIBILITY,
        text(
            "applyHow",
            "How to apply: Where and how, in words; null where that is not told.",
            "چگونگی درخواست: کجا و چگونه، به زبان نوشته؛ اگر گفته نشده null.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        web(
            "applyUrl",
            "Web address to apply at: Where one applies on the web; null where one cannot.",
            "نشانی وب درخواست: کجا در وب درخواست می‌دهند؛ اگر نمی‌شود null.",
            OPTIONAL,
        ),
        texts(
            "mustBring",
            "To be brought: Papers and the like that one needs to apply, one an entry.",
            "مدارک: آنچه برای درخواست باید همراه داشت، هر مورد یکی.",
            OPTIONAL,
            BODY,
        ),
        day(
            "startsOn",
            "Valid from: The first day one can apply; null where that is not told.",
            "اعتبار از: نخستین روزی که می‌توان درخواست داد؛ اگر گفته نشده null.",
            OPTIONAL,
            days=PLANNED,
        ),
        day(
            "endsOn",
            "Valid until: The last such day; null where no end is known.",
            "اعتبار تا: واپسین روز آن؛ اگر پایانی دانسته نیست null.",
            OPTIONAL,
            days=PLANNED,
            from_="startsOn",
        ),
        *SOURCE,
        link(
            "payer",
            OWNER_EDGE,
            "Organization",
            "Payer: The organization that pays or gives, and whose word all of this is.",
            "پرداخت‌کننده: سازمانی که می‌پردازد یا می‌دهد و همهٔ این‌ها گفتهٔ اوست.",
            back=those(
                "What it pays or gives, as far as you may read.",
                "آنچه می‌پردازد یا می‌دهد، تا جایی که می‌خوانید.",
            ),
        ),
        links(
            "regions",
            "COVERS",
            "Region",
            "Regions: Those whose people can get it; empty where it is bound to no place.",
            "ناحیه‌ها: مردم کدام ناحیه‌ها می‌توانند بگیرند؛ خالی یعنی وابسته به جایی نیست.",
            OPTIONAL,
            open=True,
            back=those("Those for this very region, by name.", "آن‌ها که همین ناحیه را به نام در بر می‌گیرند."),
        ),
        link(
            "applyAt",
            "APPLIED_FOR_AT",
            "SupportCenter",
            "Apply at: A center of the payer's own where one applies; null where there is none.",
            "محل درخواست: مرکزی از خود پرداخت‌کننده که در آن درخواست می‌دهند؛ اگر نیست null.",
            OPTIONAL,
            back=those("Those one can apply for here.", "آن‌ها که این‌جا می‌توان درخواستشان را داد."),
        ),
        links(
            "amounts",
            "HAS_AMOUNT",
            "SupportAmount",
            "Amounts: From the oldest to what holds now, the last.",
            "مبلغ‌ها: از کهنه‌ترین تا آنچه اکنون برقرار است، که آخر می‌آید.",
            OPTIONAL,
        ),
    ),
)

AREA = (SUPPORT_AMOUNT, SUPPORT_INSTRUMENT)
