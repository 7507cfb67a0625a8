"""What the schema says in English, and the same in Persian."""

import re

from graph.model.nodes import ModelError
from graph.model.words import Words

PERSIAN: dict[str, str] = {}
"""The Persian of each English description of the schema."""


def say(en: str, fa: str) -> str:
    """A description: the English stands in the schema, the Persian is kept beside it.

    One English sentence has one Persian one, wherever it is said. Raises ModelError where it has two.
    """
    if en and PERSIAN.setdefault(en, fa) != fa:
        raise ModelError(f"Said in Persian in two ways: {en}")
    return en


def text_of(words: Words) -> str | None:
    """The sentence of words as a description; None where the label says all."""
    return say(words.text("en"), words.text("fa")) or None


_ANSWERED = re.compile(
    "null until|else null|null where (?:you|the name|it is withheld|it is not rejected|it has not"
    "|nothing was said|nothing is asked)"
)
"""What null says in an answer, and in no input."""
_NULL_EN, _NULL_FA = re.compile(r"; (?:else )?null[^.;]*"), re.compile(r"؛[^؛.]*\bnull\b[^؛.]*")


def asked_text(words: Words, *, required: bool) -> str | None:
    """The sentence of words as a description of what is asked for: without what null would say, where null
    is not taken or says it in answers alone.

    >>> lacks = Words("Note: What lacks; null until one says.", "یادداشت: چه کم است؛ تا گفته نشده null.")
    >>> asked_text(lacks, required=False)
    'What lacks.'
    """
    en, fa = words.text("en"), words.text("fa")
    if required or _ANSWERED.search(en):
        en, fa = _NULL_EN.sub("", en), _NULL_FA.sub("", fa)
    return say(en, fa) or None
