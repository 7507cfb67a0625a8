"""What was announced is in the graph with its source, once, and nothing that nobody announced."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from graph.connection import Database
from graph.migrations import migrate
from graph.model import MODEL
from graph.model.stored import stored
from seed.announced.loader import bodies, build, load_once
from seed.sketch import Sketch, Thing
from tests.running import Hub

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
_MOU = """{ partnerships { nodes {
  id version demo kind status visibility titleEn signedOn startsOn endsOn termYears endsOnWorkedOut targetGroups
  source sourceDate sourceUrl regions { code } topics { slug }
  parties { edges { role signatoryOffice signedOn node { nameEn } } }
  witnesses { edges { office node { nameEn } } }
  commitments(first: 50) { nodes {
    titleEn measure target unit dueOn status overdue owedBy { nameEn } owedTo { nameEn } } } } } }"""
_BODIES = """{ organizations { nodes {
  id nameEn kind status demo version mission website foundingDate nationalId registrationNumber
  location { code } regions { code } source sourceDate ties { totalCount } } } }"""


@pytest.fixture(scope="module")
def sketch() -> Sketch:
    return build(NOW)


@pytest.fixture(scope="module")
def announced(hub: Hub) -> Hub:
    """A hub that has them and no demo; the hub's own terms come first."""

    async def loaded(database: Database) -> list[bool]:
        await database.statement("MATCH (m:Migration {name: 'm0002_reference'}) DELETE m")
        await migrate(database)
        return [await load_once(database, NOW, lambda _what, _share: None) for _ in range(2)]

    assert hub.run(loaded) == [True, False]
    return hub


def made(sketch: Sketch, label: str) -> Iterator[Thing]:
    return (thing for thing in sketch.things if thing.key is None and thing.label == label)


def test_every_record_is_stored_as_a_write_stores_it(sketch: Sketch) -> None:
    for thing in sketch.things:
        if thing.key is None:
            assert thing.properties == stored(MODEL.nodes[thing.label], thing.properties)
            assert thing.properties.get("demo", False) is False


def test_what_the_announcement_does_not_say_stays_empty(sketch: Sketch) -> None:
    for commitment in made(sketch, "Commitment"):
        assert commitment.properties.keys().isdisjoint({"measure", "target", "unit", "dueOn", "evidence"})
        assert commitment.properties["status"] == "PLANNED"
    (mou,) = made(sketch, "Partnership")
    assert "startsOn" not in mou.properties
    unsaid = {"website", "foundingDate", "nationalId", "registrationNumber", "registeredAt"}
    assert all(body.properties.keys().isdisjoint(unsaid) for body in made(sketch, "Organization"))


def test_what_has_no_type_yet_is_named_in_the_text(sketch: Sketch) -> None:
    (mou,) = made(sketch, "Partnership")
    for named in ("همنوا", "کارافن", "«حیات»", "رتبهٔ کیفی", "دهک‌های درآمدی ۱ تا ۴", "مناطق محروم", "کارگروه"):
        assert named in mou.properties["summary"]


def test_the_mou_is_read_by_everybody_with_its_source_parties_and_witnesses(announced: Hub) -> None:
    (mou,) = announced.ask(_MOU)["partnerships"]["nodes"]
    assert {name: mou[name] for name in ("kind", "status", "visibility", "demo", "source", "sourceDate")} == {
        "kind": "MOU",
        "status": "SIGNED",
        "visibility": "PUBLIC",
        "demo": False,
        "source": "باشگاه خبرنگاران جوان",
        "sourceDate": "2025-12-25",
    }
    assert (mou["signedOn"], mou["startsOn"], mou["endsOn"]) == ("2025-12-25", None, "2030-12-24")
    assert (mou["termYears"], mou["endsOnWorkedOut"]) == (5, True)
    assert mou["targetGroups"] == ["DECILES_1_4", "DEPRIVED_AREAS"]
    assert {edge["node"]["nameEn"]: edge["signatoryOffice"] for edge in mou["parties"]["edges"]} == {
        "Technical and Vocational Training Organization (TVTO)": "رئیس سازمان آموزش فنی‌وحرفه‌ای کشور",
        "Hayat Foundation": "رئیس بنیاد حیات",
    }
    assert {edge["node"]["nameEn"]: edge["office"] for edge in mou["witnesses"]["edges"]} == {
        "Ministry of Cooperatives, Labour and Social Welfare": "وزیر تعاون، کار و رفاه اجتماعی",
        "Imam Khomeini Relief Committee": "رئیس کمیتهٔ امداد امام خمینی",
    }


