"""Commitments over HTTP: in a draft anybody's to write, once signed nobody's alone; reports and their answers."""

from datetime import timedelta
from typing import Any

import pytest

from tests.hub.agreements import AMENDMENT, COMMITMENT, PARTNERSHIP, REPORT, Two, two
from tests.running import Hub, today


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Two:
    return two(hub)


def report(cast: Two, commitment: str, says: str = "IN_PROGRESS", **more: Any) -> Any:
    given = {"commitmentId": commitment, "reportedStatus": says, **more}
    return cast.do("debtor", "reportCommitment", given, REPORT)


# -- in a draft ------------------------------------------------------------------------------------


def test_in_a_draft_commitments_are_added_changed_and_removed(cast: Two) -> None:
    parties = [{"organizationId": cast.ids[name], "role": "همکار"} for name in ("debtor", "creditor")]
    given = {"kind": "MOU", "titleFa": "پیمان", "parties": parties, "endsOn": "2025-12-31"}
    draft = cast.do("debtor", "draftPartnership", given, PARTNERSHIP)["id"]
    made = cast.do("creditor", "addCommitment", cast.owed(draft), COMMITMENT)
    assert (made["status"], made["standing"], made["overdue"]) == ("PLANNED", "NOT_BINDING", False)
    edit = {"id": made["id"], "version": 1, "target": 80, "dueOn": None}
    edited = cast.do("debtor", "editCommitment", edit, COMMITMENT)
    assert (edited["version"], edited["target"], edited["dueOn"]) == (2, 80.0, None)
    late = {"dueOn": "2026-01-01"}
    for mutation, wrong in (
        ("addCommitment", cast.owed(draft) | late),
        ("editCommitment", {"id": made["id"], "version": 2} | late),
    ):
        told = cast.refused("debtor", mutation, wrong, COMMITMENT)
        assert told == ("OUTSIDE_TERM", ["input", "dueOn"])
    back = {"id": made["id"], "version": 2, "dueOn": "2025-12-31"}
    cast.do("debtor", "editCommitment", back, COMMITMENT)
    shorter = {"id": draft, "version": 4, "endsOn": "2025-12-30"}
    told = cast.refused("debtor", "editPartnership", shorter, PARTNERSHIP)
    assert told == ("OUTSIDE_TERM", ["input", "endsOn"])
    gone = cast.do("creditor", "removeCommitment", {"id": made["id"], "version": 3}, COMMITMENT)
    assert (gone["status"], gone["standing"]) == ("REMOVED", "NOT_BINDING")
    assert cast.read(draft)["version"] == 5
    assert cast.read(draft, "outsider") is None


def test_from_the_first_signature_on_nobody_changes_commitments_alone(cast: Two) -> None:
    parties = [{"organizationId": cast.ids[name], "role": "همکار"} for name in ("debtor", "creditor")]
    given = {"kind": "MOU", "titleFa": "پیمان", "parties": parties, "visibility": "PUBLIC"}
    whole = cast.do("debtor", "draftPartnership", given, PARTNERSHIP)["id"]
    one = cast.do("debtor", "addCommitment", cast.owed(whole), COMMITMENT)["id"]
    for name in ("creditor", "debtor"):
        sign = {"id": whole, "version": 2, "signedOn": "2025-01-01"}
        cast.do(name, "signPartnership", sign, PARTNERSHIP)
        for who in ("debtor", "creditor", "admin"):
            for mutation, more in (
                ("addCommitment", cast.owed(whole)),
                ("editCommitment", {"id": one, "version": 1, "target": 1, "dueOn": "2035-01-01"}),
                ("removeCommitment", {"id": one, "version": 1}),
            ):
                told = cast.refused(who, mutation, more, COMMITMENT)
                assert told == ("WRONG_STATUS", []), (who, mutation)
    kept = cast.commitment(whole)
    assert (kept["version"], kept["status"], kept["target"], kept["dueOn"]) == (
        1,
        "PLANNED",
        100.0,
        "2025-06-01",
    )


# -- reports ---------------------------------------------------------------------------------------


