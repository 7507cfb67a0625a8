"""Tokens: shown once, kept as a hash; wrong, expired, revoked or without the scope they open nothing."""

import asyncio
import hashlib
import re
import subprocess
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import click
import pytest

from graph.connection import Database
from graph.errors import DatabaseUnavailable, ValueRefused
from graph.migrations import m0012_scopes
from graph.model import MODEL
from graph.model.life import Scope
from hub import auth, tokens
from hub.auth import Viewers
from hub.commands.tokens import token_create
from hub.context import ANONYMOUS, scope_name
from hub.permissions import SCOPES
from hub.settings import Settings
from tests.hub import commands
from tests.running import Hub

WRITE = (
    "mutation($name: String!) { listOrganization(input: {kind: NGO, nameFa: $name})"
    " { organization { id } errors { code message path } } }"
)
SECRET = re.compile(r"hub_[a-z2-7]{52}")


@dataclass(frozen=True)
class Cast:
    """Two members and what only the first may read: a draft."""

    id: str
    token: str
    other: str
    other_token: str
    draft: str


def told(title: str) -> dict[str, str]:
    return {"title": title, "outcome": "FAILURE", "happened": "نشد."}


@pytest.fixture(scope="module")
def people(hub: Hub) -> Cast:
    made, token = hub.member("انجمن دارنده")
    other, other_token = hub.member("انجمن دیگر")
    draft = hub.done("createExperience", told("پیش‌نویس"), "experience { id }", token)["id"]
    return Cast(made, token, other, other_token, draft)


def made(
    hub: Hub, organization: str | None = None, role: str = "ADMINISTRATOR", **given: Any
) -> tuple[str, str]:
    """The id and the secret of a new token."""
    scopes = list(given.get("scopes", ("read", "publish", "exchange")))
    return hub.run(
        lambda database: tokens.create(
            database, organization, role, scopes, given.get("days", 30), given.get("label", "")
        )
    )


def refusal(hub: Hub, token: str, status: int = 401) -> tuple[str, str, str]:
    """The code and both texts with which a token is refused: it reads nothing and writes nothing."""
    before = hub.count()
    texts, codes = [], set()
    for language in ("fa", "en"):
        for document in ("{ organizations { nodes { nameFa } } }", WRITE):
            response = hub.post(document, {"name": "نباید"}, token, language)
            assert response.status_code == status
            assert ("www-authenticate" in response.headers) is (status == 401)
            assert "data" not in response.json()
            (error,) = response.json()["errors"]
            codes.add(error["extensions"]["code"])
        texts.append(error["message"])
    assert hub.count() == before
    (code,) = codes
    return code, texts[0], texts[1]


# -- kept as a hash, shown once --------------------------------------------------------------------


def test_of_a_token_the_graph_keeps_a_hash_and_never_the_secret(hub: Hub, people: Cast) -> None:
    id_, secret = made(hub, people.id, "MEMBER", label="وب‌گاه")
    assert SECRET.fullmatch(secret)
    (row,) = hub.cypher(
        "MATCH (t:Token {id: $id}) OPTIONAL MATCH (t)-[r]-(o) RETURN properties(t) AS kept, type(r) AS tie, o.id AS of",
        id=id_,
    )
    kept = row["kept"]
    assert set(kept) == {"id", "hash", "label", "role", "scopes", "createdAt", "expiresAt"}
    assert kept["hash"] == hashlib.sha256(secret.encode()).hexdigest()
    assert kept["expiresAt"] - kept["createdAt"] == timedelta(days=30)
    assert secret.removeprefix("hub_") not in str(row)
    assert (row["tie"], row["of"]) == ("ACTS_FOR", people.id)


def test_the_list_of_tokens_shows_no_secret_and_no_hash(hub: Hub, people: Cast) -> None:
    id_, secret = made(hub, people.id, "MEMBER", scopes=["read"], label="گزارش")
    rows = hub.run(tokens.list_all)
    row = rows[0]
    assert (row.id, row.label, row.role, row.organization, row.scopes, row.revoked) == (
        id_,
        "گزارش",
        "MEMBER",
        people.id,
        ["read"],
        False,
    )
    assert secret not in str(rows)
    assert tokens.hashed(secret) not in str(rows)


def test_the_command_line_shows_a_secret_once(hub: Hub) -> None:
    def command(*words: str) -> subprocess.CompletedProcess[str]:
        return commands.beside(hub, "token", *words)

    created = command("create", "--role", "COORDINATOR", "--scope", "read", "--label", "خط فرمان")
    secret = created.stdout.strip()
    assert SECRET.fullmatch(secret)
    assert secret not in created.stderr
    listed = command("list").stdout
    assert "خط فرمان" in listed
    assert secret not in listed
    id_ = next(line.split("\t")[0] for line in listed.splitlines() if "خط فرمان" in line)
    assert command("revoke", id_).stdout == f"Revoked {id_}.\n"
    assert refusal(hub, secret)[0] == "TOKEN_REVOKED"


