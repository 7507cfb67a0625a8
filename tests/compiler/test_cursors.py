"""Cursors that nobody was given: each is refused, or stands for a place; none is a fault."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import ValueRefused
from tests.compiler.ways import VIEWERS, Ways

ORDERS = (
    ("experiences", []),
    ("experiences", ["TITLE_ASC"]),
    ("experiences", ["STARTED_ON_DESC", "PUBLISHED_AT_ASC", "TITLE_DESC"]),
    ("organizations", ["FOUNDING_DATE_ASC"]),
    ("exchanges", ["DELIVERED_AT_DESC"]),
)
QUERY = (
    "query($after: String, $sort: [«»Sort!]) {{ {0}(first: 3, sort: $sort, after: $after)"
    " {{ edges {{ cursor }} }} }}"
)

ODD = st.sampled_from(
    [
        None,
        True,
        -1,
        10**30,
        float("inf"),
        float("nan"),
        "\ud800",
        "2026-02-30",
        "10000-01-01",
        "2026-W10-1",
        "2026-03-01",
        "2026-03-01T10:00:00",
        "2026-03-01T10:00:00+23:59",
        "2026-03-01T10:00:00.123456789Z",
        "0001-01-01T00:00:00+14:00",
        "2026-03-01T25:00:00Z",
        "٢٠٢٦-٠٣-٠١",
        [],
        {},
    ]
)


def document(field: str) -> str:
    labels = {"experiences": "Experience", "organizations": "Organization", "exchanges": "Exchange"}
    return QUERY.format(field).replace("«»", labels[field])


def cursors(ways: Ways, field: str, sort: list[str], **variables: Any) -> list[str]:
    """The cursors of a page. Raises ValueRefused; any other fault fails."""
    asked = ways.ask(document(field), VIEWERS["administrator"], variables={"sort": sort, **variables})
    for error in asked.raised:
        raise error
    assert asked.errors == []
    return [edge["cursor"] for edge in asked.data[field]["edges"]]


def told(ways: Ways, field: str, sort: list[str], after: str) -> str:
    """Whether a cursor is refused or taken."""
    try:
        cursors(ways, field, sort, after=after)
    except ValueRefused as refused:
        return refused.code
    return "a page"


@pytest.mark.parametrize(("field", "sort"), ORDERS)
def test_a_made_up_cursor_is_refused_or_stands_for_a_place(ways: Ways, field: str, sort: list[str]) -> None:
    true = cursors(ways, field, sort)

    @settings(max_examples=60)
    @given(st.sampled_from(true), st.data())
    def check(cursor: str, data: st.DataObject) -> None:
        parts = json.loads(cursor)
        place = data.draw(st.integers(0, len(parts) - 1))
        text = data.draw(st.text(st.characters(), max_size=3))
        cut = data.draw(st.integers(0, len(cursor)))
        wrong = data.draw(
            st.sampled_from(
                [
                    json.dumps([*parts[:place], data.draw(ODD), *parts[place + 1 :]]),
                    cursor[:cut] + text + cursor[cut:],
                    cursor[:cut] + text + cursor[cut + len(text) :],
                    cursor[:cut],
                ]
            )
        )
        assert told(ways, field, sort, wrong) in {"BAD_CURSOR", "a page"}

    check()


@pytest.mark.parametrize(
    "moment",
    [
        "2026-03-01",
        "2026-03-01T10:00:00",
        "2026-03-01T10:00:00+03:30",
        "2026-13-01T10:00:00Z",
        "2026-03-01T10:00:00.1234567Z",
        "\ud800",
        None,
        1,
    ],
)
def test_what_is_no_moment_of_a_row_is_no_empty_page(ways: Ways, moment: Any) -> None:
    (first, *_) = cursors(ways, "experiences", [])
    signature, _, id_ = json.loads(first)
    with pytest.raises(ValueRefused) as caught:
        cursors(ways, "experiences", [], after=json.dumps([signature, moment, id_]))
    assert caught.value.code == "BAD_CURSOR"
