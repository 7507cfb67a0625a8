"""Cohorts: which counts are told of a group that was trained together, and how they are broken down."""

from graph.model.words import Choice


class Gender(
    Choice,
    en="Gender: Of whom a count is, where counts are told apart by gender.",
    fa="جنسیت: شمار از چه کسانی است، آن‌جا که به تفکیک جنسیت گفته می‌شود.",
):
    FEMALE = "FEMALE", "Female: Women and girls.", "زن: زنان و دختران."
    MALE = "MALE", "Male: Men and boys.", "مرد: مردان و پسران."
    OTHER = "OTHER", "Other: Others, and those of whom it is not told.", "دیگر: دیگران، و آن‌ها که گفته نشده."


class CohortCount(
    Choice,
    en="Count of a cohort: What of a cohort is counted, in heads.",
    fa="شمار گروه: چه چیز از گروه شمرده می‌شود، به نفر.",
):
    ENROLLED = "ENROLLED", "Enrolled: Those who began.", "ثبت‌نام‌شده: آن‌ها که آغاز کردند."
    COMPLETED = (
        "COMPLETED",
        "Completed: Those who stayed to the end.",
        "به‌پایان‌رسانده: آن‌ها که تا پایان ماندند.",
    )
    EXAMINED = "EXAMINED", "Examined: Those who sat the exam.", "آزمون‌داده: آن‌ها که در آزمون شرکت کردند."
    CERTIFIED = (
        "CERTIFIED",
        "Certified: Those who hold the certificate.",
        "گواهی‌گرفته: آن‌ها که گواهی گرفتند.",
    )
    DROPPED_OUT = (
        "DROPPED_OUT",
        "Dropped out: Those who left before the end.",
        "انصرافی: آن‌ها که نیمه‌کاره رفتند.",
    )
    EMPLOYED_3 = (
        "EMPLOYED_3",
        "Employed after 3 months: Those in a job three months later.",
        "شاغل پس از ۳ ماه: آن‌ها که سه ماه بعد در کاری استخدام بودند.",
    )
    SELF_EMPLOYED_3 = (
        "SELF_EMPLOYED_3",
        "Self-employed after 3 months: Those who worked for themselves three months later.",
        "خویش‌فرما پس از ۳ ماه: آن‌ها که سه ماه بعد برای خود کار می‌کردند.",
    )
    EMPLOYED_6 = (
        "EMPLOYED_6",
        "Employed after 6 months: Those in a job six months later.",
        "شاغل پس از ۶ ماه: آن‌ها که شش ماه بعد در کاری استخدام بودند.",
    )
    SELF_EMPLOYED_6 = (
        "SELF_EMPLOYED_6",
        "Self-employed after 6 months: Those who worked for themselves six months later.",
        "خویش‌فرما پس از ۶ ماه: آن‌ها که شش ماه بعد برای خود کار می‌کردند.",
    )
    EMPLOYED_12 = (
        "EMPLOYED_12",
        "Employed after 12 months: Those in a job twelve months later.",
        "شاغل پس از ۱۲ ماه: آن‌ها که دوازده ماه بعد در کاری استخدام بودند.",
    )
    SELF_EMPLOYED_12 = (
        "SELF_EMPLOYED_12",
        "Self-employed after 12 months: Those who worked for themselves twelve months later.",
        "خویش‌فرما پس از ۱۲ ماه: آن‌ها که دوازده ماه بعد برای خود کار می‌کردند.",
    )


class CohortBreakdown(
    Choice,
    en="Breakdown: How the counts of a cohort are told apart.",
    fa="تفکیک: شمارهای گروه چگونه از هم جدا گفته می‌شوند.",
):
    IN_ALL = "IN_ALL", "In all: The whole cohort.", "در مجموع: همهٔ گروه."
    GENDER = (
        "GENDER",
        "By gender: Each gender by itself; they make up the whole.",
        "جنسیت: هر جنسیت جدا؛ جمعشان همهٔ گروه است.",
    )
    TARGET_GROUP = (
        "TARGET_GROUP",
        "By target group: Each target group by itself; one person may be in several.",
        "گروه هدف: هر گروه هدف جدا؛ یک نفر می‌تواند در چند گروه باشد.",
    )


FIELDS: dict[str, CohortCount] = {
    "enrolled": CohortCount.ENROLLED,
    "completed": CohortCount.COMPLETED,
    "examined": CohortCount.EXAMINED,
    "certified": CohortCount.CERTIFIED,
    "droppedOut": CohortCount.DROPPED_OUT,
    "employedAfter3Months": CohortCount.EMPLOYED_3,
    "selfEmployedAfter3Months": CohortCount.SELF_EMPLOYED_3,
    "employedAfter6Months": CohortCount.EMPLOYED_6,
    "selfEmployedAfter6Months": CohortCount.SELF_EMPLOYED_6,
    "employedAfter12Months": CohortCount.EMPLOYED_12,
    "selfEmployedAfter12Months": CohortCount.SELF_EMPLOYED_12,
}
"""The field of a report that holds each count."""

MONTHS = (3, 6, 12)
"""How long after the end it is asked who is at work."""


def at_work(months: int) -> str:
    """The field that holds how many are at work then, for others or for themselves.

    >>> at_work(6)
    'atWorkAfter6Months'
    """
    return f"atWorkAfter{months}Months"


def work(months: int) -> tuple[str, str]:
    """The two fields that it is the sum of.

    >>> work(6)
    ('employedAfter6Months', 'selfEmployedAfter6Months')
    """
    return f"employedAfter{months}Months", f"selfEmployedAfter{months}Months"
