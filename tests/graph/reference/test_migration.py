"""`hub migrate` brings regions, topics and skills, also to a graph that has some: none twice, none lost."""

from collections.abc import Callable
from typing import Any, TypeVar

from graph.connection import Database
from graph.migrations import migrate
from graph.model import MODEL
from graph.model.stored import stored
from tests.network import empty

T = TypeVar("T")
_ALL = """
MATCH (n:Region|Topic|Skill)
RETURN labels(n) AS labels, properties(n) AS own,
       [(n)-[:PART_OF|BROADER]->(a) | coalesce(a.code, a.slug)] AS above
"""
_OLD = """
CREATE (:Migration {name: 'm0001_counter'}), (:Counter {name: 'events', value: 0})
CREATE (i:Node:Region {id: 'reg_iran', code: 'IR', kind: 'COUNTRY', nameFa: 'ایران', deprived: false})
CREATE (q:Node:Region {id: 'reg_qom', code: 'IR-25', kind: 'PROVINCE', nameFa: 'قم', deprived: false})
CREATE (m:Node:Region {id: 'reg_mine', code: 'XX', kind: 'COUNTRY', nameFa: 'کشور', deprived: false})
CREATE (e:Node:Topic {id: 'top_employment', slug: 'employment', labelFa: 'اشتغال'})
CREATE (o:Node:Topic {id: 'top_own', slug: 'own', labelFa: 'خودمان'})
CREATE (w:Node:Skill {id: 'ski_weld', slug: 'welding', labelFa: 'جوش', kind: 'HARD', iscoCode: '7212'})
CREATE (q)-[:PART_OF]->(i), (o)-[:BROADER]->(e)
CREATE (:Node:Lesson {id: 'les_one'})-[:ABOUT]->(e)
"""


_BEGUN = """
MATCH (n:Region|Topic|Skill)
WITH n, [label IN labels(n) WHERE label <> 'Node'][0] AS of, [(n)-[:HAS_VERSION]->(v) | v.number] AS kept
WITH of, collect(DISTINCT [n.status, n.version, kept]) AS states WHERE states = [['IN_USE', 1, [1]]]
RETURN of ORDER BY of
"""
"""The labels of which each has begun its life, with its first version."""
_BEFORE = """
MATCH (n:Region|Topic|Skill) REMOVE n.status, n.version, n.createdAt, n.updatedAt, n.demo
WITH n MATCH (n)-[:HAS_VERSION]->(v) DETACH DELETE v
"""


def key(row: dict[str, Any]) -> str:
    return str(row["own"].get("code") or row["own"]["slug"])


async def fresh(database: Database) -> tuple[list[dict[str, Any]], list[str]]:
    await empty(database, terms=True)
    return await database.rows(_ALL), await migrate(database)


def test_an_empty_graph_has_all_terms_after_it_as_a_write_stores_them(on: Callable[..., Any]) -> None:
    rows, again = on(fresh)
    assert again == []
    labels = [next(iter({*row["labels"]} - {"Node"})) for row in rows]
    assert {label: labels.count(label) for label in labels} == {"Region": 510, "Topic": 62, "Skill": 73}
    for label, row in zip(labels, rows, strict=True):
        assert "Node" in row["labels"]
        assert row["own"] == stored(MODEL.nodes[label], row["own"])
    above = {key(row): row["above"] for row in rows}
    assert (above["IR"], above["IR-25"], above["IR-25-01"]) == ([], ["IR"], ["IR-25"])
    assert above["welding"] == ["technical-trades"]
    assert len({row["own"]["id"] for row in rows}) == len(rows)


async def outgrown(database: Database) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    await empty(database)
    await database.statement("MATCH (n) DETACH DELETE n")
    await database.statement(_OLD)
    await migrate(database)
    assert await database.rows(_BEGUN) == [{"of": "Region"}, {"of": "Skill"}, {"of": "Topic"}]
    assert await database.rows("MATCH (e:Event) RETURN e") == []
    tied = "MATCH (:Lesson)-[:ABOUT]->(t) RETURN t.id AS id"
    return await database.rows(_ALL), await database.rows(tied)


def test_a_graph_that_has_terms_keeps_them_with_their_ids_and_gets_the_others(on: Callable[..., Any]) -> None:
    rows, tied = on(outgrown)
    found = {key(row): row for row in rows}
    assert len(found) == len(rows) == 510 + 62 + 73 + 2
    kept = {"IR": "reg_iran", "IR-25": "reg_qom", "employment": "top_employment", "welding": "ski_weld"}
    assert {name: found[name]["own"]["id"] for name in kept} == kept
    assert found["IR-25"]["above"] == ["IR"]
    assert found["welding"]["own"]["labelFa"] == "جوشکاری"
    assert found["welding"]["own"]["escoUri"].endswith("/7aedaa07-3884-4c5b-88f9-80997b2aa54b")
    assert (found["own"]["own"]["labelFa"], found["own"]["above"]) == ("خودمان", ["employment"])
    assert (found["XX"]["own"]["id"], found["XX"]["own"]["alsoKnownAs"]) == ("reg_mine", [])
    assert tied == [{"id": "top_employment"}]


async def begun(database: Database) -> list[Any]:
    await empty(database, terms=True)
    await database.statement(_BEFORE)
    told: list[Any] = [await database.rows(_BEGUN)]
    for _ in range(2):
        await database.statement("MATCH (m:Migration {name: 'm0008_terms'}) DELETE m")
        told += [await migrate(database), await database.rows(_BEGUN)]
    return [*told, await database.rows("MATCH (e:Event) RETURN e")]


def test_terms_of_a_graph_that_went_through_earlier_steps_begin_their_lives(on: Callable[..., Any]) -> None:
    all_begun = [{"of": "Region"}, {"of": "Skill"}, {"of": "Topic"}]
    step = ["m0008_terms"]
    assert on(begun) == [[], step, all_begun, step, all_begun, []]
