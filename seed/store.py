"""Turn a sketch into nodes and relationships, in one transaction."""

from collections import defaultdict
from collections.abc import Callable

from graph.connection import Database, Transaction
from graph.model import MODEL
from graph.queries.versions import beginnings
from seed.sketch import Sketch

ROWS = 2_000
"""The most rows of a statement."""

_COUNTER = "MERGE (c:Counter {name: 'events'}) SET c.value = $value"


async def store(
    database: Database, sketch: Sketch, last_event: int, progress: Callable[[str, float], None]
) -> None:
    """Store a sketch and the number of its last event, all or nothing."""

    async def work(transaction: Transaction) -> None:
        ids = await _nodes(transaction, sketch, progress)
        await _links(transaction, sketch, ids, progress)
        await transaction.run(_COUNTER, value=last_event)
        for text in beginnings():
            await transaction.run(text)

    await database.write(work)


async def _nodes(
    transaction: Transaction, sketch: Sketch, progress: Callable[[str, float], None]
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
            (made,) = await transaction.run(text, rows=rows)
            for place, id_ in zip(batch, made["ids"], strict=True):
                ids[place] = id_
            done += len(batch)
            progress("Writing the demo", 0.7 * done / len(ids))
    return ids


async def _links(
    transaction: Transaction, sketch: Sketch, ids: list[int], progress: Callable[[str, float], None]
) -> None:
    whole = sum(len(links) for links in sketch.links.values())
    done = 0
    for type_, links in sketch.links.items():
        for batch in (links[i : i + ROWS] for i in range(0, len(links), ROWS)):
            rows = [[ids[start], ids[end], values] for start, end, values in batch]
            await transaction.run(link_text(type_), rows=rows)
            done += len(batch)
            progress("Writing the demo", 0.7 + 0.3 * done / whole)


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