def test_no_two_secrets_are_alike(hub: Hub) -> None:
    assert len({made(hub)[1] for _ in range(5)}) == 5


@pytest.mark.parametrize(
    ("role", "scopes", "days", "organization", "code"),
    [
        ("CHIEF", ["read"], 30, None, "TOKEN_SETTINGS"),
        ("ANONYMOUS", ["read"], 30, None, "TOKEN_SETTINGS"),
        ("MEMBER", ["read"], 30, None, "TOKEN_SETTINGS"),
        ("ADMINISTRATOR", ["read", "delete"], 30, None, "TOKEN_SETTINGS"),
        ("ADMINISTRATOR", ["read"], 0, None, "TOKEN_SETTINGS"),
        ("ADMINISTRATOR", ["read"], -1, None, "TOKEN_SETTINGS"),
        ("ADMINISTRATOR", ["read"], 3_651, None, "TOKEN_SETTINGS"),
        ("ADMINISTRATOR", ["read"], 10**9, None, "TOKEN_SETTINGS"),
        ("MEMBER", ["read"], 30, "org_none", "NOT_FOUND"),
    ],
)
def test_a_token_of_wrong_settings_is_not_made(
    hub: Hub, role: str, scopes: list[str], days: int, organization: str | None, code: str
) -> None:
    before = len(hub.run(tokens.list_all))
    with pytest.raises(ValueRefused) as refused:
        made(hub, organization, role, scopes=scopes, days=days)
    assert refused.value.code == code
    assert len(hub.run(tokens.list_all)) == before


# -- wrong, expired, revoked -----------------------------------------------------------------------


def test_a_wrong_token_opens_nothing(hub: Hub, people: Cast) -> None:
    changed = people.token[:-1] + ("a" if people.token[-1] != "a" else "b")
    for secret in (
        "x",
        changed,
        people.token[:-1],
        people.token.removeprefix("hub_"),
        tokens.hashed(people.token),
        f"{people.token} {people.token}",
        "' OR 1=1 //",
        "hub_" + "a" * 5_000,
    ):
        assert refusal(hub, secret) == (
            "TOKEN_WRONG",
            "این توکن شناخته نشد. توکن را دوباره بررسی کنید یا از ویرایشگر سازمان خود توکن تازه بگیرید.",
            "The token is not known. Check it, or ask an editor of your organization for a new one.",
        )


@pytest.mark.parametrize("header", ["", "Bearer", "Basic aHViOmh1Yg==", "Token x", "{secret}"])
def test_a_header_without_a_bearer_token_is_not_taken_for_nobody(hub: Hub, people: Cast, header: str) -> None:
    response = hub.post("{ __typename }", authorization=header.format(secret=people.token))
    assert response.status_code == 401
    assert response.json()["errors"][0]["extensions"]["code"] == "TOKEN_WRONG"


def test_the_word_bearer_is_read_in_any_case(hub: Hub, people: Cast) -> None:
    query = f'{{ node(id: "{people.draft}") {{ id }} }}'
    for word in ("Bearer", "bearer", "BEARER"):
        response = hub.post(query, authorization=f"{word} {people.token}")
        assert response.json()["data"] == {"node": {"id": people.draft}}


def test_an_expired_token_opens_nothing(hub: Hub, people: Cast) -> None:
    id_, secret = made(hub, people.id, "MEMBER")
    past = datetime.now(UTC) - timedelta(seconds=2)
    hub.cypher("MATCH (t:Token {id: $id}) SET t.expiresAt = $past", id=id_, past=past)
    assert refusal(hub, secret) == (
        "TOKEN_EXPIRED",
        "مهلت این توکن تمام شده است. از ویرایشگر سازمان خود توکن تازه بگیرید.",
        "The token has expired. Ask an editor of your organization for a new one.",
    )


def test_a_token_expires_while_it_is_remembered(hub: Hub, people: Cast) -> None:
    id_, secret = made(hub, people.id, "MEMBER")
    soon = datetime.now(UTC) + timedelta(seconds=3)
    hub.cypher("MATCH (t:Token {id: $id}) SET t.expiresAt = $soon", id=id_, soon=soon)
    assert hub.post("{ __typename }", token=secret).status_code == 200
    time.sleep(max(0.0, (soon - datetime.now(UTC)).total_seconds()))
    assert refusal(hub, secret)[0] == "TOKEN_EXPIRED"


