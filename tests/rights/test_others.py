"""Deeds of sessions: refused to whom they are not given; and what is another's is answered as what was never there.

Each deed that names something by its id is asked by others' sessions with that id, and with one that nobody has:
the answers are the same, byte for byte with headers and price, nothing of the graph changes, and whose it is does it.
"""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import httpx
import pytest

from graph.model.deeds import Deed, Doer
from graph.model.doing import DEEDS
from graph.model.ids import new_id
from tests.browser import Browser, Mailbox, joined
from tests.conftest import Neo4j
from tests.hub.test_accounts import key_at
from tests.rights.test_deeds import document_of
from tests.rights.test_missing import invented, told
from tests.running import Hub, own_hub


@dataclass
class People:
    """Two organizations with an editor and a member who only reads, a coordinator and a reviewer."""

    hub: Hub
    mailbox: Mailbox
    organizations: dict[str, str]
    browsers: dict[str, Browser]
    topic: str
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def editor(self) -> Browser:
        """Whose everything is."""
        return self.browsers["editor"]


# What changes by asking alone: when a session or a token was used, and what is told of refused tries.
_EVERYTHING = """
MATCH (n) WHERE NOT n:AuditEntry AND NOT n:Counter
WITH n, [(n)-[r]->(m) WHERE NOT m:AuditEntry | type(r) + elementId(m)] AS ways
RETURN elementId(n) AS node, labels(n) AS labels, n {.*, usedAt: null, lastUsedAt: null} AS properties,
       COLLECT { UNWIND ways AS way RETURN way ORDER BY way } AS ways
ORDER BY node
"""


def everything(hub: Hub) -> list[dict[str, Any]]:
    """All that the graph holds."""
    return hub.cypher(_EVERYTHING)


