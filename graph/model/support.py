"""What somebody can get: instruments, programs, courses, apprenticeships and centers that fit, and why."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.limits import MAXIMUM_PAGE
from graph.model.common import TargetGroup
from graph.model.declare import asked, choice, texts
from graph.model.eligibility import HIGHEST_DECILE, LOWEST_DECILE, EligibilityRule
from graph.model.members import Finished, Inquiry, Kind, Nested
from graph.model.nodes import Shape, Union
from graph.model.support_instruments import SupportPurpose
from graph.model.words import Choice, Words, choice_of, digits

SUPPORT = Union(
    "Support",
    ("SupportInstrument", "Program", "Course", "Apprenticeship", "SupportCenter"),
    Words(
        "Support: What somebody who looks for work can get or go to.",
        "حمایت: آنچه جویندهٔ کار می‌تواند بگیرد یا به آن مراجعه کند.",
    ),
)

SupportCondition = choice_of(
    "SupportCondition",
    {
        **{rule.name: rule.words for rule in EligibilityRule},
        "REGION": Words(
            "Region: The place lies in one of its regions. What is online has none.",
            "ناحیه: محل در یکی از ناحیه‌های آن است. آنچه برخط است ناحیه‌ای ندارد.",
        ),
        "PURPOSE": Words("Purpose: It is for what is looked for.", "هدف: برای همان چیزی است که خواسته‌اند."),
        "OPEN": Words(
            "Open: On that day one can apply: it has begun, and a course has not.",
            "باز: در آن روز می‌توان درخواست داد: آغاز شده است؛ اگر دوره است هنوز آغاز نشده.",
        ),
        "OTHER": Words(
            "Other: What it asks besides, in words: whoever asks has to check it.",
            "شرط‌های دیگر: شرطی که به زبان نوشته آمده است؛ پرسنده باید خودش بررسی کند.",
        ),
    },
    "Condition of support: By what it is decided whether something fits.",
    "شرط حمایت: با چه معلوم می‌شود چیزی مناسب است.",
)


class SupportFit(
    Choice,
    en="Fit: Whether something is for somebody.",
    fa="تناسب: آیا چیزی مناسب کسی است.",
):
    FITS = (
        "FITS",
        "Fits: Every condition that the hub can check is met.",
        "مناسب: همهٔ شرط‌هایی که کانون می‌تواند بررسی کند برقرار است.",
    )
    MAY_FIT = (
        "MAY_FIT",
        "May fit: None fails, but some could not be checked, since too little was told.",
        "شاید مناسب: هیچ شرطی رد نشده، ولی برخی را نشد بررسی کرد، چون چیزی گفته نشده است.",
    )
    NEARLY = (
        "NEARLY",
        "Nearly: Exactly one condition fails.",
        "نزدیک: تنها یک شرط برقرار نیست.",
    )


# -- reasons in words --------------------------------------------------------------------------------

_GROUPS = {group.value: group.words for group in TargetGroup}
_PURPOSES = {purpose.value: purpose.words for purpose in SupportPurpose}


def said(found: Mapping[str, Any], _parameters: Mapping[str, Any]) -> str:
    """A condition in words.

    `found`: the `condition`, whether it is `met` (None: not told), the `language`, `names` of what the
    record asks for, and its bounds `least` and `most`; of OTHER the record's own `text`.

    >>> told = {"condition": "INCOME_DECILE", "met": False, "language": "en", "least": 1, "most": 4}
    >>> said(told, {})
    'It is for deciles 1 to 4 alone.'
    """
    if found["condition"] == "OTHER":
        return str(found["text"])
    persian = found["language"] != "en"
    sentence = _SENTENCES[found["condition"]][found["met"]][persian]
    names = "، ".join(_names(found)) if persian else ", ".join(_names(found))
    return sentence.format(names=names, span=_span(found, persian))


def _names(found: Mapping[str, Any]) -> Iterator[str]:
    for name in found.get("names") or []:
        words = _GROUPS.get(name) or _PURPOSES.get(name)
        label = words.label("en" if found["language"] == "en" else "fa") if words else str(name)
        yield label[:1].lower() + label[1:] if words and found["language"] == "en" else label


def _span(found: Mapping[str, Any], persian: bool) -> str:
    least: Any = found.get("least")
    most: Any = found.get("most")
    if found["condition"] == EligibilityRule.INCOME_DECILE.name:
        least = LOWEST_DECILE if least is None else least
        most = HIGHEST_DECILE if most is None else most
    if least is not None and least == most:
        return digits(least) if persian else str(least)
    if persian:
        if most is None:
            return f"{digits(least)} به بالا"
        return f"تا {digits(most)}" if least is None else f"{digits(least)} تا {digits(most)}"
    if most is None:
        return f"{least} and above"
    return f"up to {most}" if least is None else f"{least} to {most}"


_Said = tuple[str, str]
_SENTENCES: Mapping[str, Mapping[bool | None, _Said]] = {
    "TARGET_GROUP": {
        True: ("It is for {names}.", "برای {names} است."),
        False: ("It is for {names} alone.", "تنها برای {names} است."),
        None: (
            "It is for {names}: say which groups the person belongs to.",
            "برای {names} است: بگویید فرد از کدام گروه‌هاست.",
        ),
    },
    "INCOME_DECILE": {
        True: ("It is for deciles {span}.", "برای دهک‌های {span} است."),
        False: ("It is for deciles {span} alone.", "تنها برای دهک‌های {span} است."),
        None: (
            "It is for deciles {span}: say the decile of the household.",
            "برای دهک‌های {span} است: دهک خانوار را بگویید.",
        ),
    },
    "DEPRIVED_AREA": {
        True: ("It is for deprived areas, as this one is.", "برای مناطق محروم است، و این‌جا از آن‌هاست."),
        False: (
            "It is for deprived areas alone, and this one is not.",
            "تنها برای مناطق محروم است، و این‌جا از آن‌ها نیست.",
        ),
        None: (
            "It is for deprived areas: whether this is one is not told. Say the county, or ask.",
            "برای مناطق محروم است: گفته نشده این‌جا محروم است یا نه. شهرستان را بگویید، یا بپرسید.",
        ),
    },
    "AGE": {
        True: ("It is for ages {span}.", "برای سن {span} است."),
        False: ("It is for ages {span} alone.", "تنها برای سن {span} است."),
        None: ("It is for ages {span}: say the age.", "برای سن {span} است: سن را بگویید."),
    },
    "REGION": {
        True: ("It is for {names}, which the place lies in.", "برای {names} است، که محل در آن است."),
        False: ("It is for {names} alone.", "تنها برای {names} است."),
        None: (
            "It is for {names}: say in which county the person lives.",
            "برای {names} است: بگویید فرد در کدام شهرستان است.",
        ),
    },
    "PURPOSE": {
        True: ("It is for this purpose: {names}.", "برای همین هدف است: {names}."),
        False: ("It is for other purposes: {names}.", "برای هدف دیگری است: {names}."),
        None: ("It is for {names}: say what is looked for.", "برای {names} است: بگویید برای چه می‌خواهند."),
    },
    "OPEN": {
        True: ("On that day one can apply.", "در آن روز می‌توان درخواست داد."),
        False: (
            "On that day one cannot apply: see its days.",
            "در آن روز نمی‌توان درخواست داد: روزهایش را ببینید.",
        ),
        None: ("Its days are not told.", "روزهایش گفته نشده است."),
    },
}
"""Each condition in English and in Persian: met, not met, and not to be checked."""

# -- rows --------------------------------------------------------------------------------------------

SUPPORT_REASON = Shape(
    "SupportReason",
    (
        choice(
            "condition",
            SupportCondition,
            "Condition: The condition it is about.",
            "شرط: دربارهٔ کدام شرط است.",
            required=True,
        ),
        Finished(
            "words",
            Kind.STRING,
            said,
            quick=True,
            words=Words(
                "In words: The same for people to read, in your language.",
                "به نوشته: همان، برای خواندن، به زبان شما.",
            ),
        ),
    ),
    Words(
        "Reason for support: A condition, and how it stands with it.",
        "دلیل حمایت: یک شرط، و این که برقرار است یا نه.",
    ),
)


def _reasons(name: str, en: str, fa: str) -> Nested:
    return Nested(name, SUPPORT_REASON.name, many=True, most=len(SupportCondition), words=Words(en, fa))


SUPPORT_MATCH = Shape(
    "SupportMatch",
    (
        choice(
            "fit",
            SupportFit,
            "Fit: Whether it fits, may fit, or nearly does.",
            "تناسب: مناسب است، شاید، یا نزدیک.",
            required=True,
        ),
        Nested(
            "support",
            SUPPORT.name,
            words=Words(
                "Support: What there is to get or to go to.", "حمایت: آنچه می‌توان گرفت یا به آن رفت."
            ),
        ),
        _reasons("reasons", "Reasons: The conditions that are met.", "دلیل‌ها: شرط‌هایی که برقرار است."),
        _reasons(
            "toCheck",
            "To check: The conditions that could not be checked for want of an argument, and what it asks"
            " besides in words.",
            "بررسی‌کردنی: شرط‌هایی که چون چیزی گفته نشده نشد بررسی‌شان کرد، و آنچه به زبان نوشته خواسته است.",
        ),
        Nested(
            "missed",
            SUPPORT_REASON.name,
            required=False,
            words=Words(
                "Missed: The one condition that fails; null where none does.",
                "برآورده‌نشده: تنها شرطی که برقرار نیست؛ اگر همه برقرار است null.",
            ),
        ),
        texts(
            "mustBring",
            "To be brought: What has to be brought to apply, one thing an entry.",
            "مدارک: آنچه باید برای درخواست همراه داشت، هر مورد یک چیز.",
        ),
    ),
    Words(
        "Match of support: Something somebody can get, and why; or nearly, and why not.",
        "یافتهٔ حمایت: چیزی که کسی می‌تواند بگیرد، و چرا؛ یا نزدیک است، و چرا نه.",
    ),
)

SUPPORT_FOR = Inquiry(
    "supportFor",
    SUPPORT_MATCH.name,
    Words(
        "Support for somebody: What there is for them, and why, then what may be, then what nearly is and why"
        " not; the most specific first. Nothing that has ended. What you do not tell is not known: it keeps"
        " nothing out, and what cannot be checked for it stands in `toCheck`.",
        "حمایت برای کسی: چه برایش هست و چرا، سپس شاید چه باشد، سپس چه نزدیک است و چرا نه؛ نخست آنچه ویژه‌تر"
        " است. آنچه پایان یافته نمی‌آید. آنچه نگویید نادانسته است: چیزی را کنار نمی‌گذارد، و آنچه بی آن"
        " بررسی‌شدنی نیست در `toCheck` می‌آید.",
    ),
    many=True,
    arguments=(
        asked(
            "decile",
            Kind.INT,
            "Decile: The income decile of the household, 1 (poorest) to 10; not known when not given.",
            "دهک: دهک درآمدی خانوار، از ۱ (کم‌درآمدترین) تا ۱۰؛ اگر نیاید نادانسته.",
        ),
        asked(
            "targetGroups",
            Kind.ENUM,
            "Target groups: Those the person belongs to; an empty list for none of them, not known when not"
            " given. Decile and place tell the two that follow from them.",
            "گروه‌های هدف: آن‌ها که فرد از آن‌هاست؛ فهرست خالی یعنی هیچ‌یک، و اگر نیاید نادانسته. دو گروهی که از"
            " دهک و محل برمی‌آید از همان‌ها دانسته می‌شود.",
            enum=TargetGroup,
            many=True,
        ),
        asked(
            "regionId",
            Kind.ID,
            "Region: Where the person lives, a county where that is known; not known when not given.",
            "ناحیه: محل زندگی فرد، اگر دانسته است شهرستان؛ اگر نیاید نادانسته.",
        ),
        asked(
            "age",
            Kind.INT,
            "Age: In years; not known when not given.",
            "سن: به سال؛ اگر نیاید نادانسته.",
        ),
        asked(
            "purpose",
            Kind.ENUM,
            "Purpose: What support is looked for; not known when not given.",
            "هدف: حمایت را برای چه می‌خواهند؛ اگر نیاید نادانسته.",
            enum=SupportPurpose,
        ),
        asked(
            "on",
            Kind.DATE,
            "On: The day it is looked for; today when not given.",
            "در روز: روزی که آن را می‌خواهند؛ اگر نیاید امروز.",
        ),
        asked(
            "first",
            Kind.INT,
            f"How many: At most this many matches, 1 to {MAXIMUM_PAGE:,}; «default» when not given.",
            f"چند تا: بیشینهٔ ردیف‌ها، ۱ تا {digits(MAXIMUM_PAGE)}؛ اگر نیاید «default».",
        ),
    ),
)
