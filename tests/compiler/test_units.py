"""The compiler's stages one by one, without a database."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from graphql import GraphQLResolveInfo, execute, parse, validate

from graph.compiler import Compiler, EveryOf, ManyOf, OneOf, Role, Selection, Selections, Source, values
from graph.compiler.emit import emit
from graph.compiler.finish import Finishing, is_quick
from graph.compiler.plan import plan
from graph.compiler.selection import Field, InputObject, Name, Slot
from graph.compiler.tree import Given, OrderKey
from graph.compiler.visibility import Sight, restrict
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_FINISHED, MAXIMUM_PLANS
from graph.model import MODEL
from graph.model.members import Finished, Kind, Nested, Property
from graph.model.nodes import Shape
from tests.reference import SCHEMA


def selected(document: str, **variables: Any) -> Selection:
    """The selection of the first root field of a document."""
    found: list[Selection] = []

    def resolve(_source: Any, info: GraphQLResolveInfo[Any], **_arguments: Any) -> None:
        found.append(Selections().select(info))

    parsed = parse(document)
    assert not validate(SCHEMA, parsed), validate(SCHEMA, parsed)
    execute(SCHEMA, parsed, variable_values=variables, field_resolver=resolve)
    return found[0]


def query_of(document: str, entry: Any, role: Role = Role.MEMBER, **variables: Any) -> tuple[Any, list[Any]]:
    """The query of a document's first root field, and the values to bind."""
    selection = selected(document, **variables)
    return Compiler(MODEL).query(selection.field, entry, role), selection.values


def refused(document: str, entry: Any, **variables: Any) -> ValueRefused:
    """What a document is refused with, under its own response keys."""
    with pytest.raises(ValueRefused) as caught:
        _bound(document, entry, **variables)
    return caught.value.led(selected(document, **variables).way(caught.value.path))


def _bound(document: str, entry: Any, **variables: Any) -> dict[str, Any]:
    query, given = query_of(document, entry, **variables)
    bound: dict[str, Any] = query.bind(given)
    return bound


LESSONS, EXPERIENCES = EveryOf("Lesson"), EveryOf("Experience")
ORGANIZATIONS, COMMITMENTS = EveryOf("Organization"), EveryOf("Commitment")

# -- values ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, -1, 101, 2**31 - 1])
def test_a_page_has_1_to_100_rows(size: int) -> None:
    error = refused(
        "query Q($n: Int) { organizations(first: $n) { totalCount nodes { id } } }", ORGANIZATIONS, n=size
    )
    assert (error.code, error.path, error.at) == ("PAGE_SIZE", ("organizations",), "first")
    assert error.details == {"given": size, "maximum": 100}


def test_a_page_of_1_and_of_100_is_a_page() -> None:
    assert [values.page_size(size) for size in (1, 100)] == [1, 100]


@pytest.mark.parametrize(
    "id_", ["org_zz", "exp", "exp_", "_a", "", "exp_a b", "exp_آ", "exp_" + "a" * 65, "EXP_a", "exp_a_b", 7]
)
def test_an_id_has_its_types_prefix_and_letters_and_digits(id_: object) -> None:
    with pytest.raises(ValueRefused) as caught:
        values.identifier("exp")(id_)
    assert caught.value.code == "BAD_ID"
    assert caught.value.details["prefixes"] == "exp"


def test_a_list_has_at_most_500_entries() -> None:
    assert values.each(values.whole)([1, 2]) == [1, 2]
    assert len(values.each(str)(range(500))) == 500
    with pytest.raises(ValueRefused) as caught:
        values.each(str)(range(501))
    assert (caught.value.code, caught.value.details) == ("LIST_TOO_LONG", {"given": 501, "maximum": 500})


def test_text_to_compare_with_is_cleaned_or_folded() -> None:
    assert values.cleaned(" كتاب ") == "کتاب"
    assert values.part(" كتاب ") == "کتاب"
    assert values.folded_part("كتاب‌ها") == "کتاب"
    for convert in (values.cleaned, values.part, values.folded_part):
        with pytest.raises(ValueRefused, match="TEXT_TOO_LONG"):
            convert("a" * 1001)


@pytest.mark.parametrize("text", ["", " ", "\u200c", "\u2800", "\u200d\ufe0f"])
def test_a_part_of_which_nothing_is_left_is_none(text: str) -> None:
    assert (values.part(text), values.folded_part(text)) == (None, None)