@pytest.fixture(scope="module")
def people(neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[People]:
    """Who is there."""
    mailbox = Mailbox(tmp_path_factory.mktemp("state") / "mail")
    with own_hub(neo4j_server, HUB_STATE_DIR=str(mailbox.folder.parent), HUB_ANONYMITY="1") as hub:
        ids = {"editor": hub.organization("انجمن خود"), "other": hub.organization("انجمن دیگر")}
        rights = {
            "editor": (ids["editor"], "EDITOR"),
            "colleague": (ids["editor"], "MEMBER"),
            "stranger": (ids["other"], "EDITOR"),
            "reader": (ids["other"], "MEMBER"),
            "coordinator": (ids["other"], "EDITOR"),
            "reviewer": (ids["other"], "EDITOR"),
        }
        browsers = {
            who: joined(hub, mailbox, organization, f"{who}@example.ir", right)
            for who, (organization, right) in rights.items()
        }
        made = People(hub, mailbox, ids, browsers, hub.topic("water", "آب"))
        for who in ("coordinator", "reviewer"):
            person = browsers[who].ask("{ viewer { person { id } } }")["viewer"]["person"]["id"]
            hub.done("appoint", {"personId": person, "role": who.upper()}, "appointment { id }", hub.admin)
        yield made


# -- who may ---------------------------------------------------------------------------------------

REFUSED: dict[Doer, dict[str, str]] = {
    Doer.ANYBODY: {},
    Doer.PERSON: {},
    Doer.WRITER: dict.fromkeys(("colleague", "reader"), "EDITOR_REQUIRED"),
    Doer.TRUSTEE: dict.fromkeys(
        ("editor", "colleague", "stranger", "reader", "coordinator", "reviewer"), "NOT_ALLOWED"
    ),
}
"""What each who may not is told in a session, by who may."""


def test_every_doer_is_in_the_table() -> None:
    assert REFUSED.keys() == set(Doer)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_deed_is_refused_to_the_sessions_that_it_is_not_given_to(people: People, deed: Deed) -> None:
    before = everything(people.hub) if REFUSED[deed.by] else None
    for who, code in REFUSED[deed.by].items():
        answer = people.browsers[who].post(document_of(deed.name)).json()["data"][deed.name]
        assert [error["code"] for error in answer["errors"]] == [code], who
    assert before is None or everything(people.hub) == before


# -- what is another's -----------------------------------------------------------------------------

Made: TypeAlias = Callable[[People], str]
"""Something of the editor's, anew; its id."""


def _token(people: People) -> str:
    given = {"label": "سرور", "scopes": ["READ", "PUBLISH"]}
    return str(people.editor.done("createToken", given, "token { id }")["token"]["id"])


def _webhook(people: People) -> str:
    given = {"label": "سرور", "address": "https://example.org/told", "kinds": []}
    return str(people.editor.done("createWebhook", given, "webhook { id }")["webhook"]["id"])


def _session(people: People) -> str:
    another = Browser(people.hub)
    assert another.sign_in("editor@example.ir")["errors"] == []
    listed = "{ viewer { person { sessions { id current } } } }"
    sessions = another.ask(listed)["viewer"]["person"]["sessions"]
    return str(next(one["id"] for one in sessions if one["current"]))


def _invitation(people: People) -> str:
    given = {
        "organizationId": people.organizations["editor"],
        "mail": f"{secrets.token_hex(4)}@example.ir",
        "right": "MEMBER",
    }
    made = people.editor.done("invitePerson", given, "invitation { id }")["invitation"]["id"]
    people.mailbox.next()
    return str(made)


def _passkey(people: People) -> str:
    key = key_at(people.hub)
    made = key.make(people.editor.done("beginPasskey", None, "options")["options"])
    people.editor.done("addPasskey", {"credential": made, "name": "گوشی"}, "done")
    (passkey,) = people.editor.ask("{ viewer { person { passkeys { id } } } }")["viewer"]["person"][
        "passkeys"
    ]
    return str(passkey["id"])


def _follow(people: People) -> str:
    return str(people.editor.done("follow", {"id": people.topic}, "id")["id"])


def _saved_search(people: People) -> str:
    return str(people.editor.done("saveSearch", {"name": "آب", "query": "آب"}, "id")["id"])


def _draft(people: People) -> str:
    """An experience that its organization alone reads, and that nobody follows: no person has begun it."""
    given = {"title": "کارگاه", "outcome": "FAILURE", "happened": "شرح"}
    token = people.hub.token(people.organizations["editor"])
    return str(people.hub.done("createExperience", given, "experience { id }", token)["id"])


def _claim(people: People) -> str:
    listed = people.hub.organization(f"شناخته {secrets.token_hex(4)}", website="https://known.example.ir")
    people.hub.cypher("MATCH (o:Node {id: $id}) SET o.status = 'LISTED'", id=listed)
    given = {"organizationId": listed, "proof": "MAIL", "mail": "a@known.example.ir", "office": "دبیر"}
    made = people.editor.write("claimOrganization", given, "organizationClaim { id }")
    return str(made["organizationClaim"]["id"])


OTHERS = ("colleague", "stranger", "reader", "reviewer")
"""Whose nothing of it is. The colleague only reads for the same organization."""
EDITORS = ("stranger", "coordinator", "reviewer")
"""Those of other organizations who write."""

NAMED: dict[str, tuple[Made, tuple[str, ...], dict[str, Any]]] = {
    "withdrawPersonInvitation": (_invitation, ("stranger", "reviewer"), {}),
    "endSession": (_session, OTHERS, {}),
    "removePasskey": (_passkey, OTHERS, {}),
    "rotateToken": (_token, EDITORS, {}),
    "narrowToken": (_token, EDITORS, {"scopes": ["READ"]}),
    "revokeToken": (_token, EDITORS, {}),
    "mailOrganizationClaim": (_claim, ("stranger", "reviewer"), {}),
    "follow": (_draft, OTHERS[1:], {}),
    "unfollow": (_follow, OTHERS, {}),
    "editSavedSearch": (_saved_search, OTHERS, {"name": "خاک"}),
    "removeSavedSearch": (_saved_search, OTHERS, {}),
    "editWebhook": (_webhook, EDITORS, {"enabled": False}),
    "rotateWebhookSecret": (_webhook, EDITORS, {}),
    "removeWebhook": (_webhook, EDITORS, {}),
}
"""Of each deed that names one thing: what makes it, whose it is not, and what else it takes."""
ELSEWHERE = {
    "openAuthor": "refused to all but trustees, above; they may open any: tests/stories/test_trustee.py",
}
"""Deeds that name something and are asked elsewhere."""


def test_every_deed_that_names_something_is_asked() -> None:
    naming = {deed.name for deed in DEEDS if any(member.name == "id" for member in deed.takes)}
    assert naming == NAMED.keys() | ELSEWHERE.keys()


def _asked(browser: Browser, name: str, given: dict[str, Any]) -> httpx.Response:
    input_ = browser.hub.input_of(name)
    document = (
        f"mutation($input: {input_}!) {{ {name}(input: $input) {{ errors {{ code message path ids }} }} }}"
    )
    return browser.post(document, {"input": given})


@pytest.mark.parametrize("name", NAMED)
def test_what_is_anothers_is_answered_as_what_is_not_there(people: People, name: str) -> None:
    make, others, more = NAMED[name]
    id_ = make(people)
    before = everything(people.hub)
    for who in others:
        browser, other = people.browsers[who], invented(id_)
        of_another, of_none = (_asked(browser, name, {"id": one, **more}) for one in (id_, other))
        assert told(of_another, id_) == told(of_none, other), who
        (error,) = of_another.json()["data"][name]["errors"]
        assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"]), who
        assert everything(people.hub) == before, who
    assert _asked(people.editor, name, {"id": id_, **more}).json()["data"][name]["errors"] == []
    assert everything(people.hub) != before


def test_a_person_is_disabled_by_no_other_person_and_an_organization_left_by_none_for_them(
    people: People,
) -> None:
    person = people.editor.ask("{ viewer { person { id } } }")["viewer"]["person"]["id"]
    before = everything(people.hub)
    for deed in ("disableAccount", "enableAccount"):
        for who in EDITORS:
            for id_ in (person, invented(person)):
                assert people.browsers[who].refused(deed, {"personId": id_}, "done") == "NOT_ALLOWED", who
    own, other = people.organizations["editor"], new_id("org")
    inviting = {"mail": "x@example.ir", "right": "EDITOR"}
    for who in EDITORS:
        alike: dict[str, dict[str, str]] = {"leaveOrganization": {}, "invitePerson": inviting}
        if who == "coordinator":
            del alike["invitePerson"]  # Who may invite for any.
        for deed, more in alike.items():
            given = ({"organizationId": id_, **more} for id_ in (own, other))
            of_another, of_none = (_asked(people.browsers[who], deed, one) for one in given)
            assert told(of_another, own) == told(of_none, other), (who, deed)
            assert of_another.json()["data"][deed]["errors"] != [], (who, deed)
            assert everything(people.hub) == before, (who, deed)
