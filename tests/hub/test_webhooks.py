"""Webhooks: made by editors, told in order as rights are then, signed, again after failures, by one process."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest

from graph.check import examine
from graph.compiler import Compiler
from graph.connection import Database
from graph.limits import MAXIMUM_FAILING_DAYS, MAXIMUM_WEBHOOKS
from graph.model import MODEL
from hub.doctor import failing_webhooks, lost_webhooks
from hub.seals import Seals
from hub.settings import Settings
from hub.telling.feed import Feed
from hub.telling.webhooks import Webhooks
from tests.browser import Browser, Mailbox, joined
from tests.conftest import Neo4j
from tests.receiver import Receiver, receiving
from tests.running import Hub, own_hub

LOOPBACK = (ip_network("127.0.0.0/8"),)
WEBHOOK = (
    "webhook { id label address kinds createdAt deliveredAt failingSince failure status nextAt disabledAt }"
)
LISTED = (
    "{ viewer { webhooks { id label address kinds failingSince failure status nextAt disabledAt deliveredAt }"
)
LISTED += " waiting { kind record { __typename } } } }"
LESSON = {"statement": "نخست گوش بدهید", "recommendation": "شرح", "source": "بازدید", "visibility": "PUBLIC"}


@dataclass
class Clock:
    """A clock that is as far ahead as it is told, and goes on by itself unless it is stopped."""

    ahead: timedelta = timedelta()
    stopped: datetime | None = None

    def __call__(self) -> datetime:
        return (self.stopped or datetime.now(UTC)) + self.ahead


@dataclass
class Cast:
    """An organization with its editor, and another."""

    hub: Hub
    id: str
    token: str
    editor: Browser
    other: str
    other_token: str
    state: Path
    clock: Clock = field(default_factory=Clock)

    def made(self, receiver: Receiver, *kinds: str, **given: Any) -> tuple[str, str]:
        """The id and the secret of a new webhook."""
        told = {"label": "انبار", "address": receiver.address, "kinds": list(kinds), **given}
        payload = self.editor.done("createWebhook", told, f"{WEBHOOK} secret")
        return payload["webhook"]["id"], payload["secret"]

    def lesson(self, token: str | None = None, **given: Any) -> str:
        """A published lesson's id."""
        made = self.hub.done(
            "createLesson", {**LESSON, **given}, "lesson { id version }", token or self.token
        )
        self.hub.done("publishLesson", made, "lesson { id }", token or self.token)
        return str(made["id"])

    def tell(self, settings: Settings | None = None) -> None:
        """What one process does until nothing is left to do just now."""
        self.telling(self.all_told, settings)

    def telling(
        self, work: Callable[[Webhooks], Coroutine[Any, Any, None]], settings: Settings | None = None
    ) -> None:
        """Work with what tells, as a process of its own has it."""

        async def worked(database: Database) -> None:
            given = settings or Settings(webhook_networks=LOOPBACK, state_dir=self.state)
            await work(Webhooks(Feed(database, Compiler(MODEL), given), self.clock))

        self.hub.run(worked)

    @staticmethod
    async def all_told(webhooks: Webhooks) -> None:
        """Look until nobody is due."""
        while True:
            await webhooks.look()
            if not webhooks.under_way:
                return
            await webhooks.idle()

    def kept(self, id_: str) -> dict[str, Any]:
        """A webhook as its editors see it."""
        (found,) = [one for one in self.editor.ask(LISTED)["viewer"]["webhooks"] if one["id"] == id_]
        return dict(found)


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j, mailbox: Mailbox) -> Iterator[Hub]:
    given = {"HUB_STATE_DIR": str(mailbox.folder.parent), "HUB_WEBHOOK_NETWORKS": "127.0.0.0/8"}
    with own_hub(neo4j_server, HUB_ANONYMITY="1", **given) as made:
        yield made


