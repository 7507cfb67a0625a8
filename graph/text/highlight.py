"""Turn a text and a search into the piece of the text that answers it, with the answering words marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from graph.text.endings import AFFIXES, ENCLITICS, stem
from graph.text.fold import compounds_of
from graph.text.letters import LETTERS, THOUSANDS, Letters
from graph.text.lucene import Wanted, wanted

_ELLIPSIS = "…"
_HALF_SPACES = "\u200b\u200c"
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text; `ranges` are the code points (start, end) of its marked words."""

    text: str
    ranges: list[tuple[int, int]]


class _Part(NamedTuple):
    """A part of a word: where it stands in the text, its letters as they are searched, its word's number."""

    start: int
    end: int
    raw: str
    word: int


class _Hit(NamedTuple):
    start: int
    end: int
    wanted: int  # the number of the word that was searched for
    exact: bool


def snippet(text: str, query: str, width: int = 160) -> Snippet | None:
    """The piece of `text`, about `width` long, that holds most of the words of `query`; None if none.

    The text keeps its spelling. Where it was cut stands `…`, and new lines are spaces.

    >>> snippet("تجربه‌ی کارآفريني زنان", "كار آفرینیِ زن").ranges
    [(8, 17), (18, 22)]
    """
    hits = sorted(_hits(list(_parts(text)), wanted(query)))
    if not hits:
        return None
    start, end = _around(text, _best(hits, width), width)
    before, after = _ELLIPSIS * (start > 0), _ELLIPSIS * (end < len(text))
    moved = len(before) - start
    ranges = [
        (left + moved, right + moved) for left, right in _merged(hits) if start <= left and right <= end
    ]
    return Snippet(before + _SPACE.sub(" ", text[start:end]) + after, ranges)


def _kind(letter: str) -> str:
    """What a code point is: within a part (`w`), between parts (`-`) or between words (a space)."""
    if letter in _HALF_SPACES:
        return "-"
    return " " if LETTERS[ord(letter)].isspace() else "w"


_KINDS = Letters(_kind)
_PART = re.compile("w+")


def _parts(text: str) -> Iterator[_Part]:
    raws = cache(_raws)
    kinds = THOUSANDS.sub("0", text).translate(_KINDS)
    word, last = 0, 0
    for part in _PART.finditer(kinds):
        start, end = part.span()
        word += " " in kinds[last:start]
        last = end
        for raw in raws(text[start:end]):
            yield _Part(start, end, raw, word)


def _raws(part: str) -> list[str]:
    letters = THOUSANDS.sub("", part).translate(LETTERS)
    return [raw for parts in compounds_of(letters) for raw in parts]


def _hits(parts: Sequence[_Part], words: Sequence[Wanted]) -> Iterator[_Hit]:
    # A text repeats its words, so each is compared once.
    answers = cache(partial(_answers, words))
    runs = {
        term: number
        for number, word in enumerate(words)
        for term in (*word.split, *word.near)
        if len(term) > 1
    }
    begin, lengths = {term[0] for term in runs}, sorted({len(term) for term in runs}, reverse=True)
    for i, part in enumerate(parts):
        rest = _rest_of_word(parts, i)
        if found := answers(part.raw):
            end = rest[-1].end if rest and all(_is_ending(other.raw) for other in rest) else part.end
            yield from (_Hit(part.start, end, number, exact) for number, exact in found)
        elif rest and (found := answers("".join([part.raw, *(other.raw for other in rest)]))):
            yield from (_Hit(part.start, rest[-1].end, number, exact) for number, exact in found)
        elif stem(part.raw) in begin:
            for length in lengths:
                run = parts[i : i + length]
                number = runs.get(tuple(stem(other.raw) for other in run))
                if number is not None:
                    yield from (_Hit(other.start, other.end, number, exact=True) for other in run)


def _answers(words: Sequence[Wanted], raw: str) -> list[tuple[int, bool]]:
    """The numbers of the words that `raw` is or is begun by, each with whether it is the whole word."""
    exact = [_is(word, raw) for word in words]
    return [(n, exact[n]) for n, word in enumerate(words) if exact[n] or _begins(word, raw)]


def _rest_of_word(parts: Sequence[_Part], i: int) -> Sequence[_Part]:
    end = i + 1
    while end < len(parts) and parts[end].word == parts[i].word:
        end += 1
    return parts[i + 1 : end]


def _is_ending(raw: str) -> bool:
    return raw in AFFIXES or raw in ENCLITICS


def _is(word: Wanted, raw: str) -> bool:
    return stem(raw) == word.stem or any(stem(raw) == joined for joined, _ in word.joined)


def _begins(word: Wanted, raw: str) -> bool:
    """Whether `raw` is begun by the word, or is near it."""
    begun = [word.begun, *(begun for _, begun in word.joined)]
    return (stem(raw),) in word.near or any(raw.startswith(b) or stem(raw).startswith(b) for b in begun if b)


def _best(hits: Sequence[_Hit], width: int) -> tuple[int, int]:
    """The first stretch of the text that holds the most of the search's words, whole ones before begun."""
    best, most = (hits[0].start, hits[0].end), (0, 0)
    for i, first in enumerate(hits):
        near = []
        for hit in hits[i:]:
            if hit.start >= first.start + width:
                break
            if hit.end <= first.start + width:
                near.append(hit)
        held = len({hit.wanted for hit in near}), len({hit.wanted for hit in near if hit.exact})
        if held > most:
            best, most = (first.start, max(hit.end for hit in near)), held
    return best


def _around(text: str, best: tuple[int, int], width: int) -> tuple[int, int]:
    """The stretch with what stands around it, cut between words."""
    first, last = best
    room = max(0, width - (last - first))
    start = max(0, min(first - room // 2, len(text) - width))
    end = min(len(text), max(start + width, last))
    if start > 0:
        cut = _SPACE.search(text, start - 1, first)
        start = cut.end() if cut else first
    if end < len(text):
        cut = re.search(r"\s\S*\Z", text[last : end + 1])
        end = last + cut.start() if cut else last
    return start, end


def _merged(hits: Sequence[_Hit]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for hit in hits:
        if merged and hit.start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], hit.end)
        else:
            merged.append((hit.start, hit.end))
    return merged