def test_the_terms_of_payment_are_told_without_amounts_nobody_announced(announced: Hub) -> None:
    query = """{ partnerships { nodes { paymentTerms(first: 5) { nodes {
      status appliesTo rule amount amountUnit requiredCounts steps { share } demo source
      payer { nameEn } scheme { id } } } } } }"""
    (mou,) = announced.ask(query)["partnerships"]["nodes"]
    told = {terms.pop("rule"): terms for terms in mou["paymentTerms"]["nodes"]}
    for rule, applies in (("RECORDS_COMPLETE", ["STATE"]), ("QUALITY_GRADE", ["PRIVATE"])):
        assert told[rule] == {
            "status": "ACCEPTED",
            "appliesTo": applies,
            "amount": None,
            "amountUnit": None,
            "requiredCounts": [],
            "steps": [],
            "demo": False,
            "source": "باشگاه خبرنگاران جوان",
            "payer": {"nameEn": "Hayat Foundation"},
            "scheme": None,
        }


def test_each_side_owes_what_was_announced(announced: Hub) -> None:
    (mou,) = announced.ask(_MOU)["partnerships"]["nodes"]
    owed: dict[str, set[str]] = {}
    for commitment in mou["commitments"]["nodes"]:
        assert not commitment["overdue"]
        assert commitment["owedBy"] != commitment["owedTo"]
        owed.setdefault(commitment["owedBy"]["nameEn"], set()).add(commitment["titleEn"])
    assert owed == {
        "Technical and Vocational Training Organization (TVTO)": {
            "Recommend private training centers on special financial terms",
            "Give requested courses priority in state centers",
            "Insure the trainees",
            "Counselling",
            "Hold exams and give recognised certificates",
            "Link to enterprises for jobs",
        },
        "Hayat Foundation": {
            "Run every training process in the foundation's own system",
            "Loans and equipment for clients",
            "Pay part of the course cost in state centers",
            "Pay the dormitory cost",
        },
    }


def test_two_schemes_run_under_the_memorandum_and_nothing_more_is_said_of_them(announced: Hub) -> None:
    read = """{ programs(sort: [TITLE_FA_ASC]) { nodes { titleEn kind stage demo source targetGroups incomeDecileFrom
      incomeDecileTo deprivedAreasOnly startsOn budget dimensions partnership { titleEn } publisher { nameEn }
      regions { code } indicators { measure } organizations { totalCount } } } }"""
    told = announced.ask(read)["programs"]["nodes"]
    assert {program.pop("titleEn") for program in told} == {"Hamnava", "Karafan"}
    for program in told:
        assert program == {
            "kind": "SCHEME",
            "stage": "UNDATED",
            "demo": False,
            "source": "باشگاه خبرنگاران جوان",
            "targetGroups": ["DECILES_1_4", "DEPRIVED_AREAS"],
            "incomeDecileFrom": 1,
            "incomeDecileTo": 4,
            "deprivedAreasOnly": None,
            "startsOn": None,
            "budget": None,
            "dimensions": [],
            "partnership": {
                "titleEn": "Five-year memorandum of the Technical and Vocational Training Organization"
                " and the Hayat Foundation"
            },
            "publisher": {"nameEn": "Hayat Foundation"},
            "regions": [],
            "indicators": [],
            "organizations": {"totalCount": 0},
        }


