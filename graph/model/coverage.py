"""How programs cover the field: where several meet, and where there is none.

A cell is a region, a target group and a dimension. It is over a day, or over so many days.
"""

from graph.limits import MAXIMUM_COMPARED, MAXIMUM_NAMED, MAXIMUM_PAGE, MAXIMUM_PERIOD
from graph.model.common import TargetGroup
from graph.model.declare import asked, choice, flag, whole
from graph.model.members import Inquiry, Kind, Nested
from graph.model.nodes import Shape
from graph.model.readiness import Dimension
from graph.model.words import Words, digits

_CELL = (
    Nested(
        "region",
        "Region",
        words=Words("Region: Where it is.", "ناحیه: کجاست."),
    ),
    choice(
        "targetGroup",
        TargetGroup,
        "Target group: For whom it is.",
        "گروه هدف: برای چه کسانی است.",
        required=True,
    ),
    choice(
        "dimension",
        Dimension,
        "Dimension: Which side of job readiness.",
        "بُعد: کدام سوی آمادگی شغلی.",
        required=True,
    ),
)

_COUNTS = (
    whole(
        "cells",
        "Cells: How many there are: each part of the region, with each group and dimension asked for."
        " It is overlapping, single and empty together.",
        "خانه‌ها: شمار آن‌ها: هر بخش ناحیه با هر گروه و هر بُعدی که خواسته‌اید. برابر است با جمع هم‌پوشان،"
        " تک و خالی.",
        required=True,
    ),
    whole(
        "overlapping",
        "Overlapping: Cells in which at least two programs run on a same day.",
        "هم‌پوشان: خانه‌هایی که دست‌کم دو برنامه در یک روز در آن‌ها جریان دارند.",
        required=True,
    ),
    whole(
        "single",
        "Single: Cells with programs, and never two on a same day.",
        "تک: خانه‌هایی که برنامه دارند و در هیچ روزی دو برنامهٔ هم‌زمان ندارند.",
        required=True,
    ),
    whole(
        "empty",
        "Empty: Cells without any program.",
        "خالی: خانه‌هایی که هیچ برنامه‌ای ندارند.",
        required=True,
    ),
    whole(
        "unplaced",
        "Unplaced: Programs of this time that stand in no cell, since they do not say where they work, for"
        " which groups, in which dimension, or from when; an empty cell may be theirs.",
        "بدون خانه: برنامه‌های این زمان که در هیچ خانه‌ای نمی‌آیند، چون نمی‌گویند کجا، برای کدام گروه، در کدام"
        " بُعد یا از کی؛ شاید خانه‌ای خالی از آنِ آن‌ها باشد.",
        required=True,
    ),
    flag(
        "truncated",
        f"Truncated: Whether there were more than {MAXIMUM_COMPARED:,} programs or needs; the first to begin"
        " were looked at.",
        f"کوتاه‌شده: آیا بیش از {digits(MAXIMUM_COMPARED)} برنامه یا نیاز بود؛ آن‌ها که زودتر"
        " آغاز می‌شوند بررسی شدند.",
    ),
)

PROGRAM_OVERLAP = Shape(
    "ProgramOverlap",
    (
        *_CELL,
        whole(
            "programCount",
            "How many programs: Those there in this time.",
            "شمار برنامه‌ها: آن‌ها که در این زمان آن‌جایند.",
            required=True,
        ),
        Nested(
            "programs",
            "Program",
            many=True,
            most=MAXIMUM_NAMED,
            words=Words(
                f"Programs: The first to begin, {MAXIMUM_NAMED} at most.",
                f"برنامه‌ها: نخست زودآغازترین، تا {digits(MAXIMUM_NAMED)}.",
            ),
        ),
    ),
    Words(
        "Overlap: A cell in which programs meet: they may work together, or share it out.",
        "هم‌پوشانی: خانه‌ای که برنامه‌ها در آن به هم می‌رسند: می‌توانند همکاری یا تقسیم کار کنند.",
    ),
)

PROGRAM_GAP = Shape(
    "ProgramGap",
    (
        *_CELL,
        whole(
            "needCount",
            "How many needs: Open ones of this region or inside it, for this group.",
            "شمار نیازها: نیازهای باز همین ناحیه یا درون آن، برای همین گروه.",
            required=True,
        ),
        whole(
            "people",
            "People: How many these needs are for, as far as they say: what is left of those that count"
            " people, work of people aside; null where none does.",
            "شمار افراد: این نیازها برای چند نفر است، تا جایی که گفته‌اند: ماندهٔ آن‌ها که نفر می‌شمارند، جز"
            " نیاز به نیروی کار؛ اگر هیچ‌کدام نگفته null.",
        ),
        Nested(
            "needs",
            "ResourceNeed",
            many=True,
            most=MAXIMUM_NAMED,
            words=Words(
                f"Needs: {MAXIMUM_NAMED} of them at most.",
                f"نیازها: بیشینه {digits(MAXIMUM_NAMED)} تا از آن‌ها.",
            ),
        ),
    ),
    Words(
        "Gap: A cell without a program, with the needs it leaves out.",
        "شکاف: خانه‌ای بی برنامه، با نیازهایی که بی‌پاسخ می‌گذارد.",
    ),
)

