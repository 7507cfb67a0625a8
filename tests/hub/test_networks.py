"""Networks: what may not be, who speaks for whom, what waits for whom, and what happens later."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from tests.running import Hub, today

NETWORK = "network { id version status }"
STEP = "foundingStep { id version status place }"
BOARD = "board { id version status until }"
SEAT = "boardSeat { id version status sits until reason endedBy { id } }"
CHARTER = "charter { id version status }"
MEMBER = "networkMembership { id version status holds since until reason endedBy { id } }"
APPLICATION = "membershipApplication { id version status }"


@dataclass(frozen=True)
class Cast:
    """The secretariat, another organization, a third, and the coordinator."""

    own: str
    other: str
    third: str
    own_token: str
    other_token: str
    third_token: str
    coordinator: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    (own, own_token), (other, other_token) = hub.member("دبیرخانهٔ شبکه"), hub.member("انجمن عضو")
    third, third_token = hub.member("بنیاد سوم")
    return Cast(own, other, third, own_token, other_token, third_token, hub.token(None, "COORDINATOR"))


def network(hub: Hub, cast: Cast, *, begun: bool = True, **more: Any) -> str:
    """A network of the secretariat's; its founding has begun, unless it is only planned."""
    given = {"level": "NATIONAL", "nameFa": "شبکهٔ آزمون", **more}
    made = hub.done("createNetwork", given, NETWORK, cast.own_token)
    if begun:
        hub.done("beginFounding", {"id": made["id"], "version": 1}, NETWORK, cast.own_token)
    return str(made["id"])


def waiting(hub: Hub, token: str, kind: str) -> list[tuple[str, str | None]]:
    """What waits for an organization, of a kind: ids and due days."""
    query = """{ viewer { waiting { kind dueOn record {
      ... on Network { id } ... on FoundingStep { id } ... on BoardSeat { id }
      ... on NetworkMembership { id } ... on MembershipApplication { id } } } } }"""
    rows = hub.ask(query, token=token)["viewer"]["waiting"]
    return [(row["record"]["id"], row["dueOn"]) for row in rows if row["kind"] == kind]


# -- the network -----------------------------------------------------------------------------------


def test_an_administrator_who_acts_for_nobody_is_told_so(hub: Hub) -> None:
    told = hub.do("createNetwork", {"level": "NATIONAL", "nameFa": "شبکه"}, "network { id }", hub.admin)
    (error,) = told["errors"]
    assert (error["code"], error["message"]) == (
        "NOT_ALLOWED",
        "This is not yours to do. Who may: whoever acts for an organization, and you act for none now.",
    )


def test_what_a_network_says_of_itself_must_hold_together(hub: Hub, cast: Cast) -> None:
    given = {"level": "PROVINCIAL", "nameFa": "شبکهٔ بی‌جا"}
    refused = hub.refused("createNetwork", given, NETWORK, cast.own_token)
    assert refused == ("VALUE_REQUIRED", ["input", "regionId"])
    long = {"level": "NATIONAL", "nameFa": "شبکهٔ کند", "stepDays": 367}
    refused = hub.refused("createNetwork", long, NETWORK, cast.own_token)
    assert refused == ("TOO_MANY_DAYS", ["input", "stepDays"])
    region = hub.region("XX-8", "استان هشت")
    made = network(hub, cast, begun=False, **given | {"regionId": region})
    homeless = {"id": made, "version": 1, "regionId": None}
    refused = hub.refused("editNetwork", homeless, NETWORK, cast.own_token)
    assert refused == ("VALUE_REQUIRED", ["input", "regionId"])


