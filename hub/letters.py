"""What people are written: each letter in both languages, plain text, with one link that does one thing."""

from dataclasses import dataclass

from graph.model.words import Words, digits
from hub.mail import Letter

_PAGES = {
    "invitation": "/join",
    "reset": "/reset-password",
    "mail": "/confirm-mail",
    "claim": "/confirm-claim",
}
"""The pages that links lead to; each reads the token behind `#`, which no server on the way sees."""


def link(address: str, page: str, token: str, language: str = "fa") -> str:
    """A link to a page of the hub, in the language of the letter.

    >>> link("https://hub.example.ir", "reset", "abc")
    'https://hub.example.ir/reset-password#abc'
    >>> link("https://hub.example.ir", "reset", "abc", "en")
    'https://hub.example.ir/en/reset-password#abc'
    """
    base = "/en" if language == "en" else ""
    return f"{address}{base}{_PAGES[page]}#{token}"


@dataclass(frozen=True, slots=True)
class Invited:
    """Where to somebody is invited, by whom and as what, in the language of the letter.

    `by`: the organization itself where it is the same, or else as what somebody acts for the network.
    """

    organization: str
    by: str
    right: Words
    office: str | None


def invitation(to: str, language: str, invited: Invited, where: str, days: int) -> Letter:
    """Invites somebody to join an organization."""
    en_right, fa_right = (f"{invited.right.label(of)}. {invited.right.text(of)}" for of in ("en", "fa"))
    en_office = f" Your office: {invited.office}." if invited.office else ""
    fa_office = f" سمت شما: {invited.office}." if invited.office else ""
    if invited.by == invited.organization:
        en_whose = f"{invited.organization} invites you to join it at the knowledge hub"
        fa_whose = f"«{invited.organization}» شما را دعوت کرده است تا در کانون تجربه به آن بپیوندید"
    else:
        en_whose = f"{invited.by} invites you to join {invited.organization} at the knowledge hub"
        fa_whose = f"{invited.by} شما را دعوت کرده است تا در کانون تجربه به «{invited.organization}» بپیوندید"
    return _letter(
        to,
        language,
        "Invitation to the knowledge hub",
        "دعوت به کانون تجربه",
        f"{en_whose}, where organizations share what they learned.\n\n"
        f"Your right: {en_right}{en_office}\n\n"
        f"Open this link to join. It holds for {days} days and opens once:\n\n{where}\n\n"
        "If you do not know what this is about, do nothing: nobody joins without the link.",
        f"{fa_whose}؛ جایی که سازمان‌ها آموخته‌های خود را به هم می‌گویند.\n\n"
        f"اختیار شما: {fa_right}{fa_office}\n\n"
        f"برای پیوستن این پیوند را باز کنید. {digits(days)} روز مهلت دارد و یک بار باز می‌شود:\n\n{where}\n\n"
        "اگر از موضوع خبر ندارید کاری نکنید: بی این پیوند کسی نمی‌پیوندد.",
    )


def reset(to: str, language: str, where: str, hours: int) -> Letter:
    """Lets somebody set a new password."""
    return _letter(
        to,
        language,
        "A new password",
        "گذرواژهٔ تازه",
        "Somebody, most likely you, asked for a new password for your account at the knowledge hub.\n\n"
        f"Set it here, within {hours} hours:\n\n{where}\n\n"
        "If it was not you, do nothing: your password stays as it is.",
        "کسی، به احتمال زیاد خود شما، برای حسابتان در کانون تجربه گذرواژهٔ تازه خواسته است.\n\n"
        f"تا {digits(hours)} ساعت دیگر آن را این‌جا بگذارید:\n\n{where}\n\n"
        "اگر شما نبوده‌اید کاری نکنید: گذرواژه‌تان همان که بود می‌ماند.",
    )


