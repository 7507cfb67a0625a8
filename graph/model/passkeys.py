"""Passkeys: signing in with a key that a device keeps (WebAuthn), which no other site can ask for."""

from graph.model.declare import REQUIRED, flag, moment, text
from graph.model.deeds import Doer, deed
from graph.model.members import Kind, Property
from graph.model.nodes import Shape
from graph.model.words import Words

PASSKEY = Shape(
    "Passkey",
    (
        Property(
            "id",
            Kind.ID,
            required=True,
            words=Words("Id: Say it to remove the passkey.", "شناسه: برای برداشتن کلید همین را بگویید."),
        ),
        text("name", "Name: What you call it.", "نام: نامی که به آن داده‌اید.", required=True),
        moment("createdAt", "Added at: When it was added.", "زمان افزودن: کی افزوده شد.", required=True),
        moment(
            "usedAt",
            "Used at: When it last signed in; null until then.",
            "آخرین کاربرد: آخرین ورود با آن؛ تا آن هنگام null.",
        ),
    ),
    Words(
        "Passkey: A key of a device that signs you in.",
        "کلید عبور: کلیدی در دستگاه شما که با آن وارد می‌شوید.",
    ),
)

_OPTIONS = Property(
    "options",
    Kind.JSON,
    words=Words(
        "Options: For the browser (`navigator.credentials`), as JSON of WebAuthn.",
        "گزینه‌ها: برای مرورگر (`navigator.credentials`)، به صورت JSON استاندارد WebAuthn.",
    ),
)
_CREDENTIAL = text(
    "credential",
    "Credential: What the browser answers, as JSON text.",
    "پاسخ مرورگر: آنچه مرورگر پاسخ می‌دهد، به صورت متن JSON.",
    REQUIRED,
    long=True,
    verbatim=True,
)
_DONE = flag("done", "Done: Whether it was done.", "انجام شد: آیا انجام شد.")

DEEDS = (
    deed(
        "beginPasskey",
        "Begin a passkey: What the browser needs to make one.",
        "آغاز کلید عبور: آنچه مرورگر برای ساختن آن لازم دارد.",
        Doer.PERSON,
        (),
        (_OPTIONS,),
    ),
    deed(
        "addPasskey",
        "Add a passkey: The one that the browser has made, under a name.",
        "افزودن کلید عبور: کلیدی که مرورگر ساخته است، با یک نام.",
        Doer.PERSON,
        (_CREDENTIAL, text("name", "Name: What you call it.", "نام: نامی که به آن داده‌اید.", REQUIRED)),
        (_DONE,),
    ),
    deed(
        "removePasskey",
        "Remove a passkey: It signs in no more.",
        "برداشتن کلید عبور: دیگر با آن نمی‌توان وارد شد.",
        Doer.PERSON,
        (
            Property(
                "id",
                Kind.ID,
                required=True,
                words=Words("Passkey: One of your own passkeys.", "کلید عبور: یکی از کلیدهای شما."),
            ),
        ),
        (_DONE,),
    ),
    deed(
        "beginPasskeySignIn",
        "Begin: What the browser needs to sign in with a passkey.",
        "آغاز ورود با کلید عبور: آنچه مرورگر برای ورود لازم دارد.",
        Doer.ANYBODY,
        (),
        (_OPTIONS,),
    ),
    deed(
        "signInWithPasskey",
        "Sign in: With a passkey; no code is asked for beside it.",
        "ورود با کلید عبور: جز آن رمزی خواسته نمی‌شود.",
        Doer.ANYBODY,
        (_CREDENTIAL,),
        (flag("signedIn", "Signed in: Whether a session has begun.", "وارد شد: آیا نشستی آغاز شد."),),
    ),
)

AREA = (PASSKEY,)
