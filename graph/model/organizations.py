"""Organizations, their contacts, and their ties to other organizations."""

from graph.model.common import CHANGES, SOURCE, TARGET_GROUPS, TOPICS, VERSIONED, bilingual
from graph.model.days import FOUNDED
from graph.model.declare import (
    BODY,
    BOTH,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    flag,
    link,
    links,
    move,
    part,
    record,
    row,
    rows,
    text,
    web,
)
from graph.model.life import Also, By, Life, Way
from graph.model.members import Access, Kind, Property
from graph.model.ties import ASPECTS, TIE
from graph.model.words import Choice, Words


class OrganizationKind(
    Choice,
    en="Kind of organization: What an organization is by law and by its work.",
    fa="گونهٔ سازمان: سازمان از نظر قانون و کارش چیست.",
):
    NGO = (
        "NGO",
        "NGO: A charity or an association, run by neither state nor profit.",
        "سازمان مردم‌نهاد: خیریه یا انجمن، نه دولتی و نه برای سود.",
    )
    STATE_BODY = (
        "STATE_BODY",
        "State body: An office of the state, e.g. the State Welfare Organization.",
        "نهاد دولتی: دستگاهی از دولت، مانند سازمان بهزیستی.",
    )
    FOUNDATION = (
        "FOUNDATION",
        "Foundation: It gives from means of its own, e.g. loans or equipment.",
        "بنیاد: از دارایی خود می‌دهد، مانند وام یا ابزار.",
    )
    TRAINING_PROVIDER = (
        "TRAINING_PROVIDER",
        "Training provider: It teaches trades and skills, in a centre of the state or a private one.",
        "آموزشگاه: حرفه و مهارت می‌آموزد، در مرکزی دولتی یا آزاد.",
    )
    ENTERPRISE = (
        "ENTERPRISE",
        "Enterprise: It makes or sells, and employs people.",
        "بنگاه: می‌سازد یا می‌فروشد و به مردم کار می‌دهد.",
    )
    NETWORK = (
        "NETWORK",
        "Network: Several organizations that act together.",
        "شبکه: چند سازمان که با هم کار می‌کنند.",
    )


class OrganizationStatus(
    Choice,
    en="Status: Whether an organization is only known of, on the hub, or gone.",
    fa="وضعیت: سازمان تنها شناخته‌شده است، در کانون است، یا رفته.",
):
    LISTED = (
        "LISTED",
        "Listed: Known to the network, not on the hub yet; it can be claimed.",
        "شناخته‌شده: شبکه آن را می‌شناسد و هنوز در کانون نیست؛ می‌تواند بپیوندد.",
    )
    MEMBER = (
        "MEMBER",
        "Member: On the hub: it reads and writes here itself.",
        "عضو: در کانون است: خودش این‌جا می‌خواند و می‌نویسد.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: Gone; what it wrote stays.",
        "رفته: رفته است؛ آنچه نوشته می‌ماند.",
    )


class ContactKind(
    Choice,
    en="Kind of contact: By what means a contact is reached.",
    fa="گونهٔ تماس: با چه وسیله‌ای می‌توان تماس گرفت.",
):
    PHONE = "PHONE", "Phone: A landline, with its area code.", "تلفن: تلفن ثابت، با پیش‌شماره."
    MOBILE = (
        "MOBILE",
        "Mobile: A mobile phone; stored as `+98` and ten digits.",
        "همراه: تلفن همراه؛ به شکل `+98` و ده رقم نگه داشته می‌شود.",
    )
    EMAIL = "EMAIL", "Mail: An electronic mail address.", "رایانامه: نشانی پست الکترونیکی."
    ADDRESS = "ADDRESS", "Address: Where letters and visitors go.", "نشانی: جایی که نامه و مراجعه‌کننده می‌رود."
    MESSENGER = (
        "MESSENGER",
        "Messenger: The name or number in a messenger, which the value says.",
        "پیام‌رسان: نام یا شماره در پیام‌رسانی که مقدار آن را می‌گوید.",
    )


CONTACT = part(
    "Contact",
    "Contact: How an organization is reached. Read by members only.",
    "راه تماس: چگونه می‌توان با سازمان تماس گرفت. تنها برای اعضا.",
    (
        choice(
            "kind",
            ContactKind,
            "Kind: By phone, mail, post or messenger.",
            "گونه: با تلفن، رایانامه، نشانی یا پیام‌رسان.",
            REQUIRED,
        ),
        text(
            "value", "Value: The number or address itself.", "مقدار: خود شماره یا نشانی.", REQUIRED, long=True
        ),
        text(
            "office",
            "Office: The office that answers there; never a person's name.",
            "دفتر: دفتری که پاسخ می‌دهد؛ هرگز نام کسی نیست.",
            OPTIONAL,
        ),
    ),
    access=Access.MEMBERS,
)

