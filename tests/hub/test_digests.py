"""Letters of what is new: to whom, when, in their language, of what they may read then, once, and how they end."""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from graph.compiler import Compiler
from graph.connection import Database
from graph.model import MODEL
from graph.model.personal import DigestPace
from hub.daily import seal
from hub.mail import Post
from hub.seals import Seals
from hub.settings import Settings
from hub.telling.digests import Digests, slot
from hub.telling.news import Reading
from tests.browser import Browser, Mailbox, joined
from tests.conftest import Neo4j
from tests.hub.commands import beside
from tests.postman import Postman, delivering, html_of, text_of
from tests.running import Hub, own_hub

ADDRESS = "https://hub.example.ir"
TEHRAN = ZoneInfo("Asia/Tehran")
PERSON = "{ viewer { person { digest digestHour } } }"
LESSON = {"statement": "نخست گوش بدهید", "recommendation": "شرح", "source": "بازدید", "visibility": "PUBLIC"}
ENGLISH = {"languages": ["EN"]}
NOTED = "MATCH (a:AuditEntry) WHERE a.what = $what RETURN count(a) AS count"


KEY = "what seals in these tests, 32 letters or more"


@dataclass
class Cast:
    """Two organizations, a topic, and what letters are sent with. Its clock goes on when it is told to."""

    hub: Hub
    mailbox: Mailbox
    postman: Postman
    id: str
    token: str
    other: str
    other_token: str
    topic: str
    ahead: timedelta = timedelta()
    names: int = field(default=0)
    secrets: tuple[str, ...] = (KEY,)

    def now(self) -> datetime:
        """What its clock says."""
        return datetime.now(UTC) + self.ahead

    def person(self, **said: Any) -> tuple[Browser, str]:
        """Somebody who follows the topic, and their mail address."""
        mail = f"p{time.time_ns()}@example.ir"
        browser = joined(self.hub, self.mailbox, self.id, mail, said.pop("right", "EDITOR"))
        if said:
            browser.done("editPerson", said, "done")
        browser.done("follow", {"id": self.topic}, "id")
        return browser, mail

    def lesson(self, **given: Any) -> dict[str, Any]:
        """A lesson of the other organization on the topic, published."""
        told = {**LESSON, "topicIds": [self.topic], **given}
        made = self.hub.done("createLesson", told, "lesson { id version }", self.other_token)
        return dict(self.hub.done("publishLesson", made, "lesson { id version }", self.other_token))

    def look(self) -> Counter[str]:
        """What one process does now."""
        found: list[Counter[str]] = []

        async def looked(digests: Digests) -> None:
            found.append(await digests.look())

        self.writing(looked)
        return found[0]

    def writing(self, work: Callable[[Digests], Coroutine[Any, Any, None]]) -> None:
        """Work with what writes letters, as a process of its own has it."""

        async def worked(database: Database) -> None:
            await work(self.digests(database))

        self.hub.run(worked)

    def digests(self, database: Database) -> Digests:
        """What writes letters."""
        settings = Settings(
            address=ADDRESS, mail_from="Hub <hub@example.ir>", secret=self.secrets, **self.postman.settings
        )
        return Digests(Reading(database, Compiler(MODEL), settings), Post(settings), self.now)

    def week_later(self) -> None:
        """Let a week go by, and be past the hour of Saturday."""
        self.ahead += timedelta(days=8)


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j, mailbox: Mailbox) -> Iterator[Hub]:
    with own_hub(neo4j_server, HUB_ANONYMITY="1", HUB_STATE_DIR=str(mailbox.folder.parent)) as made:
        yield made


@pytest.fixture(scope="module")
def people(hub: Hub, mailbox: Mailbox) -> Iterator[Cast]:
    ours = hub.organization("انجمن انبارداران", nameEn="Storekeepers")
    other = hub.organization("انجمن بافندگان", nameEn="Weavers")
    # None of them waits to be rotated within the weeks that go by here.
    token, other_token = hub.token(ours, days=300), hub.token(other, days=300)
    topic = hub.topic("weaving", "بافندگی")
    with delivering() as postman:
        yield Cast(hub, mailbox, postman, ours, token, other, other_token, topic)


@pytest.fixture
def cast(people: Cast) -> Iterator[Cast]:
    yield people
    people.ahead = timedelta()
    people.hub.cypher("MATCH (a:Account) SET a.digest = 'NEVER'")
    people.postman.letters.clear()
    people.postman.refusing = False


