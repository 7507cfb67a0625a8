"""Properties that many nodes share, the enums more than one area uses, and the life of what is published."""

from graph.model.days import HAPPENED
from graph.model.declare import (
    OPTIONAL,
    REQUIRED,
    TITLE,
    choice,
    choices,
    day,
    flag,
    link,
    links,
    moment,
    move,
    text,
    texts,
    those,
    web,
    whole,
)
from graph.model.life import Blank, By, Life, Move, Way
from graph.model.members import Computed, Kind, Property
from graph.model.words import Choice, Words


class Visibility(
    Choice,
    en="Visibility: Who may read a published record.",
    fa="دیدپذیری: چه کسی رکورد منتشرشده را می‌خواند.",
):
    PUBLIC = "PUBLIC", "Everybody: Also whoever is not signed in.", "همگان: حتی کسی که وارد نشده است."
    MEMBERS = "MEMBERS", "Members: Whoever is signed in.", "اعضا: هر که وارد شده است."
    PARTNERS = (
        "PARTNERS",
        "Partners: Those that share a running partnership with its organization.",
        "شریکان: آن‌ها که با سازمان نویسنده مشارکتی جاری دارند.",
    )
    ORGANIZATION = (
        "ORGANIZATION",
        "The organization itself: No other organization; administrators too, unless it was anonymized.",
        "خود سازمان: هیچ سازمان دیگری نمی‌بیند؛ سرپرستان می‌بینند، مگر پیش‌تر بی‌نام بوده باشد.",
    )
    ANONYMIZED = (
        "ANONYMIZED",
        "Members, without its author: Members read it, and nothing tells them whose it is.",
        "اعضا، بی‌نام نویسنده: اعضا آن را می‌خوانند و هیچ چیز نمی‌گوید از کیست.",
    )


class RecordStatus(
    Choice,
    en="Status: Where a record stands: written, published, or taken back (it stays, marked).",
    fa="وضعیت: رکورد کجاست: نوشته، منتشر، یا پس‌گرفته (می‌ماند، با نشان).",
):
    DRAFT = (
        "DRAFT",
        "Draft: Being written: its own organization alone reads it.",
        "پیش‌نویس: در دست نوشتن: تنها سازمان خودش آن را می‌خواند.",
    )
    PUBLISHED = (
        "PUBLISHED",
        "Published: Read by those whom its visibility names.",
        "منتشرشده: هر که دیدپذیری‌اش بگوید آن را می‌خواند.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: Taken back: kept with this mark, for its own organization.",
        "پس‌گرفته: پس گرفته شده و با همین نشان نزد سازمان خودش می‌ماند.",
    )


class Language(
    Choice,
    en="Language: The language a text is written in (ISO 639-1).",
    fa="زبان: زبانی که متن به آن نوشته شده است (ISO 639-1).",
):
    FA = "FA", "Persian: `fa` in ISO 639-1.", "فارسی: در ISO 639-1 همان `fa`."
    EN = "EN", "English: `en` in ISO 639-1.", "انگلیسی: در ISO 639-1 همان `en`."


