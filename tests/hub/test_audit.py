"""The audit: who did what, from where; for administrators, without an unnamed author, and without a secret."""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from graph.connection import Database
from graph.errors import DatabaseUnavailable
from graph.limits import MAXIMUM_TRIES
from graph.model.audit import AuditKind
from graph.queries import audit
from graph.queries.audit import BATCH, Counted, Trail
from hub import tokens
from hub.http.addresses import household, network
from hub.http.tries import Tries
from hub.visit import Visit
from tests.hub import commands
from tests.running import Hub

ENTRIES = """query($filter: AuditEntryFilter, $after: String) {
  audit(first: 50, after: $after, filter: $filter, sort: [AT_ASC]) { totalCount nodes {
    id kind what times role tokenId personId sessionId address request aboutId organization { id }
    event { kind subject { ... on Experience { id } ... on Organization { id } } }
    version { number changes { field before after } } } } }"""
TOLD = {"title": "کارگاه دوخت", "outcome": "FAILURE", "happened": "سفارش نرسید."}
LOOKED = 15
"""Seconds until what was refused is counted."""


@dataclass(frozen=True)
class Cast:
    """A member and what it wrote."""

    id: str
    token: str
    token_id: str
    other: str
    other_token: str


@pytest.fixture(scope="module")
def cast_(hub: Hub) -> Cast:
    made, other = hub.organization("انجمن دوزندگان"), hub.organization("انجمن نجاران")
    return Cast(made, *_token(hub, made), other, _token(hub, other)[0])


def _token(
    hub: Hub, organization: str | None, scopes: Sequence[str] = ("read", "publish", "exchange")
) -> tuple[str, str]:
    id_, secret = hub.run(
        lambda database: tokens.create(database, organization, "MEMBER", list(scopes), 30, "آزمون")
    )
    return secret, id_


def entries(hub: Hub, token: str | None = None, **filter_: Any) -> list[dict[str, Any]]:
    """The entries that a viewer reads, an administrator unless it is another, the oldest first."""
    found: dict[str, Any] = hub.ask(ENTRIES, {"filter": filter_}, token or hub.admin)["audit"]
    assert found["totalCount"] == len(found["nodes"])
    return list(found["nodes"])


def of_record(hub: Hub, id_: str, token: str | None = None) -> list[dict[str, Any]]:
    return entries(hub, token, event={"subject": {"id": {"eq": id_}}})


def written(hub: Hub, cast: Cast, title: str, **given: Any) -> dict[str, Any]:
    """An experience that all members read: administrators read no draft of one."""
    draft = hub.done(
        "createExperience", TOLD | {"title": title} | given, "experience { id version }", cast.token
    )
    shown = draft | {"visibility": "MEMBERS"}
    return dict(hub.done("publishExperience", shown, "experience { id version }", cast.token))


# -- changes ---------------------------------------------------------------------------------------


def test_a_change_is_told_with_who_made_it_from_where_and_what_was_before(hub: Hub, cast_: Cast) -> None:
    made = written(hub, cast_, "نخست")
    edit = "mutation($i: EditExperienceInput!) { editExperience(input: $i) { experience { version } errors { code } } }"
    given = {"i": made | {"title": "سپس"}}
    response = hub.post(edit, given, cast_.token, x_request_id="asked-77")
    assert response.json()["data"]["editExperience"] == {"experience": {"version": 3}, "errors": []}

    first, _, second = of_record(hub, made["id"])
    whose = {
        "kind": "CHANGE",
        "times": 1,
        "role": "MEMBER",
        "tokenId": cast_.token_id,
        "personId": None,
        "sessionId": None,
        "aboutId": None,
        "address": "127.0.0.1",
        "organization": {"id": cast_.id},
    }
    assert whose.items() <= first.items()
    assert whose.items() <= second.items()
    assert (first["what"], second["what"], second["request"]) == (
        "createExperience",
        "editExperience",
        "asked-77",
    )
    kinds = [entry["event"]["kind"] for entry in (first, second)]
    assert kinds == ["EXPERIENCE_CREATED", "EXPERIENCE_EDITED"]
    assert second["event"]["subject"] == {"id": made["id"]}
    assert second["version"]["number"] == 3
    change = {"field": "title", "before": "نخست", "after": "سپس"}
    assert [c for c in second["version"]["changes"] if c["field"] == "title"] == [change]
    assert first["version"] is None, "what it said as a draft is its organization's alone"


