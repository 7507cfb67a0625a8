"""Small pieces of Cypher that every part of the printer uses."""

from collections.abc import Iterable
from typing import TypeAlias

from graph.model.members import Aspect, Computed, Kind, Property

Entries: TypeAlias = Iterable[tuple[str, str]]
"""The keys of a map, and the expressions under them."""

HOLE = "$hole"
"""Stands where the schema promises a value and the graph has none. The hub looks for it in every answer."""

TYPE = "گونه"
"""The key under which a row says its type, where that is asked for; no alias can be written like it."""


def answered(text: str, member: Property | Computed | Aspect) -> str:
    """A stored value as the client gets it: dates and rials as text."""
    if member.kind in {Kind.DATE, Kind.DATETIME, Kind.RIAL}:
        return f"[d IN {text} | toString(d)]" if member.many else f"toString({text})"
    return text


def conjunction(conditions: Iterable[str]) -> str:
    """Conditions that must all hold, without those that always do; empty where all are true."""
    return " AND ".join(text for text in conditions if text not in {"", "true"})


def where(conditions: Iterable[str]) -> str:
    """The WHERE of conditions that must all hold; nothing where all are true."""
    text = conjunction(conditions)
    return f" WHERE {text}" if text else ""


def braced(entries: Entries) -> str:
    """A map."""
    return "{" + ", ".join(f"{key}: {text}" for key, text in entries) + "}"