_NETWORK = """{ networks { nodes {
  nameEn level status foundedOn source sourceDate sourceUrl demo region { code } secretariat { nameEn }
  foundingSteps { nodes { titleEn place status doneOn dueOn body evidenceUrl } }
  boards { totalCount } charters { totalCount } memberships { totalCount } parent { id } } } }"""


def test_the_network_is_there_with_the_one_step_that_was_taken(announced: Hub) -> None:
    (network,) = announced.ask(_NETWORK)["networks"]["nodes"]
    steps = network.pop("foundingSteps")["nodes"]
    assert network == {
        "nameEn": "National Employment Network of NGOs",
        "level": "NATIONAL",
        "status": "FOUNDING",
        "foundedOn": None,
        "source": "خبرگزاری مهر",
        "sourceDate": "2025-11-26",
        "sourceUrl": None,
        "demo": False,
        "region": {"code": "IR"},
        "secretariat": {"nameEn": "State Welfare Organization of Iran"},
        "boards": {"totalCount": 0},
        "charters": {"totalCount": 0},
        "memberships": {"totalCount": 0},
        "parent": None,
    }
    assert [step["place"] for step in steps] == [1, 2, 3, 4, 5, 6]
    assert [(step["status"], step["doneOn"]) for step in steps] == [
        ("DONE", "2025-11-23"),
        *[("PLANNED", None)] * 5,
    ]
    assert all(step["dueOn"] is step["body"] is step["evidenceUrl"] is None for step in steps)


def test_the_bodies_are_listed_with_their_source_and_tied_to_nobody(announced: Hub) -> None:
    listed = announced.ask(_BODIES)["organizations"]["nodes"]
    assert {body["id"] for body in listed} == set(bodies().values())
    for body in listed:
        assert (body["status"], body["demo"], body["ties"]["totalCount"]) == ("LISTED", False, 0)
        assert body["source"] in {"خبرگزاری مهر", "باشگاه خبرنگاران جوان"}
        assert date.fromisoformat(body["sourceDate"]) in {date(2025, 11, 26), date(2025, 12, 25)}
        assert (body["location"], body["regions"]) == (None, [])


_SUPPORT = """{
  supportCenters { nodes {
    kind scope centerCount facilitators { count asOf } operator { nameEn } source sourceDate } }
  supportInstruments(first: 50) { nodes {
    kind titleEn repayable amounts { year amount amountUnit basis } targetGroups payer { nameEn }
    incomeDecileFrom incomeDecileTo startsOn endsOn sourceDate } } }"""


