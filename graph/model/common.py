"""Properties that many nodes share, the enums more than one area uses, and the life of what is published."""

from graph.model.core import Computed, Kind, Property
from graph.model.declare import (
    OPTIONAL,
    REQUIRED,
    choice,
    choices,
    flag,
    link,
    links,
    moment,
    move,
    those,
    whole,
)
from graph.model.life import Blank, By, Life, Move, Way
from graph.model.words import Choice, Words


class Visibility(
    Choice,
    en="Visibility: Who may read a published record.",
    fa="دیدپذیری: چه کسی رکورد منتشرشده را می‌خواند.",
):
    PUBLIC = "PUBLIC", "Everybody", "همگان"
    MEMBERS = "MEMBERS", "Members", "اعضا"
    PARTNERS = "PARTNERS", "Partners", "شریکان"
    ORGANIZATION = "ORGANIZATION", "The organization itself", "خود سازمان"
    ANONYMIZED = "ANONYMIZED", "Members, without its author", "اعضا، بی‌نام نویسنده"


class RecordStatus(
    Choice,
    en="Status: Where a record stands: written, published, or taken back (it stays, marked).",
    fa="وضعیت: رکورد کجاست: نوشته، منتشر، یا پس‌گرفته (می‌ماند، با نشان).",
):
    DRAFT = "DRAFT", "Draft", "پیش‌نویس"
    PUBLISHED = "PUBLISHED", "Published", "منتشرشده"
    WITHDRAWN = "WITHDRAWN", "Withdrawn", "پس‌گرفته"


class Language(
    Choice,
    en="Language: The language a text is written in (ISO 639-1).",
    fa="زبان: زبانی که متن به آن نوشته شده است (ISO 639-1).",
):
    FA = "FA", "Persian", "فارسی"
    EN = "EN", "English", "انگلیسی"


class TargetGroup(Choice, en="Target group: Whom the work is for.", fa="گروه هدف: کار برای چه کسانی است."):
    WOMEN_HEADS_OF_HOUSEHOLD = "WOMEN_HEADS_OF_HOUSEHOLD", "Women heads of household", "زنان سرپرست خانوار"
    YOUTH = "YOUTH", "Youth", "جوانان"
    PEOPLE_WITH_DISABILITIES = "PEOPLE_WITH_DISABILITIES", "People with disabilities", "افراد دارای معلولیت"
    RECOVERING_FROM_ADDICTION = (
        "RECOVERING_FROM_ADDICTION",
        "People recovering from addiction",
        "بهبودیافتگان از اعتیاد",
    )
    RURAL = "RURAL", "Rural people", "روستاییان"
    DECILES_1_4 = "DECILES_1_4", "Income deciles 1 to 4", "دهک‌های ۱ تا ۴"
    REFUGEES = "REFUGEES", "Refugees", "پناهندگان"
    FORMER_PRISONERS = "FORMER_PRISONERS", "Former prisoners", "زندانیان پیشین"


TARGET_GROUPS = choices("targetGroups", TargetGroup, "Target groups", "گروه‌های هدف", OPTIONAL)
LANGUAGE = choice("language", Language, "Language", "زبان", REQUIRED, default=Language.FA)

AUDIENCE = Property("audience", filterable=False)
OWNER_IDS = Property("ownerIds", many=True, filterable=False)
"""`audience` and `ownerIds` decide who reads a record (see `graph.model.access`); never shown."""

INTERNAL = (AUDIENCE, OWNER_IDS)

VERSIONED = (
    whole(
        "version",
        "Version: Grows with every change; give back the one you have read when you edit.",
        "نسخه: با هر تغییر یکی بالا می‌رود؛ هنگام ویرایش همان را که خوانده‌اید بفرستید.",
        required=True,
        filterable=False,
    ),
    moment("createdAt", "Created at", "زمان ایجاد", required=True),
    moment("updatedAt", "Updated at", "زمان آخرین تغییر", required=True),
    flag("demo", "Demo: Whether it belongs to the demo network.", "نمایشی: آیا از شبکهٔ نمایشی است."),
)

VISIBILITY = choice(
    "visibility",
    Visibility,
    "Visibility: Who may read it once it is published.",
    "دیدپذیری: پس از انتشار چه کسی آن را می‌خواند.",
    REQUIRED,
    default=Visibility.MEMBERS,
)

