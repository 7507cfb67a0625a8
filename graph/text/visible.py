"""Tell text that can be seen from text that draws nothing: by the properties Unicode gives each character."""

import re
import unicodedata

from graph.limits import MAXIMUM_ECHO

# Letters, numbers, punctuation and symbols draw something of their own. All else is white space, control,
# default-ignorable (joiners, variation selectors, tags) or a mark that needs a letter to stand on.
_DRAWN = frozenset("LNPS")
# But for those that only hold a place: Hangul fillers, the Braille pattern without dots. No property but the
# name says so: https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedName.txt
_PLACEHOLDER = re.compile(r"\b(FILLER|BLANK|NULL NOTEHEAD|OBJECT REPLACEMENT)\b")


def is_seen(text: str) -> bool:
    """Whether anything of a text can be seen.

    >>> is_seen("«»"), is_seen("👍"), is_seen("\\u2800\\u3164\\u200d\\ufe0f\\u0301")
    (True, True, False)
    """
    return any(_is_drawn(c) for c in text)


def one_line(text: str, most: int = MAXIMUM_ECHO) -> str:
    """A text as a message may repeat it: on one line, and cut to `most` characters.

    Nothing is left of it that breaks a line, turns the direction of what stands around it, or hides.

    >>> one_line("a\\nb\\u202e c", most=4)
    'a b…'
    """
    plain = " ".join("".join(" " if c.isspace() else c for c in text[: 2 * most] if _is_harmless(c)).split())
    return plain if len(plain) <= most and len(text) <= 2 * most else f"{plain[: most - 1]}…"


def _is_harmless(c: str) -> bool:
    return c.isspace() or c == "\u200c" or unicodedata.category(c)[0] != "C"


def _is_drawn(c: str) -> bool:
    return unicodedata.category(c)[0] in _DRAWN and _PLACEHOLDER.search(unicodedata.name(c, "")) is None
