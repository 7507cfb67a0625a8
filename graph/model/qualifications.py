"""Qualifications: what somebody who has learned is certified, and which other organizations recognize it."""

from graph.model.common import (
    EDIT,
    LANGUAGE,
    OWNER_EDGE,
    PUBLISHED,
    PUBLISHED_RECORD,
    SKILLS,
    SOURCE,
    WITHDRAW,
    RecordStatus,
)
from graph.model.days import HAPPENED, PLANNED
from graph.model.declare import (
    BODY,
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    day,
    link,
    move,
    record,
    text,
    those,
    whole,
)
from graph.model.life import Blank, By, Life, Way, instead
from graph.model.occupations import occupation

QUALIFICATION = record(
    "Qualification",
    "qua",
    "Qualification: A certificate that an organization issues to whoever has learned or can do something.",
    "گواهینامه: مدرکی که سازمانی به کسی می‌دهد که چیزی آموخته یا از عهدهٔ کاری برمی‌آید.",
    plural=("qualifications", "Qualifications", "گواهینامه‌ها"),
    common=PUBLISHED_RECORD,
    indexes=(("occupationCode",),),
    life=PUBLISHED,
    members=(
        text(
            "title",
            "Title: What is written on it, e.g. arc welder grade 2.",
            "عنوان: آنچه بر آن نوشته شده، مانند جوشکار برق درجه ۲.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "description",
            "Description: What its holder can do, and how that was examined.",
            "شرح: دارندهٔ آن چه می‌تواند، و چگونه آزموده شده است.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        LANGUAGE,
        text(
            "standardCode",
            "Standard code: The number of the occupational standard that it follows; null where it has none.",
            "کد استاندارد: شمارهٔ استاندارد شغلی یا آموزشی آن؛ اگر ندارد null.",
            OPTIONAL,
        ),
        occupation(),
        whole(
            "validMonths",
            "Valid for: How many months it is valid from its issue; null where it does not expire.",
            "مدت اعتبار: از روز صدور چند ماه معتبر است؛ اگر همیشگی است null.",
            OPTIONAL,
            least=1,
            most=600,
        ),
        *SOURCE,
        link(
            "issuer",
            OWNER_EDGE,
            "Organization",
            "Issuer: The organization that issues it, and speaks for it.",
            "صادرکننده: سازمانی که آن را صادر می‌کند و دربارهٔ آن سخن می‌گوید.",
            back=those("Those that it issues.", "آن‌ها که خود صادر می‌کند."),
        ),
        SKILLS,
    ),
)

RECOGNITION = record(
    "Recognition",
    "rec",
    "Recognition: An organization says that it recognizes a qualification of another.",
    "به‌رسمیت‌شناسی: سازمانی می‌گوید گواهینامهٔ سازمانی دیگر را به رسمیت می‌شناسد.",
    plural=("recognitions", "Recognitions", "به‌رسمیت‌شناسی‌ها"),
    common=PUBLISHED_RECORD,
    life=Blank(
        Life(
            RecordStatus,
            (
                move(
                    "recognizeQualification",
                    ("QUALIFICATION_RECOGNIZED", "Qualification recognized", "به‌رسمیت‌شناسی گواهینامه"),
                    "Recognize: Say that your organization recognizes a qualification that another issues.",
                    "به رسمیت شناختن: بگویید سازمان شما گواهینامهٔ سازمانی دیگر را به رسمیت می‌شناسد.",
                    Way.CREATE,
                    by=By.MEMBER,
                    end=RecordStatus.PUBLISHED,
                    gives=(
                        "Recognition: A qualification of another that yours recognizes. Published at once.",
                        "به‌رسمیت‌شناسی: گواهینامهٔ دیگری که به رسمیت می‌شناسید. بی‌درنگ منتشر می‌شود.",
                    ),
                ),
                EDIT,
                instead(
                    WITHDRAW,
                    "Withdraw: Recognize it no longer; the recognition stays with your organization, marked.",
                    "پس گرفتن: دیگر آن را به رسمیت نشناسید؛ با نشان نزد سازمان شما می‌ماند.",
                ),
            ),
        )
    ),
    members=(
        text(
            "purpose",
            "Purpose: What it is recognized for, e.g. hiring or entry to a higher course.",
            "کاربرد: برای چه به رسمیت شناخته می‌شود، مانند استخدام یا ورود به دورهٔ بالاتر.",
            OPTIONAL,
            searched=TITLE,
        ),
        text(
            "conditions",
            "Conditions: What else it asks of a holder; null where nothing.",
            "شرط‌ها: از دارندهٔ آن دیگر چه می‌خواهد؛ اگر هیچ null.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        day(
            "since",
            "Since: The day from which it is recognized; null where that is not told.",
            "از: از چه روزی به رسمیت شناخته می‌شود؛ اگر گفته نشده null.",
            OPTIONAL,
            days=HAPPENED,
        ),
        day(
            "until",
            "Until: The last day; null while no end is set.",
            "تا: واپسین روز؛ تا پایانی ندارد null.",
            OPTIONAL,
            days=PLANNED,
            from_="since",
        ),
        *SOURCE,
        link(
            "recognizer",
            OWNER_EDGE,
            "Organization",
            "Recognizer: The organization that recognizes it.",
            "به‌رسمیت‌شناسنده: سازمانی که آن را به رسمیت می‌شناسد.",
            back=those(
                "The qualifications of others that it recognizes.",
                "گواهینامه‌های دیگران که به رسمیت می‌شناسد.",
            ),
        ),
        link(
            "qualification",
            "RECOGNIZES",
            "Qualification",
            "Qualification: The one that is recognized; null where you may not read it.",
            "گواهینامه: گواهینامه‌ای که به رسمیت شناخته می‌شود؛ اگر نمی‌توانید بخوانید null.",
            ONCE,
            back=those(
                "Who recognizes it, each in its own words.",
                "چه کسانی آن را به رسمیت می‌شناسند، هر یک به زبان خود.",
            ),
        ),
    ),
)

AREA = (QUALIFICATION, RECOGNITION)
