"""Choose the language of an answer from Accept-Language, and say GraphQL's own errors in it."""

import ast
import re
from functools import lru_cache

import orjson

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
    for part in (header or "").lower().split(","):
        tag, _, parameters = part.strip().partition(";")
        code = tag.split("-")[0].strip()
        weighed = re.search(r"\bq\s*=\s*([^;\s]*)", parameters)
        try:
            quality = float(weighed[1]) if weighed else 1.0
        except ValueError:
            continue
        if code in LANGUAGES and weight < quality <= 1.0:
            best, weight = code, quality
    return best


# What graphql-core says (its wording is stable within a minor version), the same in Persian, and in
# English where its own words are Python's. {0}, {1} … are the groups of the pattern. Suggestions are
# taken off before and put back after.
_SUGGESTION = re.compile(
    r",? [Dd]id you mean (?!to use a double)(?:the enum value )?(.+?)\?(?= |$)", re.DOTALL
)
_IN_PERSIAN = " شاید منظور شما {} بوده است؟"
_ON = "to use an inline fragment on "
_SAID: tuple[tuple[re.Pattern[str], str, str | None], ...] = tuple(
    (re.compile(pattern, re.DOTALL), persian, english[0] if english else None)
    for pattern, persian, *english in (
        (r"Cannot query field '(\w+)' on type '(\w+)'\.", "گونهٔ «{1}» فیلد «{0}» ندارد."),
        (r"Unknown argument '(\w+)' on field '([\w.]+)'\.", "فیلد «{1}» آرگومان «{0}» ندارد."),
        (r"Unknown argument '(\w+)' on directive '(@\w+)'\.", "رهنمود «{1}» آرگومان «{0}» ندارد."),
        (r"Unknown type '(\w+)'\.", "گونهٔ «{0}» در طرح‌واره نیست."),
        (r"Unknown fragment '(\w+)'\.", "پارهٔ «{0}» تعریف نشده است."),
        (r"Unknown directive '(@\w+)'\.", "رهنمود «{0}» شناخته نیست."),
        (r"Directive '(@\w+)' may not be used on (\w+)\.", "رهنمود «{0}» این‌جا ({1}) به کار نمی‌آید."),
        (
            r"The directive '(@\w+)' can only be used once at this location\.",
            "رهنمود «{0}» این‌جا بیش از یک بار آمده است.",
        ),
        (r"Unknown operation named '(.*)'\.", "عملیاتی به نام «{0}» در سند نیست."),
        (r"Must provide operation name .*", "سند چند عملیات دارد؛ نام یکی را در operationName بفرستید."),
        (r"Must provide an operation\.", "در سند عملیاتی نیست."),
        (r"The (.+) definition is not executable\.", "تعریف {0} در پرس‌وجو جایی ندارد."),
        (
            r"This anonymous operation must be the only defined operation\.",
            "عملیات بی‌نام باید تنها عملیات سند باشد.",
        ),
        (r"There can be only one operation named '(\w+)'\.", "دو عملیات با نام «{0}» در سند است."),
        (r"There can be only one fragment named '(\w+)'\.", "دو پاره با نام «{0}» در سند است."),
        (r"There can be only one variable named '(\$\w+)'\.", "متغیر «{0}» دو بار تعریف شده است."),
        (r"There can be only one argument named '(\w+)'\.", "آرگومان «{0}» دو بار آمده است."),
        (r"There can be only one input field named '(\w+)'\.", "فیلد «{0}» در ورودی دو بار آمده است."),
        (r"Fragment '(\w+)' is never used\.", "پارهٔ «{0}» به کار نرفته است."),
        (r"Cannot spread fragment '(\w+)' within itself.*", "پارهٔ «{0}» خودش را در بر می‌گیرد."),
        (
            r"Fragment.* cannot be spread here as objects of type '(.+)' can never be of type '(.+)'\.",
            "پارهٔ گونهٔ «{1}» این‌جا نمی‌آید: این‌جا گونهٔ «{0}» است.",
        ),
        (r"Fragment.* cannot condition on non composite type '(.+)'\.", "پاره روی گونهٔ «{0}» تعریف نمی‌شود."),
        (r"Variable '(\$\w+)' is never used.*", "متغیر «{0}» به کار نرفته است."),
        (r"Variable '(\$\w+)' is not defined.*", "متغیر «{0}» تعریف نشده است."),
        (r"Variable '(\$\w+)' cannot be non-input type '(.+)'\.", "گونهٔ {1} برای متغیر «{0}» ورودی نیست."),
        (
            r"Variable '(\$\w+)' expected value of type '(.+)' which cannot be used as an input type\.",
            "گونهٔ {1} برای متغیر «{0}» ورودی نیست.",
        ),
        (
            r"Variable '(\$\w+)' of type '(.+)' used in position expecting type '(.+)'\.",
            "متغیر «{0}» از گونهٔ {1} است، اما این‌جا {2} لازم است.",
        ),
        (
            r"Variable '(\$\w+)' has invalid(?: default)? value(?: at (\S+))?: (?P<rest>.*)",
            "مقدار متغیر «{0}» درست نیست: {2}",
            "The value of '{0}' is not right: {2}",
        ),
        (
            r"Argument '(\w+)' has invalid value.*?: (?P<rest>.*)",
            "آرگومان «{0}» درست نیست: {1}",
            "The argument '{0}' is not right: {1}",
        ),
        (
            r"Expected variable '(\$\w+)' provided to (?:non-null )?(?:type|field) '(.+?)'.*",
            "متغیر «{0}» باید این‌جا مقداری داشته باشد ({1}).",
            "The variable '{0}' must have a value here, for '{1}'.",
        ),
        (
            r"Field '(\w+)' of type '(.+)' must have (?:a selection|at least one field).*",
            "برای فیلد «{0}» از گونهٔ {1} باید زیرفیلدهایی برگزینید.",
        ),
        (
            r"Field '(\w+)' must not have a selection since type '(.+)' has no subfields\.",
            "فیلد «{0}» از گونهٔ {1} زیرفیلدی ندارد.",
        ),
        (
            r"Fields '(.+?)' conflict because .*",
            "دو فیلد با نام «{0}» با هم نمی‌خوانند. به هر کدام نام مستعار جدایی بدهید.",
        ),
        (r"Argument '(.+)' of (?:required )?type '(.+)' .*", "آرگومان «{0}» از گونهٔ {1} لازم است."),
        (
            r"Expected value of type '(.+?)' to include required field '(\w+)', found: .*",
            "در ورودی گونهٔ {0} فیلد «{1}» لازم است.",
            "The required field '{1}' of '{0}' is missing.",
        ),
        (
            r"Expected value of type '(.+?)' not to include unknown field '(\w*)'.*",
            "گونهٔ {0} فیلد «{1}» ندارد.",
            "'{0}' has no field '{1}'.",
        ),
        (
            r"Expected value of type '(.+?)' to be an object, found: .*",
            "مقدار گونهٔ {0} باید یک شیء باشد.",
            "A value of type '{0}' must be an object.",
        ),
        (
            r"Expected (?:a )?value of non-null type '(.+?)' .*",
            "این مقدار لازم است و نمی‌تواند null باشد (گونهٔ {0}).",
            "A value of type '{0}' is required here; it cannot be null.",
        ),
        (
            r"Expected value of type '(.+?)',.*",
            "مقدار گونهٔ {0} درست نیست.",
            "The value is not right for type '{0}'.",
        ),
        (r"Value '(.*)' does not exist in '(\w+)' enum\.", "«{0}» از مقدارهای {1} نیست."),
        (r"Enum '(\w+)' cannot represent non-\w+ value: (?P<value>.+)\.", "{1} از مقدارهای {0} نیست."),
        (r"(\w+) cannot represent [^:]+: (?P<value>.*)", "{1} مقدار درستی برای {0} نیست."),
        (
            r"Too many .* error limit reached.*",
            "خطاها بیش از این است؛ نخست همین‌ها را درست کنید.",
            "There are more errors; correct these first.",
        ),
        # -- of a text that cannot be read
        (r"Expected (.+), found (.+)\.", "این‌جا {0} لازم است، نه {1}."),
        (r"Unexpected variable '(\$\w+)' in constant value\.", "متغیر «{0}» این‌جا پذیرفته نیست."),
        (r"Unexpected description, .*", "توضیح این‌جا پذیرفته نیست."),
        (r"Unexpected single quote character .*", "به جای ' گیومهٔ دوتایی (\") بگذارید."),
        (r"Unexpected character: (.+)\.", "نویسهٔ {0} این‌جا پذیرفته نیست."),
        (r"Invalid character(?: within String)?: (.+)\.", "نویسهٔ {0} در متن پذیرفته نیست."),
        (r"Invalid (?:character|Unicode) escape sequence: '(.+)'\.", "گریز «{0}» درست نیست."),
        (r"Invalid number, .*", "این عدد درست نوشته نشده است."),
        (r"Unterminated string\.", 'متن بسته نشده است: یک " کم است.'),
        (r"(.+) is reserved and cannot be used for an enum value\.", "{0} نام مقدار نمی‌شود."),
        (r"Unexpected (.+?)\.?", "{0} این‌جا جایی ندارد."),
    )
)


