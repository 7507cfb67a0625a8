"""Working groups of a network: run by its secretariat and their chair, with what was settled and given to others."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from tests.running import Hub, today


@dataclass(frozen=True)
class Network:
    """A network that is being founded, its secretariat and two others, and a group of it."""

    id: str
    group: str
    secretariat: str
    chair: str
    third: str
    tokens: dict[str, str]


SEAT = "groupSeat { id version }"


def refused(hub: Hub, mutation: str, given: dict[str, Any], token: str) -> tuple[str, list[str]]:
    """The code and the path of a mutation that must be refused."""
    (error,) = hub.do(mutation, given, "", token)["errors"]
    return error["code"], error["path"]


@pytest.fixture(scope="module")
def network(hub: Hub) -> Network:
    organizations = {name: hub.member(f"سازمان {name}") for name in ("دبیرخانه", "رئیس", "سوم")}
    (secretariat, token), (chair, chair_token), (third, third_token) = organizations.values()
    given = {"nameFa": "شبکهٔ کارگاه‌ها", "level": "NATIONAL"}
    made = hub.done("createNetwork", given, "network { id version }", token)
    hub.done("beginFounding", made, "network { id }", token)
    given = {"bodyId": made["id"], "title": "کارگروه اساسنامه", "level": "NATIONAL", "visibility": "PUBLIC"}
    assert refused(hub, "proposeWorkingGroup", given, chair_token) == ("NOT_ALLOWED", [])
    group = hub.done("proposeWorkingGroup", given, "workingGroup { id version }", token)
    hub.done("approveWorkingGroup", group, "workingGroup { id }", token)
    seat = {"groupId": group["id"], "organizationId": chair, "role": "CHAIR"}
    asked = hub.done("askForGroupSeat", seat, "groupSeat { id version }", token)
    hub.done("confirmGroupSeat", asked, "groupSeat { id }", chair_token)
    tokens = {"secretariat": token, "chair": chair_token, "third": third_token}
    return Network(made["id"], group["id"], secretariat, chair, third, tokens)


def given_to(hub: Hub, network: Network, owner: str, by: str, **more: Any) -> dict[str, Any]:
    """An action that is given to an organization."""
    given = {"groupId": network.group, "ownerId": owner, "title": "نوشتن پیش‌نویس", **more}
    made = hub.done("addAction", given, "action { id version status }", network.tokens[by])
    return dict(made)


def stepped(hub: Hub, mutation: str, action: dict[str, Any], token: str, **more: Any) -> dict[str, Any]:
    """An action after a move."""
    given = {"id": action["id"], "version": action["version"], **more}
    return dict(hub.done(mutation, given, "action { id version status reason }", token))


def test_what_was_accepted_is_asked_anew_where_another_changes_it(hub: Hub, network: Network) -> None:
    chair, third = network.tokens["chair"], network.tokens["third"]
    action = given_to(hub, network, network.third, "chair")
    action = stepped(hub, "acceptAction", action, third)
    action = stepped(hub, "editAction", action, chair, description="برای مجمع")
    assert action["status"] == "ASSIGNED"
    action = stepped(hub, "acceptAction", action, third)
    due = str(today() + timedelta(days=9))
    action = stepped(hub, "editAction", action, chair, dueOn=due)
    assert action["status"] == "ASSIGNED"
    action = stepped(hub, "declineAction", action, third, reason="تا آن روز نمی‌رسیم")
    assert (action["status"], action["reason"]) == ("DECLINED", "تا آن روز نمی‌رسیم")
    action = stepped(hub, "acceptAction", action, third)
    assert (action["status"], action["reason"]) == ("OPEN", None)


def test_an_action_is_read_by_others_once_its_owner_has_accepted_it(hub: Hub, network: Network) -> None:
    chair, third = network.tokens["chair"], network.tokens["third"]
    action = given_to(hub, network, network.third, "chair", visibility="PUBLIC")

    def read() -> bool:
        return hub.ask(f'{{ action(id: "{action["id"]}") {{ id }} }}')["action"] is not None

    assert not read()
    action = stepped(hub, "declineAction", action, third, reason="نمی‌رسیم")
    assert not read()
    action = stepped(hub, "acceptAction", action, third)
    assert read()
    action = stepped(hub, "editAction", action, chair, visibility="ORGANIZATION")
    assert (action["status"], read()) == ("OPEN", False)
    action = stepped(hub, "editAction", action, chair, visibility="PUBLIC")
    assert (action["status"], read()) == ("ASSIGNED", False)
    given = {"groupId": network.group, "ownerId": network.third, "title": "کار", "visibility": "PARTNERS"}
    assert refused(hub, "addAction", given, chair) == ("NOT_FOR_PARTNERS", ["input", "visibility"])


def test_what_another_has_linked_stays_where_it_is_not_named(hub: Hub, network: Network) -> None:
    chair, third = network.tokens["chair"], network.tokens["third"]
    action = stepped(hub, "acceptAction", given_to(hub, network, network.third, "chair"), third)
    need = {"title": "دو میز", "kind": "MATERIAL", "visibility": "ORGANIZATION"}
    mine, theirs = (
        hub.done("needResource", need, "resourceNeed { id }", token)["id"] for token in (chair, third)
    )
    unknown = refused(hub, "linkAction", {**_at(action), "needIds": ["nee_nowhere"]}, chair)
    assert refused(hub, "linkAction", {**_at(action), "needIds": [theirs]}, chair) == unknown
    assert unknown == ("NOT_FOUND", ["input", "needIds", "0"])
    action = stepped(hub, "linkAction", action, third, needIds=[theirs])
    stepped(hub, "linkAction", action, chair, needIds=[mine])
    rows = hub.cypher("MATCH ({id: $id})-[:ACTS_ON]->(n) RETURN n.id AS id", id=action["id"])
    assert {row["id"] for row in rows} == {mine, theirs}


def _at(record: dict[str, Any]) -> dict[str, Any]:
    return {"id": record["id"], "version": record["version"]}


def test_what_one_gives_to_oneself_is_open_at_once_and_can_be_opened_again(
    hub: Hub, network: Network
) -> None:
    chair = network.tokens["chair"]
    action = given_to(hub, network, network.chair, "chair")
    assert action["status"] == "OPEN"
    action = stepped(hub, "completeAction", action, chair, evidence="نامهٔ شمارهٔ ۴")
    assert action["status"] == "DONE"
    action = stepped(hub, "reopenAction", action, chair)
    action = stepped(hub, "dropAction", action, network.tokens["secretariat"], reason="دیگر لازم نیست")
    assert (action["status"], action["reason"]) == ("DROPPED", "دیگر لازم نیست")


def test_an_action_goes_to_nobody_who_has_left_and_to_no_decision_of_another_group(
    hub: Hub, network: Network
) -> None:
    gone = hub.organization("رفته")
    hub.cypher(f"MATCH (o:Node {{id: '{gone}'}}) SET o.status = 'WITHDRAWN'")
    given = {"groupId": network.group, "ownerId": gone, "title": "کار"}
    told = refused(hub, "addAction", given, network.tokens["chair"])
    assert told == ("ORGANIZATION_WITHDRAWN", ["input", "ownerId"])
    other = {"bodyId": network.id, "title": "کارگروه دیگر", "level": "NATIONAL"}
    token = network.tokens["secretariat"]
    group = hub.done("proposeWorkingGroup", other, "workingGroup { id version }", token)
    hub.done("approveWorkingGroup", group, "workingGroup { id }", token)
    decision = {"groupId": group["id"], "title": "مصوبهٔ آن یکی"}
    made = hub.done("proposeDecision", decision, "decision { id number }", token)
    assert made["number"] == 1
    given = {"groupId": network.group, "ownerId": network.chair, "title": "کار", "decisionId": made["id"]}
    told = refused(hub, "addAction", given, token)
    assert told == ("NOT_FOUND", ["input", "decisionId"])


def test_a_decision_settles_what_is_of_its_network_and_nothing_else(hub: Hub, network: Network) -> None:
    token = network.tokens["secretariat"]
    articles = [{"number": 1, "heading": "نام", "text": "نام شبکه."}]
    charter = {"networkId": network.id, "title": "اساسنامه", "articles": articles}
    drafted = hub.done("draftCharter", charter, "charter { id }", token)
    proposal = {"groupId": network.group, "title": "پیش‌نویس اساسنامه پذیرفته شد"}
    decision = hub.done("proposeDecision", proposal, "decision { id version }", network.tokens["chair"])
    decided = hub.done("approveDecision", decision, "decision { id version }", network.tokens["chair"])
    link = decided | {"charterIds": [drafted["id"]]}
    assert refused(hub, "linkDecision", link, network.tokens["chair"]) == ("NOT_ALLOWED", [])
    elsewhere = hub.done("createNetwork", {"nameFa": "دیگر", "level": "NATIONAL"}, "network { id }", token)
    foreign = hub.done("draftCharter", charter | {"networkId": elsewhere["id"]}, "charter { id }", token)
    told = refused(hub, "linkDecision", decided | {"charterIds": [foreign["id"]]}, token)
    assert told == ("NOT_FOUND", ["input", "charterIds", "0"])
    hub.done("linkDecision", link, "decision { id }", token)
    query = f'{{ charter(id: "{drafted["id"]}") {{ decisions {{ nodes {{ title }} }} }} }}'
    (found,) = hub.ask(query, token=token)["charter"]["decisions"]["nodes"]
    assert found == {"title": "پیش‌نویس اساسنامه پذیرفته شد"}


def test_a_meeting_is_held_on_its_day_and_not_cancelled_once_it_has_decided(
    hub: Hub, network: Network
) -> None:
    chair, wanted = network.tokens["chair"], "meeting { id version status }"
    later = {"groupId": network.group, "title": "جلسه", "day": str(today() + timedelta(days=1))}
    meeting = hub.done("planMeeting", later, wanted, chair)
    hold = {"id": meeting["id"], "version": meeting["version"]}
    assert refused(hub, "holdMeeting", hold, chair) == ("MEETING_TO_COME", [])
    meeting = hub.done("editMeeting", hold | {"day": str(today())}, wanted, chair)
    proposal = {"groupId": network.group, "title": "تاریخ مجمع", "meetingId": meeting["id"]}
    decision = hub.done("proposeDecision", proposal, "decision { id version }", chair)
    early = refused(hub, "approveDecision", decision, chair)
    assert early == ("WRONG_STATUS", ["input", "meetingId"])
    hold = {"id": meeting["id"], "version": meeting["version"]}
    meeting = hub.done("holdMeeting", hold, wanted, chair)
    hub.done("approveDecision", decision, "decision { id }", chair)
    cancel = {"id": meeting["id"], "version": meeting["version"], "cancelReason": "اشتباه بود"}
    assert refused(hub, "cancelMeeting", cancel, chair) == ("WRONG_STATUS", [])


def test_a_member_stays_one_where_an_older_seat_is_withdrawn(hub: Hub, network: Network) -> None:
    token, third = network.tokens["secretariat"], network.tokens["third"]
    seat = {"groupId": network.group, "organizationId": network.third, "role": "MEMBER"}
    wanted = "groupSeat { id version }"
    old = hub.done("askForGroupSeat", seat, wanted, token)
    old = hub.done("refuseGroupSeat", old, wanted, third)
    new = hub.done("askForGroupSeat", seat, wanted, token)
    new = hub.done("confirmGroupSeat", new, wanted, third)
    hub.done("withdrawGroupSeat", old, wanted, token)
    query = f'{{ workingGroup(id: "{network.group}") {{ members {{ edges {{ node {{ id }} }} }} }} }}'
    members = hub.ask(query)["workingGroup"]["members"]["edges"]
    assert {edge["node"]["id"] for edge in members} == {network.chair, network.third}
    hub.done("endGroupSeat", new, wanted, third)


def test_a_proposal_that_is_taken_back_replaces_nothing(hub: Hub, network: Network) -> None:
    chair, wanted = network.tokens["chair"], "decision { id version }"
    old = hub.done("proposeDecision", {"groupId": network.group, "title": "مهر"}, wanted, chair)
    old = hub.done("approveDecision", old, wanted, chair)
    query = f'{{ decision(id: "{old["id"]}") {{ replacedBy {{ id }} }} }}'
    for move in ("withdrawDecision", "rejectDecision"):
        given = {"groupId": network.group, "title": "آبان", "replacesId": old["id"]}
        new = hub.done("proposeDecision", given, wanted, chair)
        assert hub.ask(query, token=chair)["decision"] == {"replacedBy": {"id": new["id"]}}
        hub.done(move, new, wanted, chair)
        assert hub.ask(query, token=chair)["decision"] == {"replacedBy": None}


def test_a_meeting_that_is_cancelled_has_no_minutes(hub: Hub, network: Network) -> None:
    chair, wanted = network.tokens["chair"], "meeting { id version }"
    plan = {"groupId": network.group, "title": "جلسه", "day": str(today())}
    meeting = hub.done("planMeeting", plan, wanted, chair)
    there = [{"organizationId": network.chair}]
    meeting = hub.done("holdMeeting", meeting | {"minutes": "گفتیم.", "attendance": there}, wanted, chair)
    cancelled = "meeting { status minutes attendance { totalCount } }"
    told = hub.done("cancelMeeting", meeting | {"cancelReason": "روز دیگر بود"}, cancelled, chair)
    assert told == {"status": "CANCELLED", "minutes": None, "attendance": {"totalCount": 0}}


def test_whoever_edits_in_a_joint_group_has_proposed_it(hub: Hub, network: Network) -> None:
    one, other = network.tokens["chair"], network.tokens["third"]
    parties = [{"organizationId": id_, "role": "طرف"} for id_ in (network.chair, network.third)]
    draft = {"kind": "MOU", "titleFa": "تفاهم", "startsOn": "2025-03-21", "parties": parties}
    made = hub.done("draftPartnership", draft, "partnership { id }", one)
    for token in (one, other):
        sign = {"id": made["id"], "version": 1, "signedOn": "2025-03-10"}
        hub.done("signPartnership", sign, "partnership { id }", token)
    wanted = "workingGroup { id version }"
    given = {"bodyId": made["id"], "title": "کارگروه مشترک", "level": "NATIONAL"}
    group = hub.done("proposeWorkingGroup", given, wanted, one)
    group = hub.done("editWorkingGroup", group | {"title": "کارگروه دیگر"}, wanted, other)
    assert refused(hub, "approveWorkingGroup", group, other) == ("OWN_PROPOSAL", [])
    hub.done("approveWorkingGroup", group, wanted, one)
    wanted = "decision { id version }"
    decision = hub.done("proposeDecision", {"groupId": group["id"], "title": "الف"}, wanted, one)
    decision = hub.done("editDecision", decision | {"title": "ب"}, wanted, other)
    assert refused(hub, "approveDecision", decision, other) == ("OWN_PROPOSAL", [])
    hub.done("approveDecision", decision, wanted, one)
    # What both have agreed on was not over before one of them says so.
    past = {"id": group["id"], "version": 3, "endReason": "تمام", "until": str(today() - timedelta(days=1))}
    told = refused(hub, "endWorkingGroup", past, one)
    assert told == ("DAY_OUT_OF_RANGE", ["input", "until"])
    hub.done("endWorkingGroup", past | {"until": str(today())}, "workingGroup { id }", one)


def test_whoever_has_left_the_hub_votes_no_more(hub: Hub, network: Network) -> None:
    token = network.tokens["secretariat"]
    given = {"bodyId": network.id, "title": "کارگروه رفتگان", "level": "NATIONAL"}
    group = hub.done("proposeWorkingGroup", given, "workingGroup { id version }", token)
    hub.done("approveWorkingGroup", group, "workingGroup { id }", token)
    seats = {}
    for name in ("مانده", "رفته"):
        organization, its = hub.member(f"سازمان {name}")
        seat = {
            "groupId": group["id"],
            "organizationId": organization,
            "role": "MEMBER",
            "since": "2026-01-01",
        }
        hub.done("confirmGroupSeat", hub.done("askForGroupSeat", seat, SEAT, token), SEAT, its)
        seats[name] = organization
    gone = {"id": seats["رفته"], "version": 1}
    hub.done("withdrawOrganization", gone, "organization { id }", hub.admin)
    decision = {"groupId": group["id"], "title": "مصوبه"}
    decision = hub.done("proposeDecision", decision, "decision { id version }", token)
    told = refused(hub, "approveDecision", decision | {"votesFor": 2}, token)
    assert told == ("MORE_VOTES_THAN_SEATS", ["input", "votesFor"])
    assert hub.done("approveDecision", decision | {"votesFor": 1}, "decision { status }", token)

    # It was there as long as it was a member.
    then = today() - timedelta(days=3)
    for day, told in ((then, None), (today(), ("NOT_IN_GROUP", ["input", "attendance", "0"]))):
        plan = {"groupId": group["id"], "title": "جلسه", "day": str(day)}
        meeting = hub.done("planMeeting", plan, "meeting { id version }", token)
        held = meeting | {"attendance": [{"organizationId": seats["رفته"]}]}
        if told is None:
            hub.done("holdMeeting", held, "meeting { id }", token)
        else:
            assert refused(hub, "holdMeeting", held, token) == told


def test_a_group_goes_no_further_than_its_network_and_decides_nothing_after_its_end(
    hub: Hub, network: Network
) -> None:
    token, wanted = network.tokens["secretariat"], "workingGroup { id version }"
    body = hub.done("createNetwork", {"nameFa": "گذرا", "level": "NATIONAL"}, "network { id version }", token)
    body = hub.done("beginFounding", body, "network { id version }", token)
    groups, proposals = [], []
    for title in ("یک", "دو"):
        given = {"bodyId": body["id"], "title": title, "level": "NATIONAL"}
        group = hub.done("proposeWorkingGroup", given, wanted, token)
        groups.append(hub.done("approveWorkingGroup", group, wanted, token))
        proposal = {"groupId": group["id"], "title": "مصوبه"}
        proposals.append(hub.done("proposeDecision", proposal, "decision { id version }", token))
    waits = hub.done("proposeWorkingGroup", given, wanted, token)
    hub.done("endWorkingGroup", groups[0] | {"endReason": "بس"}, wanted, token)
    assert refused(hub, "approveDecision", proposals[0], token) == ("WRONG_STATUS", [])
    hub.done("dissolveNetwork", body | {"endReason": "بس"}, "network { id }", token)
    assert refused(hub, "approveDecision", proposals[1], token) == ("WRONG_STATUS", [])
    assert refused(hub, "approveWorkingGroup", waits, token) == ("WRONG_STATUS", [])
    plan = {"groupId": groups[1]["id"], "title": "جلسه", "day": str(today())}
    assert refused(hub, "planMeeting", plan, token) == ("WRONG_STATUS", ["input", "groupId"])


def test_a_group_that_ends_asks_nobody_any_more_and_meets_no_more(hub: Hub, network: Network) -> None:
    token = network.tokens["secretariat"]
    seat = {"groupId": network.group, "organizationId": network.third, "role": "MEMBER"}
    asked = hub.done("askForGroupSeat", seat, "groupSeat { id version }", token)
    query = f'{{ workingGroup(id: "{network.group}") {{ id version }} }}'
    group = hub.ask(query, token=token)["workingGroup"]
    end = group | {"endReason": "اساسنامه نوشته شد"}
    ended = hub.done("endWorkingGroup", end, "workingGroup { status until endedBy { id } }", token)
    assert ended == {"status": "ENDED", "until": str(today()), "endedBy": {"id": network.secretariat}}
    told = refused(hub, "confirmGroupSeat", asked | {"version": 2}, network.tokens["third"])
    assert told == ("WRONG_STATUS", [])
    plan = {"groupId": network.group, "title": "جلسه", "day": str(today())}
    told = refused(hub, "planMeeting", plan, network.tokens["chair"])
    assert told == ("WRONG_STATUS", ["input", "groupId"])


def test_a_secretariat_that_is_handed_over_hands_its_groups_over(hub: Hub, network: Network) -> None:
    token, third = network.tokens["secretariat"], network.tokens["third"]
    mine = f'{{ workingGroup(id: "{network.group}") {{ actions {{ totalCount }} }} }}'
    before = hub.ask(mine, token=token)["workingGroup"]["actions"]["totalCount"]
    assert hub.ask(mine, token=third)["workingGroup"]["actions"]["totalCount"] < before
    query = f'{{ network(id: "{network.id}") {{ id version }} }}'
    now = hub.ask(query, token=token)["network"]
    offered = hub.done(
        "offerSecretariat", now | {"offeredToId": network.third}, "network { id version }", token
    )
    hub.done("acceptSecretariat", offered, "network { id }", third)
    assert hub.ask(mine, token=third)["workingGroup"]["actions"]["totalCount"] == before
