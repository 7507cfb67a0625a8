"""Pick, from the data that is there, what the shapes are asked with: the same for every contender.

Values alternate from one request to the next, so that nobody is measured on one lucky row.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph.connection import Database
from graph.limits import MAXIMUM_FEW_HITS
from graph.model.indexes import FULL_TEXT
from graph.model.partnerships import running
from graph.queries.search import asked
from hub.context import day_of

Variables = dict[str, Any]

DEEP_ROW = 15_000
_SEARCHES = ("وام", "كارآفريني زنان", "آموزش مهارت", "بازار فروش", "چرخ خياطي", "training", "home business")

_MEMBER_RIGHT = (
    "(v.audience IN ['PUBLIC', 'MEMBERS', 'ANONYMIZED'] OR $organization IN v.ownerIds"
    " OR (v.audience = 'PARTNERS' AND any(owner IN v.ownerIds WHERE owner IN $partners)))"
)
# Of few partners: the peers' rights have a place for four (see contenders/peer/typedefs.graphql).
_MEMBER = f"""
MATCH (o:Organization {{status: 'MEMBER'}})
WHERE EXISTS {{ (o)<-[:PUBLISHED_BY]-(:Experience) }} AND EXISTS {{ (o)<-[:HAS_PARTY]-(:Partnership) }}
WITH o, COLLECT {{
  MATCH (o)<-[:HAS_PARTY]-(p:Partnership)-[:HAS_PARTY]->(other:Organization)
  WHERE {running("p")} AND other <> o
  RETURN DISTINCT other.id
}} AS partners
ORDER BY size(partners) IN range(1, 4) DESC, COUNT {{ (o)<-[:COHORT_PAID_BY]-() }} DESC,
  o.nameFaSort, o.id LIMIT 1
RETURN o.id AS organization, partners
"""
_RECORDS = """
MATCH (e:Experience) WHERE e.audience = 'PUBLIC' AND EXISTS { (e)<-[:DRAWN_FROM]-(:Lesson) }
WITH e LIMIT 400
MATCH (e)-[:PUBLISHED_BY]->(o:Organization)
WITH DISTINCT o WHERE EXISTS { (o)-[:ABOUT]->() } ORDER BY o.id LIMIT 16
RETURN {id: o.id} AS value
"""
_NODES = """
MATCH (n:Experience|Lesson|Organization) WHERE n:Organization OR n.audience = 'PUBLIC'
WITH n LIMIT 60000
WITH head(labels(n)[1..]) AS label, collect(n.id)[..8] AS ids
UNWIND ids AS id
RETURN {id: id} AS value
"""
# What is rare is still found: with no row at all, every plan would look good.
_RARE = """
MATCH (t:Topic) WITH t, COUNT { (t)<-[:ABOUT]-(:Experience) } AS about WHERE about > 0
ORDER BY about, t.id LIMIT 5
MATCH (t)<-[:ABOUT]-(e:Experience) WHERE e.audience = 'PUBLIC'
WITH t, e LIMIT 20000
MATCH (e)-[:PUBLISHED_BY]->(:Organization)-[:SERVES]->(r:Region)
WITH t, r, count(DISTINCT e) AS n ORDER BY n DESC, r.id
WITH t, collect(r)[..3] AS regions
UNWIND regions AS r
RETURN {topic: t.id, region: r.id} AS value
"""
_READABLE = f"MATCH (v:Event) WHERE {_MEMBER_RIGHT} RETURN count(*) AS all"
_CURSORS = f"""
MATCH (v:Event) WHERE v.toldAt IS NOT NULL AND {_MEMBER_RIGHT}
WITH v ORDER BY v.toldAt DESC, v.id DESC SKIP $row LIMIT 250
RETURN toString(v.toldAt) AS told, v.id AS id
"""
_ORGANIZATIONS = """
MATCH (o:Organization)-[:ABOUT]->() WHERE EXISTS { (o)<-[:PUBLISHED_BY]-(:ResourceNeed) }
WITH DISTINCT o ORDER BY o.id LIMIT 12
RETURN {id: o.id} AS value
"""
_COMMON = """
MATCH (r:Region)
WITH r ORDER BY COUNT { (r)<-[:SERVES]-() } DESC, r.id LIMIT 3
WITH collect(r.id) AS regions
MATCH (t:Topic)
WITH regions, t ORDER BY COUNT { (t)<-[:ABOUT]-() } DESC, t.id LIMIT 1
UNWIND regions AS region
RETURN {topic: t.id, region: region} AS value
"""
# Somebody of each target group, in counties that have centers, for each purpose.
_PEOPLE = """
MATCH (r:Region)<-[:LOCATED_IN]-(:SupportCenter|Course) WHERE r.kind = 'COUNTY'
WITH DISTINCT r ORDER BY r.id LIMIT 9
WITH collect(r.id) AS homes
UNWIND range(0, size(homes) - 1) AS i
WITH homes[i] AS home, i, ['WOMEN_HEADS_OF_HOUSEHOLD', 'YOUTH', 'RURAL'][i % 3] AS group,
  ['TRAINING', 'SELF_EMPLOYMENT', 'EMPLOYMENT'][i / 3 % 3] AS purpose