def password_changed(to: str, language: str) -> Letter:
    """Tells that a password was set, so that nobody else sets it unseen."""
    return _letter(
        to,
        language,
        "Your password was changed",
        "گذرواژهٔ شما تغییر کرد",
        "The password of your account at the knowledge hub was changed just now, and its other sessions"
        " have ended.\n\nIf it was not you, reset it at once and tell the network's administrator.",
        "گذرواژهٔ حساب شما در کانون تجربه هم‌اکنون تغییر کرد و نشست‌های دیگر آن پایان یافت.\n\n"
        "اگر شما نبوده‌اید، بی‌درنگ آن را بازنشانی کنید و به سرپرست شبکه خبر دهید.",
    )


def confirm_mail(to: str, language: str, where: str, hours: int) -> Letter:
    """Asks whether a new address is the person's."""
    return _letter(
        to,
        language,
        "Confirm your mail address",
        "تأیید نشانی رایانامه",
        "This address was given for an account at the knowledge hub.\n\n"
        f"Confirm it within {hours} hours:\n\n{where}\n\n"
        "If it was not you, do nothing: the account keeps the address it has.",
        "این نشانی برای حسابی در کانون تجربه داده شده است.\n\n"
        f"تا {digits(hours)} ساعت دیگر آن را تأیید کنید:\n\n{where}\n\n"
        "اگر شما نبوده‌اید کاری نکنید: نشانی حساب همان که بود می‌ماند.",
    )


def confirm_claim(to: str, language: str, organization: str, where: str, hours: int) -> Letter:
    """Asks whoever reads the mail of an organization whether it wants to join."""
    return _letter(
        to,
        language,
        "Does your organization join the knowledge hub?",
        "آیا سازمان شما به کانون تجربه می‌پیوندد؟",
        f"Somebody asks that {organization} joins the knowledge hub, and gave this address as its own.\n\n"
        f"If that is right, confirm it within {hours} hours:\n\n{where}\n\n"
        "A coordinator of the network decides then. If you know nothing of it, do nothing.",
        f"کسی خواسته است «{organization}» به کانون تجربه بپیوندد و این نشانی را از آنِ سازمان دانسته است.\n\n"
        f"اگر درست است، تا {digits(hours)} ساعت دیگر تأیید کنید:\n\n{where}\n\n"
        "سپس هماهنگ‌کنندهٔ شبکه تصمیم می‌گیرد. اگر از آن خبر ندارید کاری نکنید.",
    )


def mail_changing(to: str, language: str) -> Letter:
    """Tells the address there is that another is to take its place."""
    return _letter(
        to,
        language,
        "Another mail address was given",
        "نشانی دیگری داده شد",
        "For your account at the knowledge hub another mail address was given; it takes the place of this"
        " one once it is confirmed.\n\nIf it was not you, change your password at once.",
        "برای حساب شما در کانون تجربه نشانی دیگری داده شده است؛"
        " همین که تأیید شود جای این نشانی را می‌گیرد.\n\n"
        "اگر شما نبوده‌اید، بی‌درنگ گذرواژه‌تان را عوض کنید.",
    )


def second_factor_removed(to: str, language: str) -> Letter:
    """Tells that no code is asked for any more."""
    return _letter(
        to,
        language,
        "Your second factor was removed",
        "عامل دوم برداشته شد",
        "Your account at the knowledge hub asks for no code any more when you sign in.\n\n"
        "If it was not you, change your password at once and tell the network's administrator.",
        "حساب شما در کانون تجربه از این پس هنگام ورود رمزی نمی‌خواهد.\n\n"
        "اگر شما نبوده‌اید، بی‌درنگ گذرواژه‌تان را عوض کنید و به سرپرست شبکه خبر دهید.",
    )


def _letter(to: str, language: str, subject_en: str, subject_fa: str, text_en: str, text_fa: str) -> Letter:
    if language == "en":
        return Letter(to, language, subject_en, f"{text_en}\n")
    return Letter(to, language, subject_fa, f"{text_fa}\n")
