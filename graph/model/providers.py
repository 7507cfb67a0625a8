"""Providers of OpenID Connect: linked to an account by signing in there, and taken away by this deed."""

from graph.model.declare import REQUIRED, flag, text
from graph.model.deeds import Doer, deed

DEEDS = (
    deed(
        "removeProvider",
        "Remove a provider: Nobody signs in to your account through it any more.",
        "برداشتن واسطه: دیگر کسی با آن به حساب شما وارد نمی‌شود.",
        Doer.PERSON,
        (
            text(
                "provider",
                "Provider: Its short name, as `viewer.person.providers` says it.",
                "واسطه: نام کوتاه آن، چنان که `viewer.person.providers` می‌گوید.",
                REQUIRED,
            ),
        ),
        (flag("done", "Done: Whether it was done.", "انجام شد: آیا انجام شد."),),
    ),
)

AREA = ()