RETURN {decile: 1 + i % 6, groups: [group], region: home, age: 19 + 5 * i, purpose: purpose} AS value
"""
_COUNTRY = "MATCH (r:Region {kind: 'COUNTRY'}) RETURN {region: r.id} AS value"
# The region whose map comes nearest to 2,000 organizations.
_MAPPED = """
MATCH (r:Region)
WITH r, COUNT {
  MATCH (r)<-[:PART_OF*0..3]-(:Region)<-[:SERVES|LOCATED_IN]-(o:Organization) RETURN DISTINCT o
} AS mapped
ORDER BY abs(mapped - 2000), r.code LIMIT 1
RETURN {regions: [r.id]} AS value
"""
_SOURCES = """
MATCH (e:Experience) WHERE e.audience = 'PUBLIC'
WITH e ORDER BY e.createdAt DESC, e.id LIMIT 8
MATCH (e)-[:ABOUT]->(t:Topic)
WITH e.id AS experience, min(t.id) AS topic
RETURN {experienceIds: [experience], topicIds: [topic]} AS value
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The variables of every shape, and the member who asks where a member asks."""

    variables: dict[str, list[Variables]]
    member: dict[str, Any]
    deep_row: int


async def draw(connection: Database) -> Drawn:
    """Pick. Raises LookupError where the data has no row for a shape."""

    async def values(text: str) -> list[Variables]:
        return [row["value"] for row in await connection.rows(text)]

    (member,) = await connection.rows(_MEMBER, today=day_of(datetime.now(UTC), UTC))
    row, deep = await _deep(connection, member)
    searches = [{"query": text} for text in _SEARCHES if await _finds_many(connection, text)]
    variables: dict[str, list[Variables]] = {
        "record": await values(_RECORDS),
        "page_20": [{"first": 20}],
        "page_100": [{"first": 100}],
        "page_20_member": [{"first": 20, "organization": member["organization"]}],
        "scalars_100": [{"first": 100}],
        "filter_selective": await values(_RARE),
        "filter_unselective": await values(_COMMON),
        "filter_values": [
            {"kind": kind, "outcome": outcome}
            for kind in ("NGO", "FOUNDATION")
            for outcome in ("FAILURE", "MIXED")
        ],
        "deep": deep,
        "counts": [{"first": 20}],
        "facets": searches,
        "search": searches,
        "collaborators": await values(_ORGANIZATIONS),
        "map": await values(_MAPPED),
        "node": await values(_NODES),
        "cohorts": [{"id": member["organization"], "first": 20}],
        "support": await values(_PEOPLE),
        "gaps": await values(_COUNTRY),
        "publish_lesson": await values(_SOURCES),
    }
    variables["ten_publishers"] = variables["publish_lesson"]
    for name, drawn in variables.items():
        if not drawn:
            raise LookupError(f"The data has nothing to ask {name} with.")
    return Drawn(variables, member, row)


async def _finds_many(connection: Database, text: str) -> bool:
    """Whether all may read more than a few hits: of fewer the hub goes on to what holds most of the words."""
    (found,) = await connection.rows(
        f"CALL db.index.fulltext.queryNodes('{FULL_TEXT}', $all) YIELD node"
        " WHERE coalesce(node.audience, 'PUBLIC') = 'PUBLIC' AND NOT node:Commitment"
        " RETURN count(node) AS hits",
        all=asked(text)["all"],
    )
    return int(found["hits"]) > MAXIMUM_FEW_HITS


async def _deep(connection: Database, member: dict[str, Any]) -> tuple[int, list[Variables]]:
    """The deepest row looked at, and the places to go on from: a cursor, and for peers an offset."""
    (readable,) = await connection.rows(_READABLE, **member)
    row = DEEP_ROW if readable["all"] > DEEP_ROW + 300 else readable["all"] // 2
    found = await connection.rows(_CURSORS, row=row - 1, **member)
    drawn = [
        {"after": f'["-toldAt","{event["told"]}","{event["id"]}"]', "offset": row + number}
        for number, event in enumerate(found)
    ]
    return row, drawn[::31]
