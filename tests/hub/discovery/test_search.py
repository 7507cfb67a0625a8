"""search: what is found, in which order, by whom, and what bounds it."""

from typing import Any

import pytest
from graphql import GraphQLUnionType

from graph.limits import MAXIMUM_POINTS
from graph.model import MODEL
from graph.model.found import SEARCHED
from hub.context import Viewer
from hub.schema import CORE
from tests.compiler.ways import Ways
from tests.hub.discovery.asking import answered, operators, refused
from tests.hub.discovery.network import OTHERS, VIEWERS
from tests.text.test_search import HOSTILE

SEARCH = """query($query: String!, $types: [SearchType!], $topicIds: [ID!], $regionIds: [ID!],
    $outcomes: [ExperienceOutcome!], $years: [Int!], $first: Int, $after: String) {
  search(query: $query, types: $types, topicIds: $topicIds, regionIds: $regionIds,
      outcomes: $outcomes, years: $years, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    didYouMean
    hits { cursor score missing node { ... on Node { id } } }
    facets {
      types { type count }
      topics { topic { slug } count }
      regions { region { code } count }
      outcomes { outcome count }
      years { year count }
    }
  }
}"""
ANONYMOUS, MEMBER = VIEWERS["anonymous"], VIEWERS["outsider"]


def found(ways: Ways, query: str, viewer: Viewer = ANONYMOUS, **filters: Any) -> list[str]:
    """The ids of the hits that hold every word."""
    hits = answered(ways, SEARCH, viewer, query=query, **filters)["hits"]
    return [hit["node"]["id"] for hit in hits if not hit["missing"]]


def test_everything_in_the_index_can_be_found() -> None:
    searched = {node.label for node in MODEL.nodes.values() if any(node.search)}
    assert {node.label for node in SEARCHED.values()} == searched
    assert set(MODEL.unions["Searchable"].labels) == searched
    union = CORE.get_type("Searchable")
    assert isinstance(union, GraphQLUnionType)
    assert {kind.name for kind in union.types} == searched


@pytest.mark.parametrize(
    "typed",
    [
        "كارگاه خياطي",
        "کارگاهِ خیاطیِ زنان",
        "کارگاه‌ها",
        "کارگاه های خیاطی",
        "زن سرپرست‌خانوار",
        "زن‌های سرپرست خانوارها",
        "خیاط",
        "1402",
        "١٤٠٢",
        "هر روز تمرین می‌کنند",
        "دوره",
        "پارچهٔ گران",
    ],
)
def test_no_spelling_hides_a_result(ways: Ways, typed: str) -> None:
    assert "exp_open" in found(ways, typed)


def test_titles_come_before_texts_and_whole_words_before_begun_ones(ways: Ways) -> None:
    assert found(ways, "پیوند") == [
        "par_open",  # a whole word of the title
        "off_machines",  # the beginning of one
        *sorted(["exp_open", "org_third"], key=found(ways, "پیوند").index),  # a whole word of the text
        "les_open",  # the beginning of one
    ]
    scores = [hit["score"] for hit in answered(ways, SEARCH, ANONYMOUS, query="پیوند")["hits"]]
    assert scores == [3.1875, 2.1875, 1, 1, 0.5]


@pytest.mark.parametrize("typed", ["", "   ", "«»!؟", "\u200c\u200f"])
def test_a_search_without_words_finds_nothing(ways: Ways, typed: str) -> None:
    assert answered(ways, SEARCH, VIEWERS["administrator"], query=typed) == {
        "totalCount": 0,
        "didYouMean": None,
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
        "hits": [],
        "facets": {"types": [], "topics": [], "regions": [], "outcomes": [], "years": []},
    }


@pytest.mark.parametrize("typed", [*HOSTILE, "searchTitle:کارگاه OR searchBody:x", "کارگاه') RETURN 1 //"])
def test_query_syntax_is_no_more_than_words(ways: Ways, typed: str) -> None:
    assert set(found(ways, typed)) <= {"exp_open"}


def test_the_longest_search_is_answered(ways: Ways) -> None:
    letters = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
    words = [letters[i : i + 20] for i in range(12)]
    assert found(ways, " ".join(words)) == []
    assert found(ways, "\u200c".join(words)) == []
    assert found(ways, "کارگاه " * 125) == ["exp_open"]


