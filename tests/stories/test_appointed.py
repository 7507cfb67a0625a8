"""A person is trusted with roles of the network: each acts from the next request on, and ends with the next one."""

from typing import Any

import pyotp
import pytest

from tests.browser import Mailbox, joined
from tests.running import Hub

pytestmark = pytest.mark.mails(HUB_ANONYMITY="1")

_ME = "{ viewer { role trustee regions { id } organization { id } person { id } } }"
_APPOINTMENT = "appointment { id version }"


def appointed(hub: Hub, person: str, role: str, **more: Any) -> dict[str, Any]:
    """An appointment that an administrator makes."""
    given = {"personId": person, "role": role, **more}
    return dict(hub.done("appoint", given, _APPOINTMENT, hub.admin))


def test_a_coordinator_of_a_province_coordinates_there_until_it_ends(hub: Hub, mailbox: Mailbox) -> None:
    fars, alborz = hub.region("IR-07", "فارس"), hub.region("IR-30", "البرز")
    organization = hub.organization("مهر ماندگار")
    browser = joined(hub, mailbox, organization, "narges@example.ir")
    me = browser.ask(_ME)["viewer"]
    assert (me["role"], me["regions"]) == ("MEMBER", [])
    here = {"kind": "NGO", "nameFa": "انجمن فارس", "regionIds": [fars]}
    there = {"kind": "NGO", "nameFa": "انجمن البرز", "regionIds": [alborz]}
    wanted = "organization { id }"
    assert browser.write("registerOrganization", here, wanted)["errors"] == [{"code": "NOT_ALLOWED"}]

    made = appointed(hub, me["person"]["id"], "COORDINATOR", regionIds=[fars])
    me = browser.ask(_ME)["viewer"]
    assert (me["role"], me["regions"]) == ("COORDINATOR", [{"id": fars}])
    assert browser.write("registerOrganization", here, wanted)["errors"] == []
    refused = browser.write("registerOrganization", there, wanted)
    assert refused["errors"] == [{"code": "PROVINCE_OF_OTHERS"}]
    assert browser.write("addTopic", {"slug": "bee", "labelFa": "زنبور"}, "topic { id }")["errors"] == [
        {"code": "NOT_ALLOWED"}
    ]
    hub.done("endAppointment", made, _APPOINTMENT, hub.admin)
    again = here | {"nameFa": "انجمن دوم فارس"}
    assert browser.ask(_ME)["viewer"]["role"] == "MEMBER"
    assert browser.write("registerOrganization", again, wanted)["errors"] == [{"code": "NOT_ALLOWED"}]
    assert hub.cypher("MATCH (o:Organization) WHERE o.nameFa IN $names RETURN o.nameFa AS name", names=[
        "انجمن فارس", "انجمن البرز", "انجمن دوم فارس",
    ]) == [{"name": "انجمن فارس"}]  # fmt: skip


def test_a_trustee_opens_an_author_once_a_second_factor_is_shown(hub: Hub, mailbox: Mailbox) -> None:
    author, own = hub.member("خیریهٔ نسیم")
    given = {"title": "نشد", "outcome": "FAILURE", "happened": "فروخته شد."}
    record = hub.done("createExperience", given, "experience { id version }", own)
    failure = hub.done("publishExperience", record | {"visibility": "ANONYMIZED"}, "experience { id }", own)[
        "id"
    ]
    browser = joined(hub, mailbox, hub.organization("راه روشن"), "leila@example.ir", "MEMBER")
    person = browser.ask(_ME)["viewer"]["person"]["id"]
    opened = {"id": failure, "reason": "شکایتی رسیده است."}
    assert browser.refused("openAuthor", opened, "organizations { id }") == "NOT_ALLOWED"
    appointed(hub, person, "TRUSTEE")
    assert browser.ask(_ME)["viewer"]["trustee"] is False
    assert browser.refused("openAuthor", opened, "organizations { id }") == "NOT_ALLOWED"
    secret = browser.done("beginSecondFactor", None, "secret")["secret"]
    browser.done("confirmSecondFactor", {"code": pyotp.TOTP(secret).now()}, "recoveryCodes")
    assert browser.ask(_ME)["viewer"]["trustee"] is True
    assert browser.done("openAuthor", opened, "organizations { id }")["organizations"] == [{"id": author}]
    assert browser.refused("removeSecondFactor", None, "done") == "SECOND_FACTOR_REQUIRED"
    query = f'{{ experience(id: "{failure}") {{ publisher {{ id }} }} }}'
    assert browser.ask(query)["experience"] == {"publisher": None}
    assert len(hub.ask("{ openings { nodes { id } } }", token=own)["openings"]["nodes"]) == 1


def test_an_administrator_by_appointment_appoints_others_and_not_themselves(
    hub: Hub, mailbox: Mailbox
) -> None:
    browser = joined(hub, mailbox, hub.organization("بنیاد کار"), "sima@example.ir")
    person = browser.ask(_ME)["viewer"]["person"]["id"]
    appointed(hub, person, "ADMINISTRATOR")
    other = {"personId": person, "role": "REVIEWER"}
    assert browser.write("appoint", other, _APPOINTMENT)["errors"] == [{"code": "SECOND_FACTOR_NOT_BEGUN"}]
    secret = browser.done("beginSecondFactor", None, "secret")["secret"]
    browser.done("confirmSecondFactor", {"code": pyotp.TOTP(secret).now()}, "recoveryCodes")
    assert browser.ask(_ME)["viewer"]["role"] == "ADMINISTRATOR"
    assert browser.write("appoint", other, _APPOINTMENT)["errors"] == [{"code": "APPOINTS_SELF"}]
    another = joined(hub, mailbox, hub.organization("انجمن دیگر"), "mina@example.ir")
    given = {"personId": another.ask(_ME)["viewer"]["person"]["id"], "role": "REVIEWER"}
    wanted = "appointment { role appointedBy { id } }"
    made = browser.write("appoint", given, wanted)
    assert made == {"appointment": {"role": "REVIEWER", "appointedBy": {"id": person}}, "errors": []}
