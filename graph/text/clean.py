"""Turn text as it was typed or pasted into text as it is stored and shown."""

import re
import unicodedata

from graph.text.visible import is_seen

ZWNJ = "\u200c"

# Forms that old fonts and PDF files write a letter in; NFKC gives the letter itself.
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")

# Draws nothing, and can make two different texts look alike or text run backwards.
_INVISIBLE = re.compile(
    "["
    "\u0640"  # tatweel: only stretches a word
    "\u00ad\ufeff"  # soft hyphen, byte order mark
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # every bidi control
    "\u180e\u2060-\u2064\u206a-\u206f\ufff9-\ufffb"  # joiners, invisible operators, annotations
    "\U000e0000-\U000e007f"  # tags: can carry a hidden text
    "]"
)

# Persian and Arabic digits to ASCII, for `str.translate`.
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)

_LETTERS = str.maketrans("يىك", "ییک")

# A zero width space marks the end of a word part, as a ZWNJ does.
_HALF_SPACES = re.compile("[\u200b\u200c]+")

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """Text as it is stored and shown: one code for each letter, nothing invisible but inner ZWNJ.

    Of a text in which nothing is seen nothing is left.

    >>> clean(" كتاب‌‌هاي\\u200f "), clean("\\u200d\\ufe0f")
    ('کتاب\u200cهای', '')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _PRESENTATION.sub(_plain, text)
    text = _INVISIBLE.sub("", text)
    text = _HALF_SPACES.sub(_inside_a_word, text)
    text = unicodedata.normalize("NFC", text).translate(_LETTERS).strip()
    return text if is_seen(text) else ""


def has_control_characters(text: str) -> bool:
    """Whether the text holds what no one types: C0 and C1 controls but `\\n` and `\\t`, lone surrogates.

    >>> has_control_characters("کار\\x00"), has_control_characters("کار\\n")
    (True, False)
    """
    return _CONTROL.search(text.replace("\r\n", "\n")) is not None


def _plain(form: re.Match[str]) -> str:
    # A mark on its own is spelt as a space with the mark; the space is not text.
    return unicodedata.normalize("NFKC", form[0]).lstrip(" ")


def _inside_a_word(run: re.Match[str]) -> str:
    around = run.string[run.start() - 1 : run.start()], run.string[run.end() : run.end() + 1]
    return ZWNJ if all(_is_of_a_word(c) for c in around) else ""


def _is_of_a_word(c: str) -> bool:
    return c.isalnum() or (c != "" and unicodedata.category(c)[0] == "M")