@pytest.fixture(scope="module")
def people(hub: Hub, mailbox: Mailbox) -> Cast:
    ours, token = hub.member("انجمن انبارداران")
    other, other_token = hub.member("انجمن بافندگان")
    editor = joined(hub, mailbox, ours, "ed@example.ir")
    return Cast(hub, ours, token, editor, other, other_token, mailbox.folder.parent)


@pytest.fixture
def cast(people: Cast) -> Iterator[Cast]:
    people.clock.ahead, people.clock.stopped = timedelta(), None
    yield people
    people.hub.cypher("MATCH (w:Webhook) DETACH DELETE w")


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


# -- what editors do -------------------------------------------------------------------------------


def test_the_secret_is_shown_once_and_nothing_is_told_of_before(cast: Cast, receiver: Receiver) -> None:
    cast.lesson()
    payload = cast.editor.done(
        "createWebhook",
        {"label": "انبار", "address": receiver.address, "kinds": ["LESSON_PUBLISHED", "LESSON_PUBLISHED"]},
        f"{WEBHOOK} secret",
    )
    assert payload["secret"].startswith("whsec_")
    assert (payload["webhook"]["label"], payload["webhook"]["kinds"]) == ("انبار", ["LESSON_PUBLISHED"])
    shown = cast.editor.post(LISTED)
    assert payload["secret"] not in shown.text
    assert cast.kept(payload["webhook"]["id"])["address"] == receiver.address
    cast.tell()
    assert receiver.received == []
    noted = cast.hub.cypher(
        "MATCH (a:AuditEntry {what: 'createWebhook'}) RETURN a.aboutId AS about ORDER BY a.at DESC LIMIT 1"
    )
    assert noted == [{"about": payload["webhook"]["id"]}]


def test_only_an_editor_who_has_signed_in_deals_with_the_webhooks_of_their_organization(
    cast: Cast, receiver: Receiver, mailbox: Mailbox
) -> None:
    id_, _ = cast.made(receiver)
    reader = joined(cast.hub, mailbox, cast.id, f"r{time.time_ns()}@example.ir", "MEMBER")
    stranger = joined(cast.hub, mailbox, cast.other, f"s{time.time_ns()}@example.ir")
    before = cast.hub.cypher("MATCH (w:Webhook) RETURN properties(w) AS kept")
    given = {"label": "x", "address": receiver.address}
    for name, values, wanted in (
        ("createWebhook", given, f"{WEBHOOK} secret"),
        ("editWebhook", {"id": id_, "enabled": False}, WEBHOOK),
        ("rotateWebhookSecret", {"id": id_}, f"{WEBHOOK} secret"),
        ("removeWebhook", {"id": id_}, "removed"),
    ):
        assert reader.refused(name, values, wanted) == "NOT_ALLOWED"
        assert Browser(cast.hub).refused(name, values, wanted) == "SIGN_IN_REQUIRED"
        payload = cast.hub.deed(name, values, wanted, cast.token)
        assert [error["code"] for error in payload["errors"]] == ["PERSON_REQUIRED"]
        if name != "createWebhook":
            assert stranger.refused(name, values, wanted) == "NOT_FOUND"
    assert cast.hub.cypher("MATCH (w:Webhook) RETURN properties(w) AS kept") == before
    for browser in (reader, stranger):
        assert browser.ask(LISTED)["viewer"]["webhooks"] == []
    assert cast.hub.ask(LISTED, token=cast.token)["viewer"]["webhooks"] == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://10.0.0.1/told", "WEBHOOK_ADDRESS"),
        ("https://[::1]/told", "WEBHOOK_ADDRESS"),
        ("https://[::ffff:10.0.0.1]/told", "WEBHOOK_ADDRESS"),
        ("https://169.254.169.254/latest", "WEBHOOK_ADDRESS"),
        ("https://hub.example.ir/told#part", "WEBHOOK_ADDRESS"),
        ("https://user:secret@example.ir/told", "BAD_WEB_ADDRESS"),
        ("ftp://example.ir/told", "BAD_WEB_ADDRESS"),
        ("https://localhost/told", "BAD_WEB_ADDRESS"),
        ("", "TEXT_EMPTY"),
    ],
)
def test_an_address_within_somebody_s_own_network_is_refused(cast: Cast, address: str, code: str) -> None:
    payload = cast.editor.deed("createWebhook", {"label": "x", "address": address}, f"{WEBHOOK} secret")
    assert [(error["code"], error["path"]) for error in payload["errors"]] == [(code, ["input", "address"])]
    assert cast.hub.cypher("MATCH (w:Webhook) RETURN w") == []


