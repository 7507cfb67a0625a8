"""Partnerships (MoU, agreement, consortium) with their parties and witnesses."""

from graph.model.common import (
    CHANGES,
    INTERNAL,
    SOURCE,
    TARGET_GROUPS,
    TOPICS,
    VERSIONED,
    VISIBILITY,
    bilingual,
)
from graph.model.days import HAPPENED, PLANNED
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
    flag,
    link,
    links,
    move,
    record,
    row,
    rows,
    text,
    those,
    whole,
)
from graph.model.life import Also, By, Life
from graph.model.sides import Side
from graph.model.words import Choice


class PartnershipKind(
    Choice,
    en="Kind of partnership: The form in which a partnership binds.",
    fa="گونهٔ مشارکت: مشارکت به چه شکلی پایبند می‌کند.",
):
    MOU = (
        "MOU",
        "MoU: Says what the parties mean to do together.",
        "تفاهم‌نامه: می‌گوید طرف‌ها می‌خواهند با هم چه کنند.",
    )
    AGREEMENT = (
        "AGREEMENT",
        "Agreement: Binds its parties to what is written in it.",
        "توافق‌نامه: طرف‌ها را به آنچه در آن آمده پایبند می‌کند.",
    )
    CONSORTIUM = (
        "CONSORTIUM",
        "Consortium: Parties that carry one piece of work together.",
        "کنسرسیوم: چند طرف که کاری را با هم پیش می‌برند.",
    )


class PartnershipStatus(
    Choice,
    en="Status: Where a partnership stands, from its draft to its end.",
    fa="وضعیت: مشارکت در چه مرحله‌ای است، از پیش‌نویس تا پایان.",
):
    DRAFT = (
        "DRAFT",
        "Draft: Being written; its parties alone read it, and the coordinators who wrote it for them.",
        "پیش‌نویس: در دست نوشتن؛ تنها طرف‌های آن می‌خوانند، و هماهنگ‌کنندگانی که برایشان نوشته‌اند.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: A draft that was taken back; nobody had signed it.",
        "پس‌گرفته: پیش‌نویسی که پس گرفته شد؛ کسی امضایش نکرده بود.",
    )
    SIGNED = (
        "SIGNED",
        "Signed: Signed by all its parties, and running from its first day.",
        "امضاشده: همهٔ طرف‌ها امضا کرده‌اند و از روز آغازش برقرار است.",
    )
    ACTIVE = (
        "ACTIVE",
        "Active: A party has said that the work has begun.",
        "جاری: یکی از طرف‌ها گفته است که کار آغاز شده.",
    )
    SUSPENDED = (
        "SUSPENDED",
        "Suspended: At rest, as all its parties agreed; it can be resumed, ended or renewed.",
        "معلق: با توافق همهٔ طرف‌ها متوقف؛ می‌توان آن را از سر گرفت، پایان داد یا تمدید کرد.",
    )
    ENDED = "ENDED", "Ended: Over; it can still be renewed.", "پایان‌یافته: تمام شده؛ هنوز می‌توان تمدیدش کرد."
    RENEWED = (
        "RENEWED",
        "Renewed: Over, and continued by the one that renews it.",
        "تمدیدشده: تمام شده و مشارکتی دیگر آن را ادامه می‌دهد.",
    )


DRAFT, SIGNED = PartnershipStatus.DRAFT, PartnershipStatus.SIGNED
ACTIVE, SUSPENDED = PartnershipStatus.ACTIVE, PartnershipStatus.SUSPENDED
ENDED, RENEWED = PartnershipStatus.ENDED, PartnershipStatus.RENEWED
WITHDRAWN = PartnershipStatus.WITHDRAWN
BINDING = (SIGNED, ACTIVE, SUSPENDED)
"""Where its terms hold, and change by amendment only."""


def running(p: str) -> str:
    """The condition, in Cypher, that a partnership is signed and that today lies within its term."""
    return (
        f"{p}.status IN {[SIGNED.value, ACTIVE.value]}"
        f" AND coalesce(coalesce({p}.startsOn, {p}.signedOn) <= $today, true)"
        f" AND coalesce({p}.endsOn >= $today, true)"
    )


