"""Editors and the tokens of their organization: made, listed, rotated, narrowed, revoked, within their rights."""

import json
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest
from graphql import parse

from graph.compiler import Compiler, Role
from graph.connection import Database
from graph.limits import MAXIMUM_OWN_TOKEN_DAYS, MAXIMUM_TOKEN_OVERLAP, MAXIMUM_TOKENS
from graph.model import MODEL
from hub import tokens
from hub.context import Caller, Context, Viewer
from hub.http.execution import executed
from hub.permissions import SCOPES
from hub.schema import CORE
from hub.settings import Settings
from tests.people import employ
from tests.running import Hub

TOKEN = "token { id label scopes createdAt expiresAt lastUsedAt revokedAt }"
LIST = "{ viewer { tokens { id label scopes expiresAt lastUsedAt revokedAt } waiting { kind record { ... on Node { id } } dueOn } } }"
OFFER = {"kind": "MATERIAL", "title": "چرخ خیاطی", "visibility": "MEMBERS"}
TOLD = {"title": "کارگاه", "outcome": "SUCCESS", "happened": "شرح"}
NOT_MEANT = "tok_0000000000000000000000000z"
SOON = Settings("", "", "").viewer_seconds + 2
"""Seconds until what was done in another process holds here."""


@dataclass
class Person:
    """Somebody who asks as a person does, in this process: what they do is seen by the hub in the other."""

    hub: Hub
    viewer: Viewer
    seen: list[str] = field(default_factory=list)

    def ask(self, document: str, **variables: Any) -> Any:
        """The data of a document."""

        async def asked(database: Database) -> Any:
            context = Context(
                database,
                Compiler(MODEL),
                self.viewer,
                language="en",
                caller=Caller("2001:db8:1:2::", network="2001:db8:1::/48", request="request-7"),
            )
            return await executed(CORE, parse(document), None, context, variables, None)

        result = self.hub.run(asked)
        assert result.errors is None, result.errors
        return orjson.loads(orjson.dumps(result.data))

    def do(self, deed: str, wanted: str, **given: Any) -> dict[str, Any]:
        """The payload of a deed."""
        name = f"{deed[0].upper()}{deed[1:]}Input"
        document = (
            f"mutation($input: {name}!) {{ {deed}(input: $input) {{ {wanted} errors {{ code path }} }} }}"
        )
        return dict(self.ask(document, input=given)[deed])

    def make(self, *scopes: str, **given: Any) -> tuple[str, str]:
        """The id and the secret of a new token."""
        given = {"label": "انبار", "scopes": list(scopes), **given}
        payload = self.do("createToken", f"{TOKEN} secret", **given)
        assert payload["errors"] == []
        return str(payload["token"]["id"]), str(payload["secret"])

    def refused(self, deed: str, **given: Any) -> tuple[str, list[str]]:
        """The code and path of a deed that is refused, tells nothing and does nothing."""
        secret = " secret" if deed in {"createToken", "rotateToken"} else ""
        before = state(self.hub)
        payload = self.do(deed, f"{TOKEN}{secret}", **given)
        assert payload["token"] is None
        assert payload.get("secret") is None
        assert state(self.hub) == before
        (error,) = payload["errors"]
        return error["code"], error["path"]


def state(hub: Hub) -> list[Any]:
    """All that is kept of tokens, and of deeds in the audit."""
    kept = hub.cypher("MATCH (t:Token) RETURN properties(t) AS kept ORDER BY t.id")
    deeds = hub.cypher("MATCH (a:AuditEntry {kind: 'DEED'}) RETURN count(a) AS deeds")
    # When one was last used is noted meanwhile.
    return [{k: v for k, v in row["kept"].items() if k != "lastUsedAt"} for row in kept] + deeds


@dataclass
class Cast:
    """An organization with an editor and a member, and an editor of another."""

    id: str
    editor: Person
    member: Person
    other: str
    stranger: Person


@pytest.fixture(scope="module")
def people(hub: Hub) -> Cast:
    ours, theirs = hub.organization("انجمن انبارداران"), hub.organization("انجمن بافندگان")
    return Cast(
        ours,
        _person(hub, ours, "ویرایشگر", SCOPES),
        _person(hub, ours, "عضو", ("read",)),
        theirs,
        _person(hub, theirs, "دیگری", SCOPES),
    )


