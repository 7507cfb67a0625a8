"""Regions, topics and skills of every hub: those that a graph has are completed, and keep their ids."""

from graph.connection import Database
from graph.reference.storing import store
from graph.reference.tables import shipped

STATEMENTS = ("MATCH (n:Region|Topic|Skill) WHERE n.alsoKnownAs IS NULL SET n.alsoKnownAs = []",)


async def apply(database: Database) -> None:
    """Store what the hub brings along."""
    await store(database, shipped())