# -- when ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "pace", "hour", "due"),
    [
        # 20:29 and 20:30 of UTC lie on both sides of midnight in Tehran, a Friday and a Saturday.
        ("2026-11-27T20:29:00+00:00", "WEEKLY", 0, "2026-11-20T20:30:00+00:00"),
        ("2026-11-27T20:30:00+00:00", "WEEKLY", 0, "2026-11-27T20:30:00+00:00"),
        ("2026-11-27T20:29:00+00:00", "DAILY", 0, "2026-11-26T20:30:00+00:00"),
        ("2026-11-27T20:30:00+00:00", "DAILY", 0, "2026-11-27T20:30:00+00:00"),
        ("2026-11-28T04:29:00+00:00", "WEEKLY", 8, "2026-11-21T04:30:00+00:00"),
        ("2026-11-28T04:30:00+00:00", "WEEKLY", 8, "2026-11-28T04:30:00+00:00"),
        ("2026-12-04T19:00:00+00:00", "WEEKLY", 23, "2026-11-28T19:30:00+00:00"),
        ("2026-03-20T20:00:00+00:00", "DAILY", 23, "2026-03-20T19:30:00+00:00"),
    ],
)
def test_the_days_are_those_of_tehran(now: str, pace: str, hour: int, due: str) -> None:
    assert slot(datetime.fromisoformat(now), TEHRAN, DigestPace(pace), hour).isoformat() == due


def test_a_letter_is_weekly_at_eight_unless_one_says_otherwise(cast: Cast) -> None:
    browser, _ = cast.person()
    assert browser.ask(PERSON)["viewer"]["person"] == {"digest": "WEEKLY", "digestHour": 8}
    browser.done("setDigest", {"digest": "DAILY"}, "done")
    browser.done("setDigest", {"digestHour": 23}, "done")
    assert browser.ask(PERSON)["viewer"]["person"] == {"digest": "DAILY", "digestHour": 23}
    for wrong in ({"digest": None}, {"digestHour": None}, {"digestHour": 24}):
        assert browser.refused("setDigest", wrong, "done") in {"VALUE_REQUIRED", "NUMBER_OUT_OF_RANGE"}
    assert browser.ask(PERSON)["viewer"]["person"] == {"digest": "DAILY", "digestHour": 23}
    assert Browser(cast.hub).refused("setDigest", {"digest": "DAILY"}, "done") == "SIGN_IN_REQUIRED"
    payload = cast.hub.deed("setDigest", {"digest": "NEVER"}, "done", cast.token)
    assert [error["code"] for error in payload["errors"]] == ["PERSON_REQUIRED"]


# -- what ------------------------------------------------------------------------------------------


def test_one_letter_tells_all_in_the_language_of_the_reader(cast: Cast) -> None:
    (_, persian), (_, english) = cast.person(), cast.person(**ENGLISH)
    lesson = cast.lesson()
    assert cast.look() == Counter()
    cast.week_later()
    assert cast.look()["sent"] == 2
    (fa,), (en,) = cast.postman.to(persian), cast.postman.to(english)

    assert (fa["content-language"], fa["subject"]) == ("fa", "کانون تجربه: ۱ خبر تازه، ۰ کار مانده")
    told = text_of(fa)
    assert "• انتشار درس‌آموخته: «نخست گوش بدهید»، از سوی انجمن بافندگان" in told
    assert "این خبر را می‌گیرید چون «بافندگی» را دنبال می‌کنید." in told
    assert f"{ADDRESS}/lessons/{lesson['id']}" in told
    assert '<html lang="fa" dir="rtl">' in html_of(fa)

    assert (en["content-language"], en["subject"]) == ("en", "Knowledge hub: 1 new, 0 waiting")
    told = text_of(en)
    assert "• Lesson published: “نخست گوش بدهید”, by Weavers" in told
    assert "You are told because you follow “بافندگی”." in told
    assert f"{ADDRESS}/en/lessons/{lesson['id']}" in told
    for letter in (fa, en):
        assert letter.get_content_type() == "multipart/alternative"
        assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]
        page = html_of(letter)
        assert not any(word in page for word in ("<img", "src=", "http-equiv", "<script", "url("))
        assert letter["auto-submitted"] == "auto-generated"
    assert cast.look() == Counter()
    cast.week_later()
    assert cast.look()["sent"] == 0
    assert len(cast.postman.letters) == 2