def test_a_provincial_network_is_for_a_province(hub: Hub, cast: Cast) -> None:
    province = hub.region("XX-12", "استان دوازده")
    county = hub.region("XX-12-1", "شهرستان", "COUNTY", part_of=province)
    country = hub.region("XX", "کشور", "COUNTRY")
    told = ("NOT_A_PROVINCE", ["input", "regionId"])
    given = {"level": "PROVINCIAL", "nameFa": "شبکهٔ جایی"}
    found = {"id": network(hub, cast), "nameFa": "شبکهٔ جایی"}
    edited = {"id": network(hub, cast, begun=False, **given | {"regionId": province}), "version": 1}
    for region in ({"regionId": county}, {"regionId": country}):
        assert hub.refused("createNetwork", given | region, NETWORK, cast.own_token) == told
        assert hub.refused("foundProvincialNetwork", found | region, NETWORK, cast.own_token) == told
        assert hub.refused("editNetwork", edited | region, NETWORK, cast.own_token) == told


def test_a_plan_is_read_by_its_secretariat_and_coordinators_and_its_steps_with_it(
    hub: Hub, cast: Cast
) -> None:
    made = network(hub, cast, begun=False)
    step = {"networkId": made, "titleFa": "نشست", "place": 1}
    added = hub.done("addFoundingStep", step, STEP, cast.own_token)
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"

    def read(token: str | None) -> list[bool]:
        found = hub.ask(query, {"ids": [made, added["id"]]}, token)["nodes"]
        return [node is not None for node in found]

    assert read(cast.own_token) == read(cast.coordinator) == [True, True]
    assert read(cast.other_token) == read(None) == [False, False]
    invite = {"networkId": made, "organizationId": cast.other, "kind": "FULL"}
    refused = hub.refused("inviteMember", invite, MEMBER, cast.own_token)
    assert refused == ("WRONG_STATUS", ["input", "networkId"])
    hub.done("beginFounding", {"id": made, "version": 1}, NETWORK, cast.own_token)
    assert read(None) == [True, True]