DESPITE = Property(
    "despite",
    Kind.ID,
    many=True,
    words=Words(
        "Despite: The organizations of nearly this name that it is not, as `LIKELY_TWIN` named them.",
        "با این همه: سازمان‌های کمابیش هم‌نام که این یکی آن‌ها نیست، چنان‌که `LIKELY_TWIN` نام برده است.",
    ),
)
LIFE = Life(
    OrganizationStatus,
    (
        move(
            "listOrganization",
            ("ORGANIZATION_LISTED", "Organization listed", "شناساندن سازمان"),
            "List: Make an organization known that is not on the hub yet, so that others can name it.",
            "شناساندن: سازمانی را که هنوز در کانون نیست بشناسانید تا دیگران بتوانند نامش را ببرند.",
            Way.CREATE,
            by=By.ANYONE,
            end=OrganizationStatus.LISTED,
            takes=(DESPITE,),
            gives=(
                "Listing: An organization known to the network, not yet on the hub.",
                "شناساندن: سازمانی که شبکه می‌شناسد و هنوز در کانون نیست.",
            ),
        ),
        move(
            "registerOrganization",
            ("ORGANIZATION_REGISTERED", "Organization registered", "پذیرش سازمان"),
            "Register: Take an organization in (coordinators).",
            "پذیرش: سازمانی را بپذیرید (هماهنگ‌کنندگان).",
            by=By.COORDINATOR,
            end=OrganizationStatus.MEMBER,
            takes=(DESPITE,),
            gives=("Member: An organization that joins the hub.", "عضو: سازمانی که به کانون می‌پیوندد."),
        ),
        move(
            "editOrganization",
            ("ORGANIZATION_EDITED", "Organization edited", "ویرایش سازمان"),
            "Edit: Change what is said of your organization; coordinators, of one that is only listed.",
            "ویرایش: آنچه از سازمان شما گفته شده را تغییر دهید؛ هماهنگ‌کنندگان، از سازمان شناخته‌شده.",
            also=Also(By.COORDINATOR, (OrganizationStatus.LISTED,)),
            start=(OrganizationStatus.LISTED, OrganizationStatus.MEMBER),
            gives=CHANGES,
            takes=(DESPITE,),
        ),
        move(
            None,
            ("ORGANIZATION_CLAIMED", "Organization claimed", "پیوستن سازمان"),
            "Join: A coordinator accepts a claim of a listed organization.",
            "پیوستن: هماهنگ‌کننده‌ای درخواست پیوستن سازمان شناخته‌شده را می‌پذیرد.",
            by=By.NOBODY,
            start=(OrganizationStatus.LISTED,),
            end=OrganizationStatus.MEMBER,
        ),
        move(
            None,
            ("ORGANIZATION_UNCLAIMED", "Organization only listed again", "بازگشت سازمان به شناخته‌شده"),
            "Listed again: A coordinator undoes a claim that was accepted by mistake.",
            "بازگشت به شناخته‌شده: هماهنگ‌کننده‌ای درخواستی را که به اشتباه پذیرفته شده بود برمی‌گرداند.",
            by=By.NOBODY,
            start=(OrganizationStatus.MEMBER,),
            end=OrganizationStatus.LISTED,
        ),
        move(
            "withdrawOrganization",
            ("ORGANIZATION_WITHDRAWN", "Organization withdrawn", "رفتن سازمان"),
            "Withdraw: Mark an organization as gone (administrators).",
            "رفتن: سازمان را رفته نشان کنید (سرپرستان).",
            Way.GO,
            by=By.ADMINISTRATOR,
            start=(OrganizationStatus.LISTED, OrganizationStatus.MEMBER),
            end=OrganizationStatus.WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
        move(
            "mergeOrganizations",
            ("ORGANIZATION_MERGED", "Organizations merged", "یکی شدن سازمان‌ها"),
            "Merge: Make one of two that are the same (coordinators): what leads to the other leads here.",
            "یکی کردن: دو سازمان را که یکی‌اند یکی کنید (هماهنگ‌کنندگان)؛ هر چه به دیگری می‌رسد به این می‌رسد.",
            by=By.COORDINATOR,
            start=(OrganizationStatus.LISTED, OrganizationStatus.MEMBER),
        ),
    ),
    binds=True,
)

ORGANIZATION = record(
    "Organization",
    "org",
    "Organization: An NGO, state body, foundation, training provider, enterprise or network.",
    "سازمان: سازمان مردم‌نهاد، نهاد دولتی، بنیاد، آموزشگاه، بنگاه یا شبکه.",
    plural=("organizations", "Organizations", "سازمان‌ها"),
    access=Access.OPEN,
    order=(("nameFa", True),),
    common=VERSIONED,
    life=LIFE,
    members=(
        choice(
            "kind",
            OrganizationKind,
            "Kind: What it is, e.g. an NGO or a foundation.",
            "گونه: چیست، مانند سازمان مردم‌نهاد یا بنیاد.",
            REQUIRED,
        ),
        choice(
            "status",
            OrganizationStatus,
            "Status: Listed, member or withdrawn.",
            "وضعیت: شناخته‌شده، عضو یا رفته.",
            required=True,
        ),
        bilingual("name", "Name", "نام"),
        text(
            "nameFa",
            "Persian name: The name it is registered or known by, in Persian.",
            "نام فارسی: نامی که با آن ثبت شده یا شناخته می‌شود.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "nameEn",
            "English name: The name it uses in English; null where it has none.",
            "نام انگلیسی: نامی که به انگلیسی به کار می‌برد؛ اگر ندارد null.",
            OPTIONAL,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "mission",
            "Mission: What it is there for, in a few sentences of its own.",
            "مأموریت: برای چه برپا شده، در چند جملهٔ خودش.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        text(
            "nationalId",
            "National identifier: Its شناسهٔ ملی of 11 digits, of one organization only; null where not told.",
            "شناسهٔ ملی: ۱۱ رقم، تنها از آنِ یک سازمان؛ اگر گفته نشده null.",
            OPTIONAL,
            key=True,
            taken="NATIONAL_ID_TAKEN",
        ),
        flag(
            "nationalIdDoubtful",
            "Doubtful identifier: Whether its check digit does not fit; a reviewer should look.",
            "شناسهٔ مشکوک: آیا رقم کنترل آن نمی‌خواند؛ بازبین ببیند.",
        ),
        text(
            "registrationNumber",
            "Registration number: Its number in the registry beside it.",
            "شمارهٔ ثبت: شمارهٔ آن در مرجع ثبت کنارش.",
            OPTIONAL,
        ),
        text(
            "registeredAt",
            "Registry: The office that registered it, and where.",
            "مرجع ثبت: اداره‌ای که آن را ثبت کرده و جای آن.",
            OPTIONAL,
        ),
        day(
            "foundingDate",
            "Founded on: The day it was founded; null where that is not known.",
            "روز بنیان‌گذاری: روزی که بنیان گذاشته شد؛ اگر دانسته نیست null.",
            OPTIONAL,
            days=FOUNDED,
        ),
        web(
            "website",
            "Website: Its address in full; it starts with `https://` or `http://`.",
            "وبگاه: نشانی کامل آن؛ با `https://` یا `http://` آغاز می‌شود.",
            OPTIONAL,
        ),
        TARGET_GROUPS,
        *SOURCE,
        TOPICS,
        links(
            "regions",
            "SERVES",
            "Region",
            "Regions: The regions whose people it serves.",
            "ناحیه‌ها: ناحیه‌هایی که برای مردم آن‌ها کار می‌کند.",
            OPTIONAL,
            open=True,
            back=back(
                "organizations",
                "Organizations: Those that serve the people of this very region.",
                "سازمان‌ها: آن‌ها که برای مردم همین ناحیه کار می‌کنند.",
            ),
        ),
        link(
            "location",
            "LOCATED_IN",
            "Region",
            "Seat: The region its head office is in; null where that is not told.",
            "مقر: دفتر مرکزی آن در کدام ناحیه است؛ اگر گفته نشده null.",
            OPTIONAL,
            open=True,
            back=back(
                "seatedOrganizations",
                "Organizations seated here: Those whose head office is in this very region.",
                "سازمان‌های ساکن: آن‌ها که دفتر مرکزی‌شان در همین ناحیه است.",
            ),
        ),
        links(
            "contacts",
            "HAS_CONTACT",
            "Contact",
            "Contacts: How it is reached; empty for whoever is not signed in.",
            "راه‌های تماس: چگونه می‌توان با آن تماس گرفت؛ برای کسی که وارد نشده خالی است.",
            OPTIONAL,
            open=True,
        ),
        rows(
            "ties",
            "TIED_TO",
            "Organization",
            "Ties: Organizations bound to it outside of a partnership, from either end, by a confirmed tie;"
            " past ones too.",
            "پیوندها: سازمان‌هایی که بیرون از مشارکت، از هر دو سو، با پیوندی تأییدشده به آن بسته‌اند؛"
            " گذشته‌ها هم.",
            direction=BOTH,
            properties=TIE,
            aspects=ASPECTS,
            parallel="id",
            row=row(
                "Tie",
                "Ties: A tie between two organizations, outside of a partnership.",
                "پیوندها: پیوندی میان دو سازمان، بیرون از مشارکت.",
            ),
        ),
    ),
)

AREA = (CONTACT, ORGANIZATION)
