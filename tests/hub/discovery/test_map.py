"""networkMap: who is bound to whom, as of which day, and for whose eyes."""

from typing import Any

import pytest

from graph.limits import MAXIMUM_POINTS
from tests.compiler.ways import Ways
from tests.hub.discovery.asking import answered, refused
from tests.hub.discovery.network import OTHERS, VIEWERS

MAP = """query($filter: NetworkMapFilter, $nodes: Int, $ties: Int, $by: MapNodeSort, $tiesBy: MapTieSort) {
  networkMap(filter: $filter, nodesFirst: $nodes, tiesFirst: $ties, sortNodes: $by, sortTies: $tiesBy) {
    totalNodes totalTies truncated
    nodes { organization { id } degree }
    ties { source { id } target { id } kind since until partnership { id } experience { id } }
  }
}"""
ANONYMOUS = VIEWERS["anonymous"]


def _ties(ways: Ways, viewer: str = "anonymous", **given: Any) -> list[str]:
    """The ties, each by its ends and its kind."""
    answer = answered(ways, MAP, VIEWERS[viewer], **given)
    return [f"{tie['source']['id'][4:]} {tie['kind']} {tie['target']['id'][4:]}" for tie in answer["ties"]]


OPEN = [
    "helper PARTNERSHIP third",
    "helper SHARED_EXPERIENCE third",
    "helper FUNDS lonely",
    "third SUPERVISES far",
    "far PARTNERSHIP third",
    "third WORKS_WITH far",
]
"""Of any day, newest first; of today the first, the third and the fourth."""
OVER = "author REFERS_TO gone"
"""Ended today."""
SECRET = "author PARTNERSHIP far"
EVER = {"filter": {"ever": True}}


def test_the_map_has_every_organization_and_what_binds_them_today(ways: Ways) -> None:
    answer = answered(ways, MAP, ANONYMOUS)
    degrees = {node["organization"]["id"]: node["degree"] for node in answer["nodes"]}
    assert list(degrees.items()) == [
        ("org_helper", 2),
        ("org_third", 2),
        ("org_lonely", 1),
        ("org_far", 1),
        ("org_author", 0),
        ("org_gone", 0),
    ]
    assert (answer["totalNodes"], answer["totalTies"], answer["truncated"]) == (6, 3, False)
    assert _ties(ways) == [OPEN[0], OPEN[2], OPEN[3]]
    assert _ties(ways, filter={"ever": False}) == _ties(ways)
    assert answer["ties"][0]["partnership"] == {"id": "par_open"}


def test_a_degree_counts_neighbours_and_not_parallel_ties(ways: Ways) -> None:
    answer = answered(ways, MAP, ANONYMOUS, **EVER)
    degrees = {node["organization"]["id"]: node["degree"] for node in answer["nodes"]}
    assert list(degrees.items()) == [
        ("org_helper", 2),
        ("org_third", 2),
        ("org_author", 1),
        ("org_lonely", 1),
        ("org_far", 1),
        ("org_gone", 1),
    ]
    assert answer["totalTies"] == 7
    shared = next(tie for tie in answer["ties"] if tie["experience"])
    assert shared == {
        "source": {"id": "org_helper"},
        "target": {"id": "org_third"},
        "kind": "SHARED_EXPERIENCE",
        "since": "2023-04-01",
        "until": "2023-10-01",
        "partnership": None,
        "experience": {"id": "exp_open"},
    }


def test_a_tie_has_a_word_for_each_of_its_ends(ways: Ways) -> None:
    document = "{ networkMap { ties { kind sourceLabel targetLabel } } }"
    told = {
        tie["kind"]: (tie["sourceLabel"], tie["targetLabel"])
        for tie in answered(ways, document, ANONYMOUS)["ties"]
    }
    assert told == {
        "PARTNERSHIP": ("طرف مشارکت است با", "طرف مشارکت است با"),
        "FUNDS": ("تأمین مالی می‌کند", "تأمین مالی می‌شود از سوی"),
        "SUPERVISES": ("نظارت می‌کند بر", "نظارت می‌شود از سوی"),
    }


@pytest.mark.parametrize("viewer", VIEWERS)
def test_nobodys_map_shows_a_tie_over_a_failure_or_a_partnership_they_may_not_read(
    ways: Ways, viewer: str
) -> None:
    secret = [] if viewer in OTHERS else [SECRET]
    assert _ties(ways, viewer, **EVER) == [*secret, OVER, *OPEN]
    answer = answered(ways, MAP, VIEWERS[viewer])
    degrees = {node["organization"]["id"]: node["degree"] for node in answer["nodes"]}
    assert degrees["org_author"] == len(secret)
    assert answer["totalTies"] == 3 + len(secret)


