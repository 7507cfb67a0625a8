"""A working group of two parties meets and decides; the decision becomes an action, and the action a commitment."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from tests.running import Hub, today


@dataclass(frozen=True)
class People:
    """The two parties of an agreement, and a training provider that their group asks in."""

    school: str
    foundation: str
    provider: str
    school_token: str
    foundation_token: str
    provider_token: str


def refused(hub: Hub, mutation: str, given: dict[str, object], token: str) -> tuple[str, list[str]]:
    """The code and the path of a mutation that must be refused."""
    (error,) = hub.do(mutation, given, "", token)["errors"]
    return error["code"], error["path"]


@pytest.fixture(scope="module")
def people(hub: Hub) -> People:
    school, school_token = hub.member("آموزشگاه جوش")
    foundation, foundation_token = hub.member("بنیاد ابزار")
    provider, provider_token = hub.member("انجمن شاگردی")
    return People(school, foundation, provider, school_token, foundation_token, provider_token)


@pytest.fixture(scope="module")
def agreement(hub: Hub, people: People) -> str:
    """A running partnership of the school and the foundation."""
    draft = {
        "kind": "MOU",
        "titleFa": "از شاگردی تا کار",
        "visibility": "PUBLIC",
        "startsOn": "2025-03-21",
        "parties": [
            {"organizationId": people.school, "role": "آموزش‌دهنده"},
            {"organizationId": people.foundation, "role": "تأمین مالی"},
        ],
    }
    made = hub.done("draftPartnership", draft, "partnership { id }", people.school_token)
    for token in (people.school_token, people.foundation_token):
        sign = {"id": made["id"], "version": 1, "signedOn": "2025-03-10"}
        hub.done("signPartnership", sign, "partnership { id }", token)
    return str(made["id"])


@pytest.fixture(scope="module")
def group(hub: Hub, people: People, agreement: str) -> str:
    """Their joint working group, proposed by the school and approved by the foundation."""
    given = {
        "bodyId": agreement,
        "title": "کارگروه مشترک شاگردی",
        "level": "PROVINCIAL",
        "purpose": "هماهنگی جاهای شاگردی در کارگاه‌های استان",
        "visibility": "PUBLIC",
    }
    made = hub.done("proposeWorkingGroup", given, "workingGroup { id version status }", people.school_token)
    assert made["status"] == "PROPOSED"
    approve = {"id": made["id"], "version": made["version"]}
    own = refused(hub, "approveWorkingGroup", approve, people.school_token)
    assert own == ("OWN_PROPOSAL", [])
    (waiting,) = hub.ask(WAITING, token=people.foundation_token)["viewer"]["waiting"]
    assert waiting == {"kind": "WORKING_GROUP", "dueOn": None, "record": {"id": made["id"]}}
    wanted = "workingGroup { status }"
    approved = hub.done("approveWorkingGroup", approve, wanted, people.foundation_token)
    assert approved == {"status": "ACTIVE"}
    return str(made["id"])


WAITING = "{ viewer { waiting { kind dueOn record { ... on Node { id } } } } }"
GROUP = """
query($id: ID!) { workingGroup(id: $id) {
  body { ... on Partnership { titleFa } }
  members { edges { role since node { nameFa } } }
  meetings { nodes { title status minutes } }
  decisions { nodes { number title status votesFor } }
} }
"""


def test_an_organization_sits_in_it_once_it_has_confirmed(hub: Hub, people: People, group: str) -> None:
    seats = [
        ("CHAIR", people.school, people.school_token, "CONFIRMED"),
        ("MEMBER", people.foundation, people.foundation_token, "CONFIRMED"),
        ("SECRETARY", people.provider, people.foundation_token, "ASKED"),
    ]
    for role, organization, token, status in seats:
        given = {"groupId": group, "organizationId": organization, "role": role, "since": "2025-04-01"}
        seat = hub.done("askForGroupSeat", given, "groupSeat { id version status }", token)
        assert seat["status"] == status
    told = hub.ask(GROUP, {"id": group})["workingGroup"]
    assert [edge["role"] for edge in told["members"]["edges"]] == ["CHAIR", "MEMBER"]
    twice = {"groupId": group, "organizationId": people.provider, "role": "MEMBER"}
    exists = refused(hub, "askForGroupSeat", twice, people.school_token)
    assert exists == ("SEAT_EXISTS", ["input", "organizationId"])
    (waiting,) = hub.ask(WAITING, token=people.provider_token)["viewer"]["waiting"]
    assert (waiting["kind"], waiting["record"]["id"]) == ("GROUP_SEAT", seat["id"])

    confirm = {"id": seat["id"], "version": seat["version"]}
    assert refused(hub, "confirmGroupSeat", confirm, people.school_token) == ("NOT_ALLOWED", [])
    hub.done("confirmGroupSeat", confirm, "groupSeat { status }", people.provider_token)
    told = hub.ask(GROUP, {"id": group})["workingGroup"]
    names = {(edge["role"], edge["node"]["nameFa"]) for edge in told["members"]["edges"]}
    assert ("SECRETARY", "انجمن شاگردی") in names
    assert told["body"] == {"titleFa": "از شاگردی تا کار"}


def test_its_secretary_plans_a_meeting_and_puts_down_the_minutes_for_its_members(
    hub: Hub, people: People, group: str
) -> None:
    given = {
        "groupId": group,
        "title": "جلسهٔ نخست",
        "day": str(today()),
        "startTime": "25:00",
        "place": "دفتر بنیاد",
        "agenda": [{"title": "جاهای خالی کارگاه‌ها"}, {"title": "بیمهٔ شاگردان", "note": "نرخ امسال"}],
    }
    told = refused(hub, "planMeeting", given, people.provider_token)
    assert told == ("TIME_FORM", ["input", "startTime"])
    wanted = "meeting { id version status agenda { title } }"
    meeting = hub.done("planMeeting", given | {"startTime": "14:30"}, wanted, people.provider_token)
    assert [item["title"] for item in meeting["agenda"]] == ["جاهای خالی کارگاه‌ها", "بیمهٔ شاگردان"]

    held = {
        "id": meeting["id"],
        "version": meeting["version"],
        "minutes": "ده کارگاه جا دارند؛ بیمه را بنیاد می‌دهد.",
        "attendance": [{"organizationId": people.school, "people": 2}, {"organizationId": people.foundation}],
    }
    stranger, stranger_token = hub.member("انجمن رهگذر")
    strange = held | {"attendance": [{"organizationId": stranger}]}
    strange_told = refused(hub, "holdMeeting", strange, people.provider_token)
    assert strange_told == ("NOT_IN_GROUP", ["input", "attendance", "0"])
    wanted = "meeting { version status attendance { edges { people node { id } } } }"
    told = hub.done("holdMeeting", held, wanted, people.provider_token)
    assert told["status"] == "HELD"
    assert len(told["attendance"]["edges"]) == 2

    # An organization is not kept on the list against its word.
    gone = {"id": meeting["id"], "version": told["version"]}
    told = hub.done("denyAttendance", gone, wanted, people.foundation_token)
    assert told["attendance"]["edges"] == [{"people": 2, "node": {"id": people.school}}]
    again = {key: value for key, value in held.items() if key != "minutes"} | {"version": told["version"]}
    denied = refused(hub, "recordMinutes", again, people.provider_token)
    assert denied == ("ATTENDANCE_WAS_DENIED", ["input", "attendance", "1"])

    # The minutes are for the members of the group; whoever else reads the group reads none of them.
    seen = hub.ask(GROUP, {"id": group}, people.foundation_token)["workingGroup"]["meetings"]["nodes"]
    assert seen == [{"title": "جلسهٔ نخست", "status": "HELD", "minutes": held["minutes"]}]
    assert hub.ask(GROUP, {"id": group}, stranger_token)["workingGroup"]["meetings"]["nodes"] == []
    assert hub.ask(GROUP, {"id": group})["workingGroup"]["meetings"]["nodes"] == []


DECIDED = """
query($id: ID!) { workingGroup(id: $id) { meetings { nodes { id version } }
  decisions(sort: [NUMBER_ASC]) { nodes { id version number status votesFor replacedBy { number } } } } }
