"""Turn a sketch into nodes and relationships, in one transaction."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from graph.connection import Database, Transaction
from graph.migrations import label_of
from graph.model import MODEL
from graph.model.settled import settling
from graph.queries.versions import beginnings
from seed.sketch import Sketch, Thing

ROWS = 2_000
"""The most rows of a statement."""

# Whoever follows the feed already is told what was loaded since, in its order.
_TOLD = """
MATCH (c:Counter {name: 'events'}) WHERE c.told IS NOT NULL
WITH c, datetime.truncate('microsecond', datetime.realtime()) AS now
WITH c, CASE WHEN now <= c.told THEN c.told ELSE now END AS told
MATCH (e:Event) WHERE e.sequence > $before
SET e.toldAt = told + duration({microseconds: e.sequence - $before})
WITH c, max(e.toldAt) AS last SET c.told = last
"""

# One text for all labels, one for all types: Neo4j plans each text anew, and a graph has a hundred of both.
_NODES = "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties RETURN collect(id(n)) AS ids"
_LINKS = """
UNWIND $rows AS row MATCH (a) WHERE id(a) = row.start MATCH (b) WHERE id(b) = row.end
CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties
"""

Progress = Callable[[str, float], None]
"""Told what is being done, and how far it is (0.0 to 1.0)."""

_STORED = "MATCH (s:Seed {name: $house}) RETURN s.at AS at"
_REMEMBER = "MERGE (s:Seed {name: $house}) ON CREATE SET s.at = datetime()"
# The counter stays locked until the commit: so nobody else's event gets one of these numbers.
_COUNTER = """
MERGE (c:Counter {name: 'events'}) ON CREATE SET c.value = 0
SET c.value = c.value + $count
RETURN c.value - $count AS before
"""


async def is_stored(database: Database, house: str) -> bool:
    """Whether a graph has had what a house tells, whatever became of it."""
    return bool(await database.rows(_STORED, house=house))


async def remember(database: Database, house: str) -> None:
    """Let a graph not be given again what a house tells."""
    await database.statement(_REMEMBER, house=house)


async def store(database: Database, sketch: Sketch, house: str, progress: Progress) -> None:
    """Store what a house tells, all or nothing, and that it is stored."""

    async def work(transaction: Transaction) -> None:
        count = sum(thing.label == "Event" for thing in sketch.things)
        (counter,) = await transaction.run(_COUNTER, count=count)
        ids = await _nodes(transaction, sketch, counter["before"], progress)
        await _links(transaction, sketch, ids, progress)
        await transaction.run(_TOLD, before=counter["before"])
        # What concerns one kind of record is planned in vain, for a second or two, where the house has none.
        told = {thing.label for thing in sketch.things}
        for text in (*settling(MODEL), *beginnings("id(n) IN $stored")):
            label = label_of(text)
            if label in told or label not in MODEL.nodes:
                await transaction.run(text, stored=ids)
        await transaction.run(_REMEMBER, house=house)

    await database.write(work)


async def _nodes(
    transaction: Transaction, sketch: Sketch, events_before: int, progress: Progress
) -> list[int]:
    """The database's own ids of the nodes, in the order of the sketch's things."""
    kinds: dict[tuple[str, str] | None, list[int]] = defaultdict(list)
    for thing in sketch.things:
        kinds[(thing.label, thing.key) if thing.key else None].append(thing.place)
    ids = [0] * len(sketch.things)
    done = 0
    for known, places in kinds.items():
        text = _NODES if known is None else _known_text(*known)
        for batch in (places[i : i + ROWS] for i in range(0, len(places), ROWS)):
            rows = [_row(sketch.things[place], events_before) for place in batch]
            (made,) = await transaction.run(text, rows=rows)
            for place, id_ in zip(batch, made["ids"], strict=True):
                ids[place] = id_
            done += len(batch)
            progress("Writing records", 0.7 * done / len(ids))
    return ids


def _row(thing: Thing, events_before: int) -> dict[str, Any]:
    properties = dict(thing.properties)
    if thing.label == "Event":
        properties["sequence"] += events_before
    labels = ["Node", thing.label] if MODEL.nodes[thing.label].prefix else [thing.label]
    return {"labels": labels, "properties": properties}


async def _links(transaction: Transaction, sketch: Sketch, ids: list[int], progress: Progress) -> None:
    rows = [
        {"type": type_, "start": ids[start], "end": ids[end], "properties": values}
        for type_, links in sketch.links.items()
        for start, end, values in links
    ]
    for done in range(0, len(rows), ROWS):
        await transaction.run(_LINKS, rows=rows[done : done + ROWS])
        progress("Writing records", 0.7 + 0.3 * done / len(rows))


def _known_text(label: str, key: str) -> str:
    """The statement that finds nodes of a label by the property `key` of `$rows`, as `_NODES` answers."""
    return (
        "UNWIND range(0, size($rows) - 1) AS place"
        f" MATCH (n:{label} {{{key}: $rows[place].properties.{key}}})"
        " WITH n, place ORDER BY place RETURN collect(id(n)) AS ids"
    )
