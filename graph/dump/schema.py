"""Turn the indexes and constraints of a graph into texts that compare."""

from graph.connection import Database

_INDEXES = (
    "SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, options"
    " RETURN name, type, entityType AS of, labelsOrTypes AS labels, properties, options"
)
_CONSTRAINTS = (
    "SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties"
    " RETURN name, type, entityType AS of, labelsOrTypes AS labels, properties, {} AS options"
)


async def schema(database: Database) -> list[str]:
    """All of them, in order: `RANGE Lesson_createdAt NODE Lesson(createdAt)`."""
    rows = [*await database.rows(_INDEXES), *await database.rows(_CONSTRAINTS)]
    return sorted(
        f"{row['type']} {row['name']} {row['of']} {'|'.join(sorted(row['labels'] or []))}"
        f"({', '.join(row['properties'] or [])}){_analyzer(row['options'])}"
        for row in rows
    )


def _analyzer(options: dict[str, dict[str, object]]) -> str:
    named = (options.get("indexConfig") or {}).get("fulltext.analyzer")
    return f" {named}" if named else ""