def test_highlights_show_the_words_in_the_text_as_it_was_typed(ways: Ways) -> None:
    document = """query($query: String!) { search(query: $query) { hits {
        node { __typename } marked: highlights { __typename of: field text ranges { start end } } } } }"""
    (hit,) = answered(ways, document, ANONYMOUS, query="پارچه‌های گران زن")["hits"]
    assert hit == {
        "node": {"__typename": "Experience"},
        "marked": [
            {
                "__typename": "Highlight",
                "of": "title",
                "text": "کارگاه خیاطی زنان سرپرست خانوار",
                "ranges": [{"start": 13, "end": 17}],
            },
            {
                "__typename": "Highlight",
                "of": "barriers",
                "text": "گرانی پارچه",
                "ranges": [{"start": 0, "end": 5}, {"start": 6, "end": 11}],
            },
        ],
    }


# -- what holds most of the words, and what was meant -----------------------------------------------


def partial(
    ways: Ways, query: str, viewer: Viewer = ANONYMOUS, **filters: Any
) -> list[tuple[str, list[str]]]:
    """The ids of the hits that lack a word of the search, with what they lack."""
    hits = answered(ways, SEARCH, viewer, query=query, **filters)["hits"]
    return [(hit["node"]["id"], hit["missing"]) for hit in hits if hit["missing"]]


def test_what_holds_most_of_the_words_follows_and_says_what_it_lacks(ways: Ways) -> None:
    near = [(key, ["ارزان"]) for key in ("exp_open", "ski_sewing", "top_sewing")]
    assert partial(ways, "خیاطی ارزان") == near
    assert partial(ways, "خیاطی ارزان زیبا", types=["LESSON"]) == []
    lost = ["ارزان", "زیبا", "قشنگ"]
    assert partial(ways, "خیاطی ارزان زیبا قشنگ") == [(key, lost) for key, _ in near]
    assert partial(ways, "ارزان زیبا قشنگ") == []
    assert partial(ways, "چطور کارگاه «خیاطی» راه بیندازیم؟") == [("exp_open", ["بیندازیم؟"])]


def test_those_that_lack_a_word_are_counted_nowhere_and_never_come_before_the_others(ways: Ways) -> None:
    answer = answered(ways, SEARCH, ANONYMOUS, query="پیوند مؤسسه")
    lacking = [bool(hit["missing"]) for hit in answer["hits"]]
    assert lacking == sorted(lacking)
    assert answer["totalCount"] == lacking.count(False) == sum(f["count"] for f in answer["facets"]["types"])
    assert all(hit["score"] > 0 for hit in answer["hits"])


def test_nothing_is_added_where_enough_is_found(ways: Ways) -> None:
    answer = answered(ways, SEARCH, ANONYMOUS, query="پیوند")
    assert (answer["totalCount"], len(answer["hits"]), answer["didYouMean"]) == (5, 5, None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("خیاتی", "خیاطی"),
        ("کارگاح زنان", "کارگاه زنان"),
        ("پارچح", "پارچه"),
        ("سرپرشت خانوار", "سرپرست خانوار"),
        ("خیاطی", None),
        ("خیاط", None),
        ("کژدمبانی", None),
        ("۱۴۰۳", None),
    ],
)
def test_a_near_word_is_proposed_where_one_is_known(ways: Ways, typed: str, meant: str | None) -> None:
    answer = answered(ways, SEARCH, ANONYMOUS, query=typed)
    assert answer["didYouMean"] == meant
    if meant is not None:
        assert "exp_open" in [hit["node"]["id"] for hit in answer["hits"]]
        assert "exp_open" in found(ways, meant)


@pytest.mark.parametrize("viewer", VIEWERS)
def test_words_of_what_a_viewer_may_not_read_are_never_proposed(ways: Ways, viewer: str) -> None:
    may_read = viewer != "anonymous"
    answer = answered(ways, SEARCH, VIEWERS[viewer], query="زعفارن")
    assert answer["didYouMean"] == ("زعفران" if may_read else None)
    assert bool(answer["hits"]) is may_read
    of_the_draft = answered(ways, SEARCH, VIEWERS[viewer], query="هنوظ زعفران")["didYouMean"]
    assert of_the_draft == ("هنوز زعفران" if viewer == "author" else None)


