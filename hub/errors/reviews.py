"""What can stand against a review."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Reviews",
    "بازبینی‌ها",
    "Reviews of lessons and approaches: who may answer, and of which wording.",
    (
        Entry(
            "IN_REVIEW",
            "این نوشته در دست بازبینی است. همان بازبینی را پی بگیرید یا با withdrawReview پس بگیرید.",
            "This is in review already. Go on with that review, or take it back with `withdrawReview`.",
        ),
        Entry(
            "WORDING_REVIEWED",
            "بازبینان دربارهٔ همین متن نظر داده‌اند. نخست متن را ویرایش کنید، سپس دوباره بفرستید.",
            "Reviewers have answered about this very wording. Edit it first, then submit it again.",
        ),
        Entry(
            "READ_BY_NO_REVIEWER",
            "این را تنها سازمان شما می‌خواند و بازبینان نمی‌بینند. آن را با دیدپذیری دیگری منتشر کنید.",
            "Your organization alone reads this, and no reviewer. Publish it with another visibility.",
        ),
        Entry(
            "OWN_WORK",
            "این نوشتهٔ سازمانی است که شما در آن کار می‌کنید یا می‌کردید. آن را به بازبین دیگری بسپارید.",
            "An organization you work for, or worked for then, wrote this. Leave it to another reviewer.",
        ),
        Entry(
            "NOT_YOURS_TO_REVIEW",
            "این در موضوع‌ها و استان‌های بازبینی شما نیست. آنچه با شماست در viewer.waiting آمده است.",
            "This is not of the topics and provinces you review. What is yours stands in `viewer.waiting`.",
        ),
        Entry(
            "CRITERION_NOT_MET",
            "آنچه معیاری را برآورده نمی‌کند تأیید نمی‌شود. با requestChanges بگویید چه کم دارد.",
            "What does not meet a criterion is not validated. Say with `requestChanges` what is missing.",
        ),
    ),
)
