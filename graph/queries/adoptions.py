"""What writes ask of adoptions: whether one stands, what it adopted, and what was told of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.queries.records import Writing

_IS_ADOPTED = """
MATCH (n:Node {id: $adopted})
RETURN EXISTS {
  (n)<-[:ADOPTS]-(a:Adoption)-[:PUBLISHED_BY]->(:Organization {id: $adopter})
  WHERE a.status = 'PUBLISHED' AND n.wording IN a.holdsFor
} AS adopted
"""

_ADOPTED = """
MATCH (:Node&Adoption {id: $id})-[:ADOPTS]->(n)
RETURN n.id AS id, head([label IN labels(n) WHERE label <> 'Node']) AS label
"""

_OUTCOMES = """
MATCH (:Node&Adoption {id: $id})-[:HAS_OUTCOME]->(o:Outcome)
RETURN o.id AS id, o.telling AS telling, o.corrected AS corrected
"""

_TELL = """
MATCH (a:Node&Adoption {id: $id})
CREATE (a)-[:HAS_OUTCOME]->(o:Node&Outcome) SET o = $outcome, o.demo = a.demo
WITH o MATCH (before:Node&Outcome {id: $corrects}) SET before.corrected = true
CREATE (o)-[:CORRECTS]->(before)
"""


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome that was told: which telling, and whether another corrects it."""

    id: str
    telling: int
    corrected: bool


async def is_adopted(writing: Writing, adopted: str, adopter: str) -> bool:
    """Whether an organization has an adoption of its present wording that stands."""
    rows = await writing.run(_IS_ADOPTED, adopted=adopted, adopter=adopter)
    return bool(rows[0]["adopted"])


async def adopted(writing: Writing, adoption: str) -> tuple[str, str]:
    """The label and the id of what an adoption applies."""
    (row,) = await writing.run(_ADOPTED, id=adoption)
    return row["label"], row["id"]


async def outcomes(writing: Writing, adoption: str) -> list[Told]:
    """What was told of an adoption that is locked, in no order."""
    return [Told(**row) for row in await writing.run(_OUTCOMES, id=adoption)]


async def tell(writing: Writing, adoption: str, outcome: Mapping[str, Any], corrects: str | None) -> None:
    """Put an outcome beside those that were told, and say which of them it corrects."""
    await writing.run(_TELL, id=adoption, outcome=dict(outcome), corrects=corrects)
