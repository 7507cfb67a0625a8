"""What can stand against a change of organizations and their ties."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Organizations",
    "سازمان‌ها",
    "Listing, registering and claiming organizations, and their ties.",
    (
        Entry(
            "ALREADY_CLAIMED",
            "این سازمان پیش‌تر عضو شده است. با توکن همان سازمان کار کنید.",
            "The organization is already a member. Go on with its own token.",
        ),
        Entry(
            "NATIONAL_ID_TAKEN",
            "سازمان دیگری با این شناسهٔ ملی ثبت شده است. آن را پیدا کنید یا شماره را بررسی کنید.",
            "Another organization has this national identifier. Find that one, or check the number.",
        ),
        Entry(
            "TIE_EXISTS",
            "این پیوند پیش‌تر ثبت شده است. پیش از ثبت دوباره، آن را با endTie پایان دهید.",
            "This tie is already recorded. End it with `endTie` before it is declared again.",
        ),
        Entry(
            "TIE_ENDED",
            "این پیوند پیش‌تر پایان یافته است. پیوند تازه را با declareTie ثبت کنید.",
            "This tie has already ended. Record a new one with `declareTie`.",
        ),
    ),
)
