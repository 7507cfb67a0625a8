"""What the table of errors is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

REFUSED = 400
"""The HTTP status of a request that is refused, where none fits better."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One error: its stable code, and what happened and what next in both languages.

    `{name}` in a text is filled from the error's details. `status` is the HTTP status of a request that
    is refused with it before anything runs; an error in an answer leaves that at 200. `counted`: whoever
    meets it tried what they may not, and the audit counts how often.
    """

    code: str
    fa: str
    en: str
    status: int = REFUSED
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """Where errors come up: its heading, a sentence that says where that is, and its errors."""

    name: str
    fa: str
    where: str
    entries: tuple[Entry, ...]


def by_code(areas: Iterable[Area]) -> Mapping[str, Entry]:
    """All entries. Raises ValueError for a code that stands twice."""
    found: dict[str, Entry] = {}
    for area in areas:
        for entry in area.entries:
            if entry.code in found:
                raise ValueError(f"{entry.code} stands twice in the table of errors.")
            found[entry.code] = entry
    return found