@pytest.mark.parametrize("text", ["%", "؟", "\U0001f600", "«»"])
def test_a_sign_is_a_part_of_what_is_stored_and_not_of_what_is_searched(text: str) -> None:
    assert (values.part(text), values.folded_part(text)) == (text, None)


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1])
def test_a_whole_number_fits_64_bits(number: int) -> None:
    assert values.whole(number - (1 if number > 0 else -1)) == number - (1 if number > 0 else -1)
    with pytest.raises(ValueRefused, match="NUMBER_TOO_LARGE"):
        values.whole(number)


# -- cursors --------------------------------------------------------------------------------------------

_DAY = OrderKey(Property("startedOn", Kind.DATE), ascending=False)
_KEYS = (
    OrderKey(Property("title"), ascending=True),
    _DAY,
    OrderKey(Property("at", Kind.DATETIME), ascending=True),
    OrderKey(Property("count", Kind.INT), ascending=True),
    OrderKey(Property("share", Kind.FLOAT), ascending=True),
    OrderKey(Property("done", Kind.BOOLEAN), ascending=True),
)
_SIGNATURE = "+title-startedOn+at+count+share+done"


def test_a_cursor_gives_back_the_values_it_was_made_of() -> None:
    text = json.dumps([_SIGNATURE, "t\n", "2025-01-02", "2025-01-02T03:04:05.5Z", 6, 0.5, True, "exp_a"])
    moment = datetime(2025, 1, 2, 3, 4, 5, 500_000, tzinfo=UTC)
    read = values.cursor(_KEYS, [Kind.ID])
    assert read(text) == ["t\n", date(2025, 1, 2), moment, 6, 0.5, True, "exp_a"]
    assert read(text.replace("\\n", "\n"))[0] == "t\n"
    assert read(json.dumps([_SIGNATURE, *[None] * 6, "exp_a"])) == [*[None] * 6, "exp_a"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "5",
        "{}",
        "[]",
        '["-startedOn"]',
        '["-startedOn","2025-01-02"]',
        '["-startedOn","2025-01-02","exp_a","more"]',
        '["+startedOn","2025-01-02","exp_a"]',
        '["-createdAt","2025-01-02","exp_a"]',
        '["-startedOn","yesterday","exp_a"]',
        '["-startedOn",5,"exp_a"]',
        '["-startedOn",["2025-01-02"],"exp_a"]',
        '["-startedOn","2025-01-02",5]',
        '["-startedOn","2025-01-02",null]',
        pytest.param("[" * 100_000, id="too deep"),
        '["-startedOn","2025-01-02","exp_a"',
        pytest.param("1" * 5_000, id="too long a number"),
        pytest.param("\ud800", id="half a letter"),
    ],
)
def test_a_cursor_of_another_order_or_of_no_order_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused) as caught:
        values.cursor((_DAY,), [Kind.ID])(text)
    assert caught.value.code == "BAD_CURSOR"
    assert len(str(caught.value.details["given"])) <= 80


def test_a_cursor_of_a_number_is_a_number() -> None:
    read = values.cursor((OrderKey(Property("sequence", Kind.INT), ascending=True),), [Kind.ID])
    wrongs: tuple[Any, ...] = ("many", [1], {}, True, 1.5, 2**63, float("nan"))
    for wrong in wrongs:
        with pytest.raises(ValueRefused, match="BAD_CURSOR"):
            read(json.dumps(["+sequence", wrong, "eve_a"]))


def test_a_cursor_of_rows_that_may_stand_twice_tells_the_relationship_too() -> None:
    read = values.cursor((_DAY,), [Kind.ID, Kind.ENUM])
    assert read('["-startedOn",null,"exp_a","LEAD"]') == [None, "exp_a", "LEAD"]
    error = refused(
        'query Q($after: String) { organization(id: "org_a") { ties(after: $after) { totalCount nodes { id } } } }',
        OneOf("Organization"),
        after='["+nameFa","x","org_a"]',
    )
    assert (error.code, error.path, error.at) == ("BAD_CURSOR", ("organization", "ties"), "after")