def test_a_revoked_token_opens_nothing(hub: Hub, people: Cast) -> None:
    id_, secret = made(hub, people.id, "MEMBER")
    assert hub.run(lambda database: tokens.revoke(database, id_)) is True
    assert refusal(hub, secret) == (
        "TOKEN_REVOKED",
        "این توکن باطل شده است. از ویرایشگر سازمان خود توکن تازه بگیرید.",
        "The token has been revoked. Ask an editor of your organization for a new one.",
    )
    for name in (id_, "tok_none"):
        assert hub.run(lambda database, name=name: tokens.revoke(database, name)) is False


def test_a_token_in_use_is_refused_soon_after_it_is_revoked(hub: Hub, people: Cast) -> None:
    id_, secret = made(hub, people.id, "MEMBER")
    query = f'{{ node(id: "{people.draft}") {{ id }} }}'
    assert hub.ask(query, token=secret) == {"node": {"id": people.draft}}
    hub.run(lambda database: tokens.revoke(database, id_))
    begun = time.monotonic()
    while hub.post(query, token=secret).status_code == 200:
        assert time.monotonic() - begun < Settings("", "", "").viewer_seconds + 1
        time.sleep(0.1)
    assert refusal(hub, secret)[0] == "TOKEN_REVOKED"


# -- what a token may ------------------------------------------------------------------------------


def test_a_token_that_reads_does_not_write(hub: Hub, people: Cast) -> None:
    secret = made(hub, people.id, "MEMBER", scopes=["read"])[1]
    assert hub.ask(f'{{ node(id: "{people.draft}") {{ id }} }}', token=secret) == {
        "node": {"id": people.draft}
    }
    before = hub.count()
    texts = {
        "fa": "این توکن اجازهٔ «publish» ندارد. توکنی با این اجازه بگیرید.",
        "en": "The token lacks the scope `publish`. Ask for one that has it.",
    }
    for language, text in texts.items():
        response = hub.post(WRITE, {"name": "نباید"}, secret, language)
        error = {"code": "SCOPE_REQUIRED", "message": text, "path": []}
        assert response.json()["data"] == {"listOrganization": {"organization": None, "errors": [error]}}
    edit = {"id": people.draft, "version": 1, "title": "نباید"}
    assert hub.refused("editExperience", edit, "experience { id }", secret) == ("SCOPE_REQUIRED", [])
    assert hub.count() == before
    kept = hub.ask(f'{{ experience(id: "{people.draft}") {{ version title }} }}', token=people.token)
    assert kept == {"experience": {"version": 1, "title": "پیش‌نویس"}}


@pytest.mark.parametrize("scopes", [["publish"], []])
def test_a_token_that_does_not_read_opens_nothing(hub: Hub, people: Cast, scopes: list[str]) -> None:
    secret = made(hub, people.id, "MEMBER", scopes=scopes)[1]
    assert refusal(hub, secret, status=403) == (
        "SCOPE_REQUIRED",
        "این توکن اجازهٔ «read» ندارد. توکنی با این اجازه بگیرید.",
        "The token lacks the scope `read`. Ask for one that has it.",
    )


def test_a_token_writes_what_its_scopes_are_for_and_nothing_else(hub: Hub, people: Cast) -> None:
    offer = {"kind": "MATERIAL", "title": "چرخ خیاطی", "visibility": "MEMBERS"}
    experience = told("کارگاه دوخت")
    fields = {
        "exchange": ("offerResource", offer, "resourceOffer { id }"),
        "publish": ("createExperience", experience, "experience { id }"),
    }
    for scope, lacking in (("exchange", "publish"), ("publish", "exchange")):
        secret = made(hub, people.id, "MEMBER", scopes=["read", scope])[1]
        assert hub.ask("{ viewer { scopes } }", token=secret) == {
            "viewer": {"scopes": sorted(["READ", scope.upper()])}
        }
        before = hub.count()
        mutation, given, wanted = fields[lacking]
        payload = hub.do(mutation, given, wanted, secret)
        text = f"The token lacks the scope `{lacking}`. Ask for one that has it."
        assert payload["errors"] == [{"code": "SCOPE_REQUIRED", "message": text, "path": []}]
        assert hub.count() == before
        mutation, given, wanted = fields[scope]
        assert hub.done(mutation, given, wanted, secret)["id"]
    for unused in ("import", "export", "events"):
        secret = made(hub, people.id, "MEMBER", scopes=["read", unused])[1]
        before = hub.count()
        for mutation, given, wanted in fields.values():
            assert hub.refused(mutation, given, wanted, secret) == ("SCOPE_REQUIRED", [])
        assert hub.count() == before