def translated(text: str, language: str) -> str | None:
    """What graphql-core says, in the viewer's language and without Python's ways of writing.

    None for what it says to no client.

    >>> translated("Cannot query field 'nam' on type 'Lesson'. Did you mean 'name'?", "fa")
    'گونهٔ «Lesson» فیلد «nam» ندارد. شاید منظور شما «name» بوده است؟'
    """
    found = _SUGGESTION.search(text)
    plain = text if found is None else text[: found.start()] + text[found.end() :]
    suggestion = "" if found is None else _suggested(found, language)
    for pattern, persian, english in _SAID:
        match = pattern.fullmatch(plain)
        if match is not None:
            template = english if language == "en" else persian
            if template is None:
                return text
            return template.format(*_groups(match, language)) + suggestion
    return None


def of_json(text: str) -> str:
    """The same message with the value it tells of as JSON: graphql-core writes variables as Python does.

    >>> of_json("Int cannot represent non-integer value: {'a': True}")
    'Int cannot represent non-integer value: {"a":true}'
    """
    for pattern, *_ in _SAID:
        match = pattern.fullmatch(text)
        if match is not None and "value" in match.groupdict():
            start, end = match.span("value")
            return text[:start] + _json(match["value"]) + text[end:]
    return text


def _json(python: str) -> str:
    try:
        return orjson.dumps(ast.literal_eval(python)).decode()
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return "…"  # Cut short, or no JSON: infinity.


def _suggested(found: re.Match[str], language: str) -> str:
    if language == "en":
        return f" Did you mean {found[1]}?"
    names = re.sub(r"'(.*?)'", "«\\1»", found[1].removeprefix(_ON))
    return _IN_PERSIAN.format(names.replace(", or ", " یا ").replace(" or ", " یا ").replace(", ", "، "))


def _groups(match: re.Match[str], language: str) -> list[str]:
    rest = match.groupdict().get("rest")
    return [(translated(g, language) if g and g == rest else None) or g or "" for g in match.groups()]