def _person(hub: Hub, organization: str, name: str, scopes: tuple[str, ...]) -> Person:
    id_, _ = hub.run(lambda database: employ(database, organization, name))
    viewer = Viewer(
        Role.MEMBER,
        organization,
        scopes=frozenset(scopes),
        person=id_,
        session=f"ses_{id_}",
        authenticated=time.time(),
    )
    return Person(hub, viewer)


@pytest.fixture(autouse=True)
def _few(hub: Hub, people: Cast) -> None:
    """Each test begins with no token of either organization."""
    hub.cypher(
        "MATCH (t:Token)-[:ACTS_FOR]->(o:Organization) WHERE o.id IN $ids DETACH DELETE t",
        ids=[people.id, people.other],
    )


def opens(hub: Hub, secret: str) -> str | None:
    """None where a token opens the hub, or the code that it is refused with."""
    response = hub.post("{ viewer { role } }", token=secret)
    if response.status_code == 200:
        return None
    assert "data" not in response.json()
    return str(response.json()["errors"][0]["extensions"]["code"])


def until(found: Any, wanted: Any) -> None:
    """Wait until what was done in another process is seen by the hub."""
    begun = time.monotonic()
    while (now := found()) != wanted:
        assert time.monotonic() - begun < SOON, now
        time.sleep(0.2)


# -- made ------------------------------------------------------------------------------------------


def test_an_editor_makes_a_token_that_asks_as_their_organization_and_no_more(hub: Hub, people: Cast) -> None:
    payload = people.editor.do(
        "createToken", f"{TOKEN} secret", label="سامانهٔ انبار", scopes=["EXCHANGE"], days=30
    )
    assert payload["errors"] == []
    token, secret = payload["token"], payload["secret"]
    assert (token["label"], token["scopes"]) == ("سامانهٔ انبار", ["READ", "EXCHANGE"])
    assert (token["lastUsedAt"], token["revokedAt"]) == (None, None)
    times = [datetime.fromisoformat(token[name]) for name in ("createdAt", "expiresAt")]
    assert times[1] - times[0] == timedelta(days=30)
    who = hub.ask("{ viewer { role scopes organization { id } tokens { id } person: role } }", token=secret)[
        "viewer"
    ]
    assert who == {
        "role": "MEMBER",
        "scopes": ["EXCHANGE", "READ"],
        "organization": {"id": people.id},
        "tokens": [],
        "person": "MEMBER",
    }
    assert hub.done("offerResource", OFFER, "resourceOffer { id }", secret)["id"]
    assert hub.refused("createExperience", TOLD, "experience { id }", secret) == ("SCOPE_REQUIRED", [])


def test_its_secret_is_told_once_and_kept_nowhere(hub: Hub, people: Cast) -> None:
    id_, secret = people.editor.make("PUBLISH")
    listed = people.editor.ask(LIST)["viewer"]["tokens"]
    assert [row["id"] for row in listed] == [id_]
    kept = json.dumps(
        hub.cypher("MATCH (n) WHERE n:Token OR n:AuditEntry RETURN properties(n) AS kept"), default=str
    )
    assert id_ in kept
    assert tokens.hashed(secret) in kept
    assert secret.removeprefix("hub_") not in kept
    entries = json.dumps(hub.cypher("MATCH (n:AuditEntry) RETURN properties(n) AS kept"), default=str)
    assert tokens.hashed(secret) not in entries


