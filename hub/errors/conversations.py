"""What can stand against questions, answers and what else is said under a record."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Conversations",
    "گفت‌وگوها",
    "Questions and answers under a record, whether it applies, and complaints of what was said.",
    (
        Entry(
            "OWN_RECORD",
            "این رکورد خود سازمان شماست. آن را ویرایش کنید، یا به پرسش دیگران پاسخ دهید.",
            "This is a record of your own organization. Edit it, or answer what others ask.",
        ),
        Entry(
            "OWN_REMARK",
            "این را سازمان شما گفته، یا زیر رکورد آن گفته شده است. به دیگران بسپارید.",
            "Your organization has said this, or it stands under its record. Leave it to others.",
        ),
        Entry(
            "ALREADY_SAID",
            "سازمان شما پیش‌تر همین‌جا گفته است ({id}). همان را ویرایش کنید یا پس بگیرید.",
            "Your organization has spoken here already ({id}). Edit that, or take it back.",
        ),
        Entry(
            "QUESTION_HAS_ANSWERS",
            "دیگران به این پرسش پاسخ داده‌اند و پاسخشان با آن می‌رفت. پرسش را ویرایش کنید.",
            "Others have answered this question, and their answers would go with it. Edit the question.",
        ),
        Entry(
            "REMARKS_SPENT",
            "سازمان شما در ۲۴ ساعت گذشته این‌جا {maximum} بار گفته است. بعد دوباره بفرستید.",
            "Your organization has spoken here {maximum} times within 24 hours. Try again later.",
        ),
        Entry(
            "COMPLAINTS_SPENT",
            "سازمان شما در ۲۴ ساعت گذشته {maximum} شکایت فرستاده است. بعد دوباره بفرستید.",
            "Your organization has complained {maximum} times within 24 hours. Try again later.",
        ),
    ),
)