class TargetGroup(Choice, en="Target group: Whom the work is for.", fa="گروه هدف: کار برای چه کسانی است."):
    WOMEN_HEADS_OF_HOUSEHOLD = (
        "WOMEN_HEADS_OF_HOUSEHOLD",
        "Women heads of household: Women who provide for a family alone, widowed or divorced for example.",
        "زنان سرپرست خانوار: زنانی که خرج خانواده با آن‌هاست، مانند زنان بیوه یا جداشده.",
    )
    YOUTH = (
        "YOUTH",
        "Youth: Young people, most of them looking for a first job.",
        "جوانان: کسانی که بیشترشان جویای نخستین شغل‌اند.",
    )
    PEOPLE_WITH_DISABILITIES = (
        "PEOPLE_WITH_DISABILITIES",
        "People with disabilities: Of body, sight, hearing or mind.",
        "افراد دارای معلولیت: معلولیت جسمی، بینایی، شنوایی یا ذهنی.",
    )
    RECOVERING_FROM_ADDICTION = (
        "RECOVERING_FROM_ADDICTION",
        "People recovering from addiction: Those who have given up drugs and want to work again.",
        "بهبودیافتگان از اعتیاد: کسانی که مصرف را کنار گذاشته‌اند و می‌خواهند به کار برگردند.",
    )
    RURAL = (
        "RURAL",
        "Rural people: Those who live in villages, and nomads.",
        "روستاییان: ساکنان روستاها، و عشایر.",
    )
    DECILES_1_4 = (
        "DECILES_1_4",
        "Income deciles 1 to 4: The poorer 40 percent of households by income.",
        "دهک‌های ۱ تا ۴: ۴۰ درصد کم‌درآمدتر خانوارها.",
    )
    DEPRIVED_AREAS = (
        "DEPRIVED_AREAS",
        "Deprived areas: Those who live where it is generally counted as deprived.",
        "مناطق محروم: ساکنان جاهایی که عموماً محروم شمرده می‌شوند.",
    )
    REFUGEES = (
        "REFUGEES",
        "Refugees: Those who have fled from another country, registered or not.",
        "پناهندگان: کسانی که از کشوری دیگر گریخته‌اند، ثبت‌شده یا نه.",
    )
    FORMER_PRISONERS = (
        "FORMER_PRISONERS",
        "Former prisoners: Those released from prison who return to work and family.",
        "زندانیان پیشین: آزادشدگان از زندان که به کار و خانواده برمی‌گردند.",
    )


TARGET_GROUPS = choices(
    "targetGroups",
    TargetGroup,
    "Target groups: Whom it is meant for; empty where that is not told.",
    "گروه‌های هدف: برای چه کسانی است؛ خالی یعنی گفته نشده.",
    OPTIONAL,
    generalized=True,
)
SOURCE = (
    text(
        "source",
        "Source: Who made this known, where it is not told by those whom it is about; null where it is.",
        "منبع: چه کسی این را اعلام کرده است، اگر گفتهٔ خود صاحبانش نیست؛ اگر هست null.",
        OPTIONAL,
    ),
    day(
        "sourceDate",
        "Date of the source: The day it was made known; null where that is not told.",
        "تاریخ منبع: روزی که اعلام شد؛ اگر گفته نشده null.",
        OPTIONAL,
        days=HAPPENED,
        sortable=False,
    ),
    web(
        "sourceUrl",
        "Link to the source: Where it can be read; null where it is not on the web.",
        "پیوند منبع: منبع را کجا می‌توان خواند؛ اگر در وب نیست null.",
        OPTIONAL,
    ),
)
LANGUAGE = choice(
    "language",
    Language,
    "Language: The language its texts are written in; Persian unless you say otherwise.",
    "زبان: زبان متن‌های آن؛ اگر نگویید فارسی.",
    REQUIRED,
    default=Language.FA,
)

AUDIENCE = Property("audience", filterable=False, hidden=True)
OWNER_IDS = Property("ownerIds", many=True, filterable=False, hidden=True)
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
    moment(
        "createdAt",
        "Created at: When it was first written into the hub.",
        "زمان ایجاد: نخستین بار کی در کانون نوشته شد.",
        required=True,
    ),
    moment(
        "updatedAt",
        "Updated at: When it last changed; at first, when it was created.",
        "زمان آخرین تغییر: آخرین بار کی تغییر کرد؛ در آغاز همان زمان ایجاد.",
        required=True,
    ),
    flag(
        "demo",
        "Demo: Whether it belongs to the demo network, invented for trials.",
        "نمایشی: آیا از شبکهٔ نمایشی است که برای آزمودن ساخته شده.",
    ),
)

CLAIM = (*VERSIONED, *INTERNAL, Property("askedId", filterable=False, hidden=True))
"""What all claims have (`Access.ASKED`); `askedId`: who, of its owners, is asked."""

ANSWERED = ("CONFIRMED", "REFUSED")
"""States in which whoever is asked has given its word: it reads the claim of what was closed to it since."""

REFUSAL = text(
    "reason",
    "Reason: Why it was refused; null where that is not told.",
    "دلیل: چرا رد شد؛ اگر گفته نشده null.",
    long=True,
)


