"""Where Neo4j starts and what it walks: the plans of compiled queries over some thousand rows.

A plan that starts in the wrong place answers right and a thousand times slower, so it is tested.
"""

from collections.abc import Iterator

import pytest

from hub.context import Viewer
from tests.compiler.ways import VIEWERS, Ways
from tests.conftest import Neo4j
from tests.network import empty

_SYNTHETIC = (
    """UNWIND range(0, 3) AS i
    CREATE (:Node:Region {id: 'reg_p' + i, countsAs: 'reg_p' + i, code: 'P' + i, kind: 'PROVINCE',
      nameFaSort: 'p' + i})""",
    """UNWIND range(0, 199) AS i MATCH (p:Region {code: 'P' + (i % 4)})
    CREATE (:Node:Region {id: 'reg_c' + i, countsAs: 'reg_c' + i, code: 'C' + i, kind: 'COUNTY',
      nameFaSort: 'c' + i})-[:PART_OF]->(p)""",
    """UNWIND range(0, 199) AS i
    CREATE (:Node:Topic {id: 'top_' + i, countsAs: 'top_' + i, slug: 't' + i, labelFa: 't' + i,
      labelFaSort: 't' + i})""",
    """UNWIND range(0, 1999) AS i
    CREATE (:Node:Organization {
      id: 'org_' + i, kind: 'NGO', nameFa: 'o' + i, nameFaSort: 'o' + (i % 700),
      createdAt: datetime('2025-01-01T00:00:00Z') + duration({minutes: i % 900})})""",
    """UNWIND range(0, 3999) AS i
    MATCH (o:Node {id: 'org_' + (i % 2000)}), (t:Topic {slug: 't' + (i % 200)}),
      (r:Region {code: 'C' + (i % 193)})
    CREATE (e:Node:Experience {
      id: 'exp_' + i, title: 'e' + i, titleSort: 'e' + i, outcome: 'SUCCESS', ownerIds: [o.id],
      audience: CASE i % 3 WHEN 0 THEN 'PUBLIC' WHEN 1 THEN 'MEMBERS' ELSE 'ANONYMIZED' END,
      createdAt: datetime('2025-01-01T00:00:00Z') + duration({minutes: i})})
    CREATE (e)-[:PUBLISHED_BY]->(o) CREATE (e)-[:ABOUT]->(t) CREATE (e)-[:LOCATED_IN]->(r)""",
    # Sample the indexes and forget the plans made for other data.
    "CALL db.prepareForReplanning(300)",
)

_READS_ALL = {"NodeByLabelScan", "AllNodesScan", "IntersectionNodeByLabelsScan", "UnionNodeByLabelsScan"}
_SORTS_ALL = {"Top", "Sort", "Union"}


@pytest.fixture(scope="module")
def many(neo4j_server: Neo4j) -> Iterator[Ways]:
    """The ways to an answer, over 4,000 experiences; the database is left empty."""
    made = Ways.to(neo4j_server)
    try:
        made.run(empty(made.database))
        for statement in _SYNTHETIC:
            made.run(made.database.statement(statement))
        yield made
        made.run(empty(made.database))
    finally:
        made.close()


class Profile:
    """The operators of a query's plan, and what it reads."""

    def __init__(self, ways: Ways, document: str, viewer: Viewer, mode: str = "EXPLAIN") -> None:
        ((text, parameters),) = ways.ask(document, viewer).queries
        self._operators = list(_walked(ways.run(ways.database.plan(f"{mode} {text}", parameters))))

    @property
    def names(self) -> set[str]:
        """The operators' names."""
        return {name for name, _, _ in self._operators}

    @property
    def details(self) -> str:
        """What the operators say of themselves."""
        return "\n".join(f"{name} {details}" for name, details, _ in self._operators)

    @property
    def hits(self) -> int:
        """How often the query read from the store (with PROFILE)."""
        return sum(hits for _, _, hits in self._operators)


def _walked(plan: dict) -> Iterator[tuple[str, str, int]]:  # type: ignore[type-arg]
    facts = plan["args"]
    yield plan["operatorType"].partition("@")[0], facts.get("Details", ""), facts.get("DbHits", 0)
    for child in plan.get("children", []):
        yield from _walked(child)


@pytest.mark.parametrize("viewer", ["anonymous", "omid", "administrator"])
@pytest.mark.parametrize("page", ["first: 20", "last: 20", "first: 20, sort: [NAME_FA_DESC]"])
def test_a_page_walks_the_index_of_its_order(page: str, viewer: str, many: Ways) -> None:
    document = f"{{ organizations({page}) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ id }} }} }}"
    plan = Profile(many, document, VIEWERS[viewer])
    assert {"NodeIndexScan", "PartialTop"} <= plan.names
    assert not plan.names & (_READS_ALL | _SORTS_ALL)
    assert "n1:Organization(nameFaSort)" in plan.details


