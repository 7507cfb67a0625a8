"""What can be wrong with what is said of a program."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Programs",
    "برنامه‌ها",
    "Programs: who may say what of them.",
    (
        Entry(
            "NOT_IN_PROGRAM",
            "سازمان شما در این برنامه نقشی ندارد. برنامهٔ خود را برگزینید، یا برنامه‌ای که نقش خود را در آن"
            " تأیید کرده‌اید.",
            "Your organization has no part in this program. Choose one of its own, or one in which it has"
            " confirmed a role.",
        ),
    ),
)
