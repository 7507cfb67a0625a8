"""Turn every code point into the letter it is searched by, so that one letter has one code."""

import re
import unicodedata
from collections.abc import Callable

from graph.text.clean import DIGITS, ZWNJ, clean

# What groups the digits of one number.
THOUSANDS = re.compile(r"(?<=\d)[,٬](?=\d{3}(?!\d))")

# Letters of one sound that keyboards, the Quran's spelling and Kurdish write otherwise; hamza and tatweel
# on their own are nothing.
_SAME = DIGITS | str.maketrans("ٱيىۍېےێكڪةہھەۆڕڵ", "اییییییککههههورل", "ءٴـ")

_BASIC_PLANE = 0x10000


class Letters(dict[int, str]):
    """A table for `str.translate` that works out each code point at its first use."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, point: int) -> str:
        letter = self._work_out(chr(point))
        # The rest is rare, and kept it would let one text fill the memory.
        if point < _BASIC_PLANE:
            self[point] = letter
        return letter


def letters(text: str) -> str:
    """Text in the letters it is searched by: word characters, ZWNJ between parts, and spaces.

    >>> letters("خانۀ مؤسِّس، ۱۰٬۰۰۰")
    'خانه موسس  10000'
    """
    return THOUSANDS.sub("", clean(text)).translate(LETTERS)


def _letter(letter: str) -> str:
    if letter == ZWNJ:
        return ZWNJ
    if unicodedata.category(letter) == "Cf":
        return ""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(_word_character(c) for c in plain.translate(_SAME))


def _word_character(c: str) -> str:
    if unicodedata.category(c)[0] == "M":
        return ""
    return c if c.isalnum() else " "


# A mark becomes nothing, a sign a space, a letter the one it is searched by.
LETTERS = Letters(_letter)