@pytest.mark.parametrize("first", [1, 2])
def test_pages_go_on_from_what_holds_all_to_what_holds_most(ways: Ways, first: int) -> None:
    whole = answered(ways, SEARCH, MEMBER, query="پیوند مؤسسه")["hits"]
    paged: list[Any] = []
    after = None
    while len(paged) < len(whole):
        answer = answered(ways, SEARCH, MEMBER, query="پیوند مؤسسه", first=first, after=after)
        assert 0 < len(answer["hits"]) <= first
        paged += answer["hits"]
        after = answer["pageInfo"]["endCursor"]
        assert answer["pageInfo"]["hasNextPage"] is (len(paged) < len(whole))
    assert paged == whole
    assert len(whole) > 2


# -- facets and filters ---------------------------------------------------------------------------


def test_facets_count_all_hits(ways: Ways) -> None:
    answer = answered(ways, SEARCH, ANONYMOUS, query="پیوند", first=1)
    assert (answer["totalCount"], len(answer["hits"])) == (5, 1)
    assert answer["facets"] == {
        "types": [
            {"type": kind, "count": 1}
            for kind in ("EXPERIENCE", "LESSON", "ORGANIZATION", "PARTNERSHIP", "RESOURCE_OFFER")
        ],
        "topics": [
            {"topic": {"slug": "home"}, "count": 4},
            {"topic": {"slug": "work"}, "count": 4},
            {"topic": {"slug": "sewing"}, "count": 1},
        ],
        "regions": [
            {"region": {"code": "IR"}, "count": 3},
            {"region": {"code": "IR-23"}, "count": 3},
            {"region": {"code": "IR-23-rey"}, "count": 1},
        ],
        "outcomes": [{"outcome": "SUCCESS", "count": 1}],
        "years": [{"year": 2026, "count": 2}, {"year": 2024, "count": 1}, {"year": 2023, "count": 1}],
    }


def test_a_facet_says_how_many_hits_its_filter_leaves(ways: Ways) -> None:
    facets = answered(ways, SEARCH, MEMBER, query="کار")["facets"]
    slugs = {f"{kind}Ids": ids for kind, ids in (("topic", "top_"), ("region", "reg_"))}
    codes = {"IR": "ir", "IR-23": "thr", "IR-07": "frs", "IR-23-rey": "rey"}
    told = {
        "types": {facet["type"]: facet["count"] for facet in facets["types"]},
        "outcomes": {facet["outcome"]: facet["count"] for facet in facets["outcomes"]},
        "years": {facet["year"]: facet["count"] for facet in facets["years"]},
        "topicIds": {slugs["topicIds"] + f["topic"]["slug"]: f["count"] for f in facets["topics"]},
        "regionIds": {slugs["regionIds"] + codes[f["region"]["code"]]: f["count"] for f in facets["regions"]},
    }
    assert all(told.values())
    for name, counts in told.items():
        for value, count in counts.items():
            assert answered(ways, SEARCH, MEMBER, query="کار", **{name: [value]})["totalCount"] == count


def test_filters_hold_together(ways: Ways) -> None:
    everything: dict[str, Any] = {
        "types": ["EXPERIENCE", "LESSON"],
        "topicIds": ["top_work"],
        "regionIds": ["reg_ir"],
    }
    assert found(ways, "پیوند", **everything, outcomes=["SUCCESS"], years=[2023, 2024]) == ["exp_open"]
    assert found(ways, "پیوند", **everything, outcomes=["FAILURE"], years=[2023]) == []
    assert found(ways, "پیوند", types=[]) == []
    assert found(ways, "معیشت", topicIds=["top_work"]) == ["top_work"]


# -- who finds what -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("viewer", "expected"),
    [
        ("anonymous", []),
        ("helper", ["exp_hidden"]),
        ("outsider", ["exp_hidden"]),
        ("coordinator", ["exp_hidden"]),
        ("author", ["exp_draft", "exp_hidden"]),
        ("administrator", ["exp_hidden"]),
    ],
)
def test_a_search_finds_what_its_viewer_may_read(ways: Ways, viewer: str, expected: list[str]) -> None:
    answer = answered(ways, SEARCH, VIEWERS[viewer], query="کشت زعفران")
    assert sorted(hit["node"]["id"] for hit in answer["hits"]) == expected
    assert answer["totalCount"] == len(expected)
    assert sum(facet["count"] for facet in answer["facets"]["types"]) == len(expected)
    assert sum(facet["count"] for facet in answer["facets"]["outcomes"]) == len(expected)


