"""Second factors: codes of an authenticator app (TOTP, RFC 6238), recovery codes, beside a password."""

from graph.model.declare import REQUIRED, flag, text, texts
from graph.model.deeds import Doer, deed

_CODE = text(
    "code",
    "Code: Six digits of the authenticator app, or a recovery code.",
    "رمز: شش رقم از برنامهٔ رمزساز، یا یک رمز بازیابی.",
    REQUIRED,
)
_CODES = texts(
    "recoveryCodes",
    "Recovery codes: Each opens the account once in place of a code; shown this once.",
    "رمزهای بازیابی: هر کدام یک بار به جای رمز حساب را باز می‌کند؛ تنها همین یک بار نشان داده می‌شود.",
)
_DONE = flag("done", "Done: Whether it was done.", "انجام شد: آیا انجام شد.")

DEEDS = (
    deed(
        "beginSecondFactor",
        "Begin: A secret for an authenticator app; nothing changes until a code of it is confirmed.",
        "آغاز: رازی برای برنامهٔ رمزساز؛ تا رمزی از آن تأیید نشود چیزی عوض نمی‌شود.",
        Doer.PERSON,
        (),
        (
            text("secret", "Secret: To be typed into the app.", "راز: برای نوشتن در برنامه."),
            text(
                "address",
                "Address: The same as `otpauth:`, to be shown as a QR code.",
                "نشانی: همان، به صورت `otpauth:` برای نمایش به شکل کد QR.",
            ),
        ),
    ),
    deed(
        "confirmSecondFactor",
        "Confirm: From now on a code of the app is asked for when you sign in.",
        "تأیید: از این پس هنگام ورود رمز برنامه خواسته می‌شود.",
        Doer.PERSON,
        (_CODE,),
        (_CODES,),
    ),
    deed(
        "showSecondFactor",
        "Show: Give the code in a session that began without one, e.g. through a provider.",
        "نشان دادن عامل دوم: در نشستی که بی آن آغاز شده، مانند ورود با واسطه، رمز را بدهید.",
        Doer.PERSON,
        (_CODE,),
        (_DONE,),
    ),
    deed(
        "renewRecoveryCodes",
        "Renew: New recovery codes; the former ones open nothing.",
        "نو کردن: رمزهای بازیابی تازه؛ پیشین‌ها دیگر چیزی را باز نمی‌کنند.",
        Doer.PERSON,
        (),
        (_CODES,),
    ),
    deed(
        "removeSecondFactor",
        "Remove: No code is asked for any more.",
        "برداشتن: دیگر رمزی خواسته نمی‌شود.",
        Doer.PERSON,
        (),
        (_DONE,),
    ),
)

AREA = ()