@pytest.mark.parametrize(
    "page",
    [
        r'first: 20, after: "[\"+nameFa\",\"o5\",\"org_5\"]"',
        r'last: 20, before: "[\"+nameFa\",\"o5\",\"org_5\"]"',
        (
            "first: 20, sort: [NAME_FA_DESC, CREATED_AT_ASC],"
            r' after: "[\"-nameFa+createdAt\",\"o5\",\"2025-01-01T08:00:00Z\",\"org_5\"]"'
        ),
    ],
)
def test_a_page_after_a_cursor_seeks_its_place_in_the_index(page: str, many: Ways) -> None:
    plan = Profile(many, f"{{ organizations({page}) {{ nodes {{ id }} }} }}", VIEWERS["omid"])
    assert {"NodeIndexSeekByRange", "PartialTop"} <= plan.names
    assert not plan.names & (_READS_ALL | _SORTS_ALL)


def test_rights_leave_the_walk_along_the_index_as_it_is(many: Ways) -> None:
    cursor = r'"[\"-createdAt\",\"2025-01-02T08:00:00Z\",\"exp_5\"]"'
    document = f"{{ experiences(first: 20, after: {cursor}) {{ nodes {{ id }} }} }}"
    for viewer in ("anonymous", "omid"):
        plan = Profile(many, document, VIEWERS[viewer])
        assert {"NodeIndexSeekByRange", "PartialTop"} <= plan.names
        assert not plan.names & (_READS_ALL | _SORTS_ALL)


def test_the_last_page_costs_what_the_first_costs(many: Ways) -> None:
    rows = "{ pageInfo { hasNextPage endCursor } edges { cursor node { id nameFa } } }"
    first = Profile(many, f"{{ organizations(first: 20) {rows} }}", VIEWERS["omid"], "PROFILE")
    cursor = r'"[\"+nameFa\",\"o690\",\"org_690\"]"'
    late = Profile(
        many, f"{{ organizations(first: 20, after: {cursor}) {rows} }}", VIEWERS["omid"], "PROFILE"
    )
    assert 0 < late.hits < 1.5 * first.hits < 250


def test_a_topic_and_a_place_start_where_the_fewest_rows_are(many: Ways) -> None:
    document = """{ experiences(
        first: 20, filter: {topics: {some: {slug: {eq: "t5"}}}, region: {within: {code: {eq: "P1"}}}}
    ) { totalCount nodes { id } } }"""
    plan = Profile(many, document, VIEWERS["omid"])
    assert "NodeUniqueIndexSeek" in plan.names
    assert not plan.names & _READS_ALL
    assert "Experience(" not in plan.details


def test_a_topic_and_a_place_by_id_start_there_too(many: Ways) -> None:
    document = """{ experiences(
        first: 20, filter: {topics: {some: {id: {eq: "top_5"}}}, region: {within: {id: {in: ["reg_p1"]}}}}
    ) { nodes { id } } }"""
    plan = Profile(many, document, VIEWERS["omid"])
    assert ":Node(id)" in plan.details
    assert not plan.names & _READS_ALL
    assert "Experience(" not in plan.details


@pytest.mark.parametrize(
    "document",
    [
        '{ organizations(filter: {id: {eq: "org_5"}}) { totalCount nodes { id } } }',
        '{ organizations(filter: {AND: [{id: {in: ["org_5", "org_6"]}}, {kind: {eq: NGO}}]}) { nodes { id } } }',
        '{ experiences(filter: {publisher: {id: {eq: "org_5"}}}) { nodes { id } } }',
        '{ node(id: "exp_5") { id ... on Experience { title } } }',
        '{ experience(id: "exp_5") { id topics { slug } } }',
    ],
)
def test_an_id_is_found_in_the_one_index_of_ids(document: str, many: Ways) -> None:
    plan = Profile(many, document, VIEWERS["omid"])
    assert "NodeUniqueIndexSeek" in plan.names
    assert ":Node(id)" in plan.details
    assert not plan.names & _READS_ALL


def test_several_ids_are_each_found_in_the_index(many: Ways) -> None:
    document = '{ nodes(ids: ["exp_1", "org_2", "top_3", "reg_p1"]) { id ... on Topic { label } } }'
    assert Profile(many, document, VIEWERS["omid"], "PROFILE").hits < 60


def test_nested_pages_expand_and_never_scan(many: Ways) -> None:
    document = """{ topics(first: 2) { nodes { experiences(first: 2) { nodes {
        publisher { regions(first: 2) { code } experiences(first: 2, filter: {outcome: {eq: SUCCESS}}) { nodes {
            topics { slug } lessons(first: 2) { totalCount nodes { id } } } } }
    } } } } }"""
    plan = Profile(many, document, VIEWERS["omid"])
    assert "Expand(All)" in plan.names
    assert not plan.names & _READS_ALL
    assert Profile(many, document, VIEWERS["omid"], "PROFILE").hits < 1_000


def test_a_nested_page_with_page_info_reads_its_own_rows_only(many: Ways) -> None:
    document = """{ topic(id: "top_5") {
        experiences(first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }"""
    # 20 experiences are about a topic.
    assert Profile(many, document, VIEWERS["omid"], "PROFILE").hits < 400


def test_all_rows_are_counted_without_reading_one(many: Ways) -> None:
    document = "{ organizations(first: 1) { totalCount pageInfo { hasNextPage } } }"
    assert "NodeCountFromCountStore" in Profile(many, document, VIEWERS["anonymous"]).names
