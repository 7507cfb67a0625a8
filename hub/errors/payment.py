"""What can be wrong with cohort reports, ratings of quality, payment terms and payments."""

from hub.errors.entry import Area, Entry

_RATINGS = (
    Entry(
        "SCHEME_IN_USE",
        "با این شیوه‌نامه رتبه داده شده یا شرایط پرداختی بر آن بنا شده است و دیگر تغییر نمی‌کند. ویراست بعدی"
        " آن را با replacesId بسازید.",
        "Ratings were given under this scheme, or payment terms rest on it, so it stays. Create its next"
        " edition with `replacesId`.",
    ),
    Entry(
        "SCHEME_REPLACED",
        "ویراست تازه‌ای جای این شیوه‌نامه نشسته است ({id}). از همان استفاده کنید.",
        "A next edition stands in the place of this scheme ({id}). Use that one.",
    ),
    Entry(
        "NOT_A_CRITERION",
        "این شیوه‌نامه معیاری به نام «{given}» ندارد. نام یکی از معیارهای آن را بفرستید: {names}.",
        "The scheme has no criterion {given!r}. Give the name of one that it has: {names}.",
    ),
    Entry(
        "SCORES_MISSING",
        "برای این معیارها امتیازی نیامده است: {names}. به هر معیار امتیاز بدهید.",
        "No score is given for: {names}. Score every criterion of the scheme.",
    ),
    Entry(
        "NOT_A_GRADE",
        "این شیوه‌نامه رتبه‌ای به نام «{given}» ندارد. یکی از رتبه‌های آن را بفرستید: {names}.",
        "The scheme has no grade {given!r}. Give one that it has: {names}.",
    ),
)

_TERMS = (
    Entry(
        "SHARES_EXCEED_WHOLE",
        "سهم‌های یک رتبه در مجموع بیش از ۱ می‌شود. سهم‌ها را کم کنید.",
        "The shares of one grade make up more than 1. Make them smaller.",
    ),
    Entry(
        "GRADE_NOT_ASKED_FOR",
        "این قاعده به رتبه کاری ندارد. grade را بردارید، یا قاعدهٔ QUALITY_GRADE را برگزینید.",
        "This rule does not go by grades. Take `grade` out, or choose the rule QUALITY_GRADE.",
    ),
)

_REPORTS = (
    Entry(
        "COURSE_OR_APPRENTICESHIP",
        "گزارش از یک دوره یا یک استادشاگردی است. یکی از courseId و apprenticeshipId را بفرستید.",
        "A report is of a course or of an apprenticeship. Give one of `courseId` and `apprenticeshipId`.",
    ),
    Entry(
        "COHORT_REPORTED",
        "همین گروه را پیش‌تر گزارش کرده‌اید ({id}). آن را ویرایش کنید، یا با correctsId تصحیح کنید.",
        "You have reported this cohort already ({id}). Edit that report, or correct it with `correctsId`.",
    ),
    Entry(
        "CORRECTION_DIFFERS",
        "تصحیح باید از همان دوره یا استادشاگردی و با همان شرایط پرداخت باشد. آن‌ها را همان‌گونه بفرستید.",
        "A correction is of the same course or apprenticeship, under the same payment terms. Give these as"
        " they were.",
    ),
    Entry(
        "COHORT_IN_ALL_NEEDED",
        "شمارهای همهٔ گروه نیامده است. یک ردیف بی gender و targetGroup بفرستید.",
        "The counts of the whole cohort are missing. Give one row without `gender` and `targetGroup`.",
    ),
    Entry(
        "GENDER_OR_TARGET_GROUP",
        "یک ردیف یا از یک جنسیت است یا از یک گروه هدف. یکی را بردارید.",
        "A row is of one gender or of one target group. Take one of the two out.",
    ),
    Entry(
        "COUNT_WITHOUT_WHOLE",
        "«{part}» بی «{whole}» آمده است که بخشی از آن است. «{whole}» را هم بفرستید.",
        "“{part}” is told without “{whole}”, of which it is a part. Give that, too.",
    ),
    Entry(
        "PARTS_EXCEED_WHOLE",
        "{parts} در مجموع {given} نفر است و «{whole}» {most} نفر. شمارها را با هم بخوانید و درست کنید.",
        "{parts} make {given}, and “{whole}” is {most}. Correct the counts so that they add up.",
    ),
    Entry(
        "GROUP_EXCEEDS_WHOLE",
        "«{part}» در این گروه {given} نفر است و در همهٔ گروه آموزشی {most} نفر. یکی را درست کنید.",
        "“{part}” is {given} here and {most} in the whole cohort. Correct one of the two.",
    ),
    Entry(
        "COUNT_TOO_EARLY",
        "هنوز {months} ماه از پایان دوره نگذشته است. این شمار را پس از آن بنویسید.",
        "{months} months have not passed since the cohort's last day. Tell this count once they have.",
    ),
    Entry(
        "GENDERS_DO_NOT_ADD_UP",
        "«{part}» در جنسیت‌ها در مجموع {given} نفر است و در همهٔ گروه {most} نفر. باید برابر باشند.",
        "“{part}” makes {given} over the genders and {most} in the whole cohort. The two must be equal.",
    ),
    Entry(
        "GENDERS_INCOMPLETE",
        "تفکیک جنسیت، زن و مرد هر دو را می‌خواهد و برای هر دو همان شمارها را. ردیف یا شمار کم را بفرستید؛"
        " اگر کسی نیست ۰ بنویسید.",
        "Told by gender, both women and men are needed, with the same counts. Give the row or count that is"
        " missing; 0 where there is nobody.",
    ),
    Entry(
        "REPORT_INCOMPLETE",
        "گزارش کامل نیست؛ کم دارد: {missing}. پس از تکمیل بپذیرید، یا آن را بازگردانید.",
        "The report is not complete; it lacks: {missing}. Accept it once it is, or return it.",
    ),
)

_PAYMENTS = (
    Entry(
        "PAYMENT_NOT_DUE",
        "پرداخت سررسید نشده است؛ کم است: {missing}. فیلد payment گزارش می‌گوید هر کدام را چه کسی باید بدهد.",
        "The payment is not due; missing: {missing}. The report's `payment` says who has to supply each.",
    ),
    Entry(
        "PAYMENT_EXCEEDS_DUE",
        "از این پرداخت تنها {left} مانده است (واحد: {unit}). مبلغ کمتری بفرستید.",
        "Only {left} ({unit}) of this payment are left. Give a smaller amount.",
    ),
    Entry(
        "PAYMENT_UNIT_DIFFERS",
        "شرایط پرداخت به {unit} است. مبلغ را با همان واحد بفرستید.",
        "The terms of payment are in {unit}. State the amount in that unit.",
    ),
    Entry(
        "NOTHING_TO_PAY",
        "مبلغ این گروه صفر است و پرداختی در کار نیست. اگر درست نیست، شمارهای گزارش و شرایط پرداخت را ببینید.",
        "The amount for this cohort is zero: there is nothing to pay. If that is wrong, look at the counts of"
        " the report and at the terms of payment.",
    ),
    Entry(
        "ALREADY_PAID",
        "همهٔ مبلغ این گروه پرداخت شده است. چیزی برای پرداخت نمانده.",
        "The whole amount for this cohort is paid already. Nothing is left to pay.",
    ),
)

AREA = Area(
    "Cohorts and payment",
    "گروه‌ها و پرداخت",
    "Cohort reports, ratings of quality, payment terms and payments.",
    (*_RATINGS, *_TERMS, *_REPORTS, *_PAYMENTS),
)