def test_an_organization_has_so_many_and_no_more(cast: Cast, receiver: Receiver) -> None:
    made = [cast.made(receiver)[0] for _ in range(MAXIMUM_WEBHOOKS)]
    given = {"label": "x", "address": receiver.address}
    assert cast.editor.refused("createWebhook", given, f"{WEBHOOK} secret") == "WEBHOOKS_TOO_MANY"
    assert cast.editor.done("removeWebhook", {"id": made[0]}, "removed")["removed"]
    assert cast.editor.refused("removeWebhook", {"id": made[0]}, "removed") == "NOT_FOUND"
    cast.made(receiver)


# -- what is told ----------------------------------------------------------------------------------


def test_events_are_told_in_order_signed_and_small(cast: Cast, receiver: Receiver) -> None:
    id_, secret = cast.made(receiver, "LESSON_PUBLISHED", "LESSON_WITHDRAWN")
    first, second = cast.lesson(), cast.lesson(cast.other_token)
    (row,) = cast.hub.cypher("MATCH (n {id: $id}) RETURN n.version AS version", id=first)
    cast.hub.done("withdrawLesson", {"id": first, "version": row["version"]}, "lesson { id }", cast.token)
    before = int(time.time())
    cast.tell()
    told = [(one.told["type"], one.told["data"]["record"]) for one in receiver.received]
    assert told == [
        ("LESSON_PUBLISHED", {"type": "Lesson", "id": first}),
        ("LESSON_PUBLISHED", {"type": "Lesson", "id": second}),
        ("LESSON_WITHDRAWN", {"type": "Lesson", "id": first}),
    ]
    for one in receiver.received:
        assert one.path == "/told"
        assert one.is_signed(secret)
        assert set(one.told) == {"type", "timestamp", "data"}
        assert set(one.told["data"]) == {"id", "kind", "at", "record"}
        assert one.headers["webhook-id"] == one.told["data"]["id"]
        assert before <= int(one.headers["webhook-timestamp"]) <= time.time()
        assert one.headers["content-type"] == "application/json"
    assert cast.kept(id_)["deliveredAt"] is not None
    cast.tell()
    assert len(receiver.received) == 3


def test_what_the_organization_may_not_read_when_it_is_sent_is_not_told(
    cast: Cast, receiver: Receiver
) -> None:
    """A draft of another, what has become its owners' alone since, and the author of what is anonymized."""
    cast.made(receiver)
    cast.hub.done("createLesson", LESSON, "lesson { id }", cast.other_token)
    withdrawn = cast.lesson(cast.other_token)
    cast.hub.done("withdrawLesson", {"id": withdrawn, "version": 2}, "lesson { id }", cast.other_token)
    told = {"title": "کارگاه", "outcome": "FAILURE", "happened": "شرح", "visibility": "PUBLIC"}
    failed = cast.hub.done("createExperience", told, "experience { id version }", cast.other_token)
    failed = cast.hub.done("publishExperience", failed, "experience { id version }", cast.other_token)
    given = {**failed, "visibility": "ANONYMIZED"}
    cast.hub.done("editExperience", given, "experience { id }", cast.other_token)
    kept = cast.lesson(cast.other_token)
    cast.tell()
    told_of = {one.told["data"]["record"]["id"] for one in receiver.received}
    assert told_of == {kept}
    assert cast.other not in b"".join(one.body for one in receiver.received).decode()


