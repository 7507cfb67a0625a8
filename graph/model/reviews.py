"""Reviews: what reviewers say of a lesson or an approach, of the wording that they have read.

No edge and no signature of a review leads to its author's organization or to its reviewer: who wrote a
lesson is told by the lesson, and who reviewed it by nobody.
"""

from dataclasses import replace

from graph.model.common import INTERNAL, VERSIONED
from graph.model.days import HAPPENED
from graph.model.declare import NEVER, ONCE, back, choice, link, move, record, text, whole
from graph.model.life import By, Life
from graph.model.members import Access, Computed, Kind, Property, See
from graph.model.nodes import Union
from graph.model.review_standing import (
    CHANGES_REQUESTED,
    REJECTED,
    SUBMITTED,
    VALIDATED,
    WITHDRAWN,
    ReviewStatus,
)
from graph.model.sides import Side
from graph.model.wordings import REVIEWED_WORDING
from graph.model.words import Choice, Words


class Judgement(
    Choice,
    en="Judgement: How far a criterion of a review is met.",
    fa="داوری: معیار بازبینی تا کجا برآورده شده است.",
):
    MET = "MET", "Met: As it should be.", "برآورده: همان‌گونه که باید باشد."
    PARTLY_MET = (
        "PARTLY_MET",
        "Partly met: Enough to build on, and something is missing.",
        "تا اندازه‌ای: می‌توان به آن تکیه کرد، ولی چیزی کم دارد.",
    )
    NOT_MET = (
        "NOT_MET",
        "Not met: Too little to build on.",
        "برآورده‌نشده: کمتر از آن است که بتوان به آن تکیه کرد.",
    )


