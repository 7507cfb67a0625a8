"""How a lesson or an approach stands in review, as its readers see it: of its present wording."""

from graph.model.members import Computed, Kind, See
from graph.model.words import Choice, Words


class ReviewStatus(
    Choice,
    en="Status of a review: Whose turn it is, or what reviewers have said.",
    fa="وضعیت بازبینی: نوبت کیست، یا بازبینان چه گفته‌اند.",
):
    SUBMITTED = (
        "SUBMITTED",
        "Submitted: It waits for a reviewer.",
        "فرستاده‌شده: چشم‌به‌راه بازبین است.",
    )
    CHANGES_REQUESTED = (
        "CHANGES_REQUESTED",
        "Changes requested: A reviewer has said what is missing; its organization submits it again.",
        "نیازمند اصلاح: بازبین گفته چه کم دارد؛ سازمان نویسنده آن را دوباره می‌فرستد.",
    )
    VALIDATED = (
        "VALIDATED",
        "Validated: A reviewer stands for the wording that was read.",
        "تأییدشده: بازبین متنی را که خوانده درست دانسته است.",
    )
    REJECTED = (
        "REJECTED",
        "Rejected: A reviewer cannot stand for it, and has said why.",
        "ردشده: بازبین آن را نپذیرفته و دلیلش را گفته است.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: Its organization has taken it back before there was an answer.",
        "پس‌گرفته: سازمان نویسنده پیش از پاسخ آن را پس گرفته است.",
    )


SUBMITTED, CHANGES_REQUESTED = ReviewStatus.SUBMITTED, ReviewStatus.CHANGES_REQUESTED
VALIDATED, REJECTED, WITHDRAWN = ReviewStatus.VALIDATED, ReviewStatus.REJECTED, ReviewStatus.WITHDRAWN


class ReviewStanding(
    Choice,
    en="Standing in review: What reviewers have said of the present wording, as far as you may know.",
    fa="جایگاه در بازبینی: بازبینان دربارهٔ متن کنونی چه گفته‌اند، تا جایی که می‌توانید بدانید.",
):
    NOT_REVIEWED = (
        "NOT_REVIEWED",
        "Not reviewed: No reviewer stands for it; its organization has published it by itself.",
        "بازبینی‌نشده: هیچ بازبینی آن را تأیید نکرده است؛ سازمان نویسنده خود آن را منتشر کرده.",
    )
    SUBMITTED = (
        "SUBMITTED",
        "Submitted: It waits for a reviewer; told to its organization and to reviewers.",
        "فرستاده‌شده: چشم‌به‌راه بازبین است؛ تنها سازمان نویسنده و بازبینان می‌بینند.",
    )
    CHANGES_REQUESTED = (
        "CHANGES_REQUESTED",
        "Changes requested: A reviewer has said what is missing; told to its organization and to reviewers.",
        "نیازمند اصلاح: بازبین گفته چه کم دارد؛ تنها سازمان نویسنده و بازبینان می‌بینند.",
    )
    VALIDATED = (
        "VALIDATED",
        "Validated: A reviewer stands for the present wording.",
        "تأییدشده: بازبین متن کنونی را تأیید کرده است.",
    )
    EARLIER_WORDING = (
        "EARLIER_WORDING",
        "Earlier wording: A reviewer stands for an earlier wording; it was changed since.",
        "متن پیشین: بازبین متنی پیشین را تأیید کرده است؛ از آن پس متن عوض شده.",
    )
    REJECTED = (
        "REJECTED",
        "Rejected: A reviewer cannot stand for the present wording; told to its organization and reviewers.",
        "ردشده: بازبین متن کنونی را نپذیرفته است؛ تنها سازمان نویسنده و بازبینان می‌بینند.",
    )


def _standing(n: str, see: See) -> str:
    earlier = f"r.status = '{VALIDATED.value}' AND r.wording <> {n}.wording"
    # What was rejected was another wording: of the present one it says nothing.
    counts = (
        f"r.status <> '{WITHDRAWN.value}' AND (r.status <> '{REJECTED.value}' OR r.wording = {n}.wording)"
    )
    return (
        f"coalesce(head(COLLECT {{ MATCH ({n})<-[:REVIEWS]-(r:Review)"
        f" WHERE {counts} AND {see('r', 'Review')}"
        " WITH r ORDER BY r.number DESC, r.createdAt DESC, r.id LIMIT 1"
        f" RETURN CASE WHEN {earlier} THEN '{ReviewStanding.EARLIER_WORDING.value}' ELSE r.status END }}),"
        f" '{ReviewStanding.NOT_REVIEWED.value}')"
    )


REVIEW_STATUS = Computed(
    "reviewStatus",
    Kind.ENUM,
    _standing,
    filterable=True,
    enum=ReviewStanding,
    words=Words(
        "Review: Whether a reviewer stands for what it says today; the words are in `reviews`.",
        "بازبینی: آیا بازبینی آنچه را امروز می‌گوید تأیید کرده است؛ متن بازبینی‌ها در `reviews` است.",
    ),
)
