"""Turn what was measured into what is kept: bench/results/<size>.json, and the table that is printed."""

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from bench.shapes import RATE_GOAL, SHAPES, Workload

KEPT = Path(__file__).parent / "results"
Facts = dict[str, Any]


def read(path: Path) -> Facts:
    """What was kept; empty where nothing was."""
    return dict(orjson.loads(path.read_bytes())) if path.exists() else {}


def write(path: Path, facts: Facts) -> None:
    """Keep it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = orjson.dumps(_rounded(facts), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    path.write_bytes(told)


def _rounded(value: Any) -> Any:
    match value:
        case float():
            return float(f"{value:.4g}")
        case dict():
            return {name: _rounded(inner) for name, inner in value.items()}
        case list():
            return [_rounded(inner) for inner in value]
        case _:
            return value


def ratio(told: Facts, limit: Facts, key: str) -> float | None:
    """How many times the limit's: the median over rounds of what each round says.

    Within a round the two were measured seconds apart, so a slow minute of the machine falls out.
    """
    ours, theirs = told.get(f"{key}_rounds"), limit.get(f"{key}_rounds")
    if not ours or not theirs:
        return None
    return float(statistics.median(a / b for a, b in zip(ours, theirs, strict=False)))


def table(facts: Facts) -> Iterator[str]:
    """The lines of the table: a shape, then its contenders."""
    head = f"{'':14}{'p50 ms':>9}{'p99 ms':>9}{'× limit':>9}{'req/s':>9}{'× limit':>9}"
    yield head + f"{'cpu ms':>9}{'db ms':>9}{'db hits':>10}{'queries':>9}{'trips':>7}{'bytes':>10}"
    for shape in SHAPES:
        told = facts["shapes"].get(shape.name)
        if told is None:
            continue
        yield f"{shape.name}: {shape.title}"
        for name, row in told.items():
            yield _row(name, row, told.get("limit", {}))
        for missed in missed_goals(shape, told):
            yield f"  missed: {missed}"


def _row(name: str, row: Facts, limit: Facts) -> str:
    if "p50" not in row:
        return f"  {name:12} {row.get('failed') or row.get('not_asked')}"
    slower, served = ratio(row, limit, "p50"), ratio(row, limit, "rate")
    return (
        f"  {name:12}{row['p50']:9.2f}{row['p99']:9.2f}{_times(slower)}{row['rate']:9.1f}{_times(served)}"
        f"{row['server_ms']:9.2f}{row['database_ms']:9.2f}{row['hits']:10}{row['queries']:9}{row['trips']:7}{row['bytes']:10}"
    )


def _times(value: float | None) -> str:
    return f"{'':>9}" if value is None else f"{value:9.2f}"


def missed_goals(shape: Workload, told: dict[str, Facts]) -> Iterator[str]:
    """What the hub was to reach on a shape, and did not, in words."""
    hub, limit = told.get("hub", {}), told.get("limit", {})
    slower, served = ratio(hub, limit, "p50"), ratio(hub, limit, "rate")
    if slower is not None and slower > shape.goal:
        yield f"{slower:.2f} × the limit's p50; {shape.goal} was to be reached"
    if served is not None and served < RATE_GOAL and not shape.writes:
        yield f"{served:.2f} × the limit's requests a second; {RATE_GOAL} was to be reached"
    for name in (name for name in told if name.startswith("peer")):
        ahead = ratio(told[name], hub, "p50")
        behind = ratio(hub, told[name], "rate")
        if ahead is not None and ahead < shape.peer_goal:
            yield f"{ahead:.1f} × faster than {name}; {shape.peer_goal:g} × was to be reached"
        if behind is not None and behind < 3 and not shape.writes:
            yield f"{behind:.1f} × the requests a second of {name}; 3 × was to be reached"
