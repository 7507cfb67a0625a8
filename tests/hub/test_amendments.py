"""Amendments over HTTP: proposed by one party, in force when all accept; all else leaves the terms as they are."""

from typing import Any

import pytest

from tests.hub.agreements import AMENDMENT, COMMITMENT, PARTNERSHIP, REPORT, Two, two
from tests.running import Hub, days_since, today

CHANGES = "amendment { id changes { part about field before after } }"
STANDING = (
    "query($id: ID!) { amendment(id: $id) { status standsOn inForceOn"
    " acceptances { nodes { id } } partnership { termsVersion } } }"
)


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Two:
    return two(hub)


def proposed(cast: Two, partnership: str, who: str = "debtor", **change: Any) -> str:
    version = cast.read(partnership)["version"]
    given = {"partnershipId": partnership, "version": version, **change}
    return str(cast.do(who, "proposeAmendment", given, AMENDMENT)["id"])


def seen(cast: Two, amendment: str, who: str) -> Any:
    return cast.hub.ask(STANDING, {"id": amendment}, cast.tokens[who])["amendment"]


def test_all_that_changes_is_shown_as_it_was_and_as_it_will_be_and_holds_once_all_accept(cast: Two) -> None:
    first = today()
    whole = cast.agreement({}, {"titleFa": "وام"}, third=True, kind="CONSORTIUM", endsOn="2026-12-31")
    kept, dropped = (one["id"] for one in cast.read(whole)["commitments"]["nodes"])
    before = cast.read(whole)
    change = {
        "titleFa": "پیمان دوم",
        "endsOn": "2027-12-31",
        "parties": [{"organizationId": cast.ids["third"], "role": "ناظر"}],
        "changeCommitments": [{"commitmentId": kept, "target": 120, "dueOn": "2027-06-01"}],
        "addCommitments": [
            {
                "titleFa": "خوابگاه",
                "owedById": cast.ids["creditor"],
                "owedToId": cast.ids["third"],
                "dueOn": "2027-01-01",
            }
        ],
        "removeCommitmentIds": [dropped],
    }
    given = {"partnershipId": whole, "version": before["version"], "reason": "سال دوم", **change}
    made = cast.do("debtor", "proposeAmendment", given, CHANGES)
    added = next(c["about"] for c in made["changes"] if c["part"] == "COMMITMENT_ADDED")
    names = ("part", "about", "field", "before", "after")
    assert [tuple(change[name] for name in names) for change in made["changes"]] == [
        ("TERMS", whole, "titleFa", "پیمان", "پیمان دوم"),
        ("TERMS", whole, "endsOn", "2026-12-31", "2027-12-31"),
        ("PARTY", cast.ids["third"], "role", "همکار", "ناظر"),
        ("COMMITMENT_ADDED", added, "titleFa", None, "خوابگاه"),
        ("COMMITMENT_ADDED", added, "dueOn", None, "2027-01-01"),
        ("COMMITMENT_ADDED", added, "owedBy", None, cast.ids["creditor"]),
        ("COMMITMENT_ADDED", added, "owedTo", None, cast.ids["third"]),
        ("COMMITMENT_CHANGED", kept, "target", "100", "120"),
        ("COMMITMENT_CHANGED", kept, "dueOn", "2025-06-01", "2027-06-01"),
        ("COMMITMENT_REMOVED", dropped, "status", "PLANNED", "REMOVED"),
    ]
    assert cast.read(whole) == before
    accepted = cast.do("creditor", "acceptAmendment", {"id": made["id"]}, AMENDMENT)
    assert (accepted["status"], accepted["standsOn"]) == ("PROPOSED", before["termsVersion"])
    assert cast.read(whole) == before
    assert seen(cast, made["id"], "anonymous") is None
    told = cast.refused("creditor", "acceptAmendment", {"id": made["id"]}, AMENDMENT)
    assert told == ("ALREADY_ACCEPTED", [])

    last = cast.do("third", "acceptAmendment", {"id": made["id"]}, AMENDMENT)
    assert last["status"] == "IN_FORCE"
    assert last["inForceOn"] in days_since(first)
    after = cast.read(whole, "anonymous")
    assert (after["titleFa"], after["endsOn"], after["termsVersion"]) == (
        "پیمان دوم",
        "2027-12-31",
        before["version"] + 1,
    )
    held = {one["id"]: one for one in after["commitments"]["nodes"]}
    assert {id_: (one["status"], one["target"], one["dueOn"]) for id_, one in held.items()} == {
        kept: ("PLANNED", 120.0, "2027-06-01"),
        dropped: ("REMOVED", 100.0, "2025-06-01"),
        added: ("PLANNED", None, "2027-01-01"),
    }
    query = "query($id: ID!) { partnership(id: $id) { parties { edges { role node { id } } } } }"
    places = cast.hub.ask(query, {"id": whole})["partnership"]["parties"]["edges"]
    assert {edge["node"]["id"]: edge["role"] for edge in places} == {
        cast.ids["debtor"]: "همکار",
        cast.ids["creditor"]: "همکار",
        cast.ids["third"]: "ناظر",
    }
    assert len(seen(cast, made["id"], "anonymous")["acceptances"]["nodes"]) == 3


