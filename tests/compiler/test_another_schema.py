"""The compiler knows no area: another model, another schema, and what the hub's own does not use.

Boxes hold boxes and have lids; a digest is a computed row with nodes, rows and finished values inside.
"""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any

import pytest
from graphql import GraphQLObjectType, GraphQLSchema, GraphQLUnionType, build_schema

from graph.compiler import Compiler, Entry, EveryOf, Given, ManyOf, OneOf, Role, Source, values
from graph.compiler.text import TYPE
from graph.connection import Transaction
from graph.limits import MAXIMUM_POINTS
from graph.model.core import Model
from graph.model.members import Access, Computed, Direction, Edge, Finished, Kind, Nested, Property, See
from graph.model.nodes import ModelError, Node, Shape, Union
from hub.context import Viewer
from hub.resolvers.read import read
from tests.compiler.ways import Answered, Ways
from tests.conftest import Neo4j
from tests.network import empty

# -- the model ----------------------------------------------------------------------------------------


class Color(Enum):
    """What a lid looks like."""

    RED = "RED"
    BLUE = "BLUE"


_ID = Property("id", Kind.ID, required=True, key=True)
_RIGHTS = (Property("audience", filterable=False), Property("ownerIds", many=True, filterable=False))

BOX = Node(
    "Box",
    "box",
    (
        _ID,
        Property("name", required=True, sortable=True),
        Property("secret", members_only=True),
        Property("weight", Kind.FLOAT, sortable=True),
        Property("count", Kind.INT, sortable=True),
        Property("worth", Kind.RIAL, sortable=True),
        Property("sealed", Kind.BOOLEAN, sortable=True),
        Property("madeOn", Kind.DATE, sortable=True),
        Property("madeAt", Kind.DATETIME, sortable=True),
        Property("opened", Kind.DATE, many=True, required=True),
        Computed("size", Kind.INT, lambda n, _see: f"size({n}.name)", filterable=True),
        Edge("lid", "COVERED_BY", "Lid", many=False, required=True),
        Edge(
            "inside",
            "HOLDS",
            "Box",
            properties=(
                Property("slot", required=True),
                Property("since", Kind.DATE),
                Property("whispered", members_only=True),
            ),
            parallel="slot",
        ),
        Edge("tags", "TAGGED", "Tag"),
        Edge("twin", "TWIN_OF", "Box", Direction.BOTH, many=False),
        Finished(
            "seal",
            Kind.STRING,
            lambda found, _parameters: found and f"{found['name']}: {found['count']}",
            required=False,
            cypher=lambda n, _see: f"CASE WHEN {n}.sealed THEN {{name: {n}.name, count: {n}.count}} END",
        ),
        Finished(
            "initial",
            Kind.STRING,
            lambda found, _parameters: found["name"].upper(),
            cypher=lambda n, _see: f"{{name: {n}.name}}",
            found_by="seal",
            rest=lambda n, _see: f"CASE WHEN NOT coalesce({n}.sealed, false) THEN {{name: {n}.name}} END",
        ),
    ),
    order=(("name", True),),
)
LID = Node(
    "Lid",
    "lid",
    (
        _ID,
        Property("color", Kind.ENUM, enum=Color, required=True),
        *_RIGHTS,
        Edge("boxes", "COVERED_BY", "Box", Direction.IN),
    ),
    access=Access.OWNED,
    anonymizable=True,
)
_TAGGED = Edge("box", "TAGGED", "Box", Direction.IN, many=False)
TAG = Node("Tag", None, (Property("text", required=True), _TAGGED), access=Access.PARENT, parent=_TAGGED)
MARK = Shape("Mark", (Property("text", required=True), Property("at", Kind.INT, required=True)))
PART = Shape(
    "Part",
    (
        Property("text", required=True),
        Nested("box", "Box", required=False),
        Nested("below", "Part", required=False),
        Finished("loud", Kind.STRING, lambda value, _parameters: f"{value}!"),
    ),
)
DIGEST = Shape(
    "Digest",
    (
        Property("word"),
        Property("total", Kind.INT, required=True),
        Computed("double", Kind.INT, lambda row, _see: f"{row}.total * 2"),
        Nested("first", "Box", required=False),
        Nested("things", "Thing", many=True, most="first"),
        Nested("boxes", "Box", many=True, most=3),
        Nested("part", "Part"),
        Nested("parts", "Part", many=True),
        Nested(
            "covered",
            "Lid",
            many=True,
            cypher=lambda row, see: (
                f"COLLECT {{ WITH {row} AS r UNWIND r.boxes AS b MATCH (b)-[:COVERED_BY]->(l:Lid)"
                f" WHERE {see.along('b', 'Box', 'lid', 'l')} RETURN l ORDER BY l.id }}"
            ),
        ),
        Finished("shout", Kind.STRING, lambda value, _parameters: value and value.upper(), required=False),
        Finished(
            "marks",
            Kind.STRING,
            lambda value, parameters: [
                {"text": f"{text}/{parameters['language']}", "at": at, "inner": {"deep": at}}
                for at, text in enumerate(value)
            ],
            many=True,
        ),
    ),
)
MODEL = Model.of(
    BOX, LID, TAG, MARK, PART, DIGEST, Union("Thing", ("Box", "Lid")), Union("Rest", ("Lid", "Tag"))
)