def test_a_name_is_text_wherever_it_stands(cast: Cast) -> None:
    _, mail = cast.person()
    cast.lesson(statement='<img src="https://elsewhere.example/x.png"> & «گوش»')
    cast.week_later()
    cast.look()
    (letter,) = cast.postman.to(mail)
    assert "<img" not in html_of(letter)
    assert "&lt;img src=&quot;" in html_of(letter)
    assert '<img src="https://elsewhere.example/x.png">' in text_of(letter)


def test_what_was_withdrawn_or_anonymized_meanwhile_is_not_told(cast: Cast) -> None:
    _, mail = cast.person(**ENGLISH)
    withdrawn = cast.lesson(statement="withdrawn since")
    cast.hub.done("withdrawLesson", withdrawn, "lesson { id }", cast.other_token)
    given = {"title": "anonymized since", "outcome": "FAILURE", "happened": "شرح", "visibility": "PUBLIC"}
    made = cast.hub.done(
        "createExperience", {**given, "topicIds": [cast.topic]}, "experience { id version }", cast.other_token
    )
    made = cast.hub.done("publishExperience", made, "experience { id version }", cast.other_token)
    hidden = {**made, "visibility": "ANONYMIZED"}
    cast.hub.done("editExperience", hidden, "experience { id version }", cast.other_token)
    cast.week_later()
    assert cast.look()["sent"] == 0
    kept = cast.lesson(statement="kept")
    cast.week_later()
    cast.look()
    (letter,) = cast.postman.to(mail)
    told = text_of(letter) + html_of(letter)
    assert "kept" in told
    assert kept["id"] in told
    for hidden_ in ("withdrawn since", "anonymized since", withdrawn["id"], made["id"]):
        assert hidden_ not in told


def test_whoever_may_not_read_any_more_is_mailed_nothing(cast: Cast) -> None:
    left, leaver = cast.person()
    gone, deleted = cast.person()
    _, disabled = cast.person()
    never, silent = cast.person()
    _, stays = cast.person()
    cast.lesson()
    left.done("leaveOrganization", {"organizationId": cast.id}, "done")
    gone.done("deleteAccount", {"mail": deleted}, "done")
    never.done("setDigest", {"digest": "NEVER"}, "done")
    (row,) = cast.hub.cypher(
        "MATCH (a:Account {mail: $mail})-[:OF]->(p:Person) RETURN p.id AS id", mail=disabled
    )
    cast.hub.deed("disableAccount", {"personId": row["id"]}, "done", cast.hub.admin)
    cast.week_later()
    cast.look()
    assert [letter["to"] for letter in cast.postman.letters] == [stays]
    assert {leaver, deleted, disabled, silent}.isdisjoint({letter["to"] for letter in cast.postman.letters})


def test_what_waits_is_in_the_letter_and_makes_one_when_it_is_new_or_due(cast: Cast) -> None:
    browser, mail = cast.person(**ENGLISH)
    reader, other = cast.person(right="MEMBER")
    browser.done(
        "unfollow", {"id": browser.ask("{ viewer { follows { id } } }")["viewer"]["follows"][0]["id"]}, "done"
    )
    cast.hub.cypher(
        "MATCH (o:Organization {id: $id}) CREATE (t:Token {id: 'tok_waits', role: 'MEMBER', hash: 'waits',"
        " scopes: [], createdAt: $now, expiresAt: $end})-[:ACTS_FOR]->(o)",
        id=cast.id,
        now=cast.now(),
        end=cast.now() + timedelta(days=20),
    )
    cast.hub.done("createLesson", LESSON, "lesson { id }", cast.token)  # A draft is no reminder.
    try:
        cast.week_later()
        cast.look()
        (letter,) = cast.postman.to(mail)
        # Of the draft no more is said than the desk counts.
        assert letter["subject"] == "Knowledge hub: 0 new, 2 waiting"
        assert "Waits for Storekeepers:\n• Token (due on " in text_of(letter)
        assert "\n\nOn your desk:\n• 1 more. See all that waits there." in text_of(letter)
        assert cast.postman.to(other) == []
        cast.postman.letters.clear()
        cast.week_later()
        cast.look()
        assert len(cast.postman.to(mail)) == 1  # Its day comes within the week.
    finally:
        cast.hub.cypher("MATCH (t:Token {id: 'tok_waits'}) DETACH DELETE t")
    cast.week_later()
    cast.look()
    assert len(cast.postman.to(mail)) == 1
    assert reader.ask(PERSON)