def test_what_is_refused_or_asked_again_leaves_no_change_in_it(hub: Hub, cast_: Cast) -> None:
    made = written(hub, cast_, "یک بار")
    stale = {"id": made["id"], "version": 9, "title": "نباید"}
    assert hub.refused("editExperience", stale, "experience { id }", cast_.token) == (
        "VERSION_CHANGED",
        ["input", "version"],
    )
    assert len(of_record(hub, made["id"])) == 2
    given = {"id": made["id"], "version": 2, "title": "باید"}
    for _ in range(3):
        payload = hub.do("editExperience", given, "experience { version }", cast_.token, key="یک کلید")
        assert payload == {"experience": {"version": 3}, "errors": []}
    done = [entry["what"] for entry in of_record(hub, made["id"])]
    assert done == ["createExperience", "publishExperience", "editExperience"]


def test_administrators_alone_read_it(hub: Hub, cast_: Cast) -> None:
    made = written(hub, cast_, "برای سرپرست")
    entry, _ = of_record(hub, made["id"])
    node = f'{{ node(id: "{entry["id"]}") {{ id }} }}'
    assert hub.ask(node, token=hub.admin) == {"node": {"id": entry["id"]}}
    assert (
        hub.ask("{ audit(first: 1) { totalCount nodes { id } } }", token=hub.admin)["audit"]["totalCount"] > 0
    )
    coordinator = hub.token(None, "COORDINATOR")
    for token in (None, cast_.token, cast_.other_token, coordinator, hub.token(cast_.id, "COORDINATOR")):
        assert hub.ask(node, token=token) == {"node": None}
        told = hub.ask(
            "{ audit(first: 5) { totalCount nodes { id tokenId address } pageInfo { hasNextPage } } }",
            token=token,
        )
        assert told == {"audit": {"totalCount": 0, "nodes": [], "pageInfo": {"hasNextPage": False}}}
        narrow = {"filter": {"tokenId": {"eq": cast_.token_id}}}
        assert hub.ask(ENTRIES, narrow, token)["audit"] == {"totalCount": 0, "nodes": []}


def test_it_is_paged_from_one_end_to_the_other(hub: Hub, cast_: Cast) -> None:
    for number in range(5):
        written(hub, cast_, f"برگ {number}")
    page = 'query($after: String) { audit(first: 2, after: $after, filter: {tokenId: {eq: "%s"}}) { nodes { id at } pageInfo { endCursor hasNextPage } } }'
    seen: list[dict[str, Any]] = []
    after = None
    while True:
        told = hub.ask(page % cast_.token_id, {"after": after}, hub.admin)["audit"]
        seen += told["nodes"]
        after = told["pageInfo"]["endCursor"]
        if not told["pageInfo"]["hasNextPage"]:
            break
    assert len(seen) >= 5
    assert len({entry["id"] for entry in seen}) == len(seen)
    assert [entry["at"] for entry in seen] == sorted((entry["at"] for entry in seen), reverse=True)


# -- what is anonymized ------------------------------------------------------------------------------


