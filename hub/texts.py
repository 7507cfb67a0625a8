"""What the schema says in English, and the same in Persian."""

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
