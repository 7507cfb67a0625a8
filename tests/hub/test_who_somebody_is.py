"""Who somebody is, from one request to the next: an organization that has left, a partnership and its term."""

from datetime import timedelta
from typing import Any

import pytest

from graph.errors import ValueRefused
from tests.running import Hub, today

EXPERIENCE = "experience { id version status }"
COUNT = "{ organizations { totalCount } }"


def published(hub: Hub, token: str, visibility: str) -> str:
    given = {"title": "کارگاه", "outcome": "SUCCESS", "happened": "شرح", "visibility": visibility}
    made = hub.done("createExperience", given, EXPERIENCE, token)
    hub.done("publishExperience", {"id": made["id"], "version": made["version"]}, EXPERIENCE, token)
    return str(made["id"])


def read(hub: Hub, id_: str, token: str | None = None) -> Any:
    return hub.ask("query($id: ID!) { experience(id: $id) { id } }", {"id": id_}, token)["experience"]


def test_an_organization_that_has_left_asks_no_more_and_what_it_published_stays(hub: Hub) -> None:
    ours, token = hub.member("انجمن رفته")
    record = published(hub, token, "PUBLIC")
    withdrawn = {"id": ours, "version": 1}
    hub.done("withdrawOrganization", withdrawn, "organization { status }", hub.admin)
    before = hub.count()
    take_back = "mutation($input: WithdrawInput!) { withdrawExperience(input: $input) { errors { code } } }"
    for document in (COUNT, take_back):
        refused = hub.post(document, {"input": {"id": record, "version": 2}}, token)
        assert refused.status_code == 401
        (error,) = refused.json()["errors"]
        assert error["extensions"]["code"] == "TOKEN_OF_WITHDRAWN"
        assert "data" not in refused.json()
    assert hub.count() == before
    assert read(hub, record) == {"id": record}
    with pytest.raises(ValueRefused, match="NOT_FOUND"):
        hub.token(ours)


def partners(hub: Hub, name: str) -> tuple[str, tuple[str, str], dict[str, Any]]:
    """The token of one member, another with its token, and their signed partnership."""
    (ours, our_token), (theirs, their_token) = hub.member(f"انجمن یک {name}"), hub.member(f"انجمن دو {name}")
    parties = [{"organizationId": each, "role": "طرف"} for each in (ours, theirs)]
    given = {"kind": "MOU", "titleFa": "تفاهم‌نامه", "parties": parties}
    signed = hub.done("draftPartnership", given, "partnership { id version }", our_token)
    for token in (our_token, their_token):
        sign = {"id": signed["id"], "version": signed["version"], "signedOn": str(today())}
        signed = hub.done("signPartnership", sign, "partnership { id version }", token)
    return our_token, (theirs, their_token), signed


@pytest.mark.parametrize("way", ["ends", "leaves"])
def test_a_partner_that_ends_it_or_leaves_reads_no_more_of_what_it_does_not_own(hub: Hub, way: str) -> None:
    our_token, (theirs, their_token), partnership = partners(hub, way)
    record, shared = published(hub, our_token, "PARTNERS"), published(hub, their_token, "PARTNERS")
    assert read(hub, record, their_token) == {"id": record}
    if way == "ends":
        ending = partnership | {"partyId": theirs, "endReason": "بودجه تمام شد"}
        hub.done("endPartnership", ending, "partnership { id }", their_token)
        assert read(hub, record, their_token) is None
        assert read(hub, shared, their_token) == {"id": shared}
        assert read(hub, shared, our_token) is None
        return
    hub.done("withdrawOrganization", {"id": theirs, "version": 1}, "organization { id }", hub.admin)
    refused = hub.post(f'{{ experience(id: "{record}") {{ id }} }}', None, their_token)
    assert (refused.status_code, "data" in refused.json()) == (401, False)
    assert read(hub, shared, our_token) == {"id": shared}  # For whoever stays nothing has changed.


@pytest.mark.parametrize(
    ("starts", "ends", "reads"),
    [(None, None, True), (-30, 30, True), (30, 60, False), (-60, -30, False), (0, 0, True)],
)
def test_partners_are_those_of_a_partnership_that_runs_today(
    hub: Hub, starts: int | None, ends: int | None, reads: bool
) -> None:
    name = f"{starts} {ends}"
    (ours, our_token), (theirs, their_token) = hub.member(f"انجمن یک {name}"), hub.member(f"انجمن دو {name}")
    record = published(hub, our_token, "PARTNERS")
    term = {
        field: str(today() + timedelta(days=days))
        for field, days in (("startsOn", starts), ("endsOn", ends))
        if days is not None
    }
    parties = [{"organizationId": each, "role": "طرف"} for each in (ours, theirs)]
    given = {"kind": "MOU", "titleFa": "تفاهم‌نامه", "parties": parties, **term}
    assert read(hub, record, their_token) is None
    made = hub.done("draftPartnership", given, "partnership { id }", our_token)
    for token in (our_token, their_token):
        signed = str(today() + timedelta(days=min(ends or 0, 0)))
        sign = {"id": made["id"], "version": 1, "signedOn": signed}
        hub.done("signPartnership", sign, "partnership { status }", token)
    assert read(hub, record, their_token) == ({"id": record} if reads else None)
