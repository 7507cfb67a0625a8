"""The demo's courses, apprenticeships and jobs hang together, and keep the rules of the hub."""

from collections import Counter
from datetime import date
from typing import Any

from seed.content import terms
from seed.timeline import TOLD
from tests.seed.demo.test_content import load, repeated

MEMBERS = {item["key"] for item in load("organizations.json") if item["status"] == "MEMBER"}
REGIONS, SKILLS = set(terms("regions")), set(terms("skills"))
FILES = {
    "qualifications": "issuer",
    "courses": "provider",
    "services": "provider",
    "apprenticeships": "host",
    "job_opportunities": "employer",
}


def test_they_are_of_members_and_their_places_and_skills_are_known() -> None:
    for name, owner in FILES.items():
        rows: list[dict[str, Any]] = load(f"{name}.json")
        assert not repeated([row["key"] for row in rows])
        assert not repeated([row["title"] for row in rows])
        for row in rows:
            assert row[owner] in MEMBERS, row["key"]
            assert set(row["skills"]) <= SKILLS, row["key"]
            assert {row.get("region", "IR"), *row.get("regions", ())} <= REGIONS, row["key"]
            assert date.fromisoformat(row["recordedOn"]) < TOLD.date(), row["key"]


def test_courses_lead_to_qualifications_and_jobs_take_from_courses() -> None:
    courses = {row["key"]: row for row in load("courses.json")}
    qualifications = {row["key"] for row in load("qualifications.json")}
    assert 8 <= len(courses) <= 18
    assert len(qualifications) == 4
    assert {row["qualification"]["key"] for row in courses.values() if row["qualification"]} == qualifications
    taken = {key for row in load("job_opportunities.json") for key in row["courses"]}
    assert taken <= courses.keys()


def test_a_course_of_a_partnership_is_given_by_a_party_and_shares_leave_the_price_whole() -> None:
    parties = {
        row["key"]: {party["organization"] for party in row["parties"]} for row in load("partnerships.json")
    }
    statuses: Counter[str] = Counter()
    for row in load("courses.json"):
        assert row["partnership"] is None or row["provider"] in parties[row["partnership"]]
        paid = 0.0
        for share in row["shares"]:
            statuses[share["status"]] += 1
            assert share["payer"] in MEMBERS - {row["provider"]}
            paid += share.get("percent") or 100 * share["amountRial"] / row["priceRial"]
        assert paid <= 100
    assert set(statuses) == {"CLAIMED", "CONFIRMED", "REFUSED"}


def test_who_offers_something_in_a_program_has_a_part_in_it() -> None:
    parts = {
        row["key"]: {row["publisher"], *(role["organization"] for role in row["roles"] if role["answered"])}
        for row in load("programs.json")
    }
    offered = [
        (row["program"], row[owner])
        for name, owner in FILES.items()
        for row in load(f"{name}.json")
        if row.get("program")
    ]
    assert len(offered) >= 10
    assert [key for key, organization in offered if organization not in parts[key]] == []


def test_apprenticeships_last_three_to_six_months_toward_both_goals() -> None:
    rows = load("apprenticeships.json")
    assert {row["months"] for row in rows} == {3, 4, 5, 6}
    assert {row["goal"] for row in rows} == {"JOB", "SELF_EMPLOYMENT"}


def test_jobs_are_open_full_and_over() -> None:
    rows = load("job_opportunities.json")
    assert {row["kind"] for row in rows} == {"JOB", "SELF_EMPLOYMENT_ORDER", "PLACEMENT"}
    today = TOLD.date().isoformat()
    over = {row["key"] for row in rows if row["closesOn"] is not None and row["closesOn"] < today}
    full = {row["key"] for row in rows if row["filled"] == row["places"]}
    assert all(row["filled"] <= row["places"] and row["payFromRial"] <= row["payToRial"] for row in rows)
    assert over
    assert full - over
    assert len(rows) - len(over | full) >= 4
