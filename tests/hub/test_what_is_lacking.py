"""A person who is signed in and may not write is told what they lack, and what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.browser import Browser, Mailbox, joined
from tests.conftest import Neo4j
from tests.running import Hub, own_hub

TOLD = {"title": "کلاس", "outcome": "SUCCESS", "happened": "شد."}
MET = {"wording": 1, "evidence": "MET", "applicability": "MET", "clarity": "MET"}
ME = "{ viewer { person { id } waiting { kind record { ... on Node { id } } } } }"
TOKEN = {"label": "آمار", "scopes": ["PUBLISH"]}


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Mailbox:
    return Mailbox(tmp_path_factory.mktemp("state") / "mail")


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j, mailbox: Mailbox) -> Iterator[Hub]:
    with own_hub(neo4j_server, HUB_STATE_DIR=str(mailbox.folder.parent)) as made:
        yield made


@dataclass(frozen=True)
class Cast:
    """An organization with an editor and a member who only reads."""

    organization: str
    editor: Browser
    member: Browser


@pytest.fixture(scope="module")
def cast(hub: Hub, mailbox: Mailbox) -> Cast:
    organization = hub.organization("انجمن کار نو")
    editor = joined(hub, mailbox, organization, "editor@example.ir")
    return Cast(organization, editor, joined(hub, mailbox, organization, "member@example.ir", "MEMBER"))


def me(browser: Browser) -> str:
    return str(browser.ask(ME)["viewer"]["person"]["id"])


def written(browser: Browser, **headers: str) -> list[dict[str, Any]]:
    """The errors of writing an experience."""
    document = "mutation($input: CreateExperienceInput!) { createExperience(input: $input) { errors { code message path } } }"
    return list(browser.ask(document, {"input": TOLD}, **headers)["createExperience"]["errors"])


def test_who_only_reads_for_an_organization_is_sent_to_its_editors(hub: Hub, cast: Cast) -> None:
    before = hub.count()
    (error,) = written(cast.member)
    assert (error["code"], error["path"]) == ("EDITOR_REQUIRED", [])
    assert "its editors write" in error["message"]
    (error,) = written(cast.member, accept_language="fa")
    assert "ویرایشگران" in error["message"]
    assert "توکن" not in error["message"]
    (error,) = cast.member.deed("createToken", TOKEN)["errors"]
    assert error["code"] == "NOT_ALLOWED"
    assert "the editors of your organization" in error["message"]
    assert hub.count() == before


def test_who_has_no_office_is_told_to_be_invited(hub: Hub, mailbox: Mailbox) -> None:
    elsewhere = hub.organization("بنیاد پیوند")
    left = joined(hub, mailbox, elsewhere, "left@example.ir")
    assert left.done("leaveOrganization", {"organizationId": elsewhere}, "done tokensEnded") == {
        "done": True,
        "tokensEnded": 0,
        "errors": [],
    }
    (error,) = written(left)
    assert error["code"] == "NO_ORGANIZATION"
    assert "signed in" in error["message"]
    # Who is not signed in is told to sign in, as before.
    (error,) = written(Browser(hub))
    assert error["code"] == "SIGN_IN_REQUIRED"


def test_an_administrator_without_a_second_factor_is_told_to_set_one_up(
    hub: Hub, cast: Cast, mailbox: Mailbox
) -> None:
    elsewhere = hub.organization("دبیرخانه")
    keeper = joined(hub, mailbox, elsewhere, "keeper@example.ir")
    given = {"personId": me(keeper), "role": "ADMINISTRATOR"}
    hub.done("appoint", given, "appointment { id }", hub.admin)
    appoint = {"personId": me(cast.member), "role": "REVIEWER"}
    payload = keeper.write("appoint", appoint, "appointment { id }")
    assert payload["errors"] == [{"code": "SECOND_FACTOR_NOT_BEGUN"}]
    keeper.done("leaveOrganization", {"organizationId": elsewhere}, "done")
    assert [error["code"] for error in written(keeper)] == ["SECOND_FACTOR_NOT_BEGUN"]


def test_a_reviewer_who_only_reads_for_their_own_organization_reviews(hub: Hub, cast: Cast) -> None:
    hub.done("appoint", {"personId": me(cast.member), "role": "REVIEWER"}, "appointment { id }", hub.admin)
    token = hub.member("خیریهٔ نسیم")[1]
    given = {"statement": "بسنجید", "recommendation": "بسازید.", "source": "گزارش", "visibility": "MEMBERS"}
    lesson = hub.done("createLesson", given, "lesson { id version }", token)
    hub.done("publishLesson", lesson, "lesson { id }", token)
    review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, "review { id version }", token)
    waits = cast.member.ask(ME)["viewer"]["waiting"]
    assert {"kind": "REVIEW", "record": {"id": review["id"]}} in waits
    payload = cast.member.write("validateReview", review | MET, "review { status }")
    assert payload == {"review": {"status": "VALIDATED"}, "errors": []}
    # It opens nothing else.
    assert [error["code"] for error in written(cast.member)] == ["EDITOR_REQUIRED"]


def test_a_token_ends_with_the_last_editor_of_its_organization(hub: Hub, mailbox: Mailbox) -> None:
    organization = hub.organization("کارگاه مهرگان")
    first = joined(hub, mailbox, organization, "first@example.ir")
    last = joined(hub, mailbox, organization, "last@example.ir")
    joined(hub, mailbox, organization, "reader@example.ir", "MEMBER")
    made = first.done("createToken", TOKEN, "secret token { id }")
    operators = hub.token(organization)
    assert (
        first.done("leaveOrganization", {"organizationId": organization}, "tokensEnded")["tokensEnded"] == 0
    )
    hub.done("createExperience", TOLD, "experience { id }", made["secret"])
    # The other sees it on the desk; with them it ends, and what the operator has made does not.
    assert "TOKEN" in [one["kind"] for one in last.ask(ME)["viewer"]["waiting"]]
    assert last.done("leaveOrganization", {"organizationId": organization}, "tokensEnded")["tokensEnded"] == 1
    answer = hub.post("{ viewer { role } }", token=made["secret"]).json()
    assert answer["errors"][0]["extensions"]["code"] == "TOKEN_REVOKED"
    hub.done("createExperience", TOLD, "experience { id }", operators)


def test_a_token_ends_where_its_maker_is_made_a_member_who_reads(hub: Hub, mailbox: Mailbox) -> None:
    organization = hub.organization("انجمن فردا")
    editor = joined(hub, mailbox, organization, "alone@example.ir")
    made = editor.done("createToken", TOKEN, "secret token { id }")
    (office,) = hub.cypher(
        "MATCH (a:Affiliation)-[:AFFILIATED_WITH]->(:Organization {id: $id})"
        " RETURN a.id AS id, a.version AS version",
        id=organization,
    )
    hub.done("changeAffiliation", office | {"right": "MEMBER"}, "affiliation { id }", hub.admin)
    answer = hub.post("{ viewer { role } }", token=made["secret"]).json()
    assert "errors" in answer