def test_after_a_partnership_has_ended_nothing_of_partners_is_told(cast: Cast, receiver: Receiver) -> None:
    cast.made(receiver, "LESSON_PUBLISHED")
    cast.hub.cypher(
        "MATCH (a:Organization {id: $a}), (b:Organization {id: $b})"
        " CREATE (p:Node:Partnership {id: 'par_test', status: 'ACTIVE', ownerIds: [$a, $b], audience: 'OWNERS'})"
        " CREATE (p)-[:HAS_PARTY]->(a) CREATE (p)-[:HAS_PARTY]->(b)",
        a=cast.id,
        b=cast.other,
    )
    first = cast.lesson(cast.other_token, visibility="PARTNERS")
    cast.tell()
    assert [one.told["data"]["record"]["id"] for one in receiver.received] == [first]
    cast.lesson(cast.other_token, visibility="PARTNERS")
    cast.hub.cypher("MATCH (p:Partnership {id: 'par_test'}) DETACH DELETE p")
    cast.tell()
    assert len(receiver.received) == 1


# -- failures --------------------------------------------------------------------------------------


def test_what_was_not_taken_is_sent_again_with_growing_pauses_and_nothing_overtakes_it(
    cast: Cast, receiver: Receiver
) -> None:
    id_, _ = cast.made(receiver, "LESSON_PUBLISHED")
    first, second = cast.lesson(), cast.lesson()
    cast.clock.stopped = datetime.now(UTC)  # However long this machine takes, no pause ends by itself.
    receiver.answers = [500, 302, 404]
    receiver.location = "http://127.0.0.1:1/elsewhere"
    for count, (status, ahead) in enumerate([(500, 0), (302, 6), (404, 70)], start=1):
        cast.clock.ahead = timedelta(seconds=ahead)
        cast.tell()
        assert len(receiver.received) == count
        failing = cast.kept(id_)
        assert (failing["failure"], failing["status"]) == ("STATUS", status)
        cast.tell()  # It is not time yet.
        assert len(receiver.received) == count
    cast.clock.ahead = timedelta(seconds=70 + 301)
    cast.tell()
    told = [one.told["data"]["record"]["id"] for one in receiver.received]
    assert told == [first] * 4 + [second]
    assert len({one.headers["webhook-id"] for one in receiver.received}) == 2
    sound = cast.kept(id_)
    assert (sound["failure"], sound["status"], sound["failingSince"], sound["nextAt"]) == (None,) * 4


def test_after_days_of_failures_it_is_disabled_its_editors_are_told_and_nothing_is_lost(
    cast: Cast, receiver: Receiver
) -> None:
    id_, secret = cast.made(receiver, "LESSON_PUBLISHED")
    first = cast.lesson()
    receiver.answers = [503] * 100
    for day in range(MAXIMUM_FAILING_DAYS + 1):
        assert cast.kept(id_)["disabledAt"] is None
        cast.clock.ahead = timedelta(days=day, minutes=day)
        cast.tell()
    disabled = cast.kept(id_)
    assert disabled["disabledAt"] is not None
    assert disabled["nextAt"] is None
    waiting = cast.editor.ask(LISTED)["viewer"]["waiting"]
    assert {"kind": "WEBHOOK", "record": None} in waiting
    (found,) = cast.hub.run(failing_webhooks)
    assert found.what.startswith(f"The webhook {id_} of انجمن انبارداران (انبار) fails since ")
    assert found.what.endswith(": STATUS 503, and is disabled")
    assert [str(one) for one in cast.hub.run(examine) if "Webhook" in str(one)] == []
    tries = len(receiver.received)
    second = cast.lesson()
    cast.clock.ahead += timedelta(days=10)
    cast.tell()
    assert len(receiver.received) == tries

    receiver.answers = []
    payload = cast.editor.done("editWebhook", {"id": id_, "enabled": True}, WEBHOOK)
    assert (payload["webhook"]["disabledAt"], payload["webhook"]["failingSince"]) == (None, None)
    cast.tell()
    told = [one.told["data"]["record"]["id"] for one in receiver.received[tries:]]
    assert told == [first, second]
    assert receiver.received[-1].is_signed(secret)
    assert {"kind": "WEBHOOK", "record": None} not in cast.editor.ask(LISTED)["viewer"]["waiting"]


