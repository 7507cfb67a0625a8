"""What writes ask of amendments: their partnership, who has accepted them, what they change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.queries.records import Writing

_OF = """
MATCH (p:Partnership)-[:HAS_AMENDMENT]->(n:Node&Amendment {id: $id})
RETURN p.id AS partnership
"""

_ANSWERS = """
MATCH (n:Node&Amendment {id: $id})
RETURN COLLECT { MATCH (n)-[:PROPOSED_BY]->(o) RETURN o.id } AS proposed,
       COLLECT { MATCH (n)-[:ACCEPTED_BY]->(o) RETURN o.id } AS accepted
"""

_ACCEPT = """
MATCH (n:Node&Amendment {id: $id}), (o:Node&Organization {id: $party})
CREATE (n)-[:ACCEPTED_BY {acceptedOn: $today}]->(o)
"""

_DECLINE = """
MATCH (n:Node&Amendment {id: $id}), (o:Node&Organization {id: $party})
CREATE (n)-[:DECLINED_BY]->(o)
"""

_CHANGES = """
MATCH (:Node&Amendment {id: $id})-[:HAS_CHANGE]->(c:AmendmentChange)
RETURN c.part AS part, c.about AS about, c.field AS field, c.before AS before, c.after AS after
ORDER BY c.position
"""

_PLACE = """
MATCH (:Node&Partnership {id: $id})-[r:HAS_PARTY]->(:Organization {id: $party})
SET r += $values
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """The party that proposed an amendment, and those that have accepted it."""

    proposer: str
    accepted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a partnership, as it was and as it will be: both as text."""

    part: str
    about: str
    field: str
    before: str | None
    after: str | None


async def partnership_of(writing: Writing, amendment: str) -> str | None:
    """The partnership that an amendment changes; None when there is no such amendment."""
    rows = await writing.run(_OF, id=amendment)
    return str(rows[0]["partnership"]) if rows else None


async def answers(writing: Writing, amendment: str) -> Answers:
    """What the parties have said of an amendment that is locked."""
    (row,) = await writing.run(_ANSWERS, id=amendment)
    return Answers(row["proposed"][0], frozenset(row["accepted"]))


async def accept(writing: Writing, amendment: str, party: str) -> None:
    """Put down that a party accepts it today."""
    await writing.run(_ACCEPT, id=amendment, party=party)


async def decline(writing: Writing, amendment: str, party: str) -> None:
    """Put down which party says no."""
    await writing.run(_DECLINE, id=amendment, party=party)


async def changes(writing: Writing, amendment: str) -> list[Change]:
    """What an amendment changes, in its order."""
    return [Change(**row) for row in await writing.run(_CHANGES, id=amendment)]


async def change_place(writing: Writing, partnership: str, party: str, values: Mapping[str, Any]) -> None:
    """Change the place of a party: None takes a value away."""
    await writing.run(_PLACE, id=partnership, party=party, values=dict(values))
