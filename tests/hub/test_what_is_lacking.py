"""A person who is signed in and may not write is told what they lack, and what to do about it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest

from tests.browser import Browser, Mailbox, joined
from tests.running import Hub

pytestmark = pytest.mark.mails

TOLD = {"title": "کلاس", "outcome": "SUCCESS", "happened": "شد."}
MET = {"wording": 1, "evidence": "MET", "applicability": "MET", "clarity": "MET"}
ME = "{ viewer { person { id } waiting { kind record { ... on Node { id } } } } }"
TOKEN = {"label": "آمار", "scopes": ["PUBLISH"]}

SAID = {"statement": "بسنجید", "recommendation": "بسازید.", "source": "گزارش", "visibility": "MEMBERS"}


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
    assert "or a coordinator of the network where it has no editor left" in error["message"]
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
    lesson = hub.done("createLesson", SAID, "lesson { id version }", token)
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


def test_who_is_no_reviewer_is_told_who_reviews(hub: Hub, mailbox: Mailbox) -> None:
    reader = joined(hub, mailbox, hub.organization("انجمن خواننده"), "no.reviewer@example.ir", "MEMBER")
    token = hub.member("خیریهٔ باران")[1]
    lesson = hub.done("createLesson", SAID, "lesson { id version }", token)
    hub.done("publishLesson", lesson, "lesson { id }", token)
    review = hub.done("submitForReview", {"reviewedId": lesson["id"]}, "review { id version }", token)
    payload = reader.write("validateReview", review | MET, "review { status }")
    assert [error["code"] for error in payload["errors"]] == ["NOT_ALLOWED"]


def test_who_leaves_is_no_stranger_to_what_was_written_while_they_were_there(
    hub: Hub, mailbox: Mailbox
) -> None:
    own = hub.organization("انجمن نویسنده")
    author = joined(hub, mailbox, own, "author@example.ir")
    joined(hub, mailbox, own, "stays@example.ir")
    hub.done("appoint", {"personId": me(author), "role": "REVIEWER"}, "appointment { id }", hub.admin)
    lesson = author.write("createLesson", SAID, "lesson { id version }")["lesson"]
    author.write("publishLesson", lesson, "lesson { id }")
    review = author.write("submitForReview", {"reviewedId": lesson["id"]}, "review { id version }")["review"]
    author.done("leaveOrganization", {"organizationId": own}, "done")
    assert {"id": review["id"]} not in [one["record"] for one in author.ask(ME)["viewer"]["waiting"]]
    payload = author.write("validateReview", review | MET, "review { status }")
    assert [error["code"] for error in payload["errors"]] == ["OWN_WORK"]
    (kept,) = hub.cypher("MATCH (r:Review {id: $id}) RETURN r.status AS status", id=review["id"])
    assert kept["status"] == "SUBMITTED"


def test_tokens_end_where_the_only_editors_left_are_disabled(hub: Hub, mailbox: Mailbox) -> None:
    organization = hub.organization("انجمن پگاه")
    thief = joined(hub, mailbox, organization, "thief@example.ir")
    other = joined(hub, mailbox, organization, "other@example.ir")
    made = thief.done("createToken", TOKEN, "secret token { id }")
    assert hub.deed("disableAccount", {"personId": me(thief)}, "done", hub.admin)["done"]
    hub.done("createExperience", TOLD, "experience { id }", made["secret"])
    assert (
        other.done("leaveOrganization", {"organizationId": organization}, "tokensEnded")["tokensEnded"] == 1
    )

    alone = joined(hub, mailbox, hub.organization("انجمن سحر"), "sole@example.ir")
    made = alone.done("createToken", TOKEN, "secret token { id }")
    assert hub.deed("disableAccount", {"personId": me(alone)}, "done", hub.admin)["done"]
    answer = hub.post("{ viewer { role } }", token=made["secret"]).json()
    assert answer["errors"][0]["extensions"]["code"] == "TOKEN_REVOKED"


@pytest.mark.parametrize("nth", range(3))
def test_of_two_last_editors_who_leave_at_once_the_second_ends_the_tokens(
    hub: Hub, mailbox: Mailbox, nth: int
) -> None:
    organization = hub.organization(f"انجمن دوگانه {nth}")
    both = [joined(hub, mailbox, organization, f"{name}{nth}@example.ir") for name in ("one", "two")]
    both[0].done("createToken", TOKEN, "secret")
    given = {"organizationId": organization}
    with ThreadPoolExecutor(2) as pool:
        ended = list(
            pool.map(lambda one: one.done("leaveOrganization", given, "tokensEnded")["tokensEnded"], both)
        )
    assert sorted(ended) == [0, 1]


APPOINTED = "{ viewer { organization { id } appointments { role until topics { label } regions { id } } } }"
ERRORS = "{ errors { code message path ids } }"


def test_an_appointee_reads_what_they_are_trusted_with_also_without_an_organization(
    hub: Hub, mailbox: Mailbox
) -> None:
    elsewhere, topic = hub.organization("بنیاد بازبینان"), hub.topic("smithing", "آهنگری")
    browser = joined(hub, mailbox, elsewhere, "appointee@example.ir", "MEMBER")
    assert browser.ask(APPOINTED)["viewer"] == {"organization": {"id": elsewhere}, "appointments": []}
    for role, more in (("REVIEWER", {"topicIds": [topic]}), ("ADMINISTRATOR", {}), ("TRUSTEE", {})):
        given = {"personId": me(browser), "role": role} | more
        hub.do("appoint", given, "appointment { id }", hub.admin)  # Nobody is the last two at once.
    label = hub.ask("query($id: ID!) { topic(id: $id) { label } }", {"id": topic})["topic"]["label"]
    held = [
        {"role": "REVIEWER", "until": None, "topics": [{"label": label}], "regions": []},
        {"role": "ADMINISTRATOR", "until": None, "topics": [], "regions": []},
    ]
    assert browser.ask(APPOINTED)["viewer"]["appointments"] == held
    browser.done("leaveOrganization", {"organizationId": elsewhere}, "done")
    assert browser.ask(APPOINTED)["viewer"] == {"organization": None, "appointments": held}
    for other in (hub.admin, None):
        assert hub.ask(APPOINTED, token=other)["viewer"]["appointments"] == []
    hub.cypher("MATCH (a:Appointment {role: 'REVIEWER'}) SET a.until = date() - duration('P2D')")
    assert browser.ask(APPOINTED)["viewer"]["appointments"] == held[1:]


def test_a_refusal_says_who_may_and_no_token_is_offered_where_none_does_it(hub: Hub, cast: Cast) -> None:
    stranger = hub.member("خیریهٔ دورتر")[1]
    invite = {"organizationId": cast.organization, "mail": "somebody@example.ir", "right": "MEMBER"}
    disable = {"personId": me(cast.member)}
    for name, given, token, who in (
        ("invitePerson", invite, stranger, "an editor of that organization, a coordinator of the whole"),
        ("disableAccount", disable, stranger, "an administrator of the network."),
        ("appoint", disable | {"role": "REVIEWER"}, stranger, "Administrators."),
    ):
        document = f"mutation($input: {hub.input_of(name)}!) {{ {name}(input: $input) {ERRORS} }}"
        (error,) = hub.ask(document, {"input": given}, token)[name]["errors"]
        assert error["code"] == "NOT_ALLOWED"
        assert f"Who may: {who}" in error["message"]
    for name, given, offers in (
        ("setDigest", {"digest": "NEVER"}, False),
        ("createExperience", TOLD, True),
    ):
        document = f"mutation($input: {hub.input_of(name)}!) {{ {name}(input: $input) {ERRORS} }}"
        (error,) = hub.ask(document, {"input": given})[name]["errors"]
        assert error["code"] == "SIGN_IN_REQUIRED"
        assert ("`Authorization`" in error["message"]) is offers
        assert ("no token does this" in error["message"]) is not offers


def test_what_stands_against_it_is_given_by_its_id(hub: Hub, cast: Cast) -> None:
    own, token = hub.member("بنیاد جویندگان")
    given = {"level": "NATIONAL", "nameFa": "شبکهٔ ملی آموزش", "purpose": "از هم بیاموزیم."}
    network = hub.done("createNetwork", given, "network { id version }", hub.token(cast.organization))
    hub.done("beginFounding", network, "network { id }", hub.token(cast.organization))
    asked = {"networkId": network["id"], "kind": "FULL", "statement": "می‌خواهیم بیاموزیم."}
    asked |= {"documents": [{"title": "اساسنامه"}]}
    first = hub.done("draftApplication", asked, "membershipApplication { id }", token)
    document = f"mutation($input: DraftApplicationInput!) {{ draftApplication(input: $input) {ERRORS} }}"
    (error,) = hub.ask(document, {"input": asked}, token)["draftApplication"]["errors"]
    assert (error["code"], error["ids"]) == ("ALREADY_APPLIED", [first["id"]])
    assert own not in error["ids"]


def test_numbers_in_persian_are_written_as_persian_does(hub: Hub) -> None:
    told = hub.post("{ lessons(first: 101) { totalCount } }", language="fa").json()
    assert told["errors"][0]["message"].startswith("اندازهٔ صفحه ۱۰۱ است؛ باید از ۱ تا ۱۰۰")
    told = hub.post("{ lessons(first: 101) { totalCount } }").json()
    assert "101" in told["errors"][0]["message"]


def test_what_is_not_followed_is_told_from_what_is_not_there(hub: Hub, cast: Cast) -> None:
    token = hub.token(cast.organization)
    given = {"toId": hub.organization("بنیاد پیوند نو"), "kind": "FUNDS"}
    tie = hub.done("declareTie", given, "tieClaim { id }", token)
    for id_, code in (
        (tie["id"], "CANNOT_BE_FOLLOWED"),
        ("none_0000000000000000000000", "NOT_FOUND"),
        (tie["id"][:4] + "0" * 22, "CANNOT_BE_FOLLOWED"),
        ("les_0000000000000000000000", "NOT_FOUND"),
    ):
        payload = cast.editor.deed("follow", {"id": id_}, "id")
        (error,) = payload["errors"]
        assert (error["code"], error["path"]) == (code, ["input", "id"])
    told = cast.editor.deed("follow", {"id": tie["id"]}, "id")["errors"][0]["message"]
    assert "Topic, Region, Organization" in told


def test_another_origin_is_told_which_is_expected(hub: Hub, cast: Cast) -> None:
    other = hub.address.replace("127.0.0.1", "localhost")
    told = cast.editor.post("{ viewer { role } }", origin=other).json()["errors"][0]
    assert told["extensions"]["code"] == "CROSS_SITE"
    assert f"`Origin: {hub.address}`" in told["message"]
    foreign = Browser(hub)
    payload = foreign.deed("signIn", {"mail": "a@example.ir", "password": "x"}, "signedIn", origin=other)
    assert f"`Origin: {hub.address}`" in payload["errors"][0]["message"]
