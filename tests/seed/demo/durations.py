"""Read the durations that a text states: «چهار ماه», «سه‌ماهه», «۱۸ ماه», "eight months", "a year"."""

import re
from collections.abc import Iterator

_FA = [
    "یک",
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
    "دوازده",
    "سیزده",
    "چهارده",
    "پانزده",
    "شانزده",
    "هفده",
    "هجده",
    "نوزده",
    "بیست",
]
_EN = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBERS = {word: number for words in (_FA, _EN) for number, word in enumerate(words, start=1)}
_NUMBERS |= {
    "نُه": 9,
    "a": 1,
    "an": 1,
    "half a": 0.5,
    "نیم": 0.5,
    "سی": 30,
    "چهل": 40,
    "thirty": 30,
    "forty": 40,
}
_UNITS = {"روز": 1, "هفته": 7, "ماه": 30.4, "سال": 365, "day": 1, "week": 7, "month": 30.4, "year": 365}
# «سال‌ها» and «ماهانه» count nothing, «ماه چهارم» is an ordinal, «زیر شش سال» an age.
_STATED = re.compile(
    rf"(?<!\w)(?<!زیر )(?<!under )(?P<number>\d+|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})[ \u200c-]"
    r"(?:(?P<fa>روز|هفته|ماه|سال)(?P<ending>ه|هٔ|ۀ)?(?![\w\u200c\u0654]|\u200cها)|(?P<en>day|week|month|year)s?(?!\w))",
    re.IGNORECASE,
)


def durations(text: str) -> Iterator[float]:
    """The durations a text states, in days.

    >>> [round(days) for days in durations("پس از چهار ماه و دورهٔ سه‌ماهه؛ in eighteen months, a week later")]
    [122, 91, 547, 7]
    """
    for found in _STATED.finditer(text):
        number = found["number"].casefold()
        unit = found["fa"] or found["en"].casefold()
        yield (float(number) if number.isdecimal() else _NUMBERS[number]) * _UNITS[unit]