def test_an_operator_sees_what_somebody_would_be_mailed_and_sends_nothing(cast: Cast) -> None:
    browser, mail = cast.person(**ENGLISH)
    cast.lesson()
    said = beside(cast.hub, "digest", "preview", mail, HUB_ADDRESS="https://hub.example.ir")
    assert said.stderr == ""
    assert "https://hub.example.ir/en/lessons/" in said.stdout
    # Whoever looks at it is not whom it is for: its links end nothing.
    (row,) = cast.hub.cypher("MATCH (a:Account {mail: $mail}) RETURN a.letterKey AS key", mail=mail)
    assert row["key"] is None
    ends = re.findall(r"https://hub\.example\.ir(/unsubscribe/\S+)", said.stdout)
    assert len(ends) == 2
    assert {httpx.get(f"{cast.hub.address}{path}").status_code for path in ends} == {404}
    guessed = beside(cast.hub, "digest", "preview", mail)
    assert guessed.stderr.startswith("Links lead to http://localhost:8000, as no hub runs here")
    told = said.stdout
    assert re.match(r"Knowledge hub: 1 new, \d waiting\n\nWhat is new at the knowledge hub for you", told)
    assert "• Lesson published: “نخست گوش بدهید”, by Weavers" in told
    assert '<html lang="en" dir="ltr">' in beside(cast.hub, "digest", "preview", mail, "--html").stdout
    assert cast.postman.letters == []
    cast.week_later()
    assert cast.look()["sent"] == 1
    again = beside(cast.hub, "digest", "preview", mail, HUB_ADDRESS="https://hub.example.ir")
    assert again.stdout == ""
    nothing = f"Nothing would be sent to {mail} now: nothing is new for them, or they get no letters.\n"
    assert again.stderr == nothing
    cast.lesson()
    browser.done("setDigest", {"digest": "NEVER"}, "done")
    never = beside(cast.hub, "digest", "preview", mail, HUB_ADDRESS="https://hub.example.ir")
    assert (never.stdout, never.stderr) == ("", nothing)


def test_an_application_says_who_applies_and_leads_to_its_page(cast: Cast) -> None:
    _, mail = cast.person(**ENGLISH)
    hub, one = cast.hub, "membershipApplication { id version }"
    given = {"level": "NATIONAL", "nameFa": "شبکهٔ ملی کار", "purpose": "از هم بیاموزیم."}
    network = hub.done("createNetwork", given, "network { id version }", cast.token)
    hub.done("beginFounding", network, "network { id }", cast.token)
    asked = {"networkId": network["id"], "kind": "FULL", "statement": "می‌خواهیم بیاموزیم."}
    asked |= {"documents": [{"title": "اساسنامه"}]}
    draft = hub.done("draftApplication", asked, one, cast.other_token)
    hub.done("submitApplication", draft, one, cast.other_token)
    cast.week_later()
    cast.look()
    (letter,) = cast.postman.to(mail)
    assert "• Application: “شبکهٔ ملی کار”, by Weavers" in text_of(letter)
    assert f"{ADDRESS}/en/applications/{draft['id']}" in text_of(letter)


def test_a_review_leads_to_what_is_reviewed_on_whichever_hour_it_came(cast: Cast) -> None:
    browser, mail = cast.person(right="MEMBER")
    (row,) = cast.hub.cypher("MATCH (a:Account {mail: $mail})-[:OF]->(p:Person) RETURN p.id AS id", mail=mail)
    given = {"personId": row["id"], "role": "REVIEWER", "topicIds": [cast.topic]}
    cast.hub.done("appoint", given, "appointment { id }", cast.hub.admin)
    cast.week_later()
    cast.look()
    cast.postman.letters.clear()
    lesson = cast.lesson(topicIds=[cast.topic], visibility="MEMBERS")
    review = cast.hub.done("submitForReview", {"reviewedId": lesson["id"]}, "review { id }", cast.other_token)
    unfollow = browser.ask("{ viewer { follows { id } } }")["viewer"]["follows"]
    for one in unfollow:
        browser.done("unfollow", one, "done")
    # It came later on the day of the letter before.
    cast.hub.cypher(
        "MATCH (a:Account {mail: $mail}) MATCH (r:Review {id: $id}) SET r.updatedAt ="
        " datetime.truncate('day', a.digestAt) + duration('PT23H')",
        mail=mail,
        id=review["id"],
    )
    cast.week_later()
    cast.look()
    (letter,) = cast.postman.to(mail)
    told = text_of(letter)
    assert "در انتظار شما:\n• بازبینی: «نخست گوش بدهید»" in told
    assert f"{ADDRESS}/lessons/{lesson['id']}" in told
    cast.postman.letters.clear()
    cast.week_later()
    cast.look()
    assert cast.postman.to(mail) == []


