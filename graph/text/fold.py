"""Turn text into the words it is searched by: one form for every way to write them."""

from collections.abc import Iterator

from graph.text.clean import ZWNJ
from graph.text.endings import AFFIXES, ENCLITICS, stem
from graph.text.glued import apart
from graph.text.letters import letters

FOLDING = 4
"""Grows with every change of what is stored to be found, sorted or matched by: it is then folded anew."""


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
    return compounds_of(letters(text))


def compounds_of(letters: str) -> list[list[str]]:
    """The same, of a text that is in the letters it is searched by."""
    return [parts for chunk in letters.split() if (parts := list(_parts(chunk)))]


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
        if i == 0 or part not in ENCLITICS:
            yield from apart(part)
