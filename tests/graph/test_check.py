"""Each rule of the model finds what breaks it, in the record that does, and what follows is worked out anew."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from graph.check import Findings, Mend, examine, mend
from graph.check.edges import declared, of_relationship
from graph.check.values import of_node, of_values
from graph.connection import Database
from graph.dump import restore
from graph.migrations import migrate
from graph.model import MODEL
from tests.conftest import Neo4j
from tests.network import empty
from tests.running import worked

DUMP = Path(__file__).parents[1] / "dumps" / "0.1.0.dump"
_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


@pytest.fixture(scope="module")
def graph(neo4j_server: Neo4j) -> Iterator[Callable[..., Any]]:
    """A graph with records of each area, as their API made them."""

    run = partial(worked, neo4j_server)

    async def filled(database: Database) -> None:
        await database.statement(_EMPTY)
        await restore(database, DUMP, None, lambda *_: None)

    async def emptied(database: Database) -> None:
        await database.statement(_EMPTY)
        await empty(database)

    run(filled)
    yield run
    run(emptied)


def _told(findings: Findings) -> dict[tuple[str, str], int]:
    return {(finding.kind, finding.about): finding.count for finding in findings}


def test_nothing_is_wrong_with_what_the_api_made(graph: Any) -> None:
    assert _told(graph(examine)) == {}
    assert _told(graph(mend)) == {}


BROKEN = {
    ("AUDIENCE_OUT_OF_STEP", "Lesson"): "MATCH (n:Lesson {visibility: 'MEMBERS'}) SET n.audience = 'PUBLIC'",
    ("TWIN_OUT_OF_STEP", "Topic.labelFaFold"): "MATCH (n:Topic {slug: 'weaving'}) SET n.labelFaFold = 'x'",
    ("TWIN_OUT_OF_STEP", "Lesson.searchBody"): "MATCH (n:Lesson {visibility: 'PUBLIC'}) REMOVE n.searchBody",
    ("COUNTER_BEHIND", "events"): "MATCH (n:Counter {name: 'events'}) SET n.value = 1",
    ("TERM_OUT_OF_STEP", "Topic.countsAs"): "MATCH (n:Topic {slug: 'weaving'}) SET n.countsAs = 'top_x'",
    ("EVENT_OUT_OF_STEP", "Approach"): (
        "MATCH (n:Event)-[:SUBJECT]->(:Approach) SET n.audience = 'PUBLIC', n.ownerIds = []"
    ),
    ("INDEX_MISSING", "Lesson_createdAt"): "DROP INDEX Lesson_createdAt",
}
"""What follows from the rest, by the statement that breaks it."""


def test_what_follows_from_the_rest_is_found_and_worked_out_anew(graph: Any) -> None:
    async def work(database: Database) -> tuple[Findings, Findings, Findings]:
        for text in BROKEN.values():
            await database.statement(text)
        return await examine(database), await mend(database), await examine(database)

    found, mended, after = graph(work)
    # What was told of the lesson was told to members, and is told to no more, whoever reads it.
    assert set(_told(found)) == {*BROKEN}
    assert {finding.mend for finding in found} == {Mend.DERIVED}
    assert {kind for kind, _ in _told(mended)} == {kind for kind, _ in BROKEN}
    assert _told(after) == {}


NAMED = {
    ("LABEL_UNKNOWN", "Ghost"): ("CREATE (:Ghost {id: 'x'})", "MATCH (n:Ghost) DELETE n", Mend.CODE),
    ("VALUE_MISSING", "Lesson.statement"): (
        "MATCH (n:Lesson) SET n.kept = n.statement REMOVE n.statement",
        "MATCH (n:Lesson) SET n.statement = n.kept REMOVE n.kept",
        Mend.BACKUP,
    ),
    ("VALUE_OF_ANOTHER_KIND", "Experience.outcome"): (
        "MATCH (n:Experience) SET n.outcome = 'LUCK'",
        "MATCH (n:Experience) SET n.outcome = 'FAILURE'",
        Mend.CODE,
    ),
    ("EDGE_FORBIDDEN", "(Experience)-[:ADOPTS]->(Skill)"): (
        "MATCH (a:Experience), (b:Skill {slug: 'dyeing'}) CREATE (a)-[:ADOPTS]->(b)",
        "MATCH (:Experience)-[r:ADOPTS]->() DELETE r",
        Mend.CODE,
    ),
    ("EDGE_UNKNOWN", "(Experience)-[:LIKES]->(Skill)"): (
        "MATCH (a:Experience), (b:Skill {slug: 'dyeing'}) CREATE (a)-[:LIKES]->(b)",
        "MATCH (:Experience)-[r:LIKES]->() DELETE r",
        Mend.CODE,
    ),
    ("EDGE_TWICE", "Lesson.publisher"): (
        "MATCH (a:Lesson), (b {nameFa: 'سازمان third'}) CREATE (a)-[:PUBLISHED_BY {extra: true}]->(b)",
        "MATCH ()-[r:PUBLISHED_BY {extra: true}]->() DELETE r",
        Mend.BACKUP,
    ),
    ("PART_OF_NOTHING", "Result"): (
        "CREATE (:Result {indicator: 'x', value: 1.0, position: 0})",
        "MATCH (n:Result {indicator: 'x'}) DELETE n",
        Mend.BACKUP,
    ),
    ("PARENT_MISSING", "Commitment.partnership"): (
        "MATCH (p)-[r:HAS_COMMITMENT]->(n) SET n.kept = p.id DELETE r",
        "MATCH (n:Commitment) MATCH (p:Partnership {id: n.kept}) CREATE (p)-[:HAS_COMMITMENT]->(n) REMOVE n.kept",
        Mend.BACKUP,
    ),
}
"""What cannot be worked out: broken, put right, and what is said."""


@pytest.mark.parametrize("fault", NAMED, ids=" ".join)
def test_what_does_not_follow_is_named_with_what_to_do(graph: Any, fault: tuple[str, str]) -> None:
    broken, right, said = NAMED[fault]

    async def work(database: Database) -> tuple[Findings, Findings]:
        await database.statement(broken)
        found = await examine(database)
        await database.statement(right)
        return found, await examine(database)

    found, after = graph(work)
    (finding,) = [f for f in found if (f.kind, f.about) == fault or f.kind == fault[0]]
    assert (finding.kind, finding.about, finding.mend) == (*fault, said)
    assert 0 < len(finding.ids) <= 5
    assert finding.count >= len(finding.ids)
    assert _told(after) == {}


def test_two_with_one_key_are_named_and_stay(graph: Any) -> None:
    async def work(database: Database) -> tuple[Findings, Findings, list[Any]]:
        await database.statement("DROP CONSTRAINT Topic_slug")
        await database.statement(
            "MATCH (n:Topic {slug: 'weaving'}) CREATE (m:Node:Topic {id: 'top_copy', slug: n.slug})"
        )
        found, mended = await examine(database), await mend(database)
        left = await database.rows("MATCH (n:Topic {slug: 'weaving'}) RETURN n.id AS id")
        await database.statement("MATCH (n:Topic {id: 'top_copy'}) DETACH DELETE n")
        await migrate(database)
        await mend(database)
        return found, mended, left

    found, mended, left = graph(work)
    assert ("INDEX_MISSING", "Topic_slug") in _told(found)
    assert ("KEY_TWICE", "Topic_slug") in _told(mended)
    assert len(left) == 2
    assert _told(graph(examine)) == {}


# -- without a database ------------------------------------------------------------------------------


def test_findings_name_five_however_many_there_are() -> None:
    findings = Findings()
    for number in range(1000):
        findings.add("VALUE_MISSING", "Lesson.statement", Mend.BACKUP, f"les_{number}")
    (finding,) = findings
    assert str(finding) == "VALUE_MISSING Lesson.statement: 1000 (les_0, les_1, les_2, les_3, les_4, …)"


def test_every_edge_of_the_model_may_be_there() -> None:
    for start, type_, end in declared():
        faults = list(of_relationship(["Node", start], type_, ["Node", end], {}))
        assert all(kind == "VALUE_MISSING" for kind, _, _ in faults)


def test_every_required_value_of_the_model_is_missed() -> None:
    for node in MODEL.nodes.values():
        missed = {
            about
            for kind, about, _ in of_values(node.label, node.properties(), {})
            if kind == "VALUE_MISSING"
        }
        assert missed == {f"{node.label}.{m.name}" for m in node.properties() if m.required}
        assert list(of_node([node.label, "Ghost"], {}))
