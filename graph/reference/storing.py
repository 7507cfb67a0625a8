"""Turn terms into nodes of the graph, matched by their keys: all of them or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.connection import Database, Transaction
from graph.errors import FileRefused, ValueRefused
from graph.model.ids import made_id
from graph.model.stored import stored
from graph.reference.schemes import SCHEMES, Scheme
from graph.reference.terms import Standing, Term, by_scheme, expect_placed, over


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
    _expect_placed(scheme, terms, known)
    rows = [_row(scheme, term, known.get(term.key)) for term in terms.values()]
    changed = [row for row in rows if row is not None]
    await transaction.run(_node_text(scheme.label), rows=changed)
    await transaction.run(_edge_text(scheme.label), rows=changed)
    added = len(terms.keys() - known.keys())
    return Stored(added, len(changed) - added)


def standings(scheme: Scheme, known: Mapping[str, Any], terms: Mapping[str, Term]) -> dict[str, Standing]:
    """Where all terms of a scheme stand once those of a file are stored: `known` are those of the graph."""
    tree = {key: Standing(each["above"], each["properties"].get("kind")) for key, each in known.items()}
    for key, term in terms.items():
        before = tree.get(key, Standing(None))
        above = term.names.get(scheme.above, before.above)
        tree[key] = Standing(above, term.values.get("kind", before.kind))
    return tree


def _expect_placed(scheme: Scheme, terms: Mapping[str, Term], known: Mapping[str, Any]) -> None:
    """Raises FileRefused where a term of the file, or one below it, could not stand where it would."""
    tree = standings(scheme, known, terms)
    for key in tree:
        blamed = next((name for name in (key, *over(tree, key)) if name in terms), None)
        if blamed is not None:
            try:
                expect_placed(scheme, tree, key)
            except ValueRefused as error:
                raise FileRefused(terms[blamed].place, error) from None


def _row(scheme: Scheme, term: Term, known: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What is stored of a term; None where all is there already."""
    before = known["properties"] if known is not None else {"id": _id(scheme, term.key)}
    properties = stored(scheme.node, {**before, **term.values})
    before_above = known["above"] if known is not None else None
    above = term.names.get(scheme.above, before_above)
    if known is not None and properties == before and above == before_above:
        return None
    return {"key": term.key, "properties": properties, "above": above}


async def rows(database: Database, scheme: Scheme) -> list[dict[str, Any]]:
    """All terms of a scheme, what stands above before what stands below: its columns by name."""
    (row,) = await database.rows(_known_text(scheme.label))
    known = {each["properties"][scheme.key]: each for each in row["known"]}
    tree = standings(scheme, known, {})
    order = sorted(known, key=lambda key: (len(over(tree, key)), key))
    return [known[key]["properties"] | {scheme.above: known[key]["above"]} for key in order]


def _id(scheme: Scheme, key: str) -> str:
    prefix = scheme.node.prefix
    assert prefix is not None
    return made_id(prefix, key)


@cache
def _known_text(label: str) -> str:
    scheme = _of(label)
    above = f"(n)-[:{scheme.edge.type}]->(a:{label})"
    return (
        f"RETURN COLLECT {{ MATCH (n:{label}) RETURN {{properties: properties(n),"
        f" above: head([{above} | a.{scheme.key}])}} }} AS known"
    )


@cache
def _node_text(label: str) -> str:
    key = _of(label).key
    return f"UNWIND $rows AS row MERGE (n:{label} {{{key}: row.key}}) SET n:Node, n = row.properties"


@cache
def _edge_text(label: str) -> str:
    scheme = _of(label)
    return (
        f"UNWIND $rows AS row MATCH (n:{label} {{{scheme.key}: row.key}})"
        f" CALL (n) {{ MATCH (n)-[r:{scheme.edge.type}]->(:{label}) DELETE r }}"
        f" WITH n, row MATCH (a:{label} {{{scheme.key}: row.above}})"
        f" CREATE (n)-[:{scheme.edge.type}]->(a)"
    )


def _of(label: str) -> Scheme:
    return next(scheme for scheme in SCHEMES.values() if scheme.label == label)
