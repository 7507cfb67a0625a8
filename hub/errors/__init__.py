"""Every error a client can meet, by area; `hub pages` prints the table as docs/errors.md."""

from collections.abc import Mapping
from typing import Any

from graph.model.words import Choice, Words, digits
from graph.text import one_line
from hub.errors import (
    accounts,
    campaigns,
    conversations,
    faults,
    files,
    groups,
    keeping,
    lessons,
    networks,
    offices,
    organizations,
    partnerships,
    payment,
    processes,
    programs,
    records,
    request,
    resources,
    reviews,
    sign_in,
    support,
    telling,
    terms,
    training,
    values,
)
from hub.errors.entry import Area, Entry, by_code

AREAS: tuple[Area, ...] = (
    request.AREA,
    sign_in.AREA,
    accounts.AREA,
    values.AREA,
    records.AREA,
    organizations.AREA,
    lessons.AREA,
    reviews.AREA,
    conversations.AREA,
    partnerships.AREA,
    programs.AREA,
    resources.AREA,
    networks.AREA,
    offices.AREA,
    groups.AREA,
    training.AREA,
    support.AREA,
    processes.AREA,
    campaigns.AREA,
    payment.AREA,
    terms.AREA,
    files.AREA,
    telling.AREA,
    keeping.AREA,
    faults.AREA,
)

CATALOG: Mapping[str, Entry] = by_code(AREAS)


_HOW = Words(
    "Sign in with an account, or send a token in the header `Authorization` (`Bearer …`)",
    "با حساب خود وارد شوید، یا توکنی در سرآیند Authorization بفرستید (Bearer و سپس توکن)",
)
"""How somebody says who they are, where a token would do, too."""
_SOMEBODY = Words(
    "its owner, its other side or an administrator (docs/lives.md, docs/deeds.md)",
    "صاحب آن، طرف دیگر آن یا سرپرست شبکه (docs/lives.md، docs/deeds.md)",
)
"""Who may do what a viewer may not, where the refusal itself does not know."""


class _Details(dict[str, Any]):
    """The details of an error as its text shows them, in one language."""

    def __init__(self, details: Mapping[str, Any], language: str) -> None:
        super().__init__({name: _shown(value, language) for name, value in details.items()})

    def __missing__(self, key: str) -> str:
        return "?"


def _shown(value: Any, language: str) -> Any:
    match value:
        case Choice():
            return value.words.label(language)
        case Words():
            return value.label(language)
        case str():
            return one_line(value)
        case int() if language == "fa" and not isinstance(value, bool):
            return digits(value)
        case _:
            return value


def message(code: str, language: str, details: Mapping[str, Any] | None = None) -> str:
    """The text of an error in the viewer's language.

    >>> message("PAGE_SIZE", "en", {"given": 0, "maximum": 100})
    'The page size is 0; it must be 1 to 100.'
    >>> message("PAGE_SIZE", "fa", {"given": 0, "maximum": 100})
    'اندازهٔ صفحه ۰ است؛ باید از ۱ تا ۱۰۰ باشد.'
    """
    entry = CATALOG[code]
    told = _Details({"whose": _SOMEBODY, "how": _HOW, **(details or {})}, language)
    return (entry.en if language == "en" else entry.fa).format_map(told)