def test_what_is_declined_or_taken_back_changes_nothing_and_stays(cast: Two) -> None:
    whole = cast.agreement({})
    before = cast.read(whole)
    declined, withdrawn = (proposed(cast, whole, titleFa=f"نام {n}") for n in range(2))
    for who in ("outsider", "coordinator"):
        for mutation in ("acceptAmendment", "declineAmendment", "withdrawAmendment"):
            told = cast.refused(who, mutation, {"id": declined}, AMENDMENT)
            assert told == ("NOT_FOUND", ["input", "id"]), (who, mutation)
    assert cast.refused("debtor", "declineAmendment", {"id": declined}, AMENDMENT) == ("NOT_ALLOWED", [])
    assert cast.refused("creditor", "withdrawAmendment", {"id": withdrawn}, AMENDMENT) == ("NOT_ALLOWED", [])
    no = cast.do("creditor", "declineAmendment", {"id": declined, "declineReason": "زود است"}, AMENDMENT)
    assert (no["status"], no["declineReason"], no["declinedBy"]) == (
        "DECLINED",
        "زود است",
        {"id": cast.ids["creditor"]},
    )
    assert cast.do("debtor", "withdrawAmendment", {"id": withdrawn}, AMENDMENT)["status"] == "WITHDRAWN"
    for amendment in (declined, withdrawn):
        told = cast.refused("creditor", "acceptAmendment", {"id": amendment}, AMENDMENT)
        assert told == ("WRONG_STATUS", [])
        assert seen(cast, amendment, "creditor") is not None
        assert seen(cast, amendment, "outsider") is None
    assert cast.read(whole) == before


def test_of_two_that_stand_on_the_same_terms_the_other_is_superseded(cast: Two) -> None:
    whole = cast.agreement({})
    one = proposed(cast, whole, titleFa="یکی")
    other = proposed(cast, whole, "creditor", titleFa="دیگری")
    cast.do("creditor", "acceptAmendment", {"id": one}, AMENDMENT)
    assert seen(cast, other, "debtor")["status"] == "SUPERSEDED"
    assert cast.refused("debtor", "acceptAmendment", {"id": other}, AMENDMENT) == ("WRONG_STATUS", [])
    assert cast.read(whole)["titleFa"] == "یکی"
    unread = {"partnershipId": whole, "version": 3, "titleFa": "سومی"}
    told = cast.refused("debtor", "proposeAmendment", unread, AMENDMENT)
    assert told == ("VERSION_CHANGED", ["input", "version"])
    third = proposed(cast, whole, titleFa="چهارمی")
    end = {"id": whole, "version": cast.read(whole)["version"], "endReason": "بودجه تمام شد"}
    cast.do("creditor", "endPartnership", end, PARTNERSHIP)
    assert seen(cast, third, "debtor")["status"] == "SUPERSEDED"


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        ({}, "NOTHING_CHANGES", []),
        ({"titleFa": "پیمان"}, "NOTHING_CHANGES", []),
        ({"titleFa": None}, "VALUE_REQUIRED", ["titleFa"]),
        ({"endsOn": "2024-01-01"}, "END_BEFORE_START", ["endsOn"]),
        ({"endsOn": "2025-05-01"}, "OUTSIDE_TERM", ["endsOn"]),
        ({"step": "RESUME"}, "WRONG_STATUS", ["step"]),
        ({"step": "END", "endsOn": "2099-01-01"}, "IN_THE_FUTURE", ["endsOn"]),
        ({"parties": ["outsider"]}, "NOT_A_PARTY", ["parties", "0", "organizationId"]),
        ({"parties": ["debtor", "debtor"]}, "LISTED_TWICE", ["parties", "1", "organizationId"]),
        ({"due": "2024-12-31"}, "OUTSIDE_TERM", ["changeCommitments", "0", "dueOn"]),
        ({"title": " "}, "TEXT_EMPTY", ["changeCommitments", "0", "titleFa"]),
        ({"add": "debtor"}, "SAME_ORGANIZATION", ["addCommitments", "0", "owedToId"]),
        ({"add": "third"}, "NOT_A_PARTY", ["addCommitments", "0", "owedToId"]),
        ({"removeCommitmentIds": ["com_nowhere"]}, "NOT_FOUND", ["removeCommitmentIds", "0"]),
    ],
)
def test_an_amendment_that_cannot_be_is_refused_with_its_place(
    cast: Two, change: dict[str, Any], code: str, at: list[str]
) -> None:
    whole = cast.agreement({})
    before, count = cast.read(whole), cast.hub.count()
    one = before["commitments"]["nodes"][0]["id"]
    given = {"partnershipId": whole, "version": before["version"]}
    for name, value in change.items():
        match name:
            case "parties":
                given[name] = [{"organizationId": cast.ids[who], "role": "ناظر"} for who in value]
            case "due" | "title":
                field = {"due": "dueOn", "title": "titleFa"}[name]
                given["changeCommitments"] = [{"commitmentId": one, field: value}]
            case "add":
                sides = {"owedById": cast.ids["debtor"], "owedToId": cast.ids[value]}
                given["addCommitments"] = [{"titleFa": "وام", **sides}]
            case _:
                given[name] = value
    told = cast.refused("debtor", "proposeAmendment", given, AMENDMENT)
    assert told == (code, ["input", *at] if at else [])
    assert (cast.read(whole), cast.hub.count()) == (before, count)