def claim_status(states: type[Choice]) -> Property:
    """Where a claim stands, of `states` CLAIMED, CONFIRMED, REFUSED and WITHDRAWN."""
    return choice(
        "status",
        states,
        "Status: Claimed, confirmed, refused or withdrawn.",
        "وضعیت: اظهارشده، تأییدشده، ردشده یا پس‌گرفته.",
        required=True,
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
    choice(
        "status",
        RecordStatus,
        "Status: Draft, published or withdrawn; publishing and withdrawing change it.",
        "وضعیت: پیش‌نویس، منتشرشده یا پس‌گرفته؛ با انتشار و پس گرفتن عوض می‌شود.",
        required=True,
    ),
    VISIBILITY,
    moment(
        "publishedAt",
        "Published at: When it was first published; null until then.",
        "زمان انتشار: نخستین بار کی منتشر شد؛ تا آن هنگام null.",
    ),
)
PUBLISHED_RECORD = (*PUBLISHABLE, *VERSIONED, *INTERNAL)
"""What every record has in common that its organization publishes."""


def bilingual(name: str, label_en: str, label_fa: str) -> Computed:
    """The field `name`: `nameFa` or `nameEn`, in the viewer's language, or the one that is there."""
    en, fa = f"{name}En", f"{name}Fa"
    words = Words(
        f"{label_en}: In your language; in the other one where that is missing.",
        f"{label_fa}: به زبان شما؛ اگر نباشد به زبان دیگر.",
    )
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


ALSO_KNOWN_AS = texts(
    "alsoKnownAs",
    "Also known as: Other names of it, in any language: searched like its own, never shown for it.",
    "نام‌های دیگر: نام‌های دیگر آن، به هر زبان: مانند نام خودش جست‌وجو می‌شوند و به جای آن نشان داده نمی‌شوند.",
    OPTIONAL,
    TITLE,
)

# -- edges that many records have ------------------------------------------------------------------

OWNER_EDGE = "PUBLISHED_BY"
"""The relationship from a record to the organization that owns it."""

PUBLISHER = link(
    "publisher",
    OWNER_EDGE,
    "Organization",
    "Publisher: The organization that wrote it; null where its author is closed to you.",
    "ناشر: سازمانی که آن را نوشته است؛ آن‌جا که نویسنده بر شما بسته است null.",
    back=those(
        "What it has written, as far as you may read it.", "آنچه نوشته است، تا جایی که می‌توانید بخوانید."
    ),
)
REGION = link(
    "region",
    "LOCATED_IN",
    "Region",
    "Region: The county, province or country it concerns; null where it is bound to no place.",
    "ناحیه: شهرستان، استان یا کشوری که به آن مربوط است؛ اگر به جایی وابسته نیست null.",
    OPTIONAL,
    open=True,
    generalized=True,
    back=those("Those of this very region, not of its parts.", "آن‌ها که از همین ناحیه‌اند، نه از بخش‌های آن."),
)
TOPICS = links(
    "topics",
    "ABOUT",
    "Topic",
    "Topics: What it is about, from the list that all share.",
    "موضوع‌ها: دربارهٔ چیست، از فهرستی که همه به کار می‌برند.",
    OPTIONAL,
    open=True,
    generalized=True,
    back=those(
        "Those about this very topic, not a narrower one.", "آن‌ها که دربارهٔ همین موضوع‌اند، نه زیرشاخه‌هایش."
    ),
)
SKILLS = links(
    "skills",
    "USES_SKILL",
    "Skill",
    "Skills: What people need to be able to do for it, or learn by it.",
    "مهارت‌ها: مهارت‌هایی که برای آن لازم است یا با آن آموخته می‌شود.",
    OPTIONAL,
    open=True,
    back=those("Those that need or teach this very skill.", "آن‌ها که همین مهارت را لازم دارند یا می‌آموزند."),
)
PROGRAM = link(
    "program",
    "CAME_OUT_OF",
    "Program",
    "Program: The program it came out of, which its author has a part in; null where it came out of none.",
    "برنامه: برنامه‌ای که از دل آن برآمده و نویسنده در آن نقشی دارد؛ اگر از برنامه‌ای نیست null.",
    OPTIONAL,
    back=those("Those that came out of it.", "آن‌ها که از دل این برنامه برآمده‌اند."),
)


