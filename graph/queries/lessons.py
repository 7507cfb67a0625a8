"""What writes ask of lessons: where they come from, and their evidence."""

from graph.queries.records import Writing

_ADD_EVIDENCE = """
MATCH (l:Node&Lesson {id: $lesson}), (e:Node&Experience {id: $experience})
WITH l, e, EXISTS { (l)-[:SUPPORTED_BY|CONTRADICTED_BY]->(e) } AS there
FOREACH (_ IN CASE WHEN NOT there AND $supports THEN [1] ELSE [] END | CREATE (l)-[:SUPPORTED_BY]->(e))
FOREACH (_ IN CASE WHEN NOT there AND NOT $supports THEN [1] ELSE [] END | CREATE (l)-[:CONTRADICTED_BY]->(e))
RETURN NOT there AS added
"""

# Turned, it is the same experience on the other side; either way the reason stays with what was.
_TAKE_AWAY = """
MATCH (l:Node&Lesson {id: $lesson})-[r:SUPPORTED_BY|CONTRADICTED_BY]->(e:Node&Experience {id: $experience})
WITH l, e, r, type(r) = 'SUPPORTED_BY' AS supported, COUNT { (l)-[:HAD_EVIDENCE]->(e) } AS before
DELETE r
CREATE (l)-[:HAD_EVIDENCE {number: before + 1, supported: supported, turned: $turned, reason: $reason}]->(e)
FOREACH (_ IN CASE WHEN $turned AND supported THEN [1] ELSE [] END | CREATE (l)-[:CONTRADICTED_BY]->(e))
FOREACH (_ IN CASE WHEN $turned AND NOT supported THEN [1] ELSE [] END | CREATE (l)-[:SUPPORTED_BY]->(e))
RETURN supported
"""

_IS_DRAWN = "RETURN EXISTS { (:Node&Lesson {id: $lesson})-[:DRAWN_FROM]->() } AS drawn"


async def add_evidence(writing: Writing, lesson: str, experience: str, supports: bool) -> bool:
    """Put an experience beside a lesson; false when it already stands there."""
    rows = await writing.run(_ADD_EVIDENCE, lesson=lesson, experience=experience, supports=supports)
    return bool(rows[0]["added"])


async def take_away(writing: Writing, lesson: str, experience: str, reason: str, *, turned: bool) -> bool:
    """Take an experience away from a lesson, or turn it to the other side; false where it is no evidence."""
    rows = await writing.run(_TAKE_AWAY, lesson=lesson, experience=experience, reason=reason, turned=turned)
    return bool(rows)


async def is_drawn(writing: Writing, lesson: str) -> bool:
    """Whether a lesson that is locked was drawn from an experience."""
    rows = await writing.run(_IS_DRAWN, lesson=lesson)
    return bool(rows[0]["drawn"])
