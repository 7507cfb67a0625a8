"""Find what gives an organization away in a text, however it is spelled.

Folding for search is too kind here: a name is also found joined, without its half spaces, with a zero width
space or a mark inside, or with letters of another alphabet that look alike (Unicode Technical Standard 39).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.text.clean import DIGITS, ZWNJ
from graph.text.fold import fold
from graph.text.letters import LETTERS

# Cyrillic, Greek and other letters that are drawn as a Latin one, after case folding.
_ALIKE = str.maketrans(
    "авсԁеɡнһіїӏјкмпорԛгѕтѵԝхуьαβγδεηικμνορτυωχςıłøđþ",
    "abcdeghhiiljkmnopqrstvwxybabydenikuvoptuwxsilodp",
)
_LONG = 6
"""A name of so many letters is found within a longer word, too: joined with what stands beside it."""
_ENDINGS = ("", "ی", "ها", "های", "هایی", "یی", "ای", "اش", "مان", "شان", "s")
_NUMBERS = re.compile(r"\+?[0-9](?:[\s\u200b\u200c().+/_\u2010-\u2015-]*[0-9])+")
_PHONE = re.compile(r"(?:\+|0)[0-9]{9,14}")
_MAIL = re.compile(r"[^\s@,،;؛:()<>]+@[^\s@,،;؛:()<>]+\.[^\s@,،;؛:()<>]+")
_LATIN_CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z](?:[.\s\u200b\u200c]{0,2}[A-Z])+(?![A-Za-z])")
_DOTTED = re.compile(r"(?<!\w)\w(?:\s?[.\u200b\u200c]\s?\w)+(?!\w)")


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a text gives its author away: the code points from `start` to `end`, as they are written."""

    start: int
    end: int
    found: str


@dataclass(frozen=True)
class Facts:
    """What is known of an organization, and must not stand in what it says without its name."""

    names: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    """Web domains, addresses and the like: found without what stands between their letters."""
    numbers: tuple[str, ...] = ()
    """Phone numbers and identifiers, in digits."""
    acronyms: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        made = (
            "".join(part[0] for part in name.replace("-", " ").split() if part[0].isalpha())
            for name in self.names
        )
        object.__setattr__(self, "acronyms", frozenset(fold_letters(one) for one in made if len(one) > 2))


class Skeleton:
    """A text by its bare letters: where each stands, and where words begin."""

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        self.places: list[int] = []
        self.starts = {0}
        for place, sign in enumerate(text):
            for letter in LETTERS[ord(sign)]:
                if letter == ZWNJ:
                    continue
                if letter.isspace():
                    self.starts.add(len(letters))
                    continue
                letters.append(letter.translate(_ALIKE))
                self.places.append(place)
        self.letters = "".join(letters)
        self.starts.add(len(letters))

    def find(self, name: str) -> Iterator[tuple[int, int]]:
        """Where a name stands, as code points of the text: whole words, or a long name anywhere."""
        start = self.letters.find(name)
        while name and start >= 0:
            end = start + len(name)
            if len(name) >= _LONG or (start in self.starts and self._ends_word(end)):
                yield self.places[start], self.places[end - 1] + 1
            start = self.letters.find(name, start + 1)

    def _ends_word(self, end: int) -> bool:
        following = min(start for start in self.starts if start >= end)
        return self.letters[end:following] in _ENDINGS


def fold_letters(text: str) -> str:
    """The bare letters of a text.

    >>> fold_letters("صنف‌روانِ") == fold_letters("صنف روان"), fold_letters("Rаvan")
    (True, 'ravan')
    """
    return Skeleton(text).letters


def trace(text: str, facts: Facts) -> Trace | None:
    """The first place where a text names whom the facts are of; None where it does not.

    >>> trace("کارگاه صنف‌روان بسته شد", Facts(names=("صنف روان",)))
    Trace(start=7, end=15, found='صنف\u200cروان')
    """
    skeleton = Skeleton(text)
    for wanted in (*facts.names, *facts.spellings):
        for start, end in skeleton.find(fold_letters(wanted)):
            return Trace(start, end, text[start:end])
    return _by_stems(text, facts.names) or _number(text, facts.numbers) or _acronym(text, facts.acronyms)


def word(text: str, wanted: str) -> Trace | None:
    """Where one word stands, in any of its forms."""
    for start, end in Skeleton(text).find(fold_letters(wanted)):
        return Trace(start, end, text[start:end])
    for found in re.finditer(r"[\w\u200b\u200c]+", text):
        if fold(wanted) in (fold(found[0]), *fold(found[0]).split()):
            return Trace(found.start(), found.end(), found[0])
    return None


def reached_by(text: str) -> Iterator[str]:
    """What somebody could be reached by: mail addresses and phone numbers, as they are written.

    >>> list(reached_by("شمارهٔ ۰۹۱۲ ۳۴۵ ۶۷۸۹ و info@example.ir، ۱۲۰۰۰۰۰۰۰ ریال"))
    ['۰۹۱۲ ۳۴۵ ۶۷۸۹', 'info@example.ir']
    """
    plain = text.translate(DIGITS)
    for found in _NUMBERS.finditer(plain):
        if _PHONE.fullmatch(re.sub(r"[^0-9+]", "", found[0])):
            yield text[found.start() : found.end()]
    yield from (found[0] for found in _MAIL.finditer(text))


def _by_stems(text: str, names: tuple[str, ...]) -> Trace | None:
    """A name with other endings, or with others between its parts: found as a search finds it."""
    folded = f" {fold(text)} "
    if any(f" {fold(name)} " in folded for name in names if fold(name)):
        return Trace(0, len(text), text[:40])
    return None


def _number(text: str, numbers: tuple[str, ...]) -> Trace | None:
    plain = text.translate(DIGITS)
    for found in _NUMBERS.finditer(plain):
        digits = re.sub(r"\D", "", found[0])
        if any(number in digits for number in numbers):
            return Trace(found.start(), found.end(), text[found.start() : found.end()])
    return None


def _acronym(text: str, acronyms: frozenset[str]) -> Trace | None:
    for form in (_LATIN_CAPITALS, _DOTTED):
        for found in form.finditer(text):
            if fold_letters(found[0]) in acronyms:
                return Trace(found.start(), found.end(), found[0])
    return None