def test_support_is_told_with_its_sums_and_nothing_more(announced: Hub) -> None:
    told = announced.ask(_SUPPORT)
    centers = {center["kind"]: center for center in told["supportCenters"]["nodes"]}
    assert centers["JOB_SUPPORT_CENTER"]["centerCount"] == 19
    assert centers["JOB_SUPPORT_CENTER"]["facilitators"] == []
    assert centers["POSITIVE_LIFE_CENTER"]["centerCount"] is None
    assert centers["POSITIVE_LIFE_CENTER"]["facilitators"] == [{"count": 500, "asOf": "2025-11-26"}]
    for center in centers.values():
        assert (center["scope"], center["source"], center["sourceDate"]) == (
            "ALL_OF_KIND",
            "خبرگزاری مهر",
            "2025-11-26",
        )
    instruments = {one["titleEn"]: one for one in told["supportInstruments"]["nodes"]}
    toman = {
        title: [(amount["basis"], int(amount["amount"]) // 10, amount["year"]) for amount in one["amounts"]]
        for title, one in instruments.items()
        if one["amounts"]
    }
    assert toman == {
        "Statutory employment loans": [("IN_ALL", 10_000_000_000_000, None)],
        "Non-repayable work capital": [
            ("PER_PERSON", 30_000_000, None),
            ("PER_PERSON", 50_000_000, None),
        ],
        "Training allowance": [("PER_PERSON", 5_000_000, None), ("PER_PERSON", 10_000_000, None)],
    }
    hayat = {title for title, one in instruments.items() if one["payer"]["nameEn"] == "Hayat Foundation"}
    assert hayat == {
        *("Loans of the Hayat Foundation", "Equipment of the Hayat Foundation"),
        "Dormitory cost of trainees",
    }
    assert instruments["Equipment of the Hayat Foundation"]["repayable"] is None
    unsaid = ("incomeDecileFrom", "incomeDecileTo", "startsOn", "endsOn")
    assert all(one[name] is None for one in instruments.values() for name in unsaid)


def test_what_becomes_of_them_stays_when_the_hub_starts_again(announced: Hub) -> None:
    announced.cypher("MATCH (o:Organization {id: $id}) SET o.mission = 'x'", id=bodies()["tvto"])
    announced.cypher("MATCH (o:Organization {id: $id}) DETACH DELETE o", id=bodies()["behzisti"])

    async def again(database: Database) -> bool:
        await migrate(database)
        return await load_once(database, NOW, lambda _what, _share: None)

    assert announced.run(again) is False
    listed = {body["id"]: body for body in announced.ask(_BODIES)["organizations"]["nodes"]}
    assert bodies()["behzisti"] not in listed
    assert listed[bodies()["tvto"]]["mission"] == "x"


def test_a_body_that_is_there_already_stays_as_it_is_and_signs(announced: Hub) -> None:
    announced.cypher(
        "MATCH (n) WHERE NOT n:Organization|Region|Topic|Skill|Migration|Counter DETACH DELETE n"
    )

    async def again(database: Database) -> bool:
        return await load_once(database, NOW + timedelta(days=1), lambda _what, _share: None)

    assert announced.run(again) is True
    listed = {body["id"]: body for body in announced.ask(_BODIES)["organizations"]["nodes"]}
    assert listed[bodies()["tvto"]]["mission"] == "x"
    assert len(listed) == 5
    (mou,) = announced.ask(_MOU)["partnerships"]["nodes"]
    assert len(mou["parties"]["edges"]) == 2
    numbers = [row["n"] for row in announced.cypher("MATCH (e:Event) RETURN e.sequence AS n")]
    assert len(numbers) == len(set(numbers))


OLD_MOU, OLD_BODY = "par_01kcnqgdd8evrsjrpknyggeeys", "org_01kaqvm600fp0vqsnsc9xv1sm2"
_OLD = """
MATCH (m:Migration {name: 'm0002_retold'}) DELETE m
CREATE (o:Node:Organization {id: $body, version: 1, nameFa: 'الف'})
CREATE (p:Node:Partnership {id: $mou, version: $version, titleFa: 'ب'})-[:HAS_PARTY]->(o)
CREATE (p)-[:HAS_COMMITMENT]->(c:Node:Commitment {id: 'com_old', demo: true, updatedAt: datetime('2026-01-01')})
CREATE (:Node:Event {id: 'eve_old'})-[:SUBJECT]->(c)
"""


@pytest.mark.parametrize(("version", "left"), [(4, []), (5, ["com_old", "eve_old", OLD_BODY, OLD_MOU])])
def test_what_an_earlier_demo_made_up_of_them_goes_unless_somebody_went_on_with_it(
    hub: Hub, version: int, left: list[Any]
) -> None:
    hub.cypher("MATCH (n:Node) DETACH DELETE n")
    hub.cypher(_OLD, body=OLD_BODY, mou=OLD_MOU, version=version)
    hub.run(migrate)
    assert sorted(row["id"] for row in hub.cypher("MATCH (n:Node) RETURN n.id AS id")) == left
