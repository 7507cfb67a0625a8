"""Turn a person's search into a full-text query that nothing they type can change the sense of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.limits import MAXIMUM_WORDS
from graph.text.endings import AFFIXES, LONGEST_WORD, PARTICLES, base, stem
from graph.text.fold import compounds

# A shorter word has no parts that are written apart; a longer one is no Persian word.
_SPLIT_LETTERS = range(5, 21)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that is searched for: any one of these forms in a text is enough."""

    stem: str
    begun: str | None  # the beginning of a word; None where it would begin too many
    joined: tuple[tuple[str, str | None], ...]  # stem and beginning of the word with its neighbors
    split: tuple[tuple[str, str], ...]  # the word's two stems, were it written apart


def query(text: str) -> str:
    """A Lucene query for the records that hold every word of `text`, or '' if it has no words.

    A word counts as held in any of its spellings: whole, begun, joined to its neighbors or split.
    The records' `searchTitle` and `searchBody` hold `index_text`, and their analyzer splits at spaces.

    >>> query("زنان!")
    '(searchTitle:(زن^3 OR زنان*)^3 OR searchBody:(زن^3 OR زنان*))'
    """
    return " AND ".join(dict.fromkeys(_clause(word) for word in wanted(text)))


def wanted(text: str) -> list[Wanted]:
    """The words a text must hold to be found by the search `text`.

    >>> [word.stem for word in wanted("آموزش برای زنان")]
    ['اموزش', 'زن']
    """
    given = [[part[:LONGEST_WORD] for part in parts] for parts in compounds(text)]
    kept = [[part for part in parts if part not in AFFIXES] for parts in given]
    parted = [parts for parts in (kept if any(kept) else given) if parts]
    row = [part for parts in parted for part in parts][:MAXIMUM_WORDS]
    wholes = [parts for parts in parted for _ in parts]
    asked = [i for i, word in enumerate(row) if not _is_weak(word)] or range(len(row))
    return [_wanted(row, i, wholes[i]) for i in asked]


def _wanted(row: Sequence[str], i: int, whole: Sequence[str]) -> Wanted:
    word = row[i]
    # «۴» is not the beginning of 1404, nor «و» that of a word.
    begun = base(word) if len(word) > (2 if word.isdigit() else 1) else None
    return Wanted(stem(word), begun, tuple(dict.fromkeys(_joined(row, i, whole))), tuple(_split(word)))


def _is_weak(word: str) -> bool:
    return word in PARTICLES or (len(word) == 1 and not word.isdigit())


def _joined(row: Sequence[str], i: int, whole: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """What the word makes with its neighbors: «کار آفرینی» is also «کارآفرینی»."""
    starts = ((start, length) for length in (2, 3) for start in range(max(0, i - length + 1), i + 1))
    runs = [row[start : start + length] for start, length in starts if start + length <= len(row)]
    for run in [*runs, whole]:
        if len(run) > 1:
            joined = "".join(run)[:LONGEST_WORD]
            # «با زن» is not the beginning of «بازنشسته».
            yield stem(joined), base(joined) if len(run[-1]) > 2 else None


def _split(word: str) -> Iterator[tuple[str, str]]:
    """The word in two: «کارآفرینی» is also «کار آفرینی». Parts that are no words cost the index nothing."""
    if len(word) in _SPLIT_LETTERS and not word.isdigit():
        for i in range(2, len(word) - 1):
            if AFFIXES.isdisjoint((word[:i], word[i:])):
                yield stem(word[:i]), stem(word[i:])


def _clause(word: Wanted) -> str:
    terms = " OR ".join(dict.fromkeys(_terms(word)))
    return f"(searchTitle:({terms})^3 OR searchBody:({terms}))"


def _terms(word: Wanted) -> Iterator[str]:
    """Only letters and digits come from the search: the rest is written here."""
    yield f"{word.stem}^3"
    if word.begun:
        yield f"{word.begun}*"
    for joined, begun in word.joined:
        yield f"{joined}^2"
        if begun:
            yield f"{begun}*"
    for first, second in word.split:
        yield f'"{first} {second}"'
