"""Partnerships over HTTP: drafts, signatures, the way to the end, renewals, commitments."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest

from tests.running import Hub, days_since, today

ALL = "partnership { id version status signedOn endsOn parties { edges { node { id } signedOn } } }"
SHORT = "partnership { id version status }"
COMMITMENT = "commitment { id version status titleFa target dueOn evidence evidenceUrl overdue }"


@dataclass(frozen=True)
class Cast:
    """Two organizations that sign, a third that may, and one that stands outside."""

    first: str
    second: str
    third: str
    outsider: str
    first_token: str
    second_token: str
    third_token: str
    outsider_token: str
    coordinator: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    made = [hub.member(name) for name in ("بنیاد نخست", "انجمن دوم", "خانهٔ سوم", "مؤسسهٔ بیرونی")]
    ids, tokens = [m[0] for m in made], [m[1] for m in made]
    return Cast(*ids, *tokens, coordinator=hub.token(None, "COORDINATOR"))


def terms(cast: Cast, **given: Any) -> dict[str, Any]:
    """The input of a draft between the first two."""
    parties = [
        {"organizationId": cast.first, "role": "آموزش", "signatoryOffice": "مدیرعامل"},
        {"organizationId": cast.second, "role": "وام"},
    ]
    return {"kind": "MOU", "titleFa": "تفاهم‌نامهٔ اشتغال", "parties": parties, **given}


def drafted(hub: Hub, cast: Cast, **given: Any) -> str:
    return str(hub.done("draftPartnership", terms(cast, **given), SHORT, cast.first_token)["id"])


def signed(hub: Hub, cast: Cast, **given: Any) -> str:
    """A partnership that both have signed: version 3."""
    made = drafted(hub, cast, **given)
    for token in (cast.first_token, cast.second_token):
        hub.done("signPartnership", {"id": made, "signedOn": "2025-12-25"}, SHORT, token)
    return made


def active(hub: Hub, cast: Cast, **given: Any) -> str:
    """A running one: version 4."""
    made = signed(hub, cast, **given)
    hub.done("activatePartnership", {"id": made, "version": 3}, SHORT, cast.first_token)
    return made


def seen(hub: Hub, partnership: str, token: str | None) -> Any:
    query = "query($id: ID!) { partnership(id: $id) { id version status } }"
    return hub.ask(query, {"id": partnership}, token)["partnership"]


def stored(hub: Hub, partnership: str) -> tuple[str, int]:
    """The status and version of it, whoever may read it."""
    found = seen(hub, partnership, hub.admin)
    return found["status"], found["version"]


def kinds(hub: Hub, subject: str, token: str | None) -> list[str]:
    """What happened to it, oldest first."""
    query = "{ events(first: 100) { nodes { kind subject { ... on Partnership { id } ... on Commitment { id } } } } }"
    events = hub.ask(query, token=token)["events"]["nodes"]
    return [e["kind"] for e in reversed(events) if (e["subject"] or {}).get("id") == subject]


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


# -- drafts ----------------------------------------------------------------------------------------


def test_every_party_sees_and_edits_a_draft_and_nobody_else(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast, visibility="PUBLIC")
    for token in (cast.first_token, cast.second_token, hub.admin):
        assert seen(hub, made, token) == {"id": made, "version": 1, "status": "DRAFT"}
    edit = {"id": made, "version": 1, "titleFa": "متن دیگری"}
    for token in (cast.outsider_token, cast.coordinator, None):
        assert seen(hub, made, token) is None
        assert kinds(hub, made, token) == []
        code = "NOT_FOUND" if token else "SIGN_IN_REQUIRED"
        assert hub.refused("editPartnership", edit, SHORT, token) == (code, [])
    assert stored(hub, made) == ("DRAFT", 1)
    edited = hub.done("editPartnership", edit, "partnership { version titleFa kind }", cast.second_token)
    assert edited == {"version": 2, "titleFa": "متن دیگری", "kind": "MOU"}
    assert kinds(hub, made, cast.first_token) == ["PARTNERSHIP_DRAFTED", "PARTNERSHIP_EDITED"]


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"parties": [0]}, "TOO_FEW_PARTIES", ["input", "parties"]),
        ({"parties": []}, "TOO_FEW_PARTIES", ["input", "parties"]),
        ({"parties": [1, 2]}, "NOT_A_PARTY", ["input", "parties"]),
        ({"visibility": "ANONYMIZED"}, "CANNOT_BE_ANONYMIZED", ["input", "visibility"]),
    ],
)
def test_a_wrong_draft_writes_nothing(
    hub: Hub, cast: Cast, change: dict[str, Any], code: str, path: list[str]
) -> None:
    ids = (cast.first, cast.second, cast.third)
    if "parties" in change:
        change = {"parties": [{"organizationId": ids[n], "role": "همکار"} for n in change["parties"]]}
    before = hub.count()
    assert hub.refused("draftPartnership", terms(cast, **change), SHORT, cast.first_token) == (code, path)
    assert hub.count() == before
    made = drafted(hub, cast)
    edit = {"id": made, "version": 1, **change}
    assert hub.refused("editPartnership", edit, SHORT, cast.first_token) == (code, path)
    assert stored(hub, made) == ("DRAFT", 1)


def test_a_coordinator_drafts_for_others_and_does_not_read_it(hub: Hub, cast: Cast) -> None:
    given = terms(cast, titleFa="پیش‌نویس هماهنگ‌کننده")
    payload = hub.do("draftPartnership", given, SHORT, cast.coordinator)
    assert payload == {"partnership": None, "errors": []}
    query = '{ partnerships(filter: {titleFa: {eq: "پیش‌نویس هماهنگ‌کننده"}}) { totalCount } }'
    assert hub.ask(query, token=cast.coordinator)["partnerships"] == {"totalCount": 0}
    assert hub.ask(query, token=cast.second_token)["partnerships"] == {"totalCount": 1}


def test_a_party_that_is_edited_out_no_longer_reads_the_draft(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    parties = [{"organizationId": o, "role": "همکار"} for o in (cast.first, cast.third)]
    edit = {"id": made, "version": 1, "parties": parties, "witnesses": []}
    hub.done("editPartnership", edit, SHORT, cast.first_token)
    assert seen(hub, made, cast.second_token) is None
    assert kinds(hub, made, cast.second_token) == []
    assert seen(hub, made, cast.third_token) == {"id": made, "version": 2, "status": "DRAFT"}


# -- signatures ------------------------------------------------------------------------------------


def test_the_last_signature_signs_and_opens_the_partnership(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast, visibility="PUBLIC")
    sign = {"id": made, "signedOn": "2025-12-25", "signatoryOffice": "رئیس هیئت‌مدیره"}
    first = hub.done("signPartnership", sign, ALL, cast.first_token)
    assert (first["status"], first["signedOn"], first["version"]) == ("DRAFT", None, 2)
    assert seen(hub, made, None) is None
    second = hub.done(
        "signPartnership", {"id": made, "version": 2, "signedOn": "2025-12-20"}, ALL, cast.second_token
    )
    assert (second["status"], second["signedOn"], second["version"]) == ("SIGNED", "2025-12-25", 3)
    query = (
        "query($id: ID!) { partnership(id: $id) { status"
        " parties { edges { node { id } signatoryOffice signedOn } } } }"
    )
    read = hub.ask(query, {"id": made})["partnership"]
    assert read["status"] == "SIGNED"
    assert {
        edge["node"]["id"]: (edge["signatoryOffice"], edge["signedOn"]) for edge in read["parties"]["edges"]
    } == {
        cast.first: ("رئیس هیئت‌مدیره", "2025-12-25"),
        cast.second: (None, "2025-12-20"),
    }
    assert kinds(hub, made, None) == ["PARTNERSHIP_DRAFTED", "PARTNERSHIP_SIGNED", "PARTNERSHIP_SIGNED"]


def test_a_signature_without_a_day_is_of_today(hub: Hub, cast: Cast) -> None:
    first = today()
    made = drafted(hub, cast)
    hub.done("signPartnership", {"id": made}, SHORT, cast.first_token)
    last = hub.done("signPartnership", {"id": made}, ALL, cast.second_token)
    days = {last["signedOn"], *(edge["signedOn"] for edge in last["parties"]["edges"])}
    assert days <= days_since(first)


def test_two_parties_that_sign_at_once_sign_it(hub: Hub, cast: Cast) -> None:
    for _ in range(8):
        made = drafted(hub, cast)
        payloads = at_once(
            lambda made=made: hub.do("signPartnership", {"id": made}, SHORT, cast.first_token),
            lambda made=made: hub.do("signPartnership", {"id": made}, SHORT, cast.second_token),
        )
        assert codes(payloads) == [[], []]
        assert sorted(p["partnership"]["status"] for p in payloads) == ["DRAFT", "SIGNED"]
        assert stored(hub, made) == ("SIGNED", 3)


def test_a_party_that_signs_many_times_at_once_signs_once(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    sign = {"id": made}
    payloads = at_once(*[lambda: hub.do("signPartnership", sign, SHORT, cast.first_token)] * 6)
    assert codes(payloads) == [[], *[["ALREADY_SIGNED"]] * 5]
    assert stored(hub, made) == ("DRAFT", 2)


def test_an_edit_and_a_signature_of_the_same_version_do_not_both_pass(hub: Hub, cast: Cast) -> None:
    for _ in range(8):
        made = drafted(hub, cast)
        edit, sign = {"id": made, "version": 1, "titleFa": "متن تازه"}, {"id": made, "version": 1}
        payloads = at_once(
            lambda edit=edit: hub.do("editPartnership", edit, SHORT, cast.first_token),
            lambda sign=sign: hub.do("signPartnership", sign, SHORT, cast.second_token),
        )
        assert codes(payloads) == [[], ["VERSION_CHANGED"]]
        assert stored(hub, made) == ("DRAFT", 2)


def test_who_may_not_sign_signs_nothing(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    sign = {"id": made}
    assert hub.refused("signPartnership", sign, SHORT, hub.admin) == ("NOT_ALLOWED", [])
    for_other = {"id": made, "partyId": cast.second}
    assert hub.refused("signPartnership", for_other, SHORT, cast.first_token) == ("NOT_ALLOWED", [])
    stranger = {"id": made, "partyId": cast.third}
    assert hub.refused("signPartnership", stranger, SHORT, hub.admin) == ("NOT_A_PARTY", [])
    late = {"id": made, "signedOn": str(today() + timedelta(days=2))}
    told = hub.refused("signPartnership", late, SHORT, cast.first_token)
    assert told == ("IN_THE_FUTURE", ["input", "signedOn"])
    assert stored(hub, made) == ("DRAFT", 1)

    public = signed(hub, cast, visibility="PUBLIC")
    assert hub.refused("signPartnership", {"id": public}, SHORT, cast.outsider_token) == ("NOT_A_PARTY", [])
    assert hub.refused("signPartnership", {"id": public}, SHORT, cast.first_token) == ("ALREADY_SIGNED", [])
    assert stored(hub, public) == ("SIGNED", 3)


def test_an_administrator_enters_the_paper_signature_of_a_listed_organization(hub: Hub, cast: Cast) -> None:
    listed = hub.done(
        "listOrganization", {"kind": "NGO", "nameFa": "هنوز نیامده"}, "organization { id }", cast.first_token
    )["id"]
    parties = [{"organizationId": o, "role": "همکار"} for o in (cast.first, listed)]
    made = hub.done("draftPartnership", terms(cast, parties=parties), SHORT, cast.first_token)["id"]
    hub.done("signPartnership", {"id": made}, SHORT, cast.first_token)
    paper = {"id": made, "partyId": listed, "signedOn": "2025-01-01", "signatoryOffice": "دبیر"}
    assert hub.done("signPartnership", paper, SHORT, hub.admin) == {
        "id": made,
        "version": 3,
        "status": "SIGNED",
    }


def test_a_draft_that_somebody_has_signed_changes_only_once_the_signature_is_taken_back(
    hub: Hub, cast: Cast
) -> None:
    made = drafted(hub, cast)
    hub.done("signPartnership", {"id": made}, SHORT, cast.first_token)
    edit = {"id": made, "version": 2, "titleFa": "متن دیگر"}
    payload = hub.do("editPartnership", edit, SHORT, cast.second_token)
    (error,) = payload["errors"]
    assert (payload["partnership"], error["code"], error["path"]) == (None, "WRONG_STATUS", [])
    assert (
        error["message"]
        == "This cannot be done while the status is `Partly signed`. Change that first, where there is a way."
    )
    commit = {"partnershipId": made, "titleFa": "آموزش", "owedById": cast.first, "owedToId": cast.second}
    assert hub.refused("addCommitment", commit, COMMITMENT, cast.second_token) == ("WRONG_STATUS", [])
    take_back = {"id": made}
    assert hub.refused("withdrawSignature", take_back, SHORT, cast.second_token) == ("NOT_SIGNED", [])
    assert hub.refused("withdrawSignature", take_back, SHORT, cast.outsider_token) == (
        "NOT_FOUND",
        ["input", "id"],
    )
    other = {"id": made, "partyId": cast.first}
    assert hub.refused("withdrawSignature", other, SHORT, cast.second_token) == ("NOT_ALLOWED", [])
    assert stored(hub, made) == ("DRAFT", 2)

    back = hub.done("withdrawSignature", take_back, ALL, cast.first_token)
    assert (back["version"], [edge["signedOn"] for edge in back["parties"]["edges"]]) == (3, [None, None])
    edited = hub.done("editPartnership", edit | {"version": 3}, SHORT, cast.second_token)
    assert edited == {"id": made, "version": 4, "status": "DRAFT"}
    signed_ = signed(hub, cast)
    assert hub.refused("withdrawSignature", {"id": signed_}, SHORT, cast.first_token) == ("WRONG_STATUS", [])
    assert stored(hub, signed_) == ("SIGNED", 3)


# -- from the signature to the end -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("agreed", "told", "kept"),
    [
        ({"startsOn": "2025-01-01", "endsOn": "2030-01-01"}, {"endedOn": "2025-06-01"}, "2025-06-01"),
        ({"startsOn": "2025-01-01", "endsOn": "2025-03-01"}, {"endedOn": "2025-06-01"}, "2025-03-01"),
        ({"startsOn": "2099-01-01", "endsOn": "2099-12-31"}, {}, "2099-01-01"),
        ({}, {"endedOn": "2025-06-01"}, "2025-06-01"),
    ],
)
def test_an_early_end_becomes_the_end_of_the_term(
    hub: Hub, cast: Cast, agreed: dict[str, str], told: dict[str, str], kept: str
) -> None:
    made = signed(hub, cast, **agreed)
    ended = hub.done("endPartnership", {"id": made, "version": 3, **told}, ALL, cast.first_token)
    assert (ended["status"], ended["endsOn"]) == ("ENDED", kept)


def test_an_end_without_a_day_is_of_today(hub: Hub, cast: Cast) -> None:
    first = today()
    made = signed(hub, cast, startsOn="2025-01-01")
    ended = hub.done("endPartnership", {"id": made, "version": 3}, ALL, cast.first_token)
    assert ended["status"] == "ENDED"
    assert ended["endsOn"] in days_since(first)


def test_partners_read_each_other_only_while_the_partnership_runs(hub: Hub) -> None:
    """At once, on the hub that changed it: the viewers it remembers are forgotten."""
    (one, one_token), (two, two_token) = hub.member("شریک یک"), hub.member("شریک دو")
    offer = {"kind": "SPACE", "title": "سالن شریک", "visibility": "PARTNERS"}
    offer_id = hub.done("offerResource", offer, "resourceOffer { id }", one_token)["id"]
    query = f'{{ resourceOffer(id: "{offer_id}") {{ id }} }}'

    def reads() -> bool:
        return hub.ask(query, token=two_token)["resourceOffer"] is not None

    parties = [{"organizationId": o, "role": "همکار"} for o in (one, two)]
    given = {"kind": "AGREEMENT", "titleFa": "قرارداد", "parties": parties}
    made = hub.done("draftPartnership", given, SHORT, one_token)["id"]
    assert not reads()
    hub.done("signPartnership", {"id": made}, SHORT, one_token)
    assert not reads()
    hub.done("signPartnership", {"id": made}, SHORT, two_token)
    assert reads()
    hub.done("activatePartnership", {"id": made, "version": 3}, SHORT, two_token)
    assert reads()
    hub.done("suspendPartnership", {"id": made, "version": 4}, SHORT, two_token)
    assert not reads()
    hub.done("activatePartnership", {"id": made, "version": 5}, SHORT, two_token)
    assert reads()
    hub.done("endPartnership", {"id": made, "version": 6}, SHORT, two_token)
    assert not reads()


# -- renewals --------------------------------------------------------------------------------------


def test_a_renewal_takes_the_text_over_and_renews_once_it_is_signed(hub: Hub, cast: Cast) -> None:
    region = hub.region("IR-07", "تهران")
    old = active(hub, cast, summary="پنج سال", regionIds=[region], visibility="PUBLIC", endsOn="2025-12-31")
    commit = {"partnershipId": old, "titleFa": "آموزش", "owedById": cast.first, "owedToId": cast.second}
    hub.done("addCommitment", commit, COMMITMENT, cast.first_token)
    renew = {"id": old, "startsOn": "2026-01-01", "endsOn": "2030-12-31"}
    wanted = (
        "partnership { id version status titleFa summary startsOn endsOn visibility renews { id status }"
        " regions { id } commitments { totalCount } parties { edges { role signatoryOffice signedOn } } }"
    )
    new = hub.done("renewPartnership", renew, wanted, cast.second_token)
    made = new.pop("id")
    assert sorted(new.pop("parties")["edges"], key=lambda edge: str(edge["role"])) == [
        {"role": "آموزش", "signatoryOffice": "مدیرعامل", "signedOn": None},
        {"role": "وام", "signatoryOffice": None, "signedOn": None},
    ]
    assert new == {
        "version": 1,
        "status": "DRAFT",
        "titleFa": "تفاهم‌نامهٔ اشتغال",
        "summary": "پنج سال",
        "startsOn": "2026-01-01",
        "endsOn": "2030-12-31",
        "visibility": "PUBLIC",
        "renews": {"id": old, "status": "ACTIVE"},
        "regions": [{"id": region}],
        "commitments": {"totalCount": 0},
    }
    back = "query($id: ID!) { partnership(id: $id) { status renewedBy { id } } }"
    assert hub.ask(back, {"id": old})["partnership"] == {"status": "ACTIVE", "renewedBy": None}
    assert hub.refused("renewPartnership", renew, SHORT, cast.first_token) == ("ALREADY_RENEWED", [])

    hub.done("signPartnership", {"id": made}, SHORT, cast.first_token)
    assert stored(hub, old) == ("ACTIVE", 4)
    hub.done("signPartnership", {"id": made}, SHORT, cast.second_token)
    assert hub.ask(back, {"id": old})["partnership"] == {"status": "RENEWED", "renewedBy": {"id": made}}
    assert kinds(hub, old, None)[-1] == "PARTNERSHIP_RENEWED"
    assert kinds(hub, made, None) == ["PARTNERSHIP_DRAFTED", "PARTNERSHIP_SIGNED", "PARTNERSHIP_SIGNED"]
    gone = hub.refused("activatePartnership", {"id": old, "version": 5}, SHORT, cast.first_token)
    assert gone == ("WRONG_STATUS", [])


def test_who_may_not_renew_drafts_nothing(hub: Hub, cast: Cast) -> None:
    draft, public = drafted(hub, cast), signed(hub, cast, visibility="PUBLIC")
    before = hub.count()
    assert hub.refused("renewPartnership", {"id": draft}, SHORT, cast.first_token) == ("WRONG_STATUS", [])
    assert hub.refused("renewPartnership", {"id": public}, SHORT, cast.outsider_token) == ("NOT_ALLOWED", [])
    backwards = {"id": public, "startsOn": "2026-01-02", "endsOn": "2026-01-01"}
    told = hub.refused("renewPartnership", backwards, SHORT, cast.first_token)
    assert told == ("END_BEFORE_START", ["input", "endsOn"])
    assert hub.count() == before


# -- commitments -----------------------------------------------------------------------------------


def committed(hub: Hub, cast: Cast, partnership: str) -> str:
    """A commitment of the first to the second: version 1."""
    given = {
        "partnershipId": partnership,
        "titleFa": "آموزش ۱۰۰ نفر",
        "measure": "شمار آموزش‌دیدگان",
        "target": 100,
        "unit": "نفر",
        "dueOn": "2025-06-01",
        "owedById": cast.first,
        "owedToId": cast.second,
    }
    made = hub.done("addCommitment", given, COMMITMENT, cast.second_token)
    return str(made["id"])


def test_a_commitment_is_added_changed_and_reported(hub: Hub, cast: Cast) -> None:
    partnership = active(hub, cast, visibility="PUBLIC")
    made = committed(hub, cast, partnership)
    query = (
        "query($id: ID!) { commitment(id: $id) { titleFa measure target unit dueOn status overdue evidence"
        " version owedBy { id } owedTo { id } partnership { id } } }"
    )
    assert hub.ask(query, {"id": made})["commitment"] == {
        "titleFa": "آموزش ۱۰۰ نفر",
        "measure": "شمار آموزش‌دیدگان",
        "target": 100.0,
        "unit": "نفر",
        "dueOn": "2025-06-01",
        "status": "PLANNED",
        "overdue": True,
        "evidence": None,
        "version": 1,
        "owedBy": {"id": cast.first},
        "owedTo": {"id": cast.second},
        "partnership": {"id": partnership},
    }
    edit = {"id": made, "version": 1, "target": 120, "dueOn": None}
    edited = hub.done("editCommitment", edit, COMMITMENT, cast.first_token)
    assert (edited["version"], edited["target"], edited["dueOn"], edited["overdue"]) == (
        2,
        120.0,
        None,
        False,
    )
    report = {
        "id": made,
        "version": 2,
        "status": "MET",
        "evidence": "فهرست حضور",
        "evidenceUrl": "https://example.org/list",
    }
    reported = hub.done("reportCommitment", report, COMMITMENT, cast.second_token)
    assert reported == {**edited, **report, "version": 3}
    assert kinds(hub, made, None) == ["COMMITMENT_ADDED", "COMMITMENT_EDITED", "COMMITMENT_REPORTED"]
    assert stored(hub, partnership) == ("ACTIVE", 4)


@pytest.mark.parametrize(
    ("by", "to", "code", "path"),
    [
        ("third", "second", "NOT_A_PARTY", ["input", "owedById"]),
        ("first", "third", "NOT_A_PARTY", ["input", "owedToId"]),
        ("first", "first", "SAME_ORGANIZATION", ["input", "owedToId"]),
    ],
)
def test_a_commitment_is_between_two_parties(
    hub: Hub, cast: Cast, by: str, to: str, code: str, path: list[str]
) -> None:
    partnership = active(hub, cast)
    given = {
        "partnershipId": partnership,
        "titleFa": "آموزش",
        "owedById": getattr(cast, by),
        "owedToId": getattr(cast, to),
    }
    before = hub.count()
    assert hub.refused("addCommitment", given, COMMITMENT, cast.first_token) == (code, path)
    assert hub.count() == before


def test_commitments_of_a_draft_are_its_parties_own_and_become_readable_with_it(hub: Hub, cast: Cast) -> None:
    partnership = drafted(hub, cast, visibility="PUBLIC")
    made = committed(hub, cast, partnership)
    assert stored(hub, partnership) == ("DRAFT", 2)
    query = f'{{ commitment(id: "{made}") {{ id }} }}'
    report = {"id": made, "version": 1, "status": "MET"}
    for token in (cast.outsider_token, cast.coordinator, None):
        assert hub.ask(query, token=token)["commitment"] is None
        assert kinds(hub, made, token) == []
    assert hub.refused("reportCommitment", report, COMMITMENT, cast.outsider_token) == (
        "NOT_FOUND",
        ["input", "id"],
    )
    assert hub.refused("reportCommitment", report, COMMITMENT, cast.first_token) == ("WRONG_STATUS", [])
    for token in (cast.first_token, cast.second_token):
        hub.done("signPartnership", {"id": partnership}, SHORT, token)
    assert hub.ask(query)["commitment"] == {"id": made}
    assert kinds(hub, made, None) == ["COMMITMENT_ADDED"]


def test_only_who_owes_or_is_owed_reports_and_edits(hub: Hub, cast: Cast) -> None:
    parties = [{"organizationId": o, "role": "همکار"} for o in (cast.first, cast.second, cast.third)]
    given = terms(cast, parties=parties, visibility="PUBLIC", kind="CONSORTIUM")
    partnership = hub.done("draftPartnership", given, SHORT, cast.first_token)["id"]
    made = committed(hub, cast, partnership)
    for token in (cast.first_token, cast.second_token, cast.third_token):
        hub.done("signPartnership", {"id": partnership}, SHORT, token)
    report, edit = {"id": made, "version": 1, "status": "MET"}, {"id": made, "version": 1, "target": 1}
    for token in (cast.third_token, cast.outsider_token, cast.coordinator):
        assert hub.refused("reportCommitment", report, COMMITMENT, token) == ("NOT_ALLOWED", [])
        assert hub.refused("editCommitment", edit, COMMITMENT, token) == ("NOT_ALLOWED", [])
    add = {"partnershipId": partnership, "titleFa": "دیگر", "owedById": cast.first, "owedToId": cast.second}
    assert hub.refused("addCommitment", add, COMMITMENT, cast.outsider_token) == ("NOT_ALLOWED", [])
    bad = report | {"evidenceUrl": "javascript:alert(1)"}
    told = hub.refused("reportCommitment", bad, COMMITMENT, cast.first_token)
    assert told == ("BAD_WEB_ADDRESS", ["input", "evidenceUrl"])
    query = f'{{ commitment(id: "{made}") {{ status target version partnership {{ commitments {{ totalCount }} }} }} }}'
    assert hub.ask(query)["commitment"] == {
        "status": "PLANNED",
        "target": 100.0,
        "version": 1,
        "partnership": {"commitments": {"totalCount": 1}},
    }


def test_after_the_end_commitments_are_reported_on_but_no_longer_changed(hub: Hub, cast: Cast) -> None:
    partnership = active(hub, cast)
    made = committed(hub, cast, partnership)
    hub.done("endPartnership", {"id": partnership, "version": 4}, SHORT, cast.first_token)
    edit = {"id": made, "version": 1, "target": 1}
    assert hub.refused("editCommitment", edit, COMMITMENT, cast.first_token) == ("WRONG_STATUS", [])
    report = {"id": made, "version": 1, "status": "MISSED"}
    reported = hub.done("reportCommitment", report, COMMITMENT, cast.first_token)
    assert (reported["status"], reported["version"], reported["target"]) == ("MISSED", 2, 100.0)