PARTY = (
    text(
        "role",
        "Role: What it does in the partnership, in a few words, e.g. trainer.",
        "نقش: در مشارکت چه می‌کند، در چند واژه، مانند آموزش‌دهنده.",
        REQUIRED,
    ),
    text(
        "signatoryOffice",
        "Signatory: The office that signs for it; never a person's name.",
        "امضاکننده: دفتری که از سوی آن امضا می‌کند؛ هرگز نام کسی نیست.",
        OPTIONAL,
    ),
    day(
        "signedOn",
        "Signed on: The day it signed; null until it has.",
        "روز امضا: روزی که امضا کرد؛ تا امضا نکرده null.",
        days=HAPPENED,
        sortable=False,
    ),
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
            sides=(Side.PARTY,),
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
            "Edit: Change a draft that nobody has signed. You may add parties, change your own place or leave"
            " it; the places of others are theirs.",
            "ویرایش: پیش‌نویسی را که کسی امضا نکرده تغییر دهید. می‌توانید طرفی بیفزایید، جای خود را عوض کنید"
            " یا از آن بیرون روید؛ جای دیگران از آنِ خودشان است.",
            also=Also(By.COORDINATOR, (DRAFT,)),
            start=(DRAFT,),
            gives=CHANGES,
        ),
        move(
            "withdrawPartnership",
            ("PARTNERSHIP_WITHDRAWN", "Draft of a partnership withdrawn", "پس گرفتن پیش‌نویس مشارکت"),
            "Withdraw: Take a draft back that nobody has signed; it stays with its parties, marked.",
            "پس گرفتن: پیش‌نویسی را که کسی امضا نکرده پس بگیرید؛ با نشان نزد طرف‌هایش می‌ماند.",
            also=Also(By.COORDINATOR, (DRAFT,)),
            start=(DRAFT,),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
            input="WithdrawInput",
        ),
        move(
            "signPartnership",
            ("PARTNERSHIP_SIGNED", "Partnership signed", "امضای مشارکت"),
            "Sign: Sign for your organization; with the last signature the partnership is signed.",
            "امضا: از سوی سازمان خود امضا کنید؛ با واپسین امضا مشارکت امضا شده است.",
            by=By.SIDE,
            sides=(Side.PARTY,),
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
            sides=(Side.PARTY,),
            also=Also(By.ADMINISTRATOR),
            start=(DRAFT,),
        ),
        move(
            "activatePartnership",
            ("PARTNERSHIP_ACTIVATED", "Partnership activated", "آغاز مشارکت"),
            "Activate: Say that the work of a signed partnership has begun, on its first day or later.",
            "آغاز: بگویید کار مشارکت امضاشده آغاز شده است، در نخستین روزش یا پس از آن.",
            start=(SIGNED,),
            end=ACTIVE,
        ),
        move(
            "endPartnership",
            ("PARTNERSHIP_ENDED", "Partnership ended", "پایان مشارکت"),
            "End: Close a partnership whose last day has passed; or end it today, alone and"
            " with a reason, which"
            " is shown as yours. An end that all agree on is an amendment.",
            "پایان: مشارکتی را که واپسین روزش گذشته ببندید؛ یا همین امروز یک‌سویه و با دلیل پایانش دهید که به"
            " نام شما نشان داده می‌شود. پایانی که همه بر آن توافق دارند یک الحاقیه است.",
            start=BINDING,
            end=ENDED,
        ),
        move(
            "renewPartnership",
            ("PARTNERSHIP_DRAFTED", "Partnership drafted", "پیش‌نویس مشارکت"),
            "Renew: Draft the next term, with the same text and parties. Once all parties"
            " of the one before have"
            " signed it, that is RENEWED. Commitments and witnesses are not taken over.",
            "تمدید: دورهٔ بعد را با همان متن و طرف‌ها بنویسید. وقتی همهٔ طرف‌های مشارکت پیشین آن را امضا کنند،"
            " آن یکی RENEWED می‌شود. تعهدها و گواهان به آن نمی‌روند.",
            start=(SIGNED, ACTIVE, SUSPENDED, ENDED),
        ),
        move(
            None,
            ("PARTNERSHIP_RENEWED", "Partnership renewed", "تمدید مشارکت"),
            "Renewed: All its parties have signed the partnership that renews it.",
            "تمدیدشده: همهٔ طرف‌هایش مشارکتی را که تمدید آن است امضا کرده‌اند.",
            by=By.NOBODY,
            start=(SIGNED, ACTIVE, SUSPENDED, ENDED),
            end=RENEWED,
        ),
        move(
            None,
            ("PARTNERSHIP_AMENDED", "Partnership amended", "اصلاح مشارکت"),
            "Amended: The last party has accepted an amendment, and its terms are what that says.",
            "اصلاح‌شده: واپسین طرف الحاقیه‌ای را پذیرفته و مفاد مشارکت همان است که الحاقیه می‌گوید.",
            by=By.NOBODY,
            start=BINDING,
        ),
        move(
            None,
            ("PARTNERSHIP_SUSPENDED", "Partnership suspended", "تعلیق مشارکت"),
            "Suspended: All have accepted an amendment that lets it rest; meanwhile it"
            " makes nobody partners.",
            "معلق: همه الحاقیه‌ای را پذیرفته‌اند که آن را متوقف می‌کند؛ تا از سر گرفته نشود کسی را شریک نمی‌کند.",
            by=By.NOBODY,
            start=(SIGNED, ACTIVE),
            end=SUSPENDED,
        ),
        move(
            None,
            ("PARTNERSHIP_RESUMED", "Partnership resumed", "از سر گرفتن مشارکت"),
            "Resumed: All have accepted an amendment that takes it up again.",
            "از سر گرفته: همه الحاقیه‌ای را پذیرفته‌اند که آن را از سر می‌گیرد.",
            by=By.NOBODY,
            start=(SUSPENDED,),
            end=ACTIVE,
        ),
    ),
    binds=True,
)

