"""Turn a misspelled word and the words of a text into the one that was probably meant."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, pairwise

from graph.text.clean import ZWNJ
from graph.text.endings import LONGEST_WORD, stem
from graph.text.fold import compounds

_ROWS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_ONE_SOUND = ("تط", "سصث", "زذضظ", "هح", "قغ", "اع", "کگ", "یا", "ckq", "sz", "ie", "ou", "ae")
_SOUND, _KEY, _SWAP, _WHOLE = 0.4, 0.6, 0.7, 1.0
# A long word may have two wrong letters, a short one with two is another word.
_LONG, _MOST, _MOST_OF_LONG = 7, 1.0, 2.0


def _costs() -> Mapping[tuple[str, str], float]:
    """What it costs to take one letter for another that stands beside it on the keyboard, or sounds alike."""
    costs: dict[tuple[str, str], float] = {}
    for row in _ROWS:
        costs |= dict.fromkeys(pairwise(row), _KEY)
    for above, below in (_ROWS[0:2], _ROWS[1:3], _ROWS[3:5], _ROWS[4:6]):
        costs |= dict.fromkeys(zip(above, below, strict=False), _KEY)
    for sound in _ONE_SOUND:
        costs |= dict.fromkeys(combinations(sound, 2), _SOUND)
    return costs | {(b, a): cost for (a, b), cost in costs.items()}


_COSTS = _costs()


def distance(one: str, other: str) -> float:
    """How far two folded words are apart: 1 for each letter more, less or other, and less for likely slips.

    Damerau's and Levenshtein's distance, in which no letter is changed twice.

    >>> distance("زعفارن", "زعفران"), distance("خیاتی", "خیاطی"), distance("carpt", "carpet")
    (0.7, 0.4, 1.0)
    """
    before, row = [0.0] * (len(other) + 1), [float(j) for j in range(len(other) + 1)]
    for i, a in enumerate(one, start=1):
        last, before, row = before, row, [float(i)]
        for j, b in enumerate(other, start=1):
            same = 0.0 if a == b else _COSTS.get((a, b), _WHOLE)
            best = min(before[j] + _WHOLE, row[j - 1] + _WHOLE, before[j - 1] + same)
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + _SWAP)
            row.append(best)
    return row[-1]


def corrected(text: str, near: Mapping[tuple[str, str], Iterable[str]]) -> str | None:
    """A search with its misspelled words as they were probably meant; None where there are none.

    `near`: by a word as it was typed and in the letters it is searched by, texts that hold one like it.

    >>> corrected("کشت زعفارن", {("زعفارن", "زعفارن"): ["زعفران قائن"], ("کشت", "کشت"): ["کشت نو"]})
    'کشت زعفران'
    """
    right = {(typed, raw): word for (typed, raw), texts in near.items() if (word := meant(raw, texts))}
    return " ".join(_put_right(typed, right) for typed in text.split()) if right else None


def _put_right(typed: str, right: Mapping[tuple[str, str], str]) -> str:
    parts = [part for whole in compounds(typed) for part in whole]
    if not any((typed, part) in right for part in parts):
        return typed
    return ZWNJ.join(right.get((typed, part), part) for part in parts)


def meant(raw: str, texts: Iterable[str]) -> str | None:
    """The word of `texts`, as it is written there, that `raw` was probably meant to be.

    None where `raw` is among them in any form, or nothing is near it. `raw` is in the letters it is
    searched by.

    >>> meant("زعفارن", ["کشت زعفران در خواف"]), meant("زعفران", ["کشت زعفران"])
    ('زعفران', None)
    """
    near = cache(lambda word: distance(raw, word))
    known = stem(raw)
    found: Counter[tuple[str, str]] = Counter()
    for word, written in _words(texts):
        if word == raw or stem(word) == known:
            return None
        if abs(len(word) - len(raw)) <= _MOST_OF_LONG and near(word) <= _most(raw):
            found[word, written] += 1
    if not found:
        return None
    _, written = min(found, key=lambda pair: (near(pair[0]), -found[pair], pair))
    return written


def _most(raw: str) -> float:
    return _MOST_OF_LONG if len(raw) >= _LONG else _MOST


def _words(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The words of texts in the letters they are searched by, each with how it is written there."""
    for text in texts:
        for written in text.split():
            for parts in compounds(written):
                shown = written.strip("«»()[]{}.,;:!?؛،؟…–—-\"'‘’“”")
                yield "".join(parts)[:LONGEST_WORD], shown
                if len(parts) > 1:
                    yield from ((part, part) for part in parts)
