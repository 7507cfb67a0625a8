"""What writes ask of payments: what is due for a report, and what was paid for its cohort already."""

from dataclasses import dataclass
from typing import Any

from graph.errors import ValueRefused
from graph.model.due import due, facts
from graph.model.payments import WITHDRAWN
from graph.queries.records import Writing

_DUE = f"MATCH (n:Node&CohortReport {{id: $id}}) RETURN {facts('n')} AS facts"

# What was paid for a report counts for the ones that correct it.
_PAID = f"""
MATCH (:Node&CohortReport {{id: $id}})-[:CORRECTS_COHORT*0..100]->()<-[:PAYS_FOR]-(p:Payment)
WHERE p.status <> '{WITHDRAWN.value}'
RETURN sum(p.amount) AS paid
"""
_SIDES = """
MATCH (p:Node&Payment {id: $id})
RETURN head([(p)-[:PAYMENT_FROM]->(o) | o.id]) AS payer, head([(p)-[:PAYMENT_TO]->(o) | o.id]) AS provider
"""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who has paid, and who was paid."""

    payer: str
    provider: str


async def due_of(writing: Writing, report: str) -> dict[str, Any]:
    """What `PaymentDue` tells of a report that is there."""
    (row,) = await writing.run(_DUE, id=report)
    found = due(row["facts"], {})
    assert found is not None
    return found


async def paid(writing: Writing, report: str) -> int:
    """What was paid for a cohort, in rials."""
    (row,) = await writing.run(_PAID, id=report)
    return int(row["paid"])


async def sides(writing: Writing, payment: str) -> Sides:
    """The sides of a payment, which never change. Raises ValueRefused NOT_FOUND."""
    rows = await writing.run(_SIDES, id=payment)
    if not rows:
        raise ValueRefused("NOT_FOUND", at="id")
    return Sides(**rows[0])