"""


def test_a_decision_is_numbered_approved_by_votes_and_replaced(hub: Hub, people: People, group: str) -> None:
    (meeting,) = hub.ask(DECIDED, {"id": group}, people.school_token)["workingGroup"]["meetings"]["nodes"]
    given = {
        "groupId": group,
        "title": "سی جای شاگردی تا پایان پاییز",
        "meetingId": meeting["id"],
        "visibility": "MEMBERS",
    }
    wanted = "decision { id version number status decidedOn }"
    first = hub.done("proposeDecision", given, wanted, people.foundation_token)
    assert first["number"] == 1
    taken = refused(hub, "proposeDecision", given | {"number": 1}, people.provider_token)
    assert taken == ("NUMBER_TAKEN", ["input", "number"])

    decide = {"id": first["id"], "version": first["version"]}
    assert refused(hub, "approveDecision", decide, people.foundation_token) == ("OWN_PROPOSAL", [])
    many = refused(hub, "approveDecision", decide | {"votesFor": 3, "votesAgainst": 1}, people.provider_token)
    assert many == ("MORE_VOTES_THAN_SEATS", ["input", "votesFor"])
    counted = decide | {"votesFor": 2, "votesAbstained": 1}
    told = hub.done("approveDecision", counted, wanted, people.provider_token)
    assert (told["status"], told["decidedOn"]) == ("APPROVED", str(today()))
    changed = {"id": first["id"], "version": told["version"], "title": "چهل جا"}
    assert refused(hub, "editDecision", changed, people.foundation_token) == ("WRONG_STATUS", [])

    more = {"groupId": group, "title": "چهل جای شاگردی تا پایان زمستان", "replacesId": first["id"]}
    later = hub.done("proposeDecision", more, wanted, people.school_token)
    decide = {"id": later["id"], "version": later["version"], "votesFor": 3}
    hub.done("approveDecision", decide, wanted, people.foundation_token)
    one, two = hub.ask(DECIDED, {"id": group}, people.provider_token)["workingGroup"]["decisions"]["nodes"]
    assert (one["status"], one["replacedBy"]) == ("REPLACED", {"number": 2})
    assert (two["status"], two["votesFor"]) == ("APPROVED", 3)


ACTIONS = "query($id: ID!) { decision(id: $id) { actions { nodes { id version status overdue } } } }"


def test_a_decision_becomes_an_action_of_an_organization_and_then_a_commitment(
    hub: Hub, people: People, group: str, agreement: str
) -> None:
    _, decision = hub.ask(DECIDED, {"id": group}, people.school_token)["workingGroup"]["decisions"]["nodes"]
    given = {
        "groupId": group,
        "ownerId": people.foundation,
        "decisionId": decision["id"],
        "title": "تعهد بیمهٔ شاگردان نوشته شود",
        "dueOn": str(today() - timedelta(days=1)),
    }
    wanted = "action { id version status }"
    action = hub.done("addAction", given, wanted, people.provider_token)
    assert action["status"] == "ASSIGNED"
    done = {"id": action["id"], "version": action["version"], "evidence": "الحاقیه"}
    assert refused(hub, "completeAction", done, people.foundation_token) == ("WRONG_STATUS", [])
    (waiting,) = hub.ask(WAITING, token=people.foundation_token)["viewer"]["waiting"]
    assert (waiting["kind"], waiting["dueOn"]) == ("ASSIGNMENT", given["dueOn"])

    accept = {"id": action["id"], "version": action["version"]}
    assert refused(hub, "acceptAction", accept, people.provider_token) == ("NOT_ALLOWED", [])
    action = hub.done("acceptAction", accept, wanted, people.foundation_token)
    (waiting,) = hub.ask(WAITING, token=people.foundation_token)["viewer"]["waiting"]
    assert (waiting["kind"], waiting["record"]["id"]) == ("ACTION", action["id"])
    (seen,) = hub.ask(ACTIONS, {"id": decision["id"]}, people.school_token)["decision"]["actions"]["nodes"]
    assert (seen["status"], seen["overdue"]) == ("OPEN", True)

    commitment = _committed(hub, people, agreement)
    link = {"id": action["id"], "version": action["version"], "commitmentIds": [commitment]}
    # A commitment is linked by those whom it binds.
    foreign = refused(hub, "linkAction", link, people.provider_token)
    assert foreign == ("NOT_ALLOWED", ["input", "commitmentIds", "0"])
    linked = hub.done("linkAction", link, wanted, people.foundation_token)
    bare = {"id": action["id"], "version": linked["version"]}
    assert refused(hub, "completeAction", bare, people.foundation_token) == (
        "EVIDENCE_NEEDED",
        ["input", "evidenceUrl"],
    )
    finished = hub.done("completeAction", bare | {"evidence": "الحاقیه"}, wanted, people.foundation_token)
    assert finished["status"] == "DONE"
    traced = """query($id: ID!) { commitment(id: $id) { actions { nodes { status
      decision { number group { title } } } } } }"""
    (way,) = hub.ask(traced, {"id": commitment}, people.provider_token)["commitment"]["actions"]["nodes"]
    assert way == {
        "status": "DONE",
        "decision": {"number": 2, "group": {"title": "کارگروه مشترک شاگردی"}},
    }
    assert hub.ask(WAITING, token=people.foundation_token)["viewer"]["waiting"] == []


def _committed(hub: Hub, people: People, agreement: str) -> str:
    """A commitment that an amendment adds, accepted by both."""
    (now,) = [hub.ask(f'{{ partnership(id: "{agreement}") {{ version }} }}')["partnership"]["version"]]
    added = {
        "titleFa": "بیمهٔ چهل شاگرد",
        "owedById": people.foundation,
        "owedToId": people.school,
    }
    given = {"partnershipId": agreement, "version": now, "addCommitments": [added]}
    proposed = hub.done("proposeAmendment", given, "amendment { id }", people.foundation_token)
    hub.done("acceptAmendment", {"id": proposed["id"]}, "amendment { id }", people.school_token)
    query = f'{{ partnership(id: "{agreement}") {{ commitments {{ nodes {{ id }} }} }} }}'
    (commitment,) = hub.ask(query)["partnership"]["commitments"]["nodes"]
    return str(commitment["id"])


def test_whoever_leaves_the_group_reads_its_minutes_no_longer(hub: Hub, people: People, group: str) -> None:
    mine = "{ groupSeats(filter: {role: {eq: SECRETARY}}) { nodes { id version } } }"
    (seat,) = hub.ask(mine, token=people.provider_token)["groupSeats"]["nodes"]
    end = {"id": seat["id"], "version": seat["version"]}
    # Whoever ends the seat of another says why; its own organization need not.
    assert refused(hub, "endGroupSeat", end, people.school_token) == ("VALUE_REQUIRED", ["input", "reason"])
    ended = hub.done("endGroupSeat", end, "groupSeat { status until }", people.provider_token)
    assert ended == {"status": "ENDED", "until": str(today())}
    told = hub.ask(GROUP, {"id": group}, people.provider_token)["workingGroup"]
    assert told["meetings"]["nodes"] == []
    assert [node["number"] for node in told["decisions"]["nodes"]] == [1]
    plan = {"groupId": group, "title": "جلسهٔ دوم", "day": str(today())}
    assert refused(hub, "planMeeting", plan, people.provider_token) == ("NOT_ALLOWED", [])