def _digest(see: See, given: Given) -> str:
    word = given.value("word")
    known = "true" if given.has("word") and not given.has("unheard") else "false"
    things = "things: boxes + lids + [null]," if given.wants("things") else ""
    return (
        f"MATCH (b:Box) WHERE {see('b', 'Box')} AND {given.where('filter', 'b')}"
        f" WITH b ORDER BY b.name, b.id LIMIT {given.value('ask.first')}"
        " WITH collect(b) AS boxes OPTIONAL MATCH (l:Lid) WITH boxes, l ORDER BY l.id"
        " WITH boxes, collect(l) AS lids"
        f" WHERE coalesce({word}, '') <> 'nothing' AND {given.where('other', 'b')}"
        f" WITH {{word: {word}, total: size(boxes), first: boxes[0], boxes: boxes, {things}"
        f" part: {{text: 'one', box: boxes[1], below: {{text: 'two', loud: 'x'}}}},"
        f" parts: [b IN boxes | {{text: b.name, box: b, loud: b.name}}],"
        f" shout: {word}, marks: [{word}, 'x'], known: {known}}} AS row"
    )


_SHARED = {
    "converts": (("word", values.cleaned), ("ask.first", values.page_size)),
    "filters": (("filter", "Box"),),
    "defaults": (("ask.first", 2), ("first", 5)),
}
DIGESTED = Source(DIGEST, _digest, **_SHARED)  # type: ignore[arg-type]
EACH = Source(
    PART,
    lambda _see, given: (
        "MATCH (b:Box) WITH b ORDER BY b.name, b.id"
        f" LIMIT {given.value('first')} WITH {{text: b.name, box: b}} AS row"
    ),
    converts=(("first", values.page_size),),
    defaults=(("first", 2),),
    most="first",
)

# -- the schema ---------------------------------------------------------------------------------------