def test_what_the_debtor_reports_counts_once_the_creditor_confirms_it(cast: Two) -> None:
    whole = cast.agreement({})
    one = cast.commitment(whole)["id"]
    first = report(cast, one, actual=40, asOf="2025-05-01", note="دو دوره")
    assert first == {
        "id": first["id"],
        "status": "WAITING",
        "reportedStatus": "IN_PROGRESS",
        "asOf": "2025-05-01",
        "actual": 40.0,
        "target": 100.0,
        "unit": "نفر",
        "evidenceUrl": None,
        "note": "دو دوره",
        "answeredOn": None,
        "disputeReason": None,
        "reportedBy": {"id": cast.ids["debtor"]},
        "corrects": None,
    }
    now = cast.commitment(whole)
    assert (now["status"], now["reportStatus"], now["progress"]) == ("IN_PROGRESS", "WAITING", None)
    for who in ("debtor", "outsider", "coordinator"):
        told = cast.refused(who, "confirmReport", {"id": first["id"]}, REPORT)
        assert told == ("NOT_ALLOWED", []), who
    assert cast.commitment(whole) == now
    confirmed = cast.do("creditor", "confirmReport", {"id": first["id"]}, REPORT)
    assert (confirmed["status"], confirmed["answeredOn"] is None) == ("CONFIRMED", False)
    now = cast.commitment(whole)
    assert (now["progress"], now["progressShare"], now["progressOn"]) == (40.0, 0.4, "2025-05-01")
    # A higher value that is not confirmed is no progress.
    report(cast, one, actual=90)
    assert cast.commitment(whole)["progress"] == 40.0


def test_met_needs_evidence_and_waits_for_the_other_side(cast: Two) -> None:
    whole = cast.agreement({})
    one = cast.commitment(whole)["id"]
    bare = {"commitmentId": one, "reportedStatus": "MET", "actual": 100}
    told = cast.refused("debtor", "reportCommitment", bare, REPORT)
    assert told == ("EVIDENCE_NEEDED", ["input", "evidenceUrl"])
    for who in ("creditor", "outsider", "coordinator"):
        told = cast.refused(who, "reportCommitment", bare | {"note": "فهرست"}, REPORT)
        assert told == ("NOT_ALLOWED", []), who
    bad = bare | {"evidenceUrl": "javascript:alert(1)"}
    told = cast.refused("debtor", "reportCommitment", bad, REPORT)
    assert told == ("BAD_WEB_ADDRESS", ["input", "evidenceUrl"])
    assert cast.commitment(whole)["version"] == 1
    claim = report(cast, one, "MET", actual=100, evidenceUrl="https://example.org/list")
    now = cast.commitment(whole)
    # Its due day had passed when it was claimed: that it is late stays true until it is confirmed.
    assert (now["status"], now["standing"], now["overdue"]) == ("IN_PROGRESS", "OVERDUE", True)
    cast.do("creditor", "confirmReport", {"id": claim["id"]}, REPORT)
    now = cast.commitment(whole)
    assert (now["status"], now["standing"], now["overdue"], now["progressShare"]) == (
        "MET",
        "CLOSED",
        False,
        1.0,
    )
    again = {"commitmentId": one, "reportedStatus": "IN_PROGRESS"}
    assert cast.refused("debtor", "reportCommitment", again, REPORT) == ("WRONG_STATUS", [])


def test_what_is_claimed_in_time_is_not_late_while_it_waits(cast: Two) -> None:
    whole = cast.agreement({"dueOn": str(today() + timedelta(days=30))})
    one = cast.commitment(whole)["id"]
    assert cast.commitment(whole)["standing"] == "RUNNING"
    claim = report(cast, one, "MET", note="فهرست")
    assert cast.commitment(whole)["standing"] == "CLAIMED"
    dispute = {"id": claim["id"], "disputeReason": "بیست نفر کم است"}
    disputed = cast.do("creditor", "disputeReport", dispute, REPORT)
    assert (disputed["status"], disputed["disputeReason"]) == ("DISPUTED", "بیست نفر کم است")
    now = cast.commitment(whole)
    assert (now["standing"], now["status"], now["reportStatus"]) == ("RUNNING", "IN_PROGRESS", "DISPUTED")
    for empty, code in ((" ", "TEXT_EMPTY"), ("\N{ZERO WIDTH NON-JOINER}", "TEXT_EMPTY")):
        wrong = {"id": claim["id"], "disputeReason": empty}
        told = cast.refused("creditor", "disputeReport", wrong, REPORT)
        assert told[0] in {code, "WRONG_STATUS"}


