"""Applications for membership in a network, from a draft over the checks to a decision."""

from graph.model.common import CHANGES, INTERNAL, VERSIONED
from graph.model.days import HAPPENED, PLANNED
from graph.model.declare import (
    ONCE,
    OPTIONAL,
    REQUIRED,
    back,
    back_one,
    choice,
    day,
    files,
    link,
    links,
    move,
    part,
    record,
    text,
    texts,
    web,
)
from graph.model.life import Also, By, Life
from graph.model.members import Computed, Kind
from graph.model.memberships import MembershipKind
from graph.model.sides import Side
from graph.model.words import Choice, Words


class ApplicationStatus(
    Choice,
    en="Status of an application: Which step it has come to.",
    fa="وضعیت درخواست: درخواست به کدام گام رسیده است.",
):
    DRAFT = (
        "DRAFT",
        "Draft: Being written; the applicant alone reads it.",
        "پیش‌نویس: در دست نوشتن؛ تنها درخواست‌کننده آن را می‌خواند.",
    )
    SUBMITTED = (
        "SUBMITTED",
        "Submitted: Its documents are to be checked by the network.",
        "فرستاده‌شده: نوبت شبکه است که مدارک را بررسی کند.",
    )
    DOCUMENTS_CHECKED = (
        "DOCUMENTS_CHECKED",
        "Documents checked: They are in order; the licence is next.",
        "مدارک بررسی‌شده: مدارک کامل است؛ نوبت مجوز است.",
    )
    LICENCE_CHECKED = (
        "LICENCE_CHECKED",
        "Licence checked: It is in order; the decision is next.",
        "مجوز بررسی‌شده: مجوز درست است؛ نوبت تصمیم است.",
    )
    RETURNED = (
        "RETURNED",
        "Returned: Something is missing, as the reasons say; it can be submitted again.",
        "برگشته: چیزی کم دارد، چنان‌که در دلیل‌ها آمده؛ می‌توان دوباره فرستاد.",
    )
    ACCEPTED = "ACCEPTED", "Accepted: The membership has begun.", "پذیرفته: عضویت آغاز شده است."
    REJECTED = "REJECTED", "Rejected: For the reasons it says.", "ردشده: به دلیل‌هایی که نوشته شده."
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The applicant took it back.",
        "پس‌گرفته: درخواست‌کننده آن را پس گرفت.",
    )


DRAFT, SUBMITTED = ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED
DOCUMENTS_CHECKED = ApplicationStatus.DOCUMENTS_CHECKED
LICENCE_CHECKED = ApplicationStatus.LICENCE_CHECKED
RETURNED, ACCEPTED = ApplicationStatus.RETURNED, ApplicationStatus.ACCEPTED
REJECTED, WITHDRAWN = ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN
WITH_NETWORK = (SUBMITTED, DOCUMENTS_CHECKED, LICENCE_CHECKED)
"""Where the network has the next step."""
WITH_APPLICANT = (DRAFT, RETURNED)
"""Where the applicant has it."""