def test_of_an_anonymized_record_it_tells_nobody_who_wrote_it(hub: Hub, cast_: Cast) -> None:
    named, hidden = written(hub, cast_, "با نام"), written(hub, cast_, "بی نام")
    ids = {entry["id"] for entry in of_record(hub, hidden["id"])}
    assert len(ids) == 2
    before = len(entries(hub, tokenId={"eq": cast_.token_id}))
    publish = hidden | {"visibility": "ANONYMIZED"}
    hidden = hub.done("publishExperience", publish, "experience { id version }", cast_.token)

    def nothing_is_told() -> None:
        for token in (hub.admin, cast_.other_token, cast_.token, hub.token(None, "COORDINATOR"), None):
            assert of_record(hub, hidden["id"], token) == []
            for id_ in ids:
                assert hub.ask(f'{{ node(id: "{id_}") {{ id }} }}', token=token) == {"node": None}
        kept = hub.cypher(
            "MATCH (a:AuditEntry)-[:AUDIT_OF]->()-[:SUBJECT]->({id: $id}) RETURN a.id AS id", id=hidden["id"]
        )
        assert len(kept) >= 2, "it is kept, and read by nobody"
        for row in kept:
            assert hub.ask(f'{{ node(id: "{row["id"]}") {{ id }} }}', token=hub.admin) == {"node": None}

    nothing_is_told()
    assert len(of_record(hub, named["id"])) == 2
    assert len(entries(hub, tokenId={"eq": cast_.token_id})) == before - 2

    # Its month is over: it is told of, without a name.
    hub.cypher(
        "MATCH (e:Event)-[:SUBJECT]->({id: $id}) WHERE e.untold IS NOT NULL SET e.audience = 'ANONYMIZED' REMOVE e.untold",
        id=hidden["id"],
    )
    nothing_is_told()


def test_once_it_is_named_again_it_is_told_of_again(hub: Hub, cast_: Cast) -> None:
    made = written(hub, cast_, "گاه بی نام")
    made = hub.done(
        "publishExperience", made | {"visibility": "ANONYMIZED"}, "experience { id version }", cast_.token
    )
    assert of_record(hub, made["id"]) == []
    hub.done("publishExperience", made | {"visibility": "MEMBERS"}, "experience { id version }", cast_.token)
    assert [entry["what"] for entry in of_record(hub, made["id"])] == [
        "createExperience",
        *["publishExperience"] * 3,
    ]


# -- what changes nothing ------------------------------------------------------------------------------


def test_tokens_made_and_revoked_on_the_server_are_in_it(hub: Hub, cast_: Cast) -> None:
    secret, id_ = _token(hub, cast_.id)
    assert hub.run(lambda database: tokens.revoke(database, id_))
    assert not hub.run(lambda database: tokens.revoke(database, id_))
    nobody = {"role": None, "tokenId": None, "address": None, "request": None, "event": None, "version": None}
    made, revoked = entries(hub, aboutId={"eq": id_})
    for entry, what in ((made, "hub token create"), (revoked, "hub token revoke")):
        assert (
            nobody | {"kind": "COMMAND", "what": what, "times": 1, "organization": {"id": cast_.id}}
        ).items() <= entry.items()
    assert secret not in str(entries(hub, kind={"eq": "COMMAND"}))


def test_what_is_refused_is_counted_by_who_tried_and_how(hub: Hub, cast_: Cast) -> None:
    secret, id_ = _token(hub, cast_.id, ("read",))
    made = written(hub, cast_, "دست نزنید")
    for _ in range(3):
        payload = hub.do("createExperience", TOLD, "experience { id }", secret)
        assert payload["errors"][0]["code"] == "SCOPE_REQUIRED"
    assert hub.post("{ __typename }", token="hub_" + "q" * 52).status_code == 401
    withdraw = {"id": cast_.other, "version": 9}
    assert (
        hub.refused("withdrawOrganization", withdraw, "organization { id }", cast_.token)[0] == "NOT_ALLOWED"
    )
    assert hub.refused("createExperience", TOLD, "experience { id }")[0] == "SIGN_IN_REQUIRED"

    def found() -> dict[tuple[str, str | None, str | None], int]:
        rows = entries(hub, kind={"eq": "REFUSAL"})
        assert {row["address"] for row in rows} <= {"127.0.0.1"}
        assert all(row["event"] is None and row["request"] is None for row in rows)
        return {(row["what"], row["tokenId"], row["role"]): row["times"] for row in rows}

    wanted = {
        ("SCOPE_REQUIRED", id_, "MEMBER"): 3,
        ("TOKEN_WRONG", None, None): 1,
        ("NOT_ALLOWED", cast_.token_id, "MEMBER"): 1,
        ("SIGN_IN_REQUIRED", None, "ANONYMOUS"): 1,
    }
    begun = time.monotonic()
    while not wanted.items() <= found().items():
        assert time.monotonic() - begun < LOOKED, found()
        time.sleep(0.3)
    for _ in range(2):
        hub.do("createExperience", TOLD, "experience { id }", secret)
    begun = time.monotonic()
    while found()["SCOPE_REQUIRED", id_, "MEMBER"] != 5:
        assert time.monotonic() - begun < LOOKED, found()
        time.sleep(0.3)
    assert hub.ask(f'{{ experience(id: "{made["id"]}") {{ version }} }}', token=cast_.token) == {
        "experience": {"version": 2}
    }


