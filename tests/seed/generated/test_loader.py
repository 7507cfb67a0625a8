"""Loaded graphs have the wanted size, the shape of written ones, and are the same for the same seed."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest

from graph.connection import Database
from graph.model import MODEL
from graph.model.access import Audience
from graph.model.indexes import statements
from graph.model.members import Direction
from graph.model.stored import stored, stored_values
from seed.generated.loader import AlreadyGenerated, LoadReport, load
from seed.places import add as add_places
from seed.sketch import Sketch
from tests.conftest import Neo4j
from tests.network import empty

T = TypeVar("T")
SIZE = 3_000
LABELS = {
    *("Node", "Region", "Topic", "Skill", "Organization", "Contact", "Experience", "Result", "Lesson"),
    *("Approach", "Step", "Adoption", "Partnership", "Commitment", "ResourceOffer", "ResourceNeed"),
    *("Exchange", "Event", "Program", "SupportCenter", "SupportInstrument", "SupportAmount", "Course"),
    *("Apprenticeship", "PaymentTerms", "PaymentStep", "CohortReport", "CohortOutcome"),
    *("Network", "Board", "BoardSeat", "WorkingGroup"),
}
TYPES = {
    *("PART_OF", "BROADER", "ABOUT", "USES_SKILL", "LOCATED_IN", "SERVES", "COVERS", "TIED_TO"),
    *("PUBLISHED_BY", "HAS_CONTACT", "HAS_PARTICIPANT", "HAS_RESULT", "HAS_STEP", "DRAWN_FROM"),
    *("ADOPTS", "SUPPORTED_BY", "CONTRADICTED_BY", "HAS_PARTY", "HAS_COMMITMENT", "OWED_BY", "OWED_TO"),
    *("OF_OFFER", "FOR_NEED", "PROVIDED_BY", "RECEIVED_BY", "PROPOSED_BY", "BY", "SUBJECT"),
    *("INVOLVES", "HAS_AMOUNT", "OFFERED_IN", "PAYER", "PROPOSED_TERMS", "HAS_PAYMENT_TERMS"),
    *("COHORT_REPORTED_BY", "COHORT_PAID_BY", "COHORT_OF", "PAID_BY_TERMS", "HAS_OUTCOME"),
    *("HAS_EXACT_OUTCOME", "RUN_BY", "HAS_BOARD", "HAS_SEAT", "SEATS", "HAS_WORKING_GROUP"),
    "HAS_GROUP_MEMBER",
    # What the author of an anonymized record wrote, where others are shown less.
    *("WRITTEN_ABOUT", "WRITTEN_LOCATED_IN"),
}
"""What the shape is made of. A load shape need not follow what the model gains."""

LIVED = {
    *("Approach", "Adoption", "Partnership", "Commitment", "Experience", "Program", "SupportCenter"),
    *("SupportInstrument", "Course", "Apprenticeship", "PaymentTerms", "CohortReport", "Network"),
    *("Board", "BoardSeat", "WorkingGroup"),
}

_NODES = "MATCH (n:!Migration&!Counter&!Version) RETURN labels(n) AS labels, properties(n) AS own"
_LINKS = """
MATCH (a)-[r:!HAS_VERSION]->(b) RETURN [l IN labels(a) WHERE l <> 'Node'][0] AS start, coalesce(a.id, a.code) AS from,
type(r) AS type, properties(r) AS own, [l IN labels(b) WHERE l <> 'Node'][0] AS end,
coalesce(b.id, b.indicator, b.title, b.value) AS to
"""


@dataclass
class Loaded:
    """What a database holds after one load into an empty one."""

    report: LoadReport
    nodes: list[dict[str, Any]]
    links: list[dict[str, Any]]

    def of(self, label: str) -> list[dict[str, Any]]:
        return [node["own"] for node in self.nodes if label in node["labels"]]

    def ground(self) -> int:
        """How many nodes all loads stand on, but for the versions of the terms."""
        return sum(len(self.of(label)) for label in ("Region", "Topic", "Skill"))


def quiet(_what: str, _share: float) -> None:
    pass


@pytest.fixture(scope="module")
def on(neo4j_server: Neo4j) -> Callable[[Callable[[Database], Coroutine[Any, Any, T]]], T]:
    """Runs work on a database of its own."""

    def run(work: Callable[[Database], Coroutine[Any, Any, T]]) -> T:
        async def connected() -> T:
            at = Database(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
            async with at.opened() as database:
                return await work(database)

        return asyncio.run(connected())

    return run


async def fresh(database: Database) -> Loaded:
    await empty(database, terms=True)
    report = await load(database, SIZE, 7, quiet)
    return Loaded(report, await database.rows(_NODES), await database.rows(_LINKS))


@pytest.fixture(scope="module")
def loaded(on: Callable[..., Any]) -> Loaded:
    made: Loaded = on(fresh)
    return made


def test_it_loads_the_wanted_number_of_nodes(loaded: Loaded) -> None:
    assert len(loaded.nodes) - loaded.ground() == pytest.approx(SIZE, rel=0.01)
    assert loaded.report.nodes == pytest.approx(SIZE, rel=0.01)
    made = [link for link in loaded.links if link["start"] not in {"Region", "Topic", "Skill"}]
    assert loaded.report.relationships == len(made)
    assert loaded.report.nodes_per_second == pytest.approx(loaded.report.nodes / loaded.report.seconds)


def test_every_label_of_the_shape_is_there(loaded: Loaded) -> None:
    assert {label for node in loaded.nodes for label in node["labels"]} == LABELS
    sketch = Sketch()
    add_places(sketch)
    assert len(loaded.of("Region")) == sum(thing.label == "Region" for thing in sketch.things)


def test_every_node_is_exactly_what_a_write_stores(loaded: Loaded) -> None:
    for node in loaded.nodes:
        (label,) = {*node["labels"]} - {"Node"}
        assert ("Node" in node["labels"]) == (MODEL.nodes[label].prefix is not None)
        assert node["own"] == stored(MODEL.nodes[label], node["own"])


def test_every_relationship_is_an_edge_of_the_model(loaded: Loaded) -> None:
    known = {}
    for node in MODEL.nodes.values():
        for edge in node.edges():
            for end in MODEL.labels(edge.to):
                ends = (node.label, end.label)
                start, stop = reversed(ends) if edge.direction is Direction.IN else ends
                known[start, edge.type, stop] = edge.properties
    for link in loaded.links:
        assert link["own"] == stored_values(known[link["start"], link["type"], link["end"]], link["own"])


def test_every_kind_of_relationship_of_the_shape_is_there(loaded: Loaded) -> None:
    assert {link["type"] for link in loaded.links} == TYPES


def test_versions_count_the_events_of_a_record(loaded: Loaded) -> None:
    told = Counter(link["to"] for link in loaded.links if link["type"] == "SUBJECT")
    for label in LIVED:
        assert all(record["version"] == told[record["id"]] for record in loaded.of(label))


def test_events_are_numbered_in_the_order_of_time(loaded: Loaded) -> None:
    events = sorted(loaded.of("Event"), key=lambda event: event["sequence"])
    assert [event["sequence"] for event in events] == list(range(1, len(events) + 1))
    # Of an anonymized record an event tells the month alone.
    moments = [event["at"] for event in events if event["audience"] != Audience.ANONYMIZED.value]
    assert moments == sorted(moments)


def test_nobody_adopts_what_is_theirs(loaded: Loaded) -> None:
    owners = {link["from"]: link["to"] for link in loaded.links if link["type"] == "PUBLISHED_BY"}
    pairs = [(link["from"], link["to"]) for link in loaded.links if link["type"] == "ADOPTS"]
    assert pairs
    assert all(owners[adoption] != owners[lesson] for adoption, lesson in pairs)


# -- a second load -----------------------------------------------------------------------------------

_SET_ASIDE = """
MATCH (n:Node) WHERE NOT n:Region AND NOT n:Topic AND NOT n:Skill SET n.id = 'earlier_' + n.id
RETURN count(n) AS count
"""
"""A seed is known by its ids: with others, its records are those of another seed."""
_COUNT = "MATCH (n:!Migration&!Counter&!Version) RETURN count(n) AS count"
_LAST = """
MATCH (c:Counter {name: 'events'}) MATCH (e:Event) RETURN count(e) AS events, max(e.sequence) AS last, c.value AS value
"""
_ONLINE = "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"


@dataclass
class Again:
    """What the database holds after the same seed was refused, set aside, and loaded once more."""

    unchanged: int
    both: Loaded
    numbers: dict[str, int]
    indexes: set[str]


def new(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of the second load, and of the ground both stand on."""
    return [row for row in rows if "earlier_" not in str(row)]