LIFE = Life(
    ApplicationStatus,
    (
        move(
            "draftApplication",
            ("APPLICATION_DRAFTED", "Application drafted", "پیش‌نویس درخواست عضویت"),
            "Draft: Write an application of your organization; nobody else reads it until it is submitted.",
            "پیش‌نویس: درخواست سازمان خود را بنویسید؛ تا نفرستاده‌اید کس دیگری آن را نمی‌خواند.",
            by=By.MEMBER,
            end=DRAFT,
            gives=(
                "Application: What your organization asks of a network, and its papers.",
                "درخواست: سازمان شما از شبکه چه می‌خواهد، و مدارک آن.",
            ),
        ),
        move(
            "editApplication",
            ("APPLICATION_EDITED", "Application edited", "ویرایش درخواست عضویت"),
            "Edit: Change a draft, or one that was returned, before it is submitted.",
            "ویرایش: پیش‌نویس یا درخواست برگشته را پیش از فرستادن تغییر دهید.",
            by=By.SIDE,
            sides=(Side.APPLICANT,),
            also=Also(By.ADMINISTRATOR),
            start=WITH_APPLICANT,
            gives=CHANGES,
        ),
        move(
            "submitApplication",
            ("APPLICATION_SUBMITTED", "Application submitted", "فرستادن درخواست عضویت"),
            "Submit: Send it to the network, for the first time or again; a renewal goes on to the decision.",
            "فرستادن: آن را به شبکه بفرستید، بار نخست یا دوباره؛ تمدید یک‌راست به تصمیم می‌رسد.",
            by=By.SIDE,
            sides=(Side.APPLICANT,),
            also=Also(By.ADMINISTRATOR),
            start=WITH_APPLICANT,
            end=SUBMITTED,
        ),
        move(
            "passDocuments",
            ("DOCUMENTS_CHECKED", "Documents checked", "بررسی مدارک درخواست"),
            "Pass the documents: Say, as the secretariat, that they are in order.",
            "تأیید مدارک: در جای دبیرخانه بگویید مدارک کامل است.",
            by=By.SIDE,
            sides=(Side.SECRETARIAT,),
            also=Also(By.ADMINISTRATOR),
            start=(SUBMITTED,),
            end=DOCUMENTS_CHECKED,
        ),
        move(
            "passLicence",
            ("LICENCE_CHECKED", "Licence checked", "بررسی مجوز درخواست"),
            "Pass the licence: Say, as the secretariat, that it is in order.",
            "تأیید مجوز: در جای دبیرخانه بگویید مجوز درست است.",
            by=By.SIDE,
            sides=(Side.SECRETARIAT,),
            also=Also(By.ADMINISTRATOR),
            start=(DOCUMENTS_CHECKED,),
            end=LICENCE_CHECKED,
        ),
        move(
            "acceptApplication",
            ("APPLICATION_ACCEPTED", "Application accepted", "پذیرش درخواست عضویت"),
            "Accept: Enter, as the secretariat, that the network takes the applicant in: the"
            " membership it asked for begins.",
            "پذیرش: در جای دبیرخانه ثبت کنید که شبکه درخواست‌کننده را می‌پذیرد: همان عضویتی که"
            " خواسته آغاز می‌شود.",
            by=By.SIDE,
            sides=(Side.SECRETARIAT,),
            also=Also(By.ADMINISTRATOR),
            start=(LICENCE_CHECKED,),
            end=ACCEPTED,
        ),
        move(
            "returnApplication",
            ("APPLICATION_RETURNED", "Application returned", "برگرداندن درخواست عضویت"),
            "Return: Give it back with what is missing; the applicant mends it and submits it again.",
            "برگرداندن: با آنچه کم است برگردانید؛ درخواست‌کننده کاملش می‌کند و دوباره می‌فرستد.",
            by=By.SIDE,
            sides=(Side.SECRETARIAT,),
            also=Also(By.ADMINISTRATOR),
            start=WITH_NETWORK,
            end=RETURNED,
        ),
        move(
            "rejectApplication",
            ("APPLICATION_REJECTED", "Application rejected", "رد درخواست عضویت"),
            "Reject: Say no, with the reasons.",
            "رد: نپذیرید، با دلیل‌ها.",
            by=By.SIDE,
            sides=(Side.SECRETARIAT,),
            also=Also(By.ADMINISTRATOR),
            start=WITH_NETWORK,
            end=REJECTED,
        ),
        move(
            "withdrawApplication",
            ("APPLICATION_WITHDRAWN", "Application withdrawn", "پس گرفتن درخواست عضویت"),
            "Withdraw: Take it back, as the applicant, at any time before the decision.",
            "پس گرفتن: در جای درخواست‌کننده هر گاه پیش از تصمیم آن را پس بگیرید.",
            by=By.SIDE,
            sides=(Side.APPLICANT,),
            also=Also(By.ADMINISTRATOR),
            start=(*WITH_APPLICANT, *WITH_NETWORK),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
    ),
)

APPLICATION_DOCUMENT = part(
    "ApplicationDocument",
    "Document of an application: A paper that goes with it.",
    "مدرک درخواست: مدرکی که همراه آن است.",
    (
        text(
            "title", "Title: What it is, e.g. the statutes.", "عنوان: چه مدرکی است، مانند اساسنامه.", REQUIRED
        ),
        web(
            "url",
            "Web address: Where it can be read; null where it was handed in on paper.",
            "نشانی وب: کجا می‌توان آن را خواند؛ اگر روی کاغذ داده شده null.",
            OPTIONAL,
        ),
    ),
)


MEMBERSHIP_APPLICATION = record(
    "MembershipApplication",
    "mea",
    "Application for membership: An organization asks to become a member of a network.",
    "درخواست عضویت: سازمانی می‌خواهد عضو شبکه شود.",
    plural=("membershipApplications", "Applications for membership", "درخواست‌های عضویت"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "kind",
            MembershipKind,
            "Kind: What it wants to be: founder, full member, associate or observer.",
            "گونه: چه می‌خواهد باشد: مؤسس، عضو اصلی، عضو وابسته یا ناظر.",
            REQUIRED,
        ),
        text(
            "statement",
            "Statement: Why it wants to join, and what it brings.",
            "شرح: چرا می‌خواهد عضو شود و چه با خود می‌آورد.",
            REQUIRED,
            long=True,
        ),
        text(
            "licenceNumber",
            "Number of the licence: That by which it is allowed to work; null where it has none.",
            "شمارهٔ مجوز: شمارهٔ پروانهٔ فعالیت آن؛ اگر ندارد null.",
            OPTIONAL,
        ),
        text(
            "licenceIssuer",
            "Issuer of the licence: The body that gave it.",
            "مرجع مجوز: نهادی که آن را داده است.",
            OPTIONAL,
        ),
        day(
            "licenceUntil",
            "Licence until: The last day it is valid; null where it has no end.",
            "اعتبار مجوز تا: واپسین روز اعتبار آن؛ اگر پایانی ندارد null.",
            OPTIONAL,
            days=PLANNED,
            sortable=False,
        ),
        choice(
            "status",
            ApplicationStatus,
            "Status: Which step it has come to.",
            "وضعیت: درخواست به کدام گام رسیده است.",
            required=True,
        ),
        day(
            "dueOn",
            "Due on: The day the next step is to be done by; null where none is set.",
            "سررسید: گام بعدی تا چه روزی باید انجام شود؛ اگر تعیین نشده null.",
            days=PLANNED,
        ),
        Computed(
            "overdue",
            Kind.BOOLEAN,
            lambda n, _see: f"coalesce({n}.dueOn < $today, false)",
            filterable=True,
            flat=True,
            words=Words(
                "Overdue: Whether the day of the next step has passed.",
                "عقب‌افتاده: آیا سررسید گام بعدی گذشته است.",
            ),
        ),
        texts(
            "reasons",
            "Reasons: What is missing, or why it was rejected; empty while nothing is said against it.",
            "دلیل‌ها: چه کم دارد، یا چرا رد شد؛ تا ایرادی گفته نشده خالی.",
        ),
        day(
            "submittedOn",
            "Submitted on: The day it was last submitted; null until then.",
            "روز فرستادن: آخرین بار کی فرستاده شد؛ تا آن هنگام null.",
            days=HAPPENED,
        ),
        day(
            "documentsCheckedOn",
            "Documents checked on: The day they were found in order; null until then.",
            "روز بررسی مدارک: روزی که مدارک کامل دانسته شد؛ تا آن هنگام null.",
            days=HAPPENED,
            sortable=False,
        ),
        day(
            "licenceCheckedOn",
            "Licence checked on: The day it was found in order; null until then.",
            "روز بررسی مجوز: روزی که مجوز درست دانسته شد؛ تا آن هنگام null.",
            days=HAPPENED,
            sortable=False,
        ),
        day(
            "decidedOn",
            "Decided on: The day it was accepted or rejected; null until then.",
            "روز تصمیم: روزی که پذیرفته یا رد شد؛ تا آن هنگام null.",
            days=HAPPENED,
            sortable=False,
        ),
        links(
            "documents",
            "HAS_DOCUMENT",
            "ApplicationDocument",
            "Documents: The papers that go with it.",
            "مدارک: مدرک‌هایی که همراه آن است.",
            OPTIONAL,
            open=True,
        ),
        link(
            "network",
            "APPLIES_TO",
            "Network",
            "Network: The one it asks to join; it never changes.",
            "شبکه: شبکه‌ای که می‌خواهد عضو آن شود؛ هرگز عوض نمی‌شود.",
            ONCE,
            back=back(
                "applications",
                "Applications: Those that were submitted to it; read by its secretariat, and each by its"
                " applicant.",
                "درخواست‌ها: درخواست‌هایی که به آن فرستاده شده؛ دبیرخانه همه را و هر سازمان تنها درخواست خود را"
                " می‌خواند.",
            ),
        ),
        link(
            "applicant",
            "APPLIED_BY",
            "Organization",
            "Applicant: The organization that asks.",
            "درخواست‌کننده: سازمانی که می‌خواهد عضو شود.",
            back=back(
                "applications",
                "Applications: Those it has written for membership in networks; read by both sides alone.",
                "درخواست‌ها: درخواست‌هایش برای عضویت در شبکه‌ها؛ تنها دو سوی آن می‌خوانند.",
            ),
        ),
        link(
            "membership",
            "LED_TO",
            "NetworkMembership",
            "Membership: What came of it; null until it is accepted.",
            "عضویت: آنچه از آن برآمد؛ تا پذیرفته نشده null.",
            back=back_one(
                "application",
                "Application: The one it came of, read by both sides alone; null for who was invited.",
                "درخواست: درخواستی که از آن برآمده و تنها دو سوی آن می‌خوانند؛ برای دعوت‌شده‌ها null.",
            ),
        ),
        files(),
        link(
            "renews",
            "RENEWS_MEMBERSHIP",
            "NetworkMembership",
            "Renews: The membership that ends soon and is to go on; null where a new one is asked for.",
            "تمدید می‌کند: عضویتی که به‌زودی پایان می‌یابد و باید ادامه یابد؛ اگر عضویت تازه است null.",
            back=back(
                "renewals",
                "Renewals: Applications that it goes on; read by both sides alone.",
                "تمدیدها: درخواست‌های ادامهٔ آن؛ تنها دو سوی آن می‌خوانند.",
            ),
        ),
    ),
)

AREA = (APPLICATION_DOCUMENT, MEMBERSHIP_APPLICATION)