def test_who_answers_that_it_is_gone_is_asked_no_more(cast: Cast, receiver: Receiver) -> None:
    id_, _ = cast.made(receiver, "LESSON_PUBLISHED")
    receiver.answers = [410]
    cast.lesson()
    cast.tell()
    kept = cast.kept(id_)
    assert (kept["failure"], kept["status"], kept["disabledAt"] is None) == ("STATUS", 410, False)


def test_a_rotated_secret_signs_at_once_and_the_former_beside_it_for_as_long_as_was_asked(
    cast: Cast, receiver: Receiver
) -> None:
    id_, former = cast.made(receiver, "LESSON_PUBLISHED")
    given = {"id": id_, "overlapHours": 1}
    secret = cast.editor.done("rotateWebhookSecret", given, f"{WEBHOOK} secret")["secret"]
    cast.lesson()
    cast.tell()
    assert [receiver.received[0].is_signed(one) for one in (secret, former)] == [True, True]
    cast.clock.ahead = timedelta(hours=1, minutes=1)
    cast.lesson()
    cast.tell()
    assert [receiver.received[1].is_signed(one) for one in (secret, former)] == [True, False]
    again = cast.editor.done("rotateWebhookSecret", {"id": id_}, f"{WEBHOOK} secret")["secret"]
    cast.lesson()
    cast.tell()
    assert [receiver.received[2].is_signed(one) for one in (again, secret)] == [True, False]


def test_secrets_are_sealed_and_one_that_the_key_does_not_open_signs_nothing_until_there_is_another(
    cast: Cast, receiver: Receiver, tmp_path: Path
) -> None:
    id_, former = cast.made(receiver, "LESSON_PUBLISHED")
    cast.editor.done("rotateWebhookSecret", {"id": id_, "overlapHours": 1}, f"{WEBHOOK} secret")
    (kept,) = cast.hub.cypher("MATCH (w:Webhook) RETURN [w.secret, w.previousSecret] AS secrets")
    assert [one.startswith("sealed:") for one in kept["secrets"]] == [True, True]
    assert former.removeprefix("whsec_") not in str(kept)
    lesson = cast.lesson()
    cast.tell(Settings(webhook_networks=LOOPBACK, state_dir=tmp_path))  # Another key than the hub's.
    assert receiver.received == []
    assert (cast.kept(id_)["failure"], cast.kept(id_)["status"]) == ("SECRET", None)
    other = Seals(Settings(state_dir=tmp_path))
    assert [one.mend for one in cast.hub.run(lambda database: lost_webhooks(database, other))] != []
    own = Seals(Settings(state_dir=cast.state))
    assert cast.hub.run(lambda database: lost_webhooks(database, own)) == []
    secret = cast.editor.done("rotateWebhookSecret", {"id": id_}, f"{WEBHOOK} secret")["secret"]
    assert cast.kept(id_)["failure"] is None
    cast.tell()
    assert [one.told["data"]["record"]["id"] for one in receiver.received] == [lesson]
    assert receiver.received[0].is_signed(secret)


