"""Organizations, their contacts, and their ties to other organizations."""

from graph.model.common import CHANGES, TARGET_GROUPS, TOPICS, VERSIONED, bilingual
from graph.model.core import Access, Kind, Property
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
)
from graph.model.life import Also, By, Life, Way
from graph.model.words import Choice, Words


class OrganizationKind(
    Choice, en="Kind of organization: What an organization is.", fa="گونهٔ سازمان: سازمان چیست."
):
    NGO = "NGO", "NGO", "سازمان مردم‌نهاد"
    STATE_BODY = "STATE_BODY", "State body", "نهاد دولتی"
    FOUNDATION = "FOUNDATION", "Foundation", "بنیاد"
    TRAINING_PROVIDER = "TRAINING_PROVIDER", "Training provider", "آموزشگاه"
    ENTERPRISE = "ENTERPRISE", "Enterprise", "بنگاه"
    NETWORK = "NETWORK", "Network", "شبکه"


class OrganizationStatus(
    Choice,
    en="Status: Listed: known to the network, not yet on the hub, and can be claimed. Member: on the hub.",
    fa="وضعیت: شناخته‌شده: شبکه آن را می‌شناسد و هنوز در کانون نیست و می‌تواند بپیوندد. عضو: در کانون است.",
):
    LISTED = "LISTED", "Listed", "شناخته‌شده"
    MEMBER = "MEMBER", "Member", "عضو"
    WITHDRAWN = "WITHDRAWN", "Withdrawn", "رفته"


class ContactKind(
    Choice, en="Kind of contact: How a contact is reached.", fa="گونهٔ تماس: چگونه می‌توان تماس گرفت."
):
    PHONE = "PHONE", "Phone", "تلفن"
    MOBILE = "MOBILE", "Mobile", "همراه"
    EMAIL = "EMAIL", "Mail", "رایانامه"
    ADDRESS = "ADDRESS", "Address", "نشانی"
    MESSENGER = "MESSENGER", "Messenger", "پیام‌رسان"


class TieKind(
    Choice,
    en="Kind of tie: What binds two organizations outside of a partnership.",
    fa="گونهٔ پیوند: آنچه دو سازمان را بیرون از مشارکت به هم می‌بندد.",
):
    WORKS_WITH = "WORKS_WITH", "Works with", "همکار است با"
    FUNDS = "FUNDS", "Funds", "تأمین مالی می‌کند"
    MEMBER_OF = "MEMBER_OF", "Is a member of", "عضو است در"
    SUPERVISES = "SUPERVISES", "Supervises", "نظارت می‌کند بر"
    REFERS_TO = "REFERS_TO", "Refers to", "ارجاع می‌دهد به"
    TRAINS_FOR = "TRAINS_FOR", "Trains for", "آموزش می‌دهد برای"


_SPAN = (
    day("since", "Since", "از", OPTIONAL, sortable=False),
    day("until", "Until", "تا", OPTIONAL, from_="since", sortable=False),
)

TIE = (
    Property(
        "id",
        Kind.ID,
        required=True,
        words=Words("Id: The tie's own id, to end it by.", "شناسه: شناسهٔ خود پیوند، برای پایان دادن به آن."),
    ),
    choice("kind", TieKind, "Kind", "گونه", REQUIRED),
    *_SPAN,
    text("source", "Source: Where this is known from.", "منبع: از کجا دانسته شده است.", OPTIONAL),
)

CONTACT = part(
    "Contact",
    "Contact: How an organization is reached. Read by members only.",
    "راه تماس: چگونه می‌توان با سازمان تماس گرفت. تنها اعضا می‌خوانند.",
    (
        choice("kind", ContactKind, "Kind", "گونه", REQUIRED),
        text("value", "Value", "مقدار", REQUIRED, long=True),
        text("office", "Office: The office that answers there.", "دفتر: دفتری که پاسخ می‌دهد.", OPTIONAL),
    ),
    access=Access.MEMBERS,
)

