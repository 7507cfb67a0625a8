"""What organizations say under the records of others: how it stands, when it was said, the moves of all.

A remark has no signature but the one that it shows: no version and no event of it says whose it is.
"""

from dataclasses import replace

from graph.model.common import INTERNAL, VERSIONED
from graph.model.declare import NEVER, choice, move, text
from graph.model.life import By, Move
from graph.model.members import Computed, Kind, Property, See
from graph.model.words import Choice, Words
from graph.model.written import month_text


class RemarkStatus(
    Choice,
    en="Status of what is said: Whether others read it.",
    fa="وضعیت گفته: آیا دیگران آن را می‌خوانند.",
):
    STANDING = (
        "STANDING",
        "Standing: Read by whoever reads what it stands under.",
        "برجا: هر که نوشتهٔ بالای آن را می‌خواند آن را هم می‌خواند.",
    )
    HIDDEN = (
        "HIDDEN",
        "Hidden: A coordinator has hidden it; its writer and coordinators read it, and the reason.",
        "پنهان: هماهنگ‌کننده‌ای پنهانش کرده است؛ نویسنده و هماهنگ‌کنندگان آن و دلیل را می‌خوانند.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: Its writer has taken it back, and alone still reads it.",
        "پس‌گرفته: نویسنده آن را پس گرفته و جز او کسی نمی‌خواندش.",
    )


STANDING, HIDDEN, WITHDRAWN = RemarkStatus.STANDING, RemarkStatus.HIDDEN, RemarkStatus.WITHDRAWN

SHARED_MOVES: tuple[Move, ...] = (
    move(
        "edit«Label»",
        ("«LABEL»_EDITED", "«» edited", "ویرایش «»"),
        "Edit: Change «a» of yours; what it said before stays in its versions.",
        "ویرایش: «» خود را تغییر دهید؛ آنچه پیش‌تر گفته بود در نسخه‌ها می‌ماند.",
        start=(STANDING,),
        gives=(
            "Changes: What changes; what is left out stays as it is, null takes it away.",
            "تغییرها: آنچه عوض می‌شود؛ آنچه نیاید همان که بود می‌ماند و null آن را برمی‌دارد.",
        ),
    ),
    move(
        "withdraw«Label»",
        ("«LABEL»_WITHDRAWN", "«» taken back", "پس گرفتن «»"),
        "Withdraw: Take «a» of yours back; nobody else reads it any more.",
        "پس گرفتن: «» خود را پس بگیرید؛ دیگر کسی جز شما نمی‌خواندش.",
        start=(STANDING,),
        end=WITHDRAWN,
        already="ALREADY_WITHDRAWN",
    ),
    move(
        "hide«Label»",
        ("«LABEL»_HIDDEN", "«» hidden", "پنهان کردن «»"),
        "Hide: Take «a» away from its readers, as a coordinator, and say why to its writer.",
        "پنهان کردن: در نقش هماهنگ‌کننده «» را از دید خوانندگان بردارید و دلیلش را به نویسنده بگویید.",
        by=By.COORDINATOR,
        start=(STANDING,),
        end=HIDDEN,
    ),
    move(
        "unhide«Label»",
        ("«LABEL»_SHOWN_AGAIN", "«» shown again", "نمایش دوبارهٔ «»"),
        "Show again: Give «a» that was hidden back to its readers, as a coordinator.",
        "نمایش دوباره: در نقش هماهنگ‌کننده «» پنهان‌شده را به خوانندگانش برگردانید.",
        by=By.COORDINATOR,
        start=(HIDDEN,),
        end=STANDING,
    ),
)
"""What becomes of whatever is said; how it begins says each record itself."""

_VERSION, _CREATED, _UPDATED, _DEMO = VERSIONED
# When exactly something was said under an anonymized record could tell who did: the times stay the hub's.
_TIMES = tuple(
    replace(moment, hidden=True, filterable=False, sortable=False) for moment in (_CREATED, _UPDATED)
)


def _moment(name: str, of: str, en: str, fa: str) -> Computed:
    def at(n: str, see: See) -> str:
        exact = f"{n}.{of}"
        return f"CASE WHEN {see.open_to(n)} THEN {exact} ELSE {month_text(exact, '$zone')} END"

    return Computed(name, Kind.DATETIME, at, flat=True, words=Words(en, fa))


REMARK = (
    choice(
        "status",
        RemarkStatus,
        "Status: Standing, hidden or withdrawn.",
        "وضعیت: برجا، پنهان یا پس‌گرفته.",
        required=True,
    ),
    text(
        "hiddenReason",
        "Reason of hiding: Why a coordinator has hidden it; null where it is not hidden.",
        "دلیل پنهان کردن: چرا هماهنگ‌کننده پنهانش کرده؛ اگر پنهان نیست null.",
        NEVER,
        long=True,
    ),
    _moment(
        "saidAt",
        "createdAt",
        "Said at: When it was first said; under an anonymized record, the first day of that month.",
        "زمان گفتن: نخستین بار کی گفته شد؛ زیر رکورد بی‌نام، روز نخست آن ماه.",
    ),
    _moment(
        "changedAt",
        "updatedAt",
        "Changed at: When it last changed; under an anonymized record, the first day of that month.",
        "زمان آخرین تغییر: آخرین بار کی تغییر کرد؛ زیر رکورد بی‌نام، روز نخست آن ماه.",
    ),
)
COMMON: tuple[Property, ...] = (_VERSION, *_TIMES, _DEMO, *INTERNAL)
"""`audience`: whether what it stands under was anonymized as it was last written; `ownerIds`: by whom."""
