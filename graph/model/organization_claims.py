"""Claims of organizations: that a listed one joins the hub, with a proof, which a coordinator decides on."""

from graph.model.common import INTERNAL, VERSIONED
from graph.model.declare import (
    NEVER,
    ONCE,
    OPTIONAL,
    REQUIRED,
    back,
    choice,
    link,
    links,
    moment,
    move,
    record,
    text,
    web,
)
from graph.model.deeds import Doer, deed
from graph.model.life import By, Life
from graph.model.members import FILE, HAS_FILE, Kind, Property
from graph.model.words import Choice, Words


class ClaimProof(
    Choice,
    en="Proof of a claim: How it can be seen that the organization itself asks.",
    fa="گواه درخواست: از چه می‌توان دید که خود سازمان درخواست می‌کند.",
):
    MAIL = (
        "MAIL",
        "Mail: An address at its web domain, confirmed by a link that is mailed to it.",
        "رایانامه: نشانی‌ای در دامنهٔ وب آن که با پیوند فرستاده‌شده به آن تأیید می‌شود.",
    )
    DOCUMENT = (
        "DOCUMENT",
        "Document: A paper of its own, e.g. a letter of its board or its registration.",
        "مدرک: مدرکی از خود آن، مانند نامهٔ هیئت‌مدیره یا ثبت آن.",
    )


class OrganizationClaimStatus(
    Choice,
    en="Status of a claim: Whether the organization has joined by it.",
    fa="وضعیت درخواست: آیا سازمان با آن پیوسته است.",
):
    SUBMITTED = (
        "SUBMITTED",
        "Submitted: It waits for a coordinator.",
        "فرستاده‌شده: در انتظار هماهنگ‌کننده است.",
    )
    ACCEPTED = "ACCEPTED", "Accepted: The organization has joined.", "پذیرفته: سازمان پیوسته است."
    REJECTED = "REJECTED", "Rejected: For the reason it says.", "ردشده: به دلیلی که نوشته شده."
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: Whoever made it took it back.",
        "پس‌گرفته: درخواست‌کننده آن را پس گرفت.",
    )
    UNDONE = (
        "UNDONE",
        "Undone: It was accepted by mistake; the organization is only listed again.",
        "برگشته: به اشتباه پذیرفته شده بود؛ سازمان دوباره تنها شناخته‌شده است.",
    )


SUBMITTED, ACCEPTED = OrganizationClaimStatus.SUBMITTED, OrganizationClaimStatus.ACCEPTED
REJECTED, WITHDRAWN = OrganizationClaimStatus.REJECTED, OrganizationClaimStatus.WITHDRAWN
UNDONE = OrganizationClaimStatus.UNDONE

