"""Outcomes become a list, and what was adopted so far was the first wording."""

STATEMENTS = (
    """
    MATCH (a:Adoption) WHERE a.outcome IS NOT NULL AND NOT EXISTS { (a)-[:HAS_OUTCOME]->() }
    CREATE (a)-[:HAS_OUTCOME]->(:Node:Outcome {
        id: 'out_' + replace(randomUUID(), '-', ''), outcome: a.outcome, note: a.outcomeNote,
        recordedAt: coalesce(a.outcomeRecordedAt, a.updatedAt), telling: 1, corrected: false})
    """,
    "MATCH (n:Lesson|Approach) WHERE n.wording IS NULL SET n.wording = 1",
    """
    MATCH (a:Adoption) WHERE a.holdsFor IS NULL
    SET a.wording = 1, a.holdsFor = [1]
    WITH a MATCH (a)-[:ADOPTS]->(n) SET a.adoptedVersion = n.version
    """,
)
