"""Generated graphs have the wanted size, the shape of written ones, and are the same for the same seed."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
from seed.bulk_plan import VISIBILITIES
from seed.bulk_planning import plan

from graph.connection import Connection
from graph.model import MODEL
from graph.model.core import Direction
from graph.model.indexes import statements
from graph.model.stored import stored, stored_values
from graph.text import sort_key
from seed import bulk_texts
from seed.generated.loader import AlreadyGenerated, LoadReport, load
from seed.places import add as add_places
from seed.sketch import Sketch
from tests.conftest import Neo4j
from tests.network import empty

T = TypeVar("T")
SIZE = 3_000

_NODES = "MATCH (n) WHERE NOT n:Migration AND NOT n:Counter RETURN labels(n) AS labels, properties(n) AS own"
_LINKS = """
MATCH (a)-[r]->(b) RETURN [l IN labels(a) WHERE l <> 'Node'][0] AS start, coalesce(a.id, a.code) AS from,
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


def quiet(_what: str, _share: float) -> None:
    pass


@pytest.fixture(scope="module")
def on(neo4j_server: Neo4j) -> Callable[[Callable[[Connection], Coroutine[Any, Any, T]]], T]:
    """Runs work on a connection of its own."""

    def run(work: Callable[[Connection], Coroutine[Any, Any, T]]) -> T:
        async def connected() -> T:
            at = Connection(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
            async with at.opened() as connection:
                return await work(connection)

        return asyncio.run(connected())

    return run


async def fresh(connection: Connection) -> Loaded:
    await empty(connection)
    report = await load(connection, SIZE, 7, quiet)
    return Loaded(report, await connection.rows(_NODES), await connection.rows(_LINKS))


@pytest.fixture(scope="module")
def loaded(on: Callable[..., Any]) -> Loaded:
    made: Loaded = on(fresh)
    return made


# -- templates --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("story", "region"), [(0, "IR-03-01"), (15, "IR-23"), (66, "IR-07-02")])
def test_a_filled_template_is_what_stored_makes(story: int, region: str) -> None:
    template = bulk_texts.story_title(story, region)
    title = template.filled("1000042")["title"]
    given = {**bulk_texts.SYSTEM, **template.fixed, "title": title}
    made = stored(MODEL.nodes["Experience"], given)
    assert template.filled("1000042") == {name: made[name] for name in template.slots}


def test_a_sort_key_that_is_cut_in_the_number_is_cut_there_for_every_number() -> None:
    text = next(
        "ا" * length for length in range(90, 130) if sort_key("ا" * length + " (7135792)")[-3:] == "713"
    )
    given = {"statement": text, "recommendation": "-", "language": "FA"}
    template = bulk_texts.template("Lesson", given, "statement")
    assert template.slots["statementSort"].kept == 3
    assert template.filled("4000000")["statementSort"] == sort_key(f"{text} (4000000)")


# -- plans ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nodes", [1_000, 10_000, 100_000])
def test_a_plan_has_the_wanted_size(nodes: int) -> None:
    made = plan(nodes, 1)
    assert made.nodes() + sum(made.contacts) == pytest.approx(nodes, rel=0.01)


def test_degrees_are_those_of_real_networks() -> None:
    made = plan(100_000, 1)
    told = Counter(made.experiences.owner)
    assert sum(3 <= count <= 40 for count in told.values()) > 0.9 * len(made.organizations)
    assert max(told.values()) >= 25
    stories = Counter(made.stories)
    assert max(stories.values()) > 8 * min(stories.values())
    adopted = Counter(made.adopted)
    assert max(adopted.values()) > 10
    hidden = sum(VISIBILITIES[seen].value == "ANONYMIZED" for seen in made.seen)
    assert 0.05 < hidden / len(made.experiences) < 0.2


def test_a_plan_follows_from_its_seed() -> None:
    assert plan(5_000, 3) == plan(5_000, 3)
    assert plan(5_000, 3) != plan(5_000, 4)


# -- in a database ----------------------------------------------------------------------------------


def test_it_loads_the_wanted_number_of_nodes(loaded: Loaded) -> None:
    assert len(loaded.nodes) == pytest.approx(SIZE, rel=0.01)
    assert loaded.report.nodes == pytest.approx(SIZE, rel=0.01)
    assert loaded.report.relationships == len(loaded.links)
    assert loaded.report.nodes_per_second == pytest.approx(loaded.report.nodes / loaded.report.seconds)


def test_every_label_is_there(loaded: Loaded) -> None:
    assert {label for node in loaded.nodes for label in node["labels"]} == {*MODEL.nodes, "Node"}
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


def test_every_kind_of_relationship_is_there_but_those_few_records_have(loaded: Loaded) -> None:
    types = {edge.type for node in MODEL.nodes.values() for edge in node.edges()}
    assert types - {link["type"] for link in loaded.links} == {"RENEWS", "WITNESSED_BY"}


def test_versions_count_the_events_of_a_record(loaded: Loaded) -> None:
    told = Counter(link["to"] for link in loaded.links if link["type"] == "SUBJECT")
    for label in ("Approach", "Adoption", "Partnership", "Commitment", "Experience"):
        assert all(record["version"] == told[record["id"]] for record in loaded.of(label))


def test_events_are_numbered_in_the_order_of_time(loaded: Loaded) -> None:
    events = sorted(loaded.of("Event"), key=lambda event: event["sequence"])
    assert [event["sequence"] for event in events] == list(range(1, len(events) + 1))
    assert [event["at"] for event in events] == sorted(event["at"] for event in events)


def test_nobody_adopts_what_is_theirs(loaded: Loaded) -> None:
    owners = {link["from"]: link["to"] for link in loaded.links if link["type"] == "PUBLISHED_BY"}
    pairs = [(link["from"], link["to"]) for link in loaded.links if link["type"] == "ADOPTS"]
    assert pairs
    assert all(owners[adoption] != owners[lesson] for adoption, lesson in pairs)


def test_the_same_seed_loads_the_same_graph(loaded: Loaded, on: Callable[..., Any]) -> None:
    def sorted_(rows: list[dict[str, Any]]) -> list[str]:
        return sorted(str([(name, str(row[name])) for name in row if name != "own"]) for row in rows)

    def by_id(rows: list[dict[str, Any]]) -> dict[str, Any]:
        return {row["own"]["id"]: row["own"] for row in rows if "id" in row["own"]}

    again: Loaded = on(fresh)
    assert by_id(again.nodes) == by_id(loaded.nodes)
    assert sorted_(again.links) == sorted_(loaded.links)


def test_a_second_load_continues_and_the_same_seed_is_refused(loaded: Loaded, on: Callable[..., Any]) -> None:
    async def again(connection: Connection) -> tuple[int, int, int, int, list[str]]:
        with pytest.raises(AlreadyGenerated, match="seed 7"):
            await load(connection, SIZE, 7, quiet)
        count = "MATCH (n) WHERE NOT n:Migration RETURN count(n) AS count"
        (before,) = await connection.rows(count)
        report = await load(connection, SIZE, 8, quiet)
        (events,) = await connection.rows(
            "MATCH (e:Event) MATCH (c:Counter) RETURN count(e) AS events, max(e.sequence) AS last, c.value AS value"
        )
        indexes = await connection.rows("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name")
        assert events["events"] == events["last"] == events["value"]
        (regions,) = await connection.rows("MATCH (r:Region) RETURN count(r) AS count")
        return (
            before["count"],
            report.nodes,
            events["last"],
            regions["count"],
            [row["name"] for row in indexes],
        )

    before, made, last, regions, indexes = on(again)
    assert before == len(loaded.nodes) + 1
    assert made == pytest.approx(SIZE, rel=0.01)
    assert last > 1.5 * len(loaded.of("Event"))
    assert regions == len(loaded.of("Region"))
    made_anew = {text.split(" IF NOT EXISTS")[0].rsplit(" ", 1)[1] for text in statements(MODEL)}
    assert made_anew <= {*indexes}