LIFE = Life(
    OrganizationClaimStatus,
    (
        move(
            "claimOrganization",
            ("ORGANIZATION_CLAIM_SUBMITTED", "Claim of an organization submitted", "درخواست پیوستن سازمان"),
            "Claim: Ask that a listed organization joins, with a proof; a coordinator decides.",
            "درخواست پیوستن: بخواهید سازمانی شناخته‌شده بپیوندد، با گواه آن؛ هماهنگ‌کننده تصمیم می‌گیرد.",
            by=By.ANYONE,
            end=SUBMITTED,
            gives=(
                "Claim: Which listed organization joins, who asks, and what proves it.",
                "درخواست: کدام سازمان شناخته‌شده می‌پیوندد، چه کسی می‌خواهد و گواه آن چیست.",
            ),
        ),
        move(
            None,
            (
                "ORGANIZATION_CLAIM_MAIL_CONFIRMED",
                "Mail of a claim of an organization confirmed",
                "تأیید رایانامهٔ درخواست پیوستن",
            ),
            "Confirm the mail: Somebody opens the link that was mailed to the address.",
            "تأیید رایانامه: کسی پیوندی را که به آن نشانی فرستاده شده باز می‌کند.",
            by=By.NOBODY,
            start=(SUBMITTED,),
            end=SUBMITTED,
        ),
        move(
            "acceptOrganizationClaim",
            ("ORGANIZATION_CLAIM_ACCEPTED", "Claim of an organization accepted", "پذیرش درخواست پیوستن"),
            "Accept: The organization joins (coordinators); other claims of it stay to be decided.",
            "پذیرش: سازمان می‌پیوندد (هماهنگ‌کنندگان)؛ درخواست‌های دیگر برای همان سازمان می‌مانند.",
            by=By.COORDINATOR,
            start=(SUBMITTED,),
            end=ACCEPTED,
        ),
        move(
            "rejectOrganizationClaim",
            ("ORGANIZATION_CLAIM_REJECTED", "Claim of an organization rejected", "رد درخواست پیوستن"),
            "Reject: Say no, with the reason (coordinators).",
            "رد: نپذیرید، با دلیل (هماهنگ‌کنندگان).",
            by=By.COORDINATOR,
            start=(SUBMITTED,),
            end=REJECTED,
        ),
        move(
            "withdrawOrganizationClaim",
            ("ORGANIZATION_CLAIM_WITHDRAWN", "Claim of an organization withdrawn", "پس گرفتن درخواست پیوستن"),
            "Withdraw: Take a claim back before it is decided.",
            "پس گرفتن: درخواست را پیش از تصمیم پس بگیرید.",
            start=(SUBMITTED,),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
        move(
            "undoOrganizationClaim",
            ("ORGANIZATION_CLAIM_UNDONE", "Claim of an organization undone", "برگرداندن پیوستن سازمان"),
            "Undo: The organization is only listed again, and nobody acts for it any more (coordinators).",
            "برگرداندن: سازمان دوباره تنها شناخته‌شده است و دیگر کسی از سوی آن کار نمی‌کند (هماهنگ‌کنندگان).",
            by=By.COORDINATOR,
            start=(ACCEPTED,),
            end=UNDONE,
        ),
    ),
    binds=True,
)

ORGANIZATION_CLAIM = record(
    "OrganizationClaim",
    "ocl",
    "Claim of an organization: Somebody asks that a listed one joins; read by coordinators and whoever asks.",
    "درخواست پیوستن: کسی می‌خواهد سازمانی شناخته‌شده بپیوندد؛ هماهنگ‌کنندگان و خود او می‌خوانند.",
    plural=("organizationClaims", "Claims of organizations", "درخواست‌های پیوستن"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "status",
            OrganizationClaimStatus,
            "Status: Submitted, accepted, rejected, withdrawn or undone.",
            "وضعیت: فرستاده‌شده، پذیرفته، ردشده، پس‌گرفته یا برگشته.",
            required=True,
        ),
        text(
            "office",
            "Office: As what whoever asks speaks for it, e.g. its director.",
            "عنوان سمت: درخواست‌کننده در سازمان چه کاره است، مانند مدیرعامل.",
            ONCE,
        ),
        choice(
            "proof",
            ClaimProof,
            "Proof: Mail at its web domain, or a document.",
            "گواه: رایانامه در دامنهٔ وب آن، یا مدرک.",
            ONCE,
        ),
        text(
            "mail",
            "Mail: The address at its web domain; needed where that is the proof.",
            "رایانامه: نشانی در دامنهٔ وب آن؛ اگر گواه همین است لازم است.",
            OPTIONAL,
        ),
        moment(
            "mailConfirmedAt",
            "Mail confirmed at: When the link that was mailed was opened; null until then.",
            "زمان تأیید رایانامه: پیوند فرستاده‌شده کی باز شد؛ تا آن هنگام null.",
        ),
        Property("mailHash", filterable=False, hidden=True),
        Property("mailUntil", Kind.DATETIME, filterable=False, hidden=True),
        text(
            "document",
            "Document: What paper it is, and where it is kept; needed where that is the proof and no file is"
            " attached.",
            "مدرک: چه مدرکی است و کجاست؛ اگر گواه همین است و پرونده‌ای پیوست نیست لازم است.",
            OPTIONAL,
            long=True,
        ),
        web(
            "documentUrl",
            "Link to the document: Where the document can be read; null where it is not on the web.",
            "پیوند مدرک: مدرک را کجا می‌توان خواند؛ اگر در وب نیست null.",
            OPTIONAL,
        ),
        links(
            "files",
            HAS_FILE,
            FILE,
            "Files: The paper itself, where that is the proof; read by whoever reads the claim, and removed"
            " some months after the decision.",
            "پرونده‌ها: خود مدرک، اگر گواه همین است؛ هر که درخواست را می‌خواند آن‌ها را هم می‌خواند، و چند ماه"
            " پس از تصمیم برداشته می‌شوند.",
            OPTIONAL,
        ),
        text(
            "reason",
            "Reason: What the decision rests on, or why it was undone; null until it is decided.",
            "دلیل: تصمیم بر چه پایه‌ای است، یا چرا برگشت؛ تا تصمیم گرفته نشده null.",
            NEVER,
            long=True,
        ),
        link(
            "organization",
            "CLAIM_OF",
            "Organization",
            "Organization: The listed one that is to join.",
            "سازمان: سازمان شناخته‌شده‌ای که بپیوندد.",
            ONCE,
            back=back(
                "claims",
                "Claims: That it joins; read by coordinators and whoever has made one.",
                "درخواست‌های پیوستن: تنها هماهنگ‌کنندگان و درخواست‌کننده هر کدام می‌خوانند.",
            ),
        ),
        link(
            "madeBy",
            "CLAIM_MADE_BY",
            "Organization",
            "Made by: The organization whose token or person made it; null for the secretariat.",
            "درخواست‌کننده: سازمانی که با توکن یا شخصی از آن درخواست شد؛ برای دبیرخانه null.",
            back=back(
                "claimsMade",
                "Claims made: Those it has made, for itself or for another.",
                "درخواست‌های پیوستنِ ثبت‌کرده: آن‌ها که برای خود یا دیگری کرده است.",
            ),
        ),
    ),
)

AREA = (ORGANIZATION_CLAIM,)

_DONE = Property("done", Kind.BOOLEAN, words=Words("Done: That it was done.", "انجام شد: که انجام شد."))
DEEDS = (
    deed(
        "mailOrganizationClaim",
        "Mail the link: Send the link that confirms a claim to the address that it names.",
        "فرستادن پیوند: پیوند تأیید درخواست پیوستن را به نشانی‌ای که نام برده بفرستید.",
        Doer.WRITER,
        takes=(
            Property(
                "id",
                Kind.ID,
                required=True,
                given=REQUIRED,
                words=Words("Id: The claim.", "شناسه: درخواست."),
            ),
        ),
        gives=(_DONE,),
    ),
    deed(
        "confirmOrganizationClaim",
        "Confirm: Whoever reads the mail at an organization's web domain confirms the claim of it.",
        "تأیید: هر که رایانامهٔ دامنهٔ وب سازمان را می‌خواند درخواست پیوستن آن را تأیید می‌کند.",
        Doer.ANYBODY,
        takes=(
            text(
                "token",
                "Token: What the link that was mailed ends with.",
                "نشانه: آنچه پیوند فرستاده‌شده با آن پایان می‌یابد.",
                REQUIRED,
            ),
        ),
        gives=(_DONE,),
    ),
)
