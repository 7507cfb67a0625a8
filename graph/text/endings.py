"""Turn one folded word into the form all its endings share: «کتابهای» and «کتابها» into «کتاب».

«ان», «ین» and «ات» come off every word but those of `plurals.json` that only look like plurals: what is
left of the others need be no word, as long as it is no other one. Broken plurals and verbs are listed.
"""

from collections.abc import Iterator
from functools import lru_cache

from graph.text.english import english_stem, is_english
from graph.text.tables import PLURALS, WORDS

# Written apart or after a ZWNJ, these belong to the word beside them.
AFFIXES = frozenset(WORDS["affixes"])
# These do so only after a ZWNJ: on its own «شان» is also dignity, «اش» also soup.
ENCLITICS = frozenset(WORDS["enclitics"])

# What is longer is no word, and is left as it is.
LONGEST_WORD = 40

_ENDINGS = tuple(WORDS["endings"])
# «تنها», «انتها» and their like are no plurals of «تن» and «انت».
_NOT_PLURAL = frozenset(WORDS["not_plural"])
_KEEPS_YA = frozenset(WORDS["keeps_ya"])
_SPELLINGS: dict[str, str] = WORDS["spellings"]
# So short that what is left of their plurals could be anything, but for these.
_PEOPLE = frozenset(WORDS["people"])
_SHORTEST_REST = 3
_FEMININE: dict[str, str] = PLURALS["feminine"]
# «استان», «ماشین» and «حیات» are no plurals; nor is what is the singular of another word.
_ONLY_LOOKS_PLURAL = frozenset([*PLURALS["not_plural"], *PLURALS["broken"].values(), *_FEMININE.values()])


@lru_cache(maxsize=20_000)
def base(word: str) -> str:
    """A folded word in its usual spelling and without «ها», «های», «هایشان»…, or the «ی» of «شورای».

    >>> base("کتابهایشان"), base("تنها"), base("شورای")
    ('کتاب', 'تنها', 'شورا')
    """
    if len(word) > LONGEST_WORD:
        return word
    for other, usual in _SPELLINGS.items():
        if word.startswith(other):
            word = usual + word.removeprefix(other)
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 1 and rest not in _NOT_PLURAL:
            return base(rest)
    if word.endswith("ای") and len(word) > 3 and word not in _KEEPS_YA:
        return base(word[:-1])
    return word


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The form a folded word is found by; what it gives is its own stem.

    >>> stem("زنان"), stem("نمیکنند"), stem("استان"), stem("مشاغل"), stem("loans")
    ('زن', 'کرد', 'استان', 'شغل', 'loan')
    """
    if len(word) > LONGEST_WORD:
        return word
    if is_english(word):
        return english_stem(word)
    shorter = base(word)
    shorter = _IRREGULAR.get(shorter) or _singular(shorter)
    return word if shorter == word else stem(shorter)


def _singular(word: str) -> str:
    rest = word[:-2]
    if word in _ONLY_LOOKS_PLURAL or not word.endswith(("ان", "ین", "ات")):
        return word
    if rest in _PEOPLE:
        return rest
    if len(rest) < _SHORTEST_REST:
        return word
    # «آموختگان» is the plural of «آموخته», «دانشجویان» of «دانشجو», «سبزیجات» of «سبزی».
    if word.endswith("گان") and len(rest) > _SHORTEST_REST:
        return word[:-3] + "ه"
    if word.endswith(("ایان", "ویان")) and len(rest) > _SHORTEST_REST:
        return word[:-3]
    if word.endswith("یجات") and len(rest) > _SHORTEST_REST:
        return word[:-3]
    return rest


def _irregular() -> Iterator[tuple[str, str]]:
    yield from PLURALS["broken"].items()
    yield from _FEMININE.items()
    for past, present in WORDS["verbs"].items():
        for form in _forms(past, present):
            yield form, past


def _forms(past: str, present: str) -> Iterator[str]:
    """The forms of a verb that are no other word: «شدید» is also severe, «دهم» tenth, «دهی» a word's end."""
    persons = ("د", "ند", "یم", "ید")
    yield past + "ن"
    for prefix in ("", "ن", "می", "نمی"):
        yield from (prefix + past + person for person in ("", "م", "یم", "ند"))
    for prefix in ("", "ب", "ن", "می", "نمی"):
        yield from (prefix + present + person for person in persons)
    for prefix in ("ب", "ن"):
        yield f"{prefix}{present}م"
    for prefix in ("می", "نمی"):
        yield from (prefix + present + person for person in ("م", "ی"))
    participle = past + "ه"
    if participle in WORDS["participles"]:
        yield from (participle, "ن" + participle)


_IRREGULAR = dict(_irregular())
