"""The databases of a run, one for each of its processes, in one Java: what it has optimized serves them all.

`python -m tests.databases DIR DIR …` writes `server.json` into each once they answer, as `graph.server` does.
"""

import json
import os
import sys
from pathlib import Path

from graph.server import jvm
from graph.server.folder import read_password, write_private
from graph.server.launcher import HOST, USER, free_port
from graph.server.process import StopRequests, ensure_password, open_database

_GIB = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
HEAP = f"{min(6, max(2, _GIB // 4))}g"
"""A run asks for thousands of different statements. Where their plans fill it, Java does little but look for room."""

_SETTINGS = {
    # Every file empties its database and fills it anew: by itself Neo4j would plan all that it knows again.
    "dbms.cypher.min_replan_interval": "1h",
    "server.memory.query_cache.per_db_cache_num_entries": "5000",
    # They may lie in memory (tests/conftest.py): a log takes what it holds, not 256 MB from the start.
    "db.tx_log.preallocate": "false",
}


def main(folders: list[Path]) -> None:
    """Run a database for each folder until stdin ends."""
    stop = StopRequests(sys.stdin.fileno())
    archive = jvm.archive_file()
    jvm.start(HEAP, *([f"-XX:AOTCache={archive}"] if archive.exists() else []))
    services = []
    try:
        for folder in folders:
            port = free_port()
            services.append(open_database(folder, port, "128m", _SETTINGS))
            ensure_password(services[-1], folder)
            facts = {"uri": f"bolt://{HOST}:{port}", "user": USER, "password": read_password(folder)}
            write_private(folder / "server.json", json.dumps(facts))
        stop.wait()
    finally:
        for service in services:
            service.shutdown()


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
