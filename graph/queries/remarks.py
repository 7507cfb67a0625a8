"""What writes ask of what is said under records: where it stands, who has spoken there, where it belongs."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.complaints import OPEN
from graph.model.members import Access, Edge, See
from graph.model.remarks import STANDING
from graph.queries.readers import arrow
from graph.queries.records import Record, Writing

SAID = tuple(node.label for node in MODEL.nodes.values() if node.access is Access.SAID)
"""The labels of what is said under a record."""

_OPEN_TO_COORDINATORS = [Audience.PUBLIC.value, Audience.MEMBERS.value, Audience.ANONYMIZED.value]
_UP = "ANSWERS|ASKED_ABOUT|SAID_OF"
"""What leads from what was said to what it stands under."""
_SPOKE = """
MATCH (:Node {id: $under})<-[r]-(n:Question|Answer)
WHERE type(r) = $way AND $organization IN n.ownerIds AND n.createdAt > $now - duration('PT24H')
RETURN count(n) AS times
"""
_LAST = """
MATCH (:Node {id: $under})<-[r]-(n:Question|Answer|Applicability) WHERE type(r) = $way
RETURN coalesce(max(n.number), 0) AS number
"""
_UNDER = f"""
MATCH (:Node {{id: $id}})-[:{_UP}*1..2]->(x) WHERE NOT x:{"|".join(SAID)}
RETURN x.id AS id, head([label IN labels(x) WHERE label <> 'Node']) AS label
"""
_APPLIES = f"""
MATCH (:Node {{id: $under}})<-[:SAID_OF]-(n:Applicability {{status: '{STANDING.value}'}})
WHERE $organization IN n.ownerIds RETURN n.id AS id LIMIT 1
"""
_ANSWERED = f"""
MATCH (:Node {{id: $id}})<-[:ANSWERS]-(a:Answer {{status: '{STANDING.value}'}})
WHERE none(owner IN a.ownerIds WHERE owner IN $owners) RETURN a.id AS id LIMIT 1
"""
_OPEN = f"""
MATCH (:Node {{id: $id}})<-[:COMPLAINS_OF]-(c:Complaint {{status: '{OPEN.value}'}})
RETURN c.id AS id, properties(c) AS properties ORDER BY c.createdAt, c.id
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A record under which something was said."""

    id: str
    label: str


async def under(writing: Writing, said: str) -> Place:
    """The record under which something was said."""
    (row,) = await writing.run(_UNDER, id=said)
    return Place(row["id"], row["label"])


async def spoke(writing: Writing, under: str, way: Edge, organization: str) -> int:
    """How often an organization has spoken there within 24 hours, whatever became of it."""
    rows = await writing.run(_SPOKE, under=under, way=way.type, organization=organization)
    return int(rows[0]["times"])


async def next_number(writing: Writing, under: str, way: Edge) -> int:
    """The number of what is said next under what is locked."""
    return int((await writing.run(_LAST, under=under, way=way.type))[0]["number"]) + 1


async def applies(writing: Writing, under: str, organization: str) -> str | None:
    """What an organization says of whether a record applies to it, where that stands."""
    rows = await writing.run(_APPLIES, under=under, organization=organization)
    return str(rows[0]["id"]) if rows else None


async def is_answered(writing: Writing, question: str, owners: Sequence[str]) -> bool:
    """Whether an answer of others than these stands."""
    return bool(await writing.run(_ANSWERED, id=question, owners=list(owners)))


async def complaints(writing: Writing, said: str) -> list[Record]:
    """The complaints of what was said that nobody has decided yet."""
    rows = await writing.run(_OPEN, id=said)
    return [Record(row["id"], "Complaint", row["properties"]) for row in rows]


async def is_within(writing: Writing, said: str, provinces: Sequence[str]) -> bool:
    """Whether what was said belongs to one of these provinces."""
    text = f"MATCH (n:Node {{id: $id}}) RETURN {within('n', '$provinces', writing.see)} AS within"
    return bool((await writing.run(text, id=said, provinces=list(provinces)))[0]["within"])


def within(said: str, provinces: str, see: See) -> str:
    """The condition that what was said belongs to one of `provinces`, as Cypher.

    By where its record lies, a lesson by the experiences that the viewer may know of beside it, and by where
    whoever has signed it works. Of the author of an anonymized record nothing is asked.
    """
    above = f"({said})-[:{_UP}*1..2]->(placed)"
    reached = f"-[:PART_OF*0..3]->(province) WHERE province.id IN {provinces}"
    drawn = see.along("placed", "Lesson", "experiences", "drawn")
    signed = "|".join(
        edge.type
        for label in SAID
        for edge in MODEL.nodes[label].edges()
        if edge.to == "Organization" and arrow(edge) == ("-", "->")
    )
    return (
        f"(EXISTS {{ {above}, (placed)-[:LOCATED_IN]->(:Region){reached} }}"
        f" OR EXISTS {{ {above}, (placed:Lesson)-[:DRAWN_FROM]->(drawn:Experience)-[:LOCATED_IN]->(:Region)"
        f"{reached} AND {drawn} }}"
        f" OR EXISTS {{ ({said})-[:{signed}]->()-[:SERVES|LOCATED_IN]->(:Region){reached} }})"
    )


def is_read_by_coordinators(record: Record) -> bool:
    """Whether all who coordinate read a record, as members do."""
    return record.properties["audience"] in _OPEN_TO_COORDINATORS