@pytest.fixture(scope="module")
def again(loaded: Loaded, on: Callable[..., Any]) -> Again:
    async def work(database: Database) -> Again:
        with pytest.raises(AlreadyGenerated, match="seed 7"):
            await load(database, SIZE, 7, quiet)
        (unchanged,) = await database.rows(_COUNT)
        await database.statement(_SET_ASIDE)
        report = await load(database, loaded.report.nodes, 7, quiet)
        both = Loaded(report, await database.rows(_NODES), await database.rows(_LINKS))
        (numbers,) = await database.rows(_LAST)
        return Again(unchanged["count"], both, numbers, {r["name"] for r in await database.rows(_ONLINE)})

    made: Again = on(work)
    return made


def test_the_same_seed_is_refused_where_it_is_there(loaded: Loaded, again: Again) -> None:
    assert again.unchanged == len(loaded.nodes)


def test_the_same_seed_loads_the_same_graph_but_for_the_numbers_of_its_events(
    loaded: Loaded, again: Again
) -> None:
    def by_id(nodes: list[dict[str, Any]], before: int) -> dict[str, Any]:
        made = {node["own"]["id"]: node["own"] for node in nodes if "id" in node["own"]}
        return {
            id_: own | ({"sequence": own["sequence"] - before} if "sequence" in own else {})
            for id_, own in made.items()
        }

    def in_order(links: list[dict[str, Any]]) -> list[str]:
        return sorted(str([*link.items(), *link["own"].items()]) for link in links)

    before = len(loaded.of("Event"))
    assert by_id(new(again.both.nodes), before) == by_id(loaded.nodes, 0)
    assert in_order(new(again.both.links)) == in_order(loaded.links)