class Book:
    """In place of a database: keeps what it is told to count, or is down."""

    def __init__(self) -> None:
        self.rows: dict[str, Any] = {}
        self.down = False

    async def write(self, work: Any) -> None:
        if self.down:
            raise DatabaseUnavailable
        await work(self)

    async def run(self, _text: str, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            self.rows.setdefault(row["id"], {**row, "times": 0})["times"] += row["times"]


def tried(number: int, code: str = "TOKEN_WRONG") -> Visit:
    return Visit(str(number), codes={code: None})


def test_an_attacker_from_many_addresses_fills_no_disk() -> None:
    book = Book()
    tries = Tries(cast("Database", book), None)
    for number in range(20 * MAXIMUM_TRIES):
        tries.over(tried(number), f"10.{number // 250}.{number % 250}.7")
    asyncio.run(tries.write())
    assert len(book.rows) == MAXIMUM_TRIES + 1
    assert sum(row["times"] for row in book.rows.values()) == 20 * MAXIMUM_TRIES
    (others,) = (row for row in book.rows.values() if row["trail"]["address"] is None)
    assert others["times"] == 19 * MAXIMUM_TRIES


def test_what_cannot_be_written_waits_and_is_counted_once() -> None:
    book = Book()
    tries = Tries(cast("Database", book), None)
    book.down = True
    for _ in range(2):
        tries.over(tried(1), "192.0.2.1")
        with pytest.raises(DatabaseUnavailable):
            asyncio.run(tries.write())
    book.down = False
    tries.over(tried(2), "192.0.2.1")
    tries.over(tried(3, "NOT_FOUND"), "192.0.2.1")
    asyncio.run(tries.write())
    asyncio.run(tries.write())
    (row,) = book.rows.values()
    assert (row["times"], row["trail"]["what"], row["trail"]["address"]) == (3, "TOKEN_WRONG", "192.0.2.1")


def test_two_processes_count_into_one_row(hub: Hub) -> None:
    now = datetime.now(UTC)
    one = Counted(AuditKind.REFUSAL, Trail("TOKEN_WRONG", address="192.0.2.9"), now, now, 2)
    later = Counted(AuditKind.REFUSAL, one.trail, now, now + timedelta(seconds=1), 5)
    for counted in (one, later):
        hub.run(lambda database, counted=counted: audit.count(database, [counted]))
    (row,) = hub.cypher(
        "MATCH (a:AuditEntry {address: '192.0.2.9'}) RETURN a.times AS times, a.lastAt AS last"
    )
    assert (row["times"], row["last"]) == (7, now + timedelta(seconds=1))


# -- how long it is kept -------------------------------------------------------------------------------


def test_old_entries_go_and_older_addresses_are_told_less_exactly(hub: Hub) -> None:
    now = datetime.now(UTC)
    for days, address in (
        (1, "2001:db8:1:2::5"),
        (40, "2001:db8:1:2::6"),
        (40, "198.51.100.77"),
        (800, "198.51.100.78"),
    ):
        trail = Trail("TOKEN_WRONG", address=household(address), network=network(address))
        at = now - timedelta(days=days)
        hub.run(
            lambda database, one=Counted(AuditKind.REFUSAL, trail, at, at, 1): audit.count(database, [one])
        )
    many = [
        Counted(
            AuditKind.REFUSAL,
            Trail(f"CODE_{n}", address="203.0.113.1", network="203.0.113.0/24"),
            now - timedelta(days=900),
            now,
            1,
        )
        for n in range(BATCH + 3)
    ]
    hub.run(lambda database: audit.count(database, many))

    async def cleaned(database: Database) -> list[int]:
        gone = [await audit.forget(database, now, 730) for _ in range(3)]
        return [*gone, await audit.coarsen(database, now, 30), await audit.coarsen(database, now, 30)]

    assert hub.run(cleaned) == [BATCH, 4, 0, 2, 0]
    rows = hub.cypher(
        "MATCH (a:AuditEntry) WHERE a.address STARTS WITH '2001' OR a.address STARTS WITH '198' RETURN a.address AS address"
    )
    assert {row["address"] for row in rows} == {"2001:db8:1:2::", "2001:db8:1::/48", "198.51.100.0/24"}
    assert hub.cypher("MATCH (a:AuditEntry) WHERE a.address STARTS WITH '203' RETURN a") == []


# -- taken along ---------------------------------------------------------------------------------------


def test_it_is_exported_as_lines_without_what_administrators_may_not_read(hub: Hub, cast_: Cast) -> None:
    named, hidden = written(hub, cast_, "به پرونده"), written(hub, cast_, "نه به پرونده")
    hub.done("editExperience", named | {"title": "در پرونده"}, "experience { id }", cast_.token)
    hub.done("publishExperience", hidden | {"visibility": "ANONYMIZED"}, "experience { id }", cast_.token)
    done = commands.beside(hub, "audit", "export")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.stderr == f"Wrote {len(rows)} entries.\n"
    assert [row["at"] for row in rows] == sorted(row["at"] for row in rows)
    created, _, edited = (row for row in rows if row.get("recordId") == named["id"])
    assert (created["what"], edited["event"], edited["version"]) == (
        "createExperience",
        "EXPERIENCE_EDITED",
        3,
    )
    assert (edited["tokenId"], edited["organizationId"], edited["address"]) == (
        cast_.token_id,
        cast_.id,
        "127.0.0.1",
    )
    assert {"field": "title", "before": "به پرونده", "after": "در پرونده"} in edited["changes"]
    assert hidden["id"] not in done.stdout
    assert "نه به پرونده" not in done.stdout
    assert {row["kind"] for row in rows} == {"CHANGE", "REFUSAL", "COMMAND"}
    assert (rows[-1]["kind"], rows[-1]["what"], rows[-1]["times"]) == ("COMMAND", "hub audit export", 1)
    yesterday = datetime.now(UTC) - timedelta(days=2)
    ever = commands.beside(hub, "audit", "export", "--from", "0001-01-01", "--to", "9999-12-31")
    assert (ever.returncode, len(ever.stdout.splitlines())) == (0, len(rows) + 1), ever.stderr
    before = commands.beside(hub, "audit", "export", "--to", f"{yesterday:%Y-%m-%d}").stdout.splitlines()
    assert {json.loads(line)["address"] for line in before} == {"2001:db8:1::/48", "198.51.100.0/24"}
    assert (
        len(commands.beside(hub, "audit", "export", "--from", f"{yesterday:%Y-%m-%d}").stdout.splitlines())
        > 5
    )


def test_no_secret_is_in_it_after_all_that(hub: Hub, cast_: Cast) -> None:
    text = json.dumps(hub.cypher("MATCH (a:AuditEntry) RETURN properties(a) AS kept"), default=str)
    assert text.count('"kept"') > 30
    for secret in (cast_.token, cast_.other_token, hub.admin, "hub_" + "q" * 52):
        assert secret.removeprefix("hub_") not in text
        assert tokens.hashed(secret) not in text
    names = {
        name
        for row in hub.cypher("MATCH (a:AuditEntry) RETURN DISTINCT keys(a) AS names")
        for name in row["names"]
    }
    assert names <= {
        *("id", "kind", "what", "at", "lastAt", "times", "role", "tokenId", "personId", "sessionId"),
        *("address", "network", "request", "aboutId"),
    }
