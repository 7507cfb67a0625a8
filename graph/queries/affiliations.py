"""Affiliations: whose they are, where, and who reads the name of their person for it."""

from typing import Any

from graph.model.affiliations import current
from graph.queries.records import Writing

_OF = "MATCH (a:Node&Affiliation {id: $id}), (p:Node&Person {id: $person}) CREATE (a)-[:AFFILIATES]->(p)"
_STANDING = f"""
MATCH (:Node&Person {{id: $person}})<-[:AFFILIATES]-(a:Affiliation)-[:AFFILIATED_WITH]->(o:Organization)
WHERE {current("a")} AND ($organization IS NULL OR o.id = $organization)
RETURN a.id AS id, o.id AS organization ORDER BY a.createdAt, a.id
"""
_NAME_READERS = f"""
MATCH (p:Node&Person {{id: $person}})
SET p.ownerIds = COLLECT {{
  MATCH (p)<-[:AFFILIATES]-(a:Affiliation)-[:AFFILIATED_WITH]->(o:Organization)
  WHERE {current("a")} AND a.id <> coalesce($ending, '')
  RETURN DISTINCT o.id ORDER BY o.id
}}
"""
_PERSON = "MATCH (:Node&Affiliation {id: $id})-[:AFFILIATES]->(p:Person) RETURN p.id AS id"


async def standing(writing: Writing, person: str, organization: str | None = None) -> list[dict[str, Any]]:
    """The `id` and `organization` of each office that a person has now, in one organization or in all."""
    return await writing.run(_STANDING, person=person, organization=organization)


async def give_to(writing: Writing, affiliation: str, person: str) -> None:
    """Say whose a new affiliation is, and let its organization read the name."""
    await writing.run(_OF, id=affiliation, person=person)
    await set_name_readers(writing, person)


async def set_name_readers(writing: Writing, person: str, ending: str | None = None) -> None:
    """Let the organizations of a person's offices read the name, without that of one that is `ending`."""
    await writing.run(_NAME_READERS, person=person, ending=ending)


async def person_of(writing: Writing, affiliation: str) -> str | None:
    """Whose an affiliation is; None where the account is gone."""
    rows = await writing.run(_PERSON, id=affiliation)
    return str(rows[0]["id"]) if rows else None
