"""Affiliations: the office that a person has in an organization, and what they may do in its name."""

from graph.model.common import INTERNAL, VERSIONED
from graph.model.days import HAPPENED
from graph.model.declare import NEVER, OPTIONAL, REQUIRED, back, choice, day, link, move, record, text
from graph.model.life import By, Life
from graph.model.words import Choice


class AffiliationRight(
    Choice,
    en="Right: What a person may do in the name of an organization.",
    fa="اختیار: شخص از سوی سازمان چه می‌تواند بکند.",
):
    MEMBER = (
        "MEMBER",
        "Member: Reads what its organization reads.",
        "عضو: آنچه سازمانش می‌خواند می‌خواند.",
    )
    EDITOR = (
        "EDITOR",
        "Editor: Also writes, signs and invites in its name.",
        "ویرایشگر: از سوی آن هم می‌نویسد، امضا می‌کند و دعوت می‌کند.",
    )


class AffiliationStatus(
    Choice,
    en="Status of an affiliation: Whether the person is still there.",
    fa="وضعیت سمت: آیا شخص هنوز در سازمان است.",
):
    ACTIVE = "ACTIVE", "Active: The person has the office.", "برقرار: شخص این سمت را دارد."
    ENDED = (
        "ENDED",
        "Ended: The person has left, or was let go.",
        "پایان‌یافته: شخص رفته یا کنار گذاشته شده است.",
    )


ACTIVE, ENDED = AffiliationStatus.ACTIVE, AffiliationStatus.ENDED

LIFE = Life(
    AffiliationStatus,
    (
        move(
            None,
            ("AFFILIATION_BEGUN", "Affiliation begun", "آغاز سمت"),
            "Begin: A person accepts an invitation of the organization.",
            "آغاز: شخصی دعوت سازمان را می‌پذیرد.",
            by=By.NOBODY,
            end=ACTIVE,
        ),
        move(
            "changeAffiliation",
            ("AFFILIATION_CHANGED", "Affiliation changed", "تغییر سمت"),
            "Change: Give a person of yours another office, or another right.",
            "تغییر: سمت یا اختیار شخصی از سازمان خود را عوض کنید.",
            by=By.EDITOR,
            start=(ACTIVE,),
            gives=(
                "Change: What changes; what is left out stays.",
                "تغییر: آنچه عوض می‌شود؛ آنچه نیاید می‌ماند.",
            ),
        ),
        move(
            "endAffiliation",
            ("AFFILIATION_ENDED", "Affiliation ended", "پایان سمت"),
            "End: From now on the person can do nothing in the organization's name, and reads nothing of it.",
            "پایان: از این پس شخص از سوی سازمان کاری نمی‌تواند بکند و از آن چیزی نمی‌خواند.",
            by=By.EDITOR,
            start=(ACTIVE,),
            end=ENDED,
        ),
    ),
    binds=True,
)

AFFILIATION = record(
    "Affiliation",
    "aff",
    "Affiliation: A person's office in an organization, since when and until when; its members read it.",
    "سمت: جایگاه یک شخص در یک سازمان، از کی تا کی؛ اعضای همان سازمان آن را می‌خوانند.",
    plural=("affiliations", "Affiliations", "سمت‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        text(
            "office",
            "Office: What the person is there, e.g. programs manager; null where that is not told.",
            "عنوان سمت: شخص در سازمان چه کاره است، مانند مدیر برنامه‌ها؛ اگر گفته نشده null.",
            OPTIONAL,
        ),
        choice(
            "right",
            AffiliationRight,
            "Right: What the person may do in its name.",
            "اختیار: از سوی سازمان چه می‌تواند بکند.",
            REQUIRED,
            default=AffiliationRight.MEMBER,
        ),
        choice(
            "status",
            AffiliationStatus,
            "Status: Active, or ended.",
            "وضعیت: برقرار یا پایان‌یافته.",
            required=True,
        ),
        day(
            "since",
            "Since: The day the person joined.",
            "از: روزی که شخص پیوست.",
            days=HAPPENED,
        ),
        day(
            "until",
            "Until: The day it ended; null while it has not.",
            "تا: روزی که پایان یافت؛ تا نیافته null.",
            days=HAPPENED,
            from_="since",
        ),
        link(
            "person",
            "AFFILIATES",
            "Person",
            "Person: Whose office it is; null where the name is closed to you, or the account is gone.",
            "شخص: سمت چه کسی است؛ اگر نام بر شما بسته است یا حسابش دیگر نیست null.",
            NEVER,
            back=back(
                "affiliations",
                "Affiliations: Their offices, as far as you may read them.",
                "سمت‌ها: سمت‌های او، تا جایی که می‌توانید بخوانید.",
            ),
        ),
        link(
            "organization",
            "AFFILIATED_WITH",
            "Organization",
            "Organization: Where the person has the office.",
            "سازمان: سازمانی که شخص در آن سمت دارد.",
            NEVER,
            back=back(
                "affiliations",
                "Affiliations: Its people and their offices, past ones too; its own members read them.",
                "سمت‌ها: اشخاص آن و سمت‌هایشان، گذشته‌ها هم؛ تنها اعضای خودش آن‌ها را می‌خوانند.",
            ),
        ),
    ),
)

AREA = (AFFILIATION,)


def current(variable: str) -> str:
    """The condition that an affiliation gives its right today, as Cypher.

    >>> current("a")
    "a.status = 'ACTIVE'"
    """
    return f"{variable}.status = '{ACTIVE.value}'"
