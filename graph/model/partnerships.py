"""Partnerships (MoU, agreement, consortium) with their parties and witnesses."""

from graph.model.common import CHANGES, INTERNAL, TOPICS, VERSIONED, VISIBILITY, bilingual
from graph.model.declare import (
    BODY,
    NEVER,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    back_one,
    choice,
    day,
    link,
    links,
    move,
    record,
    row,
    rows,
    text,
    those,
)
from graph.model.life import Also, By, Life, Way
from graph.model.words import Choice, Words


class PartnershipKind(
    Choice, en="Kind of partnership: The form of a partnership.", fa="گونهٔ مشارکت: شکل مشارکت."
):
    MOU = "MOU", "MoU", "تفاهم‌نامه"
    AGREEMENT = "AGREEMENT", "Agreement", "توافق‌نامه"
    CONSORTIUM = "CONSORTIUM", "Consortium", "کنسرسیوم"


class PartnershipStatus(
    Choice, en="Status: Where a partnership stands.", fa="وضعیت: مشارکت در چه مرحله‌ای است."
):
    DRAFT = "DRAFT", "Draft", "پیش‌نویس"
    SIGNED = "SIGNED", "Signed", "امضاشده"
    ACTIVE = "ACTIVE", "Active", "جاری"
    SUSPENDED = "SUSPENDED", "Suspended", "معلق"
    ENDED = "ENDED", "Ended", "پایان‌یافته"
    RENEWED = "RENEWED", "Renewed", "تمدیدشده"


DRAFT, SIGNED = PartnershipStatus.DRAFT, PartnershipStatus.SIGNED
ACTIVE, SUSPENDED = PartnershipStatus.ACTIVE, PartnershipStatus.SUSPENDED
ENDED, RENEWED = PartnershipStatus.ENDED, PartnershipStatus.RENEWED

PARTY = (
    text("role", "Role", "نقش", REQUIRED),
    text(
        "signatoryOffice",
        "Signatory: The office that signs for it; never a person's name.",
        "امضاکننده: دفتری که از سوی آن امضا می‌کند؛ هرگز نام کسی نیست.",
        OPTIONAL,
    ),
    day("signedOn", "Signed on", "روز امضا", sortable=False),
)

LIFE = Life(
    PartnershipStatus,
    (
        move(
            "draftPartnership",
            ("PARTNERSHIP_DRAFTED", "Partnership drafted", "پیش‌نویس مشارکت"),
            "Draft: Draft a partnership for its parties to sign.",
            "پیش‌نویس: مشارکتی را برای امضای طرف‌ها بنویسید.",
            by=By.SIDE,
            also=Also(By.COORDINATOR),
            end=DRAFT,
            gives=(
                "Draft: A draft, read and edited by all its parties. Yours must be one of them.",
                "پیش‌نویس: همهٔ طرف‌ها آن را می‌خوانند و ویرایش می‌کنند. سازمان شما باید یکی از آن‌ها باشد.",
            ),
        ),
        move(
            "editPartnership",
            ("PARTNERSHIP_EDITED", "Partnership edited", "ویرایش مشارکت"),
            "Edit: Change a draft that nobody has signed yet.",
            "ویرایش: پیش‌نویسی را که هنوز کسی امضا نکرده تغییر دهید.",
            start=(DRAFT,),
            gives=CHANGES,
        ),
        move(
            "signPartnership",
            ("PARTNERSHIP_SIGNED", "Partnership signed", "امضای مشارکت"),
            "Sign: Sign for your organization; the last one signs it.",
            "امضا: از سوی سازمان خود امضا کنید؛ با واپسین امضا مشارکت امضا شده است.",
            by=By.SIDE,
            also=Also(By.ADMINISTRATOR),
            start=(DRAFT,),
            end=SIGNED,
            already="ALREADY_SIGNED",
        ),
        move(
            "withdrawSignature",
            ("SIGNATURE_WITHDRAWN", "Signature withdrawn", "پس گرفتن امضا"),
            "Withdraw the signature: Take a signature back while others are missing,"
            " so that the draft can be corrected.",
            "پس گرفتن امضا: تا وقتی امضای دیگران نیامده امضا را پس بگیرید تا پیش‌نویس اصلاح شود.",
            by=By.SIDE,
            also=Also(By.ADMINISTRATOR),
            start=(DRAFT,),
        ),
        move(
            "activatePartnership",
            ("PARTNERSHIP_ACTIVATED", "Partnership activated", "آغاز مشارکت"),
            "Activate: Start a signed partnership, or resume a suspended one.",
            "آغاز: مشارکت امضاشده را آغاز کنید، یا معلق را از سر بگیرید.",
            Way.GO,
            start=(SIGNED, SUSPENDED),
            end=ACTIVE,
        ),
        move(
            "suspendPartnership",
            ("PARTNERSHIP_SUSPENDED", "Partnership suspended", "تعلیق مشارکت"),
            "Suspend: Let an active partnership rest.",
            "تعلیق: مشارکت جاری را متوقف کنید.",
            Way.GO,
            start=(ACTIVE,),
            end=SUSPENDED,
        ),
        move(
            "endPartnership",
            ("PARTNERSHIP_ENDED", "Partnership ended", "پایان مشارکت"),
            "End: End a partnership that was signed.",
            "پایان: مشارکتی را که امضا شده بود پایان دهید.",
            start=(SIGNED, ACTIVE, SUSPENDED),
            end=ENDED,
        ),
        move(
            "renewPartnership",
            ("PARTNERSHIP_DRAFTED", "Partnership drafted", "پیش‌نویس مشارکت"),
            "Renew: Draft the next term, with the same text and parties. The last signature on it makes"
            " the one before it RENEWED. Commitments and witnesses are not taken over.",
            "تمدید: دورهٔ بعد را با همان متن و طرف‌ها بنویسید. واپسین امضا مشارکت پیشین را RENEWED می‌کند."
            " تعهدها و گواهان به آن نمی‌روند.",
            start=(SIGNED, ACTIVE, SUSPENDED, ENDED),
        ),
        move(
            None,
            ("PARTNERSHIP_RENEWED", "Partnership renewed", "تمدید مشارکت"),
            "Renewed: The last party has signed its renewal.",
            "تمدیدشده: واپسین طرف تمدید آن را امضا کرده است.",
            by=By.NOBODY,
            start=(SIGNED, ACTIVE, SUSPENDED, ENDED),
            end=RENEWED,
        ),
    ),
    binds=True,
)