SDL = """
directive @noted(why: String) on FIELD
scalar Date scalar DateTime scalar Rial
enum Color { RED BLUE }
enum Tone { LOUD SOFT }
type Query {
  boxList(first: Int, filter: BoxFilter, sort: [BoxSort!]): [Box!]!
  boxes(first: Int, last: Int, after: String, before: String, filter: BoxFilter, sort: [BoxSort!]): BoxConnection!
  lids(first: Int): LidConnection!
  box(id: ID!): Box
  thing(id: ID!): Thing
  things(ids: [ID!]!): [Thing]!
  rest(id: ID!): Rest
  digest(word: String, tone: Tone, ask: Ask, filter: BoxFilter, first: Int): Digest
  digestNeeded(word: String): Digest!
  each(first: Int): [Part!]!
}
input Ask { first: Int }
union Thing = Box | Lid
union Rest = Lid
type Box {
  id: ID! name: String! secret: String weight: Float count: Int worth: Rial sealed: Boolean
  madeOn: Date madeAt: DateTime opened: [Date!]! size: Int! lid: Lid! twin: Box homeless: Int
  inside(first: Int, last: Int, after: String, before: String, sort: [BoxSort!]): InsideConnection!
  tags(first: Int): [Tag!]! seal: String initial: String!
}
type Lid { id: ID! color: Color! boxes(first: Int): BoxConnection! }
type Tag { text: String! box: Box }
type BoxConnection { edges: [BoxEdge!]! nodes: [Box!]! pageInfo: PageInfo! totalCount: Int! more: Int }
type LidConnection { nodes: [Lid!]! totalCount: Int! }
type BoxEdge { cursor: String! node: Box! }
type InsideConnection { edges: [InsideEdge!]! pageInfo: PageInfo! }
type InsideEdge { cursor: String! node: Box! since: Date whispered: String unheard: String }
type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String total: Int }
type Digest {
  word: String total: Int! double: Int! first: Box things: [Thing!]! boxes: [Box!]! part: Part! parts: [Part!]!
  covered: [Lid!]! shout: String marks: [Mark!]!
}
type Part { text: String! box: Box below: Part loud: String! }
type Mark { text: String! at: Int! inner: Inner }
type Inner { deep: Int }
input BoxFilter { id: IdOperators name: Operators secret: Operators size: Operators lid: LidFilter NOT: BoxFilter nowhere: Operators inside: BoxEdgeFilter }
input BoxEdgeFilter { some: BoxFilter }
input LidFilter { color: ColorOperators }
input Operators { eq: String isNull: Boolean gt: Int }
input IdOperators { eq: ID in: [ID!] }
input ColorOperators { eq: Color }
enum BoxSort {
  NAME_ASC NAME_DESC WEIGHT_ASC WEIGHT_DESC COUNT_ASC COUNT_DESC WORTH_ASC WORTH_DESC SEALED_ASC SEALED_DESC
  MADE_ON_ASC MADE_ON_DESC MADE_AT_ASC MADE_AT_DESC SECRET_ASC
}
"""

ENTRIES: dict[str, Entry] = {
    "boxList": EveryOf("Box"),
    "boxes": EveryOf("Box"),
    "lids": EveryOf("Lid"),
    "box": OneOf("Box"),
    "thing": OneOf("Thing"),
    "things": ManyOf("Thing"),
    "rest": OneOf("Rest"),
    "digest": DIGESTED,
    "digestNeeded": DIGESTED,
    "each": EACH,
}


def _schema() -> GraphQLSchema:
    schema = build_schema(SDL)
    for named in schema.type_map.values():
        if isinstance(named, GraphQLUnionType):
            named.resolve_type = lambda value, _info, _type: value[TYPE]
        elif isinstance(named, GraphQLObjectType) and not named.name.startswith("__"):
            for name, field in named.fields.items():
                field.resolve = _reader(ENTRIES[name]) if named is schema.query_type else _by_key
    return schema


def _reader(entry: Entry) -> Any:
    async def resolve(_source: Any, info: Any, **_arguments: Any) -> Any:
        return await read(info, entry)

    return resolve


def _by_key(source: Any, info: Any, **_arguments: Any) -> Any:
    return source[info.path.key]


SCHEMA = _schema()

# -- the data -----------------------------------------------------------------------------------------

