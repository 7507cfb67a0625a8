"""A trustee opens the author of an anonymized failure; the author and the administrators see that it was done."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.running import Hub

REASON = "شکایتی رسمی رسیده است و باید با نویسنده گفت‌وگو کنیم."
TOLD = "organizations { id nameFa }"
OPENINGS = "{ openings { totalCount nodes { id recordId office openedAt reason } } }"
DESK = "{ viewer { openings { recordId reason office } } }"


@dataclass(frozen=True)
class Story:
    """Who is in it, and what the author wrote."""

    author: str
    author_token: str
    reader_token: str
    trustee: str
    failure: str
    named: str
    draft: str


@pytest.fixture(scope="module")
def story(hub: Hub) -> Story:
    author, author_token = hub.member("خیریهٔ نسیم البرز")
    reader_token = hub.member("انجمن رهروان کار")[1]
    made = {}
    for visibility in ("ANONYMIZED", "MEMBERS", None):
        given = {"title": "وام بی بازارسنجی", "outcome": "FAILURE", "happened": "فروخته شد."}
        record = hub.done("createExperience", given, "experience { id version }", author_token)
        if visibility is not None:
            publish = record | {"visibility": visibility}
            record = hub.done("publishExperience", publish, "experience { id }", author_token)
        made[visibility] = record["id"]
    trustee = hub.token(None, "TRUSTEE")
    return Story(author, author_token, reader_token, trustee, made["ANONYMIZED"], made["MEMBERS"], made[None])


def opened(hub: Hub, given: dict[str, Any], token: str | None) -> dict[str, Any]:
    """The payload of the deed."""
    document = (
        "mutation($input: OpenAuthorInput!) { openAuthor(input: $input)"
        f" {{ {TOLD} errors {{ code path message }} }} }}"
    )
    payload: dict[str, Any] = hub.ask(document, {"input": given}, token)["openAuthor"]
    return payload


def refused(hub: Hub, given: dict[str, Any], token: str | None) -> tuple[str, list[str]]:
    """Why nothing was opened."""
    payload = opened(hub, given, token)
    assert payload["organizations"] is None
    (error,) = payload["errors"]
    return error["code"], error["path"]


def kept(hub: Hub) -> int:
    """How many openings there are."""
    return int(hub.cypher("MATCH (o:Opening) RETURN count(o) AS n")[0]["n"])


def test_a_trustee_reads_as_a_member_and_knows_no_author_by_that(hub: Hub, story: Story) -> None:
    query = f'{{ viewer {{ role trustee organization {{ id }} }} experience(id: "{story.failure}") {{ title publisher {{ id }} }} }}'
    told = hub.ask(query, token=story.trustee)
    assert told["viewer"] == {"role": "MEMBER", "trustee": True, "organization": None}
    assert told["experience"] == {"title": "وام بی بازارسنجی", "publisher": None}


def test_nobody_else_opens_an_author(hub: Hub, story: Story) -> None:
    given = {"id": story.failure, "reason": REASON}
    for token, code in (
        (None, "SIGN_IN_REQUIRED"),
        (story.reader_token, "NOT_ALLOWED"),
        (story.author_token, "NOT_ALLOWED"),
        (hub.token(None, "COORDINATOR"), "NOT_ALLOWED"),
        (hub.admin, "NOT_ALLOWED"),
        (hub.token(None, "TRUSTEE", ("read",)), "SCOPE_REQUIRED"),
    ):
        assert refused(hub, given, token) == (code, [])
    assert kept(hub) == 0


def test_without_a_reason_or_of_what_is_not_anonymized_nothing_is_opened(hub: Hub, story: Story) -> None:
    where = ["input", "id"]
    for given, told in (
        ({"id": story.failure, "reason": "  "}, ("TEXT_EMPTY", ["input", "reason"])),
        ({"id": story.named, "reason": REASON}, ("NOT_ANONYMIZED", where)),
        ({"id": story.draft, "reason": REASON}, ("NOT_FOUND", where)),
        ({"id": story.author, "reason": REASON}, ("NOT_FOUND", where)),
        ({"id": "exp_nowhere", "reason": REASON}, ("NOT_FOUND", where)),
    ):
        assert refused(hub, given, story.trustee) == told
    assert kept(hub) == 0


def test_the_trustee_is_told_and_the_author_and_the_administrators_see_it(hub: Hub, story: Story) -> None:
    told = opened(hub, {"id": story.failure, "reason": REASON}, story.trustee)
    assert told == {"organizations": [{"id": story.author, "nameFa": "خیریهٔ نسیم البرز"}], "errors": []}
    expected = {"recordId": story.failure, "office": "TRUSTEE", "reason": REASON}
    for token in (story.author_token, hub.admin):
        found = hub.ask(OPENINGS, token=token)["openings"]
        assert found["totalCount"] == 1
        (one,) = found["nodes"]
        assert one.pop("openedAt")
        assert one.pop("id").startswith("opn_")
        assert one == expected
    assert hub.ask(DESK, token=story.author_token)["viewer"]["openings"] == [expected]
    for token in (story.reader_token, hub.token(None, "COORDINATOR"), story.trustee, None):
        assert hub.ask(OPENINGS, token=token)["openings"] == {"totalCount": 0, "nodes": []}
        assert hub.ask(DESK, token=token)["viewer"]["openings"] == []
    # It opens nothing else: the record stays as it was, to the trustee as well.
    query = f'{{ experience(id: "{story.failure}") {{ publisher {{ id }} }} }}'
    for token in (story.trustee, hub.admin, story.reader_token):
        assert hub.ask(query, token=token)["experience"] == {"publisher": None}


def test_a_reason_that_names_the_author_is_read_by_the_author_alone(hub: Hub, story: Story) -> None:
    reason = "گمان می‌رود خیریهٔ نسیم البرز باشد."
    assert opened(hub, {"id": story.failure, "reason": reason}, story.trustee)["errors"] == []
    newest = "{ openings(first: 1) { nodes { reason } } }"
    assert hub.ask(newest, token=story.author_token)["openings"]["nodes"] == [{"reason": reason}]
    assert hub.ask(newest, token=hub.admin)["openings"]["nodes"] == [{"reason": None}]


def test_a_trustee_opens_few_authors_a_day(hub: Hub, story: Story) -> None:
    given = {"id": story.failure, "reason": REASON}
    while kept(hub) < 5:
        assert opened(hub, given, story.trustee)["errors"] == []
    assert refused(hub, given, story.trustee) == ("OPENINGS_SPENT", [])
    assert kept(hub) == 5
    hub.cypher("MATCH (o:Opening) SET o.openedAt = o.openedAt - duration('P1D')")
    assert opened(hub, given, story.trustee)["errors"] == []