# -- where a value stands ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "entry", "path", "argument", "code"),
    [
        ('{ q: organization(id: "exp_a") { name } }', OneOf("Organization"), ("q",), "id", "BAD_ID"),
        ('{ nodes(ids: ["org_a", "nope"]) { id } }', ManyOf("Node"), ("nodes",), "ids", "BAD_ID"),
        (
            '{ lessons(filter: {id: {in: ["les_a", "org_a"]}}) { totalCount } }',
            LESSONS,
            ("lessons",),
            "filter.id.in",
            "BAD_ID",
        ),
        (
            '{ lessons(filter: {AND: [{}, {NOT: {publisher: {id: {eq: "x"}}}}]}) { totalCount } }',
            LESSONS,
            ("lessons",),
            "filter.AND.1.NOT.publisher.id.eq",
            "BAD_ID",
        ),
        (
            "{ lessons { nodes { of: experiences { edges { node { t: topics(first: 0) { slug } } } } } } }",
            LESSONS,
            ("lessons", "nodes", "of", "edges", "node", "t"),
            "first",
            "PAGE_SIZE",
        ),
        (
            "{ events { nodes { subject { ... on Lesson { a: adoptions(last: 101) { nodes { id } } } } } } }",
            EveryOf("Event"),
            ("events", "nodes", "subject", "a"),
            "last",
            "PAGE_SIZE",
        ),
        (
            '{ experiences(sort: [TITLE_ASC], before: "[]") { nodes { id } } }',
            EXPERIENCES,
            ("experiences",),
            "before",
            "BAD_CURSOR",
        ),
    ],
)
def test_a_refused_value_is_told_by_its_path_and_argument(
    document: str, entry: Any, path: tuple[str, ...], argument: str, code: str
) -> None:
    error = refused(document, entry)
    assert (error.code, error.path, error.at) == (code, path, argument)


def test_first_and_last_together_are_refused_where_they_stand() -> None:
    document = "query Q($n: Int) { lessons { nodes { x: experiences(first: 1, last: $n) { totalCount } } } }"
    error = refused(document, LESSONS, n=1)
    assert (error.code, error.path, error.at) == ("FIRST_AND_LAST", ("lessons", "nodes", "x"), "last")
    assert _bound(document, LESSONS, n=None)
    assert _bound(document, LESSONS)


def test_a_value_that_stands_nowhere_has_no_place() -> None:
    field = selected("{ lessons(first: 1) { nodes { id } } }").field
    assert field.place(Slot(0)) == (("lessons",), "first")
    assert field.place(Slot(9)) is None


def test_a_value_that_came_from_nowhere_is_refused_without_a_place() -> None:
    query, given = query_of("{ lessons(first: 0) { nodes { id } } }", LESSONS)
    moved = replace(query, field=replace(query.field, arguments=()))
    with pytest.raises(ValueRefused) as caught:
        moved.bind(given)
    assert (caught.value.path, caught.value.at) == ((), None)


# -- bounds -----------------------------------------------------------------------------------------------


LESSONS = EveryOf("Lesson")