_AT = datetime.fromisoformat("2026-01-01T10:00:00.123456+00:00")
_BOXES: tuple[dict[str, Any], ...] = (
    {
        "id": "box_a",
        "name": 'quote " slash \\ line\nbreak\ttab',
        "weight": 1.5e10,
        "count": 3,
        "worth": 9_007_199_254_740_993,
        "sealed": True,
        "madeOn": date(2025, 1, 1),
        "madeAt": _AT,
        "opened": [date(2025, 1, 2), date(2025, 1, 3)],
        "secret": "s1",
    },
    {
        "id": "box_b",
        "name": "b",
        "weight": -0.25,
        "count": -1,
        "worth": 5,
        "sealed": False,
        "madeAt": _AT,
        "opened": [],
        "secret": "s2",
    },
    {"id": "box_c", "name": "b", "weight": -0.25, "madeOn": date(2025, 1, 1), "opened": []},
    {"id": "box_d", "name": "d", "count": 3, "sealed": True, "opened": []},
    {"id": "box_e", "name": "e", "opened": []},
)
_PUT = """
CREATE (a:Node&Lid {id: 'lid_a', color: 'RED', audience: 'PUBLIC', ownerIds: ['org_x']})
CREATE (b:Node&Lid {id: 'lid_b', color: 'BLUE', audience: 'ANONYMIZED', ownerIds: ['org_x']})
WITH a, b UNWIND $boxes AS box
CREATE (n:Node&Box) SET n = box
FOREACH (_ IN CASE WHEN box.id IN ['box_a', 'box_b', 'box_c', 'box_d'] THEN [1] ELSE [] END |
  CREATE (n)-[:COVERED_BY]->(a))
FOREACH (_ IN CASE WHEN box.id = 'box_e' THEN [1] ELSE [] END | CREATE (n)-[:COVERED_BY]->(b))
WITH collect(n) AS n
WITH n[0] AS a, n[1] AS b, n[2] AS c
CREATE (a)-[:HOLDS {slot: 'the "top"', since: date('2025-02-01'), whispered: 'w'}]->(b)
CREATE (a)-[:HOLDS {slot: 'below'}]->(b), (a)-[:HOLDS {slot: 'below'}]->(c)
CREATE (a)-[:TAGGED]->(:Tag {text: 't'}), (a)-[:TWIN_OF]->(b)
"""

ANYBODY, MEMBER, OWNER = Viewer(), Viewer(Role.MEMBER, "org_y"), Viewer(Role.MEMBER, "org_x")
EVERYBODY = (ANYBODY, MEMBER, OWNER, Viewer(Role.ADMINISTRATOR))


@pytest.fixture(scope="module")
def boxes(neo4j_server: Neo4j) -> Iterator[Ways]:
    """The ways to an answer about boxes."""
    made = Ways.to(neo4j_server)
    made.compiler = Compiler(MODEL)

    async def put(transaction: Transaction) -> None:
        await transaction.run(_PUT, boxes=list(_BOXES))

    try:
        made.run(empty(made.database))
        made.run(made.database.write(put))
        yield made
        made.run(empty(made.database))
    finally:
        made.close()


def ask(boxes: Ways, document: str, viewer: Viewer = ANYBODY, **variables: Any) -> Answered:
    """The compiled answer, once it is the same as the completed one."""
    compiled = boxes.ask(document, viewer, variables=variables, schema=SCHEMA)
    completed = boxes.ask(document, viewer, variables=variables, schema=SCHEMA, completed=True)
    assert (compiled.data, compiled.errors) == (completed.data, completed.errors)
    return compiled


# -- rows ---------------------------------------------------------------------------------------------


def test_a_root_field_may_be_a_list(boxes: Ways) -> None:
    document = '{ boxList(first: 2, sort: [WEIGHT_DESC], filter: {NOT: {name: {eq: "e"}}}) { id weight } }'
    answered = ask(boxes, document)
    assert answered.data == {
        "boxList": [{"id": "box_d", "weight": None}, {"id": "box_a", "weight": 15_000_000_000.0}]
    }
    assert answered.round_trips == 1


def test_every_kind_of_value_is_answered_as_it_is_completed(boxes: Ways) -> None:
    document = '{ box(id: "box_a") { weight count worth sealed madeOn madeAt opened size tags { text } } }'
    assert ask(boxes, document).data["box"] == {
        "weight": 15_000_000_000.0,
        "count": 3,
        "worth": "9007199254740993",
        "sealed": True,
        "madeOn": "2025-01-01",
        "madeAt": "2026-01-01T10:00:00.123456Z",
        "opened": ["2025-01-02", "2025-01-03"],
        "size": 30,
        "tags": [{"text": "t"}],
    }