def test_reports_are_added_and_a_correction_names_what_it_corrects(cast: Two) -> None:
    whole = cast.agreement({})
    one = cast.commitment(whole)["id"]
    wrong = report(cast, one, "MET", actual=100, note="فهرست")
    cast.do("creditor", "confirmReport", {"id": wrong["id"]}, REPORT)
    right = report(cast, one, actual=82, correctsId=wrong["id"], note="هجده نام دو بار آمده بود")
    assert right["corrects"] == {"id": wrong["id"]}
    assert cast.commitment(whole)["status"] == "MET"
    twice = {"commitmentId": one, "reportedStatus": "IN_PROGRESS", "correctsId": wrong["id"]}
    told = cast.refused("debtor", "reportCommitment", twice, REPORT)
    assert told == ("ALREADY_CORRECTED", ["input", "correctsId"])
    cast.do("creditor", "confirmReport", {"id": right["id"]}, REPORT)
    now = cast.commitment(whole)
    assert (now["status"], now["progress"]) == ("IN_PROGRESS", 82.0)
    other = cast.commitment(cast.agreement({}))["id"]
    elsewhere = {"commitmentId": other, "reportedStatus": "IN_PROGRESS", "correctsId": wrong["id"]}
    told = cast.refused("debtor", "reportCommitment", elsewhere, REPORT)
    assert told == ("NOT_FOUND", ["input", "correctsId"])
    query = "query($id: ID!) { commitment(id: $id) { reports { nodes { actual correctedBy { id } } } } }"
    told = cast.hub.ask(query, {"id": one})["commitment"]["reports"]["nodes"]
    assert told == [
        {"actual": 82.0, "correctedBy": None},
        {"actual": 100.0, "correctedBy": {"id": right["id"]}},
    ]


def test_a_later_report_comes_in_the_place_of_one_that_waits(cast: Two) -> None:
    one = cast.commitment(cast.agreement({}))["id"]
    first, second = report(cast, one, actual=10), report(cast, one, actual=20)
    told = cast.refused("creditor", "confirmReport", {"id": first["id"]}, REPORT)
    assert told == ("WRONG_STATUS", [])
    cast.do("creditor", "confirmReport", {"id": second["id"]}, REPORT)
    query = "query($id: ID!) { commitment(id: $id) { progress reports { nodes { status } } } }"
    told = cast.hub.ask(query, {"id": one})["commitment"]
    assert told == {
        "progress": 20.0,
        "reports": {"nodes": [{"status": "CONFIRMED"}, {"status": "SUPERSEDED"}]},
    }


@pytest.mark.parametrize(
    ("more", "code", "at"),
    [
        ({"asOf": "2024-12-31"}, "OUTSIDE_TERM", "asOf"),
        ({"asOf": "2099-01-01"}, "IN_THE_FUTURE", "asOf"),
        ({"actual": -1}, "NUMBER_NEGATIVE", "actual"),
    ],
)
def test_a_report_that_cannot_be_changes_nothing(cast: Two, more: Any, code: str, at: str) -> None:
    whole = cast.agreement({})
    one = cast.commitment(whole)
    given = {"commitmentId": one["id"], "reportedStatus": "IN_PROGRESS", **more}
    before = cast.hub.count()
    assert cast.refused("debtor", "reportCommitment", given, REPORT) == (code, ["input", at])
    assert cast.hub.count() == before
    assert cast.commitment(whole) == one


def test_what_has_no_measure_is_reported_in_words(cast: Two) -> None:
    bare = {"measure": None, "target": None, "unit": None}
    whole = cast.agreement(bare)
    one = cast.commitment(whole)["id"]
    counted = {"commitmentId": one, "reportedStatus": "IN_PROGRESS", "actual": 5}
    told = cast.refused("debtor", "reportCommitment", counted, REPORT)
    assert told == ("NOT_MEASURED", ["input", "actual"])
    claim = report(cast, one, "MET", note="سامانه راه افتاد")
    cast.do("creditor", "confirmReport", {"id": claim["id"]}, REPORT)
    now = cast.commitment(whole)
    assert (now["status"], now["progress"], now["progressShare"]) == ("MET", None, None)


# -- what only the creditor says -------------------------------------------------------------------