@pytest.mark.parametrize(
    ("entry", "document", "points"),
    [
        # One row of one value: 1.1, rounded up.
        (OneOf("Node"), '{ node(id: "org_a") { id } }', 2),
        # Five ids of one value each; a type name costs nothing.
        (
            ManyOf("Node"),
            '{ nodes(ids: ["org_a", "org_b", "org_c", "org_d", "org_e"]) { id title: __typename } }',
            6,
        ),
        # 20 rows of two values.
        (EXPERIENCES, "{ experiences(first: 20) { nodes { id title } } }", 24),
        # Twenty where nothing is said; the parts of an edge are values, too.
        (EXPERIENCES, "{ experiences { edges { cursor node { id } } } }", 26),
        # Each has five neighbours to look at, and ten rows to answer with: 20 × (1 + 5 + 10 × 1.1).
        (EXPERIENCES, "{ experiences(first: 20) { nodes { lessons(first: 10) { nodes { id } } } } }", 340),
        # A count looks at every row of its type, below a row at its neighbours.
        (EXPERIENCES, "{ experiences { totalCount } }", 1_000),
        (EXPERIENCES, "{ experiences(first: 1) { nodes { lessons { totalCount } } } }", 6),
        # A filter asks each row of the type: 1,000 × 1.1, to find 10 × 1.1 …
        (EXPERIENCES, '{ experiences(first: 10, filter: {title: {eq: "x"}}) { nodes { id } } }', 1_111),
        # … along an edge its five neighbours, too: 1,000 × (1 + 5 × 1.1); along an edge to one, that one.
        (
            EXPERIENCES,
            '{ experiences(first: 10, filter: {lessons: {some: {statement: {eq: "x"}}}}) { nodes { id } } }',
            6_511,
        ),
        (
            EXPERIENCES,
            '{ experiences(first: 10, filter: {region: {nameFa: {eq: "x"}}}) { nodes { id } } }',
            2_111,
        ),
        # … unless it names what they lead to, as many as hang on a term: 200 × (1 + 5 × 1.1) and the page.
        (
            EXPERIENCES,
            '{ experiences(first: 10, filter: {topics: {some: {slug: {eq: "x"}}}}) { nodes { id } } }',
            1_311,
        ),
        # Terms and organizations have a crowd of records, 200 to look at.
        (OneOf("Topic"), '{ topic(id: "top_a") { experiences { totalCount } } }', 201),
        (
            ORGANIZATIONS,
            '{ organizations(filter: {lessons: {some: {statement: {eq: "x"}}}}) { totalCount } }',
            6_500,  # … but where all are asked, most have few.
        ),
        (
            OneOf("Topic"),
            """{ topic(id: "top_a") { experiences(filter: {topics: {some: {experiences: {some: {
            title: {eq: "x"}}}}}}) { totalCount } } }""",
            221_201,  # 1 + 200 × (1 + 5 × (1 + 200 × 1.1))
        ),
        # The parts of an OR are added up.
        (
            EXPERIENCES,
            """{ experiences(first: 10, filter: {OR: [{title: {eq: "x"}}, {NOT: {title: {eq: "y"}}}]})
            { nodes { id } } }""",
            1_211,
        ),
        # A row of several types costs what the dearest does.
        (ManyOf("Node"), '{ nodes(ids: ["org_a"]) { id ... on Region { code nameFa } } }', 2),
        # What is worked out is dearer than what is stored: 10 × (1 + 5), and as an order 1,000 × (1 + 5) more.
        (LESSONS, "{ lessons(first: 10) { nodes { reuseCount } } }", 60),
        (LESSONS, "{ lessons(first: 10, sort: [REUSE_COUNT_DESC]) { nodes { reuseCount } } }", 6_060),
    ],
)
def test_a_price_follows_the_formula(entry: Any, document: str, points: int) -> None:
    query, given = query_of(document, entry)
    assert query.points(given) == points


def test_smaller_pages_make_it_cheaper() -> None:
    document = """query Q($a: Int!, $ids: [ID!]!) { nodes(ids: $ids) { ... on Organization {
        topics(first: $a) { experiences(first: 100) { nodes { id } } } } } }"""
    query, given = query_of(document, ManyOf("Node"), a=50, ids=["org_a"] * 10)
    # Each organization: itself, five topics to look at, and its page; each topic 200 experiences, and a page.
    assert query.points(given) == 10 * (1 + 5 + 50 * (1 + 200 + 110))
    assert query.points(given, 10) == 10 * (1 + 5 + 10 * (1 + 200 + 11))


@pytest.mark.parametrize(
    ("entry", "document", "way"),
    [
        (LESSONS, "{ lessons { nodes { id } } }", ("nodes", "id")),
        (LESSONS, "{ lessons { totalCount pageInfo { hasNextPage } } }", ()),
        (
            LESSONS,
            "{ lessons { totalCount edges { cursor node { id statement experiences { nodes { id title } } } } } }",
            ("edges", "node", "experiences"),
        ),
        (LESSONS, "{ lessons { nodes { id topics { id slug } } } }", ("nodes", "topics")),
        (
            ManyOf("Node"),
            '{ nodes(ids: ["org_a"]) { id ... on Organization { nameFa topics { slug labelFa } } } }',
            ("topics",),
        ),
        (
            LESSONS,
            "{ lessons { nodes { id publisher { id experiences { nodes { id } } } } } }",
            ("nodes", "publisher", "experiences", "nodes", "id"),
        ),
    ],
)
def test_the_dearest_part_is_what_costs_more_than_all_beside_it(
    entry: Any, document: str, way: tuple[str, ...]
) -> None:
    query, given = query_of(document, entry)
    assert Compiler(MODEL).dearest(query, entry, given) == way


def test_a_text_costs_its_planning_until_it_has_run() -> None:
    compiler = Compiler(MODEL)
    query = compiler.query(selected("{ experiences { nodes { id } } }").field, EXPERIENCES, Role.MEMBER)
    assert compiler.planning(query) == 5 * len(query.text)
    compiler.ran(query)
    assert compiler.planning(query) == 0
    for number in range(MAXIMUM_PLANS):
        compiler.ran(replace(query, text=str(number)))
    assert compiler.planning(query) == 5 * len(query.text)


def _ties(count: int, inner: str = "id") -> str:
    return "ties(first: 1) { nodes { " * count + inner + " } }" * count


