"""What can be wrong with who asks."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Who asks",
    "چه کسی می‌پرسد",
    "The token of a request, and what its owner may do.",
    (
        Entry(
            "TOKEN_WRONG",
            "این توکن شناخته نشد. توکن را دوباره بررسی کنید یا از ویرایشگر سازمان خود توکن تازه بگیرید.",
            "The token is not known. Check it, or ask an editor of your organization for a new one.",
            status=401,
            counted=True,
        ),
        Entry(
            "TOKEN_EXPIRED",
            "مهلت این توکن تمام شده است. از ویرایشگر سازمان خود توکن تازه بگیرید.",
            "The token has expired. Ask an editor of your organization for a new one.",
            status=401,
            counted=True,
        ),
        Entry(
            "TOKEN_REVOKED",
            "این توکن باطل شده است. از ویرایشگر سازمان خود توکن تازه بگیرید.",
            "The token has been revoked. Ask an editor of your organization for a new one.",
            status=401,
            counted=True,
        ),
        Entry(
            "TOKEN_OF_WITHDRAWN",
            "سازمان این توکن از شبکه رفته است. برای بازگشت به هماهنگ‌کنندهٔ شبکه بگویید.",
            "The organization of this token has left the network. Ask a coordinator, if it is to come back.",
            status=401,
            counted=True,
        ),
        Entry(
            "TOKEN_SETTINGS",
            "نقش، اجازه‌ها یا مهلت توکن درست نیست. اجازه‌ها: {scopes}؛ توکن عضو سازمان می‌خواهد.",
            "The token's role, scopes or term is not right. Scopes: {scopes};"
            " a member needs an organization.",
        ),
        Entry(
            "TOKEN_OVER",
            "این توکن پایان یافته یا باطل شده است. توکن تازه‌ای بسازید.",
            "This token has ended or was revoked. Make another.",
        ),
        Entry(
            "TOKEN_WIDENED",
            "اجازه‌ها تنها کم می‌شوند؛ این توکن این‌ها را دارد: {scopes}. برای بیشتر توکن تازه‌ای بسازید.",
            "Scopes are only taken away; this token has: {scopes}. For more make another.",
        ),
        Entry(
            "TOKENS_TOO_MANY",
            "سازمان شما {maximum} توکن برقرار دارد و بیش از آن نمی‌تواند. نخست یکی را باطل کنید.",
            "Your organization has {maximum} tokens in force, and may have no more. Revoke one first.",
        ),
        Entry(
            "SIGN_IN_REQUIRED",
            "برای این کار باید بدانیم شما که هستید. {how}.",
            "For this the hub has to know who you are. {how}.",
            counted=True,
        ),
        Entry(
            "PERSON_REQUIRED",
            "این کار را تنها شخصی می‌کند که با حساب کاربری خود وارد شده است، نه توکن. با حساب خود وارد شوید.",
            "Only a person who has signed in with an account does this, no token. Sign in with your account.",
            counted=True,
        ),
        Entry(
            "SCOPE_REQUIRED",
            "این توکن اجازهٔ «{scope}» ندارد. توکنی با این اجازه بگیرید.",
            "The token lacks the scope `{scope}`. Ask for one that has it.",
            status=403,
            counted=True,
        ),
        Entry(
            "NO_ORGANIZATION",
            "وارد شده‌اید، ولی اکنون از سوی هیچ سازمانی کار نمی‌کنید. از ویرایشگر سازمانتان بخواهید شما را دعوت"
            " کند، و اگر ویرایشگری نمانده است از هماهنگ‌کنندهٔ شبکه؛ اگر سمتی دارید آن سازمان را با سرآیند"
            " Hub-Organization برگزینید.",
            "You are signed in and act for no organization now. Ask an editor of yours to invite you, or a"
            " coordinator of the network where it has no editor left; if you have an office, choose that"
            " organization by the header `Hub-Organization`.",
            counted=True,
        ),
        Entry(
            "EDITOR_REQUIRED",
            "شما عضو این سازمان هستید و می‌خوانید؛ نوشتن با ویرایشگران آن است. از یکی از آنان بخواهید این کار"
            " را"
            " بکند یا اختیار ویرایش به شما بدهد.",
            "As a member of this organization you read; its editors write. Ask one of them to do this, or to"
            " make"
            " you an editor.",
            counted=True,
        ),
        Entry(
            "NOT_ALLOWED",
            "این کار در اختیار شما نیست. چه کسی می‌تواند: {whose}.",
            "This is not yours to do. Who may: {whose}.",
            counted=True,
        ),
    ),
)