def test_it_is_in_the_audit_who_made_narrowed_rotated_and_revoked_one(hub: Hub, people: Cast) -> None:
    first, _ = people.editor.make("PUBLISH", "EXCHANGE")
    assert people.editor.do("narrowToken", TOKEN, id=first, scopes=["PUBLISH"])["errors"] == []
    second = people.editor.do("rotateToken", TOKEN, id=first)["token"]["id"]
    assert people.editor.do("revokeToken", TOKEN, id=second)["errors"] == []
    query = """query($ids: [String!]) { audit(filter: {aboutId: {in: $ids}}, sort: [AT_ASC]) { nodes {
      kind what aboutId role tokenId personId sessionId address request organization { id } event { id } } } }"""
    rows = hub.ask(query, {"ids": [first, second]}, hub.admin)["audit"]["nodes"]
    whose = {
        "kind": "DEED",
        "role": "MEMBER",
        "tokenId": None,
        "personId": people.editor.viewer.person,
        "sessionId": people.editor.viewer.session,
        "address": "2001:db8:1:2::",
        "request": "request-7",
        "organization": {"id": people.id},
        "event": None,
    }
    steps = [("createToken", first), ("narrowToken", first), ("rotateToken", second), ("revokeToken", second)]
    assert rows == [{"what": what, "aboutId": about, **whose} for what, about in steps]


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (Viewer(), "SIGN_IN_REQUIRED"),
        (Viewer(Role.MEMBER, "«ours»", scopes=frozenset(SCOPES), token="tok_1"), "PERSON_REQUIRED"),
        (Viewer(Role.ADMINISTRATOR, scopes=frozenset(SCOPES), token="tok_2"), "PERSON_REQUIRED"),
        (Viewer(Role.MEMBER, "«ours»", scopes=frozenset({"read"}), person="per_1"), "NOT_ALLOWED"),
        (Viewer(Role.ANONYMOUS, person="per_2"), "NOT_ALLOWED"),
        (Viewer(Role.COORDINATOR, scopes=frozenset(SCOPES), person="per_3"), "NOT_ALLOWED"),
    ],
    ids=("nobody", "a token", "an administrator's token", "a member", "of no organization", "a coordinator"),
)
def test_nobody_but_an_editor_does_anything_with_tokens(
    hub: Hub, people: Cast, who: Viewer, code: str
) -> None:
    id_, secret = people.editor.make("PUBLISH")
    organization = people.id if who.organization else None
    asker = Person(
        hub,
        Viewer(
            who.role,
            organization,
            scopes=who.scopes,
            token=who.token,
            person=who.person,
            session=who.person and f"ses_{who.person}",
            authenticated=time.time(),
        ),
    )
    assert asker.refused("createToken", label="نباید", scopes=["READ"]) == (code, [])
    for deed, more in (("rotateToken", {}), ("narrowToken", {"scopes": ["READ"]}), ("revokeToken", {})):
        assert asker.refused(deed, id=id_, **more) == (code, [])
    if who.role is not Role.ANONYMOUS:
        assert asker.ask(LIST)["viewer"] == {"tokens": [], "waiting": []}
    assert opens(hub, secret) is None


def test_whoever_signed_in_long_ago_shows_who_they_are_before_a_secret_is_made(
    hub: Hub, people: Cast
) -> None:
    id_, secret = people.editor.make("PUBLISH")
    asker = Person(hub, replace(people.editor.viewer, authenticated=time.time() - 86_400))
    assert asker.refused("createToken", label="نباید", scopes=["READ"]) == ("SIGN_IN_AGAIN", [])
    assert asker.refused("rotateToken", id=id_) == ("SIGN_IN_AGAIN", [])
    assert opens(hub, secret) is None
    assert asker.do("revokeToken", TOKEN, id=id_)["errors"] == [], "what takes away waits for nothing"


def test_no_token_has_a_scope_that_its_maker_lacks(hub: Hub, people: Cast) -> None:
    narrow = frozenset({"read", "publish"})
    asker = Person(hub, replace(people.editor.viewer, scopes=narrow, authenticated=time.time()))
    for scopes in (["EXCHANGE"], ["PUBLISH", "EVENTS"], ["IMPORT"]):
        assert asker.refused("createToken", label="نباید", scopes=scopes) == ("SCOPE_REQUIRED", [])
    wide, _ = people.editor.make("PUBLISH", "EXCHANGE")
    assert asker.refused("rotateToken", id=wide) == ("SCOPE_REQUIRED", [])
    asker.make("PUBLISH")


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({"label": " "}, "TEXT_EMPTY", ["input", "label"]),
        ({"label": "x" * 1_001}, "TEXT_TOO_LONG", ["input", "label"]),
        ({"days": 0}, "NUMBER_OUT_OF_RANGE", ["input", "days"]),
        ({"days": MAXIMUM_OWN_TOKEN_DAYS + 1}, "NUMBER_OUT_OF_RANGE", ["input", "days"]),
        ({"days": -1}, "NUMBER_NEGATIVE", ["input", "days"]),
    ],
)
def test_a_token_of_wrong_settings_is_not_made(
    people: Cast, given: dict[str, Any], code: str, path: list[str]
) -> None:
    assert people.editor.refused("createToken", **({"label": "برچسب", "scopes": ["READ"]} | given)) == (
        code,
        path,
    )


