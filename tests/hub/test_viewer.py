"""`viewer`: who asks, what day it is, and what waits for their organization's word."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from graph.compiler import Role
from graph.model.viewer import ViewerRole
from tests.conftest import Neo4j
from tests.running import Hub, start_hub, stop_hub, today

WHO = "{ viewer { role scopes organization { id } waitingCount } }"
WAITING = "{ viewer { waitingCount waiting { kind dueOn since record { __typename ... on Node { id } } } } }"


def waiting(hub: Hub, token: str) -> list[tuple[str, str, str | None]]:
    """(kind, id, due day) of all that waits, in order."""
    told = hub.ask(WAITING, token=token)["viewer"]
    assert told["waitingCount"] == len(told["waiting"])
    return [(one["kind"], one["record"]["id"], one["dueOn"]) for one in told["waiting"]]


def sign(hub: Hub, deal: str, token: str) -> None:
    """Sign the text that is there."""
    asked = "query($id: ID!) { partnership(id: $id) { version } }"
    version = hub.ask(asked, {"id": deal}, token)["partnership"]["version"]
    hub.done("signPartnership", {"id": deal, "version": version}, "partnership { id }", token)


def test_the_roles_are_those_of_the_compiler() -> None:
    assert [role.name for role in ViewerRole] == [role.name for role in Role]


def test_everybody_is_told_who_they_are(hub: Hub) -> None:
    ours, token = hub.member("انجمن ما")
    nobody = {"organization": None, "waitingCount": 0}
    expected: dict[str | None, dict[str, Any]] = {
        None: {"role": "ANONYMOUS", "scopes": ["READ"], **nobody},
        token: {
            "role": "MEMBER",
            "scopes": ["EVENTS", "EXCHANGE", "PUBLISH", "READ"],
            "organization": {"id": ours},
            "waitingCount": 0,
        },
        hub.token(ours, scopes=("read",)): {
            "role": "MEMBER",
            "scopes": ["READ"],
            "organization": {"id": ours},
            "waitingCount": 0,
        },
        hub.token(None, "COORDINATOR"): {
            "role": "COORDINATOR",
            "scopes": ["EVENTS", "EXCHANGE", "PUBLISH", "READ"],
            **nobody,
        },
        hub.admin: {"role": "ADMINISTRATOR", "scopes": ["EVENTS", "EXCHANGE", "PUBLISH", "READ"], **nobody},
    }
    for each, told in expected.items():
        assert hub.ask(WHO, token=each)["viewer"] == told


def test_what_waits_is_what_one_has_to_do_and_nothing_of_others(hub: Hub) -> None:
    (ours, our_token), (theirs, their_token) = hub.member("انجمن یک"), hub.member("انجمن دو")
    _, outside = hub.member("انجمن سوم")

    draft = hub.done(
        "createExperience",
        {"title": "کارگاه", "outcome": "SUCCESS", "happened": "شرح"},
        "experience { id version }",
        our_token,
    )
    assert waiting(hub, our_token) == [("DRAFT", draft["id"], None)]
    hub.done("publishExperience", {"id": draft["id"], "version": 1}, "experience { id }", our_token)
    assert waiting(hub, our_token) == []

    parties = [{"organizationId": each, "role": "طرف"} for each in (ours, theirs)]
    begun = str(today() - timedelta(days=20))
    given = {"kind": "MOU", "titleFa": "تفاهم‌نامه", "parties": parties, "startsOn": begun}
    deal = hub.done("draftPartnership", given, "partnership { id }", our_token)["id"]
    assert waiting(hub, our_token) == waiting(hub, their_token) == [("SIGNATURE", deal, None)]
    due = {
        name: str(today() + timedelta(days=days)) for name, days in (("late", -3), ("soon", 30), ("far", 31))
    }
    owed = {
        name: hub.done(
            "addCommitment",
            {
                "partnershipId": deal,
                "owedById": ours,
                "owedToId": theirs,
                "titleFa": f"تعهد {name}",
                "dueOn": day,
            },
            "commitment { id }",
            our_token,
        )["id"]
        for name, day in due.items()
    }
    sign(hub, deal, our_token)
    assert waiting(hub, our_token) == []
    assert waiting(hub, their_token) == [("SIGNATURE", deal, None)]
    sign(hub, deal, their_token)
    two = [("COMMITMENT", owed[name], due[name]) for name in ("late", "soon")]
    assert waiting(hub, our_token) == two
    assert waiting(hub, their_token) == []

    offer = hub.done("offerResource", {"kind": "MATERIAL", "title": "چرخ"}, "resourceOffer { id }", our_token)
    taken = hub.done("proposeExchange", {"offerId": offer["id"]}, "exchange { id }", their_token)["id"]
    assert waiting(hub, our_token) == [*two, ("ANSWER", taken, None)]
    assert waiting(hub, their_token) == []
    hub.done("acceptExchange", {"id": taken}, "exchange { id }", our_token)
    hub.done("confirmDelivery", {"id": taken}, "exchange { id }", our_token)
    assert waiting(hub, our_token) == two
    assert waiting(hub, their_token) == [("DELIVERY", taken, None)]
    hub.done("confirmDelivery", {"id": taken}, "exchange { id }", their_token)
    assert waiting(hub, their_token) == []

    for token in (outside, hub.admin):
        assert waiting(hub, token) == []


def test_an_adoption_waits_until_its_outcome_is_told(hub: Hub) -> None:
    (_, our_token), (_, their_token) = hub.member("انجمن نویسنده"), hub.member("انجمن به‌کارگیرنده")
    experience = hub.done(
        "createExperience",
        {"title": "تجربه", "outcome": "FAILURE", "happened": "شرح"},
        "experience { id }",
        our_token,
    )
    lesson = hub.done(
        "createLesson",
        {"statement": "گزاره", "recommendation": "پیشنهاد", "experienceIds": [experience["id"]]},
        "lesson { id }",
        our_token,
    )
    hub.done("publishLesson", {"id": lesson["id"], "version": 1}, "lesson { id }", our_token)
    adoption = hub.done("adopt", {"adoptedId": lesson["id"]}, "adoption { id }", their_token)
    assert waiting(hub, their_token) == [("OUTCOME", adoption["id"], None)]
    told = {"id": adoption["id"], "version": 1, "outcome": "SUCCESS"}
    hub.done("recordOutcome", told, "adoption { id }", their_token)
    assert waiting(hub, their_token) == []


@pytest.fixture(scope="module")
def far_apart(neo4j_server: Neo4j, hub: Hub) -> Iterator[list[Hub]]:
    """Two hubs on one graph, where the first and the last day of the earth begin."""
    zones = ("Pacific/Kiritimati", "Etc/GMT+12")
    started = [start_hub(neo4j_server, HUB_TIME_ZONE=zone) for zone in zones]
    hubs = [Hub(address, neo4j_server, hub.admin) for _, address in started]
    yield hubs
    for process, each in zip([process for process, _ in started], hubs, strict=True):
        each.client.close()
        assert stop_hub(process) == 0


def test_the_day_is_that_of_the_time_zone(hub: Hub, far_apart: list[Hub]) -> None:
    east, west = (date.fromisoformat(h.ask("{ viewer { today } }")["viewer"]["today"]) for h in far_apart)
    assert east - west >= timedelta(days=1)

    (ours, our_token), (theirs, their_token) = hub.member("انجمن خاور"), hub.member("انجمن باختر")
    parties = [{"organizationId": each, "role": "طرف"} for each in (ours, theirs)]
    begun = str(today() - timedelta(days=20))
    given = {"kind": "MOU", "titleFa": "تفاهم‌نامه", "parties": parties, "startsOn": begun}
    deal = hub.done("draftPartnership", given, "partnership { id }", our_token)["id"]
    owed = {
        "partnershipId": deal,
        "owedById": ours,
        "owedToId": theirs,
        "titleFa": "تعهد",
        "dueOn": str(west),
    }
    made = hub.done("addCommitment", owed, "commitment { id }", our_token)["id"]
    for token in (our_token, their_token):
        sign(hub, deal, token)
    asked = "query($id: ID!) { commitment(id: $id) { overdue } }"
    overdue = [h.ask(asked, {"id": made}, our_token)["commitment"]["overdue"] for h in far_apart]
    assert overdue == [True, False]
