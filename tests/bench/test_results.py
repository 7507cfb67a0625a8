"""What is told of a run follows from its rounds."""

import xml.etree.ElementTree as ET
from typing import Any

import pytest

from bench import picture, results
from bench.measure import Series
from bench.shapes import BY_NAME, SHAPES


def _series(alone: float, rate: float) -> dict[str, Any]:
    series = Series(bytes=10, queries=1, trips=1, hits=5)
    for drift in (1.0, 3.0):  # the machine is slower in the second round, for everybody
        series.alone.append([alone * drift] * 9)
        series.crowd.append([alone * drift] * 4)
        series.rates.append(rate / drift)
    return series.told()


LIMIT, HUB, PEER = _series(0.002, 600), _series(0.003, 480), _series(0.009, 120)
FACTS: dict[str, Any] = {
    "nodes": 65_000,
    "shapes": {"page_20": {"limit": LIMIT, "hub": HUB, "peer-yoga": PEER}},
}


def test_a_ratio_is_taken_within_each_round() -> None:
    assert results.ratio(HUB, LIMIT, "p50") == pytest.approx(1.5)
    assert results.ratio(HUB, LIMIT, "rate") == pytest.approx(0.8)
    assert results.ratio(HUB, {"failed": "an answer took more than 30 s"}, "p50") is None


def test_goals_that_are_missed_are_told() -> None:
    assert list(results.missed_goals(BY_NAME["page_20"], FACTS["shapes"]["page_20"])) == [
        "1.50 × the limit's p50; 1.15 was to be reached",
        "0.80 × the limit's requests a second; 0.9 was to be reached",
        "3.0 × faster than peer-yoga; 4 × was to be reached",
    ]


def test_the_table_has_a_line_for_every_contender() -> None:
    lines = list(results.table(FACTS))
    assert [line.split()[0] for line in lines[2:5]] == ["limit", "hub", "peer-yoga"]


def test_the_picture_is_well_formed() -> None:
    root = ET.fromstring(picture.svg(FACTS))  # noqa: S314 - our own text
    assert root.tag.endswith("svg")


def test_results_are_kept_and_read_again(tmp_path: Any) -> None:
    path = tmp_path / "kept" / "65000.json"
    results.write(path, {"nodes": 65_000, "p50": 1.23456})
    assert results.read(path) == {"nodes": 65_000, "p50": 1.235}
    assert results.read(tmp_path / "none.json") == {}


def test_names_of_shapes_are_unique() -> None:
    assert len(BY_NAME) == len(SHAPES)