# -- the life of what is published -----------------------------------------------------------------

CHANGES = (
    "Changes: What changes; what is left out stays as it is, null takes it away.",
    "تغییرها: آنچه عوض می‌شود؛ آنچه نیاید همان که بود می‌ماند و null آن را برمی‌دارد.",
)
_DRAFT, _PUBLISHED, _WITHDRAWN = RecordStatus.DRAFT, RecordStatus.PUBLISHED, RecordStatus.WITHDRAWN

CREATE = move(
    "create«Label»",
    ("«LABEL»_CREATED", "«» created", "ایجاد «»"),
    "Create: Write down «a» as a draft, which only your organization reads.",
    "ایجاد: پیش‌نویس «» را بنویسید؛ تنها سازمان شما آن را می‌خواند.",
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
    "Edit: Change «a» of your organization, a draft or a published one.",
    "ویرایش: «» را تغییر دهید، پیش‌نویس یا منتشرشده، اگر از سازمان شماست.",
    Way.EDIT,
    start=(_DRAFT, _PUBLISHED),
    gives=CHANGES,
)
PUBLISH = move(
    "publish«Label»",
    ("«LABEL»_PUBLISHED", "«» published", "انتشار «»"),
    "Publish: Let those read it whom its visibility names.",
    "انتشار: بگذارید هر که دیدپذیری‌اش می‌گوید آن را بخواند.",
    Way.PUBLISH,
    start=(_DRAFT, _PUBLISHED, _WITHDRAWN),
    end=_PUBLISHED,
    already="ALREADY_PUBLISHED",
    input="PublishInput",
)
WITHDRAW = move(
    "withdraw«Label»",
    ("«LABEL»_WITHDRAWN", "«» withdrawn", "پس گرفتن «»"),
    "Withdraw: Take it back; it stays with your organization, marked.",
    "پس گرفتن: آن را پس بگیرید؛ با نشان نزد سازمان شما می‌ماند.",
    Way.WITHDRAW,
    start=(_DRAFT, _PUBLISHED),
    end=_WITHDRAWN,
    already="ALREADY_WITHDRAWN",
    input="WithdrawInput",
)
TAKE_DOWN = move(
    "takeDown«Label»",
    ("«LABEL»_TAKEN_DOWN", "«» taken down", "برداشتن «»"),
    "Take down: The secretariat takes back what an organization has published, and says why.",
    "برداشتن: دبیرخانه آنچه را سازمانی منتشر کرده برمی‌دارد و دلیلش را می‌گوید.",
    Way.TAKE_DOWN,
    by=By.ADMINISTRATOR,
    start=(_PUBLISHED,),
    end=_WITHDRAWN,
    already="ALREADY_WITHDRAWN",
    input="TakeDownInput",
)
OPENED = move(
    None,
    ("AUTHOR_OPENED", "Author opened", "بازشدن نویسنده"),
    "Opened: A trustee was told whose it is; its organization alone is told that.",
    "بازشدن نویسنده: به امینی گفته شد از کیست؛ تنها سازمان آن از این باخبر می‌شود.",
    by=By.NOBODY,
    start=(_PUBLISHED,),
)
"""What is done to a record that is anonymized, and leaves it as it was."""
TAKEDOWN_REASON = text(
    "takedownReason",
    "Reason of taking down: Why the secretariat took it down; null where it did not.",
    "دلیل برداشتن: چرا دبیرخانه آن را برداشت؛ اگر برنداشته null.",
    long=True,
)


def published(*more: Move, **instead: Move) -> Blank:
    """Draft, published, withdrawn. `more` moves follow; `create=` and so on stand for the usual ones."""
    usual = {"create": CREATE, "edit": EDIT, "publish": PUBLISH, "withdraw": WITHDRAW} | instead
    return Blank(Life(RecordStatus, (*usual.values(), *more)))


PUBLISHED = published()