@pytest.mark.parametrize("viewer", VIEWERS)
def test_what_is_only_claimed_is_on_nobodys_map(ways: Ways, viewer: str) -> None:
    for given in ({}, EVER, {"filter": {"asOf": "2026-03-21"}}, {"filter": {"tieKinds": ["SUPERVISES"]}}):
        assert "lonely SUPERVISES far" not in _ties(ways, viewer, **given)


def test_the_map_can_be_read_as_of_a_day(ways: Ways) -> None:
    # What was ended today held today; the map of today has it no longer.
    assert _ties(ways, filter={"asOf": "2026-03-21"}) == [OVER, OPEN[0], OPEN[2], OPEN[3]]
    assert _ties(ways, filter={"asOf": "2020-06-01"}) == [OPEN[4], OPEN[5]]
    assert _ties(ways, filter={"asOf": "2020-06-01", "ever": True}) == [OVER, *OPEN]
    assert _ties(ways, filter={"asOf": "2021-01-01"}) == [OPEN[3], OPEN[4]]
    assert _ties(ways, filter={"asOf": "2018-01-01"}) == []


def test_kinds_narrow_the_ties(ways: Ways) -> None:
    kinds = ["FUNDS", "SHARED_EXPERIENCE"]
    assert _ties(ways, filter={"tieKinds": kinds, "ever": True}) == [OPEN[1], OPEN[2]]
    assert _ties(ways, filter={"tieKinds": kinds}) == [OPEN[2]]
    assert _ties(ways, "author", filter={"tieKinds": ["PARTNERSHIP"], "partnershipKinds": ["AGREEMENT"]}) == [
        SECRET
    ]
    assert _ties(ways, filter={"tieKinds": []}) == []


def test_topics_and_regions_narrow_the_organizations(ways: Ways) -> None:
    by_topic = answered(ways, MAP, ANONYMOUS, filter={"topicIds": ["top_work"]}, by="NAME_ASC")
    assert [(node["organization"]["id"], node["degree"]) for node in by_topic["nodes"]] == [
        ("org_helper", 1),
        ("org_far", 1),
        ("org_gone", 0),
        ("org_third", 2),
    ]
    assert _ties(ways, filter={"regionIds": ["reg_thr"], "ever": True}) == OPEN[:2]
    both = answered(ways, MAP, ANONYMOUS, filter={"regionIds": ["reg_rey"], "topicIds": ["top_work"]})
    assert [node["organization"]["id"] for node in both["nodes"]] == ["org_helper"]
    assert (both["totalNodes"], both["totalTies"]) == (1, 0)


def test_only_ties_between_listed_organizations_are_listed(ways: Ways) -> None:
    answer = answered(ways, MAP, ANONYMOUS, nodes=2, **EVER)
    assert [node["organization"]["id"] for node in answer["nodes"]] == ["org_helper", "org_third"]
    assert len(answer["ties"]) == 2
    assert (answer["totalNodes"], answer["totalTies"], answer["truncated"]) == (6, 7, True)
    assert _ties(ways, ties=1) == OPEN[:1]
    assert answered(ways, MAP, ANONYMOUS, ties=1)["truncated"] is True


def test_ties_can_be_ordered(ways: Ways) -> None:
    assert _ties(ways, tiesBy="SINCE_ASC", **EVER) == [*reversed(OPEN), OVER]
    by_kind = [tie.split()[1] for tie in _ties(ways, tiesBy="KIND_ASC", **EVER)]
    assert by_kind == sorted(tie.split()[1] for tie in (OVER, *OPEN))


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("PAGE_SIZE", {"nodes": 0}),
        ("PAGE_SIZE", {"nodes": 2_001}),
        ("PAGE_SIZE", {"ties": 5_001}),
        ("BAD_ID", {"filter": {"topicIds": ["reg_ir"]}}),
        ("LIST_TOO_LONG", {"filter": {"regionIds": ["reg_ir"] * 501}}),
    ],
)
def test_what_is_out_of_bounds_is_refused(ways: Ways, code: str, arguments: dict[str, Any]) -> None:
    assert refused(ways, MAP, ANONYMOUS, **arguments) == code


def test_rows_below_the_map_are_bounded_too(ways: Ways) -> None:
    document = (
        "{ networkMap(nodesFirst: 2000) { nodes { organization { lessons(first: 100) { nodes { id } } } } } }"
    )
    assert "QUERY_TOO_LARGE" in ways.ask(document, ANONYMOUS, most=MAXIMUM_POINTS).errors[0]["message"]
