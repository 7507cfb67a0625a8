"""A network is founded step by step and a province follows; an organization applies and becomes a member."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.running import Hub, today

NETWORK = "network { id version status level nameFa }"
STEP = "foundingStep { id version status doneOn }"
SEAT = "boardSeat { id version status sits }"
CHARTER = "charter { id version status edition }"
APPLICATION = "membershipApplication { id version status reasons dueOn }"


@dataclass(frozen=True)
class Cast:
    """The welfare organization, the office of a province, two NGOs, and their tokens."""

    welfare: str
    office: str
    ngo: str
    welfare_token: str
    office_token: str
    ngo_token: str
    other_token: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    welfare, welfare_token = hub.member("سازمان رفاه")
    office, office_token = hub.member("اداره رفاه استان")
    ngo, ngo_token = hub.member("انجمن کار نو")
    return Cast(welfare, office, ngo, welfare_token, office_token, ngo_token, hub.member("خیریهٔ دیگر")[1])


@pytest.fixture(scope="module")
def network(hub: Hub, cast: Cast) -> str:
    """The national network, planned."""
    given = {
        "level": "NATIONAL",
        "nameFa": "شبکهٔ ملی کار",
        "nameEn": "National network of work",
        "purpose": "سازمان‌های مردم‌نهادِ اشتغال از هم بیاموزند.",
        "stepDays": 14,
    }
    return str(hub.done("createNetwork", given, NETWORK, cast.welfare_token)["id"])


FOUNDING = """
query($id: ID!) { network(id: $id) {
  status foundedOn
  foundingSteps { nodes { titleFa place status doneOn body evidenceUrl skipReason } }
  boards { nodes { kind status seats { nodes { office status sits organization { id } } } } }
  charters { nodes { edition status articles { number } } } } }
