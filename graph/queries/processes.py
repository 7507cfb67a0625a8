"""What writes ask of processes: which network one is proposed to, who keeps that, and what it replaces."""

from dataclasses import dataclass

from graph.queries.records import Writing

_PLACE = """
MATCH (p:Node&Process {id: $id})
OPTIONAL MATCH (p)-[:PROPOSED_TO]->(n:Network)
OPTIONAL MATCH (p)-[:REPLACES]->(before:Process)
RETURN coalesce(n.id, '') AS network, coalesce(n.ownerIds, []) AS keepers, before.id AS replaced
"""
_STANDARD_OF = "MATCH (:Node&Process {id: $id})-[:STANDARD_OF]->(n:Network) RETURN n.id AS network"
_DECIDED_FOR = """
MATCH (:Node&Decision {id: $decision})<-[:HAS_DECISION]-(g:WorkingGroup)
MATCH (g)<-[:HAS_WORKING_GROUP]-(n:Network {id: $network})
RETURN count(n) > 0 AS told
"""


@dataclass(frozen=True, slots=True)
class Place:
    """The network a process is proposed to, the organizations that keep it, and the edition it replaces.

    `network` is empty where that went with a demo.
    """

    network: str
    keepers: list[str]
    replaced: str | None


async def place(writing: Writing, process: str) -> Place:
    """Where a process stands."""
    (row,) = await writing.run(_PLACE, id=process)
    return Place(**row)


async def standard_of(writing: Writing, process: str) -> str | None:
    """The network whose standard a process is, or was."""
    rows = await writing.run(_STANDARD_OF, id=process)
    return rows[0]["network"] if rows else None


async def is_decided_for(writing: Writing, decision: str, network: str) -> bool:
    """Whether a decision is one of a working group of that network."""
    (row,) = await writing.run(_DECIDED_FOR, decision=decision, network=network)
    return bool(row["told"])
