"""The pages of docs/ and the words of web/ that the code makes: what it says once is not written again."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from hub.pages import deeds, errors, glossary, limits, lives, operations, rights, words

PAGES: Mapping[str, Callable[[], str]] = {
    "deeds": deeds.page,
    "errors": errors.page,
    "glossary": glossary.page,
    "limits": limits.page,
    "lives": lives.page,
    "operations": operations.page,
    "rights": rights.page,
    "en/words.ftl": partial(words.texts, "en"),
    "fa/words.ftl": partial(words.texts, "fa"),
    "en/kinds.ftl": partial(words.texts, "en", words.OF_PEOPLE),
    "fa/kinds.ftl": partial(words.texts, "fa", words.OF_PEOPLE),
}


def file_of(name: str) -> Path:
    """Where a page stands.

    >>> str(file_of("limits"))
    'docs/limits.md'
    >>> str(file_of("fa/words.ftl"))
    'web/src/texts/fa/words.ftl'
    """
    if name.endswith(".ftl"):
        return Path("web/src/texts", name)
    return Path("docs") / f"{name}.md"