PARTNERSHIP = record(
    "Partnership",
    "par",
    "Partnership: What organizations have signed to do together: an MoU, agreement or consortium.",
    "مشارکت: آنچه سازمان‌ها برای همکاری امضا می‌کنند: تفاهم‌نامه، توافق‌نامه یا کنسرسیوم.",
    plural=("partnerships", "Partnerships", "مشارکت‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "kind",
            PartnershipKind,
            "Kind: MoU, agreement or consortium.",
            "گونه: تفاهم‌نامه، توافق‌نامه یا کنسرسیوم.",
            REQUIRED,
        ),
        bilingual("title", "Title", "عنوان"),
        text(
            "titleFa",
            "Persian title: What stands above the Persian text.",
            "عنوان فارسی: آنچه بالای متن فارسی نوشته شده.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "titleEn",
            "English title: What stands above the English text; null where there is none.",
            "عنوان انگلیسی: آنچه بالای متن انگلیسی نوشته شده؛ اگر نباشد null.",
            OPTIONAL,
            searched=TITLE,
        ),
        text(
            "summary",
            "Summary: What the parties want of it, in a few sentences.",
            "چکیده: طرف‌ها از آن چه می‌خواهند، در چند جمله.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        choice(
            "status",
            PartnershipStatus,
            "Status: Draft, signed, active, suspended, ended or renewed.",
            "وضعیت: پیش‌نویس، امضاشده، جاری، معلق، پایان‌یافته یا تمدیدشده.",
            required=True,
        ),
        VISIBILITY,
        day(
            "signedOn",
            "Signed on: The day of the latest signature; null until all have signed.",
            "روز امضا: روز واپسین امضا؛ تا همه امضا نکرده‌اند null.",
            NEVER,
            days=HAPPENED,
        ),
        day(
            "startsOn",
            "Starts on: The first day it holds; where null, the day it was signed.",
            "آغاز: نخستین روز اعتبار آن؛ اگر null است، همان روز امضا.",
            OPTIONAL,
            days=PLANNED,
        ),
        day(
            "endsOn",
            "Ends on: The last day it holds; null where no end is agreed.",
            "پایان: واپسین روز اعتبار آن؛ اگر پایانی قرار نگذاشته‌اند null.",
            OPTIONAL,
            days=PLANNED,
            from_="startsOn",
        ),
        whole(
            "termYears",
            "Term: How many years it is agreed for; null where it does not say.",
            "مدت: برای چند سال بسته شده است؛ اگر نمی‌گوید null.",
            OPTIONAL,
        ),
        flag(
            "endsOnWorkedOut",
            "End worked out: Whether its last day follows from the term and is not written in the text;"
            " null where nobody says.",
            "پایانِ حساب‌شده: آیا واپسین روز از مدت حساب شده و در متن نیامده است؛ اگر کسی نگفته null.",
            OPTIONAL,
            required=False,
        ),
        TARGET_GROUPS,
        *SOURCE,
        whole(
            "termsVersion",
            "Version of the terms: The version in which text, parties or commitments last"
            " changed; signatures and"
            " amendments are of it.",
            "نسخهٔ مفاد: نسخه‌ای که متن، طرف‌ها یا تعهدها در آن آخرین بار عوض شد؛ امضاها و"
            " الحاقیه‌ها دربارهٔ آن‌اند.",
            required=True,
            filterable=False,
        ),
        text(
            "endReason",
            "Reason of the end: Why one party ended it alone; null where it ended as agreed, or has not.",
            "دلیل پایان: چرا یک طرف یک‌سویه پایانش داد؛ اگر با توافق پایان یافته یا نیافته null.",
            long=True,
        ),
        link(
            "endedBy",
            "ENDED_BY",
            "Organization",
            "Ended by: The party that ended it alone; null where it ended as agreed, or has not.",
            "پایان‌دهنده: طرفی که یک‌سویه پایانش داد؛ اگر با توافق پایان یافته یا نیافته null.",
            back=back(
                "partnershipsEnded",
                "Partnerships ended: Those that it has ended alone.",
                "مشارکت‌های پایان‌داده: آن‌ها که خود یک‌سویه پایان داده است.",
            ),
        ),
        rows(
            "parties",
            "HAS_PARTY",
            "Organization",
            "Parties: The organizations it binds, two at least, each with its role and signature.",
            "طرف‌ها: سازمان‌هایی که پایبند آن‌اند، دست‌کم دو تا، هر یک با نقش و امضای خود.",
            REQUIRED,
            properties=PARTY,
            row=row(
                "Party",
                "Parties: A party to a partnership, with its role and signature.",
                "طرف‌ها: یک طرف مشارکت، با نقش و امضای آن.",
            ),
            back=back(
                "partnerships",
                "Partnerships: Those it is a party to, past ones too.",
                "مشارکت‌ها: آن‌ها که طرفش است، گذشته‌ها هم.",
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
            "Witnesses: The organizations in whose presence it was signed.",
            "گواهان: سازمان‌هایی که در حضورشان امضا شد.",
            OPTIONAL,
            properties=(
                text(
                    "office",
                    "Office: The office that was present; never a person's name.",
                    "دفتر: دفتری که حاضر بود؛ هرگز نام کسی نیست.",
                    REQUIRED,
                ),
            ),
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
            "Regions: The regions it covers; empty where that is not told.",
            "ناحیه‌ها: ناحیه‌هایی که در بر می‌گیرد؛ خالی یعنی گفته نشده.",
            OPTIONAL,
            open=True,
            back=those(
                "Those that cover this very region by name.", "آن‌ها که همین ناحیه را به نام در بر می‌گیرند."
            ),
        ),
        TOPICS,
        link(
            "renews",
            "RENEWS",
            "Partnership",
            "Renews: The partnership it continues; null for a first term.",
            "تمدیدِ: مشارکتی که این ادامهٔ آن است؛ برای نخستین دوره null.",
            back=back_one(
                "renewedBy",
                "Renewed by: The partnership that continues it, drafted or signed; null while there is none.",
                "تمدیدشده با: مشارکتی که آن را ادامه می‌دهد، پیش‌نویس یا امضاشده؛ تا نباشد null.",
            ),
        ),
    ),
)

AREA = (PARTNERSHIP,)