LIFE = Life(
    OrganizationStatus,
    (
        move(
            "listOrganization",
            ("ORGANIZATION_LISTED", "Organization listed", "شناساندن سازمان"),
            "List: Make an organization known that is not on the hub yet.",
            "شناساندن: سازمانی را بشناسانید که هنوز در کانون نیست.",
            Way.CREATE,
            by=By.ANYONE,
            end=OrganizationStatus.LISTED,
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
            Way.CREATE,
            by=By.COORDINATOR,
            end=OrganizationStatus.MEMBER,
            gives=("Member: An organization that joins the hub.", "عضو: سازمانی که به کانون می‌پیوندد."),
        ),
        move(
            "editOrganization",
            ("ORGANIZATION_EDITED", "Organization edited", "ویرایش سازمان"),
            "Edit: Change what is said of an organization.",
            "ویرایش: آنچه از سازمانی گفته شده را تغییر دهید.",
            also=Also(By.COORDINATOR, (OrganizationStatus.LISTED,)),
            gives=CHANGES,
        ),
        move(
            "claimOrganization",
            ("ORGANIZATION_CLAIMED", "Organization claimed", "پیوستن سازمان"),
            "Claim: Turn a listed organization into a member.",
            "پیوستن: سازمان شناخته‌شده را عضو کنید.",
            also=Also(By.COORDINATOR),
            start=(OrganizationStatus.LISTED,),
            end=OrganizationStatus.MEMBER,
            already="ALREADY_CLAIMED",
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
            "declareTie",
            ("TIE_DECLARED", "Tie declared", "اعلام پیوند"),
            "Declare a tie: Tie two organizations; answers with the one it starts at.",
            "اعلام پیوند: دو سازمان را پیوند دهید؛ پاسخ، سازمان آغاز پیوند است.",
            also=Also(By.COORDINATOR),
        ),
        move(
            "endTie",
            ("TIE_ENDED", "Tie ended", "پایان پیوند"),
            "End a tie: End a tie; answers with the organization it starts at.",
            "پایان پیوند: پیوند را پایان دهید؛ پاسخ، سازمان آغاز پیوند است.",
            by=By.SIDE,
            also=Also(By.COORDINATOR),
        ),
    ),
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
        choice("kind", OrganizationKind, "Kind", "گونه", REQUIRED),
        choice("status", OrganizationStatus, "Status", "وضعیت", required=True),
        bilingual(
            "name", "nameFa", "nameEn", Words("Name: The name in your language.", "نام: نام به زبان شما.")
        ),
        text("nameFa", "Persian name", "نام فارسی", REQUIRED, sortable=True, searched=TITLE),
        text("nameEn", "English name", "نام انگلیسی", OPTIONAL, sortable=True, searched=TITLE),
        text("mission", "Mission", "مأموریت", OPTIONAL, long=True, searched=BODY),
        text(
            "nationalId",
            "National identifier: شناسهٔ ملی: 11 digits.",
            "شناسهٔ ملی: ۱۱ رقم.",
            OPTIONAL,
            key=True,
            taken="NATIONAL_ID_TAKEN",
        ),
        flag(
            "nationalIdDoubtful",
            "Doubtful identifier: Whether its check digit does not fit; a reviewer should look.",
            "شناسهٔ مشکوک: آیا رقم کنترل آن نمی‌خواند؛ بازبین ببیند.",
        ),
        text("registrationNumber", "Registration number", "شمارهٔ ثبت", OPTIONAL),
        text(
            "registeredAt",
            "Registry: The registry that registered it.",
            "مرجع ثبت: مرجعی که آن را ثبت کرده است.",
            OPTIONAL,
        ),
        day("foundingDate", "Founded on", "روز بنیان‌گذاری", OPTIONAL),
        text("website", "Website", "وبگاه", OPTIONAL, long=True),
        TARGET_GROUPS,
        TOPICS,
        links(
            "regions",
            "SERVES",
            "Region",
            "Regions: The regions it serves.",
            "ناحیه‌ها: ناحیه‌هایی که در آن‌ها کار می‌کند.",
            OPTIONAL,
            open=True,
            back=back(
                "organizations",
                "Organizations: The organizations that serve it.",
                "سازمان‌ها: سازمان‌هایی که در آن کار می‌کنند.",
            ),
        ),
        link(
            "location",
            "LOCATED_IN",
            "Region",
            "Seat: Where its seat is.",
            "مقر: مقر آن کجاست.",
            OPTIONAL,
            open=True,
            back=back(
                "seatedOrganizations",
                "Organizations seated here: The organizations that have their seat in it.",
                "سازمان‌های ساکن: سازمان‌هایی که مقرشان در آن است.",
            ),
        ),
        links(
            "contacts",
            "HAS_CONTACT",
            "Contact",
            "Contacts: Empty for whoever is not signed in.",
            "راه‌های تماس: برای کسی که وارد نشده خالی است.",
            OPTIONAL,
            open=True,
        ),
        rows(
            "ties",
            "TIED_TO",
            "Organization",
            "Ties",
            "پیوندها",
            direction=BOTH,
            properties=TIE,
            parallel="id",
            row=row(
                "Tie",
                "Ties: A tie between two organizations, outside of a partnership.",
                "پیوندها: پیوندی میان دو سازمان، بیرون از مشارکت.",
            ),
        ),
    ),
)
