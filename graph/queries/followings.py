"""What writes ask of followings: the steps of what is followed, and whether an organization follows it."""

from graph.model.followings import current
from graph.queries.records import Writing, locked

_STEPS = """
MATCH (:Node {id: $id})-[:FOLLOWS*0..1]->(:Process)-[:HAS_STEP]->(s:ProcessStep)
RETURN s.title AS title ORDER BY s.position
"""
_FOLLOWS = f"""
MATCH (p:Node&Process {{id: $process}})
RETURN EXISTS {{
  (p)<-[:FOLLOWS]-(f:ProcessFollowing)-[:PUBLISHED_BY]->(:Organization {{id: $organization}})
  WHERE {current("f")} AND f.id <> $but
}} AS told
"""
_FOLLOWED = f"""
MATCH (:Node&ProcessFollowing {{id: $id}})-[:FOLLOWS]->(p:Process)
{locked("p")}
RETURN p.id AS id
"""


async def steps(writing: Writing, id_: str) -> list[str]:
    """The titles of the steps of a process, in order, by its own id or that of a following of it."""
    return [row["title"] for row in await writing.run(_STEPS, id=id_)]


async def followed(writing: Writing, following: str) -> str:
    """The process that is followed, locked, whoever may read it; empty where that went with a demo."""
    rows = await writing.run(_FOLLOWED, id=following)
    return str(rows[0]["id"]) if rows else ""


async def follows(writing: Writing, process: str, organization: str, but: str = "") -> bool:
    """Whether an organization says that it follows a process, and has not ended it; `but` does not count."""
    rows = await writing.run(_FOLLOWS, process=process, organization=organization, but=but)
    return bool(rows and rows[0]["told"])
