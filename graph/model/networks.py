"""Networks of organizations, national and provincial, from being planned to being dissolved."""

from graph.model.common import CHANGES, INTERNAL, REGION, SOURCE, TOPICS, VERSIONED, bilingual
from graph.model.days import FOUNDED
from graph.model.declare import (
    BODY,
    NEVER,
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    link,
    move,
    record,
    text,
    web,
    whole,
)
from graph.model.life import Also, By, Life
from graph.model.sides import Side
from graph.model.words import Choice


class NetworkLevel(
    Choice,
    en="Level of a network: How far it reaches.",
    fa="سطح شبکه: شبکه چه گستره‌ای دارد.",
):
    NATIONAL = "NATIONAL", "National: For a whole country.", "ملی: برای سراسر یک کشور."
    PROVINCIAL = (
        "PROVINCIAL",
        "Provincial: For one province, or what a country calls its parts.",
        "استانی: برای یک استان، یا هر چه کشوری به بخش‌های خود می‌گوید.",
    )


class NetworkStatus(
    Choice,
    en="Status of a network: Where it stands, from the plan to its end.",
    fa="وضعیت شبکه: شبکه در چه مرحله‌ای است، از برنامه تا پایان.",
):
    PLANNED = (
        "PLANNED",
        "Planned: Being prepared; its secretariat and the coordinators alone read it.",
        "برنامه‌ریزی‌شده: در دست آماده‌سازی؛ تنها دبیرخانهٔ آن و هماهنگ‌کنندگان می‌خوانند.",
    )
    FOUNDING = (
        "FOUNDING",
        "Founding: Its founding steps are under way, and everybody reads it.",
        "در حال تأسیس: گام‌های تأسیس آن برداشته می‌شود و همگان آن را می‌خوانند.",
    )
    ACTIVE = "ACTIVE", "Active: Founded, and at work.", "فعال: تأسیس شده و کار می‌کند."
    DISSOLVED = (
        "DISSOLVED",
        "Dissolved: At an end; what it was stays to be read.",
        "منحل‌شده: به پایان رسیده؛ آنچه بود خواندنی می‌ماند.",
    )


PLANNED, FOUNDING = NetworkStatus.PLANNED, NetworkStatus.FOUNDING
ACTIVE, DISSOLVED = NetworkStatus.ACTIVE, NetworkStatus.DISSOLVED
OPEN = (FOUNDING, ACTIVE)
"""Where others read it, and so can join it, sit on its boards or take it over."""

