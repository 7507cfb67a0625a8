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
COMMITMENT = "commitment { id version status titleFa target dueOn overdue }"


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
        sign(hub, made, token, signedOn="2025-12-25")
    return made


def sign(hub: Hub, partnership: str, token: str, version: int = 1, **given: Any) -> Any:
    return hub.done("signPartnership", {"id": partnership, "version": version, **given}, ALL, token)


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
        told = ("NOT_FOUND", ["input", "id"]) if token else ("SIGN_IN_REQUIRED", [])
        assert hub.refused("editPartnership", edit, SHORT, token) == told
    assert stored(hub, made) == ("DRAFT", 1)
    edited = hub.done("editPartnership", edit, "partnership { version titleFa kind }", cast.second_token)
    assert edited == {"version": 2, "titleFa": "متن دیگری", "kind": "MOU"}
    assert kinds(hub, made, cast.first_token) == ["PARTNERSHIP_DRAFTED", "PARTNERSHIP_EDITED"]


@pytest.mark.parametrize(
    ("change", "code", "edited", "path"),
    [
        ({"parties": [0]}, "TOO_FEW_PARTIES", "TOO_FEW_PARTIES", ["input", "parties"]),
        ({"parties": []}, "TOO_FEW_PARTIES", "TOO_FEW_PARTIES", ["input", "parties"]),
        ({"parties": [1, 2]}, "NOT_A_PARTY", "ANOTHERS_PLACE", ["input", "parties"]),
        (
            {"visibility": "ANONYMIZED"},
            "CANNOT_BE_ANONYMIZED",
            "CANNOT_BE_ANONYMIZED",
            ["input", "visibility"],
        ),
    ],
)
def test_a_wrong_draft_writes_nothing(
    hub: Hub, cast: Cast, change: dict[str, Any], code: str, edited: str, path: list[str]
) -> None:
    ids = (cast.first, cast.second, cast.third)
    if "parties" in change:
        change = {"parties": [{"organizationId": ids[n], "role": "همکار"} for n in change["parties"]]}
    before = hub.count()
    assert hub.refused("draftPartnership", terms(cast, **change), SHORT, cast.first_token) == (code, path)
    assert hub.count() == before
    made = drafted(hub, cast)
    edit = {"id": made, "version": 1, **change}
    assert hub.refused("editPartnership", edit, SHORT, cast.first_token) == (edited, path)
    assert stored(hub, made) == ("DRAFT", 1)


def test_whoever_drafts_for_others_reads_edits_and_takes_back_what_they_wrote(hub: Hub, cast: Cast) -> None:
    given = terms(cast, titleFa="پیش‌نویس هماهنگ‌کننده", visibility="PUBLIC")
    made = hub.done("draftPartnership", given, SHORT, cast.coordinator)
    assert made == {"id": made["id"], "version": 1, "status": "DRAFT"}
    query = '{ partnerships(filter: {titleFa: {eq: "پیش‌نویس هماهنگ‌کننده"}}) { nodes { id version status } } }'
    for token in (cast.coordinator, cast.second_token):
        assert hub.ask(query, token=token)["partnerships"] == {"nodes": [made]}
    for token in (cast.outsider_token, None):
        assert hub.ask(query, token=token)["partnerships"] == {"nodes": []}
    edit = {"id": made["id"], "version": 1, "summary": "با هم"}
    assert hub.done("editPartnership", edit, SHORT, cast.coordinator)["version"] == 2
    back = hub.done("withdrawPartnership", {"id": made["id"], "version": 2}, SHORT, cast.coordinator)
    assert back == {"id": made["id"], "version": 3, "status": "WITHDRAWN"}
    assert seen(hub, made["id"], cast.first_token) == back
    # What its parties write themselves is not a coordinator's to read, edit or take back.
    own = drafted(hub, cast)
    for mutation in ("editPartnership", "withdrawPartnership"):
        told = hub.refused(mutation, {"id": own, "version": 1}, SHORT, cast.coordinator)
        assert told == ("NOT_FOUND", ["input", "id"])
    assert stored(hub, own) == ("DRAFT", 1)


