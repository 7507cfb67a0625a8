"""Whoever sends or signs something that others decide on is told what they decide, though they follow nothing."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.browser import Browser, Mailbox, joined
from tests.hub.commands import beside
from tests.people import reviewer
from tests.running import Hub

pytestmark = pytest.mark.mails(HUB_ANONYMITY="1")

NEWS = """{ notifications(first: 50) { nodes {
  event { kind subject { ... on Node { id } } } reasons { own follow { id } savedSearch { id } } } } }"""
APPLICATION = "membershipApplication { id version }"


@dataclass
class Story:
    """An editor, a colleague who only reads, another organization's editor, and a network's secretariat."""

    hub: Hub
    editor: Browser
    member: Browser
    stranger: Browser
    own: str
    secretariat: str
    network: dict[str, Any] = field(default_factory=dict)

    def write(self, mutation: str, given: dict[str, Any], wanted: str) -> dict[str, Any]:
        """What the editor writes."""
        payload = self.editor.write(mutation, given, wanted)
        assert payload["errors"] == [], payload["errors"]
        return dict(payload[wanted.split(maxsplit=1)[0]])


@pytest.fixture(scope="module")
def story(hub: Hub, mailbox: Mailbox) -> Story:
    own = hub.organization("انجمن کار نو")
    editor = joined(hub, mailbox, own, "editor@example.ir")
    member = joined(hub, mailbox, own, "member@example.ir", "MEMBER")
    stranger = joined(hub, mailbox, hub.organization("خیریهٔ دیگر"), "stranger@example.ir")
    secretariat = hub.member("سازمان رفاه")[1]
    given = {"level": "NATIONAL", "nameFa": "شبکهٔ ملی کار", "purpose": "از هم بیاموزیم."}
    made = hub.done("createNetwork", given, "network { id version }", secretariat)
    network = hub.done("beginFounding", made, "network { id version }", secretariat)
    return Story(hub, editor, member, stranger, own, secretariat, network)


def told(browser: Browser, subject: str) -> list[str]:
    """What somebody is told about a record because it is theirs, the oldest first."""
    rows = browser.ask(NEWS)["notifications"]["nodes"]
    return [
        f"{row['event']['kind']} {reason['own']}"
        for row in reversed(rows)
        for reason in row["reasons"]
        if row["event"]["subject"] == {"id": subject} and reason["own"] is not None
    ]


def test_an_applicant_is_told_what_becomes_of_the_application(hub: Hub, story: Story) -> None:
    given = {"networkId": story.network["id"], "kind": "FULL", "statement": "می‌خواهیم بیاموزیم."}
    draft = story.write("draftApplication", {**given, "documents": [{"title": "اساسنامه"}]}, APPLICATION)
    at = story.write("submitApplication", draft, APPLICATION)
    assert told(story.editor, at["id"]) == []
    at = hub.done("returnApplication", at | {"reasons": ["ناخوانا"]}, APPLICATION, story.secretariat)
    assert told(story.editor, at["id"]) == ["APPLICATION_RETURNED BEGUN"]
    at = story.write("submitApplication", at, APPLICATION)
    for step in ("passDocuments", "passLicence", "acceptApplication"):
        at = hub.done(step, at, APPLICATION, story.secretariat)
    assert told(story.editor, at["id"]) == [
        "APPLICATION_RETURNED BEGUN",
        "DOCUMENTS_CHECKED BEGUN",
        "LICENCE_CHECKED BEGUN",
        "APPLICATION_ACCEPTED BEGUN",
    ]
    letter = beside(
        hub, "digest", "preview", "editor@example.ir", HUB_ADDRESS="https://hub.example.ir"
    ).stdout
    assert "پذیرش درخواست عضویت" in letter
    assert "این خبر را می‌گیرید چون شما یا سازمانتان در آن دستی داشته‌اید." in letter
    # Neither who only reads for it is, nor another.
    assert told(story.member, at["id"]) == told(story.stranger, at["id"]) == []


def test_what_a_token_of_the_organization_has_sent_its_editors_are_told_of(hub: Hub, story: Story) -> None:
    token, (other, other_token) = hub.token(story.own), hub.member("بنیاد پیوند")
    given = {"toId": other, "kind": "FUNDS"}
    tie = hub.done("declareTie", given, "tieClaim { id version }", token)
    hub.done("confirmTie", tie, "tieClaim { id }", other_token)
    assert told(story.editor, tie["id"]) == ["TIE_CONFIRMED BEGUN"]
    assert told(story.stranger, tie["id"]) == []


def test_an_author_is_told_of_the_review_of_a_lesson(hub: Hub, story: Story) -> None:
    given = {"statement": "بسنجید", "recommendation": "بسازید.", "source": "گزارش", "visibility": "MEMBERS"}
    lesson = hub.done("createLesson", given, "lesson { id version }", hub.token(story.own))
    hub.done("publishLesson", lesson, "lesson { id }", hub.token(story.own))
    sent = story.write("submitForReview", {"reviewedId": lesson["id"]}, "review { id version }")
    judge = reviewer(hub, hub.organization("انجمن رهروان"), "سارا نوری")[1]
    answer = sent | {"wording": 1, "evidence": "MET", "applicability": "MET", "clarity": "MET"}
    reject = answer | {"rejectionReason": "یک سال بس نیست."}
    hub.done("rejectReview", reject, "review { id }", judge)
    assert told(story.editor, sent["id"]) == ["REVIEW_REJECTED BEGUN"]
    assert told(story.stranger, sent["id"]) == []


def test_members_are_told_that_their_network_is_dissolved(hub: Hub, story: Story) -> None:
    (network,) = hub.cypher("MATCH (n:Network {id: $id}) RETURN n.version AS version", id=story.network["id"])
    given = {"id": story.network["id"], "version": network["version"], "endReason": "به هدفش رسید."}
    hub.done("dissolveNetwork", given, "network { id }", hub.admin)
    assert told(story.editor, story.network["id"]) == ["NETWORK_DISSOLVED MEMBER"]
    assert told(story.member, story.network["id"]) == ["NETWORK_DISSOLVED MEMBER"]
    assert told(story.stranger, story.network["id"]) == []


def test_an_author_whom_a_trustee_has_opened_is_told_and_finds_it_on_the_desk(hub: Hub, story: Story) -> None:
    given = {"title": "وام بی بازارسنجی", "outcome": "FAILURE", "happened": "فروخته شد."}
    made = story.write("createExperience", given, "experience { id version }")
    made = story.write("publishExperience", made | {"visibility": "ANONYMIZED"}, "experience { id }")
    reason = {"id": made["id"], "reason": "شکایتی رسمی رسیده است."}
    payload = hub.deed("openAuthor", reason, "organizations { id }", hub.token(None, "TRUSTEE"))
    assert payload["organizations"] == [{"id": story.own}]
    assert told(story.editor, made["id"]) == ["AUTHOR_OPENED AUTHOR"]
    desk = "{ viewer { waiting { kind record { ... on Node { id } } } } }"
    waits = {"kind": "OPENING", "record": {"id": made["id"]}}
    assert waits in story.editor.ask(desk)["viewer"]["waiting"]
    # Nobody else is, not after its month either, and none counts it.
    hub.cypher("MATCH (e:Event) WHERE e.untold IS NOT NULL SET e.untold = '2020-01'")
    hub.cypher("MATCH (c:Counter {name: 'events'}) SET c.month = '2020-01'")
    hub.member("برای پایان ماه")
    story.write("createExperience", given, "experience { id }")
    count = "{ events(filter: {kind: {eq: AUTHOR_OPENED}}) { totalCount } }"
    for token in (None, hub.admin, hub.token(None, "TRUSTEE"), hub.token(None, "COORDINATOR")):
        assert hub.ask(count, token=token)["events"]["totalCount"] == 0
    assert told(story.stranger, made["id"]) == []
    assert waits not in story.stranger.ask(desk)["viewer"]["waiting"]
    assert story.editor.ask(count)["events"]["totalCount"] == 1


def test_who_is_appointed_is_told_so(hub: Hub, story: Story) -> None:
    person = story.member.ask("{ viewer { person { id } } }")["viewer"]["person"]["id"]
    given = {"personId": person, "role": "REVIEWER"}
    made = hub.done("appoint", given, "appointment { id version }", hub.admin)
    assert told(story.member, made["id"]) == ["APPOINTED PERSON"]
    hub.done("endAppointment", made, "appointment { id }", hub.admin)
    assert told(story.member, made["id"]) == ["APPOINTED PERSON", "APPOINTMENT_ENDED PERSON"]
    assert told(story.stranger, made["id"]) == []
