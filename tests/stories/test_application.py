"""An organization applies and becomes a member; at every step whoever may not take it is refused, and nothing moves."""

from typing import Any

import pytest

from tests.running import Hub, today

APPLICATION = "membershipApplication { id version status }"
READ = "query($id: ID!) { membershipApplication(id: $id) { status version } }"
APPLICANT, NETWORK = "applicant", "network"
OPEN = {"SUBMITTED", "DOCUMENTS_CHECKED", "LICENCE_CHECKED"}
MOVES: dict[str, tuple[str, set[str], dict[str, Any]]] = {
    "editApplication": (APPLICANT, {"DRAFT", "RETURNED"}, {"licenceNumber": "۱۲"}),
    "submitApplication": (APPLICANT, {"DRAFT", "RETURNED"}, {}),
    "withdrawApplication": (APPLICANT, {"DRAFT", "RETURNED", *OPEN}, {}),
    "passDocuments": (NETWORK, {"SUBMITTED"}, {}),
    "passLicence": (NETWORK, {"DOCUMENTS_CHECKED"}, {}),
    "returnApplication": (NETWORK, OPEN, {"reasons": ["مجوز خوانا نیست."]}),
    "rejectApplication": (NETWORK, OPEN, {"reasons": ["در این استان کار نمی‌کند."]}),
    "acceptApplication": (NETWORK, {"LICENCE_CHECKED"}, {}),
}
"""Each move: who takes it, from which statuses, and what it takes along."""
REFUSED = {"NOT_ALLOWED", "NOT_FOUND", "WRONG_STATUS", "ALREADY_WITHDRAWN", "SIGN_IN_REQUIRED"}


class Story:
    """One application, and everybody who may come near it."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.who: dict[str, str | None] = {
            APPLICANT: hub.member("انجمن کار نو")[1],
            NETWORK: hub.member("سازمان رفاه")[1],
            "another": hub.member("خیریهٔ دیگر")[1],
            "coordinator": hub.token(None, "COORDINATOR"),
            "nobody": None,
        }
        given = {
            "level": "NATIONAL",
            "nameFa": "شبکهٔ ملی کار",
            "nameEn": "National network of work",
            "purpose": "از هم بیاموزیم.",
        }
        made = hub.done("createNetwork", given, "network { id version }", self.who[NETWORK])
        step = {"id": made["id"], "version": made["version"]}
        hub.done("beginFounding", step, "network { id }", self.who[NETWORK])
        asked = {"networkId": made["id"], "kind": "FULL", "statement": "می‌خواهیم بیاموزیم."}
        draft = {**asked, "documents": [{"title": "اساسنامه"}]}
        self.network = made["id"]
        self.at = hub.done("draftApplication", draft, APPLICATION, self.who[APPLICANT])

    def take(self, move: str, **more: Any) -> str:
        """Take a step as who takes it; the status after it."""
        by, _, given = MOVES[move]
        step = {"id": self.at["id"], "version": self.at["version"], **given, **more}
        self.at = self.hub.done(move, step, APPLICATION, self.who[by])
        return str(self.at["status"])

    def refuses_all_others(self) -> None:
        """Whoever may not take a step now is refused, and whoever may not read it is told that there is none."""
        before = self.hub.count()
        for move, (by, starts, more) in MOVES.items():
            step = {"id": self.at["id"], "version": self.at["version"], **more}
            for who, token in self.who.items():
                if who == by and self.at["status"] in starts:
                    continue
                code, _ = self.hub.refused(move, step, APPLICATION, token)
                assert code in REFUSED, (move, who, self.at["status"], code)
                if who in {"another", "coordinator"}:
                    assert code in {"NOT_FOUND", "NOT_ALLOWED"}
                if who == "nobody":
                    assert code == "SIGN_IN_REQUIRED"
        stale = {"id": self.at["id"], "version": self.at["version"] - 1}
        assert self.hub.refused("withdrawApplication", stale, APPLICATION, self.who[APPLICANT])[0] in {
            "VERSION_CHANGED",
            "WRONG_STATUS",
            "ALREADY_WITHDRAWN",
        }
        assert self.hub.count() == before
        here = {"status": self.at["status"], "version": self.at["version"]}
        read = {
            who: self.hub.ask(READ, {"id": self.at["id"]}, token)["membershipApplication"]
            for who, token in self.who.items()
        }
        sees = {APPLICANT} if self.at["status"] == "DRAFT" else {APPLICANT, NETWORK}
        assert {who for who, told in read.items() if told == here} == sees
        assert {who for who, told in read.items() if told is None} == self.who.keys() - sees

    def members(self) -> int:
        query = "query($id: ID!) { network(id: $id) { memberships { totalCount } } }"
        return int(self.hub.ask(query, {"id": self.network})["network"]["memberships"]["totalCount"])


@pytest.fixture
def story(hub: Hub) -> Story:
    return Story(hub)


def test_an_organization_becomes_a_member_with_every_refusal_on_the_way(story: Story) -> None:
    story.refuses_all_others()
    for move, status in (
        ("submitApplication", "SUBMITTED"),
        ("returnApplication", "RETURNED"),
        ("editApplication", "RETURNED"),
        ("submitApplication", "SUBMITTED"),
        ("passDocuments", "DOCUMENTS_CHECKED"),
        ("passLicence", "LICENCE_CHECKED"),
    ):
        assert story.take(move) == status
        story.refuses_all_others()
        assert story.members() == 0
    assert story.take("acceptApplication", since=str(today())) == "ACCEPTED"
    story.refuses_all_others()
    assert story.members() == 1


@pytest.mark.parametrize(
    ("last", "status"), [("rejectApplication", "REJECTED"), ("withdrawApplication", "WITHDRAWN")]
)
def test_one_that_is_rejected_or_taken_back_goes_nowhere_any_more(
    story: Story, last: str, status: str
) -> None:
    for move in ("submitApplication", "passDocuments", last):
        told = story.take(move)
    assert told == status
    story.refuses_all_others()
    assert story.members() == 0
