"""Answers are compared value by value and in order; a peer's are brought into one form by rule, not by case."""

from typing import Any

import pytest

from bench.answers import Different, compare, difference, fitted, normal
from bench.shapes import BY_NAME

PAGE = BY_NAME["page_20"]


@pytest.mark.parametrize(
    ("theirs", "ours", "place"),
    [
        ({"a": 1, "b": [1, 2]}, {"b": [1, 2], "a": 1}, ""),
        ({"a": [2, 1]}, {"a": [1, 2]}, "data.a[0]: 2 and 1"),
        ({"a": [1]}, {"a": [1, 2]}, "data.a: 1 and 2 rows"),
        ({"a": 1}, {"b": 1}, "data: the fields ['a'] and ['b']"),
        ({"a": True}, {"a": 1}, "data.a: True and 1"),
        ({"a": None}, {"a": {"id": 1}}, "data.a: None and {'id': 1}"),
    ],
)
def test_a_difference_is_named_by_its_place(theirs: Any, ours: Any, place: str) -> None:
    assert difference(theirs, ours, "data") == place


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ({"nodes": [{"id": 1}]}, [{"id": 1}]),
        ({"totalCount": 1, "edges": [{"node": {"id": 1}}]}, {"totalCount": 1, "nodes": [{"id": 1}]}),
        ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000Z"),
        ("2026-01-02T03:04:05.123456Z", "2026-01-02T03:04:05.123Z"),
        ({"lesson": {"id": 1}, "errors": []}, {"lesson": {"id": 1}}),
        ({"lesson": None, "errors": [{"code": "X"}]}, {"lesson": None, "errors": [{"code": "X"}]}),
    ],
)
def test_peers_and_hub_have_one_form(told: Any, same: Any) -> None:
    assert normal(told) == normal(same)


def test_a_list_of_one_fits_where_the_hub_has_an_object() -> None:
    ours = {"publisher": {"id": 1}, "region": None, "topics": [{"id": 2}]}
    theirs = {"publisher": [{"id": 1}], "region": [], "topics": [{"id": 2}]}
    assert fitted(theirs, ours) == ours
    assert fitted({"publisher": [{"id": 1}, {"id": 3}]}, ours) != ours


def test_a_peer_is_read_in_the_common_form_and_the_others_as_they_are() -> None:
    ours = [{"organizations": {"nodes": [{"id": "org_1", "location": {"id": "reg_1"}}]}}]
    theirs = [{"organizations": [{"id": "org_1", "location": [{"id": "reg_1"}]}]}]
    compare(PAGE, "peer-yoga", theirs, ours)
    with pytest.raises(Different, match=r"page_20, draw 0: plain and the hub differ at data"):
        compare(PAGE, "plain", theirs, ours)


def test_only_ids_that_were_made_may_differ_after_a_write() -> None:
    def told(id_: str, version: int) -> list[Any]:
        return [{"publishLesson": {"lesson": {"id": id_, "version": version}, "errors": []}}]

    compare(BY_NAME["publish_lesson"], "limit", told("les_a", 2), told("les_b", 2))
    with pytest.raises(Different, match="version: 3 and 2"):
        compare(BY_NAME["publish_lesson"], "limit", told("les_a", 3), told("les_b", 2))
