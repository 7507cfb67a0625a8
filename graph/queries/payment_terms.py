"""What writes ask of payment terms: between whom they are, and what they stand for."""

from dataclasses import dataclass

from graph.errors import ValueRefused
from graph.queries.records import Record, Writing, locked

LABEL = "PaymentTerms"

_SIDES = """
MATCH (p:Partnership)-[:HAS_PAYMENT_TERMS]->(t:Node&PaymentTerms {id: $id})
RETURN p.id AS partnership, head([(t)-[:PAYER]->(o) | o.id]) AS payer,
       head([(t)<-[:PROPOSED_TERMS]-(o) | o.id]) AS proposer,
       head([(t)<-[:ACCEPTED_TERMS]-(o) | o.id]) AS accepter
"""
_REPLACED = f"""
MATCH (:Node&PaymentTerms {{id: $id}})-[:REPLACES_TERMS]->(n:PaymentTerms)
{locked("n")}
RETURN properties(n) AS properties
"""
_ACCEPT = """
MATCH (t:Node&PaymentTerms {id: $id}), (o:Node&Organization {id: $party})
CREATE (t)<-[:ACCEPTED_TERMS]-(o)
"""


@dataclass(frozen=True, slots=True)
class Sides:
    """Where terms belong, who pays, who wrote them, and who agreed, if anybody has."""

    partnership: str
    payer: str
    proposer: str
    accepter: str | None

    @property
    def all(self) -> set[str]:
        """All who have a word in them."""
        return {side for side in (self.payer, self.proposer, self.accepter) if side is not None}


async def sides(writing: Writing, terms: str, at: str = "id") -> Sides:
    """The sides of terms, which never change once there. Raises ValueRefused NOT_FOUND, about `at`."""
    rows = await writing.run(_SIDES, id=terms)
    if not rows:
        raise ValueRefused("NOT_FOUND", at=at)
    return Sides(**rows[0])


async def replaced(writing: Writing, terms: str) -> Record | None:
    """Those that these stand for once accepted, locked."""
    rows = await writing.run(_REPLACED, id=terms)
    return Record(rows[0]["properties"]["id"], LABEL, rows[0]["properties"]) if rows else None


async def accept(writing: Writing, terms: str, party: str) -> None:
    """Put down which party agreed."""
    await writing.run(_ACCEPT, id=terms, party=party)
