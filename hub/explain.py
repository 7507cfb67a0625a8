"""Turn a plan of the database into lines that a person reads from the bottom, where it starts, upwards."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.connection import Database
from hub.settings import Settings
from hub.slow import kept, slow_folder

_LONGEST = 160
"""Characters of what an operator does."""


def text_of(statement: str, data_dir: Path) -> str:
    """The text of a slow statement by its hash. Raises ValueRefused STATEMENT_UNKNOWN, SettingsWrong."""
    folder = slow_folder(replace(Settings.from_environment(), data_dir=data_dir))
    assert folder is not None
    return kept(folder, statement)


async def explained(database: Database, text: str) -> str:
    """A statement and its plan. It is not run, and needs no values. Raises DatabaseUnavailable."""
    plan = await database.plan(f"EXPLAIN {text}", {})
    return "\n".join((text, "", *lines(plan)))


def lines(plan: Mapping[str, Any], before: str = "") -> Iterator[str]:
    r"""The operators of a plan, each with the rows that are expected of it; what feeds it stands below.

    >>> scan = {"operatorType": "AllNodesScan@neo4j", "args": {"EstimatedRows": 10.0, "Details": "n"}}
    >>> both = {"operatorType": "Union@neo4j", "args": {"EstimatedRows": 20.0}, "children": [scan, scan]}
    >>> print("\n".join(lines({"operatorType": "ProduceResults@neo4j", "args": {}, "children": [both]})))
    ProduceResults
    Union (~20)
    ├ AllNodesScan (~10) n
    │
    AllNodesScan (~10) n
    """
    yield before + _operator(plan)
    *others, last = plan.get("children") or [None]
    for other in others:
        first, *rest = lines(other)
        yield f"{before}├ {first}"
        yield from (f"{before}│ {line}" for line in rest)
        yield f"{before}│"
    if last is not None:
        yield from lines(last, before)


def _operator(plan: Mapping[str, Any]) -> str:
    facts = plan.get("args", {})
    parts = [plan["operatorType"].partition("@")[0]]
    rows = facts.get("EstimatedRows")
    if rows is not None:
        parts.append(f"(~{rows:,.0f})")
    details = " ".join(str(facts.get("Details", "")).split())
    if details:
        parts.append(details if len(details) <= _LONGEST else f"{details[: _LONGEST - 1]}…")
    return " ".join(parts)
