"""Bring a database of a size into being, once; it is kept under .bench/ and used again."""

import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.measure import Say
from bench.servers import Address
from graph.connection import Database
from graph.server import NEO4J_VERSION, start

_COUNT = "MATCH (n) RETURN count(n) AS nodes"
_COUNT_RELATIONSHIPS = "MATCH ()-[r]->() RETURN count(r) AS relationships"
_LABELS = "MATCH (n:Node) UNWIND [l IN labels(n) WHERE l <> 'Node'] AS label RETURN label, count(*) AS n"


@contextmanager
def database(folder: Path, heap: str, pagecache: str, say: Say) -> Iterator[Address]:
    """The embedded Neo4j on that folder, stopped with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    # Nothing here belongs to a repository, wherever the folder is.
    (folder.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    server = start(folder, heap=heap, pagecache=pagecache, on_progress=say)
    try:
        yield Address(server.uri, server.user, server.password, server.pid)
    finally:
        server.stop()


async def filled(connection: Database, folder: Path, size: int, say: Say) -> dict[str, Any]:
    """Load the generated network where it is not there yet; how long that took, and what there is."""
    mark = folder / "loaded.json"
    if mark.exists():
        return dict(json.loads(mark.read_text(encoding="utf-8")))
    from seed.generated.loader import load

    (before,) = await connection.rows(_COUNT)
    if before["nodes"] > 100:
        raise FileExistsError(f"{folder} was not loaded to its end. Remove it, and start again.")
    begun = time.monotonic()
    await load(connection, size, 1, say)
    seconds = time.monotonic() - begun
    await connection.statement("CALL db.awaitIndexes(600)")
    (nodes,), (ties,) = await connection.rows(_COUNT), await connection.rows(_COUNT_RELATIONSHIPS)
    labels = {row["label"]: row["n"] for row in await connection.rows(_LABELS)}
    facts = {**nodes, **ties, "labels": labels, "seconds": seconds, "per_second": nodes["nodes"] / seconds}
    mark.write_text(json.dumps(facts), encoding="utf-8")
    return facts


def machine() -> dict[str, Any]:
    """What this was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(memory, 1),
        "system": platform.system(),
        "python": platform.python_version(),
        "neo4j": NEO4J_VERSION,
    }
