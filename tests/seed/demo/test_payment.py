"""The demo's cohorts add up, small counts are withheld in them, and what was paid is what was due."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.model.cohorts import Gender
from graph.model.common import TargetGroup
from graph.model.due import due
from graph.queries.records import Link
from hub.resolvers.counts import expect_counts
from seed.demo.loader import build
from seed.sketch import Sketch, Thing

CONTENT = Path(__file__).resolve().parents[3] / "seed" / "demo" / "content"


def load(name: str) -> Any:
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sketch() -> Sketch:
    return build()


def of(sketch: Sketch, label: str) -> list[Thing]:
    return [thing for thing in sketch.things if thing.label == label]


@pytest.mark.parametrize("row", load("cohorts.json"), ids=lambda row: row["key"])
def test_counts_add_up_as_the_hub_asks(row: dict[str, Any]) -> None:
    enums = {"gender": Gender, "targetGroup": TargetGroup}
    rows = [
        {name: enums[name](value) if name in enums else value for name, value in one.items()}
        for one in row["outcomes"]
    ]
    assert len(expect_counts([Link(None, one) for one in rows])) == len(rows)


def test_reports_stand_everywhere_they_can_and_a_small_one_is_among_them(sketch: Sketch) -> None:
    reports = of(sketch, "CohortReport")
    assert {thing.properties["status"] for thing in reports} == {"DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED"}
    for thing in reports:
        shown, exact = sketch.linked(thing, "outcomes"), sketch.linked(thing, "exactOutcomes")
        for public, own in zip(shown, exact, strict=True):
            counts = [value for value in public.properties.values() if isinstance(value, int)]
            assert all(value >= 5 or value == public.properties["position"] for value in counts)
            assert own.properties["withheld"] == []
    assert any("ENROLLED" in part.properties["withheld"] for part in of(sketch, "CohortOutcome"))


def test_what_was_paid_was_due(sketch: Sketch) -> None:
    terms = {row["key"]: row for row in load("payment_terms.json")}
    for row in load("cohorts.json"):
        if not row["payments"]:
            continue
        (paid,) = [
            thing
            for thing in of(sketch, "Payment")
            if thing.properties["amount"] == row["payments"][0]["amountRial"]
        ]
        agreed = terms[row["terms"]]
        found = {
            "status": row["status"],
            "answeredOn": row["answeredOn"],
            "rows": row["outcomes"],
            "terms": agreed
            | {
                "amount": agreed["amountRial"],
                "amountUnit": "IRR",
                "rating": {"grade": paid.properties["grade"]},
            },
        }
        told = due(found, {})
        assert told is not None
        assert told["due"], told["missing"]
        assert int(told["installments"][0]["amount"]) == paid.properties["amount"]
