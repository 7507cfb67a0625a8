"""An offer meets a need or is only near it: judged on the list `pairs.yaml`, in the real graph."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.compiler.ways import Ways
from tests.hub.discovery.network import VIEWERS, organization
from tests.network import BEGUN, Network

PRECISION, RECALL = 0.95, 0.95
"""The least that must hold of the list."""
MADE = datetime(2026, 1, 1, tzinfo=UTC)
_VERSIONED = {"version": 1, "createdAt": MADE, "updatedAt": MADE, "demo": False}
_PUBLISHED = {"status": "PUBLISHED", "visibility": "PUBLIC", "audience": "PUBLIC", "publishedAt": MADE}
_REGIONS = (
    ("reg_ir", "COUNTRY", None),
    ("reg_thr", "PROVINCE", "reg_ir"),
    ("reg_frs", "PROVINCE", "reg_ir"),
    ("reg_rey", "COUNTY", "reg_thr"),
    ("reg_shm", "COUNTY", "reg_thr"),
)
ASKED = """query($of: ID!, $need: ID) { collaborators(organizationId: $of, needId: $need) {
  organization { id } reasons { kind weight offers { id } needs { id } } } }"""


@dataclass(frozen=True)
class Pair:
    """A need and an offer, and whether the one meets the other."""

    meets: bool
    kind: str
    need: str
    offer: str
    more: dict[str, Any]


PAIRS = [Pair(*row) for row in yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text("utf-8"))]


def _network() -> Network:
    made = Network()
    for key, kind, within in _REGIONS:
        made.add("Region", key, code=key, kind=kind, nameFa=key, deprived=False, **BEGUN)
        if within:
            made.link(key, "PART_OF", within)
    made.add("Skill", "ski_one", slug="one", labelFa="مهارت", kind="HARD", **BEGUN)
    for number, pair in enumerate(PAIRS):
        made.add("Topic", f"top_{number}", slug=f"topic-{number}", labelFa=f"موضوع {number}", **BEGUN)
        for label, key, title, taken in (
            ("ResourceNeed", f"nee_{number}", pair.need, "FOR_NEED"),
            ("ResourceOffer", f"off_{number}", pair.offer, "OF_OFFER"),
        ):
            _add(made, number, pair, label, key, title, taken)
    return made


def _add(made: Network, number: int, pair: Pair, label: str, key: str, title: str, taken: str) -> None:
    side = "need" if label == "ResourceNeed" else "offer"
    owner, said = f"org_{side}{number}", pair.more.get(side, {})
    organization(made, owner, f"سازمان {side} {number}")
    made.add(
        label, key, kind=pair.kind, title=title, language="FA", unit=said.get("unit"), ownerIds=[owner],
        startsOn=said.get("starts"), endsOn=said.get("ends"), quantity=10.0 if "left" in said else None,
        fulfillment="RESERVED" if "left" in said else "OPEN", **_VERSIONED, **_PUBLISHED,
    )  # fmt: skip
    made.link(key, "PUBLISHED_BY", owner)
    made.link(key, "ABOUT", f"top_{number}")
    if "region" in said:
        made.link(key, "LOCATED_IN", said["region"])
    if pair.more.get("skill"):
        made.link(key, "USES_SKILL", "ski_one")
    if "left" in said:
        made.add(
            "Exchange", f"exc_{number}", status="ACCEPTED", quantity=10.0 - said["left"], audience="OWNERS",
            ownerIds=[owner], **_VERSIONED,
        )  # fmt: skip
        made.link(f"exc_{number}", taken, key)


@pytest.fixture(scope="module")
def network() -> Network:
    return _network()


Reasons = dict[str, dict[str, Any]]


def _reasons(ways: Ways, number: int, one: str, other: str) -> Reasons:
    """What speaks for the other side of a pair, by its kind."""
    variables = {"of": f"org_{one}{number}", "need": f"nee_{number}" if one == "need" else None}
    asked = ways.ask(ASKED, VIEWERS["anonymous"], variables=variables)
    assert asked.errors == []
    of_pair = [c for c in asked.data["collaborators"] if c["organization"]["id"] == f"org_{other}{number}"]
    return {reason["kind"]: reason for c in of_pair for reason in c["reasons"]}


@pytest.fixture(scope="module")
def there(ways: Ways) -> list[Reasons]:
    """What who needs is told of who offers, by the places of the pairs."""
    return [_reasons(ways, number, "need", "offer") for number in range(len(PAIRS))]


@pytest.fixture(scope="module")
def back(ways: Ways) -> list[Reasons]:
    """What who offers is told of who needs."""
    return [_reasons(ways, number, "offer", "need") for number in range(len(PAIRS))]


def test_the_list_is_long_enough_and_holds_both() -> None:
    assert len(PAIRS) >= 60
    assert min(sum(pair.meets for pair in PAIRS), sum(not pair.meets for pair in PAIRS)) >= 25


def test_what_meets_a_need_is_told_from_what_is_near_it(
    there: list[Reasons], capsys: pytest.CaptureFixture[str]
) -> None:
    judged = [(pair, "OFFER_MEETS_NEED" in reasons) for pair, reasons in zip(PAIRS, there, strict=True)]
    right = sum(said and pair.meets for pair, said in judged)
    precision, recall = right / sum(said for _, said in judged), right / sum(pair.meets for pair in PAIRS)
    wrong = [f"{pair.need} / {pair.offer} {pair.more}" for pair, said in judged if said is not pair.meets]
    with capsys.disabled():
        lines = [f"matching: precision {precision:.1%}, recall {recall:.1%} of {len(PAIRS)} pairs", *wrong]
        sys.stdout.write("\n" + "\n  ".join(lines) + "\n")
    assert precision >= PRECISION, wrong
    assert recall >= RECALL, wrong


def test_both_sides_are_told_the_same(there: list[Reasons], back: list[Reasons]) -> None:
    names = {"OFFER_MEETS_NEED": "NEED_MEETS_OFFER", "OFFER_NEAR_NEED": "NEED_NEAR_OFFER"}
    for pair, one, other in zip(PAIRS, there, back, strict=True):
        assert {names[kind] for kind in one} == set(other), pair


def test_what_does_not_meet_is_near_and_weighs_less_while_something_is_left(there: list[Reasons]) -> None:
    for number, (pair, reasons) in enumerate(zip(PAIRS, there, strict=True)):
        gone = any(pair.more.get(side, {}).get("left") == 0 for side in ("need", "offer"))
        assert len(reasons) == (0 if gone else 1), pair
        for kind, reason in reasons.items():
            assert reason["weight"] == {"OFFER_MEETS_NEED": 4.0, "OFFER_NEAR_NEED": 1.0}[kind]
            assert reason["offers"] == [{"id": f"off_{number}"}]
            assert reason["needs"] == [{"id": f"nee_{number}"}]
