"""A listed organization asks to join, with a proof; a coordinator of its province decides, and can undo it."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.browser import Mailbox, token_of
from tests.people import employ
from tests.running import Hub

pytestmark = pytest.mark.mails(HUB_ANONYMITY="1")

CLAIM = "organizationClaim { id version status reason }"


@dataclass(frozen=True)
class Story:
    """The organization that is listed, its own token, and who may decide."""

    organization: str
    own: str
    other_token: str
    coordinator: str
    here: str
    elsewhere: str


@pytest.fixture(scope="module")
def story(hub: Hub) -> Story:
    fars, alborz = hub.region("IR-07", "فارس"), hub.region("IR-30", "البرز")
    other_token = hub.member("انجمن دیگر")[1]
    given = {"kind": "NGO", "nameFa": "خیریهٔ نسیم", "website": "https://www.nasim.ir", "regionIds": [fars]}
    organization = hub.done("listOrganization", given, "organization { id }", other_token)["id"]
    return Story(
        organization,
        hub.token(organization),
        other_token,
        hub.token(None, "COORDINATOR"),
        hub.token(None, "COORDINATOR", provinces=(fars,)),
        hub.token(None, "COORDINATOR", provinces=(alborz,)),
    )


def status(hub: Hub, story: Story) -> str:
    """How the organization stands, for everybody."""
    return str(
        hub.ask(f'{{ organization(id: "{story.organization}") {{ status }} }}')["organization"]["status"]
    )


def asked(story: Story, **given: Any) -> dict[str, Any]:
    """A claim by mail at its web domain."""
    base = {
        "organizationId": story.organization,
        "office": "مدیرعامل",
        "proof": "MAIL",
        "mail": "info@nasim.ir",
    }
    return base | given


def test_a_claim_without_a_proof_is_none(hub: Hub, story: Story) -> None:
    before = hub.count()
    for given, token, told in (
        (asked(story), None, ("SIGN_IN_REQUIRED", [])),
        (asked(story, mail=None), story.own, ("PROOF_NEEDED", ["input", "mail"])),
        (asked(story, mail="nasim@gmail.com"), story.own, ("MAIL_OF_ANOTHER_DOMAIN", ["input", "mail"])),
        (asked(story, mail="a@notnasim.ir"), story.own, ("MAIL_OF_ANOTHER_DOMAIN", ["input", "mail"])),
        (asked(story, mail="@nasim.ir"), story.own, ("MAIL_OF_ANOTHER_DOMAIN", ["input", "mail"])),
        (asked(story, proof="DOCUMENT"), story.own, ("PROOF_NEEDED", ["input", "document"])),
        (asked(story, organizationId="org_nowhere"), story.own, ("NOT_FOUND", ["input", "organizationId"])),
    ):
        assert hub.refused("claimOrganization", given, CLAIM, token) == told
    assert hub.count() == before
    assert status(hub, story) == "LISTED"


def test_a_claim_waits_for_a_coordinator_and_changes_nothing_by_itself(hub: Hub, story: Story) -> None:
    made = hub.done("claimOrganization", asked(story), CLAIM, story.own)
    assert (made["status"], status(hub, story)) == ("SUBMITTED", "LISTED")
    again = hub.refused("claimOrganization", asked(story), CLAIM, story.own)
    assert again == ("CLAIM_EXISTS", ["input", "organizationId"])
    query = "{ organizationClaims { nodes { id mail } } }"
    mine = [{"id": made["id"], "mail": "info@nasim.ir"}]
    for token in (story.own, story.coordinator, story.here, hub.admin):
        assert hub.ask(query, token=token)["organizationClaims"]["nodes"] == mine
    for token in (story.other_token, None):
        assert hub.ask(query, token=token)["organizationClaims"]["nodes"] == []
    decide = {"id": made["id"], "version": 1, "reason": "نامه به نشانی رسید."}
    for token, code in (
        (None, "SIGN_IN_REQUIRED"),
        (story.own, "NOT_ALLOWED"),
        (story.other_token, "NOT_FOUND"),
        (story.elsewhere, "PROVINCE_OF_OTHERS"),
        (hub.token(story.organization, "COORDINATOR"), "NOT_ALLOWED"),
    ):
        for mutation in ("acceptOrganizationClaim", "rejectOrganizationClaim", "undoOrganizationClaim"):
            assert hub.refused(mutation, decide, CLAIM, token)[0] == code
    blank = decide | {"reason": " "}
    assert hub.refused("rejectOrganizationClaim", blank, CLAIM, story.here)[0] == "TEXT_EMPTY"
    assert status(hub, story) == "LISTED"
    told = hub.done("rejectOrganizationClaim", decide | {"reason": "پاسخی نیامد."}, CLAIM, story.here)
    assert (told["status"], told["reason"]) == ("REJECTED", "پاسخی نیامد.")
    assert status(hub, story) == "LISTED"


def refused(hub: Hub, name: str, given: dict[str, Any], token: str | None) -> str:
    """The code of a deed that is not done."""
    payload = hub.deed(name, given, "done", token)
    assert payload["done"] is None
    (error,) = payload["errors"]
    return str(error["code"])


def test_the_mail_is_confirmed_by_whoever_reads_it(hub: Hub, story: Story, mailbox: Mailbox) -> None:
    first = hub.done("claimOrganization", asked(story), CLAIM, story.own)
    accept = {"id": first["id"], "version": 1, "reason": "پاسخ آمد."}
    assert hub.refused("acceptOrganizationClaim", accept, CLAIM, story.here)[0] == "MAIL_NOT_CONFIRMED"
    for token, code in (
        (None, "SIGN_IN_REQUIRED"),
        (story.other_token, "NOT_FOUND"),
        (story.here, "NOT_ALLOWED"),
    ):
        assert refused(hub, "mailOrganizationClaim", {"id": first["id"]}, token) == code
    assert mailbox.unread() == []
    assert hub.deed("mailOrganizationClaim", {"id": first["id"]}, "done", story.own)["errors"] == []
    old = mailbox.next()
    assert old["to"] == "info@nasim.ir"
    assert hub.deed("mailOrganizationClaim", {"id": first["id"]}, "done", story.own)["errors"] == []
    letter = mailbox.next()
    for wrong in (token_of(old), "nothing"):
        assert refused(hub, "confirmOrganizationClaim", {"token": wrong}, None) == "LINK_WRONG"
    found = {"token": token_of(letter)}
    hub.cypher(
        "MATCH (c:OrganizationClaim {id: $id}) SET c.mailUntil = c.mailUntil - duration('P4D')",
        id=first["id"],
    )
    assert refused(hub, "confirmOrganizationClaim", found, None) == "LINK_EXPIRED"
    hub.cypher(
        "MATCH (c:OrganizationClaim {id: $id}) SET c.mailUntil = c.mailUntil + duration('P4D')",
        id=first["id"],
    )
    query = f'{{ organizationClaim(id: "{first["id"]}") {{ mailConfirmedAt version }} }}'
    assert hub.ask(query, token=story.here)["organizationClaim"] == {"mailConfirmedAt": None, "version": 3}
    assert hub.deed("confirmOrganizationClaim", found, "done", None)["errors"] == []
    assert refused(hub, "confirmOrganizationClaim", found, None) == "LINK_WRONG"
    told = hub.ask(query, token=story.here)["organizationClaim"]
    assert (told["mailConfirmedAt"] is None, told["version"]) == (False, 4)
    assert status(hub, story) == "LISTED"


def test_a_coordinator_of_the_province_accepts_and_one_of_the_country_undoes(hub: Hub, story: Story) -> None:
    (first,) = hub.ask(
        "{ organizationClaims(filter: {status: {eq: SUBMITTED}}) { nodes { id version } } }", token=story.own
    )["organizationClaims"]["nodes"]
    paper = asked(story, proof="DOCUMENT", mail=None, document="نامهٔ هیئت‌مدیره، نزد دبیرخانه")
    second = hub.done("claimOrganization", paper, CLAIM, story.other_token)
    accept = first | {"reason": "نامه به نشانی رسید و پاسخ آمد."}
    assert hub.done("acceptOrganizationClaim", accept, CLAIM, story.here)["status"] == "ACCEPTED"
    assert status(hub, story) == "MEMBER"
    late = {"id": second["id"], "version": 1, "reason": "هم."}
    assert hub.refused("acceptOrganizationClaim", late, CLAIM, story.coordinator)[0] == "ALREADY_CLAIMED"
    assert hub.refused("claimOrganization", asked(story), CLAIM, story.other_token)[0] == "ALREADY_CLAIMED"
    lesson = {"statement": "بسنجید", "recommendation": "چنین.", "source": "گزارش"}
    written = hub.done("createLesson", lesson, "lesson { id version }", story.own)
    hub.done("publishLesson", written | {"visibility": "PUBLIC"}, "lesson { id }", story.own)
    affiliation = hub.run(lambda database: employ(database, story.organization, "کسی دیگر"))[1]
    undo = {"id": first["id"], "version": 5, "reason": "نامه از کسی دیگر بود."}
    assert hub.done("undoOrganizationClaim", undo, CLAIM, story.coordinator)["status"] == "UNDONE"
    assert status(hub, story) == "LISTED"
    # Nobody acts for it from the next request on; what it wrote stays, as does its history.
    answer = hub.post("{ viewer { role } }", {}, story.own)
    assert answer.status_code == 401
    (row,) = hub.cypher("MATCH (a:Affiliation {id: $id}) RETURN a.status AS status", id=affiliation)
    assert row == {"status": "ENDED"}
    query = f'{{ lesson(id: "{written["id"]}") {{ status publisher {{ id }} }} }}'
    assert hub.ask(query)["lesson"] == {"status": "PUBLISHED", "publisher": {"id": story.organization}}
    kinds = hub.cypher(
        "MATCH (e:Event)-[:SUBJECT]->({id: $id}) RETURN e.kind AS kind ORDER BY e.sequence",
        id=story.organization,
    )
    assert [row["kind"] for row in kinds] == [
        "ORGANIZATION_LISTED",
        "ORGANIZATION_CLAIMED",
        "ORGANIZATION_UNCLAIMED",
    ]
    # The other claim can be accepted now.
    assert hub.done("acceptOrganizationClaim", late, CLAIM, story.coordinator)["status"] == "ACCEPTED"
    assert status(hub, story) == "MEMBER"
