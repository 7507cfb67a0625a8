"""A system's token is narrowed, stolen, rotated and revoked by the editor of its organization, over HTTP."""

import json
from typing import Any

import pytest

from hub import tokens
from tests.browser import PASSWORD, Browser, Mailbox, joined
from tests.running import Hub

pytestmark = pytest.mark.mails

TOKEN = "token { id label scopes revokedAt }"
OFFER = {"kind": "MATERIAL", "title": "چرخ خیاطی", "visibility": "MEMBERS"}
PROGRAM = {"kind": "SCHEME", "titleFa": "کارگاه"}
AUDIT = """query($ids: [String!]) { audit(filter: {aboutId: {in: $ids}}, sort: [AT_ASC]) { nodes {
  kind what aboutId role personId sessionId address organization { id } } } }"""
WHO = """query($what: String!) { audit(filter: {what: {eq: $what}}, sort: [AT_DESC], first: 50) { nodes {
  kind times tokenId personId sessionId address event { kind } organization { id } } } }"""


def entries(hub: Hub, document: str, **variables: Any) -> list[dict[str, Any]]:
    return list(hub.ask(document, variables, hub.admin)["audit"]["nodes"])


def opened(hub: Hub, secret: str) -> str | None:
    """None where a token opens the hub, or the code that it is refused with, having read nothing."""
    response = hub.post("{ experiences(first: 1) { nodes { id } } }", token=secret)
    if response.status_code == 200:
        return None
    assert (response.status_code, "data" in response.json()) == (401, False)
    return str(response.json()["errors"][0]["extensions"]["code"])


def test_a_token_is_made_by_an_editor_and_narrowed(hub: Hub, mailbox: Mailbox) -> None:
    ours, theirs = hub.organization("مهر بافنده"), hub.organization("راه نجار")
    editor = joined(hub, mailbox, ours, "mina@example.ir")
    reader = joined(hub, mailbox, ours, "sara@example.ir", "MEMBER")
    stranger = joined(hub, mailbox, theirs, "reza@example.ir")

    # Made by the editor alone, and not by a token, for its own organization.
    given = {"label": "سامانهٔ انبار", "scopes": ["PUBLISH", "EXCHANGE"], "days": 30}
    assert reader.refused("createToken", given, TOKEN) == "NOT_ALLOWED"
    assert Browser(hub).refused("createToken", given, TOKEN) == "SIGN_IN_REQUIRED"
    payload = hub.deed("createToken", given, TOKEN, hub.token(ours))
    assert (payload["token"], payload["errors"][0]["code"]) == (None, "PERSON_REQUIRED")
    made = editor.done("createToken", given, f"{TOKEN} secret")
    id_, secret = made["token"]["id"], made["secret"]
    assert "secret" not in json.dumps(editor.ask("{ viewer { tokens { id label scopes } } }"))
    listed = "{ viewer { tokens { id } } }"
    assert {"id": id_} in editor.ask(listed)["viewer"]["tokens"]
    for other in (reader, stranger):
        assert other.ask(listed) == {"viewer": {"tokens": []}}

    # It does what it is for, as that organization.
    offer = hub.done("offerResource", OFFER, "resourceOffer { id version publisher { id } }", secret)
    assert offer["publisher"] == {"id": ours}

    # Narrowed: from the next request on.
    assert stranger.refused("narrowToken", {"id": id_, "scopes": ["READ"]}, TOKEN) == "NOT_FOUND"
    assert reader.refused("narrowToken", {"id": id_, "scopes": ["READ"]}, TOKEN) == "NOT_ALLOWED"
    editor.done("narrowToken", {"id": id_, "scopes": ["PUBLISH"]}, TOKEN)
    before = hub.count()
    withdraw = {"id": offer["id"], "version": offer["version"]}
    assert hub.refused("withdrawOffer", withdraw, "resourceOffer { id }", secret) == ("SCOPE_REQUIRED", [])
    assert hub.refused("offerResource", OFFER, "resourceOffer { id }", secret) == ("SCOPE_REQUIRED", [])
    assert hub.count() == before
    assert hub.done("createProgram", PROGRAM, "program { id }", secret)["id"]
    assert editor.refused("narrowToken", {"id": id_, "scopes": ["EXCHANGE"]}, TOKEN) == "TOKEN_WIDENED"
    (created,) = (row for row in entries(hub, WHO, what="createProgram") if row["tokenId"] == id_)
    assert (created["personId"], created["event"]) == (None, {"kind": "PROGRAM_CREATED"})