@pytest.mark.parametrize("viewer", OTHERS)
def test_a_hit_does_not_lead_to_the_author_of_a_failure(ways: Ways, viewer: str) -> None:
    document = """query($query: String!) { search(query: $query) { hits { node { ... on Experience {
        title publisher { id } participants { totalCount nodes { id } }
        topics(first: 2) { organizations { nodes { id experiences { nodes { id } } } } } } } } } }"""
    answer = answered(ways, document, VIEWERS[viewer], query="زعفران")
    assert [hit["node"]["publisher"] for hit in answer["hits"]] == [None] * len(answer["hits"])
    assert [hit["node"]["participants"]["totalCount"] for hit in answer["hits"]] == [0] * len(answer["hits"])
    assert "org_author" not in str(answer)


def test_the_author_sees_their_own_name_on_a_hit(ways: Ways) -> None:
    document = '{ search(query: "زعفران کشت شکست") { hits { missing node { ... on Experience { publisher { id } } } } } }'
    answer = answered(ways, document, VIEWERS["author"])
    named = {"publisher": {"id": "org_author"}}
    assert answer == {"hits": [{"missing": [], "node": named}, {"missing": ["شکست"], "node": named}]}


# -- pages and bounds -----------------------------------------------------------------------------


@pytest.mark.parametrize("first", [1, 2, 3])
def test_pages_put_together_are_the_whole(ways: Ways, first: int) -> None:
    whole = answered(ways, SEARCH, MEMBER, query="پیوند")["hits"]
    assert len(whole) == 5
    paged: list[Any] = []
    after = None
    while True:
        answer = answered(ways, SEARCH, MEMBER, query="پیوند", first=first, after=after)
        assert answer["totalCount"] == 5
        assert answer["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert len(answer["hits"]) <= first
        paged += answer["hits"]
        after = answer["pageInfo"]["endCursor"]
        if not answer["pageInfo"]["hasNextPage"]:
            break
    assert paged == whole


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("PAGE_SIZE", {"first": 0}),
        ("PAGE_SIZE", {"first": 101}),
        ("TEXT_TOO_LONG", {"query": "ک" * 1_001}),
        ("LIST_TOO_LONG", {"years": [2020] * 501}),
        ("BAD_ID", {"topicIds": ["reg_ir"]}),
        ("BAD_ID", {"regionIds": ["reg_'"]}),
        ("BAD_CURSOR", {"after": "next"}),
        ("BAD_CURSOR", {"after": "[]"}),
        ("BAD_CURSOR", {"after": '["+lacks-score",0,"3","exp_open"]'}),
        ("BAD_CURSOR", {"after": '["+lacks-score",0,true,"exp_open"]'}),
        ("BAD_CURSOR", {"after": '["+lacks-score",0,1,2]'}),
        ("BAD_CURSOR", {"after": '["+lacks-score",1,"exp_open"]'}),
        ("BAD_CURSOR", {"after": '["+nameFa",1,"exp_open"]'}),
        ("BAD_CURSOR", {"after": '["+lacks-score",0,NaN,"exp_open"]'}),
        ("BAD_CURSOR", {"after": '["+lacks-score",0,1e999,"exp_open"]'}),
        ("BAD_CURSOR", {"after": '["+lacks-score",0,1,"\\ud800"]'}),
    ],
)
def test_what_is_out_of_bounds_is_refused(ways: Ways, code: str, arguments: dict[str, Any]) -> None:
    assert refused(ways, SEARCH, ANONYMOUS, **({"query": "کار"} | arguments)) == code


def test_rows_below_hits_are_bounded_too(ways: Ways) -> None:
    document = """{ search(query: "کار", first: 100) { hits { node { ... on Experience {
        lessons(first: 100) { nodes { experiences(first: 20) { nodes { id } } } } } } } } }"""
    asked = ways.ask(document, ANONYMOUS, most=MAXIMUM_POINTS)
    assert asked.round_trips == 0
    assert "QUERY_TOO_LARGE" in asked.errors[0]["message"]


@pytest.mark.parametrize("viewer", VIEWERS)
def test_a_search_starts_from_the_index(ways: Ways, viewer: str) -> None:
    filters = {"topicIds": ["top_work"], "regionIds": ["reg_ir"], "types": ["LESSON"]}
    found = operators(ways, SEARCH, VIEWERS[viewer], query="کار", **filters)
    assert "ProcedureCall" in found
    assert [operator for operator in found if "Scan" in operator] == []