def test_who_is_no_party_proposes_nothing(cast: Two) -> None:
    whole = cast.agreement({})
    given = {"partnershipId": whole, "version": 4, "titleFa": "دیگر"}
    before = cast.hub.count()
    for who, code in (
        ("outsider", "NOT_A_PARTY"),
        ("coordinator", "NOT_ALLOWED"),
        ("admin", "NOT_ALLOWED"),
        ("anonymous", "SIGN_IN_REQUIRED"),
    ):
        assert cast.refused(who, "proposeAmendment", given, AMENDMENT) == (code, []), who
    assert cast.hub.count() == before
    # On paper, for a party: the secretariat enters it, and its answer.
    paper = cast.do("admin", "proposeAmendment", given | {"partyId": cast.ids["debtor"]}, AMENDMENT)
    assert paper["proposedBy"] == {"id": cast.ids["debtor"]}
    answer = {"id": paper["id"], "partyId": cast.ids["creditor"]}
    assert cast.do("admin", "acceptAmendment", answer, AMENDMENT)["status"] == "IN_FORCE"


def test_progress_in_another_unit_is_none(cast: Two) -> None:
    whole = cast.agreement({})
    one = cast.commitment(whole)["id"]
    told = {"commitmentId": one, "reportedStatus": "IN_PROGRESS", "actual": 40}
    report = cast.do("debtor", "reportCommitment", told, REPORT)["id"]
    cast.do("creditor", "confirmReport", {"id": report}, REPORT)
    late = cast.do("debtor", "reportCommitment", told | {"actual": 50}, REPORT)["id"]
    cast.amend(whole, changeCommitments=[{"commitmentId": one, "target": 3000, "unit": "ساعت"}])
    now = cast.commitment(whole)
    assert (now["unit"], now["target"], now["progress"], now["progressShare"]) == ("ساعت", 3000.0, None, None)
    # What was reported in persons is confirmed as that, and is no progress in hours.
    assert cast.do("creditor", "confirmReport", {"id": late}, REPORT)["unit"] == "نفر"
    assert cast.commitment(whole)["progress"] is None


def test_an_end_that_all_agree_on_has_no_side(cast: Two) -> None:
    whole = cast.agreement({}, endsOn="2099-12-31")
    cast.amend(whole, step="END", endsOn="2026-01-31")
    query = "query($id: ID!) { partnership(id: $id) { status endsOn endReason endedBy { id } } }"
    assert cast.hub.ask(query, {"id": whole})["partnership"] == {
        "status": "ENDED",
        "endsOn": "2026-01-31",
        "endReason": None,
        "endedBy": None,
    }


def test_what_changed_meanwhile_is_not_changed_again(cast: Two) -> None:
    whole = cast.agreement({})
    one = cast.commitment(whole)["id"]
    amendment = proposed(cast, whole, removeCommitmentIds=[one])
    cast.do("creditor", "waiveCommitment", {"id": one, "version": 1}, COMMITMENT)
    told = cast.refused("creditor", "acceptAmendment", {"id": amendment}, AMENDMENT)
    assert told == ("WRONG_STATUS", [])
    assert cast.commitment(whole)["status"] == "WAIVED"
    assert seen(cast, amendment, "debtor")["status"] == "PROPOSED"
