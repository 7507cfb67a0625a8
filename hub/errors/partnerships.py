"""What can stand against a change of partnerships and commitments."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Partnerships",
    "مشارکت‌ها",
    "Drafting, signing and renewing partnerships, and what their parties owe each other.",
    (
        Entry(
            "TOO_FEW_PARTIES",
            "مشارکت دست‌کم دو طرف دارد. طرف دیگری را هم نام ببرید.",
            "A partnership has at least two parties. Name another.",
        ),
        Entry(
            "NOT_A_PARTY",
            "این سازمان از طرف‌های مشارکت نیست. یکی از طرف‌ها را برگزینید.",
            "The organization is not a party to the partnership. Choose one that is.",
        ),
        Entry(
            "ALREADY_SIGNED",
            "این طرف پیش‌تر امضا کرده است. کار دیگری از آن خواسته نیست.",
            "This party has already signed. Nothing is left for it to do.",
        ),
        Entry(
            "NOT_SIGNED",
            "این طرف هنوز امضا نکرده است. امضایی برای پس گرفتن نیست.",
            "This party has not signed. There is no signature to take back.",
        ),
        Entry(
            "ALREADY_RENEWED",
            "پیش‌نویس تمدید این مشارکت نوشته شده است. همان پیش‌نویس را ویرایش یا امضا کنید.",
            "A renewal of this partnership is already drafted. Edit or sign that draft.",
        ),
    ),
)
