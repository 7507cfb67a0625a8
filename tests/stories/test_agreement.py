"""Two organizations keep an agreement: a coordinator drafts it, they sign, dispute a report, and amend it."""

from dataclasses import dataclass

import pytest

from tests.running import Hub


@dataclass(frozen=True)
class Sides:
    """The school that owes trainees, the foundation it owes them to, and the coordinator between them."""

    school: str
    foundation: str
    school_token: str
    foundation_token: str
    coordinator: str


@pytest.fixture(scope="module")
def sides(hub: Hub) -> Sides:
    school, school_token = hub.member("آموزشگاه دوخت")
    foundation, foundation_token = hub.member("بنیاد کار")
    return Sides(school, foundation, school_token, foundation_token, hub.token(None, "COORDINATOR"))


@pytest.fixture(scope="module")
def agreement(hub: Hub, sides: Sides) -> str:
    """The partnership that the coordinator has drafted for the two."""
    draft = {
        "kind": "AGREEMENT",
        "titleFa": "صد کارآموز دوخت",
        "visibility": "PUBLIC",
        "startsOn": "2025-03-21",
        "endsOn": "2027-03-20",
        "parties": [
            {"organizationId": sides.school, "role": "آموزش‌دهنده"},
            {"organizationId": sides.foundation, "role": "تأمین مالی"},
        ],
    }
    made = hub.done("draftPartnership", draft, "partnership { id }", sides.coordinator)
    return str(made["id"])


def test_a_coordinator_finds_the_draft_written_for_others_until_they_sign_it(
    hub: Hub, sides: Sides, agreement: str
) -> None:
    mine = "{ partnerships(filter: {status: {eq: DRAFT}}) { nodes { id titleFa parties { nodes { id } } } } }"
    (found,) = hub.ask(mine, token=sides.coordinator)["partnerships"]["nodes"]
    assert found["id"] == agreement
    assert hub.ask(mine, token=sides.school_token)["partnerships"]["nodes"] == [found]
    assert hub.ask(mine)["partnerships"]["nodes"] == []

    owed = {
        "partnershipId": agreement,
        "titleFa": "آموزش صد نفر",
        "measure": "آموزش‌دیدگان",
        "target": 100,
        "unit": "نفر",
        "dueOn": "2025-09-22",
        "owedById": sides.school,
        "owedToId": sides.foundation,
    }
    hub.done("addCommitment", owed, "commitment { id }", sides.foundation_token)
    for token in (sides.school_token, sides.foundation_token):
        sign = {"id": agreement, "version": 2, "signedOn": "2025-03-10"}
        signed = hub.done("signPartnership", sign, "partnership { status }", token)
    assert signed == {"status": "SIGNED"}
    assert hub.ask(f'{{ partnership(id: "{agreement}") {{ status }} }}')["partnership"] == signed


LEDGER = """
query($id: ID!) { partnership(id: $id) { commitments { nodes {
  id status standing target progress progressShare
  reports { nodes { status reportedStatus actual note disputeReason } } } } } }
"""


def test_a_report_that_the_other_side_disputes_is_shown_as_disputed_and_counts_for_nothing(
    hub: Hub, sides: Sides, agreement: str
) -> None:
    def ledger() -> dict[str, object]:
        (one,) = hub.ask(LEDGER, {"id": agreement})["partnership"]["commitments"]["nodes"]
        return dict(one)

    commitment = ledger()["id"]
    claim = {
        "commitmentId": commitment,
        "reportedStatus": "MET",
        "actual": 100,
        "evidenceUrl": "https://example.org/trainees",
    }
    wanted = "commitmentReport { id status }"
    claimed = hub.done("reportCommitment", claim, wanted, sides.school_token)
    why = {"id": claimed["id"], "disputeReason": "بیست نام دو بار آمده است"}
    hub.done("disputeReport", why, wanted, sides.foundation_token)
    told = ledger()
    assert (told["status"], told["standing"], told["progress"]) == ("IN_PROGRESS", "OVERDUE", None)
    assert told["reports"] == {
        "nodes": [
            {
                "status": "DISPUTED",
                "reportedStatus": "MET",
                "actual": 100.0,
                "note": None,
                "disputeReason": "بیست نام دو بار آمده است",
            }
        ]
    }

    right = {
        "commitmentId": commitment,
        "correctsId": claimed["id"],
        "reportedStatus": "IN_PROGRESS",
        "actual": 80,
    }
    mended = hub.done("reportCommitment", right, wanted, sides.school_token)
    hub.done("confirmReport", {"id": mended["id"]}, wanted, sides.foundation_token)
    told = ledger()
    assert (told["progress"], told["progressShare"]) == (80.0, 0.8)


AMENDMENTS = """
query($id: ID!) { partnership(id: $id) { amendments { nodes {
  status reason proposedBy { id } acceptances { totalCount } changes { field before after } } } } }
"""


def test_what_both_have_signed_changes_once_both_accept(hub: Hub, sides: Sides, agreement: str) -> None:
    read = f'{{ partnership(id: "{agreement}") {{ version commitments {{ nodes {{ id version }} }} }} }}'
    now = hub.ask(read)["partnership"]
    commitment = now["commitments"]["nodes"][0]
    alone = commitment | {"target": 80, "dueOn": "2035-01-01"}
    told = hub.refused("editCommitment", alone, "commitment { id }", sides.school_token)
    assert told == ("WRONG_STATUS", [])
    told = hub.refused("waiveCommitment", commitment, "commitment { id }", sides.school_token)
    assert told == ("NOT_ALLOWED", [])

    change = {
        "partnershipId": agreement,
        "version": now["version"],
        "reason": "بیست نفر دیگر در بهار می‌آیند",
        "changeCommitments": [{"commitmentId": commitment["id"], "dueOn": "2026-06-21"}],
    }
    made = hub.done("proposeAmendment", change, "amendment { id }", sides.school_token)
    assert hub.ask(AMENDMENTS, {"id": agreement})["partnership"]["amendments"]["nodes"] == []
    shown = {
        "status": "PROPOSED",
        "reason": "بیست نفر دیگر در بهار می‌آیند",
        "proposedBy": {"id": sides.school},
        "acceptances": {"totalCount": 1},
        "changes": [{"field": "dueOn", "before": "2025-09-22", "after": "2026-06-21"}],
    }
    for token in (sides.school_token, sides.foundation_token):
        told = hub.ask(AMENDMENTS, {"id": agreement}, token)["partnership"]["amendments"]["nodes"]
        assert told == [shown]
    hub.done("acceptAmendment", made, "amendment { id }", sides.foundation_token)
    told = hub.ask(AMENDMENTS, {"id": agreement})["partnership"]["amendments"]["nodes"]
    assert told == [shown | {"status": "IN_FORCE", "acceptances": {"totalCount": 2}}]
    due = f'{{ commitment(id: "{commitment["id"]}") {{ dueOn }} }}'
    assert hub.ask(due)["commitment"] == {"dueOn": "2026-06-21"}
    kinds = [e["kind"] for e in hub.ask("{ events(first: 3) { nodes { kind } } }")["events"]["nodes"]]
    assert kinds == ["AMENDMENT_ACCEPTED", "COMMITMENT_AMENDED", "PARTNERSHIP_AMENDED"]