def _tied(count: int) -> str:
    return "{ties: {some: " * count + "{kind: {eq: NGO}}" + "}}" * count


@pytest.mark.parametrize(
    ("entry", "document", "edges"),
    [
        (ORGANIZATIONS, f"{{ organizations {{ edges {{ cursor node {{ {_ties(12)} }} }} }} }}", 12),
        (OneOf("Node"), f'{{ node(id: "org_a") {{ ... on Organization {{ {_ties(12)} }} }} }}', 12),
        (ManyOf("Node"), f'{{ nodes(ids: ["org_a"]) {{ ... on Organization {{ {_ties(13)} }} }} }}', 13),
        (
            ORGANIZATIONS,
            f"{{ organizations(filter: {_tied(12)}) {{ totalCount pageInfo {{ endCursor }} }} }}",
            12,
        ),
        (
            ORGANIZATIONS,
            f"{{ organizations(filter: {{NOT: {{OR: [{_tied(13)}]}}}}) {{ nodes {{ id }} }} }}",
            13,
        ),
        (
            ORGANIZATIONS,
            f"{{ organizations {{ nodes {{ {_ties(6, f'ties(filter: {_tied(5)}) {{ totalCount }}')} }} }} }}",
            12,
        ),
        (
            ORGANIZATIONS,
            f"{{ organizations {{ nodes {{ {_ties(6, f'ties(filter: {_tied(6)}) {{ totalCount }}')} }} }} }}",
            13,
        ),
        (
            COMMITMENTS,
            "{ commitments { nodes { "
            + "partnership { commitments(first: 1) { nodes { " * 7
            + "id __typename"
            + " } } }" * 7
            + " } } }",
            14,
        ),
    ],
)
def test_a_query_walks_at_most_twelve_edges_one_inside_the_other(
    entry: Any, document: str, edges: int
) -> None:
    if edges <= 12:
        assert query_of(document, entry)[0].text
    else:
        error = refused(document, entry)
        assert (error.code, error.details) == ("DOCUMENT_TOO_LARGE", {"depth": edges, "maximum": 12})


# -- selections --------------------------------------------------------------------------------------------


def test_a_selection_is_the_same_for_other_values() -> None:
    document = """query Q($first: Int, $text: String, $kind: [OrganizationKind!]) {
        organizations(first: $first, filter: {nameFa: {contains: $text}, kind: {in: $kind}}) { nodes { id } } }"""
    one = selected(document, first=1, text="a", kind=["NGO"])
    other = selected(document, first=2, text="b", kind=["NETWORK", "ENTERPRISE"])
    assert one.field == other.field
    assert hash(one.field) == hash(other.field)
    assert (one.values, other.values) == ([1, "a", ["NGO"]], [2, "b", ["NETWORK", "ENTERPRISE"]])


def test_a_literal_and_a_variable_give_the_same_selection() -> None:
    literal = selected(
        '{ regions(first: 3, sort: [CODE_ASC], filter: {code: {in: ["a", "b"]}, kind: {eq: COUNTY}}) { nodes { id } } }'
    )
    variable = selected(
        """query Q($n: Int, $s: [RegionSort!], $f: RegionFilter) {
            regions(first: $n, sort: $s, filter: $f) { nodes { id } } }""",
        n=3,
        s=["CODE_ASC"],
        f={"code": {"in": ["a", "b"]}, "kind": {"eq": "COUNTY"}},
    )
    assert literal == variable
    assert literal.field.argument("sort") == (Name("CODE_ASC"),)
    assert literal.field.argument("none") is None
    assert literal.values == [3, ["a", "b"], "COUNTY"]


def test_what_shapes_a_query_is_part_of_its_selection() -> None:
    shapes = [
        "{ regions { nodes { id } } }",
        "{ regions(sort: [CODE_ASC]) { nodes { id } } }",
        "{ regions(sort: [CODE_DESC]) { nodes { id } } }",
        '{ regions(filter: {code: {eq: "a"}}) { nodes { id } } }',
        '{ regions(filter: {code: {contains: "a"}}) { nodes { id } } }',
        '{ regions(filter: {NOT: {code: {eq: "a"}}}) { nodes { id } } }',
        "{ regions { nodes { id @skip(if: true) } } }",
        "{ regions { nodes { a: id b: id } } }",
    ]
    assert len({selected(shape).field for shape in shapes}) == len(shapes)


