"""Regions, topics and skills of every hub: those that a graph has are completed, and keep their ids."""

from graph.connection import Database
from graph.reference.storing import store
from graph.reference.tables import shipped

STATEMENTS = (
    """MATCH (n:Region|Topic|Skill) WHERE n.version IS NULL
    SET n.alsoKnownAs = coalesce(n.alsoKnownAs, []), n.status = 'IN_USE', n.countsAs = n.id, n.version = 1,
        n.demo = false, n.createdAt = datetime(), n.updatedAt = datetime()""",
)


async def apply(database: Database) -> None:
    """Store what the hub brings along."""
    await store(database, shipped())
