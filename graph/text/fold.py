"""Turn text into the words it is searched by: one form for every way to write them."""

import re
import unicodedata
from collections.abc import Iterator

from graph.text.clean import DIGITS, ZWNJ, clean
from graph.text.endings import AFFIXES, ENCLITICS, JOINED_AND, stem

# Letters of one sound that keyboards, the Quran's spelling and Kurdish write otherwise.
_SAME = DIGITS | str.maketrans("ٱيىۍېےێكڪةہھەۆڕڵ", "اییییییککههههورل", "ءٴ")

# What groups the digits of one number.
THOUSANDS = re.compile(r"(?<=\d)[,٬](?=\d{3}(?!\d))")


def fold(text: str) -> str:
    """Text as it is searched: folded words with single spaces between them.

    >>> fold("توانمندسازيِ زنانِ سرپرست‌خانوار، ۱۴۰۴")
    'توانمندسازی زن سرپرست خانوار 1404'
    """
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text, without endings written apart.

    >>> words("کتاب های ما را می‌خوانند")
    ['کتاب', 'ما', 'را', 'خوانند']
    """
    return _words(compounds(text))


def compounds(text: str) -> list[list[str]]:
    """The parts of each word of a text, as written but for their letters.

    >>> compounds("کار‌آفرینی زنان")
    [['کار', 'افرینی'], ['زنان']]
    """
    return [parts for chunk in letters(text).split() if (parts := list(_parts(chunk)))]


def letters(text: str) -> str:
    """Text in the letters it is searched by: word characters, ZWNJ between parts, and spaces."""
    return THOUSANDS.sub("", clean(text)).translate(LETTERS)


def index_text(text: str) -> str:
    """What the full-text index holds of a text: its folded words, then other ways to write them.

    These are the joined form of a word of parts and the unshortened form of a shortened one, so that
    a word is also found while it is being typed.

    >>> index_text("کار‌آفرینی زنان")
    'کار افرینی زن کارافرینی زنان'
    """
    given = compounds(text)
    found = _words(given)
    known = set(found)
    others = dict.fromkeys(other for parts in given for other in _others(parts))
    return " ".join([*found, *(other for other in others if other not in known)])


def _words(given: list[list[str]]) -> list[str]:
    stems = [stem(part) for parts in given for part in parts]
    return [word for word in stems if word not in AFFIXES] or stems


def _others(parts: list[str]) -> Iterator[str]:
    kept = [part for part in parts if part not in AFFIXES]
    if kept:
        yield stem("".join(kept))
        yield "".join(kept)
        yield "".join(parts)
    yield from kept


def _parts(chunk: str) -> Iterator[str]:
    given = [part for part in chunk.split(ZWNJ) if part]
    for i, part in enumerate(given):
        if part.startswith(JOINED_AND):
            yield from (part[0], part[1:])
        elif i == 0 or part not in ENCLITICS:
            yield part


class _Letters(dict[int, str]):
    """How each code point is folded, worked out at its first use."""

    def __missing__(self, point: int) -> str:
        folded = self[point] = _letter(chr(point))
        return folded


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


# For `str.translate`: a mark becomes nothing, a sign a space, a letter the one it is searched by.
LETTERS = _Letters()