def test_what_a_client_calls_things_is_no_part_of_it() -> None:
    one = selected(
        """query A($n: Int) { lessons(first: $n) { nodes { id s: statement then: statement
            of: experiences(first: 1) { nodes { id } } experiences(first: 2) { all: nodes { id } } } } }""",
        n=1,
    )
    other = selected(
        """query B($m: Int) { x: lessons(first: $m) { nodes { id statement statement_2: statement
            a: experiences(first: 1) { nodes { id } } b: experiences(first: 2) { nodes { id } } } } }""",
        m=1,
    )
    assert one.field == other.field
    assert [below.key for _, fields in one.field.on for below in fields] == ["nodes"]
    row = {"id": "les_a", "statement": "الف", "statement_2": "الف", "experiences": {"nodes": []}}
    answer = {"nodes": [{**row, "experiences_2": {"nodes": [{"id": "exp_a"}]}}]}
    assert one.called(answer) == {
        "nodes": [
            {
                "id": "les_a",
                "s": "الف",
                "then": "الف",
                "of": {"nodes": []},
                "experiences": {"all": [{"id": "exp_a"}]},
            }
        ]
    }
    assert other.called(answer)["nodes"][0]["b"] == {"nodes": [{"id": "exp_a"}]}
    assert one.way(("lessons", "nodes", "experiences_2", "nodes")) == (
        "lessons",
        "nodes",
        "experiences",
        "all",
    )
    assert other.way(("lessons", "nodes", "experiences_2")) == ("x", "nodes", "b")


def test_rows_of_several_types_have_one_key_for_one_name() -> None:
    selection = selected(
        """{ node(id: "org_a") { ... on Organization { x: nameFa y: nameEn } ... on Region { y: nameEn x: nameFa }
            ... on Topic { x: labelFa nameFa: slug } } }"""
    )
    keys = {type_: {f.name: f.key for f in fields} for type_, fields in selection.field.on if fields}
    assert keys["Organization"] == keys["Region"] == {"nameFa": "nameFa", "nameEn": "nameEn"}
    assert keys["Topic"] == {"labelFa": "nameFa", "slug": "slug"}
    assert selection.called({"nameFa": "کرمان", "nameEn": None}) == {"x": "کرمان", "y": None}
    assert selection.called({"nameFa": "آب", "slug": "water"}) == {"x": "آب", "nameFa": "water"}
    assert selection.called(None) is None


def test_an_answer_without_aliases_stays_as_it_is() -> None:
    selection = selected('{ node(id: "org_a") { id ... on Topic { slug } } }')
    answer = {"id": "top_a", "slug": "x"}
    assert selection.names is None
    assert selection.called(answer) is answer


def test_an_absent_variable_leaves_its_part_out() -> None:
    document = """query Q($first: Int, $code: String, $filter: RegionFilter) {
        regions(first: $first, filter: {code: {eq: $code, startsWith: "I"}, partOf: $filter}) { nodes { id } } }"""
    field = selected(document).field
    assert field.argument("first") is None
    assert field.argument("filter") == InputObject((("code", InputObject((("startsWith", Slot(0)),))),))


def test_a_fragment_holds_for_the_type_itself_its_interfaces_and_unions() -> None:
    document = """{ node(id: "org_a") {
        ... on Organization { a: id } ... on Node { b: id } ... { c: id } ...On ... on Region { d: id } } }
        fragment On on Subject { ... on Organization { e: id } ... on Lesson { f: id } }"""
    selection = selected(document)
    assert selection.names is not None
    below = {
        type_: [selection.names.one(field.key)[0] for field in fields] for type_, fields in selection.field.on
    }
    assert below["Organization"] == ["a", "b", "c", "e"]
    assert below["Region"] == ["b", "c", "d"]
    assert below["Lesson"] == ["b", "c", "f"]
    assert below["Topic"] == ["b", "c"]


# -- the cache ----------------------------------------------------------------------------------------------


def _asked(compiler: Compiler, document: str, role: Role = Role.MEMBER, *, typed: bool = False) -> Any:
    return compiler.query(selected(document).field, ORGANIZATIONS, role, typed=typed)


def test_requests_that_differ_in_values_share_one_text() -> None:
    compiler = Compiler(MODEL)
    first = _asked(compiler, '{ organizations(first: 1, filter: {nameFa: {eq: "a"}}) { nodes { id } } }')
    again = _asked(compiler, '{ organizations(first: 9, filter: {nameFa: {eq: "b"}}) { nodes { id } } }')
    assert first is again
    assert '"a"' not in first.text
    assert "9" not in first.text.replace("$p", "")


