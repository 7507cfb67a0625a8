"""What can be wrong with a support center, or with what people can get."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Support",
    "حمایت",
    "Support centers, and loans, grants, insurance and the like.",
    (
        Entry(
            "ONE_CENTER_ONLY",
            "این رکورد دربارهٔ یک مرکز است و شمار مرکز ندارد. شمار را بردارید، یا scope را ALL_OF_KIND کنید.",
            "This is about one center, which has no number of centers. Take the number out, or give the scope"
            " ALL_OF_KIND.",
        ),
        Entry(
            "MUST_BE_REPAID",
            "وام همیشه بازپرداخت دارد. repayable را true کنید، یا گونهٔ دیگری برگزینید.",
            "A loan is always paid back. Give `repayable: true`, or another kind.",
        ),
        Entry(
            "NEVER_REPAID",
            "این گونه هرگز بازپرداخت ندارد. repayable را false کنید، یا گونهٔ LOAN را برگزینید.",
            "What is of this kind is never paid back. Give `repayable: false`, or the kind LOAN.",
        ),
        Entry(
            "YEARS_OUT_OF_ORDER",
            "مبلغ‌ها از سال کهنه‌تر به تازه‌تر می‌آیند، و این سال پیش از سال بالای آن است. جایشان را عوض کنید.",
            "Amounts go from older years to newer ones, and this year is before the one above it."
            " Put them in order.",
        ),
        Entry(
            "NOT_THE_PAYERS_CENTER",
            "این مرکز از سازمان دیگری است. مرکزی از خود پرداخت‌کننده بفرستید، یا محل را در applyHow بنویسید.",
            "This center is another organization's. Give one of the payer's own, or say where in `applyHow`.",
        ),
    ),
)
