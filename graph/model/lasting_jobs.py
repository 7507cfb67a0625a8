"""Lasting jobs: how many of those who completed their training are still at work, by whom, where or when."""

from graph.limits import MAXIMUM_PAGE
from graph.model.common import TargetGroup
from graph.model.declare import asked, choice, number, whole
from graph.model.members import Inquiry, Kind, Nested
from graph.model.nodes import Shape
from graph.model.words import Choice, Words, digits

MONTHS = (6, 12)
"""How long after the end a job is looked at."""


class LastingJobsBy(
    Choice,
    en="By: What cohorts are put together by.",
    fa="به تفکیک: گروه‌های آموزشی بر چه پایه‌ای کنار هم می‌آیند.",
):
    PROVIDER = "PROVIDER", "Provider: Who trained.", "آموزش‌دهنده: چه کسی آموزش داد."
    PROVINCE = "PROVINCE", "Province: Where it was.", "استان: کجا بود."
    PROGRAM = "PROGRAM", "Program: Which program it was in.", "برنامه: در کدام برنامه بود."
    TARGET_GROUP = "TARGET_GROUP", "Target group: Whose counts they are.", "گروه هدف: شمار از چه کسانی است."
    YEAR = "YEAR", "Year: The year of the cohort's last day (Gregorian).", "سال: سال میلادی واپسین روز گروه."


LASTING_SHARE = Shape(
    "LastingShare",
    (
        whole(
            "months",
            "Months: How long after the end.",
            "ماه: چند ماه پس از پایان.",
            required=True,
        ),
        number(
            "share",
            "Share: Of those who completed, at work then, 0 to 1; null where it is withheld.",
            "سهم: چه سهمی از به‌پایان‌رسانده‌ها آن هنگام در کار بودند، ۰ تا ۱؛ اگر پنهان است null.",
        ),
        whole(
            "atWork",
            "At work: How many, for others or for themselves.",
            "در کار: چند نفر، برای دیگران یا برای خود.",
        ),
        whole(
            "restsOn",
            "Rests on: How many completed the cohorts that this is of; never under five.",
            "بر پایهٔ: چند نفر این گروه‌ها را به پایان رساندند؛ هرگز کمتر از پنج نیست.",
        ),
        whole(
            "cohorts",
            "Cohorts: How many cohorts this is of.",
            "گروه‌ها: از چند گروه است.",
            required=True,
        ),
        whole(
            "cohortsWithheld",
            "Cohorts withheld: How many told it, and are left out since their counts are withheld: the share"
            " of those may well be lower.",
            "گروه‌های پنهان: چند گروه آن را گفته‌اند و با شمارهای پنهان کنار مانده‌اند: شاید سهمشان کمتر باشد.",
            required=True,
        ),
    ),
    Words(
        "Lasting share: Who is still at work so many months after the end.",
        "سهم ماندگار: چه سهمی پس از این چند ماه هنوز در کارند.",
    ),
)
LASTING_JOBS = Shape(
    "LastingJobs",
    (
        Nested(
            "provider",
            "Organization",
            required=False,
            words=Words(
                "Provider: Of whose cohorts; null where they are put together otherwise.",
                "آموزش‌دهنده: گروه‌های چه کسی؛ اگر تفکیک دیگری است null.",
            ),
        ),
        Nested(
            "province",
            "Region",
            required=False,
            words=Words(
                "Province: Where; null where they are put together otherwise.",
                "استان: کجا؛ اگر تفکیک دیگری است null.",
            ),
        ),
        Nested(
            "program",
            "Program",
            required=False,
            words=Words(
                "Program: In which; null where they are put together otherwise.",
                "برنامه: در کدام برنامه؛ اگر تفکیک دیگری است null.",
            ),
        ),
        choice(
            "targetGroup",
            TargetGroup,
            "Target group: Of whom; null where they are put together otherwise.",
            "گروه هدف: از چه کسانی؛ اگر تفکیک دیگری است null.",
        ),
        whole(
            "year",
            "Year: Of which year; null where they are put together otherwise.",
            "سال: از کدام سال؛ اگر تفکیک دیگری است null.",
        ),
        Nested(
            "after",
            "LastingShare",
            many=True,
            most=len(MONTHS),
            words=Words("After: Six and twelve months later.", "پس از: شش و دوازده ماه بعد."),
        ),
    ),
    Words(
        "Lasting jobs: Cohorts put together, and who of them is still at work.",
        "شغل‌های ماندگار: چند گروه کنار هم، و این که چه سهمی هنوز در کارند.",
    ),
)

LASTING = Inquiry(
    "lastingJobs",
    "LastingJobs",
    Words(
        "Lasting jobs: The share still at work, of what you may read and is not withheld; most people first.",
        "شغل‌های ماندگار: سهم آن‌ها که هنوز در کارند، از آنچه می‌توانید بخوانید و پنهان نیست؛ نخست پرشمارترین.",
    ),
    many=True,
    arguments=(
        asked(
            "by",
            Kind.ENUM,
            "By: What the rows tell apart.",
            "به تفکیک: ردیف‌ها بر چه پایه‌ای از هم جدا می‌شوند.",
            required=True,
            enum=LastingJobsBy,
        ),
        asked(
            "providerId",
            Kind.ID,
            "Provider: Only cohorts of this one.",
            "آموزش‌دهنده: تنها گروه‌های این سازمان.",
        ),
        asked(
            "programId",
            Kind.ID,
            "Program: Only cohorts in this one.",
            "برنامه: تنها گروه‌های این برنامه.",
        ),
        asked(
            "since",
            Kind.DATE,
            "Since: Only cohorts that ended on this day or later.",
            "از: تنها گروه‌هایی که این روز یا پس از آن پایان یافتند.",
        ),
        asked(
            "until",
            Kind.DATE,
            "Until: Only cohorts that ended on this day or before.",
            "تا: تنها گروه‌هایی که این روز یا پیش از آن پایان یافتند.",
        ),
        asked(
            "first",
            Kind.INT,
            f"How many: At most this many rows, 1 to {MAXIMUM_PAGE:,}; «default» when not given.",
            f"چند تا: بیشینهٔ ردیف‌ها، ۱ تا {digits(MAXIMUM_PAGE)}؛ اگر نیاید «default».",
        ),
    ),
)
