"""What writes ask of partnerships: where they may go, their parties, signatures, renewals and commitments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.errors import ValueRefused
from graph.model.partnerships import DRAFT, ENDED, RENEWED
from graph.model.words import Words
from graph.queries.records import Record, Writing, edit, locked

LABEL = "Partnership"

PARTLY_SIGNED = Words("Partly signed", "نیمه‌امضاشده")
"""The status told of a draft that some have signed: it waits for the others."""

_PARTIES = """
MATCH (:Node&Partnership {id: $id})-[r:HAS_PARTY]->(o:Organization)
RETURN o.id AS id, r.role AS role, r.signatoryOffice AS signatoryOffice, r.signedOn AS signedOn
ORDER BY id
"""

_SIGN = """
MATCH (:Node&Partnership {id: $id})-[r:HAS_PARTY]->(:Organization {id: $party})
SET r += $signature
"""

_UNSIGN = """
MATCH (:Node&Partnership {id: $id})-[r:HAS_PARTY]->(:Organization {id: $party})
REMOVE r.signedOn
"""

# Nobody's rights are asked here: a party may sign a renewal of what it was no party to.
_RENEWED = f"""
MATCH (:Node&Partnership {{id: $id}})-[:RENEWS]->(old:Partnership)
{locked("old")}
RETURN properties(old) AS properties
"""

_TERMS = """
MATCH (p:Node&Partnership {id: $id})
RETURN COLLECT { MATCH (p)-[:COVERS]->(r:Region) RETURN r.id } AS regions,
       COLLECT { MATCH (p)-[:ABOUT]->(t:Topic) RETURN t.id } AS topics,
       EXISTS { (p)<-[:RENEWS]-() } AS renewed
"""

_SIDES = """
MATCH (p:Partnership)-[:HAS_COMMITMENT]->(c:Node&Commitment {id: $id})
RETURN p.id AS partnership, COLLECT { MATCH (c)-[:OWED_BY|OWED_TO]->(o:Organization) RETURN o.id } AS sides
"""


@dataclass(frozen=True, slots=True)
class Party:
    """An organization's part in a partnership."""

    id: str
    role: str
    office: str | None
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a renewal takes over beside the parties; `renewed` when there is one already."""

    regions: list[str]
    topics: list[str]
    renewed: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """Where a commitment belongs, and who owes it or is owed it."""

    partnership: str
    organizations: list[str]


async def expect_unsigned(writing: Writing, record: Record) -> None:
    """Raises ValueRefused WRONG_STATUS unless it is a draft that nobody has signed."""
    status = record.choice("status")
    if status is not DRAFT:
        raise ValueRefused("WRONG_STATUS", status=status)
    if any(party.signed_on is not None for party in await parties(writing, record.id)):
        raise ValueRefused("WRONG_STATUS", status=PARTLY_SIGNED)


async def change_terms(writing: Writing, partnership: Record) -> None:
    """Make ready for a change of what is owed. Raises ValueRefused WRONG_STATUS.

    It can change until the end, but not under a signature that others have still to join.
    """
    status = partnership.choice("status")
    if status in {ENDED, RENEWED}:
        raise ValueRefused("WRONG_STATUS", status=status)
    if status is DRAFT:
        await expect_unsigned(writing, partnership)
        # The draft's own version moves on, so that nobody signs other terms than they have read.
        await writing.send(edit(writing, partnership, {}, {}))


async def parties(writing: Writing, partnership: str) -> Sequence[Party]:
    """The parties of a partnership that is locked."""
    rows = await writing.run(_PARTIES, id=partnership)
    return [Party(row["id"], row["role"], row["signatoryOffice"], row["signedOn"]) for row in rows]


async def sign(writing: Writing, partnership: str, party: str, signature: Mapping[str, Any]) -> None:
    """Put a party's signature down: the day, and the office where it is given."""
    await writing.run(_SIGN, id=partnership, party=party, signature=dict(signature))


async def take_signature_back(writing: Writing, partnership: str, party: str) -> None:
    """Let a party stand unsigned again."""
    await writing.run(_UNSIGN, id=partnership, party=party)


async def renewed_by(writing: Writing, partnership: str) -> Record | None:
    """The partnership that this one renews, locked."""
    rows = await writing.run(_RENEWED, id=partnership)
    return Record(rows[0]["properties"]["id"], LABEL, rows[0]["properties"]) if rows else None


async def terms(writing: Writing, partnership: str) -> Terms:
    """What a renewal of a partnership takes over."""
    rows = await writing.run(_TERMS, id=partnership)
    return Terms(**rows[0])


async def sides(writing: Writing, commitment: str) -> Sides | None:
    """The sides of a commitment; None when there is no such commitment."""
    rows = await writing.run(_SIDES, id=commitment)
    return Sides(rows[0]["partnership"], rows[0]["sides"]) if rows else None
