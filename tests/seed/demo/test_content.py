"""The demo content is complete, consistent and typed the way the hub stores Persian."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from seed.content import terms

CONTENT = Path(__file__).resolve().parents[3] / "seed" / "demo" / "content"

KINDS = {"NGO", "FOUNDATION", "TRAINING_PROVIDER", "ENTERPRISE", "NETWORK", "STATE_BODY"}
GROUPS = {
    "WOMEN_HEADS_OF_HOUSEHOLD",
    "YOUTH",
    "PEOPLE_WITH_DISABILITIES",
    "RECOVERING_FROM_ADDICTION",
    "RURAL",
    "DECILES_1_4",
    "REFUGEES",
    "FORMER_PRISONERS",
}
COST_BANDS = {"LOW", "MEDIUM", "HIGH"}
OUTCOMES = {"SUCCESS", "FAILURE", "MIXED", "NEAR_MISS"}
JSON_FILES = sorted(str(path.relative_to(CONTENT)) for path in CONTENT.rglob("*.json"))
ALL_FILES = sorted(
    str(path.relative_to(CONTENT)) for path in CONTENT.rglob("*.*") if path.suffix in {".json", ".csv"}
)
# Arabic yeh, alef maksura, kaf and digits; tatweel, BOM, soft hyphen and bidi controls.
FORBIDDEN = re.compile(
    "[\u064a\u0649\u0643\u0660-\u0669\u0640\ufeff\u00ad\u061c\u200d-\u200f\u202a-\u202e\u2066-\u2069]"
)
# A half space that joins nothing: at a word's edge, doubled, or next to punctuation.
LOOSE_HALF_SPACE = re.compile(r"\u200c(?!\w)|(?<![\w\u0654])\u200c")
# Prefixes and endings that must be joined by a half space.
OPEN_AFFIX = re.compile(r"(?<!\w)ن?می\s+\w|\w\s+(?:ها|های|هایی|هایش|ترین)(?!\w)")


def load(name: str) -> Any:
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def stories() -> list[dict[str, Any]]:
    return [
        story
        for path in sorted(CONTENT.glob("experiences/*.json"))
        for story in load(f"experiences/{path.name}")
    ]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)


def repeated(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


REGIONS = set(terms("regions"))
PROVINCES = {code for code in REGIONS if code.count("-") == 1}
TOPICS = set(terms("topics"))
SKILLS = set(terms("skills"))
ORGANIZATIONS = {item["key"] for item in load("organizations.json")}


def test_organization_references() -> None:
    for item in load("organizations.json"):
        assert item["kind"] in KINDS
        assert item["province"] in PROVINCES
        assert set(item["regions"]) <= REGIONS
        assert item["topics"]
        assert set(item["topics"]) <= TOPICS
        assert item["targetGroups"]
        assert set(item["targetGroups"]) <= GROUPS
        assert item["status"] in {"MEMBER", "LISTED"}
        assert item["founded"] is None or date.fromisoformat(item["founded"]) < date(2026, 1, 1)


def test_organizations() -> None:
    organizations = load("organizations.json")
    kinds = Counter(item["kind"] for item in organizations)
    assert len(organizations) >= 60
    assert kinds["NGO"] >= 40
    assert {kind: kinds[kind] for kind in KINDS - {"NGO", "STATE_BODY"}} == {
        "FOUNDATION": 5,
        "TRAINING_PROVIDER": 8,
        "ENTERPRISE": 6,
        "NETWORK": 2,
    }
    assert kinds["STATE_BODY"] == 0
    assert {item["province"] for item in organizations} == PROVINCES
    assert Counter(item["status"] for item in organizations)["LISTED"] == 6
    for field in ("nameFa", "nameEn", "website"):
        assert not repeated([item[field] for item in organizations])
    assert all(re.fullmatch(r"https://[a-z0-9-]+\.example", item["website"]) for item in organizations)


def test_keys_are_unique() -> None:
    assert not repeated([item["key"] for item in load("organizations.json")])
    assert not repeated([story["key"] for story in stories()])
    for name in ("approaches.json", "offers_needs.json", "partnerships.json"):
        assert not repeated([item["key"] for item in load(name)]), name
    agreements = load("partnerships.json")
    assert not repeated([c["key"] for agreement in agreements for c in agreement["commitments"]])


def test_agreements() -> None:
    agreements = load("partnerships.json")
    for agreement in agreements:
        parties = {party["organization"] for party in agreement["parties"]}
        assert agreement["kind"] in {"MOU", "AGREEMENT", "CONSORTIUM"}
        assert agreement["status"] in {"DRAFT", "SIGNED", "ACTIVE", "SUSPENDED", "ENDED"}
        assert len(parties) >= 2
        assert parties | {witness["organization"] for witness in agreement["witnesses"]} <= ORGANIZATIONS
        assert all(party["role"] and party["signatoryOffice"] for party in agreement["parties"])
        starts, ends = (date.fromisoformat(agreement[field]) for field in ("startsOn", "endsOn"))
        assert starts < ends
        assert (agreement["signedOn"] is None) == (agreement["status"] == "DRAFT")
        assert agreement["signedOn"] is None or date.fromisoformat(agreement["signedOn"]) <= starts
        assert agreement["commitments"]
        for commitment in agreement["commitments"]:
            assert commitment["owedBy"] in parties
            assert commitment["owedTo"] in parties - {commitment["owedBy"]}
            assert starts <= date.fromisoformat(commitment["dueOn"]) <= ends
            assert commitment["status"] in {"PLANNED", "IN_PROGRESS", "MET", "MISSED"}
            assert commitment["target"] > 0
            assert commitment["unit"]
            assert commitment["measure"]


def test_the_ledger_of_an_invented_memorandum_shows_late_commitments() -> None:
    (memorandum,) = [item for item in load("partnerships.json") if item["key"] == "skill-to-work"]
    assert memorandum["kind"] == "MOU"
    assert (
        date.fromisoformat(memorandum["endsOn"]).year - date.fromisoformat(memorandum["startsOn"]).year == 5
    )
    owed = Counter(commitment["owedBy"] for commitment in memorandum["commitments"])
    assert set(owed.values()) == {6}
    open_ = [c for c in memorandum["commitments"] if c["status"] in {"PLANNED", "IN_PROGRESS"}]
    assert len([c for c in open_ if c["dueOn"] < "2026-11-20"]) >= 5


def test_partnerships_cover_every_status() -> None:
    partnerships = load("partnerships.json")
    assert 7 <= len(partnerships) <= 9
    assert {item["status"] for item in partnerships} == {"DRAFT", "SIGNED", "ACTIVE", "SUSPENDED", "ENDED"}
    assert {item["kind"] for item in partnerships} == {"MOU", "AGREEMENT", "CONSORTIUM"}


def test_experiences() -> None:
    outcomes = Counter(story["outcome"] for story in stories())
    assert set(outcomes) == OUTCOMES
    assert outcomes["FAILURE"] * 3 >= len(stories())
    for story in stories():
        assert story["costBand"] in COST_BANDS
        for field, known in (("topics", TOPICS), ("skills", SKILLS), ("targetGroups", GROUPS)):
            assert story[field], story["key"]
            assert set(story[field]) <= known, story["key"]
        for field in (
            "title",
            "context",
            "intended",
            "happened",
            "why",
            "enablingFactors",
            "barriers",
            "results",
        ):
            assert story[field], story["key"]
        assert all(isinstance(result["value"], int | float) for result in story["results"])
        assert all(result["indicator"] and result["unit"] for result in story["results"])
        assert {one["organization"] for one in story["participants"]} <= ORGANIZATIONS - {story["publisher"]}
        assert len(story["lessons"]) >= 2


def test_approaches() -> None:
    approaches = load("approaches.json")
    assert len(approaches) >= 15
    for item in approaches:
        assert item["titleFa"]
        assert item["summary"]
        assert len(item["steps"]) >= 3
        assert all(step["titleFa"] and step["text"] for step in item["steps"])
        assert set(item["topics"]) <= TOPICS
        assert set(item["skills"]) <= SKILLS
        assert item["publisher"] in ORGANIZATIONS
        assert set(item["experiences"]) <= {story["key"] for story in stories()}


def test_evidence_is_of_another_organization_and_named() -> None:
    by_key = {story["key"]: story for story in stories()}
    rows_ = load("evidence.json")
    assert {row["speaks"] for row in rows_} == {"FOR", "AGAINST"}
    for row in rows_:
        lesson_of, experience = by_key[row["lessonOf"]], by_key[row["experience"]]
        assert lesson_of["publisher"] != experience["publisher"], row
        assert row["lesson"] < len(lesson_of["lessons"])
        assert experience.get("visibility", "PUBLIC") not in {"ANONYMIZED", "ORGANIZATION"}, row
        assert not {"DRAFT", "WITHDRAWN"} & {lesson_of.get("status"), experience.get("status")}, row


def test_offers_and_needs() -> None:
    items = {item["key"]: item for item in load("offers_needs.json")}
    sides = Counter(item["side"] for item in items.values())
    assert sides["OFFER"] >= 40
    assert sides["NEED"] >= 40
    for key, item in items.items():
        assert item["kind"] in {"HUMAN", "MATERIAL", "FINANCIAL", "KNOWLEDGE", "SPACE"}
        assert (item["amountRial"] is not None) == (item["kind"] == "FINANCIAL"), key
        assert item["quantity"] > 0
        assert item["topics"]
        assert set(item["topics"]) <= TOPICS
        assert set(item["skills"]) <= SKILLS
        assert item["region"] is None or item["region"] in REGIONS
        publisher = next(one for one in load("organizations.json") if one["key"] == item["publisher"])
        served = {publisher["province"], *(code[:5] for code in publisher["regions"])}
        assert item["region"] is None or item["region"][:5] in served, key
        assert publisher["status"] == "MEMBER", key
        assert item.get("with") in ORGANIZATIONS - {item["publisher"]} | {None}
        if item["match"] is not None:
            other = items[item["match"]]
            assert other["match"] == key
            assert other["side"] != item["side"]
            assert other["publisher"] != item["publisher"]
            assert other["kind"] == item["kind"]
    assert {item["match"] is None for item in items.values()} == {True, False}


def test_adoptions() -> None:
    adoptions = load("adoptions.json")
    assert len(adoptions) >= 60
    assert not repeated([item["note"] for item in adoptions])
    assert {item["outcome"] for item in adoptions} == {"SUCCEEDED", "PARTLY", "FAILED", None}
    assert all((item["outcome"] is None) == (item["outcomeNote"] is None) for item in adoptions)


def test_networks() -> None:
    networks = {network["key"]: network for network in load("networks.json")}
    joined = {item["key"] for item in load("organizations.json") if item["status"] == "MEMBER"}
    for key, network in networks.items():
        rows_ = [*network["members"], *network["applications"]]
        rows_ += [seat for board in network["boards"] for seat in board["seats"]]
        assert {network["secretariat"], *(row["organization"] for row in rows_)} <= joined, key
        assert network["region"] in REGIONS
        assert set(network["topics"]) <= TOPICS
        assert network.get("parent", key) in networks
        for charter in network["charters"]:
            assert not repeated([str(article["number"]) for article in charter["articles"]]), key
        places = [step["place"] for step in network["steps"]]
        assert places == sorted(places)
        left = [step["place"] for step in network["steps"] if step["status"] == "PLANNED"]
        done = [step["place"] for step in network["steps"] if step["status"] == "DONE"]
        assert not left or not done or max(done) < min(left), key


@pytest.mark.parametrize("name", ALL_FILES)
def test_letters(name: str) -> None:
    text = (CONTENT / name).read_text(encoding="utf-8")
    assert not FORBIDDEN.search(text)
    assert not LOOSE_HALF_SPACE.search(text)
    assert not OPEN_AFFIX.search(text)


@pytest.mark.parametrize("name", JSON_FILES)
def test_texts_are_short_and_trimmed(name: str) -> None:
    for text in strings(load(name)):
        assert len(text) < 1000
        assert text == text.strip()
        assert "  " not in text


@pytest.mark.parametrize("name", JSON_FILES)
def test_no_placeholder_is_left(name: str) -> None:
    assert not [text for text in strings(load(name)) if "{" in text]
