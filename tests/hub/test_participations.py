"""Whoever is named in an experience of another is asked first, and stands there once it has confirmed."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.running import Hub

EXPERIENCE = "experience { id version }"
CLAIM = "participationClaim { id version status role since until reason organization { id } }"
SHORT = "participationClaim { id version status }"


@dataclass(frozen=True)
class Cast:
    """An author, whom it names, and who looks on."""

    author: str
    author_token: str
    named: str
    named_token: str
    looking: str
    coordinator: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    (author, author_token), (named, named_token) = hub.member("بنیاد نویسا"), hub.member("کارگاه نام‌برده")
    looking, coordinator = hub.member("خیریهٔ تماشا")[1], hub.token(None, "COORDINATOR")
    return Cast(author, author_token, named, named_token, looking, coordinator)


def told(hub: Hub, cast: Cast, visibility: str | None = "PUBLIC", **given: Any) -> Any:
    """An experience of the author that names the other as a host; published, where it is seen by somebody."""
    host = {"organizationId": cast.named, "role": "HOST"}
    experience = {"title": "کارگاه", "outcome": "SUCCESS", "happened": "شد.", "participants": [host], **given}
    made = hub.done("createExperience", experience, EXPERIENCE, cast.author_token)
    if visibility is None:
        return made
    publish = {"id": made["id"], "version": made["version"], "visibility": visibility}
    return hub.done("publishExperience", publish, EXPERIENCE, cast.author_token)


def claims(hub: Hub, experience: str, token: str | None) -> list[Any]:
    """What a viewer reads of those who are named in an experience, from each of its ends."""
    query = """query($id: ID!) {
      participationClaims(first: 100, filter: {experience: {id: {eq: $id}}}) { nodes {
        id version status role reason organization { id } experience { id } } } }"""
    return list(hub.ask(query, {"id": experience}, token)["participationClaims"]["nodes"])


def participants(hub: Hub, experience: str, token: str | None) -> list[str]:
    query = (
        "query($id: ID!) { experience(id: $id) { participants { totalCount edges { role node { id } } } } }"
    )
    found = hub.ask(query, {"id": experience}, token)["experience"]["participants"]
    assert found["totalCount"] == len(found["edges"])
    return [f"{edge['node']['id']} {edge['role']}" for edge in found["edges"]]


def shared(hub: Hub, cast: Cast, token: str | None) -> bool:
    """Whether a map has the two over an experience."""
    query = "{ networkMap(filter: {ever: true, tieKinds: [SHARED_EXPERIENCE]}) { ties { source { id } target { id } } } }"
    ties = hub.ask(query, token=token)["networkMap"]["ties"]
    return any({tie["source"]["id"], tie["target"]["id"]} == {cast.author, cast.named} for tie in ties)


def test_who_is_named_is_asked_and_stands_there_once_it_has_confirmed(hub: Hub, cast: Cast) -> None:
    experience = told(hub, cast)["id"]
    everybody = (cast.author_token, cast.named_token, hub.admin, cast.coordinator, cast.looking, None)
    for token, count in zip(everybody, (1, 1, 1, 0, 0, 0), strict=True):
        assert len(claims(hub, experience, token)) == count
        assert participants(hub, experience, token) == []
        assert not shared(hub, cast, token)
    waiting = f"""{{ organization(id: "{cast.named}") {{ participations {{ totalCount }}
        askedParticipations(filter: {{status: {{eq: CLAIMED}}}}) {{ nodes {{ experience {{ id }} }} }} }} }}"""
    found = hub.ask(waiting, token=cast.named_token)["organization"]
    assert found["participations"] == {"totalCount": 0}
    assert {"experience": {"id": experience}} in found["askedParticipations"]["nodes"]
    assert hub.ask(waiting, token=cast.looking)["organization"]["askedParticipations"]["nodes"] == []

    (claim,) = claims(hub, experience, cast.named_token)
    waits = "{ viewer { waiting { kind record { ... on ParticipationClaim { id } } } } }"
    mine = {"kind": "PARTICIPATION", "record": {"id": claim["id"]}}
    for token, there in ((cast.named_token, True), (cast.author_token, False), (cast.looking, False)):
        assert (mine in hub.ask(waits, token=token)["viewer"]["waiting"]) is there
    confirm = {"id": claim["id"], "version": 1}
    for token, code in (
        (cast.author_token, "NOT_ALLOWED"),
        (hub.admin, "NOT_ALLOWED"),
        (cast.coordinator, "NOT_FOUND"),
        (cast.looking, "NOT_FOUND"),
        (None, "SIGN_IN_REQUIRED"),
    ):
        path = ["input", "id"] if code == "NOT_FOUND" else []
        assert hub.refused("confirmParticipation", confirm, SHORT, token) == (code, path)
    assert participants(hub, experience, None) == []
    hub.done("confirmParticipation", confirm, SHORT, cast.named_token)
    for token in everybody:
        assert participants(hub, experience, token) == [f"{cast.named} HOST"]
        assert shared(hub, cast, token)

    refuse = {"id": claim["id"], "version": 2, "reason": "دیگر نه."}
    hub.done("refuseParticipation", refuse, SHORT, cast.named_token)
    for token in everybody:
        assert participants(hub, experience, token) == []
        assert not shared(hub, cast, token)
    assert [one["reason"] for one in claims(hub, experience, cast.author_token)] == ["دیگر نه."]
    assert claims(hub, experience, cast.looking) == []


def test_a_refusal_is_told_to_the_two_alone(hub: Hub, cast: Cast) -> None:
    experience = told(hub, cast)["id"]
    (claim,) = claims(hub, experience, cast.named_token)
    hub.done("refuseParticipation", {"id": claim["id"], "version": 1}, SHORT, cast.named_token)
    query = "{ events(first: 1) { nodes { kind organization { id } } } }"
    for token, kind in (
        (cast.author_token, "PARTICIPATION_REFUSED"),
        (cast.named_token, "PARTICIPATION_REFUSED"),
        (cast.looking, "EXPERIENCE_PUBLISHED"),
        (cast.coordinator, "EXPERIENCE_PUBLISHED"),
        (None, "EXPERIENCE_PUBLISHED"),
    ):
        assert hub.ask(query, token=token)["events"]["nodes"][0]["kind"] == kind


@pytest.mark.parametrize("visibility", [None, "ORGANIZATION", "PARTNERS", "ANONYMIZED"])
def test_nobody_is_asked_about_what_it_may_not_read_with_its_author(
    hub: Hub, cast: Cast, visibility: str | None
) -> None:
    experience = told(hub, cast, visibility)["id"]
    assert len(claims(hub, experience, cast.author_token)) == 1
    assert claims(hub, experience, cast.named_token) == []
    (row,) = hub.cypher(
        "MATCH (c:ParticipationClaim)-[:NAMED_IN]->({id: $id}) RETURN c.id AS id", id=experience
    )
    node = "query($id: ID!) { node(id: $id) { id } participationClaim(id: $id) { id } }"
    assert hub.ask(node, row, cast.named_token) == {"node": None, "participationClaim": None}
    for mutation in ("confirmParticipation", "refuseParticipation"):
        told_ = hub.refused(mutation, {**row, "version": 1}, SHORT, cast.named_token)
        assert told_ == ("NOT_FOUND", ["input", "id"])
    assert participants(hub, experience, cast.author_token) == []


@pytest.mark.parametrize("visibility", ["ORGANIZATION", "PARTNERS"])
def test_who_has_confirmed_takes_its_word_back_of_what_was_closed_to_it(
    hub: Hub, cast: Cast, visibility: str
) -> None:
    experience = told(hub, cast)
    (claim,) = claims(hub, experience["id"], cast.named_token)
    step = {"id": claim["id"], "version": claim["version"]}
    hub.done("confirmParticipation", step, SHORT, cast.named_token)
    closing = {"id": experience["id"], "version": experience["version"], "visibility": visibility}
    hub.done("publishExperience", closing, EXPERIENCE, cast.author_token)
    node = "query($id: ID!) { participationClaim(id: $id) { version status experience { id } } }"
    read = hub.ask(node, {"id": claim["id"]}, cast.named_token)["participationClaim"]
    assert (read["status"], read["experience"]) == ("CONFIRMED", None)
    refused = {"id": claim["id"], "version": read["version"]}
    hub.done("refuseParticipation", refused, SHORT, cast.named_token)
    assert participants(hub, experience["id"], cast.author_token) == []


def test_an_anonymized_experience_that_is_published_with_its_author_asks_from_then_on(
    hub: Hub, cast: Cast
) -> None:
    experience = told(hub, cast, "ANONYMIZED")
    publish = {**experience, "visibility": "MEMBERS"}
    hub.done("publishExperience", publish, EXPERIENCE, cast.author_token)
    assert [claim["status"] for claim in claims(hub, experience["id"], cast.named_token)] == ["CLAIMED"]


def test_an_edit_asks_whom_it_names_anew_and_lets_go_of_whom_it_names_no_longer(hub: Hub, cast: Cast) -> None:
    experience = told(hub, cast)
    (claim,) = claims(hub, experience["id"], cast.named_token)
    hub.done("confirmParticipation", {"id": claim["id"], "version": 1}, SHORT, cast.named_token)
    host, own = (
        {"organizationId": cast.named, "role": "HOST"},
        {"organizationId": cast.author, "role": "LEAD"},
    )

    def edit(*rows: dict[str, Any]) -> list[str]:
        given = {**experience, "participants": list(rows)}
        experience["version"] = hub.done("editExperience", given, EXPERIENCE, cast.author_token)["version"]
        return participants(hub, experience["id"], None)

    def statuses() -> list[str]:
        return sorted(f"{c['role']} {c['status']}" for c in claims(hub, experience["id"], cast.author_token))

    assert edit(host, own) == [f"{cast.author} LEAD", f"{cast.named} HOST"]
    assert statuses() == ["HOST CONFIRMED"]
    assert edit(host, {**host, "role": "FUNDER"}) == [f"{cast.named} HOST"]
    assert statuses() == ["FUNDER CLAIMED", "HOST CONFIRMED"]
    assert edit({**host, "since": "2024-01-01"}) == []
    assert statuses() == ["FUNDER WITHDRAWN", "HOST CLAIMED"]
    refuse = {"id": claim["id"], "version": 3}
    hub.done("refuseParticipation", refuse, SHORT, cast.named_token)
    assert edit({**host, "since": "2024-01-01"}) == []
    assert statuses() == ["FUNDER WITHDRAWN", "HOST REFUSED"]
    assert edit(own) == [f"{cast.author} LEAD"]
    assert statuses() == ["FUNDER WITHDRAWN", "HOST WITHDRAWN"]


def test_who_is_unknown_or_has_withdrawn_is_not_named(hub: Hub, cast: Cast) -> None:
    gone = hub.organization("سازمان رفتنی دیگر")
    hub.done("withdrawOrganization", {"id": gone, "version": 1}, "organization { id }", hub.admin)
    own = {"organizationId": cast.author, "role": "LEAD"}
    before = hub.count()
    for named, code in ((gone, "ORGANIZATION_WITHDRAWN"), ("org_nowhere", "NOT_FOUND")):
        given = {"title": "کارگاه", "outcome": "SUCCESS", "happened": "شد."}
        given |= {"participants": [own, {"organizationId": named, "role": "HOST"}]}
        told_ = hub.refused("createExperience", given, EXPERIENCE, cast.author_token)
        assert told_ == (code, ["input", "participants", "1"])
    assert hub.count() == before
