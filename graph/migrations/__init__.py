"""Bring a graph up to this version: numbered steps, recorded in the graph, safe to run twice.

A step is a module `mNNNN_<name>.py` with `STATEMENTS`, or with a function `apply` where statements alone
cannot do it. The model's names, constraints and indexes are not steps: they follow from `graph.model` and
are made anew whenever they are missing. Nor is the folding of texts: it is done anew whenever its rules
have changed.
"""

import hashlib
import importlib
import pkgutil
import re
from collections.abc import Iterable

from graph.connection import Database, Transaction
from graph.errors import ValueRefused
from graph.migrations.folding import fold_anew
from graph.model import MODEL
from graph.model import names as names_of
from graph.model.indexes import FULL_TEXT, searched
from graph.model.indexes import statements as indexes_of
from graph.text import FOLDING

_NAMES = tuple(names_of.statements(MODEL))
_SCHEMA = tuple(indexes_of(MODEL))
_INDEXES = "indexes_"
_FOLDINGS = "folding_"
_FOLDING = f"{_FOLDINGS}{FOLDING}"
_HALF = "MATCH (r:Restoring) RETURN true AS half LIMIT 1"
_APPLIED = "MATCH (m:Migration) RETURN m.name AS name"
_FULL_TEXT = (
    f"SHOW FULLTEXT INDEXES YIELD name, labelsOrTypes AS labels WHERE name = '{FULL_TEXT}' RETURN labels"
)
_OF_A_LABEL = re.compile(r"\s*MATCH \(\w*:(?:Node&)?(\w+)[ )]")
_LABELLED = "MATCH (n:$($label)) RETURN true AS one LIMIT 1"
_ANYTHING = "MATCH (n) RETURN true AS anything LIMIT 1"
_ONLINE = "CALL db.awaitIndexes(300)"
_RECORD = "MERGE (m:Migration {name: $name}) ON CREATE SET m.at = datetime()"


def steps() -> list[str]:
    """The names of all steps, in order; the last two stand for the model's indexes and for folding."""
    numbered = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name.startswith("m"))
    mark = hashlib.sha256("\n".join((*_NAMES, *_SCHEMA)).encode()).hexdigest()[:12]
    return [*numbered, f"{_INDEXES}{mark}", _FOLDING]


async def applied(database: Database) -> set[str]:
    """The steps this graph has been through."""
    return {row["name"] for row in await database.rows(_APPLIED)}


async def pending(database: Database) -> list[str]:
    """The steps this graph has not been through."""
    return lacking(await applied(database))


def lacking(names: Iterable[str]) -> list[str]:
    """The steps that are not among those applied to a graph."""
    done = set(names)
    return [name for name in steps() if name not in done]


def unknown(names: Iterable[str]) -> list[str]:
    """The steps among those applied to a graph that only a newer version knows.

    Indexes and foldings of earlier versions are known by their kind, and of these only the counted tell.

    >>> unknown(["m0001_counter", "m9999_later", "indexes_0123456789ab", "folding_1", "folding_99999"])
    ['folding_99999', 'm9999_later']
    """
    known = set(steps())
    return sorted(name for name in names if name not in known and _is_newer(name))


def _is_newer(name: str) -> bool:
    number = name.removeprefix(_FOLDINGS)
    if number != name:
        return not number.isdecimal() or int(number) > FOLDING
    return not name.startswith(_INDEXES)


async def expect_known(database: Database) -> None:
    """Raises ValueRefused GRAPH_NEWER, and GRAPH_HALF_RESTORED."""
    if await database.rows(_HALF):
        raise ValueRefused("GRAPH_HALF_RESTORED")
    if names := unknown(await applied(database)):
        raise ValueRefused("GRAPH_NEWER", what=", ".join(names))


async def lay_out(database: Database) -> None:
    """Make the constraints and indexes of the steps a graph has been through, where they are missing.

    What was loaded from a dump remembers the steps, not what they made beside its records.
    """
    done = await applied(database)
    made = [text for name in steps() if name in done for text in _statements_of(name)]
    await _lay(database, [text for text in made if text.startswith(("CREATE CONSTRAINT", "CREATE INDEX"))])
    if any(name.startswith(_INDEXES) for name in done):
        await _make(database)
    await database.statement(_ONLINE)


async def migrate(database: Database) -> list[str]:
    """Go through the pending steps; their names. Raises DatabaseUnavailable."""
    names = await pending(database)
    new = not await database.rows(_ANYTHING)
    for name in names:
        await _apply(database, name, new=new)
        # While hundreds of indexes come online, Neo4j gives up planning what comes next.
        await database.statement(_ONLINE)
        await database.statement(_RECORD, name=name)
    return names


async def _apply(database: Database, name: str, *, new: bool) -> None:
    """Go through a step. A graph that was `new` before the first holds nothing that is folded otherwise."""
    if name == _FOLDING:
        if not new:
            await fold_anew(database)
    elif name.startswith(_INDEXES):
        await _drop_outgrown(database)
        await _make(database)
    else:
        step = importlib.import_module(f"{__name__}.{name}")
        if hasattr(step, "apply"):
            await step.apply(database)
        for text in _statements_of(name):
            if await _has_work(database, text):
                await database.statement(text)


async def _make(database: Database) -> None:
    """The model's names, and then its constraints and indexes."""
    for text in _NAMES:
        await database.statement(text)
    await _lay(database, _SCHEMA)


async def _lay(database: Database, texts: Iterable[str]) -> None:
    """All in one transaction: hundreds of commits take longer than what they make."""

    async def laid(transaction: Transaction) -> None:
        for text in texts:
            await transaction.run(text)

    await database.write(laid)


async def _has_work(database: Database, text: str) -> bool:
    """Whether a statement could find anything: on a new graph most would be planned in vain, for seconds."""
    label = label_of(text)
    return label is None or bool(await database.rows(_LABELLED, label=label))


def label_of(text: str) -> str | None:
    """The label that a statement begins with: where no node has it, it does nothing.

    >>> label_of("MATCH (n:Node&Topic) WHERE n.version IS NULL"), label_of("MATCH (:Review)<-[:SUBJECT]-(e)")
    ('Topic', 'Review')
    >>> label_of("MATCH (n:Topic|Skill)")
    """
    found = _OF_A_LABEL.match(text)
    return found and found[1]


def _statements_of(name: str) -> list[str]:
    if not name.startswith("m"):
        return []
    return list(getattr(importlib.import_module(f"{__name__}.{name}"), "STATEMENTS", ()))


async def _drop_outgrown(database: Database) -> None:
    """Take the full-text index away where it lacks a label: an index cannot grow, so it is made anew."""
    for row in await database.rows(_FULL_TEXT):
        if set(row["labels"]) != set(searched(MODEL)):
            await database.statement(f"DROP INDEX {FULL_TEXT} IF EXISTS")
