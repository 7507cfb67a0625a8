"""Turn «وفروش» into «و» and «فروش», «بهکار» into «به» and «کار»: particles typed onto the next word."""

from functools import lru_cache

from graph.text.endings import base, stem
from graph.text.tables import PLURALS, WORDS

# «کسب‌وکار» and «گفت‌وگو» are written with «و» apart as often as with it joined.
_AFTER_AND = tuple(f"و{word}" for word in WORDS["after_and"])
_AND, _TO = "و", "به"
# «وام», «ویژه» begin with the letter, «بهار», «بهداشت» with the two, and hold no particle.
_BEGIN_WITH_AND = frozenset(PLURALS["begins_with_and"])
_BEGIN_WITH_TO = tuple(PLURALS["begins_with_to"])
# An older spelling has «به» as one letter; it begins too many words but for these.
_JOINED_TO = frozenset(PLURALS["joined_to"])
_SHORTEST_REST = 3


@lru_cache(maxsize=20_000)
def apart(word: str) -> tuple[str, ...]:
    """A word in its letters, with the particle before it apart.

    >>> apart("وبلوچستان"), apart("وامها"), apart("بهکار"), apart("بکار")
    (('و', 'بلوچستان'), ('وامها',), ('به', 'کار'), ('به', 'کار'))
    """
    if word.startswith(_AFTER_AND) or (_rest(word, _AND) and not _begins_with_and(word)):
        return _AND, *apart(word[1:])
    if _rest(word, _TO) and not word.startswith(_BEGIN_WITH_TO):
        return _TO, *apart(word[2:])
    if word in _JOINED_TO:
        return _TO, *apart(word[1:])
    return (word,)


def _rest(word: str, particle: str) -> bool:
    return word.startswith(particle) and len(word) - len(particle) >= _SHORTEST_REST


def _begins_with_and(word: str) -> bool:
    return not _BEGIN_WITH_AND.isdisjoint((word, base(word), stem(word), word.removesuffix("ی")))