def test_roles_and_completion_have_texts_of_their_own() -> None:
    compiler = Compiler(MODEL)
    document = "{ organizations { nodes { lessons { totalCount } } } }"
    kept = {id(_asked(compiler, document, role)) for role in Role}
    kept.add(id(_asked(compiler, document, typed=True)))
    assert len(kept) == len(Role) + 1


def test_the_shape_that_was_not_asked_for_longest_is_forgotten() -> None:
    documents = [f"{{ organizations {{ nodes {{ {name} }} }} }}" for name in ("id", "name", "kind")]
    lengths = [len(_asked(Compiler(MODEL), document).text) for document in documents]
    compiler = Compiler(MODEL, most=sum(lengths) - 1)
    one, two = _asked(compiler, documents[0]), _asked(compiler, documents[1])
    assert _asked(compiler, documents[0]) is one
    _asked(compiler, documents[2])
    assert _asked(compiler, documents[0]) is one
    assert _asked(compiler, documents[1]) is not two


# -- rights -------------------------------------------------------------------------------------------------


def test_a_plan_without_rights_is_never_emitted() -> None:
    field = selected("{ experiences { nodes { id } } }").field
    with pytest.raises(AssertionError, match="a plan without rights"):
        emit(plan(field, EXPERIENCES, MODEL))
    with pytest.raises(AssertionError, match="a hop without rights"):
        emit(replace(plan(field, EXPERIENCES, MODEL), see=Sight(Role.ADMINISTRATOR, MODEL)))


@pytest.mark.parametrize("role", list(Role))
def test_every_place_where_a_record_is_reached_asks_for_the_right_to_read_it(role: Role) -> None:
    document = """{ experiences(filter: {lessons: {some: {adoptions: {none: {demo: {eq: true}}}}}}) {
        totalCount nodes { lessons { totalCount nodes { publisher { id } evidenceFor { nodes { id } } } } } } }"""
    query, _ = query_of(document, EXPERIENCES, role)
    reached = sum(query.text.count(f":{label})") for label in ("Experience", "Lesson", "Adoption"))
    public = query.text.count(".audience = 'PUBLIC'")
    members = query.text.count(".audience IN $viewer.audiences")
    assert reached == 9
    assert (public, members) == {
        Role.ANONYMOUS: (9, 0),
        Role.MEMBER: (0, 9),
        Role.COORDINATOR: (0, 9),
        Role.ADMINISTRATOR: (0, 9),
    }[role]


def test_values_never_become_text() -> None:
    document = """query Q($evil: String!) { organizations(
        filter: {nameFa: {contains: $evil}, registeredAt: {eq: $evil}, OR: [{website: null, nameEn: {in: [$evil]}}]}
    ) { nodes { id } } }"""
    document = document.replace("website: null, ", "")
    evil = "'}) DETACH DELETE n //\"`"
    query, given = query_of(document, ORGANIZATIONS, evil=evil)
    assert "DELETE" not in query.text
    assert evil in query.bind(given).values()


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role.ANONYMOUS, "x.audience = 'PUBLIC'"),
        (Role.ADMINISTRATOR, "(x.audience IN $viewer.audiences OR "),
    ],
)
def test_a_hand_written_part_asks_for_rights_the_same_way(role: Role, told: str) -> None:
    sight = Sight(role, MODEL)
    assert sight("x", "Experience").startswith(told)
    assert sight("x", "Topic") == "true"
    assert sight.along("a", "Topic", "experiences", "x").startswith(told)
    assert sight.along("a", "Topic", "broader", "x") == "true"
    contact = {Role.ANONYMOUS: "false", Role.ADMINISTRATOR: "true"}[role]
    assert sight("c", "Contact") == contact


