"""Turn an English word into the form its endings and both its spellings share: «organisations» into «organ».

The endings are those of the Snowball stemmer (Porter 2); before it, British spelling is written the
American way, and forms that no rule gives («children») their singular. What comes out is the search's
own and shown to nobody, so that it does no harm that «advise» becomes «advize» as well.
"""

import re
from functools import lru_cache

import snowballstemmer

from graph.text.tables import WORDS

_STEMMER = snowballstemmer.stemmer("english")
_ENGLISH = re.compile("[a-z]+")
_IRREGULAR: dict[str, str] = WORDS["english_irregular"]
_SPELLINGS: dict[str, str] = WORDS["english_spellings"]
# Each way British spelling differs by rule, and what American spelling has there.
_BRITISH = (
    (re.compile("(?<=[a-z]{2})is(?=(e|es|ed|er|ers|ing|ation|ations|able)$)"), "iz"),
    (re.compile("(?<=[a-z]{2})ys(?=(e|es|ed|er|ers|ing)$)"), "yz"),
    (
        re.compile("(?<=[a-z]{3})our(?=(s|ed|er|ers|ing|able|ite|ites|ful|hood|hoods|ly|less|al|ally|y)?$)"),
        "or",
    ),
    (re.compile("(?<=[a-z]{3})ogue(?=s?$)"), "og"),
    (re.compile("(?<=[a-z]{2}[aeiou])ll(?=(ed|er|ers|ing|or|ors)$)"), "l"),
)


def is_english(word: str) -> bool:
    """Whether a folded word is of Latin letters alone.

    >>> is_english("loans"), is_english("وام")
    (True, False)
    """
    return _ENGLISH.fullmatch(word) is not None


@lru_cache(maxsize=20_000)
def english_stem(word: str) -> str:
    """The form an English word is found by; what it gives is its own stem.

    >>> english_stem("machines"), english_stem("labour"), english_stem("neighbourhoods")
    ('machin', 'labor', 'neighborhood')
    """
    seen = [word]
    while (shorter := _once(seen[-1])) not in seen:
        seen.append(shorter)
    # Where the rules go round in a circle, every word of it has the same stem.
    return min(seen[seen.index(shorter) :])


def _once(word: str) -> str:
    spelt = next((other for other in _SPELLINGS if word.startswith(other)), None)
    if spelt is not None:
        word = _SPELLINGS[spelt] + word.removeprefix(spelt)
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return str(_STEMMER.stemWord(_IRREGULAR.get(word, word)))
