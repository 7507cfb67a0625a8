"""Turn terms into nodes of the graph, matched by their keys: all of them or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from graph.connection import Database, Transaction
from graph.errors import FileRefused, ValueRefused
from graph.model.ids import made_id
from graph.model.stored import stored
from graph.model.terms import IN_USE, RETIRED, STATUS
from graph.queries.versions import keep
from graph.reference.schemes import SCHEMES, Scheme
from graph.reference.terms import Standing, Term, by_scheme, expect_kept, expect_placed, over


@dataclass(frozen=True, slots=True)
class Stored:
    """How many terms were added, and how many were changed."""

    added: int
    changed: int


async def store(database: Database, terms: Sequence[Term]) -> Stored:
    """Add terms, and change those that are there. Raises FileRefused, and then nothing is stored."""
    schemes = by_scheme(terms)

    async def work(transaction: Transaction) -> Stored:
        added = changed = 0
        for name in (name for name in SCHEMES if name in schemes):
            done = await _scheme(transaction, SCHEMES[name], schemes[name])
            added, changed = added + done.added, changed + done.changed
        return Stored(added, changed)

    done, _ = await database.write(work)
    return done


async def _scheme(transaction: Transaction, scheme: Scheme, terms: Mapping[str, Term]) -> Stored:
    (row,) = await transaction.run(_known_text(scheme.label))
    known = {each["properties"][scheme.key]: each for each in row["known"]}
    tree = standings(scheme, known, terms)
    _expect_placed(scheme, terms, tree)
    now = datetime.now(UTC)
    rows = [_row(scheme, term, tree[term.key], known.get(term.key), now) for term in terms.values()]
    changed = [row for row in rows if row is not None]
    await transaction.run(_node_text(scheme.label), rows=changed)
    for way, to in ((scheme.edge, "above"), (scheme.replaced, "successor")):
        await transaction.run(_edge_text(scheme.label, way.type, to), rows=changed)
    await transaction.run(_FOLLOWED)
    await transaction.run(_COUNTED)
    await transaction.run(_keep_text(scheme.label), rows=changed, now=now)
    added = len(terms.keys() - known.keys())
    return Stored(added, len(changed) - added)


def standings(scheme: Scheme, known: Mapping[str, Any], terms: Mapping[str, Term]) -> dict[str, Standing]:
    """Where all terms of a scheme stand once those of a file are stored: `known` are those of the graph."""
    tree = {key: _standing(each) for key, each in known.items()}
    for key, term in terms.items():
        tree[key] = _told(scheme, term, tree.get(key, Standing(None)))
    for key in tree.keys() - terms.keys():
        after = tree.get(tree[key].successor or "")
        if after is not None and after.successor is not None:
            tree[key] = replace(tree[key], successor=after.successor)
    return tree


def _standing(known: Mapping[str, Any]) -> Standing:
    properties = known["properties"]
    retired = properties.get(STATUS.name) == RETIRED.value
    return Standing(known["above"], properties.get("kind"), retired, known["successor"])


def _told(scheme: Scheme, term: Term, before: Standing) -> Standing:
    """What a file makes of a term. What has a successor is retired, unless the file says otherwise."""
    above = term.names.get(scheme.above, before.above)
    kind = term.values.get("kind", before.kind)
    successor = term.names.get(scheme.replaced.name, before.successor)
    status = term.values.get(STATUS.name)
    if status is None:
        return Standing(above, kind, before.retired or successor is not None, successor)
    if status == RETIRED.value:
        return Standing(above, kind, retired=True, successor=successor)
    return Standing(above, kind, successor=term.names.get(scheme.replaced.name))


def _expect_placed(scheme: Scheme, terms: Mapping[str, Term], tree: Mapping[str, Standing]) -> None:
    """Raises FileRefused where a term of the file, or one below it, could not stand where it would."""
    for key in tree:
        blamed = next((name for name in (key, *over(tree, key)) if name in terms), None)
        if blamed is not None:
            try:
                expect_placed(scheme, tree, key)
                expect_kept(scheme, tree, key)
            except ValueRefused as error:
                raise FileRefused(terms[blamed].place, error) from None


def _row(
    scheme: Scheme, term: Term, standing: Standing, known: Mapping[str, Any] | None, now: datetime
) -> dict[str, Any] | None:
    """What is stored of a term; None where all is there already."""
    before: Mapping[str, Any] = known["properties"] if known is not None else {"id": _id(scheme, term.key)}
    status = {STATUS.name: RETIRED if standing.retired else IN_USE}
    properties = stored(scheme.node, {**_begun(now), **before, **term.values, **status})
    ways = {"above": standing.above, "successor": standing.successor}
    if known is not None and properties == before and all(known[way] == key for way, key in ways.items()):
        return None
    if "version" in before:
        properties |= {"version": before["version"] + 1, "updatedAt": now}
    return {"key": term.key, "properties": properties, **ways}


def _begun(now: datetime) -> dict[str, Any]:
    """How the life of a term begins."""
    return {"version": 1, "createdAt": now, "updatedAt": now, "demo": False}


async def rows(database: Database, scheme: Scheme) -> list[dict[str, Any]]:
    """All terms of a scheme, what stands above before what stands below: its columns by name."""
    (row,) = await database.rows(_known_text(scheme.label))
    known = {each["properties"][scheme.key]: each for each in row["known"]}
    tree = standings(scheme, known, {})
    order = sorted(known, key=lambda key: (len(over(tree, key)), key))
    return [
        known[key]["properties"]
        | {scheme.above: known[key]["above"], scheme.replaced.name: known[key]["successor"]}
        for key in order
    ]


def _id(scheme: Scheme, key: str) -> str:
    prefix = scheme.node.prefix
    assert prefix is not None
    return made_id(prefix, key)


@cache
def _known_text(label: str) -> str:
    scheme = _of(label)
    ways = {"above": scheme.edge.type, "successor": scheme.replaced.type}
    ends = "".join(f", {to}: head([(n)-[:{way}]->(a:{label}) | a.{scheme.key}])" for to, way in ways.items())
    return f"RETURN COLLECT {{ MATCH (n:{label}) RETURN {{properties: properties(n){ends}}} }} AS known"


@cache
def _node_text(label: str) -> str:
    key = _of(label).key
    return f"UNWIND $rows AS row MERGE (n:{label} {{{key}: row.key}}) SET n:Node, n = row.properties"


@cache
def _edge_text(label: str, way: str, to: str) -> str:
    key = _of(label).key
    return (
        f"UNWIND $rows AS row MATCH (n:{label} {{{key}: row.key}})"
        f" CALL (n) {{ MATCH (n)-[r:{way}]->(:{label}) DELETE r }}"
        f" WITH n, row MATCH (a:{label} {{{key}: row.{to}}})"
        f" CREATE (n)-[:{way}]->(a)"
    )


# What stood for a term that is replaced itself is followed to the end: there is no chain of them.
_FOLLOWED = """
MATCH (x)-[r:REPLACED_BY]->(:Region|Topic|Skill)-[:REPLACED_BY]->(b)
DELETE r CREATE (x)-[:REPLACED_BY]->(b)
"""

_COUNTED = """
MATCH (n:Region|Topic|Skill)
WITH n, coalesce(head([(n)-[:REPLACED_BY]->(s) | s.id]), n.id) AS one WHERE n.countsAs <> one
SET n.countsAs = one
"""


@cache
def _keep_text(label: str) -> str:
    return f"UNWIND $rows AS row MATCH (n:{label} {{{_of(label).key}: row.key}})\n{keep(label)}"


def _of(label: str) -> Scheme:
    return next(scheme for scheme in SCHEMES.values() if scheme.label == label)