PARTNERSHIP = record(
    "Partnership",
    "par",
    "Partnership: An MoU, agreement or consortium of organizations.",
    "مشارکت: تفاهم‌نامه، توافق‌نامه یا کنسرسیوم سازمان‌ها.",
    plural=("partnerships", "Partnerships", "مشارکت‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice("kind", PartnershipKind, "Kind", "گونه", REQUIRED),
        bilingual(
            "title",
            "titleFa",
            "titleEn",
            Words("Title: The title in your language.", "عنوان: عنوان به زبان شما."),
        ),
        text("titleFa", "Persian title", "عنوان فارسی", REQUIRED, sortable=True, searched=TITLE),
        text("titleEn", "English title", "عنوان انگلیسی", OPTIONAL, searched=TITLE),
        text("summary", "Summary", "چکیده", OPTIONAL, long=True, searched=BODY),
        choice("status", PartnershipStatus, "Status", "وضعیت", required=True),
        VISIBILITY,
        day(
            "signedOn",
            "Signed on: The day the last party signed.",
            "روز امضا: روزی که واپسین طرف امضا کرد.",
            NEVER,
        ),
        day("startsOn", "Starts on", "آغاز", OPTIONAL),
        day("endsOn", "Ends on", "پایان", OPTIONAL, from_="startsOn"),
        rows(
            "parties",
            "HAS_PARTY",
            "Organization",
            "Parties",
            "طرف‌ها",
            REQUIRED,
            properties=PARTY,
            row=row(
                "Party",
                "Parties: A party to a partnership, with its role and signature.",
                "طرف‌ها: یک طرف مشارکت، با نقش و امضای آن.",
            ),
            back=back(
                "partnerships",
                "Partnerships",
                "مشارکت‌ها",
                row=row(
                    "OrganizationPartnership",
                    "An organization's partnerships: A partnership an organization is a party to,"
                    " with its role.",
                    "مشارکت‌های یک سازمان: مشارکتی که سازمان طرف آن است، با نقش آن.",
                ),
            ),
        ),
        rows(
            "witnesses",
            "WITNESSED_BY",
            "Organization",
            "Witnesses",
            "گواهان",
            OPTIONAL,
            properties=(text("office", "Office", "دفتر", REQUIRED),),
            parallel="office",
            row=row(
                "Witness",
                "Witnesses: An organization that witnessed the signing, with the office that did.",
                "گواهان: سازمانی که گواه امضا بود، با دفتری که گواهی داد.",
            ),
            back=back(
                "witnessed",
                "Witnessed: The partnerships it has witnessed.",
                "گواهی‌ها: مشارکت‌هایی که گواه آن‌ها بوده است.",
                row=row(
                    "WitnessedPartnership",
                    "Witnessed partnerships: A partnership an organization witnessed, with its office.",
                    "مشارکت‌های گواهی‌شده: مشارکتی که سازمان گواه آن بود، با دفتر آن.",
                ),
            ),
        ),
        links(
            "regions",
            "COVERS",
            "Region",
            "Regions: Where it holds.",
            "ناحیه‌ها: کجا برقرار است.",
            OPTIONAL,
            open=True,
            back=those("Those that cover it.", "آن‌ها که آن را در بر دارند."),
        ),
        TOPICS,
        link(
            "renews",
            "RENEWS",
            "Partnership",
            "Renews: The partnership it continues.",
            "تمدیدِ: مشارکتی که این دنبالهٔ آن است.",
            back=back_one("renewedBy", "Renewed by", "تمدیدشده با"),
        ),
    ),
)
