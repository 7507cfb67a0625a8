"""Turn the graph into findings, and what follows from the rest of it into what it should be.

Nodes and relationships go by once, as the database finds them; what is counted over several of them is a
statement for each rule. Memory does not grow with the graph.
"""

import re

from graph.check.derived import RULES, Derived
from graph.check.edges import counted, of_relationship
from graph.check.findings import Findings, Mend
from graph.check.values import of_node
from graph.connection import ConstraintBroken, Database
from graph.migrations import pending
from graph.migrations.folding import fold_anew
from graph.model import MODEL
from graph.model.indexes import statements

_NODES = "MATCH (n) RETURN labels(n), properties(n)"
_RELATIONSHIPS = (
    "MATCH (a)-[r]->(b) RETURN labels(a), coalesce(a.id, b.id), type(r), labels(b), properties(r)"
)
# Not the lookup indexes: every database is born with them, under names of its own.
_NAME = re.compile(r"CREATE (?:CONSTRAINT|INDEX|FULLTEXT INDEX) (\w+) IF NOT EXISTS")
# Worked out twice: as values of a node, and as Cypher that mends them.
_SEEN = {"AUDIENCE_OUT_OF_STEP"}


async def examine(database: Database) -> Findings:
    """All that is wrong. Raises DatabaseUnavailable."""
    findings = Findings()
    for name in await pending(database):
        findings.add("MIGRATION_WAITS", name, Mend.UPGRADE)
    for name in await _missing(database):
        findings.add("INDEX_MISSING", name, Mend.DERIVED)
    async for labels, values in database.stream(_NODES):
        for kind, about, mend in of_node(labels, values):
            findings.add(kind, about, mend, values.get("id", values.get("name")))
    async for start, id_, type_, end, values in database.stream(_RELATIONSHIPS):
        for kind, about, mend in of_relationship(start, type_, end, values):
            findings.add(kind, about, mend, id_)
    for kind, about, mend, pattern in counted():
        await _count(database, findings, kind, about, mend, f"MATCH {pattern}")
    for rule in RULES:
        if rule.kind not in _SEEN:
            await _count(database, findings, rule.kind, rule.about, Mend.DERIVED, rule.faulty)
    return findings


async def mend(database: Database) -> Findings:
    """Work out anew what follows from the rest; what was mended, and of indexes what could not be."""
    mended = Findings()
    for name, text in (await _missing(database)).items():
        try:
            await database.statement(text)
            mended.add("INDEX_MISSING", name, Mend.DERIVED)
        except ConstraintBroken:
            mended.add("KEY_TWICE", name, Mend.TWICE)
    await database.statement("CALL db.awaitIndexes(300)")
    for rule in RULES:
        for count in await _mended(database, rule):
            mended.add(rule.kind, rule.about, Mend.DERIVED, count=count)
    for _ in range(await fold_anew(database)):
        mended.add("TWIN_OUT_OF_STEP", "records", Mend.DERIVED)
    return mended


async def _mended(database: Database, rule: Derived) -> list[int]:
    (rows, _) = await database.write(
        lambda transaction: transaction.run(f"{rule.faulty} {rule.mended} RETURN count(n) AS count")
    )
    return [row["count"] for row in rows if row["count"]]


async def _count(
    database: Database, findings: Findings, kind: str, about: str, mend: Mend, faulty: str
) -> None:
    """Add those that a text finds as `n`: the first few by their ids, and how many."""
    few = await database.rows(f"{faulty} RETURN coalesce(n.id, elementId(n)) AS id LIMIT 5")
    if len(few) == 5:
        (all_of_them,) = await database.rows(f"{faulty} RETURN count(n) AS count")
        findings.add(kind, about, mend, count=all_of_them["count"] - len(few))
    for row in few:
        findings.add(kind, about, mend, row["id"])


async def _missing(database: Database) -> dict[str, str]:
    """The constraints and indexes of the model that are not there or failed, with what makes them."""
    there = {
        row["name"]
        for row in await database.rows("SHOW INDEXES YIELD name, state WHERE state <> 'FAILED' RETURN name")
    }
    named = ((_NAME.search(text), text) for text in statements(MODEL))
    return {found[1]: text for found, text in named if found is not None and found[1] not in there}