LIFE = Life(
    NetworkStatus,
    (
        move(
            "createNetwork",
            ("NETWORK_CREATED", "Network planned", "برنامه‌ریزی شبکه"),
            "Plan a network: Your organization becomes its secretariat; others read it and can join once you"
            " `beginFounding`. A province's under a national one comes of `foundProvincialNetwork`.",
            "برنامه‌ریزی شبکه: سازمان شما دبیرخانهٔ آن می‌شود؛ دیگران پس از `beginFounding` آن را می‌خوانند و"
            " می‌پیوندند. شبکهٔ استانیِ زیر یک شبکهٔ ملی با `foundProvincialNetwork` ساخته می‌شود.",
            by=By.MEMBER,
            end=PLANNED,
            gives=(
                "Network: One that is planned; others read it once its founding has begun.",
                "شبکه: شبکه‌ای که برنامه‌ریزی می‌شود؛ دیگران پس از آغاز تأسیس آن را می‌خوانند.",
            ),
        ),
        move(
            "editNetwork",
            ("NETWORK_EDITED", "Network edited", "ویرایش شبکه"),
            "Edit: Change what is said of a network that yours is the secretariat of.",
            "ویرایش: آنچه دربارهٔ شبکه گفته شده را تغییر دهید، اگر دبیرخانه‌اش سازمان شماست.",
            start=(PLANNED, FOUNDING, ACTIVE),
            gives=CHANGES,
        ),
        move(
            "beginFounding",
            ("NETWORK_FOUNDING", "Founding begun", "آغاز تأسیس شبکه"),
            "Begin the founding: From now on everybody reads the network and its steps.",
            "آغاز تأسیس: از این پس همگان شبکه و گام‌های آن را می‌خوانند.",
            start=(PLANNED,),
            end=FOUNDING,
        ),
        move(
            "activateNetwork",
            ("NETWORK_ACTIVATED", "Network active", "فعال شدن شبکه"),
            "Activate: Say that it is founded, once each of its founding steps is done or skipped.",
            "فعال کردن: بگویید تأسیس شده است، وقتی همهٔ گام‌های تأسیس انجام شده یا کنار گذاشته شده‌اند.",
            start=(FOUNDING,),
            end=ACTIVE,
        ),
        move(
            "dissolveNetwork",
            ("NETWORK_DISSOLVED", "Network dissolved", "انحلال شبکه"),
            "Dissolve: End a network, with the reason; coordinators may where its secretariat does not.",
            "انحلال: شبکه را با دلیل پایان دهید؛ اگر دبیرخانه نکند، هماهنگ‌کنندگان هم می‌توانند.",
            also=Also(By.COORDINATOR),
            start=(PLANNED, FOUNDING, ACTIVE),
            end=DISSOLVED,
        ),
        move(
            "reopenNetwork",
            ("NETWORK_REOPENED", "Network reopened", "بازگشایی شبکه"),
            "Reopen: Take the founding of a dissolved network up again; its members are members again.",
            "بازگشایی: تأسیس شبکهٔ منحل‌شده را از سر بگیرید؛ اعضایش دوباره عضو آن به شمار می‌آیند.",
            also=Also(By.COORDINATOR),
            start=(DISSOLVED,),
            end=FOUNDING,
        ),
        move(
            "foundProvincialNetwork",
            ("PROVINCIAL_NETWORK_FOUNDED", "Provincial network planned", "برنامه‌ریزی شبکهٔ استانی"),
            "Found a provincial network: Plan one for a province, with the founding steps of the national one"
            " to be taken anew and its charter in force as a draft.",
            "تأسیس شبکهٔ استانی: برای یک استان شبکه‌ای برنامه‌ریزی کنید، با همان گام‌های تأسیس شبکهٔ ملی که از نو"
            " برداشته می‌شوند و پیش‌نویسی از اساسنامهٔ جاری آن.",
            start=OPEN,
        ),
        move(
            "offerSecretariat",
            ("SECRETARIAT_OFFERED", "Secretariat offered", "پیشنهاد دبیرخانه"),
            "Offer the secretariat: Ask another organization to be the secretariat from now on;"
            " a new offer takes the place of one that waits.",
            "پیشنهاد دبیرخانه: از سازمانی دیگر بخواهید از این پس دبیرخانه باشد؛ پیشنهاد تازه جای"
            " پیشنهادی را که"
            " بی‌پاسخ مانده می‌گیرد.",
            start=OPEN,
        ),
        move(
            "acceptSecretariat",
            ("SECRETARIAT_ACCEPTED", "Secretariat accepted", "پذیرش دبیرخانه"),
            "Accept the secretariat: Become the secretariat, as the organization it is offered to.",
            "پذیرش دبیرخانه: دبیرخانه شوید، اگر به سازمان شما پیشنهاد شده است.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            also=Also(By.ADMINISTRATOR),
            start=OPEN,
        ),
        move(
            "declineSecretariat",
            ("SECRETARIAT_DECLINED", "Secretariat declined", "رد دبیرخانه"),
            "Decline the secretariat: As the one it is offered to; whoever offered it takes it back so, too.",
            "رد دبیرخانه: اگر به شما پیشنهاد شده؛ پیشنهاددهنده هم با همین آن را پس می‌گیرد.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            also=Also(By.OWNER),
            start=OPEN,
        ),
    ),
)