def test_an_organization_has_so_many_tokens_in_force_and_no_more(hub: Hub, people: Cast) -> None:
    hub.cypher(
        "MATCH (o:Organization {id: $id}) UNWIND range(2, $most) AS n"
        " CREATE (:Token {id: 'tok_' + n, hash: $id + n, label: '', role: 'MEMBER', scopes: ['read'],"
        "         createdAt: datetime(), expiresAt: datetime() + duration('P9D')})-[:ACTS_FOR]->(o)",
        id=people.id,
        most=int(MAXIMUM_TOKENS),
    )
    last, _ = people.editor.make("PUBLISH")
    given = {"label": "یکی زیادی", "scopes": ["READ"]}
    assert people.editor.refused("createToken", **given) == ("TOKENS_TOO_MANY", [])
    assert people.editor.do("rotateToken", TOKEN, id=last)["errors"] == [], "in its place there is room"
    hub.cypher("MATCH (t:Token {id: 'tok_2'}) SET t.expiresAt = datetime() - duration('PT1S')")
    people.editor.make("PUBLISH")


# -- another's, and what is over -------------------------------------------------------------------


def test_tokens_of_others_are_as_if_they_were_not_there(hub: Hub, people: Cast) -> None:
    id_, secret = people.editor.make("PUBLISH")
    higher, _ = hub.run(
        lambda database: tokens.create(database, people.id, "COORDINATOR", ["read"], 30, "سرور")
    )
    assert people.stranger.ask(LIST)["viewer"]["tokens"] == []
    assert [row["id"] for row in people.editor.ask(LIST)["viewer"]["tokens"]] == [id_]
    for asker, named in ((people.stranger, id_), (people.editor, higher), (people.editor, NOT_MEANT)):
        missing = ("NOT_FOUND", ["input", "id"])
        assert asker.refused("rotateToken", id=named) == missing
        assert asker.refused("narrowToken", id=named, scopes=["READ"]) == missing
        assert asker.refused("revokeToken", id=named) == missing
    assert opens(hub, secret) is None


def test_what_is_over_is_neither_rotated_nor_narrowed_nor_revoked(hub: Hub, people: Cast) -> None:
    revoked, _ = people.editor.make("PUBLISH")
    assert people.editor.do("revokeToken", TOKEN, id=revoked)["token"]["revokedAt"] is not None
    expired, _ = people.editor.make("PUBLISH")
    hub.cypher("MATCH (t:Token {id: $id}) SET t.expiresAt = datetime() - duration('PT1S')", id=expired)
    for id_ in (revoked, expired):
        over = ("TOKEN_OVER", ["input", "id"])
        assert people.editor.refused("rotateToken", id=id_) == over
        assert people.editor.refused("narrowToken", id=id_, scopes=["READ"]) == over
        assert people.editor.refused("revokeToken", id=id_) == over


# -- rotated, narrowed, revoked --------------------------------------------------------------------


def test_a_narrowed_token_can_do_less_soon_and_never_more(hub: Hub, people: Cast) -> None:
    id_, secret = people.editor.make("PUBLISH", "EXCHANGE")
    assert hub.done("offerResource", OFFER, "resourceOffer { id }", secret)["id"]
    token = people.editor.do("narrowToken", TOKEN, id=id_, scopes=["PUBLISH"])["token"]
    assert token["scopes"] == ["READ", "PUBLISH"]
    until(lambda: hub.ask("{ viewer { scopes } }", token=secret)["viewer"]["scopes"], ["PUBLISH", "READ"])
    before = hub.count()
    assert hub.refused("offerResource", OFFER, "resourceOffer { id }", secret) == ("SCOPE_REQUIRED", [])
    assert hub.count() == before
    assert hub.done("createExperience", TOLD, "experience { id }", secret)["id"]
    for wider in (["EXCHANGE"], ["PUBLISH", "EXPORT"]):
        assert people.editor.refused("narrowToken", id=id_, scopes=wider) == (
            "TOKEN_WIDENED",
            ["input", "scopes"],
        )


def test_a_rotated_token_ends_soon_and_another_is_there_at_once(hub: Hub, people: Cast) -> None:
    id_, secret = people.editor.make("PUBLISH", label="وب‌گاه")
    assert opens(hub, secret) is None
    payload = people.editor.do("rotateToken", f"{TOKEN} secret", id=id_)
    assert payload["errors"] == []
    assert (payload["token"]["label"], payload["token"]["scopes"]) == ("وب‌گاه", ["READ", "PUBLISH"])
    assert payload["token"]["id"] != id_
    assert opens(hub, payload["secret"]) is None
    until(lambda: opens(hub, secret), "TOKEN_REVOKED")