def test_what_is_edited_holds_from_the_next_event_on(cast: Cast, receiver: Receiver) -> None:
    id_, _ = cast.made(receiver, "LESSON_WITHDRAWN")
    cast.lesson()
    cast.tell()
    assert receiver.received == []
    with receiving() as elsewhere:
        given = {"id": id_, "address": elsewhere.address, "kinds": ["LESSON_PUBLISHED"], "label": "دفتر"}
        payload = cast.editor.done("editWebhook", given, WEBHOOK)
        assert (payload["webhook"]["label"], payload["webhook"]["kinds"]) == ("دفتر", ["LESSON_PUBLISHED"])
        told = cast.lesson()
        cast.tell()
        assert [one.told["data"]["record"]["id"] for one in elsewhere.received] == [told]
        cast.editor.done("editWebhook", {"id": id_, "enabled": False}, WEBHOOK)
        cast.lesson()
        cast.tell()
        assert len(elsewhere.received) == 1
        assert cast.editor.ask(LISTED)["viewer"]["waiting"] == []
    assert receiver.received == []
    assert cast.editor.refused("editWebhook", {"id": id_, "label": None}, WEBHOOK) == "VALUE_REQUIRED"


# -- processes -------------------------------------------------------------------------------------


def test_two_processes_tell_each_event_once(cast: Cast, receiver: Receiver) -> None:
    cast.made(receiver, "LESSON_PUBLISHED")
    lessons = [cast.lesson() for _ in range(5)]
    receiver.pause = 0.1

    async def both(webhooks: Webhooks) -> None:
        async with Database(
            cast.hub.neo4j.uri, cast.hub.neo4j.user, cast.hub.neo4j.password
        ).opened() as database:
            other = Webhooks(Feed(database, Compiler(MODEL), webhooks.feed.settings), cast.clock)
            await asyncio.gather(*(cast.all_told(one) for one in (webhooks, other, webhooks, other)))

    cast.telling(both)
    assert [one.told["data"]["record"]["id"] for one in receiver.received] == lessons


def test_what_was_under_way_as_a_process_died_is_told_again_under_the_same_id(
    cast: Cast, receiver: Receiver
) -> None:
    cast.made(receiver, "LESSON_PUBLISHED")
    lesson = cast.lesson()
    receiver.pause = 1.0

    async def killed(webhooks: Webhooks) -> None:
        await webhooks.look()
        await asyncio.to_thread(receiver.next, 1)
        await webhooks.close()

    cast.telling(killed)
    receiver.pause = 0.0
    cast.tell()
    assert len(receiver.received) == 1  # It is still that of the one that died.
    cast.clock.ahead = timedelta(minutes=2)
    cast.tell()
    assert [one.told["data"]["record"]["id"] for one in receiver.received] == [lesson, lesson]
    assert len({one.headers["webhook-id"] for one in receiver.received}) == 1


def test_a_slow_receiver_holds_up_nobody_else(cast: Cast, receiver: Receiver, mailbox: Mailbox) -> None:
    cast.made(receiver, "LESSON_PUBLISHED")
    receiver.pause = 5.0
    stranger = joined(cast.hub, mailbox, cast.other, f"q{time.time_ns()}@example.ir")
    with receiving() as quick:
        given = {"label": "تند", "address": quick.address, "kinds": ["LESSON_PUBLISHED"]}
        stranger.done("createWebhook", given, f"{WEBHOOK} secret")
        lessons = [cast.lesson() for _ in range(3)]
        spent: list[float] = []

        async def looked(webhooks: Webhooks) -> None:
            begun = time.monotonic()
            await webhooks.look()
            await asyncio.to_thread(quick.next, 3)
            spent.append(time.monotonic() - begun)
            await webhooks.close()

        cast.telling(looked)
        assert [one.told["data"]["record"]["id"] for one in quick.received] == lessons
    assert spent[0] < receiver.pause
    assert len(receiver.received) == 1


def test_an_organization_that_has_left_is_told_nothing(cast: Cast, receiver: Receiver) -> None:
    cast.made(receiver, "LESSON_PUBLISHED")
    cast.lesson()
    status = "MATCH (o:Organization {id: $id}) WITH o, o.status AS was SET o.status = $status RETURN was"
    (row,) = cast.hub.cypher(status, id=cast.id, status="WITHDRAWN")
    try:
        cast.tell()
        assert receiver.received == []
    finally:
        cast.hub.cypher(status, id=cast.id, status=row["was"])
    cast.tell()
    assert len(receiver.received) == 1
