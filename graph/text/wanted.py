"""Turn a title into the words of what is offered or needed, and a unit into what it measures.

«ده چرخ خیاطی برای کارگاه» is about sewing machines, not workshops: what stands after «برای» says what it is
for. What is wanted is named by the first of its nouns in Persian and by the last one in English, but for
those that name no thing by themselves («دستگاه», «مربی», "machine"): then by the word beside them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from graph.text.close import Term, kin
from graph.text.english import is_english
from graph.text.fold import words
from graph.text.tables import CLOSE, WANTED, WORDS

# What stands beside these is named by itself, as after «و».
_STOPS = re.compile(r"[،,;؛:/+()\[\]«»\"]")
_JOIN = "و"


class _Weight(Enum):
    OWN = auto()  # says what is wanted
    GENERAL = auto()  # says so where nothing else does
    CUT = auto()  # what follows says what it is for
    JOIN = auto()


class _Word(NamedTuple):
    name: str
    weight: _Weight
    english: bool


def _terms(name: str) -> frozenset[Term]:
    return frozenset(tuple(words(text)) for text in WANTED[name])


_GENERAL, _CUTS, _JOINS = _terms("general"), _terms("cuts"), _terms("joins")
# «ما به دار قالی نیاز داریم» is a title, too.
_LIGHT = (_terms("light") | {tuple(words(text)) for text in WORDS["asking"]}) - _CUTS


def _names() -> Mapping[Term, str]:
    """One name for all terms of the same; groups that share a term are one."""
    name_of: dict[Term, str] = {}
    for group in [*WANTED["same"], *CLOSE["close"]]:
        terms = [tuple(words(text)) for text in group]
        # A term of several groups («ماشین») leads no group into another.
        known = next((name_of[term] for term in terms if term in name_of), "".join(terms[0]))
        for term in terms:
            name_of.setdefault(term, known)
    return MappingProxyType(name_of)


_NAMES = _names()
_MEASURES = {tuple(words(text)): name for name, texts in WANTED["measures"].items() for text in texts}
_LONGEST = max(len(term) for term in [*_NAMES, *_LIGHT, *_GENERAL])
_PIECES = "PIECES"


def wanted_words(title: str) -> list[str]:
    """The words of what a title offers or asks for; titles that share one are of the same thing.

    >>> wanted_words("ده چرخ خیاطی صنعتی برای کارگاه") == wanted_words("used sewing machines")
    True
    >>> wanted_words("دار قالی"), wanted_words("پارچهٔ قالی")
    (['دارقالی'], ['پارچه'])
    """
    row = list(_row(words(_STOPS.sub(f" {_JOIN} ", title))))
    for piece in _split(row, _Weight.CUT):
        heads = [_head(phrase) for phrase in _split(piece, _Weight.JOIN)]
        if found := [head for head in heads if head is not None]:
            return list(dict.fromkeys(found))
    return [word.name for word in row if word.weight is _Weight.GENERAL][:1]


def measure(unit: str) -> str:
    """What a unit measures: time, mass and so on; what is no such measure is counted in pieces.

    >>> measure("ساعت در هفته"), measure("hours"), measure("دستگاه")
    ('TIME', 'TIME', 'PIECES')
    """
    row = words(unit)
    return _MEASURES.get(tuple(row[:2])) or _MEASURES.get(tuple(row[:1])) or _PIECES


def _row(given: Sequence[str]) -> Iterator[_Word]:
    """The words of a title, the longest known terms as one; numbers and what is light left out."""
    start = 0
    while start < len(given):
        length = next((n for n in range(_LONGEST, 1, -1) if _is_known(tuple(given[start : start + n]))), 1)
        term = tuple(given[start : start + length])
        start += length
        if term not in _LIGHT and not term[0].isdigit():
            yield _Word(_name(term), _weight(term), is_english(term[0]))


def _is_known(term: Term) -> bool:
    return term in _NAMES or term in _LIGHT or term in _GENERAL


def _weight(term: Term) -> _Weight:
    if term in _CUTS:
        return _Weight.CUT
    if term in _JOINS:
        return _Weight.JOIN
    is_general = term in _GENERAL or (len(term) == 1 and (_root(term[0]),) in _GENERAL)
    return _Weight.GENERAL if is_general else _Weight.OWN


def _name(term: Term) -> str:
    if term in _NAMES or len(term) > 1:
        return _NAMES.get(term, "".join(term))
    root = _root(term[0])
    return _NAMES.get((root,), root)


def _root(word: str) -> str:
    """What «جوشکاری» and «جوشکار», "weaving" and "weaver" share."""
    return word if word.endswith("نده") else next(kin(word), word)


def _split(row: Sequence[_Word], at: _Weight) -> Iterator[list[_Word]]:
    piece: list[_Word] = []
    for word in row:
        if word.weight is at:
            yield piece
            piece = []
        else:
            piece.append(word)
    yield piece


def _head(phrase: Sequence[_Word]) -> str | None:
    own = [word for word in phrase if word.weight is _Weight.OWN]
    if not own:
        return None
    return own[-1 if own[-1].english else 0].name