"""


def steps_of(hub: Hub, network: str, token: str) -> dict[str, Any]:
    """The steps of a network by their titles."""
    asked = """query($id: ID!) { network(id: $id) {
      foundingSteps { nodes { id version titleFa place status dueOn doneOn } } } }"""
    found = hub.ask(asked, {"id": network}, token)["network"]["foundingSteps"]["nodes"]
    return {step["titleFa"]: step for step in found}


def test_a_network_is_founded_step_by_step_and_the_steps_are_its_own(
    hub: Hub, cast: Cast, network: str
) -> None:
    asked = {"id": network}
    assert hub.ask(FOUNDING, asked, cast.ngo_token)["network"] is None
    for place, title in enumerate(("نشست نخست", "هیئت مؤسس", "درخواست مجوز", "ثبت"), 1):
        given = {"networkId": network, "titleFa": title, "place": place, "dueOn": "2026-06-01"}
        hub.done("addFoundingStep", given, STEP, cast.welfare_token)
    begun = hub.done("beginFounding", {"id": network, "version": 1}, NETWORK, cast.welfare_token)
    assert (begun["status"], begun["version"]) == ("FOUNDING", 2)

    steps = steps_of(hub, network, cast.ngo_token)
    assert list(steps) == ["نشست نخست", "هیئت مؤسس", "درخواست مجوز", "ثبت"]
    early = {"id": steps["ثبت"]["id"], "version": 1}
    refused = hub.refused("completeFoundingStep", early, STEP, cast.welfare_token)
    assert refused[0] == "EARLIER_STEP_OPEN"
    others = {"id": steps["نشست نخست"]["id"], "version": 1}
    assert hub.refused("completeFoundingStep", others, STEP, cast.ngo_token)[0] == "NOT_ALLOWED"

    met = others | {
        "doneOn": "2025-11-23",
        "body": "کارگروه نخست",
        "evidenceUrl": "https://example.org/first-meeting",
    }
    done = hub.done("completeFoundingStep", met, STEP, cast.welfare_token)
    assert (done["status"], done["doneOn"]) == ("DONE", "2025-11-23")
    hub.done(
        "completeFoundingStep",
        {"id": steps["هیئت مؤسس"]["id"], "version": 1},
        STEP,
        cast.welfare_token,
    )
    left = {"id": network, "version": 2}
    assert hub.refused("activateNetwork", left, NETWORK, cast.welfare_token)[0] == "STEPS_OPEN"
    for title, move, more in (
        ("درخواست مجوز", "skipFoundingStep", {"skipReason": "به حکم قانون مجوز دارد."}),
        ("ثبت", "completeFoundingStep", {"note": "شمارهٔ ثبت ۱۲۳"}),
    ):
        hub.done(move, {"id": steps[title]["id"], "version": 1} | more, STEP, cast.welfare_token)
    active = hub.done("activateNetwork", left, NETWORK, cast.welfare_token)
    assert active["status"] == "ACTIVE"

    told = hub.ask(FOUNDING, asked)["network"]
    assert told["foundedOn"] == str(today())
    assert [(s["status"], s["doneOn"]) for s in told["foundingSteps"]["nodes"]] == [
        ("DONE", "2025-11-23"),
        ("DONE", str(today())),
        ("SKIPPED", None),
        ("DONE", str(today())),
    ]


def test_whoever_is_named_for_a_seat_sits_there_once_it_has_accepted(
    hub: Hub, cast: Cast, network: str
) -> None:
    form = {"networkId": network, "kind": "FOUNDING", "since": "2025-11-23"}
    board = hub.done("formBoard", form, "board { id version }", cast.welfare_token)
    twice = hub.refused("formBoard", form, "board { id }", cast.welfare_token)
    assert twice == ("BOARD_SITS", ["input", "kind"])
    seat = {"boardId": board["id"], "office": "عضو", "selection": "APPOINTED"}
    own = seat | {"organizationId": cast.welfare, "office": "رئیس"}
    assert hub.done("proposeSeat", own, SEAT, cast.welfare_token)["status"] == "CONFIRMED"
    proposed = hub.done("proposeSeat", seat | {"organizationId": cast.ngo}, SEAT, cast.welfare_token)
    assert proposed["status"] == "PROPOSED"

    def offices(token: str | None) -> list[str]:
        (shown,) = hub.ask(FOUNDING, {"id": network}, token)["network"]["boards"]["nodes"]
        return sorted(f"{row['office']} {row['status']}" for row in shown["seats"]["nodes"])

    assert offices(None) == ["رئیس CONFIRMED"]
    assert offices(cast.ngo_token) == ["رئیس CONFIRMED", "عضو PROPOSED"]
    accept = {"id": proposed["id"], "version": 1}
    assert hub.refused("acceptSeat", accept, SEAT, cast.welfare_token)[0] == "NOT_ALLOWED"
    assert hub.refused("acceptSeat", accept, SEAT, cast.other_token)[0] == "NOT_FOUND"
    assert hub.done("acceptSeat", accept, SEAT, cast.ngo_token)["sits"] is True
    assert offices(None) == ["رئیس CONFIRMED", "عضو CONFIRMED"]


COMPARISON = """
query($one: ID!, $other: ID!) { compareCharters(one: $one, other: $other) {
  added removed changed same one { edition } other { edition }
  articles { number difference before { heading text } after { heading text } } } }
