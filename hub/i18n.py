"""Choose the language of an answer from Accept-Language, and say GraphQL's own errors in it."""

import re
from functools import lru_cache

LANGUAGES = ("fa", "en")


@lru_cache(maxsize=256)
def language(header: str | None) -> str:
    """The best of our languages for an Accept-Language header; Persian where none is asked for.

    >>> language("en-GB,en;q=0.9,fa;q=0.5")
    'en'
    >>> language("de")
    'fa'
    """
    best, weight = LANGUAGES[0], 0.0
    for part in (header or "").split(","):
        tag, _, parameters = part.strip().partition(";")
        code = tag.split("-")[0].strip().lower()
        told = re.search(r"q=([0-9.]+)", parameters)
        try:
            quality = float(told[1]) if told else 1.0
        except ValueError:
            continue
        if code in LANGUAGES and quality > weight:
            best, weight = code, quality
    return best


# What graphql-core says (its wording is stable within a minor version), and the same in Persian.
# {0}, {1} … are the groups of the pattern. Suggestions (“Did you mean …?”) are kept and translated.
_SUGGESTION = (re.compile(r" Did you mean (.+)\?$"), " شاید منظور شما {0} بوده است؟")
_PERSIAN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern + "$", re.DOTALL), text)
    for pattern, text in (
        (r"Cannot query field '(\w+)' on type '(\w+)'\.", "گونهٔ «{1}» فیلد «{0}» ندارد."),
        (r"Unknown argument '(\w+)' on field '([\w.]+)'\.", "فیلد «{1}» آرگومان «{0}» ندارد."),
        (r"Unknown type '(\w+)'\.", "گونهٔ «{0}» در طرح‌واره نیست."),
        (r"Unknown fragment '(\w+)'\.", "پارهٔ «{0}» تعریف نشده است."),
        (r"Unknown directive '(@\w+)'\.", "رهنمود «{0}» شناخته نیست."),
        (r"Unknown operation named '(.+)'\.", "عملیاتی به نام «{0}» در سند نیست."),
        (r"Must provide operation name.*", "سند چند عملیات دارد؛ نام یکی را در operationName بفرستید."),
        (r"Fragment '(\w+)' is never used\.", "پارهٔ «{0}» به کار نرفته است."),
        (r"Variable '(\$\w+)' is never used.*", "متغیر «{0}» به کار نرفته است."),
        (r"Variable '(\$\w+)' is not defined.*", "متغیر «{0}» تعریف نشده است."),
        (
            r"Variable '(\$\w+)' has invalid value(?: at '?(.*?)'?)?: (.*)",
            "مقدار متغیر «{0}» درست نیست: {2}",
        ),
        (
            r"Variable '(\$\w+)' of required type '(.+)' was not provided\.",
            "متغیر «{0}» از گونهٔ {1} فرستاده نشده است.",
        ),
        (
            r"Variable '(\$\w+)' of type '(.+)' used in position expecting type '(.+)'\.",
            "متغیر «{0}» از گونهٔ {1} است، اما این‌جا {2} لازم است.",
        ),
        (
            r"Field '(\w+)' of type '(.+)' must have a selection of subfields\.",
            "برای فیلد «{0}» از گونهٔ {1} باید زیرفیلدهایی برگزینید.",
        ),
        (
            r"Field '(\w+)' must not have a selection since type '(.+)' has no subfields\.",
            "فیلد «{0}» از گونهٔ {1} زیرفیلدی ندارد.",
        ),
        (
            r"Field '(\w+)' argument '(\w+)' of type '(.+)' is required.*",
            "آرگومان «{1}» از گونهٔ {2} برای فیلد «{0}» لازم است.",
        ),
        (r"Argument '([\w.:()]+)' of type '(.+)' is required.*", "آرگومان «{0}» از گونهٔ {1} لازم است."),
        (
            r"Field '([\w.]+)' of required type '(.+)' was not provided\.",
            "فیلد «{0}» از گونهٔ {1} فرستاده نشده است.",
        ),
        (r"Field '(\w+)' is not defined by type '(\w+)'\.", "گونهٔ «{1}» فیلد «{0}» ندارد."),
        (r"Value '?(.+?)'? does not exist in '(\w+)' enum\.", "«{0}» از مقدارهای {1} نیست."),
        (r"Enum '(\w+)' cannot represent (?:non-enum|non-string) value: (.+)\.", "{1} از مقدارهای {0} نیست."),
        (r"(\w+) cannot represent (?:a |an )?(.+): (.+)", "{2} مقدار درستی برای {0} نیست."),
        (
            r"Expected value of (?:non-null )?type '(.+)'(?: not to be None|, found) ?(.*)\.",
            "مقدار گونهٔ {0} درست نیست: {1}",
        ),
        (r"Expected type '(.+)'(?:, found| to be) ?(.*?)\.?", "مقدار گونهٔ {0} درست نیست: {1}"),
        (r"Syntax Error: (.+)", "خطای نگارشی: {0}"),
    )
)


def translated(text: str, language: str) -> str:
    """What graphql-core says, in the viewer's language; as it is where no translation is known."""
    if language == "en":
        return text
    suggestion = ""
    found = _SUGGESTION[0].search(text)
    if found is not None:
        suggestion = _SUGGESTION[1].format(found[1].replace(" or ", " یا "))
        text = text[: found.start()]
    for pattern, persian in _PERSIAN:
        match = pattern.match(text)
        if match is not None:
            groups = [translated(group or "", language) for group in match.groups()]
            return persian.format(*groups) + suggestion
    return text + suggestion