def test_only_whom_it_is_owed_to_waives_or_declares_it_missed(cast: Two) -> None:
    whole = cast.agreement({}, third=True, kind="CONSORTIUM")
    one = cast.commitment(whole)
    close = {"id": one["id"], "version": 1, "closingReason": "کارگاه بسته شد"}
    for who in ("debtor", "third", "outsider", "coordinator"):
        for mutation in ("waiveCommitment", "declareMissed"):
            told = cast.refused(who, mutation, close, COMMITMENT)
            assert told == ("NOT_ALLOWED", []), (who, mutation)
    assert cast.commitment(whole) == one
    missed = cast.do("creditor", "declareMissed", close, COMMITMENT)
    assert (missed["status"], missed["closingReason"]) == ("MISSED", "کارگاه بسته شد")
    waived = cast.do("creditor", "waiveCommitment", close | {"version": 2}, COMMITMENT)
    assert (waived["status"], waived["standing"]) == ("WAIVED", "CLOSED")
    given = {"commitmentId": one["id"], "reportedStatus": "IN_PROGRESS"}
    assert cast.refused("debtor", "reportCommitment", given, REPORT) == ("WRONG_STATUS", [])


def test_nothing_is_missed_before_its_day(cast: Two) -> None:
    whole = cast.agreement({"dueOn": str(today())})
    close = {"id": cast.commitment(whole)["id"], "version": 1}
    assert cast.refused("creditor", "declareMissed", close, COMMITMENT) == ("NOT_DUE", [])
    assert cast.commitment(whole)["status"] == "PLANNED"


def test_what_waits_when_a_commitment_is_waived_is_answered_no_more(cast: Two) -> None:
    whole = cast.agreement({})
    one = cast.commitment(whole)["id"]
    claim = report(cast, one, "MET", note="فهرست")
    waived = cast.do("creditor", "waiveCommitment", {"id": one, "version": 2}, COMMITMENT)
    assert (waived["status"], waived["reportStatus"]) == ("WAIVED", "SUPERSEDED")
    assert cast.refused("creditor", "confirmReport", {"id": claim["id"]}, REPORT) == ("WRONG_STATUS", [])


# -- how it stands ---------------------------------------------------------------------------------


def test_what_is_owed_is_not_late_while_its_partnership_rests_or_is_over_and_says_so(cast: Two) -> None:
    whole = cast.agreement({})
    overdue = (
        "query($id: ID!) { partnership(id: $id)"
        " { commitments(filter: {overdue: {eq: true}}) { totalCount } } }"
    )

    def stands() -> tuple[str, int]:
        counted = cast.hub.ask(overdue, {"id": whole})["partnership"]["commitments"]["totalCount"]
        return cast.commitment(whole, "anonymous")["standing"], counted

    assert stands() == ("OVERDUE", 1)
    cast.amend(whole, step="SUSPEND")
    assert stands() == ("AT_REST", 0)
    cast.amend(whole, step="RESUME")
    assert stands() == ("OVERDUE", 1)
    cast.amend(whole, endsOn="2025-12-31")
    assert stands() == ("LEFT_OPEN", 0)
    close = {"id": whole, "version": cast.read(whole)["version"]}
    cast.do("creditor", "endPartnership", close, PARTNERSHIP)
    assert stands() == ("LEFT_OPEN", 0)
    # What was done late is still told, and its creditor still has its say.
    one = cast.commitment(whole)["id"]
    claim = report(cast, one, "MET", note="دیر، ولی شد")
    cast.do("creditor", "confirmReport", {"id": claim["id"]}, REPORT)
    assert stands() == ("CLOSED", 0)


def test_what_waits_for_a_side_is_told_it(cast: Two) -> None:
    whole = cast.agreement({})
    one = cast.commitment(whole)["id"]
    query = (
        "{ viewer { waiting { kind record { ... on CommitmentReport { id } ... on Amendment { id } } } } }"
    )

    def waits(who: str, kind: str) -> list[Any]:
        told = cast.hub.ask(query, token=cast.tokens[who])["viewer"]["waiting"]
        return [thing["record"] for thing in told if thing["kind"] == kind]

    claim = report(cast, one, "MET", note="فهرست")
    assert {"id": claim["id"]} in waits("creditor", "REPORT")
    assert waits("debtor", "REPORT") == []
    given = {"partnershipId": whole, "version": 4, "titleFa": "نام دیگر"}
    proposed = cast.do("debtor", "proposeAmendment", given, AMENDMENT)
    assert waits("creditor", "AMENDMENT") == [{"id": proposed["id"]}]
    assert waits("debtor", "AMENDMENT") == []
    cast.do("creditor", "confirmReport", {"id": claim["id"]}, REPORT)
    cast.do("creditor", "declineAmendment", {"id": proposed["id"]}, AMENDMENT)
    assert {"id": claim["id"]} not in waits("creditor", "REPORT")
    assert waits("creditor", "AMENDMENT") == []