def test_a_second_load_continues_on_the_same_ground(loaded: Loaded, again: Again) -> None:
    assert again.both.report.nodes == len(loaded.nodes) - loaded.ground()
    assert len(again.both.nodes) == 2 * len(loaded.nodes) - loaded.ground()
    assert len(again.both.of("Region")) == len(loaded.of("Region"))
    assert again.numbers == dict.fromkeys(("events", "last", "value"), 2 * len(loaded.of("Event")))


def test_the_indexes_are_made_anew(again: Again) -> None:
    names = {text.split(" IF NOT EXISTS")[0].rsplit(" ", 1)[1] for text in statements(MODEL)}
    assert names <= again.indexes


def test_a_report_is_read_as_its_counts_may_be(loaded: Loaded) -> None:
    reports = {report["id"]: report for report in loaded.of("CohortReport")}
    assert {report["complete"] for report in reports.values()} == {True, False}
    outcomes = loaded.of("CohortOutcome")
    assert len(outcomes) == 6 * len(reports)
    assert all(
        row.get(name, 5) >= 5 for row in outcomes if row["withheld"] for name in ("enrolled", "certified")
    )
    ends = {link["from"]: link["to"] for link in loaded.links if link["type"] == "COHORT_REPORTED_BY"}
    offered = {link["from"]: link["to"] for link in loaded.links if link["type"] == "PUBLISHED_BY"}
    of = {link["from"]: link["to"] for link in loaded.links if link["type"] == "COHORT_OF"}
    assert all(ends[report] == offered[of[report]] for report in reports)
