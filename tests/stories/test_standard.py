"""A process is proposed, becomes the standard of a network, and is followed, once otherwise; an edition follows."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.running import Hub, today

PROCESS = "process { id version status edition reason }"
FOLLOWED = "processFollowing { id version since until current deviations { step stepTitle how why } }"

STEPS = [
    {"title": "پذیرش و گفت‌وگوی نخست", "office": "تسهیلگر شغلی", "duration": 45, "durationUnit": "MINUTES"},
    {
        "title": "ارزیابی آمادگی روانی و اجتماعی",
        "office": "کارشناس مشاوره",
        "duration": 2,
        "takes": "برگهٔ پذیرش",
        "gives": "نیم‌رخ آمادگی",
        "formUrl": "https://example.ir/forms/readiness",
    },
    {"title": "برنامهٔ فردی", "office": "تسهیلگر شغلی", "duration": 1},
    {"title": "آموزش مهارت‌های نرم", "office": "مربی", "duration": 30, "durationUnit": "HOURS"},
]


@dataclass(frozen=True)
class Cast:
    """The secretariat of the network, who writes the process, who follows it, and the network."""

    keeper: str
    author: str
    first: str
    second: str
    network: str


def _network(hub: Hub, keeper: str, name: str) -> str:
    given = {"level": "NATIONAL", "nameFa": name}
    network = hub.done("createNetwork", given, "network { id }", keeper)["id"]
    hub.done("beginFounding", {"id": network, "version": 1}, "network { id }", keeper)
    return str(network)


def _decision(hub: Hub, keeper: str, network: str) -> str:
    """A decision that a working group of a network is still to take."""
    given = {"title": "کارگروه استاندارد", "level": "NATIONAL", "bodyId": network}
    group = hub.done("proposeWorkingGroup", given, "workingGroup { id }", keeper)["id"]
    hub.done("approveWorkingGroup", {"id": group, "version": 1}, "workingGroup { id }", keeper)
    given = {"title": "نگارش دوم استاندارد شود", "groupId": group, "visibility": "MEMBERS"}
    return str(hub.done("proposeDecision", given, "decision { id }", keeper)["id"])


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    keeper, author = hub.member("دبیرخانهٔ شبکهٔ کار")[1], hub.member("انجمن آماده‌سازان")[1]
    first, second = hub.member("خیریهٔ گام نخست")[1], hub.member("کانون راه نو")[1]
    return Cast(keeper, author, first, second, _network(hub, keeper, "شبکهٔ ملی کار"))


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """What the tests, which follow each other, have made so far."""
    return {}


def _draft(cast: Cast, **more: Any) -> dict[str, Any]:
    given = {"title": "آماده‌سازی شغلی", "purpose": "از پذیرش تا آغاز کار.", "networkId": cast.network}
    return given | {"visibility": "MEMBERS", "steps": STEPS} | more


def _reads(hub: Hub, id_: str, token: str | None) -> bool:
    return hub.ask(f'{{ process(id: "{id_}") {{ id }} }}', token=token)["process"] is not None


# -- the first edition -----------------------------------------------------------------------------


def test_a_process_is_written_made_of_what_was_learned_and_proposed(
    hub: Hub, cast: Cast, told: dict[str, Any]
) -> None:
    given = {"statement": "نخست گفت‌وگو", "recommendation": "پیش از آموزش گفت‌وگو کنید.", "source": "گزارش"}
    lesson = hub.done("createLesson", given, "lesson { id }", cast.first)["id"]
    shown = {"id": lesson, "version": 1, "visibility": "ANONYMIZED"}
    hub.done("publishLesson", shown, "lesson { id }", cast.first)
    narrow = _draft(cast, visibility="ORGANIZATION", lessonIds=[lesson])
    made = hub.done("createProcess", narrow, PROCESS, cast.author)
    assert (made["status"], made["edition"], made["version"]) == ("DRAFT", 1, 1)
    assert not _reads(hub, made["id"], cast.keeper)
    step = {"id": made["id"], "version": 1}
    assert hub.refused("proposeProcess", step, PROCESS, cast.author) == ("VISIBILITY_TOO_NARROW", [])
    hub.done("editProcess", step | {"visibility": "MEMBERS"}, PROCESS, cast.author)
    proposed = hub.done("proposeProcess", step | {"version": 2}, PROCESS, cast.author)
    assert proposed["status"] == "PROPOSED"
    assert [_reads(hub, made["id"], token) for token in (cast.keeper, cast.second, None)] == [
        True,
        True,
        False,
    ]
    seen = hub.ask(
        f'{{ process(id: "{made["id"]}") {{ lessons {{ nodes {{ id publisher {{ id }} }} }} }} }}',
        token=cast.second,
    )
    assert seen["process"]["lessons"]["nodes"] == [{"id": lesson, "publisher": None}]
    told |= {"one": made["id"], "version": proposed["version"]}


def test_the_network_gives_it_back_with_what_it_lacks(hub: Hub, cast: Cast, told: dict[str, Any]) -> None:
    desk = "{ viewer { waiting { kind record { ... on Process { id version } } } } }"
    waits = hub.ask(desk, token=cast.keeper)["viewer"]["waiting"]
    (waiting,) = [one["record"] for one in waits if one["kind"] == "PROCESS"]
    assert waiting == {"id": told["one"], "version": told["version"]}
    given = waiting | {"reason": "مدت گام سوم روشن نیست."}
    assert hub.refused("returnProcess", given, PROCESS, cast.author) == ("NOT_ALLOWED", [])
    empty = hub.refused("returnProcess", given | {"reason": "  "}, PROCESS, cast.keeper)
    assert empty == ("TEXT_EMPTY", ["input", "reason"])
    hub.do("returnProcess", given, "process { id }", cast.keeper)
    own = hub.ask(f'{{ process(id: "{told["one"]}") {{ version status reason }} }}', token=cast.author)
    assert own["process"] == {"version": 4, "status": "DRAFT", "reason": "مدت گام سوم روشن نیست."}
    assert not _reads(hub, told["one"], cast.keeper)
    waits = hub.ask(desk, token=cast.author)["viewer"]["waiting"]
    assert ("DRAFT", told["one"]) in {(one["kind"], one["record"].get("id")) for one in waits}
    again = hub.done("proposeProcess", {"id": told["one"], "version": 4}, PROCESS, cast.author)
    assert (again["status"], again["reason"]) == ("PROPOSED", None)


def test_the_secretariat_alone_makes_it_the_standard_and_its_steps_stay(
    hub: Hub, cast: Cast, told: dict[str, Any]
) -> None:
    given = {"id": told["one"], "version": 5}
    early = {"processId": told["one"], "since": "2026-03-01"}
    refused = hub.refused("followProcess", early, FOLLOWED, cast.first)
    assert refused == ("NOT_A_STANDARD", ["input", "processId"])
    assert hub.refused("adoptProcess", given, PROCESS, cast.author) == ("NOT_ALLOWED", [])
    assert hub.refused("adoptProcess", given, PROCESS, cast.second) == ("NOT_ALLOWED", [])
    adopted = hub.done("adoptProcess", given | {"adoptedOn": "2026-02-20"}, PROCESS, cast.keeper)
    assert (adopted["status"], adopted["version"]) == ("STANDARD", 6)
    edit = {"id": told["one"], "version": 6, "steps": STEPS[:1]}
    assert hub.refused("editProcess", edit, PROCESS, cast.author) == ("WRONG_STATUS", [])
    assert hub.refused("withdrawProcess", given | {"version": 6}, PROCESS, cast.author) == (
        "WRONG_STATUS",
        [],
    )
    query = f"""{{ network(id: "{cast.network}") {{ standards {{ nodes {{ id adoptedOn publisher {{ nameFa }}
      steps {{ title office duration durationUnit }} }} }} }} }}"""
    (standard,) = hub.ask(query, token=cast.second)["network"]["standards"]["nodes"]
    assert standard["id"] == told["one"]
    assert standard["adoptedOn"] == "2026-02-20"
    assert standard["publisher"] == {"nameFa": "انجمن آماده‌سازان"}
    assert [step["title"] for step in standard["steps"]] == [step["title"] for step in STEPS]
    assert standard["steps"][1]["durationUnit"] == "DAYS"


# -- who follows it --------------------------------------------------------------------------------


def _followers(hub: Hub, id_: str, token: str | None) -> tuple[int, int]:
    query = f'{{ process(id: "{id_}") {{ followerCount followings {{ totalCount }} }} }}'
    seen = hub.ask(query, token=token)["process"]
    return seen["followerCount"], seen["followings"]["totalCount"]


def test_two_organizations_follow_it_one_of_them_deviating(
    hub: Hub, cast: Cast, told: dict[str, Any]
) -> None:
    given = {"processId": told["one"], "since": "2026-03-01", "visibility": "MEMBERS"}
    first = hub.done("followProcess", given, FOLLOWED, cast.first)
    assert (first["current"], first["deviations"]) == (True, [])
    deviation = {"step": 3, "how": "ده ساعت، در کارگاه.", "why": "راه دور است."}
    beyond = given | {"deviations": [deviation | {"step": 4}]}
    refused = hub.refused("followProcess", beyond, FOLLOWED, cast.second)
    assert refused == ("NO_SUCH_STEP", ["input", "deviations", "0", "step"])
    twice = given | {"deviations": [deviation, deviation]}
    refused = hub.refused("followProcess", twice, FOLLOWED, cast.second)
    assert refused == ("LISTED_TWICE", ["input", "deviations", "1"])
    other = given | {"deviations": [deviation], "visibility": "ORGANIZATION"}
    second = hub.done("followProcess", other, FOLLOWED, cast.second)
    assert second["deviations"] == [deviation | {"stepTitle": "آموزش مهارت‌های نرم"}]
    again = hub.refused("followProcess", given, FOLLOWED, cast.first)
    assert again == ("ALREADY_FOLLOWED", ["input", "processId"])
    assert _followers(hub, told["one"], cast.author) == (1, 1)
    assert _followers(hub, told["one"], cast.second) == (2, 2)
    edit = {"id": second["id"], "version": 1, "visibility": "MEMBERS"}
    assert hub.refused("editProcessFollowing", edit, FOLLOWED, cast.author)[0] == "NOT_FOUND"
    hub.done("editProcessFollowing", edit, FOLLOWED, cast.second)
    assert _followers(hub, told["one"], cast.author) == (2, 2)
    told |= {"first": first["id"], "second": second["id"]}


# -- the next edition ------------------------------------------------------------------------------


def test_the_next_edition_takes_the_place_of_the_first(hub: Hub, cast: Cast, told: dict[str, Any]) -> None:
    steps = [
        STEPS[0],
        {**STEPS[2], "duration": 2},
        {**STEPS[1], "title": "ارزیابی آمادگی روانی، اجتماعی و اقتصادی"},
        {"title": "آشنایی با بازار کار محلی", "office": "تسهیلگر شغلی", "duration": 3},
    ]
    rival = hub.done("createProcess", _draft(cast, replacesId=told["one"]), PROCESS, cast.second)
    given = _draft(cast, replacesId=told["one"], steps=steps)
    made = hub.done("createProcess", given, PROCESS, cast.author)
    assert (made["edition"], rival["edition"]) == (2, 2)
    for id_, token in ((made["id"], cast.author), (rival["id"], cast.second)):
        hub.done("proposeProcess", {"id": id_, "version": 1}, PROCESS, token)
    decision = _decision(hub, cast.keeper, cast.network)
    given = {"id": made["id"], "version": 2, "decisionId": decision}
    open_ = hub.refused("adoptProcess", given, PROCESS, cast.keeper)
    assert open_ == ("WRONG_STATUS", ["input", "decisionId"])
    elsewhere = _decision(hub, cast.keeper, _network(hub, cast.keeper, "شبکهٔ دیگر"))
    for id_ in (decision, elsewhere):
        hub.done("approveDecision", {"id": id_, "version": 1}, "decision { id }", cast.keeper)
    other = hub.refused("adoptProcess", given | {"decisionId": elsewhere}, PROCESS, cast.keeper)
    assert other == ("DECIDED_ELSEWHERE", ["input", "decisionId"])
    hub.done("adoptProcess", given, PROCESS, cast.keeper)
    told_by = f'{{ decision(id: "{decision}") {{ processesAdopted {{ nodes {{ id edition }} }} }} }}'
    adopted = hub.ask(told_by, token=cast.first)["decision"]["processesAdopted"]["nodes"]
    assert adopted == [{"id": made["id"], "edition": 2}]
    late = hub.refused("adoptProcess", {"id": rival["id"], "version": 2}, PROCESS, cast.keeper)
    assert late == ("NOT_THE_STANDARD", [])
    query = f"""{{ process(id: "{told["one"]}") {{ status nextEditions {{ nodes {{ id status }} }}
      steps {{ title }} followerCount }} }}"""
    seen = hub.ask(query, token=cast.first)["process"]
    assert (seen["status"], len(seen["steps"]), seen["followerCount"]) == ("SUPERSEDED", 4, 2)
    assert {"id": made["id"], "status": "STANDARD"} in seen["nextEditions"]["nodes"]
    told["two"] = made["id"]


def test_whoever_follows_the_first_learns_of_it_and_goes_over(
    hub: Hub, cast: Cast, told: dict[str, Any]
) -> None:
    desk = "{ viewer { waiting { kind record { ... on ProcessFollowing { id version } } } } }"
    waits = hub.ask(desk, token=cast.first)["viewer"]["waiting"]
    (mine,) = [one["record"] for one in waits if one["kind"] == "EDITION"]
    assert mine == {"id": told["first"], "version": 1}
    before = hub.refused("endProcessFollowing", mine | {"until": "2026-02-01"}, FOLLOWED, cast.first)
    assert before == ("END_BEFORE_START", ["input", "until"])
    assert hub.refused("endProcessFollowing", mine, FOLLOWED, cast.second) == ("NOT_ALLOWED", [])
    ended = hub.done("endProcessFollowing", mine | {"until": "2026-04-30"}, FOLLOWED, cast.first)
    assert (ended["until"], ended["current"]) == ("2026-04-30", False)
    given = {"processId": told["two"], "since": today().isoformat()}
    hub.done("followProcess", given, FOLLOWED, cast.first)
    waits = hub.ask(desk, token=cast.first)["viewer"]["waiting"]
    assert "EDITION" not in {one["kind"] for one in waits}
    assert _followers(hub, told["one"], cast.author) == (1, 2)
    assert _followers(hub, told["two"], cast.author) == (1, 1)


COMPARE = """query($one: ID!, $other: ID!) { compareProcesses(one: $one, other: $other) {
  one { edition } other { edition } texts { field } added removed changed moved same
  steps { change moved title before after fields { field before after } } } }"""


def test_the_editions_are_compared_step_by_step(hub: Hub, cast: Cast, told: dict[str, Any]) -> None:
    asked = {"one": told["one"], "other": told["two"]}
    seen = hub.ask(COMPARE, asked, cast.second)["compareProcesses"]
    assert (seen["one"], seen["other"], seen["texts"]) == ({"edition": 1}, {"edition": 2}, [])
    counted = [seen[name] for name in ("added", "removed", "changed", "moved", "same")]
    assert counted == [1, 1, 2, 0, 1]
    steps = [(row["change"], row["moved"], row["before"], row["after"]) for row in seen["steps"]]
    assert sorted(steps, key=str) == sorted(
        [
            ("SAME", False, 0, 0),
            ("CHANGED", True, 2, 1),
            ("CHANGED", False, 1, 2),
            ("REMOVED", False, 3, None),
            ("ADDED", False, None, 3),
        ],
        key=str,
    )
    fields = {row["title"]: row["fields"] for row in seen["steps"]}
    assert fields["برنامهٔ فردی"] == [{"field": "duration", "before": 1.0, "after": 2.0}]
    assert [f["field"] for f in fields["ارزیابی آمادگی روانی، اجتماعی و اقتصادی"]] == ["title"]
    turned = hub.ask(COMPARE, {"one": told["two"], "other": told["one"]}, cast.second)["compareProcesses"]
    assert (turned["added"], turned["removed"], turned["changed"]) == (1, 1, 2)
    same = hub.ask(COMPARE, {"one": told["one"], "other": told["one"]}, cast.second)["compareProcesses"]
    assert (same["same"], same["changed"]) == (4, 0)


def test_what_one_may_not_read_is_not_compared(hub: Hub, cast: Cast, told: dict[str, Any]) -> None:
    assert hub.ask(COMPARE, {"one": told["one"], "other": told["two"]})["compareProcesses"] is None
    draft = hub.done("createProcess", _draft(cast, replacesId=told["two"]), PROCESS, cast.author)
    asked = {"one": told["two"], "other": draft["id"]}
    assert hub.ask(COMPARE, asked, cast.second)["compareProcesses"] is None
    assert hub.ask(COMPARE, asked, cast.author)["compareProcesses"]["other"] == {"edition": 3}
    wrong = {"one": cast.network, "other": draft["id"]}
    assert hub.post(COMPARE, wrong, cast.author).json()["errors"][0]["extensions"]["code"] == "BAD_ID"


def test_what_is_repealed_stays_to_be_read_by_who_follows_it(
    hub: Hub, cast: Cast, told: dict[str, Any]
) -> None:
    given = {"id": told["two"], "version": 3, "reason": "جایش را قانون تازه می‌گیرد."}
    assert hub.refused("repealProcess", given, PROCESS, cast.author) == ("NOT_ALLOWED", [])
    repealed = hub.done("repealProcess", given, PROCESS, cast.keeper)
    assert (repealed["status"], repealed["reason"]) == ("REPEALED", "جایش را قانون تازه می‌گیرد.")
    assert _reads(hub, told["two"], cast.first)
    draft = _draft(cast, replacesId=told["two"])
    refused = hub.refused("createProcess", draft, PROCESS, cast.author)
    assert refused == ("NOT_THE_STANDARD", ["input", "replacesId"])


def test_a_dissolved_network_decides_on_nothing(hub: Hub, cast: Cast) -> None:
    network = _network(hub, cast.keeper, "شبکهٔ رفتنی")
    drafts = [
        hub.done("createProcess", _draft(cast, networkId=network), PROCESS, cast.author)["id"]
        for _ in range(2)
    ]
    hub.done("proposeProcess", {"id": drafts[0], "version": 1}, PROCESS, cast.author)
    gone = {"id": network, "version": 2, "endReason": "اعضا رفتند."}
    hub.done("dissolveNetwork", gone, "network { id }", cast.keeper)
    late = {"id": drafts[1], "version": 1}
    assert hub.refused("proposeProcess", late, PROCESS, cast.author) == ("WRONG_STATUS", [])
    given = {"id": drafts[0], "version": 2}
    assert hub.refused("adoptProcess", given, PROCESS, cast.keeper) == ("WRONG_STATUS", [])
    back = hub.done("withdrawProcess", given, PROCESS, cast.author)
    assert back["status"] == "WITHDRAWN"
    assert not _reads(hub, drafts[0], cast.second)