PUBLISHABLE = (
    choice("status", RecordStatus, "Status", "وضعیت", required=True),
    VISIBILITY,
    moment("publishedAt", "Published at", "زمان انتشار"),
)
PUBLISHED_RECORD = (*PUBLISHABLE, *VERSIONED, *INTERNAL)
"""What every record has in common that its organization publishes."""


def bilingual(name: str, fa: str, en: str, words: Words) -> Computed:
    """The field `name`: the viewer's language first, the other where it is missing."""
    return Computed(
        name,
        Kind.STRING,
        lambda n, _see: (
            f"CASE $language WHEN 'en' THEN coalesce({n}.{en}, {n}.{fa}) "
            f"ELSE coalesce({n}.{fa}, {n}.{en}) END"
        ),
        flat=True,
        words=words,
    )


# -- edges that many records have ------------------------------------------------------------------

PUBLISHER = link(
    "publisher",
    "PUBLISHED_BY",
    "Organization",
    "Publisher: Null where the author is closed to you.",
    "ناشر: آن‌جا که نویسنده بر شما بسته است null.",
    back=those("Those it has published.", "آن‌ها که منتشر کرده است."),
)
REGION = link(
    "region",
    "LOCATED_IN",
    "Region",
    "Region: Where it is.",
    "ناحیه: کجاست.",
    OPTIONAL,
    open=True,
    back=those("Those in it.", "آن‌ها که در آن‌اند."),
)
TOPICS = links(
    "topics",
    "ABOUT",
    "Topic",
    "Topics: What it is about.",
    "موضوع‌ها: دربارهٔ چیست.",
    OPTIONAL,
    open=True,
    back=those("Those about it.", "آن‌ها که دربارهٔ آن‌اند."),
)
SKILLS = links(
    "skills",
    "USES_SKILL",
    "Skill",
    "Skills: What people need to be able to do.",
    "مهارت‌ها: آنچه باید بتوان.",
    OPTIONAL,
    open=True,
    back=those("Those that use it.", "آن‌ها که آن را به کار می‌گیرند."),
)


# -- the life of what is published -----------------------------------------------------------------

CHANGES = (
    "Changes: What changes; what is left out stays, null takes away.",
    "تغییرها: آنچه عوض می‌شود؛ آنچه نیاید می‌ماند و null آن را برمی‌دارد.",
)
_DRAFT, _PUBLISHED, _WITHDRAWN = RecordStatus.DRAFT, RecordStatus.PUBLISHED, RecordStatus.WITHDRAWN

CREATE = move(
    "create«Label»",
    ("«LABEL»_CREATED", "«» created", "ایجاد «»"),
    "Create: Write down «a», as a draft.",
    "ایجاد: «» را چون پیش‌نویس بنویسید.",
    Way.CREATE,
    by=By.MEMBER,
    end=_DRAFT,
    gives=(
        "Draft: A draft, readable by your organization until it is published.",
        "پیش‌نویس: تا انتشار، تنها سازمان شما آن را می‌خواند.",
    ),
)
EDIT = move(
    "edit«Label»",
    ("«LABEL»_EDITED", "«» edited", "ویرایش «»"),
    "Edit: Change «a» of your organization.",
    "ویرایش: «» سازمان خود را تغییر دهید.",
    Way.EDIT,
    start=(_DRAFT, _PUBLISHED),
    gives=CHANGES,
)
PUBLISH = move(
    "publish«Label»",
    ("«LABEL»_PUBLISHED", "«» published", "انتشار «»"),
    "Publish: Let others read it.",
    "انتشار: بگذارید دیگران آن را بخوانند.",
    Way.PUBLISH,
    start=(_DRAFT, _PUBLISHED, _WITHDRAWN),
    end=_PUBLISHED,
    already="ALREADY_PUBLISHED",
    input="PublishInput",
)
WITHDRAW = move(
    "withdraw«Label»",
    ("«LABEL»_WITHDRAWN", "«» withdrawn", "پس گرفتن «»"),
    "Withdraw: Take it back.",
    "پس گرفتن: آن را پس بگیرید.",
    Way.WITHDRAW,
    start=(_DRAFT, _PUBLISHED),
    end=_WITHDRAWN,
    already="ALREADY_WITHDRAWN",
    input="WithdrawInput",
)


def published(*more: Move, **instead: Move) -> Blank:
    """Draft, published, withdrawn. `more` moves follow; `create=` and so on stand for the usual ones."""
    usual = {"create": CREATE, "edit": EDIT, "publish": PUBLISH, "withdraw": WITHDRAW} | instead
    return Blank(Life(RecordStatus, (*usual.values(), *more)))


PUBLISHED = published()