def test_a_rotated_token_holds_on_as_long_as_was_said_and_never_longer(hub: Hub, people: Cast) -> None:
    for hours, code in ((MAXIMUM_TOKEN_OVERLAP + 1, "NUMBER_OUT_OF_RANGE"), (-1, "NUMBER_NEGATIVE")):
        id_, _ = people.editor.make("PUBLISH")
        assert people.editor.refused("rotateToken", id=id_, overlapHours=hours) == (
            code,
            ["input", "overlapHours"],
        )
    id_, secret = people.editor.make("PUBLISH", days=2)
    people.editor.do("rotateToken", TOKEN, id=id_, overlapHours=3)
    assert opens(hub, secret) is None
    (row,) = hub.cypher(
        "MATCH (t:Token {id: $id}) RETURN t.expiresAt AS ends, t.revokedAt AS revoked", id=id_
    )
    assert timedelta(hours=2.9) < row["ends"] - datetime.now(UTC) <= timedelta(hours=3)
    assert row["revoked"] is None
    short, _ = people.editor.make("PUBLISH", days=1)
    people.editor.do("rotateToken", TOKEN, id=short, overlapHours=100)
    (row,) = hub.cypher(
        "MATCH (t:Token {id: $id}) RETURN t.expiresAt - duration('P1D') = t.createdAt AS same", id=short
    )
    assert row["same"]


def test_a_revoked_token_opens_nothing_soon(hub: Hub, people: Cast) -> None:
    id_, secret = people.editor.make("PUBLISH")
    assert opens(hub, secret) is None
    people.editor.do("revokeToken", TOKEN, id=id_)
    until(lambda: opens(hub, secret), "TOKEN_REVOKED")
    before = hub.count()
    assert hub.post("mutation { __typename }", token=secret).status_code == 401
    assert hub.count() == before
    (row,) = people.editor.ask(LIST)["viewer"]["tokens"]
    assert (row["id"], row["revokedAt"] is not None) == (id_, True)


# -- what ends soon, and what is used --------------------------------------------------------------


def test_a_token_that_ends_soon_waits_for_editors_until_it_is_rotated(hub: Hub, people: Cast) -> None:
    soon, secret = people.editor.make("PUBLISH", days=14)
    people.editor.make("PUBLISH", days=16)
    gone, _ = people.editor.make("PUBLISH", days=3)
    people.editor.do("revokeToken", TOKEN, id=gone)

    def waits(asker: Person) -> list[dict[str, Any]]:
        told = asker.ask("{ viewer { waitingCount waiting { kind record { ... on Node { id } } dueOn } } }")[
            "viewer"
        ]
        assert told["waitingCount"] == len(told["waiting"])
        return [row for row in told["waiting"] if row["kind"] == "TOKEN"]

    (row,) = waits(people.editor)
    assert row["record"] is None
    assert row["dueOn"] in {str((datetime.now(UTC) + timedelta(days=14, hours=h)).date()) for h in (0, 4)}
    assert waits(people.member) == waits(people.stranger) == []
    kinds = hub.ask("{ viewer { waiting { kind } } }", token=secret)["viewer"]["waiting"]
    assert {"kind": "TOKEN"} not in kinds
    people.editor.do("rotateToken", TOKEN, id=soon, overlapHours=48)
    assert waits(people.editor) == []


def test_its_last_use_is_kept_once_an_hour_beside_what_it_asks(hub: Hub, people: Cast) -> None:
    id_, secret = people.editor.make("PUBLISH")
    kept = "MATCH (t:Token {id: $id}) RETURN t.lastUsedAt AS at"
    begun = datetime.now(UTC)
    assert opens(hub, secret) is None
    (row,) = hub.cypher(kept, id=id_)
    deadline = time.monotonic() + 20
    while row["at"] is None:
        assert time.monotonic() < deadline
        time.sleep(0.3)
        (row,) = hub.cypher(kept, id=id_)
    assert begun - timedelta(seconds=1) < row["at"] < datetime.now(UTC)
    (listed,) = people.editor.ask(LIST)["viewer"]["tokens"]
    assert datetime.fromisoformat(listed["lastUsedAt"]) == row["at"]
    assert opens(hub, secret) is None
    time.sleep(7)  # Notes are written every five seconds.
    assert hub.cypher(kept, id=id_) == [row]