PROGRAM_OVERLAPS = Shape(
    "ProgramOverlaps",
    (
        *_COUNTS,
        Nested(
            "overlaps",
            "ProgramOverlap",
            many=True,
            most="first",
            words=Words(
                "Overlaps: The overlapping cells, those with most programs first.",
                "هم‌پوشانی‌ها: خانه‌های هم‌پوشان، نخست پربرنامه‌ترین.",
            ),
        ),
    ),
    Words(
        "Overlaps of programs: Where programs meet, and how many cells there are of each sort.",
        "هم‌پوشانی برنامه‌ها: برنامه‌ها کجا به هم می‌رسند، و از هر گونه چند خانه هست.",
    ),
)

PROGRAM_GAPS = Shape(
    "ProgramGaps",
    (
        *_COUNTS,
        whole(
            "needCount",
            "How many needs: Those that stand in an empty cell, each once.",
            "شمار نیازها: آن‌ها که در خانه‌ای خالی‌اند، هر یک یک بار.",
            required=True,
        ),
        whole(
            "people",
            "People: How many these needs are for, each need once; null where none says.",
            "شمار افراد: این نیازها برای چند نفر است، هر نیاز یک بار؛ اگر هیچ‌کدام نگفته null.",
        ),
        Nested(
            "gaps",
            "ProgramGap",
            many=True,
            most="first",
            words=Words(
                "Gaps: The empty cells, those that leave out most people first, then most needs.",
                "شکاف‌ها: خانه‌های خالی، نخست آن‌ها که افراد بیشتری را بیرون می‌گذارند، سپس نیازهای بیشتر.",
            ),
        ),
    ),
    Words(
        "Gaps of programs: Where there is no program, and whom that leaves out.",
        "شکاف برنامه‌ها: کجا برنامه‌ای نیست، و چه کسانی بیرون می‌مانند.",
    ),
)

_ARGUMENTS = (
    asked(
        "regionId",
        Kind.ID,
        "Region: A country is looked at by province, a province by county, a county as it is.",
        "ناحیه: کشور به تفکیک استان دیده می‌شود، استان به تفکیک شهرستان، و شهرستان خودش.",
        required=True,
    ),
    asked(
        "targetGroups",
        Kind.ENUM,
        "Target groups: Those looked at; all when not given.",
        "گروه‌های هدف: آن‌ها که دیده می‌شوند؛ اگر نیاید همه.",
        enum=TargetGroup,
        many=True,
    ),
    asked(
        "dimensions",
        Kind.ENUM,
        "Dimensions: Those looked at; all three when not given.",
        "بُعدها: آن‌ها که دیده می‌شوند؛ اگر نیاید هر سه.",
        enum=Dimension,
        many=True,
    ),
    asked(
        "on",
        Kind.DATE,
        "On: The day looked at, or the first of several; today when not given.",
        "در روز: روزی که دیده می‌شود، یا نخستین روز؛ اگر نیاید امروز.",
    ),
    asked(
        "days",
        Kind.INT,
        f"Days: How many days are looked at, 1 to {MAXIMUM_PERIOD:,}; «default» when not given.",
        f"روزها: چند روز دیده می‌شود، ۱ تا {digits(MAXIMUM_PERIOD)}؛ اگر نیاید «default».",
    ),
    asked(
        "first",
        Kind.INT,
        f"How many: At most this many cells, 1 to {MAXIMUM_PAGE:,}; «default» when not given.",
        f"چند تا: بیشینهٔ خانه‌ها، ۱ تا {digits(MAXIMUM_PAGE)}؛ اگر نیاید «default».",
    ),
)

OVERLAPS = Inquiry(
    "programOverlaps",
    PROGRAM_OVERLAPS.name,
    Words(
        "Overlaps of programs: Where published programs that you may read meet: in which part of a region,"
        " for which group, in which dimension; null where there is no such region.",
        "هم‌پوشانی برنامه‌ها: برنامه‌های منتشرشده‌ای که می‌توانید بخوانید کجا به هم می‌رسند: در کدام بخش ناحیه،"
        " برای کدام گروه، در کدام بُعد؛ اگر چنین ناحیه‌ای نیست null.",
    ),
    arguments=_ARGUMENTS,
    required=False,
)
GAPS = Inquiry(
    "programGaps",
    PROGRAM_GAPS.name,
    Words(
        "Gaps of programs: Where no published program that you may read works, with the needs that leaves"
        " out; null where there is no such region.",
        "شکاف برنامه‌ها: کجا هیچ برنامهٔ منتشرشده‌ای که می‌توانید بخوانید کار نمی‌کند، با نیازهایی که بیرون"
        " می‌مانند؛ اگر چنین ناحیه‌ای نیست null.",
    ),
    arguments=_ARGUMENTS,
    required=False,
)

COVERAGE_SHAPES = (PROGRAM_OVERLAP, PROGRAM_GAP, PROGRAM_OVERLAPS, PROGRAM_GAPS)