def test_every_mutation_has_a_scope_that_tokens_can_have() -> None:
    lives = [node.life for node in MODEL.nodes.values() if node.life is not None]
    assert {scope_name(life.scope) for life in lives} == {"publish", "exchange"}
    assert {scope_name(scope) for scope in Scope} == set(SCOPES)
    (option,) = (one for one in token_create.params if one.name == "scopes")
    assert cast("click.Choice[str]", option.type).choices == SCOPES


def test_a_token_of_before_that_could_write_publishes_and_exchanges(hub: Hub, people: Cast) -> None:
    tokens_ = [made(hub, people.id, "MEMBER", scopes=["read"])[0] for _ in range(2)]
    hub.cypher("MATCH (t:Token {id: $id}) SET t.scopes = ['read', 'write']", id=tokens_[0])

    async def migrated(database: Database) -> None:
        for _ in range(2):
            for text in m0012_scopes.STATEMENTS:
                await database.statement(text)

    hub.run(migrated)
    rows = {row.id: row.scopes for row in hub.run(tokens.list_all)}
    assert rows[tokens_[0]] == ["read", "publish", "exchange"]
    assert rows[tokens_[1]] == ["read"]


def test_a_member_acts_for_its_organization_alone(hub: Hub, people: Cast) -> None:
    wanted = "experience { publisher { id } }"
    for token, organization in ((people.token, people.id), (people.other_token, people.other)):
        experience = hub.done("createExperience", told("از آنِ کیست"), wanted, token)
        assert experience == {"publisher": {"id": organization}}
    before = hub.count()
    edit = {"id": people.draft, "version": 1, "title": "نباید"}
    assert hub.refused("editExperience", edit, "experience { id }", people.other_token) == (
        "NOT_FOUND",
        ["input", "id"],
    )
    assert hub.ask(f'{{ node(id: "{people.draft}") {{ id }} }}', token=people.other_token) == {"node": None}
    assert hub.count() == before


@pytest.mark.parametrize(("role", "may"), [("MEMBER", False), ("COORDINATOR", True), ("ADMINISTRATOR", True)])
def test_a_role_decides_who_registers_and_who_withdraws(hub: Hub, people: Cast, role: str, may: bool) -> None:
    token = hub.token(people.id if role == "MEMBER" else None, role)
    value = {"kind": "NGO", "nameFa": f"ثبت {role}"}
    before = hub.count()
    payload = hub.do("registerOrganization", value, "organization { id }", token)
    assert [error["code"] for error in payload["errors"]] == ([] if may else ["NOT_ALLOWED"])
    assert hub.count() == before + (3 if may else 0)
    payload = hub.do("withdrawOrganization", {"id": people.other, "version": 9}, "organization { id }", token)
    last = "VERSION_CHANGED" if role == "ADMINISTRATOR" else "NOT_ALLOWED"
    assert [error["code"] for error in payload["errors"]] == [last]


def test_a_coordinator_without_an_organization_has_nothing_of_its_own(hub: Hub) -> None:
    token = hub.token(None, "COORDINATOR")
    before = hub.count()
    assert hub.refused("createExperience", told("بی صاحب"), "experience { id }", token) == ("NOT_ALLOWED", [])
    assert hub.count() == before


def test_partners_read_what_is_for_partners_from_the_last_signature_to_the_end(
    hub: Hub, people: Cast
) -> None:
    experience = hub.done("createExperience", told("برای شریکان"), "experience { id version }", people.token)
    given = {**experience, "visibility": "PARTNERS"}
    hub.done("publishExperience", given, "experience { id }", people.token)

    def reads() -> bool:
        query = f'{{ node(id: "{experience["id"]}") {{ id }} }}'
        return hub.ask(query, token=people.other_token)["node"] is not None

    assert not reads()
    parties = [{"organizationId": id_, "role": "همکار"} for id_ in (people.id, people.other)]
    terms = {"kind": "MOU", "titleFa": "تفاهم", "parties": parties}
    partnership = hub.done("draftPartnership", terms, "partnership { id }", people.token)["id"]
    assert not reads()
    sign = {"id": partnership, "version": 1, "signedOn": "2025-12-25"}
    hub.done("signPartnership", sign, "partnership { id }", people.token)
    assert not reads()
    signed = hub.done("signPartnership", sign, "partnership { status version }", people.other_token)
    assert signed["status"] == "SIGNED"
    assert reads()
    end = {"id": partnership, "version": signed["version"], "endReason": "کار تمام شد"}
    assert hub.done("endPartnership", end, "partnership { status }", people.token) == {"status": "ENDED"}
    assert not reads()


