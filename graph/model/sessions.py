"""Sessions: how a person signs in with a browser, what of it they see, and how it ends."""

from graph.model.declare import REQUIRED, asked, choice, choices, flag, moment, text
from graph.model.deeds import Doer, deed
from graph.model.members import Kind, Property
from graph.model.nodes import Shape
from graph.model.words import Choice, Words


class SignInWay(
    Choice, en="Way of signing in: What a session began with.", fa="راه ورود: نشست با چه آغاز شد."
):
    PASSWORD = "PASSWORD", "Password: With the password.", "گذرواژه: با گذرواژه."
    PASSKEY = "PASSKEY", "Passkey: With a passkey.", "کلید عبور: با کلید عبور."
    OIDC = (
        "OIDC",
        "Provider: Through another's sign-in (OpenID Connect).",
        "واسطه: با ورود نزد دیگری (OpenID Connect).",
    )
    INVITATION = "INVITATION", "Invitation: By accepting an invitation.", "دعوت: با پذیرفتن دعوت."


class FactorKind(
    Choice,
    en="Second factor: What is asked for beside the password.",
    fa="عامل دوم: جز گذرواژه چه خواسته می‌شود.",
):
    CODE = "CODE", "Code: Of an authenticator app.", "رمز یک‌بارمصرف: از برنامهٔ رمزساز."
    RECOVERY_CODE = (
        "RECOVERY_CODE",
        "Recovery code: One of those kept for need.",
        "رمز بازیابی: یکی از رمزهای کنارگذاشته.",
    )
    PASSKEY = "PASSKEY", "Passkey: Of a device.", "کلید عبور: از یک دستگاه."


PASSWORD = text(
    "password",
    "Password: As it was typed; at least 12 characters where it is new.",
    "گذرواژه: همان‌گونه که نوشته شد؛ گذرواژهٔ تازه دست‌کم ۱۲ نویسه.",
    REQUIRED,
    long=True,
    verbatim=True,
)
CODE = text(
    "code",
    "Code: Six digits of the authenticator app, or a recovery code.",
    "رمز: شش رقم از برنامهٔ رمزساز، یا یک رمز بازیابی.",
)
MAIL = text(
    "mail", "Mail address: Where the person gets mail.", "نشانی رایانامه: نشانی پست الکترونیکی شخص.", REQUIRED
)
FACTORS = choices(
    "secondFactors",
    FactorKind,
    "Second factors: What the account has set up.",
    "عامل‌های دوم: آنچه حساب برپا کرده است.",
)

SESSION = Shape(
    "Session",
    (
        Property(
            "id",
            Kind.ID,
            required=True,
            words=Words("Id: Say it to end the session.", "شناسه: برای پایان دادن نشست همین را بگویید."),
        ),
        choice("way", SignInWay, "Way: How it began.", "راه: چگونه آغاز شد.", required=True),
        text(
            "agent",
            "Browser: What the browser calls itself; null where it does not.",
            "مرورگر: نامی که مرورگر بر خود می‌نهد؛ اگر نگوید null.",
        ),
        moment("createdAt", "Begun at: When it began.", "زمان آغاز: کی آغاز شد.", required=True),
        moment(
            "usedAt",
            "Used at: When it was last used, to the minute.",
            "آخرین کاربرد: آخرین بار کی به کار رفت.",
            required=True,
        ),
        moment(
            "expiresAt",
            "Ends at: When it ends, used or not.",
            "زمان پایان: در هر حال کی پایان می‌یابد.",
            required=True,
        ),
        flag("current", "Current: Whether it is the one you are asking by.", "همین: آیا همین نشست است."),
    ),
    Words(
        "Session: A browser that is signed in with your account.",
        "نشست: مرورگری که با حساب شما وارد شده است.",
    ),
)

_DONE = flag("signedIn", "Signed in: Whether a session has begun.", "وارد شد: آیا نشستی آغاز شد.")
_ENDED = Property(
    "ended",
    Kind.INT,
    words=Words("Ended: How many sessions have ended.", "پایان‌یافته: چند نشست پایان یافت."),
)

DEEDS = (
    deed(
        "signIn",
        "Sign in: With mail address and password; and a code, where the account has a second factor.",
        "ورود: با نشانی رایانامه و گذرواژه؛ و با رمز، اگر حساب عامل دوم دارد.",
        Doer.ANYBODY,
        (MAIL, PASSWORD, CODE),
        (_DONE,),
    ),
    deed(
        "signOut",
        "Sign out: End this session.",
        "خروج: به این نشست پایان دهید.",
        Doer.PERSON,
        (),
        (_ENDED,),
    ),
    deed(
        "endSession",
        "End a session: One of yours, e.g. of a phone that was lost.",
        "پایان نشست: یکی از نشست‌های خود را پایان دهید، مانند نشست گوشی گم‌شده.",
        Doer.PERSON,
        (
            asked(
                "id",
                Kind.ID,
                "Session: One of your own sessions.",
                "نشست: یکی از نشست‌های شما.",
                required=True,
            ),
        ),
        (_ENDED,),
    ),
    deed(
        "endOtherSessions",
        "End the others: All your sessions but this one.",
        "پایان دیگر نشست‌ها: همهٔ نشست‌های خود جز این یکی را پایان دهید.",
        Doer.PERSON,
        (),
        (_ENDED,),
    ),
)

AREA = (SESSION,)