def test_a_member_reads_in_the_subject_what_the_desk_counts(cast: Cast) -> None:
    reader, mail = cast.person(right="MEMBER", **ENGLISH)
    given = {"toId": cast.id, "kind": "FUNDS"}
    cast.hub.done("declareTie", given, "tieClaim { id }", cast.other_token)
    cast.lesson()
    cast.week_later()
    cast.look()
    (letter,) = cast.postman.to(mail)
    count = reader.ask("{ viewer { waitingCount } }")["viewer"]["waitingCount"]
    assert count > 0
    assert letter["subject"] == f"Knowledge hub: 1 new, {count} waiting"
    assert f"On your desk:\n• {count} to do. See all that waits there.\n  {ADDRESS}/en/desk" in text_of(
        letter
    )
    assert "Waits for Storekeepers" not in text_of(letter)


def test_of_two_reasons_each_is_said_once_in_one_sentence(cast: Cast) -> None:
    browser, mail = cast.person(**ENGLISH)
    given = {"toId": cast.other, "kind": "FUNDS"}
    tie = browser.write("declareTie", given, "tieClaim { id version }")["tieClaim"]
    browser.done("follow", {"id": cast.other}, "id")
    cast.hub.done("confirmTie", tie, "tieClaim { id }", cast.other_token)
    cast.week_later()
    cast.look()
    told = text_of(cast.postman.to(mail)[0])
    assert (
        "You are told because you follow “Weavers”, and because you or your organization had a part in it."
        in told
    )


# -- once ------------------------------------------------------------------------------------------


def test_two_processes_send_one_letter_each(cast: Cast) -> None:
    mails = [cast.person()[1] for _ in range(3)]
    cast.lesson()
    cast.week_later()

    async def both(digests: Digests) -> None:
        server = cast.hub.neo4j
        async with Database(server.uri, server.user, server.password).opened() as database:
            await asyncio.gather(digests.look(), cast.digests(database).look())

    cast.writing(both)
    assert sorted(letter["to"] for letter in cast.postman.letters) == sorted(mails)


def test_a_letter_that_was_under_way_as_its_process_died_comes_again_as_the_same_letter(cast: Cast) -> None:
    _, mail = cast.person()
    cast.lesson()
    cast.week_later()
    cast.postman.taken.clear()

    async def killed(digests: Digests) -> None:
        looking = asyncio.create_task(digests.look())
        await asyncio.to_thread(cast.postman.taken.wait)
        looking.cancel()  # Before it has heard that the letter was taken: nothing is noted.
        await asyncio.wait([looking])

    cast.writing(killed)
    assert cast.look()["sent"] == 0
    cast.ahead += timedelta(minutes=6)
    cast.look()
    letters = cast.postman.to(mail)
    assert len({letter["message-id"] for letter in letters}) == 1
    assert len(letters) == 2
    cast.ahead += timedelta(minutes=6)
    assert cast.look()["sent"] == 0


def test_while_the_mail_server_takes_nothing_it_is_tried_again_and_nothing_is_lost(cast: Cast) -> None:
    _, mail = cast.person()
    cast.lesson(statement="first")
    cast.week_later()
    cast.postman.refusing = True
    tries = cast.postman.tries
    assert cast.look() == Counter(failed=1)
    assert cast.look() == Counter()
    cast.ahead += timedelta(minutes=6)
    assert cast.look() == Counter(failed=1)
    assert cast.postman.tries - tries == 2
    cast.lesson(statement="second")
    cast.postman.refusing = False
    cast.week_later()
    assert cast.look()["sent"] == 1
    (letter,) = cast.postman.to(mail)
    assert all(f"«{name}»" in text_of(letter) for name in ("first", "second"))


# -- how they end ----------------------------------------------------------------------------------


