"""The pages of docs/ that the code makes: what it says once is printed, not written again."""

from collections.abc import Callable, Mapping
from pathlib import Path

from hub.pages import deeds, errors, glossary, limits, lives, operations

PAGES: Mapping[str, Callable[[], str]] = {
    "deeds": deeds.page,
    "errors": errors.page,
    "glossary": glossary.page,
    "limits": limits.page,
    "lives": lives.page,
    "operations": operations.page,
}


def file_of(name: str) -> Path:
    """Where a page stands.

    >>> str(file_of("limits"))
    'docs/limits.md'
    """
    return Path("docs") / f"{name}.md"
