"""What writes ask of lessons: where they come from, and their evidence."""

from graph.queries.records import Writing

_ADD_EVIDENCE = """
MATCH (l:Node&Lesson {id: $lesson}), (e:Node&Experience {id: $experience})
WITH l, e, EXISTS { (l)-[:SUPPORTED_BY|CONTRADICTED_BY]->(e) } AS there
FOREACH (_ IN CASE WHEN NOT there AND $supports THEN [1] ELSE [] END | CREATE (l)-[:SUPPORTED_BY]->(e))
FOREACH (_ IN CASE WHEN NOT there AND NOT $supports THEN [1] ELSE [] END | CREATE (l)-[:CONTRADICTED_BY]->(e))
RETURN NOT there AS added
"""

_IS_DRAWN = "RETURN EXISTS { (:Node&Lesson {id: $lesson})-[:DRAWN_FROM]->() } AS drawn"


async def add_evidence(writing: Writing, lesson: str, experience: str, supports: bool) -> bool:
    """Put an experience beside a lesson; false when it already stands there."""
    rows = await writing.run(_ADD_EVIDENCE, lesson=lesson, experience=experience, supports=supports)
    return bool(rows[0]["added"])


async def is_drawn(writing: Writing, lesson: str) -> bool:
    """Whether a lesson that is locked was drawn from an experience."""
    rows = await writing.run(_IS_DRAWN, lesson=lesson)
    return bool(rows[0]["drawn"])
