"""Turn a word into its close terms: what else people call the same thing («موبایل», «تلفن همراه»)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from graph.text.endings import base, stem
from graph.text.english import english_stem, is_english
from graph.text.fold import words
from graph.text.tables import CLOSE, WORDS

Term: TypeAlias = tuple[str, ...]
"""A term as its folded words: of one or of a few."""

# What makes a trade of a person or a person of a trade, in English.
_AGENTS = ("ers", "er", "ships", "ship")
_SHORTEST_REST = 3
# A fish is nothing of a month, nor a ship of a field that is sown.
_OWN_ROOTS = frozenset(WORDS["own_roots"])


def _groups() -> Mapping[Term, tuple[Term, ...]]:
    """The close terms of each term, in the order they are listed in."""
    close: dict[Term, dict[Term, None]] = defaultdict(dict)
    for group in CLOSE["close"]:
        terms = [tuple(words(text)) for text in group]
        for term in terms:
            close[term] |= dict.fromkeys(other for other in terms if other != term)
    return MappingProxyType({term: tuple(others) for term, others in close.items()})


CLOSE_TERMS = _groups()
LONGEST_TERM = max(len(term) for term in CLOSE_TERMS)


def kin(word: str) -> Iterator[str]:
    """The stems of words of the same root, as far as an ending tells: «خیاط» of «خیاطی», «weav» of "weaver".

    >>> list(kin("خیاطی")), list(kin("بافندگی")), list(kin("weavers"))
    (['خیاط'], ['بافنده'], ['weav'])
    >>> list(kin("ماهی"))
    []
    >>> list(kin("بافنده"))
    ['بافندگی']
    """
    if is_english(word):
        yield from (english_stem(word.removesuffix(end)) for end in _AGENTS if _leaves(word, end))
        return
    bare = base(word)
    if _leaves(bare, "گی"):
        yield stem(bare.removesuffix("گی") + "ه")
    elif _leaves(bare, "نده"):
        yield stem(bare.removesuffix("ه") + "گی")
    elif _leaves(bare, "ی") and bare not in _OWN_ROOTS:
        yield stem(bare.removesuffix("ی"))


def _leaves(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_REST