def test_one_click_ends_them_without_signing_in_and_looking_at_the_link_does_not(cast: Cast) -> None:
    browser, mail = cast.person()
    cast.lesson()
    cast.week_later()
    cast.look()
    (letter,) = cast.postman.to(mail)
    assert letter["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
    assert f"\r\nList-Unsubscribe: <{ADDRESS}/unsubscribe/".encode() in cast.postman.raw[-1].replace(
        b":\r\n <", b": <"
    )
    link = letter["list-unsubscribe"].strip(" <>")
    assert link in text_of(letter)
    path = link.removeprefix(ADDRESS)

    alone = httpx.Client(base_url=cast.hub.address)
    asked = alone.get(path, headers={"accept-language": "fa"})
    assert (asked.status_code, asked.headers["content-language"]) == (200, "fa")
    assert '<form method="post">' in asked.text
    assert "form-action 'self'" in asked.headers["content-security-policy"]
    assert browser.ask(PERSON)["viewer"]["person"]["digest"] == "WEEKLY"
    assert alone.post(f"{path}x").status_code == 404

    (kept,) = cast.hub.cypher("MATCH (a:Account {mail: $mail}) RETURN properties(a) AS all", mail=mail)
    key = path.rpartition("/")[2]
    assert key not in str(kept["all"])
    assert alone.get(f"/unsubscribe/{kept['all']['letterKeyHash']}").status_code == 404
    assert alone.get(f"/unsubscribe/{kept['all']['letterKey']}").status_code == 404

    done = alone.post(
        path, data={"List-Unsubscribe": "One-Click"}, headers={"origin": "https://mail.example"}
    )
    assert done.status_code == 200
    assert "set-cookie" not in done.headers
    assert browser.ask(PERSON)["viewer"]["person"]["digest"] == "NEVER"
    assert alone.post(path, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    alone.close()
    assert cast.hub.cypher(NOTED, what="unsubscribe") == [{"count": 2}]
    cast.lesson()
    cast.week_later()
    cast.look()
    assert len(cast.postman.to(mail)) == 1

    browser.done("setDigest", {"digest": "WEEKLY"}, "done")
    cast.week_later()
    assert cast.look()["sent"] == 0  # What happened while nothing was to be mailed is not mailed later.


def test_links_end_alike_in_every_letter_as_long_as_the_key_of_the_hub_opens_them(cast: Cast) -> None:
    _, mail = cast.person()
    links = []
    old, new = "the first key of thirty-two letters", "another key of thirty-two letters"
    lost = "a third key that opens none of those"
    for cast.secrets in ((), (old,), (new, old), (new,), (lost,)):
        cast.lesson()
        cast.week_later()
        cast.look()
        links.append(cast.postman.to(mail)[-1]["list-unsubscribe"].strip(" <>").removeprefix(ADDRESS))
        cast.hub.run(lambda database: seal(database, Seals(Settings(secret=cast.secrets))))
    cast.secrets = (KEY,)
    assert links[0] == links[1] == links[2] == links[3] != links[4]
    with httpx.Client(base_url=cast.hub.address) as alone:
        assert [alone.get(link).status_code for link in links[3:]] == [404, 200]


def test_every_reason_can_be_ended_by_its_link(cast: Cast) -> None:
    browser, mail = cast.person(**ENGLISH)
    cast.lesson()
    cast.week_later()
    cast.look()
    (letter,) = cast.postman.to(mail)
    (follow,) = browser.ask("{ viewer { follows { id } } }")["viewer"]["follows"]
    link = f"{letter['list-unsubscribe'].strip(' <>')}/{follow['id']}"
    assert f"• “بافندگی”\n  {link}" in text_of(letter)
    path = link.removeprefix(ADDRESS)
    with httpx.Client(base_url=cast.hub.address, headers={"accept-language": "en"}) as alone:
        assert "<form" in alone.get(path).text
        assert browser.ask("{ viewer { follows { id } } }")["viewer"]["follows"] == [follow]
        assert alone.post(path).status_code == 200
        assert alone.post(path).status_code == 200  # A link that was followed twice has done what it says.
    assert browser.ask("{ viewer { follows { id } } }")["viewer"]["follows"] == []
    assert browser.ask(PERSON)["viewer"]["person"]["digest"] == "WEEKLY"
    assert cast.hub.cypher(NOTED, what="unfollow") == [{"count": 0}]