NETWORK = record(
    "Network",
    "net",
    "Network: Organizations of one field that act together under a charter, nationally or in a province.",
    "شبکه: سازمان‌های یک حوزه که زیر یک اساسنامه با هم کار می‌کنند، در سراسر کشور یا در یک استان.",
    plural=("networks", "Networks", "شبکه‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "level",
            NetworkLevel,
            "Level: National or provincial; it never changes.",
            "سطح: ملی یا استانی؛ هرگز عوض نمی‌شود.",
            ONCE,
        ),
        bilingual("name", "Name", "نام"),
        text(
            "nameFa",
            "Persian name: What it is called in Persian.",
            "نام فارسی: به فارسی چه نام دارد.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "nameEn",
            "English name: What it is called in English; null where it has no such name.",
            "نام انگلیسی: به انگلیسی چه نام دارد؛ اگر چنین نامی ندارد null.",
            OPTIONAL,
            searched=TITLE,
        ),
        text(
            "purpose",
            "Purpose: What it is there for, in a few sentences.",
            "هدف: برای چه برپا می‌شود، در چند جمله.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        choice(
            "status",
            NetworkStatus,
            "Status: Planned, founding, active or dissolved.",
            "وضعیت: برنامه‌ریزی‌شده، در حال تأسیس، فعال یا منحل‌شده.",
            required=True,
        ),
        day(
            "foundedOn",
            "Founded on: The day it was founded; null where that is not told.",
            "روز بنیان‌گذاری: روزی که تأسیس شد؛ اگر گفته نشده null.",
            OPTIONAL,
            days=FOUNDED,
        ),
        day(
            "dissolvedOn",
            "Dissolved on: The day it was dissolved; null while it is there.",
            "روز انحلال: روزی که منحل شد؛ تا هست null.",
            days=FOUNDED,
            sortable=False,
        ),
        text(
            "endReason",
            "Reason of the end: Why it was dissolved; null while it is there.",
            "دلیل پایان: چرا منحل شد؛ تا هست null.",
            NEVER,
            long=True,
        ),
        whole(
            "stepDays",
            "Days for a step: Within how many days each step of an application is to be done,"
            " 366 at most; null where none are set.",
            "مهلت هر گام: هر گام از درخواست عضویت در چند روز باید انجام شود، حداکثر ۳۶۶ روز؛ اگر"
            " تعیین نشده null.",
            OPTIONAL,
        ),
        web(
            "website",
            "Website: Its address in full; it starts with `https://` or `http://`.",
            "وبگاه: نشانی کامل آن؛ با `https://` یا `http://` آغاز می‌شود.",
            OPTIONAL,
        ),
        *SOURCE,
        link(
            "secretariat",
            "RUN_BY",
            "Organization",
            "Secretariat: The organization that runs it, and speaks for it here.",
            "دبیرخانه: سازمانی که آن را اداره می‌کند و این‌جا از سوی آن سخن می‌گوید.",
            back=back(
                "networksRun",
                "Networks run: Those that it is the secretariat of.",
                "شبکه‌هایی که دبیرخانه‌شان است: آن‌ها که این سازمان دبیرخانه‌شان است.",
            ),
        ),
        link(
            "offeredTo",
            "OFFERED_TO",
            "Organization",
            "Offered to: The organization that is asked to be the secretariat; null while none is.",
            "پیشنهادشده به: سازمانی که از آن خواسته شده دبیرخانه باشد؛ اگر نیست null.",
            back=back(
                "secretariatsOffered",
                "Secretariats offered: Networks that ask it to be their secretariat.",
                "دبیرخانه‌های پیشنهادی: شبکه‌هایی که از آن خواسته‌اند دبیرخانه‌شان باشد.",
            ),
        ),
        link(
            "parent",
            "UNDER",
            "Network",
            "Parent: The national network that a provincial one belongs to; null where there is none.",
            "شبکهٔ بالادست: شبکهٔ ملی که شبکهٔ استانی از آن است؛ اگر نیست null.",
            back=back(
                "provincialNetworks",
                "Provincial networks: Those founded under it, as far as you may read them.",
                "شبکه‌های استانی: آن‌ها که زیر آن تأسیس شده‌اند، تا جایی که می‌توانید بخوانید.",
            ),
        ),
        REGION,
        TOPICS,
    ),
)

AREA = (NETWORK,)