def test_a_party_takes_itself_out_of_a_draft_and_nobody_else(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    role = {cast.first: ("آموزش", "مدیرعامل"), cast.second: ("وام", None)}

    def places(*ids: str, **roles: str) -> dict[str, Any]:
        of = {o: role.get(o, ("همکار", None)) for o in ids}
        rows = [
            {"organizationId": o, "role": roles.get(name, of[o][0]), "signatoryOffice": of[o][1]}
            for o, name in zip(ids, ("one", "two", "three"), strict=False)
        ]
        return {"id": made, "parties": rows}

    put_out = places(cast.first, cast.third) | {"version": 1}
    renamed = places(cast.first, cast.second, two="مهمان") | {"version": 1}
    for given in (put_out, renamed):
        told = hub.refused("editPartnership", given, SHORT, cast.first_token)
        assert told == ("ANOTHERS_PLACE", ["input", "parties"])
    assert stored(hub, made) == ("DRAFT", 1)

    added = places(cast.first, cast.second, cast.third, one="آموزش و گواهی") | {"version": 1}
    hub.done("editPartnership", added, SHORT, cast.first_token)
    role[cast.first] = ("آموزش و گواهی", "مدیرعامل")
    leaves = places(cast.first, cast.third) | {"version": 2}
    payload = hub.do("editPartnership", leaves, SHORT, cast.second_token)
    assert payload == {"partnership": None, "errors": []}
    assert seen(hub, made, cast.second_token) is None
    assert kinds(hub, made, cast.second_token) == []
    assert seen(hub, made, cast.third_token) == {"id": made, "version": 3, "status": "DRAFT"}


def test_a_draft_that_was_taken_back_is_over(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    sign(hub, made, cast.first_token)
    back = {"id": made, "version": 2}
    assert hub.refused("withdrawPartnership", back, SHORT, cast.second_token) == ("WRONG_STATUS", [])
    hub.done("withdrawSignature", {"id": made}, SHORT, cast.first_token)
    hub.done("withdrawPartnership", {"id": made, "version": 3}, SHORT, cast.second_token)
    told = hub.refused("signPartnership", {"id": made, "version": 4}, SHORT, cast.first_token)
    assert told == ("WRONG_STATUS", [])
    assert stored(hub, made) == ("WITHDRAWN", 4)


def test_who_has_left_the_network_is_no_party_and_holds_nobody(hub: Hub, cast: Cast) -> None:
    (gone, gone_token), (other, _) = hub.member("سازمان رفتنی"), hub.member("سازمان ماندنی")
    parties = [{"organizationId": o, "role": "همکار"} for o in (cast.first, gone)]
    given = {"kind": "MOU", "titleFa": "با رفتنی", "parties": parties}
    draft, bound = (hub.done("draftPartnership", given, SHORT, cast.first_token)["id"] for _ in range(2))
    for token in (cast.first_token, gone_token):
        sign(hub, bound, token)
    left = {"id": gone, "version": 1}
    hub.done("withdrawOrganization", left, "organization { id }", hub.admin)
    told = hub.refused("draftPartnership", given, SHORT, cast.first_token)
    assert told == ("PARTY_WITHDRAWN", ["input", "parties", "1"])
    told = hub.refused("signPartnership", {"id": draft, "version": 1}, SHORT, cast.first_token)
    assert told == ("PARTY_WITHDRAWN", [])
    amend = {"partnershipId": bound, "version": 3, "titleFa": "بی او"}
    told = hub.refused("proposeAmendment", amend, "amendment { id }", cast.first_token)
    assert told == ("PARTY_WITHDRAWN", [])
    # It is taken out of a draft by whoever is left, who ends or renews what binds with the others.
    rest = [parties[0], {"organizationId": other, "role": "همکار"}]
    hub.done("editPartnership", {"id": draft, "version": 1, "parties": rest}, SHORT, cast.first_token)
    end = {"id": bound, "version": 3, "endReason": "طرف دیگر از شبکه رفت"}
    assert hub.done("endPartnership", end, SHORT, cast.first_token)["status"] == "ENDED"


# -- signatures ------------------------------------------------------------------------------------


def test_the_last_signature_signs_and_opens_the_partnership(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast, visibility="PUBLIC")
    first = sign(hub, made, cast.first_token, signedOn="2025-12-25", signatoryOffice="رئیس هیئت‌مدیره")
    assert (first["status"], first["signedOn"], first["version"]) == ("DRAFT", None, 2)
    assert seen(hub, made, None) is None
    second = sign(hub, made, cast.second_token, signedOn="2025-12-20")
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
    assert kinds(hub, made, None) == ["PARTNERSHIP_SIGNED"]


def test_a_signature_without_a_day_is_of_today(hub: Hub, cast: Cast) -> None:
    first = today()
    made = drafted(hub, cast)
    sign(hub, made, cast.first_token)
    last = sign(hub, made, cast.second_token)
    days = {last["signedOn"], *(edge["signedOn"] for edge in last["parties"]["edges"])}
    assert days <= days_since(first)


def test_two_parties_that_sign_at_once_sign_it(hub: Hub, cast: Cast) -> None:
    for _ in range(8):
        made = drafted(hub, cast)
        payloads = at_once(
            lambda made=made: hub.do("signPartnership", {"id": made, "version": 1}, SHORT, cast.first_token),
            lambda made=made: hub.do("signPartnership", {"id": made, "version": 1}, SHORT, cast.second_token),
        )
        assert codes(payloads) == [[], []]
        assert sorted(p["partnership"]["status"] for p in payloads) == ["DRAFT", "SIGNED"]
        assert stored(hub, made) == ("SIGNED", 3)


def test_a_party_that_signs_many_times_at_once_signs_once(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    given = {"id": made, "version": 1}
    payloads = at_once(*[lambda: hub.do("signPartnership", given, SHORT, cast.first_token)] * 6)
    assert codes(payloads) == [[], *[["ALREADY_SIGNED"]] * 5]
    assert stored(hub, made) == ("DRAFT", 2)


def test_an_edit_and_a_signature_of_the_same_version_do_not_both_pass(hub: Hub, cast: Cast) -> None:
    for _ in range(8):
        made = drafted(hub, cast)
        edit, give = {"id": made, "version": 1, "titleFa": "متن تازه"}, {"id": made, "version": 1}
        payloads = at_once(
            lambda edit=edit: hub.do("editPartnership", edit, SHORT, cast.first_token),
            lambda give=give: hub.do("signPartnership", give, SHORT, cast.second_token),
        )
        assert codes(payloads) == [[], ["VERSION_CHANGED"]]
        assert stored(hub, made) == ("DRAFT", 2)


def test_who_may_not_sign_signs_nothing(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    given = {"id": made, "version": 1}
    assert hub.refused("signPartnership", given, SHORT, hub.admin) == ("NOT_ALLOWED", [])
    for_other = given | {"partyId": cast.second}
    assert hub.refused("signPartnership", for_other, SHORT, cast.first_token) == ("NOT_ALLOWED", [])
    stranger = given | {"partyId": cast.third}
    assert hub.refused("signPartnership", stranger, SHORT, hub.admin) == ("NOT_A_PARTY", [])
    late = given | {"signedOn": str(today() + timedelta(days=2))}
    told = hub.refused("signPartnership", late, SHORT, cast.first_token)
    assert told == ("IN_THE_FUTURE", ["input", "signedOn"])
    assert stored(hub, made) == ("DRAFT", 1)

    public = signed(hub, cast, visibility="PUBLIC")
    again = {"id": public, "version": 3}
    assert hub.refused("signPartnership", again, SHORT, cast.outsider_token) == ("NOT_A_PARTY", [])
    assert hub.refused("signPartnership", again, SHORT, cast.first_token) == ("ALREADY_SIGNED", [])
    assert stored(hub, public) == ("SIGNED", 3)


def test_an_administrator_enters_the_paper_signature_of_a_listed_organization(hub: Hub, cast: Cast) -> None:
    listed = hub.done(
        "listOrganization", {"kind": "NGO", "nameFa": "هنوز نیامده"}, "organization { id }", cast.first_token
    )["id"]
    parties = [{"organizationId": o, "role": "همکار"} for o in (cast.first, listed)]
    made = hub.done("draftPartnership", terms(cast, parties=parties), SHORT, cast.first_token)["id"]
    sign(hub, made, cast.first_token)
    paper = {"id": made, "version": 1, "partyId": listed, "signedOn": "2025-01-01", "signatoryOffice": "دبیر"}
    assert hub.done("signPartnership", paper, SHORT, hub.admin) == {
        "id": made,
        "version": 3,
        "status": "SIGNED",
    }


def test_a_draft_that_somebody_has_signed_changes_only_once_the_signature_is_taken_back(
    hub: Hub, cast: Cast
) -> None:
    made = drafted(hub, cast)
    sign(hub, made, cast.first_token)
    edit = {"id": made, "version": 2, "titleFa": "متن دیگر"}
    payload = hub.do("editPartnership", edit, SHORT, cast.second_token)
    (error,) = payload["errors"]
    assert (payload["partnership"], error["code"], error["path"]) == (None, "WRONG_STATUS", [])
    assert error["message"] == (
        "This cannot be done while the status is `Partly signed`. From here: `signPartnership` (A party / Administrators),"
        " `withdrawSignature` (A party / Administrators)."
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


def test_a_signature_is_of_the_text_that_was_read_and_of_a_day_that_can_be(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast, endsOn="2025-12-31")
    edit = {"id": made, "version": 1, "titleFa": "متن دوم"}
    hub.done("editPartnership", edit, SHORT, cast.second_token)
    unread = {"id": made, "version": 1}
    assert hub.refused("signPartnership", unread, SHORT, cast.first_token) == (
        "VERSION_CHANGED",
        ["input", "version"],
    )
    after = {"id": made, "version": 2, "signedOn": "2026-01-01"}
    told = hub.refused("signPartnership", after, SHORT, cast.first_token)
    assert told == ("OUTSIDE_TERM", ["input", "signedOn"])
    assert stored(hub, made) == ("DRAFT", 2)
    # A signature of another is no change of the text.
    sign(hub, made, cast.first_token, 2, signedOn="2025-12-25")
    assert sign(hub, made, cast.second_token, 2, signedOn="2025-12-25")["status"] == "SIGNED"


# -- from the signature to the end -----------------------------------------------------------------

ENDED = "partnership { status endsOn endReason endedBy { id } }"


def test_one_party_alone_ends_a_partnership_today_with_its_reason_and_its_name(hub: Hub, cast: Cast) -> None:
    first = today()
    made = signed(hub, cast, startsOn="2025-01-01", endsOn="2099-12-31", visibility="PUBLIC")
    end = {"id": made, "version": 3}
    silent = end | {"endReason": " \N{ZERO WIDTH NON-JOINER}"}
    assert hub.refused("endPartnership", end, SHORT, cast.first_token) == (
        "VALUE_REQUIRED",
        ["input", "endReason"],
    )
    assert hub.refused("endPartnership", silent, SHORT, cast.first_token) == (
        "TEXT_EMPTY",
        ["input", "endReason"],
    )
    assert hub.refused("endPartnership", end, SHORT, cast.outsider_token) == ("NOT_ALLOWED", [])
    assert stored(hub, made) == ("SIGNED", 3)
    ended = hub.done("endPartnership", end | {"endReason": "بودجه تمام شد"}, ENDED, cast.first_token)
    assert ended.pop("endsOn") in days_since(first)
    assert ended == {"status": "ENDED", "endReason": "بودجه تمام شد", "endedBy": {"id": cast.first}}


def test_a_partnership_whose_last_day_has_passed_is_closed_without_a_reason(hub: Hub, cast: Cast) -> None:
    made = signed(hub, cast, startsOn="2025-01-01", endsOn="2026-03-01")
    ended = hub.done("endPartnership", {"id": made, "version": 3}, ENDED, cast.second_token)
    assert ended == {"status": "ENDED", "endsOn": "2026-03-01", "endReason": None, "endedBy": None}


def test_a_partnership_is_not_activated_before_its_first_day(hub: Hub, cast: Cast) -> None:
    made = signed(hub, cast, startsOn="2099-01-01")
    told = hub.refused("activatePartnership", {"id": made, "version": 3}, SHORT, cast.first_token)
    assert told == ("NOT_BEGUN", [])
    assert stored(hub, made) == ("SIGNED", 3)


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
    sign(hub, made, one_token)
    assert not reads()
    sign(hub, made, two_token)
    assert reads()
    hub.done("activatePartnership", {"id": made, "version": 3}, SHORT, two_token)
    assert reads()
    for version, step, after in ((4, "SUSPEND", False), (5, "RESUME", True), (6, "END", False)):
        given = {"partnershipId": made, "version": version, "step": step}
        proposed = hub.done("proposeAmendment", given, "amendment { id }", one_token)
        assert reads() is not after
        hub.done("acceptAmendment", proposed, "amendment { id }", two_token)
        assert reads() is after


# -- renewals --------------------------------------------------------------------------------------


def test_a_renewal_takes_the_text_over_and_renews_once_it_is_signed(hub: Hub, cast: Cast) -> None:
    region = hub.region("IR-07", "تهران")
    old = active(hub, cast, summary="پنج سال", regionIds=[region], visibility="PUBLIC", endsOn="2025-12-31")
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

    sign(hub, made, cast.first_token)
    assert stored(hub, old) == ("ACTIVE", 4)
    sign(hub, made, cast.second_token)
    assert hub.ask(back, {"id": old})["partnership"] == {"status": "RENEWED", "renewedBy": {"id": made}}
    assert kinds(hub, old, None)[-1] == "PARTNERSHIP_RENEWED"
    assert kinds(hub, made, None) == ["PARTNERSHIP_SIGNED"]
    gone = hub.refused("activatePartnership", {"id": old, "version": 5}, SHORT, cast.first_token)
    assert gone == ("WRONG_STATUS", [])


def test_a_partnership_is_renewed_by_nobody_without_its_other_party(hub: Hub, cast: Cast) -> None:
    old = active(hub, cast)
    made = hub.done("renewPartnership", {"id": old}, SHORT, cast.first_token)["id"]
    alone = [{"organizationId": o, "role": "آموزش"} for o in (cast.first, cast.third)]
    edit = {"id": made, "version": 1, "parties": alone}
    told = hub.refused("editPartnership", edit, SHORT, cast.first_token)
    assert told == ("ANOTHERS_PLACE", ["input", "parties"])
    # The other leaves by itself: then the next term is without it, and the old one goes on.
    leave = {"id": made, "version": 1, "parties": [alone[0] | {"signatoryOffice": "مدیرعامل"}, alone[1]]}
    assert hub.do("editPartnership", leave, SHORT, cast.second_token)["errors"] == []
    for token in (cast.first_token, cast.third_token):
        sign(hub, made, token, 2)
    assert stored(hub, made) == ("SIGNED", 4)
    assert stored(hub, old) == ("ACTIVE", 4)


def test_a_renewal_that_was_taken_back_makes_room_for_another(hub: Hub, cast: Cast) -> None:
    old = active(hub, cast)
    made = hub.done("renewPartnership", {"id": old}, SHORT, cast.first_token)["id"]
    hub.done("withdrawPartnership", {"id": made, "version": 1}, SHORT, cast.second_token)
    again = hub.done("renewPartnership", {"id": old}, SHORT, cast.second_token)["id"]
    query = "query($id: ID!) { partnership(id: $id) { renewedBy { id } } }"
    assert hub.ask(query, {"id": old}, cast.first_token)["partnership"] == {"renewedBy": {"id": again}}


def test_who_may_not_renew_drafts_nothing(hub: Hub, cast: Cast) -> None:
    draft, public = drafted(hub, cast), signed(hub, cast, visibility="PUBLIC")
    before = hub.count()
    assert hub.refused("renewPartnership", {"id": draft}, SHORT, cast.first_token) == ("WRONG_STATUS", [])
    assert hub.refused("renewPartnership", {"id": public}, SHORT, cast.outsider_token) == ("NOT_ALLOWED", [])
    backwards = {"id": public, "startsOn": "2026-01-02", "endsOn": "2026-01-01"}
    told = hub.refused("renewPartnership", backwards, SHORT, cast.first_token)
    assert told == ("END_BEFORE_START", ["input", "endsOn"])
    assert hub.count() == before
