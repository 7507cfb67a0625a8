"""What can stand against an appointment, and against opening an author."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Offices of the network",
    "نقش‌های شبکه",
    "Appointing coordinators, reviewers, administrators and trustees, and what trustees open.",
    (
        Entry(
            "ALREADY_APPOINTED",
            "این شخص همین نقش را دارد. برای تغییر آن، نخست انتصابش را با endAppointment پایان دهید.",
            "The person has this role already. To change it, end that appointment with `endAppointment`.",
        ),
        Entry(
            "APPOINTS_SELF",
            "هیچ‌کس خودش را منصوب نمی‌کند. از سرپرست دیگری بخواهید.",
            "Nobody appoints themselves. Ask another administrator.",
        ),
        Entry(
            "TRUSTEE_APART",
            "یک نفر هم سرپرست و هم امین نمی‌شود. نخست نقش دیگرش را پایان دهید یا شخص دیگری را برگزینید.",
            "Nobody is both an administrator and a trustee. End the other role, or choose another person.",
        ),
        Entry(
            "NOT_FOR_ROLE",
            "این نقش به ناحیه یا موضوع بسته نمی‌شود. آن را نفرستید.",
            "This role is not bound to regions or topics. Leave them out.",
        ),
        Entry(
            "PROVINCE_NEEDED",
            "این ناحیه استان نیست. استان را برگزینید، یا هیچ ناحیه‌ای نفرستید تا همهٔ کشور باشد.",
            "This region is no province. Choose a province, or none for the whole country.",
        ),
        Entry(
            "PROVINCE_OF_OTHERS",
            "شما هماهنگ‌کنندهٔ استان‌های دیگری هستید. از هماهنگ‌کنندهٔ همان استان یا هماهنگ‌کنندهٔ کشوری بخواهید.",
            "You coordinate other provinces. Ask a coordinator of this one, or one of the whole country.",
        ),
        Entry(
            "NOT_ANONYMIZED",
            "نویسندهٔ این رکورد بسته نیست. publisher آن را بخوانید.",
            "The author of this record is not closed. Read its `publisher`.",
        ),
        Entry(
            "OPENINGS_SPENT",
            "در ۲۴ ساعت گذشته {maximum} نویسنده را باز کرده‌اید و بیش از این نمی‌شود. بعد دوباره بفرستید.",
            "You have opened {maximum} authors within 24 hours, and that is the most. Try again later.",
        ),
    ),
)
