"""Ties have two ends: one claims, the other is asked, and nobody else sees what is not confirmed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest

from tests.running import Hub, days_since, today

CLAIM = (
    "tieClaim { id version status kind toRole fromLabel toLabel since until source sourceUrl reason answer"
    " fromOrganization { id } toOrganization { id } claimedBy { id } asked { id } confirmedBy { id } }"
)
SHORT = "tieClaim { id version status }"
ENDS = "{ direction role label kind status since until source id node { id } }"
LATER, EARLIER = str(today() + timedelta(days=400)), str(today() - timedelta(days=400))


@dataclass(frozen=True)
class Cast:
    """A state body and two members with their tokens, a third that looks on, and a coordinator."""

    body: str
    body_token: str
    member: str
    token: str
    other: str
    other_token: str
    looking: str
    coordinator: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    (body, body_token), (member, token) = (
        hub.member("ادارهٔ ناظر", kind="STATE_BODY"),
        hub.member("انجمن گویا"),
    )
    other, other_token = hub.member("بنیاد شنوا", kind="FOUNDATION")
    looking, coordinator = hub.member("خیریهٔ تماشا")[1], hub.token(None, "COORDINATOR")
    return Cast(body, body_token, member, token, other, other_token, looking, coordinator)


def claimed(hub: Hub, cast: Cast, **given: Any) -> Any:
    """A claim of a fresh organization that it funds the other; with its token under `token`."""
    made, token = hub.member(f"سازمان پیوندی {hub.count()}")
    told = hub.done("declareTie", {"toId": cast.other, "kind": "FUNDS", **given}, CLAIM, token)
    return told | {"from": made, "token": token}


def confirmed(hub: Hub, cast: Cast, **given: Any) -> Any:
    claim = claimed(hub, cast, **given)
    told = hub.done("confirmTie", {"id": claim["id"], "version": 1}, CLAIM, cast.other_token)
    return claim | told


def ties(hub: Hub, id_: str, token: str | None = None) -> list[dict[str, Any]]:
    """The ties of an organization, as a viewer reads them."""
    query = f"query($id: ID!) {{ organization(id: $id) {{ ties(first: 100) {{ edges {ENDS} }} }} }}"
    return list(hub.ask(query, {"id": id_}, token)["organization"]["ties"]["edges"])


def reads(hub: Hub, id_: str, *tokens: str | None) -> list[bool]:
    query = "query($id: ID!) { tieClaim(id: $id) { id } node(id: $id) { id } }"
    told = [hub.ask(query, {"id": id_}, token) for token in tokens]
    assert all((one["tieClaim"] is None) is (one["node"] is None) for one in told)
    return [one["node"] is not None for one in told]


def kinds(hub: Hub, id_: str, token: str | None) -> list[str]:
    """What a viewer reads of what happened to it, oldest first."""
    query = "{ events(first: 100) { nodes { kind subject { ... on TieClaim { id } } } } }"
    told = hub.ask(query, token=token)["events"]["nodes"]
    return [event["kind"] for event in reversed(told) if (event["subject"] or {}).get("id") == id_]


def mapped(hub: Hub, start: str, token: str | None) -> list[str]:
    """The kinds of ties that start at an organization on the map of every day."""
    query = "{ networkMap(filter: {ever: true}) { ties { kind source { id } } } }"
    told = hub.ask(query, token=token)["networkMap"]["ties"]
    return [tie["kind"] for tie in told if tie["source"]["id"] == start]


def path(hub: Hub, start: str, end: str, token: str | None) -> Any:
    query = "query($a: ID!, $b: ID!) { introductionPath(fromId: $a, toId: $b) { length steps { via { label } } } }"
    return hub.ask(query, {"a": start, "b": end}, token)["introductionPath"]


# -- stories ---------------------------------------------------------------------------------------


def test_a_member_that_claims_to_supervise_a_state_body_is_read_by_the_two_and_coordinators_alone(
    hub: Hub, cast: Cast
) -> None:
    given = {"toId": cast.body, "kind": "SUPERVISES", "source": "خودمان"}
    claim = hub.done("declareTie", given, CLAIM, cast.token)
    assert (claim["status"], claim["claimedBy"], claim["asked"]) == (
        "CLAIMED",
        {"id": cast.member},
        {"id": cast.body},
    )
    everybody = (
        cast.token,
        cast.body_token,
        cast.coordinator,
        hub.admin,
        cast.looking,
        cast.other_token,
        None,
    )
    assert reads(hub, claim["id"], *everybody) == [True] * 4 + [False] * 3
    for token in everybody:
        assert ties(hub, cast.body, token) == ties(hub, cast.member, token) == []
        assert mapped(hub, cast.member, token) == []
        assert path(hub, cast.member, cast.body, token) is None
        assert bool(kinds(hub, claim["id"], token)) is reads(hub, claim["id"], token)[0]
    waiting = f"""{{ organization(id: "{cast.body}") {{
        askedTies(filter: {{status: {{eq: CLAIMED}}}}) {{ totalCount nodes {{ id }} }} }} }}"""
    for token, count in ((cast.body_token, 1), (cast.coordinator, 1), (cast.looking, 0), (None, 0)):
        assert hub.ask(waiting, token=token)["organization"]["askedTies"]["totalCount"] == count

    waits = "{ viewer { waiting { kind record { ... on TieClaim { id } } } } }"
    mine = {"kind": "TIE", "record": {"id": claim["id"]}}
    for token, there in ((cast.body_token, True), (cast.token, False), (cast.looking, False)):
        assert (mine in hub.ask(waits, token=token)["viewer"]["waiting"]) is there

    dispute = {"id": claim["id"], "version": 1, "reason": "هیچ انجمنی بر ما نظارت ندارد."}
    told = hub.done("disputeTie", dispute, CLAIM, cast.body_token)
    assert mine | {"kind": "DISPUTE"} in hub.ask(waits, token=cast.token)["viewer"]["waiting"]
    assert (told["status"], told["reason"]) == ("DISPUTED", dispute["reason"])
    assert reads(hub, claim["id"], *everybody) == [True] * 4 + [False] * 3
    assert ties(hub, cast.body) == []

    answer = {"id": claim["id"], "version": 2, "answer": "آیین‌نامه چنین می‌گوید."}
    assert hub.refused("answerDispute", answer, SHORT, cast.body_token) == ("NOT_ALLOWED", [])
    told = hub.done("answerDispute", answer, CLAIM, cast.token)
    assert (told["status"], told["reason"], told["answer"]) == (
        "CLAIMED",
        dispute["reason"],
        answer["answer"],
    )
    told = hub.done("disputeTie", dispute | {"version": 3}, CLAIM, cast.body_token)
    assert (told["status"], told["answer"]) == ("DISPUTED", None)
    withdraw = {"id": claim["id"], "version": 4}
    assert hub.refused("withdrawTie", withdraw, SHORT, cast.body_token) == ("NOT_ALLOWED", [])
    assert hub.done("withdrawTie", withdraw, SHORT, cast.token)["status"] == "WITHDRAWN"
    assert reads(hub, claim["id"], *everybody) == [True] * 4 + [False] * 3


def test_what_both_ends_say_is_a_tie_with_a_word_for_each_end(hub: Hub, cast: Cast) -> None:
    given = {"since": "2024-03-20", "source": "قرارداد", "sourceUrl": "https://example.org/c"}
    claim = claimed(hub, cast, **given)
    assert hub.refused("confirmTie", {"id": claim["id"], "version": 1}, SHORT, claim["token"]) == (
        "OTHERS_WORD",
        [],
    )
    assert hub.refused("confirmTie", {"id": claim["id"], "version": 1}, SHORT, cast.looking) == (
        "NOT_FOUND",
        ["input", "id"],
    )
    assert hub.refused("confirmTie", {"id": claim["id"], "version": 2}, SHORT, cast.other_token) == (
        "VERSION_CHANGED",
        ["input", "version"],
    )
    assert ties(hub, claim["from"]) == []
    told = hub.done("confirmTie", {"id": claim["id"], "version": 1}, CLAIM, cast.other_token)
    assert (told["status"], told["confirmedBy"], told["source"]) == (
        "CONFIRMED",
        {"id": cast.other},
        "قرارداد",
    )
    assert (told["fromLabel"], told["toLabel"], told["toRole"]) == ("Funds", "Is funded by", "FUNDED_BY")
    kept = {
        "kind": "FUNDS",
        "status": "CONFIRMED",
        "since": "2024-03-20",
        "until": None,
        "source": "قرارداد",
        "id": claim["id"],
    }
    (here,) = ties(hub, claim["from"])
    assert here == {
        **kept,
        "direction": "OUTGOING",
        "role": "FUNDS",
        "label": "Funds",
        "node": {"id": cast.other},
    }
    there = next(tie for tie in ties(hub, cast.other) if tie["id"] == claim["id"])
    assert there == {
        **kept,
        "direction": "INCOMING",
        "role": "FUNDED_BY",
        "label": "Is funded by",
        "node": {"id": claim["from"]},
    }
    assert reads(hub, claim["id"], None, cast.looking) == [True, True]
    assert kinds(hub, claim["id"], None) == ["TIE_CONFIRMED"]
    assert mapped(hub, claim["from"], None) == ["FUNDS"]
    way = path(hub, cast.other, claim["from"], None)
    assert [step["via"] and step["via"]["label"] for step in way["steps"]] == [None, "Is funded by"]


def test_a_tie_of_both_alike_is_mutual(hub: Hub, cast: Cast) -> None:
    claim = confirmed(hub, cast, kind="WORKS_WITH")
    (here,) = ties(hub, claim["from"])
    assert (here["direction"], here["role"], here["label"]) == ("MUTUAL", "WORKS_WITH", "Works with")
    back = {"toId": claim["from"], "kind": "WORKS_WITH"}
    assert hub.refused("declareTie", back, SHORT, cast.other_token) == ("TIE_EXISTS", [])


def test_the_end_a_tie_leads_to_may_claim_it_too(hub: Hub, cast: Cast) -> None:
    given = {"fromId": cast.body, "toId": cast.other, "kind": "SUPERVISES"}
    claim = hub.done("declareTie", given, CLAIM, cast.other_token)
    assert (claim["claimedBy"], claim["asked"]) == ({"id": cast.other}, {"id": cast.body})
    hub.done("confirmTie", {"id": claim["id"], "version": 1}, SHORT, cast.body_token)
    (tie,) = ties(hub, cast.body)
    assert (tie["role"], tie["node"]) == ("SUPERVISES", {"id": cast.other})


def test_a_coordinator_confirms_with_a_source_and_the_end_that_was_passed_over_may_dispute(
    hub: Hub, cast: Cast
) -> None:
    claim = claimed(hub, cast)
    wanted = {"id": claim["id"], "version": 1}
    assert hub.refused("confirmTie", wanted, SHORT, cast.coordinator) == (
        "SOURCE_REQUIRED",
        ["input", "source"],
    )
    assert ties(hub, claim["from"]) == []
    told = hub.done("confirmTie", {**wanted, "source": "دفتر ثبت"}, CLAIM, cast.coordinator)
    assert (told["status"], told["source"], told["confirmedBy"]) == ("CONFIRMED", "دفتر ثبت", None)
    assert [tie["source"] for tie in ties(hub, claim["from"])] == ["دفتر ثبت"]
    dispute = {"id": claim["id"], "version": 2, "reason": "چنین نیست."}
    assert hub.refused("disputeTie", dispute, SHORT, claim["token"]) == ("OTHERS_WORD", [])
    assert hub.refused("disputeTie", dispute, SHORT, cast.coordinator) == ("NOT_ALLOWED", [])
    assert hub.done("disputeTie", dispute, SHORT, cast.other_token)["status"] == "DISPUTED"
    assert ties(hub, claim["from"]) == []
    assert reads(hub, claim["id"], None) == [False]
    assert kinds(hub, claim["id"], None) == []


def test_a_coordinator_declares_a_tie_of_others_by_its_source(hub: Hub, cast: Cast) -> None:
    given = {"fromId": cast.body, "toId": cast.member, "kind": "REFERS_TO"}
    for token in (cast.coordinator, hub.admin):
        assert hub.refused("declareTie", given, SHORT, token) == ("SOURCE_REQUIRED", ["input", "source"])
    claim = hub.done("declareTie", {**given, "source": "گزارش سالانه"}, CLAIM, cast.coordinator)
    assert (claim["status"], claim["claimedBy"], claim["asked"]) == ("CONFIRMED", None, None)
    assert "REFERS_TO" in [tie["kind"] for tie in ties(hub, cast.body)]
    assert hub.done("withdrawTie", {"id": claim["id"], "version": 1}, SHORT, cast.coordinator)["version"] == 2
    assert "REFERS_TO" not in [tie["kind"] for tie in ties(hub, cast.body)]


def test_what_the_other_end_has_confirmed_is_ended_and_not_withdrawn(hub: Hub, cast: Cast) -> None:
    claim = confirmed(hub, cast)
    for token in (claim["token"], cast.coordinator):
        told = hub.refused("withdrawTie", {"id": claim["id"], "version": 2}, SHORT, token)
        assert told == ("CONFIRMED_BY_OTHER", [])
    assert len(ties(hub, claim["from"])) == 1


def test_what_is_claimed_is_changed_until_it_is_confirmed(hub: Hub, cast: Cast) -> None:
    claim = claimed(hub, cast, source="یادداشت")
    edit = {"id": claim["id"], "version": 1, "since": "2020-01-01", "source": None}
    assert hub.refused("editTie", edit, SHORT, cast.other_token) == ("NOT_ALLOWED", [])
    told = hub.done("editTie", edit, CLAIM, claim["token"])
    assert (told["since"], told["source"], told["version"]) == ("2020-01-01", None, 2)
    hub.done("confirmTie", {"id": claim["id"], "version": 2}, SHORT, cast.other_token)
    assert hub.refused("editTie", edit | {"version": 3}, SHORT, claim["token"]) == ("WRONG_STATUS", [])
    assert [tie["since"] for tie in ties(hub, claim["from"])] == ["2020-01-01"]


# -- what is refused -------------------------------------------------------------------------------


def test_a_wrong_tie_is_not_declared(hub: Hub, cast: Cast) -> None:
    tie = {"toId": cast.other, "kind": "TRAINS_FOR"}
    gone = hub.organization("سازمان رفتنی")
    hub.done("withdrawOrganization", {"id": gone, "version": 1}, "organization { id }", hub.admin)
    before = hub.count()
    refused: list[tuple[dict[str, Any], str | None, tuple[str, list[str]]]] = [
        (tie, cast.coordinator, ("NOT_ALLOWED", [])),
        ({**tie, "fromId": cast.body}, cast.token, ("NOT_ALLOWED", ["input", "fromId"])),
        ({**tie, "toId": cast.member}, cast.token, ("SAME_ORGANIZATION", ["input", "toId"])),
        ({**tie, "toId": "org_nowhere"}, cast.token, ("NOT_FOUND", ["input", "toId"])),
        ({**tie, "toId": gone}, cast.token, ("ORGANIZATION_WITHDRAWN", ["input", "toId"])),
        (
            {**tie, "sourceUrl": "javascript:alert(1)"},
            cast.token,
            ("BAD_WEB_ADDRESS", ["input", "sourceUrl"]),
        ),
        (
            {**tie, "since": "2026-01-02", "until": "2026-01-01"},
            cast.token,
            ("END_BEFORE_START", ["input", "until"]),
        ),
        ({**tie, "source": "م" * 301}, cast.token, ("TEXT_TOO_LONG", ["input", "source"])),
    ]
    for given, token, told in refused:
        assert hub.refused("declareTie", given, SHORT, token) == told
    assert hub.count() == before


def test_a_dispute_says_why(hub: Hub, cast: Cast) -> None:
    claim = claimed(hub, cast)
    given = {"id": claim["id"], "version": 1, "reason": " "}
    assert hub.refused("disputeTie", given, SHORT, cast.other_token) == ("TEXT_EMPTY", ["input", "reason"])


def test_nothing_is_confirmed_of_a_withdrawn_organization(hub: Hub, cast: Cast) -> None:
    claim = claimed(hub, cast)
    hub.done("withdrawOrganization", {"id": claim["from"], "version": 1}, "organization { id }", hub.admin)
    told = hub.refused("confirmTie", {"id": claim["id"], "version": 1}, SHORT, cast.other_token)
    assert told == ("ORGANIZATION_WITHDRAWN", [])
    assert ties(hub, claim["from"]) == []


def test_a_running_tie_is_not_declared_again_until_it_has_ended(hub: Hub, cast: Cast) -> None:
    claim = confirmed(hub, cast, since="2020-01-01")
    again = {"toId": cast.other, "kind": "FUNDS"}
    assert hub.refused("declareTie", again, SHORT, claim["token"]) == ("TIE_EXISTS", [])
    hub.done("declareTie", {"toId": cast.other, "kind": "TRAINS_FOR"}, SHORT, claim["token"])
    hub.done("endTie", {"id": claim["id"], "until": EARLIER}, SHORT, claim["token"])
    hub.done("declareTie", again, SHORT, claim["token"])
    assert [(tie["status"], tie["until"]) for tie in ties(hub, claim["from"])] == [("ENDED", EARLIER)]


def test_a_tie_declared_many_times_at_once_is_one_claim(hub: Hub, cast: Cast) -> None:
    _, token = hub.member("سازمان شتابان")
    given = {"toId": cast.other, "kind": "WORKS_WITH"}
    payloads = at_once(*[lambda: hub.do("declareTie", given, SHORT, token)] * 5)
    assert codes(payloads) == [[], *[["TIE_EXISTS"]] * 4]


# -- the end ---------------------------------------------------------------------------------------


def test_either_end_and_the_secretariat_end_a_tie(hub: Hub, cast: Cast) -> None:
    coordinating = hub.token(cast.body, "COORDINATOR")
    for ending in (None, cast.other_token, cast.coordinator, coordinating, hub.admin):
        claim = confirmed(hub, cast)
        assert hub.refused("endTie", {"id": claim["id"]}, SHORT, cast.looking) == ("NOT_ALLOWED", [])
        assert [tie["until"] for tie in ties(hub, claim["from"])] == [None]
        first = today()
        ended = hub.done("endTie", {"id": claim["id"]}, CLAIM, ending or claim["token"])
        assert (ended["status"], ended["until"] in days_since(first)) == ("ENDED", True)
        again = {"id": claim["id"], "until": EARLIER}
        assert hub.refused("endTie", again, SHORT, ending or claim["token"]) == ("TIE_ENDED", [])
        (tie,) = ties(hub, claim["from"])
        assert (tie["status"], tie["until"]) == ("ENDED", ended["until"])
        today_map = "{ networkMap { ties { source { id } } } }"
        sources = hub.ask(today_map)["networkMap"]["ties"]
        assert claim["from"] not in [tie["source"]["id"] for tie in sources]


def test_a_tie_that_is_to_end_later_can_be_ended_before(hub: Hub, cast: Cast) -> None:
    claim = confirmed(hub, cast, since="2024-03-20")
    later = hub.done("endTie", {"id": claim["id"], "until": LATER}, SHORT, claim["token"])
    assert later["status"] == "CONFIRMED"
    before = hub.refused("endTie", {"id": claim["id"], "until": "2024-03-19"}, SHORT, claim["token"])
    assert before == ("END_BEFORE_START", ["input", "until"])
    assert [tie["until"] for tie in ties(hub, claim["from"])] == [LATER]
    hub.done("endTie", {"id": claim["id"], "until": EARLIER}, SHORT, claim["token"])
    assert [tie["until"] for tie in ties(hub, claim["from"])] == [EARLIER]
    unknown = hub.refused("endTie", {"id": "tie_nowhere"}, SHORT, claim["token"])
    assert unknown == ("NOT_FOUND", ["input", "id"])


def test_a_tie_ended_many_times_at_once_ends_once(hub: Hub, cast: Cast) -> None:
    claim = confirmed(hub, cast)
    works = [
        lambda token=token: hub.do("endTie", {"id": claim["id"]}, SHORT, token)
        for token in (claim["token"], cast.other_token)
    ]
    assert codes(at_once(*works * 2)) == [[], *[["TIE_ENDED"]] * 3]


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """The results of works that begin at the same moment."""
    gate = Barrier(len(works))

    def begun(work: Callable[[], Any]) -> Any:
        gate.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begun, works))


def codes(payloads: list[Any]) -> list[list[str]]:
    return sorted([error["code"] for error in payload["errors"]] for payload in payloads)
