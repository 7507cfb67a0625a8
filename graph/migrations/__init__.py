"""Bring a graph up to this version: numbered steps, recorded in the graph, safe to run twice.

A step is a module `mNNNN_<name>.py` with `STATEMENTS`, or with a function `apply` where statements alone
cannot do it. The model's constraints and indexes are
not steps: they follow from `graph.model` and are made anew whenever they are missing. Nor is the folding
of texts: it is done anew whenever its rules have changed.
"""

import hashlib
import importlib
import pkgutil

from graph.connection import Database
from graph.migrations.folding import fold_anew
from graph.model import MODEL
from graph.model.indexes import FULL_TEXT, searched, statements
from graph.text import FOLDING

_INDEXES = "indexes_"
_FOLDING = f"folding_{FOLDING}"
_APPLIED = "MATCH (m:Migration) RETURN m.name AS name"
_FULL_TEXT = (
    f"SHOW FULLTEXT INDEXES YIELD name, labelsOrTypes AS labels WHERE name = '{FULL_TEXT}' RETURN labels"
)
_RECORD = "MERGE (m:Migration {name: $name}) ON CREATE SET m.at = datetime()"


def steps() -> list[str]:
    """The names of all steps, in order; the last two stand for the model's indexes and for folding."""
    numbered = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name.startswith("m"))
    mark = hashlib.sha256("\n".join(statements(MODEL)).encode()).hexdigest()[:12]
    return [*numbered, f"{_INDEXES}{mark}", _FOLDING]


async def pending(database: Database) -> list[str]:
    """The steps this graph has not been through."""
    applied = {row["name"] for row in await database.rows(_APPLIED)}
    return [name for name in steps() if name not in applied]


async def migrate(database: Database) -> list[str]:
    """Go through the pending steps; their names. Raises DatabaseUnavailable."""
    names = await pending(database)
    for name in names:
        await _apply(database, name)
        await database.statement(_RECORD, name=name)
    if names:
        await database.statement("CALL db.awaitIndexes(300)")
    return names


async def _apply(database: Database, name: str) -> None:
    texts: list[str] = []
    if name == _FOLDING:
        await fold_anew(database)
    elif name.startswith(_INDEXES):
        await _drop_outgrown(database)
        texts = statements(MODEL)
    else:
        step = importlib.import_module(f"{__name__}.{name}")
        texts = list(getattr(step, "STATEMENTS", ()))
        if hasattr(step, "apply"):
            await step.apply(database)
    for text in texts:
        await database.statement(text)


async def _drop_outgrown(database: Database) -> None:
    """Take the full-text index away where it lacks a label: an index cannot grow, so it is made anew."""
    for row in await database.rows(_FULL_TEXT):
        if set(row["labels"]) != set(searched(MODEL)):
            await database.statement(f"DROP INDEX {FULL_TEXT} IF EXISTS")
