"""Turn the graph into a dump, as it is at one moment, in bounded memory.

Neo4j's reads see what is committed meanwhile, also in one transaction. That a dump is of one moment is shown
by the bookmark: it is the same before and after only if nothing was committed between. The first try lets
writes go on. Where one came, the next tries hold the counter that every change of a record locks last
(`graph/queries/events.py`): changes wait for the lock, nothing is refused.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from graph import VERSION
from graph.connection import Database
from graph.dump.contents import Contents, Told, lines
from graph.dump.files import written
from graph.dump.form import FORMAT, Head, Manifest, Tally, node_line, relationship_line
from graph.dump.schema import schema
from graph.dump.sealed import Key
from graph.errors import ValueRefused
from graph.migrations import applied
from graph.queries.records import locked
from graph.wire import told

_TRIES = 4
_HOLD = f"MATCH (c:Counter {{name: 'events'}}) {locked('c')}"
_ZONED = (
    "[k IN keys({0}) WHERE CASE WHEN {0}[k] IS :: ZONED DATETIME THEN {0}[k].timezone = 'UTC'"
    " WHEN {0}[k] IS :: LIST<ZONED DATETIME> THEN {0}[k][0].timezone = 'UTC' END]"
)
_NODES = (
    f"MATCH (n) WHERE NOT n:Restoring RETURN elementId(n), labels(n), properties(n), {_ZONED.format('n')}"
)
# A row for each node with all that leaves it: half the time of a row for each relationship.
_RELATIONSHIPS = (
    "MATCH (a) WHERE EXISTS { (a)-->() } RETURN elementId(a), COLLECT { MATCH (a)-[r]->(b)"
    f" RETURN [type(r), elementId(b), properties(r), {_ZONED.format('r')}] }}"
)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, whether changes had to wait for it, and the files whose contents were not there."""

    head: Head
    manifest: Manifest
    held: bool
    lost: tuple[str, ...] = ()


async def write(
    database: Database, draft: Path, key: Key | None, contents: Contents | None = None
) -> Written:
    """Write the graph, and the contents of its files, into a file, sealed where a key is given.

    Raises DatabaseUnavailable, OSError, and ValueRefused GRAPH_KEEPS_CHANGING where what holds no lock (a
    migration, a load) goes on beside it.
    """
    for number in range(_TRIES):
        held = number > 0
        with written(draft, key) as file:
            tally, told = Tally(), Told()
            async with _held(database) if held else nullcontext():
                before = await database.moment()
                head = await _graph(database, file, tally, told)
                same = await database.moment() == before
            if same:
                # What is in a file never changes: nobody waits for it.
                await _contents(contents, file, tally, told)
                manifest = tally.manifest()
                file.write(manifest.line())
                lost = () if contents is None else tuple(sorted(set(told.digests) - told.whole))
                return Written(head, manifest, held, lost)
    raise ValueRefused("GRAPH_KEEPS_CHANGING")


async def measure(database: Database) -> Manifest:
    """What a dump of the graph would hold; its `lines` say nothing."""
    tally = Tally()
    async for _ in _told(database, tally, Told()):
        pass
    return tally.manifest()


def _held(database: Database) -> AbstractAsyncContextManager[None]:
    return database.holding(_HOLD)


async def _head(database: Database) -> Head:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Head(FORMAT, VERSION, now, sorted(await applied(database)), await schema(database))


async def _graph(database: Database, file: IO[bytes], tally: Tally, files: Told) -> Head:
    """Write the head and the lines of the graph."""
    head = await _head(database)
    tally.head(head.line())
    file.write(head.line())
    async for line in _told(database, tally, files):
        file.write(line)
    return head


async def _contents(contents: Contents | None, file: IO[bytes], tally: Tally, files: Told) -> None:
    """Write the lines of the files that the graph has told of."""
    if contents is not None:
        async for line in lines(contents, files):
            tally.file(line, ends=line.endswith(b',""]\n'))
            file.write(line)


async def _told(database: Database, tally: Tally, files: Told) -> AsyncIterator[bytes]:
    """The lines of all nodes and relationships, tallied; about 200 bytes of memory a node, for its number."""
    numbers: dict[str, int] = {}
    async for id_, labels, properties, zoned in database.stream(_NODES):
        numbers[id_] = len(numbers)
        line = node_line(labels, told(properties, zoned))
        files.node(labels, properties)
        tally.node(line, labels)
        yield line
    async for start, ways in database.stream(_RELATIONSHIPS):
        for type_, end, properties, zoned in ways:
            # One that has come since the nodes were read: the bookmark will say so, and all is read again.
            if start in numbers and end in numbers:
                values = told(properties, zoned)
                line = relationship_line(numbers[start], type_, numbers[end], values)
                tally.relationship(line, numbers[start], type_, numbers[end], values)
                yield line