def test_a_hand_written_walk_from_an_anonymized_record_is_closed() -> None:
    walk = Sight(Role.MEMBER, MODEL).along("a", "Lesson", "publisher", "o")
    assert walk == "(a.audience <> 'ANONYMIZED' OR $viewer.organization IN a.ownerIds)"
    either = Sight(Role.MEMBER, MODEL).along("a", "Adoption", "adopted", "x")
    assert either.startswith("CASE WHEN x:Lesson|Approach THEN (x.audience IN $viewer.audiences")
    assert Sight(Role.ANONYMOUS, MODEL).along("e", "Event", "subject", "s").endswith("ELSE false END")
    both = Sight(Role.MEMBER, MODEL).along("a", "Lesson", "experiences", "x")
    assert "a.audience <> 'ANONYMIZED'" in both
    assert "x.audience <> 'ANONYMIZED'" in both
    assert "none(owner IN x.ownerIds WHERE owner IN a.ownerIds)" in both


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role.ANONYMOUS, "CASE WHEN false AND "),
        (Role.MEMBER, "CASE WHEN $viewer.organization IN n.ownerIds AND "),
        (Role.COORDINATOR, "CASE WHEN $viewer.organization IN n.ownerIds AND "),
        (
            Role.ADMINISTRATOR,
            "CASE WHEN (NOT coalesce(n.audience, '') IN ['ANONYMIZED', 'AUTHORS'] OR ",
        ),
    ],
)
def test_what_its_owners_wrote_is_read_by_them_alone(role: Role, told: str) -> None:
    written = MODEL.nodes["Experience"].by_name["written"]
    assert isinstance(written, Nested)
    assert written.cypher is not None
    assert written.cypher("n", Sight(role, MODEL)).startswith(told)


# -- sources ------------------------------------------------------------------------------------------------


def test_a_source_is_asked_what_it_was_given() -> None:
    for ask in (Given().has, Given().value, Given().wants):
        with pytest.raises(NotImplementedError):
            ask("x")
    with pytest.raises(NotImplementedError):
        Given().where("x", "n")


def test_a_source_is_a_key_of_its_own() -> None:
    shape = Shape("S", (Property("x"),))
    write: Callable[[Any, Any], str] = lambda _see, _given: "WITH {x: 1} AS row"  # noqa: E731
    one, other = Source(shape, write), Source(shape, write)
    field = Field("s", "s", "S", required=False, many=False, arguments=(), on=(("S", ()),))
    compiler = Compiler(MODEL)
    assert compiler.query(field, one, Role.MEMBER) is compiler.query(field, one, Role.MEMBER)
    assert compiler.query(field, one, Role.MEMBER) is not compiler.query(field, other, Role.MEMBER)


def test_restricting_leaves_the_plan_it_was_given_as_it_was() -> None:
    bare = plan(selected("{ experiences { nodes { id } } }").field, EXPERIENCES, MODEL)
    restricted = restrict(bare, Role.MEMBER, MODEL)
    assert bare.see is None
    assert restricted != bare
    assert restricted == restrict(bare, Role.MEMBER, MODEL)


@pytest.mark.parametrize(
    ("sure", "told"), [(True, "row.at IS NOT NULL"), (False, "row.at:Organization")], ids=["sure", "not sure"]
)
def test_only_of_what_a_row_may_hold_otherwise_the_type_is_looked_at(sure: bool, told: str) -> None:
    at = Field("id", "id", "ID", required=True, many=False, arguments=(), on=())
    below = Field("at", "at", "Organization", False, False, (), (("Organization", (at,)),))
    field = Field("s", "s", "S", required=False, many=False, arguments=(), on=(("S", (below,)),))
    source = Source(
        Shape("S", (Nested("at", "Organization", required=False, sure=sure),)),
        lambda _see, _given: "WITH {at: null} AS row",
    )
    for role in Role:
        text = Compiler(MODEL).query(field, source, role).text
        assert text.endswith(
            f"RETURN {{at: CASE WHEN {told} THEN {{id: coalesce(row.at.id, $hole)}} END}} AS value"
        )


def _ready(*, quick: bool) -> Finishing:
    return Finishing(
        ("rows", "sum"), Finished("sum", Kind.INT, lambda value, _: value, quick=quick), None, (), None
    )


def test_little_that_is_quick_is_finished_at_once() -> None:
    most = int(MAXIMUM_FINISHED)
    rows: list[dict[str, Any]] = [{"sum": 1}] * most
    assert is_quick({"rows": rows}, (_ready(quick=True),))
    assert not is_quick({"rows": [*rows, {"sum": 1}]}, (_ready(quick=True),))
    assert not is_quick({"rows": rows}, (_ready(quick=True), _ready(quick=True)))
    assert not is_quick({"rows": rows[:1]}, (_ready(quick=True), _ready(quick=False)))


def test_a_cursor_holds_true_or_false_where_its_order_is_of_that() -> None:
    read = values.cursor((OrderKey(Property("done", Kind.BOOLEAN), ascending=True),), [Kind.ID])
    assert read('["+done",true,"a"]') == [True, "a"]
    with pytest.raises(ValueRefused, match="BAD_CURSOR"):
        read('["+done","yes","a"]')
