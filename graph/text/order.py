"""Turn text into a key whose code point order, which Cypher sorts by, is the Persian alphabet's."""

import re

from graph.limits import MAXIMUM_SORT_KEY
from graph.text.clean import ZWNJ, clean
from graph.text.letters import LETTERS, THOUSANDS, Letters

# By code point پ چ ژ ک گ stand after و. The key has ASCII characters for them all: digits, then `:` to
# `Z` for آ to ی, then Latin small letters. آ is a letter before ا here, though one with it in a search.
_ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_KEYS = {ord(letter): chr(ord(":") + i) for i, letter in enumerate(_ALPHABET)}
_DIGITS = re.compile("[0-9]+")


def sort_key(text: str) -> str:
    """The key a text is sorted by: numbers by their value, then Persian, then Latin in either case.

    Half spaces and marks count for nothing, so that «کار‌آفرینی» stands beside «کارآفرینی».

    >>> sorted(["گاه", "ژاله", "پل", "چاه", "Bam", "۱۰", "آب", "۲"], key=sort_key)
    ['۲', '۱۰', 'آب', 'پل', 'چاه', 'ژاله', 'گاه', 'Bam']
    """
    placed = THOUSANDS.sub("", clean(text)).translate(_PLACES)
    return _DIGITS.sub(_by_value, " ".join(placed.split()))[:MAXIMUM_SORT_KEY]


def _place(letter: str) -> str:
    return _KEYS.get(ord(letter)) or LETTERS[ord(letter)].translate(_KEYS).replace(ZWNJ, "")


_PLACES = Letters(_place)


def _by_value(number: re.Match[str]) -> str:
    # The count of digits goes first, so that 2 comes before 10; 9 stands for nine or more.
    digits = number[0].lstrip("0") or "0"
    return f"{min(len(digits), 9)}{digits}"
