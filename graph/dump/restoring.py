"""Turn a dump into the graph that it was, in an empty one; then into what this version makes of it.

While a restore is under way a node `(:Restoring)` says so, and no hub starts on what is half there.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from graph.connection import Database, Transaction
from graph.dump.contents import Contents
from graph.dump.contents import restore as put_back
from graph.dump.files import lines_of
from graph.dump.form import Head, Manifest
from graph.dump.reading import check, head_of, records
from graph.dump.schema import schema
from graph.dump.sealed import Key
from graph.dump.writing import measure
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_STREAM_ROWS
from graph.migrations import lay_out, migrate, steps

Progress = Callable[[str, float], None]

_ANY = "MATCH (n) RETURN n:Restoring AS half LIMIT 1"
_BEGIN = "CREATE (:Restoring {at: datetime()})"
_END = "MATCH (r:Restoring) DELETE r"
_NODES = (
    "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.values"
    " RETURN row.number AS number, elementId(n) AS id"
)
_RELATIONSHIPS = (
    "UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row.start MATCH (b) WHERE elementId(b) = row.end"
    " CREATE (a)-[r:$(row.type)]->(b) SET r = row.values RETURN count(r) AS made"
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in: the dump's head and manifest, the steps it went through after, and indexes and
    constraints that it had and that are none of the hub's."""

    head: Head
    manifest: Manifest
    applied: list[str]
    lacking: list[str]
    files: int = 0


async def is_empty(database: Database) -> bool:
    """Whether there is nothing in the graph."""
    return not await database.rows(_ANY)


async def restore(
    database: Database, file: Path, key: Key | None, progress: Progress, contents: Contents | None = None
) -> Restored:
    """Put a dump into an empty graph, its files where they are kept, and bring it up to this version.

    The dump is read whole before anything is written. Raises FileRefused as `check` does, ValueRefused
    GRAPH_NOT_EMPTY, FILES_NOT_SET_UP where it holds files and there is no place for them, and GRAPH_DIFFERS
    where what is in the graph is not what the dump held.
    """
    if not await is_empty(database):
        raise ValueRefused("GRAPH_NOT_EMPTY")
    progress("Reading the backup", 0.0)
    head, manifest = head_of(file, key), check(file, key)
    if manifest.files and contents is None:
        raise ValueRefused("FILES_NOT_SET_UP")
    await database.statement(_BEGIN)
    with lines_of(file, key) as lines:
        await _load(database, records(lines), manifest, progress)
    progress("Comparing", 0.0)
    if not manifest.holds_the_same(await measure(database)):
        raise ValueRefused("GRAPH_DIFFERS")
    files = 0
    if contents is not None and manifest.files:
        progress("Writing the files", 0.0)
        with lines_of(file, key) as lines:
            files = await put_back(contents, lines)
    progress("Making the indexes", 0.0)
    await lay_out(database)
    applied = await migrate(database)
    lacking = sorted(set(head.schema) - set(await schema(database))) if is_of_today(head) else []
    await database.statement(_END)
    return Restored(head, manifest, applied, lacking, files)


def is_of_today(head: Head) -> bool:
    """Whether a dump went through every step of this version, and so had its indexes."""
    return set(steps()) <= set(head.migrations)


async def _load(
    database: Database, rows: Iterable[tuple[Any, ...]], manifest: Manifest, progress: Progress
) -> None:
    """Write nodes and relationships, a page at a time; about 100 bytes of memory a node, for its id."""
    ids: list[str] = []
    rows, done = iter(rows), 0
    whole = max(manifest.nodes + manifest.relationships, 1)
    while page := list(islice(rows, MAXIMUM_STREAM_ROWS)):
        nodes = [
            {"number": number, "labels": row[1], "values": row[2]}
            for number, row in enumerate(row for row in page if row[0] == "n")
        ]
        if nodes:
            ids += await _create(database, nodes)
        ways = [
            {"start": ids[row[1]], "type": row[2], "end": ids[row[3]], "values": row[4]}
            for row in page
            if row[0] == "r"
        ]
        if ways:
            await _connect(database, ways)
        done += len(page)
        progress("Writing the graph", done / whole)


async def _create(database: Database, nodes: list[dict[str, Any]]) -> list[str]:
    """Write nodes; their ids in the graph, in the order given."""

    async def work(transaction: Transaction) -> list[dict[str, Any]]:
        return await transaction.run(_NODES, rows=nodes)

    made, _ = await database.write(work)
    return [row["id"] for row in sorted(made, key=lambda row: row["number"])]


async def _connect(database: Database, ways: list[dict[str, Any]]) -> None:
    """Write relationships."""
    await database.write(lambda transaction: transaction.run(_RELATIONSHIPS, rows=ways))