LIFE = Life(
    ReviewStatus,
    (
        move(
            "submitForReview",
            ("REVIEW_SUBMITTED", "Submitted for review", "فرستادن برای بازبینی"),
            "Submit: Ask reviewers to read a published lesson or approach of yours.",
            "فرستادن: از بازبینان بخواهید درس‌آموخته یا رهیافت منتشرشدهٔ شما را بخوانند.",
            by=By.SIDE,
            sides=(Side.AUTHOR,),
            end=SUBMITTED,
            gives=("Review: What of yours is to be reviewed.", "بازبینی: کدام نوشتهٔ شما بازبینی شود."),
        ),
        move(
            "requestChanges",
            ("REVIEW_CHANGES_REQUESTED", "Changes requested", "درخواست اصلاح"),
            "Request changes: Say as a reviewer what is missing before you can stand for it.",
            "درخواست اصلاح: در نقش بازبین بگویید چه کم دارد تا بتوانید تأییدش کنید.",
            by=By.REVIEWER,
            start=(SUBMITTED,),
            end=CHANGES_REQUESTED,
        ),
        move(
            "resubmitForReview",
            ("REVIEW_RESUBMITTED", "Submitted for review again", "فرستادن دوباره برای بازبینی"),
            "Submit again: Say that what was asked for is done; the present wording is reviewed now.",
            "فرستادن دوباره: بگویید آنچه خواسته شده بود انجام شد؛ از این پس متن کنونی بازبینی می‌شود.",
            start=(CHANGES_REQUESTED,),
            end=SUBMITTED,
        ),
        move(
            "validateReview",
            ("REVIEW_VALIDATED", "Validated by a reviewer", "تأیید بازبین"),
            "Validate: Stand as a reviewer for the wording you have read; its readers see your criteria.",
            "تأیید: در نقش بازبین متنی را که خوانده‌اید تأیید کنید؛ خوانندگانش معیارهای شما را می‌بینند.",
            by=By.REVIEWER,
            start=(SUBMITTED,),
            end=VALIDATED,
        ),
        move(
            "rejectReview",
            ("REVIEW_REJECTED", "Rejected by a reviewer", "رد بازبین"),
            "Reject: Say as a reviewer why you cannot stand for it, to its organization and reviewers.",
            "رد: در نقش بازبین بگویید چرا نمی‌توانید تأییدش کنید؛ سازمان نویسنده و بازبینان می‌خوانند.",
            by=By.REVIEWER,
            start=(SUBMITTED,),
            end=REJECTED,
        ),
        move(
            "withdrawReview",
            ("REVIEW_WITHDRAWN", "Taken back from review", "پس گرفتن از بازبینی"),
            "Withdraw: Take back what you have submitted; it stays published, and not reviewed.",
            "پس گرفتن: آنچه فرستاده‌اید پس بگیرید؛ همچنان منتشر و بازبینی‌نشده می‌ماند.",
            start=(SUBMITTED, CHANGES_REQUESTED),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
    ),
)


def _criterion(name: str, en: str, fa: str) -> tuple[Property, Property]:
    label_en, label_fa = en.partition(":")[0], fa.partition(":")[0]
    return (
        choice(name, Judgement, en, fa),
        text(
            f"{name}Note",
            f"Note on {label_en.lower()}: What is missing, or good about it; null where nothing was said.",
            f"یادداشت دربارهٔ {label_fa}: چه کم دارد یا چه خوب است؛ اگر گفته نشده null.",
            NEVER,
            long=True,
        ),
    )


_VERSION, _CREATED, _UPDATED, _DEMO = VERSIONED
# When something was submitted could tell whose it is: the times stay the hub's.
_TIMES = tuple(
    replace(moment, hidden=True, filterable=False, sortable=False) for moment in (_CREATED, _UPDATED)
)

STEPS = 100
"""More than a review takes: what versions are counted up to as it is validated."""


def validated_version(version: int) -> int:
    """The version of a review that is validated at one: its readers learn nothing of how it came there.

    >>> validated_version(2), validated_version(4), validated_version(101)
    (100, 100, 200)
    """
    return version + -version % STEPS


def _answered_on(n: str, see: See) -> str:
    """The exact day would tell when others had it before them, which its author alone knows."""
    known = see.open_to("judged")
    exact = f"{n}.judgedOn"
    if known == "true":
        return exact
    closed = f"EXISTS {{ MATCH ({n})-[:REVIEWS]->(judged) WHERE NOT coalesce({known}, false) }}"
    # To cut the day of what is not answered yet is no null but an error.
    return f"CASE WHEN {exact} IS NOT NULL AND {closed} THEN date.truncate('month', {exact}) ELSE {exact} END"


REVIEW = record(
    "Review",
    "rvw",
    "Review: What reviewers say of a lesson or an approach, of the wording that they have read.",
    "بازبینی: بازبینان دربارهٔ درس‌آموخته یا رهیافت، در متنی که خوانده‌اند، چه می‌گویند.",
    plural=("reviews", "Reviews", "بازبینی‌ها"),
    access=Access.JUDGED,
    parent="reviewed",
    common=(_VERSION, *_TIMES, _DEMO, *INTERNAL),
    order=(("number", True),),
    life=LIFE,
    members=(
        choice(
            "status",
            ReviewStatus,
            "Status: Submitted, changes requested, validated, rejected or withdrawn.",
            "وضعیت: فرستاده‌شده، نیازمند اصلاح، تأییدشده، ردشده یا پس‌گرفته.",
            required=True,
        ),
        whole(
            "number",
            "Number: Which validated review of it this is, or would be, counted from 1 on.",
            "شماره: چندمین بازبینی تأییدشدهٔ آن است، یا خواهد بود، با شمارش از ۱.",
            required=True,
            sortable=True,
        ),
        whole(
            "wording",
            "Wording: The number of the wording that it is about; compare it with that of what is reviewed.",
            "متن: شمارهٔ متنی که دربارهٔ آن است؛ با شمارهٔ متن کنونی بسنجید.",
            required=True,
            filterable=False,
        ),
        whole(
            "reviewedVersion",
            "Reviewed version: The version of what is reviewed, as it stood then.",
            "نسخهٔ بازبینی‌شده: نسخهٔ آنچه بازبینی می‌شود، چنان که آن هنگام بود.",
            required=True,
            filterable=False,
        ),
        REVIEWED_WORDING,
        *_criterion(
            "evidence",
            "Evidence: Whether the experiences or the source bear what it says; null until a reviewer says.",
            "شواهد: آیا تجربه‌ها یا منبع، گفته‌اش را ثابت می‌کنند؛ تا بازبین نگفته null.",
        ),
        *_criterion(
            "applicability",
            "Applicability: Whether it says where it holds, and where not; null until a reviewer says.",
            "دامنهٔ کاربرد: آیا می‌گوید کجا به کار می‌آید و کجا نه؛ تا بازبین نگفته null.",
        ),
        *_criterion(
            "clarity",
            "Clarity: Whether others can do what it says without asking; null until a reviewer says.",
            "روشنی: آیا دیگران بی پرسش می‌توانند به آن عمل کنند؛ تا بازبین نگفته null.",
        ),
        text(
            "changesRequested",
            "Changes requested: What a reviewer asks for; null where nothing is asked any more.",
            "اصلاح‌های خواسته‌شده: بازبین چه می‌خواهد؛ اگر چیزی نمانده null.",
            NEVER,
            long=True,
        ),
        text(
            "rejectionReason",
            "Reason of the rejection: Why a reviewer cannot stand for it; null where it is not rejected.",
            "دلیل رد: چرا بازبین آن را نپذیرفت؛ اگر رد نشده null.",
            NEVER,
            long=True,
        ),
        Property("judgedOn", Kind.DATE, filterable=False, hidden=True, days=HAPPENED),
        Computed(
            "answeredOn",
            Kind.DATE,
            _answered_on,
            required=False,
            words=Words(
                "Answered on: The day a reviewer answered last, of what is anonymized the first of its month;"
                " null until then.",
                "روز پاسخ: آخرین روزی که بازبین پاسخ داد؛ برای رکورد بی‌نام نخستِ آن ماه؛ پیش از پاسخ null.",
            ),
        ),
        link(
            "reviewed",
            "REVIEWS",
            "Reviewable",
            "Reviewed: The lesson or approach that it is about.",
            "بازبینی‌شده: درس‌آموخته یا رهیافتی که دربارهٔ آن است.",
            ONCE,
            open=True,
            back=back(
                "reviews",
                "Reviews: What was validated of it; its organization and reviewers read the others, too.",
                "بازبینی‌ها: تأییدشده‌ها؛ سازمان نویسنده و بازبینان بقیه را هم می‌خوانند.",
            ),
        ),
    ),
)

REVIEWABLE = Union(
    "Reviewable",
    ("Lesson", "Approach"),
    Words(
        "Reviewable: What can be reviewed: a lesson or an approach.",
        "بازبینی‌شدنی: آنچه می‌توان بازبینی کرد: درس‌آموخته یا رهیافت.",
    ),
)

AREA = (REVIEW, REVIEWABLE)
