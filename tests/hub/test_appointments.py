"""Appointments: administrators make and end them; what a coordinator of provinces may do, and where."""

from dataclasses import dataclass
from typing import Any

import pytest

from graph.compiler import Role
from graph.model.appointments import HELD
from hub.context import Reviews
from hub.offices import Offices, offices
from tests.people import employ
from tests.running import Hub

SHORT = "appointment { id version role status since until person { id } regions { id } topics { id } }"


@dataclass(frozen=True)
class Cast:
    """A person, a province with a county, another province, a topic."""

    person: str
    member_token: str
    coordinator: str
    province: str
    county: str
    other: str
    topic: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    organization, token = hub.member("انجمن رهروان")
    person = hub.run(lambda database: employ(database, organization, "سارا نوری"))[0]
    province = hub.region("IR-07", "فارس")
    county = hub.region("IR-07-01", "شیراز", "COUNTY", province)
    other = hub.region("IR-30", "البرز")
    return Cast(
        person, token, hub.token(None, "COORDINATOR"), province, county, other, hub.topic("sewing", "خیاطی")
    )


def held(hub: Hub, person: str) -> Offices:
    """What a person is to the hub by their appointments of today."""
    today = "date({timezone: 'Asia/Tehran'})"
    text = f"MATCH (p:Person {{id: $person}}) RETURN {HELD} AS offices".replace("$today", today)
    (row,) = hub.cypher(text, person=person)
    return offices(row["offices"])


def anybody(hub: Hub) -> str:
    """A new person."""
    organization = hub.organization("سازمان یک شخص")
    return hub.run(lambda database: employ(database, organization, "نرگس کریمی"))[0]


def test_an_administrator_appoints_and_ends_it_and_nobody_else(hub: Hub, cast: Cast) -> None:
    given = {"personId": cast.person, "role": "COORDINATOR", "regionIds": [cast.province]}
    for token, code in (
        (None, "SIGN_IN_REQUIRED"),
        (cast.member_token, "NOT_ALLOWED"),
        (cast.coordinator, "NOT_ALLOWED"),
        (hub.token(None, "TRUSTEE"), "NOT_ALLOWED"),
    ):
        assert hub.refused("appoint", given, SHORT, token) == (code, [])
    assert held(hub, cast.person) == Offices()
    made = hub.done("appoint", given, SHORT, hub.admin)
    assert (made["status"], made["regions"]) == ("ACTIVE", [{"id": cast.province}])
    assert held(hub, cast.person) == Offices(Role.COORDINATOR, (cast.province,))
    # Members read who is trusted with what; the name is another matter.
    query = "{ appointments { nodes { role person { id } } } }"
    assert hub.ask(query)["appointments"]["nodes"] == []
    stranger = hub.member("انجمن ناآشنا")[1]
    assert hub.ask(query, token=stranger)["appointments"]["nodes"] == [
        {"role": "COORDINATOR", "person": None}
    ]
    end = {"id": made["id"], "version": 1}
    for token in (cast.member_token, cast.coordinator):
        assert hub.refused("endAppointment", end, SHORT, token) == ("NOT_ALLOWED", [])
    assert held(hub, cast.person).role is Role.COORDINATOR
    assert hub.done("endAppointment", end, SHORT, hub.admin)["status"] == "ENDED"
    assert held(hub, cast.person) == Offices()
    again = {"id": made["id"], "version": 2}
    assert hub.refused("endAppointment", again, SHORT, hub.admin) == ("WRONG_STATUS", [])


def test_what_cannot_be_trusted_to_a_person_is_not(hub: Hub, cast: Cast) -> None:
    person = anybody(hub)
    base = {"personId": person}
    hub.done("appoint", base | {"role": "TRUSTEE"}, SHORT, hub.admin)
    before = hub.count()
    wrong: tuple[tuple[dict[str, Any], tuple[str, list[str]]], ...] = (
        ({"role": "TRUSTEE"}, ("ALREADY_APPOINTED", ["input", "role"])),
        ({"role": "ADMINISTRATOR"}, ("TRUSTEE_APART", ["input", "role"])),
        ({"role": "ADMINISTRATOR", "regionIds": [cast.province]}, ("NOT_FOR_ROLE", ["input", "regionIds"])),
        ({"role": "COORDINATOR", "topicIds": [cast.topic]}, ("NOT_FOR_ROLE", ["input", "topicIds"])),
        (
            {"role": "COORDINATOR", "regionIds": [cast.province, cast.county]},
            ("PROVINCE_NEEDED", ["input", "regionIds", "1"]),
        ),
        ({"role": "REVIEWER", "topicIds": ["top_nowhere"]}, ("NOT_FOUND", ["input", "topicIds", "0"])),
        ({"role": "COORDINATOR", "personId": "per_nowhere"}, ("NOT_FOUND", ["input", "personId"])),
    )
    for given, told in wrong:
        assert hub.refused("appoint", base | given, SHORT, hub.admin) == told
    assert hub.count() == before
    assert held(hub, person) == Offices(trustee=True)


def test_several_appointments_make_one_viewer(hub: Hub, cast: Cast) -> None:
    person = anybody(hub)
    for given in (
        {"role": "REVIEWER", "regionIds": [cast.other], "topicIds": [cast.topic]},
        {"role": "TRUSTEE"},
        {"role": "COORDINATOR"},
    ):
        hub.done("appoint", {"personId": person, **given}, SHORT, hub.admin)
    reviews = (Reviews((cast.topic,), (cast.other,)),)
    assert held(hub, person) == Offices(Role.COORDINATOR, (), True, reviews)
    # A day that has passed ends it without anybody.
    hub.cypher("MATCH (:Person {id: $id})<-[:APPOINTS]-(a) SET a.until = date() - duration('P2D')", id=person)
    assert held(hub, person) == Offices()
    administrator = anybody(hub)
    hub.done("appoint", {"personId": administrator, "role": "ADMINISTRATOR"}, SHORT, hub.admin)
    assert held(hub, administrator) == Offices(Role.ADMINISTRATOR)