def test_a_dissolved_network_takes_nobody_in_until_it_is_reopened(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    invite = {"networkId": made, "organizationId": cast.other, "kind": "FULL"}
    member = hub.done("inviteMember", invite, MEMBER, cast.own_token)
    accept = {"id": member["id"], "version": 1}
    assert hub.done("acceptInvitation", accept, MEMBER, cast.other_token)["holds"] is True
    why = {"id": made, "version": 2, "endReason": "اعضا رفتند"}
    assert hub.refused("dissolveNetwork", why, NETWORK, cast.other_token) == ("NOT_ALLOWED", [])
    empty = hub.refused("dissolveNetwork", why | {"endReason": " "}, NETWORK, cast.own_token)
    assert empty == ("TEXT_EMPTY", ["input", "endReason"])
    ended = hub.done("dissolveNetwork", why, NETWORK, cast.coordinator)
    assert ended["status"] == "DISSOLVED"
    held = "query($id: ID!) { networkMembership(id: $id) { holds status } }"
    asked = {"id": member["id"]}
    assert hub.ask(held, asked)["networkMembership"] == {"holds": False, "status": "ACTIVE"}
    for mutation, given, wanted in (
        ("addFoundingStep", {"titleFa": "گام", "place": 1}, STEP),
        ("formBoard", {"kind": "FOUNDING"}, BOARD),
        ("draftCharter", {"title": "اساسنامه"}, CHARTER),
        ("inviteMember", {"organizationId": cast.third, "kind": "FULL"}, MEMBER),
    ):
        refused = hub.refused(mutation, given | {"networkId": made}, wanted, cast.own_token)
        assert refused == ("WRONG_STATUS", ["input", "networkId"]), mutation
    applied = {"networkId": made, "kind": "FULL", "statement": "می‌خواهیم."}
    refused = hub.refused("draftApplication", applied, APPLICATION, cast.third_token)
    assert refused == ("WRONG_STATUS", ["input", "networkId"])
    again = hub.done("reopenNetwork", {"id": made, "version": 3}, NETWORK, cast.own_token)
    assert again["status"] == "FOUNDING"
    assert hub.ask(held, asked)["networkMembership"]["holds"] is True


def test_in_a_dissolved_network_nothing_goes_on_and_all_can_be_closed(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    applied = {"networkId": made, "kind": "FULL", "statement": "می‌خواهیم."}
    sent = []
    for token in (cast.third_token, cast.other_token):
        drafted = hub.done("draftApplication", applied, APPLICATION, token)
        sent.append(hub.done("submitApplication", {"id": drafted["id"], "version": 1}, APPLICATION, token))
    board = hub.done("formBoard", {"networkId": made, "kind": "FOUNDING"}, BOARD, cast.own_token)
    dissolved = {"id": made, "version": 2, "endReason": "اعضا رفتند"}
    hub.done("dissolveNetwork", dissolved, NETWORK, cast.own_token)
    first, second = ({"id": one["id"], "version": one["version"]} for one in sent)
    before = hub.count()
    for mutation, given, wanted in (
        ("passDocuments", first, APPLICATION),
        ("returnApplication", first | {"reasons": ["پروانه"]}, APPLICATION),
        ("editBoard", {"id": board["id"], "version": 1, "until": str(today() + timedelta(days=9))}, BOARD),
    ):
        assert hub.refused(mutation, given, wanted, cast.own_token) == ("WRONG_STATUS", []), mutation
    assert hub.count() == before
    assert waiting(hub, cast.own_token, "APPLICATION") == []
    told = hub.done("rejectApplication", first | {"reasons": ["شبکه منحل شد"]}, APPLICATION, cast.own_token)
    assert told["status"] == "REJECTED"
    told = hub.done("withdrawApplication", second, APPLICATION, cast.other_token)
    assert told["status"] == "WITHDRAWN"
    ended = {"id": board["id"], "version": 1, "until": str(today())}
    assert hub.done("endBoard", ended, BOARD, cast.own_token)["status"] == "ENDED"


def test_a_plan_that_was_given_up_is_taken_up_by_its_secretariat_alone(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast, begun=False)
    hub.done("dissolveNetwork", {"id": made, "version": 1, "endReason": "نشد"}, NETWORK, cast.coordinator)
    again = {"id": made, "version": 2}
    assert hub.refused("reopenNetwork", again, NETWORK, cast.coordinator) == ("NOT_ALLOWED", [])
    assert hub.ask(f'{{ network(id: "{made}") {{ id }} }}')["network"] is None
    assert hub.done("reopenNetwork", again, NETWORK, cast.own_token)["status"] == "FOUNDING"


def test_a_province_has_one_network_of_a_national_one_whichever_way_it_comes(hub: Hub, cast: Cast) -> None:
    first, second = hub.region("XX-10", "استان ده"), hub.region("XX-11", "استان یازده")
    national = network(hub, cast)

    def found(region: str) -> dict[str, Any]:
        given = {"id": national, "regionId": region, "nameFa": "شبکهٔ استان"}
        return dict(hub.done("foundProvincialNetwork", given, "network { id version }", cast.own_token))

    old = found(first)
    hub.done("dissolveNetwork", old | {"endReason": "نشد"}, NETWORK, cast.own_token)
    found(first)
    again = {"id": old["id"], "version": 2}
    assert hub.refused("reopenNetwork", again, NETWORK, cast.own_token) == ("PROVINCE_HAS_NETWORK", [])
    moved = found(second) | {"regionId": first}
    told = hub.refused("editNetwork", moved, NETWORK, cast.own_token)
    assert told == ("PROVINCE_HAS_NETWORK", ["input", "regionId"])


def test_a_province_is_founded_under_a_national_network_alone(hub: Hub, cast: Cast) -> None:
    region = hub.region("XX-9", "استان نه")
    made = network(hub, cast, level="PROVINCIAL", regionId=region)
    given = {"id": made, "regionId": region, "nameFa": "شبکهٔ زیر آن"}
    refused = hub.refused("foundProvincialNetwork", given, NETWORK, cast.own_token)
    assert refused == ("NOT_NATIONAL", [])


def test_the_secretariat_goes_to_whom_it_is_offered_with_what_waits(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    step = {"id": made, "version": 2}
    assert hub.refused("acceptSecretariat", step, NETWORK, hub.admin) == ("NOT_OFFERED", [])
    itself = hub.refused("offerSecretariat", step | {"offeredToId": cast.own}, NETWORK, cast.own_token)
    assert itself == ("SAME_ORGANIZATION", ["input", "offeredToId"])
    draft = {"networkId": made, "kind": "FULL", "statement": "می‌خواهیم."}
    application = hub.done("draftApplication", draft, APPLICATION, cast.third_token)
    sent = {"id": application["id"], "version": 1}
    hub.done("submitApplication", sent, APPLICATION, cast.third_token)
    hub.done("offerSecretariat", step | {"offeredToId": cast.other}, NETWORK, cast.own_token)
    assert waiting(hub, cast.other_token, "SECRETARIAT") == [(made, None)]
    declined = {"id": made, "version": 3}
    hub.done("declineSecretariat", declined, NETWORK, cast.other_token)
    hub.done(
        "offerSecretariat", {"id": made, "version": 4, "offeredToId": cast.other}, NETWORK, cast.own_token
    )
    hub.done("acceptSecretariat", {"id": made, "version": 5}, NETWORK, cast.other_token)
    query = "query($id: ID!) { membershipApplication(id: $id) { status } }"
    read = [
        hub.ask(query, {"id": application["id"]}, t)["membershipApplication"]
        for t in (cast.own_token, cast.other_token)
    ]
    assert read == [None, {"status": "SUBMITTED"}]
    assert waiting(hub, cast.other_token, "APPLICATION") == [(application["id"], None)]
    assert (application["id"], None) not in waiting(hub, cast.own_token, "APPLICATION")
    hub.done("passDocuments", {"id": application["id"], "version": 2}, APPLICATION, cast.other_token)


# -- founding steps --------------------------------------------------------------------------------


def test_no_step_that_is_left_comes_before_one_that_is_done(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)

    def add(place: int, **more: Any) -> Any:
        given = {"networkId": made, "titleFa": f"گام {place}", "place": place, **more}
        return hub.done("addFoundingStep", given, STEP, cast.own_token)

    first, second, third = add(1), add(2, dueOn="2026-01-01"), add(2)
    assert waiting(hub, cast.own_token, "FOUNDING_STEP") == [(second["id"], "2026-01-01")]
    hub.done("completeFoundingStep", {"id": first["id"], "version": 1}, STEP, cast.own_token)
    hub.done("completeFoundingStep", {"id": third["id"], "version": 1}, STEP, cast.own_token)
    early = {"networkId": made, "titleFa": "گام پیشین", "place": 1}
    refused = hub.refused("addFoundingStep", early, STEP, cast.own_token)
    assert refused == ("LATER_STEP_DONE", ["input", "place"])
    moved = {"id": second["id"], "version": 1, "place": 0}
    assert hub.refused("editFoundingStep", moved, STEP, cast.own_token)[0] == "LATER_STEP_DONE"
    later = {"id": third["id"], "version": 2, "place": 5}
    refused = hub.refused("editFoundingStep", later, STEP, cast.own_token)
    assert refused == ("EARLIER_STEP_OPEN", ["input", "place"])
    back = {"id": first["id"], "version": 2}
    assert hub.refused("reopenFoundingStep", back, STEP, cast.own_token) == ("LATER_STEP_DONE", [])
    mended = {"id": first["id"], "version": 2, "note": "صورت‌جلسه پیدا شد"}
    assert hub.done("editFoundingStep", mended, STEP, cast.own_token)["status"] == "DONE"
    assert (
        hub.done("reopenFoundingStep", {"id": third["id"], "version": 2}, STEP, cast.own_token)["status"]
        == "PLANNED"
    )


# -- boards ----------------------------------------------------------------------------------------


def test_the_seats_of_a_board_end_with_it(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    form = {"networkId": made, "kind": "DIRECTORS", "since": "2026-01-01"}
    board = hub.done("formBoard", form, BOARD, cast.own_token)
    seat = {"boardId": board["id"], "office": "عضو", "selection": "ELECTED", "since": "2026-01-02"}
    sits = hub.done("proposeSeat", seat | {"organizationId": cast.other}, SEAT, cast.own_token)
    same = hub.refused("proposeSeat", seat | {"organizationId": cast.other}, SEAT, cast.own_token)
    assert same == ("ALREADY_SEATED", ["input", "organizationId"])
    waits = hub.done("proposeSeat", seat | {"organizationId": cast.third}, SEAT, cast.own_token)
    assert waiting(hub, cast.third_token, "SEAT") == [(waits["id"], None)]
    assert hub.done("acceptSeat", {"id": sits["id"], "version": 1}, SEAT, cast.other_token)["sits"] is True
    late = {"id": board["id"], "version": 1, "until": "2030-01-01"}
    assert hub.refused("endBoard", late, BOARD, cast.own_token) == ("IN_THE_FUTURE", ["input", "until"])
    hub.done("endBoard", late | {"until": "2026-06-01"}, BOARD, cast.own_token)
    query = "query($id: ID!) { boardSeat(id: $id) { status sits until } }"
    # Of another the secretariat says no more than by `endSeat`: that its seat ends today.
    assert hub.ask(query, {"id": sits["id"]})["boardSeat"] == {
        "status": "ENDED",
        "sits": False,
        "until": str(today()),
    }
    assert hub.ask(query, {"id": waits["id"]}, cast.third_token)["boardSeat"]["status"] == "WITHDRAWN"
    refused = hub.refused("proposeSeat", seat | {"organizationId": cast.other}, SEAT, cast.own_token)
    assert refused == ("WRONG_STATUS", ["input", "boardId"])


def test_a_seat_ends_by_the_word_of_one_side_whose_word_it_is(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    board = hub.done("formBoard", {"networkId": made, "kind": "INSPECTORS"}, BOARD, cast.own_token)
    seat = {"boardId": board["id"], "organizationId": cast.other, "office": "بازرس", "selection": "ELECTED"}
    sits = hub.done("proposeSeat", seat, SEAT, cast.own_token)
    no = {"id": sits["id"], "version": 1, "reason": "وقت نداریم"}
    assert hub.done("declineSeat", no, SEAT, cast.other_token)["reason"] == "وقت نداریم"
    yes = hub.done("acceptSeat", {"id": sits["id"], "version": 2}, SEAT, cast.other_token)
    assert (yes["status"], yes["reason"]) == ("CONFIRMED", None)
    end = {"id": sits["id"], "version": 3, "reason": "از شهر رفتیم"}
    assert hub.refused("endSeat", end, SEAT, cast.third_token) == ("NOT_ALLOWED", [])
    ended = hub.done("endSeat", end, SEAT, cast.other_token)
    assert (ended["endedBy"], ended["until"]) == ({"id": cast.other}, str(today()))


def test_one_seat_is_taken_once(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    board = hub.done("formBoard", {"networkId": made, "kind": "DIRECTORS"}, BOARD, cast.own_token)
    seat = {"boardId": board["id"], "organizationId": cast.other, "office": "عضو", "selection": "ELECTED"}
    declined = hub.done("proposeSeat", seat, SEAT, cast.own_token)
    hub.done("declineSeat", {"id": declined["id"], "version": 1}, SEAT, cast.other_token)
    taken = hub.done("proposeSeat", seat, SEAT, cast.own_token)
    hub.done("acceptSeat", {"id": taken["id"], "version": 1}, SEAT, cast.other_token)
    twice = hub.refused("acceptSeat", {"id": declined["id"], "version": 2}, SEAT, cast.other_token)
    assert twice == ("ALREADY_SEATED", [])


def test_a_seat_ends_no_later_than_agreed_and_not_before_it_begins(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    board = hub.done("formBoard", {"networkId": made, "kind": "DIRECTORS"}, BOARD, cast.own_token)
    later = str(today() + timedelta(days=9))
    named = {"boardId": board["id"], "organizationId": cast.other, "selection": "ELECTED"}
    for office, days, last in (
        ("رئیس", {"since": "2026-01-01", "until": "2026-02-01"}, "2026-02-01"),
        ("عضو", {"since": later}, later),
    ):
        seat = hub.done("proposeSeat", named | days | {"office": office}, SEAT, cast.own_token)
        hub.done("acceptSeat", {"id": seat["id"], "version": 1}, SEAT, cast.other_token)
        end = {"id": seat["id"], "version": 2, "reason": "بس"}
        early = hub.refused("endSeat", end | {"until": "2026-01-15"}, SEAT, cast.own_token)
        assert early == ("DAY_OUT_OF_RANGE", ["input", "until"])
        assert hub.done("endSeat", end, SEAT, cast.other_token)["until"] == last


# -- charters --------------------------------------------------------------------------------------


def test_a_charter_has_articles_each_number_once_and_its_draft_is_its_own(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    article = {"number": 1, "text": "نام شبکه."}
    twice = {"networkId": made, "title": "اساسنامه", "articles": [article, article]}
    refused = hub.refused("draftCharter", twice, CHARTER, cast.own_token)
    assert refused == ("LISTED_TWICE", ["input", "articles", "1", "number"])
    empty = hub.done("draftCharter", {"networkId": made, "title": "اساسنامه"}, CHARTER, cast.own_token)
    adopt = {"id": empty["id"], "version": 1}
    assert hub.refused("adoptCharter", adopt, CHARTER, cast.own_token) == ("NO_ARTICLES", [])
    mended = adopt | {"articles": [article]}
    assert hub.refused("editCharter", mended, CHARTER, cast.other_token) == ("NOT_FOUND", ["input", "id"])
    hub.done("editCharter", mended, CHARTER, cast.own_token)
    hub.done("adoptCharter", {"id": empty["id"], "version": 2}, CHARTER, cast.own_token)
    held = {"id": empty["id"], "version": 3, "title": "دیگر"}
    assert hub.refused("editCharter", held, CHARTER, cast.own_token)[0] == "WRONG_STATUS"


# -- members ---------------------------------------------------------------------------------------


def test_a_membership_is_ended_by_the_member_or_by_the_network_with_its_reason(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    invite = {"networkId": made, "organizationId": cast.other, "kind": "FOUNDER", "since": "2026-01-01"}
    member = hub.done("inviteMember", invite, MEMBER, cast.own_token)
    assert waiting(hub, cast.other_token, "INVITATION") == [(member["id"], None)]
    assert (
        hub.refused("acceptInvitation", {"id": member["id"], "version": 1}, MEMBER, cast.own_token)[0]
        == "NOT_ALLOWED"
    )
    assert (
        hub.ask("query($id: ID!) { networkMembership(id: $id) { id } }", {"id": member["id"]})[
            "networkMembership"
        ]
        is None
    )
    hub.done("acceptInvitation", {"id": member["id"], "version": 1}, MEMBER, cast.other_token)
    end = {"id": member["id"], "version": 2, "reason": "از حوزهٔ کار رفتیم", "until": "2025-12-31"}
    refused = hub.refused("endMembership", end, MEMBER, cast.other_token)
    assert refused == ("END_BEFORE_START", ["input", "until"])
    ended = hub.done("endMembership", end | {"until": "2026-03-01"}, MEMBER, cast.other_token)
    assert ended == {
        "id": member["id"],
        "version": 3,
        "status": "ENDED",
        "holds": False,
        "since": "2026-01-01",
        "until": "2026-03-01",
        "reason": "از حوزهٔ کار رفتیم",
        "endedBy": {"id": cast.other},
    }
    again = hub.done("inviteMember", invite | {"since": None}, MEMBER, cast.own_token)
    accepted = hub.done("acceptInvitation", {"id": again["id"], "version": 1}, MEMBER, cast.other_token)
    assert accepted["since"] == str(today())
    out = {"id": again["id"], "version": 2, "reason": "حق عضویت نداد"}
    assert hub.done("endMembership", out, MEMBER, cast.own_token)["endedBy"] == {"id": cast.own}


def test_a_seat_that_is_over_by_its_day_is_taken_anew(hub: Hub, cast: Cast) -> None:
    made, past = network(hub, cast), str(today() - timedelta(days=1))
    board = hub.done("formBoard", {"networkId": made, "kind": "DIRECTORS"}, BOARD, cast.own_token)
    seat = {"boardId": board["id"], "organizationId": cast.other, "office": "عضو", "selection": "ELECTED"}
    first = hub.done("proposeSeat", seat | {"until": past}, SEAT, cast.own_token)
    hub.done("acceptSeat", {"id": first["id"], "version": 1}, SEAT, cast.other_token)
    second = hub.done("proposeSeat", seat, SEAT, cast.own_token)
    sits = hub.done("acceptSeat", {"id": second["id"], "version": 1}, SEAT, cast.other_token)
    assert sits["sits"] is True


def test_a_membership_that_begins_later_can_be_left_before_it_begins(hub: Hub, cast: Cast) -> None:
    made, later = network(hub, cast), str(today() + timedelta(days=9))
    invite = {"networkId": made, "organizationId": cast.other, "kind": "FULL", "since": later}
    member = hub.done("inviteMember", invite, MEMBER, cast.own_token)
    hub.done("acceptInvitation", {"id": member["id"], "version": 1}, MEMBER, cast.other_token)
    end = {"id": member["id"], "version": 2, "reason": "پشیمان شدیم"}
    assert hub.done("endMembership", end, MEMBER, cast.other_token)["until"] == later


def test_what_was_written_before_an_application_was_submitted_stays_its_own(hub: Hub, cast: Cast) -> None:
    made = network(hub, cast)
    draft = {"networkId": made, "kind": "OBSERVER", "statement": "نخستین نوشته"}
    application = hub.done("draftApplication", draft, APPLICATION, cast.other_token)
    mended = {"id": application["id"], "version": 1, "statement": "واپسین نوشته"}
    hub.done("editApplication", mended, APPLICATION, cast.other_token)
    hub.done("submitApplication", {"id": application["id"], "version": 2}, APPLICATION, cast.other_token)
    query = "query($id: ID!) { membershipApplication(id: $id) { statement versions { nodes { number } } } }"

    def versions(token: str) -> list[int]:
        found = hub.ask(query, {"id": application["id"]}, token)["membershipApplication"]
        assert found["statement"] == "واپسین نوشته"
        return [version["number"] for version in found["versions"]["nodes"]]

    assert versions(cast.other_token) == [3, 2, 1]
    assert versions(cast.own_token) == [3]
    back = {"id": application["id"], "version": 3, "reasons": ["مجوز نیست"], "dueOn": "2027-01-01"}
    hub.done("returnApplication", back, APPLICATION, cast.own_token)
    assert waiting(hub, cast.other_token, "RETURNED_APPLICATION") == [(application["id"], "2027-01-01")]
    hub.done("withdrawApplication", {"id": application["id"], "version": 4}, APPLICATION, cast.other_token)
    hub.done("draftApplication", draft, APPLICATION, cast.other_token)


def test_a_membership_that_ends_is_renewed_by_a_short_application(hub: Hub, cast: Cast) -> None:
    made, wanted = (
        network(hub, cast),
        "membershipApplication { id version status renews { id } membership { id } }",
    )
    draft = {"networkId": made, "kind": "FULL", "statement": "می‌خواهیم عضو شویم"}
    first = hub.done("draftApplication", draft, wanted, cast.other_token)
    assert first["renews"] is None
    step, other, own = {"id": first["id"]}, cast.other_token, cast.own_token
    assert hub.done("submitApplication", step | {"version": 1}, wanted, other)["status"] == "SUBMITTED"
    hub.done("passDocuments", step | {"version": 2}, wanted, own)
    hub.done("passLicence", step | {"version": 3}, wanted, own)
    last = today() + timedelta(days=60)
    accept = step | {"version": 4, "until": str(today() - timedelta(days=1))}
    assert hub.refused("acceptApplication", accept, wanted, own) == ("END_BEFORE_START", ["input", "until"])
    hub.done("acceptApplication", accept | {"until": str(last)}, wanted, own)
    # Not yet: it has two months left.
    assert hub.refused("draftApplication", draft, wanted, other)[0] == "ALREADY_MEMBER"
    assert waiting(hub, other, "RENEWAL") == []
    soon = today() + timedelta(days=20)
    hub.cypher("MATCH (m:NetworkMembership)-[:MEMBER_OF]->({id: $id}) SET m.until = $day", id=made, day=soon)
    ((member, due),) = waiting(hub, other, "RENEWAL")
    assert due == str(soon)
    short = hub.done("draftApplication", draft, wanted, other)
    assert short["renews"] == {"id": member}
    assert waiting(hub, other, "RENEWAL") == []
    sent = {"id": short["id"], "version": 1}
    assert hub.refused("submitApplication", sent, wanted, cast.third_token)[0] == "NOT_FOUND"
    assert hub.done("submitApplication", sent, wanted, other)["status"] == "LICENCE_CHECKED"
    decide = {"id": short["id"], "version": 2, "until": str(soon)}
    assert hub.refused("acceptApplication", decide, wanted, other)[0] == "NOT_ALLOWED"
    assert hub.refused("acceptApplication", decide, wanted, own) == ("END_BEFORE_START", ["input", "until"])
    query = "query($id: ID!) { networkMembership(id: $id) { status since until holds } }"
    assert hub.ask(query, {"id": member})["networkMembership"]["until"] == str(soon)
    later = str(soon + timedelta(days=365))
    done = hub.done("acceptApplication", decide | {"until": later}, wanted, own)
    assert (done["status"], done["membership"]) == ("ACCEPTED", {"id": member})
    told = hub.ask(query, {"id": member})["networkMembership"]
    assert told == {"status": "ACTIVE", "since": str(today()), "until": later, "holds": True}


def test_a_membership_that_has_run_out_is_asked_for_anew(hub: Hub, cast: Cast) -> None:
    made, wanted = network(hub, cast), "membershipApplication { id version status renews { id } }"
    invite = {"networkId": made, "organizationId": cast.other, "kind": "FULL", "since": "2026-01-01"}
    member = hub.done("inviteMember", invite, MEMBER, cast.own_token)
    hub.done("acceptInvitation", {"id": member["id"], "version": 1}, MEMBER, cast.other_token)
    over = today() - timedelta(days=3)
    hub.cypher("MATCH (m {id: $id}) SET m.until = $day", id=member["id"], day=over)
    draft = {"networkId": made, "kind": "FULL", "statement": "دوباره"}
    again = hub.done("draftApplication", draft, wanted, cast.other_token)
    assert again["renews"] is None
    sent = hub.done("submitApplication", {"id": again["id"], "version": 1}, wanted, cast.other_token)
    assert sent["status"] == "SUBMITTED"