# -- what is remembered of them --------------------------------------------------------------------


@dataclass
class Clock:
    """In place of the module `time`."""

    now: float = 1_000.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return self.now


@dataclass
class Graph:
    """In place of a database: answers with its tokens, by hash, and counts how often it is asked."""

    expires: int = 10_000
    known: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: int = 0
    down: bool = False

    def add(self, secret: str, **given: Any) -> None:
        row = {"id": "tok_1", "role": "MEMBER", "scopes": ["read"], "organization": "org_1", "partners": []}
        row |= {"person": None, "offices": []}
        state = {"expired": False, "revoked": False, "withdrawn": False, "expires": self.expires}
        self.known[tokens.hashed(secret)] = {**row, **state, **given}

    async def rows(self, _text: str, **parameters: Any) -> list[dict[str, Any]]:
        self.asked += 1
        if self.down:
            raise DatabaseUnavailable
        return [self.known[parameters["hash"]]] if parameters["hash"] in self.known else []


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made_ = Clock()
    monkeypatch.setattr(auth, "time", made_)
    return made_


def viewers_of(graph: Graph) -> Viewers:
    return Viewers(cast("Database", graph), seconds=5, zone=UTC)


def test_a_viewer_is_asked_for_once_in_so_many_seconds(clock: Clock) -> None:
    graph = Graph()
    graph.add("s")
    viewers = viewers_of(graph)
    for now, asked in ((1_000.0, 1), (1_004.9, 1), (1_005.0, 2), (1_009.9, 2), (1_010.1, 3)):
        clock.now = now
        assert asyncio.run(viewers.of("Bearer s")).organization == "org_1"
        assert graph.asked == asked


def test_a_revoked_token_is_refused_once_it_is_asked_for_anew(clock: Clock) -> None:
    graph = Graph()
    graph.add("s")
    viewers = viewers_of(graph)
    asyncio.run(viewers.of("Bearer s"))
    graph.add("s", revoked=True)
    clock.now += 4.9
    assert asyncio.run(viewers.of("Bearer s")).token == "tok_1"
    clock.now += 0.1
    with pytest.raises(ValueRefused, match="TOKEN_REVOKED"):
        asyncio.run(viewers.of("Bearer s"))


def test_a_remembered_token_expires_on_its_second(clock: Clock) -> None:
    graph = Graph(expires=1_002)
    graph.add("s")
    viewers = viewers_of(graph)
    asyncio.run(viewers.of("Bearer s"))
    clock.now = 1_002.0
    with pytest.raises(ValueRefused, match="TOKEN_EXPIRED"):
        asyncio.run(viewers.of("Bearer s"))
    assert graph.asked == 1


def test_a_change_of_partners_is_seen_at_once(clock: Clock) -> None:
    graph = Graph()
    graph.add("s")
    viewers = viewers_of(graph)
    assert asyncio.run(viewers.of("Bearer s")).partners == ()
    graph.add("s", partners=["org_2"])
    viewers.forget()
    assert clock.now == 1_000.0
    assert asyncio.run(viewers.of("Bearer s")).partners == ("org_2",)


@pytest.mark.usefixtures("clock")
def test_a_wrong_token_is_not_remembered() -> None:
    graph = Graph()
    viewers = viewers_of(graph)
    for asked in (1, 2):
        with pytest.raises(ValueRefused, match="TOKEN_WRONG"):
            asyncio.run(viewers.of("Bearer s"))
        assert graph.asked == asked
    graph.add("s")
    assert asyncio.run(viewers.of("Bearer s")).token == "tok_1"


@pytest.mark.usefixtures("clock")
def test_no_more_viewers_are_remembered_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auth, "MAXIMUM_KEPT_VIEWERS", 3)
    graph = Graph()
    viewers = viewers_of(graph)
    for number in range(10):
        graph.add(f"s{number}")
        asyncio.run(viewers.of(f"Bearer s{number}"))
        assert len(viewers._kept) <= 3


@pytest.mark.usefixtures("clock")
def test_whoever_sends_no_token_is_nobody_and_asks_nothing() -> None:
    graph = Graph(down=True)
    assert asyncio.run(viewers_of(graph).of(None)) is ANONYMOUS
    assert graph.asked == 0


@pytest.mark.usefixtures("clock")
def test_a_token_that_cannot_be_looked_up_is_not_taken_for_nobody() -> None:
    graph = Graph(down=True)
    graph.add("s")
    with pytest.raises(DatabaseUnavailable):
        asyncio.run(viewers_of(graph).of("Bearer s"))