@pytest.mark.parametrize("key", ["NAME", "WEIGHT", "COUNT", "WORTH", "SEALED", "MADE_ON", "MADE_AT"])
@pytest.mark.parametrize("way", ["ASC", "DESC"])
def test_every_kind_of_value_can_be_paged_by(key: str, way: str, boxes: Ways) -> None:
    rows = "{ pageInfo { endCursor hasNextPage } edges { cursor } nodes { id } }"
    document = f"query P($after: String) {{ boxes(first: 1, sort: [{key}_{way}], after: $after) {rows} }}"
    found: list[str] = []
    after = None
    for _ in _BOXES:
        page = ask(boxes, document, after=after).data["boxes"]
        found += [box["id"] for box in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        assert page["edges"] == [{"cursor": after}]
    every = ask(boxes, f"{{ boxList(sort: [{key}_{way}]) {{ id }} }}").data["boxList"]
    assert found == [box["id"] for box in every]
    assert sorted(found) == [box["id"] for box in _BOXES]


def test_a_required_edge_that_leads_nowhere_is_an_error_at_its_place(boxes: Ways) -> None:
    # To whoever may not walk to the lid of the fourth box, there is none.
    answered = ask(boxes, "{ boxList { id lid { color } } }", MEMBER)
    assert answered.data is None
    (error,) = answered.errors
    assert error["path"] == ["boxList", 3, "lid"]
    assert "Cannot return null for non-nullable field Box.lid." in error["message"]


def test_a_single_row_both_ways_is_one_row(boxes: Ways) -> None:
    document = '{ a: box(id: "box_a") { twin { id } } b: box(id: "box_b") { twin { id } } c: box(id: "box_c") { twin { id } } }'
    assert ask(boxes, document).data == {
        "a": {"twin": {"id": "box_b"}},
        "b": {"twin": {"id": "box_a"}},
        "c": {"twin": None},
    }


def test_rows_without_an_order_are_in_order_of_their_ids(boxes: Ways) -> None:
    assert ask(boxes, "{ lids { nodes { id } totalCount } }", OWNER).data == {
        "lids": {"nodes": [{"id": "lid_a"}, {"id": "lid_b"}], "totalCount": 2}
    }


def test_parallel_edges_are_paged_one_by_one(boxes: Ways) -> None:
    rows = "{ edges { since node { id } } pageInfo { endCursor hasNextPage startCursor hasPreviousPage } }"
    document = f'query P($after: String) {{ box(id: "box_a") {{ inside(first: 1, after: $after) {rows} }} }}'
    found: list[tuple[str, str | None]] = []
    after, more = None, True
    while more:
        page = ask(boxes, document, after=after).data["box"]["inside"]
        found += [(edge["node"]["id"], edge["since"]) for edge in page["edges"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert found == [("box_b", None), ("box_b", "2025-02-01"), ("box_c", None)]
    back = f'query P($c: String) {{ box(id: "box_a") {{ inside(last: 2, before: $c) {rows} }} }}'
    page = ask(boxes, back, c=after).data["box"]["inside"]
    assert [(edge["node"]["id"], edge["since"]) for edge in page["edges"]] == found[:2]


def test_a_part_is_read_by_whoever_may_read_the_whole(boxes: Ways) -> None:
    document = '{ box(id: "box_a") { tags { text box { id } } } }'
    for viewer in EVERYBODY:
        assert ask(boxes, document, viewer).data["box"]["tags"] == [{"text": "t", "box": {"id": "box_a"}}]


# -- what only members read ---------------------------------------------------------------------------


def test_what_members_read_is_null_to_all_others(boxes: Ways) -> None:
    document = '{ box(id: "box_a") { secret inside(first: 3) { edges { __typename whispered } } } }'
    anybody, member = ask(boxes, document).data["box"], ask(boxes, document, MEMBER).data["box"]
    assert anybody["secret"] is None
    assert [edge["whispered"] for edge in anybody["inside"]["edges"]] == [None, None, None]
    assert member["secret"] == "s1"
    assert [edge["whispered"] for edge in member["inside"]["edges"]].count("w") == 1


def test_what_members_read_cannot_be_found_out_by_a_filter(boxes: Ways) -> None:
    for asked in ('{secret: {eq: "s1"}}', "{secret: {isNull: false}}", "{secret: {isNull: true}}"):
        document = f"{{ boxes(filter: {asked}) {{ totalCount }} }}"
        assert ask(boxes, document).data == {"boxes": {"totalCount": 0}}
        assert ask(boxes, document, MEMBER).data != {"boxes": {"totalCount": 0}}
    long = '{ boxes(filter: {secret: {eq: "' + "x" * 1_001 + '"}}) { totalCount } }'
    for viewer in (Viewer(), MEMBER):  # Whoever may not compare with it is told no other thing.
        assert [getattr(error, "code", None) for error in ask(boxes, long, viewer).raised] == [
            "TEXT_TOO_LONG"
        ]
    document = '{ boxes(filter: {NOT: {secret: {eq: "s1"}}}) { totalCount } }'
    assert ask(boxes, document).data == {"boxes": {"totalCount": 5}}


# -- unions and ids -----------------------------------------------------------------------------------


def test_a_union_answers_for_the_types_that_may_be_read(boxes: Ways) -> None:
    document = """{
        lid: thing(id: "lid_b") { __typename ... on Lid { color } }
        things(ids: ["box_b", "lid_b", "lid_a", "box_none"]) { ... on Box { id name } ... on Lid { id color } }
    }"""
    lid_b, lid_a = {"id": "lid_b", "color": "BLUE"}, {"id": "lid_a", "color": "RED"}
    box_b = {"id": "box_b", "name": "b"}
    assert ask(boxes, document).data == {"lid": None, "things": [box_b, None, lid_a, None]}
    assert ask(boxes, document, MEMBER).data == {
        "lid": {"__typename": "Lid", "color": "BLUE"},
        "things": [box_b, lid_b, lid_a, None],
    }


# -- computed rows ------------------------------------------------------------------------------------

_WHOLE = """query D($word: String, $first: Int, $size: Int) {
  digest(word: $word, tone: LOUD, ask: {first: $first}, filter: {size: {gt: 0}}, first: $size) {
    __typename word total double
    first { id }
    things { __typename ... on Box { id } ... on Lid { id color } }
    boxes { name inside(first: 2) { edges { node { id } } } }
    part @noted(why: "the second") @skip(if: false) { text box { id } below { text loud below { loud } } }
    parts { text loud box { id lid { id } } }
    covered { id }
    shout
    marks { text place: at kind: __typename inner { deep } }
  }
}"""


@pytest.mark.parametrize("viewer", EVERYBODY)
def test_a_computed_row_holds_nodes_and_rows(viewer: Viewer, boxes: Ways) -> None:
    answered = ask(boxes, _WHOLE, viewer, word=" hush ", first=3)
    assert answered.round_trips == 1
    digest = answered.data["digest"]
    seen = ["box_b", "box_c", "box_d"]
    assert digest["first"] == {"id": "box_b"}
    assert digest["total"] == 3
    assert digest["double"] == 6
    assert [box["name"] for box in digest["boxes"]] == ["b", "b", "d"]
    below = {"text": "two", "loud": "x!", "below": None}
    assert digest["part"] == {"text": "one", "box": {"id": "box_c"}, "below": below}
    assert [part["loud"] for part in digest["parts"]] == ["b!", "b!", "d!"]
    assert [part["box"] for part in digest["parts"]] == [{"id": b, "lid": {"id": "lid_a"}} for b in seen]
    lids = ["lid_a"] if viewer is ANYBODY else ["lid_a", "lid_b"]
    assert [thing["id"] for thing in digest["things"]] == [*seen, *lids]
    # A lid that is anonymized is on no way from a box, but for its owner.
    assert digest["covered"] == [{"id": "lid_a"}] * 3


def test_what_python_finishes_is_selected_from_like_the_rest(boxes: Ways) -> None:
    digest = ask(boxes, _WHOLE, word=" hush ", first=3).data["digest"]
    assert digest["shout"] == "HUSH"
    assert digest["marks"] == [
        {"text": "hush/fa", "place": 0, "kind": "Mark", "inner": {"deep": 0}},
        {"text": "x/fa", "place": 1, "kind": "Mark", "inner": {"deep": 1}},
    ]


def test_facts_that_two_finished_values_share_are_found_once(boxes: Ways) -> None:
    alone = ask(boxes, "{ boxes { nodes { id initial } } }")
    beside = ask(boxes, "{ boxes { nodes { id initial: seal first: initial } } }")
    initials = {row["id"]: row["initial"] for row in alone.data["boxes"]["nodes"]}
    assert initials["box_d"] == "D"
    rows = {row["id"]: row for row in beside.data["boxes"]["nodes"]}
    assert {id_: row["first"] for id_, row in rows.items()} == initials
    assert (rows["box_b"]["initial"], rows["box_d"]["initial"]) == (None, "d: 3")


def test_a_source_that_gives_no_row_answers_null(boxes: Ways) -> None:
    assert ask(boxes, '{ digest(word: "nothing") { total shout } }').data == {"digest": None}
    needed = ask(boxes, '{ digestNeeded(word: "nothing") { total } }')
    assert needed.data is None
    assert needed.errors[0]["path"] == ["digestNeeded"]


def test_arguments_of_a_source_have_defaults_and_bounds(boxes: Ways) -> None:
    assert ask(boxes, "{ digest { word total shout } }").data == {
        "digest": {"word": None, "total": 2, "shout": None}
    }
    refused = ask(boxes, "{ digest(ask: {first: 101}) { total } }")
    assert refused.data == {"digest": None}
    (error,) = refused.errors
    assert "PAGE_SIZE" in error["message"]


def test_a_source_finds_what_is_asked_for_and_nothing_else(boxes: Ways) -> None:
    for asked, is_found in (
        ("total double", False),
        ("first { id } parts { text }", False),
        ("things { __typename }", True),
    ):
        ((text, _parameters),) = ask(boxes, f"{{ digest {{ {asked} }} }}").queries
        assert ("lids + [null]" in text) is is_found


def test_a_list_of_computed_rows_is_bounded_by_its_argument(boxes: Ways) -> None:
    assert ask(boxes, "{ each(first: 1) { text box { id } } }").data == {
        "each": [{"text": "b", "box": {"id": "box_b"}}]
    }
    too_many = "{ each(first: 100) { box { inside(first: 100) { edges { node { inside(first: 100) { edges { cursor } } } } } } } }"
    (error,) = boxes.ask(too_many, ANYBODY, schema=SCHEMA, most=MAXIMUM_POINTS).errors
    assert "QUERY_TOO_LARGE" in error["message"]


# -- where the schema and the model disagree ----------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (
            '{ rest(id: "tag_a") { __typename } }',
            "Rest may be a Tag in the model, and may not in the schema.",
        ),
        ("{ boxes { more } }", "BoxConnection has a field 'more' that no connection has."),
        ("{ boxes { pageInfo { total } } }", "PageInfo has a field 'total' that no page has."),
        ('{ box(id: "box_a") { homeless } }', "Box has a field 'homeless' that the model has not."),
        (
            '{ box(id: "box_a") { inside { edges { unheard } } } }',
            "InsideEdge has a field 'unheard' that the model's edge has not.",
        ),
        ("{ boxes(sort: [SECRET_ASC]) { totalCount } }", "Box cannot be sorted by 'SECRET_ASC'."),
        ('{ boxes(filter: {nowhere: {eq: "x"}}) { totalCount } }', "Box cannot be filtered by 'nowhere'."),
    ],
)
def test_a_field_without_a_home_is_the_schemas_fault(document: str, told: str, boxes: Ways) -> None:
    answered = boxes.ask(document, ANYBODY, schema=SCHEMA)
    (raised,) = answered.raised
    assert isinstance(raised, ModelError)
    assert str(raised) == told
    assert answered.queries == []
