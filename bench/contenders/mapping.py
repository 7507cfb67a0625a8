"""Make the map of a region from plain rows: degrees, order and cut, as a server written by hand does it."""

from collections import Counter
from itertools import combinations
from typing import Any

MOST_NODES, MOST_TIES = 2_000, 5_000
_UNORDERED = {"PARTNERSHIP", "SHARED_EXPERIENCE"}


def mapped(rows: list[list[Any]]) -> dict[str, Any]:
    """The map, from its organizations (the row with no kind) and from what ties them or others."""
    organizations = next(row[1] for row in rows if not row[0])
    known = {o[0] for o in organizations}
    ties = [
        (kind, since, source, target, identifier)
        for kind, identifier, since, ends in (row for row in rows if row[0])
        for source, target in (combinations(sorted(ends), 2) if kind in _UNORDERED else (ends,))
        if source in known and target in known
    ]
    pairs = {pair for tie in ties for pair in (tie[2:4], tie[3:1:-1]) if pair[0] != pair[1]}
    degrees = Counter(one for one, _ in pairs)
    organizations.sort(key=lambda o: (-degrees[o[0]], o[3], o[0]))
    shown = {o[0] for o in organizations[:MOST_NODES]}
    among = [tie for tie in ties if tie[2] in shown and tie[3] in shown]
    among.sort(key=lambda tie: (tie[4], tie[2], tie[3]))
    among.sort(key=lambda tie: tie[1] or "", reverse=True)
    return {
        "totalNodes": len(organizations),
        "totalTies": len(ties),
        "truncated": len(shown) < len(organizations) or len(among[:MOST_TIES]) < len(ties),
        "nodes": [
            {"degree": degrees[o[0]], "organization": {"id": o[0], "nameFa": o[1], "kind": o[2]}}
            for o in organizations[:MOST_NODES]
        ],
        "ties": [
            {"kind": kind, "since": since, "source": {"id": source}, "target": {"id": target}}
            for kind, since, source, target, _ in among[:MOST_TIES]
        ],
    }
