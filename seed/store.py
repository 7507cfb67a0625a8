"""Turn a sketch into nodes and relationships, in one transaction."""

from collections import defaultdict
from collections.abc import Callable

from graph.connection import Database, Transaction
from graph.model import MODEL
from graph.model.settled import settling
from graph.queries.versions import beginnings
from seed.sketch import Sketch

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
        for text in settling(MODEL):
            await transaction.run(text)
        for text in beginnings("id(n) IN $stored"):
            await transaction.run(text, stored=ids)
        await transaction.run(_REMEMBER, house=house)

    await database.write(work)


async def _nodes(
    transaction: Transaction, sketch: Sketch, events_before: int, progress: Progress
) -> list[int]:
    """The database's own ids of the nodes, in the order of the sketch's things."""
    kinds: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for thing in sketch.things:
        kinds[thing.label, thing.key].append(thing.place)
    ids = [0] * len(sketch.things)
    done = 0
    for (label, key), places in kinds.items():
        text = node_text(label) if key is None else _known_text(label, key)
        for batch in (places[i : i + ROWS] for i in range(0, len(places), ROWS)):
            rows = [sketch.things[place].properties for place in batch]
            if label == "Event":
                rows = [row | {"sequence": events_before + row["sequence"]} for row in rows]
            (made,) = await transaction.run(text, rows=rows)
            for place, id_ in zip(batch, made["ids"], strict=True):
                ids[place] = id_
            done += len(batch)
            progress("Writing records", 0.7 * done / len(ids))
    return ids


async def _links(transaction: Transaction, sketch: Sketch, ids: list[int], progress: Progress) -> None:
    whole = sum(len(links) for links in sketch.links.values())
    done = 0
    for type_, links in sketch.links.items():
        for batch in (links[i : i + ROWS] for i in range(0, len(links), ROWS)):
            rows = [[ids[start], ids[end], values] for start, end, values in batch]
            await transaction.run(link_text(type_), rows=rows)
            done += len(batch)
            progress("Writing records", 0.7 + 0.3 * done / whole)


def node_text(label: str) -> str:
    """The statement that creates nodes of a label from `$rows`, and answers with their own ids."""
    also = "Node:" if MODEL.nodes[label].prefix else ""
    return f"UNWIND $rows AS row CREATE (n:{also}{label}) SET n = row RETURN collect(id(n)) AS ids"


def _known_text(label: str, key: str) -> str:
    """The statement that finds nodes of a label by the property `key` of `$rows`, as `node_text` answers."""
    return (
        f"UNWIND range(0, size($rows) - 1) AS place MATCH (n:{label} {{{key}: $rows[place].{key}}})"
        " WITH n, place ORDER BY place RETURN collect(id(n)) AS ids"
    )


def link_text(type_: str) -> str:
    """The statement that creates relationships of a type from `$rows`: start, end, properties."""
    return (
        "UNWIND $rows AS row MATCH (a) WHERE id(a) = row[0] MATCH (b) WHERE id(b) = row[1]"
        f" CREATE (a)-[r:{type_}]->(b) SET r = row[2]"
    )