def test_a_stolen_token_an_expired_and_a_revoked_one_open_nothing(hub: Hub, mailbox: Mailbox) -> None:
    ours = hub.organization("مهر کفاش")
    editor = joined(hub, mailbox, ours, "nasrin@example.ir")
    stranger = joined(hub, mailbox, hub.organization("راه آهنگر"), "ali@example.ir")
    made = editor.done("createToken", {"label": "انبار", "scopes": ["PUBLISH"]}, f"{TOKEN} secret")
    id_, secret = made["token"]["id"], made["secret"]

    # Stolen: rotated, and the thief has nothing from the next request on.
    assert stranger.refused("rotateToken", {"id": id_}, f"{TOKEN} secret") == "NOT_FOUND"
    assert opened(hub, secret) is None
    rotated = editor.done("rotateToken", {"id": id_}, f"{TOKEN} secret")
    last = rotated["token"]["id"]
    assert rotated["token"]["scopes"] == ["READ", "PUBLISH"]
    before = hub.count()
    assert opened(hub, secret) == "TOKEN_REVOKED"
    assert hub.post("mutation { __typename }", token=secret).status_code == 401
    assert hub.count() == before
    assert opened(hub, rotated["secret"]) is None

    # Expired: it has waited for that.
    short = editor.done("createToken", {"label": "کوتاه", "scopes": ["READ"], "days": 1}, f"{TOKEN} secret")
    assert opened(hub, short["secret"]) is None
    waiting = editor.ask("{ viewer { waiting { kind record { __typename } } } }")["viewer"]["waiting"]
    assert {"kind": "TOKEN", "record": None} in waiting
    past = "MATCH (t:Token {id: $id}) SET t.expiresAt = datetime() - duration('PT1S')"
    hub.cypher(past, id=short["token"]["id"])
    editor.done("narrowToken", {"id": last, "scopes": ["READ"]}, TOKEN)  # Nobody is remembered.
    assert opened(hub, short["secret"]) == "TOKEN_EXPIRED"
    assert editor.refused("revokeToken", {"id": short["token"]["id"]}, TOKEN) == "TOKEN_OVER"

    # Revoked.
    assert stranger.refused("revokeToken", {"id": last}, TOKEN) == "NOT_FOUND"
    assert editor.done("revokeToken", {"id": last}, TOKEN)["token"]["revokedAt"] is not None
    assert opened(hub, rotated["secret"]) == "TOKEN_REVOKED"

    # Who did all that is there for administrators.
    steps = [("createToken", id_), ("rotateToken", last), ("narrowToken", last), ("revokeToken", last)]
    person = editor.ask("{ viewer { person { id sessions { id current } } } }")["viewer"]["person"]
    (session,) = (row["id"] for row in person["sessions"] if row["current"])
    whose = {"kind": "DEED", "role": "MEMBER", "personId": person["id"], "sessionId": session}
    where = {"address": "127.0.0.1", "organization": {"id": ours}}
    rows = entries(hub, AUDIT, ids=[id_, last])
    assert rows == [{"what": what, "aboutId": about, **whose, **where} for what, about in steps]


def test_who_signs_in_and_who_fails_to_is_in_the_audit(hub: Hub, mailbox: Mailbox) -> None:
    organization = hub.organization("سپید دوز")
    browser = joined(hub, mailbox, organization, "azar@example.ir")
    person = browser.ask("{ viewer { person { id } } }")["viewer"]["person"]["id"]
    browser.done("signOut", None, "ended")
    for _ in range(2):
        assert (
            browser.sign_in("azar@example.ir", "not the right words")["errors"][0]["code"] == "SIGN_IN_FAILED"
        )
    assert browser.sign_in("azar@example.ir")["signedIn"]
    own = [row for row in entries(hub, WHO, what="signIn") if row["personId"] == person]
    assert [(row["kind"], row["times"], row["address"]) for row in own] == [("DEED", 1, "127.0.0.1")]
    assert own[0]["sessionId"].startswith("ses_")
    accepted = [row["personId"] for row in entries(hub, WHO, what="acceptPersonInvitation")]
    assert person in accepted
    signed_out = [row for row in entries(hub, WHO, what="signOut") if row["personId"] == person]
    assert len(signed_out) == 1

    made = browser.done("createToken", {"label": "یک", "scopes": ["READ"]}, f"{TOKEN} secret")
    written = browser.write("createProgram", PROGRAM, "program { id }")
    assert written["errors"] == []
    (row,) = [row for row in entries(hub, WHO, what="createProgram") if row["personId"] == person]
    assert (row["tokenId"], row["organization"]) == (None, {"id": organization})

    # After all that: no password, token, cookie or code, whole or hashed, and no address of anybody's mail.
    kept = json.dumps(
        hub.cypher("MATCH (a:AuditEntry) RETURN properties(a) AS kept"), default=str, ensure_ascii=False
    )
    assert kept.count("signIn") >= 1
    secrets = [
        PASSWORD,
        "not the right words",
        made["secret"],
        hub.admin,
        str(browser.secret),
        "azar@example.ir",
    ]
    for secret in secrets:
        assert secret not in kept
        assert tokens.hashed(secret) not in kept


def test_an_idempotency_key_is_the_persons_whatever_session_they_have(hub: Hub, mailbox: Mailbox) -> None:
    organization = hub.organization("یک بار نویسان")
    one = joined(hub, mailbox, organization, "one@example.ir")
    other = joined(hub, mailbox, organization, "other@example.ir")
    document = """mutation($i: CreateProgramInput!) { createProgram(input: $i, idempotencyKey: "k") {
      program { id } errors { code } } }"""

    def written(browser: Browser) -> str:
        payload = browser.ask(document, {"i": PROGRAM})["createProgram"]
        assert payload["errors"] == []
        return str(payload["program"]["id"])

    first = written(one)
    one.done("signOut", None, "ended")
    assert one.sign_in("one@example.ir")["signedIn"]
    assert written(one) == first
    assert written(other) != first
    changes = entries(hub, WHO, what="createProgram")
    people = [row["personId"] for row in changes if row["organization"] == {"id": organization}]
    assert len(people) == len(set(people)) == 2