"""


def test_one_charter_is_in_force_and_two_are_compared_article_by_article(
    hub: Hub, cast: Cast, network: str
) -> None:
    def article(number: int, text: str) -> dict[str, Any]:
        return {"number": number, "heading": f"مادهٔ {number}", "text": text}

    first = [article(1, "نام شبکه."), article(2, "هر عضو یک رأی."), article(3, "سالی یک مجمع.")]
    given = {"networkId": network, "title": "اساسنامهٔ شبکهٔ ملی", "articles": first}
    one = hub.done("draftCharter", given, CHARTER, cast.welfare_token)
    assert hub.ask(COMPARISON, {"one": one["id"], "other": one["id"]})["compareCharters"] is None
    adopt = {"id": one["id"], "version": 1, "adoptedOn": "2026-03-01"}
    assert hub.done("adoptCharter", adopt, CHARTER, cast.welfare_token)["status"] == "IN_FORCE"

    second = [article(1, "نام شبکه."), article(2, "هر عضو اصلی یک رأی."), article(4, "بازرسان.")]
    other = hub.done("draftCharter", given | {"articles": second}, CHARTER, cast.welfare_token)
    assert (other["edition"], other["status"]) == (2, "DRAFT")
    early = {"id": other["id"], "version": 1, "adoptedOn": "2026-02-01"}
    refused = hub.refused("adoptCharter", early, CHARTER, cast.welfare_token)
    assert refused == ("ADOPTED_EARLIER", ["input", "adoptedOn"])
    hub.done("adoptCharter", {"id": other["id"], "version": 1}, CHARTER, cast.welfare_token)
    shown = hub.ask(FOUNDING, {"id": network})["network"]["charters"]["nodes"]
    assert {row["edition"]: row["status"] for row in shown} == {1: "REPLACED", 2: "IN_FORCE"}

    told = hub.ask(COMPARISON, {"one": one["id"], "other": other["id"]})["compareCharters"]
    assert (told["added"], told["removed"], told["changed"], told["same"]) == (1, 1, 1, 1)
    assert (told["one"], told["other"]) == ({"edition": 1}, {"edition": 2})
    assert [(row["number"], row["difference"]) for row in told["articles"]] == [
        (1, "SAME"),
        (2, "CHANGED"),
        (3, "REMOVED"),
        (4, "ADDED"),
    ]
    assert told["articles"][1]["before"]["text"] == "هر عضو یک رأی."
    assert told["articles"][1]["after"]["text"] == "هر عضو اصلی یک رأی."
    assert told["articles"][2]["after"] is None


def test_a_province_follows_with_the_same_steps_and_the_charter_as_a_draft_and_takes_it_over(
    hub: Hub, cast: Cast, network: str
) -> None:
    region = hub.region("XX-7", "استان رفاه")
    given = {"id": network, "regionId": region, "nameFa": "شبکهٔ کار استان رفاه"}
    assert hub.refused("foundProvincialNetwork", given, NETWORK, cast.ngo_token)[0] == "NOT_ALLOWED"
    made = hub.done(
        "foundProvincialNetwork",
        given,
        "network { id version status level purpose stepDays parent { id } region { id } }",
        cast.welfare_token,
    )
    assert made == {
        "id": made["id"],
        "version": 1,
        "status": "PLANNED",
        "level": "PROVINCIAL",
        "purpose": "سازمان‌های مردم‌نهادِ اشتغال از هم بیاموزند.",
        "stepDays": 14,
        "parent": {"id": network},
        "region": {"id": region},
    }
    again = hub.refused("foundProvincialNetwork", given, NETWORK, cast.welfare_token)
    assert again == ("PROVINCE_HAS_NETWORK", ["input", "regionId"])
    steps = steps_of(hub, made["id"], cast.welfare_token)
    assert {
        title: (step["status"], step["dueOn"], step["doneOn"]) for title, step in steps.items()
    } == dict.fromkeys(("نشست نخست", "هیئت مؤسس", "درخواست مجوز", "ثبت"), ("PLANNED", None, None))
    drafts = """query($id: ID!) { network(id: $id) { charters { nodes {
      id version edition status basedOn { edition status } articles { number text } } } } }"""
    (draft,) = hub.ask(drafts, {"id": made["id"]}, cast.welfare_token)["network"]["charters"]["nodes"]
    assert (draft["edition"], draft["status"]) == (1, "DRAFT")
    assert draft["basedOn"] == {"edition": 2, "status": "IN_FORCE"}
    assert [article["number"] for article in draft["articles"]] == [1, 2, 4]

    hub.done("beginFounding", {"id": made["id"], "version": 1}, NETWORK, cast.welfare_token)
    offer = {"id": made["id"], "version": 2, "offeredToId": cast.office}
    hub.done("offerSecretariat", offer, NETWORK, cast.welfare_token)
    accept = {"id": made["id"], "version": 3}
    assert hub.refused("acceptSecretariat", accept, NETWORK, cast.ngo_token)[0] == "NOT_ALLOWED"
    taken = hub.done(
        "acceptSecretariat", accept, "network { secretariat { id } offeredTo { id } }", cast.office_token
    )
    assert taken == {"secretariat": {"id": cast.office}, "offeredTo": None}
    mended = {"id": draft["id"], "version": 1, "title": "اساسنامهٔ شبکهٔ استان"}
    hub.done("editCharter", mended, CHARTER, cast.office_token)
    assert hub.ask(drafts, {"id": made["id"]}, cast.welfare_token)["network"]["charters"]["nodes"] == []
    edit = {"id": made["id"], "version": 4, "website": "https://example.org/province"}
    assert hub.refused("editNetwork", edit, NETWORK, cast.welfare_token)[0] == "NOT_ALLOWED"
    above = "query($id: ID!) { network(id: $id) { provincialNetworks { nodes { id status } } } }"
    assert hub.ask(above, {"id": network})["network"]["provincialNetworks"]["nodes"] == [
        {"id": made["id"], "status": "FOUNDING"}
    ]


def test_an_organization_applies_is_returned_with_reasons_and_becomes_a_member(
    hub: Hub, cast: Cast, network: str
) -> None:
    given = {
        "networkId": network,
        "kind": "FULL",
        "statement": "هشت سال است به جویندگان کار مهارت می‌آموزیم.",
        "documents": [{"title": "اساسنامه", "url": "https://example.org/statutes"}],
    }
    draft = hub.done("draftApplication", given, APPLICATION, cast.ngo_token)
    assert (draft["status"], draft["dueOn"]) == ("DRAFT", None)
    assert hub.refused("draftApplication", given, APPLICATION, cast.ngo_token)[0] == "ALREADY_APPLIED"
    one = "query($id: ID!) { membershipApplication(id: $id) { status documents { title } } }"
    for token in (cast.welfare_token, cast.other_token, None):
        assert hub.ask(one, {"id": draft["id"]}, token)["membershipApplication"] is None

    def step(move: str, version: int, token: str, **more: Any) -> Any:
        return hub.done(move, {"id": draft["id"], "version": version} | more, APPLICATION, token)

    sent = step("submitApplication", 1, cast.ngo_token)
    assert (sent["status"], sent["dueOn"] > str(today())) == ("SUBMITTED", True)
    read = [
        hub.ask(one, {"id": draft["id"]}, token)["membershipApplication"]
        for token in (cast.welfare_token, cast.other_token)
    ]
    assert read == [{"status": "SUBMITTED", "documents": [{"title": "اساسنامه"}]}, None]
    mine = {"id": draft["id"], "version": 2}
    assert hub.refused("passDocuments", mine, APPLICATION, cast.ngo_token)[0] == "NOT_ALLOWED"
    bare = hub.refused("returnApplication", mine | {"reasons": [" "]}, APPLICATION, cast.welfare_token)
    assert bare == ("TEXT_EMPTY", ["input", "reasons", "0"])
    back = step(
        "returnApplication", 2, cast.welfare_token, reasons=["شمارهٔ مجوز نوشته نشده.", "صورت‌جلسهٔ آخر نیست."]
    )
    assert (back["status"], len(back["reasons"])) == ("RETURNED", 2)

    step("editApplication", 3, cast.ngo_token, licenceNumber="۱۴۰۳/۵۵", licenceIssuer="فرمانداری")
    again = step("submitApplication", 4, cast.ngo_token)
    assert (again["status"], again["reasons"]) == ("SUBMITTED", [])
    step("passDocuments", 5, cast.welfare_token, dueOn="2030-01-01")
    assert step("passLicence", 6, cast.welfare_token)["status"] == "LICENCE_CHECKED"
    early = {"id": draft["id"], "version": 7, "since": "2026-03-21"}
    told = hub.refused("acceptApplication", early, APPLICATION, cast.welfare_token)
    assert told == ("DAY_OUT_OF_RANGE", ["input", "since"])
    step("acceptApplication", 7, cast.welfare_token, since=str(today()))

    members = """query($id: ID!) { network(id: $id) { memberships { nodes {
      kind status since holds organization { id } application { id } } } } }"""
    (member,) = hub.ask(members, {"id": network})["network"]["memberships"]["nodes"]
    assert member == {
        "kind": "FULL",
        "status": "ACTIVE",
        "since": str(today()),
        "holds": True,
        "organization": {"id": cast.ngo},
        "application": None,
    }
    (member,) = hub.ask(members, {"id": network}, cast.ngo_token)["network"]["memberships"]["nodes"]
    assert member["application"] == {"id": draft["id"]}
    invite = {"networkId": network, "organizationId": cast.ngo, "kind": "FOUNDER"}
    refused = hub.refused("inviteMember", invite, "networkMembership { id }", cast.welfare_token)
    assert refused == ("ALREADY_MEMBER", ["input", "organizationId"])
