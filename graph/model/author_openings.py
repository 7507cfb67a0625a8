"""Openings: that a trustee has opened the author of an anonymized record, when and why."""

from graph.model.common import INTERNAL
from graph.model.declare import REQUIRED, choice, moment, record, text
from graph.model.deeds import Doer, deed
from graph.model.members import Computed, Kind, Nested, Property
from graph.model.words import Choice, Words


class OpeningOffice(
    Choice,
    en="Office of an opening: As what somebody has opened an author.",
    fa="سمت بازکننده: نویسنده را در چه سمتی باز کرده‌اند.",
):
    TRUSTEE = "TRUSTEE", "Trustee: A trustee of the network.", "امین: یکی از امینان شبکه."


def _reason(n: str, _see: object) -> str:
    """Administrators read why, and not where the text itself names the author."""
    return (
        f"CASE WHEN NOT {n}.namesAuthor OR coalesce($viewer.organization IN {n}.ownerIds, false)"
        f" THEN {n}.statedReason END"
    )


OPENING = record(
    "Opening",
    "opn",
    "Opening: A trustee was told the author of an anonymized record; its organization reads that, and"
    " administrators do, whom it does not name.",
    "بازکردن نویسنده: نویسندهٔ رکوردی بی‌نام به امینی گفته شد؛ سازمان آن این را می‌خواند، و سرپرستان هم،"
    " بی نام نویسنده.",
    plural=("openings", "Openings", "بازکردن‌های نویسنده"),
    common=INTERNAL,
    order=(("openedAt", False),),
    members=(
        Property(
            "recordId",
            Kind.ID,
            required=True,
            words=Words(
                "Id of the record: What it was the author of.", "شناسهٔ رکورد: نویسندهٔ کدام رکورد باز شد."
            ),
        ),
        choice(
            "office",
            OpeningOffice,
            "Office: As what it was opened.",
            "سمت: در چه سمتی باز شد.",
            required=True,
        ),
        moment(
            "openedAt",
            "Opened at: When it was opened.",
            "زمان بازکردن: کی باز شد.",
            required=True,
        ),
        Computed(
            "reason",
            Kind.STRING,
            _reason,
            required=False,
            words=Words(
                "Reason: Why, as the trustee wrote; null to administrators where it names the author.",
                "دلیل: چرا، به نوشتهٔ امین؛ برای سرپرستان null اگر نام نویسنده در آن است.",
            ),
        ),
        Property("statedReason", required=True, filterable=False, hidden=True),
        Property("namesAuthor", Kind.BOOLEAN, required=True, filterable=False, hidden=True),
        Property("openedBy", required=True, filterable=False, hidden=True),
    ),
)

AREA = (OPENING,)

OPEN_AUTHOR = deed(
    "openAuthor",
    "Open an author: A trustee is told whose an anonymized record is, and says why; its organization and the"
    " administrators see that it was done.",
    "بازکردن نویسنده: به امین گفته می‌شود رکورد بی‌نام از کیست و او دلیلش را می‌نویسد؛ سازمان آن و سرپرستان"
    " می‌بینند که چنین شد.",
    Doer.TRUSTEE,
    takes=(
        Property(
            "id",
            Kind.ID,
            required=True,
            given=REQUIRED,
            words=Words("Id: The anonymized record.", "شناسه: رکورد بی‌نام."),
        ),
        text(
            "reason",
            "Reason: Why its author has to be known; the author's organization reads it.",
            "دلیل: چرا باید نویسنده دانسته شود؛ سازمان نویسنده آن را می‌خواند.",
            REQUIRED,
            long=True,
        ),
    ),
    gives=(
        Nested(
            "organizations",
            "Organization",
            many=True,
            words=Words("Organizations: Whose record it is.", "سازمان‌ها: رکورد از کدام سازمان‌هاست."),
        ),
    ),
)

DEEDS = (OPEN_AUTHOR,)
