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
    action = stepped(hub, "editAction", action, chair, visibility="MEMBERS")
    assert action["status"] == "OPEN"
    due = str(today() + timedelta(days=9))
    action = stepped(hub, "editAction", action, chair, dueOn=due)
    assert action["status"] == "ASSIGNED"
    action = stepped(hub, "declineAction", action, third, reason="تا آن روز نمی‌رسیم")
    assert (action["status"], action["reason"]) == ("DECLINED", "تا آن روز نمی‌رسیم")
    action = stepped(hub, "acceptAction", action, third)
    assert (action["status"], action["reason"]) == ("OPEN", None)


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
