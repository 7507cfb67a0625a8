"""Turn one folded word into the form all its endings share: «کتابهای» and «کتابها» into «کتاب».

Only endings that are never part of another word come off. «ان», «ین» and «ات» end more words that are
no plurals (استان, درمان, خدمات) than words that are, so they come off the words of `words.json` alone.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

WORDS: dict[str, Any] = json.loads((files("graph.text") / "words.json").read_text("utf-8"))

# Written apart or after a ZWNJ, these belong to the word beside them.
AFFIXES = frozenset(WORDS["affixes"])
# These do so only after a ZWNJ: on its own «شان» is also dignity, «اش» also soup.
ENCLITICS = frozenset(WORDS["enclitics"])
# «کسب‌وکار» and «فنی‌وحرفه‌ای» are written with «و» apart as often as with it joined.
JOINED_AND = tuple(f"و{word}" for word in WORDS["after_and"])
# So frequent that a text is not to be hidden for want of one.
PARTICLES = frozenset(WORDS["particles"])

# What is longer is no word, and is left as it is.
LONGEST_WORD = 40

_ENDINGS = tuple(WORDS["endings"])
# «تنها», «انتها» and their like are no plurals of «تن» and «انت».
_NOT_PLURAL = frozenset(WORDS["not_plural"])
_KEEPS_YA = frozenset(WORDS["keeps_ya"])
_PEOPLE = frozenset(WORDS["people"])
# Who does a work is named by these (مددکار, کارآموز), and «ان» after them is always the plural.
_AGENTS = tuple(WORDS["agents"])
_AGENTS_IN_VOWEL = tuple(WORDS["agents_in_vowel"])
# «آموختگان» is the plural of «آموخته»; «رایگان» and «بازرگان» are none.
_BEFORE_GAN = tuple(WORDS["before_gan"])
_TAKES_AT = frozenset(WORDS["takes_at"])
_SPELLINGS: dict[str, str] = WORDS["spellings"]


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

    >>> stem("زنان"), stem("نمیکنند"), stem("استان")
    ('زن', 'کرد', 'استان')
    """
    if len(word) > LONGEST_WORD:
        return word
    shorter = base(word)
    shorter = _IRREGULAR.get(shorter) or _singular(shorter)
    return word if shorter == word else stem(shorter)


def _singular(word: str) -> str:
    rest = word[:-2]
    if word.endswith(("ان", "ین")) and rest in _PEOPLE:
        return rest
    if word.endswith("ات") and rest in _TAKES_AT:
        return rest
    if word.endswith("گان") and len(word) > 5 and word[:-3].endswith(_BEFORE_GAN):
        return word[:-3] + "ه"
    if word.endswith("یان") and word[:-3].endswith(_AGENTS_IN_VOWEL):
        return word[:-3]
    if word.endswith("ان") and _is_agent(rest):
        return rest
    return word


def _is_agent(word: str) -> bool:
    # «گران» (dear), «نگران» (worried) and «دوران» (era) name no agents.
    return word != "گر" and any(word.endswith(agent) and len(word) != len(agent) + 1 for agent in _AGENTS)


def _irregular() -> Iterator[tuple[str, str]]:
    yield from WORDS["singular"].items()
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
    for prefix in ("می", "نمی"):
        yield from (prefix + present + person for person in ("م", "ی"))
    participle = past + "ه"
    if participle in WORDS["participles"]:
        yield from (participle, "ن" + participle)


_IRREGULAR = dict(_irregular())
