"""Every error a client can meet, by area; `hub pages` prints the table as docs/errors.md."""

from collections.abc import Mapping
from typing import Any

from hub.errors import (
    faults,
    lessons,
    organizations,
    partnerships,
    records,
    request,
    resources,
    sign_in,
    terms,
    values,
)
from hub.errors.entry import Area, Entry, by_code

AREAS: tuple[Area, ...] = (
    request.AREA,
    sign_in.AREA,
    values.AREA,
    records.AREA,
    organizations.AREA,
    lessons.AREA,
    partnerships.AREA,
    resources.AREA,
    terms.AREA,
    faults.AREA,
)

CATALOG: Mapping[str, Entry] = by_code(AREAS)


class _Details(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def message(code: str, language: str, details: Mapping[str, Any] | None = None) -> str:
    """The text of an error in the viewer's language.

    >>> message("PAGE_SIZE", "en", {"given": 0, "maximum": 100})
    'The page size is 0; it must be 1 to 100.'
    """
    entry = CATALOG[code]
    return (entry.en if language == "en" else entry.fa).format_map(_Details(details or {}))
