"""Turn a person's search into full-text queries that nothing they type can change the sense of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.limits import MAXIMUM_CLOSE_TERMS, MAXIMUM_WORDS
from graph.text.close import CLOSE_TERMS, LONGEST_TERM, Term, kin
from graph.text.endings import AFFIXES, LONGEST_WORD, base, stem
from graph.text.english import is_english
from graph.text.fold import compounds
from graph.text.tables import WORDS

# A shorter word has no parts that are written apart; a longer one is no Persian word.
_SPLIT_LETTERS = range(5, 21)
# A shorter stem begins too many words.
_SHORTEST_BEGINNING = 4
# So frequent, so often part of a question, or so plain a name for a place, that a text is not to be
# hidden for want of one.
_WEAK = frozenset([*WORDS["particles"], *WORDS["kinds_of_places"], *WORDS["asking"]])
# A longer word may have two letters wrong. Two that have changed places count as one.
_TWO_CHANGES_FROM, _ONE_CHANGE_FROM = 7, 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that is searched for: any one of these forms in a text is enough."""

    typed: str  # as it stands in the search
    raw: str  # in the letters it is searched by
    stem: str
    begun: str | None  # the beginning of a word; None where it would begin too many
    joined: tuple[tuple[str, str | None], ...]  # stem and beginning of the word with its neighbors
    split: tuple[tuple[str, str], ...]  # the word's two stems, were it written apart
    near: tuple[Term, ...]  # of the same root, and close terms: less than the word itself


class _Part(NamedTuple):
    """A part of a word of the search, with the parts of the whole word, and the word as it was typed."""

    raw: str
    whole: tuple[str, ...]
    typed: str


def query(text: str) -> str:
    """A Lucene query for the records that hold every word of `text`, or '' if it has no words.

    A word counts as held in any of its spellings: whole, begun, joined to its neighbors or split; a close
    term or a word of the same root will do. Words that are part of a question, particles and the kinds of
    places are left out where there are others. The records' `searchTitle` and `searchBody` hold
    `index_text`, and their analyzer splits at spaces.

    >>> query("زنان!")
    '(searchTitle:(زن^3 OR زنان*)^3 OR searchBody:(زن^3 OR زنان*))'
    """
    return " AND ".join(clauses(wanted(text)))


def clauses(words: Sequence[Wanted]) -> list[str]:
    """The part of a Lucene query for each word, those that ask for the same once."""
    return list(dict.fromkeys(_clause(word) for word in words))


def alike(word: Wanted) -> str:
    """A Lucene query for the records that hold a word spelled nearly like this one; '' where none would tell.

    >>> (word,) = wanted("زعفارن")
    >>> alike(word)
    'searchTitle:زعفارن~1 OR searchBody:زعفارن~1'
    """
    if len(word.raw) < _ONE_CHANGE_FROM or word.raw.isdigit():
        return ""
    changes = 2 if len(word.raw) >= _TWO_CHANGES_FROM else 1
    return f"searchTitle:{word.raw}~{changes} OR searchBody:{word.raw}~{changes}"


def named(word: Wanted) -> str:
    """A Lucene query for the names that hold the word itself or a term close to it: none that it only begins.

    >>> (word,) = wanted("7212")
    >>> named(word)
    'searchTitle:("7212")'
    """
    forms = [(word.stem,), *((joined,) for joined, _ in word.joined), *word.split, *word.near]
    return f"searchTitle:({' OR '.join(_phrase(form) for form in dict.fromkeys(forms))})"


def _phrase(form: Sequence[str]) -> str:
    return f'"{" ".join(form)}"'


def wanted(text: str) -> list[Wanted]:
    """The words a text must hold to be found by the search `text`.

    >>> [word.stem for word in wanted("آموزش برای زنان")]
    ['اموزش', 'زن']
    """
    row = _row(text)[:MAXIMUM_WORDS]
    near = _close([stem(part.raw) for part in row])
    asked = [i for i, part in enumerate(row) if not _is_weak(part.raw)] or range(len(row))
    return [_wanted(row, i, near[i]) for i in asked]


def _row(text: str) -> list[_Part]:
    given = [
        (tuple(part[:LONGEST_WORD] for part in parts), typed)
        for typed in text.split()
        for parts in compounds(typed)
    ]
    kept = [(tuple(part for part in parts if part not in AFFIXES), typed) for parts, typed in given]
    chosen = kept if any(parts for parts, _ in kept) else given
    return [_Part(part, parts, typed) for parts, typed in chosen for part in parts]


def _wanted(row: Sequence[_Part], i: int, close: Sequence[Term]) -> Wanted:
    word = row[i].raw
    raws = [part.raw for part in row]
    near = [*((root,) for root in kin(word)), *close]
    return Wanted(
        row[i].typed,
        word,
        stem(word),
        _begun(word),
        tuple(dict.fromkeys(_joined(raws, i, row[i].whole))),
        tuple(_split(word)),
        tuple(dict.fromkeys(term for term in near if term != (stem(word),)))[:MAXIMUM_CLOSE_TERMS],
    )


def _begun(word: str) -> str | None:
    # «۴» is not the beginning of 1404, nor «و» that of a word.
    if len(word) <= (2 if word.isdigit() else 1):
        return None
    bare = base(word)
    # «شاگردان» begins «شاگردی», too; but «تسهیلات» (loans) is no beginning of «تسهیلگر» (facilitator).
    root = stem(word) if is_english(word) or bare.endswith(("ان", "ین")) else ""
    return root if len(root) >= _SHORTEST_BEGINNING and bare.startswith(root) else bare


def _is_weak(word: str) -> bool:
    return word in _WEAK or stem(word) in _WEAK or (len(word) == 1 and not word.isdigit())


def _close(stems: Sequence[str]) -> list[list[Term]]:
    """The close terms of each word; those of a term of several words stand with each of them."""
    found: list[list[Term]] = [[] for _ in stems]
    for length in range(LONGEST_TERM, 0, -1):
        for start in range(len(stems) - length + 1):
            others = CLOSE_TERMS.get(tuple(stems[start : start + length]), ())
            for place in found[start : start + length]:
                place.extend(others)
    return found


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
    for term in word.near:
        yield f'"{" ".join(term)}"' if len(term) > 1 else f"{term[0]}^1"
